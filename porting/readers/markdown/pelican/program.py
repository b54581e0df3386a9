"""What a program in Python gives names at its top, as far as it is written out. It is never run."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from porting.readers.markdown.pelican.changes import Path, changed, pairs, paths

LONGEST = 2000  # letters, or texts of a list, that are put together from parts
BROKEN = (SyntaxError, ValueError, TypeError, RecursionError, MemoryError)
#: By names, what of them only running the program would tell: the name and keys in it.
Unread = dict[str, set[Path]]


def assigned(
    program: str,
    before: dict[str, Any] | None = None,
    unread: Unread | None = None,
    others: Callable[[str], str] = lambda module: "",
) -> dict[str, Any]:
    """The values a program gives names at its top; ``before`` is known already.

    What only running the program would tell is put into ``unread``, names it tells later taken out. ``others`` gives
    the text of a module all names are taken from; empty when it is not there.
    """
    values, lost = dict(before or {}), unread if unread is not None else {}
    for statement in _statements(program):
        for module in _taken_whole(statement):
            values = assigned(others(module), values, lost, others)
        if isinstance(statement, ast.Assign | ast.AnnAssign) and _is_simple(statement):
            for target in statement.targets if isinstance(statement, ast.Assign) else [statement.target]:
                _assign(target, statement.value, values, lost)
        else:
            _lose(changed(statement), lost)
    return values


def _taken_whole(statement: ast.stmt) -> list[str]:
    """The modules of which a statement takes all names, perhaps only where they are there."""
    found = (one for one in ast.walk(statement) if isinstance(one, ast.ImportFrom))
    return [one.module for one in found if one.module and one.names[0].name == "*"]


def _is_simple(statement: ast.Assign | ast.AnnAssign) -> bool:
    """Whether all it gives values are ``NAME`` and ``NAME['key']``."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    named = (one.value if isinstance(one, ast.Subscript) else one for one in targets)
    return all(isinstance(one, ast.Name) for one in named)


def _assign(target: ast.expr, value: ast.expr | None, values: dict[str, Any], lost: Unread) -> None:
    """``NAME = value`` or ``NAME['key'] = value``."""
    name = target.value if isinstance(target, ast.Subscript) else target
    if value is None or not isinstance(name, ast.Name):
        return
    try:
        if isinstance(target, ast.Subscript):
            key = ast.literal_eval(target.slice)
            read = _value(value, values, lost, (name.id, str(key)))
            values[name.id] = {**values[name.id], key: read}
            return
        lost.pop(name.id, None)
        listed = _listed(value, values)
        values[name.id] = _value(value, values, lost, (name.id,)) if listed is None else listed
    except (*BROKEN, KeyError):
        if not isinstance(target, ast.Subscript):
            values.pop(name.id, None)  # what cannot be read is not what was said before
        _lose(changed(ast.Assign([target], value)), lost)


def _lose(found: Iterable[Path], lost: Unread) -> None:
    for one in found:
        lost.setdefault(one[0], set()).add(one)


def _statements(program: str) -> Iterator[ast.stmt]:
    """What stands at the program's top; of one for an older Python, what can be read.

    There a name that is given a value in what cannot be read is given one nobody knows.
    """
    try:
        yield from ast.parse(program).body
        return
    except BROKEN:
        pass
    for part in re.split(r"^(?=[\w#@\"'])", program, flags=re.MULTILINE):
        try:
            yield from ast.parse(part).body
        except BROKEN:
            for name in re.findall(
                r"^[ \t]*([A-Z][A-Z_]*)\b[ \t]*(?:=(?!=)|[|+]=|\[|\.)", part, re.MULTILINE
            ):
                yield ast.Assign([ast.Name(name)], ast.Name("…"))


def _value(node: ast.expr, known: dict[str, Any], lost: Unread, at: Path) -> Any:
    """A value; ValueError when only running the program would tell. ``at`` is what it is for."""
    if isinstance(node, ast.Name) and isinstance(known.get(node.id), str):
        return known[node.id]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = (_value(one, known, lost, at) for one in (node.left, node.right))
        if isinstance(left, str) and isinstance(right, str) and len(left) + len(right) <= LONGEST:
            return left + right
        raise ValueError("no text")
    found = pairs(node)
    if found is not None:
        return _named(found, known, lost, at)
    if isinstance(node, ast.List | ast.Tuple):
        return [_value(one, known, lost, at) for one in node.elts]
    return ast.literal_eval(node)


def _listed(node: ast.expr, known: dict[str, Any]) -> list[str] | None:
    """A list of texts that is another one by its name, or put together from some; None for anything else."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _listed(node.left, known), _listed(node.right, known)
        if left is None or right is None or len(left) + len(right) > LONGEST:
            return None
        return left + right
    if isinstance(node, ast.List | ast.Tuple):
        found: Any = [one.value if isinstance(one, ast.Constant) else None for one in node.elts]
    else:
        found = known.get(node.id) if isinstance(node, ast.Name) else None
    return found if isinstance(found, list) and all(isinstance(one, str) for one in found) else None


def _named(
    found: Iterable[tuple[ast.expr | None, ast.expr]], known: dict[str, Any], lost: Unread, at: Path
) -> dict[Any, Any]:
    """The values by their keys; those that cannot be read are left out and noted as lost."""
    read = {}
    for key, value in found:
        try:
            if key is None:
                raise ValueError("taken from elsewhere")
            name = ast.literal_eval(key)
            read[name] = _value(value, known, lost, (*at, str(name)))
        except BROKEN:
            _lose(paths(ast.Dict([key], [value]), at), lost)
    return read
