"""What all systems that keep their posts as Markdown files have in common: from files to a ``SourceBlog``."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourcePost, SourceRedirect
from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import host, join, slugify
from porting.readers.markdown.dates import read_date, year_first
from porting.readers.markdown.entry import Entry, load_entry
from porting.readers.markdown.front import Front
from porting.readers.markdown.keywords import Keywords
from porting.readers.markdown.links import Links
from porting.readers.markdown.people import People
from porting.readers.markdown.posts import PostBuilder
from porting.readers.markdown.repeated import sum_up
from porting.readers.markdown.terms import Terms
from porting.readers.markdown.text.admonitions import alerts
from porting.readers.markdown.text.elements import shown_elements
from porting.readers.markdown.text.engine import PLAIN, Flavour, render, rewrite_html
from porting.readers.markdown.text.headings import linked_anchors
from porting.readers.markdown.text.masks import Masks, mask
from porting.readers.markdown.text.texts import plain
from porting.readers.options import ReadOptions

# What one broken file may raise; the rest of the blog goes on.
BROKEN = (
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    RecursionError,
    OverflowError,
    PackageError,
    re.error,
)
HEADING = re.compile(
    r"\A\s*+(?:#[ \t]++(?P<atx>[^\n]++)(?:\n|\Z)|(?P<setext>[^\n#>\-*`<:][^\n]*+)\n=++[ \t]*+(?:\n|\Z))"
)
LATER_HEADING = re.compile(
    r"^#[ \t]++(?P<atx>[^\n]++)$|^(?P<setext>[^\n\s#>\-*`<:][^\n]*+)\n=++[ \t]*+$", re.MULTILINE
)
LEADING_IMPORT = re.compile(
    r"\s*import\s++(?:(?:[^\s'\";]++\s++)+?from\s++)?['\"][^'\"\n]+['\"];?[ \t]*(?:\n|\Z)"
)


def _words(heading: re.Match[str]) -> str:
    """What a heading says. Signs behind ``# A heading #`` close it, those of ``# C#`` are its own."""
    line = (heading["atx"] or heading["setext"]).strip()
    open_line = line.rstrip("#") if heading["atx"] else line
    return plain(open_line.rstrip() if open_line[-1:] in ("", " ", "\t") else line)


