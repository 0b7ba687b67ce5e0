"""The media that a local AniList knows. What isn't given is null, as most of AniList is."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Media: TypeAlias = dict[str, Any]

METALLIC_ROUGE_ID, METALLIC_ROUGE_MAL_ID = 162985, 54794
FIRST_BROADCAST = 1704903900
"""2024-01-10T16:25Z."""
WEEK = 7 * 24 * 3600


def media(anilist_id: int, romaji: str, **more: Any) -> Media:  # noqa: ANN401 - each field has its own type
    """A media with AniList's own field names; connections are given as `connection(…)`."""
    return {
        "id": anilist_id,
        "type": "ANIME",
        "format": "TV",
        "status": "NOT_YET_RELEASED",
        "title": {"romaji": romaji},
        "siteUrl": f"https://anilist.co/anime/{anilist_id}",
        "isAdult": False,
        "popularity": 0,
        **more,
    }


def connection(*edges: Mapping[str, Any]) -> Media:
    """A connection whose edges are given; their nodes are its nodes."""
    return {"edges": list(edges), "nodes": [edge.get("node") for edge in edges]}


def staff(*people: tuple[str, str]) -> Media:
    """Staff: roles and names."""
    return connection(*({"role": role, "node": {"name": {"full": name}}} for role, name in people))


def related(*others: tuple[str, Media]) -> Media:
    """Relations: what each of some media is to another."""
    return connection(*({"relationType": kind, "node": other} for kind, other in others))


def airing(rows: Mapping[int, int]) -> Media:
    """An airing schedule: episodes' numbers and their instants, in seconds since 1970."""
    return connection(*({"node": {"id": at, "episode": number, "airingAt": at}} for number, at in rows.items()))


def weekly(first: int, episodes: int) -> Media:
    """The airing schedule of a weekly broadcast."""
    return airing({number: first + (number - 1) * WEEK for number in range(1, episodes + 1)})


def metallic_rouge(**more: Any) -> Media:  # noqa: ANN401 - as above
    """The first series, with all that a card shows."""
    whole: Media = {
        "idMal": METALLIC_ROUGE_MAL_ID,
        "status": "FINISHED",
        "title": {"romaji": "Metallic Rouge", "english": "Metallic Rouge", "native": "メタリックルージュ"},
        "synonyms": ["Metal Rouge", "metallic rouge!", "鋼の紅"],
        "episodes": 13,
        "description": "Rouge is an <i>android</i>.<br>\n<br>\nNaomi isn&#039;t. ~!Or is she?!~<br><br>(Source: Bones)",
        "season": "WINTER",
        "seasonYear": 2024,
        "startDate": {"year": 2024, "month": 1, "day": 11},
        "popularity": 41000,
        "coverImage": {
            "large": "https://s4.anilist.co/file/anilistcdn/media/anime/cover/medium/bx162985.png",
            "color": "#e4355d",
        },
        "genres": ["Action", "Sci-Fi"],
        "averageScore": 69,
        "trailer": {"id": "m7teRMkFdao", "site": "youtube"},
        "studios": connection(
            {"isMain": False, "node": {"name": "Crunchyroll", "isAnimationStudio": False}},
            {"isMain": True, "node": {"name": "bones", "isAnimationStudio": True}},
        ),
        "staff": staff(
            ("Music", "Taisei Iwasaki"),
            ("Director", "Motonobu Hori"),
            ("Series Composition", "Yutaka Izubuchi"),
            ("Character Design", "Toshihiro Kawamoto"),
            ("Key Animation (ep 1)", "Somebody"),
            ("Script (eps 3, 5)", "Somebody Else"),
        ),
        "externalLinks": [
            {"site": "Official Site", "url": "https://metallicrouge.jp/", "type": "INFO", "isDisabled": False},
            {"site": "Twitter", "url": "https://twitter.com/metallicrouge", "type": "SOCIAL", "isDisabled": False},
            {"site": "Crunchyroll", "url": "https://www.crunchyroll.com/series/x", "type": "STREAMING"},
            {"site": "Elsewhere", "url": "http://elsewhere.example/", "type": "STREAMING"},
        ],
        "airingSchedule": weekly(FIRST_BROADCAST, 13),
    }
    return media(METALLIC_ROUGE_ID, "Metallic Rouge", **(whole | more))


class World:
    """All media there are, by id, in the order in which they were added."""

    def __init__(self) -> None:
        self._media: dict[int, Media] = {}

    def __iter__(self) -> Iterator[Media]:
        return iter(self._media.values())

    def add(self, *added: Media) -> None:
        """Add these, in place of what had their ids."""
        self._media |= {each["id"]: each for each in added}

    def change(self, anilist_id: int, **fields: Any) -> None:  # noqa: ANN401 - as above
        """Give fields of a media other values."""
        self._media[anilist_id] |= fields

    def delete_airing(self, anilist_id: int, episode: int) -> None:
        """Delete an episode's row, as AniList does now and then."""
        edges = self._media[anilist_id]["airingSchedule"]["edges"]
        self.change(anilist_id, airingSchedule=connection(*(e for e in edges if e["node"]["episode"] != episode)))

    def remove(self, anilist_id: int) -> None:
        """Take a media out."""
        del self._media[anilist_id]
