"""TeX in titles and names to rich text and to Unicode. Math stays as it is, between dollars."""

from __future__ import annotations

import functools
import html
import re
import unicodedata
from typing import TYPE_CHECKING, Any

from digest.basics.dollarmath import TITLE_MATH, part_formulas
from digest.basics.lazyregex import lazy_regex
from digest.basics.richtext import mark, without_styles
from digest.records.chemistry import CHEMISTRY, chemistry_in_math, chemistry_in_text
from digest.records.encoding import mend_encoding
from digest.records.heldformulas import Held
from digest.records.markup import BRACKETED_MATH, bracketed, markup_to_rich
from digest.records.texsigns import MARKS, SIGNS, SILENT

if TYPE_CHECKING:
    from collections.abc import Callable

_MATH = lazy_regex(
    rf"(?P<usual>{TITLE_MATH.pattern})"
    # to TeX at least a formula: `$ O(n) $`, `$x$3`, `3$x$`, `$ \sqrt{s} = $13`
    r"|(?<!\\)\$(?P<tex>\s(?:[^$\\]|\\.)++(?<=\s)|[^$\\\s\d]++"
    r"|(?!\s*\d)(?=[^$]*?(?:[\^_]|\\[A-Za-z]{2}))(?:[^$\\]|\\.)++)\$"
    rf"|{BRACKETED_MATH.pattern}"
    r"|\\ensuremath\s*\{(?P<ensured>(?:[^{}]|\{[^{}]*\})*)\}",
    re.DOTALL,
)
_NO_FORMULAS = {
    r"\lbrace": "{", r"\rbrace": "}", r"\{": "{", r"\}": "}", r"\less": "<", r"\greater": ">",
    "<": "<", ">": ">",
    r"\backslash": "\\",
    r"\mathsemicolon": ";", r"\mathplus": "+", r"\hash": "#", r"\&": "&", r"\%": "%",
}  # fmt: skip
"""Formulas that are but a sign: braces, and what Crossref's BibTeX had for the signs of HTML."""
_LOGO = lazy_regex(r"\\(?P<name>[A-Za-z]*TeX)(?:\s*\{\}|(?![A-Za-z])\s?)")
_ADDRESS = lazy_regex(r"\\(?:url|path|nolinkurl)\s*\{(?P<url>[^{}]*)\}|\\href\s*\{[^{}]*\}")
_VERBATIM = lazy_regex(r"\\verb\*?(?P<sign>[^\w\s*])(?P<typed>.*?)(?P=sign)")
_QUOTE = lazy_regex(r"\\(?:enquote|mkbibquote)\*?\s*\{(?P<inner>(?:[^{}]|\{[^{}]*\})*)\}")
_COMMAND = lazy_regex(
    r"\\(?P<name>thanks|footnote|label|ref|index|includegraphics|noop|noopsort|sortnoop|natexlab"
    r"|fontfamily|fontseries|fontshape|orcid(?:link)?|email|affil|inst|[a-z]*cite[a-z]*|raisebox|fontencoding|fontsize|foreignlanguage|texorpdfstring)\b\*?\s*(?:\[[^\]]*\]\s*)*",
    re.IGNORECASE,
)
"""Commands of which not every argument is part of the text."""
_CHOICES = {"foreignlanguage": (2, 1), "texorpdfstring": (2, 0), "fontsize": (2, 2)}
r"""How many arguments they have and which of them is text, from 0; of the others the first is not.

What `\raisebox` raises may have no braces: `\raisebox{-0.5ex}\textasciitilde`.
"""
_TABBED = lazy_regex(r"\\a(?=['`=])")
"""How accents are written where tabs have their signs: `\\a'a`."""
_ENTITY = lazy_regex(r"&(?:[a-z]{2,8}|#[0-9]+|#x[0-9a-f]+);", re.IGNORECASE)
"""What some publishers' exports have of their pages' HTML."""
_BRACE = lazy_regex(r"\\.|[{}]", re.DOTALL)
STYLES = {
    **dict.fromkeys(("emph", "textit", "textsl", "mkbibemph", "mkbibitalic"), "i"),
    **dict.fromkeys(("textbf", "mkbibbold"), "b"),
    "textsc": "sc",
    "textsuperscript": "sup",
    "textsubscript": "sub",
}
"""From a command to the style of its argument."""
_SWITCHES = {
    **dict.fromkeys(("it", "em", "itshape", "sl", "slshape"), "i"),
    **dict.fromkeys(("bf", "bfseries"), "b"),
    **dict.fromkeys(("sc", "scshape"), "sc"),
}
"""From a command to the style of what follows it in its group."""
_BARE_STYLED = lazy_regex(rf"\\({'|'.join(STYLES)})(?:\s+([A-Za-z])|\s*([0-9]))")
"""A style of one letter or digit, which needs no braces."""
_STYLED = lazy_regex(
    rf"\{{\s*\\(?P<switch>{'|'.join(_SWITCHES)})(?![A-Za-z])\s*"
    rf"|\\(?P<name>{'|'.join(STYLES)})\s*\{{"
)
_OPENING = {style: chr(0x100000 + one) for one, style in enumerate(("i", "b", "sc", "sup", "sub"))}
_CLOSING = "\U00100010"
"""Stand for the ends of a style while the TeX around them becomes text."""
_ENDS = lazy_regex("([\U00100000-\U00100010])")
_MARKED = lazy_regex(
    rf"\\(?P<mark>{'|'.join(MARKS)})(?![A-Za-z])\s*"
    r"(?:\{\s*(?P<inner>\\.\{?[A-Za-z]\}?|[A-Za-z])\s*\}|(?P<letter>[A-Za-z]))"
)
_KERN = lazy_regex(
    r"\\(?:m?kern|[hv]skip)\s*[-+]?[0-9.]*\s*(?:em|ex|pt|mu|mm|cm|in|sp|bp|pc)\b\s*|\\nolinebreak\b\s*"
)
"""White space of some width, which is none between words."""
_ALONE = lazy_regex(r"\\(?P<accent>[~^\"`])(?:\s*\{\s*\}|(?=\s*(?:[^\w\s{\\]|$)))")
"""An accent on no letter, which is the sign itself."""
_BARE = lazy_regex(r"(?<!\\)[%&$]")
"""What neither BibTeX nor arXiv take for more than a sign: formulas have been parted."""
_UNDERSTOOD = SILENT | STYLES.keys() | MARKS.keys()
_KEPT = ("mbox", "textmd", "textsf", "texttt", "textup")
"""Commands whose argument pylatexenc would drop."""
_NAMED = lazy_regex(r"(?<!\\)(?:\\\\)*\\(?P<name>[A-Za-z]++)(?!\s*+(?:\*\s*+)?[\[{]\s*[^}\s])")
"""A command without an argument."""
DASHES = {"---": "\u2014", "--": "\u2013"}
_LIGATURES = (*DASHES.items(), ("``", "\u201c"), ("''", "\u201d"), ("~", " "))
# single quotation marks, which pylatexenc leaves: not the half of a pair, nor of an accent
_QUOTED = lazy_regex(r"(?<![\\`])`(?=[^\s`])(?P<inner>[^`]*?\S)'(?![\w'])")
_HALF_TYPED = lazy_regex(r"(?<![\w\\])\"(?=\S)([^\"`]*?\S)''|``([^\"`']*[^\"`'\s\\])\"(?!\w)")
"""What is quoted with the sign of typewriters on one side alone."""
_POWER = lazy_regex(r"(?<=[\w)\]])\^(?:([0-9]+)|\{([0-9]+[+-]?|[+-])\})")
"""A number that is raised, and no formula around it: `D^2Net`, `Ca^{2+}`."""
_BRACED_SIGN = lazy_regex(r"\{([<>])\}")
"""As some programs have the signs of tags: `$\\{$\\textless$\\}$`."""
_WRITTEN_AGAIN = lazy_regex(rf"\\(?:(?:{'|'.join(STYLES)})\{{|[\"'`^~=.]\{{?\\?[A-Za-z])")
"""A style or an accent in what has been read."""
_FRACTION = lazy_regex(r"\\(?:s|x|text|nice)?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_TILDE = lazy_regex(r"(?:(?<=\s)|^)~(?=[\s\d])")
"""No space that may not break, as it has one before it: `Robot ~ Human`, `at ~5 km`."""


def tex_to_text(tex: str) -> str:
    """Return a name, or what else has no styles, as Unicode text on one line, without its braces.

    Formulas are kept as `$…$`. Commands that mean nothing in it are dropped, their arguments stay.
    Never raises: what cannot be read as TeX loses its backslashes and braces.
    """
    return without_styles(_read(tex))


@functools.lru_cache(maxsize=1024)
def tex_to_rich(tex: str) -> str:
    """Return a title written in TeX as rich text, otherwise as `tex_to_text`.

    Many programs leave the tags of HTML and MathML in their TeX, or escape TeX as if it were plain
    text: they are read, too.
    """
    text = _BRACED_SIGN.sub(r"\1", _read(_TILDE.sub(r"\\textasciitilde{}", tex)))
    outside = without_formulas(text) if "\\" in text else ""
    if _WRITTEN_AGAIN.search(outside) and not unknown_command(text):
        text = _read(text)
    return markup_to_rich(text)


# each field is asked for several times, and many entries have the same journal
@functools.lru_cache(maxsize=1024)
def _read(tex: str) -> str:
    held = Held()
    tex = mend_encoding(tex)
    if "\\" in tex:
        tex = _without_asides(tex)
    if "$" in tex or "\\" in tex:
        tex = _MATH.sub(lambda found: _hold(found, held), tex)
    if r"\c" in tex:
        tex = CHEMISTRY.sub(chemistry_in_text, tex)
    if "^" in tex and r"\verb" not in tex:
        tex = _POWER.sub(r"\\textsuperscript{\1\2}", tex)
    if "\\" in tex:
        tex = _mark_styles(tex)
    text = unicodedata.normalize("NFC", without_entities(_plain_text(tex)))
    return " ".join(held.release(_set_styles(text)).split())


def _hold(found: re.Match[str], held: Held) -> str:
    """Put formulas aside, or return the sign that they are."""
    formulas = (
        part_formulas(found["usual"])
        if found["usual"]
        else [found["tex"] or bracketed(found) or found["ensured"] or ""]
    )
    # the Astrophysics Data System's sign, which TeX has in text alone
    inner = (one.strip("$ \n\t").replace(r"\textasciitilde", r"\sim") for one in formulas)
    return "".join(_hold_one(one, held) for one in inner)


def _hold_one(formula: str, held: Held) -> str:
    if formula in _NO_FORMULAS:
        return held.hold_text(_NO_FORMULAS[formula])
    if CHEMISTRY.fullmatch(formula):
        return formula
    return held.hold(CHEMISTRY.sub(chemistry_in_math, formula))


def _mark_styles(tex: str) -> str:
    """Return TeX with characters in place of the commands that set its styles."""
    tex = _BARE_STYLED.sub(r"\\\1{\2\3}", tex)
    marks: dict[int, tuple[int, str]] = {}
    """From where one stands to where what it replaces ends, and what it is."""
    groups = _ends_of_groups(tex)
    for found in _STYLED.finditer(tex):
        opening = found.start() if found["switch"] else found.end() - 1
        if end := groups.get(opening):
            style = _SWITCHES[found["switch"]] if found["switch"] else STYLES[found["name"]]
            marks[found.start()] = (found.end(), "{" + _OPENING[style])
            marks[end - 1] = (end - 1, _CLOSING)
    parts, start = [], 0
    for place, (stop, sign) in sorted(marks.items()):
        parts += [tex[start:place], sign]
        start = stop
    return "".join([*parts, tex[start:]])


def _set_styles(text: str) -> str:
    """Return a text with tags for the characters that stand for the ends of styles."""
    styles: list[str] = []
    parts: list[list[str]] = [[]]
    named = {sign: style for style, sign in _OPENING.items()}
    for piece in _ENDS.split(text):
        if piece in named:
            styles.append(named[piece])
            parts.append([])
        elif piece != _CLOSING:
            parts[-1].append(piece)
        elif styles:
            inner = "".join(parts.pop())
            parts[-1].append(mark(styles.pop(), inner))
    return "".join(part for several in parts for part in several)


def without_entities(text: str) -> str:
    """Return a text with the characters that HTML's entities in it stand for."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def _without_asides(tex: str) -> str:
    """Return TeX without thanks, citations and what else is about a text and no part of it."""
    tex = _KERN.sub("", _TABBED.sub(r"\\", tex))
    parts, end = [], 0
    groups = _ends_of_groups(tex)
    for found in _COMMAND.finditer(tex):
        if found.start() < end:
            continue
        count, text = _CHOICES.get(found["name"].lower(), (1, 1))
        arguments, stop = _arguments(tex, found.end(), count, groups)
        if len(arguments) == count:
            parts += [tex[end : found.start()], *arguments[text : text + 1]]
            end = stop
    return "".join([*parts, tex[end:]])


def _arguments(tex: str, start: int, count: int, groups: dict[int, int]) -> tuple[list[str], int]:
    """Return at most `count` groups in braces from `start` on, and where the last ends."""
    found: list[str] = []
    while len(found) < count and start in groups:
        found.append(tex[start + 1 : groups[start] - 1])
        start = groups[start]
    return found, start


def _ends_of_groups(tex: str) -> dict[int, int]:
    """Return where each group ends, by where its brace stands; one without an end is none."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    for brace in _BRACE.finditer(tex):
        if brace[0] == "{":
            opened.append(brace.start())
        elif brace[0] == "}" and opened:
            ends[opened.pop()] = brace.end()
    return ends


def _plain_text(tex: str) -> str:
    """Turn TeX without math into text; spaces at both ends are kept."""
    tex = _HALF_TYPED.sub(r"``\1\2''", tex) if '"' in tex else tex
    tex = _QUOTED.sub("\u2018\\g<inner>\u2019", tex) if "`" in tex else tex
    if "\\" in tex:
        # dashes and quotes are pylatexenc's business: `-{}-` is two hyphens
        tex = _MARKED.sub(
            lambda found: f"{found['inner'] or found['letter']}{MARKS[found['mark']]}", tex
        )
        tex = _VERBATIM.sub(lambda found: _typed(found["typed"]), tex)
        tex = _ADDRESS.sub(lambda found: _typed(found["url"] or ""), tex)
        tex = _FRACTION.sub(r"\1/\2", _QUOTE.sub(_quote, tex))
        tex = _ALONE.sub(lambda found: _typed(found["accent"]), tex)
        tex = _LOGO.sub(lambda found: found["name"] + " " * found[0].endswith(" "), tex)
        return _decode(_BARE.sub(r"\\\g<0>", tex))
    # most titles have nothing but braces, and pylatexenc takes its time
    for typed, meant in _LIGATURES:
        tex = tex.replace(typed, meant)
    return tex.replace("{", "").replace("}", "")


def _quote(found: re.Match[str]) -> str:
    """Return what is quoted in marks; what is quoted within it, in the inner ones."""
    inner = _QUOTE.sub("\u2018\\g<inner>\u2019", found["inner"])
    return f"\u201c{inner}\u201d"


def _typed(text: str) -> str:
    """Return TeX that prints a text as it was typed, accents, ties and all."""
    return re.sub(r"[\\{}%&$#_^~\"`-]", lambda sign: _AS_TYPED[sign[0]], text)


_AS_TYPED = {sign: f"\\{sign}" for sign in "{}%&$#_"} | {
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}",
    "-": r"-{}",
}


