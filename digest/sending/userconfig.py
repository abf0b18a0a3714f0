"""The server that takes proofs: from the environment, or the user's own file, never the newsletter.

`DIGEST_SMTP`, or `smtp:` in `config.yaml` in the folder for the user's settings (on Linux
`~/.config/research-digest`, as the XDG Base Directory Specification says), is an address:
`smtps://name:password@mail.example.org` for a connection that is encrypted from the start, `smtp://`
for one that is from then on (STARTTLS).
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import msgspec

from digest.basics.files import cannot
from digest.sending.mailservice import SetupError
from digest.settings.converters import text
from digest.settings.schema import Field, convert_mapping
from digest.settings.serviceconfig import is_this_machine
from digest.settings.yamlnodes import Reading, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE = "DIGEST_SMTP"
_PORTS = {"smtp": 587, "smtps": 465}
"""RFC 6409, section 3.1, and RFC 8314, section 3.3."""
_FORM = "as 'smtps://name:password@mail.example.org'"


class Server(msgspec.Struct, frozen=True):
    """A server that takes mail."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    is_encrypted: bool = False
    """Whether the connection is encrypted from its start."""

    @property
    def must_encrypt(self) -> bool:
        """Whether nothing may be said to it before the connection is encrypted."""
        return not is_this_machine(self.host)

    def __repr__(self) -> str:
        """Return a form without the password, should it ever be printed."""
        return f"{self.host}:{self.port}"


def find_server(environ: Mapping[str, str]) -> Server:
    """Return the server that takes proofs. Raises SetupError where none is named, or no right one.

    Raises FileError where the user's file cannot be read.
    """
    if named := environ.get(VARIABLE, "").strip():
        return parse_server(named, f"the environment variable {VARIABLE}")
    file = config_file(environ)
    if named := _read_config(file):
        return parse_server(named, f"'smtp' in {file}")
    where = f"set the environment variable {VARIABLE}, or 'smtp:' in {file}, {_FORM}"
    raise SetupError(f"no mail server is named; {where}")


def parse_server(address: str, named: str) -> Server:
    """Return the server at an address; `named` says where that stands.

    Raises SetupError, which never has the address in it: there is a password in it.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        port, parts = 0, urlsplit("")
    rest = (parts.path.strip("/"), parts.query, parts.fragment)
    if parts.scheme not in _PORTS or not parts.hostname or port == 0 or any(rest):
        hint = f"write it {_FORM}, and signs as '@' or '/' in a password as '%40' or '%2F'"
        raise SetupError(f"{named} has no mail server's address; {hint}")
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    if not f"{user}{password}".isascii():
        raise SetupError(f"{named} has a name or a password that is not ASCII; SMTP takes no other")
    return Server(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        user=user,
        password=password,
        is_encrypted=parts.scheme == "smtps",
    )


def config_file(environ: Mapping[str, str]) -> Path:
    """Return where the user's own settings are; it need not exist."""
    if sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    elif sys.platform == "win32":
        base = Path(environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    else:
        base = Path(environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "research-digest" / "config.yaml"


def _read_config(file: Path) -> str:
    try:
        source = file.read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise SetupError(f"'{file}' is no UTF-8 text") from error
    except OSError as error:
        raise cannot("read", file, error) from error
    reading = Reading(str(file))
    node = parse_yaml(source, reading)
    values = convert_mapping(node, {"smtp": Field(text)}, reading, what="the file")
    for found in reading.diagnostics:
        # the line may have a password in it, and so may what is said of it
        raise SetupError(f"line {found.line} of '{file}' cannot be read; write smtp: {_FORM[3:]}")
    return str(values.get("smtp", "")) if values else ""
