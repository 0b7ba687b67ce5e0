"""Addresses of web pages that people are shown: one rule for what people type, what sources say and what is stored.

Which addresses the bot itself may *ask* is another question, which `bot.web.addresses` answers.
"""

import enum
import re
from collections.abc import Container
from ipaddress import IPv4Address, IPv6Address, ip_network
from typing import Final
from urllib.parse import urlsplit

from bot.errors import NotUnderstood

EMBED_ADDRESS_LENGTH: Final = 2048
"""Discord: the address of an embed and of its pictures, in characters."""
BUTTON_ADDRESS_LENGTH: Final = 512
"""Discord: the address of a button, in characters."""

SECURE_HOSTS: Final = frozenset(
    {
        *("abema.tv", "animationdigitalnetwork.com", "animestore.docomo.ne.jp", "anilist.co", "ani.gamer.com.tw"),
        *("beta.crunchyroll.com", "bilibili.com", "ch.nicovideo.jp", "crunchyroll.com", "disneyplus.com"),
        *("dailymotion.com", "fod.fujitv.co.jp", "hidive.com", "hulu.com", "iq.com", "live.nicovideo.jp"),
        *("m.youtube.com", "max.com", "myanimelist.net", "netflix.com", "nicovideo.jp", "primevideo.com"),
        *("tubitv.com", "v.qq.com", "video.unext.jp", "viki.com", "vimeo.com", "viu.com", "youtu.be", "youtube.com"),
        *("www.adultswim.com", "www.amazon.co.jp", "www.amazon.co.uk", "www.amazon.com", "www.amazon.de"),
        *("www.bilibili.com", "www.bilibili.tv", "www.crunchyroll.com", "www.dailymotion.com", "www.disneyplus.com"),
        *("www.funimation.com", "www.hidive.com", "www.hulu.com", "www.hulu.jp", "www.iq.com", "www.iqiyi.com"),
        *("www.max.com", "www.netflix.com", "www.nicovideo.jp", "www.primevideo.com", "www.viki.com", "www.viu.com"),
        *("www.youtube.com",),
    }
)
"""Hosts of services and catalogues that are known to answer with https."""

_REST = r"[/?#](?:[!#$&+,\-./0-9:;=?A-Z_a-z~]|%[0-9A-Fa-f]{2})*"
_PLAIN = re.compile(rf"https://(?:[a-z0-9](?:[a-z0-9-]{{0,61}}[a-z0-9])?\.)+[a-z]{{2,24}}(?:{_REST})?")
"""What nearly all addresses look like: of these nothing needs to be taken apart."""
_PARTS = re.compile(
    r"(?:(?:(?P<scheme>https?):)?//)?(?P<host>\[[0-9a-f:.]{2,45}\]|[\w.-]{1,253})(?P<port>:[0-9]{1,5})?(?P<rest>[/?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile(r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]\.?")
_UNSAFE = re.compile(r"[^\w!#$%&+,\-./:;=?@~]|%(?![0-9A-Fa-f]{2})|@(?=everyone|here)", re.IGNORECASE)
"""What isn't a letter, a digit or a sign that addresses are made of: it may end a link, or be read as markdown."""
_OWN_NETWORKS = [
    *map(ip_network, ("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12")),
    *map(ip_network, ("192.168.0.0/16", "::/8", "fc00::/7", "fe80::/10")),
]
"""The machine and the network of whoever follows the link, which is nobody else's (RFC 1122, 1918, 4193, 6598)."""
_LARGEST_PORT = 65535
_HTTP = re.compile(r"http://([^/?#:]+)(?=[/?#]|\Z)")


class AddressProblem(enum.Enum):
    """What is wrong with an address that somebody typed."""

    SCHEME = "it begins with another scheme"
    USER_NAME = "it has a user's name in it"
    NO_ADDRESS = "it is no address"
    TOO_LONG = "it is too long"


