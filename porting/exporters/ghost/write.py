"""Writing the whole export: the tables as one JSON, files, redirects, comments."""

from __future__ import annotations

import json
from collections import Counter

from django.utils import timezone
from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost
from porting.exporters.collect import OwnBlog
from porting.exporters.destination import Destination
from porting.exporters.formats import Outcome
from porting.exporters.ghost.addresses import GhostAddresses
from porting.exporters.ghost.people import linked, tag_rows, user_row
from porting.exporters.ghost.posts import Row, iso, meta_row, post_row, report_rest
from porting.exporters.ghost.redirects import redirects_yaml
from porting.exporters.terms import covers_without_place
from porting.exporters.wholes import Wholes

VERSION = "5.130.0"
#: Ghost reads one JSON of a zip only, so nothing else in it may end in ``.json``.
TABLES, REDIRECTS, COMMENTS = "ghost-import.json", "redirects.yaml", "comments.jsonl"
LATER_REDIRECTS = "redirects-of-drafts.yaml"


def export(blog: OwnBlog, place: Destination) -> Outcome:
    """Write everything Ghost has a place for; what it has none for is among the problems."""
    outcome = Outcome()
    posts = list(blog.posts)
    addresses = GhostAddresses(blog)
    for post in posts:
        if addresses.take_slug(post) != post.slug:
            detail = _("Another page has the address “%(slug)s”: “%(other)s” in Ghost.")
            detail %= {"slug": post.slug, "other": addresses.slugs[post.source_id]}
            outcome.problems.append(Problem(post.source_id, "aliases", detail))
    addresses.name_files()
    wholes = Wholes()
    for post in posts:
        wholes.write_out(post)
    outcome.problems += wholes.problems + covers_without_place(blog.series, "Ghost")
    tables = tables_of(blog, posts, addresses, outcome.problems)
    meta = {"exported_on": int(timezone.now().timestamp() * 1000), "version": VERSION}
    whole = {"db": [{"meta": meta, "data": tables}]}
    place.write(TABLES, json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
    shown = {row["slug"] for row in tables["posts"] if row["status"] == "published"}
    write_redirects(blog, posts, addresses, shown, place, outcome.problems)
    copied = copy_files(blog, addresses, place, outcome.problems)
    comments = write_comments(posts, addresses, place)
    kinds = Counter(post.kind for post in posts)
    outcome.counts.update({"posts": kinds["post"], "pages": kinds["page"], "files": copied})
    outcome.counts.update({"authors": len(blog.authors), "tags": len(tables["tags"]), "comments": comments})
    return outcome


def write_redirects(
    blog: OwnBlog,
    posts: list[SourcePost],
    addresses: GhostAddresses,
    shown: set[str],
    place: Destination,
    problems: list[Problem],
) -> None:
    """Old addresses. Those of posts whose slug is not ``shown`` are apart: a redirect would tell where they are."""
    open_posts = [post for post in posts if addresses.slugs[post.source_id] in shown]
    others = [post for post in posts if addresses.slugs[post.source_id] not in shown]
    for name, redirects, whose in ((REDIRECTS, blog.redirects, open_posts), (LATER_REDIRECTS, [], others)):
        text = redirects_yaml(redirects, whose, addresses, problems)
        if text:
            place.write(name, text)


def tables_of(
    blog: OwnBlog, posts: list[SourcePost], addresses: GhostAddresses, problems: list[Problem]
) -> dict[str, list[Row]]:
    """Ghost's tables with everything in them."""
    settings = {"title": blog.title, "description": blog.description, "locale": blog.language}
    tables: dict[str, list[Row]] = {
        "posts": [post_row(post, addresses, problems) for post in posts],
        "posts_meta": [],
        "posts_tags": [],
        "posts_authors": [],
        "tags": tag_rows(blog),
        "users": [user_row(author, addresses) for author in blog.authors.values()],
        "settings": [{"key": key, "value": value} for key, value in settings.items() if value],
    }
    for post in posts:
        tags, authors = linked(post, blog)
        tables["posts_tags"] += tags
        tables["posts_authors"] += authors
        meta = meta_row(post, addresses, problems)
        tables["posts_meta"] += [meta] if meta else []
        report_rest(post, problems)
    return tables


def copy_files(blog: OwnBlog, addresses: GhostAddresses, place: Destination, problems: list[Problem]) -> int:
    """Copy every picture and document; one that is gone from the storage is reported."""
    copied = 0
    for url, name in addresses.names.items():
        media = blog.media[url]
        try:
            with blog.files.open(media) as stream:
                place.copy(name, stream)
        except OSError as error:
            detail = _("The file is missing here: %(error)s") % {"error": error}
            problems.append(Problem(url, "image", detail))
            continue
        copied += 1
    return copied


def write_comments(posts: list[SourcePost], addresses: GhostAddresses, place: Destination) -> int:
    """Comments, one to a line: Ghost's own export has no table for them."""
    rows = [
        {
            "post": addresses.slugs[post.source_id],
            "id": comment.source_id,
            "parent": comment.parent_id,
            "name": comment.author_name,
            "url": comment.author_url,
            "date": iso(comment.date),
            "state": str(comment.state),
            "kind": comment.kind,
            "html": comment.html,
        }
        for post in posts
        for comment in post.comments
    ]
    if rows:
        place.write(COMMENTS, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    return len(rows)
