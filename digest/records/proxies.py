"""Proxies that cannot be used, told from hosts that cannot be reached.

Which proxy is asked for a page is said by variables of the environment, or by the settings of the
system, and read by requests.
"""

from __future__ import annotations

import os
from http import HTTPStatus
from urllib.parse import urlsplit

import requests

PROXY_REMEDY = "correct the variable or unset it, then run the same command again"
"""What to do where a variable names a proxy that cannot be used."""


def proxy_problem(url: str, error: Exception | None, status: int = 0) -> str:
    """Return what is wrong with the proxy that was asked for `url`; empty where nothing is.

    `error` is what requests raised; where a `status` came instead, it is that of the answer.
    """
    proxy = _find_proxy(url)
    if not proxy:
        return ""
    why = _WANTS_NAME if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED else _why(error)
    return f"the proxy that {_name(url, proxy)} names cannot be used: {why}" if why else ""


def uses_proxy(url: str) -> bool:
    """Tell whether a page is asked for by way of a proxy."""
    return bool(_find_proxy(url))


def _find_proxy(url: str) -> str:
    return requests.utils.select_proxy(url, requests.utils.get_environ_proxies(url)) or ""


_WANTS_NAME = "it wants the name and the password of a user"
_NO_PROXY = "its address is not that of a proxy"
_TEXTS = (
    ("Tunnel connection failed: 407", _WANTS_NAME),
    # it works, and says this of one host
    ("Tunnel connection failed", ""),
    ("Missing dependencies for SOCKS", "for a SOCKS proxy Python needs the package 'PySocks'"),
    ("SOCKS", "it cannot be reached"),
)
_KINDS = (
    # of requests, the narrower before the wider
    (requests.exceptions.InvalidURL, _NO_PROXY),
    (requests.exceptions.InvalidSchema, _NO_PROXY),
    (requests.exceptions.ConnectTimeout, "it does not answer in time"),
    (requests.exceptions.ProxyError, "it cannot be reached"),
)


def _why(error: Exception | None) -> str:
    said = str(error)
    for text, why in _TEXTS:
        if text in said:
            return why
    return next((why for kind, why in _KINDS if isinstance(error, kind)), "")


def _name(url: str, proxy: str) -> str:
    """Return the variable that names a proxy, which may have a password in it."""
    usual = (f"{urlsplit(url).scheme}_proxy", "all_proxy")
    named = [name for name in os.environ if name.lower() in usual and os.environ[name] == proxy]
    return f"'{min(named, key=lambda name: usual.index(name.lower()))}'" if named else "the system"
