"""A package with one or more Ghost exports as a blog."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from porting.document import Problem, SourceBlog
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.options import ReadOptions

from .beside import tell_what_is_beside
from .comments import add_comments, comment_files
from .files import configuration, databases, looks_like_ghost, media_root, members_lists
from .hosts import add_dated_aliases, add_fronted_aliases, likely_hosts
from .marks import sum_up_marks
from .nested import unfolded
from .posts import Library, read_post
from .private import close_private
from .redirects import add_lists, add_own
from .routes import Routes, routes_of
from .rows import Row, links, table, text
from .site import Site, site_of
from .terms import read_authors, read_tags


class GhostReader:
    """Ghost's JSON, alone or in a zip beside ``content/images``, ``redirects.yaml`` and ``routes.yaml``."""

    name = "ghost"
    label = "Ghost"

    def recognises(self, package: Package) -> float:
        """How sure it is that the package is a Ghost export."""
        return looks_like_ghost(package)

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Everything in the package; ReadError when there is no export in it."""
        found = databases(package)
        package.private.update(name for name, _database in found)
        package.private.update(members_lists(package), comment_files(package))
        site = site_of(found[0][1], options)
        blog = SourceBlog(
            # Not the address: an export does not hold it, and who imports may name it the second time only.
            key=site.title or site.host + site.path or "ghost",
            format=self.name,
            title=site.title,
            description=site.description,
            language=site.language,
            hosts={site.host} if site.host else set(),
            base_path=site.path,
        )
        root = media_root(package)
        if root is not None:
            blog.media_roots.append(root)
        settings = settings_file(package, "routes.yaml", blog)
        routes = routes_of(site, settings, options.permalink)
        seen: set[str] = set()
        for name, database in found:
            read_database(database, site_of(database, options), routes, blog, seen, name)
        add_dated_aliases(blog.posts)
        if settings is None:
            fronts = add_fronted_aliases(blog.posts, site.host)
            routes.lists += [front.removeprefix(site.path) for front in fronts]
        if not blog.hosts:
            blog.hosts = likely_hosts(blog.posts)
        add_comments(package, blog)
        add_lists(blog, site, routes)
        add_own(blog, site, settings_file(package, "redirects.yaml", blog))
        sum_up_marks(blog)
        for name in members_lists(package):
            blog.problems.append(Problem(name, "members", _("The list of members was left alone.")))
        return blog


def settings_file(package: Package, name: str, blog: SourceBlog) -> Any:
    """A file of settings; None, and said so, when it is damaged."""
    try:
        return configuration(package, name)
    except ReadError as error:
        blog.problems.append(Problem(name, "unreadable", str(error)))
        return None


def read_database(
    database: Row, site: Site, routes: Routes, blog: SourceBlog, seen: set[str], name: str
) -> None:
    """Add everything in one database to the blog. A post that two of them hold is taken from the first."""
    data = unfolded(database["data"])
    users = read_authors(data, site, blog)
    tags, internal = read_tags(data, blog)
    library = Library(
        authors=links(data, "posts_authors", lambda row: users.get(text(row, "author_id"), "")),
        tags=links(data, "posts_tags", lambda row: tags.get(text(row, "tag_id"), "")),
        internal_tags=internal,
        meta={text(row, "post_id"): row for row in table(data, "posts_meta")},
        users=users,
    )
    before = len(blog.posts)
    for at, row in enumerate(table(data, "posts"), 1):
        number = text(row, "id", "uuid", "slug")
        if not number or number in seen:
            detail = _("It has no id.") if not number else _("A post with this id was read already.")
            blog.problems.append(Problem(number or f"{name}, post {at}", "unreadable", detail))
            continue
        seen.add(number)
        try:
            post = read_post(row, site, library)
        except (TypeError, ValueError, AttributeError, KeyError, RecursionError) as error:
            blog.problems.append(
                Problem(number, "unreadable", _("The post cannot be read: %(error)s") % {"error": error})
            )
            continue
        address = routes.post(post, site)
        if address:
            post.addresses = [address]
            short = site.address(f"/{post.slug}/")  # what it was before or after somebody switched dates on
            post.aliases = [f"{address.rstrip('/')}/amp/"] + ([short] if short != address else [])
        blog.posts.append(post)
    close_private(data, blog.posts[before:], blog)
    tell_what_is_beside(data, site, blog)
