"""The import: every post in a transaction of its own, so that it can be stopped at any moment and started again."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from django.db import OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from porting.document import SourcePost, State
from porting.media.store import MediaStore, StorageError
from porting.models import ImportedItem, ImportRun

from . import comments, facts, fingerprints, indexing, places, reserved, runs, slugs
from .analysis import Progress
from .files import Files
from .links import Links
from .options import ImportOptions
from .page_table import Entry, PageTable
from .people import People
from .posts import Preparation, Prepared
from .redirects import Redirects
from .report import Report
from .shared_notes import SharedNotes, brought_by
from .shells import Shells, model
from .source import Source
from .states import page_state
from .taxonomy import Taxonomy
from .titles import title_of
from .writing import write

logger = logging.getLogger(__name__)

#: Posts between two updates of lists and search. They can be read at once, and found a moment later.
BATCH = 25
#: Problems another import may solve, when it is told where the files are.
SOLVABLE = {"image", "feature"}
#: Why a post was not written, by the name it is counted under.
EDITED = "edited here"


class Importer:
    """One run over one source. The run is marked as running already."""

    def __init__(self, run: ImportRun, source: Source, options: ImportOptions, progress: Progress) -> None:
        self.run, self.source, self.options = run, source, options
        self.blog, self.user = source.blog, run.user
        self.report, self.now = Report(), timezone.now()
        self._tell = progress

    def work(self) -> Report:
        """Import everything; returns the report. What was done stays done, whatever happens."""
        facts.note(self.blog, self.source.book, self.report, self.now)
        indexing.mend(self.blog.key)
        site_places = places.prepare(self.options.under, self.blog)
        shells = Shells(self.blog, site_places, self.user)
        posts = [post for post in self.blog.posts if post.state != State.TRASH]
        table = shells.reserve(lambda made: self._progress("Making room", made, len(posts)))
        store = MediaStore(self.blog.key, self.user)
        files = Files(self.source.resolver, store)
        links = self._links(table, site_places, files)
        self.preparation = Preparation(links, self.now, SharedNotes(brought_by(self.blog)))
        self._fill(posts, table)
        self._progress("Old addresses", len(posts), len(posts))
        self.report.counts["old addresses"] = Redirects(self.blog, links, store, self.report).store_all()
        self.report.counts["files stored"] = store.stored
        self.report.counts["files missing"] = len(files.missing)
        self._link_report(table, site_places)
        return self.report

    def _links(self, table: PageTable, site_places: places.Places, files: Files) -> Links:
        people, taxonomy = People(self.report, files.picture_of), Taxonomy(self.report, files.picture_of)
        people.load(self.blog)
        taxonomy.load(self.blog)
        return Links(self.source.book, table, site_places, people, taxonomy, files)

    def _fill(self, posts: list[SourcePost], table: PageTable) -> None:
        written: list[ImportedItem] = []
        for number, (post, entry) in enumerate(self._pairs(posts, table), 1):
            if self._fill_one(post, entry, number, len(posts)):
                written.append(entry.item)
            if len(written) >= BATCH:
                indexing.finish(written)
                written = []
        indexing.finish(written)

    def _pairs(self, posts: list[SourcePost], table: PageTable) -> Iterator[tuple[SourcePost, Entry]]:
        return ((post, table.entries[post.source_id]) for post in posts)

    def _fill_one(self, post: SourcePost, entry: Entry, number: int, total: int) -> bool:
        """Write one post, if there is anything to write; whether there was."""
        fingerprint = fingerprints.of_source(post)
        if self._page_to_write(post, entry, fingerprint) is None:
            self._progress("Writing posts", number, total)
            return False
        return self._write_safely(post, entry, fingerprint, number, total)

    def _page_to_write(self, post: SourcePost, entry: Entry, fingerprint: str, *, lock: bool = False) -> Any:
        """A post's page as it is now; None when it is to be left alone, which is counted or told."""
        pages = model(post).objects.filter(pk=entry.page_id)
        page = (pages.select_for_update() if lock else pages).first()
        if page is None:
            self._note_missing(post, entry)
            return None
        why_not = self._why_not(post, entry.item, page, fingerprint)
        if not why_not:
            return page
        self.report.counts[why_not] += 1
        self._repeat(entry.item)
        # Whoever edits the text does not mean the readers' words below it.
        if why_not == EDITED:
            self._bring_comments(post, page)
        return None

    def _note_missing(self, post: SourcePost, entry: Entry) -> None:
        if Page.objects.filter(pk=entry.page_id).exists():
            detail = _("It is of another kind than when it was imported, and was left.")
        else:
            detail = _("Its page was deleted here while the import ran. Another import makes it again.")
        self.report.add(post.source_id, "kind", detail, post.title)

    def _write_safely(
        self, post: SourcePost, entry: Entry, fingerprint: str, number: int, total: int
    ) -> bool:
        """Write one post; whatever is wrong with it does not keep the others out."""
        is_first = entry.item.state == ImportedItem.State.RESERVED
        try:
            prepared = self.preparation.prepare(post)
            with transaction.atomic():
                # First, so that a run that was taken for dead writes nothing any more.
                self._progress("Writing posts", number, total)
                # Once more: fetching pictures takes a while, and an editor may have been here.
                page = self._page_to_write(post, entry, fingerprint, lock=True)
                if page is None:
                    return False
                self._write(post, entry, page, prepared, fingerprint)
        except (OperationalError, runs.TakenOverError, StorageError):
            raise
        except Exception as error:
            logger.exception("The post %s was not imported", post.source_id)
            detail = _("It was not imported, because of an error in this program: %(error)s")
            detail %= {"error": f"{type(error).__name__}: {error}"}
            self.report.add(post.source_id, "unreadable", detail, post.title)
            self.report.counts["failed"] += 1
            return False
        self.report.counts["imported" if is_first else "updated"] += 1
        self.report.extend(prepared.problems, post.title)
        self.report.constructs.update(prepared.constructs)
        return True

    def _why_not(self, post: SourcePost, item: ImportedItem, page: Any, fingerprint: str) -> str:
        """``unchanged``, EDITED, or an empty string when the page is to be written."""
        if item.state == ImportedItem.State.RESERVED:
            return ""
        can_solve = bool(self.options.media or self.options.fetch_media)
        unsolved = any(problem["kind"] in SOLVABLE for problem in item.problems)
        if item.source_fingerprint == fingerprint and not (can_solve and unsolved):
            return "unchanged"
        edited = page.latest_revision_id != item.revision_id
        if edited or fingerprints.of_page(page) != item.written_fingerprint:
            detail = _("It was edited here since it was imported, and was left as it is.")
            self.report.add(post.source_id, "edited", detail, post.title)
            return EDITED
        return ""

    def _write(self, post: SourcePost, entry: Entry, page: Any, prepared: Prepared, fingerprint: str) -> None:
        item, state = entry.item, page_state(post, self.now)
        is_reserved = item.state == ImportedItem.State.RESERVED
        theirs = reserved.edit_of(page, title_of(post)) if is_reserved else None
        if theirs is None:
            item.revision_id = write(page, prepared.content, state, self.user)
        else:
            self.report.add(post.source_id, "edited", _meanwhile(page), post.title)
            item.revision_id = reserved.write_below(page, theirs, prepared.content, state, self.user)
        item.state = ImportedItem.State.WRITTEN
        item.source_fingerprint = fingerprint
        item.written_fingerprint = fingerprints.of_page(page)
        item.problems = [{"kind": one.kind, "detail": one.detail} for one in prepared.problems]
        item.save()
        self._bring_comments(post, page)
        if item.page_id == page.pk:
            entry.title = page.title

    def _bring_comments(self, post: SourcePost, page: Any) -> None:
        self.report.counts["comments stored"] += comments.load(post, page.pk, self.blog.key)

    def _repeat(self, item: ImportedItem) -> None:
        """What was said about a page when it was written still holds."""
        for problem in item.problems:
            self.report.add(item.source_id, problem["kind"], problem["detail"])

    def _link_report(self, table: PageTable, site_places: places.Places) -> None:
        for post in self.blog.posts:
            entry = table.get(post.source_id)
            wanted = slugs.wish(post.slug, title_of(post))
            if entry is not None and not entry.url_path.endswith(f"/{wanted}/"):
                detail = _("Its address is %(address)s: %(wanted)s was taken by something else.")
                detail %= {"address": site_places.url(entry.url_path), "wanted": wanted}
                self.report.add(post.source_id, "slug", detail)
        self.report.link(
            {one.source_id: (one.page_id, one.title, site_places.url(one.url_path)) for one in table}
        )

    def _progress(self, step: str, done: int, total: int) -> None:
        runs.tick(self.run, step, done, total)
        self._tell(step, done, total)


def _meanwhile(page: Any) -> str:
    """What became of the words somebody put into a page before its post came."""
    if page.live:
        return _(
            "Somebody wrote and published this page before its post came, and it was left as it is. What the old blog "
            "had is in the page's history."
        )
    return _(
        "Somebody wrote into this page before its post came. Their words are kept as a draft on top of what the old "
        "blog had: open the page and compare the two in its history."
    )


def import_source(run: ImportRun, source: Source, options: ImportOptions, progress: Progress) -> Report:
    """Import a source under a run; BusyError when another import is running. The run's report and state are kept."""
    run.blog_key, run.format = source.blog.key, source.blog.format
    runs.start(run)
    try:
        report = Importer(run, source, options, progress).work()
    except runs.TakenOverError:
        raise
    except (places.PlaceError, StorageError) as error:
        runs.finish(run, ImportRun.State.FAILED, error=str(error))
        raise
    except BaseException as error:
        # Also when somebody presses Ctrl+C: the next import must not wait for this one.
        runs.finish(run, ImportRun.State.FAILED, error=f"{type(error).__name__}: {error}")
        raise
    runs.finish(run, ImportRun.State.DONE, report.as_json())
    return report
