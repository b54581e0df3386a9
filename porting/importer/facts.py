"""What can be said about a blog before anything is imported: counts, states, doubles."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime

from django.conf import settings
from django.utils.translation import get_supported_language_variant
from django.utils.translation import gettext as _

from porting.document import SourceBlog, SourcePost, State

from .addresses import AddressBook
from .report import Report
from .states import page_state


def note(blog: SourceBlog, book: AddressBook, report: Report, now: datetime) -> None:
    """Counts and everything the reader found, in the report."""
    report.facts |= {"format": blog.format, "blog": blog.title, "key": blog.key}
    report.settings = blog.settings
    counts = report.counts
    counts["posts"] = sum(post.kind != "page" for post in blog.posts)
    counts["pages"] = sum(post.kind == "page" for post in blog.posts)
    counts["authors"], counts["tags"] = len(blog.authors), len(blog.tags)
    counts["categories"], counts["series"] = len(blog.categories), len(blog.series)
    counts["comments"] = sum(len(post.comments) for post in blog.posts)
    counts["files"] = len(blog.media)
    counts["unreadable"] = sum(problem.kind == "unreadable" for problem in blog.problems)
    for state, number in Counter(post.state.value for post in blog.posts).items():
        counts[f"state {state}"] = number
    report.extend(blog.problems)
    _note_language(blog, report)
    for post in blog.posts:
        report.extend(post.problems, post.title)
        report.constructs.update(post.constructs)
        _note_state(post, report, now)
    _note_doubles(blog, book, report)


def _note_state(post: SourcePost, report: Report, now: datetime) -> None:
    if post.state == State.TRASH:
        report.add(post.source_id, "state", _("It was in the bin and was left there."), post.title)
        return
    told = any(problem.kind == "state" for problem in post.problems)  # by the reader, which knows why
    said = page_state(post, now, with_reason=not told).note
    if said:
        report.add(post.source_id, "state", said, post.title)
    if post.unlisted:
        detail = _("It is unlisted: whoever has the address can read it.")
        report.add(post.source_id, "state", detail, post.title)


def _note_language(blog: SourceBlog, report: Report) -> None:
    """All pages of this site say they are in its one language: screen readers and search engines go by that."""
    here = settings.LANGUAGE_CODE
    there = blog.language.replace("_", "-").lower()
    if not there or there.partition("-")[0] == here.partition("-")[0].lower():
        return
    try:
        wanted = get_supported_language_variant(there)
    except LookupError:
        wanted = there
    detail = _(
        "The old blog is in “%(there)s”, and this site says of its pages that they are in “%(here)s”. If most of it "
        "is in “%(there)s”, put LANGUAGE_CODE=%(wanted)s into the settings (.env)."
    )
    report.add("", "language", detail % {"there": there, "here": here, "wanted": wanted})


def _note_doubles(blog: SourceBlog, book: AddressBook, report: Report) -> None:
    titles = {post.source_id: post.title for post in blog.posts}
    for source_id, address, owner in book.clashes:
        detail = _("%(address)s is also the address of “%(title)s”, which keeps it.")
        detail %= {"address": address, "title": titles.get(owner, owner)}
        report.add(source_id, "aliases", detail, titles.get(source_id, ""))
    report.counts["duplicate addresses"] = len(book.clashes)


def note_slugs(blog: SourceBlog, report: Report) -> None:
    """Posts that end in the same word and so cannot both keep it; an import says itself what they got instead."""
    slugs = defaultdict(list)
    for post in blog.posts:
        if post.slug and post.state != State.TRASH:
            slugs[post.kind, post.slug].append(post)
    for (_kind, slug), posts in slugs.items():
        for post in posts[1:]:
            detail = _("Another post's address ends in %(slug)s too.") % {"slug": slug}
            report.add(post.source_id, "slug", detail, post.title)
