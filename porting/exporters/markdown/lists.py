"""Authors, tags, categories and series as the files Docusaurus and Hugo look for."""

from __future__ import annotations

from typing import Any

from porting.convert.tree import parse
from porting.document import SourceAuthor, SourceTerm
from porting.exporters.markdown.front_matter import to_yaml
from porting.exporters.markdown.media import MediaFolder

#: The folder of portraits of those whose name stands above nothing public.
PRIVATE = "private"


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


def terms_yaml(terms: dict[str, SourceTerm]) -> str:
    """Categories or series in the same manner."""
    return to_yaml({key: _term(term, "name") for key, term in terms.items()})


def _term(term: SourceTerm, label: str) -> dict[str, str]:
    values = {label: term.name, "description": term.description, "parent": term.parent}
    return {name: value for name, value in values.items() if value}
