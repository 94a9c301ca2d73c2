"""A moderator opens a poll, six members vote, time passes, and everybody sees the chart."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.journeys.visitor import Visitor

QUESTION = "Par quoi commencer notre cadre commun ?"
CONTEXT = "Nous en parlerons à la rencontre de décembre."
PROPOSALS = CHARTER, WORKSHOPS, CORNER, NOTHING = (
    "Une charte écrite ensemble",
    "Des ateliers entre pairs",
    "Un salon où poser ses questions",
    "Rien ne presse",
)
VOTES = {
    "Dorine": (CHARTER, WORKSHOPS),
    "Figaro": (CHARTER,),
    "Suzanne": (CHARTER, CORNER),
    "Cyrano": (WORKSHOPS,),
    "Roxane": (CHARTER, WORKSHOPS),
    "Puck": (CORNER,),
}


def test_a_poll_from_its_opening_to_its_chart(visitor: Visitor) -> None:
    _look_around(visitor)
    _open_the_poll(visitor)
    private: list[str] = []
    for name, choices in VOTES.items():
        visitor.become(name)
        assert not any(visitor.sees(message_id) for message_id in private)
        private.append(_vote(visitor, choices, photographed=not private))
    _look_for_the_tally(visitor)
    visitor.let_a_week_pass()
    _see_the_chart(visitor)


def _look_around(visitor: Visitor) -> None:
    visitor.arrive()
    expect(visitor.page.locator("h1").first).to_have_text("Bienvenue dans une communauté imaginaire")
    expect(visitor.page.locator("[data-trial]")).to_have_count(10)
    visitor.photograph("poll-hub")
    visitor.enter("agora")
    visitor.become("Colombine")
    visitor.photograph("poll-agora")


def _open_the_poll(visitor: Visitor) -> None:
    channel = visitor.channel
    visitor.start_command("sondage créer")
    visitor.fill_option("fin", "dans 3 jours à 18h")
    echo = channel.locator(".command-suggestion").first
    expect(echo).to_contain_text("à 18:00, dans 3 jours")
    visitor.photograph("poll-closing-in-words")
    echo.click()
    visitor.fill_option("type", "plus", suggestion="plusieurs choix")
    visitor.fill_option("maximum", "2")
    visitor.photograph("poll-command")
    visitor.send_command()
    channel.get_by_label("La question").fill(QUESTION)
    channel.get_by_label("Le contexte (facultatif)").fill(CONTEXT)
    channel.get_by_label("Les réponses possibles, une par ligne").fill("\n".join(PROPOSALS))
    visitor.photograph("poll-form")
    channel.locator("#modal-root button[type=submit]").click()
    visitor.settle()
    expect(visitor.answer).to_contain_text("Rien n’est encore publié")
    expect(visitor.answer.get_by_role("button", name="Publier")).to_be_in_viewport()
    visitor.photograph("poll-preview")
    visitor.become("Dorine")
    expect(visitor.messages(QUESTION)).to_have_count(0)
    visitor.become("Colombine")
    visitor.press("Publier", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est publié")
    visitor.photograph("poll-published")


def _vote(visitor: Visitor, choices: tuple[str, ...], *, photographed: bool) -> str:
    """The id of the bot's answer, which nobody else may see."""
    visitor.press("Voter", visitor.messages(QUESTION).last)
    expect(visitor.answer).to_contain_text("Avant de répondre")
    if photographed:
        visitor.photograph("poll-ballot")
    visitor.choose(*choices, within=visitor.answer)
    for choice in choices:
        expect(visitor.answer).to_contain_text(choice)
    if photographed:
        visitor.photograph("poll-choice")
    visitor.press("Confirmer mon vote", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est enregistré")
    if photographed:
        visitor.photograph("poll-recorded")
    message_id = visitor.answer.get_attribute("data-message-id") or ""
    assert visitor.sees(message_id)
    return message_id


def _look_for_the_tally(visitor: Visitor) -> None:
    """Whoever has voted asks again, and is shown no figure."""
    card = visitor.messages(QUESTION).first
    visitor.press("Voter", card)
    expect(visitor.answer).to_contain_text("Vous avez déjà répondu")
    for shown in (card, visitor.answer):
        expect(shown).not_to_contain_text("voix")
        expect(shown).not_to_contain_text("%")
    visitor.photograph("poll-no-tally-before-the-end")


def _see_the_chart(visitor: Visitor) -> None:
    result = visitor.messages(QUESTION).filter(has_text="6 personnes sur 61 ont répondu")
    chart = result.locator("img.gallery-image")
    expect(chart).to_be_visible()
    visitor.wait_for_picture("6 personnes sur 61 ont répondu")
    figures = chart.get_attribute("alt") or ""
    for proposal, votes in ((CHARTER, 4), (WORKSHOPS, 3), (CORNER, 2), (NOTHING, 0)):
        assert f"{proposal}\N{NO-BREAK SPACE}: {votes} voix" in figures
    visitor.become("Ariel")
    expect(chart).to_be_visible()
    visitor.raise_to_the_top(result)
    visitor.photograph("poll-chart")


JUDGED = "Que pensez-vous de confier ces tâches à une IA, relue par une personne ?"
TASKS = ("Préparer une subvention", "Créer une affiche", "Trier des candidatures")
MENTIONS = {
    "Dorine": ("Bien", "Passable", "À rejeter"),
    "Figaro": ("Très bien", "À rejeter", "À rejeter"),
    "Suzanne": ("Bien", "Assez bien", "Insuffisant"),
    "Cyrano": ("Passable", "À rejeter", "À rejeter"),
    "Roxane": ("Excellent", "Passable", "À rejeter"),
}


def test_a_majority_judgment_to_its_profile(visitor: Visitor) -> None:
    visitor.arrive()
    visitor.enter("agora")
    visitor.become("Colombine")
    _open_the_judgment(visitor)
    for name, mentions in MENTIONS.items():
        visitor.become(name)
        _judge(visitor, mentions, photographed=name == "Dorine")
    visitor.let_a_week_pass()
    result = visitor.messages(JUDGED).filter(has_text="5 personnes sur 61 ont répondu")
    chart = result.locator("img.gallery-image")
    expect(chart).to_be_visible()
    visitor.wait_for_picture("5 personnes sur 61 ont répondu")
    assert "Excellent 1" in (chart.get_attribute("alt") or "")
    expect(result).to_contain_text("Préparer une subvention — Bien")
    expect(result).to_contain_text("Trier des candidatures — À rejeter")
    visitor.raise_to_the_top(result)
    visitor.photograph("judgment-profile")


def _open_the_judgment(visitor: Visitor) -> None:
    channel = visitor.channel
    visitor.start_command("sondage créer")
    visitor.fill_option("fin", "dans 3 jours à 18h")
    channel.locator(".command-suggestion").first.click()
    visitor.fill_option("type", "jugement", suggestion="jugement majoritaire")
    visitor.send_command()
    channel.get_by_label("La question").fill(JUDGED)
    channel.get_by_label("Les réponses possibles, une par ligne").fill("\n".join(TASKS))
    expect(channel.get_by_label("Les mentions, de la meilleure à la pire")).to_have_value(re.compile("À rejeter"))
    visitor.photograph("judgment-form")
    channel.locator("#modal-root button[type=submit]").click()
    visitor.settle()
    visitor.press("Publier", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est publié")


def _judge(visitor: Visitor, mentions: tuple[str, ...], *, photographed: bool) -> None:
    visitor.press("Voter", visitor.messages(JUDGED).last)
    for place, mention in enumerate(mentions):
        visitor.choose(mention, within=visitor.answer, place=place)
    if photographed:
        visitor.photograph("judgment-ballot")
    visitor.press("Relire mon bulletin", visitor.answer)
    for mention in mentions:
        expect(visitor.answer).to_contain_text(mention)
    if photographed:
        visitor.photograph("judgment-summary")
    visitor.press("Confirmer mon vote", visitor.answer)
    expect(visitor.answer).to_contain_text("C’est enregistré")
