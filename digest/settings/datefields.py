"""Days, months and years out of YAML nodes, as a schema's fields have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from digest.basics.days import day_exists, meant_date
from digest.basics.text import shorten
from digest.settings.converters import wrong_form
from digest.settings.yamlnodes import Scalar

if TYPE_CHECKING:
    from digest.settings.yamlnodes import Node, Reading


def date(node: Node, reading: Reading) -> str | None:
    """Read a day as `YYYY-MM-DD`; a time behind it is dropped, and that is told."""
    if isinstance(node, Scalar):
        found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[Tt ]\s*(.*))?", node.text, re.ASCII)
        if found and day_exists(found[1]):
            if found[2]:
                message = f"'{shorten(found[2])}' behind the day is not kept"
                fix = node.rewrite(found[1])
                reading.report("field-doubtful", node.place, message, f"write '{found[1]}'", fix)
            return found[1]
    _report_date(node, reading, "a date is written YYYY-MM-DD")
    return None


def partial_date(node: Node, reading: Reading) -> str | None:
    """Read a day, a month or a year: `2022-03-02`, `2022-03` or `2022`."""
    if isinstance(node, Scalar):
        found = re.fullmatch(r"(\d{4})(-\d{2})?(-\d{2})?", node.text, re.ASCII)
        if found and day_exists(f"{found[1]}{found[2] or '-01'}{found[3] or '-01'}"):
            return node.text
    _report_date(node, reading, "a date is written YYYY-MM-DD, YYYY-MM or YYYY")
    return None


def _report_date(node: Node, reading: Reading, form: str) -> None:
    if isinstance(node, Scalar) and (
        meant := meant_date(node.text, may_be_partial="YYYY-MM," in form)
    ):
        message = f"this must be a date, not '{shorten(node.text)}'"
        reading.report("field-type", node.place, message, f"write '{meant}'", node.rewrite(meant))
    elif isinstance(node, Scalar) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", node.text, re.ASCII):
        wrong_form(node, reading, "this must be a date that exists")
    else:
        wrong_form(node, reading, "this must be a date", form)
