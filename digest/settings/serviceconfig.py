"""The setting `email: {provider: …}` in site.yaml: the mail service that editions are handed to."""

from __future__ import annotations

SERVICES = ("buttondown", "listmonk", "mailchimp", "ghost", "files")
"""Each is a file of `sending/services/`; `files` is a folder, for a person to paste from."""
