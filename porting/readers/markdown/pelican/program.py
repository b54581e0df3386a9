"""What a program in Python gives names at its top, as far as it is written out. It is never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from typing import Any

LONGEST = 2000  # letters that are put together from parts
BROKEN = (SyntaxError, ValueError, TypeError, RecursionError, MemoryError)


def assigned(
    program: str, before: dict[str, Any] | None = None, unread: set[str] | None = None
) -> dict[str, Any]:
    """The values a program gives names at its top; ``before`` is known already.

    Names whose value only running the program would tell are put into ``unread``, those it tells later taken out.
    """
    values, lost = dict(before or {}), unread if unread is not None else set()
    for statement in _statements(program):
        if not isinstance(statement, ast.Assign | ast.AnnAssign) or statement.value is None:
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        for target in targets:
            _assign(target, statement.value, values, lost)
    return values


def _assign(target: ast.expr, value: ast.expr, values: dict[str, Any], lost: set[str]) -> None:
    """``NAME = value`` or ``NAME['key'] = value``."""
    name = target.value if isinstance(target, ast.Subscript) else target
    if not isinstance(name, ast.Name):
        return
    try:
        if isinstance(target, ast.Subscript):
            values[name.id] = {**values[name.id], ast.literal_eval(target.slice): _value(value, values, lost)}
            return
        lost.discard(name.id)
        values[name.id] = _value(value, values, lost, of=name.id)
    except (*BROKEN, KeyError):
        values.pop(name.id, None)  # what cannot be read is not what was said before
        lost.add(name.id)


def _statements(program: str) -> list[ast.stmt]:
    """What stands at the program's top; of one for an older Python, the lines that can be read."""
    try:
        return ast.parse(program).body
    except BROKEN:
        pass
    found: list[ast.stmt] = []
    for line in re.findall(r"^[A-Z][A-Z_]*[ \t]*=[^\n]*$", program, re.MULTILINE):
        try:
            found += ast.parse(line).body
        except BROKEN:
            continue
    return found


def _value(node: ast.expr, known: dict[str, Any], lost: set[str], of: str = "") -> Any:
    """A value; ValueError when only running the program would tell. ``of`` is the name it is for."""
    if isinstance(node, ast.Name) and isinstance(known.get(node.id), str):
        return known[node.id]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _value(node.left, known, lost), _value(node.right, known, lost)
        if isinstance(left, str) and isinstance(right, str) and len(left) + len(right) <= LONGEST:
            return left + right
        raise ValueError("no text")
    pairs = _pairs(node)
    if pairs is not None:
        return _named(pairs, known, lost, of)
    if isinstance(node, ast.List | ast.Tuple):
        return [_value(one, known, lost) for one in node.elts]
    return ast.literal_eval(node)


def _pairs(node: ast.expr) -> Iterable[tuple[ast.expr | None, ast.expr]] | None:
    """What stands in ``{…}`` or ``dict(a=…)``; None for anything else."""
    if isinstance(node, ast.Dict):
        return zip(node.keys, node.values, strict=True)
    if (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "dict"
        and not node.args
    ):
        return ((ast.Constant(one.arg) if one.arg else None, one.value) for one in node.keywords)
    return None


def _named(
    pairs: Iterable[tuple[ast.expr | None, ast.expr]], known: dict[str, Any], lost: set[str], of: str
) -> dict[Any, Any]:
    """The values by their keys; those that cannot be read are left out, and ``of`` is noted as lost in part."""
    found = {}
    for key, value in pairs:
        try:
            if key is None:
                raise ValueError("taken from elsewhere")
            found[ast.literal_eval(key)] = _value(value, known, lost)
        except BROKEN:
            if not (isinstance(key, ast.Constant) and key.value == "date"):
                lost.update({of} - {""})
    return found
