"""A moderator with something in every feature: sees it, takes it along, has it forgotten; and how the bot is."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

HOME = "Que voulez-vous faire ?"


def test_what_is_kept_is_seen_taken_along_and_forgotten(visitor: Visitor, tmp_path: Path) -> None:
    visitor.arrive()
    visitor.enter("bienvenue")
    visitor.become("Colombine")
    visitor.press("Mes données", visitor.messages(HOME).first)
    expect(visitor.answer).to_contain_text("Ce que je garde à votre sujet")
    visitor.raise_to_the_top(visitor.answer)
    visitor.photograph("privacy-card")
    kept = _take_along(visitor, tmp_path)
    assert {"polls", "meetups", "surveys"} <= {feature for feature, entries in kept.items() if entries}
    visitor.press("Mes données", visitor.messages(HOME).first)
    visitor.press("Faire oublier…", visitor.answer)
    visitor.choose("Tout", within=visitor.answer)
    expect(visitor.answer).to_contain_text("sans retour")
    visitor.photograph("privacy-sure")
    visitor.press("Oublier, laisser mes textes sans mon nom", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est oublié")
    visitor.photograph("privacy-forgotten")
    visitor.press("Mes données", visitor.messages(HOME).first)
    after = _take_along(visitor, tmp_path)
    left = [entry for entries in after.values() for entry in entries if "answered" not in entry]
    assert left == []


def _take_along(visitor: Visitor, folder: Path) -> dict[str, list[dict[str, object]]]:
    """The zip, opened as its owner would."""
    visitor.press("Tout emporter", visitor.answer)
    expect(visitor.answer).to_contain_text("a-lire.html")
    with visitor.page.expect_download() as downloading:
        visitor.answer.locator(".file-download").first.click()
    downloading.value.save_as(folder / "mes-donnees.zip")
    with zipfile.ZipFile(folder / "mes-donnees.zip") as archive:
        archive.extractall(folder)
    page = visitor.page.context.new_page()
    page.goto((folder / "a-lire.html").as_uri())
    expect(page.locator("h1")).to_contain_text("Ce que le bot garde à votre sujet")
    visitor.keep(page, "privacy-export")
    page.close()
    held: dict[str, list[dict[str, object]]] = json.loads((folder / "donnees.json").read_text())["features"]
    return held


def test_a_moderator_sees_how_the_bot_is(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.enter("modération")
    visitor.become("Colombine")
    visitor.run("état")
    expect(visitor.answer).to_contain_text("Comment je vais")
    expect(visitor.answer).to_contain_text("Toutes les permissions")
    visitor.photograph("status")
