"""Opening what somebody handed over, and reading it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog
from porting.media.fetch import Fetcher
from porting.media.resolver import MediaResolver
from porting.packages import Package, PackageError
from porting.packages.looks import looks_like
from porting.readers import ALIASES, READERS, ReadError, detect, reader

from . import moments, texts
from .addresses import AddressBook
from .options import ImportOptions

logger = logging.getLogger(__name__)


class SourceError(Exception):
    """Why nothing can be imported from there, in a sentence."""


@dataclass
class Source:
    """A blog that was read, with everything needed to find its files and addresses."""

    blog: SourceBlog
    book: AddressBook
    resolver: MediaResolver


@contextmanager
def opened(path: str, options: ImportOptions) -> Iterator[Source]:
    """Read the blog at ``path``; its files can be read inside the block. SourceError when there is none."""
    packages: list[Package] = []
    try:
        package = _package(path, packages)
        blog = _read(package, options)
        uploads = _package(options.media, packages) if options.media else None
        yield prepared(blog, package, options, uploads)
    finally:
        for one in packages:
            one.close()


def prepared(
    blog: SourceBlog, package: Package, options: ImportOptions, uploads: Package | None = None
) -> Source:
    """A blog that was read already, ready for the importer."""
    texts.tidy(blog)
    moments.tidy(blog)
    for name, why in package.left_out:
        detail = _("%(name)s was left out: %(why)s.") % {"name": name, "why": why}
        blog.problems.append(Problem(name, "unreadable", detail))
    _keep_first(blog)
    book = AddressBook.of(blog, options.reading.base_url)
    fetcher = Fetcher() if options.fetch_media else None
    return Source(blog, book, MediaResolver(blog, package, book, uploads, fetcher))


def _package(path: str, opened_so_far: list[Package]) -> Package:
    try:
        package = Package.open(path)
    except PackageError as error:
        raise SourceError(str(error)) from error
    opened_so_far.append(package)
    return package


def _read(package: Package, options: ImportOptions) -> SourceBlog:
    try:
        found = reader(options.format) if options.format else detect(package)
        if found is None:
            raise SourceError(_not_known(package))
        blog = found.read(package, options.reading)
    except (ReadError, PackageError) as error:
        raise SourceError(f"{error} {_rather(package, options) or looks_like(package)}".strip()) from error
    except SourceError:
        raise
    except Exception as error:
        # Files by strangers hold what no reader thought of. Nothing was written yet, so this is all there is to say.
        logger.exception("%s was not read", package.path)
        message = _("%(name)s cannot be read, because of an error in this program: %(error)s")
        about = f"{type(error).__name__}: {error}"[:300]
        raise SourceError(message % {"name": package.path.name, "error": about}) from error
    if not blog.posts and (said := _rather(package, options)):
        raise SourceError(f"{_('There is no blog in %(name)s.') % {'name': package.path.name}} {said}")
    return blog


def _rather(package: Package, options: ImportOptions) -> str:
    """What the package looks like, when that is not the system somebody said it is from."""
    named = ALIASES.get(options.format.lower(), options.format.lower())
    found = detect(package) if named in READERS else None
    if found is None or found.name == named:
        return ""
    message = _("It looks like an export of %(system)s: choose that, or let it be found out by looking.")
    return message % {"system": found.label}


def _not_known(package: Package) -> str:
    if said := looks_like(package):
        return f"{_('There is no blog in %(name)s.') % {'name': package.path.name}} {said}"
    message = _(
        "Nobody here knows how to read %(name)s. It should be a WordPress or Ghost export, or a folder or zip of "
        "Markdown files. If you know the format, name it: %(formats)s."
    )
    return message % {"name": package.path.name, "formats": ", ".join(READERS)}


def _keep_first(blog: SourceBlog) -> None:
    """Two posts with one id would take turns on one page; the second is kept under another id, and reported."""
    seen: set[str] = set()
    numbers: dict[str, int] = {}
    for post in blog.posts:
        if post.source_id in seen:
            number = numbers.get(post.source_id, 2)
            while f"{post.source_id}~{number}" in seen:
                number += 1
            numbers[post.source_id] = number + 1
            detail = _("Two posts of the source have the id %(id)s. Both were kept.") % {"id": post.source_id}
            blog.problems.append(Problem(post.source_id, "duplicate", detail))
            post.source_id = f"{post.source_id}~{number}"
        seen.add(post.source_id)
