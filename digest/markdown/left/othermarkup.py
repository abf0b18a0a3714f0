"""What other markup languages have, and Markdown has not: AsciiDoc, Org, wikis, Textile, Slack.

And what a few programs add to Markdown for a use of their own, as notes of a review.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.lazyregex import lazy_regex
from digest.markdown.left.forms import OPAQUE, Form, make_form
from digest.markdown.left.hints import OR_ANGLE, OR_BRACE, OR_BRACKET, TABLE

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_TAKE_AWAY = "take it away"
_MARKDOWN = "write Markdown in its place"
_FENCE = "write '```{}' on a line of its own"
_PATH = r"https?://[^\s\[\]()<>|\"]{1,500}"
_COMMENT = lazy_regex(r"^%[ \t]+\S.*", re.MULTILINE)


def _tell_macro(found: Found) -> str:
    """Tell of AsciiDoc's `name:address[text]`."""
    name, address, text = found["name"], found["address"], found["text"]
    if name in {"link", "xref"} and address:
        return f"write '[{text or '…'}]({address})'{OR_BRACKET}"
    if name == "image" and address:
        return f"write '![{text or 'what it shows'}]({address})'{OR_BRACKET}"
    if name == "footnote" and text:
        return f"write '^[{text}]'"
    if name == "kbd" and text:
        return f"write '<kbd>{text}</kbd>'"
    return _MARKDOWN + OR_BRACKET if address or name == "stem" else ""


def _link(signs: tuple[str, ...], pattern: str) -> Form:
    """Return the form of a link, whose pattern has the groups `words` and `address`."""
    return make_form(signs, pattern, _tell_link, in_addresses=True)


def _tell_link(found: Found) -> str:
    sign = OR_BRACKET if "[" in found.whole else OR_ANGLE if "<" in found.whole else ""
    address = found["address"].removeprefix("file:")
    return f"write '[{found['words'].strip()}]({address})'{sign}"


def _tell_org(found: Found) -> str:
    """Tell of Org's `#+begin_src python` and its like."""
    side, _, name = found["name"].lower().partition("_")
    if side in {"begin", "end"} and name in {"src", "example"}:
        return _FENCE.format(found["more"] if side == "begin" else "")
    return "write '> …' for each line of a quotation" if name == "quote" else _TAKE_AWAY


def _tell_block(found: Found) -> str:
    """Tell of Jira's `{code}` and its like."""
    name = found["name"]
    if name in {"code", "noformat"}:
        return _FENCE.format(found["more"]) + OR_BRACE
    return ("write '> …' for each line of it" if name == "quote" else _TAKE_AWAY) + OR_BRACE


def _tell_review(found: Found) -> str:
    """Tell of CriticMarkup's changes and notes."""
    if found["note"]:
        return f"write '<!-- {found['note']} -->'{OR_BRACE}"
    if found["gone"]:
        return f"write '<del>{found['gone']}</del>'{OR_BRACE}"
    return "decide which of the two stays" + OR_BRACE


def _tell_comment(found: Found) -> str:
    """Tell of MyST's comments, which stand at the left edge: `- % of users` is none."""
    if found["line"] not in found.typed.whole.ask(_find_comments):
        return ""
    return f"write '<!-- {found['words'].strip()} -->', or '\\%' for the sign"


def _find_comments(text: str) -> frozenset[str]:
    return frozenset(_COMMENT.findall(text))


