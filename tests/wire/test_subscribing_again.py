"""`/channel subscribe` for what a channel gets already: what isn't given stays, and what changed is listed."""

from dataclasses import replace
from typing import Any

import pytest

from bot.catalogue.releases import ReleaseKind
from bot.catalogue.revisions import UpdateKind
from bot.subscriptions.choices import OPTIONS
from bot.subscriptions.model import DEFAULT_LEADS, PanelChoice, Subscription, read_leads
from bot.subscriptions.store import channels
from sandbox.client import Reply
from sandbox.rules.json_types import JsonValue
from sandbox.world import changes
from tests.wire.guild import SandboxGuild

CHOSEN: dict[str, Any] = {
    "lead": "2d, 1h",
    "publish": True,
    "kinds": "premieres, finales",
    "services": "Netflix, Crunchyroll",
    "popularity": 500,
    "updates": "delays",
    "stated": True,
}
"""With the role that is pinged, every option there is."""
OTHER: dict[str, tuple[Any, dict[str, Any], str]] = {
    "lead": ("now", {"leads": read_leads("now")}, "2d, 1h → now"),
    "role": (None, {}, "<@&{role}> → <@&{other}>"),
    "publish": (False, {"publishes": False}, "yes → no"),
    "kinds": ("films", {"kinds": (ReleaseKind.FILM,)}, "premieres and finales → films"),
    "services": ("Netflix", {"services": ("Netflix",)}, "Crunchyroll and Netflix → Netflix"),
    "popularity": (7, {"popularity": 7}, "500 → 7"),
    "updates": ("all", {"muted": ()}, "delays only → all"),
    "stated": (False, {"stated_only": False}, "yes → no"),
}
"""Another value for each, what is stored then, and what is told."""
OF_CONVENTIONS = "panels"
"""The option that releases don't have."""
USUAL: dict[str, Any] = {
    "leads": DEFAULT_LEADS,
    "role_id": None,
    "publishes": False,
    "kinds": (),
    "services": (),
    "popularity": 10_000,
    "muted": (),
    "stated_only": False,
}


async def stored(guild: SandboxGuild) -> list[Subscription]:
    async with guild.database.read() as db:
        return await channels.of_guild(db, guild.id)


async def subscribe(guild: SandboxGuild, what: str = "season", **options: JsonValue) -> Reply:
    chosen: dict[str, JsonValue] = {"what": what, "channel": str(guild.channels["announcements"]), **options}
    return await guild.moderator.slash("channel subscribe", chosen)


async def with_everything_chosen(guild: SandboxGuild) -> Subscription:
    said = await subscribe(guild, role=str(guild.role_id), **CHOSEN)
    assert "now gets" in said.content
    assert "→" not in said.content
    (kept,) = await stored(guild)
    return kept


def listed(said: Reply) -> list[str]:
    return [line.removeprefix("- ") for line in said.content.splitlines() if line.startswith("- ")]


async def test_each_option_given_again_changes_that_option_alone(guild: SandboxGuild) -> None:
    assert set(OTHER) | {OF_CONVENTIONS} == set(OPTIONS), "an option isn't tried"
    kept = await with_everything_chosen(guild)
    other_role = changes.create_role(guild.sandbox.world, guild.id, "Others", mentionable=True)

    others = {**OTHER, "role": (str(other_role), {"role_id": other_role}, OTHER["role"][2])}

    for option, (value, becomes, told) in others.items():
        said = await subscribe(guild, **{option: value})
        kept = replace(kept, **becomes)
        assert await stored(guild) == [kept]
        assert listed(said) == [f"`{option}`: {told.format(role=guild.role_id, other=other_role)}"]
        assert said.mention_roles == []


async def test_several_options_are_listed_together_and_nothing_given_changes_nothing(guild: SandboxGuild) -> None:
    kept = await with_everything_chosen(guild)

    said = await subscribe(guild, lead="1d", kinds="films")
    assert listed(said) == ["`lead`: 2d, 1h → 1d", "`kinds`: premieres and finales → films"]
    assert "Updated. <#" in said.content
    kept = replace(kept, leads=read_leads("1d"), kinds=(ReleaseKind.FILM,))
    for same in ({}, {"lead": "1d"}, {"lead": "1d", "kinds": "film", "publish": True, "popularity": 500}):
        said = await subscribe(guild, **same)
        assert said.content.startswith("Nothing changed.")
        assert f"<#{kept.channel_id}> gets **releases of this season" in said.content
        assert listed(said) == []
    assert await stored(guild) == [kept]


