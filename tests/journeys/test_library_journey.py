"""A text is written, sent back, answered, published and found; another is found without its accents."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor

TITLE = "Qui relit, qui signe : nos cinq règles"
SUMMARY = "Cinq règles écrites à trois, un lundi, pour ne plus se demander qui a le droit de quoi."
TEXT = """Nous relisons à deux ce qu’une IA a aidé à écrire.

Nous le disons à nos spectateur·rices quand cela change ce qu’elles et ils lisent.

Nos régisseur·euses gardent la main sur les plannings."""
MORE = "\n\nEn cas de doute, c’est la personne qui signe qui décide."
REASON = "Très clair ! Pouvez-vous dire qui décide en cas de doute ?"


def test_a_text_from_its_first_line_to_its_first_reader(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.enter("entre-nous")
    _write(visitor)
    _ask_for_changes(visitor)
    _answer_with_a_new_version(visitor)
    _publish(visitor)
    _find_it(visitor)


def _write(visitor: Visitor) -> None:
    visitor.become("Dorine")
    visitor.start_command("bibliothèque ajouter")
    visitor.fill_option("type", "charte", suggestion="charte")
    visitor.send_command()
    _fill(visitor, title=TITLE, summary=SUMMARY, text=TEXT, tags="relecture, lignes rouges")
    visitor.photograph("library-form")
    _submit(visitor)
    expect(visitor.answer).to_contain_text("Brouillon")
    visitor.press("Envoyer à la relecture", visitor.answer)
    expect(visitor.answer).to_contain_text("Dites comment l’IA a servi")
    visitor.photograph("library-what-is-missing")
    visitor.choose("écrit avec l’aide d’une IA", within=visitor.answer)
    visitor.photograph("library-draft")
    visitor.press("Envoyer à la relecture", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est envoyé")
    visitor.photograph("library-sent")


def _ask_for_changes(visitor: Visitor) -> None:
    visitor.enter("modération")
    visitor.become("Colombine")
    card = visitor.messages(TITLE).last
    visitor.raise_to_the_top(card)
    visitor.photograph("review-card")
    visitor.press("Demander des modifications", card)
    visitor.channel.get_by_label("Que faudrait-il modifier").fill(REASON)
    visitor.photograph("review-reason")
    _submit(visitor)
    expect(visitor.messages("Modifications demandées par").last).to_be_visible()
    visitor.run("relecture")
    expect(visitor.answer).to_contain_text("Ce que j’ai appris en relisant une IA")
    visitor.photograph("review-list")


def _answer_with_a_new_version(visitor: Visitor) -> None:
    visitor.enter("entre-nous")
    visitor.become("Dorine")
    visitor.run("bibliothèque mes-textes")
    mine = _mine(visitor)
    expect(mine).to_contain_text(REASON)
    visitor.photograph("library-mine")
    visitor.press("Modifier et renvoyer", mine)
    sheet = _private(visitor, "Nouvelle version")
    visitor.press("Modifier le texte", sheet)
    visitor.channel.get_by_label("Texte", exact=True).fill(TEXT + MORE)
    _submit(visitor)
    visitor.press("Envoyer à la relecture", _private(visitor, "Nouvelle version"))
    expect(_private(visitor, "C’est envoyé")).to_be_visible()


def _publish(visitor: Visitor) -> None:
    visitor.enter("modération")
    visitor.become("Colombine")
    card = visitor.messages(TITLE).last
    expect(card).to_contain_text("Version 2")
    visitor.press("Publier", card)
    expect(visitor.messages("Publié par").last).to_be_visible()
    visitor.photograph("review-published")
    visitor.enter("annonces")
    expect(visitor.messages("Nouveau dans la bibliothèque").last).to_contain_text(TITLE)
    visitor.photograph("library-announced")


def _find_it(visitor: Visitor) -> None:
    visitor.enter("entre-nous")
    visitor.become("Puck")
    visitor.start_command("bibliothèque chercher")
    visitor.fill_option("mots", "regisseuse planning")
    visitor.send_command()
    expect(visitor.answer).to_contain_text("résultats")
    expect(visitor.answer).to_contain_text(TITLE)
    visitor.raise_to_the_top(visitor.answer)
    visitor.photograph("library-found-without-accents")
    visitor.choose("Charte", within=visitor.answer, place=1)
    expect(visitor.answer).to_contain_text(TITLE)
    visitor.photograph("library-narrowed")
    visitor.press("Lire", visitor.answer.locator("*:has(> button)", has_text="Lire").first)
    visitor.photograph("library-entry")


def test_the_shelves_are_full_and_a_phone_can_read_them(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.arrive()
    visitor.enter("bienvenue")
    visitor.become("Roxane")
    visitor.press("Chercher un texte", visitor.messages("Chercher un texte").first)
    visitor.channel.get_by_label("Que cherchez-vous").fill("mediateur sourds")
    _submit(visitor)
    expect(visitor.answer).to_contain_text("trouvé")
    visitor.photograph("library-phone-search")
    assert visitor.fits_the_screen()
    visitor.press("Lire", visitor.answer.get_by_role("button", name="Lire", exact=True).first.locator(".."))
    expect(_private(visitor, "Version du")).to_be_visible()
    visitor.photograph("library-phone-entry")
    assert visitor.fits_the_screen()


def _fill(visitor: Visitor, *, title: str, summary: str, text: str, tags: str) -> None:
    visitor.channel.get_by_role("textbox", name="Titre").fill(title)
    visitor.channel.get_by_label("En une phrase ou deux").fill(summary)
    visitor.channel.get_by_label("Texte", exact=True).fill(text)
    visitor.channel.get_by_label("Mots-clés").fill(tags)


def _submit(visitor: Visitor) -> None:
    visitor.channel.locator("#modal-root button[type=submit]").click()
    visitor.settle()


def _private(visitor: Visitor, text: str) -> Locator:
    return visitor.channel.locator(".channel-message:has(.message-ephemeral-note)", has_text=text).last


def _mine(visitor: Visitor) -> Locator:
    return _private(visitor, "Mes textes")