class System(PostBuilder):
    """Reads one package. Systems say which files are posts, where they were, and how their text is rewritten."""

    flavour = PLAIN
    file_languages = False  # whether ``about.ja.md`` is Japanese
    day_first = False  # whether ``11-9-2017`` is in September
    imports = False  # whether ``.md`` files may import as ``.mdx`` ones do

    def __init__(self, package: Package, options: ReadOptions) -> None:
        self.package, self.options = package, options
        self.names = package.names()
        self.blog = SourceBlog(
            key=posixpath.splitext(posixpath.basename(str(package.path).rstrip("/")))[0], format=self.format
        )
        self.zone: Any = UTC
        self.people = People(self.blog.authors)
        self.tags, self.categories = Terms(self.blog.tags), Terms(self.blog.categories)
        self.series = Terms(self.blog.series)
        self.keywords = Keywords()
        self.entries: list[Entry] = []
        self.anchors: set[str] = set()  # parts of pages that links of the blog name

    # What a system says itself

    def configure(self) -> None:
        """Read the site's own configuration."""

    def wanted(self) -> list[str]:
        """The files that are posts or pages."""
        raise NotImplementedError

    def place(self, entry: Entry) -> None:
        """Set slug, addresses and kind."""

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        """The system's own additions as Markdown and dialect; ``text`` has its code hidden in ``masks``."""
        return text

    def flavour_of(self, entry: Entry) -> Flavour:
        """How this text is to be rendered."""
        math = fields.has_math(entry.data)
        if not math or self.flavour.math:
            return self.flavour
        return replace(self.flavour, math=True)

    def finish(self) -> None:
        """Redirects and whatever needs all posts."""

    # What all do

    def read(self) -> SourceBlog:
        """The whole blog."""
        self.configure()
        self._base()
        self.links = Links(self.package, self.blog.media_roots, self.options.content)
        for path in self.wanted():
            self._guarded(path, lambda path=path: self._load(path))
        for entry in self.entries:
            self.links.add(entry.path, entry.path)
            self.anchors |= linked_anchors(entry.body)
        for entry in self.entries:
            self._guarded(entry.path, lambda entry=entry: self.blog.posts.append(self.post(entry)))
        self.blog.posts.sort(key=self._is_translation)  # so that originals have their addresses first
        self.finish()
        self._tell_names()
        self.keywords.tell(self.blog)
        sum_up(self.blog)
        for terms in (self.tags, self.categories, self.series):
            terms.finish()
        return self.blog

    def _is_translation(self, post: SourcePost) -> bool:
        original, own = self.blog.language.lower(), post.language.lower()
        return bool(original and own) and own != original and not original.startswith(f"{own}-")

    def _tell_names(self) -> None:
        if self.people.lines:
            lines = ", ".join(f"“{line}”" for line in list(self.people.lines)[:20])
            more = f", … (+{len(self.people.lines) - 20})" if len(self.people.lines) > 20 else ""
            detail = _("Taken for the names of several people: %(lines)s") % {"lines": lines + more}
            self.blog.problems.append(Problem("", "authors", detail))

    def _base(self) -> None:
        """What whoever imports says about the old site comes before what its configuration says."""
        if self.options.base_url:
            self.blog.hosts = {host(self.options.base_url)}
        if self.options.base_path:
            self.blog.base_path = join(self.options.base_path).rstrip("/")
        self.blog.hosts.discard("")

    def _guarded(self, path: str, work: Any) -> None:
        try:
            work()
        except BROKEN as error:
            said = f"{type(error).__name__}: {str(error)[:200]}"
            sentence = _("The file could not be read: %(error)s") % {"error": said}
            self.blog.problems.append(Problem(path, "unreadable", sentence))

    def _load(self, path: str) -> None:
        entry = load_entry(
            self.package, path, pelican=self.format == "markdown", languages=self.file_languages
        )
        if entry is None or not self.accepts(entry):
            return
        data = entry.data
        entry.language = fields.text(fields.first(data, "lang", "language", "locale")) or entry.language
        entry.date = self._date(entry)
        entry.title = self._title(entry)
        self.place(entry)
        self.entries.append(entry)

    def accepts(self, entry: Entry) -> bool:
        """Whether a file that was read is a post or page at all."""
        return True

    def _date(self, entry: Entry) -> datetime | None:
        for name in fields.PUBLISHED:
            value = fields.first(entry.data, name)
            if value in (None, "") or isinstance(value, bool | dict):
                continue
            found = read_date(year_first(value, day_first=self.day_first), self.zone)
            if found:
                self._tell_order(entry, value, found)
                return found
            if not isinstance(value, str) or re.search(r"\d", value):
                entry.notes.report(
                    "date",
                    _("“%(date)s” is no date that exists; the post has no date from it.")
                    % {"date": fields.text(value)},
                )
        return read_date(entry.day)

    def _tell_order(self, entry: Entry, value: Any, found: datetime) -> None:
        """Of ``11-9-2017`` only its author knows which is the month."""
        if isinstance(value, str) and year_first(value, day_first=True) != year_first(value, day_first=False):
            entry.notes.report(
                "date",
                _("“%(date)s” was read as %(day)s; please check it.")
                % {"date": fields.text(value), "day": f"{found:%Y-%m-%d}"},
            )

    def _title(self, entry: Entry) -> str:
        """The title field; else the first heading, which then leaves the text; else the file's name."""
        said = fields.text(fields.first(entry.data, "title"))
        start = self._start(entry)
        leading = None if entry.is_html else HEADING.match(entry.body[start:])
        shown = _words(leading) if leading else ""
        if shown and (not said or shown.casefold() == said.casefold()):
            entry.body = entry.body[:start] + entry.body[start + leading.end() :] if leading else entry.body
            return said or shown
        if said:
            return said
        later = None if entry.is_html else LATER_HEADING.search(mask(entry.body)[0])
        if later and "\ue000" not in later.group(0):
            return _words(later)
        return entry.name.replace("-", " ").replace("_", " ").strip().capitalize() or entry.path

    def _start(self, entry: Entry) -> int:
        """Where the text begins, behind what it imports."""
        start = 0
        if self.imports or entry.path.endswith(".mdx"):
            while found := LEADING_IMPORT.match(entry.body, start):
                start = found.end()
        return start

    def html(self, entry: Entry) -> str:
        """The body in the dialect."""

        def rewrite(address: str, kind: str) -> str:
            if address.startswith("source:"):  # written by a rule above, then encoded as an address
                return unquote(address)
            return self.links.rewrite(entry.folder, self.address(address, entry), kind)

        text, masks = self.mask(entry)
        text = shown_elements(self.rewrite(text, masks, entry))
        if entry.is_html:
            return rewrite_html(masks.restore(text), rewrite)
        text = masks.restore(alerts(text, masks, entry.notes))
        rendered = render(text, self.flavour_of(entry), rewrite, self.anchors)
        for label in rendered.unused_footnotes:
            entry.notes.report(
                "footnote",
                _("Nothing in the text refers to the footnote “%(label)s”; it was not shown and is left out.")
                % {"label": label},
            )
        return rendered.html

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        """The body with its code hidden."""
        return (entry.body, Masks()) if entry.is_html else mask(entry.body)

    def address(self, address: str, entry: Entry) -> str:
        """A chance to change an address before the files of the package are asked."""
        return address

    # Redirects

    def leave_out_introduction(self, name: str, front: Front) -> None:
        """Say that the text above a section's list has no place here, where there is one."""
        if front.body.strip():
            detail = _("The text above a section's list was left out; the blog has its own introduction.")
            self.blog.problems.append(Problem(name, "text", detail))

    def redirect(self, address: str, target: str) -> None:
        """An old address that is no post."""
        if address and address != "/":
            self.blog.redirects.append(SourceRedirect(address, target))

    def redirect_terms(self, base: str, terms: Terms, kind: str, end: str = "/") -> None:
        """Archives of all terms: ``/tags/`` and a slug."""
        for key, term in terms.terms.items():
            if term.key == key:
                self.redirect(join(base, slugify(term.slug) or term.slug) + end, f"{kind}:{key}")
