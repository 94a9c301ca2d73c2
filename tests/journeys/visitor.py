"""What a visitor of the demo does in the browser, as one line each; every act ends when the page shows its outcome."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from playwright.sync_api import Frame, Locator, Page, expect

_PICTURE_DRAWN = """text => [...document.querySelectorAll(".channel-message")].some(
    message => message.textContent.includes(text)
        && [...message.querySelectorAll("img.gallery-image")].some(image => image.complete && image.naturalWidth > 0)
)"""
_SETTLED = "() => window.simcordPreview?.ready === true && window.simcordPreview.awaitingRevision === null"
_NO_SIDEWAYS_SCROLL = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"


@dataclass(frozen=True, slots=True)
class Album:
    """Numbered screenshots, in the order of the whole run."""

    folder: Path
    numbers: count[int] = field(default_factory=lambda: count(1))

    def keep(self, page: Page, what: str) -> None:
        page.screenshot(path=self.folder / f"{next(self.numbers):02}-{what}.png", animations="disabled")


class Visitor:
    """`channel` is the simulated Discord in the page's frame; `page` is what stands around it."""

    def __init__(self, page: Page, address: str, album: Album) -> None:
        self.page = page
        self.channel = page.frame_locator("[data-frame]")
        self._address = address
        self._album = album

    # The page around

    def arrive(self, language: str = "fr") -> None:
        self.page.goto(f"{self._address}{language}")
        self.page.locator("body[data-ready]").wait_for()

    def enter(self, room: str) -> None:
        """On a phone, the rooms are on the home view only."""
        if not self.page.locator(f"a[data-channel='{room}']").is_visible():
            self.page.locator("[data-home]").click()
        self.page.locator(f"a[data-channel='{room}']").click()
        expect(self.channel.locator("#channel-name")).to_have_text(room)
        self.settle()

    def let_a_week_pass(self) -> None:
        button = self.page.locator("[data-advance=week]")
        before = self.page.locator("[data-now]").inner_text()
        button.click()
        expect(self.page.locator("[data-now]")).not_to_have_text(before)
        expect(button).to_be_enabled()
        expect(self.page.locator("[data-notice]")).to_be_hidden()

    def photograph(self, what: str) -> None:
        """Not while the channel says that it is busy."""
        if self.page.locator("body").get_attribute("data-view") == "channel":
            expect(self.channel.locator("#action-status")).not_to_contain_text("…")
        self._album.keep(self.page, what)

    def keep(self, page: Page, what: str) -> None:
        """A picture of another page that was opened on the way."""
        self._album.keep(page, what)

    def fits_the_screen(self) -> bool:
        """True when nothing scrolls sideways, around the frame and in it."""
        frames = [frame for frame in self.page.frames if frame.url.startswith("http")]
        return all(frame.evaluate(_NO_SIDEWAYS_SCROLL) for frame in frames)

    # Inside the channel

    def become(self, name: str) -> None:
        picker = self.channel.locator("#viewer-picker")
        picker.select_option(label=name)
        self.settle()
        expect(picker.locator("option:checked")).to_have_text(name)

    def messages(self, text: str) -> Locator:
        return self.channel.locator(".channel-message", has_text=text)

    @property
    def answer(self) -> Locator:
        """The newest message that only the current person sees."""
        return self.channel.locator(".channel-message:has(.message-ephemeral-note)").last

    def sees(self, message_id: str) -> bool:
        return self.channel.locator(f"[data-message-id='{message_id}']").count() > 0

    def press(self, label: str, within: Locator) -> None:
        within.get_by_role("button", name=label, exact=True).click()
        self.settle()

    def choose(self, *labels: str, within: Locator, place: int = 0) -> None:
        """In the select menu at this place of the message; of several choices, the last step is to apply them."""
        menu = within.locator(".preview-select").nth(place)
        menu.get_by_role("combobox").first.click()
        for label in labels:
            menu.get_by_role("option").filter(has_text=re.compile(rf"(^|\d\. ){re.escape(label)}")).first.click()
        apply = menu.locator(".select-apply")
        if apply.is_visible():
            apply.click()
        self.settle()

    def wait_for_picture(self, text: str) -> None:
        """Until a picture in a message that has this text is drawn: a change of person asks for it anew."""
        self._frame.wait_for_function(_PICTURE_DRAWN, arg=text)

    def raise_to_the_top(self, message: Locator) -> None:
        message.evaluate("message => message.scrollIntoView({ block: 'start' })")

    def settle(self) -> None:
        """Until the bot has answered and the answer is on the screen."""
        self._frame.wait_for_function(_SETTLED)

    # Commands

    def start_command(self, name: str) -> None:
        """Type it and take it from the list that opens over the composer."""
        composer = self.channel.locator("#channel-composer-input")
        composer.fill(f"/{name}")
        self.channel.locator(".command-entry").filter(has_text=f"/{name}").first.click()
        self.channel.locator(".command-chip").wait_for()

    def fill_option(self, called: str, typed: str, *, suggestion: str | None = None) -> None:
        """Open the option if it is not there yet; take the suggestion that has this text, if one is given."""
        option = self.channel.locator(".command-pill", has_text=called).locator("input")
        if not option.is_visible():
            self.channel.locator(".command-ghost").click()
            self.channel.locator(".command-suggestion").filter(has_text=called).click()
        option.press_sequentially(typed)
        if suggestion is not None:
            self.channel.locator(".command-suggestion").filter(has_text=suggestion).first.click()

    def send_command(self) -> None:
        self.channel.locator("#send-message").click()
        self.settle()

    def run(self, name: str) -> None:
        self.start_command(name)
        self.send_command()

    @property
    def _frame(self) -> Frame:
        frame = self.page.frame(name="channel")
        assert frame is not None
        return frame
