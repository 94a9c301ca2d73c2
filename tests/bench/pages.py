"""Titles and descriptions found on the page shapes of `tests/web/pages`, beside two libraries, in one run.

An answer is right when it is the one written beside the page, spaces apart. The held-out shapes were written before
the parser and are left alone.
"""

from __future__ import annotations

import asyncio
import importlib
import logging
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Any

from bot.web.charset import to_text
from bot.web.fetch import Fetcher
from bot.web.identity import fingerprint
from bot.web.page import PageReader, read_page
from bot.web.policy import Policy
from tests.web.hostile import answer, is_loopback, run_site
from tests.web.shapes import SETS, Shape, load_shapes, page_of

ROUNDS = 5
Reader = Callable[[Shape], tuple[str, str]]


def ours(shape: Shape) -> tuple[str, str]:
    metadata = read_page(shape.page)
    return metadata.title, metadata.description


def trafilatura() -> Reader:
    library: Any = importlib.import_module("trafilatura")

    def read(shape: Shape) -> tuple[str, str]:
        found = library.extract_metadata(shape.content)
        return (found.title or "", found.description or "") if found else ("", "")

    return read


def metadata_parser() -> Reader:
    library: Any = importlib.import_module("metadata_parser")

    def read(shape: Shape) -> tuple[str, str]:
        parser = library.MetadataParser(html=to_text(shape.content, None), url=shape.page.final)
        parsed = parser.parsed_result
        title, description = (first(parsed.get_metadatas(name) or {}) for name in ("title", "description"))
        return title, description

    return read


def first(by_source: dict[str, list[str | dict[str, str]]]) -> str:
    """OpenGraph, then Dublin Core, then the other tags, then the page, as the library itself orders them."""
    values = [by_source[source][0] for source in ("og", "dc", "meta", "page") if by_source.get(source)]
    texts = (value.get("content", "") if isinstance(value, dict) else value for value in values)
    return next((str(text) for text in texts if text), "")


def folded(text: str) -> str:
    return " ".join(text.split())


def share(read: Reader, shapes: list[Shape]) -> str:
    answers = [(read(shape), shape.expected) for shape in shapes]
    right = [
        sum(folded(found[place]) == folded(expected[field]) for found, expected in answers)
        for place, field in enumerate(("title", "description"))
    ]
    return "   ".join(f"{100 * count / len(shapes):4.0f} %" for count in right)


def milliseconds(read: Reader, shapes: list[Shape]) -> float:
    times: list[float] = []
    for _ in range(ROUNDS):
        for shape in shapes:
            begun = perf_counter()
            read(shape)
            times.append(perf_counter() - begun)
    return 1_000 * median(times)


def print_shares() -> None:
    shapes = {folder: load_shapes(folder) for folder in SETS}
    everything = [shape for folder in SETS for shape in shapes[folder]]
    print(f"pages: {', '.join(f'{len(shapes[folder])} {folder}' for folder in SETS)} (title, description right)")
    print(f"{'':18}{'own':>18}{'held out':>18}{'a page':>12}")
    for name, read in {"this bot": ours, "trafilatura": trafilatura(), "metadata_parser": metadata_parser()}.items():
        shares = "  ".join(f"{share(read, shapes[folder]):>16}" for folder in SETS)
        print(f"{name:18}{shares}{milliseconds(read, everything):9.1f} ms")


async def print_way() -> None:
    """From the request to the metadata, beyond what the server takes (here next to nothing)."""
    page = load_shapes("held_out")[0].content
    reader = PageReader()
    async with run_site(answer(page)) as site:
        fetcher = Fetcher(Policy(allows=is_loopback, ports=None))
        times: list[float] = []
        for _ in range(100):
            begun = perf_counter()
            await reader.read(await fetcher.fetch(site.url()))
            times.append(perf_counter() - begun)
        await fetcher.close()
    reader.close()
    print(f"fetched and read over loopback: {1_000 * median(times):.1f} ms (median of {len(times)})")


async def print_pauses() -> None:
    """How long the event loop keeps anybody else waiting while fifty pages of 2 MiB are read."""
    page = page_of(("<article>" + "<p>Une <b>phrase</b> <a href='/x'>de plus</a>, et une autre.</p>" * 32_000).encode())
    reader = PageReader()
    reading = asyncio.gather(*(reader.read(page) for _ in range(50)))
    pauses: list[float] = []
    begun = perf_counter()
    while not reading.done():
        before = perf_counter()
        await asyncio.sleep(0.001)
        pauses.append(perf_counter() - before - 0.001)
    pauses.sort()
    late = [f"{1_000 * pause:.1f} ms" for pause in (median(pauses), pauses[len(pauses) * 99 // 100], pauses[-1])]
    print(f"fifty pages of {len(page.content) / 2**20:.1f} MiB read in {perf_counter() - begun:.1f} s")
    print(f"  meanwhile the event loop was late by {late[0]} (median), {late[1]} (99 of 100), {late[2]} (longest)")
    reader.close()


def print_fingerprints() -> None:
    links = [f"https://m.example.org/a/{number}/?utm_source=x&b=2&a={number}" for number in range(5_000)]
    begun = perf_counter()
    for link in links:
        fingerprint(link)
    print(f"fingerprint of an address: {1e6 * (perf_counter() - begun) / len(links):.0f} µs")


async def run() -> None:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    print_shares()
    await print_way()
    await print_pauses()
    print_fingerprints()


if __name__ == "__main__":
    asyncio.run(run())
