"""The bot's answers to interactions: callbacks, and the webhook of follow-ups and edits."""

from sandbox.rest import access
from sandbox.rest.call import NO_CONTENT, Answer, Call
from sandbox.rest.router import Router
from sandbox.rules.interactions import check_response
from sandbox.rules.json_types import JsonObject
from sandbox.rules.messages import check_message_create, check_message_edit
from sandbox.rules.unsupported import not_carried_out
from sandbox.world.answers import DEFERRED_MESSAGE, DEFERRED_UPDATE, MESSAGE, UPDATE
from sandbox.world.interactions import Interaction, is_ephemeral, is_loading

CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"
WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
MESSAGES = WEBHOOK + "/messages"


def add_routes(router: Router) -> None:
    """Add the routes that an interaction's token opens."""
    router.add("POST", CALLBACK, callback, by_token=True)
    router.add("POST", WEBHOOK, follow_up, by_token=True)
    for path in (MESSAGES + "/@original", MESSAGES + "/{message_id}"):
        router.add("GET", path, get, by_token=True)
        router.add("PATCH", path, edit, by_token=True)
        router.add("DELETE", path, delete, by_token=True)


async def callback(call: Call) -> Answer:
    """Give an interaction its first answer: 204, or 200 and what was made where asked `with_response`."""
    services, sent = call.services, call.object()
    found = services.interactions.answerable(call.id("interaction_id"), call.request.match_info["interaction_token"])
    check_response(sent, found.type, files=call.file_names, current=found.source)
    _check_restrictions(call, found, sent.get("data") or {})
    services.answers.respond(found, sent["type"], sent.get("data") or {}, call.files)
    return (200, _with_response(found, sent["type"])) if call.query_flag("with_response") else NO_CONTENT


def _with_response(interaction: Interaction, kind: int) -> JsonObject:
    shown: JsonObject = {
        "id": str(interaction.id),
        "type": interaction.type,
        "channel_id": str(interaction.channel.id),
    }
    if interaction.channel.guild_id is not None:
        shown["guild_id"] = str(interaction.channel.guild_id)
    message = interaction.original
    if message is None or kind not in (MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE):
        return {"interaction": shown}
    shown |= {
        "response_message_id": message["id"],
        "response_message_loading": is_loading(message),
        "response_message_ephemeral": is_ephemeral(message),
    }
    answer: JsonObject = {"interaction": shown}
    if kind in (MESSAGE, UPDATE):
        answer["resource"] = {"type": kind, "message": message}
    return answer


def _check_restrictions(call: Call, found: Interaction, payload: JsonObject) -> None:
    call.world.restrictions.check_message(payload, moderated=access.is_moderated(call, found.channel))


def _interaction(call: Call) -> Interaction:
    token = call.request.match_info["webhook_token"]
    return call.services.interactions.answered(call.id("webhook_id"), token)


def _message(call: Call, interaction: Interaction) -> JsonObject:
    return call.services.answers.find(interaction, call.request.match_info.get("message_id", "@original"))


async def follow_up(call: Call) -> Answer:
    """Post a follow-up to an interaction that has had its first answer."""
    found, payload = _interaction(call), call.object()
    check_message_create(payload, files=call.file_names)
    _check_restrictions(call, found, payload)
    return 200, call.services.answers.follow_up(found, payload, call.files)


async def get(call: Call) -> Answer:
    """Read an answer."""
    return 200, _message(call, _interaction(call))


async def edit(call: Call) -> Answer:
    """Edit an answer; what was deferred is answered by it."""
    found, payload = _interaction(call), call.object()
    message = _message(call, found)
    if payload.get("poll") and not is_loading(message):
        raise not_carried_out(["poll"])
    check_message_edit(payload, message, files=call.file_names)
    _check_restrictions(call, found, payload)
    return 200, call.services.answers.edit(found, message, payload, call.files)


async def delete(call: Call) -> Answer:
    """Delete an answer."""
    found = _interaction(call)
    call.services.answers.delete(found, _message(call, found))
    return NO_CONTENT
