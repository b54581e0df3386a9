"""Comments in a file beside the export, as this site's own Ghost export writes them: Ghost has no table for them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.utils.translation import gettext as _

from porting.document import CommentState, Problem, SourceBlog, SourceComment
from porting.packages import Package, PackageError

from .rows import BadDateError, Row, moment, text

NAME = "comments.jsonl"


def add_comments(package: Package, blog: SourceBlog) -> None:
    """Give each post its comments; a line that is none is reported."""
    posts = {post.slug: post for post in blog.posts}
    for name in comment_files(package):
        for row in rows(package, name, blog):
            post = posts.get(text(row, "post"))
            if post is not None:
                post.comments.append(comment(row))


def comment_files(package: Package) -> list[str]:
    """Files of comments; those nobody approved are in them too."""
    return [name for name in package.names() if name.rpartition("/")[2] == NAME]


def rows(package: Package, name: str, blog: SourceBlog) -> Iterator[Row]:
    """Each line of the file."""
    try:
        lines = package.read(name).decode("utf-8", errors="replace").splitlines()
    except PackageError as error:
        blog.problems.append(Problem(name, "comments", str(error)))
        return
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            row = None
        if isinstance(row, dict):
            yield row
        elif line.strip():
            blog.problems.append(
                Problem(
                    name,
                    "comments",
                    _("Line %(number)s is no comment and was left out.") % {"number": number},
                )
            )


def comment(row: Row) -> SourceComment:
    """One comment; a state nobody knows waits for a look."""
    state = text(row, "state")
    try:
        date = moment(row, "date")
    except BadDateError:
        date = None
    return SourceComment(
        source_id=text(row, "id"),
        author_name=text(row, "name"),
        html=text(row, "html"),
        date=date,
        parent_id=text(row, "parent"),
        author_url=text(row, "url"),
        state=CommentState(state) if state in set(CommentState) else CommentState.PENDING,
        kind=text(row, "kind") or "comment",
    )
