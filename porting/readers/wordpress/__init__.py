"""WordPress: its export files (WXR 1.0 to 1.3), one or several, alone or beside ``wp-content/uploads``."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porting.document import SourceBlog
from porting.packages import Package, PackageError
from porting.readers import ReadError
from porting.readers.options import ReadOptions
from porting.readers.wordpress.blog import read_blog
from porting.readers.wordpress.merging import merge
from porting.readers.wordpress.records import RawExport
from porting.readers.wordpress.xml import read_export

_HEAD = 256 * 1024  # bytes in which an export says what it is
_TEXTS = (".md", ".markdown", ".mdx", "_config.yml")
_MARKS = (b"wordpress.org/export/", b"w\0o\0r\0d\0p\0r\0e\0s\0s\0.\0o\0r\0g\0/\0e\0x\0p\0o\0r\0t\0/\0")


class WordPressReader:
    """Reads what WordPress's own export writes."""

    name = "wordpress"
    label = "WordPress"

    def recognises(self, package: Package) -> float:
        """Sure when a file says that it is an export; a little less where it lies beside what it was turned into."""
        if next(_exports(package), None) is None:
            return 0.0
        return 0.9 if any(name.lower().endswith(_TEXTS) for name in package.names()) else 1.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Read all export files of the package as one blog. Raises ReadError when there is nothing to read."""
        exports: list[RawExport] = []
        unread: list[tuple[str, str]] = []
        for name in _exports(package):
            try:
                exports.append(read_export(name, lambda name=name: package.open_file(name)))
            except (ValueError, PackageError) as error:
                unread.append(("unreadable", str(error)))
        if not any(export.items for export in exports):
            reasons = " ".join(sentence for _kind, sentence in unread)
            raise ReadError(
                _("There is no WordPress export with entries in it.") + (f" {reasons}" if reasons else "")
            )
        export = merge(exports)
        export.warnings += unread
        return read_blog(export, package.names(), options.base_url)


def _exports(package: Package):
    """The names of the package's export files."""
    for name in package.names():
        if not (name.lower().endswith((".xml", ".wxr", ".rss", ".txt")) or package.is_single_file):
            continue
        try:
            with package.open_file(name) as stream:
                head = stream.read(_HEAD)
        except (PackageError, OSError):
            continue
        if any(mark in head for mark in _MARKS):
            yield name
