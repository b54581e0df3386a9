"""Writing the whole export: the XML piece by piece, then the files it names, then the redirects."""

from __future__ import annotations

import csv
import tempfile
from collections import Counter
from collections.abc import Iterator
from html import escape
from io import StringIO

from django.utils import timezone
from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost, State
from porting.exporters.collect import OwnBlog
from porting.exporters.destination import Destination
from porting.exporters.formats import Outcome
from porting.exporters.terms import covers_without_place
from porting.exporters.wholes import Wholes
from porting.exporters.wxr.items import STATUS, media_item, post_item, status_of, term_item
from porting.exporters.wxr.markup import group, tag
from porting.exporters.wxr.places import Places

NAME, REDIRECTS, LATER_REDIRECTS = "wordpress.xml", "redirects.csv", "redirects-of-drafts.csv"
IN_MEMORY = 8_000_000  # bytes; a larger export waits in a temporary file
HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wfw="http://wellformedweb.org/CommentAPI/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
"""
TAIL = "</channel>\n</rss>\n"


def export(blog: OwnBlog, place: Destination) -> Outcome:
    """Write everything WordPress has a place for; what it has none for is among the problems."""
    outcome = Outcome()
    places = Places(blog)
    with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
        for piece in _pieces(blog, places, outcome):
            file.write(piece.encode("utf-8", "replace"))
        file.seek(0)
        place.copy(NAME, file)
    _copy_files(blog, places, place, outcome)
    _write_redirects(blog, places, place, outcome)
    outcome.counts.update({"authors": len(blog.authors), "tags": len(blog.tags)})
    outcome.counts.update({"categories": len(blog.categories)})
    return outcome


def _pieces(blog: OwnBlog, places: Places, outcome: Outcome) -> Iterator[str]:
    yield HEAD
    yield from _channel(blog)
    kinds: Counter[str] = Counter()
    wholes = Wholes()
    for post in blog.posts:
        kinds[post.kind] += 1
        outcome.counts["comments"] += len(post.comments)
        _report_rest(post, outcome)
        _report_cover(post, blog, outcome)
        wholes.write_out(post)
        yield post_item(post, places)
    outcome.counts.update({"posts": kinds["post"], "pages": kinds["page"]})
    outcome.problems += wholes.problems + covers_without_place(blog.series, "WordPress")
    for media in blog.media.values():  # complete only now
        yield media_item(media, places)
    yield TAIL


def _channel(blog: OwnBlog) -> Iterator[str]:
    address = f"{blog.root}{blog.base_path}"
    yield tag("title", escape(blog.title, quote=False))
    yield tag("link", address, plain=True)
    yield tag("description", escape(blog.description, quote=False))
    yield tag("language", blog.language, plain=True)
    yield tag("pubDate", timezone.now().strftime("%a, %d %b %Y %H:%M:%S +0000"), plain=True)
    yield tag("wp:wxr_version", "1.2", plain=True)
    yield tag("wp:base_site_url", blog.root, plain=True)
    yield tag("wp:base_blog_url", address, plain=True)
    for number, author in enumerate(blog.authors.values(), 1):
        yield group(
            "wp:author",
            tag("wp:author_id", number, plain=True),
            tag("wp:author_login", author.key),
            tag("wp:author_email", author.email),
            tag("wp:author_display_name", escape(author.name, quote=False)),
        )
    number = 0
    for kind, terms in (("category", blog.categories), ("tag", blog.tags), ("term", blog.series)):
        for term in terms.values():
            number += 1
            yield term_item(term, kind, number)


def _report_rest(post: SourcePost, outcome: Outcome) -> None:
    """Say what of a post is not what it was."""
    if post.state is State.MEMBERS:
        text = _("WordPress knows no members: “%(title)s” is private there.")
        outcome.problems.append(Problem(post.source_id, "members", text % {"title": post.title}))
    elif status_of(post) != STATUS[post.state]:
        text = _(
            "WordPress would show “%(title)s” to more people than this site does: only its editors see it there."
        )
        outcome.problems.append(Problem(post.source_id, "state", text % {"title": post.title}))
    if post.kept.get("draft"):
        text = _("Changes of “%(title)s” that are not published yet were left out.")
        outcome.problems.append(Problem(post.source_id, "draft", text % {"title": post.title}))


def _report_cover(post: SourcePost, blog: OwnBlog, outcome: Outcome) -> None:
    if post.cover is not None and post.cover.url not in blog.media:
        text = _(
            "The cover of “%(title)s” is on another site, and WordPress knows only its own: %(address)s."
        )
        detail = text % {"title": post.title, "address": post.cover.url}
        outcome.problems.append(Problem(post.source_id, "feature", detail))


def _copy_files(blog: OwnBlog, places: Places, place: Destination, outcome: Outcome) -> None:
    for url, media in blog.media.items():
        try:
            with blog.files.open(media) as stream:
                place.copy(places.file(url), stream)
        except OSError as error:
            text = _("The file is missing here: %(error)s")
            outcome.problems.append(Problem(url, "image", text % {"error": error}))
            continue
        outcome.counts["files"] += 1


def _write_redirects(blog: OwnBlog, places: Places, place: Destination, outcome: Outcome) -> None:
    """Addresses that lead to posts and lists, as the redirect plugins take them: one to a line.

    Those of posts that nobody may open in WordPress are apart: a redirect would tell where they are.
    """
    rows: dict[str, list[tuple[str, str]]] = {REDIRECTS: [], LATER_REDIRECTS: []}
    for post in blog.posts:
        name = REDIRECTS if status_of(post) == "publish" else LATER_REDIRECTS
        rows[name] += [(alias, post.addresses[0]) for alias in post.aliases if post.addresses]
    rows[REDIRECTS] += [(redirect.address, places.of(redirect.target)) for redirect in blog.redirects]
    for name, found in rows.items():
        if found:
            place.write(name, _table(found))
            outcome.counts["redirects"] += len(found)


def _table(rows: list[tuple[str, str]]) -> str:
    text = StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("source", "target"))
    table.writerows(rows)
    return text.getvalue()
