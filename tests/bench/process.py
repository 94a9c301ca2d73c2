"""The whole vote path of the real process, beside a bare discord.py bot on the same small Discord in the same run.

Latency is from the gateway's event sent to the acknowledged reply received. Every vote is durable before its reply.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.loopback.interactions import PATIENCE, Interaction
from tests.loopback.member import Actor
from tests.loopback.payloads import Person, Posted
from tests.loopback.polls import Community, make_question
from tests.loopback.process import BARE, BotProcess
from tests.loopback.server import Loopback, run_loopback

AT_ONCE, ALONE = 1_000, 200  # members of one round
ROUNDS, STARTS = 3, 3
PREPARED_TOGETHER = 50
IDLE = 30.0  # seconds
BOT, BARE_BOT, DURABLE = "this bot", "bare bot", "bare bot + one durable write"


@dataclass(slots=True)
class Rig:
    """One bot on its own loopback, and what was measured of it."""

    name: str
    loopback: Loopback
    process: BotProcess
    starts: list[float] = field(default_factory=list[float])
    cpu_to_ready: list[float] = field(default_factory=list[float])
    resident: int = 0
    idle: float = 0.0
    alone: list[float] = field(default_factory=list[float])
    crowd: list[float] = field(default_factory=list[float])
    walls: list[float] = field(default_factory=list[float])

    @property
    def rate(self) -> float:
        return median(AT_ONCE / wall for wall in self.walls)

    async def start(self) -> None:
        if self.process.starts:
            await self.process.terminate()
        self.starts.append(await self.process.start())
        self.cpu_to_ready.append(self.process.cpu_seconds())

    def press(self, person: Person, summary: Posted) -> asyncio.Task[Interaction]:
        return asyncio.create_task(Actor(self.loopback, person).click(summary, "polls:confirm"))


async def run(idle: float = IDLE) -> None:
    # Beside the checkout, not in a memory file system: a sync must reach a disk.
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        async with _rigs(Path(folder)) as rigs:
            for rig in rigs * STARTS:
                await rig.start()
            for number in range(ROUNDS):
                await _vote(rigs, number)
            for rig in rigs:
                await rig.start()
            await _rest(rigs, idle)
    _print_page(rigs, idle)


@asynccontextmanager
async def _rigs(folder: Path) -> AsyncGenerator[list[Rig]]:
    async with AsyncExitStack() as stack:
        rigs: list[Rig] = []
        for name in (BOT, BARE_BOT, DURABLE):
            data = folder / name.replace(" ", "-")
            data.mkdir()
            loopback = await stack.enter_async_context(run_loopback(AT_ONCE + ALONE))
            if name == BOT:
                process = BotProcess(loopback, data / "data")
            else:
                record = [str(data / "record")] if name == DURABLE else []
                process = BotProcess(loopback, data / "data", module=BARE, arguments=record)
            stack.push_async_callback(process.stop)
            rigs.append(Rig(name, loopback, process))
        yield rigs


async def _vote(rigs: Sequence[Rig], number: int) -> None:
    """One poll: first alone, the three bots in turn; then everybody at once, one bot after the other."""
    bot = rigs[0]
    summaries = await _prepare(bot.loopback, number)
    ballots = {
        rig.name: summaries if rig is bot else [_copy(rig.loopback, summary) for summary in summaries] for rig in rigs
    }
    people = bot.loopback.town.members
    for place in range(AT_ONCE, AT_ONCE + ALONE):
        for rig in rigs:
            rig.alone.append(_seconds(await rig.press(people[place], ballots[rig.name][place])))
    for rig in rigs:
        began = perf_counter()
        presses = [
            rig.press(person, summary) for person, summary in zip(people[:AT_ONCE], ballots[rig.name], strict=False)
        ]
        rig.crowd += [_seconds(press) for press in await asyncio.gather(*presses)]
        rig.walls.append(perf_counter() - began)


async def _prepare(loopback: Loopback, number: int) -> list[Posted]:
    """A poll, and every member's choice up to its confirmation."""
    community = Community(loopback)
    card = await community.open_poll(community.channel(number), make_question(number))
    people = loopback.town.members
    summaries: list[Posted] = []
    for start in range(0, len(people), PREPARED_TOGETHER):
        group = people[start : start + PREPARED_TOGETHER]
        summaries += await asyncio.gather(
            *(community.summary(person, card, place % 3) for place, person in enumerate(group))
        )
    return summaries


