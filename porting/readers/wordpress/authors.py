"""Everybody who wrote: accounts, guests of Co-Authors Plus, and names nobody described."""

from __future__ import annotations

from porting.document import SourceAuthor
from porting.readers.wordpress.media import Library
from porting.readers.wordpress.plain import plain_text, slug_of, unquoted
from porting.readers.wordpress.records import RawExport, RawItem, RawTerm


class Authors:
    """The authors of a blog, found by login, by slug and by name. ``library`` has the portraits of guests."""

    def __init__(self, export: RawExport, library: Library) -> None:
        self._library = library
        self.all: dict[str, SourceAuthor] = {}
        self.ids: dict[str, str] = {}  # number of the account -> key
        self._known: dict[str, str] = {}
        for raw in export.authors.values():
            self._add(raw.login, plain_text(raw.name) or raw.login, slug_of(raw.login), raw.email)
            if raw.author_id:
                self.ids[raw.author_id] = raw.login
        for item in export.items:
            if item.type == "guest-author":
                self._add_guest(item)

    def of(self, item: RawItem) -> list[str]:
        """The keys of an item's authors in order: co-authors when it names any, else its one creator."""
        together = [self._co_author(term) for term in item.terms if term.taxonomy == "author"]
        if together:
            return list(dict.fromkeys(together))
        creator = item["creator"].strip()
        return [self._find(creator) or self._add(creator, creator, slug_of(creator))] if creator else []

    def _co_author(self, term: RawTerm) -> str:
        slug = unquoted(term.slug).removeprefix("cap-")
        return (
            self._find(slug) or self._find(term.name) or self._add(slug or term.name, term.name or slug, slug)
        )

    def _find(self, name: str) -> str:
        return self._known.get(name.strip().casefold(), "") if name else ""

    def _add(self, key: str, name: str, slug: str, email: str = "") -> str:
        if key not in self.all:
            self.all[key] = SourceAuthor(key=key, name=name or key, slug=slug or slug_of(name), email=email)
        for alias in (key, slug, name):
            if alias:
                self._known.setdefault(alias.casefold(), key)
        return key

    def _add_guest(self, item: RawItem) -> None:
        """A guest author of Co-Authors Plus is an item of its own, with the person's details in custom fields."""
        meta = item.meta
        login = meta.get("cap-user_login") or unquoted(item["post_name"]).removeprefix("cap-")
        if not login:
            return
        linked = self._find(meta.get("cap-linked_account", ""))
        key = linked or self._add(
            login, plain_text(meta.get("cap-display_name") or item["title"]), slug_of(login)
        )
        author = self.all[key]
        self._known.setdefault(login.casefold(), key)
        author.bio = author.bio or meta.get("cap-description", "") or item.content
        author.email = author.email or meta.get("cap-user_email", "")
        portrait = self._library.picture(meta.get("_thumbnail_id", ""))
        author.portrait = author.portrait or (portrait.url if portrait else "")
        if meta.get("cap-website"):
            author.links.append(("website", meta["cap-website"]))
