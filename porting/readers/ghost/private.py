"""Sites that were behind a password as a whole: nothing of theirs becomes public by moving."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog, SourcePost, State

from .rows import Row, flag, table, text

_SWITCHES = {"is_private", "isPrivate"}


def close_private(data: Row, posts: list[SourcePost], blog: SourceBlog) -> None:
    """Put the site's password before each of its posts when ``data``, an export's tables, say that it was private.

    What is for members stays so: that is stricter. Without a password only those who log in read it.
    """
    rows = table(data, "settings")
    if not any(row.get("key") in _SWITCHES and flag(_plain(row), "value") for row in rows):
        return
    password = next((text(row, "value") for row in rows if row.get("key") == "password"), "")
    for post in posts:
        if post.members_only:
            continue
        post.password = password
        post.members_only = not password  # drafts as well: they are published one day
        if post.state is State.PUBLISHED:
            post.state = State.PASSWORD
    said = _("The whole site was private. Its posts and pages ask for the password that the site asked for.")
    unknown = _(
        "The whole site was private, and its password is not in the export. Only those who log in see it."
    )
    blog.problems.append(Problem("", "hidden", said if password else unknown))


def _plain(row: Row) -> Row:
    """A setting without the quotation marks some versions wrote around it."""
    value = row.get("value")
    return row | {"value": value.strip('" ') if isinstance(value, str) else value}
