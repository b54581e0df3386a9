"""What a post's page gets, from what the source says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from blog.models import PostAuthor, PostCategory, TaggedPost
from porting.convert import ConvertContext, to_blocks
from porting.convert.players import addresses_in, remember_players
from porting.document import Picture, Problem, SourcePost, State

from .credits import credit
from .links import Links
from .page_pictures import text_with_picture
from .shared_notes import SharedNotes
from .shells import model
from .texts import plain
from .titles import title_of, was_changed
from .writing import Content

_SUMMARY, _SEO_TITLE, _ALT, _CANONICAL = 500, 255, 255, 500
_LAST_PART = 32_767
_SHOWN = 300  # letters of an address the converter shows
#: What was never published has no day of it.
_NOT_YET = {State.DRAFT, State.PENDING}
_NONE_ON_PAGES = {
    "tags": gettext_lazy("Pages have no tags here: %(words)s"),
    "categories": gettext_lazy("Pages have no categories here: %(words)s"),
    "series": gettext_lazy("Pages have no series here: %(words)s"),
}
_CUT = {
    "summary": gettext_lazy("The summary was cut to %(limit)d characters: %(text)s"),
    "search title": gettext_lazy("The search title was cut to %(limit)d characters: %(text)s"),
}
_is_url = URLValidator(schemes=["http", "https"])


@dataclass
class Prepared:
    """A page's content, what could not be kept, and what was met on the way."""

    content: Content
    problems: list[Problem] = field(default_factory=list)
    constructs: Counter[str] = field(default_factory=Counter)


