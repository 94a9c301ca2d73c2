"""A monthly meetup is answered, moved once, remembered in its thread; its notes are written and found by search."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor

TITLE = "Les rencontres de la Loge"
NOTES = "Nous avons lu deux clauses à voix haute. La marionnettiste demande qu’on écrive noir sur blanc qui signe."


def test_a_meetup_from_the_first_yes_to_the_notes_found_by_search(visitor: Visitor) -> None:
    visitor.arrive()
    expect(visitor.page.get_by_text("Au programme")).to_be_visible()
    visitor.enter("annonces")
    _answer(visitor)
    _move_it(visitor)
    visitor.let_a_week_pass()
    for _ in range(4):
        _let_a_day_pass(visitor)
    visitor.page.locator("[data-home]").click()
    _read_the_thread(visitor)
    _write_the_notes(visitor)
    _find_them(visitor)


def _answer(visitor: Visitor) -> None:
    visitor.become("Puck")
    card = visitor.messages(TITLE).first
    visitor.raise_to_the_top(card)
    expect(card).to_contain_text("5 oui · 1 peut-être · 7 places libres sur 12")
    visitor.photograph("meetup-card")
    visitor.press("Oui", card)
    expect(visitor.answer).to_contain_text("C’est noté : vous venez.")
    visitor.photograph("meetup-answered")
    visitor.press("Me rappeler", visitor.answer)
    visitor.press("Me mentionner dans le fil", visitor.answer)
    expect(visitor.answer).to_contain_text("Mention dans le fil : oui")
    visitor.photograph("meetup-reminders")
    visitor.press("Qui vient ?", card)
    expect(visitor.answer).to_contain_text("une personne dont le nom n’est pas affiché")
    visitor.photograph("meetup-who")


def _move_it(visitor: Visitor) -> None:
    visitor.become("Colombine")
    visitor.start_command("rencontre modifier")
    visitor.fill_option("rencontre", "loge", suggestion=TITLE)
    visitor.fill_option("quand", "dans 10 jours à 19h")
    visitor.channel.locator(".command-suggestion").first.click()
    visitor.send_command()
    visitor.photograph("meetup-change-form")
    _submit(visitor)
    expect(visitor.answer).to_contain_text("au lieu de")
    visitor.photograph("meetup-change-preview")
    visitor.press("Appliquer", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est modifié")
    visitor.photograph("meetup-changed")


def _read_the_thread(visitor: Visitor) -> None:
    visitor.page.locator("a[data-channel]", has_text=TITLE).first.click()
    expect(visitor.channel.locator("#channel-name")).to_contain_text(TITLE)
    visitor.settle()
    expect(visitor.messages("Changement").first).to_be_visible()
    expect(visitor.messages("Rappel")).to_have_count(2)
    visitor.photograph("meetup-thread")


def _write_the_notes(visitor: Visitor) -> None:
    visitor.become("Colombine")
    asked = visitor.messages("est finie").last
    visitor.press("Écrire le compte rendu", asked)
    visitor.channel.get_by_role("textbox", name="Le compte rendu").fill(NOTES)
    visitor.photograph("meetup-notes-form")
    _submit(visitor)
    visitor.press("Compléter et envoyer", visitor.answer)
    visitor.choose("aucune", within=visitor.answer)
    visitor.photograph("meetup-notes-draft")
    visitor.press("Envoyer à la relecture", visitor.answer)
    expect(_private(visitor, "C’est envoyé")).to_be_visible()
    visitor.enter("modération")
    visitor.become("Colombine")
    visitor.press("Publier", visitor.messages("Restitution").last)
    expect(visitor.messages("Publié par").last).to_be_visible()


def _find_them(visitor: Visitor) -> None:
    visitor.enter("entre-nous")
    visitor.become("Puck")
    visitor.start_command("chercher")
    visitor.fill_option("mots", "marionnettiste signe")
    visitor.send_command()
    expect(visitor.answer).to_contain_text("Restitution")
    visitor.photograph("meetup-notes-found")
    visitor.enter("annonces")
    visitor.become("Puck")
    card = visitor.messages("Toutes les dates").first
    visitor.raise_to_the_top(card)
    visitor.press("Lire le compte rendu", card)
    expect(_private(visitor, "marionnettiste")).to_be_visible()
    visitor.photograph("meetup-notes-from-the-card")


def _let_a_day_pass(visitor: Visitor) -> None:
    button = visitor.page.locator("[data-advance=day]")
    before = visitor.page.locator("[data-now]").inner_text()
    button.click()
    expect(visitor.page.locator("[data-now]")).not_to_have_text(before)
    expect(button).to_be_enabled()


def _submit(visitor: Visitor) -> None:
    visitor.channel.locator("#modal-root button[type=submit]").click()
    visitor.settle()


def _private(visitor: Visitor, text: str) -> Locator:
    return visitor.channel.locator(".channel-message:has(.message-ephemeral-note)", has_text=text).last
