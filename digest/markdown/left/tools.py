"""What other tools read and digest does not: shortcodes, attributes, directives, links of wikis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.text import words_of
from digest.markdown.left.forms import OPAQUE, Form

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_BRACE = ", or '\\{' for the sign"
_BRACKET = ", or '\\[' for the bracket"
_MARKDOWN = "there are no shortcodes and no variables; write Markdown in its place"
_VIDEO = re.compile(r"^\{\{[<%]\s*(youtube|vimeo)\s+(?:id=)?[\"']?([\w-]+)", re.IGNORECASE)
_PICTURE = re.compile(r"\b(?:src|link)=[\"']([^\"']+)[\"']")
_WORDS = re.compile(r"\b(?:alt|caption|title)=[\"']([^\"']+)[\"']")
_HOSTS = {"youtube": "www.youtube.com/watch?v=", "vimeo": "vimeo.com/"}
_NOTES = (
    "note|tip|important|warning|caution|danger|info|hint|attention|error|example|quote|abstract|"
    "success|question|failure|bug"
)


def _tell_shortcode(found: Found) -> str:
    typed = found.whole
    video = _VIDEO.match(typed)
    if video:
        return f"write a link: '[its title](https://{_HOSTS[video[1].lower()]}{video[2]})'{_BRACE}"
    picture = _PICTURE.search(typed)
    if picture and re.match(r"\{\{[<%]\s*(?:figure|img|image)\b", typed):
        words = _WORDS.search(typed)
        return f"write '![{words[1] if words else 'what it shows'}]({picture[1]})'{_BRACE}"
    return _MARKDOWN + _BRACE


def _tell_attributes(found: Found) -> str:
    width = re.search(r"\bwidth=[\"']?(\d+%?)", found.whole)
    if width and not found.whole.startswith("{width"):
        return f"write '{{width={width[1]}}}', with no more in it{_BRACE}"
    own_id = re.match(r"\{:?\s*#\s*([\w-]+)", found.whole)
    if own_id and not found.behind:
        return f"an id stands alone, and behind a heading: '## … {{#{own_id[1]}}}'{_BRACE}"
    if found.whole.startswith("{width"):
        return "write '{width=50%}' of the column, or '{width=300}' pixels, right behind an image"
    return "nothing reads it in this place: take it away" + _BRACE


def _tell_role(found: Found) -> str:
    is_role = found.source.startswith("`", found.match.end())
    return "there are no such roles; write Markdown in its place" if is_role else ""


_OPTIONS = words_of("align alt caption class depth height maxdepth name scale target width")
"""What stands below a directive of reStructuredText."""


def _tell_sign(found: Found) -> str:
    if found.match[0].strip(":") in _OPTIONS and ".. " in found.match.string:
        # it is told with its directive
        return ""
    return "write the sign itself, as '🎉', or '\\:' for the sign"


_MARK = r"(?:\.|#[ ]?)[A-Za-z][\w-]*"
_VALUE = r"=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+)"
_ATTRIBUTE = rf"(?:{_MARK}|[A-Za-z][\w-]*{_VALUE})"
# alone, `{n=5}` is a set
_FIRST = rf"(?:{_MARK}|(?:align|class|height|id|lang|rel|style|target|title|width){_VALUE})"
_ICONS = "(?:fontawesome|material|octicons|simple)-"
"""Sets of signs that stand behind a word as well."""
_SHORTCODES = "caption|gallery|embed|audio|video|youtube"

FORMS = (
    Form(
        ("{{",),
        re.compile(r"\{{2,3}[<%]?.{1,300}?[>%]?\}{2,3}", re.DOTALL),
        _tell_shortcode,
        in_addresses=True,
    ),
    Form(
        ("{%", "{#"),
        re.compile(r"\{(?P<sign>[%#])-?\s.{0,300}?-?(?P=sign)\}", re.DOTALL),
        _MARKDOWN + _BRACE,
        in_addresses=True,
    ),
    Form(
        ("<%",),
        re.compile(r"<%[=#-]?\s.{1,300}?%>", re.DOTALL),
        "there are no variables; write Markdown in its place, or '\\<' for the sign",
        in_addresses=True,
    ),
    Form(
        ("{/*",),
        re.compile(r"\{/\*.{0,300}?\*/\}", re.DOTALL),
        "write '<!-- … -->' for a comment" + _BRACE,
    ),
    # kramdown's `{:toc}` and `{: .class}`, pandoc's `{.class #id key=value}`
    Form(
        ("{",),
        re.compile(rf"\{{(?::[a-z]+|(?::\s*{_ATTRIBUTE}|\s*{_FIRST})(?:\s+{_ATTRIBUTE})*)\s*\}}"),
        _tell_attributes,
    ),
    Form(
        ("[",),
        re.compile(
            rf"^[ \t]*\[{{1,2}}[_{OPAQUE}]?(?:TOC|toc)[_{OPAQUE}]?\]{{1,2}}[ \t]*$", re.MULTILINE
        ),
        "take it away: an edition's page has its contents" + _BRACKET,
    ),
    Form(
        ("[!",),
        re.compile(
            r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|^\[!(?P<kind>[A-Za-z]{3,12})\][-+]?",
            re.MULTILINE,
        ),
        "write '> [!NOTE]', TIP, IMPORTANT, WARNING or CAUTION, alone on the first line" + _BRACKET,
    ),
    Form(
        ("[/",),
        re.compile(
            rf"\[(?P<name>b|i|u|s|url|img|quote|code|color|size|{_SHORTCODES})\b[^\[\]\n]{{0,200}}\]"
            r".{0,300}?\[/(?P=name)\]",
            re.IGNORECASE | re.DOTALL,
        ),
        "write Markdown in its place" + _BRACKET,
        in_addresses=True,
    ),
    Form(
        tuple(f"[{name}" for name in _SHORTCODES.split("|")),
        re.compile(rf"\[(?:{_SHORTCODES})\s+\w+=[^\[\]\n]+\]"),
        "there are no shortcodes; write Markdown in its place" + _BRACKET,
        in_addresses=True,
    ),
    Form(
        ("\n!!!", "\n???"),
        re.compile(rf"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+(?:{_NOTES})\b", re.MULTILINE),
        "write '> [!NOTE]', and '> …' for each line behind it",
    ),
    Form(
        ("\n=== ",),
        re.compile(r"^=== [\"“][^\"”\n]+[\"”]", re.MULTILINE),
        "there are no tabs; write a heading, as '### …', in its place",
    ),
    Form(
        ("\n.. ",),
        re.compile(r"^[ \t]*\.\.[ \t]+[a-z][\w:-]*::", re.MULTILINE),
        "there are no such directives; write Markdown in its place",
    ),
    Form(
        (f":{OPAQUE}",),
        re.compile(rf":(?<![\w:]:)[a-z]+(?::[a-z]+)?:(?={OPAQUE})"),
        _tell_role,
    ),
    Form(
        (":",),
        re.compile(
            rf":(?:(?<![^\s(\[{OPAQUE}\u0080-\uffff]:)|(?={_ICONS}))"
            r"(?:[a-z][a-z0-9_+-]{1,40}|\+1|-1):"
            rf"(?=[\s.,;!?)\]{OPAQUE}]|$)"
        ),
        _tell_sign,
    ),
    Form(
        ("|",),
        # the stars may have been read as emphasis
        re.compile(rf"[*{OPAQUE}]\|[A-Z][A-Z0-9_:]*\|[*{OPAQUE}]"),
        "only the mail's own templates have such tags; take it away",
    ),
    Form(
        ("%%",),
        re.compile(r"(?<![\d%])%%(?=[^\s%,.])[^%\n]{2,300}%%"),
        lambda found: f"write '<!-- {found.whole.strip('% ')} -->' for a comment",
    ),
)
