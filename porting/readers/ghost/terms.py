"""Authors and tags of an export."""

from __future__ import annotations

from html import escape

from django.utils.translation import gettext as _

from porting.document import Problem, SourceAuthor, SourceBlog, SourceTerm

from .context import SIZE, with_base
from .rows import Row, table, text
from .site import Site

#: Columns with a name or an address on another site, and where that name belongs.
ACCOUNTS = (
    ("website", ""),
    ("twitter", "https://x.com/"),
    ("facebook", "https://www.facebook.com/"),
    ("threads", "https://www.threads.net/@"),
    ("bluesky", "https://bsky.app/profile/"),
    ("mastodon", "https://"),
    ("tiktok", "https://www.tiktok.com/@"),
    ("youtube", "https://www.youtube.com/"),
    ("instagram", "https://www.instagram.com/"),
    ("linkedin", "https://www.linkedin.com/in/"),
)


def read_authors(data: Row, site: Site, blog: SourceBlog) -> dict[str, str]:
    """Fill the blog's authors; returns the key of each by Ghost's id."""
    keys = {}
    for row in table(data, "users"):
        name = text(row, "name") or text(row, "slug")
        if not name:
            continue
        key = text(row, "slug") or text(row, "id")
        keys[text(row, "id")] = key
        biography = escape(with_base(text(row, "bio"), site.base), quote=False)
        blog.authors.setdefault(
            key,
            SourceAuthor(
                key=key,
                name=name,
                slug=text(row, "slug"),
                email=mail(row),
                bio=f"<p>{biography}</p>" if biography else "",
                portrait=picture_address(text(row, "profile_image", "image"), site),
                links=[link for link in (account(row, *known) for known in ACCOUNTS) if link],
            ),
        )
    return keys


def mail(row: Row) -> str:
    """The mail address; those below ``.invalid`` were made up because Ghost wants one (RFC 2606)."""
    found = text(row, "email")
    return "" if found.endswith(".invalid") else found


def account(row: Row, name: str, host: str) -> tuple[str, str] | None:
    """A link to somebody's page elsewhere; Ghost keeps only the name of an account."""
    value = text(row, name)
    if not value:
        return None
    if value.startswith(("http://", "https://")):
        return name, value
    if not host:
        return name, f"http://{value}"
    return name, host + (value.lstrip("/") if name == "youtube" else value.lstrip("@/"))


def read_tags(data: Row, blog: SourceBlog) -> tuple[dict[str, str], set[str]]:
    """Fill the blog's tags; returns the key of each by Ghost's id, and the keys of internal ones."""
    keys, internal = {}, set()
    for row in table(data, "tags"):
        name = text(row, "name")
        key = text(row, "slug") or name
        if not key:
            continue
        keys[text(row, "id")] = key
        if name.startswith("#") or text(row, "visibility") == "internal":
            internal.add(key)
            continue
        blog.tags.setdefault(
            key, SourceTerm(key, name or key, text(row, "slug"), text(row, "description", "meta_description"))
        )
        for column in ("codeinjection_head", "codeinjection_foot"):
            if text(row, column):
                detail = _("Code that Ghost put into the pages of the tag “%(name)s” was left out.") % {
                    "name": name
                }
                blog.problems.append(Problem(f"tag:{key}", "field", detail))
    return keys, internal


def picture_address(value: str, site: Site) -> str:
    """A picture's address as the old site had it."""
    return SIZE.sub(r"\1/", with_base(value, site.base))
