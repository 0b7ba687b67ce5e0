"""A series' episodes as a list that is browsed."""

from collections.abc import Collection, Mapping, Sequence

import discord

from bot.catalogue.airing_status import first_run
from bot.catalogue.model import Series
from bot.catalogue.releases import Release, ReleaseKind
from bot.catalogue.render.airing import short_date
from bot.catalogue.services import likelihood
from bot.ui import colours
from bot.ui.pages import Page, page_layout
from bot.ui.text import escape, relative

EPISODES_PAGE_BUTTON = "episodes:page:{series_id}:{{page}}"
"""The custom_id of a page of episodes, counted from 0; its `{page}` is left to be filled in."""
EPISODES_PAGE_TEMPLATE = r"episodes:page:(?P<series_id>[0-9]{1,18}):(?P<page>[0-9]{1,6})"
EPISODES_PAGE_SIZE = 12
EPISODE_SERVICES_SHOWN = 2


def episodes_layout(
    series: Series, episodes: Mapping[int, Sequence[Release]], page: Page[int], *, reader_in: Collection[str] = ()
) -> discord.ui.LayoutView:
    """Make a page of episodes, a line each, and where else it comes out below. Needs a running event loop."""
    lines = [line for number, some in episodes.items() for line in _lines(number, some, reader_in)]
    return page_layout(
        f"{escape(series.titles.main, 150)}: episodes",
        [discord.ui.TextDisplay("\n".join(lines) or "No episodes are known by number any more.")],
        colour=colours.SERIES_COLOUR,
        page=page,
        button=EPISODES_PAGE_BUTTON.format(series_id=series.id),
    )


def _lines(number: int, releases: Sequence[Release], reader_in: Collection[str]) -> list[str]:
    first = first_run(releases)
    if not first:
        return []
    main = first[0]
    others = [each for each in releases if each.service is not None and each.service != main.service]
    others.sort(key=lambda each: likelihood(each.regions, reader_in))
    named = dict.fromkeys(f"{escape(each.service or '', 24)} {_date(each)}" for each in others)
    shown = " · ".join(list(named)[:EPISODE_SERVICES_SHOWN])
    more = f" · … and {len(named) - EPISODE_SERVICES_SHOWN} more" if len(named) > EPISODE_SERVICES_SHOWN else ""
    return [_line(number, main, releases), *([f"-# {shown}{more}"] if shown else [])]


def _line(number: int, main: Release, releases: Sequence[Release]) -> str:
    on = f" · {escape(main.service, 24)}" if main.service else ""
    what = f"**{number}** · {short_date(main.date)}{on}"
    if main.cancelled:
        return f"~~{what}~~ · cancelled"
    at = main.date.earliest
    far = f" · {relative(at)}" if main.date.is_exact and at is not None else ""
    finale = " · finale" if any(each.kind is ReleaseKind.FINALE for each in releases) else ""
    return f"{what}{far}{finale}"


def _date(release: Release) -> str:
    return f"~~{short_date(release.date)}~~" if release.cancelled else short_date(release.date)
