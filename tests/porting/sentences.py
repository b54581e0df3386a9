"""Sentences in the code: which are told to people, and which of them are marked for translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

SENTENCE = re.compile(r"[A-Z“{].* .*[a-z}”)][.:;]? ?", re.DOTALL)
TELLING = {"report", "_report", "problem", "_say", "Problem", "ReadError"}
#: What marks a text, and how many of its first arguments are texts.
MARKING = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 2}


def sentences(tree: ast.Module) -> Iterator[ast.expr]:
    """Texts that are given to a report, and all else that ends like a sentence; no docstrings."""
    plain = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name(node) in TELLING and node.args:
            yield from (one for one in ast.walk(node.args[-1]) if is_text(one, " "))
        elif isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in plain and is_text(node, ". "):
            yield node


def name(call: ast.Call) -> str:
    """What is called, by its last name."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def is_text(node: ast.AST, sign: str) -> bool:
    """Whether a node is a text that reads like a sentence and holds ``sign``."""
    said = ""
    if isinstance(node, ast.JoinedStr):
        said = "".join(str(one.value) if isinstance(one, ast.Constant) else "{x}" for one in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        said = node.value
    return bool(SENTENCE.fullmatch(said)) and sign in f"{said} "


def marked(tree: ast.Module) -> Iterator[ast.expr]:
    """What is given to gettext, with its parts."""
    for node in ast.walk(tree):
        for text in node.args[: MARKING.get(name(node), 0)] if isinstance(node, ast.Call) else ():
            yield from (one for one in ast.walk(text) if isinstance(one, ast.Constant | ast.JoinedStr))


def unmarked(tree: ast.Module) -> list[str]:
    """The sentences nobody could translate."""
    known = {id(one) for one in marked(tree)}
    return [ast.unparse(one) for one in sentences(tree) if id(one) not in known]


def with_nameless_places(tree: ast.Module) -> list[str]:
    """Marked texts that are put together in code, or whose placeholders have no names."""
    return [
        ast.unparse(one)
        for one in marked(tree)
        if not isinstance(one, ast.Constant) or re.search(r"%(?![(%])", str(one.value))
    ]
