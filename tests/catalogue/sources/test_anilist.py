import asyncio
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.catalogue.records import SourceRecord
from bot.catalogue.render.editing import away_text
from bot.catalogue.sources import AwayReason, SourceAway, SourceRefused
from bot.catalogue.sources.anilist.client import LONGEST_HOLD, MOST_WAITING, Anilist
from bot.dates.airdate import Season
from bot.errors import PersonError
from bot.web.breaker import FAILURES, LONGEST_PAUSE, Bucket
from bot.web.fetch import Fetcher, Limits
from tests.anilist import faults
from tests.anilist.server import LocalAnilist, local_anilist
from tests.anilist.world import METALLIC_ROUGE_ID, METALLIC_ROUGE_MAL_ID, media, metallic_rouge
from tests.patience import PATIENCE

FAST = Bucket(60_000, 1000, 0)
SOON, AT_ONCE = timedelta(seconds=5), timedelta(milliseconds=50)
PATIENT = Limits(total=timedelta(seconds=20), size=1 << 20)
IMPATIENT = Limits(total=timedelta(seconds=0.3))


@dataclass
class Asking:
    """A client that asks a local AniList. `now` is the time by its clock; it waits `wait` between tries."""

    server: LocalAnilist
    now: datetime = datetime(2024, 1, 1, tzinfo=UTC)
    waits: list[int] = field(default_factory=list)

    def clock(self) -> datetime:
        return self.now

    def wait(self, attempts: int, jitter: float) -> timedelta:
        assert 0 <= jitter < 1
        self.waits.append(attempts)
        return timedelta(milliseconds=1)

    @asynccontextmanager
    async def client(self, bucket: Bucket | None = None, limits: Limits = PATIENT) -> AsyncIterator[Anilist]:
        async with Fetcher(trusted=[self.server.url]) as fetcher:
            asks = Anilist(
                fetcher,
                self.clock,
                url=self.server.url,
                bucket=bucket or Bucket(FAST.per_minute, FAST.burst, FAST.reserve),
                wait=self.wait,
                limits=limits,
            )
            try:
                yield asks
            finally:
                await asks.close()

    @property
    def asked(self) -> int:
        return len(self.server.requests)


@pytest.fixture
async def asking() -> AsyncIterator[Asking]:
    async with local_anilist(lambda: datetime(2024, 1, 1, tzinfo=UTC)) as server:
        server.world.add(metallic_rouge())
        yield Asking(server)


@pytest.fixture
async def client(asking: Asking) -> AsyncIterator[Anilist]:
    async with asking.client() as opened:
        yield opened


def ids(statements: list[SourceRecord]) -> list[int | None]:
    return [each.series.anilist_id for each in statements]


async def away(asked: Awaitable[object]) -> SourceAway:
    with pytest.raises(SourceAway) as told:
        await asked
    return told.value


async def test_a_title_is_searched(asking: Asking, client: Anilist) -> None:
    asking.server.world.add(
        media(2, "Metallic Rouge: Afterwards", isAdult=True),
        media(3, "Something else"),
        media(4, "Metallic", type="MANGA"),
    )
    found = await client.search("  metallic   ROUGE ", max_wait=SOON)

    assert ids(found) == [METALLIC_ROUGE_ID, 2]
    assert [each.series.adult for each in found] == [False, True]
    assert len(found[0].releases) == 13
    assert client.reach.answered_at == asking.now
    (request,) = asking.server.requests
    assert request.headers["User-Agent"].startswith("Yokoku/")
    assert request.variables == {"text": "metallic ROUGE", "size": 10}


async def test_at_most_ten_are_found_and_nothing_is_not_asked_for(asking: Asking, client: Anilist) -> None:
    asking.server.world.add(*(media(number, f"Sequel {number}") for number in range(1, 30)))
    assert len(await client.search("sequel")) == 10
    assert await client.search("  \n ") == []
    assert await client.by_ids([]) == await client.by_ids([0, -1, 2**31]) == []
    assert await client.season(2024, Season.WINTER, 0) == []
    assert asking.asked == 1


