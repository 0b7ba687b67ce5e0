"""`yokoku sandbox`, as whoever tries it out meets it: a process, its port, its story, its end."""

import asyncio
import json
import os
import pty
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sandbox import Sandbox
from sandbox.client.user import SandboxUser
from tests.cli.command_line import ended, interrupted, said, started, yokoku
from tests.processes import Process
from tests.sandbox_run.newcomer import address, person, the_last_word, welcome

STORY_DAY = "2024-01-03"
FIRST_COUNTDOWN = datetime(2024, 1, 3, 16, 25, tzinfo=UTC)


async def test_a_new_sandbox_holds_a_story_with_five_things_to_try(tmp_path: Path) -> None:
    async with yokoku(tmp_path, "sandbox", "--port", "0") as process:
        url = address(await said(process, "Ready as"))
        async with person(url) as moderator, person(url, "member") as member:
            pinned = await welcome(moderator)
            offered = {each["name"]: each["id"] for each in await moderator.offered()}
            answered = await the_last_word(member)
            await moderator.pause()  # however slow the machine is, nobody's three seconds pass
            watched = await moderator.slash("watchlist show", channel="mods")
            subscribed = await moderator.slash("channel list", channel="mods")
            channels = {each["name"]: each["id"] for each in (await moderator.me())["guilds"][0]["channels"]}
            now = await moderator.now()
        status, rest = await interrupted(process, signal.SIGINT)

    assert (status, now.date().isoformat()) == (0, STORY_DAY)
    assert "Traceback" not in rest
    assert "isn't told" not in rest
    assert [number for number in range(1, 10) if f"\n{number}. " in pinned.content] == [1, 2, 3, 4, 5]
    for name in ("series", "trailer", "announce"):
        assert f"</{name}:{offered[name]}>" in pinned.content
    assert "**to the next post**" in pinned.content
    assert answered.author == "guest"
    assert "Metallic Rouge" in watched.text
    for channel in (channels["releases"], channels["conventions"], channels["announcements"]):
        assert f"<#{channel}>" in subscribed.text


async def test_the_story_is_told_once_and_time_goes_on(tmp_path: Path) -> None:
    options = ("sandbox", "--port", "0", "--data", "world")
    counts, times = [], []
    for _ in range(2):
        async with yokoku(tmp_path, *options) as process:
            url = address(await said(process, "Ready as"))
            async with person(url) as moderator:
                await welcome(moderator)
                await the_last_word(moderator)
                counts.append({name: len(await moderator.messages(name)) for name in ("releases", "chat")})
                times.append(await moderator.now())
            status, rest = await interrupted(process, signal.SIGINT)
        assert status == 0
        assert "isn't told" not in rest

    assert counts == [{"releases": 1, "chat": 3}] * 2
    assert times[0] < times[1]
    assert times[1].date().isoformat() == STORY_DAY


async def test_whoever_said_something_in_a_kept_world_is_told_no_story(tmp_path: Path) -> None:
    kept = await Sandbox.start(data=tmp_path / "world")
    async with kept.person("member") as member:
        await member.say("chat", "Hello")
    await kept.close()

    async with yokoku(tmp_path, "sandbox", "--port", "0", "--data", "world") as process:
        url = address(await said(process, "Ready as"))
        async with person(url) as moderator:
            await moderator.pause()
            shown = await moderator.slash("watchlist show", channel="mods")
            assert [each.content for each in await moderator.messages("chat")] == ["Hello"]
            assert await moderator.messages("releases") == []
        await interrupted(process, signal.SIGINT)

    assert "Metallic Rouge" not in shown.text


async def test_the_first_countdown_pings_who_asked_for_it(tmp_path: Path) -> None:
    async with yokoku(tmp_path, "sandbox", "--port", "0") as process:
        url = address(await said(process, "Ready as"))
        async with person(url) as moderator:
            pinned = await welcome(moderator)
            await the_last_word(moderator)
            (guild,) = (await moderator.me())["guilds"]
            role = next(each["id"] for each in guild["roles"] if each["name"] == "Anime")
            passed = await moderator.to_next_post() - FIRST_COUNTDOWN
            post = await moderator.wait_for_message("releases", after=pinned.id)
            told = await moderator.outlook()
        await interrupted(process, signal.SIGINT)

    assert timedelta(0) <= passed < timedelta(minutes=1)
    assert "Metallic Rouge" in post.text
    assert f"<@&{role}>" in post.content
    assert [each["what"] for each in told["delivered"]] == ["Metallic Rouge: premiere, 7 days before"]
    assert told["due"][0]["what"] == "Metallic Rouge: premiere, 1 day before"


