"""What an analysis or an import has to say, item by item and in sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from porting.document import Problem


@dataclass
class Report:
    """Items by source, in the order they came up, each once; and counts by name.

    ``settings`` are the values of fields that one item sums up, as ``SourceBlog`` has them.
    """

    counts: Counter[str] = field(default_factory=Counter)
    constructs: Counter[str] = field(default_factory=Counter)
    facts: dict[str, Any] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    _items: dict[tuple[str, str, str], dict[str, Any]] = field(default_factory=dict)

    def add(self, source: str, kind: str, detail: str, title: str = "") -> None:
        """Note one thing about one source; said twice it counts once."""
        item = {"source": source, "kind": kind, "detail": detail}
        if title:
            item["title"] = title
        self._items.setdefault((source, kind, detail), item)

    def extend(self, problems: Iterable[Problem], title: str = "") -> None:
        """Note what a reader or the converter found."""
        for problem in problems:
            self.add(problem.source, problem.kind, problem.detail, title)

    @property
    def items(self) -> list[dict[str, Any]]:
        """All items."""
        return list(self._items.values())

    def kinds(self) -> Counter[str]:
        """How many items of each kind."""
        return Counter(item["kind"] for item in self._items.values())

    def link(self, pages: dict[str, tuple[int, str, str]]) -> None:
        """Add to each item the title, new address and edit link of its page: id, title and address by source id."""
        for item in self._items.values():
            page = pages.get(item["source"])
            if page is not None:
                pk, title, url = page
                item.setdefault("title", title)
                item["url"] = url
                item["admin"] = reverse("wagtailadmin_pages:edit", args=[pk])

    def as_json(self) -> dict[str, Any]:
        """The report as it is written into a file."""
        summary = {
            **self.facts,
            "counts": dict(self.counts),
            "constructs": dict(self.constructs.most_common()),
            "problems": dict(self.kinds().most_common()),
        }
        content = {"summary": summary, "items": self.items}
        return content | ({"settings": self.settings} if self.settings else {})
