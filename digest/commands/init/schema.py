"""The JSON schema of site.yaml (draft-07, which editors of YAML read): names, forms, and help."""

from __future__ import annotations

import json

from digest.basics.diagnostics import RULES
from digest.commands.init.template import read_template
from digest.settings.config import REFERENCE_STYLES
from digest.settings.furnitureconfig import SHARE_SERVICES
from digest.settings.licenses import LICENSES

SCHEMA_FILE = ".vscode/schemas/site.json"
"""Where a newsletter has it, from its folder; the first line of its site.yaml leads there."""


def make_schema() -> str:
    """Return the schema's text."""
    rules = {
        rule.name: {"description": rule.summary, "$ref": "#/definitions/severity"}
        for rule in RULES.values()
    }
    listed = {"rules": json.dumps(rules), "styles": json.dumps(REFERENCE_STYLES)}
    listed |= {"licenses": json.dumps([*LICENSES]), "services": json.dumps([*SHARE_SERVICES])}
    filled = read_template("site.schema.json", listed)
    return json.dumps(json.loads(filled), ensure_ascii=False, indent=2) + "\n"
