"""MkDocs with the blog of its theme Material: ``docs``, ``.authors.yml``, addresses made of day and title.

https://squidfunk.github.io/mkdocs-material/plugins/blog/
"""

from __future__ import annotations

import fnmatch
import posixpath
from typing import Any

from django.utils.translation import gettext as _

from porting.packages import Package, PackageError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import host, inside, join, path_of
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import Entry, is_text, load_data
from porting.readers.markdown.front import split
from porting.readers.markdown.jekyll.kramdown import abbreviations, inner_markdown
from porting.readers.markdown.mkdocs.blocks import blocks, snippets
from porting.readers.markdown.mkdocs.config import Config, slugged
from porting.readers.markdown.mkdocs.inline import additions, with_values
from porting.readers.markdown.plain import Plain, aliases
from porting.readers.markdown.text.masks import Masks, mask
from porting.readers.options import ReadOptions

LARGEST_SNIPPET = 200_000  # bytes
# What only the theme's looks and its search ask for.
LOOKS = {"hide", "readtime", "template", "icon", "search", "social", "links", "pin", "social_image"}
FEEDS = ("feed_rss_created.xml", "feed_rss_updated.xml", "feed_json_created.json", "feed_json_updated.json")


class MkDocs(Plain):
    """One site of MkDocs."""

    def __init__(self, package: Package, options: ReadOptions, config: Config) -> None:
        self.config = config
        content = options.content.strip("/") or config.docs
        super().__init__(package, ReadOptions(**{**vars(options), "content": content}))

    def configure(self) -> None:
        super().configure()
        config = self.config
        self.flavour = config.flavour(self.flavour)
        self.blog.title, self.blog.description = config.text("site_name"), config.text("site_description")
        self.blog.language = fields.text(fields.mapping(config.values.get("theme")).get("language"))
        self.blog.hosts.add(host(config.text("site_url")))
        self.blog.media_roots = [config.docs, ""]
        self.default_authors = None if config.has_blog else config.text("site_author") or None
        self.author_pages: dict[str, str] = {}
        self.given: dict[str, dict[str, Any]] = {}  # by folder
        self._read_people()

    def _read_people(self) -> None:
        place = inside(self.config.docs, self.config.of_blog("authors_file", "{blog}/.authors.yml"))
        said = fields.mapping(load_data(self.package, place))
        for key, about in fields.mapping(said.get("authors") or said).items():
            own = fields.mapping(about)
            self.people.declare(str(key), about)
            self.author_pages[str(key)] = fields.text(own.get("slug")) or slugged(
                fields.text(own.get("name")) or key
            )

    def wanted(self) -> list[str]:
        excluded = _patterns(str(self.config.values.get("exclude_docs") or ""))
        found = []
        for name in super().wanted():
            below = name.removeprefix(f"{self.config.docs}/")
            if any(fnmatch.fnmatchcase(below, one) for one in excluded):
                self._report(name, "text", _("The site's settings exclude it; it was left out."))
            elif self.config.has_blog and below == posixpath.join(
                self.config.of_blog("blog_dir"), "index.md"
            ):
                self.leave_out_introduction(name, split(decode(self.package.read(name))[0]))
            else:
                found.append(name)
        return found

    def accepts(self, entry: Entry) -> bool:
        entry.data = self._of_folders(entry.folder) | entry.data
        days = fields.mapping(entry.data.get("date"))
        if days:
            updated = {"updated": days["updated"]} if "updated" in days else {}
            entry.data = entry.data | {"date": days.get("created")} | updated
        drafts = _patterns(str(self.config.values.get("draft_docs") or ""))
        below = entry.path.removeprefix(f"{self.config.docs}/")
        entry.draft = any(fnmatch.fnmatchcase(below, one) for one in drafts)
        return super().accepts(entry)

    def _of_folders(self, folder: str) -> dict[str, Any]:
        """The fields that the plug-in ``meta`` gives to all files of a folder, the innermost's on top."""
        if "meta" not in self.config.plugins or not f"{folder}/".startswith(f"{self.config.docs}/"):
            return {}
        if folder not in self.given:
            own = fields.mapping(load_data(self.package, posixpath.join(folder, ".meta.yml")))
            self.given[folder] = self._of_folders(posixpath.dirname(folder)) | own
        return self.given[folder]

    def place(self, entry: Entry) -> None:
        super().place(entry)
        below = posixpath.splitext(entry.path.removeprefix(f"{self.config.docs}/"))[0]
        posts = self.config.of_blog("post_dir", "{blog}/posts")
        is_post = self.config.has_blog and f"{below}/".startswith(f"{posts}/")
        entry.kind = "post" if is_post or (not self.config.has_blog and entry.date) else "page"
        slug = fields.text(entry.data.get("slug")).strip("/")
        entry.slug = slug.split("/")[-1] or slugged(entry.title) or entry.slug
        entry.aliases = [path_of(alias) for alias in aliases(entry)]
        if is_post and self.options.permalink:
            return
        topics = [fields.text(one) for one in fields.as_list(self.categories_of(entry))]
        place = below.removesuffix("index").removesuffix("README").strip("/")
        address = f"/{place}{self.config.end}" if place else "/"
        if is_post:
            address = self.config.post_address(entry.title, slug, entry.name, entry.date, topics)
        entry.addresses = [join(self.config.base, address)]

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        left = super().unplaced(entry)
        return {name: one for name, one in left.items() if str(name).lower() not in LOOKS}

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        text = snippets(entry.body, lambda name: self._snippet(name), entry.notes)
        return mask(blocks(text, entry.notes))

    def _snippet(self, name: str) -> str | None:
        for folder in (self.config.top, self.config.docs):
            path = inside(folder, name)
            if path and self.package.exists(path):
                try:
                    return decode(self.package.read(path, LARGEST_SNIPPET))[0]
                except PackageError:
                    return None
        return None

    def address(self, address: str, entry: Entry) -> str:
        """A link to the file of the blog's front leads there."""
        front = posixpath.join(self.config.docs, self.config.of_blog("blog_dir"), "index.md")
        path = address.partition("#")[0]
        if self.config.has_blog and is_text(path) and inside(entry.folder, path) == front:
            return join(self.config.base, self.config.of_blog("blog_dir"), "/")
        return super().address(address, entry)

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        text = additions(text, masks, self.config.extensions, entry.notes)
        if "md_in_html" in self.config.extensions or "extra" in self.config.extensions:
            text = inner_markdown(with_values(text))
        if "abbr" in self.config.extensions or "extra" in self.config.extensions:
            text = abbreviations(text, entry.notes)
        return super().rewrite(text, masks, entry)

    def finish(self) -> None:
        base = join(self.config.base, self.config.of_blog("blog_dir")).rstrip("/")
        for name in FEEDS:
            self.redirect(join(self.config.base, name), "feed:")
        if not self.config.has_blog:
            return
        self.redirect(f"{base}/", "blog:")
        years = {entry.date.year for entry in self.entries if entry.date and entry.kind == "post"}
        lists = [
            ("archive_url_format", "archive/{date}", [(str(year), f"archive:{year}") for year in sorted(years)]),
            ("categories_url_format", "category/{slug}",
             [(slugged(term.name), f"category:{key}") for key, term in self.categories.terms.items()]),
            ("authors_profiles_url_format", "author/{slug}",
             [(slug, f"author:{key}") for key, slug in self.author_pages.items()]),
        ]  # fmt: skip
        for setting, usual, targets in lists:
            form = self.config.of_blog(setting, usual)
            for word, target in targets:
                address = form.replace("{slug}", word).replace("{date}", word)
                self.redirect(join(base, address) + self.config.end, target)
        self._moved()

    def _moved(self) -> None:
        """What the plug-in for redirects led elsewhere: files by their old names."""
        moved = fields.mapping(self.config.plugins.get("redirects", {}).get("redirect_maps"))
        for old, new in moved.items():
            path, mark, part = fields.text(new).partition("#")
            whole = inside(self.config.docs, path)
            target = f"post:{whole}" if whole in self.links.by_path else fields.text(new)
            place = posixpath.splitext(str(old))[0].removesuffix("index").strip("/")
            if target.startswith(("post:", "http", "/")):
                self.redirect(join(self.config.base, place) + self.config.end, target)


def _patterns(said: str) -> list[str]:
    """The lines of a setting like ``.gitignore``, as patterns for whole paths."""
    found = []
    for line in (one.strip() for one in said.split("\n")):
        if line and line[0] not in "#!":
            bare = line.strip("/") + ("/*" if line.endswith("/") else "")
            found += [bare] if line.startswith("/") else [bare, f"*/{bare}"]
    return found
