"""The library written to a folder and read back is the same library, byte for byte of content."""

from __future__ import annotations

import asyncio
import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.text.tidy import tidy
from cogs.library.models import (
    LICENCES,
    TRADES,
    VENUES,
    AiUse,
    AttachedFile,
    Content,
    Entry,
    EntryStatus,
    Kind,
    Version,
    VersionState,
)
from cogs.library.models.front_matter import BadFrontMatter, read_page, write_page
from cogs.library.service.intake import NotALibrary
from tests.library.rig import NOW, Library, library

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Co"]) | st.sampled_from("\n\"'+\\«»é·"), max_size=300)
LINES = TEXTS.map(lambda text: " ".join(tidy(text).split())[:120])


@st.composite
def contents(draw: st.DrawFn) -> Content:
    return Content(
        kind=draw(st.sampled_from(list(Kind))),
        title=draw(LINES) or "Sans titre",
        summary=draw(LINES),
        text=tidy(draw(TEXTS)),
        tags=draw(st.sampled_from([(), ("red-lines",), ("juniors", "ecology")])),
        venue=draw(st.sampled_from(["", *VENUES])),
        trade=draw(st.sampled_from(["", *TRADES])),
        year=draw(st.none() | st.integers(1950, 2026)),
        licence=draw(st.sampled_from(LICENCES)),
        source=draw(st.sampled_from(["", "https://example.org/a?b=c"])),
        organisation=draw(LINES),
        ai_use=draw(st.sampled_from(list(AiUse))).value,
        leaves_discord=draw(st.booleans()),
        leaves_with_name=draw(st.booleans()),
    )


@given(content=contents(), author=LINES)
@settings(max_examples=300)
def test_a_page_written_and_read_is_the_same(content: Content, author: str) -> None:
    page = read_page(write_page(content, author, NOW))
    assert (page.content, page.author, page.published) == (content, author, NOW)


async def fill(place: Library, drawn: list[list[Content]]) -> None:
    """An entry for each list, a version for each content, the last one public; a file in the first."""
    kept = await place.files.keep(b"Une note.", "note.txt")
    file = AttachedFile(kept.sha256, kept.name, kept.type.value, kept.size, "Une note.", None)
    first_id: int | None = None
    for number, versions in enumerate(drawn):
        status = EntryStatus.ARCHIVED if number % 3 == 2 else EntryStatus.PUBLIC
        entry = Entry(
            0, f"{number:016x}", 5 if number % 2 else None, status, NOW, NOW, NOW - timedelta(days=number),
            adapted_from=first_id if number else None,
        )  # fmt: skip
        async with place.storage.transaction() as transaction:
            entry_id = await place.storage.add_entry(transaction, entry)
            first_id = first_id or entry_id
            for place_of, content in enumerate(versions, start=1):
                state = VersionState.PUBLIC if place_of == len(versions) else VersionState.SUPERSEDED
                held = content if number else replace(content, files=(file,))
                version = Version(0, entry_id, place_of, state, held, "Dorine" if number % 2 else "", NOW, NOW)
                await place.storage.add_version(transaction, version)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@given(drawn=st.lists(st.lists(contents(), min_size=1, max_size=3), min_size=1, max_size=4))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_exported_imported_and_exported_again_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[list[Content]]
) -> None:
    root = tmp_path_factory.mktemp("archive")

    async def carry() -> None:
        async with library(root / "one") as one:
            await fill(one, drawn)
            await one.archive.write_to(root / "first")
        async with library(root / "other") as other:
            report = await other.intake.read_from(root / "first")
            assert (report.added, report.problems) == (len(drawn), [])
            await other.archive.write_to(root / "second")
            again = await other.intake.read_from(root / "first")
            assert (again.added, again.known) == (0, len(drawn))

    asyncio.run(carry())
    assert tree(root / "first") == tree(root / "second")


async def test_zips_stay_under_the_limit_and_hold_everything(tmp_path: Path) -> None:
    async with library(tmp_path / "one") as place:
        text = "Une phrase assez longue pour peser. " * 80
        await fill(place, [[Content(Kind.CHARTER, title=f"Texte {number}", text=text)] for number in range(12)])
        packed = await place.archive.packed(12_000)
        expected = {path: content async for path, content in place.archive.pages(with_ids=False)}
    zips = packed.zips
    assert packed.left_out == ()
    assert len(zips) > 2
    assert all(len(content) <= 12_000 for content in zips)
    held: dict[str, bytes] = {}
    for content in zips:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            held |= {name: archive.read(name) for name in archive.namelist()}
    assert held == expected


async def test_loose_files_wait_at_the_desk(tmp_path: Path) -> None:
    loose = tmp_path / "loose"
    loose.mkdir()
    (loose / "a.md").write_text("# Une charte trouvée\n\nNos lignes rouges.", encoding="utf-8")
    (loose / "b.pdf").write_bytes(b"%PDF-1.4\nrubbish")
    (loose / "c.exe").write_bytes(b"MZ")
    (loose / "d.md").write_text("+++\nkind = 3\n+++\n", encoding="utf-8")
    async with library(tmp_path / "data") as place:
        report = await place.intake.read_from(loose)
        assert (report.added, report.waiting) == (0, 2)
        assert report.problems[0].startswith("d.md: kind")
        versions = await place.storage.list_versions(1)
    assert versions[0].content.title == "Une charte trouvée"
    assert versions[0].content.tags == ("red-lines",)


async def test_a_folder_that_is_no_library_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / "library.json").write_text("{", encoding="utf-8")
    async with library(tmp_path / "data") as place:
        for folder in (tmp_path / "bad", tmp_path / "none"):
            with pytest.raises(NotALibrary):
                await place.intake.read_from(folder)


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd"])
async def test_an_index_cannot_lead_out_of_its_folder(tmp_path: Path, path: str) -> None:
    async with library(tmp_path / "one") as place:
        await fill(place, [[Content(Kind.CHARTER, title="Un texte", text="Rien.")]])
        await place.archive.write_to(tmp_path / "out")
    index = tmp_path / "out" / "library.json"
    index.write_text(index.read_text().replace("entries/0000000000000000/1.md", path))
    async with library(tmp_path / "other") as other:
        report = await other.intake.read_from(tmp_path / "out")
    assert report.added == 0
    assert "leads out of the folder" in report.problems[0]


@pytest.mark.parametrize("text", ["", "+++", "+++\n+++", "+++\nkind='x'\n+++\n", "+++\na=\n+++\n"])
def test_front_matter_that_is_none_says_so(text: str) -> None:
    with pytest.raises(BadFrontMatter):
        read_page(text)
