"""What is new, for oneself; and new members who want to be welcomed."""

from __future__ import annotations

import re

from bot.screen.checks import member_of
from bot.screen.sight import may_see
from bot.screen.ui import Dynamic, Form, Interaction, show, told_card, turn
from cogs.digests import cards
from cogs.digests.models import NotNew
from cogs.digests.views.parts import reading, welcomes


async def show_news(interaction: Interaction, days: int | None) -> None:
    """Only of the channels that this member sees."""
    member, client = member_of(interaction), interaction.client

    def sees(channel_id: int) -> bool:
        return may_see(client, channel_id, member)

    t, thesaurus = interaction.client.speaker_for(interaction), interaction.client.thesaurus
    news = await reading(interaction).look(member.id, days, sees=sees)
    themes = [thesaurus.name(key, t.language) for key in news.themes]
    await show(
        interaction,
        cards.news_card(
            news.sections,
            t,
            since=news.since,
            themes=themes,
            remembered=news.remembered,
            may_be_welcomed=welcomes(interaction).is_new(member.joined_at),
        ),
    )


async def show_followed(interaction: Interaction, typed: str) -> None:
    t = interaction.client.speaker_for(interaction)
    followed = await reading(interaction).follow(interaction.user.id, typed)
    if followed is None:
        await show(interaction, told_card(t("news-no-theme")))
        return
    key, now = followed
    name = interaction.client.thesaurus.name(key, t.language)
    await show(interaction, told_card(t("news-followed" if now else "news-unfollowed", theme=name)))


class RememberButton(Dynamic, template=r"digests:remember:"):
    async def act(self, interaction: Interaction) -> None:
        await reading(interaction).remember(interaction.user.id)
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("news-remembered")))


class ForgetButton(Dynamic, template=r"digests:forget:"):
    async def act(self, interaction: Interaction) -> None:
        await reading(interaction).forget(interaction.user.id)
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("news-forgotten")))


class WelcomeButton(Dynamic, template=r"digests:welcome:"):
    async def act(self, interaction: Interaction) -> None:
        service, member = welcomes(interaction), member_of(interaction)
        if not service.is_new(member.joined_at):
            raise NotNew
        held = await service.find_of(member.id)
        t = interaction.client.speaker_for(interaction)
        await interaction.response.send_modal(cards.welcome_form(held.words if held else "", t))


class WelcomeForm(Form):
    template = re.compile(r"digests:welcomed:")

    async def submitted(self, interaction: Interaction, ids: dict[str, str], values: dict[str, str], /) -> None:  # noqa: ARG002
        member, t = member_of(interaction), interaction.client.speaker_for(interaction)
        words = values.get("words", "")
        await welcomes(interaction).ask(member.id, member.display_name, words, joined_at=member.joined_at)
        await show(interaction, cards.welcome_card(member.display_name, t))


class UnwelcomeButton(Dynamic, template=r"digests:unwelcome:"):
    async def act(self, interaction: Interaction) -> None:
        await welcomes(interaction).withdraw(interaction.user.id)
        await turn(interaction, told_card(interaction.client.speaker_for(interaction)("news-unwelcomed")))


DYNAMICS: tuple[type[Dynamic], ...] = (RememberButton, ForgetButton, WelcomeButton, UnwelcomeButton)
FORMS = (WelcomeForm(),)
