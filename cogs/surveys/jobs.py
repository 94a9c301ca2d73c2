"""What the outbox and the review desk call for surveys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.posting.outbox_storage import OutboxRow
from bot.posting.posts import Post, PostKind
from bot.registry import Verdict
from bot.screen.desk import Choice, Subject
from bot.screen.i18n import Speaker
from bot.screen.sight import is_public
from bot.screen.ui import button
from bot.storage.database import Transaction
from cogs.surveys import cards
from cogs.surveys.models import RequestGone, SurveyNotFound
from cogs.surveys.service import (
    ASKED,
    ASKED_TO_CLOSE,
    CARD,
    INVITE,
    REMIND,
    RESULT,
    SUSPENDED,
    TEXTS,
    UPDATE,
    QuestionnaireService,
    SecondModerator,
    SurveyService,
    TextService,
    document_of,
)

if TYPE_CHECKING:
    from bot.client import CommunityBot


class _SurveyJob:
    def __init__(self, bot: CommunityBot) -> None:
        self._bot = bot

    @property
    def _surveys(self) -> SurveyService:
        return self._bot.registry.service(SurveyService)

    @property
    def _texts(self) -> TextService:
        return self._bot.registry.service(TextService)

    @property
    def _t(self) -> Speaker:
        return self._bot.public_speaker


class CardPost(_SurveyJob, PostKind):
    """The public card, once."""

    kind = CARD

    async def render(self, row: OutboxRow) -> Post | None:
        survey = await self._surveys.lookup.get(row.ref["survey_id"])
        return None if survey.status.is_over else Post(cards.survey_card(survey, self._t))

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._surveys.note_message(transaction, row.ref["survey_id"], message_id)

    def mark(self, row: OutboxRow) -> str:
        return f"surveys:dm:{row.ref['survey_id']}"


class UpdatePost(_SurveyJob, PostKind):
    """The card once more, as the survey is now."""

    kind = UPDATE

    async def render(self, row: OutboxRow) -> Post | None:
        survey = await self._surveys.lookup.get(row.ref["survey_id"])
        if survey.message_id is None:
            return None
        return Post(cards.survey_card(survey, self._t), edits=survey.message_id)


class ResultPost(_SurveyJob, PostKind):
    kind = RESULT

    async def render(self, row: OutboxRow) -> Post | None:
        survey = await self._surveys.lookup.get(row.ref["survey_id"])
        published = await self._surveys.lookup.get_published(survey.survey_id)
        layout, files = await cards.draw_result(survey, published, self._t)
        return Post(layout, files, reply_to=survey.message_id)

    async def posted(self, row: OutboxRow, message_id: int, transaction: Transaction) -> None:
        await self._surveys.note_result_message(transaction, row.ref["survey_id"], message_id)
        survey = await self._surveys.lookup.get(row.ref["survey_id"])
        if not survey.withheld and is_public(self._bot, row.channel_id):
            await self._bot.index.put(transaction, document_of(survey))


class SuspendedPost(_SurveyJob, PostKind):
    kind = SUSPENDED

    async def render(self, row: OutboxRow) -> Post | None:
        return Post(cards.suspended_card(await self._surveys.lookup.get(row.ref["survey_id"]), self._t))


class AskedPost(_SurveyJob, PostKind):
    kind = ASKED

    async def render(self, row: OutboxRow) -> Post | None:
        try:
            launch = await self._bot.registry.service(SecondModerator).get_request(row.ref["request_id"])
        except RequestGone:
            return None
        questionnaire = await self._bot.registry.service(QuestionnaireService).get(launch.questionnaire_id)
        return Post(cards.asked_card(launch, questionnaire, self._t))

    def mark(self, row: OutboxRow) -> str:
        return f"surveys:confirm-launch:{row.ref['request_id']}"


class AskedToClosePost(_SurveyJob, PostKind):
    kind = ASKED_TO_CLOSE

    async def render(self, row: OutboxRow) -> Post | None:
        try:
            closing = await self._bot.registry.service(SecondModerator).get_closing(row.ref["request_id"])
        except RequestGone:
            return None
        survey = await self._surveys.lookup.get(closing.survey_id)
        return Post(cards.asked_to_close_card(closing, survey, self._t))

    def mark(self, row: OutboxRow) -> str:
        return f"surveys:confirm-close:{row.ref['request_id']}"


class InvitePost(_SurveyJob, PostKind):
    """To one subscriber; nothing once the survey is over."""

    kind = INVITE
    keeps_message_id = False

    async def render(self, row: OutboxRow) -> Post | None:
        survey = await self._surveys.lookup.get(row.ref["survey_id"])
        if not await self._surveys.is_to_be_told(survey.survey_id, row.ref["user_id"]):
            return None
        return Post(cards.start_card(survey, self._t))

    async def find_channel(self, row: OutboxRow) -> Any:
        user = self._bot.get_user(row.ref["user_id"]) or await self._bot.fetch_user(row.ref["user_id"])
        return user.dm_channel or await user.create_dm()

    async def refused(self, row: OutboxRow, transaction: Transaction) -> bool:  # noqa: ARG002
        """Their direct messages are closed: the public card is there for them."""
        return True

    def mark(self, row: OutboxRow) -> str:
        return f"surveys:start:{row.ref['survey_id']}"


class RemindPost(InvitePost):
    """The same for all subscribers, whether they have answered or not."""

    kind = REMIND

    async def render(self, row: OutboxRow) -> Post | None:
        survey = await self._surveys.lookup.get(row.ref["survey_id"])
        if not await self._surveys.is_to_be_told(survey.survey_id, row.ref["user_id"]):
            return None
        return Post(cards.reminder_card(survey, self._t))

    def mark(self, row: OutboxRow) -> str:  # noqa: ARG002 - found by its words
        return ""


POSTS = (CardPost, UpdatePost, ResultPost, SuspendedPost, AskedPost, AskedToClosePost, InvitePost, RemindPost)


class TextsReview(_SurveyJob):
    """The open texts of a survey, together: published after a reading, or erased."""

    kind = TEXTS
    choices = (Choice("publish-texts", "good"), Choice("erase-texts", "bad", asks=True))

    async def show(self, ref: str, t: Speaker) -> Subject | None:
        try:
            survey = await self._surveys.lookup.get(int(ref))
        except SurveyNotFound:
            return None
        waiting = await self._texts.list_waiting(survey.survey_id)
        struck = sum(text.struck for text in waiting)
        read = button(t("surveys-read-texts"), f"surveys:review-texts:{ref}:0")
        title = survey.questionnaire.title.in_language(t.language)
        return Subject(title, cards.texts_blocks(len(waiting), struck, t), (read,))

    async def decide(self, ref: str, verdict: Verdict, transaction: Transaction) -> None:
        if verdict.choice == "publish-texts":
            await self._texts.publish(transaction, int(ref))
        else:
            await self._texts.erase(transaction, int(ref))

    async def settled(self, ref: str, verdict: Verdict) -> None:  # noqa: ARG002 - the contract's signature
        await self._texts.forget()
