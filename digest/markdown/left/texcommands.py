"""TeX outside of formulas, and citations that lack their `@`."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.markdown.left.forms import OPAQUE, make_form
from digest.markdown.left.shown import BRACKET, END_BRACKET, END_PAREN, PAREN
from digest.markdown.math import set_math

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_BACKSLASH = ", or '\\\\' for the sign"
_AROUND = {
    **dict.fromkeys(("textbf", "bf", "mathbf"), "**"),
    **dict.fromkeys(("emph", "textit", "textsl", "em", "it", "sl"), "*"),
    **dict.fromkeys(("texttt", "tt", "verb", "lstinline"), "`"),
    **dict.fromkeys(("sout", "st"), "~~"),
}
_ELEMENTS = {
    "hl": "mark",
    **dict.fromkeys(("underline", "uline", "ul"), "u"),
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
_WORDS = {
    "section": "## ",
    "subsection": "### ",
    "subsubsection": "#### ",
    "chapter": "## ",
    "paragraph": "",
}
_OTHERS = {
    "href": "write '[words](address)'",
    **dict.fromkeys(
        ("ref", "eqref", "autoref", "cref", "pageref"),
        "write a link to a heading: '[words](#heading)'",
    ),
    "footnote": "write '[^1]' here, and '[^1]: …' on a line of its own",
    "includegraphics": "write '![what it shows](…)'",
    **dict.fromkeys(("label", "vspace", "hspace", "caption"), "take it away"),
}
_SIGNS = words_of(
    "alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda mu nu xi pi rho "
    "sigma tau phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega times "
    "cdot cdots ldots pm approx leq geq neq rightarrow leftarrow Rightarrow infty sum prod int "
    "nabla partial sqrt frac mathbb mathcal mathrm forall exists subset cup cap sim propto"
)
_PLAIN = {
    **{name: name for name in ("LaTeX", "TeX", "BibTeX")},
    **dict.fromkeys(("ldots", "dots"), "…"),
    **dict.fromkeys(("newline", "linebreak"), "<br>"),
    "item": "- …",
}
_LAYOUT = words_of(
    "noindent newpage clearpage pagebreak bigskip medskip smallskip centering hline par hfill "
    "maketitle tableofcontents"
)
_ALONE = "|".join(sorted({*_SIGNS, *_PLAIN, *_LAYOUT}))
"""Commands that stand without braces."""
_MATH = lazy_regex(r"\\[A-Za-z]|[\^_=<>+]|\A\s*[A-Za-z]'?\s*\Z|\A\s*[A-Za-z]\([^)]*\)\s*\Z")
_MEANS = lazy_regex(r"[^\W\d]|[\^\\]")
"""What a formula has, and prices have not: `3 $ + 4 $ = 7 $`."""
_PROSE = lazy_regex(r"(?<![\\A-Za-z{])[A-Za-z]{3,}(?![A-Za-z}])")
"""A word that is no name of a command, nor in braces."""
_ACCENTS = dict(
    zip(
        "\"'`^~=.cHvukr",
        "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0327\u030b\u030c\u0306\u0328\u030a",
        strict=True,
    )
)
"""What TeX sets at a letter, as Unicode has it."""
_TIED = words_of(
    "Figure Table Section Equation Chapter Appendix Theorem Lemma Algorithm Definition Part"
)
_ACCENTED = "aeiouyAEIOUYnN"
_KEYS = r"(?:\[[^\[\]\n]*\])*\{(?P<keys>[^{}\n]+)\}"


def _tell_citation(found: Found) -> str:
    keys = [f"@{key.strip()}" for key in found["keys"].split(",") if key.strip()]
    return f"write '[{'; '.join(keys)}]'{_BACKSLASH}" if keys else ""


def _tell_command(found: Found) -> str:
    name, text = found["name"], found["text"]
    mark = _AROUND.get(name)
    if mark is not None:
        return f"write '{mark}{text}{mark}'{_BACKSLASH}"
    if name in _WORDS:
        return f"write '{_WORDS[name]}{text}'{_BACKSLASH}"
    if element := _ELEMENTS.get(name):
        return f"write '<{element}>{text}</{element}>'{_BACKSLASH}"
    hint = _OTHERS.get(name) or _as_formula(found.whole)
    return f"write '<{text}>'{_BACKSLASH}" if name == "url" else hint + _BACKSLASH


def _as_formula(tex: str) -> str:
    """Return what to do about a command that may stand in a formula, or not even there."""
    can_be_set = not set_math(tex, display=False).problem
    return f"write '${tex}$' for a formula" if can_be_set else "write it in plain words"


def _tell_formula(found: Found) -> str:
    text = (found["text"] or found["block"]).strip()
    sign = "$$" if found["block"] else "$"
    return f"write '{sign}{text}{sign}' for a formula" if _MATH.search(text) else ""


def _tell_plain(found: Found) -> str:
    name = found["name"]
    if name in _SIGNS:
        return f"write '${found.whole}$' for a formula{_BACKSLASH}"
    return (f"write '{_PLAIN[name]}'" if name in _PLAIN else "take it away") + _BACKSLASH


def _tell_accent(found: Found) -> str:
    """Tell of TeX's accents, whose sign was read as an escape."""
    typed, letter = found.whole, found.whole.rstrip("}")[-1]
    accent = _ACCENTS.get(typed[1:2])
    # `l\'or` has an apostrophe
    is_sure = typed[1] != "'" or "{" in typed or (letter == "e" and not found.behind.isalpha())
    if typed[0] != "\\" or not accent or not is_sure:
        return ""
    return f"write '{unicodedata.normalize('NFC', letter + accent)}'"