async def test_options_go_back_to_their_defaults_by_name(guild: SandboxGuild) -> None:
    assert set(USUAL) | {OF_CONVENTIONS} == set(OPTIONS.values())
    kept = await with_everything_chosen(guild)
    role = f"<@&{guild.role_id}>"

    said = await subscribe(guild, reset="role, lead")
    assert listed(said) == [
        "`lead`: 2d, 1h → as usual: 7d, 1d, 1h, now (episodes: now only)",
        f"`role`: {role} → nobody",
    ]
    kept = replace(kept, leads=DEFAULT_LEADS, role_id=None)
    assert await stored(guild) == [kept]

    said = await subscribe(guild, reset="all", updates="none", role=str(guild.role_id))
    assert [line.split(":")[0] for line in listed(said)] == [
        "`role`", "`publish`", "`kinds`", "`services`", "`popularity`", "`updates`", "`stated`"
    ]  # fmt: skip
    kept = replace(kept, **{**USUAL, "role_id": guild.role_id, "muted": tuple(UpdateKind)})
    assert await stored(guild) == [kept]

    twice = await subscribe(guild, reset="role", role=str(guild.role_id))
    odd = await subscribe(guild, reset="@everyone, colour")
    assert "not both" in twice.content
    assert "`reset` takes `all`, or some of these with commas between" in odd.content
    assert await stored(guild) == [kept]
    offered = await guild.moderator.autocomplete("channel subscribe", focused="reset", what="season", reset="role, l")
    assert [choice.value for choice in offered] == [
        "role, lead",
        "role, publish",
        "role, popularity",
        "role, panels",
    ]


async def test_panels_of_conventions_are_kept_changed_and_reset(guild: SandboxGuild) -> None:
    await subscribe(guild, "conventions", panels="all")
    kept = [each.panels for each in await stored(guild)]
    await subscribe(guild, "conventions", publish=True)
    kept += [each.panels for each in await stored(guild)]
    changed = await subscribe(guild, "conventions", panels="watchlist")
    reset = await subscribe(guild, "conventions", reset="panels")

    assert kept == [PanelChoice.ALL, PanelChoice.ALL]
    assert listed(changed) == ["`panels`: all panels → panels of series on the watchlist"]
    assert listed(reset) == ["`panels`: panels of series on the watchlist → no panels"]
    assert [each.panels for each in await stored(guild)] == [PanelChoice.NONE]
    assert "what:conventions" in (await subscribe(guild, panels="all")).content


@pytest.mark.parametrize("what", ["conventions", "announcements"])
async def test_what_has_fewer_options_keeps_and_resets_those_it_has(guild: SandboxGuild, what: str) -> None:
    await subscribe(guild, what, role=str(guild.role_id), publish=True)

    said = await subscribe(guild, what, publish=False)
    assert listed(said) == ["`publish`: yes → no"]
    refused = await subscribe(guild, what, reset="kinds")
    assert f"Leave them out for {what}" in refused.content
    said = await subscribe(guild, what, reset="all")
    assert listed(said) == [f"`role`: <@&{guild.role_id}> → nobody"]
    assert (await subscribe(guild, what, reset="all")).content.startswith("Nothing changed.")


async def test_another_scope_is_another_subscription_with_its_own_options(guild: SandboxGuild) -> None:
    await with_everything_chosen(guild)

    for what in ("releases", "metallic-rouge"):
        said = await subscribe(guild, what)
        assert "now gets" in said.content
        assert "nobody is pinged" in said.content
    season, *others = sorted(await stored(guild), key=lambda each: each.id)
    assert season.kinds == (ReleaseKind.PREMIERE, ReleaseKind.FINALE)
    assert [(each.kinds, each.leads, each.role_id) for each in others] == [((), DEFAULT_LEADS, None)] * 2


async def test_a_suggestion_changes_what_was_given_alone(guild: SandboxGuild) -> None:
    await subscribe(guild, "metallic-rouge", role=str(guild.role_id), publish=True, lead="3d", kinds="films")
    (kept,) = await stored(guild)

    for options, becomes, told in (
        ({"lead": "1d"}, {"leads": read_leads("1d")}, "`lead`: 3d → 1d"),
        ({"publish": False}, {"publishes": False}, "`publish`: yes → no"),
        ({"publish": True}, {"publishes": True}, "`publish`: no → yes"),
        ({"lead": "usual"}, {"leads": DEFAULT_LEADS}, "`lead`: 1d → as usual: 7d, 1d, 1h, now (episodes: now only)"),
    ):
        said = await guild.moderator.click(await subscribe(guild, "metalic rogue", **options), "Metallic Rouge")
        kept = replace(kept, **becomes)
        assert listed(said) == [told]
        assert await stored(guild) == [kept]
    asked = await subscribe(guild, "metalic rogue", reset="role")
    assert "Did you mean" in asked.content
    assert asked.buttons == []


async def test_what_cannot_stay_is_dropped_and_listed(guild: SandboxGuild) -> None:
    """A role that was deleted, and publishing where nobody can follow the channel any more."""
    role = changes.create_role(guild.sandbox.world, guild.id, "Fans", mentionable=True)
    await subscribe(guild, role=str(role), publish=True)
    changes.delete_role(guild.sandbox.world, guild.id, role)
    changes.set_news(guild.sandbox.world, guild.channels["announcements"], news=False)

    said = await subscribe(guild)

    assert listed(said) == [f"`role`: <@&{role}> → nobody", "`publish`: yes → no"]


async def test_a_role_that_cannot_be_pinged_any_more_stays_with_a_warning(guild: SandboxGuild) -> None:
    role = changes.create_role(guild.sandbox.world, guild.id, "Fans", mentionable=True)
    await subscribe(guild, role=str(role))
    guild.sandbox.guild.roles[role]["mentionable"] = False
    await guild.restart()

    said = await subscribe(guild, popularity=1)

    assert listed(said) == ["`popularity`: 10,000 → 1"]
    assert f"I can't ping <@&{role}>" in said.content
    (kept,) = await stored(guild)
    assert kept.role_id == role