def _copy(loopback: Loopback, summary: Posted) -> Posted:
    return loopback.messages.adopt(loopback.town.channel_ids[0], summary.payload)


def _seconds(press: Interaction) -> float:
    """A press that nobody answered counts as all the time it had."""
    return PATIENCE if press.seconds is None else press.seconds


async def _rest(rigs: Sequence[Rig], idle: float) -> None:
    await asyncio.sleep(2)
    before = [rig.process.cpu_seconds() for rig in rigs]
    for rig in rigs:
        rig.resident = rig.process.resident_bytes()
    await asyncio.sleep(idle)
    for rig, already in zip(rigs, before, strict=True):
        rig.idle = rig.process.cpu_seconds() - already


def _print_page(rigs: Sequence[Rig], idle: float) -> None:
    bot, bare, durable = rigs
    print("The whole process on a small Discord of its own, beside a bare discord.py bot\n")
    print(f"{'':42}{'this bot':>10}{'bare':>10}{'bare+write':>12}{'ratio':>8}  to reach")
    _row("a vote alone, median, ms", [_ms(median(rig.alone)) for rig in rigs], reference=2, target="≤ 1.5")
    _row("a vote alone, 99th of 100, ms", [_ms(_p99(rig.alone)) for rig in rigs], reference=2)
    _row(f"{AT_ONCE:,} at once, median, ms", [_ms(median(rig.crowd)) for rig in rigs], reference=1)
    _row(f"{AT_ONCE:,} at once, 99th of 100, ms", [_ms(_p99(rig.crowd)) for rig in rigs], reference=1)
    _row(f"{AT_ONCE:,} at once, slowest, ms", [_ms(max(rig.crowd)) for rig in rigs], reference=1, target="all < 3,000")
    _row(f"{AT_ONCE:,} at once, per second", [rig.rate for rig in rigs], reference=1, target="≥ 0.7")
    _row("start to ready, ms", [_ms(median(rig.starts)) for rig in rigs], reference=1, target="≤ 1.5")
    _row("processor until ready, ms", [_ms(median(rig.cpu_to_ready)) for rig in rigs], reference=1)
    _row("resident after start, MiB", [rig.resident / 2**20 for rig in rigs], reference=1, target="≤ 1.5")
    _row(f"processor in {idle:,.0f} s idle, ms", [_ms(rig.idle) for rig in rigs], reference=1, target="the same")
    late = sum(seconds >= PATIENCE for seconds in bot.crowd)
    print(
        f"\n{len(bot.alone)} votes alone, {len(bot.crowd):,} in {ROUNDS} crowds, {AT_ONCE + ALONE + 1:,} electors; "
        f"{late} not acknowledged within 3 s.\n"
        "Start to ready holds two seconds that discord.py waits for servers, in every bot. The kernel counts\n"
        f"processor time in steps of 10 ms. Median of {len(bot.starts)} starts; one durable write costs the bare bot "
        f"{_ms(median(durable.alone) - median(bare.alone)):.2f} ms."
    )


def _row(what: str, figures: Sequence[float], *, reference: int, target: str = "") -> None:
    own, bare, durable = figures
    ratio = f"{own / figures[reference]:.2f}" if figures[reference] else "–"
    print(f"{what:<42}{own:>10,.1f}{bare:>10,.1f}{durable:>12,.1f}{ratio:>8}  {target}")


def _ms(seconds: float) -> float:
    return 1000 * seconds


def _p99(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=100)[98]