@pytest.mark.parametrize("options", [(), ("--no-bot",)])
async def test_a_port_that_is_taken_is_said_to_be_and_the_next_one_is_taken(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    first = await Sandbox.start()
    try:
        async with yokoku(tmp_path, "sandbox", "--port", str(first.port), *options) as process:
            told = await said(process, "instead")
            status, _ = await interrupted(process, signal.SIGTERM)
    finally:
        await first.close()

    assert status == 0
    assert f"Port {first.port} is in use." in told


async def test_without_the_bot_a_reset_is_another_line(tmp_path: Path) -> None:
    async with yokoku(tmp_path, "sandbox", "--port", "0", "--no-bot") as process:
        assert process.stdout is not None
        first = json.loads(await process.stdout.readline())
        async with SandboxUser(first["url"], first["users"]["owner"]["token"]) as owner:
            await owner.reset()
        second = json.loads(await process.stdout.readline())
        status, _ = await interrupted(process, signal.SIGTERM)

    assert status == 0
    assert second["url"] == first["url"]
    assert second["token"] != first["token"]


async def test_it_ends_with_a_page_open_and_a_post_that_is_held_up(tmp_path: Path) -> None:
    async with yokoku(tmp_path, "sandbox", "--port", "0") as process:
        url = address(await said(process, "Ready as"))
        async with person(url) as moderator:
            await the_last_word(moderator)
            events = moderator.events()
            await anext(events)
            await moderator.add_fault(trouble="silence", times=5)
            await moderator.set_clock(FIRST_COUNTDOWN)
            status, rest = await interrupted(process, signal.SIGINT)
            await events.aclose()

    assert status == 0
    assert "Traceback" not in rest


@pytest.mark.parametrize("options", [(), ("--no-bot",)])
@pytest.mark.parametrize("kept", ["yokoku.db", "backups/yokoku-20240110T162500Z.db"])
async def test_what_a_bot_on_discord_keeps_is_not_taken_for_a_sandbox(
    tmp_path: Path, kept: str, options: tuple[str, ...]
) -> None:
    file = tmp_path / "data" / kept
    file.parent.mkdir(parents=True)
    file.write_bytes(b"theirs")

    status, output = await ended(tmp_path, "sandbox", "--port", "0", "--data", "data", *options)

    assert status == 2
    assert "belongs to a real bot, not to a sandbox" in output
    assert len(output.splitlines()) == 1
    assert [each for each in (tmp_path / "data").rglob("*") if each.is_file()] == [file]


async def test_a_reset_begins_anew_at_the_same_port_and_leaves_what_is_not_ours(tmp_path: Path) -> None:
    world = tmp_path / "world"
    world.mkdir()
    (world / "notes.txt").write_text("mine")
    async with yokoku(tmp_path, "sandbox", "--port", "0", "--data", "world") as process:
        url = address(await said(process, "Ready as"))
        async with person(url) as moderator:
            await the_last_word(moderator)
            before = await moderator.me()
            await moderator.say("chat", "This goes")
            await moderator.set_clock(FIRST_COUNTDOWN)
            await moderator.reset()
        assert address(await said(process, "Ready as")) == url
        async with person(url) as moderator:
            await the_last_word(moderator)
            after, now = await moderator.me(), await moderator.now()
            chat = [each.content for each in await moderator.messages("chat")]
        status, rest = await interrupted(process, signal.SIGINT)

    assert status == 0
    assert "Traceback" not in rest
    assert "This goes" not in chat
    assert after["user"]["id"] != before["user"]["id"]
    assert now < FIRST_COUNTDOWN
    assert (world / "notes.txt").read_text() == "mine"


@asynccontextmanager
async def at_a_terminal(folder: Path, *options: str, **environment: str) -> AsyncIterator[Process]:
    """`yokoku sandbox` as it is when somebody looks at it."""
    ours, its = pty.openpty()
    try:
        arguments = ("sandbox", "--port", "0", *options)
        async with started(folder, arguments, {"CI": "", **environment}, stdout=its) as process:
            yield process
    finally:
        os.close(ours)
        os.close(its)


def a_browser(folder: Path) -> tuple[str, Path]:
    """A program that is called as browsers are, and the pipe into which it writes what it was to open."""
    program, pipe = folder / "browser", folder / "opened"
    os.mkfifo(pipe)
    program.write_text(f'#!/bin/sh\necho "a browser talks"\necho "$1" > {pipe}\n')
    program.chmod(0o755)
    return str(program), pipe


async def test_it_opens_the_browser_of_whoever_looks_at_it_and_keeps_it_quiet(tmp_path: Path) -> None:
    program, pipe = a_browser(tmp_path)
    async with at_a_terminal(tmp_path, BROWSER=program) as process:
        told = await said(process, "Ready as")
        opened = await asyncio.to_thread(pipe.read_text)
        _, rest = await interrupted(process, signal.SIGINT)

    assert opened.strip() == address(told)
    assert "a browser talks" not in told + rest


@pytest.mark.parametrize(
    ("options", "environment"), [(("--no-browser",), {}), ((), {"CI": "true"}), ((), {"BROWSER": "/nowhere/browser"})]
)
async def test_without_a_browser_it_runs_all_the_same(
    tmp_path: Path, options: tuple[str, ...], environment: dict[str, str]
) -> None:
    program, pipe = a_browser(tmp_path)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    async with at_a_terminal(tmp_path, *options, **{"BROWSER": program, **environment}) as process:
        told = await said(process, "Ready as")
        status, rest = await interrupted(process, signal.SIGINT)

    assert status == 0
    assert "Traceback" not in told + rest
    assert "nowhere" not in told + rest
    assert os.read(reading, 1) == b""
    os.close(reading)
