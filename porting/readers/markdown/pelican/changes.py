"""What a statement of a program in Python may change, where its values are not followed: names, and keys in them."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

Path = tuple[str, ...]  # a name and keys in what it stands for
ANY = "*"  # a key that only running the program would tell
NOT_RUN = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
ASSIGNMENT = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr)


def pairs(node: ast.AST | None) -> Iterable[tuple[ast.expr | None, ast.expr]] | None:
    """What stands in ``{…}`` or ``dict(a=…)``; None for anything else. What is spread has no key."""
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


def paths(node: ast.AST | None, above: Path) -> Iterator[Path]:
    """Under which keys an expression gives values; ``above`` itself when it is not written as a mapping."""
    found = [(node.key, node.value)] if isinstance(node, ast.DictComp) else pairs(node)
    if found is None:
        yield above
        return
    for key, value in found:
        yield from paths(value, above if key is None else (*above, _key(key)))


def changed(statement: ast.stmt) -> Iterator[Path]:
    """What a statement may change, with all it holds; functions and classes change nothing by being there."""
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, NOT_RUN):
            continue
        waiting += ast.iter_child_nodes(node)
        if isinstance(node, ASSIGNMENT):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield from _given(target, node.value)
        elif isinstance(node, ast.For | ast.AsyncFor):
            yield from _given(node.target, None)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from ((one.asname or one.name,) for one in node.names)
        elif isinstance(node, ast.Call):
            yield from _called(node)


def _given(target: ast.expr, value: ast.expr | None) -> Iterator[Path]:
    if isinstance(target, ast.Tuple | ast.List):
        known = value.elts if isinstance(value, ast.Tuple | ast.List) else []
        values = known if len(known) == len(target.elts) else [None] * len(target.elts)
        for one, given in zip(target.elts, values, strict=True):
            yield from _given(one, given)
        return
    place = _place(target.value if isinstance(target, ast.Starred) else target)
    if place:
        yield from paths(value, place)


def _called(call: ast.Call) -> Iterator[Path]:
    """``NAME.update(…)`` and the like."""
    place = _place(call.func.value) if isinstance(call.func, ast.Attribute) else ()
    if not place or not isinstance(call.func, ast.Attribute):
        return
    if call.func.attr == "update":
        for one in call.args:
            yield from paths(one, place)
        for named in call.keywords:
            yield from paths(named.value, (*place, named.arg) if named.arg else place)
    elif call.func.attr == "setdefault" and len(call.args) == 2:
        yield from paths(call.args[1], (*place, _key(call.args[0])))
    elif call.func.attr in ("append", "extend", "insert", "pop", "remove", "clear"):
        yield place


def _place(node: ast.expr) -> Path:
    """The name and the keys of ``NAME['key']['other']``; empty for anything else."""
    keys: list[str] = []
    while isinstance(node, ast.Subscript):
        keys.append(_key(node.slice))
        node = node.value
    return (node.id, *reversed(keys)) if isinstance(node, ast.Name) else ()


def _key(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ANY
