"""What the bot says of announcements, read as a person reads it, and held against what stands in the channels.

Each function gives the sentences that aren't so, for whoever looks into them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sandbox.client import Message
from sandbox.client.messages import BUTTON, TEXT_DISPLAY
from tests.crash.standing import Copy, Standing

_ENTRY = re.compile(r"\*\*(?P<title>[^*]+)\*\*\n(?P<rest>.+)", re.DOTALL)
_CHANNEL = re.compile(r"<#(?P<id>\d+)>")
_MORE = re.compile(r"(?P<more>\d+) channels? more")
_LINK = re.compile(r"https://discord\.com/channels/\d+/(?P<channel>\d+)/(?P<message>\d+)")
_SHOWN = 100
"""Of what an announcement says a list shows this much at least."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An announcement as `/announcements` lists it.

    `when` says when it is due or was posted, `trouble` where it isn't, `words` what it says. `buttons` are the
    custom_ids of those beside it, by their labels.
    """

    title: str
    when: str
    trouble: str
    words: str
    buttons: dict[str, str]

    @property
    def waits(self) -> bool:
        """Whether it is said to be still to come."""
        return self.when.startswith("<t:")

    @property
    def is_posted(self) -> bool:
        """Whether it is said to stand."""
        return self.when.startswith("-# Posted")

    @property
    def is_draft(self) -> bool:
        """Whether it is nobody's but its author's."""
        return self.when.startswith(("-# Draft", "-# Unsaved"))


def listed(page: Message) -> Iterator[Listed]:
    """Read a page of `/announcements`."""
    found: Listed | None = None
    for part in page.components:
        if part["type"] == TEXT_DISPLAY:
            if found is not None:
                yield found
            match = _ENTRY.fullmatch(part["content"])
            found = None if match is None else _entry(match["title"], match["rest"])
        elif part["type"] == BUTTON and found is not None and part.get("custom_id"):
            found.buttons[part["label"]] = part["custom_id"]
    if found is not None:
        yield found


def _entry(title: str, rest: str) -> Listed:
    when, *lines = rest.splitlines()
    trouble = lines.pop(0) if lines and lines[0].startswith(("❌", "⏳", "⚠️", "➖")) else ""
    return Listed(_plain(title), when, trouble, _plain("\n".join(lines)), {})


def _plain(text: str) -> str:
    return text.replace("\\", "")


def untrue_of_entry(entry: Listed, standing: Standing) -> Iterator[str]:
    """Hold an entry of the list against the channels."""
    copies, said = standing.copies(entry.title), f"/announcements says of {entry.title}: {entry.when} {entry.trouble}"
    there = {each.channel_id for each in copies}
    if entry.is_draft:
        return
    if not entry.is_posted and there:
        yield f"{said}; it stands in {sorted(there)}"
    if entry.is_posted:
        yield from _untrue_of_posted(entry, copies, set(standing.channels), said)


def _untrue_of_posted(entry: Listed, copies: list[Copy], channels: set[int], said: str) -> Iterator[str]:
    there = {each.channel_id for each in copies}
    named, more = _named(entry.trouble)
    if entry.trouble.startswith("⚠️"):  # it stands there, and says something else
        copies, named = [each for each in copies if each.channel_id not in named], set()
    if there & named:
        yield f"{said}; it stands in {sorted(there & named)}"
    if len(channels - there - named) != more and "more problem" not in entry.trouble:
        yield f"{said}; it isn't in {sorted(channels - there - named)}"
    for copy in copies:
        if copy.is_struck or copy.text[:_SHOWN] != entry.words[:_SHOWN]:
            yield f"{said}, {entry.words!r}; in {copy.channel_id} it says {copy.text!r}"


def _named(line: str) -> tuple[set[int], int]:
    """Read which channels a line names, and how many more there are."""
    more = _MORE.search(line)
    return {int(each["id"]) for each in _CHANNEL.finditer(line)}, int(more["more"]) if more else 0


def untrue_of_outcome(title: str, said: str, standing: Standing) -> Iterator[str]:
    """Hold the reply to whoever posted an announcement against the channels, at the moment that it is read."""
    there = {each.channel_id: each for each in standing.copies(title)}
    for line in said.splitlines():
        told = f"the reply about {title} says: {line}"
        if line.startswith(("**Posted** in", "**Saved.** It stands")):
            for link in _LINK.finditer(line):
                copy = there.get(int(link["channel"]))
                if copy is None or copy.message_id != int(link["message"]):
                    yield f"{told}; that isn't there"
        elif line.startswith(("❌", "⏳")) and (wrong := _named(line)[0] & set(there)):
            yield f"{told}; it stands in {sorted(wrong)}"


def untrue_of_status(page: Message, standing: Standing, refused: Iterable[int]) -> Iterator[str]:
    """Hold a page of `/channel status` against the channels; in those of `refused` Discord refused the latest post."""
    refused = set(refused)
    for part in page.components:
        text = part.get("content", "") if part["type"] == TEXT_DISPLAY else ""
        match = _CHANNEL.match(text)
        if match is None:
            continue
        channel_id, said = int(match["id"]), f"/channel status says: {text}"
        for link in _LINK.finditer(text):
            if not standing.has(int(link["channel"]), int(link["message"])):
                yield f"{said}; that message isn't there"
        if ("Discord refused" in text) != (channel_id in refused):
            yield f"{said}; Discord refused {'its' if channel_id in refused else 'no'} latest post"
        if " waiting" in text or "Paused" in text:
            yield f"{said}; nothing waits there"
