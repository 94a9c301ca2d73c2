"""Zips for whoever asked: what fits none is named, not dropped in silence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import AsyncIterator
from zoneinfo import ZoneInfo

from bot.client import load_catalogue
from bot.screen.parcels import parcel_card
from bot.storage.zips import pack

PARIS = ZoneInfo("Europe/Paris")


async def pages(*files: tuple[str, int]) -> AsyncIterator[tuple[str, bytes]]:
    for path, size in files:
        yield path, bytes(size)


async def test_what_fits_no_zip_is_named() -> None:
    packed = await pack(pages(("a.txt", 500), ("fichiers/1-grande charte.pdf", 3000), ("b.txt", 900)), 1500)
    held = [zipfile.ZipFile(io.BytesIO(content)).namelist() for content in packed.zips]
    assert held == [["a.txt"], ["b.txt"]]
    assert packed.left_out == ("fichiers/1-grande charte.pdf",)
    said = str(parcel_card("Voici.", "x-2.zip", packed.left_out, load_catalogue().speaker("fr", PARIS)).to_components())
    assert "Un fichier est trop lourd" in said
    assert "- 1-grande charte.pdf" in said


async def test_nothing_to_pack_is_one_empty_zip() -> None:
    packed = await pack(pages(), 1500)
    assert [zipfile.ZipFile(io.BytesIO(content)).namelist() for content in packed.zips] == [[]]


def test_many_left_out_still_fit_a_message() -> None:
    card = parcel_card("", "x.zip", ["fichiers/" + "*" * 300] * 500, load_catalogue().speaker("fr", PARIS))
    assert len(str(card.to_components())) < 4000
