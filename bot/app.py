"""The composition root: settings → store → client → schedule, and the ordered close. Nobody else makes these."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from bot.calendars.discord_guild_events import GuildEventsSync
from bot.calendars.following import CalendarFollower
from bot.catalogue.animeschedule_sync import AnimeScheduleSync
from bot.catalogue.bangumi_sync import BangumiSync
from bot.catalogue.lookups import Lookups
from bot.catalogue.model import Series
from bot.catalogue.records import Catalogues, SourceRecord
from bot.catalogue.rolling import SlotRoller
from bot.catalogue.snapshot_sync import SnapshotSync
from bot.catalogue.sources.anilist.client import Anilist
from bot.catalogue.sources.animeschedule import AnimeSchedule
from bot.catalogue.sources.bangumi.snapshot import SNAPSHOT
from bot.catalogue.sync import AnilistLookup, AnswerKeeper, SeasonSync, Sync
from bot.client import Sending, Yokoku
from bot.clock import SYSTEM_CLOCK, Clock, DiscordClock
from bot.command_sync import CommandSync
from bot.connection import DiscordConnection
from bot.conventions import shipped
from bot.database.daily_backup import BACKUP_ENDS_WITHIN, DailyBackup
from bot.database.engine import Connection, Database
from bot.database.process_lock import ProcessLock
from bot.dates.reading import languages
from bot.delivery.cleanup import Cleanup
from bot.delivery.discord_edits import PostEditor
from bot.delivery.discord_notices import NoticeSender
from bot.delivery.discord_pauses import ChannelPauses
from bot.delivery.dispatcher import Dispatch
from bot.delivery.pace import InvalidRequestCounter, Pace
from bot.delivery.scan import Scanner
from bot.delivery.store import feeds, notices
from bot.delivery.store.edits import is_out
from bot.errors import SettingsError, StoreError
from bot.exchange import starter
from bot.feeds.parser_process import FeedParser
from bot.feeds.polling import FeedPoller
from bot.feeds.reading import FeedDesk, FeedReader
from bot.schedule import Schedule
from bot.settings import Settings
from bot.subscriptions.store.watchlist import followed, followed_among
from bot.web.fetch import Fetcher
from cogs import (
    announce,
    announcements,
    browse,
    calendar,
    catalogue,
    channel,
    conventions,
    feed,
    feed_reviews,
    guild_events,
    help_command,
    interactions,
    pauses,
    season,
    series,
    server_setup,
    status,
    watchlist,
)

_log = logging.getLogger(__name__)

COGS = (
    interactions,
    help_command,
    series,
    server_setup,
    season,
    browse,
    conventions,
    watchlist,
    calendar,
    catalogue,
    channel,
    status,
    guild_events,
    announce,
    announcements,
    feed,
    feed_reviews,
    pauses,
)
"""Whatever answers people and servers: commands, buttons, forms, events."""

LOGIN_MISSING = (
    "DISCORD_TOKEN is not set. Make an application at https://discord.com/developers/applications, copy the token from "
    "its Bot page into .env as DISCORD_TOKEN=…, and start again. To try Yokoku without an account: yokoku sandbox."
)
LANGUAGES_AFTER = timedelta(seconds=3)
"""So long after the bot is ready the languages of dates are loaded: what has waited for it comes first."""


class App:
    """The running bot. `await App.open(...)`, then `await app.run()` until `stop()` is called, then `await close()`."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        clock: DiscordClock,
        process_lock: ProcessLock,
        catalogues: Catalogues | None = None,
        *,
        snapshot: Path = SNAPSHOT,
    ) -> None:
        if settings.discord_token is None:
            raise SettingsError(LOGIN_MISSING)
        self.database = database
        self.clock = clock
        self._process_lock = process_lock
        self._may_leave_claims = False
        self.scanner = Scanner(database, clock)
        self.schedule = Schedule(self.scanner.run, clock)
        database.on_change(self.schedule.wake)
        self.invalid_requests = InvalidRequestCounter()
        trusted = [url for url in (settings.anilist_url, settings.catalogue_url, settings.animeschedule_url) if url]
        trusted += settings.feed_origins
        self._fetcher = Fetcher(trusted=trusted, contact=settings.contact)
        self._anilist = Anilist(self._fetcher, clock, url=settings.anilist_url) if settings.anilist_url else None
        self._lookups = Lookups(database, clock, self._anilist, self._keep_of_any) if self._anilist else None
        self._feeds = FeedReader(self._fetcher, FeedParser(), clock)
        self.client = self._make_client(settings, catalogues)
        self.client.fetcher = self._fetcher
        self._connection = DiscordConnection(self.client, settings.discord_token, clock, reopen=self.client.reopen)
        self.command_sync = CommandSync(
            self.client, database, guild_id=settings.sync_guild_id, ids=self.client.command_ids
        )
        self._daily_backup: DailyBackup | None = None
        self._make_queues(settings)
        self._add_periodic_tasks(settings)
        self._add_calendars(settings)
        self._add_sources(settings, snapshot)

    def _make_client(self, settings: Settings, catalogues: Catalogues | None) -> Yokoku:
        trace = self.invalid_requests.trace()
        self.clock.watch(trace)
        return Yokoku(
            database=self.database,
            clock=self.clock,
            wake=self.schedule.wake,
            sending=lambda: Sending(
                self.invalid_requests.count, self.dispatch.held, self.command_sync.trouble, self.clock.ahead
            ),
            api_url=settings.discord_api_url,
            owner_ids=settings.owner_ids,
            set_ups=[cog.setup for cog in COGS],
            http_trace=trace,
            settle_delay=timedelta(minutes=settings.updates_stand_for),
            catalogues=catalogues or (AnilistLookup(self._anilist) if self._anilist else None),
            lookups=self._lookups,
        )

    def _make_queues(self, settings: Settings) -> None:
        pace = Pace(settings.posts_per_second, self.clock)
        self.invalid_requests.holding(pace.hold)
        self._notice_sender = NoticeSender(self.client, self.database, self.clock)
        on_notice = self._notice_sender.notify
        self._pauses = ChannelPauses(self.client, self.database, self.clock, on_notice=on_notice)
        pause = self._pauses.pause
        on_settled = self.client.settled.notify
        self._post_editor = PostEditor(
            self.client,
            self.database,
            self.clock,
            self._process_lock.name,
            pace,
            pause=pause,
            on_notice=on_notice,
            on_settled=on_settled,
        )
        self.dispatch = Dispatch(
            self.client,
            self.database,
            self.clock,
            self._process_lock.name,
            pace,
            on_sent=self._post_editor.notify,
            on_notice=on_notice,
            on_settled=on_settled,
            pause=pause,
            on_refused_token=self._connection.doubt,
        )
        queues = (self.dispatch, self._notice_sender, self._pauses, self._post_editor)
        self.scanner.on_scan(*(queue.notify for queue in queues))

    def _add_periodic_tasks(self, settings: Settings) -> None:
        self.schedule.add_periodic(
            Cleanup(self.database, self.clock, history_kept=timedelta(days=settings.history_keep)).run
        )
        if settings.backup_keep and self.database.file is not None:
            self._daily_backup = DailyBackup(self.database, self.clock, self.database.file, keep=settings.backup_keep)
            self.schedule.add_periodic(self._daily_backup.run, ends_within=BACKUP_ENDS_WITHIN)
        self.schedule.add_periodic(SlotRoller(self.database, self.clock).run)
        self.client.feeds = FeedDesk(self._feeds, settings.feed_origins, self._begin_feed)
        self._feed_poller = FeedPoller(
            self.database, self.clock, self._feeds, tell=feeds.add_notices, on_told=self._notice_sender.notify
        )
        self.schedule.add_periodic(self._feed_poller.run)

    def _add_calendars(self, settings: Settings) -> None:
        events = GuildEventsSync(self.client, self.database, self.clock, self._fetcher)
        self.schedule.add_periodic(events.run)
        self.schedule.add_periodic(
            CalendarFollower(
                self.database,
                self.clock,
                self._fetcher,
                me=lambda: self.client.application_id or 0,
                tell=notices.add_about_calendar,
                on_told=self._notice_sender.notify,
            ).run
        )
        if settings.web_port is None:
            return
        from bot.calendars.server import CalendarServer  # noqa: PLC0415 - a server's modules, which most don't need

        def name_of(guild_id: int) -> str:
            guild = self.client.get_guild(guild_id)
            return "Yokoku" if guild is None else guild.name

        self.client.calendars = CalendarServer(
            self.database,
            self.clock,
            host=settings.web_host,
            port=settings.web_port,
            url=settings.web_url,
            name_of=name_of,
            is_out=is_out(),
        )
        self.schedule.add_periodic(self.client.calendars.run)

    def _add_sources(self, settings: Settings, snapshot: Path) -> None:
        if settings.catalogue_snapshot:
            self.schedule.add_periodic(SnapshotSync(self.database, self.clock, snapshot, self.client.snapshot).run)
        if self._anilist is not None and settings.anilist_every:
            sync = Sync(
                self.database,
                self.clock,
                self._anilist,
                followed,
                every=timedelta(minutes=settings.anilist_every),
                settle_delay=self.client.settle_delay,
                tell_lost=self._tell_lost,
            )
            self.schedule.add_periodic(sync.run)
            seasons = SeasonSync(
                self.database, self.clock, self._anilist, self._keep_of_any, snapshot=self.client.snapshot
            )
            self.schedule.add_periodic(seasons.run)
        if settings.catalogue_url:
            bangumi = BangumiSync(
                self.database,
                self.clock,
                self._fetcher,
                settings.catalogue_url,
                settle_delay=self.client.settle_delay,
                snapshot=self.client.snapshot,
            )
            self.schedule.add_periodic(bangumi.run)
        if settings.animeschedule_token is not None and settings.animeschedule_url:
            token = settings.animeschedule_token.get_secret_value()
            animeschedule = AnimeScheduleSync(
                self.database,
                self.clock,
                AnimeSchedule(self._fetcher, settings.animeschedule_url, token),
                followed,
                settle_delay=self.client.settle_delay,
            )
            self.schedule.add_periodic(animeschedule.run)

    async def _begin_feed(self, feed_id: int) -> None:
        """Read a feed that was just begun: what it publishes from now on is new."""
        try:
            await self._feed_poller.poll_first(feed_id)
        except StoreError as error:  # it is read when it is due
            _log.warning("A feed that was added can't be read yet: %s", error)

    async def _keep_of_any(self, said: Sequence[SourceRecord]) -> None:
        """Store what AniList says of series that needn't be followed."""
        keeper = AnswerKeeper(self.database, self.clock, settle_delay=self.client.settle_delay)
        await keeper.keep_of_any(said, followed_among)

    async def _tell_lost(self, db: Connection, lost: Series, now: datetime) -> None:
        """Have the moderators told who follow a series that a source has stopped knowing."""
        await notices.add_lost(db, lost.id, now=now)
        self._notice_sender.notify()

    @classmethod
    async def open(
        cls,
        settings: Settings,
        *,
        clock: Clock = SYSTEM_CLOCK,
        catalogues: Catalogues | None = None,
        snapshot: Path = SNAPSHOT,
    ) -> "App":
        """Open the store, upgraded and with its starter catalogue. Raises `OperatorError` with one line of advice.

        `clock` is the machine's; where it is wrong the app goes by Discord's.
        `catalogues` are the sources that moderators look series up in; `snapshot` is what the store begins with.
        """
        if settings.discord_token is None:
            raise SettingsError(LOGIN_MISSING)
        present = DiscordClock(clock)
        database = await Database.open(settings.database_url, clock=present)
        try:
            await starter.load_once(database, present)
            await shipped.take_in(database)
            process_lock = await asyncio.to_thread(ProcessLock.acquire, database.file)
            return cls(database, settings, present, process_lock, catalogues, snapshot=snapshot)
        except BaseException:
            await database.close()
            raise

    async def run(self) -> None:
        """Log in, post and answer until `stop()`. Raises `SettingsError` when Discord refuses the token."""
        if not await self._connection.log_in():
            return
        # Posting needs no gateway: what is due goes out while the shards are still connecting.
        self._may_leave_claims = True
        self.dispatch.start()
        self._notice_sender.start()
        self._pauses.start()
        self._post_editor.start()
        self.schedule.start()
        self.command_sync.start()
        languages = asyncio.create_task(self._load_languages(), name="load languages")
        try:
            await self._connection.stay()
        finally:
            languages.cancel()
            if self._daily_backup is not None:
                self._daily_backup.stop()
            is_finished, *_ = await asyncio.gather(
                self.dispatch.stop(),
                self._notice_sender.stop(),
                self._pauses.stop(),
                self._post_editor.stop(),
                self.schedule.stop(),
                self.command_sync.stop(),
                *([self._lookups.close()] if self._lookups is not None else []),
                *([self.client.calendars.close()] if self.client.calendars is not None else []),
            )
            self._may_leave_claims = not is_finished
            await self._connection.close()
            _log.info("Stopped")

    async def _load_languages(self) -> None:
        await self.client.joined.wait()
        await asyncio.sleep(LANGUAGES_AFTER.total_seconds())
        languages.load()

    def stop(self) -> None:
        """End `run()`; what is in flight is finished first."""
        self._connection.stop()

    async def close(self) -> None:
        """Close what is left: the client, should `run()` not have got as far, then the store."""
        await self.client.close()
        if self._anilist is not None:
            await self._anilist.close()
        await self._feeds.close()
        await self._fetcher.close()
        if self._may_leave_claims:
            self._process_lock.close()  # whoever comes next finds that its holder is gone
        else:
            self._process_lock.remove()
        await self.database.close()