async def test_ids_are_asked_for_in_as_few_requests_as_can_be(asking: Asking, client: Anilist) -> None:
    asking.server.world.add(*(media(number, f"x{number}") for number in range(1, 121)))
    assert ids(await client.by_ids([*range(120, 0, -1), 5, 99999])) == list(range(1, 121))
    assert asking.asked == 3


async def test_a_series_is_known_by_its_number_on_myanimelist(asking: Asking, client: Anilist) -> None:
    found = await client.by_mal_id(METALLIC_ROUGE_MAL_ID)
    assert found is not None
    assert found.series.anilist_id == METALLIC_ROUGE_ID
    assert await client.by_mal_id(1) is None
    assert ids(await client.by_mal_ids([METALLIC_ROUGE_MAL_ID, 2])) == [METALLIC_ROUGE_ID]


async def test_a_season_comes_by_popularity_page_for_page(asking: Asking, client: Anilist) -> None:
    winter = {"season": "WINTER", "seasonYear": 2025}
    asking.server.world.add(*(media(number, f"x{number}", popularity=number, **winter) for number in range(1, 121)))
    asking.server.world.add(media(500, "Another season", season="SPRING", seasonYear=2025))

    assert ids(await client.season(2025, Season.WINTER, 200)) == list(range(120, 0, -1))
    assert asking.asked == 3
    assert ids(await client.season(2025, Season.WINTER, 60)) == list(range(120, 60, -1))
    assert asking.asked == 5


async def test_a_season_takes_no_more_requests_than_its_limit_though_some_of_it_cannot_be_read(
    asking: Asking, client: Anilist
) -> None:
    winter = {"season": "WINTER", "seasonYear": 2025}
    asking.server.world.add(*(media(number, f"x{number}", popularity=number, **winter) for number in range(1, 121)))
    asking.server.world.change(120, title=None)

    assert ids(await client.season(2025, Season.WINTER, 100)) == list(range(119, 20, -1))
    assert asking.asked == 2


async def test_a_row_that_was_deleted_is_absent(asking: Asking, client: Anilist) -> None:
    asking.server.world.delete_airing(METALLIC_ROUGE_ID, 4)
    (found,) = await client.by_ids([METALLIC_ROUGE_ID])
    assert [each.number for each in found.releases] == [1, 2, 3, *range(5, 14)]
    assert not any(each.cancelled for each in found.releases)


@pytest.mark.parametrize(
    "fault",
    [
        faults.page(500),
        faults.page(502),
        faults.page(200),
        faults.refusing(500, "Internal Server Error"),
        faults.refusing(500, "Internal Server Error", http_status=200),
        faults.saying("{"),
        faults.saying("[]"),
        faults.saying('{"data": null}'),
        faults.saying("null"),
        faults.saying(""),
        faults.cut,
        faults.huge,
    ],
)
async def test_what_passes_is_tried_again(asking: Asking, client: Anilist, fault: faults.Fault) -> None:
    asking.server.coming = [fault, fault]
    assert ids(await client.search("metallic", max_wait=SOON)) == [METALLIC_ROUGE_ID]
    assert asking.asked == 3
    assert asking.waits == [1, 2]
    assert not client.reach.is_away


async def test_what_doesnt_pass_makes_it_away_and_nothing_more_is_asked(asking: Asking, client: Anilist) -> None:
    asking.server.weather = faults.page(502)
    told = await away(client.search("metallic"))
    assert isinstance(told, PersonError)
    assert asking.asked == FAILURES

    asking.now += timedelta(seconds=20)
    for _ in range(5):
        told = await away(client.search("metallic", max_wait=SOON))
        assert not told.is_coming
        assert told.why is AwayReason.OUT_OF_REACH
        assert "hasn't answered for 1 minute." in away_text(told)
    assert asking.asked == FAILURES


