"""`/catalogue edit`: a form, a preview, and what everybody in the server sees then."""

import asyncio

import pytest

from sandbox.client import Reply, SandboxRefused
from sandbox.world import changes
from tests.wire.cards import whole_card
from tests.wire.guild import SandboxGuild
from tests.wire.trouble import locked

SERIES = "metallic-rouge"


async def corrected(guild: SandboxGuild, **fields: str) -> Reply:
    """Fill the form in, as far as the preview (or the refusal)."""
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    return await guild.moderator.submit(form, fields)


async def saved(guild: SandboxGuild, **fields: str) -> Reply:
    return await guild.moderator.click(await corrected(guild, **fields), "Save")


async def card(guild: SandboxGuild) -> Reply:
    return await guild.member.slash("series", series=SERIES)


@pytest.mark.at("2024-01-03T12:00:00Z")
async def test_a_correction_is_previewed_saved_and_marked_on_the_card(guild: SandboxGuild) -> None:
    preview = await corrected(guild, studio="Our Studio")

    assert preview.ephemeral
    assert "in this server only" in preview.content
    assert "**Studio**: “\u2068Bones\u2069” → “\u2068Our Studio\u2069”" in preview.content
    assert preview.embed.field("Studio") == "Our Studio"
    assert [button.label for button in preview.buttons] == ["Save", "Edit", "Cancel"]
    assert " · Bones · " in (await card(guild)).text

    done = await guild.moderator.click(preview, "Save")

    assert "**Saved**" in done.content
    assert done.buttons == []
    shown = await whole_card(guild.member)
    assert " · Our Studio · " in shown
    assert "**Corrected by this server's moderators**: studio (since 3 January 2024)" in shown


async def test_the_form_has_what_stands_and_an_untouched_form_changes_nothing(guild: SandboxGuild) -> None:
    form = (await guild.moderator.slash("catalogue edit", series=SERIES)).modal

    assert [field.label for field in form.fields] == ["English title", "Story", "Studio", "Episodes", "Official site"]
    assert form.field("Studio").value == "Bones"
    assert form.field("Episodes").value == "13"
    assert "Nothing changed" in (await guild.moderator.submit(form)).content


@pytest.mark.parametrize(
    ("what", "fields", "told"),
    [
        ("titles", {"title_romaji": "Metarikku Rūju"}, "Metarikku Rūju"),
        ("details", {"format": "ONA", "adult": "yes"}, "Web series"),
        ("people", {"credits": "Director: Motonobu Hori\nMusic: Somebody (Something)"}, "Somebody (*Something*)"),
        ("people", {"services": "Nowhere TV https://example.com/tv"}, "[Nowhere TV](https://example.com/tv)"),
        ("people", {"services": "Nowhere www.example.com/(tv)[*"}, "[Nowhere](https://www.example.com/%28tv%29%5B%2A)"),
    ],
)
async def test_other_fields_have_forms_of_their_own(
    guild: SandboxGuild, what: str, fields: dict[str, str], told: str
) -> None:
    for channel_id in guild.channels.values():  # where series for adults may be shown, too
        changes.set_age_restricted(guild.sandbox.world, channel_id, is_restricted=True)
    form = await guild.moderator.slash("catalogue edit", series=SERIES, what=what)
    await guild.moderator.click(await guild.moderator.submit(form, fields), "Save")

    assert told in await whole_card(guild.member)


async def test_an_official_site_without_https_is_linked_to_as_it_is(guild: SandboxGuild) -> None:
    await guild.moderator.click(await corrected(guild, site="HTTP://example.com/(a) b"), "Save")

    shown = await guild.member.slash("series", series=SERIES)

    assert [each.url for each in shown.buttons if each.label == "Official site"] == ["http://example.com/%28a%29%20b"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title_english": "t" * 201}, "The English title has 201 characters: 1 more than the 200 that fit."),
        ({"story": "s" * 3001}, "The story has 3,001 characters"),
        ({"episodes": "many"}, "The number of episodes must be a whole number"),
        ({"episodes": "0"}, "The number of episodes must be a whole number"),
        ({"site": "javascript:alert(1)"}, "The official site must begin with `https://` or `http://`."),
        ({"site": "https://["}, "The official site is not an address."),
        ({"episodes": "x", "site": "y"}, "The official site is not an address."),
    ],
)
async def test_what_is_wrong_is_named_and_nothing_typed_is_lost(
    guild: SandboxGuild, fields: dict[str, str], told: str
) -> None:
    refused = await corrected(guild, studio="Kept", **fields)
    assert told in refused.content

    form = await guild.moderator.click(refused, "Edit")
    for name, typed in {"studio": "Kept", **fields}.items():
        assert form.modal.field(name).value == typed

    good = {"title_english": "One", "story": "Short.", "episodes": "12", "site": "https://example.com/"}
    preview = await guild.moderator.submit(form, {name: good[name] for name in fields})
    await guild.moderator.click(preview, "Save")
    assert " · Kept · " in (await card(guild)).text


async def test_a_series_keeps_a_title(guild: SandboxGuild) -> None:
    form = await guild.moderator.slash("catalogue edit", series=SERIES, what="titles")
    refused = await guild.moderator.submit(form, {"title_english": "", "title_romaji": "", "title_native": " "})

    assert "needs a title" in refused.content


