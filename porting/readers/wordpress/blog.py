"""A whole export as a blog."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from porting.document import Problem, SourceBlog, SourcePost
from porting.hosts import host_of
from porting.readers.wordpress.addresses import (
    has_pretty_addresses,
    path_of,
    permalink_front,
    settle_addresses,
)
from porting.readers.wordpress.authors import Authors
from porting.readers.wordpress.dates import usual_offset
from porting.readers.wordpress.languages import parted
from porting.readers.wordpress.linked import Linked
from porting.readers.wordpress.media import Library, media_roots
from porting.readers.wordpress.member_rules import RULE, close_by_rules
from porting.readers.wordpress.plain import plain_text
from porting.readers.wordpress.posts import Shared, read_post
from porting.readers.wordpress.records import RawExport, RawItem
from porting.readers.wordpress.redirects import list_redirects
from porting.readers.wordpress.terms import Terms
from porting.readers.wordpress.types import NO_CONTENT, is_picture_page, kind_of

_NOT_WORTH_A_WORD = {
    "attachment",
    "revision",
    "oembed_cache",
    "customize_changeset",
    "wp_block",
    "guest-author",
    RULE,
}


def read_blog(export: RawExport, names: Iterable[str], base_url: str = "") -> SourceBlog:
    """Turn records into the blog. ``names`` are the files of the package, ``base_url`` overrides the export's own."""
    names = list(names)
    export = parted(export)
    base = (base_url or export.address).rstrip("/")
    blog = SourceBlog(
        key=f"wordpress:{host_of(base)}{path_of(base)}",
        format="wordpress",
        title=plain_text(export.title),
        description=plain_text(export.description),
        language=export.language,
        hosts={host for address in (base, export.link, export.base_url) if (host := host_of(address))},
        base_path=path_of(base),
        media_roots=media_roots(names),
    )
    blog.problems += [Problem("", kind, sentence) for kind, sentence in export.warnings]
    shared = _shared(export, names, base)
    blog.media = shared.library.media
    _read_posts(export.items, blog, shared)
    if shared.settings:
        blog.problems.append(Problem("", "field", shared.settings.sentence()))
        blog.settings = shared.settings.as_json()
    shared.long_fields.tell(blog)
    blog.problems += close_by_rules(export, blog.posts)
    blog.authors, blog.tags = shared.authors.all, shared.terms.tags
    blog.categories, blog.series = shared.terms.categories, shared.terms.series
    _mend_parents(blog)
    front = permalink_front(export.items, base)
    bases = _take_linked(blog, shared.linked, base)
    settle_addresses(blog)
    blog.redirects = list_redirects(blog, shared.authors, shared.terms, base, front, bases, shared.offset)
    return blog


def _take_linked(blog: SourceBlog, linked: Linked, base: str) -> dict[str, list[str]]:
    """Learn from the blog's links: former addresses of posts, and what stood before categories and tags."""
    root = path_of(base)
    paths = [
        path_of(address)[len(root) :] for post in blog.posts for address in (*post.addresses, *post.aliases)
    ]
    taken = {tuple(part for part in path.split("/") if part) for path in paths}
    slugs = {post.slug for post in blog.posts}
    bases = {
        "category": linked.bases(blog.categories, slugs | set(blog.tags), taken),
        "tag": linked.bases(blog.tags, slugs | set(blog.categories), taken),
    }
    linked.give_former_addresses(blog.posts, base, taken)
    return bases


def _shared(export: RawExport, names: Iterable[str], base: str) -> Shared:
    library = Library(export.items, names, base)
    return Shared(
        base=base,
        title=plain_text(export.title),
        library=library,
        authors=Authors(export, library),
        terms=Terms(export),
        reusable={item.id: _shown_to_all(item) for item in export.items if item.type == "wp_block"},
        offset=usual_offset(export.items),
        now=datetime.now(UTC),
        pretty=has_pretty_addresses(export.items),
        linked=Linked(base),
    )


def _shown_to_all(item: RawItem) -> str | None:
    """What a shared block shows wherever it is used: nothing when it waits in the bin, is a draft or has a password."""
    return item.content if item["status"] in {"publish", ""} and not item["post_password"] else None


def _read_posts(items: list[RawItem], blog: SourceBlog, shared: Shared) -> None:
    """Read the posts; each item's own content is let go of as soon as it is read."""
    skipped: Counter[str] = Counter()
    read = {item.type for item in items if kind_of(item) == "custom"}
    for item in items:
        kind = kind_of(item) or ("custom" if is_picture_page(item, read, shared.pretty) else "")
        if kind:
            blog.posts.append(read_post(item, kind, shared))
        elif item.type not in {"post", "page"}:  # an empty one is made whenever somebody opens the editor
            skipped[item.type] += 1
            if item.type == "attachment" and item.comments:
                text = ngettext(
                    "%(count)d comment on the page of the file “%(title)s” has no place here.",
                    "%(count)d comments on the page of the file “%(title)s” have no place here.",
                    len(item.comments),
                )
                values = {"count": len(item.comments), "title": item["title"]}
                blog.problems.append(Problem(item.id, "comments", text % values))
        shared.linked.note("\n".join((item.content, *item.meta.values())))
        item.content = ""
        item.comments = []
    blog.problems += _left_out({name: skipped[name] for name in sorted(skipped.keys() - _NOT_WORTH_A_WORD)})


def _left_out(skipped: dict[str, int]) -> Iterator[Problem]:
    """Say which entries were not moved; ``skipped`` has their numbers by type. Machinery is told in one sentence."""
    machinery = {name: number for name, number in skipped.items() if name in NO_CONTENT}
    if machinery:
        said = ", ".join(f"{number} {name}" for name, number in machinery.items())
        text = _(
            "Menus, templates, forms and other parts that are neither posts nor pages were not moved: %(names)s."
        )
        yield Problem("", "type", text % {"names": said})
    for name in (name for name in skipped if name not in machinery):
        text = ngettext(
            "%(count)d entry of the type “%(type)s” has no text; it was not moved.",
            "%(count)d entries of the type “%(type)s” have no text; they were not moved.",
            skipped[name],
        )
        yield Problem("", "type", text % {"count": skipped[name], "type": name})


def _mend_parents(blog: SourceBlog) -> None:
    """Pages hang below pages that are there, and never below themselves."""
    pages: dict[str, SourcePost] = {post.source_id: post for post in blog.posts if post.kind == "page"}
    for page in pages.values():
        if page.parent and page.parent not in pages:
            text = _("The page above this one is not in the export.")
            page.problems.append(Problem(page.source_id, "parent", text))
            page.parent = ""
    for page in pages.values():
        above, seen = page.parent, {page.source_id}
        while above and above not in seen:
            seen.add(above)
            above = pages[above].parent
        if above == page.source_id:
            text = _("This page stood below itself; it was moved to the top.")
            page.problems.append(Problem(page.source_id, "parent", text))
            page.parent = ""