def _tell_spaced(found: Found) -> str:
    text = found["text"].strip()
    is_formula = _MATH.search(text) and _MEANS.search(text) and not _PROSE.search(text)
    return f"write '${text}$', or '\\$' for the sign" if is_formula else ""


def _tell_raised(found: Found) -> str:
    sign = next(one for one in found.whole if one in "_^")
    return f"write '${found.whole}$' for a formula, or '\\{sign}' for the sign"


FORMS = (
    make_form(
        ("\\cite", "\\Cite", "\\parencite", "\\textcite"),
        rf"\\(?:[Cc]ite[a-z]*|parencite|textcite)\*?{_KEYS}",
        _tell_citation,
        in_addresses=True,
    ),
    make_form(
        ("\\begin{", "\\end{"),
        r"(?s)\\begin\{(?P<name>[A-Za-z]+\*?)\}(?:.{0,1000}?\\end\{(?P=name)\})?"
        r"|\\end\{[A-Za-z]+\*?\}",
        "write '$$' on lines of their own around a formula, and Markdown for the rest",
    ),
    make_form(
        (PAREN, BRACKET),
        rf"{PAREN}{{2}}(?P<text>[^{PAREN}{END_PAREN}\n]{{1,300}}){END_PAREN}{{2}}"
        rf"|{BRACKET}{{2}}(?P<block>[^{BRACKET}{END_BRACKET}]{{1,500}}){END_BRACKET}{{2}}",
        _tell_formula,
    ),
    make_form(
        "\\",
        r"\\(?P<name>[A-Za-z]{2,})\*?(?:\[[^\[\]\n]*\])?"
        r"\{(?P<text>[^{}\n]*)\}(?:\{[^{}\n]*\})*",
        _tell_command,
        in_addresses=True,
    ),
    make_form(
        "\\",
        rf"(?<![\w:\\/])\\(?P<name>{_ALONE})(?![A-Za-z])",
        _tell_plain,
    ),
    make_form(
        "{\\",
        r"\{\\(?P<name>em|it|sl|bf|tt)[ \t]+(?P<text>[^{}\n]+)\}",
        lambda found: f"write '{found['text'].strip().join(2 * (_AROUND[found['name']],))}'",
    ),
    make_form(
        (
            *(f"{OPAQUE}{letter}" for letter in _ACCENTED),
            *(f"{OPAQUE}{{", "\\c{", "\\H{", "\\v{", "\\u{", "\\k{", "\\r{"),
        ),
        rf"(?:{OPAQUE}{{1,2}}|\\[cHvukr])\{{[A-Za-z]\}}|(?<=[^\W\d_]){OPAQUE}{{1,2}}[{_ACCENTED}]",
        _tell_accent,
    ),
    make_form(
        "\\verb",
        r"\\verb\*?(?P<sign>[|!+/=])(?P<text>[^\n]{1,80}?)(?P=sign)",
        lambda found: f"write '`{found['text']}`'{_BACKSLASH}",
    ),
    # a formula that blanks beside its dollars keep from being one, or that has no dollars
    make_form(
        ("$ ", " $", "$\n"),
        r"(?<![\w$\\])(?<!\d\s)\$(?P<text>\s[^$\n]{1,200}|[^$\n]{1,200}\s)\$(?![\w$]|\s\d)",
        _tell_spaced,
    ),
    make_form(
        ("_{", "^{"),
        rf"(?<![\w\\{OPAQUE}])(?:[^\W\d_]|\d+|[a-zA-Z]?\([\w+-]+\))(?=[^\s{{]*[_^]\{{)"
        # between braces, `_` may have been read as emphasis
        rf"(?:[_^{OPAQUE}](?:\{{[\w+*/=,. -]{{1,30}}\}}|\w(?!\w)))+(?![\w{{])",
        _tell_raised,
    ),
    # a tie: a blank at which no line ends
    make_form(
        "~",
        r"(?<![\w~])\d+~(?=[A-Za-z\\])"
        rf"|(?:\b[A-Z][a-z]*\.|\b(?:{'|'.join(sorted(_TIED))})s?)~(?=[\w\\({OPAQUE}])",
        "write a space, or '\\~' for the sign",
    ),
)
