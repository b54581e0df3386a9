"""Hugo: ``content`` with sections and bundles, languages, permalinks, aliases, shortcodes."""

from __future__ import annotations

import posixpath
import re
from typing import Any

from porting.document import Picture, Problem, SourceBlog
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields
from porting.readers.markdown.addresses import host, inside, join, slugify
from porting.readers.markdown.dates import zone
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.engine import Flavour, markdown_to_html
from porting.readers.markdown.entry import HTML, Entry, is_text, load_data, split_language
from porting.readers.markdown.front import Front, split
from porting.readers.markdown.hugo_config import HugoConfig, load_config, lowered
from porting.readers.markdown.hugo_places import POST_SECTIONS, HugoPlaces
from porting.readers.markdown.masks import Masks
from porting.readers.markdown.shortcode_syntax import HUGO_SYNTAX, Shortcodes
from porting.readers.options import ReadOptions

INDEX = re.compile(r"(?:^|/)_index(?:\.[\w-]+)?\.(?:md|html|markdown)$")
BUNDLE = re.compile(r"(?:^|/)index(?:\.[\w-]+)?\.(?:md|html|markdown)$")
COVER_FILE = re.compile(
    r"^(?:.*[-_.])?(?:featured?|cover|thumbnail|banner|hero)[\w-]*\.(?:png|jpe?g|webp|gif|avif)$",
    re.IGNORECASE,
)
ATTRIBUTE = r"(?:[.#][\w-]+|[\w-]+=(?:\"[^\"\n]*\"|[\w-]+))"
BLOCK_ATTRIBUTES = re.compile(
    rf"^[ \t]*\{{[ \t]*{ATTRIBUTE}(?:[ \t]+{ATTRIBUTE})*[ \t]*\}}[ \t]*$", re.MULTILINE
)
SPECIAL = {"search", "archives", "archive", "404"}


