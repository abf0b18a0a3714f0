"""What stands for a text that is still to be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.markdown.left.forms import Remark, make_form

if TYPE_CHECKING:
    from digest.markdown.left.forms import Found

_HINT = "write what is missing, or take it away"
_WORD = "(?:TODO|FIXME|XXX+|TKTK)"
_DO = (
    "(?:add|ask|check|cite|describe|expand|explain|fill|find|finish|fix|insert|mention|replace"
    "|rewrite|write)"
)


def _tell(found: Found) -> Remark:
    return Remark(_HINT, f"'{found.whole.strip()}' stands for a text that is not written yet")


def _tell_lorem(found: Found) -> str | Remark:
    is_first = not found.match.string[: found.match.start()].strip()
    return _tell(found) if is_first or found.whole.endswith("dolor") else ""


FORMS = (
    # alone, in brackets, with a colon, or with what to do: "a TODO list" is about one
    make_form(
        ("TODO", "FIXME", "XXX", "TKTK"),
        rf"(?<![\w#./-]){_WORD}(?:\([\w .@-]{{1,40}}\))?:(?!:)"
        rf"|(?<=[\[(]){_WORD}(?=[\]):])"
        rf"|(?:^|(?<=[.!?] )){_WORD}(?=[.!…]?(?:\s*$|[.!?] ))"
        rf"|(?:^|(?<=[.!?] )|(?<=[\[(])){_WORD}(?=[ \t]+{_DO}\b)"
        # in place of a number
        r"|(?:^|(?<=[.!?] ))XXX+(?=[ \t]+[a-z])",
        _tell,
    ),
    make_form(
        ("TBD", "TBA"),
        r"\A\s*(?:\(TB[AD]\)|TB[AD])(?=[.…]*\s*\Z)|(?<=\[)TB[AD](?=\])",
        _tell,
    ),
    make_form("orem ipsum", r"\b[Ll]orem ipsum(?: dolor\b)?", _tell_lorem),
    make_form(
        (
            *("here]", "eeded]", "[object", "[CIT", "[REF", "[LINK]", "[link]", "[TK]"),
            *("[insert ", "[Insert ", "[add ", "[Add ", "[fill ", "[Fill ", "[your ", "[Your "),
        ),
        r"\[(?:(?i:insert|add|fill in|your)\s[^\[\]\n]{2,60}"
        r"|[^\[\]\n]{2,40}\s(?:goes )?(?i:here)|[Cc]itation needed|object Object"
        r"|CITATION|CITE|REFS?|LINK|link|TK)\](?![\[(:])",
        _tell,
    ),
)
