"""The chat page as one person has it open: what that person does there, and sees.

Everything is found by its role and its name, as a screen reader finds it: a thing without them can't be tested. What
the page calls its parts stands in `tests/page/parts.py`.
"""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Self
from urllib.parse import urlencode, urljoin

from playwright.async_api import FloatRect, Locator, Page, expect

from tests.page.browser import PATIENCE
from tests.page.palette import in_palette
from tests.page.parts import UNREAD, Parts, beginning, named
from tests.page.watch import Watch

CALLED = {"member": "Member", "guest": "Guest", "moderator": "Mod", "owner": "Owner"}
"""What the page calls the people."""
MARGIN = 6
"""How much ground is seen above and below a picture's part."""
UPPERMOST = """log => {
  const top = log.parentElement.getBoundingClientRect().top;
  const away = each => each.getBoundingClientRect().top - top;
  const first = [...log.querySelectorAll("article")].find(each => away(each) >= 0);
  return [first.textContent.trim(), away(first)];
}"""


class ChatPage:
    """`await page.run("/series", series="Metallic Rouge")`, `await page.see("Bones")`."""

    def __init__(self, raw: Page, watch: Watch) -> None:
        self.raw = raw
        self.watch = watch
        self.parts = Parts(raw)

    @classmethod
    async def open(cls, raw: Page, watch: Watch, url: str, who: str, channel: str) -> Self:
        """Open the page as someone, in a channel, and wait until what stands there can be read."""
        page = cls(raw, watch)
        await raw.goto(f"{url}/?{urlencode({'as': who, 'channel': channel})}")
        await page.is_in(channel)
        return page

    async def tab(self, url: str, who: str, channel: str) -> Self:
        """Open the page once more in the same corner of the browser, as someone else."""
        return await self.open(await self.raw.context.new_page(), self.watch, url, who, channel)

    async def come_by(self) -> None:
        """Open the page as who knows nothing but where the sandbox is."""
        await self.raw.goto(urljoin(self.raw.url, "/"))

    # where and who

    async def is_in(self, channel: str) -> None:
        """Wait until the person is in a channel, and what stands there can be read."""
        await expect(self.parts.place()).to_have_accessible_name(named(channel))
        await expect(self.parts.log()).to_have_attribute("aria-busy", "false")

    async def go(self, channel: str) -> None:
        """Go to a channel."""
        if await self.parts.show_channels().is_visible():
            await self.parts.show_channels().click()
        await self.parts.channel(channel).click()
        await self.is_in(channel)

    async def become(self, who: str) -> None:
        """Be someone else from now on."""
        await self.parts.who().click()
        await self.parts.person(CALLED[who]).click()
        await self.is_person(who)

    async def is_person(self, who: str) -> None:
        """See who one is."""
        await expect(self.parts.who()).to_have_accessible_name(beginning(f"You are {CALLED[who]}"))

    async def see_no_channel(self, name: str) -> None:
        """See that there is no such channel, once there are others."""
        await expect(self.parts.channel("chat")).to_be_visible()
        await expect(self.parts.channel(name)).to_have_count(0)

    async def is_unread(self, channel: str) -> None:
        """See the mark of a channel with news."""
        await expect(self.parts.channel(channel)).to_have_accessible_name(UNREAD)

    async def is_read(self, channel: str) -> None:
        """See that a channel has no such mark."""
        await expect(self.parts.channel(channel)).not_to_have_accessible_name(UNREAD)

    async def wear(self, look: str) -> None:
        """Choose how the page looks: "Dark", "Light"."""
        await self.parts.looks().click()
        await self.parts.look(look).click()

    # saying and running

    async def write(self, text: str) -> None:
        """Type something where one is in the composer, key by key, and leave it there."""
        if not await self.parts.box().locator(":focus").count():
            await self.parts.composer().focus()
        await self.raw.keyboard.type(text)

    async def type(self, line: str) -> None:
        """Type a message and send it."""
        await self.write(line)
        await self.press("Enter")

    async def paste(self, text: str) -> None:
        """Send a text that comes in at once."""
        await self.parts.composer().fill(text)
        await self.press("Enter")

    async def begin(self, command: str) -> None:
        """Type a command's name and take it."""
        await self.write(command)
        await self.choose(command)
        await expect(self.parts.command(command)).to_be_visible()

    async def give(self, option: str, text: str) -> None:
        """Fill an option of the command in; where there is a list, with what begins so in it."""
        field = self.parts.option(option)
        if not await field.count():
            await self.parts.rest().fill(f"{option}:")
        await field.click()
        await field.press_sequentially(text)
        if await field.get_attribute("role") == "combobox":
            await self.choose(text)

    async def run(self, command: str, **options: str) -> None:
        """Run a command with options: `await page.run("/trailer", series="Metallic Rouge")`."""
        await self.begin(command)
        for option, text in options.items():
            await self.give(option, text)
        await self.send()

    async def send(self) -> None:
        """Send the command that is filled in."""
        await self.parts.rest().focus()
        await self.press("Enter")

    async def has_written(self, text: str) -> None:
        """See what stands in the composer."""
        await expect(self.parts.composer()).to_have_value(text)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other: "Enter", "ArrowDown", "Shift+Tab"."""
        for key in keys:
            await self.raw.keyboard.press(key)

    async def writes_in(self, option: str) -> None:
        """See that one writes in this option of the command."""
        await expect(self.parts.option(option)).to_be_focused()

    async def is_at_the_end_of(self, command: str) -> None:
        """See that one is behind the last field of a command, where Enter sends it."""
        await expect(self.parts.command(command)).to_be_visible()
        await expect(self.parts.rest()).to_be_focused()

    async def current_is(self, name: str) -> None:
        """See which of the suggestions Enter takes."""
        await expect(self.parts.current_suggestion()).to_have_accessible_name(beginning(name))

    async def waits(self, words: str) -> None:
        """See that suggestions are on their way."""
        await expect(self.parts.no_suggestions()).to_have_text(words)

    async def is_offered(self, *names: str) -> None:
        """See these suggestions for what is typed, among others."""
        for name in names:
            await expect(self.parts.suggestion(name)).to_be_visible()

    async def is_not_offered(self, name: str) -> None:
        """See that this isn't among the suggestions, once there are others."""
        await expect(self.parts.suggestion("")).to_be_visible()
        await expect(self.parts.suggestion(name)).to_have_count(0)

    async def choose(self, name: str) -> None:
        """Take one of the suggestions."""
        await self.parts.suggestion(name).click()

    # reading

    def message(self, text: str) -> Locator:
        """The latest message with a text in it."""
        return self.parts.messages().filter(has_text=text).last

    async def see(self, *texts: str) -> None:
        """See texts among the messages."""
        for text in texts:
            await expect(self.parts.log().get_by_text(text).last).to_be_visible()

    async def see_in(self, message: Locator, *texts: str) -> None:
        """See texts in one message."""
        for text in texts:
            await expect(message).to_contain_text(text)

    async def see_not(self, text: str) -> None:
        """See that a text stands nowhere among the messages, or does no longer."""
        await expect(self.parts.log().get_by_text(text)).to_have_count(0)

    async def is_pinged_by(self, text: str) -> None:
        """See that a message is marked as one that pings."""
        await expect(self.parts.row(text)).to_have_class(re.compile(r"\bpinged\b"))

    async def is_not_pinged_by(self, text: str) -> None:
        """See that a message has no such mark."""
        await expect(self.parts.row(text)).not_to_have_class(re.compile(r"\bpinged\b"))

    async def stands_at(self) -> tuple[str, int]:
        """Tell where one is among the messages: the uppermost that is whole in sight, and how far down it is."""
        text, top = await self.parts.log().evaluate(UPPERMOST)
        return str(text), round(top)

    async def stands_again_at(self, place: tuple[str, int]) -> None:
        """Wait until one is where one was."""
        async with asyncio.timeout(PATIENCE / 1000):
            while await self.stands_at() != place:
                await self.raw.evaluate("() => new Promise(requestAnimationFrame)")

    async def sees_new_from(self, text: str) -> None:
        """See the line above what is new, and right below it this message."""
        line = self.parts.rows().filter(has=self.parts.new_line())
        await expect(line).to_be_visible()
        await expect(line.locator("+ li")).to_contain_text(text)

    async def sees_nothing_new(self) -> None:
        """See no such line."""
        await expect(self.parts.new_line()).to_have_count(0)

    async def is_told(self, text: str) -> None:
        """Read something that the page itself says: a refusal, a failure."""
        await expect(self.parts.said(text)).to_be_visible()

    async def is_told_no_more(self, text: str) -> None:
        """See that the page doesn't say that any longer."""
        await expect(self.parts.said(text)).to_have_count(0)

    # using what a message holds

    async def click(self, button: str, on: Locator | None = None, *, exact: bool = False) -> None:
        """Click the latest button of that name, or that of one message."""
        await self.parts.button(button, on or self.parts.log(), exact=exact).click()

    async def fill_in(self, **fields: str) -> None:
        """Fill the form that is open in, by what its fields are called."""
        for label, text in fields.items():
            await self.parts.field(label).fill(text)

    async def has_filled_in(self, **fields: str) -> None:
        """See what stands in the fields of the form."""
        for label, text in fields.items():
            await expect(self.parts.field(label)).to_have_value(text)

    async def submit(self) -> None:
        """Send the form."""
        await self.parts.dialog().get_by_role("button", name="Submit").click()

    # time

    async def turn_clock(self, button: str) -> None:
        """Press one of the clock's buttons: "+1 hour", "To the next post"."""
        await self.parts.panel_button(button).click()

    async def go_to(self, date: str, time: str) -> None:
        """Set the clock to an ISO date and a time of the day."""
        await self.parts.panel_button("Go to…").click()
        await self.parts.panel().get_by_label("Date", exact=True).fill(date)
        await self.parts.panel().get_by_label("Time", exact=True).fill(time)
        await self.parts.panel_button("Go there").click()

    async def sees_listed(self, name: str, *lines: Sequence[str]) -> None:
        """See one of the controls' lists: these lines, each with these words, and no others."""
        items = self.parts.panel_list(name)
        await expect(items).to_have_count(len(lines))
        for item, words in zip(await items.all(), lines, strict=True):
            for each in words:
                await expect(item).to_contain_text(each)

    async def sees_first(self, name: str, *words: str) -> None:
        """See what one of the controls' lists begins with."""
        for place, each in enumerate(words):
            await expect(self.parts.panel_list(name).nth(place)).to_contain_text(each)

    async def panel_shows_all(self, name: str) -> None:
        """Have one of the controls' lists shown to its end."""
        region = self.parts.panel().get_by_role("region", name=name, exact=True)
        await region.get_by_role("button", name=beginning("Show all")).click()

    async def is_paused(self) -> None:
        """See that the sandbox's time stands still."""
        await expect(self.parts.clock()).to_contain_text("paused")

    async def runs_on(self) -> None:
        """See that it goes on."""
        await expect(self.parts.clock()).not_to_contain_text("paused")
        shown = await self.parts.time().text_content() or ""
        await expect(self.parts.time()).not_to_have_text(shown)

    async def reads_time(self, pattern: str) -> None:
        """See the sandbox's time, as the page writes it."""
        await expect(self.parts.time()).to_have_text(re.compile(pattern))

    # pictures

    async def picture(self, path: Path, of: Locator | None = None) -> None:
        """Take a picture of the whole page, or of a part of it with some ground around, in few colours."""
        path.write_bytes(await in_palette(self.raw.context, await self.seen(of)))

    async def seen(self, of: Locator | None = None) -> bytes:
        """Tell what is seen of the whole page, or of a part of it with some ground around: a PNG."""
        await self.raw.evaluate("document.fonts.ready")
        await self.raw.mouse.move(0, 0)  # nothing is pointed at
        clip = None if of is None else await _around(of)
        return await self.raw.screenshot(animations="disabled", caret="hide", scale="device", clip=clip)


async def _around(part: Locator) -> FloatRect:
    await part.scroll_into_view_if_needed()
    box = await part.bounding_box()
    assert box is not None
    return {
        "x": box["x"],
        "y": box["y"] - MARGIN,
        "width": box["width"],
        "height": box["height"] + 2 * MARGIN,
    }