@pytest.mark.parametrize("http_status", [403, 200])
async def test_an_api_that_is_switched_off_for_days_is_left_alone(asking: Asking, http_status: int) -> None:
    asking.server.weather = faults.switched_off(http_status)
    began = asking.now
    async with asking.client() as client:
        while asking.now < began + timedelta(days=3):
            with pytest.raises(SourceAway):
                await client.by_ids([METALLIC_ROUGE_ID])
            asking.now += timedelta(minutes=5)
            if asking.now == began + timedelta(minutes=5):
                assert asking.asked == 1
        reach = client.reach
        assert reach.away_since == began
        assert reach.is_away
        assert reach.reason is not None
        assert "temporarily disabled" in reach.reason
        assert asking.asked < 3 * 24 * 2 + 20  # pauses of half an hour to an hour, and a dozen shorter ones at first

        asking.server.weather = None
        asking.now += LONGEST_PAUSE
        assert ids(await client.search("metallic", max_wait=SOON)) == [METALLIC_ROUGE_ID]
        assert client.reach.answered_at == asking.now
        assert not client.reach.is_away


@pytest.mark.parametrize("http_status", [429, 200])
async def test_who_asks_too_much_waits_as_long_as_told(asking: Asking, client: Anilist, http_status: int) -> None:
    asking.server.coming = [faults.throttled("1", http_status)]
    loop = asyncio.get_running_loop()
    asked_at = loop.time()
    assert ids(await client.search("metallic")) == [METALLIC_ROUGE_ID]
    assert loop.time() - asked_at >= 1
    assert asking.waits == []
    assert not client.reach.is_away


async def test_a_wait_may_be_told_as_a_date(asking: Asking, client: Anilist) -> None:
    asking.server.coming = [faults.throttled("Mon, 01 Jan 2024 00:00:00 GMT")]
    assert ids(await client.search("metallic")) == [METALLIC_ROUGE_ID]


@pytest.mark.parametrize("told", ["3600", "999999999", "Mon, 01 Jan 2024 00:30:00 GMT"])
async def test_who_is_told_to_wait_long_gives_up(asking: Asking, client: Anilist, told: str) -> None:
    asking.server.coming = [faults.throttled(told)]
    raised = await away(client.search("metallic"))
    assert away_text(raised).startswith("AniList got too many requests, and takes none for")
    again = await away(client.search("rouge", max_wait=SOON))
    assert not again.is_coming
    assert asking.asked == 1


async def test_without_a_word_a_minute_is_waited(asking: Asking, client: Anilist) -> None:
    asking.server.coming = [faults.throttled(None)]
    told = await away(client.search("metallic", max_wait=AT_ONCE))
    assert told.is_coming
    told = await away(client.search("rouge", max_wait=SOON))
    assert told.is_coming
    assert "Yours is sent in about" in away_text(told)
    assert timedelta(seconds=60) < LONGEST_HOLD


async def test_what_comes_late_can_still_be_had(asking: Asking, client: Anilist) -> None:
    let_go = asyncio.Event()
    asking.server.coming = [faults.held(let_go)]
    told = await away(client.search("metallic", max_wait=AT_ONCE))

    assert told.is_coming
    assert away_text(told).startswith("AniList is slow to answer right now.")
    let_go.set()
    assert ids(await told.answer()) == [METALLIC_ROUGE_ID]
    assert asking.asked == 1


async def test_what_never_comes_is_told_to_who_waits_for_it(asking: Asking) -> None:
    asking.server.weather = faults.held(asyncio.Event())
    async with asking.client(limits=IMPATIENT) as client:
        told = await away(client.search("metallic", max_wait=AT_ONCE))
        last = await away(told.answer())
        assert not last.is_coming
        assert await away(last.answer()) is last
    assert asking.asked == FAILURES
    assert client.reach.reason == "127.0.0.1 took longer than 0.3 s"


async def test_who_would_wait_long_for_a_turn_is_told_at_once(asking: Asking) -> None:
    async with asking.client(Bucket(2, 1, 0)) as client:  # a turn every minute
        await client.search("metallic", max_wait=SOON)
        for number in range(10):
            await away(client.search(f"title {number}", max_wait=AT_ONCE))
            await asyncio.sleep(0)
        async with asyncio.timeout(PATIENCE):  # and not after the ten minutes
            told = await away(client.search("rouge", max_wait=timedelta(minutes=10)))
    assert told.is_coming
    assert "Yours is sent in about" in away_text(told)
    assert asking.asked == 1


