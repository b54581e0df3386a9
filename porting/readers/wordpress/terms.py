"""Tags, categories and series; terms of other taxonomies stay with their posts."""

from __future__ import annotations

from porting.document import SourcePost, SourceTerm
from porting.readers.wordpress.plain import plain_text, slug_of, unquoted
from porting.readers.wordpress.records import RawExport, RawItem, RawTerm

_LISTS = {"category": "categories", "post_tag": "tags", "series": "series", "post_series": "series"}
#: Taxonomies that say nothing to readers: menus, translations, who wrote (see ``authors``).
_SILENT = {"author", "nav_menu", "post_translations", "term_translations", "wp_theme", "link_category"}
_PARTS = ("_series_part", "_post_series_part")


class Terms:
    """The lists of a blog. Keys are slugs in letters, as WordPress tells terms of one taxonomy apart."""

    def __init__(self, export: RawExport) -> None:
        self.tags: dict[str, SourceTerm] = {}
        self.categories: dict[str, SourceTerm] = {}
        self.series: dict[str, SourceTerm] = {}
        self.ids: dict[tuple[str, str], str] = {}  # (list, number of the term) -> key
        for raw in export.terms:
            self._add(raw)

    def take(self, item: RawItem, post: SourcePost) -> None:
        """Give a post its tags, categories and series, and keep what else it was filed under."""
        for raw in item.terms:
            self._take(raw, item, post)
        for field in ("tags", "categories"):
            setattr(post, field, list(dict.fromkeys(getattr(post, field))))

    def _take(self, raw: RawTerm, item: RawItem, post: SourcePost) -> None:
        where = _LISTS.get(raw.taxonomy)
        if where == "series":
            post.series = post.series or self._add(raw)
            post.series_position = _position(item, raw, self.ids)
        elif where and (
            item.type != "page" or raw.slug != "uncategorized"
        ):  # which old versions gave pages, too
            getattr(post, where).append(self._add(raw))
        elif raw.taxonomy == "language":
            post.language = unquoted(raw.slug)
        elif not where and raw.taxonomy not in _SILENT:
            kept = post.kept.setdefault(f"taxonomy {raw.taxonomy}", [])
            kept.append(plain_text(raw.name) or raw.slug)  # type: ignore[attr-defined]

    def _add(self, raw: RawTerm) -> str:
        """Add a term unless it is known, and return its key."""
        where = _LISTS.get(raw.taxonomy, "")
        if not where:
            return ""
        terms: dict[str, SourceTerm] = getattr(self, where)
        name = plain_text(raw.name)
        key = unquoted(raw.slug) or _named(terms, name) or slug_of(name)
        if not key:
            return ""
        term = terms.setdefault(key, SourceTerm(key=key, name=name or key, slug=key))
        term.description = term.description or raw.description
        term.parent = term.parent or unquoted(raw.parent)
        if raw.term_id:
            self.ids[where, raw.term_id] = key
        return key


def _named(terms: dict[str, SourceTerm], name: str) -> str:
    return next((key for key, term in terms.items() if term.name == name), "")


def _position(item: RawItem, raw: RawTerm, ids: dict[tuple[str, str], str]) -> int | None:
    """The part of the series, under the plugin's field or under that field with the term's number."""
    numbers = [
        number for (where, number), key in ids.items() if where == "series" and key == unquoted(raw.slug)
    ]
    for field in [f"{part}_{number}" for part in _PARTS for number in numbers] + list(_PARTS):
        if item.meta.get(field, "").strip().isdigit():
            return int(item.meta[field])
    return None


def category_path(categories: dict[str, SourceTerm], key: str) -> list[str]:
    """The slugs from the topmost category down to this one; a circle ends where it begins."""
    path: list[str] = []
    while key and key in categories and key not in path:
        path.insert(0, key)
        key = categories[key].parent
    return path