def without_formulas(tex: str) -> str:
    """Return what a text has outside of its formulas, in place of which there are empty groups."""
    return _MATH.sub("{}", tex)


def unknown_command(tex: str) -> str:
    """Return the first command of a text, less its formulas, that is not known; or nothing.

    It is left out by `tex_to_text`. What has an argument counts as known: the argument stays.
    """
    if "\\" not in tex:
        return ""
    tex = _LOGO.sub("", _ADDRESS.sub("", _VERBATIM.sub("", without_formulas(_without_asides(tex)))))
    for found in _NAMED.finditer(tex):
        spec = _known().get_macro_spec(found["name"])
        if found["name"] not in _UNDERSTOOD and not (spec and spec.macroname):
            return found["name"]
    return ""


def _decode(tex: str) -> str:
    try:
        return _decoder()(tex)
    except Exception:  # noqa: BLE001 -- pylatexenc raises what it happens upon, IndexError even
        return re.sub(r"[\\{}]", "", tex)


@functools.cache
def _decoder() -> Callable[[str], str]:
    from pylatexenc.latex2text import LatexNodes2Text  # noqa: PLC0415 -- 60 ms, for few sites

    decode: Callable[[str], str] = LatexNodes2Text(_known()).latex_to_text
    return decode


@functools.cache
def _known() -> Any:  # noqa: ANN401 -- pylatexenc's
    """Return all commands that are known, by what they mean in text."""
    from pylatexenc import latex2text  # noqa: PLC0415 -- as above

    known = latex2text.get_default_latex_context_db()
    signs = [latex2text.MacroTextSpec(name, sign) for name, sign in SIGNS.items()]
    signs += [latex2text.MacroTextSpec(name, discard=False) for name in _KEPT]
    known.add_context_category("signs", prepend=True, macros=signs)
    return known
