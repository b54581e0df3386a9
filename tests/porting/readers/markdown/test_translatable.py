"""What the readers of Markdown say in a report is marked for translation, with placeholders that have names."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import porting.readers.markdown

FILES = sorted(Path(porting.readers.markdown.__file__).parent.glob("*.py"))
SENTENCE = re.compile(r"[A-Z“{].* .*[a-z}”)][.:;]? ?", re.DOTALL)
TELLING = {"report", "_report", "Problem", "ReadError"}


def sentences(tree: ast.Module) -> Iterator[ast.expr]:
    """Texts that are given to a report, and all else that ends like a sentence; no docstrings."""
    plain = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name(node) in TELLING and node.args:
            yield from (one for one in ast.walk(node.args[-1]) if is_text(one, " "))
        elif isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in plain and is_text(node, ". "):
            yield node


def name(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def is_text(node: ast.AST, sign: str) -> bool:
    said = ""
    if isinstance(node, ast.JoinedStr):
        said = "".join(str(one.value) if isinstance(one, ast.Constant) else "{x}" for one in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        said = node.value
    return bool(SENTENCE.fullmatch(said)) and sign in f"{said} "


def marked(tree: ast.Module) -> Iterator[ast.expr]:
    """What is given to gettext, with its parts."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name(node) in ("_", "gettext", "gettext_lazy"):
            yield from (
                one for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant | ast.JoinedStr)
            )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sentences_for_the_report_are_marked_for_translation(path: Path) -> None:
    tree = ast.parse(path.read_text())
    known = {id(one) for one in marked(tree)}
    assert [ast.unparse(one) for one in sentences(tree) if id(one) not in known] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_placeholders_have_names(path: Path) -> None:
    for one in marked(ast.parse(path.read_text())):
        assert isinstance(one, ast.Constant), ast.unparse(one)
        assert not re.search(r"%(?!\()", str(one.value)), one.value
