"""The JSON schema of site.yaml (draft-07, which editors of YAML read): names, forms, and help."""

from __future__ import annotations

import json

from digest.basics.diagnostics import RULES
from digest.commands.init.template import read_template

SCHEMA_FILE = ".vscode/schemas/site.json"
"""Where a newsletter has it, from its folder; the first line of its site.yaml leads there."""


def make_schema() -> str:
    """Return the schema's text."""
    rules = {
        rule.name: {"description": rule.summary, "$ref": "#/definitions/severity"}
        for rule in RULES.values()
    }
    filled = read_template("site.schema.json", {"rules": json.dumps(rules)})
    return json.dumps(json.loads(filled), ensure_ascii=False, indent=2) + "\n"
