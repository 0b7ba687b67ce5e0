"""What one guild has is reached by no other, whatever a client makes up; and made-up ids are told in plain words."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import select

from bot.announcements.render import announcements
from bot.announcements.render import drafts as announcement_drafts
from bot.calendars.render import calendar as calendars
from bot.calendars.render import importing as calendar_imports
from bot.catalogue.render import browsing, card, day, editing, history, lists, previews, series
from bot.conventions.render import editing as convention_editing
from bot.conventions.render import editions, listing, newswriting
from bot.conventions.render import panels as convention_panels
from bot.delivery.render import posts, status
from bot.feeds.render import feeds
from bot.feeds.render import items as feed_items
from bot.subscriptions.render import channels, server_setup, title_lists, watchlist
from bot.ui.components import JUMP_TEMPLATE
from bot.ui.forms import PAGE_FIELD
from bot.ui.help import HELP_TEMPLATE
from migrations.schema import metadata
from sandbox.world import changes as sandbox_changes
from tests.wire.announcing import ready
from tests.wire.forging import Forger, everything_in
from tests.wire.furnished import SECRET, Ours, furnish
from tests.wire.guild import SandboxGuild, sandbox_guild
from tests.wire.trouble import without

AT = "2024-01-03T12:00:00+00:00"
NO_DRAFT, NO_ANNOUNCEMENT = "There is no such draft here", "There is no such announcement here"
NO_CHANGES, NO_SERIES = "already been saved or discarded", "This series is no longer in the catalogue"
FORGOTTEN, ENDED = "I no longer have this draft", "This subscription no longer exists"
NO_EDITION = "This convention is no longer in the catalogue"
UNKNOWN = "no longer works"
NO_ITEM = "This item is gone"
DRAFTS: Final = ("feed_draft", "edit_draft")
PICK = series.SERIES_PICK_TEMPLATE.format
FIELDS: Final = {"title": "Mine", "text": "x", "link": "", "image": "", "when": ""}
MOVED: Final = {"when": "2024-01-04T12:00Z"}
TYPED: Final = {"title_english": "Mine", "title_native": "", "kind": "", "story": "", "site": ""}
EDITION: Final = {"name": "Mine 2027", "days": "2027-04-02", "place": "Berlin, DE", "venue": "", "site": ""}
PANEL: Final = {"title": "Mine", "begins": "2027-04-02 14:00", "ends": "", "room": "", "guests": ""}
NEWS: Final = {"headline": "Mine", "text": "", "link": "", "picture": "", "when": ""}
CARD: Final = {"title_english": "Mine", "story": "", "studio": "", "episodes": "", "site": ""}


@dataclass(frozen=True, slots=True)
class Press:
    """A custom_id as another guild makes it up, what it is told, and whether it stands on a page of components.

    `{…}` stands for an id of `Ours`.
    """

    custom_id: str
    told: str
    page: bool = False


PAGES: Final[dict[str, list[Press]]] = {
    announcements.ANNOUNCEMENTS_PAGE_TEMPLATE: [Press("announcements:page:0", "Nothing scheduled", page=True)],
    channels.SUBSCRIPTIONS_PAGE_TEMPLATE: [Press("channel:page:0", "No channel gets posts", page=True)],
    status.STATUS_PAGE_TEMPLATE: [Press("status:page:0", "No channel gets posts", page=True)],
    status.LOG_TEMPLATE: [Press("log:page:0:{channel}", "Nothing has been due", page=True)],
    card.CARD_EPISODES_TEMPLATE: [Press("card:episodes:{series}:7:0", NO_SERIES, page=True)],
    listing.EDITIONS_PAGE_TEMPLATE: [
        Press("editions:page:0", "Conventions", page=True),
        Press("editions:page:0:FR:2031-07:", "No convention is known there", page=True),
    ],
    editions.PROGRAMME_TEMPLATE: [Press("edition:programme:{edition}:0:0", NO_EDITION, page=True)],
    editions.NEWS_TEMPLATE: [Press("edition:news:{edition}:0", NO_EDITION, page=True)],
    convention_editing.EDITION_HISTORY_TEMPLATE: [Press("convention:history:{edition}:0", NO_EDITION, page=True)],
    watchlist.WATCHLIST_PAGE_TEMPLATE: [Press("watchlist:page:0", "watchlist", page=True)],
    browsing.SEASON_TEMPLATE: [Press("season:2025:0:0:tv:1:", "No series on this server's", page=True)],
    day.DAY_TEMPLATE: [Press("day:20240103:Asia/Tokyo:1:0:", "Nothing on this server's watchlist", page=True)],
    browsing.UPCOMING_TEMPLATE: [Press("upcoming:60:1:0:", "Nothing", page=True)],
    feeds.FEEDS_PAGE_TEMPLATE: [Press("feed:page:0", "follows no feed yet", page=True)],
    history.HISTORY_PAGE_TEMPLATE: [
        Press("catalogue:history:{series}:0", NO_SERIES, page=True),
        Press("catalogue:history:{shared}:0", "History of Metallic Rouge", page=True),
    ],
}
"""Lists: each of their pages can be asked for by its number, too."""
JUMP, NUMBER = JUMP_TEMPLATE.format, PAGE_FIELD

BUTTONS: Final[dict[str, list[Press]]] = {
    **PAGES,
    **{
        JUMP(template=template): [Press(f"jump:3:{each.custom_id}", "from 1 to 4", page=True) for each in presses]
        for template, presses in PAGES.items()
    },
    HELP_TEMPLATE: [
        Press("help:members", "What would you like to do?", page=True),
        Press("help:moderators", "What would you like to set up?", page=True),
    ],
    announcement_drafts.ANNOUNCEMENT_DRAFT_TEMPLATE: [
        *(
            Press(f"announce:{act}:{{{which}}}", NO_DRAFT)
            for act in ("post", "schedule", "edit", "cancel")
            for which in ("draft", "waiting", "posted")
        ),
        Press("announce:again:{unsaved}", FORGOTTEN),
    ],
    announcement_drafts.CHOICE_TEMPLATE: [
        Press(f"announce:at:{{{which}}}:1704369600", NO_DRAFT) for which in ("draft", "waiting", "posted")
    ],
    announcement_drafts.REPEAT_TEMPLATE: [
        Press(f"announce:repeat:{{{which}}}", NO_DRAFT) for which in ("draft", "waiting", "posted")
    ],
    announcements.ANNOUNCEMENT_LIST_TEMPLATE: [
        *(
            Press(f"announcements:{act}:{{{which}}}", NO_ANNOUNCEMENT, page=True)
            for act in ("edit", "duplicate", "skip", "withdraw", "really", "delete", "strike")
            for which in ("draft", "waiting", "posted")
        ),
        Press("announcements:discard:{draft}", NO_DRAFT, page=True),
    ],
    announcements.MOVE_TEMPLATE: [Press("announcements:move:{waiting}:soon", NO_ANNOUNCEMENT)],
    channels.UNSUBSCRIBE_TEMPLATE: [Press("channel:unsubscribe:{subscription}", ENDED, page=True)],
    channels.SUBSCRIPTION_PICK_TEMPLATE: [
        Press("channel:pick:{shared}:{channel}:0:", "I can't see <#"),
        Press("channel:pick:{series}:{elsewhere}:0:", NO_SERIES),
        Press("channel:pick:{shared}:{elsewhere}:{role}:now:publish", "Posts can be published in"),
        Press("channel:pick:{shared}:{elsewhere}:{role}:now", "The role to ping was deleted"),
    ],
    feeds.FEED_DRAFT_TEMPLATE: [
        *(Press(f"feed:draft:{act}:{{{which}}}", NO_CHANGES) for act in ("follow", "cancel") for which in DRAFTS),
    ],
    feed_items.REVIEW_TEMPLATE: [
        Press(f"feed:review:{act}:{{review}}", NO_ITEM) for act in ("approve", "edit", "reject")
    ],
    server_setup.SETUP_CHANNELS_TEMPLATE: [
        Press(f"setup:channels:{topic}", "Set up this server", page=True)
        for topic in ("releases", "conventions", "announcements")
    ],
    server_setup.SETUP_ROLE: [Press(server_setup.SETUP_ROLE, "No channel gets anything yet", page=True)],
    server_setup.SETUP_NOTICES: [Press(server_setup.SETUP_NOTICES, "Notices go to", page=True)],
    server_setup.SETUP_TEMPLATE: [
        Press("setup:do:open", "Set up this server"),
        Press("setup:do:season", "Set up this server", page=True),
        Press("setup:do:list", "Add many series", page=True),
        Press("setup:do:zone", "Time zone", page=True),
        Press("setup:do:test", "No channel gets anything yet", page=True),
    ],
    status.TEST_TEMPLATE: [Press("status:test:{subscription}", ENDED, page=True)],
    posts.ABOUT_TEMPLATE: [Press("{about}", "it belongs to another server")],
    series.SERIES_TEMPLATE: [Press("series:show:{series}", NO_SERIES), Press("series:show:{series}:2", NO_SERIES)],
    card.CARD_TEMPLATE: [Press("card:open:{series}:7", NO_SERIES, page=True)],
    card.CARD_ENTRY_TEMPLATE: [Press("card:entry:5:7", "This series isn't in the catalogue yet", page=True)],
    card.CARD_SELECT_TEMPLATE: [Press("card:turn:{series}:7", NO_SERIES, page=True)],
    PICK(action="series"): [Press("series:pick:series:{series}", NO_SERIES)],
    PICK(action="trailer"): [Press("series:pick:trailer:{series}", NO_SERIES)],
    PICK(action="watch"): [Press("series:pick:watch:{series}", NO_SERIES)],
    PICK(action="unwatch"): [Press("series:pick:unwatch:{series}", NO_SERIES)],
    series.TRAILER_TEMPLATE: [Press("trailer:show:{series}:1", NO_SERIES)],
    calendar_imports.STOP_CALENDAR_TEMPLATE: [
        Press("calendar:stop:0:{calendar}", "This calendar is no longer kept up to date"),
        Press("calendar:stop:1:{calendar}", "Only the owners of this bot"),
    ],
    editions.EDITION_TEMPLATE: [Press("edition:show:{edition}", NO_EDITION)],
    editions.FOLLOW_EDITION_TEMPLATE: [Press("edition:follow:{edition}", NO_EDITION)],
    convention_editing.EDITION_UNDO_TEMPLATE: [
        Press("convention:undo:{edition}:{edition_change}:0", "This change is no longer known", page=True)
    ],
    calendars.CALENDAR_TEMPLATE: [Press(f"calendar:{what}", "gives no addresses") for what in ("new", "revoke")],
    previews.CORRECTION_DRAFT_TEMPLATE: [
        *(
            Press(f"catalogue:draft:{act}:{{{which}}}", NO_CHANGES)
            for act in ("save", "edit", "cancel", "back", "choose0")
            for which in ("edit_draft", "date_draft")
        ),
        Press("catalogue:draft:again:{unsaved_edit}", FORGOTTEN),
    ],
    lists.ALIAS_TEMPLATE: [
        Press("catalogue:alias:{series}:{alias}:0", NO_SERIES),
        Press("catalogue:alias:{shared}:{alias}:0", "has no aliases yet"),
        Press("catalogue:alias:{shared}:{alias}:1", "Only the owners of this bot"),
    ],
    lists.REMOVE_TEMPLATE: [
        Press("catalogue:remove:hide:{series}:0", NO_SERIES),
        Press("catalogue:remove:delete:{series}:0", NO_SERIES),
        Press("catalogue:remove:delete:{shared}:0", "shared by all servers"),
        Press("catalogue:remove:hide:{shared}:1", "Only the owners of this bot"),
        Press("catalogue:remove:keep:{series}:0", "Nothing"),
    ],
    history.UNDO_TEMPLATE: [
        Press("catalogue:undo:{series}:{change}:0", "This change is no longer known", page=True),
        Press("catalogue:undo:{shared}:{change}:0", "This change is no longer known", page=True),
    ],
    history.BACK_TEMPLATE: [
        Press("catalogue:back:{series}:studio:0", NO_SERIES, page=True),
        Press("catalogue:back:{shared}:studio:0", "already been reverted", page=True),
        Press("catalogue:back:{shared}:release {own_release}:0", "already been reverted", page=True),
    ],
    editing.SHOW_TEMPLATE: [Press("catalogue:show:anilist:1", "No source is set up")],
    editing.TAKE_TEMPLATE: [Press("catalogue:take:mal:1", "No source is set up")],
    editing.LOOK_TEMPLATE: [Press(f"catalogue:look:{SECRET.lower()}x", "No source is set up")],
    editing.HAND_TEMPLATE: [
        Press("catalogue:by-hand:0:Mine", "New series"),
        Press("catalogue:by-hand:1:Mine", "Only the owners of this bot"),
    ],
    editing.WATCH_TEMPLATE: [Press("catalogue:watch:{series}", NO_SERIES)],
    editing.FOLLOW_TEMPLATE: [
        Press("catalogue:follow:{series}:162985", NO_SERIES),
        Press("catalogue:follow:{shared}:162985", "this server doesn't follow"),
        Press("catalogue:follow:{shared}:1", "No source is set up"),
    ],
}

FORMS: Final[dict[str, list[tuple[str, dict[str, str], str]]]] = {
    **{
        JUMP(template=template): [(f"jump:3:{each.custom_id}", {NUMBER: "1"}, each.told) for each in presses]
        for template, presses in PAGES.items()
    },
    announcement_drafts.FORM_TEMPLATE: [
        # What is typed in a form that was made up is the typist's own, and is kept as theirs.
        *(
            (f"announce:form:{{{which}}}:{{waiting}}", FIELDS, "No channel gets announcements yet")
            for which in ("draft", "waiting", "posted", "unsaved")
        ),
    ],
    announcement_drafts.MOVE_FORM_TEMPLATE: [("announcements:move-form:{waiting}", MOVED, NO_ANNOUNCEMENT)],
    feed_items.REVIEW_FORM_TEMPLATE: [("feed:review-form:{review}", {"title": "Mine", "text": ""}, NO_ITEM)],
    editing.EDIT_FORM_TEMPLATE: [
        ("catalogue:edit:{edit_draft}:{series}:card:0", CARD, NO_SERIES),
        ("catalogue:edit:{edit_draft}:{shared}:card:1", CARD, "Only the owners of this bot"),
        ("catalogue:edit:{date_draft}:{shared}:card:0", CARD, "**Preview.**"),
        ("catalogue:edit:{unsaved_edit}:{shared}:card:0", CARD, "**Preview.**"),
    ],
    editing.HAND_FORM_TEMPLATE: [
        ("catalogue:hand:{edit_draft}:0", TYPED, "**Preview.**"),
        ("catalogue:hand:{edit_draft}:1", TYPED, "Only the owners of this bot"),
    ],
    convention_editing.EDITION_FORM_TEMPLATE: [
        ("convention:form:card:0:{edition}:0:{edit_draft}", EDITION, NO_EDITION),
        ("convention:form:card:0:0:{edition}:{edit_draft}", EDITION, "**Preview.**"),
        ("convention:form:card:1:{edition}:0:{edit_draft}", EDITION, "Only the owners of this bot"),
    ],
    convention_panels.PANEL_FORM_TEMPLATE: [
        ("convention:panel:0:{edition}:0:keep:{edit_draft}", PANEL, NO_EDITION),
        ("convention:panel:1:{edition}:0:0:{edit_draft}", PANEL, "Only the owners of this bot"),
    ],
    newswriting.NEWS_FORM_TEMPLATE: [
        ("convention:news:0:{edition}:{series}:{edit_draft}", NEWS, NO_EDITION),
        ("convention:news:1:{edition}:{series}:{edit_draft}", NEWS, "Only the owners of this bot"),
    ],
    server_setup.ZONE_FORM: [(server_setup.ZONE_FORM, {server_setup.ZONE_FIELD: "zanzibar-"}, "I couldn't read")],
    title_lists.TITLES_FORM: [(title_lists.TITLES_FORM, {title_lists.TITLES_FIELD: "zanzibar"}, "No series was added")],
    previews.WHEN_FORM_TEMPLATE: [("catalogue:when:{date_draft}", MOVED, NO_CHANGES)],
}

OPTIONS: Final = (
    ("channel unsubscribe", {"what": "subscription {subscription}"}, ENDED),
    ("channel test", {"what": "subscription {subscription}"}, ENDED),
    ("channel subscribe", {"what": "zanzibar"}, "No single series matches"),
    ("series", {"series": "zanzibar"}, "No series matches"),
    ("watchlist remove", {"series": "zanzibar"}, "No series matches"),
    ("catalogue remove", {"series": "zanzibar"}, "No series matches"),
    ("catalogue alias", {"series": "metallic-rouge"}, "has no aliases yet"),
    ("catalogue alias", {"series": "metallic-rouge", "alias": "zanzibar alias", "remove": "true"}, "has no"),
    ("feed test", {"feed": "feed {follow}"}, "no longer follows this feed"),
    ("feed remove", {"feed": "feed {follow}"}, "no longer follows this feed"),
    ("feed edit", {"feed": "zanzibar"}, "follows no feed yet"),
    ("conventions", {"name": "con"}, "No convention matches"),
)
"""What autocompletion offered in the first guild, typed in the other."""

GARBAGE: Final = ("0", "-1", str(2**63 - 1), str(2**63), str(2**64), "x", "٣", "9" * 40)
"""In the place of an id. Discord's custom_ids have room for no more than 100 signs."""


