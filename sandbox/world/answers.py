"""What the bot's answers to an interaction do: the first answer, edits of it, and follow-ups."""

from collections.abc import Sequence

from sandbox.rules import errors, limits
from sandbox.rules.json_types import JsonObject
from sandbox.world import installations, posts
from sandbox.world.composing import Attachment
from sandbox.world.interactions import (
    COMMAND,
    COMPONENT,
    Interaction,
    Interactions,
    State,
    is_ephemeral,
    is_loading,
    message_extra,
)
from sandbox.world.messages import EPHEMERAL, LOADING
from sandbox.world.world import World

MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9
"""Types of first answers that change something (1, PONG, answers a ping only)."""

CHAT_INPUT_COMMAND = 20
"""Types of messages."""


class Answers:
    """Applies the bot's answers to the world."""

    def __init__(self, world: World, interactions: Interactions) -> None:
        self._world = world
        self._interactions = interactions

    def respond(self, interaction: Interaction, kind: int, data: JsonObject, files: Sequence[Attachment]) -> None:
        """Apply the first answer, which has been checked."""
        self._check_channel(interaction)
        interaction.response_type = kind
        if kind in (MESSAGE, DEFERRED_MESSAGE):
            loading = LOADING if kind == DEFERRED_MESSAGE else 0
            # A deferred answer has nothing yet but its flags, whatever else was sent along.
            shown = {"flags": data.get("flags")} if loading else data
            interaction.original = self._post(interaction, shown, () if loading else files, loading)
            state = State.DEFERRED if loading else State.ANSWERED
            self._interactions.note(interaction, state, settled=not loading)
        elif kind in (DEFERRED_UPDATE, UPDATE):
            interaction.original = interaction.source
            if kind == UPDATE and interaction.source is not None:
                posts.edit(self._world, interaction.channel, interaction.source, data, files=files)
            self._interactions.note(interaction, State.UPDATED, settled=kind == UPDATE)
        elif kind == CHOICES:
            interaction.choices = data.get("choices") or []
            self._interactions.note(interaction, State.AUTOCOMPLETE)
        elif kind == MODAL:
            interaction.modal = data
            self._interactions.note(interaction, State.MODAL)

    def follow_up(self, interaction: Interaction, payload: JsonObject, files: Sequence[Attachment]) -> JsonObject:
        """Post a follow-up. The first after a deferred answer takes the deferred answer's place, as on Discord."""
        self._check_channel(interaction)
        if interaction.original is not None and is_loading(interaction.original):
            return self.edit(interaction, interaction.original, payload, files)
        self._count_followup(interaction)
        message = self._post(interaction, payload, files, 0)
        interaction.followups.append(message)
        if interaction.state in {State.UPDATED, State.DEFERRED}:
            interaction.settled = True
        self._interactions.ring(interaction)
        return message

    def _count_followup(self, interaction: Interaction) -> None:
        """Count a follow-up. Raises `ApiError` 40094 where there are too many for a person's own installation."""
        authorized = interaction.metadata["authorizing_integration_owners"]
        if installations.is_external(authorized) and interaction.followed_up >= installations.EXTERNAL_FOLLOWUPS:
            raise limits.too_many_followups()
        interaction.followed_up += 1

    def edit(
        self, interaction: Interaction, message: JsonObject, payload: JsonObject, files: Sequence[Attachment]
    ) -> JsonObject:
        """Edit the original answer or a follow-up."""
        posts.edit(self._world, interaction.channel, message, payload, files=files)
        if message is interaction.original:
            state = State.ANSWERED if interaction.state is State.DEFERRED else interaction.state
            self._interactions.note(interaction, state)
        else:
            self._interactions.ring(interaction)
        return message

    def delete(self, interaction: Interaction, message: JsonObject) -> None:
        """Delete the original answer or a follow-up."""
        if not posts.delete(self._world, interaction.channel, int(message["id"])):
            raise errors.unknown_message()
        if message is interaction.original:
            interaction.original = None
            # A promised answer that is taken away is still to come: as a follow-up, which others may see or not.
            was_promised = interaction.state is State.DEFERRED and not interaction.settled
            self._interactions.note(interaction, interaction.state, settled=not was_promised)
        else:
            interaction.followups = [each for each in interaction.followups if each is not message]
            self._interactions.ring(interaction)

    def find(self, interaction: Interaction, message_id: str) -> JsonObject:
        """Find the original answer (`@original`) or a message of this interaction. Raises `ApiError` 10008."""
        self._check_channel(interaction)
        original = interaction.original
        if message_id == "@original":
            found = original
        else:
            mine = [*interaction.followups, *([original] if original else [])]
            found = next((message for message in mine if message["id"] == message_id), None)
        if found is None or interaction.channel.find(int(found["id"])) is None:
            raise errors.unknown_message()
        return found

    def _check_channel(self, interaction: Interaction) -> None:
        """Refuse to answer in a channel that was deleted meanwhile. Raises `ApiError` 10003."""
        if interaction.channel.id not in self._world.channels:
            raise errors.unknown_channel()

    def _post(
        self, interaction: Interaction, payload: JsonObject, files: Sequence[Attachment], flags: int
    ) -> JsonObject:
        world = self._world
        extra = message_extra(interaction, world.application_id)
        if interaction.original is not None:
            extra["interaction_metadata"] = interaction.metadata | {
                "original_response_message_id": interaction.original["id"]
            }
        answered = interaction.original or (interaction.source if interaction.type == COMPONENT else None)
        authorized = interaction.metadata["authorizing_integration_owners"]
        is_hidden = installations.answers_are_hidden(world, interaction.user_id, interaction.channel, authorized)
        message = posts.compose(world, interaction.channel, world.application_id, payload, files=files, extra=extra)
        if answered is not None:
            message |= posts.reply_to(interaction.channel, answered)
        elif interaction.type == COMMAND:
            message["type"] = CHAT_INPUT_COMMAND
        message["flags"] |= flags | (EPHEMERAL if is_hidden else 0)
        posts.post(world, interaction.channel, message, only_for=interaction.user_id if is_ephemeral(message) else None)
        return message
