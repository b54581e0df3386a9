"""The two files that say what an export is: one for people, one for Hugo."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

from porting.exporters.collect import OwnBlog


def readme(blog: OwnBlog) -> str:
    """What is where, and what to do with it."""
    text = _("""\
# %(title)s

A blog with everything in it, as Markdown files.

- `blog/`: one folder a post, with `authors.yml` and `tags.yml`. `pages/`: the plain pages.
- `static/media/`: pictures and files of what is public. Those of drafts and of protected posts stand beside them.
- `comments/`, `drafts/`: comments, and changes that are not published yet. Neither Docusaurus nor Hugo reads them.
- `hidden-lists/`, when there is one: tags and authors of unlisted posts only, of which Hugo is to make no page.
- `categories.yml`, `series.yml`, `site.json`, `media.json`, `redirects.csv`: the rest.
- `manifest.json`: every file with its size and hash.

Posts that are not public have `draft: true`, and say under `colophon:` why.

With Docusaurus: copy `blog/` and `static/` into your site. With Hugo: `hugo.toml` says where things are; add a theme.
To bring it back: `manage.py import_blog` with this folder or zip.
""")
    return text % {"title": blog.title}


_HUGO = """\
baseURL = {base}
title = {title}
defaultContentLanguage = {language}
ignoreFiles = ["\\\\.yml$"] # lists for Docusaurus, which Hugo would publish

[taxonomies]
tag = "tags"
category = "categories"
series = "series"
author = "authors"

[markup.goldmark.renderer]
unsafe = true # posts hold HTML for what Markdown has no words for

[markup.goldmark.extensions.typographer]
disable = true # quotation marks and dashes are as they were written

[[module.mounts]]
source = "blog"
target = "content/blog"

[[module.mounts]]
source = "pages"
target = "content"

[[module.mounts]]
source = "hidden-lists"
target = "content"

[[module.mounts]]
source = "static"
target = "static"
"""


def hugo_settings(blog: OwnBlog, settings: dict[str, Any]) -> str:
    """Where Hugo finds things. Texts of TOML look like those of JSON.

    Hugo called a site's language ``languageCode`` up to 0.157 and ``locale`` since; where neither is given all take
    the name of the content's language, and texts of themes go by that name anyway.
    """
    title = settings["site_name"] or blog.title
    return _HUGO.format(
        base=json.dumps(blog.root + "/"),
        title=json.dumps(title, ensure_ascii=False),
        language=json.dumps(blog.language or "en"),
    )
