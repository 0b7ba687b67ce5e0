"""The user-side API over HTTP, under /sandbox/v1.

A person's own token goes in `Authorization`; refusals are `{"error": why}`.

GET  /me                                              the user, and the guilds, channels and roles that they see
PUT  /me {locale, installed}                          one's client's language; the application installed for oneself
GET  /channels/{id}/messages?limit=&after=&before=    messages, oldest first, own ephemeral ones too
POST /channels/{id}/messages {content, reply_to}      say something
PATCH  /channels/{id}/messages/{id} {content}         change one's own message
DELETE /channels/{id}/messages/{id}                   one's own, or another's for who manages messages
PUT  /channels/{id}/messages/{id}/poll {answers}      vote, by the numbers of the answers
PUT  /events/{id} {interested}                        be interested in a scheduled event of the first guild, or not
GET  /channels/{id}/pins                              messages, the newest pin first
PUT, DELETE /channels/{id}/pins/{id}                  for who may pin, and in direct messages
POST /channels/{id}/threads {name, message_id}        begin a thread; in a forum a post, {name, content, tags};
                                                      {name, private, invitable} a private one
GET  /channels/{id}/thread-members                    who is in a thread
PUT, DELETE /channels/{id}/thread-members/{who}       add or take out: a name or id, `bot`, or `me`
GET  /channels/{id}/commands                          the commands that are offered there
POST /channels/{id}/commands {command, options, force} or {line, force}
POST /channels/{id}/autocomplete {command, options, focused, force}
POST /channels/{id}/messages/{id}/components {custom_id, values}
POST /interactions/{id}/modal {fields}                submit the modal that an interaction was answered with
GET  /interactions/{id}                               what has become of it
POST /direct                                          open the channel of direct messages with the bot
POST /groups {people}                                 open a channel with others, without the bot
GET  /events                                          WebSocket of {event, data}; the token may come as ?token=

All that begin or read an interaction answer with its outcome; `?wait=SECONDS` waits for it to be answered first, and
`&settled=1` until a deferred answer is filled in. What those who run the sandbox do is in `sandbox.people.owning`,
and `moderating`, `timing`, `watching` and `resetting` beside it.
"""

import json
from collections.abc import Awaitable, Callable, Iterable

from aiohttp import web

from sandbox.people import beginning, lines, reading, saying
from sandbox.people import offered as commands
from sandbox.people.acts import Acts
from sandbox.people.owning import OwnerApi
from sandbox.people.person import Person, PersonHandler, PersonRoute
from sandbox.people.refusals import RefusedError
from sandbox.people.stream import Streams
from sandbox.rest.router import json_response
from sandbox.rules.errors import ApiError
from sandbox.rules.json_types import JsonObject, JsonValue
from sandbox.world.accounts import Account
from sandbox.world.interactions import Interaction, Interactions, State
from sandbox.world.world import World

PREFIX = "/sandbox/v1"
LONGEST_WAIT = 120.0
LARGEST_BODY = 1024 * 1024