HOSTILE = "@everyone <@&1> [x](https://evil.example) **b** \u202egnorw ` `` | \x07"


async def test_nothing_that_was_typed_acts(guild: SandboxGuild) -> None:
    preview = await corrected(guild, studio=HOSTILE[:100], story=HOSTILE, title_english=HOSTILE[:100])
    done = await guild.moderator.click(preview, "Save")
    shown = await card(guild)
    history = await guild.moderator.slash("catalogue history", series=SERIES)

    for told in (preview, done, shown, history):
        assert "@everyone" not in told.text
        assert "[x](" not in told.text
        assert "\u202e" not in told.text
        assert told.message.mention_roles == []
        assert not told.message.mention_everyone


async def test_a_restart_between_the_steps_loses_nothing(guild: SandboxGuild) -> None:
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    await guild.restart()
    preview = await guild.moderator.submit(form, {"studio": "Our Studio"})
    await guild.restart()
    done = await guild.moderator.click(preview, "Save")

    assert "**Saved**" in done.content
    assert " · Our Studio · " in (await card(guild)).text


async def test_a_draft_is_given_up(guild: SandboxGuild) -> None:
    done = await guild.moderator.click(await corrected(guild, studio="Our Studio"), "Cancel")

    assert done.content == "**Cancelled.** Nothing was changed."
    assert " · Bones · " in (await card(guild)).text


async def test_two_presses_save_once(guild: SandboxGuild) -> None:
    preview = await corrected(guild, studio="Our Studio")
    replies = await asyncio.gather(*(guild.moderator.click(preview, "Save") for _ in range(2)))

    assert sorted("**Saved**" in reply.text for reply in replies) == [False, True]
    history = await guild.moderator.slash("catalogue history", series=SERIES)
    assert history.text.count("Bones") == 1


async def test_who_saves_second_is_told_what_the_first_changed(guild: SandboxGuild) -> None:
    first, second = await corrected(guild, studio="First"), await corrected(guild, studio="Second")
    await guild.moderator.click(first, "Save")

    warned = await guild.moderator.click(second, "Save")
    assert "has changed this since you began: **Studio**" in warned.content
    assert " · First · " in (await card(guild)).text

    await guild.moderator.click(warned, "Save")
    assert " · Second · " in (await card(guild)).text


async def test_a_field_that_was_left_alone_keeps_what_another_wrote_meanwhile(guild: SandboxGuild) -> None:
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    await saved(guild, studio="Other's")

    preview = await guild.moderator.submit(form, {"episodes": "14"})
    assert "Studio**" not in preview.content
    await guild.moderator.click(preview, "Save")

    assert " · Other's · " in (await card(guild)).text


async def test_members_can_correct_nothing(guild: SandboxGuild) -> None:
    with pytest.raises(SandboxRefused):
        await guild.member.slash("catalogue edit", series=SERIES)

    commands: tuple[tuple[str, dict[str, str]], ...] = (
        ("add", {"series": "Frieren"}),
        ("edit", {"series": SERIES}),
        ("date", {"series": SERIES, "when": "2024"}),
        ("trailer", {"series": SERIES, "url": "https://youtu.be/m7teRMkFdao"}),
        ("alias", {"series": SERIES, "alias": "Rouge"}),
        ("remove", {"series": SERIES}),
        ("history", {"series": SERIES}),
    )
    for name, options in commands:
        forced = await guild.member.slash(f"catalogue {name}", options, force=True)
        assert forced.ephemeral
        assert "Manage Server" in forced.content


async def test_only_owners_correct_for_everybody(guild: SandboxGuild) -> None:
    form = await guild.owner.slash("catalogue edit", series=SERIES, everywhere=True)
    preview = await guild.owner.submit(form, {"studio": "Everybody's"})
    assert "for **all servers**" in preview.content
    await guild.stop()
    guild.overrides["owner_ids"] = frozenset({1})
    await guild.start()

    refused = await guild.owner.click(preview, "Save")
    assert "Only the owners of this bot" in refused.content
    again = await guild.owner.slash("catalogue edit", series=SERIES, everywhere=True)
    assert "Only the owners of this bot" in again.content
    assert " · Bones · " in (await card(guild)).text


async def test_an_owners_correction_is_everybodys(guild: SandboxGuild) -> None:
    form = await guild.owner.slash("catalogue edit", series=SERIES, everywhere=True)
    await guild.owner.click(await guild.owner.submit(form, {"studio": "Everybody's"}), "Save")

    shown = await whole_card(guild.member, channel=await guild.member.direct())
    assert " · Everybody's · " in shown
    assert "Corrected" not in shown


async def test_while_the_store_is_locked_what_was_typed_is_shown_and_remembered(guild: SandboxGuild) -> None:
    form = await guild.moderator.slash("catalogue edit", series=SERIES)
    async with locked(guild):
        unsaved = await guild.moderator.submit(form, {"studio": "Our Studio"})
    assert "I can't save right now" in unsaved.content
    assert unsaved.embed.field("Studio") == "Our Studio"

    preview = await guild.moderator.click(unsaved, "Try again")
    async with locked(guild):
        await guild.moderator.click(preview, "Save")
        told = await guild.moderator.wait_for_message(
            "chat", match=lambda each: "Nothing was changed; try again" in each.content
        )
        assert told.ephemeral
    done = await guild.moderator.click(preview, "Save")
    assert "**Saved**" in done.content
