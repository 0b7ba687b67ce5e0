from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult
from hypothesis import given
from hypothesis import strategies as st

from bot.web.addresses import AddressRefused, PublicResolver, is_public, literal

PRIVATE = [
    IPv4Network(each)
    for each in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
]
PUBLIC = [IPv4Network(each) for each in ("1.0.0.0/8", "8.8.0.0/16", "104.16.0.0/12", "172.32.0.0/11", "223.255.0.0/16")]
CLOSED_V6 = [IPv6Network(each) for each in ("::/8", "fe80::/10", "fec0::/10", "fc00::/7", "ff00::/8", "2001:db8::/32")]


def within(networks: list[IPv4Network]) -> st.SearchStrategy[IPv4Address]:
    return st.sampled_from(networks).flatmap(lambda network: st.ip_addresses(v=4, network=network)).map(IPv4Address)


def spellings(address: IPv4Address) -> list[IPv6Address]:
    """An IPv4 address as the IPv6 addresses that lead to it: mapped, 6to4, NAT64."""
    number = int(address)
    return [
        IPv6Address((0xFFFF << 32) | number),
        IPv6Address((0x2002 << 112) | (number << 80) | 1),
        IPv6Address((0x64FF9B << 96) | number),
    ]


@given(within(PRIVATE))
def test_no_spelling_of_a_private_address_is_public(address: IPv4Address) -> None:
    assert not is_public(address)
    assert not any(map(is_public, spellings(address)))


@given(within(PUBLIC))
def test_every_spelling_of_a_public_address_is_public(address: IPv4Address) -> None:
    assert is_public(address)
    assert all(map(is_public, spellings(address)))


@given(st.ip_addresses(v=4))
def test_what_python_calls_private_is_refused(address: IPv4Address) -> None:
    # 192.0.0.9 and .10 are reachable by the letter of the registry, and serve nobody.
    if address.is_private or address.is_multicast or address.is_reserved or address.is_loopback:
        assert not is_public(address)


@given(st.ip_addresses(v=6))
def test_ipv6_is_no_way_round(address: IPv6Address) -> None:
    if address.is_private or address.is_multicast or address.is_link_local or address.is_site_local:
        assert not is_public(address) or address.ipv4_mapped is not None


@given(st.sampled_from(CLOSED_V6).flatmap(lambda network: st.ip_addresses(v=6, network=network)))
def test_ipv6_that_is_nobodys_is_refused(address: IPv6Address) -> None:
    inner = address.ipv4_mapped
    nat64 = address in IPv6Network("64:ff9b::/96")
    assert not is_public(address) or nat64 or (inner is not None and is_public(inner))


@pytest.mark.parametrize(
    "text",
    [
        "::1",
        "::",
        "::127.0.0.1",
        "fe80::1%eth0",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",  # Teredo
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",
        "::ffff:169.254.169.254",
        "fd00:ec2::254",
        "4000::1",
    ],
)
def test_known_ways_in_are_shut(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", ["2606:4700::6812:1", "2a00:1450:4001:80b::200e", "64:ff9b::8.8.8.8"])
def test_the_public_is_open(text: str) -> None:
    assert is_public(ip_address(text))


@pytest.mark.parametrize("host", ["2130706433", "127.1", "0177.0.0.1", "1.2.3.4.5", "::gggg", "127.0.0.1."])
def test_odd_numbers_are_no_addresses(host: str) -> None:
    with pytest.raises(ValueError, match="does not appear"):
        literal(host)


def test_a_name_is_no_literal() -> None:
    assert literal("anilist.co") is None
    assert literal("0x7f.1") is None  # a resolver is asked, and what it says is checked


class Lookup(AbstractResolver):
    """Names lead where the test says, a list for each time that one is asked."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)
        self.closed = False

    async def resolve(self, host: str, port: int = 0, family: int = 0) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in self.answers.pop(0)
        ]

    async def close(self) -> None:
        self.closed = True


async def test_of_a_names_addresses_only_the_public_are_given() -> None:
    resolver = PublicResolver(inner=Lookup(["10.0.0.1", "93.184.215.14", "::1", "::ffff:127.0.0.1"]))
    assert [each["host"] for each in await resolver.resolve("example.org", 443)] == ["93.184.215.14"]


async def test_a_name_that_turns_private_is_refused() -> None:
    resolver = PublicResolver(inner=Lookup(["93.184.215.14"], ["127.0.0.1"]))
    assert await resolver.resolve("example.org", 443)
    with pytest.raises(AddressRefused):
        await resolver.resolve("example.org", 443)


async def test_only_the_place_that_was_configured_is_exempt() -> None:
    inner = Lookup(["127.0.0.1"], ["127.0.0.1"])
    resolver = PublicResolver([("anilist.lan", 9999)], inner)
    assert await resolver.resolve("AniList.lan", 9999)
    with pytest.raises(AddressRefused):
        await resolver.resolve("anilist.lan", 443)
    await resolver.close()
    assert inner.closed
