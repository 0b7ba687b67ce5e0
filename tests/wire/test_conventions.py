"""`/conventions`, as a member uses it."""

from datetime import timedelta

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
    assert second.text.endswith("Page 2 of 21")


@pytest.mark.at("2030-01-01T00:00:00Z")
async def test_where_nothing_is_coming_the_past_is_shown_as_such(guild: SandboxGuild) -> None:
    reply = await guild.member.slash("conventions")

    assert "No upcoming conventions" in reply.text
    assert "**World Cosplay Summit 2027** · Over\n12–14 November 2027 · Nagoya, Japan" in reply.text
    assert "Moderators add one with `/convention add`." in reply.text


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
    choices = await guild.member.autocomplete("conventions", focused="name", name="expo 202 los")

    offered = [choice.name for choice in choices]
    assert offered == [f"Anime Expo {year}" for year in (2024, 2025, 2026, 2027, 2023)]


async def test_what_names_no_convention_gets_a_clear_answer(guild: SandboxGuild) -> None:
    for typed in ("zzzz", "\u200b", "@everyone", "x" * 4000, "🎪", "<@&1>", "\u202eoxe"):
        reply = await guild.member.slash("conventions", name=typed)

        assert reply.ephemeral, typed
        assert "convention" in reply.content
        assert len(reply.content) < 400
        assert not reply.message.mention_everyone


@pytest.mark.at("2026-12-03T12:00:00Z")
async def test_it_is_filtered_by_country_month_and_days_and_pages_keep_the_filter(guild: SandboxGuild) -> None:
    in_germany = await guild.member.slash("conventions", country="deutschland")
    in_may = await guild.member.slash("conventions", month="may 2027", country="US")
    soon = await guild.member.slash("conventions", days=10)
    in_april = await guild.member.slash("conventions", month="2027-04", country="japan")
    nowhere = await guild.member.slash("conventions", country="Iceland")
    more = await guild.member.click(await guild.member.slash("conventions", country="us"), "Next")

    assert "## Conventions · Germany" in in_germany.text
    assert in_germany.text.index("DoKomi 2027") < in_germany.text.index("AnimagiC 2027")
    assert "Connichi 2026" not in in_germany.text, "it is over"
    assert "## Conventions · United States · May 2027" in in_may.text
    assert "Kawaii Kon 2027" in in_may.text
    assert "Anime North 2027" not in in_may.text, "it is in Canada"
    assert more.text.startswith("## Conventions · United States")
    assert "Japan" not in more.text
    assert soon.text.startswith("## Conventions · the next 10 days\n**AGF Korea 2026** · Tomorrow")
    assert "Holiday Matsuri" not in soon.text
    assert "**Niconico Chokaigi 2027** · Days not announced\nApril 2027 · Makuhari Messe, Chiba, Japan" in in_april.text
    assert "No convention is known there" in nowhere.text

    for options, told in (
        ({"country": "Atlantis"}, "as a country. Something is coming in"),
        ({"month": "2027"}, "as a month. Try `July 2027`"),
    ):
        refused = await guild.member.slash("conventions", options)
        assert refused.ephemeral
        assert told in refused.content


@pytest.mark.at("2026-12-03T12:00:00Z")
async def test_aliases_are_known_and_what_is_over_names_what_comes_next(guild: SandboxGuild) -> None:
    for typed, title, told in (
        ("AX", "Anime Expo 2027", None),
        ("ax 2025", "Anime Expo 2025", "**Anime Expo 2026**: 2–5 July 2026"),
        ("acen", "Anime Central 2027", None),
        ("Anime NYC", "Anime NYC 2026", "**Anime NYC 2027**: dates not announced"),
        ("コミケ", "Comic Market 109", None),
    ):
        card = (await guild.member.slash("conventions", name=typed)).embed
        assert card.title == title
        assert card.fields.get("Next", "None").startswith(str(told))


@pytest.mark.at("2026-12-03T12:00:00Z")
async def test_a_moderator_has_the_channel_follow_one_or_all(guild: SandboxGuild) -> None:
    for_member = await guild.member.slash("conventions", name="AX")
    card = await guild.moderator.slash("conventions", name="AX")
    followed = await guild.moderator.click(card, "Follow in this channel")
    listed = await guild.moderator.slash("conventions")
    all_too = await guild.moderator.click(listed, "Follow all in this channel")
    refused = await guild.member.click(card, "Follow in this channel")
    subscriptions = await guild.moderator.slash("channel list")

    assert "Follow in this channel" not in [each.label for each in for_member.buttons]
    assert "now gets **Anime Expo and the news from it**" in followed.content
    assert "now gets **conventions and the news from them**" in all_too.content
    assert "Only moderators can do this" in refused.content
    assert "**Anime Expo and the news from it**" in subscriptions.text


@pytest.mark.at("2027-06-01T12:00:00Z")
async def test_all_the_news_from_a_convention_is_on_pages_of_its_own(guild: SandboxGuild) -> None:
    edition = await guild.member.slash("conventions", name="AX 2027")
    assert "All news" not in [button.label for button in edition.buttons]
    for number in range(7):
        form = await guild.moderator.slash("convention news", convention="AX 2027")
        preview = await guild.moderator.submit(form, {"headline": f"Headline {number}"})
        await guild.moderator.click(preview, "Save")
        await guild.jump(timedelta(minutes=1))

    shown = await guild.member.slash("conventions", name="AX 2027")
    first = await guild.member.click(shown, "All news")
    await guild.restart()
    second = await guild.member.click(first, "Next")
    back = await guild.member.click(second, "Back")

    assert sum("Headline" in each["value"] for each in shown.embed.raw["fields"]) == 5
    assert first.ephemeral
    assert [line for line in first.text.splitlines() if "Headline" in line] == [
        f"**Headline {number}**" for number in (6, 5, 4, 3, 2)
    ]
    assert "## News from Anime Expo 2027" in second.text
    assert [line for line in second.text.splitlines() if "Headline" in line] == ["**Headline 1**", "**Headline 0**"]
    assert back.text == first.text