class PeopleApi:
    """The routes of the user-side API."""

    def __init__(self, world: World, interactions: Interactions, owner: OwnerApi) -> None:
        self._world = world
        self._owner = owner
        self._interactions = interactions
        self.streams = Streams(world)

    def routes(self, running: Iterable[PersonRoute] = ()) -> list[web.RouteDef]:
        """Give all routes, and those by which the sandbox is run."""
        one = "/channels/{channel_id}"
        table: list[PersonRoute] = [
            *reading.routes(),
            *saying.routes(),
            *beginning.routes(),
            ("GET", one + "/commands", self._commands),
            ("POST", one + "/commands", self._run),
            ("POST", one + "/autocomplete", self._autocomplete),
            ("POST", one + "/messages/{message_id}/components", self._use),
            ("POST", "/interactions/{interaction_id}/modal", self._submit),
            ("GET", "/interactions/{interaction_id}", self._interaction),
        ]
        table += [*self._owner.routes(), *running]
        made = [web.route(method, PREFIX + path, self._door(handler)) for method, path, handler in table]
        return [*made, web.get(PREFIX + "/events", self._events)]

    def _door(self, handler: PersonHandler) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            try:
                account = self._account(request)
                acts = Acts(self._world, self._interactions, account.id)
                person = Person(request, self._world, account, acts, await _body(request))
                return json_response(200, await handler(person))
            except RefusedError as refusal:
                return json_response(refusal.status, {"error": refusal.reason})
            except ApiError as refusal:
                return json_response(refusal.status, {"error": refusal.message})

        return answer

    def _account(self, request: web.Request) -> Account:
        token = request.headers.get("Authorization", request.query.get("token", "")).removeprefix("Bearer ")
        for account in self._world.accounts.values():
            if not account.bot and account.has_token(token):
                return account
        raise RefusedError("This token is nobody's", 401)

    async def _events(self, request: web.Request) -> web.StreamResponse:
        try:
            account = self._account(request)
        except RefusedError as refusal:
            return json_response(refusal.status, {"error": refusal.reason})
        return await self.streams.serve(request, account.id)

    async def _commands(self, person: Person) -> JsonValue:
        offered = commands.in_channel(self._world, person.account.id, person.channel())
        return [command.payload() for command in offered]

    async def _run(self, person: Person) -> JsonValue:
        channel, force = person.channel(), bool(person.body.get("force"))
        if "line" in person.body:
            offered = commands.in_channel(self._world, person.account.id, channel, force=True)
            command, given = lines.parse(person.text("line"), offered)
            started = person.acts.slash(channel, command.name, given, force=force)
        else:
            started = person.acts.slash(channel, person.text("command"), person.mapping("options"), force=force)
        return await self._outcome(person, started)

    async def _autocomplete(self, person: Person) -> JsonValue:
        force, focused = bool(person.body.get("force")), person.text("focused")
        name, given = person.text("command"), person.mapping("options")
        started = person.acts.autocomplete(person.channel(), name, given, focused, force=force)
        return await self._outcome(person, started)

    async def _use(self, person: Person) -> JsonValue:
        values = person.body.get("values")
        if values is not None and not (isinstance(values, list) and all(isinstance(each, str) for each in values)):
            raise RefusedError("values must be a list of texts")
        started = person.acts.use(person.channel(), person.number("message_id"), person.text("custom_id"), values)
        return await self._outcome(person, started)

    async def _submit(self, person: Person) -> JsonValue:
        started = person.acts.submit(person.number("interaction_id"), person.mapping("fields"))
        return await self._outcome(person, started)

    async def _interaction(self, person: Person) -> JsonValue:
        found = self._interactions.by_id.get(person.number("interaction_id"))
        if found is None or found.user_id != person.account.id:
            raise RefusedError("There is no such interaction", 404)
        return await self._outcome(person, found)

    async def _outcome(self, person: Person, interaction: Interaction) -> JsonObject:
        wait = person.request.query.get("wait")
        if wait is not None:
            settled = person.request.query.get("settled") == "1"
            await interaction.until(
                lambda each: each.settled if settled else each.state is not State.PENDING,
                min(_seconds(wait), LONGEST_WAIT),
            )
        return interaction.outcome()


async def _body(request: web.Request) -> JsonObject:
    if not request.body_exists:
        return {}
    try:
        text = await request.read()
        if len(text) > LARGEST_BODY:
            raise RefusedError("The body is too large", 413)
        body = json.loads(text or b"{}")
    except web.RequestPayloadError as error:
        raise RefusedError("The body could not be read") from error
    except web.HTTPRequestEntityTooLarge as error:
        raise RefusedError("The body is too large", 413) from error
    except (ValueError, RecursionError) as error:
        raise RefusedError("The body is not JSON") from error
    if not isinstance(body, dict):
        raise RefusedError("The body is not an object")
    return body


def _seconds(text: str) -> float:
    try:
        return max(0.0, float(text))
    except ValueError as error:
        raise RefusedError("wait is not a number of seconds") from error
