"""What the bot runs on is free to use, in what its own files say."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata
from typing import Any, cast

import pytest

from bot.client import ROOT

PERMISSIVE = re.compile(
    r"MIT|BSD|Apache|APL 2|PSF|Python Software Foundation|MPL|Mozilla|Zlib|CC0|CNRI|ISC", re.IGNORECASE
)
COPYLEFT = re.compile(r"\bA?L?GPL|GNU (?:Lesser|Affero|General)", re.IGNORECASE)
LOCKED = re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "locks/run.txt").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("package", sorted(set(LOCKED)))
def test_every_package_is_under_a_permissive_licence(package: str) -> None:
    try:
        told: Any = cast("Any", metadata(package))
    except PackageNotFoundError:
        pytest.skip("for another version of Python")
    classifiers: list[str] = told.get_all("Classifier") or []
    named: list[str] = [str(told.get("License-Expression") or ""), str(told.get("License") or "")[:200]]
    licence = " ".join([*named, *(line for line in classifiers if line.startswith("License"))])
    assert PERMISSIVE.search(licence), licence
    assert not COPYLEFT.search(licence), licence
