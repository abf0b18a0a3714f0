"""Links, images and definitions that are none, for a blank, a bracket or a label."""

# ruff: noqa: RUF001 -- signs in full width are meant

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from markdown_it.common.utils import normalizeReference

from digest.basics.lazyregex import lazy_regex
from digest.basics.text import slugify, words_of
from digest.markdown.left.forms import OPAQUE, Form, Remark, make_form
from digest.markdown.left.hints import OR_ANGLE, OR_BRACKET
from digest.markdown.mail import SCHEME, mend_mail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digest.markdown.left.forms import Found

_ENDINGS = words_of("avif gif htm html jpeg jpg md pdf png svg webp")
_FILE = rf"[^\s()\[\]<>]+\.(?:{'|'.join(sorted(_ENDINGS))})"
_ADDRESS = (
    rf"(?:(?:https?://|mailto:|/|\.\.?/|#)[^\s()（）\[\]［］{{}}]+|{_FILE})(?:#[^\s()\[\]]*)?"
)
_LIKE_ADDRESS = lazy_regex(
    rf"^\s*<?(?:https?:|mailto:|www\.|/|\.\.?/|#|[\w-]+/)|{_FILE}", re.IGNORECASE
)
_SIZE = lazy_regex(r"\s*=\s*\d*%?x?\d*%?\s*$")
_TITLE = lazy_regex(r"(?P<address>\S+)\s+[\"“](?P<title>.*)[\"”]\s*", re.DOTALL)
_OPEN_TITLE = lazy_regex(r"(?P<address>\S+)\s+[\"“](?P<title>[^\"”]+)")
"""A title whose second mark lacks."""
_BARE_TITLE = lazy_regex(r"(?P<address>https?://[^\s/.]+\.[^\s/]+/?)\s+(?P<title>[^\s./][^./]*)")
"""A title without its marks, unless it may be a part of the host's name."""
_URL = lazy_regex(r"https?://[^\s()]+")
_DEFINITION = lazy_regex(
    r"^[ \t]*\[(?P<label>[^\[\]\n^@]+)\]:[ \t]*"
    rf"(?P<address><?https?://[^\s>]+>?|(?:mailto:|/|\.\.?/|#|{OPAQUE})\S+(?=[ \t]*$))",
    re.MULTILINE,
)
_TO_COME = lazy_regex(
    r"\s*(?:(?=.*\b(?:LINK|TBD|TODO|URL)\b)[A-Z]+(?:\s+[A-Z]+)+"
    r"|(?i:(?:add|insert|paste|put)\s.*\b(?:link|url)\b.*)"
    r"|(?i:(?:link|url)\s+(?:to come|here|tbd|todo)))\s*"
)
"""What holds the place of an address, as in `(LINK TO COME)`."""
_LETTERS = lazy_regex(r"[^\W\d_]{2}")
_NUMBER = lazy_regex(r"[#v§]?\d[\d.]*")
_MANY_WORDS = 4


def _tell_link(found: Found) -> str | Remark:
    words, address = f"{found['bang']}[{found['words']}]", found["address"]
    if _TO_COME.fullmatch(address) or not address.strip():
        return f"write '{words}(https://…)'{OR_BRACKET}"
    if not (found["bang"] or _LIKE_ADDRESS.search(address)):
        # `[sic](as they say)`
        return ""
    url = _URL.match(address.strip())
    if not found["close"] or (url and len(address.split()) >= _MANY_WORDS and '"' not in address):
        typed = address.split()[0].rstrip("]")
        first = typed.rstrip("}")
        end = found.match.start("address") - found.match.start() + address.find(typed) + len(typed)
        return Remark(f"write '{words}({first})'{OR_BRACKET}", length=end)
    if _SIZE.search(address) and _SIZE.sub("", address):
        size = re.search(r"=(\d+%?)", address)
        width = f"{{width={size[1]}}}" if size and found["bang"] else ""
        return f"write '{words}({_fill(_SIZE.sub('', address))}){width}'{OR_BRACKET}"
    titled = _TITLE.fullmatch(address.strip()) or _OPEN_TITLE.fullmatch(address.strip())
    titled = titled or _BARE_TITLE.fullmatch(address.strip())
    if titled:
        title = titled["title"].replace('\\"', '"').replace('"', '\\"')
        return f"write '{words}({titled['address']} \"{title}\")'{OR_BRACKET}"
    return f"write '{words}({_fill(address)})'{OR_BRACKET}"


