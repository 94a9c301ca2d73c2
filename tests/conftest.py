"""Fixtures with the domain's names."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.client import load_catalogue
from bot.screen.i18n import Catalogue
from tests.world import World, make_world


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--journeys", action="store_true", help="drive the demo in a headless browser")
    parser.addoption("--soak", action="store_true", help="the long form of the crash, fault and load tests")


@pytest.hookimpl(optionalhook=True)  # journeys run without xdist
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are processors: the loopback's tests mostly wait."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def no_error_is_logged(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An ERROR record fails the test, unless it is marked `errors_expected`."""
    yield
    if request.node.get_closest_marker("errors_expected") is None:
        records = [*caplog.get_records("setup"), *caplog.get_records("call")]
        assert not [record.getMessage() for record in records if record.levelname in {"ERROR", "CRITICAL"}]


@pytest.fixture(autouse=True)
def long_form_only_when_asked(request: pytest.FixtureRequest) -> None:
    if request.node.get_closest_marker("soak") and not request.config.getoption("--soak"):
        pytest.skip("the long form: --soak")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
async def world(data_dir: Path) -> AsyncIterator[World]:
    world = make_world(data_dir)
    async with world.simulator:
        yield world
