"""The panel of whoever runs the sandbox, as a person has it open beside the chat."""

import re

from playwright.async_api import Locator, Page, expect

from tests.page.parts import beginning


class PanelPage:
    """`await panel.play("503: Discord is down")`, `await panel.has_delivered("Posted")`."""

    def __init__(self, raw: Page) -> None:
        self.raw = raw
        self.root = raw.get_by_role("complementary", name="Sandbox controls")

    def button(self, name: str) -> Locator:
        """A button of the panel."""
        return self.root.get_by_role("button", name=name, exact=True)

    def switch(self, name: str) -> Locator:
        """A switch of the panel."""
        return self.root.get_by_role("switch", name=name, exact=True)

    async def show(self, tab: str) -> None:
        """Turn to one of the tabs."""
        await self.root.get_by_role("tab", name=tab).click()
        await expect(self.root.get_by_role("tabpanel", name=tab)).to_be_visible()

    async def choose(self, label: str, option: str) -> None:
        """Choose in one of the panel's lists."""
        await self.root.get_by_role("combobox", name=label, exact=True).select_option(option)

    async def play(self, name: str) -> None:
        """Let one trouble begin: "503: Discord is down"."""
        await self.show("Trouble")
        await self.button(name).click()

    async def turn(self, name: str, *, on: bool) -> None:
        """Turn a switch, and see that it is turned."""
        await self.show("Trouble")
        await self.switch(name).click()
        await expect(self.switch(name)).to_have_attribute("aria-checked", str(on).lower())

    async def end_all(self) -> None:
        """End all trouble."""
        await self.show("Trouble")
        await self.button("End all trouble").click()
        await expect(self.root.get_by_text("All is well: no trouble is on.")).to_be_visible()

    async def to_next_post(self) -> None:
        """Set the clock to where something is due."""
        await expect(self.button("To the next post")).to_have_attribute("aria-disabled", "false")
        await self.button("To the next post").click()

    async def has_asked(self, pattern: str) -> None:
        """See in the log that the bot asked for something, and what it was answered."""
        await self.show("Requests")
        await expect(
            self.root.get_by_role("listitem").filter(has_text=re.compile(pattern, re.DOTALL)).first
        ).to_be_visible()

    async def has_delivered(self, state: str, what: str, why: str = "") -> None:
        """See what became of a post, the latest of that name, and why."""
        await self.show("Posts")
        item = self.root.get_by_role("list", name="Delivered").get_by_role("listitem").filter(has_text=what).first
        await expect(item).to_have_text(re.compile(rf"^\s*{state}.*{why}", re.DOTALL))

    async def is_told(self, words: str) -> None:
        """Hear something that the panel says."""
        await expect(self.root.get_by_role("status").filter(has_text=beginning(words))).to_have_count(1)
