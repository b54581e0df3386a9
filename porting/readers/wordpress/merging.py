"""Large blogs are exported in several files: put together again."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porting.hosts import host_of
from porting.readers import ReadError
from porting.readers.wordpress.addresses import path_of
from porting.readers.wordpress.records import RawExport, RawItem


def merge(exports: list[RawExport]) -> RawExport:
    """Return one export. Raises ReadError when the files are of different blogs: their numbers would mix."""
    blogs = {f"{host_of(export.address)}{path_of(export.address)}" for export in exports if export.items}
    if len(blogs) > 1:
        text = _("The files are exports of different blogs (%(blogs)s). Import each blog on its own.")
        raise ReadError(text % {"blogs": ", ".join(sorted(blogs))})
    whole, *others = exports
    for other in others:
        for login, author in other.authors.items():
            whole.authors.setdefault(login, author)
        for name in ("title", "link", "description", "language", "base_url", "version"):
            setattr(whole, name, getattr(whole, name) or getattr(other, name))
        whole.terms += other.terms
        whole.items += other.items
        whole.warnings += other.warnings
    whole.items = _once(whole)
    return whole


def _once(export: RawExport) -> list[RawItem]:
    """Each entry once, in the version that was changed last; different entries with one number get their own."""
    found: dict[tuple[str, ...], RawItem] = {}
    numbers: set[tuple[str, str]] = set()
    for item in export.items:
        key = (item.type, item.id, item["post_name"], item["title"])
        earlier = found.get(key)
        if earlier is not None and item["post_modified_gmt"] <= earlier["post_modified_gmt"]:
            continue
        if earlier is None and (item.type, item.id) in numbers:
            item.fields["post_id"] = f"{item.id}-{item['post_name'] or len(found)}"
        numbers.add((item.type, item.id))
        found[key] = item
    twice = len(export.items) - len(found)
    if twice:
        export.warnings.append(
            ("duplicate", _("%(count)d entries stood in the export twice.") % {"count": twice})
        )
    return list(found.values())
