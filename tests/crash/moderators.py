"""Moderators who write, edit, move and withdraw announcements through commands, forms and buttons, whatever happens."""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sandbox import Sandbox
from sandbox.client import Message, Reply
from tests.crash.asking import Unanswered, answered, pages
from tests.crash.ledger import Become, Fate, Known
from tests.crash.refusals import OFFENCE
from tests.crash.standing import Standing
from tests.crash.words import listed, untrue_of_outcome

PAUSE_SECONDS = (0.2, 1.5)
"""How long a moderator does nothing between two deeds."""
MOST_OPEN = 6
"""So many announcements one of them has in hand."""
NEAR, FAR = (8, 40), timedelta(days=1)
"""In how many seconds what is scheduled is due, for the near future; and what stays where it is until the end."""
REPLY_SECONDS = 3.0
"""How long a moderator looks at what becomes of a post."""
DONE = ("**Posting now**", "**Posted**", "**Saved.**", "**Scheduled**", "❌", "⏳", "⚠️ Not changed", "➖")
"""How an answer begins that says that it was done, and what became of it."""
NOT_DONE = (
    "already been",
    "can't change any more",
    "is in the past",
    "Nothing was changed",
    "The announcement wasn't moved",
    "withdrawn meanwhile",
    "There is no such",
)
"""What says that it was not."""


class Refused(Exception):
    """The bot says that it wasn't done, and why."""


