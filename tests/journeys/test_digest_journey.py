"""The week's digest: drafted, edited, approved, posted, and its mail opened in the same browser, light and dark."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor

NAME = "La lettre de la Petite Scène"
WORDS = "Cette semaine, on a surtout parlé de ce qu’on ne veut pas confier à une machine. Bonne lecture !"


def test_the_digest_from_its_draft_to_the_mail(visitor: Visitor, tmp_path: Path) -> None:
    visitor.arrive()
    visitor.enter("modération")
    visitor.become("Colombine")
    draft = visitor.messages(NAME).last
    expect(draft).to_contain_text("Résultats publiés")
    visitor.press("Ajouter les nouveautés", draft)
    expect(draft).to_contain_text("Encore ouverts")
    visitor.raise_to_the_top(draft)
    visitor.photograph("digest-draft")
    _introduce(visitor, draft)
    visitor.press("Approuver", draft)
    expect(draft).to_contain_text("Approuvé")
    visitor.photograph("digest-approved")
    visitor.let_a_week_pass()
    visitor.enter("annonces")
    letter = visitor.messages(WORDS).last
    expect(letter).to_contain_text("sans IA")
    visitor.raise_to_the_top(letter)
    visitor.photograph("digest-posted")
    visitor.enter("modération")
    visitor.become("Colombine")
    posted = visitor.messages(WORDS).filter(has_text="Publié").last
    visitor.press("Pour la liste de diffusion", posted)
    _open_mail(visitor, tmp_path)


def _introduce(visitor: Visitor, draft: Locator) -> None:
    visitor.press("Modifier l’introduction", draft)
    modal = visitor.channel.locator("#modal-root")
    modal.locator("textarea").fill(WORDS)
    visitor.photograph("digest-introduction")
    modal.locator("button[type=submit]").click()
    visitor.settle()
    expect(draft).to_contain_text(WORDS)


def _open_mail(visitor: Visitor, folder: Path) -> None:
    expect(visitor.answer).to_contain_text("Objet")
    visitor.raise_to_the_top(visitor.answer)
    visitor.photograph("digest-mail-files")
    with visitor.page.expect_download() as downloading:
        visitor.answer.locator(".file-download").first.click()
    file = folder / "lettre.html"
    downloading.value.save_as(file)
    page = visitor.page.context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    expect(page.locator("h1")).to_contain_text(NAME)
    visitor.keep(page, "digest-mail")
    page.emulate_media(color_scheme="dark")
    visitor.keep(page, "digest-mail-dark")
    assert asked == [file.as_uri()]
    page.close()
