"""The one index: found as typed, refined, completed, corrected, rebuilt."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.text.query import parse_query
from bot.text.search import MOST_MISSES
from bot.text.search_models import Document, FacetCount, Order
from tests.text.conftest import NOW, Shelf
from tests.text.labelled import judge, load_set

TITLES = (
    "Paroles de médiatrices",
    "Événements de la saison",
    "À propos de l’œuvre",
    "Accueillir les spectateur·rice·s",
    "Un·e régisseur·euse raconte",
    "Entre professionnel.le.s",
    "Charte d’usage de l’I.A.",
    "Atelier de co-construction",
    "Écrire en C++",
    "Le site www.tmnlab.com",
    "Les prud’hommes aujourd’hui",
    "Vers la presqu’île",
    "La version v1.2.s",
)


@pytest.fixture
async def full(shelf: Shelf) -> Shelf:
    for title in TITLES:
        await shelf.put(title)
    return shelf


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("mediateur", TITLES[0]),
        ("evenement", TITLES[1]),
        ("oeuvre", TITLES[2]),
        ("spectatrice", TITLES[3]),
        ("regisseuse", TITLES[4]),
        ("professionnelle", TITLES[5]),
        ("charte ia", TITLES[6]),
        ("co-construction", TITLES[7]),
        ("coconstruction", TITLES[7]),
        ("construction", TITLES[7]),
        ("C++", TITLES[8]),
        ("www.tmnlab.com", TITLES[9]),
        ("tmnlab", TITLES[9]),
        ("prud'homme", TITLES[10]),
        ("aujourd'hui", TITLES[10]),
        ("presqu'ile", TITLES[11]),
        ("v1.2.s", TITLES[12]),
        ('"usage de l\'IA"', TITLES[6]),
        ("spectateur.rice.s", TITLES[3]),
    ],
)
async def test_it_is_found_as_it_is_typed(full: Shelf, typed: str, title: str) -> None:
    assert await full.titles(typed) == [title]


async def test_c_plus_plus_is_not_any_c(full: Shelf) -> None:
    await full.put("La vitamine C")
    assert await full.titles("C++") == ["Écrire en C++"]


async def test_nothing_asked_lists_everything_the_latest_first(full: Shelf) -> None:
    assert await full.titles("") == list(reversed(TITLES))


async def test_a_title_counts_for_more_than_a_text(shelf: Shelf) -> None:
    await shelf.put("Autre chose", "La charte, toujours la charte. " * 3)
    await shelf.put("Une charte", "Autre chose, toujours autre chose. " * 3)
    assert await shelf.titles("charte") == ["Une charte", "Autre chose"]


async def test_the_order_by_date_is_the_latest_first(shelf: Shelf) -> None:
    await shelf.put("Une charte")
    await shelf.put("Autre chose", "à propos d’une charte")
    found = await shelf.index.search(parse_query("charte"), order=Order.DATE)
    assert [hit.title for hit in found.hits] == ["Autre chose", "Une charte"]


async def test_what_is_excluded_is_not_found(shelf: Shelf) -> None:
    await shelf.put("Charte du festival")
    await shelf.put("Charte du théâtre", tag="red-lines")
    await shelf.put("Charte de la place du théâtre")
    assert await shelf.titles("charte -festival -tag:red-lines") == ["Charte de la place du théâtre"]
    assert await shelf.titles('-"place du theatre" -festivals') == ["Charte du théâtre"]


async def test_facets_are_counted_over_the_whole_result_and_refine_it(shelf: Shelf) -> None:
    for number in range(12):
        await shelf.put("Charte", kind="charter" if number % 3 else "study", year=str(2024 + number % 2), tag="ai")
    found = await shelf.index.search(parse_query("charte"), page_size=5)
    assert (len(found.hits), found.total) == (5, 12)
    assert found.facets == {
        "kind": (FacetCount("charter", 8), FacetCount("study", 4)),
        "year": (FacetCount("2024", 6), FacetCount("2025", 6)),
        "tag": (FacetCount("ai", 12),),
    }
    refined = await shelf.ask("charte", kind="study", year="2024")
    assert refined.total == 2
    assert (await shelf.ask("charte année:2024 type:study")).total == 2
    assert (await shelf.ask("année:2024 année:2025")).total == 12
    assert (await shelf.ask("année:1900")).total == 0


async def test_pages_follow_one_another(shelf: Shelf) -> None:
    for number in range(7):
        await shelf.put(f"Charte {number}")
    pages = [await shelf.index.search(parse_query("charte"), page=page, page_size=3) for page in range(4)]
    assert [len(page.hits) for page in pages] == [3, 3, 1, 0]
    assert len({hit.ref for page in pages for hit in page.hits}) == 7


async def test_search_stays_within_one_source_where_asked(shelf: Shelf) -> None:
    await shelf.put("Charte", ref="library:1")
    await shelf.put("Charte", ref="library2:1")
    await shelf.put("Charte", ref="link:1")
    assert [hit.ref for hit in (await shelf.ask("charte", within="library")).hits] == ["library:1"]
    assert (await shelf.ask("charte")).total == 3
    assert [title.ref for title in await shelf.index.complete_titles("cha", within="link")] == ["link:1"]
    assert [title.ref for title in await shelf.index.complete_titles("", within="library")] == ["library:1"]


async def test_synonyms_and_narrower_tags_are_found(shelf: Shelf) -> None:
    await shelf.put("Vendre des places", tag="ticketing")
    await shelf.put("Nos refus", tag="red-lines")
    await shelf.put("Le R.G.P.D. en bref")
    assert await shelf.titles("box office") == ["Vendre des places"]
    assert await shelf.titles("gouvernance") == ["Nos refus"]
    assert await shelf.titles("donnees personnelles") == ["Le R.G.P.D. en bref"]
    assert await shelf.titles("étiquette:réservation") == ["Vendre des places"]


async def test_tags_that_moderators_merge_are_one_facet(shelf: Shelf) -> None:
    await shelf.put("Une", tag="ticketing")
    await shelf.put("Deux", tag="fundraising")
    await shelf.put("Trois", tag="ticketing fundraising")
    await shelf.thesaurus.merge("ticketing", into="fundraising")
    assert (await shelf.ask("")).facets["tag"] == (FacetCount("fundraising", 3),)
    assert (await shelf.ask("tag:ticketing")).total == 3
    assert (await shelf.ask("", tag="fundraising")).total == 3


async def test_a_mistyped_word_is_corrected_and_said(shelf: Shelf) -> None:
    await shelf.put("Billetterie et médiation", "La médiation, au guichet.")
    found = await shelf.ask("mediaton guichet")
    assert [hit.title for hit in found.hits] == ["Billetterie et médiation"]
    assert found.suggestion == "médiation guichet"
    assert await shelf.index.suggest(parse_query("bileterie")) == "billetterie"
    assert await shelf.index.suggest(parse_query("mediation")) is None
    assert await shelf.index.suggest(parse_query("xylophone")) is None


async def test_a_mistyped_masculine_finds_the_feminine(shelf: Shelf) -> None:
    await shelf.put("Les médiatrices")
    found = await shelf.ask("mediatteur")
    assert [hit.title for hit in found.hits] == ["Les médiatrices"]
    assert found.suggestion == "mediateur"


async def test_a_beginning_finds_the_words_it_begins(shelf: Shelf) -> None:
    await shelf.put("Comptabilité")
    assert await shelf.titles("comptab") == ["Comptabilité"]
    assert await shelf.titles("com*") == ["Comptabilité"]


async def test_what_holds_a_part_follows_what_holds_all(shelf: Shelf) -> None:
    await shelf.put("Charte")
    await shelf.put("Charte du festival")
    found = await shelf.ask("charte festival")
    assert [hit.title for hit in found.hits] == ["Charte du festival", "Charte"]
    assert (found.whole, found.total) == (1, 2)


async def test_put_again_replaces_and_remove_removes(shelf: Shelf) -> None:
    ref = await shelf.put("Billetterie")
    await shelf.put("Médiation", ref=ref)
    assert await shelf.titles("billetterie") == []
    assert await shelf.titles("médiation") == ["Médiation"]
    await shelf.remove(ref)
    await shelf.remove(ref)
    assert await shelf.titles("") == []
    assert await shelf.index.complete_titles("med") == ()
    assert await shelf.index.suggest(parse_query("mediatoin")) is None


async def test_a_put_that_is_rolled_back_leaves_nothing(shelf: Shelf) -> None:
    await shelf.put("Charte", tag="ai")
    document = shelf.document("Charte fantôme", tag="ghost")

    async def put_and_fail() -> None:
        async with shelf.database.transaction() as transaction:
            await shelf.index.put(transaction, document)
            await shelf.ask("charte")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await put_and_fail()
    await shelf.put("Charte neuve", tag="ai")
    found = await shelf.ask("charte")
    assert found.facets["tag"] == (FacetCount("ai", 2),)


async def test_what_was_removed_can_leave_every_byte(shelf: Shelf) -> None:
    ref = await shelf.put("Madame Zanzibarella", "Zanzibarella au théâtre")
    await shelf.put("Autre chose")
    await shelf.remove(ref)
    async with shelf.database.transaction() as transaction:
        await shelf.index.forget_removed(transaction)
    await shelf.database.forget_deleted()
    for path in shelf.database.path.parent.glob("test.db*"):
        assert b"anzibarell" not in path.read_bytes(), path


async def test_titles_are_completed_as_they_are_typed(full: Shelf) -> None:
    async def complete(typed: str) -> list[str]:
        return [found.title for found in await full.index.complete_titles(typed)]

    assert await complete("even") == ["Événements de la saison"]
    assert await complete("charte d'us") == ["Charte d’usage de l’I.A."]
    assert await complete("saison ev") == ["Événements de la saison"]
    assert await complete("spectatri") == ["Accueillir les spectateur·rice·s"]
    assert len(await complete("")) == len(TITLES)
    assert await complete("zzz") == []


async def test_an_extract_shows_the_words_as_they_were_written(shelf: Shelf) -> None:
    body = "Du vent. " * 60 + "Puis les *médiatrices* parlent aux spectateur·rice·s du soir. " + "Encore du vent. " * 60
    await shelf.put("Un récit", body)
    (hit,) = (await shelf.ask("mediateur spectatrice")).hits
    assert [run.text for run in hit.extract if run.is_found] == ["médiatrices", "spectateur·rice·s"]
    text = "".join(run.text for run in hit.extract)
    assert text in body
    assert len(text) <= 200


async def test_an_extract_is_of_the_summary_where_it_says_as_much(shelf: Shelf) -> None:
    document = replace(shelf.document("Charte", "Une longue charte."), summary="La charte en bref.")
    async with shelf.database.transaction() as transaction:
        await shelf.index.put(transaction, document)
    for typed in ("charte", ""):
        (hit,) = (await shelf.ask(typed)).hits
        assert "".join(run.text for run in hit.extract) == "La charte en bref."


async def test_people_search_while_others_publish(shelf: Shelf) -> None:
    await asyncio.gather(
        *(shelf.put(f"Charte {number}", tag=f"t{number % 7}") for number in range(40)),
        *(shelf.ask("charte", tag="t1") for _ in range(40)),
        *(shelf.ask("chrate") for _ in range(10)),
    )
    found = await shelf.ask("charte")
    assert found.total == 40
    assert sum(count.count for count in found.facets["tag"]) == 40


async def test_searches_in_vain_are_counted_without_their_author(shelf: Shelf) -> None:
    for typed in ("Théâtre d’ombres", "theatre d'ombres", "marionnettes <@123456789012345678>", "tag:x", ""):
        await shelf.index.note_miss(parse_query(typed))
    misses = await shelf.index.list_misses(10)
    assert [(miss.words, miss.searches, miss.last_day) for miss in misses] == [
        ("theatre ombres", 2, NOW.date()),
        ("marionnettes", 1, NOW.date()),
    ]


async def test_searches_in_vain_are_bounded(shelf: Shelf) -> None:
    for number in range(MOST_MISSES + 5):
        await shelf.index.note_miss(parse_query(f"rien {number}" + "x" * 200))
    misses = await shelf.index.list_misses(10_000)
    assert len(misses) == MOST_MISSES
    assert all(len(miss.words) <= 80 for miss in misses)


async def test_rebuilding_replaces_everything_says_how_far_and_searches_meanwhile(shelf: Shelf) -> None:
    await shelf.put("Ancienne charte", ref="library:old")
    told: list[int] = []
    meanwhile: list[int] = []

    async def progress(done: int) -> None:
        told.append(done)
        meanwhile.append((await shelf.ask("charte")).total)

    async def documents() -> AsyncIterator[Document]:
        for number in range(250):
            yield shelf.document(f"Charte {number}", ref=f"library:{number}")

    await shelf.index.rebuild(documents(), progress)
    assert told == [100, 200, 250]
    assert meanwhile == [101, 201, 250]
    assert await shelf.titles("ancienne") == []


async def test_what_changes_during_a_rebuild_is_the_newer(shelf: Shelf) -> None:
    for number in range(3):
        await shelf.put("Avant", ref=f"library:{number}")

    async def documents() -> AsyncIterator[Document]:
        for number in range(3):
            yield shelf.document("Relu", ref=f"library:{number}")
        await shelf.put("Publié entre-temps", ref="library:0")
        await shelf.remove("library:1")
        await shelf.put("Nouveau", ref="library:9")

    await shelf.index.rebuild(documents(), lambda _: asyncio.sleep(0))
    assert sorted(await shelf.titles("")) == ["Nouveau", "Publié entre-temps", "Relu"]


async def test_a_removal_that_is_rolled_back_during_a_rebuild_removes_nothing(shelf: Shelf) -> None:
    await shelf.put("Charte", ref="library:0")

    async def remove_and_fail() -> None:
        async with shelf.database.transaction() as transaction:
            await shelf.index.remove(transaction, "library:0")
            raise RuntimeError

    async def documents() -> AsyncIterator[Document]:
        with pytest.raises(RuntimeError):
            await remove_and_fail()
        yield shelf.document("Charte", ref="library:0")

    await shelf.index.rebuild(documents(), lambda _: asyncio.sleep(0))
    assert await shelf.titles("charte") == ["Charte"]


async def test_the_bot_goes_on_while_a_long_text_is_read(shelf: Shelf) -> None:
    """The loop has its turn over and over while the text is folded and written."""
    turns = 0

    async def watch() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0.001)
            turns += 1

    watching = asyncio.create_task(watch())
    await shelf.put("Long", " ".join(f"mot{number}é" for number in range(60_000)))
    while_read = turns
    assert await shelf.titles("mot1e") == ["Long"]
    watching.cancel()
    assert while_read > 20


async def test_the_index_survives_rubbish(shelf: Shelf) -> None:
    await shelf.put("\0\ud800" + "x" * 100_000, "b\0" * 50_000 + "é" * 500_000, tag=" ".join(map(str, range(10_000))))
    await shelf.put('" OR "1"="1', "'; DROP TABLE search_documents; --")
    assert (await shelf.ask("drop table")).total == 1


@given(typed=st.text(max_size=80) | st.text(alphabet='aé"()*^:+-~@{}NEAROT\\', max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
async def test_no_typing_raises_and_extracts_are_of_the_original(full: Shelf, typed: str) -> None:
    if full.written == len(TITLES):
        await full.put("Long", "Le théâtre, l’œuvre et « la charte » ! " * 40)
    found = await full.ask(typed)
    for hit in found.hits:
        text = "".join(run.text for run in hit.extract)
        assert len(text) <= 200
        assert text in "Le théâtre, l’œuvre et « la charte » ! " * 40
    await full.index.complete_titles(typed)


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "AND",
        "NEAR(a b)",
        "title:x",
        "a*",
        "^a",
        "{a b}:c",
        "'",
        "\\",
        "a" * 10_000_000,
        "tag:x " * 10_000,
        "\x00\x1b",
    ],
)
async def test_the_syntax_of_databases_is_only_words(full: Shelf, typed: str) -> None:
    assert (await full.ask(typed)).total <= len(TITLES)


async def test_french_is_found_as_well_as_promised(shelf: Shelf) -> None:
    labelled = load_set("own")
    assert labelled is not None
    async with shelf.database.transaction() as transaction:
        for document in labelled.documents:
            await shelf.index.put(transaction, document)
    answers = [
        [hit.ref.removeprefix("library:") for hit in (await shelf.ask(asked.text)).hits] for asked in labelled.queries
    ]
    quality = judge(labelled.queries, answers)
    assert quality.recall >= 0.95
    assert quality.mrr >= 0.85
