"""What other tools read and digest does not: attributes, directives, shortcodes in `[ ]`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import OPAQUE, Form, make_form
from digest.markdown.left.hints import OR_BRACE, OR_BRACKET
from digest.markdown.left.restructuredtext import OPTIONS

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_NOTES = (
    "note|tip|important|warning|caution|danger|info|hint|attention|error|example|quote|abstract|"
    "success|question|failure|bug"
)


def _tell_attributes(found: Found) -> str:
    width = re.search(r"\bwidth=[\"']?(\d+%?)", found.whole)
    if size := _SIZE.fullmatch(found.whole):
        return f"write '{{width={size[1]}{size[2]}}}' right behind an image{OR_BRACE}"
    if width and not found.whole.startswith("{width"):
        return f"write '{{width={width[1]}}}', with no more in it{OR_BRACE}"
    own_id = re.match(r"\{:?\s*#\s*([\w-]+)", found.whole)
    if own_id and not found.behind:
        return f"an id stands alone, and behind a heading: '## … {{#{own_id[1]}}}'{OR_BRACE}"
    if found.whole.startswith("{width"):
        return "write '{width=50%}' of the column, or '{width=300}' pixels, right behind an image"
    return "nothing reads it in this place: take it away" + OR_BRACE


def _tell_sign(found: Found) -> str:
    if "{papers}" in found.match.string:
        # it is told with the line that should begin a directive
        return ""
    if found.match[0].strip(":") in OPTIONS and ".. " in found.match.string:
        # it is told with its directive
        return ""
    return "write the sign itself, as '🎉', or '\\:' for the sign"


_MARK = r"(?:\.[A-Za-z][\w-]*|#[ ]?[A-Za-z][\w:.-]*)"
_VALUE = r"=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+)"
_ATTRIBUTE = rf"(?:{_MARK}|[A-Za-z][\w-]*{_VALUE})"
# alone, `{n=5}` is a set
_FIRST = rf"(?:{_MARK}|(?:align|class|height|id|lang|rel|style|target|title|width){_VALUE})"
_ICONS = "(?:fontawesome|material|octicons|simple)-"
"""Sets of signs that stand behind a word as well."""
_SHORTCODES = "caption|gallery|embed|audio|video|youtube"
_SHORTCODES_BEGIN = [f"[{name}" for name in _SHORTCODES.split("|")]

_SIZE = lazy_regex(
    r"\{\s*(?:w(?!idth=)[a-z]{2,7}|size|scale|w(?==\d+(?:%|px)))\s*[=:]\s*[\"']?(\d+)(%|px|)[\"']?\s*\}"
)
"""A width that nothing reads, for it is called otherwise."""

FORMS = (
    Form(("{w", "{ w", "{s", "{ s"), _SIZE, _tell_attributes),
    # kramdown's `{:toc}` and `{: .class}`, pandoc's `{.class #id key=value}`
    make_form(
        "{",
        # kramdown's `{::comment}` and `{:/comment}` as well
        rf"\{{(?::[:/][a-z]*(?:\s[^{{}}\n]*)?/?|:[a-z]+|(?::\s*{_ATTRIBUTE}|\s*{_FIRST})(?:\s+{_ATTRIBUTE})*)\s*\}}",
        _tell_attributes,
    ),
    make_form(
        "[",
        rf"^[ \t]*\[{{1,2}}[_{OPAQUE}]?(?:TOC|toc)[_{OPAQUE}]?\]{{1,2}}[ \t]*$",
        "take it away: an edition's page has its contents" + OR_BRACKET,
    ),
    make_form(
        "[!",
        r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]|^\[!(?P<kind>[A-Za-z]{3,12})"
        r"(?:\][-+]?|(?:[ \t]+[a-z]+=\"[^\"\n]*\")+[ \t]*\])",
        "write '> [!NOTE]', TIP, IMPORTANT, WARNING or CAUTION, alone on the first line"
        + OR_BRACKET,
    ),
    make_form(
        "[/",
        rf"(?is)\[(?P<name>b|i|u|s|url|img|quote|code|color|size|font|list|center|spoiler|{_SHORTCODES})\b[^\[\]\n]{{0,200}}\]"
        r".{0,300}?\[/(?P=name)\]",
        "write Markdown in its place" + OR_BRACKET,
        in_addresses=True,
    ),
    make_form(
        (*('="', "='", "=”", "[name=", "[time=", "[color="), *_SHORTCODES_BEGIN),
        rf"\[(?:{_SHORTCODES})\s+\w+=[^\[\]\n]+\]"
        # of HackMD
        r"|\[(?:name|time|color)=[^\[\]\n]+\](?![\[(:])"
        r"|\[[a-z][\w-]{2,}(?:\s+[a-z][\w-]*=(?:\"[^\"\[\]\n]*\"|'[^'\[\]\n]*'))+\s*/?\](?![\[(:])",
        "there are no shortcodes; write Markdown in its place" + OR_BRACKET,
        in_addresses=True,
    ),
    make_form(
        ("\n!!!", "\n???"),
        rf"^[ \t]*(?:!!!|\?\?\?\+?)[ \t]+(?:{_NOTES})\b",
        "write '> [!NOTE]', and '> …' for each line behind it",
    ),
    make_form(
        "\n=== ",
        r"^=== [\"“][^\"”\n]+[\"”]",
        "there are no tabs; write a heading, as '### …', in its place",
    ),
    make_form(
        ":",
        # of what stands before it only ASCII counts, less blanks and brackets that open
        rf":(?:(?<![!-'*-Z\\-~]:)|(?={_ICONS}))"
        r"(?:[a-z][a-z0-9_+-]{1,40}|\+1|-1):"
        rf"(?=[\s.,;!?)\]]|{OPAQUE}|$)",
        _tell_sign,
    ),
    make_form(
        ("|", "%"),
        # the stars may have been read as emphasis
        rf"[*{OPAQUE}]\|[A-Z][A-Z0-9_:]*\|[*{OPAQUE}]"
        r"|(?<![\w%])%[A-Za-z]+(?:[._][A-Za-z]+)+%(?![\w%])",
        "only the mail's own templates have such tags; take it away",
    ),
    make_form(
        "%%",
        r"(?<![\d%])%%(?:(?=[^\s%,.])[^%\n]{2,300}|[ \t][^%\n]{2,300}[ \t])%%",
        lambda found: f"write '<!-- {found.whole.strip('% ')} -->' for a comment",
    ),
)
