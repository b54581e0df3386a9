"""Which page each post of the source is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from porting.models import ImportedItem


@dataclass
class Entry:
    """A post's page. ``item`` is what the last import noted about it."""

    source_id: str
    page_id: int
    url_path: str
    title: str
    item: ImportedItem


@dataclass
class PageTable:
    """Entries by source id."""

    entries: dict[str, Entry] = field(default_factory=dict)

    @classmethod
    def load(cls, blog_key: str) -> PageTable:
        """What earlier imports of this blog made."""
        items = ImportedItem.objects.filter(blog_key=blog_key).select_related("page")
        return cls(
            {
                item.source_id: Entry(item.source_id, item.page_id, item.page.url_path, item.page.title, item)
                for item in items
            }
        )

    def add(self, entry: Entry) -> None:
        """Note a page."""
        self.entries[entry.source_id] = entry

    def get(self, source_id: str) -> Entry | None:
        """The entry of a post, or None when it has no page."""
        return self.entries.get(source_id)

    def __contains__(self, source_id: object) -> bool:
        return source_id in self.entries

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries.values())
