"""Authors: matched with those already here, never overwritten."""

from __future__ import annotations

from collections.abc import Callable

import nh3
from django.utils.translation import gettext as _

from blog.models import Author
from core.article.links import is_safe_href
from core.link_blocks import PLATFORMS
from porting.document import SourceAuthor, SourceBlog

from . import slugs
from .known_authors import KnownAuthors
from .report import Report

_BIO_TAGS = {"p", "br", "a", "b", "i", "strong", "em"}
_LIMIT = 120


class People:
    """The site's authors by the keys the source calls them by. With ``pretend`` nobody is stored."""

    def __init__(
        self, report: Report, portrait: Callable[[str, str], int | None], pretend: bool = False
    ) -> None:
        self.report, self._portrait, self.pretend = report, portrait, pretend
        self.by_key: dict[str, Author] = {}
        self._known = KnownAuthors(Author.objects.defer("bio", "links"))

    def load(self, blog: SourceBlog) -> None:
        """Find or make every author of the blog, and those its posts name without introducing them."""
        for key, author in blog.authors.items():
            self.by_key[key] = self._author(author)
        for post in blog.posts:
            for key in post.authors:
                if key not in self.by_key:
                    self.by_key[key] = self._author(SourceAuthor(key=key, name=key))

    def of(self, keys: list[str]) -> list[Author]:
        """A byline, in order, each once."""
        return list(dict.fromkeys(self.by_key[key] for key in keys if key in self.by_key))

    def _author(self, source: SourceAuthor) -> Author:
        name = (source.name or source.key).strip()[:_LIMIT] or _("Author")
        wanted = slugs.wish(source.slug, name, "author")[:_LIMIT]
        found = self._known.find(name, wanted)
        if found is not None:
            return found
        slug = self._known.free(wanted)
        namesake = self._known.namesake(name)
        if namesake is not None:
            detail = _("Another author here is called “%(other)s” too, at %(at)s; “%(name)s” got %(slug)s.")
            detail %= {"other": namesake.name, "at": namesake.slug, "name": name, "slug": slug}
            self.report.add(source.key, "authors", detail)
        elif slug != wanted:
            other = self._known.by_slug[wanted].name
            detail = _("“%(other)s” already has the address %(wanted)s; “%(name)s” got %(slug)s.")
            detail %= {"other": other, "wanted": wanted, "name": name, "slug": slug}
            self.report.add(source.key, "authors", detail)
        return self._make(source, name, slug)

    def _make(self, source: SourceAuthor, name: str, slug: str) -> Author:
        profiles = [_profile(label, url) for label, url in source.links if _is_web(url)]
        for label, url in source.links:
            if not _is_web(url):
                detail = _("The profile %(label)s %(url)s of %(name)s is no web address.")
                self.report.add(source.key, "authors", detail % {"label": label, "url": url, "name": name})
        if source.email:
            detail = _("The mail address of %(name)s was not taken over: it is private.") % {"name": name}
            self.report.add(source.key, "authors", detail)
        author = Author(
            name=name,
            slug=slug,
            job_title=source.job_title.strip()[:_LIMIT],
            bio=nh3.clean(source.bio, tags=_BIO_TAGS, attributes={"a": {"href"}}, link_rel=None),
            portrait_id=self._portrait_id(source, name),
            links=profiles,
        )
        if self.pretend:
            author.pk = -1 - len(self.by_key)
        else:
            author.save()
        self._known.add(author)
        return author

    def _portrait_id(self, source: SourceAuthor, name: str) -> int | None:
        found = self._portrait(source.portrait, name) if source.portrait else None
        if source.portrait and found is None:
            detail = _("The portrait of %(name)s is not here: %(address)s")
            self.report.add(source.key, "authors", detail % {"name": name, "address": source.portrait[:200]})
        return found


def _is_web(url: str) -> bool:
    return url.startswith(("https://", "http://", "mailto:")) and is_safe_href(url)


def _profile(label: str, url: str) -> tuple[str, dict[str, str]]:
    known = {value for value, _text in PLATFORMS}
    platform = label.strip().lower()
    return "profile", {"platform": platform if platform in known else "website", "url": url[:500]}
