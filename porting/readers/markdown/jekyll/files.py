"""Which files of a Jekyll site are posts and pages, and which of them are only templates."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from porting.packages import Package
from porting.readers.markdown.entry import HTML, Entry, is_text
from porting.readers.markdown.fields import as_list
from porting.readers.markdown.jekyll.config import Config

# What a site makes for itself, here as there.
NOT_PAGES = re.compile(
    r"(?:^|/)(?:404|feed|sitemap|search|README|LICENSE)\.\w+$|(?:^|/)search/index\.\w+$", re.IGNORECASE
)
LISTS_OF_POSTS = re.compile(
    r"^index\.\w+$|(?:^|/)(?:blog|posts|tags?|categor(?:y|ies)|archives?)(?:/index)?\.\w+$", re.IGNORECASE
)
SKIPPED = re.compile(r"(?:^|/)(?:_site|node_modules|vendor|\.[^/]+)/")
LISTS = re.compile(r"\{%-?\s*(?:for|paginate)")
OTHER_TEXTS = {
    ".textile": "Textile",
    ".rst": "reStructuredText",
    ".org": "Org",
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".haml": "Haml",
    ".slim": "Slim",
    ".rdoc": "RDoc",
    ".creole": "Creole",
    ".ipynb": "a notebook's format",
    ".txt": "plain text",
}

Report = Callable[[str, str, str], None]


def wanted(package: Package, config: Config, content: str, report: Report) -> list[str]:
    """The files that are posts or pages, below ``content`` if it says something; texts of other kinds are reported."""
    begin = f"{content.strip('/')}/" if content.strip("/") else ""
    below = f"{config.top}/" if config.top else ""
    names = (name for name in package.names() if name.startswith(begin) and name.startswith(below))
    found = [name for name in names if not SKIPPED.search(name) and _is_text(name, package, config)]
    return [name for name in found if _is_wanted(name, config, report)]


def _is_text(name: str, package: Package, config: Config) -> bool:
    """Whether a file lies where texts do and begins as they do, whatever it is written in."""
    inside, end = config.inside(name), posixpath.splitext(name)[1].lower()
    if not (_is_readable(name, config) or end in OTHER_TEXTS):
        return False
    begins = package.start(name, 6).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    if config.section(inside):
        return begins or end != ".txt"
    if end == ".txt":
        return False  # robots.txt and its like
    hidden = any(part[:1] in "_." and not config.is_included(part) for part in inside.split("/"))
    return begins and not hidden and not NOT_PAGES.search(inside)


def _is_readable(name: str, config: Config) -> bool:
    said = as_list(config.values.get("markdown_ext"), r"\s*,\s*")
    endings = tuple(f".{str(end).strip('.').lower()}" for end in said)
    return is_text(name) or name.lower().endswith(HTML + endings)


def _is_wanted(name: str, config: Config, report: Report) -> bool:
    if config.is_excluded(config.inside(name)):
        detail = _("The site's settings exclude this file, so nobody saw it; it was left out.")
        report(name, "hidden", detail)
        return False
    if _is_readable(name, config):
        return True
    language = OTHER_TEXTS[posixpath.splitext(name)[1].lower()]
    detail = _(
        "It is written in %(language)s, which is not read here; it was left out. As Markdown it can be imported."
    )
    report(name, "unreadable", detail % {"language": language})
    return False


def why_left_out(entry: Entry, inside: str) -> str | None:
    """Why a page is none: empty when nothing of it is lost, a sentence for the report, or None for a true page."""
    if entry.section:
        return None
    usual = bool(LISTS_OF_POSTS.search(inside))
    if entry.data.get("layout") and not entry.body.strip():
        return "" if usual else _("The page has no text of its own, its layout made one; it was left out.")
    if LISTS.search(entry.body):
        return "" if usual else _("The page makes lists with Liquid; it is a template and was left out.")
    if inside.startswith("index.") and entry.body.strip():
        return _("The words of the old first page were left out; the blog has an introduction of its own.")
    return None