class Moderator:
    """One of them; `known` is what they have in hand, `untrue` what the bot told them that wasn't so."""

    def __init__(self, sandbox: Sandbox, number: int, seed: int, standing: Callable[[], Standing], log: Path) -> None:
        self._sandbox = sandbox
        self._number = number
        self._chance = random.Random(f"{seed} {number}")  # noqa: S311 - the same deeds for the same seed, nearly
        self._standing = standing
        self._log = log
        self._numbers = itertools.count(1)
        self._person = sandbox.person("moderator")
        self.known: list[Known] = []
        self.deeds = Counter[str]()
        self.untrue: list[str] = []

    async def act(self, is_over: asyncio.Event) -> None:
        """Do one thing after another, until it is over, from when there are commands."""
        while "announce" not in await self._person.commands():  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(PAUSE_SECONDS[0])
        while not is_over.is_set():
            await asyncio.sleep(self._chance.uniform(*PAUSE_SECONDS))
            if self._sandbox.gateway.connected:
                await self.do_one()

    async def do_one(self) -> None:
        """Do one thing, and note what the bot said of it."""
        in_hand = [each for each in self.known if not each.is_over]
        deeds = [self._edit, self._edit, self._move, self._withdraw]
        if len(in_hand) < 2 or (len(in_hand) < MOST_OPEN and self._chance.random() < 0.4):
            deed, known = self._write, Known(f"Deed {self._number} {next(self._numbers)}")
            self.known.append(known)
        else:
            deed, known = self._chance.choice(deeds), self._chance.choice(in_hand)
        name = deed.__name__.removeprefix("_")
        try:
            await deed(known)
            how = "done"
        except Unanswered as error:
            how = "unanswered"
            self._note(f"{known.title}: {name}: unanswered {error}")
        except Refused as refusal:
            how = "refused"
            self._note(f"{known.title}: {name}: {refusal}")
        self.deeds[f"{name}: {how}"] += 1
        known.deeds.append(f"{name} {how} {self._now():%H:%M:%S}")

    @property
    def answers(self) -> int:
        """How many deeds the bot answered so far."""
        return sum(times for name, times in self.deeds.items() if not name.endswith("unanswered"))

    async def close(self) -> None:
        """Leave."""
        await self._person.close()

    # --- deeds ------------------------------------------------------------------------------------------------------

    async def _write(self, known: Known) -> None:
        text, when = self._text(known), self._chance.choice(["", self._soon(), self._soon(), self._later()])
        form = await self._form(self._person.slash("announce", settle=False))
        fields = {"title": known.title, "text": text, "when": when}
        preview = await answered(self._person.submit(form, fields, settle=False))
        at = datetime.fromisoformat(when) if when else self._now()
        _, press = self._press(preview, "Schedule" if when else "Post")
        said = await self._change(known, press, lambda _: Become(known.title, Fate.DUE, text, at))
        await self._look_at_outcome(known, said)

    async def _edit(self, known: Known) -> None:
        page, buttons = await self._find(known)
        form = await self._form(self._person.click(page, custom_id=buttons["Edit"], settle=False))
        text, due = self._text(known), _time_in(form)
        preview = await answered(self._person.submit(form, text=text, settle=False))
        _, press = self._press(preview, "Save", "Schedule", "Post")
        said = await self._change(
            known, press, lambda each: Become(known.title, Fate.DUE, text, due or each.due_at or self._now())
        )
        await self._look_at_outcome(known, said)

    async def _move(self, known: Known) -> None:
        page, buttons = await self._find(known)
        if "Move" not in buttons:
            raise Refused("it was posted")
        form = await self._form(self._person.click(page, custom_id=buttons["Move"], settle=False))
        when = self._chance.choice([self._soon(), self._later(), "now"])
        at = self._now() if when == "now" else datetime.fromisoformat(when)
        submit = self._person.submit(form, when=when, settle=False)
        await self._change(known, submit, lambda each: replace(each, due_at=at))

    async def _withdraw(self, known: Known) -> None:
        page, buttons = await self._find(known)
        question = await answered(self._person.click(page, custom_id=buttons["Withdraw"], settle=False))
        ways = {"Withdraw it": Fate.WITHDRAWN, "Delete them": Fate.DELETED, "Strike them through": Fate.STRUCK}
        way, press = self._press(question, *self._chance.sample([*ways], len(ways)))
        await self._change(known, press, lambda each: replace(each, fate=ways[way]))

    # --- how they are done ------------------------------------------------------------------------------------------

    def _press(self, on: Reply, *labels: str) -> tuple[str, Awaitable[Reply]]:
        """Press the first of these buttons that is there, and tell which. Raises `Refused` where none is."""
        offered = {each.label for each in on.buttons}
        for label in labels:
            if label in offered:
                return label, self._person.click(on, label, settle=False)
        raise Refused(on.text)

    async def _form(self, asking: Awaitable[Reply]) -> Reply:
        """Wait for a form. Raises `Unanswered`, and `Refused` where there is none."""
        reply = await answered(asking)
        if reply.state != "modal":
            raise Refused(reply.text)
        return reply

    async def _change(self, known: Known, asking: Awaitable[Reply], change: Callable[[Become], Become]) -> Reply | None:
        """Do what changes an announcement, and note what it may be from then on. Raises as `_answer` does."""
        try:
            reply = await answered(asking)
        except Unanswered:
            known.became(change, certainly=False)
            raise
        text = reply.text
        if any(each in text for each in ("was moved to", "is being posted now", "was withdrawn")) or (
            reply.content.startswith(DONE)
        ):
            known.became(change, certainly=True)
            return reply
        if any(each in text for each in (*NOT_DONE, "has already been posted")):
            raise Refused(text)
        self._note(f"{known.title}: other words: {text}")
        known.became(change, certainly=False)
        raise Unanswered

    async def _look_at_outcome(self, known: Known, said: Reply | None) -> None:
        """Look at the answer until it says what became of the post, and whether that is so."""
        for _ in range(10 if said is not None else 0):
            await asyncio.sleep(REPLY_SECONDS / 10)
            assert said is not None
            content = (await said.refresh()).content
            self.untrue += untrue_of_outcome(known.title, content, self._standing())
            if content.startswith(("**Posted**", "**Saved.** It", "❌")):
                return

    async def _find(self, known: Known) -> tuple[Message, dict[str, str]]:
        """Find an announcement in the list: the page, and the custom_ids of its buttons."""
        async for page in pages(self._person, "announcements"):
            for entry in listed(page):
                if entry.title == known.title and not entry.is_draft:
                    return page, entry.buttons
        raise Refused("it isn't in the list")

    def _text(self, known: Known) -> str:
        """Make up words that are new, half of which Discord may refuse."""
        offence = f"{OFFENCE} " if self._chance.random() < 0.5 else ""
        return f"{offence}{known.title} in version {len(known.deeds) + 1}"

    def _now(self) -> datetime:
        return self._sandbox.clock.now()

    def _soon(self) -> str:
        return _typed(self._now() + timedelta(seconds=self._chance.uniform(*NEAR)))

    def _later(self) -> str:
        return _typed(self._now() + FAR)

    def _note(self, line: str) -> None:
        with self._log.open("a") as log:
            log.write(f"{self._now():%H:%M:%S} {line}\n")


def _typed(at: datetime) -> str:
    return f"{at:%Y-%m-%dT%H:%M:%SZ}"


def _time_in(form: Reply) -> datetime | None:
    typed = form.modal.field("When").value
    return datetime.fromisoformat(typed) if typed else None
