"""The demo as a process of its own, and a browser to visit it with."""

from __future__ import annotations

import re
import select
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

from tests.journeys.visitor import Album, Visitor

ROOT = Path(__file__).parents[2]
SCREENSHOTS = ROOT / "build" / "journeys"
_READY = re.compile(r"Démo prête\s: (http://127\.0\.0\.1:\d+/)")
_TROUBLE = re.compile(r"Traceback|ERROR|CRITICAL")
_PATIENCE_SECONDS = 20


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> str:
    """Where it is installed. Without it, or without `--journeys`, the journeys are skipped."""
    if not pytestconfig.getoption("--journeys"):
        pytest.skip("journeys start the demo and a browser: run them with `make journeys`")
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("journeys need Chromium: install it, then run `make journeys`")
    return found


@pytest.fixture(scope="session")
def album(chromium: str) -> Album:
    """Empty at the beginning of each run."""
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    for screenshot in SCREENSHOTS.glob("*.png"):
        screenshot.unlink()
    return Album(SCREENSHOTS)


@pytest.fixture
def demo(chromium: str, tmp_path: Path) -> Iterator[str]:
    """Its address. Ctrl+C must end it without a word of complaint."""
    complaints = tmp_path / "stderr.txt"
    with complaints.open("w", encoding="utf-8") as stderr, _start_demo(stderr.fileno()) as process:
        try:
            if address := _find_address(process):
                yield address
        finally:
            code = _end(process)
    said = complaints.read_text(encoding="utf-8")
    assert code == 0, said
    assert not _TROUBLE.search(said), said


def _start_demo(stderr: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "bot", "demo", "--no-browser", "--port", "0"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=stderr,
        encoding="utf-8",
    )


def _find_address(process: subprocess.Popen[str]) -> str | None:
    """None if the demo does not say in time that it is ready."""
    assert process.stdout is not None
    speaks, _, _ = select.select([process.stdout], [], [], _PATIENCE_SECONDS)
    found = _READY.match(process.stdout.readline()) if speaks else None
    return found[1] if found else None


def _end(process: subprocess.Popen[str]) -> int:
    process.send_signal(signal.SIGINT)
    try:
        return process.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


@pytest.fixture
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def screen() -> ViewportSize:
    """A desk's; a journey on a phone has its own."""
    return ViewportSize(width=1280, height=800)


@pytest.fixture
def page(browser: Browser, screen: ViewportSize) -> Iterator[Page]:
    """In French; an error in its console fails the journey."""
    context = browser.new_context(locale="fr-FR", timezone_id="Europe/Paris", viewport=screen)
    context.set_default_timeout(_PATIENCE_SECONDS * 1000)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.extend(_complaint(message)))
    yield page
    context.close()
    assert not errors


def _complaint(message: ConsoleMessage) -> list[str]:
    """None for a picture asked by somebody one has just stopped being: simcord withdraws it and asks again."""
    url = message.location["url"]
    return [f"{message.text} {url}"] if message.type == "error" and "/api/assets/" not in url else []


@pytest.fixture
def visitor(demo: str, page: Page, album: Album) -> Visitor:
    return Visitor(page, demo, album)
