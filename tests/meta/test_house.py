"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from bot.client import FEATURES, ROOT
from tests.journeys.pictures import PICTURES

PRODUCT = sorted(
    path for folder in ("bot", "cogs") for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts
)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def calls(path: Path) -> list[str]:
    """Every call's dotted name."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)]


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize(
    ("forbidden", "allowed"),
    [
        (r"datetime\.(now|utcnow|today)|date\.today|time\.time", {"bot/clock.py"}),
        (r".*\.(getenv|environ\.get)", set[str]()),
    ],
)
def test_only_one_place_reads_the_clock_and_nobody_the_environment(forbidden: str, allowed: set[str]) -> None:
    offenders = {name(path) for path in PRODUCT if any(re.fullmatch(forbidden, call) for call in calls(path))}
    assert offenders <= allowed | {"bot/demo/hub.py"}


@pytest.mark.parametrize(
    ("library", "door"),
    [
        ("apscheduler", "bot/schedule/scheduler.py"),
        ("matplotlib", "bot/screen/charts.py"),
        ("fluent", "bot/screen/i18n.py"),
        ("simcord", "bot/demo/"),
        ("aiosqlite", "bot/storage/"),
        ("pypdf", "bot/text/extract_pdf.py"),
        ("icalendar", "bot/schedule/calendar_file.py"),
        ("httpx", "bot/web/"),
        ("idna", "bot/web/"),
        ("selectolax", "bot/web/"),
    ],
)
def test_each_library_has_one_door(library: str, door: str) -> None:
    importers = {name(path) for path in PRODUCT if library in imports(path)}
    assert importers
    assert all(importer.startswith(door) for importer in importers)


def test_sql_is_executed_in_storages_only() -> None:
    offenders = [
        name(path)
        for path in PRODUCT
        if not (path.stem.endswith("storage") or path.parent.name == "storage")
        and path.name != "checkup.py"  # reads beside a running bot, on a connection of its own
        and any(re.fullmatch(r".*\.(execute|executemany|executescript|insert)", call) for call in calls(path))
    ]
    assert offenders == []


def test_sql_asks_for_no_time() -> None:
    for path in [*PRODUCT, *(ROOT / "migrations").glob("*.sql")]:
        assert "CURRENT_TIMESTAMP" not in path.read_text(encoding="utf-8"), name(path)


def test_every_table_is_strict() -> None:
    for path in (ROOT / "migrations").glob("*.sql"):
        statements = re.findall(r"CREATE TABLE.*?;", path.read_text(encoding="utf-8"), re.DOTALL)
        assert all("STRICT" in statement for statement in statements), name(path)


def test_no_folder_is_called_what_everything_could_be_in() -> None:
    vague = {"utils", "helpers", "common", "misc", "util", "helper"}
    assert [name(path) for path in PRODUCT if vague & {path.stem, *path.parts}] == []


def test_features_have_only_the_rooms_of_the_plan() -> None:
    rooms = {"__init__", "cog", "views", "cards", "service", "models", "storage", "jobs"}
    for feature in FEATURES:
        found = {
            path.stem for path in (ROOT / "cogs" / feature).iterdir() if path.name not in {"locales", "__pycache__"}
        }
        assert found <= rooms, feature


def test_no_custom_id_can_hold_an_answer() -> None:
    """A ballot's custom_ids carry the poll's number and a random ticket, nothing chosen."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "cogs/polls/cards").glob("*.py"))
    built = set(re.findall(r'f"(polls:[^"]+)"', text))
    voting = {item for item in built if re.match(r"polls:(vote|choose|confirm|change):", item)}
    assert voting == {
        "polls:vote:{poll_id}",
        "polls:vote:{poll.poll_id}",
        "polls:choose:{poll.poll_id}",
        "polls:confirm:{poll.poll_id}:{ticket}",
        "polls:change:{poll.poll_id}:{ticket}",
    }


def test_env_example_documents_every_setting_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    documented = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    read = set(re.findall(r'value\("([A-Z_]+)"\)', (ROOT / "bot/config.py").read_text(encoding="utf-8")))
    assert documented == read
    assert "SECRET_KEY=\n" in example


def test_locks_hold_hashes_and_no_address() -> None:
    for path in (ROOT / "locks").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        packages = re.findall(r"^[a-z][^=\n]*==", text, re.MULTILINE)
        assert len(packages) > 10
        assert "--hash=sha256:" in text
        assert "://" not in text


def test_every_picture_of_the_documentation_is_there_and_can_be_taken_again() -> None:
    shown = {
        picture
        for page in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
        for picture in re.findall(r"!\[[^\]]+\]\((?:docs/)?images/([\w-]+)\.png\)", page.read_text(encoding="utf-8"))
    }
    assert shown == set(PICTURES.values())
    assert shown == {path.stem for path in (ROOT / "docs/images").glob("*.png")}
