"""Somebody new looks around on a phone; the moderator changes the community's language and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.journeys.visitor import Visitor

HOME = "Que voulez-vous faire ?"


@pytest.fixture
def screen() -> ViewportSize:
    return ViewportSize(width=390, height=844)


def test_the_demo_reads_well_on_a_phone_in_both_languages(visitor: Visitor) -> None:
    for language, heading in (
        ("en", "Welcome to an imaginary community"),
        ("fr", "Bienvenue dans une communauté imaginaire"),
    ):
        visitor.arrive(language)
        expect(visitor.page.locator("h1").first).to_have_text(heading)
        assert visitor.fits_the_screen()
        visitor.photograph(f"newcomer-hub-{language}")


def test_a_newcomer_goes_through_the_home_card(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.enter("bienvenue")
    visitor.become("Ariel")
    assert visitor.fits_the_screen()
    visitor.photograph("newcomer-home")
    _vote_from_the_home_card(visitor)
    for label, shown in (
        ("Anonymat", "Ce qui est gardé pendant un vote"),
        ("Aide", "Les commandes font la même chose"),
        ("Résultats des sondages", "avez-vous utilisé une IA générative"),
        ("Proposer un sondage", "l’équipe de modération ouvre les sondages"),
    ):
        visitor.press(label, visitor.messages(HOME).first)
        expect(visitor.answer).to_contain_text(shown)
        expect(visitor.answer).to_be_in_viewport()
        assert visitor.fits_the_screen()
        visitor.photograph(f"newcomer-{label.split()[0].lower()}")
    visitor.channel.get_by_role("link", name="voir le message").first.click()
    expect(visitor.channel.locator("#channel-name")).to_have_text("agora")


def _vote_from_the_home_card(visitor: Visitor) -> None:
    visitor.press("Voter", visitor.messages(HOME).first)
    expect(visitor.answer).to_contain_text("Avant de répondre")
    visitor.photograph("newcomer-ballot")
    visitor.choose("Répondre au public", within=visitor.answer)
    visitor.press("Corriger", visitor.answer)
    visitor.choose("Choisir la programmation", within=visitor.answer)
    expect(visitor.answer).to_contain_text("Vous avez choisi 2 réponses")
    visitor.photograph("newcomer-choice")
    visitor.press("Confirmer mon vote", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est enregistré")
    assert visitor.fits_the_screen()
    visitor.photograph("newcomer-recorded")


def test_the_moderator_turns_the_community_to_english_and_back(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.enter("modération")
    visitor.become("Colombine")
    visitor.run("réglages")
    expect(visitor.answer).to_contain_text("Réglages")
    visitor.photograph("settings-panel")
    visitor.press("Langue", visitor.answer)
    visitor.photograph("settings-language")
    visitor.choose("English", within=visitor.answer)
    visitor.press("Back to the settings", visitor.answer)
    expect(visitor.answer).to_contain_text("Settings")
    visitor.photograph("settings-panel-in-english")
    visitor.press("Language", visitor.answer)
    visitor.choose("Français", within=visitor.answer)
    visitor.press("Retour aux réglages", visitor.answer)
    expect(visitor.answer).to_contain_text("Réglages")
    assert visitor.fits_the_screen()
