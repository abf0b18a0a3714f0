"""Where this digest came from, as a requirement by which pip installs the same one elsewhere."""

from __future__ import annotations

import subprocess
from importlib import metadata
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit
from urllib.request import url2pathname

import msgspec

import digest
from digest.basics.lazyregex import lazy_regex

PACKAGE = "research-digest"
_SSH = lazy_regex(r"(?:ssh://)?[\w.-]+@(?P<host>[\w.-]+)(?::[0-9]+(?=/))?[:/](?P<path>[^\s:]+)")
"""`git@github.com:org/repo.git`, which asks for a key, where https asks for none."""


class Origin(msgspec.Struct, frozen=True):
    """What is to be installed to have this digest."""

    requirement: str
    """In the form of a line of requirements.txt (PEP 508)."""
    kind: Literal["release", "repository", "machine"]
    """Whether the index of packages has it, an address of the web, or this machine alone."""
    why: str = ""
    """Of a `machine`: why nothing better is known."""


class _Revision(msgspec.Struct, frozen=True):
    vcs: str
    commit_id: str


class _Archive(msgspec.Struct, frozen=True):
    hash: str = ""
    """As `sha256=…`."""


class DirectUrl(msgspec.Struct, frozen=True):
    """What pip notes of a distribution that came from no index, as PEP 610 has it."""

    url: str
    vcs_info: _Revision | None = None
    archive_info: _Archive | None = None
    subdirectory: str = ""


def read_origin() -> Origin:
    """Find out where the digest that is running came from. Runs git, where it is a checkout."""
    folder = Path(digest.__file__).resolve().parent.parent
    if (folder / "pyproject.toml").is_file():
        return read_checkout(folder)
    try:
        noted = metadata.distribution(PACKAGE).read_text("direct_url.json")
        direct = msgspec.json.decode(noted, type=DirectUrl) if noted else None
    except (metadata.PackageNotFoundError, OSError, ValueError):
        direct = None
    return origin_of(direct) if direct else Origin(f"{PACKAGE}~={digest.__version__}", "release")


def origin_of(direct: DirectUrl) -> Origin:
    """Return the origin that pip noted; a folder that is there is asked for its repository."""
    url, details = direct.url, [f"subdirectory={direct.subdirectory}"] * bool(direct.subdirectory)
    if direct.vcs_info:
        url = f"{direct.vcs_info.vcs}+{url}@{direct.vcs_info.commit_id}"
    elif direct.archive_info:
        details += [direct.archive_info.hash] * bool(direct.archive_info.hash)
    elif url.startswith("file:"):
        return read_checkout(Path(url2pathname(urlsplit(url).path)))
    is_web = urlsplit(direct.url).scheme in {"https", "http", "ssh"}
    requirement = f"{PACKAGE} @ {url}" + (f"#{'&'.join(details)}" if details else "")
    return Origin(
        requirement, *(("repository",) if is_web else ("machine", "it was installed from a file"))
    )


def read_checkout(folder: Path) -> Origin:
    """Return a folder's commit at its remote repository; the folder where that lacks it."""

    def git(*words: str) -> str:
        command = ("git", "-C", str(folder), *words)
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)  # noqa: S603 -- fixed words
        return done.stdout.strip() if done.returncode == 0 else ""

    here = f"{PACKAGE} @ {folder.as_uri()}"
    try:
        # on Windows git writes it with other slashes
        is_own = Path(git("rev-parse", "--show-toplevel")) == folder
        commit, remote = git("rev-parse", "HEAD"), web_address(git("remote", "get-url", "origin"))
        if not (is_own and commit and remote):
            return Origin(here, "machine", "no address of its repository is known")
        if git("status", "--porcelain", "--untracked-files=no"):
            return Origin(here, "machine", "it has changes that are not committed")
        if not git("branch", "--remotes", "--contains", commit):
            return Origin(here, "machine", "its newest commit has not been pushed")
    except OSError:
        return Origin(here, "machine", "git cannot be run to ask for its repository")
    return Origin(f"{PACKAGE} @ git+{remote}@{commit}", "repository")


def web_address(remote: str) -> str:
    """Return the https address of a remote repository, without a user's name and password.

    Nothing for a folder of this machine.
    """
    parts = urlsplit(remote)
    if parts.scheme in {"https", "http"} and parts.hostname:
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname}{port}{parts.path}"
    found = _SSH.fullmatch(remote)
    return f"https://{found['host']}/{found['path'].lstrip('/')}" if found else ""
