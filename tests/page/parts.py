"""What the page calls its parts, by role and accessible name. A page that is changed is named anew here alone."""

import re

from playwright.async_api import Locator, Page

UNREAD = re.compile("unread", re.IGNORECASE)
"""What the name of a channel with news has in it."""


def named(name: str) -> re.Pattern[str]:
    """A name that has these words in it, as words."""
    return re.compile(rf"(?<![\w-]){_literal(name)}(?![\w-])")


def beginning(name: str) -> re.Pattern[str]:
    """A name that begins so."""
    return re.compile(f"^{_literal(name)}")


def _literal(text: str) -> str:
    # The browser reads the pattern between slashes.
    return re.escape(text).replace("/", r"\/")


class Parts:
    """The parts of one open page."""

    def __init__(self, raw: Page) -> None:
        self._raw = raw

    # where and who

    def channels(self) -> Locator:
        """The list of channels."""
        return self._raw.get_by_role("navigation", name="Channels")

    def channel(self, name: str) -> Locator:
        """A channel in the list."""
        return self.channels().get_by_role("link", name=named(name))

    def show_channels(self) -> Locator:
        """What brings the list of channels where there is no room for it."""
        return self._raw.get_by_role("button", name="Show channels")

    def main(self) -> Locator:
        """What is neither a list nor the sandbox's controls."""
        return self._raw.get_by_role("main")

    def place(self) -> Locator:
        """The heading that says where one is."""
        return self._raw.get_by_role("main").get_by_role("heading", level=1)

    def who(self) -> Locator:
        """What says who one is, and opens the list of people."""
        return self._raw.get_by_role("button", name=beginning("You are"))

    def person(self, name: str) -> Locator:
        """One of the people whom one may become."""
        return self._raw.get_by_role("menu", name="Who am I").get_by_role("menuitemradio", name=beginning(name))

    def looks(self) -> Locator:
        """What opens the list of how the page may look."""
        return self._raw.get_by_role("button", name="Appearance")

    def look(self, name: str) -> Locator:
        """One of these looks."""
        return self._raw.get_by_role("menu", name="Appearance").get_by_role("menuitemradio", name=name)

    # where one types

    def box(self) -> Locator:
        """The composer as a whole."""
        return self._raw.get_by_role("form", name="Composer")

    def composer(self) -> Locator:
        """Where one types a message, or the beginning of a command."""
        return self.box().get_by_role("textbox", name=beginning("Message"))

    def command(self, name: str) -> Locator:
        """The command that was chosen."""
        return self.box().get_by_role("group", name=name, exact=True)

    def option(self, name: str) -> Locator:
        """An option's field of the command that was chosen."""
        field = self.box().get_by_role("combobox", name=name, exact=True)
        return field.or_(self.box().get_by_role("textbox", name=name, exact=True))

    def rest(self) -> Locator:
        """The place behind the command's last field."""
        behind = re.compile(r"^(Optional options of \/|\/.*: Enter sends it$)")
        return self.box().get_by_role("combobox", name=behind).or_(self.box().get_by_role("textbox", name=behind))

    def suggestion(self, name: str) -> Locator:
        """One of the suggestions for what is typed, by what it begins with; those of before can't be taken any more."""
        return self._suggestions().get_by_role("option", name=beginning(name)).first

    def no_suggestions(self) -> Locator:
        """What stands in place of the suggestions where there are none, or none yet."""
        return self.box().get_by_role("paragraph").first

    def _suggestions(self) -> Locator:
        return self.box().get_by_role("listbox").and_(self._raw.locator("[aria-busy=false]"))

    def current_suggestion(self) -> Locator:
        """The suggestion that Enter takes."""
        return self._suggestions().get_by_role("option", selected=True)

    # messages

    def log(self) -> Locator:
        """The channel's messages as a whole."""
        return self._raw.get_by_role("log", name=beginning("Messages"))

    def messages(self) -> Locator:
        """Each of the messages."""
        return self.log().get_by_role("article")

    def row(self, text: str) -> Locator:
        """The row in which the latest message with a text stands, drawn over the whole width."""
        return self._raw.locator("li[data-id]").filter(has_text=text).last

    def new_line(self) -> Locator:
        """The line above the first message that is new."""
        return self._raw.get_by_role("separator", name="New messages")

    def rows(self) -> Locator:
        """What stands among the messages: themselves, days, and the line above what is new."""
        return self.log().locator("ol > li")

    def player(self) -> Locator:
        """A video's player, before it is pressed: what stands there is the video's poster."""
        return self.log().locator("video-player").last

    def pins(self) -> Locator:
        """The channel's pinned messages, once they are opened."""
        return self._raw.get_by_role("dialog", name="Pinned messages")

    def editor(self) -> Locator:
        """Where a message of one's own is written again."""
        return self.log().get_by_role("textbox", name="Edit message")

    def button(self, name: str, within: Locator, *, exact: bool = False) -> Locator:
        """The latest button of a name."""
        return within.get_by_role("button", name=name, exact=exact).last

    def said(self, text: str) -> Locator:
        """What the page says in a status line or an alert, or what the composer or a form says of a field."""
        spoken = self._raw.get_by_role("status").or_(self._raw.get_by_role("alert"))
        return spoken.or_(self._raw.locator(".option-error, .field-error")).filter(has_text=text).last

    # forms

    def dialog(self) -> Locator:
        """The form that is open."""
        return self._raw.get_by_role("dialog")

    def field(self, label: str) -> Locator:
        """A text field of the form."""
        return self.dialog().get_by_role("textbox", name=label, exact=True)

    # the sandbox's controls

    def panel(self) -> Locator:
        """What the sandbox is run with."""
        return self._raw.get_by_role("complementary", name="Sandbox controls")

    def panel_button(self, name: str) -> Locator:
        """One of its buttons."""
        return self.panel().get_by_role("button", name=name, exact=True)

    def panel_list(self, name: str) -> Locator:
        """The items of one of its lists: "Due next", "Delivered"."""
        return self.panel().get_by_role("list", name=name, exact=True).get_by_role("listitem")

    def clock(self) -> Locator:
        """The small clock, which everyone sees."""
        return self._raw.get_by_role("button", name=beginning("Sandbox time"))

    def time(self) -> Locator:
        """The sandbox's time."""
        return self.clock().locator("time")
