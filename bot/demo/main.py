"""`python -m bot demo`: the real bot and its real storage, on the simulated Discord, in a temporary folder."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory

from bot.client import CommunityBot
from bot.clock import Clock
from bot.config import Config
from bot.errors import StartError
from bot.logs import set_up_logging
from bot.schedule.scheduler import HandTurnedScheduler
from bot.web.policy import Policy

try:
    from bot.demo.community import BEFORE, populate
    from bot.demo.hub import serve
    from bot.demo.press import running_press
    from bot.demo.simulator import Simulator
    from bot.demo.stage import Stage
except ImportError as error:
    raise StartError("The demo needs its own packages: use `make demo`, which installs them.") from error


def run_demo(*, port: int, open_browser: bool) -> int:
    set_up_logging("WARNING")
    for name in ("discord", "bot.client"):  # the demo makes its server after the bot has started
        logging.getLogger(name).setLevel(logging.ERROR)
    with TemporaryDirectory(prefix="tmnlab-demo-") as folder:
        asyncio.run(_run(Path(folder) / "data", port=port, open_browser=open_browser))
    return 0


async def _run(data_dir: Path, *, port: int, open_browser: bool) -> None:
    """The demo's pages are served beside the bot, and are all the web it knows."""
    async with running_press() as press:
        await serve(
            bot_maker(data_dir, press.policy),
            stage_the_community,
            start=Clock().now() - BEFORE,
            port=port,
            open_browser=open_browser,
        )


def bot_maker(data_dir: Path, web_policy: Policy) -> Callable[[Clock], CommunityBot]:
    config = Config(discord_token="", secret_key=token_bytes(32), data_dir=data_dir, daily_backup=False)

    def make_bot(clock: Clock) -> CommunityBot:
        return CommunityBot(
            config,
            clock=clock,
            scheduler=HandTurnedScheduler(clock),
            web_policy=web_policy,
            lots=lambda _: False,
        )

    return make_bot


async def stage_the_community(simulator: Simulator[CommunityBot]) -> Stage:
    """The bot's alarms ring as the demo's clock turns."""

    def scheduler() -> HandTurnedScheduler:
        assert isinstance(simulator.bot.scheduler, HandTurnedScheduler)
        return simulator.bot.scheduler

    async def turn(_now: datetime) -> None:
        await scheduler().turn()

    simulator.on_advance.append(turn)
    simulator.next_due = lambda: scheduler().next_due()
    return await populate(simulator)
