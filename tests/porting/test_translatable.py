"""What is said in reports is marked for translation, with placeholders that have names."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import porting
from tests.porting.sentences import unmarked, with_nameless_places

HOUSE = Path(porting.__file__).parent
ROOMS = ("readers", "convert", "importer", "packages", "media", "exporters", "management", "admin")
FILES = sorted(path for room in ROOMS for path in HOUSE.joinpath(room).rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_sentences_for_the_report_are_marked_for_translation(path: Path) -> None:
    assert unmarked(ast.parse(path.read_text())) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_placeholders_have_names(path: Path) -> None:
    assert with_nameless_places(ast.parse(path.read_text())) == []
