"""Tags and people that stand in the posts themselves.

Programs that make exports, and answers of Ghost's own Content API, write them so; Ghost's importer took them as well.
"""

from __future__ import annotations

from typing import NamedTuple

from .rows import Row, table, text


class Nested(NamedTuple):
    """A column of a post with rows of another table, that table, and the one that links both."""

    column: str
    table: str
    links: str
    key: str


KINDS = (
    Nested("tags", "tags", "posts_tags", "tag_id"),
    Nested("authors", "users", "posts_authors", "author_id"),
)


def unfolded(data: Row) -> Row:
    """The same tables with rows and links for what stands in the posts. Links that are there already win."""
    whole = dict(data)
    for kind in KINDS:
        linked = {text(row, "post_id") for row in table(data, kind.links)}
        found = _Rows(table(data, kind.table))
        links = [
            {"post_id": number, kind.key: found.number(item), "sort_order": at}
            for post in table(data, "posts")
            if (number := text(post, "id", "uuid", "slug")) not in linked
            for at, item in enumerate(_named(post.get(kind.column)))
        ]
        if links:
            whole |= {kind.table: found.rows, kind.links: table(data, kind.links) + links}
    return whole


def _named(value: object) -> list[Row]:
    """The rows in a column that have a name; bare names are such rows too."""
    items = value if isinstance(value, list) else []
    rows = [{"name": item} if isinstance(item, str) else item for item in items]
    return [row for row in rows if isinstance(row, dict) and text(row, "name", "slug")]


class _Rows:
    """A table that grows by what it does not know by its address or its name."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows = list(rows)
        self._numbers: dict[tuple[str, str], str] = {}
        for row in rows:
            self._learn(row)

    def number(self, row: Row) -> str:
        """The id of the row with this address or name, which is added when there is none."""
        for key in _keys(row):
            if key in self._numbers:
                return self._numbers[key]
        row = row | {"id": text(row, "id") or f"{text(row, 'slug', 'name')} (nested)"}
        self.rows.append(row)
        self._learn(row)
        return text(row, "id")

    def _learn(self, row: Row) -> None:
        for key in _keys(row):
            self._numbers.setdefault(key, text(row, "id"))


def _keys(row: Row) -> list[tuple[str, str]]:
    return [(name, text(row, name).casefold()) for name in ("slug", "name") if text(row, name)]
