"""`/conventions`, as a member uses it."""

import pytest

from tests.wire.guild import SandboxGuild


@pytest.mark.at("2024-07-01T12:00:00Z")
async def test_the_list_has_the_soonest_first(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("conventions")

    shown = reply.text
    assert shown.index("Anime Expo 2024") < shown.index("Otakon 2024") < shown.index("Comic Market 104")
    assert "3 days to go" in shown
    assert "4–7 July 2024 · Los Angeles Convention Center, Los Angeles, United States" in shown
    assert "Anime Expo 2023" not in shown


@pytest.mark.at("2024-07-01T12:00:00Z")
async def test_the_pages_turn_there_and_back_after_a_restart_too(guild: SandboxGuild) -> None:
    first = await guild.member.slash("conventions")
    second = await guild.member.click(first, "Next")
    await guild.restart()
    again = await guild.member.click(second, "Back")

    assert "Comic Market 106" in second.text
    assert "Anime Expo 2024" not in second.text
    assert "Anime Expo 2024" in again.text
    assert first.button("Back").disabled
    assert second.button("Next").disabled


@pytest.mark.at("2030-01-01T00:00:00Z")
async def test_where_nothing_is_coming_the_past_is_shown_as_such(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("conventions")

    assert "No upcoming conventions" in reply.text
    assert "**AnimeJapan 2026** · Over" in reply.text


@pytest.mark.at("2024-01-03T16:24:30Z")
async def test_an_edition_has_its_dates_place_and_news(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("conventions", name="Anime Expo 2023")

    card = reply.embed
    assert card.title == "Anime Expo 2023"
    assert "Over" in card.description
    assert card.field("Dates") == "1–4 July 2023"
    assert card.field("Place") == "Los Angeles Convention Center, Los Angeles, United States"
    news = card.field("News · July 2023")
    assert "Studio Bones shows a new trailer for Metallic Rouge" in news
    assert "Masahiko Minami" in news
    assert reply.button("Official site").url == "https://www.anime-expo.org/"


@pytest.mark.at("2024-01-03T16:24:30Z")
async def test_news_leads_to_its_series(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("conventions", name="anime-expo-2023")

    card = await guild.member.click(reply, "Metallic Rouge")

    assert card.heading == "Metallic Rouge"
    assert card.ephemeral


@pytest.mark.at("2023-07-02T00:00:00Z")
async def test_news_is_not_told_before_it_is_out(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("conventions", name="Anime Expo 2023")

    assert "On now" in reply.embed.description
    assert not [name for name in reply.embed.fields if name.startswith("News")]


@pytest.mark.at("2024-03-22T16:00:00Z")
async def test_days_are_counted_where_it_is_held(guild: SandboxGuild) -> None:
    # The 23rd has begun in Tokyo.
    reply = await guild.member.slash("conventions", name="AnimeJapan 2024")

    assert "On now" in reply.embed.description
    assert reply.embed.field("Dates") == "23–24 March 2024\n-# Trade visitors until 26 March 2024"


@pytest.mark.at("2024-07-05T12:00:00Z")
async def test_a_conventions_own_name_means_the_next_edition(guild: SandboxGuild) -> None:
    for typed, meant in (
        ("anime expo", "Anime Expo 2024"),
        ("OTAKON", "Otakon 2024"),
        ("animejapan", "AnimeJapan 2025"),
    ):
        reply = await guild.member.slash("conventions", name=typed)
        assert reply.embed.title == meant


@pytest.mark.at("2024-07-01T12:00:00Z")
async def test_more_about_one_of_the_list(guild: SandboxGuild) -> None:
    listed = await guild.member.slash("conventions")

    card = await guild.member.click(listed, "More")

    assert card.embed.title == "Anime Expo 2024"
    assert card.ephemeral


@pytest.mark.at("2024-07-01T12:00:00Z")
async def test_names_are_completed_what_is_coming_first(guild: SandboxGuild) -> None:
    choices = await guild.member.autocomplete("conventions", focused="name", name="expo")

    assert [choice.name for choice in choices] == ["Anime Expo 2024", "Anime Expo 2025", "Anime Expo 2023"]


async def test_what_names_no_convention_gets_a_clear_answer(guild: SandboxGuild) -> None:
    for typed in ("zzzz", "\u200b", "@everyone", "x" * 4000, "🎪", "<@&1>", "\u202eoxe"):
        reply = await guild.member.slash("conventions", name=typed)

        assert reply.ephemeral, typed
        assert "convention" in reply.content
        assert len(reply.content) < 400
        assert not reply.message.mention_everyone
