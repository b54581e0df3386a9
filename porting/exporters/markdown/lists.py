"""Authors, tags, categories and series as the files Docusaurus and Hugo look for."""

from __future__ import annotations

from typing import Any

from porting.convert.tree import parse
from porting.document import SourceAuthor, SourcePost, SourceTerm
from porting.exporters.markdown.front_matter import document, to_yaml
from porting.exporters.markdown.media import MediaFolder

#: The folder of portraits of those whose name stands above nothing public, and of covers of series with nothing public.
PRIVATE = "private"
#: What Hugo reads besides the posts: the names of these lists stay out of it.
HIDDEN_LISTS = "hidden-lists"


class Names:
    """Whose names stand above something public (``authors``), which ``series`` have something public, and which lists
    hold nothing but unlisted posts.
    """

    def __init__(self) -> None:
        self.authors: set[str] = set()
        self._listed: set[tuple[str, str]] = set()
        self._unlisted: set[tuple[str, str]] = set()

    def note(self, post: SourcePost) -> None:
        """Take note of a post that everybody may read."""
        self.authors.update(post.authors)
        lists = self._unlisted if post.unlisted else self._listed
        kinds = ("authors", post.authors), ("categories", post.categories), ("tags", post.tags)
        lists.update((kind, key) for kind, keys in (*kinds, ("series", [post.series])) for key in keys if key)

    @property
    def series(self) -> set[str]:
        """The series whose page lists something."""
        return {key for kind, key in self._listed if kind == "series"}

    def hidden_lists(self) -> dict[str, str]:
        """A file for each list Hugo is not to make, by its place. It makes one of every name it finds."""
        head = document({"build": {"list": "never", "render": "never"}}, "")
        hidden = sorted(self._unlisted - self._listed)
        return {f"{HIDDEN_LISTS}/{kind}/{key}/_index.md": head for kind, key in hidden}


def authors_yaml(authors: dict[str, SourceAuthor], shown: set[str], media: MediaFolder) -> str:
    """``authors.yml``. ``shown`` are those whose name stands above something public; others' portraits stay private."""
    rows = {
        key: _author(author, media.address(author.portrait, "" if key in shown else PRIVATE))
        for key, author in authors.items()
    }
    return to_yaml(rows)


def _author(author: SourceAuthor, portrait: str) -> dict[str, Any]:
    is_private = portrait.startswith("./")
    urls = [address for platform, address in author.links if platform == "website"]
    values: dict[str, Any] = {
        "name": author.name,
        "title": author.job_title,
        "url": urls[0] if urls else "",
        "image_url": "" if is_private else portrait,
        "description": parse(author.bio).words if author.bio else "",
        "socials": {platform: address for platform, address in author.links if platform != "website"},
        "colophon": {"bio": author.bio, "links": [list(link) for link in author.links]},
    }
    if is_private:
        values["colophon"]["portrait"] = f"{PRIVATE}/{portrait[2:]}"
    return {name: value for name, value in values.items() if value}


def tags_yaml(tags: dict[str, SourceTerm]) -> str:
    """``tags.yml`` as Docusaurus reads it."""
    return to_yaml({key: _term(tag, "label") | {"permalink": f"/{tag.slug}"} for key, tag in tags.items()})


def categories_yaml(categories: dict[str, SourceTerm]) -> str:
    """Categories in the same manner."""
    return to_yaml({key: _term(category, "name") for key, category in categories.items()})


def series_yaml(series: dict[str, SourceTerm], shown: set[str], media: MediaFolder) -> str:
    """Series, with their covers. ``shown`` are those that have something public; others' covers stay private."""
    rows: dict[str, dict[str, Any]] = {}
    for key, one in series.items():
        rows[key] = dict(_term(one, "name"))
        cover = media.address(one.cover, "" if key in shown else PRIVATE)
        if cover.startswith("./"):
            rows[key]["colophon"] = {"cover": f"{PRIVATE}/{cover[2:]}"}
        elif cover:
            rows[key]["image"] = cover
    return to_yaml(rows)


def _term(term: SourceTerm, label: str) -> dict[str, str]:
    values = {label: term.name, "description": term.description, "parent": term.parent}
    return {name: value for name, value in values.items() if value}