FORMS = (
    make_form(
        ("\n== ", "\n=== ", "\n==== "),
        r"\A\n?(?P<marks>={2,4})[ \t]+(?P<words>[^\s=\"“][^\n=]*?)[ \t]*=*[ \t]*$",
        lambda found: f"write '{'#' * len(found['marks'])} {found['words']}' for a heading",
    ),
    make_form(
        ("image:", "link:", "xref:", "include:", "footnote:", "kbd:", "btn:", "stem:"),
        r"(?<![\w:/])(?P<name>image|link|xref|include|footnote|kbd|btn|stem)::?"
        r"(?P<address>[^\s\[\]]{0,300})\[(?P<text>[^\[\]\n]*)\](?![\[(:])",
        _tell_macro,
        in_addresses=True,
    ),
    _link(
        ("http",),
        rf"(?P<address>{_PATH}(?<![/=?&^]))"
        r"\[(?!/|\^|-?@)(?=[^\[\]\n]*[^\W\d_])(?P<words>[^\[\]\n=]+)\](?![\w\[(:=/&])",
    ),
    make_form(
        ("[source,", "[source%", "[NOTE]", "[TIP]", "[IMPORTANT]", "[WARNING]", "[CAUTION]"),
        r"^\[(?:source[,%](?P<code>[^\[\]\n]*)|NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$",
        lambda found: (
            _FENCE.format(found["code"].strip(", ").partition(",")[0])
            if found["code"]
            else f"write '> {found.whole.strip().replace('[', '[!')}', and '> …' below it"
        ),
    ),
    make_form("|===", r"^\|={3,}[ \t]*$", TABLE),
    make_form(
        "\n#+",
        r"^#\+(?P<name>[A-Za-z_]{3,})(?::|(?=\s)|$)[ \t]*(?P<more>[\w+-]*)",
        _tell_org,
    ),
    make_form("\n:", r"^:[A-Z_]{2,}:[ \t]*$", _TAKE_AWAY),
    make_form(
        "\n:",
        r"^:(?P<name>[A-Z][A-Za-z -]{1,30}):[ \t]+(?=\S)",
        lambda found: f"write '**{found['name']}:** …'",
    ),
    _link(
        ("][",),
        r"(?<![\w\]])\[\[(?!\d)(?P<address>[^\[\]\n]+)\]\[(?P<words>[^\[\]\n]+)\]\]",
    ),
    make_form(
        "'''",
        r"(?<![\w'`])'''(?=[^\W_])(?P<words>[^'\n]*[^\s'])'''(?![\w'])",
        lambda found: f"write '**{found['words']}**'",
    ),
    make_form(
        "''",
        r"(?<![\w'`])''(?=[^\W_])(?P<words>[^'\n]*[^\s'])''(?![\w'])",
        lambda found: f"write '*{found['words']}*', or '\"{found['words']}\"'",
    ),
    _link(
        ("[http",),
        rf"(?<!\])\[(?P<address>{_PATH}(?<![,;]))[ \t]+(?P<words>[^\[\]\n]+)\](?![\[(:])",
    ),
    _link(
        ("|http", "|mailto:", "|/", "|#"),
        r"(?<!\])\[(?P<words>[^\[\]|\n]+)"
        r"\|(?P<address>(?:https?://|mailto:|/|#)[^\s\[\]|]+)\](?![\[(:])",
    ),
    _link(
        ('":http',),
        r"(?<![\w:{,])\"(?P<words>[^\"\n]+)\":"
        r"(?P<address>https?://[^\s<>\"]{1,500}[^\s<>\".,;:!?)])",
    ),
    make_form("{|", r"^\{\|[^\n]*", TABLE),
    make_form(
        tuple(f"\nh{level}. " for level in range(1, 7)),
        r"^h(?P<level>[1-6])\. +(?P<words>\S[^\n]*)",
        lambda found: f"write '{'#' * int(found['level'])} {found['words'].strip()}' for a heading",
    ),
    make_form(
        (".png!", ".jpg!", ".jpeg!", ".gif!", ".svg!"),
        r"(?<![\w!])!(?P<file>[^\s!|\[\]]+\.(?:png|jpe?g|gif|svg))!(?!\w)",
        lambda found: f"write '![what it shows]({found['file']})'",
    ),
    make_form("\nbq. ", r"^bq\. +(?=\S)", "write '> …' for a quotation"),
    make_form(
        ("{code", "{quote", "{noformat", "{panel", "{color"),
        r"(?s)\{(?P<name>code|quote|noformat|panel|color)(?::(?P<more>[^{}\n]*))?\}"
        r"(?=.{0,500}?\{(?P=name)\})|(?<=\w)\{(?:code|quote|noformat|panel|color)\}",
        _tell_block,
    ),
    _link(("<http",), r"<(?P<address>https?://[^\s<>|]{1,500})\|(?P<words>[^<>\n]+)>"),
    make_form(
        ("<#C", "<!here", "<!channel", "<!everyone", "<t:", "<:", "<a:"),
        r"<(?:#C[A-Z0-9]{6,}(?:\|[^<>\n]*)?|!(?:here|channel|everyone)"
        r"|t:\d{9,}(?::[a-zA-Z])?|a?:\w{2,32}:\d{5,})>",
        "take it away: it has a meaning in a chat alone" + OR_ANGLE,
    ),
    make_form(
        ("{--", "{>>", "{~~", f"{{{OPAQUE}"),
        r"\{--(?P<gone>[^{}\n]+)--\}|\{>>(?P<note>[^{}\n]+)<<\}"
        rf"|\{{[~{OPAQUE}][^{{}}\n]{{0,300}}~>[^{{}}\n]{{0,300}}[~{OPAQUE}]\}}",
        _tell_review,
    ),
    make_form(
        "\n(",
        r"^\((?P<name>[A-Za-z][\w:.-]*)\)=[ \t]*$",
        lambda found: f"take it away: a heading's own anchor is '## … {{#{found['name']}}}'",
    ),
    make_form(
        "\n%",
        r"\A\n?(?P<line>%[ \t]+(?P<words>[^\W\d_][^\n]*))",
        _tell_comment,
    ),
    make_form("\n+++", r"\A\n?\+{3,}[ \t]*(?:\{[^\n]*\})?\Z", _TAKE_AWAY),
    # Org's notes and days
    make_form(
        "[fn:",
        r"\[fn:(?P<label>[\w-]*)(?::(?P<note>[^\[\]\n]+))?\]",
        lambda found: (
            f"write '^[{found['note'].strip()}]'{OR_BRACKET}"
            if found["note"]
            else f"write '[^{found['label']}]'{OR_BRACKET}"
        ),
    ),
    make_form(
        ("<1", "<2", "[1", "[2"),
        r"[<\[](?P<day>\d{4}-\d\d-\d\d) [A-Z][a-z]{1,2}\b[^<>\[\]\n]{0,30}[>\]]",
        lambda found: f"write '{found['day']}'",
    ),
    make_form(
        "\n*[",
        r"^\*\[(?P<short>[^\[\]\n]+)\]:[ \t]*(?P<long>[^\n]+)",
        lambda found: f"write '<abbr title=\"{found['long'].strip()}\">{found['short']}</abbr>'",
    ),
    # Obsidian's names of paragraphs
    make_form(
        "^",
        r"(?<!\S)\^(?=[A-Za-z-]*\d|[a-z]+-)[A-Za-z0-9-]{4,}[ \t]*\Z",
        "take it away: nothing can lead to a paragraph",
    ),
    make_form("\n-# ", r"^-# (?=\S)", "write '<small>…</small>'"),
    make_form(
        "!<",
        r">?!(?P<words>(?![\s\[])[^!<>\n]+)!<",
        "nothing hides a text but '<details>'; take the signs away",
    ),
    make_form(
        "((",
        r"\(\([0-9a-f]{8}-[0-9a-f-]{27}\)\)",
        "write what it stands for: nothing can lead to a paragraph",
    ),
    make_form(
        ":: ",
        r"^(?P<name>[A-Za-z][\w-]{1,30}):: +(?=\S)(?!.*::)"
        r"|(?P<open>[\[(])(?P<inner>[A-Za-z][\w -]{1,30}):: [^\[\]()\n]+[\])]",
        lambda found: f"write '**{found['name'] or found['inner']}:** …'",
    ),
    make_form(
        "<<",
        r"<<(?![A-Z_]+>>)(?P<words>[^\W\d_][^<>\n]{0,80})>>",
        lambda found: f"write '\"{found['words']}\"'{OR_ANGLE}",
    ),
)
