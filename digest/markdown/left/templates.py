"""What is replaced where other tools make pages: variables, tags, shortcodes, imports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import make_form
from digest.markdown.left.hints import OR_ANGLE, OR_BRACE
from digest.markdown.videopages import VIDEO_PAGES

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_MARKDOWN = "there are no shortcodes and no variables; write Markdown in its place"
_VIDEO = lazy_regex(r"^\{\{[<%]\s*(youtube|vimeo)\s+(?:id=)?[\"']?([\w-]+)", re.IGNORECASE)
_PICTURE = lazy_regex(r"\b(?:src|link)=[\"']([^\"']+)[\"']")
_WORDS = lazy_regex(r"\b(?:alt|caption|title)=[\"']([^\"']+)[\"']")
_REFERENCE = lazy_regex(r"^\{\{?[<%]-?\s*(?:(?:rel)?ref|link|post_url)\s+")
"""What stands for a page's address."""
_TAG = lazy_regex(r"\{%-?\s*(?P<name>\w+)\s*(?P<more>[\w+#-]*)")


def _tell_shortcode(found: Found) -> str:
    typed = found.whole
    video = _VIDEO.match(typed)
    if video:
        page = VIDEO_PAGES[video[1].lower()].format(video[2])
        return f"write a link: '[its title]({page})'{OR_BRACE}"
    picture = _PICTURE.search(typed)
    if picture and re.match(r"\{\{[<%]\s*(?:figure|img|image)\b", typed):
        words = _WORDS.search(typed)
        return f"write '![{words[1] if words else 'what it shows'}]({picture[1]})'{OR_BRACE}"
    return _tell_reference(typed)


def _tell_reference(typed: str) -> str:
    hint = "write the page's address in its place" if _REFERENCE.match(typed) else _MARKDOWN
    return hint + OR_BRACE


def _tell_tag(found: Found) -> str:
    tag = _TAG.match(found.whole.lstrip())
    name = tag["name"] if tag else ""
    if name in {"comment", "endcomment"}:
        text, start, end = found.typed.text, found.match.start(), found.match.end()
        if text.startswith("<!--", end) or text.endswith("-->", 0, start):
            return "take it away: '<!-- … -->' is a comment" + OR_BRACE
        return f"write '{'<!--' if name == 'comment' else '-->'}' for a comment{OR_BRACE}"
    if name in {"highlight", "endhighlight"}:
        language = tag["more"] if tag and name == "highlight" else ""
        return f"write '```{language}' on a line of its own{OR_BRACE}"
    if name in {"raw", "endraw"}:
        return "take it away" + OR_BRACE
    return _tell_reference(found.whole.lstrip())


FORMS = (
    # what has empty lines in it, or is very long, is told of where its line begins
    make_form(
        "{{",
        r"(?s)(?<!\{)\{{2,3}[<%]?.{1,300}?[>%]?\}{2,3}|^[ \t]*\{\{[<%#>]\s*/?[A-Za-z][^\n]*",
        _tell_shortcode,
        in_addresses=True,
    ),
    make_form(
        ("{%", "{#"),
        r"(?s)\{(?P<sign>[%#])-?\s.{0,300}?-?(?P=sign)\}|^[ \t]*\{%-?\s*[a-z]+\s[^\n]*",
        _tell_tag,
        in_addresses=True,
    ),
    make_form(
        "<%",
        r"(?s)<%[=#-]?\s.{1,300}?%>",
        "there are no variables; write Markdown in its place" + OR_ANGLE,
        in_addresses=True,
    ),
    make_form(
        "{/*",
        r"(?s)\{/\*.{0,300}?\*/\}",
        "write '<!-- … -->' for a comment" + OR_BRACE,
    ),
    make_form(
        ("8<", "{!"),
        r"^[ \t]*-+8<-+[ \t]+([\"'])[^\"'\n]+\1|\{![ \t]*[\w./-]+\.\w+[ \t]*!\}",
        "no other file is put here; write its text" + OR_BRACE,
    ),
    make_form(
        ("\nimport ", "\nexport "),
        r"^import\s+(?:[\w*{][\w*{} \t,]*\s+from\s+)?"
        r"(?P<sign>[\"'])[./@\w-]+(?P=sign);?[ \t]*$"
        r"|^export\s+(?:(?:const|let|var)\s+\w+\s*=|default\s+\w+\s*[({]|function\s+\w+\().*",
        "there are no components: take it away",
    ),
)
