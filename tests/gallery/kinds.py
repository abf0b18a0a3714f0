"""Which pages the gallery shows."""

from __future__ import annotations

from typing import NamedTuple


class Shown(NamedTuple):
    """A page of the gallery."""

    name: str
    newsletter: str
    """`showcase` or `sample`."""
    path: str
    """Below the site's address; or below the folder of mails, where it begins with `email/`."""


SHOWN = (
    Shown("home", "showcase", ""),
    Shown("edition", "showcase", "editions/2022-03/"),
    Shown("entry", "showcase", "editions/2022-03/datamux/"),
    Shown("entry-math", "showcase", "editions/2022-03/dsi/"),
    Shown("archive", "showcase", "archive/"),
    Shown("tags", "showcase", "tags/"),
    Shown("tag", "showcase", "tags/language/"),
    Shown("page", "showcase", "about/"),
    Shown("404", "showcase", "no/such/page/"),
    Shown("mail", "showcase", "email/2022-03/message.html"),
    Shown("sample-home", "sample", ""),
    Shown("sample-edition", "sample", "editions/2022-04/"),
    Shown("sample-everything", "sample", "editions/2022-03/"),
    Shown("sample-one", "sample", "editions/2022-02/"),
    Shown("sample-sixty", "sample", "editions/2022-01/"),
    Shown("sample-entry", "sample", "editions/2022-04/paper-1/"),
    Shown("sample-long", "sample", "editions/2022-04/paper-2/"),
    Shown("sample-short", "sample", "editions/2022-04/paper-3/"),
    Shown("sample-author", "sample", "authors/ada-lovelace/"),
    Shown("sample-archive", "sample", "archive/"),
    Shown("sample-tags", "sample", "tags/"),
    Shown("sample-people", "sample", "people/"),
    Shown("sample-person", "sample", "people/ada/"),
    Shown("sample-subscribe", "sample", "subscribe/"),
    Shown("sample-redirect", "sample", "old/"),
    Shown("sample-mail", "sample", "email/2022-04/message.html"),
)