class UnreadableAddress(NotUnderstood):
    """What was typed as the address `of` something can't be one, or is longer than fits.

    `length` is how many characters it has, and `most` how many fit.
    """

    def __init__(self, of: str, problem: AddressProblem, *, length: int = 0, most: int = 0) -> None:
        super().__init__(f"{of}: {problem.value}")
        self.of = of
        self.problem = problem
        self.length = length
        self.most = most


def web_address(text: str | None, most: int = EMBED_ADDRESS_LENGTH) -> str | None:
    """Give an address that a message may lead to, of at most `most` characters; None for what is none.

    A missing scheme is added. What could end a link or be read as markdown is percent-encoded, and never twice, so that
    the result is an address that stays as it is. With a user's name in it, or of this machine or network, it is none.

    >>> web_address("youtube.com/watch?v=m7teRMkFdao"), web_address("HTTP://anime.example/(a)")
    ('https://youtube.com/watch?v=m7teRMkFdao', 'http://anime.example/%28a%29')
    >>> web_address("http://www.crunchyroll.com/x"), web_address("javascript:alert(1)")
    ('https://www.crunchyroll.com/x', None)
    """
    if text is None or len(text) > most:
        return None
    whole = text if _PLAIN.fullmatch(text) else _written_safely(text)
    return whole if whole is not None and len(whole) <= most else None


def read_web_address(of: str, typed: str, most: int) -> str:
    """Read the address that somebody typed, of at most `most` characters; `of` says whose address it is.

    Raises `UnreadableAddress`.
    """
    typed = typed.strip()
    if typed.startswith("<") and typed.endswith(">"):  # so wrapped, Discord shows an address without a preview
        typed = typed[1:-1]
    whole = web_address(typed, max(most, len(typed) * 12))  # a sign becomes four bytes, and each of them three signs
    if whole is None:
        raise UnreadableAddress(of, _wrong_with(typed))
    if len(whole) > most:
        raise UnreadableAddress(of, AddressProblem.TOO_LONG, length=len(whole), most=most)
    return whole


def secured(address: str, hosts: Container[str]) -> str:
    """Give an http address with https, where its host is one of `hosts`, which answer with that; else as it is.

    Of another host nobody knows that, and a link without a lock is better than one that leads nowhere. Nor is it known
    where a port is named, for https has another.
    """
    if address.startswith("https"):
        return address
    found = _HTTP.match(address)
    return f"https{address[4:]}" if found and found[1].lower() in hosts else address


def host_of(address: str) -> str:
    """Give the host of a web address, in lower case; empty where there is none."""
    return urlsplit(address).hostname or ""


def _written_safely(text: str) -> str | None:
    parts = _PARTS.fullmatch(text.strip())
    if parts is None or not _is_host(parts["host"]):
        return None
    port = parts["port"] or ""
    if port and int(port[1:]) > _LARGEST_PORT:
        return None
    try:
        rest = _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), parts["rest"] or "")
    except UnicodeEncodeError:  # half of a surrogate pair, which JSON can carry
        return None
    scheme = (parts["scheme"] or "https").lower()
    return secured(f"{scheme}://{parts['host']}{port}{rest}", SECURE_HOSTS)


def _is_host(host: str) -> bool:
    """Tell whether a host is a name with a domain, or the number of a machine elsewhere."""
    if _NAME.fullmatch(host):
        return True
    try:
        number = IPv6Address(host[1:-1]) if host.startswith("[") else IPv4Address(host)
    except ValueError:
        return False
    return not any(number in network for network in _OWN_NETWORKS)


def _wrong_with(typed: str) -> AddressProblem:
    scheme, colon, after = typed.partition(":")
    if colon and scheme.lower() not in {"http", "https"} and re.fullmatch("[a-z][a-z0-9+-]*", scheme, re.IGNORECASE):
        return AddressProblem.SCHEME
    if "@" in re.split("[/?#]", (after if colon else typed).removeprefix("//"), maxsplit=1)[0]:
        return AddressProblem.USER_NAME
    return AddressProblem.NO_ADDRESS
