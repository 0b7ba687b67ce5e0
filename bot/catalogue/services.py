"""Services: one name for each, however its sources spell it."""

import functools

from bot.folding import fold

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
