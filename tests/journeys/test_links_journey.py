"""A link is kept from a message, another becomes a second voice, both shelves are searched, a dead one is repaired."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.journeys.visitor import Visitor

KNOWN = "http://courrier-des-plateaux.example/enquete-ia-en-coulisses"
MOVED = "http://atelier-des-possibles.example/catalogue/relecture"


def test_a_link_from_a_message_to_its_second_voice_and_a_search(visitor: Visitor) -> None:
    visitor.arrive()
    _keep_from_the_message(visitor)
    _share_what_is_known(visitor)
    _search_everything(visitor)


def _keep_from_the_message(visitor: Visitor) -> None:
    form = visitor.page.locator("[data-menu-form]")
    form.locator("[name=command]").select_option(label="Garder ce lien")
    form.locator("[name=member]").select_option(label="Miranda")
    form.locator("[name=channel]").select_option(label="entre-nous")
    message = form.locator("[name=message] option", has_text="Vous avez vu ça")
    form.locator("[name=message]").select_option(value=message.first.get_attribute("value"))
    visitor.photograph("link-menu")
    form.locator("button[type=submit]").click()
    expect(visitor.channel.locator("#channel-name")).to_have_text("entre-nous")
    expect(visitor.answer).to_contain_text("Sous-titrer en direct")
    visitor.photograph("link-preview")
    visitor.press("Publier", visitor.answer)
    card = visitor.messages("Sous-titrer en direct").last
    expect(visitor.answer).to_contain_text("C’est partagé")
    expect(card).to_be_visible()
    visitor.photograph("link-card")


def _share_what_is_known(visitor: Visitor) -> None:
    visitor.become("Figaro")
    visitor.start_command("lien partager")
    visitor.fill_option("adresse", f"{KNOWN}?utm_source=lettre")
    visitor.send_command()
    expect(visitor.answer).to_contain_text("Déjà partagé")
    visitor.photograph("link-known")
    visitor.press("Modifier", visitor.answer)
    visitor.channel.locator("#modal-root textarea[name=note]").fill("Notre bureau de production s’y est reconnu.")
    _submit(visitor)
    visitor.press("Ajouter ma voix", visitor.answer)
    expect(visitor.messages("partage aussi").last).to_contain_text("s’y est reconnu")
    visitor.photograph("link-again")


def _search_everything(visitor: Visitor) -> None:
    visitor.become("Puck")
    visitor.start_command("chercher")
    visitor.fill_option("mots", "clauses contrats")
    visitor.send_command()
    expect(visitor.answer).to_contain_text("trois rédactions commentées")
    expect(visitor.answer).to_contain_text("Charte")
    visitor.raise_to_the_top(visitor.answer)
    visitor.photograph("link-search-everything")
    visitor.run("lien liste")
    expect(visitor.answer).to_contain_text("Les derniers liens")
    visitor.photograph("link-list")


def test_a_dead_link_is_told_to_its_sharer_and_repaired(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.enter("entre-nous")
    visitor.become("Scapin")
    visitor.run("lien liste")
    told = _private(visitor, "Savez-vous où elle est passée")
    expect(told).to_be_visible()
    visitor.photograph("link-dead")
    visitor.press("Nouvelle adresse", told)
    visitor.channel.get_by_label("Adresse de la page").fill(MOVED)
    _submit(visitor)
    repaired = _private(visitor, "Relire ce qu’une IA a écrit")
    expect(repaired).not_to_contain_text("Lien mort")
    visitor.photograph("link-repaired")


def _submit(visitor: Visitor) -> None:
    visitor.channel.locator("#modal-root button[type=submit]").click()
    visitor.settle()


def _private(visitor: Visitor, text: str) -> Locator:
    return visitor.channel.locator(".channel-message:has(.message-ephemeral-note)", has_text=text).last