def _fill(address: str) -> str:
    """Return an address with blanks in it as it is read."""
    address = " ".join(address.split())
    if address.startswith(SCHEME):
        return mend_mail(address)
    scheme, sign, rest = address.partition("://")
    if sign and len(scheme) <= len("https"):
        host, slash, path = rest.partition("/")
        return f"{scheme}{sign}{host.replace(' ', '')}{slash}{path.replace(' ', '%20')}"
    return f"<{address}>" if re.search(r"[\s()]", address) else address


def _tell_apart(found: Found) -> str:
    """Tell of a link that has a bracket of another kind, or a blank between its parts."""
    words = found["words"] or found["round"]
    if not any(sign.isalpha() for sign in words):
        # `[1] (https://…)` may be a note
        return ""
    # no backslash changes how the full width is shown
    otherwise = OR_BRACKET if "[" in found.whole else ", or a blank between the two"
    return f"write '{'!' if found['bang'] else ''}[{words}]({found['address']})'{otherwise}"


def _tell_label(found: Found) -> str | Remark:
    words, label = found["words"], found["label"].strip() or found["words"]
    if _URL.fullmatch(label):
        return f"write '{found['bang']}[{words}]({label})'{OR_BRACKET}"
    if normalizeReference(label) in found.typed.unread:
        # its definition is told of
        return ""
    # `[7][the issue]` is a link, and `[1][2]` may be none
    named = words if words and not _NUMBER.fullmatch(words) else label
    if not _LETTERS.search(named) or label in {"…", "..."} or "[" in words:
        return ""
    hint = f"write '[{label}]: https://…' on a line of its own{OR_BRACKET}"
    return Remark(hint, f"no link is defined as '{label}'")


def _tell_wiki(found: Found) -> str:
    page, _, words = found["page"].partition("|")
    name = page.strip()
    if found["bang"] or re.search(r"\.(?:avif|gif|jpe?g|png|svg|webp)$", name):
        return f"write '![what it shows]({_fill(name.removeprefix('file:'))})'{OR_BRACKET}"
    file, sign, heading = name.removeprefix("file:").partition("#")
    address = file if "." in file or not file else f"{file}.md"
    # `#^id` names a paragraph
    anchor = f"#{slugify(heading)}" if sign and not heading.startswith("^") else ""
    said = words.strip() or (file or heading).strip()
    return f"write '[{said}]({_fill(address)}{anchor})'{OR_BRACKET}"


def _tell_size(found: Found) -> str:
    """Tell of the width that Obsidian has behind the text in an image's place."""
    begin = f"![{found.typed.text}]("
    is_image = found.typed.whole.ask(lambda text: begin in text)
    return f"write '{{width={found['size']}}}' behind the image" if is_image else ""


def _tell_definition(found: Found) -> str | Remark:
    label, address = found["label"], found["address"].strip("<>")
    lines = found.match.string[: found.match.start()].split("\n")
    if _DEFINITION.match(lines[-2] if found.before == "\n" else ""):
        # it is read where the one before it is
        return ""
    told = "the definition of a link would be shown as text"
    if found.before == "\n":
        return Remark("put an empty line before it", told)
    return Remark(f"write '[{label}]: {address}' alone on the line", told)


def unread_labels(texts: Iterable[str]) -> frozenset[str]:
    """List the labels of links whose definitions stand in inline texts, where none is read."""
    found = (_DEFINITION.finditer(text) for text in texts if "]:" in text)
    return frozenset(normalizeReference(one["label"]) for one in chain.from_iterable(found))


