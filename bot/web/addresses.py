"""Which addresses may be asked at all: public ones alone, by the address that a name really leads to.

Who can name an address (a feed's, or one that a server redirects to) would otherwise have the bot ask its own machine,
its network, or its hoster's metadata service.
"""

import socket
from collections.abc import Collection
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TypeAlias

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import DefaultResolver

HostAndPort: TypeAlias = tuple[str, int]
"""A host as it stands in an address, in lower case, and a port."""

_CLOSED_V4 = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",  # what providers share among customers (CGNAT)
            "127.0.0.0/8",
            "169.254.0.0/16",  # link-local, where metadata services live
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",  # what 6to4's relays had
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
    )
)
"""IANA: the special-purpose registry, and multicast."""

_GLOBAL_V6 = IPv6Network("2000::/3")
"""IANA: all that was ever given out of IPv6 for the public to use."""
_CLOSED_V6 = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
"""Protocols' own (Teredo, benchmarks …) and documentation."""
_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are the IPv4 address that is meant."""


class AddressRefused(OSError):
    """A name leads nowhere but to addresses that may not be asked."""


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Tell whether anybody on the internet could ask this address, also where it hides another one.

    >>> is_public(ip_address("8.8.8.8")), is_public(ip_address("::ffff:10.0.0.1"))
    (True, False)
    """
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _CLOSED_V4)
    is_nat64 = address in _NAT64
    inner = IPv4Address(int(address) & 0xFFFF_FFFF) if is_nat64 else address.ipv4_mapped or address.sixtofour
    if inner is not None:
        return is_public(inner)
    if address.scope_id is not None or address not in _GLOBAL_V6:
        return False
    return not any(address in network for network in _CLOSED_V6)


def literal(host: str) -> IPv4Address | IPv6Address | None:
    """Give the address that a host is rather than names; None for a name.

    Raises `ValueError` for what some read as an address and others don't: 2130706433, 127.1, 0177.0.0.1.
    """
    if ":" in host or host.replace(".", "").isdigit():  # what aiohttp connects to without asking a resolver
        return ip_address(host)
    return None


class PublicResolver(AbstractResolver):
    """Gives aiohttp the public addresses of a name alone, so that what was checked is what is connected to.

    A name that is asked twice could lead to a public address first and to a private one then; here it is asked once.
    `exempt` are the places that the operator configured.
    """

    def __init__(self, exempt: Collection[HostAndPort] = (), inner: AbstractResolver | None = None) -> None:
        self._exempt = frozenset(exempt)
        self._inner = inner or DefaultResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """Find the addresses of a name. Raises `AddressRefused` where none of them may be asked."""
        found = await self._inner.resolve(host, port, family)
        if (host.lower(), port) in self._exempt:
            return found
        public = [each for each in found if is_public(ip_address(each["host"]))]
        if found and not public:
            raise AddressRefused
        return public

    async def close(self) -> None:
        """Close the resolver that is asked."""
        await self._inner.close()
