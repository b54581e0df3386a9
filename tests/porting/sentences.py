"""Sentences in the code: which are told to people, and which of them are marked for translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

SENTENCE = re.compile(r"[A-Z“{].* .*[\w}”)/>…][.:;?!]? ?", re.DOTALL)
#: Calls that tell somebody something, and which of their arguments does.
TELLING = {"report": -1, "_report": -1, "problem": -1, "_say": -1, "Problem": 2, "add": 2}
TELLING |= {f"{name}Error": 0 for name in ("Read", "Package", "Source", "Place", "Fetch", "Media", "Export")}
TELLING |= {f"{name}Error": 0 for name in ("Busy", "TakenOver", "Command", "Validation")}
#: What is told is also handed over by name, or put together under a name before it is.
NAMED = {"detail", "note", "help", "help_text", "error"}
#: What marks a text, and how many of its first arguments are texts.
MARKING = {"_": 1, "gettext": 1, "gettext_lazy": 1, "ngettext": 2}


def sentences(tree: ast.Module) -> Iterator[ast.expr]:
    """Texts that are given to a report or an error, and all else that ends like a sentence; no docstrings."""
    plain = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        for told in _told(node):
            yield from (one for one in ast.walk(told) if is_text(one, " "))
        if isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in plain and is_text(node, ". "):
            yield node


def _told(node: ast.AST) -> Iterator[ast.expr]:
    """Values of which it is known that somebody reads them."""
    if isinstance(node, ast.Call):
        at = TELLING.get(name(node), 0)
        if name(node) in TELLING and -1 <= at < len(node.args):
            yield from node.args[at:][:1]
        yield from (one.value for one in node.keywords if one.arg in NAMED)
    elif isinstance(node, ast.Assign) and any(getattr(one, "id", "") in NAMED for one in node.targets):
        yield node.value


def kinds(tree: ast.Module) -> Iterator[str]:
    """The kinds under which something is told to the report."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_told(node):
            words = [one.value for one in node.args[:2] if isinstance(one, ast.Constant) and one.value != ""]
            yield from words[:1]


def _is_told(call: ast.Call) -> bool:
    owner = getattr(call.func, "value", None)
    to_report = getattr(owner, "attr", "") == "report" or getattr(owner, "id", "") == "report"
    return len(call.args) > 1 and (
        name(call) in {"Problem", "problem", "report"} or (name(call) == "add" and to_report)
    )


def name(call: ast.Call) -> str:
    """What is called, by its last name."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def is_text(node: ast.AST, sign: str) -> bool:
    """Whether a node is a text that reads like a sentence and holds ``sign``."""
    said = ""
    if isinstance(node, ast.JoinedStr):
        said = "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        said = node.value
    has_words = re.search(r"[^\W\d_]{2}", said) is not None
    return has_words and bool(SENTENCE.fullmatch(said)) and sign in f"{said} "


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
