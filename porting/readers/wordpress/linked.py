"""What a blog's own links tell of its addresses that the export does not say.

WordPress lets people choose what stands before the names of categories and tags (``/topics/soup/``), and kept
answering the addresses posts had before somebody changed the permalinks. Texts still link both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from urllib.parse import unquote

from porting.document import SourcePost, SourceTerm, State
from porting.hosts import host_of
from porting.readers.wordpress.addresses import path_of
from porting.readers.wordpress.terms import category_path

Path = tuple[str, ...]
_MOST = 50_000  # addresses of one blog
_LONGEST, _DEEPEST = 400, 8  # characters and parts of one
_ENDS = {"feed", "amp", "rss", "rss2", "atom", "trackback"}
_NO_BASE = {
    "author",
    "page",
    "feed",
    "comments",
    "attachment",
    "search",
    "wp-content",
    "wp-admin",
    "wp-json",
    "wp-includes",
}
#: What people call lists, in a few languages: one link is enough to believe it.
_LIST = re.compile(
    r"categor|kategor|topic|tema|thema|subject|section|rubri|sujet|tag|label|etiquet|étiquet|schlagw|keyword"
)
_ANSWERED = {State.PUBLISHED, State.PASSWORD, State.MEMBERS}


class Linked:
    """The blog's own addresses that its texts name."""

    def __init__(self, base: str) -> None:
        self.paths: set[Path] = set()
        self._before = path_of(base)
        host = re.escape(host_of(base))
        rest = r"(/[^\s\"'<>?#\\\]()]*)"
        absolute = rf"(?:https?:)?//(?:www\.)?{host}(?::\d+)?{rest}|" if host else ""
        self._address = re.compile(rf"{absolute}href=[\"']?{rest}", re.IGNORECASE)

    def note(self, text: str) -> None:
        """Remember the addresses a text names."""
        for match in self._address.finditer(text):
            path = next((found for found in match.groups() if found), "")
            if len(path) <= _LONGEST and not path.startswith("//") and len(self.paths) < _MOST:
                self._add(unquote(path))

    def _add(self, path: str) -> None:
        if path.startswith(f"{self._before}/"):
            parts = [part for part in path[len(self._before) :].split("/") if part]
            while parts and parts[-1] in _ENDS:
                parts.pop()
            if 1 < len(parts) <= _DEEPEST:
                self.paths.add(tuple(parts))

    def bases(
        self, terms: dict[str, SourceTerm], others: Collection[str], pages: Collection[Path]
    ) -> list[str]:
        """What stood before the names of these terms, such as ``topics``; ``others`` are names that mean another list
        or a post as well and so tell nothing, ``pages`` the paths of posts and pages."""
        seen: dict[Path, set[str]] = defaultdict(set)
        for path in self.paths.difference(pages):
            key = path[-1]
            if key in terms and key not in others:
                whole = tuple(category_path(terms, key))
                base = path[: -len(whole)] if path[-len(whole) :] == whole else path[:-1]
                seen[base].add(key)
        return sorted(
            "/".join(base) for base, keys in seen.items() if _is_base(base, len(keys), base in pages)
        )

    def give_former_addresses(self, posts: Iterable[SourcePost], base: str, taken: Collection[Path]) -> None:
        """Let posts have the addresses under which texts still link them: of another date, folder or ending."""
        named: dict[str, list[SourcePost]] = defaultdict(list)
        for post in posts:
            named[post.slug].append(post)
        for path in sorted(self.paths.difference(taken)):
            found = named.get(path[-1]) or named.get(re.sub(r"\.(?:html?|php)$", "", path[-1])) or []
            if len(found) == 1 and found[0].state in _ANSWERED and _is_of(path, found[0]):
                found[0].aliases.append(f"{base}/{'/'.join(path)}{'' if '.' in path[-1] else '/'}")


def _is_base(base: Path, terms: int, is_page: bool) -> bool:
    if not 0 < len(base) <= 3 or _NO_BASE.intersection(base) or any(part.isdigit() for part in base):
        return False
    return terms >= (3 if is_page else 2) or (bool(_LIST.search(base[-1].lower())) and not is_page)


def _is_of(path: Path, post: SourcePost) -> bool:
    """Whether a path with a year in it is of the year of the post; nothing below the folder of files is a post."""
    years = [part for part in path[:-1] if re.fullmatch(r"(?:19|20)\d\d", part)]
    same = not years or post.date is None or str(post.date.year) in years
    return same and len(path[-1]) > 2 and not path[0].startswith("wp-")
