"""`/convention panel`: a programme as moderators know it, read by day, and posted to channels that want it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.conventions.panels import MOST_PANELS
from bot.conventions.store import editions, panels
from sandbox.client import Message, Reply
from tests.wire.due_posts import standing, until
from tests.wire.guild import SandboxGuild
from tests.wire.test_calendar import file_of

pytestmark = pytest.mark.at("2027-06-01T12:00:00Z")
EXPO = "Anime Expo 2027"
FRIDAYS = 30
PANEL = {"title": "Bones panel", "begins": "Friday 14:00", "ends": "15:30", "room": "Room 408", "guests": "Minami"}


async def preview(guild: SandboxGuild, **fields: str) -> Reply:
    options = {"convention": EXPO}
    if "series" in fields:
        options["series"] = fields.pop("series")
    return await guild.moderator.submit(
        await guild.moderator.slash("convention panel add", options), {**PANEL, **fields}
    )


async def with_panel(guild: SandboxGuild, **fields: str) -> None:
    saved = await guild.moderator.click(await preview(guild, **fields), "Save")
    assert "is on the programme" in saved.content


async def edited(guild: SandboxGuild, **fields: str) -> Reply:
    form = await guild.moderator.slash("convention panel edit", convention=EXPO, panel=PANEL["title"])
    return await guild.moderator.submit(form, fields)


async def follow(guild: SandboxGuild, channel: str, **options: str) -> None:
    chosen = {"channel": str(guild.channels[channel]), "what": "conventions", **options}
    assert "now gets" in (await guild.moderator.slash("channel subscribe", chosen)).content


async def posts(guild: SandboxGuild, channel: str, count: int) -> list[Message]:
    await until(guild, lambda: len(standing(guild, guild.channels[channel])) >= count)
    return sorted(await guild.member.messages(channel), key=lambda each: each.id)


async def programme(guild: SandboxGuild) -> Reply:
    return await guild.member.click(await guild.member.slash("conventions", name=EXPO), "Programme")


async def test_a_panel_is_added_read_by_day_changed_removed_and_undone(guild: SandboxGuild) -> None:
    shown = await preview(guild, title="**Bones** @everyone")
    await guild.moderator.click(shown, "Save")
    await with_panel(guild, begins="5 July 2027 10am", title="Farewell", ends="", room="")
    first = await programme(guild)
    friday = await guild.member.click(first, "3 July 2027")
    await guild.restart()
    back = await guild.member.click(friday, "2 July 2027")

    assert "2 July 2027 14:00–15:30: \\*\\*Bones\\*\\*" in shown.content
    assert "@everyone" not in shown.content
    assert "**Friday, 2 July 2027** · times of `America/Los_Angeles`" in first.text
    assert "**14:00–15:30** (<t:1814562000:t>)" in first.text
    assert "With Minami" in first.text
    assert "No panel is known for this day" in friday.text
    assert "Room 408" in back.text

    moved = await guild.moderator.slash("convention panel edit", convention=EXPO, panel="Farewell")
    assert moved.modal.field("Begins").value == "2027-07-05 10:00"
    await guild.moderator.click(await guild.moderator.submit(moved, {"room": "Hall A"}), "Save")
    gone = await guild.moderator.slash("convention panel remove", convention=EXPO, panel="Farewell")
    await guild.moderator.click(gone, "Save")
    history = await guild.moderator.slash("convention history", convention=EXPO)
    undone = await guild.moderator.click(history, "Undo")

    assert "strikes this panel from the programme" in gone.content
    assert "Hall A, cancelled" in history.text
    assert "**Panel added**: “\u2068Farewell\u2069” 2027-07-05 10:00" in history.text
    assert "**Undone**: **Panel**" in undone.text


async def test_what_cannot_be_a_panel_is_told_and_nothing_typed_is_lost(guild: SandboxGuild) -> None:
    for fields, told in (
        ({"begins": "1 July 2027 14:00"}, "It would begin on 1 July 2027, and **Anime Expo 2027** is on 2–5 July 2027"),
        ({"begins": "6 July 2027 05:30"}, "It would begin on 6 July 2027"),
        ({"begins": "2 July 2027"}, "has no time of day"),
        ({"begins": "soonish"}, "I couldn't read"),
        ({"ends": "4 July 2027 10:00"}, "within 24 hours"),
        ({"title": "\u200b"}, "The title is empty"),
        ({"title": "x" * 151}, "1 more than the 150 that fit"),
    ):
        refused = await preview(guild, **fields)
        assert told in refused.content, fields
        form = (await guild.moderator.click(refused, "Edit")).modal
        assert form.field("Room").value == PANEL["room"]


async def test_two_moderators_edit_one_panel(guild: SandboxGuild) -> None:
    await with_panel(guild)
    one, other = await edited(guild, room="Hall A"), await edited(guild, room="Hall B", title="Bones")
    await guild.moderator.click(other, "Save")
    warned = await guild.moderator.click(one, "Save")
    await guild.moderator.click(warned, "Save")

    assert "has changed this panel since you began" in warned.content
    assert "Bones, Hall A" in (await programme(guild)).text


async def test_channels_that_want_panels_are_told_an_hour_before_and_of_moves(guild: SandboxGuild) -> None:
    await guild.moderator.slash("watchlist add", series="Metallic Rouge")
    await with_panel(guild, series="metallic-rouge")
    await with_panel(guild, title="Something else", begins="2 July 2027 14:00")
    await follow(guild, "conventions", panels="all", lead="365d")
    await follow(guild, "announcements", panels="watchlist", convention="Anime Expo", lead="365d")
    await guild.jump("2027-07-02T13:00:00-07:00")

    both = await posts(guild, "conventions", 2)
    (watched,) = await posts(guild, "announcements", 1)
    assert {post.embed.title for post in both} == {"Bones panel, Room 408", "Something else, Room 408"}
    assert watched.embed.title == "Bones panel, Room 408"
    assert "Anime Expo 2027 · Los Angeles Convention Center" in watched.embed.description

    await guild.moderator.click(await edited(guild, begins="2027-07-02 13:30"), "Save")
    again = await posts(guild, "announcements", 2)
    await until(guild, lambda: "~~Bones panel, Room 408~~" in standing(guild, guild.channels["announcements"]))
    assert again[1].embed.title == "Bones panel, Room 408"
    gone = await guild.moderator.slash("convention panel remove", convention=EXPO, panel="Bones panel")
    await guild.moderator.click(gone, "Save")
    await until(guild, lambda: standing(guild, guild.channels["announcements"]).count("~~Bones panel, Room 408~~") == 2)


async def test_each_morning_has_the_days_panels(guild: SandboxGuild) -> None:
    await with_panel(guild)
    await with_panel(guild, begins="Sunday 10:00", title="Farewell")
    await follow(guild, "conventions", lead="now", convention="Anime Expo")
    for day in (2, 3, 4):
        await guild.jump(f"2027-07-0{day}T09:00:00-07:00")
        await posts(guild, "conventions", day - 1)

    opening, second, third = await posts(guild, "conventions", 3)
    assert opening.embed.title == "Anime Expo 2027 opens today"
    assert "Bones panel, Room 408" in opening.embed.field("Today's panels")
    assert second.embed.title == "Anime Expo 2027: day 2"
    assert "Today's panels" not in second.embed.fields
    assert "Farewell" in third.embed.field("Today's panels")


async def test_panels_stand_in_the_calendar(guild: SandboxGuild) -> None:
    await with_panel(guild)
    await follow(guild, "conventions")
    reply = await guild.member.slash("calendar")
    events = {str(each["summary"]): each for each in await file_of(guild, reply)}

    panel = events["Bones panel (Anime Expo 2027)"]
    assert panel.decoded("dtend") == datetime(2027, 7, 2, 22, 30, tzinfo=UTC)
    assert str(panel["location"]).startswith("Room 408, Los Angeles Convention Center")


async def test_a_servers_own_word_stands_over_the_shared_panel_until_it_is_taken_back(guild: SandboxGuild) -> None:
    form = await guild.owner.slash("convention panel add", convention=EXPO, everywhere=True)
    await guild.owner.click(await guild.owner.submit(form, PANEL), "Save")
    await follow(guild, "conventions", panels="all", lead="365d")
    await guild.jump("2027-07-02T13:00:00-07:00")
    await posts(guild, "conventions", 1)

    await guild.moderator.click(await edited(guild, room="Hall B"), "Save")
    ours = (await programme(guild)).text
    await until(guild, lambda: standing(guild, guild.channels["conventions"]) == ["Bones panel, Hall B"])
    theirs = await guild.owner.slash("convention panel edit", convention=EXPO, panel="Bones panel", everywhere=True)
    await guild.owner.click(await guild.owner.submit(theirs, {"room": "Hall Z"}), "Save")
    still = (await programme(guild)).text
    history = await guild.moderator.slash("convention history", convention=EXPO)
    await guild.moderator.click(history, "Undo")
    await until(guild, lambda: standing(guild, guild.channels["conventions"]) == ["Bones panel, Hall Z"])
    undone = (await programme(guild)).text

    assert "Hall B" in ours
    assert "Hall B" in still
    assert "Hall Z" not in still
    assert "Hall Z" in undone
    assert undone.count("Bones panel") == 1


async def test_as_many_panels_as_fit_are_read_chosen_posted_and_in_the_calendar(guild: SandboxGuild) -> None:
    await with_panel(guild)
    async with guild.database.write() as db:
        shared = await editions.edition_by_slug(db, "anime-expo-2027")
        assert shared is not None
        (first,) = await panels.programme_of(db, shared, guild_id=guild.id)
        for number in range(1, MOST_PANELS):
            more = replace(
                first, id=0, title=f"Panel {number} *of* all", begins=first.begins + timedelta(days=number > FRIDAYS)
            )
            await panels.save_panel(db, more, at=first.begins)

    refused = await preview(guild, title="One more")
    page = await programme(guild)
    pages = [page.text]
    while any(button.label == "Next" and not button.disabled for button in page.buttons):
        page = await guild.member.click(page, "Next")
        pages.append(page.text)
    chosen = await guild.moderator.autocomplete(
        "convention panel edit", focused="panel", panel="panel 299", convention=EXPO
    )
    await follow(guild, "conventions", lead="now", convention="Anime Expo")
    events = await file_of(guild, await guild.member.slash("calendar"))
    await guild.jump("2027-07-02T09:00:00-07:00")
    (morning,) = await posts(guild, "conventions", 1)

    assert f"{MOST_PANELS} panels, and no more fit" in refused.content
    assert sum(text.count("**14:0") for text in pages) == 1 + FRIDAYS
    assert [choice.name for choice in chosen] == ["2027-07-03 14:00 · Panel 299 *of* all"]
    assert len([each for each in events if "Anime Expo 2027)" in str(each["SUMMARY"])]) == MOST_PANELS
    assert "more" in morning.embed.field("Today's panels")
