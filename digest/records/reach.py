"""Who reaches the host of an address."""

from __future__ import annotations

import functools
import ipaddress
import socket
from typing import Literal

from digest.basics.hosts import hostname_of
from digest.records.proxies import uses_proxy
from digest.records.service import Fault, read_timing
from digest.records.transport import within

Reach = Literal["all", "network", "machine"]


def reach_of(url: str) -> Reach:
    """Return who reaches the host of an address: all, only this network, or this machine alone.

    That is read off its numbers (RFC 1918, RFC 4193, RFC 6890), also where the address has a
    name for them. Where nobody knows the name, or only a proxy does, to ask for it will tell.
    """
    host = hostname_of(url)
    if host == "localhost" or host.endswith(".localhost"):
        return "machine"
    try:
        found = [ipaddress.ip_address(host)]
    except ValueError:
        numbers = () if uses_proxy(url) else _look_up(host, read_timing(url).connect)
        found = [ipaddress.ip_address(number) for number in numbers]
    if any(one.is_loopback for one in found):
        return "machine"
    return "all" if all(one.is_global for one in found) else "network"


@functools.cache
def _look_up(host: str, seconds: float) -> frozenset[str]:
    try:
        found = within(seconds, lambda: socket.getaddrinfo(host, None))
    except (OSError, ValueError, Fault):
        return frozenset()
    # a number of IPv6 may name the way to it
    return frozenset(str(one[4][0]).partition("%")[0] for one in found)
