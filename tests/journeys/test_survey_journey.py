"""The barometer, answered in private by one member on a phone-sized window; its results, its bands, its trend."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor

TITLE = "Baromètre IA et métiers du spectacle vivant"


def test_the_barometer_from_the_card_to_the_trend(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.enter("annonces")
    visitor.become("Suzanne")
    card = visitor.messages(TITLE).filter(has_text="Répondre en privé").last
    visitor.raise_to_the_top(card)
    visitor.photograph("survey-card")
    visitor.press("Répondre en privé", card)
    expect(visitor.answer).to_contain_text("Je vous ai écrit en privé")
    _answer_in_private(visitor)
    visitor.let_a_week_pass()
    _read_the_results(visitor)


def _answer_in_private(visitor: Visitor) -> None:
    visitor.page.locator("a[data-dm]", has_text="Suzanne").click()
    visitor.settle()
    message = visitor.messages("Une enquête anonyme vous attend").last
    visitor.photograph("survey-direct-message")
    visitor.press("Commencer", message)
    sheet = visitor.messages("Avant de répondre").last
    expect(sheet).to_contain_text("ni votre nom")
    visitor.photograph("survey-sheet")
    visitor.press("Commencer", sheet)
    _fill_page(visitor, photographed="survey-first-page")
    for number in range(2, 10):
        shown = visitor.channel.locator(".channel-message", has_text=re.compile("pages? remplies?")).last
        if shown.get_by_role("button", name="Confirmer mes réponses").count():
            break
        visitor.press(f"Page {number}", shown)
        _fill_page(visitor, photographed="survey-second-page" if number == 2 else "")
    shown = visitor.channel.locator(".channel-message", has_text=re.compile("pages? remplies?")).last
    expect(shown).to_contain_text("Tout est prêt")
    visitor.photograph("survey-ready")
    visitor.press("Confirmer mes réponses", shown)
    expect(visitor.messages("C’est enregistré").last).to_be_visible()
    visitor.photograph("survey-recorded")
    expect(visitor.channel.locator("body")).not_to_contain_text("Quelques fois par mois")


def _fill_page(visitor: Visitor, *, photographed: str = "") -> None:
    """The second choice of each group, the first of each list."""
    modal = visitor.channel.locator("#modal-root")
    for group in modal.locator("[role=radiogroup], fieldset").all():
        choices = group.locator("input[type=radio], input[type=checkbox]")
        choices.nth(min(1, choices.count() - 1)).check(force=True)
    for menu in modal.locator(".preview-select").all():
        _pick_first(menu)
    if photographed:
        visitor.photograph(photographed)
    modal.locator("button[type=submit]").click()
    visitor.settle()


def _pick_first(menu: Locator) -> None:
    menu.get_by_role("combobox").first.click()
    menu.get_by_role("option").first.click()
    apply = menu.locator(".select-apply")
    if apply.is_visible():
        apply.click()


def _read_the_results(visitor: Visitor) -> None:
    visitor.enter("annonces")
    visitor.become("Suzanne")
    result = visitor.messages("Résultats").filter(has_text="51 personnes sur").last
    expect(result.locator("img.gallery-image")).to_be_visible()
    visitor.wait_for_picture("51 personnes sur")
    visitor.raise_to_the_top(result)
    visitor.photograph("survey-results")
    visitor.press("Évolution", result)
    expect(visitor.answer).to_contain_text("points")
    visitor.wait_for_picture("points")
    visitor.raise_to_the_top(visitor.answer)
    visitor.photograph("survey-trend")
    visitor.choose("À quelle fréquence", within=result)
    expect(visitor.answer).to_contain_text("Par groupe")
    expect(visitor.answer).to_contain_text("groupe trop petit pour être montré")
    visitor.wait_for_picture("Par groupe")
    visitor.raise_to_the_top(visitor.answer)
    visitor.photograph("survey-by-group")
