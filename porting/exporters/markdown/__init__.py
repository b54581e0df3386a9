"""A blog as Markdown files with front matter, in folders that Docusaurus and Hugo read.

What is not public is marked as a draft and its files stay beside it, so that a site built from the export shows
nothing that this site did not.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps

from porting.document import SourcePost
from porting.exporters.collect import OwnBlog
from porting.exporters.destination import Destination
from porting.exporters.formats import Outcome
from porting.exporters.manifest import check_counts, write_manifest
from porting.exporters.markdown import lists, redirects
from porting.exporters.markdown.about import hugo_settings, readme
from porting.exporters.markdown.entries import Entries
from porting.exporters.markdown.front_matter import is_public
from porting.exporters.markdown.media import MediaFolder
from porting.exporters.site_data import site_data


def export(blog: OwnBlog, place: Destination) -> Outcome:
    """Write everything. ExportError when something is missing in the end."""
    site = site_data(blog)
    media = MediaFolder(blog, place)
    entries = Entries(blog, place, media, {note["title"]: note["html"] for note in site["callouts"]})
    names = lists.Names()
    rows: list[redirects.Row] = []
    private_rows: list[redirects.Row] = []
    for post in blog.posts:
        entries.write(post)
        if is_public(post):
            names.note(post)
        (rows if is_public(post) else private_rows).extend(_moved(post))
    rows += redirects.rows_of(blog.redirects, blog.base_path + "/")
    counts = entries.counts + _write_lists(blog, place, names, media)
    counts["redirects"] = _write_redirects(place, rows, private_rows)
    _write_site(site, blog, place, media)
    check_counts(_expected(blog), counts)
    counts["media"] = len({entry["file"] for entry in media.index})
    write_manifest(place, counts, {"title": blog.title, "base_url": blog.root, "blog": blog.base_path + "/"})
    return Outcome(counts, media.problems)


def _moved(post: SourcePost) -> list[redirects.Row]:
    path = urlsplit(post.addresses[0]).path
    return [(alias, path) for alias in post.aliases]


def _write_lists(blog: OwnBlog, place: Destination, names: lists.Names, media: MediaFolder) -> Counter[str]:
    place.write("blog/authors.yml", lists.authors_yaml(blog.authors, names.authors, media))
    for name, text in names.hidden_lists().items():
        place.write(name, text)
    place.write("blog/tags.yml", lists.tags_yaml(blog.tags))
    place.write("categories.yml", lists.categories_yaml(blog.categories))
    place.write("series.yml", lists.series_yaml(blog.series, names.series, media))
    kinds = {"authors": blog.authors, "tags": blog.tags, "categories": blog.categories, "series": blog.series}
    return Counter({name: len(found) for name, found in kinds.items()})


def _write_redirects(place: Destination, rows: list[redirects.Row], private: list[redirects.Row]) -> int:
    place.write("redirects.csv", redirects.as_csv(rows + private))
    place.write("static/_redirects", redirects.as_netlify(rows))
    return len(rows) + len(private)


def _write_site(site: dict[str, Any], blog: OwnBlog, place: Destination, media: MediaFolder) -> None:
    for name in ("logo", "default_social_image"):
        site["settings"][name] = media.address(site["settings"][name]) if site["settings"][name] else ""
    place.write("site.json", _json(site))
    place.write("media.json", _json(media.index))
    place.write("README.md", readme(blog))
    place.write("hugo.toml", hugo_settings(blog, site["settings"]))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _expected(blog: OwnBlog) -> dict[str, int]:
    """What the database holds, counted apart from what was written."""
    ids = list(blog.posts.paths)
    comments = apps.get_model("blog", "Comment").objects
    posts = apps.get_model("blog", "BlogPage").objects.child_of(blog.page).count()
    expected = {"posts": posts, "pages": len(ids) - posts}
    for name, model in (
        ("authors", "Author"),
        ("tags", "Tag"),
        ("categories", "Category"),
        ("series", "Series"),
    ):
        expected[name] = apps.get_model("blog", model).objects.count()
    batches = (ids[at : at + 500] for at in range(0, len(ids), 500))
    expected["comments"] = sum(comments.filter(page_id__in=batch).count() for batch in batches)
    return expected