class Hugo(HugoPlaces):
    """One Hugo site."""

    format = "hugo"
    flavour = Flavour(autolinks=True)
    file_languages = True

    def configure(self) -> None:
        self.config: HugoConfig = load_config(self.package)
        self.content = self.options.content.strip("/") or self._content()
        self.zone = zone(self.config.get("timezone"))
        self.blog.title = self.config.text("title")
        self.blog.description = fields.text(self.config.parameters.get("description"))
        self.blog.language = self.config.default_language
        self.blog.hosts.add(host(self.config.text("baseurl")))
        self.blog.media_roots = [
            root
            for root in self.config.file_folders()
            if any(name.startswith(f"{root}/") for name in self.names)
        ]
        self.math = "passthrough" in str(self.config.get("markup")) and "enable': True" in str(
            self.config.get("markup")
        )
        page = lowered(self.config.parameters.get("page"))
        self.math = self.math or fields.has_math(self.config.parameters) or fields.has_math(page)
        main = self.config.parameters.get("mainsections")
        self.main_sections = {str(one).lower() for one in fields.as_list(main)} or POST_SECTIONS
        self.options = ReadOptions(**{**vars(self.options), "content": self.content})
        self.bundles: set[str] = set()
        self._people()

    def _content(self) -> str:
        said = self.config.text("contentdir") or "content"
        below = posixpath.join(self.config.top, said).strip("/")
        if any(name.startswith(f"{below}/") for name in self.names):
            return below
        return next(
            (
                name.split("content/")[0] + "content"
                for name in self.names
                if re.search(r"(?:^|/)content/", name)
            ),
            "",
        )

    def _people(self) -> None:
        folder = posixpath.join(self.config.top, "data/authors").strip("/")
        for name in self.names:
            if name.startswith(f"{folder}/") or re.search(rf"^{re.escape(folder)}\.\w+$", name):
                data = load_data(self.package, name)
                if name.startswith(f"{folder}/"):
                    self.people.declare(posixpath.splitext(posixpath.basename(name))[0], data)
                for key, about in (
                    data.items() if isinstance(data, dict) and not name.startswith(f"{folder}/") else ()
                ):
                    self.people.declare(str(key), about)
        author = self.config.parameters.get("author") or self.config.get("author")
        self.default_authors = (
            fields.text(lowered(author).get("name")) if isinstance(author, dict) else author
        )

    def wanted(self) -> list[str]:
        roots = [self.content, *self.config.language_folders]
        found = [
            name for name in self.names if any(not root or name.startswith(f"{root}/") for root in roots)
        ]
        self.bundles = {posixpath.dirname(name) for name in found if BUNDLE.search(name)}
        chosen = []
        for name in found:
            if INDEX.search(name):
                self._guarded(name, lambda name=name: self._index(name))
            elif self._is_resource(name):
                continue
            elif is_text(name) or name.lower().endswith(HTML):
                chosen.append(name)
            elif name.lower().endswith((".org", ".rst", ".adoc", ".asciidoc", ".pandoc")):
                self.blog.problems.append(
                    Problem(name, "unreadable", "This kind of text is not read; it was left out.")
                )
        return chosen

    def _is_resource(self, name: str) -> bool:
        """Texts beside or below a bundle's ``index.md`` belong to it and are no pages."""
        if BUNDLE.search(name) or not is_text(name):
            return False
        folder = posixpath.dirname(name)
        while len(folder) > len(self.content):
            if folder in self.bundles:
                self.blog.problems.append(
                    Problem(
                        name,
                        "text",
                        "The text belongs to another page's bundle and has no address of its own; it was left out.",
                    )
                )
                return True
            folder = posixpath.dirname(folder)
        return False

    def _index(self, name: str) -> None:
        """``_index.md`` is about a section, a tag, a category or an author."""
        front = split(decode(self.package.read(name))[0])
        language, folder = self.below(posixpath.dirname(name))
        language = split_language(posixpath.basename(name).rsplit(".", 1)[0])[1] or language
        parts = folder.split("/")
        if not folder or (language and language != self.config.default_language):
            return
        if len(parts) == 2 and parts[0] in ("tags", "categories", "series", "authors", "author"):
            self._term(parts[0], parts[1], front)
        elif len(parts) == 1 and parts[0] not in ("tags", "categories", "series", "authors"):
            self.redirect(join(self.config.base, folder) + "/", "blog:")
            self.redirect(join(self.config.base, folder, "index.xml"), "feed:")
            self.leave_out_introduction(name, front)

    def _term(self, taxonomy: str, name: str, front: Front) -> None:
        if taxonomy.startswith("author"):
            self.people.declare(
                name,
                {"name": front.data.get("title") or name} | front.data,
                markdown_to_html(front.body) if front.body.strip() else "",
            )
            return
        terms = {"tags": self.tags, "categories": self.categories, "series": self.series}[taxonomy]
        description = fields.text(front.data.get("description")) or fields.text(front.body)[:500]
        terms.declare(
            name,
            {"label": front.data.get("title") or name, "slug": slugify(name), "description": description},
        )

    def accepts(self, entry: Entry) -> bool:
        headless = fields.truth(entry.data.get("headless"))
        build = lowered(entry.data.get("build") or entry.data.get("_build"))
        never = fields.text(build.get("render")).lower() in ("never", "false") or build.get("render") is False
        special = fields.text(entry.data.get("layout")).lower() in SPECIAL and not entry.body.strip()
        if headless or never or special:
            self.blog.problems.append(
                Problem(
                    entry.path,
                    "text",
                    "The page has no text or address of its own on the old site; it was left out.",
                )
            )
        return not (headless or never or special)

    def cover(self, entry: Entry) -> Picture | None:
        found = super().cover(entry) or fields.cover(lowered(entry.data.get("params")))
        if found:
            return found
        for resource in fields.as_list(entry.data.get("resources")):
            if isinstance(resource, dict) and re.search(
                r"feature|cover|thumb|header|hero", fields.text(resource.get("name")), re.IGNORECASE
            ):
                return Picture(fields.text(resource.get("src")), fields.text(resource.get("title")))
        if not entry.bundle:
            return None
        files = [
            name
            for name in self.names
            if posixpath.dirname(name) == entry.folder and COVER_FILE.match(posixpath.basename(name))
        ]
        return Picture(posixpath.basename(files[0])) if files else None

    def _people_and_terms(self, post: Any, entry: Entry) -> None:
        data = entry.data
        params = lowered(data.get("params"))
        nested = {name: params[name] for name in ("author", "authors") if name in params and name not in data}
        entry.data = data | nested
        super()._people_and_terms(post, entry)
        entry.data = data
        if post.unlisted or fields.truth(params.get("hidden")):
            post.unlisted = True

    def flavour_of(self, entry: Entry) -> Flavour:
        return Flavour(autolinks=True, math=True) if self.math else super().flavour_of(entry)

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if self.math or super().flavour_of(entry).math:
            text = re.sub(
                r"\\\(.+?\\\)|\\\[.+?\\\]",
                lambda found: masks.hide(found.group(0).replace("\\", "\\\\")),
                text,
                flags=re.DOTALL,
            )
        if "{{" in text or any("{{" in one for one in masks.hidden):
            text = Shortcodes(
                HUGO_SYNTAX,
                masks,
                entry.notes,
                lambda wanted: self._find(wanted, entry),
                self._variables(entry),
            ).run(text)
        return BLOCK_ATTRIBUTES.sub("", text)

    def _find(self, wanted: str, entry: Entry) -> str:
        bare = wanted.strip("/")
        below = self.below(entry.folder)[1]
        root = entry.folder.removesuffix(below).strip("/")  # the content, or a language's part of it
        for base in ("" if wanted.startswith("/") else entry.folder, root, self.content):
            for end in ("", ".md", "/index.md"):
                path = inside(base, bare + end)
                if path in self.links.by_path:
                    return path
        return self.links.by_name(bare)

    def _variables(self, entry: Entry) -> dict[str, str]:
        values = (
            self.config.parameters_in(entry.language)
            | lowered(entry.data.get("params"))
            | lowered(entry.data)
        )
        return {name.lower(): value for name, value in fields.flattened(values).items()}

    def finish(self) -> None:
        base = self.config.base
        self.redirect(f"{base}/index.xml", "feed:")
        for section in sorted(
            {entry.section for entry in self.entries if entry.section and entry.kind == "post"}
        ):
            self.redirect(f"{base}/{section}/", "blog:")
            self.redirect(f"{base}/{section}/index.xml", "feed:")
        self.redirect_terms(f"{base}/tags", self.tags, "tag")
        self.redirect_terms(f"{base}/categories", self.categories, "category")
        self.redirect_terms(f"{base}/series", self.series, "series")
        for key, author in self.blog.authors.items():
            self.redirect(f"{base}/authors/{author.slug}/", f"author:{key}")


class HugoReader:
    """Reads Hugo sites."""

    name = "hugo"
    label = "Hugo"

    def recognises(self, package: Package) -> float:
        """Sure of Hugo's configuration; fairly of a content folder with bundles, archetypes or ``_index.md``."""
        config = load_config(package)
        names = package.names()
        if config.files and (
            config.get("baseurl") is not None
            or any("hugo." in name or "_default" in name for name in config.files)
        ):
            return 0.93
        if config.files and any("content/" in name and is_text(name) for name in names):
            return 0.7
        marks = any(re.search(r"(?:^|/)(?:archetypes/|content/.*_index\.md$)", name) for name in names)
        return 0.65 if marks else 0.0

    def read(self, package: Package, options: ReadOptions) -> SourceBlog:
        """All pages below ``content``, in all languages."""
        blog = Hugo(package, options).read()
        if not blog.posts:
            raise ReadError("No pages were found in it: Hugo keeps them in a folder called content.")
        return blog
