"""Old addresses: a table of all of them, and a file that hosts of static sites obey."""

from __future__ import annotations

import csv
from io import StringIO

from blog.addresses import SECTIONS, subject_path
from porting.document import SourceRedirect

Row = tuple[str, str]  # from, to


def list_address(target: str, blog_path: str) -> str:
    """Where a redirect leads: ``tag:django`` is ``/blog/tags/django/``."""
    kind, mark, key = target.partition(":")
    return subject_path(blog_path, kind, key) if mark and kind in SECTIONS else target


def rows_of(redirects: list[SourceRedirect], blog_path: str) -> list[Row]:
    """The redirects to lists and elsewhere."""
    return [(one.address, list_address(one.target, blog_path)) for one in redirects]


def as_csv(rows: list[Row]) -> str:
    """The table ``from,to,status``."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("from", "to", "status"))
    writer.writerows((old, new, 301) for old, new in rows)
    return out.getvalue()


def as_netlify(rows: list[Row]) -> str:
    """``_redirects`` of Netlify and Cloudflare Pages. A query stands after the path, as they want it."""
    lines = []
    for old, new in rows:
        path, _, query = old.partition("?")
        asked = " ".join(part for part in query.split("&") if part)
        lines.append(" ".join(part for part in (path.replace(" ", "%20"), asked, new, "301") if part))
    return "\n".join(lines) + ("\n" if lines else "")