@pytest.fixture
async def furnished(tmp_path: Path) -> AsyncIterator[tuple[SandboxGuild, Ours, Forger]]:
    """A guild that has some of everything, while time stands still; and who forges in another."""
    async with sandbox_guild(tmp_path, at=AT, rate_limits=False) as guild:
        ours = await furnish(guild)
        guild.clock.pause()
        yield guild, ours, await Forger.begin(guild)


async def dump(guild: SandboxGuild) -> dict[str, list[dict[str, Any]]]:
    """All that the store holds, but what it remembers about itself."""
    found = {}
    async with guild.database.read() as db:
        for table in metadata.sorted_tables:
            if table.name != "store_state":
                found[table.name] = [dict(row) for row in (await db.execute(select(table))).mappings()]
    return found


def lost(before: dict[str, list[dict[str, Any]]], after: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """The rows that are gone, or are no longer as they were."""
    gone = {name: [row for row in rows if row not in after[name]] for name, rows in before.items()}
    return {name: rows for name, rows in gone.items() if rows}


def filled_in(custom_id: str, ours: Ours, forger: Forger) -> str:
    ids = {name: getattr(ours, name) for name in Ours.__slots__}
    return custom_id.format(**ids, elsewhere=forger.channel_id)


async def test_every_button_and_form_is_among_those_that_are_made_up_here(guild: SandboxGuild) -> None:
    """One that is new has to be added, so that it can't be forgotten that other guilds may press it."""
    bot = guild.running.client
    assert {template.pattern for template in bot.buttons} == set(BUTTONS)
    assert {template.pattern for template, _ in bot.forms} == set(FORMS)
    for template, presses in BUTTONS.items():
        if acts := re.search(r"\(\?P<act>([a-z|]+)\)", template):
            pressed = {act for act in acts[1].split("|") for each in presses if f":{act}:" in each.custom_id}
            assert pressed == set(acts[1].split("|")), f"some acts of {template} aren't pressed"


async def test_another_guild_reaches_nothing(furnished: tuple[SandboxGuild, Ours, Forger]) -> None:
    guild, ours, forger = furnished
    before = await dump(guild)

    for template, presses in BUTTONS.items():
        for press in presses:
            custom_id = filled_in(press.custom_id, ours, forger)
            assert re.fullmatch(template, custom_id), custom_id
            told = everything_in(await forger.press(custom_id, page=press.page))
            assert press.told in told, (custom_id, told)
            assert SECRET not in told, (custom_id, told)
    for template, sent in FORMS.items():
        for made_up, typed, expected in sent:
            custom_id = filled_in(made_up, ours, forger)
            assert re.fullmatch(template, custom_id), custom_id
            told = everything_in(await forger.send(custom_id, **typed))
            assert expected in told, (custom_id, told)
            assert SECRET not in told, (custom_id, told)

    for command, options, expected in OPTIONS:
        typed = {name: filled_in(value, ours, forger) for name, value in options.items()}
        told = everything_in(await guild.moderator.slash(command, typed, channel=forger.channel_id))
        assert expected in told, (command, told)
        assert SECRET not in told, (command, told)

    assert lost(before, await dump(guild)) == {}


async def test_made_up_ids_are_told_in_plain_words(furnished: tuple[SandboxGuild, Ours, Forger]) -> None:
    guild, _, forger = furnished
    before = await dump(guild)
    shapes = {re.sub(r"\{[a-z_]+\}", "{}", presses[-1].custom_id) for presses in BUTTONS.values()}
    shapes |= {"post:about:{}:{}", "season:{}:0:0", "catalogue:back:1:release {}:0", "catalogue:back:1:{}:0", "{}"}
    forms = {
        re.sub(r"\{[a-z_]+\}", "{}", made_up): fields for sent in FORMS.values() for made_up, fields, _ in sent[:1]
    }

    for garbage in GARBAGE:
        for shape in sorted(shapes):
            if "{}" in shape and len(custom_id := shape.replace("{}", garbage)) <= 100:
                told = everything_in(await forger.press(custom_id))
                assert told, custom_id
                assert "incident" not in told, custom_id
        for shape, fields in forms.items():
            if len(custom_id := shape.replace("{}", garbage)) <= 100:
                told = everything_in(await forger.send(custom_id, **fields))
                assert told, custom_id
                assert "incident" not in told, custom_id
                assert "can't be reached" not in told, custom_id
    seasons = ("season:0000:0:0", "season:9999:3:0", "season:2024:0:999999", "season:2024:0:0:nothing:1:x")
    days = ("day:20240231:UTC:0:0:", "day:00000000:UTC:0:0:", "day:99991231:UTC:0:0:", "day:20240101:../etc:1:999999:x")
    for wild in (*seasons, *days, "upcoming:00:0:999999:x"):
        assert "incident" not in everything_in(await forger.press(wild, page=True)), wild
    assert UNKNOWN in everything_in(await forger.press("nobody:knows:this"))
    assert UNKNOWN in everything_in(await forger.send("nobody:knows:this", text="x"))

    assert lost(before, await dump(guild)) == {}


async def test_numbers_that_no_database_holds_are_titles_like_any_other(guild: SandboxGuild) -> None:
    for number in ("0", "-1", str(2**63), str(2**64), "9" * 100, "9" * 5000):
        for command, option in (("series", "series"), ("conventions", "name"), ("upcoming", "service")):
            told = everything_in(await guild.moderator.slash(command, {option: number}))
            assert "incident" not in told, (command, number[:30])
            typed: dict[str, Any] = {option: number}
            await guild.moderator.autocomplete(command, focused=option, **typed)
        for what in (number, f"subscription {number}", f"release {number}"):
            told = everything_in(await guild.moderator.slash("channel unsubscribe", what=what))
            assert "incident" not in told, what[:30]


async def test_what_one_guild_could_not_store_is_tried_again_by_no_other(guild: SandboxGuild) -> None:
    forger = await Forger.begin(guild)
    await ready(guild)
    form = await guild.moderator.slash("announce")
    draft_id = form.modal.custom_id.split(":")[2]
    async with without(guild, "announcements"):
        unsaved = await guild.moderator.submit(form, {**FIELDS, "title": SECRET})
        assert FORGOTTEN in everything_in(await forger.press(f"announce:again:{draft_id}"))
        await forger.send(f"announce:form:{draft_id}:0", **FIELDS)
    theirs = everything_in(await forger.press(f"announce:again:{draft_id}"))
    ours = await guild.moderator.click(unsaved, "Try again")

    assert SECRET not in theirs
    assert ours.embed.title == SECRET
    rows = (await dump(guild))["announcements"]
    assert {row["guild_id"]: row["title"] for row in rows} == {guild.id: SECRET, forger.guild_id: "Mine"}


async def test_a_draft_is_its_authors_alone(guild: SandboxGuild) -> None:
    """A second moderator of the same guild, who made the custom_ids up, is told that there is none."""
    await ready(guild)
    form = await guild.moderator.slash("announce")
    preview = await guild.moderator.submit(form, FIELDS)
    edited = await guild.moderator.slash("catalogue edit", series="metallic-rouge")
    edit = await guild.moderator.submit(edited, studio="Mine")
    deputy_id = sandbox_changes.create_account(guild.sandbox.world, "deputy", guild_id=guild.id).id
    guild.sandbox.guild.members[deputy_id]["roles"].append(str(guild.sandbox.roles["Moderator"]))
    async with guild.sandbox.person("deputy") as deputy:
        unseen = guild.sandbox.world.channels[preview.channel_id].unseen
        for reply, label, told in ((preview, "Post", NO_DRAFT), (edit, "Save", NO_CHANGES), (edit, "Edit", NO_CHANGES)):
            message = unseen[guild.moderator_id].get(reply.id)
            assert message is not None
            unseen[deputy_id] = type(unseen[guild.moderator_id])([message])
            assert told in (await deputy.click(reply, label)).content

    assert "**Posting now**" in (await guild.moderator.click(preview, "Post")).content
    assert "**Saved**" in (await guild.moderator.click(edit, "Save")).content
