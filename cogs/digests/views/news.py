"""What is new, for oneself."""

from __future__ import annotations

from bot.screen.checks import member_of
from bot.screen.ui import Dynamic, Interaction, show, turn
from cogs.digests import cards
from cogs.digests.views.parts import reading


async def show_news(interaction: Interaction, days: int | None) -> None:
    """Only of the channels that this member sees."""
    member, guild = member_of(interaction), interaction.client.guild

    def sees(channel_id: int) -> bool:
        channel = guild.get_channel_or_thread(channel_id)
        return channel is not None and channel.permissions_for(member).view_channel

    t, thesaurus = interaction.client.speaker_for(interaction), interaction.client.thesaurus
    news = await reading(interaction).look(member.id, days, sees=sees)
    themes = [thesaurus.name(key, t.language) for key in news.themes]
    await show(
        interaction,
        cards.news_card(news.sections, t, since=news.since, themes=themes, remembered=news.remembered),
    )


async def show_followed(interaction: Interaction, typed: str) -> None:
    t = interaction.client.speaker_for(interaction)
    followed = await reading(interaction).follow(interaction.user.id, typed)
    if followed is None:
        await show(interaction, cards.told_card(t("news-no-theme")))
        return
    key, now = followed
    name = interaction.client.thesaurus.name(key, t.language)
    await show(interaction, cards.told_card(t("news-followed" if now else "news-unfollowed", theme=name)))


class RememberButton(Dynamic, template=r"digests:remember:"):
    async def act(self, interaction: Interaction) -> None:
        await reading(interaction).remember(interaction.user.id)
        await turn(interaction, cards.told_card(interaction.client.speaker_for(interaction)("news-remembered")))


class ForgetButton(Dynamic, template=r"digests:forget:"):
    async def act(self, interaction: Interaction) -> None:
        await reading(interaction).forget(interaction.user.id)
        await turn(interaction, cards.told_card(interaction.client.speaker_for(interaction)("news-forgotten")))


DYNAMICS: tuple[type[Dynamic], ...] = (RememberButton, ForgetButton)
