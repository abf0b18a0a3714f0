"""HTML's tags, comments and declarations, of which digest reads a few."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import words_of
from digest.markdown.left.forms import OPAQUE, Form, Remark, make_form
from digest.markdown.left.hints import OR_ANGLE, TABLE
from digest.markdown.links import may_link, may_show
from digest.markdown.mail import SCHEME, mend_mail
from digest.markdown.videopages import find_video_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.markdown.left.forms import Found


# HTML Living Standard, "Elements" and "Obsolete features"
_SURE = words_of(
    "a abbr acronym b big blockquote br center del details div dl em embed fieldset figcaption "
    "figure font h1 h2 h3 h4 h5 h6 hr i iframe img ins kbd li marquee mark ol p pre s script "
    "small span strike strong style sub summary sup table tbody td tfoot th thead tr tt u ul "
    "video wbr audio noscript nobr dd dt svg"
)
"""Elements whose names nobody writes between `<` and `>` for anything else."""
_OTHERS = words_of(
    "address area article aside base bdi bdo body button canvas caption cite code col colgroup "
    "data datalist dfn dialog dir footer form frame frameset head header hgroup html input label "
    "legend link main map math menu meta meter nav object optgroup option output param picture "
    "progress q rp rt ruby samp search section select slot source template textarea time title "
    "track var path circle rect g ref nowiki"
)
"""Elements whose names may be those of something else: `digest add <source>`."""
_BLOCKS = words_of("address article aside dialog footer form header main nav picture section")
"""Of these, what has paragraphs in it, and a line of its own for each tag."""
_READ = words_of("br sub sup small kbd mark u ins del abbr details summary")
"""What digest reads where it is written as it must be."""
_PARENTS = {
    **dict.fromkeys(("td", "th", "tr", "thead", "tbody", "tfoot", "col", "colgroup"), ("table",)),
    "caption": ("table",),
    **dict.fromkeys(("source", "track"), ("video", "audio", "picture")),
    **dict.fromkeys(("dt", "dd"), ("dl",)),
    **dict.fromkeys(("rt", "rp"), ("ruby",)),
    "figcaption": ("figure",),
    "summary": ("details",),
}
"""What is not told of by itself where its parent is there."""
_TAG = lazy_regex(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][A-Za-z0-9]*(?:[-.:][A-Za-z0-9]+)*)"
    r"(?P<more>\s[^<>]*|/)?>(?:(?P<inner>[^<>]{0,200}?)</(?P=name)\s*>)?"
)
_ATTRIBUTE = r"\b{}\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>{{}}]+))"
_SOURCE = lazy_regex(r"<source\s[^<>]*?\bsrc\s*=\s*[\"']([^\"'<>]+)", re.IGNORECASE)
_LONGEST = 80
"""Characters of a text that a hint repeats."""
_TAKE_AWAY = "take the tags away"


def _attribute(found: Found, name: str) -> str:
    typed = re.search(_ATTRIBUTE.format(name), found["more"], re.IGNORECASE)
    return next((one for one in typed.groups() if one), "").strip() if typed else ""


def _inner(found: Found) -> str:
    """Return the text of an element; empty where it is long, or has tags in it."""
    inner = found["inner"].strip()
    return inner if len(inner) <= _LONGEST else ""


def _around(before: str, behind: str | None = None) -> Callable[[Found], str]:
    """Return what writes the text of an element between two signs."""

    def write(found: Found) -> str:
        return f"write '{before}{_inner(found) or '…'}{before if behind is None else behind}'"

    return write


def _code(found: Found) -> str:
    ticks = "``" if "`" in found["inner"] else "`"
    return f"write '{ticks}{_inner(found) or '…'}{ticks}'"


def _plain(found: Found) -> str:
    inner = _inner(found)
    return f"write '{inner}', without the tags" if inner else _TAKE_AWAY


def _link(found: Found) -> str:
    # in braces stands a component's own name for it
    address = "…" if "href={" in found["more"] else _attribute(found, "href")
    if not address:
        return "take the tag away; a heading's own anchor is '## … {#name}'"
    url = _url(address)
    if not may_link(url):
        # as a link it would be refused
        return _plain(found)
    return f"write '[{_inner(found) or '…'}]({_written(url)})'"


def _image(found: Found) -> str:
    url = _url(_attribute(found, "src"))
    shown = _written(url) if may_show(url) else "…"
    return f"write '![{_attribute(found, 'alt') or 'what it shows'}]({shown})'"


def _frame(found: Found) -> str:
    address = _attribute(found, "src") or _attribute(found, "data")
    source = None if address else _SOURCE.search(found.typed.text, found.match.end())
    address = address or (source[1] if source else "…")
    if page := find_video_page(address):
        return f"write the video's address alone on a line: '{page}'"
    url = _url(address)
    return f"write a link: '[its title]({_written(url) if may_link(url) else '…'})'"


def _url(typed: str) -> str:
    """Return where an attribute leads, as a link in Markdown may."""
    if typed.startswith(SCHEME):
        return mend_mail(typed)
    return f"https:{typed}" if typed.startswith("//") else typed


def _written(url: str) -> str:
    return f"<{url}>" if re.search(r"[\s()]", url) else url


_HINTS: dict[str, Callable[[Found], str] | str] = {
    **dict.fromkeys(("b", "strong"), _around("**")),
    **dict.fromkeys(("i", "em", "cite", "var", "dfn"), _around("*")),
    **dict.fromkeys(("s", "strike"), _around("~~")),
    **dict.fromkeys(("code", "tt", "samp"), _code),
    "q": _around('"'),
    "ref": _around("^[", "]"),
    "a": _link,
    "img": _image,
    **{f"h{level}": _around("#" * level + " ", "") for level in range(1, 7)},
    "hr": "write '---' between two empty lines",
    "wbr": "take the tag away",
    "blockquote": _around("> ", ""),
    "pre": "write '```' on lines of their own before and behind it",
    **dict.fromkeys(("ul", "li", "dir", "menu"), "write a list: '- …' for each item"),
    "ol": "write a list: '1. …' for each item",
    "dl": "write a list of terms: the term on a line, and ': …' below it",
    "table": TABLE,
    **dict.fromkeys(("figure", "figcaption"), "write '![what it shows](… \"caption\")'"),
    "picture": "write '![what it shows](…)'",
    **dict.fromkeys(("iframe", "video", "audio", "embed", "object"), _frame),
    **dict.fromkeys(("svg", "canvas"), "put it in a file, and write '![what it shows](…)'"),
    "math": "write the formula as TeX: '$…$'",
    **dict.fromkeys(("script", "style", "link", "meta"), "take it away: a theme has its own"),
    "input": "write '- [ ] …' for a task, or a link: '[…](…)'",
    **dict.fromkeys(("form", "button", "select", "textarea"), "write a link: '[…](…)'"),
}  # fmt: skip


def _tell_tag(found: Found) -> str:
    name, text = found["name"].lower(), found.match.string.lower()
    if name not in _SURE and name not in _OTHERS:
        return _tell_component(found)
    if found["slash"]:
        is_tag = name in _SURE or (name in _BLOCKS and _is_alone(found))
        if re.search(rf"<{re.escape(name)}[\s>/]", text) or not is_tag:
            return ""
        return (f"write '<{name}>' where it begins" if name in _READ else _TAKE_AWAY) + OR_ANGLE
    is_told = any(f"<{parent}" in text for parent in _PARENTS.get(name, ()))
    if is_told or not _is_tag(found, name, text):
        return ""
    if name in _READ:
        return _tell_read(found, name, text)
    hint = _HINTS.get(name, _plain)
    return (hint if isinstance(hint, str) else hint(found)) + OR_ANGLE


def _is_tag(found: Found, name: str, text: str) -> bool:
    """Tell whether the name of an element between `<` and `>` is meant as one."""
    if f"</{name}" in text or "=" in found["more"]:
        return True
    if name in _BLOCKS and _is_alone(found):
        return True
    if name not in _SURE or found["name"] in {"A", "B", "I", "P", "S", "U"}:
        return False
    # behind a word, a letter or a capital is a type of a programming language
    return not found.before.isalnum() or (len(name) > 1 and found["name"].islower())


def _is_alone(found: Found) -> bool:
    """Tell whether a tag is all that stands on its line."""
    text, start, end = found.match.string, found.match.start(), found.match.end()
    return not text[text.rfind("\n", 0, start) + 1 : start].strip() and (
        not text[end:].partition("\n")[0].strip()
    )


def _tell_read(found: Found, name: str, text: str) -> str:
    """Say what keeps an element from being read that digest reads."""
    if name in {"details", "summary"}:
        return _tell_details(found, name, text) + OR_ANGLE
    if name == "br":
        return f"write '<br>', with no more in it{OR_ANGLE}"
    if name == "abbr":
        title, words = _attribute(found, "title") or "…", _inner(found) or "…"
        return f"write '<abbr title=\"{title}\">{words}</abbr>', with no more in it{OR_ANGLE}"
    if not _is_closed(found, name, text):
        return f"write '</{name}>' where it ends{OR_ANGLE}"
    if found["more"].strip():
        inner = found["inner"] or "…"
        return f"write '<{name}>{inner}</{name}>', with no more in it{OR_ANGLE}"
    return f"close what is opened in it before '</{name}>'{OR_ANGLE}"


def _tell_details(found: Found, name: str, text: str) -> str:
    if name == "summary":
        return f"write '<summary>{_inner(found) or '…'}</summary>' on the line below '<details>'"
    if found["more"].strip():
        return "write '<details>', with no more in it"
    if found.before in {"", "\n"} and "</details>" not in text:
        return "write '</details>' on a line of its own where it ends, in no other list"
    return "write '<details>' and '</details>' on lines of their own"


def _is_closed(found: Found, name: str, text: str) -> bool:
    opened = re.search(rf"<{name}[\s>]", text[found.match.end() :])
    closed = text.find(f"</{name}", found.match.start())
    return closed >= 0 and not (opened and found.match.end() + opened.start() < closed)


def _tell_component(found: Found) -> str:
    name, more = found["name"], found["more"]
    has_value = re.search(r"=\s*[\"'{]", more)
    closes = f"</{name}" in found.match.string
    is_component = name[0].isupper() and (more.endswith("/") or has_value or closes)
    is_own = ("-" in name or ":" in name) and (has_value or closes)
    if is_component or is_own or (has_value and closes):
        return "there are no components; write Markdown in its place" + OR_ANGLE
    return ""


def _tell_comment(found: Found) -> Remark:
    closed = found.typed.text.find("-->", found.match.end())
    if closed >= 0:
        return Remark("take it away" + OR_ANGLE, length=closed + len("-->") - found.match.start())
    if found.typed.whole.ask(_closes_comments):
        message = "a comment with empty lines in it that begins within a line"
        return Remark("begin it on a line of its own" + OR_ANGLE, message)
    return Remark(f"write '-->' where it ends{OR_ANGLE}", "a comment that is never closed")


def _closes_comments(text: str) -> bool:
    return 0 < text.count("<!--") <= text.count("-->")


def _tell_unclosed(found: Found) -> Remark:
    hint = "the tag has no '>'; write Markdown in its place" + OR_ANGLE
    return Remark(hint, length=len(found.whole.partition("\n")[0]))


FORMS = (
    make_form("<!--", "<!--", _tell_comment),
    make_form(
        ("<!-", "<!–", "<!—", "<! --"),
        r"<! ?[-–—]+",
        "write '<!-- … -->' for a comment" + OR_ANGLE,
    ),
    make_form(
        ("<!", "<?"),
        r"(?i)<(?:!DOCTYPE\b|\?(?:xml|php|=)|!\[CDATA\[)[^<>]*>?",
        "take it away" + OR_ANGLE,
    ),
    Form(("<",), _TAG, _tell_tag, in_addresses=True),
    make_form(
        "<",
        # blanks that begin a line are not shown
        r"(?i)<(?:a|audio|div|iframe|img|p|source|span|table|video)"
        rf"\s[\s{OPAQUE}]*[a-z-]+\s*=\s*[\"'][^<>]*(?=\Z|<)",
        _tell_unclosed,
        in_addresses=True,
    ),
    make_form(
        "&",
        r"&(?:nbsp|amp|lt|gt|quot|apos|mdash|ndash|hellip|[lr][sd]quo|copy|#\d{2,6})(?![\w=;])",
        lambda found: f"write '{found.whole};', or the sign itself",
    ),
    make_form(
        "&",
        r"(?<!\w)&[a-z][a-z0-9]{1,11};",
        "HTML has no such name: write the sign itself, or '\\&' for the '&'",
    ),
)
