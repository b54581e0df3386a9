"""Jekyll: ``_posts``, ``_drafts``, collections and pages, ``_config.yml``, kramdown and Liquid."""

from __future__ import annotations

import fnmatch
import posixpath
import re
from html import unescape
from typing import Any

from porting.document import Picture, Problem, SourceBlog
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import Facts, expand, host, join, path_of, slugify
from porting.readers.markdown.dates import zone
from porting.readers.markdown.entry import HTML, Entry, is_text, load_data
from porting.readers.markdown.jekyll_values import SiteValues
from porting.readers.markdown.jekyll_words import NOT_PAGES, SKIPPED, STYLES, names_of
from porting.readers.markdown.kramdown import kramdown
from porting.readers.markdown.liquid import Liquid, highlights, protect_raw
from porting.readers.markdown.masks import Masks, mask
from porting.readers.markdown.plain import aliases
from porting.readers.markdown.site_config import find, merged
from porting.readers.markdown.system import System
from porting.readers.options import ReadOptions


class Jekyll(System):
    """One Jekyll site."""

    format = "jekyll"
    tag_separators = r"\s*,\s*"

    def configure(self) -> None:
        config = find(self.package, "_config.yml", "_config.yaml", "_config.toml")
        self.config = merged(self.package, [config] if config else [])
        posts = sorted((name for name in self.names if "_posts/" in name), key=lambda name: name.count("/"))
        top = posixpath.dirname(config) if config else posts[0].split("_posts/")[0] if posts else ""
        self.top = top.strip("/")
        self.zone = zone(self.config.get("timezone"))
        self.blog.title = fields.text(self.config.get("title") or self.config.get("name"))
        self.blog.description = fields.text(self.config.get("description") or self.config.get("tagline"))
        self.blog.language = fields.text(self.config.get("lang") or self.config.get("locale"))
        self.base = join(fields.text(self.config.get("baseurl"))).rstrip("/")
        self.blog.media_roots = [self.top]
        self.blog.hosts.add(host(fields.text(self.config.get("url"))))
        self.collections = self._collections()
        self.site_values = SiteValues(self.package, self.config, self.top, frozenset(self.collections))
        self._authors()

    def _collections(self) -> dict[str, dict[str, Any]]:
        said = self.config.get("collections")
        if isinstance(said, list):
            said = {str(name): {} for name in said}
        said = said if isinstance(said, dict) else {}
        found = {str(name): data if isinstance(data, dict) else {} for name, data in said.items()}
        return {
            name: data for name, data in found.items() if name not in ("posts", "drafts", "data", "authors")
        }

    def _authors(self) -> None:
        data = next(
            (
                found
                for end in ("yml", "yaml", "json")
                if (found := load_data(self.package, self._in(f"_data/authors.{end}")))
            ),
            None,
        )
        people = data if isinstance(data, dict) else self.config.get("authors")
        for key, about in people.items() if isinstance(people, dict) else ():
            self.people.declare(str(key), about)
        author = self.config.get("author")
        self.default_authors = author if not isinstance(author, dict) or author.get("name") else None

    def _in(self, path: str) -> str:
        return posixpath.join(self.top, path) if self.top else path

    def wanted(self) -> list[str]:
        return [name for name in self.names if not SKIPPED.search(name) and self._is_wanted(name)]

    def _is_wanted(self, name: str) -> bool:
        content = self.options.content.strip("/")
        inside = name.removeprefix(f"{self.top}/") if self.top else name
        if (self.top and inside == name) or (content and not name.startswith(f"{content}/")):
            return False
        readable = is_text(name) or name.lower().endswith(HTML)
        if self._folder_kind(inside):
            if not readable and name.lower().endswith((".textile", ".rst", ".org", ".adoc")):
                self.blog.problems.append(
                    Problem(name, "unreadable", "This kind of text is not read; it was left out.")
                )
            return readable
        hidden = any(part.startswith(("_", ".")) for part in inside.split("/"))
        return (
            readable and not hidden and not NOT_PAGES.search(inside) and self.package.start(name, 3) == b"---"
        )

    def _folder_kind(self, inside: str) -> str:
        """``posts``, ``drafts``, a collection's name, or nothing."""
        parts = inside.split("/")[:-1]
        for part in parts:
            name = part.removeprefix("_")
            if part.startswith("_") and (name in ("posts", "drafts") or name in self.collections):
                return name
        return ""

    def accepts(self, entry: Entry) -> bool:
        inside = entry.path.removeprefix(f"{self.top}/") if self.top else entry.path
        entry.section = self._folder_kind(inside)
        self._defaults(entry, inside)
        target = fields.as_list(entry.data.get("redirect_to"))
        if target:
            entry.date = None
            self.place(entry)
            self.redirect(entry.addresses[0], fields.text(target[0]))
            return False
        if not entry.section and entry.data.get("layout") and not entry.body.strip():
            detail = "The page has no text of its own, its layout made one; it was left out."
            self.blog.problems.append(Problem(entry.path, "text", detail))
            return False
        if not entry.section and "{%" in entry.body and re.search(r"\{%-?\s*(?:for|paginate)", entry.body):
            self.blog.problems.append(
                Problem(
                    entry.path, "text", "The page makes lists with Liquid; it is a template and was left out."
                )
            )
            return False
        return True

    def _defaults(self, entry: Entry, inside: str) -> None:
        """Values ``_config.yml`` gives all files of a scope; the file's own come first."""
        own = entry.own = set(entry.data)
        rows = self.config.get("defaults")
        for default in map(fields.mapping, rows if isinstance(rows, list) else ()):
            scope, values = fields.mapping(default.get("scope")), fields.mapping(default.get("values"))
            path, kind = fields.text(scope.get("path")).strip("/"), scope.get("type")
            fits = (
                not path or inside.startswith(f"{path}/") or inside == path or fnmatch.fnmatch(inside, path)
            )
            if fits and (not kind or kind == (entry.section or "pages")):
                given = {key: value for key, value in values.items() if key not in own}
                entry.kept |= {key: given.pop(key) for key in list(given) if key in fields.COVERS}
                entry.data |= given

    def place(self, entry: Entry) -> None:
        data = entry.data
        entry.title = unescape(entry.title)  # layouts write it into their HTML as it is
        entry.kind = (
            "post" if entry.section in ("posts", "drafts") or (entry.section and entry.date) else "page"
        )
        entry.draft = entry.section == "drafts"
        slug = fields.text(data.get("slug")).strip("/")
        entry.slug = slug or entry.name or entry.day
        said = fields.text(data.get("permalink"))
        pattern = said or self._pattern(entry)
        pattern = STYLES.get(pattern, pattern)
        if entry.kind == "page" and not said and self.config.get("permalink") == "pretty":
            pattern = "/:path/:title/"
        addresses = self._addresses(pattern, entry, slug)
        if self.options.permalink and entry.kind == "post" and "permalink" not in entry.own:
            addresses = fields.unique(
                self._addresses(self.options.permalink, entry, slug, slug or entry.name) + addresses
            )
        entry.addresses = [join(self.base, addresses[0]) if self.base else addresses[0]]
        entry.aliases = (
            [path_of(alias) for alias in aliases(entry)] + addresses + self._ending_aliases(addresses[0])
        )

    def _ending_aliases(self, address: str) -> list[str]:
        """GitHub Pages and most servers answer ``/x`` for ``/x.html``."""
        return [address.removesuffix(".html")] if address.endswith(".html") else []

    def _pattern(self, entry: Entry) -> str:
        if entry.section in self.collections:
            return (
                fields.text(self.collections[entry.section].get("permalink"))
                or "/:collection/:path:output_ext"
            )
        if not entry.section:
            return "/:path/:title:output_ext"
        return fields.text(self.config.get("permalink")) or "date"

    def _addresses(self, pattern: str, entry: Entry, slug: str, word: str = "") -> list[str]:
        """The address with categories as Jekyll writes them, and as words of an address when that differs.

        ``word`` is what ``:slug`` stands for in a pattern somebody typed; Jekyll's own is in lower case.
        """
        categories = [str(one) for one in self._category_names(entry)]
        folder = entry.folder.removeprefix(self.top).strip("/")
        folder = re.sub(rf"^_{re.escape(entry.section)}/?", "", folder) if entry.section else folder
        if entry.section in self.collections:  # there, the path is the file's and not its folder's
            folder = posixpath.join(folder, posixpath.splitext(posixpath.basename(entry.path))[0])
        found = []
        for form in ([one.lower() for one in categories], [slugify(one) for one in categories]):
            facts = Facts(
                title=slug or entry.name, slug=word or slugify(slug or entry.name), filename=entry.name, folder=folder,
                date=entry.date, categories=form, collection=entry.section,
            )  # fmt: skip
            found.append(expand(pattern, facts))
        return fields.unique(found)

    def _category_names(self, entry: Entry) -> list[Any]:
        inside = entry.path.removeprefix(f"{self.top}/") if self.top else entry.path
        above = inside.split("_posts/")[0].strip("/") if "_posts/" in inside else ""
        return fields.unique(
            [*(part for part in above.split("/") if part), *names_of(entry.data, "category", "categories")]
        )

    def tags_of(self, entry: Entry) -> Any:
        return names_of(entry.data, "tag", "tags")

    def categories_of(self, entry: Entry) -> Any:
        said = fields.text(entry.data.get("category"))
        if " " in said:
            entry.notes.report(
                "categories",
                f"“{said}” was taken as one category; as “categories” its words would be several.",
            )
        return self._category_names(entry)

    def cover(self, entry: Entry) -> Picture | None:
        found = fields.cover(entry.data)
        if found and not found.url.startswith(("http", "/")):
            found.url = self._picture_address(entry, found.url)
        return found

    def _picture_address(self, entry: Entry, address: str) -> str:
        """Themes keep cover pictures below folders of their own; take the one that has the file."""
        for base in (
            "",
            entry.folder,
            self.top,
            self._in("assets/images"),
            self._in("assets/img"),
            self._in("assets"),
            self._in("images"),
            self._in("img"),
        ):
            path = posixpath.join(base, address) if base else address
            if self.package.exists(path):
                inside = path.removeprefix(f"{self.top}/") if self.top else path
                return "/" + inside
        return address

    def mask(self, entry: Entry) -> tuple[str, Masks]:
        text = highlights(entry.body)
        separator = fields.text(entry.data.get("excerpt_separator") or self.config.get("excerpt_separator"))
        if separator and not separator.startswith("<!--"):
            text = text.replace(separator, "\n", 1)
        text, masks = (text, Masks()) if entry.is_html else mask(text)
        return protect_raw(text, masks), masks

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if "{%" in text or "{{" in text:
            read = self.site_values.reader(entry)
            values = self.site_values.scope(entry)
            text = Liquid(entry.notes, masks, self.links.by_name, values, read, entry.data).run(text)
        return text if entry.is_html else kramdown(text, masks, entry.notes)

    def address(self, address: str, entry: Entry) -> str:
        """``source:`` from ``post_url`` behind a host that was written out."""
        found = re.search(r"source:.*$", address)
        return found.group(0) if found else address

    def finish(self) -> None:
        for name in ("/feed.xml", "/atom.xml", "/rss.xml", "/feed/"):
            self.redirect(join(self.base, name), "feed:")
        self.redirect_terms(f"{self.base}/tags", self.tags, "tag")
        self.redirect_terms(f"{self.base}/tag", self.tags, "tag")
        self.redirect_terms(f"{self.base}/categories", self.categories, "category")
        self.redirect_terms(f"{self.base}/category", self.categories, "category")


class JekyllReader:
    """Reads Jekyll sites."""

    name = "jekyll"
    label = "Jekyll"

    def recognises(self, package: Package) -> float:
        """Sure of ``_posts`` with dated files, surer than of an older system's export that lies beside them."""
        names = package.names()
        posts = any(re.search(r"(?:^|/)_posts/(?:.*/)?\d{4}-\d{1,2}-\d{1,2}[-_]", name) for name in names)
        config = bool(find(package, "_config.yml"))
        return 0.97 if posts and config else 0.85 if posts else 0.4 if config else 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """Posts, drafts, collections and pages."""
        blog = Jekyll(package, options).read()
        if not blog.posts:
            raise ReadError("No posts were found in it: Jekyll keeps them in a folder called _posts.")
        return blog