class Preparation:
    """Turns posts into content; pictures and files they show are stored on the way, before any transaction."""

    def __init__(self, links: Links, now: datetime, notes: SharedNotes) -> None:
        self.links, self.files, self.now, self.notes = links, links.files, now, notes

    def prepare(self, post: SourcePost) -> Prepared:
        """Everything a page gets."""
        problems: list[Problem] = []
        missing: list[str] = []
        text = text_with_picture(post, self.files.resolver)
        conversion = to_blocks(text, self._context(post, problems, missing))
        if players := addresses_in(conversion.blocks):
            remember_players(players)
        # The converter knows that a picture is missing; why it is was said already.
        said = [src[:_SHOWN] for src in missing if src]
        problems += [
            one
            for one in conversion.problems
            if one.kind != "images" or not any(src in one.detail for src in said)
        ]
        done = Prepared(Content({}, conversion.blocks), problems, conversion.constructs)
        if post.kind == "page":
            self._fill_page(post, done)
        else:
            self._fill_post(post, done)
        self._note(post, done)
        return done

    def _context(self, post: SourcePost, problems: list[Problem], missing: list[str]) -> ConvertContext:
        above = post.cover.url if post.cover and post.kind == "page" else None

        def document(href: str) -> int | None:
            found = self.files.document(href, post)
            return found[0] if found else None

        def picture(src: str, alt: str) -> int | None:
            found = self.files.picture(src, alt, post, problems, "feature" if src == above else "image")
            if found is None:
                missing.append(src)
            return found

        return ConvertContext(
            source=post.source_id,
            link=lambda href: self.links.target(href, post, problems),
            picture=picture,
            document=document,
            callout=self.notes.find,
            remote=lambda src: self.files.resolver.full_address(src, post),
        )

    def _common(self, post: SourcePost, done: Prepared) -> dict[str, Any]:
        content = done.content
        content.published = post.date or post.updated or self.now
        if post.updated is not None and post.updated - content.published > timedelta(0):
            content.updated = post.updated
        return {
            "title": title_of(post),
            "summary": self._short(post, "summary", plain(post.summary), _SUMMARY, done),
            "seo_title": self._short(post, "search title", post.seo_title.strip(), _SEO_TITLE, done),
            "search_description": plain(post.seo_description),
        }

    def _fill_post(self, post: SourcePost, done: Prepared) -> None:
        fields, taxonomy = self._common(post, done), self.links.taxonomy
        series = taxonomy.series.by_key.get(post.series) if post.series else None
        fields |= {
            "cover_id": self._cover(post, done),
            "cover_alt": post.cover.alt.strip()[:_ALT] if post.cover else "",
            "cover_decorative": bool(post.cover and post.cover.decorative),
            "social_image_id": self._picture(post, post.social_image, "image", done),
            "date": done.content.published,
            "updated": done.content.updated,
            "series_id": series.pk if series else None,
            "series_position": self._position(post, done) if series else None,
            "featured": post.featured,
            "unlisted": post.unlisted,
            "canonical_url": self._canonical(post, done),
        }
        fields["cover_elsewhere"] = self._elsewhere(post) if fields["cover_id"] is None else ""
        done.content.fields = fields
        done.content.children = {
            "post_authors": [PostAuthor(author=author) for author in self.links.people.of(post.authors)],
            "tagged_posts": [TaggedPost(tag=tag) for tag in taxonomy.tags.of(post.tags)],
            "post_categories": [
                PostCategory(category=one) for one in taxonomy.categories.of(post.categories)
            ],
        }

    def _fill_page(self, post: SourcePost, done: Prepared) -> None:
        fields = self._common(post, done)
        fields |= {
            "social_image_id": self._shared_with(post, done),
            "date": done.content.published if post.date else None,
        }
        done.content.fields = fields
        entry = model(post)._meta.get_field("page_authors").related_model
        done.content.children = {
            "page_authors": [entry(author=author) for author in self.links.people.of(post.authors)]
        }
        for name, value in (("tags", post.tags), ("categories", post.categories), ("series", post.series)):
            if value:
                words = ", ".join(value) if isinstance(value, list) else value
                detail = str(_NONE_ON_PAGES[name]) % {"words": words}
                done.problems.append(Problem(post.source_id, name, detail))

    def _shared_with(self, post: SourcePost, done: Prepared) -> int | None:
        """A page's picture for sharing: its own, or the one above its text, which was looked for already."""
        own = self._picture(post, post.social_image, "feature", done)
        above = Prepared(done.content)
        return own if own is not None else self._picture(post, post.cover, "feature", above)

    def _picture(self, post: SourcePost, picture: Picture | None, kind: str, done: Prepared) -> int | None:
        if picture is None or not picture.url:
            return None
        return self.files.picture(picture.url, picture.alt, post, done.problems, kind)

    def _cover(self, post: SourcePost, done: Prepared) -> int | None:
        """A post's cover. What stood below it names, as a rule, who made it: it becomes the picture's credit."""
        found = self._picture(post, post.cover, "feature", done)
        words = " ".join(post.cover.caption.split()) if post.cover else ""
        if words and not (found and credit(found, words)):
            detail = _("The words below the cover have no place here: %(words)s") % {"words": words}
            done.problems.append(Problem(post.source_id, "field", detail))
        return found

    def _elsewhere(self, post: SourcePost) -> str:
        """The full address of a cover that could not be had; empty when it is not known."""
        address = self.files.resolver.full_address(post.cover.url, post) if post.cover else ""
        return address if _is_address(address) else ""

    def _short(self, post: SourcePost, name: str, text: str, limit: int, done: Prepared) -> str:
        if len(text) <= limit:
            return text
        detail = str(_CUT[name]) % {"limit": limit, "text": text}
        done.problems.append(Problem(post.source_id, "field", detail))
        return text[: limit - 1].rstrip() + "…"

    def _position(self, post: SourcePost, done: Prepared) -> int | None:
        if post.series_position is None or 0 <= post.series_position <= _LAST_PART:
            return post.series_position
        detail = _("A series has no part %(number)d.") % {"number": post.series_position}
        done.problems.append(Problem(post.source_id, "series", detail))
        return None

    def _canonical(self, post: SourcePost, done: Prepared) -> str:
        """An address elsewhere. The post's own old address is none: it leads here from now on."""
        url = post.canonical_url.strip()
        if not url or self.links.book.is_ours(url):
            return ""
        if _is_address(url):
            return url
        detail = _("The canonical address is no address: %(url)s") % {"url": post.canonical_url[:_CANONICAL]}
        done.problems.append(Problem(post.source_id, "field", detail))
        return ""

    def _note(self, post: SourcePost, done: Prepared) -> None:
        """What else the report says about a post."""
        title = was_changed(post)
        if title:
            done.problems.append(Problem(post.source_id, "title", title))
        if post.date is None and post.kind != "page" and post.state not in _NOT_YET:
            done.problems.append(Problem(post.source_id, "date", _("It had no date that can be read.")))
        if post.kept:
            words = "; ".join(f"{name}: {_told(value)}" for name, value in sorted(post.kept.items()))
            detail = _("These fields have no place here: %(words)s") % {"words": words}
            done.problems.append(Problem(post.source_id, "field", detail[:2000]))


def _told(value: object) -> str:
    """A field's value in words."""
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _is_address(url: str) -> bool:
    """Whether this is an address of the web that a page's field can hold."""
    try:
        _is_url(url)
    except ValidationError:
        return False
    return len(url) <= _CANONICAL
