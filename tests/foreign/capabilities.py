"""What a bot on any library must be able to do in the sandbox, as its people see it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from sandbox import Sandbox
from sandbox.client import Message, SandboxUser

POSTS = "releases"
"""The channel in which the bots post."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A sandbox in which one bot runs, and who is there with it."""

    sandbox: Sandbox
    member: SandboxUser
    moderator: SandboxUser

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so in the sandbox."""
        while True:
            if is_so():
                return
            await asyncio.sleep(0.02)

    def sessions_left(self) -> int:
        """How many sessions the bot may still begin today."""
        return int(self.sandbox.gateway.session_start_limit()["remaining"])

    async def posted(self) -> list[Message]:
        """What stands in the channel of posts, oldest first."""
        return await self.moderator.messages(POSTS)


Capability: TypeAlias = Callable[[Scene], Awaitable[None]]


async def logs_in(scene: Scene) -> None:
    await scene.until(lambda: scene.sandbox.gateway.connected == 1)


async def registers_commands(scene: Scene) -> None:
    while True:
        if "hello" in await scene.member.commands():
            return
        await asyncio.sleep(0.05)


async def answers(scene: Scene) -> None:
    assert (await scene.member.slash("hello", who="Rouge")).content == "Hello Rouge"


async def defers_and_follows_up(scene: Scene) -> None:
    reply = await scene.member.slash("later")
    assert (reply.state, reply.content) == ("answered", "At last")
    await scene.member.wait_for_message("chat", match=lambda each: each.content == "And more", after=reply.id)


async def suggests(scene: Scene) -> None:
    choices = await scene.member.autocomplete("hello", focused="who", who="ro")
    assert [(each.name, each.value) for each in choices] == [("RO", "ro")]


async def takes_a_button(scene: Scene) -> None:
    pressed = await scene.member.click(await scene.member.slash("controls"), "Press")
    assert (pressed.state, pressed.content, pressed.components) == ("updated", "Pressed", [])


async def takes_a_select(scene: Scene) -> None:
    picked = await scene.member.select(await scene.member.slash("controls"), ["two"])
    assert picked.content == "Picked two"


async def takes_a_modal(scene: Scene) -> None:
    opened = await scene.member.slash("form")
    thanked = await scene.member.submit(opened, {"Name": "Rouge"})
    assert thanked.content == "Thanks, Rouge"


async def edits_in_secret(scene: Scene) -> None:
    reply = await scene.member.slash("secret")
    assert reply.ephemeral
    async for _ in scene.member.events():
        if (await reply.refresh()).edited:
            break
    assert reply.content == "Secret, edited"
    assert all(each.id != reply.id for each in await scene.moderator.messages("chat"))


async def lays_out_components(scene: Scene) -> None:
    reply = await scene.member.slash("layout")
    assert [each["type"] for each in reply.components] == [17, 10]
    assert reply.text == "# In a container"


async def posts_edits_and_deletes(scene: Scene) -> None:
    await scene.member.slash("posts")
    (post,) = await scene.posted()
    assert (post.content, post.edited, post.embed.title, post.embed.fields) == (
        "Second",
        True,
        "Title",
        {"Field": "Value"},
    )


async def reads_history(scene: Scene) -> None:
    await scene.moderator.say(POSTS, f"<@{scene.sandbox.application_id}> older")
    await scene.moderator.say(POSTS, f"<@{scene.sandbox.application_id}> newer")
    reply = await scene.member.slash("history")
    newer, older, *_ = reply.content.split(" | ")
    assert (newer.split()[-1], older.split()[-1]) == ("newer", "older")


async def sends_a_file(scene: Scene) -> None:
    (file,) = (await scene.member.slash("file")).message.attachments
    assert (file["filename"], file["size"]) == ("numbers.csv", 5)


async def begins_a_thread(scene: Scene) -> None:
    await scene.member.slash("thread")
    assert [each.content for each in await scene.member.messages("A thread")][-1] == "In the thread"


async def pins(scene: Scene) -> None:
    await scene.member.slash("pin")
    assert [each.content for each in await scene.member.pins(POSTS)] == ["Pinned"]


async def writes_directly(scene: Scene) -> None:
    await scene.member.slash("direct")
    assert [each.content for each in await scene.member.messages(await scene.member.direct())] == ["Psst"]


async def hears_messages(scene: Scene) -> None:
    asked = await scene.member.say("chat", f"<@{scene.sandbox.application_id}> ping")
    answer = await scene.member.wait_for_message("chat", match=lambda each: each.content == "pong", after=asked.id)
    assert answer.replied_to is not None
    assert answer.replied_to.id == asked.id


async def obeys_rate_limits(scene: Scene) -> None:
    """All that is written at once arrives, and who is told to wait does: nothing is refused over and over."""
    before = len(scene.sandbox.recorded)
    await scene.member.slash("burst")
    burst = [each.content for each in await scene.posted() if each.content.startswith("Burst")]
    assert sorted(burst) == [f"Burst {number}" for number in range(8)]
    refused = [each for each in list(scene.sandbox.recorded)[before:] if each.status == 429]
    assert len(refused) <= len(burst), f"{len(refused)} requests were refused for their rate"


async def resumes(scene: Scene) -> None:
    """What happened while the bot was away is told when it is back, in the same session."""
    left = scene.sessions_left()
    scene.sandbox.gateway.reconnect_all()
    assert (await scene.member.slash("hello", who="again")).content == "Hello again"
    await scene.until(lambda: scene.sandbox.gateway.connected == 1)
    assert scene.sessions_left() == left


async def begins_another_session(scene: Scene) -> None:
    await scene.member.slash("hello", who="first")  # discord.js fails where this comes before it has taken in a RESUMED
    left = scene.sessions_left()
    scene.sandbox.gateway.invalidate_all(resumable=False)
    await scene.until(lambda: scene.sessions_left() == left - 1)
    assert (await scene.member.slash("hello", who="anew")).content == "Hello anew"


CAPABILITIES: dict[str, Capability] = {
    "logs in": logs_in,
    "registers commands": registers_commands,
    "answers a slash command": answers,
    "defers and follows up": defers_and_follows_up,
    "autocompletes": suggests,
    "takes a button": takes_a_button,
    "takes a select": takes_a_select,
    "takes a modal": takes_a_modal,
    "edits an ephemeral answer": edits_in_secret,
    "shows Components V2": lays_out_components,
    "posts, edits, deletes, embeds": posts_edits_and_deletes,
    "reads the history": reads_history,
    "sends a file": sends_a_file,
    "begins a thread": begins_a_thread,
    "pins": pins,
    "writes directly": writes_directly,
    "hears messages": hears_messages,
    "obeys rate limits": obeys_rate_limits,
    "resumes": resumes,
    "begins another session": begins_another_session,
}
"""All of them, in an order in which each may build on those before it."""
