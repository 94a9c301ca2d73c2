"""The rows of questionnaires and surveys."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime

from bot.storage.database import Database, Row, Transaction
from cogs.surveys.models import (
    Closing,
    Launch,
    OpenText,
    Published,
    Questionnaire,
    Status,
    Survey,
    fingerprint,
    read_questionnaire,
)


class SurveyStorage:
    def __init__(self, database: Database) -> None:
        self._database = database
        # A questionnaire never changes once it has a number.
        self._read: dict[int, Questionnaire] = {}

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        return self._database.transaction()

    async def forget_deleted(self) -> bool:
        return await self._database.forget_deleted()

    # Questionnaires

    async def add_questionnaire(self, toml: str, *, imported_by: int | None, now: datetime) -> int:
        """The number of the same one where there is one already."""
        questionnaire = read_questionnaire(toml)
        mark = fingerprint(questionnaire)
        async with self._database.transaction() as transaction:
            await transaction.insert(
                "INSERT INTO survey_questionnaires (key, fingerprint, toml, imported_by, imported_at) "
                "VALUES (?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING",
                (questionnaire.key, mark, toml, imported_by, now.isoformat()),
            )
            row = await transaction.one(
                "SELECT questionnaire_id FROM survey_questionnaires WHERE fingerprint = ?", (mark,)
            )
        assert row is not None
        return row["questionnaire_id"]

    async def find_questionnaire(self, questionnaire_id: int) -> Questionnaire | None:
        if questionnaire_id not in self._read:
            row = await self._database.one(
                "SELECT toml FROM survey_questionnaires WHERE questionnaire_id = ?", (questionnaire_id,)
            )
            if row is None:
                return None
            self._read[questionnaire_id] = read_questionnaire(row["toml"])
        return self._read[questionnaire_id]

    async def find_toml(self, questionnaire_id: int) -> str | None:
        row = await self._database.one(
            "SELECT toml FROM survey_questionnaires WHERE questionnaire_id = ?", (questionnaire_id,)
        )
        return row["toml"] if row else None

    async def list_questionnaires(self) -> list[tuple[int, Questionnaire]]:
        """The latest of each key, the latest first."""
        rows = await self._database.all(
            "SELECT max(questionnaire_id) AS questionnaire_id FROM survey_questionnaires GROUP BY key ORDER BY 1 DESC"
        )
        found = [(row["questionnaire_id"], await self.find_questionnaire(row["questionnaire_id"])) for row in rows]
        return [(number, questionnaire) for number, questionnaire in found if questionnaire is not None]

    # Surveys

    async def add_survey(self, transaction: Transaction, survey: Survey, launched_by: int) -> int:
        return await transaction.insert(
            "INSERT INTO surveys (questionnaire_id, channel_id, role_id, electorate, minimum_answers, status, box_id, "
            "launched_by, opened_at, closes_at, alike_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                survey.questionnaire_id,
                survey.channel_id,
                survey.role_id,
                survey.electorate,
                survey.minimum_answers,
                survey.status,
                survey.box_id,
                launched_by,
                survey.opened_at.isoformat(),
                survey.closes_at.isoformat(),
                survey.alike_id,
            ),
        )

    async def find_alike(self, key: str, since: datetime) -> int | None:
        """The newest with the same questionnaire, in any wording, that was open since then."""
        row = await self._database.one(
            "SELECT max(survey_id) AS survey_id FROM surveys JOIN survey_questionnaires USING (questionnaire_id) "
            "WHERE key = ? AND status != 'cancelled' AND coalesce(closed_at, closes_at) >= ?",
            (key, since.isoformat()),
        )
        return row["survey_id"] if row else None

    async def find_survey(self, survey_id: int) -> Survey | None:
        row = await self._database.one("SELECT * FROM surveys WHERE survey_id = ?", (survey_id,))
        return await self._survey(row) if row else None

    async def list_surveys(self, statuses: Iterable[Status], *, limit: int) -> list[Survey]:
        """Newest first."""
        wanted = [status.value for status in statuses]
        rows = await self._database.all(
            f"SELECT * FROM surveys WHERE status IN ({', '.join('?' * len(wanted))}) ORDER BY survey_id DESC LIMIT ?",  # noqa: S608
            (*wanted, limit),
        )
        return [await self._survey(row) for row in rows]

    async def list_leftover_boxes(self) -> list[tuple[int, str]]:
        rows = await self._database.all(
            "SELECT survey_id, box_id FROM surveys WHERE status IN ('closed', 'cancelled') AND box_id IS NOT NULL"
        )
        return [(row["survey_id"], row["box_id"]) for row in rows]

    async def set_status(self, transaction: Transaction, survey_id: int, *, now: Status, before: Status) -> bool:
        return bool(
            await transaction.execute(
                "UPDATE surveys SET status = ? WHERE survey_id = ? AND status = ?", (now, survey_id, before)
            )
        )

    async def end_survey(
        self, transaction: Transaction, survey_id: int, *, status: Status, closed_at: datetime, withheld: bool
    ) -> bool:
        """False when it was over already."""
        return bool(
            await transaction.execute(
                "UPDATE surveys SET status = ?, closed_at = ?, withheld = ? "
                "WHERE survey_id = ? AND status IN ('open', 'suspended')",
                (status, closed_at.isoformat(), withheld, survey_id),
            )
        )

    async def forget_box(self, survey_id: int) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("UPDATE surveys SET box_id = NULL WHERE survey_id = ?", (survey_id,))

    async def set_message(self, transaction: Transaction, survey_id: int, message_id: int) -> None:
        await transaction.execute("UPDATE surveys SET message_id = ? WHERE survey_id = ?", (message_id, survey_id))

    async def set_result_message(self, transaction: Transaction, survey_id: int, message_id: int) -> None:
        await transaction.execute(
            "UPDATE surveys SET result_message_id = ? WHERE survey_id = ?", (message_id, survey_id)
        )

    # Results

    async def add_result(
        self, transaction: Transaction, survey_id: int, turnout: int, counts: Iterable[int | None]
    ) -> None:
        await transaction.execute("INSERT INTO survey_results (survey_id, turnout) VALUES (?, ?)", (survey_id, turnout))
        for counter, people in enumerate(counts):
            if people is not None:
                await transaction.execute(
                    "INSERT INTO survey_result_counts (survey_id, counter, people) VALUES (?, ?, ?)",
                    (survey_id, counter, people),
                )

    async def find_published(self, survey: Survey, counters: int) -> Published | None:
        row = await self._database.one("SELECT turnout FROM survey_results WHERE survey_id = ?", (survey.survey_id,))
        if row is None:
            return None
        rows = await self._database.all(
            "SELECT counter, people FROM survey_result_counts WHERE survey_id = ?", (survey.survey_id,)
        )
        held = {count["counter"]: count["people"] for count in rows}
        return Published(survey, row["turnout"], tuple(held.get(counter) for counter in range(counters)))

    async def add_texts(self, transaction: Transaction, survey_id: int, texts: Iterable[tuple[str, str]]) -> None:
        """(question, text), sorted."""
        for question, text in texts:
            await transaction.execute(
                "INSERT INTO survey_texts (survey_id, question, text) VALUES (?, ?, ?)", (survey_id, question, text)
            )

    async def list_texts(self, survey_id: int, *, published: bool) -> list[OpenText]:
        rows = await self._database.all(
            "SELECT * FROM survey_texts WHERE survey_id = ? AND published = ? ORDER BY question, text",
            (survey_id, published),
        )
        return [OpenText(row["text_id"], row["question"], row["text"], struck=bool(row["struck"])) for row in rows]

    async def find_text(self, text_id: int) -> tuple[int, OpenText] | None:
        """With its survey's number; only while it waits."""
        row = await self._database.one("SELECT * FROM survey_texts WHERE text_id = ? AND NOT published", (text_id,))
        if row is None:
            return None
        return row["survey_id"], OpenText(row["text_id"], row["question"], row["text"], struck=bool(row["struck"]))

    async def change_text(self, text_id: int, *, text: str, struck: bool) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute(
                "UPDATE survey_texts SET text = ?, struck = ? WHERE text_id = ? AND NOT published",
                (text, struck, text_id),
            )

    async def publish_texts(self, transaction: Transaction, survey_id: int, least: int) -> None:
        """What was struck out goes, and whatever is left of a question with fewer than `least`."""
        await transaction.execute("DELETE FROM survey_texts WHERE survey_id = ? AND struck", (survey_id,))
        await transaction.execute(
            "DELETE FROM survey_texts WHERE survey_id = ? AND question IN (SELECT question FROM survey_texts "
            "WHERE survey_id = ? GROUP BY question HAVING count(*) < ?)",
            (survey_id, survey_id, least),
        )
        await transaction.execute("UPDATE survey_texts SET published = 1 WHERE survey_id = ?", (survey_id,))

    async def delete_texts(self, transaction: Transaction, survey_id: int) -> None:
        await transaction.execute("DELETE FROM survey_texts WHERE survey_id = ? AND NOT published", (survey_id,))

    # Subscribers, and what a second moderator confirms

    async def subscribe(self, user_id: int) -> None:
        async with self._database.transaction() as transaction:
            await transaction.insert(
                "INSERT INTO survey_subscribers (user_id) VALUES (?) ON CONFLICT DO NOTHING", (user_id,)
            )

    async def unsubscribe(self, user_id: int) -> None:
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM survey_subscribers WHERE user_id = ?", (user_id,))

    async def is_subscribed(self, user_id: int) -> bool:
        return await self._database.one("SELECT 1 FROM survey_subscribers WHERE user_id = ?", (user_id,)) is not None

    async def list_subscribers(self) -> list[int]:
        rows = await self._database.all("SELECT user_id FROM survey_subscribers ORDER BY user_id")
        return [row["user_id"] for row in rows]

    async def add_request(self, transaction: Transaction, launch: Launch, now: datetime) -> int:
        return await transaction.insert(
            "INSERT INTO survey_requests (questionnaire_id, channel_id, role_id, closes_at, asked_by, asked_at) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (
                launch.questionnaire_id,
                launch.channel_id,
                launch.role_id,
                launch.closes_at.isoformat(),
                launch.asked_by,
                now.isoformat(),
            ),
        )

    async def find_request(self, request_id: int) -> Launch | None:
        row = await self._database.one("SELECT * FROM survey_requests WHERE request_id = ?", (request_id,))
        if row is None:
            return None
        return Launch(
            row["questionnaire_id"],
            row["channel_id"],
            row["role_id"],
            datetime.fromisoformat(row["closes_at"]),
            row["asked_by"],
            row["request_id"],
        )

    async def add_closing(self, transaction: Transaction, survey_id: int, asked_by: int, now: datetime) -> int:
        """The request's id; 0 when the same is asked already."""
        return await transaction.insert(
            "INSERT INTO survey_closings (survey_id, asked_by, asked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (survey_id, asked_by, now.isoformat()),
        )

    async def find_closing(self, request_id: int) -> Closing | None:
        row = await self._database.one("SELECT * FROM survey_closings WHERE request_id = ?", (request_id,))
        if row is None:
            return None
        return Closing(row["request_id"], row["survey_id"], row["asked_by"], datetime.fromisoformat(row["asked_at"]))

    async def delete_closings_before(self, transaction: Transaction, moment: datetime) -> None:
        await transaction.execute("DELETE FROM survey_closings WHERE asked_at < ?", (moment.isoformat(),))

    async def delete_closing(self, transaction: Transaction, survey_id: int) -> None:
        await transaction.execute("DELETE FROM survey_closings WHERE survey_id = ?", (survey_id,))

    async def delete_request(self, transaction: Transaction, request_id: int) -> bool:
        return bool(await transaction.execute("DELETE FROM survey_requests WHERE request_id = ?", (request_id,)))

    # People

    async def export_person(self, user_id: int) -> list[dict[str, object]]:
        launched = await self._database.all(
            "SELECT survey_id, opened_at FROM surveys WHERE launched_by = ?", (user_id,)
        )
        imported = await self._database.all(
            "SELECT key, imported_at FROM survey_questionnaires WHERE imported_by = ?", (user_id,)
        )
        asked = await self._database.all(
            "SELECT asked_at FROM survey_requests WHERE asked_by = ? UNION ALL "
            "SELECT asked_at FROM survey_closings WHERE asked_by = ?",
            (user_id, user_id),
        )
        subscribed: list[dict[str, object]] = []
        if await self.is_subscribed(user_id):
            subscribed.append({"surveys_by_direct_message": "yes"})
        return [
            *({"launched_survey": row["survey_id"], "at": row["opened_at"]} for row in launched),
            *({"imported_questionnaire": row["key"], "at": row["imported_at"]} for row in imported),
            *({"asked_a_second_moderator_at": row["asked_at"]} for row in asked),
            *subscribed,
        ]

    async def erase_person(self, transaction: Transaction, user_id: int) -> None:
        await transaction.execute("UPDATE surveys SET launched_by = NULL WHERE launched_by = ?", (user_id,))
        await transaction.execute(
            "UPDATE survey_questionnaires SET imported_by = NULL WHERE imported_by = ?", (user_id,)
        )
        await transaction.execute("DELETE FROM survey_requests WHERE asked_by = ?", (user_id,))
        await transaction.execute("DELETE FROM survey_closings WHERE asked_by = ?", (user_id,))
        await transaction.execute("DELETE FROM survey_subscribers WHERE user_id = ?", (user_id,))

    async def _survey(self, row: Row) -> Survey:
        questionnaire = await self.find_questionnaire(row["questionnaire_id"])
        assert questionnaire is not None
        return Survey(
            survey_id=row["survey_id"],
            questionnaire_id=row["questionnaire_id"],
            questionnaire=questionnaire,
            channel_id=row["channel_id"],
            role_id=row["role_id"],
            electorate=row["electorate"],
            minimum_answers=row["minimum_answers"],
            status=Status(row["status"]),
            opened_at=datetime.fromisoformat(row["opened_at"]),
            closes_at=datetime.fromisoformat(row["closes_at"]),
            box_id=row["box_id"],
            closed_at=datetime.fromisoformat(row["closed_at"]) if row["closed_at"] else None,
            withheld=bool(row["withheld"]),
            message_id=row["message_id"],
            result_message_id=row["result_message_id"],
            alike_id=row["alike_id"],
        )
