"""The dry run: everything an import would meet, and nothing written."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from blog.models import BlogIndexPage
from porting.document import State
from porting.models import ImportedItem

from . import facts, places, slugs
from .files import Files, PretendedStore
from .links import Links
from .options import ImportOptions
from .page_table import Entry, PageTable
from .people import People
from .posts import Preparation
from .report import Report
from .shared_notes import SharedNotes, brought_by
from .source import Source
from .taxonomy import Taxonomy
from .titles import title_of

#: Told what is being done, how much of it is done, and how much there is.
Progress = Callable[[str, int, int], None]


def analyse(source: Source, options: ImportOptions, progress: Progress) -> Report:
    """Convert every post and keep only what is to be said about it. PlaceError when there is no room for the blog."""
    places.check(options.under)
    report, now = Report(), timezone.now()
    facts.note(source.blog, source.book, report, now)
    facts.note_slugs(source.blog, report)
    store = PretendedStore()
    files = Files(source.resolver, store)
    notes = SharedNotes(brought_by(source.blog), pretend=True)
    preparation = Preparation(_links(source, options, files, report), now, notes)
    posts = [post for post in source.blog.posts if post.state != State.TRASH]
    for number, post in enumerate(posts, 1):
        found = preparation.prepare(post)
        report.extend(found.problems, post.title)
        report.constructs.update(found.constructs)
        progress("Looking at posts", number, len(posts))
    report.counts["files found"] = len(store.seen)
    report.counts["files missing"] = len(files.missing)
    return report


def _links(source: Source, options: ImportOptions, files: Files, report: Report) -> Links:
    """Links as they would be, to pages, people and terms that do not exist yet."""
    site, home = places.site_and_home()
    blog = BlogIndexPage(pk=0, url_path=f"{home.url_path}{options.under.strip('/')}/")
    table = PageTable()
    for number, post in enumerate(source.blog.posts, 1):
        title = title_of(post)
        path = f"{(home if post.kind == 'page' else blog).url_path}{slugs.wish(post.slug, title)}/"
        table.add(Entry(post.source_id, number, path, title, ImportedItem(source_id=post.source_id)))
    people, taxonomy = (
        People(report, files.picture_of, pretend=True),
        Taxonomy(report, files.picture_of, pretend=True),
    )
    people.load(source.blog)
    taxonomy.load(source.blog)
    return Links(source.book, table, places.Places(site, home, blog), people, taxonomy, files)