async def test_a_crowd_is_sent_away(asking: Asking) -> None:
    async with asking.client(Bucket(25, 1, 0)) as client:
        await client.search("metallic", max_wait=SOON)
        for number in range(MOST_WAITING):
            told = await away(client.search(f"title {number}", max_wait=AT_ONCE))
            assert told.is_coming
            await asyncio.sleep(0)
        told = await away(client.search("one more", max_wait=AT_ONCE))
    assert not told.is_coming


@pytest.mark.parametrize("max_wait", [None, SOON])
async def test_several_who_ask_the_same_are_one_request(
    asking: Asking, client: Anilist, max_wait: timedelta | None
) -> None:
    let_go = asyncio.Event()
    asking.server.coming = [faults.held(let_go)]
    asks = [asyncio.create_task(client.search("Metallic", max_wait=max_wait)) for _ in range(5)]
    await asyncio.sleep(0.05)
    asks[0].cancel()  # one who goes away takes nothing from the others
    let_go.set()
    answers = await asyncio.gather(*asks, return_exceptions=True)
    assert isinstance(answers[0], asyncio.CancelledError)
    assert all(isinstance(each, list) and ids(each) == [METALLIC_ROUGE_ID] for each in answers[1:])
    assert asking.asked == 1


async def test_a_question_that_isnt_taken_is_our_fault_and_no_outage(asking: Asking, client: Anilist) -> None:
    asking.server.weather = faults.refusing(400, "Max query complexity should be 500 but got 646.")
    for _ in range(FAILURES + 1):
        with pytest.raises(SourceRefused, match="646"):
            await client.search("metallic")
    assert not client.reach.is_away
    assert asking.asked == FAILURES + 1


async def test_not_found_is_an_empty_answer(asking: Asking, client: Anilist) -> None:
    for http_status in (404, 200):
        asking.server.coming = [faults.refusing(404, "Not Found.", http_status)]
        assert await client.by_ids([1]) == []
    assert asking.asked == 2
    assert not client.reach.is_away


async def test_a_wrong_address_is_no_empty_answer(asking: Asking, client: Anilist) -> None:
    asking.server.weather = faults.page(404)
    with pytest.raises(SourceAway):
        await client.by_ids([1])


@pytest.mark.parametrize("fault", [faults.partial(1), faults.partial(1, field="staff"), faults.partial(1, null=False)])
async def test_of_a_part_the_whole_media_are_used(asking: Asking, client: Anilist, fault: faults.Fault) -> None:
    asking.server.world.add(*(media(number, "x") for number in (1, 2, 3)))
    asking.server.coming = [fault]
    assert ids(await client.by_ids([1, 2, 3])) == [1, 3]
    assert asking.asked == 1


async def test_a_part_without_anything_whole_is_tried_again(asking: Asking, client: Anilist) -> None:
    asking.server.coming = [faults.partial(0)]
    assert ids(await client.by_ids([METALLIC_ROUGE_ID])) == [METALLIC_ROUGE_ID]
    assert asking.asked == 2


@pytest.mark.parametrize("seed", range(20))
async def test_nulls_anywhere_lose_no_other_media(asking: Asking, client: Anilist, seed: int) -> None:
    asking.server.world.add(*(metallic_rouge(id=number) for number in range(1, 51)))
    asking.server.coming = [faults.nulls(seed)]
    found = await client.by_ids(range(1, 51))
    assert 10 < len(found) <= 50
    assert asking.asked == 1


async def test_what_had_been_said_before_it_went_away_is_kept(asking: Asking, client: Anilist) -> None:
    asking.server.world.add(*(media(number, "x") for number in range(1, 101)))

    asking.server.coming, asking.server.weather = [faults.slow(0)], faults.switched_off()
    told = await away(client.by_ids(range(1, 101)))
    assert [each.series.anilist_id for each in told.so_far] == list(range(1, 51))


async def test_a_stop_breaks_off_what_is_asked(asking: Asking) -> None:
    asking.server.weather = faults.held(asyncio.Event())
    async with asking.client() as client:
        waiting = asyncio.create_task(client.search("metallic"))
        told = await away(client.search("metallic", max_wait=AT_ONCE))
    with pytest.raises(SourceAway, match="stopped"):
        await waiting
    assert told.is_coming
