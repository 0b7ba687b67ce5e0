"""Which addresses may be asked for a picture: public ones alone.

Whoever writes a message names an address; without this they could have the sandbox ask its own machine and network.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_GIVEN_OUT = IPv6Network("2000::/3")
"""IANA: all of IPv6 that the public uses."""

_NAT64 = IPv6Network("64:ff9b::/96")
"""RFC 6052: the last 32 bits are the IPv4 address that is meant."""

_PROTOCOLS = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"), IPv6Network("2001::/23"))
"""IANA: assigned to protocols (6to4's relays, Teredo …); Python counts some of them as public."""


def is_public(address: str) -> bool:
    """Tell whether an address is one of the internet's; what is no plain address isn't.

    >>> is_public("8.8.8.8"), is_public("127.1"), is_public("::ffff:10.0.0.1")
    (True, False, False)
    """
    try:
        return _is_public(ip_address(address))
    except ValueError:
        return False


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address):
        if (inner := _inner(address)) is not None:
            return _is_public(inner)
        if address.scope_id is not None or address not in _GIVEN_OUT:
            return False
    if any(address in network for network in _PROTOCOLS):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Give the IPv4 address that an IPv6 address stands for."""
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour
