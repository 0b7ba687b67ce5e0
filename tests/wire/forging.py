"""A second guild of the same moderator, in which whatever custom_id is made up can be pressed or sent."""

from copy import deepcopy
from typing import Any, Final

from sandbox.client import Reply
from sandbox.world import changes
from tests.wire.guild import SandboxGuild

COMPONENTS_V2: Final = 1 << 15
ROW, BUTTON, TEXT_INPUT, LABEL = 1, 2, 4, 18


class Forger:
    """Presses and sends in another guild as a client that obeys nobody: the bot never showed these there."""

    def __init__(self, guild: SandboxGuild, guild_id: int, channel_id: int, shown: Reply, form: Reply) -> None:
        self._guild = guild
        self.guild_id = guild_id
        self.channel_id = channel_id
        self._shown = shown
        stands = guild.sandbox.world.channels[channel_id].log.get(shown.id)
        assert stands is not None
        self._stands, self._as_shown = stands, deepcopy(stands)
        self._opened, self._form = form, guild.sandbox.interactions.by_id[form.interaction_id]

    @classmethod
    async def begin(cls, guild: SandboxGuild) -> "Forger":
        """Make the guild, with a message and a form of the bot's in it."""
        world = guild.sandbox.world
        other = changes.create_guild(world, "Elsewhere")
        [channel_id] = [int(each["id"]) for each in world.guild_channels(other.id)]
        shown = await guild.moderator.slash("trailer", series="metallic-rouge", channel=channel_id)
        form = await guild.moderator.slash("catalogue edit", series="metallic-rouge", channel=channel_id)
        return cls(guild, other.id, channel_id, shown, form)

    async def press(self, custom_id: str, *, page: bool = False) -> Reply:
        """Press a button under a plain message, or under a page made of components."""
        button = {"type": BUTTON, "id": 2, "style": 2, "label": "Press", "custom_id": custom_id}
        self._stands.clear()
        self._stands.update(deepcopy(self._as_shown), components=[{"type": ROW, "id": 1, "components": [button]}])
        if page:
            self._stands.update(content="", embeds=[], flags=self._stands["flags"] | COMPONENTS_V2)
        return await self._guild.moderator.click(self._shown, custom_id=custom_id)

    async def send(self, custom_id: str, **fields: str) -> Reply:
        """Send a form that a command has opened; one that asks for a page, from a button under a page."""
        opened, form = self._opened, self._form
        if custom_id.startswith("jump:"):
            opened = await self.press("jump:3:editions:page:0", page=True)
            form = self._guild.sandbox.interactions.by_id[opened.interaction_id]
        inputs: list[dict[str, Any]] = [
            {"type": LABEL, "label": name, "component": {"type": TEXT_INPUT, "custom_id": name, "required": False}}
            for name in fields
        ]
        form.modal = {"title": "A form", "custom_id": custom_id, "components": inputs}
        return await self._guild.moderator.submit(opened, dict(fields))


def everything_in(reply: Reply) -> str:
    """All that a person reads of an answer, a form that was opened and what came after too."""
    assert not reply.failed, "it was not answered"
    parts = [each.text for each in reply.followups]
    if reply.raw["modal"]:
        parts += [reply.modal.text, *(field.value for field in reply.modal.fields)]
    if reply.raw["message"]:
        parts.append(reply.text)
    return "\n".join(parts)
