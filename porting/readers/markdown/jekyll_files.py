"""Which files of a Jekyll site are posts and pages, and which of them are only templates."""

from __future__ import annotations

import re

from porting.document import Problem
from porting.packages import Package
from porting.readers.markdown.entry import HTML, Entry, is_text
from porting.readers.markdown.jekyll_config import Config

NOT_PAGES = re.compile(
    r"(?:^|/)(?:index|404|feed|sitemap|search|tags?|categor(?:y|ies)|archives?|README|LICENSE)\.\w+$",
    re.IGNORECASE,
)
SKIPPED = re.compile(r"(?:^|/)(?:_site|node_modules|vendor|\.[^/]+)/")
LISTS = re.compile(r"\{%-?\s*(?:for|paginate)")
OTHER_TEXTS = (".textile", ".rst", ".org", ".adoc")


def wanted(package: Package, config: Config, content: str, problems: list[Problem]) -> list[str]:
    """The files that are posts or pages, below ``content`` if it says something; texts of other kinds are problems."""
    begin = f"{content.strip('/')}/" if content.strip("/") else ""
    below = f"{config.top}/" if config.top else ""
    names = [name for name in package.names() if name.startswith(begin) and name.startswith(below)]
    return [
        name for name in names if not SKIPPED.search(name) and _is_wanted(name, package, config, problems)
    ]


def _is_wanted(name: str, package: Package, config: Config, problems: list[Problem]) -> bool:
    inside = config.inside(name)
    readable = is_text(name) or name.lower().endswith(HTML)
    if config.section(inside):
        if not readable and name.lower().endswith(OTHER_TEXTS):
            problems.append(Problem(name, "unreadable", "This kind of text is not read; it was left out."))
        return readable
    hidden = any(part.startswith(("_", ".")) for part in inside.split("/"))
    return readable and not hidden and not NOT_PAGES.search(inside) and package.start(name, 3) == b"---"


def why_left_out(entry: Entry) -> str:
    """A sentence for a page that is made by its layout or by Liquid alone; nothing for others."""
    if not entry.section and entry.data.get("layout") and not entry.body.strip():
        return "The page has no text of its own, its layout made one; it was left out."
    if not entry.section and LISTS.search(entry.body):
        return "The page makes lists with Liquid; it is a template and was left out."
    return ""
