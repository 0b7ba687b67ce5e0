"""Services that stream and the countries they reach: one name for each, however its sources spell it; videos."""

import functools
import re
from collections.abc import Collection
from urllib.parse import parse_qs, urlsplit

from bot.folding import fold
from bot.web.links import BUTTON_ADDRESS_LENGTH, read_web_address

_SPELLINGS: dict[str, tuple[str, ...]] = {
    "ABEMA": ("AbemaTV", "Abema TV"),
    "AcFun": (),
    "Adult Swim": (),
    "Amazon Prime Video": ("Prime Video", "Amazon Prime", "Amazon", "アマゾンプライムビデオ"),
    "Ani-One": ("Ani-One中文官方動畫頻道", "Ani-One HK"),
    "Ani-One Asia": ("Ani-One Asia ULTRA",),
    "Anime Digital Network": ("ADN",),
    "Bahamut Anime Crazy": ("動畫瘋", "動畫瘋 HK", "巴哈姆特動畫瘋", "ani gamer", "Bahamut"),
    "Bilibili": (
        "哔哩哔哩",
        "嗶哩嗶哩",
        "Bilibili TV",
        "Bilibili Global",
        "哔哩哔哩（港澳台）",
        "哔哩哔哩（港澳）",
        "哔哩哔哩（台灣）",
    ),
    "Crunchyroll": ("Crunchy Roll",),
    "d Anime Store": ("dアニメストア", "dAnime Store", "d anime", "docomo anime store"),
    "Disney+": ("Disney Plus", "DisneyPlus", "ディズニープラス"),
    "FOD": ("Fuji TV On Demand",),
    "Funimation": (),
    "HIDIVE": ("Hi Dive",),
    "Hulu": (),
    "Hulu Japan": ("Hulu JP", "Hulu (Japan)"),
    "iQIYI": ("爱奇艺", "愛奇藝", "iQ"),
    "LeTV": ("乐视", "乐视视频", "Le.com"),
    "Lemino": (),
    "Mango TV": ("芒果tv", "芒果TV", "mgtv"),
    "Max": ("HBO Max",),
    "Muse Asia": (),
    "Muse Communication": ("木棉花", "木棉花 HK", "木棉花 TW", "Muse木棉花"),
    "myTV SUPER": (),
    "Netflix": ("ネットフリックス",),
    "Niconico": ("Nico Nico", "Nico Nico Douga", "ニコニコ動画", "ニコニコチャンネル", "ニコニコ", "nicovideo"),
    "Oceanveil": (),
    "Telasa": (),
    "Tencent Video": ("腾讯视频", "騰訊視頻", "Tencent", "WeTV", "v.qq.com"),
    "Tropics Entertainment": ("回歸線娛樂", "回歸線娛樂 Tropics"),
    "Tubi TV": ("Tubi",),
    "U-NEXT": ("UNEXT", "U Next"),
    "Viki": ("Rakuten Viki",),
    "Viu": (),
    "Vrv": ("VRV Select",),
    "Youku": ("优酷", "優酷", "优酷视频"),
    "YouTube": ("You Tube",),
}

KNOWN_SERVICES = tuple(_SPELLINGS)
"""The services that are known by name, to be suggested to who types one."""


def _key(name: str) -> str:
    # "Disney+" and "Disney Plus" are one; fold leaves the sign out.
    return fold(name.replace("+", " plus ")).replace(" ", "")


_BY_KEY = {_key(each): name for name, spellings in _SPELLINGS.items() for each in (name, *spellings)}


@functools.lru_cache(maxsize=1024)
def canonical_service(name: str) -> str:
    """Give the one name of a service, however it is spelt.

    A service that isn't known keeps its own, without outer spaces.

    >>> canonical_service("Disney Plus"), canonical_service("哔哩哔哩"), canonical_service("prime video")
    ('Disney+', 'Bilibili', 'Amazon Prime Video')
    >>> canonical_service(" Toonami ")
    'Toonami'
    """
    return _BY_KEY.get(_key(name)) or " ".join(name.split())


_REGIONS = {
    "bg": ("BG",),
    "cs": ("CZ",),
    "da": ("DK",),
    "de": ("DE", "AT", "CH"),
    "el": ("GR", "CY"),
    "en-GB": ("GB", "IE"),
    "en-US": ("US", "CA"),
    "es-419": ("MX", "AR", "CL", "CO", "PE"),
    "es-ES": ("ES",),
    "fi": ("FI",),
    "fr": ("FR", "BE", "CH"),
    "hi": ("IN",),
    "hr": ("HR",),
    "hu": ("HU",),
    "id": ("ID",),
    "it": ("IT",),
    "ja": ("JP",),
    "ko": ("KR",),
    "lt": ("LT",),
    "nl": ("NL", "BE"),
    "no": ("NO",),
    "pl": ("PL",),
    "pt-BR": ("BR",),
    "ro": ("RO",),
    "ru": ("RU",),
    "sv-SE": ("SE",),
    "th": ("TH",),
    "tr": ("TR",),
    "uk": ("UA",),
    "vi": ("VN",),
    "zh-CN": ("CN",),
    "zh-TW": ("TW", "HK", "MO"),
}


def likely_regions(locale: str) -> frozenset[str]:
    """Give the countries (ISO 3166) in which a reader with one of Discord's locales is likely.

    There are none for an unknown locale.
    """
    return frozenset(_REGIONS.get(locale, ()))


ELSEWHERE = 2
"""The likelihood of a service that isn't known to reach a reader."""


def likelihood(offered_in: Collection[str], reader_in: Collection[str]) -> int:
    """Tell where a service stands among a reader's: 0 for one of their country's, 1 for one of everywhere, else 2.

    >>> likelihood(["JP"], likely_regions("ja")), likelihood([], ()), likelihood(["CN"], likely_regions("en-US"))
    (0, 1, 2)
    """
    if not offered_in:
        return 1
    return 0 if set(offered_in) & set(reader_in) else ELSEWHERE


_WATCH = "https://www.youtube.com/watch?v="
_ID = re.compile(r"[\w-]{6,20}", re.ASCII)
_HOSTS = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}


def read_video(typed: str) -> str:
    """Give the address that a video is shared by.

    YouTube's many forms become the one that Discord makes a player of. Raises `UnreadableAddress`.

    >>> read_video("https://youtu.be/m7teRMkFdao?si=abc")
    'https://www.youtube.com/watch?v=m7teRMkFdao'
    """
    address = read_web_address("trailer", typed, BUTTON_ADDRESS_LENGTH)
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.")
    match host, parts.path.split("/"):
        case "youtu.be", ["", video, *_]:
            found = video
        case _, ["", "shorts" | "embed" | "live", video, *_] if host in _HOSTS:
            found = video
        case _, ["", "watch"] if host in _HOSTS:
            found = parse_qs(parts.query).get("v", [""])[0]
        case _:
            return address
    return _WATCH + found if _ID.fullmatch(found) else address
