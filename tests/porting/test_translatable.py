"""What is said in reports is marked for translation, with placeholders that have names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import porting
from porting.importer.labels import KINDS
from tests.porting.sentences import kinds, unmarked, with_nameless_places

HOUSE = Path(porting.__file__).parent
ROOMS = ("readers", "convert", "importer", "packages", "media", "exporters", "management", "admin")
FILES = sorted(path for room in ROOMS for path in HOUSE.joinpath(room).rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_sentences_for_the_report_are_marked_for_translation(path: Path) -> None:
    assert unmarked(ast.parse(path.read_text())) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_placeholders_have_names(path: Path) -> None:
    assert with_nameless_places(ast.parse(path.read_text())) == []


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if "exporters" not in path.parts],
    ids=lambda path: str(path.relative_to(HOUSE)),
)
def test_what_an_import_reports_has_a_heading_in_plain_words(path: Path) -> None:
    assert set(kinds(ast.parse(path.read_text()))) <= KINDS.keys()
