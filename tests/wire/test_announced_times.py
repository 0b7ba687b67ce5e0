"""When an announcement goes out, typed as people type it: read, asked about, chosen."""

import re
from datetime import timedelta

import pytest

from tests.wire.announcing import posted, ready, write
from tests.wire.guild import SandboxGuild

pytestmark = pytest.mark.at("2024-01-03T16:20:00Z")


@pytest.mark.parametrize(
    ("when", "seconds"),
    [
        ("<t:1704903900:F>", 1704903900),
        ("January 10th @ 8pm PT", 1704945600),
        ("4:25 PM UTC", 1704299100),
        ("Friday 8pm Europe/Berlin", 1704481200),
        ("2024-01-10 16:25 (UTC+9)", 1704871500),
        ("übermorgen 18 Uhr JST", 1704531600),
    ],
)
async def test_a_time_of_any_kind_is_read(guild: SandboxGuild, when: str, seconds: int) -> None:
    await ready(guild)
    preview = await write(guild, when=when)

    assert f"<t:{seconds}:F>" in preview.content
    assert "Schedule" in [button.label for button in preview.buttons]


async def test_a_length_from_now_means_what_it_meant_when_it_was_typed(guild: SandboxGuild) -> None:
    await ready(guild)
    preview = await write(guild, when="in 2 hours")
    shown = re.findall(r"<t:[0-9]+:F>", preview.content)
    assert len(shown) == 1
    await guild.jump(timedelta(hours=1))

    assert shown[0] in (await guild.moderator.click(preview, "Schedule")).content
    await guild.jump("2024-01-03T18:30:00Z")
    await posted(guild)


async def test_a_time_without_a_zone_is_asked_for_it_and_tokyos_is_one_press_away(guild: SandboxGuild) -> None:
    await ready(guild)
    question = await write(guild, when="tonight 9:30")
    assert "has no time zone" in question.content
    assert "<t:1704371400:F>" in question.content
    await guild.restart()

    preview = await guild.moderator.click(question, "Thu 4 Jan 2024, 21:30 JST")
    assert "**Schedule** posts it <t:1704371400:F>" in preview.content


async def test_of_several_times_one_is_chosen(guild: SandboxGuild) -> None:
    await ready(guild)
    question = await write(guild, when="11/3/2024 1:30 AM ET")
    labels = [button.label for button in question.buttons]
    assert labels[:2] == ["Sun 3 Nov 2024, 01:30 UTC−4", "Sun 3 Nov 2024, 01:30 UTC−5"]

    preview = await guild.moderator.click(question, labels[1])
    assert "<t:1730615400:F>" in preview.content


async def test_a_day_without_a_time_is_asked_for_its_time(guild: SandboxGuild) -> None:
    await ready(guild)
    refused = await write(guild, when="2024-01-10")

    assert "has no time of day: I read Wed 10 January 2024" in refused.content
    assert "time zone" not in refused.content


async def test_a_time_is_chosen_where_an_announcement_is_moved(guild: SandboxGuild) -> None:
    await ready(guild)
    await guild.moderator.click(await write(guild, when="2024-01-04T12:00Z"), "Schedule")
    form = await guild.moderator.click(await guild.moderator.slash("announcements"), "Move")

    asked = await guild.moderator.submit(form, when="next friday 6pm JST")
    again = await guild.moderator.click(asked, "Fri 12 Jan 2024, 18:00 JST")
    moved = await guild.moderator.submit(again, when=again.modal.field("When").value)

    assert "was moved to <t:1705050000:F>" in moved.text
