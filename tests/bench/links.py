"""Links at the service: looking a duplicate up, from the address to the preview, and what fifty at once cost a vote."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from bot.client import CommunityBot
from bot.clock import Clock
from bot.schedule.scheduler import HandTurnedScheduler
from bot.web.identity import fingerprint
from bot.web.policy import Policy
from cogs.links.service import Door, SharingService
from cogs.links.storage import LinkStorage
from cogs.polls.models import Kind, Poll
from cogs.polls.service import DraftService, PollService, Preparation, Texts
from tests.web.hostile import Behaviour, Request, answer, is_loopback, run_site
from tests.web.shapes import load_shapes
from tests.world import make_config

LINKS = 100_000
LOOK_UPS = 2_000
SHARES = 50
SITE_TAKES = 0.2  # seconds before the site answers
FIRST_ID = 10**17


async def run() -> None:
    page = load_shapes("held_out")[0].content
    with TemporaryDirectory(prefix="bench-", dir=Path.cwd()) as folder:
        async with run_site(_slow(answer(page))) as site:
            policy = Policy(allows=is_loopback, resolve=_resolve, served_at=site.port, at_once=16)
            async with _bot(Path(folder), policy) as bot:
                await _look_ups(bot)
                await _previews(bot)
                await _beside_votes(bot)
    print("\nTo reach: a look-up under 1 ms; a preview under 100 ms above the site; a vote not 50 ms later.")


async def _look_ups(bot: CommunityBot) -> None:
    await _fill(bot)
    storage = LinkStorage(bot.database)
    print(f"Duplicates among {LINKS:,} links, in milliseconds\n\n{'':44}{'median':>9}{'p99':>9}")
    known = [f"site{number}.example/page-{number}" for number in range(0, LINKS, LINKS // LOOK_UPS)]
    _row("look-up, known", [await _timed(storage.find_known((text,))) for text in known])
    unknown = [f"ailleurs.example/{number}" for number in range(LOOK_UPS)]
    _row("look-up, unknown", [await _timed(storage.find_known((text,))) for text in unknown])
    typed = [f"https://www.site{number}.example/page-{number}/?utm_source=x" for number in range(0, LINKS, 50)]

    async def find(url: str) -> None:
        assert await storage.find_known((fingerprint(url),)) is not None

    _row("from what is typed to the answer", [await _timed(find(url)) for url in typed])


async def _previews(bot: CommunityBot) -> None:
    sharing, door = bot.registry.service(SharingService), Door(FIRST_ID)
    spent: list[float] = []
    for number in range(40):
        began = perf_counter()
        draft = await sharing.begin(door, f"http://journal.example/article-{number}")
        draft = await sharing.read(draft.draft_id, FIRST_ID)
        assert draft.is_read
        spent.append(perf_counter() - began - SITE_TAKES)
    _row(f"a preview, above the site's {1000 * SITE_TAKES:.0f} ms", spent)


async def _beside_votes(bot: CommunityBot) -> None:
    """Each vote is durable before it returns, as its acknowledgement asks."""
    polls = bot.registry.service(PollService)
    alone = await _votes(polls, await _open(bot, 1))
    shares = asyncio.gather(*(_share(bot, number) for number in range(SHARES)))
    began = perf_counter()
    beside = await _votes(polls, await _open(bot, 2), until=shares)
    await shares
    _row("a vote, alone", alone)
    _row(f"a vote, beside {SHARES} shares", beside)
    print(f"{SHARES} shares at once: previewed and published in {perf_counter() - began:.1f} s; votes meanwhile: "
          f"{len(beside)}, the latest answered after {1000 * max(beside):.1f} ms")  # fmt: skip


async def _share(bot: CommunityBot, number: int) -> None:
    sharing, user_id = bot.registry.service(SharingService), FIRST_ID + number
    draft = await sharing.begin(Door(user_id), f"http://revue.example/numero-{number}", note="À lire.")
    await sharing.read(draft.draft_id, user_id)
    await sharing.publish(draft.draft_id, user_id)


async def _votes(polls: PollService, poll: Poll, until: asyncio.Future[Any] | None = None) -> list[float]:
    spent: list[float] = []
    while len(spent) < (100 if until is None else 1_500) and not (until is not None and until.done()):
        began = perf_counter()
        await asyncio.sleep(0.001)  # as an interaction arrives in a turn of the event loop of its own
        await polls.cast_ballot(poll.poll_id, FIRST_ID + len(spent), (len(spent) % 2,))
        spent.append(perf_counter() - began - 0.001)
    return spent


async def _open(bot: CommunityBot, author: int) -> Poll:
    drafts = bot.registry.service(DraftService)
    preparation = Preparation(
        author_id=author, kind=Kind.SINGLE, maximum=None, closing="dans 3 jours", channel_id=1, role_id=None
    )
    draft = await drafts.start_draft(preparation)
    await drafts.fill_draft(draft.draft_id, author, Texts(f"Question {author} ?", "", "Oui\nNon"))
    return await bot.registry.service(PollService).open_poll(draft.draft_id, author, range(FIRST_ID, FIRST_ID + 2_000))


async def _fill(bot: CommunityBot) -> None:
    """Rows as a share leaves them, a hundred thousand times."""
    rows = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)"
    async with bot.database.transaction() as transaction:
        await transaction.execute(
            f"{rows} INSERT INTO links (link_id, state, given, final, canonical, host, title, description, site, "  # noqa: S608
            "author, kind, is_read, added_at) SELECT n, 'public', 'https://site' || n || '.example/page-' || n, '', "
            "'https://site' || n || '.example/page-' || n, 'site' || n || '.example', 'Page ' || n, '', '', '', "
            "'html', 1, '2026-01-01T00:00:00+00:00' FROM numbers",
            (LINKS,),
        )
        await transaction.execute(
            f"{rows} INSERT INTO link_fingerprints "  # noqa: S608
            "SELECT 'site' || (n - 1) || '.example/page-' || (n - 1), n FROM numbers",
            (LINKS,),
        )


@asynccontextmanager
async def _bot(folder: Path, policy: Policy) -> AsyncGenerator[CommunityBot]:
    clock = Clock()
    bot = CommunityBot(
        make_config(folder / "data"), clock=clock, scheduler=HandTurnedScheduler(clock), web_policy=policy
    )
    try:
        await bot.prepare()
        await bot.setup_hook()
        yield bot
    finally:
        await bot.close()


def _slow(behaviour: Behaviour) -> Behaviour:
    async def behave(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(SITE_TAKES)
        await behaviour(request, writer)

    return behave


async def _resolve(_host: str, _port: int) -> list[str]:
    return ["127.0.0.1"]


async def _timed(work: Awaitable[object]) -> float:
    began = perf_counter()
    await work
    return perf_counter() - began


def _row(what: str, seconds: Sequence[float]) -> None:
    p99 = quantiles(seconds, n=100)[98]
    print(f"{what:<44}{1000 * median(seconds):>9.2f}{1000 * p99:>9.2f}")


if __name__ == "__main__":
    asyncio.run(run())