FORMS = (
    make_form(
        "^[",
        r"\^\[[^\[\]]+\]",
        "move it out: no note stands in a note, a caption or a description; or '\\^' for the sign",
    ),
    make_form("|", r"\|(?P<size>\d{2,4})(?:x\d{2,4})?\Z", _tell_size),
    make_form(
        ("[^ ", "[ ^", " ]"),
        r"\[[ \t]*\^[ \t]*(?P<label>[\w-]+)[ \t]*\](?![\[(])",
        lambda found: f"write '[^{found['label']}]' for a note{OR_BRACKET}",
    ),
    make_form(
        "[[",
        r"(?<![\w\])])(?P<bang>!?)\[\[(?=#?[^\W\d_])(?P<page>[^\[\]\n]{2,100})\]\](?![\[(])",
        _tell_wiki,
        in_addresses=True,
    ),
    make_form(
        "](",
        r"(?P<bang>!?)\[(?P<words>[^\[\]]*)\]\("
        r"(?P<address>[^()]{0,500}(?:\([^()]*\)[^()]{0,200})*)(?P<close>\))?",
        _tell_link,
        in_addresses=True,
    ),
    make_form(
        "]:",
        r"\A\n?\[(?P<label>[^\[\]\n^@]+)\]:\s*\Z",
        lambda found: f"write '[{found['label']}]: https://…'{OR_BRACKET}",
    ),
    make_form(
        "](",
        r"\]\((?P<address>[^\s()\[\]]+)\)",
        "write '[' where the words of the link begin, or '\\]' for the bracket",
        in_addresses=True,
    ),
    make_form(
        (*("](", "])", "]]", "]{", "] ", "]\t", "]\n", ")["), *("]（", "］", "】", "(http")),
        r"(?P<bang>[!！]?)(?:\((?P<round>[^()\n]+)\)(?=\[)"
        r"|[\[［【](?P<words>[^\[\]［］【】\n]+)"
        r"(?:\](?:[ \t]+\n?|\n)?[ \t]*(?=[(（])|[］】](?=[(（])"
        r"|[\]］】] ?(?=[［{)\]])|(?<=\w)(?=\(http)))"
        rf"[(（\[［{{)\]](?P<address>{_ADDRESS})(?:\)\]|[)）\]］}}])",
        _tell_apart,
        in_addresses=True,
    ),
    make_form(
        "][",
        r"(?<![\w\])])(?:(?P<bang>!?)\[(?P<words>[^\[\]^][^\[\]]{0,300})|!\[)\]\[(?P<label>[^\[\]]{0,300})\](?![\[(])",
        _tell_label,
        in_addresses=True,
    ),
    make_form(
        "![",
        r"(?<![\w#])!\[(?P<words>(?!\s)[^\[\]\n]*[^\W\d_]{2}[^\[\]\n]*)\](?![\[({])",
        lambda found: f"write '![{found['words']}](…)'{OR_BRACKET}",
    ),
    # of an issue, which GitHub makes a link
    make_form(
        "[#",
        r"(?<![\w\]])\[(?P<number>#\d+)\](?![\[(:])",
        lambda found: f"write '[{found['number']}](https://…)' for a link{OR_BRACKET}",
    ),
    Form(
        ("]:",),
        _DEFINITION,
        _tell_definition,
        in_addresses=True,
    ),
    make_form(
        ("<http", *(f".{ending}>" for ending in _ENDINGS)),
        rf"<(?P<address>https?://[^\s<>]+)(?:[ \t]*>)?|<(?P<file>{_FILE})>",
        lambda found: (
            f"write '<{found['address']}>'{OR_ANGLE}"
            if found["address"]
            else f"write '[…]({found['file']})'{OR_ANGLE}"
        ),
        in_addresses=True,
    ),
    make_form(
        ("http:/", "https:/", "http//", "https//"),
        r"\b(?P<scheme>https?)(?::/|//)(?P<rest>[^\s/()]+\.[^\s()]+)",
        lambda found: f"write '{found['scheme']}://{found['rest']}'",
    ),
)
