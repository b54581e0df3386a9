"""Hugo: ``content`` with sections and bundles, languages, permalinks, aliases, shortcodes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from porting.document import Picture, Problem, SourceBlog
from porting.packages import Package
from porting.readers import ReadError
from porting.readers.markdown import fields, typography_settings
from porting.readers.markdown.addresses import host
from porting.readers.markdown.dates import zone
from porting.readers.markdown.entry import HTML, ORG, Entry, is_text
from porting.readers.markdown.hugo import math as hugo_math
from porting.readers.markdown.hugo.cascade import Cascades
from porting.readers.markdown.hugo.config import HugoConfig, load_config, lowered
from porting.readers.markdown.hugo.covers import cover_of
from porting.readers.markdown.hugo.links import HugoLinks
from porting.readers.markdown.hugo.places import POST_SECTIONS
from porting.readers.markdown.hugo.sections import INDEX
from porting.readers.markdown.hugo.states import NO_INDEX, as_built, unlist, unplaced_parameters
from porting.readers.markdown.shortcodes.syntax import HUGO_SYNTAX, Shortcodes
from porting.readers.markdown.text.engine import Flavour
from porting.readers.markdown.text.masks import Masks
from porting.readers.options import ReadOptions

BUNDLE = re.compile(r"(?:^|/)index(?:\.[\w-]+)?\.(?:md|html|markdown|org)$")
ATTRIBUTE = r"(?:[.#][\w-]+|[\w-]+=(?:\"[^\"\n]*\"|[\w-]+))"
BLOCK_ATTRIBUTES = re.compile(
    rf"^[ \t]*\{{[ \t]*{ATTRIBUTE}(?:[ \t]+{ATTRIBUTE})*[ \t]*\}}[ \t]*$", re.MULTILINE
)
SPECIAL = {"search", "archives", "archive", "404"}


class Hugo(HugoLinks):
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
        self.blog.language = self.config.locale
        self.blog.hosts.add(host(self.config.text("baseurl")))
        self.blog.media_roots = [
            root
            for root in self.config.file_folders()
            if any(name.startswith(f"{root}/") for name in self.names)
        ]
        self.flavour = replace(
            self.flavour,
            typography=typography_settings.of_hugo(self.config.get("markup")),
            emoji=fields.truth(self.config.get("enableemoji")),
            breaks=typography_settings.has_breaks(self.config.get("markup")),
        )
        self.math, self.passes = hugo_math.settings(self.config)
        main = self.config.parameters.get("mainsections")
        self.main_sections = {str(one).lower() for one in fields.as_list(main)} or POST_SECTIONS
        self.options = ReadOptions(**{**vars(self.options), "content": self.content})
        self.bundles: set[str] = set()
        self.cascades = Cascades()
        self.cascades.add("", "", self.config.get("cascade"))
        self.read_people()

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

    def wanted(self) -> list[str]:
        roots = [self.content, *self.config.language_folders]
        found = [
            name for name in self.names if any(not root or name.startswith(f"{root}/") for root in roots)
        ]
        self.bundles = {posixpath.dirname(name) for name in found if BUNDLE.search(name)}
        chosen = []
        for name in found:
            if INDEX.search(name):
                self._guarded(name, lambda name=name: self.read_index(name))
            elif self._is_resource(name):
                continue
            elif is_text(name) or name.lower().endswith((*HTML, ORG)):
                chosen.append(name)
            elif name.lower().endswith((".rst", ".adoc", ".asciidoc", ".pandoc")):
                self.blog.problems.append(
                    Problem(name, "unreadable", _("This kind of text is not read; it was left out."))
                )
        return chosen

    def _is_resource(self, name: str) -> bool:
        """Texts beside or below a bundle's ``index.md`` belong to it and are no pages."""
        if BUNDLE.search(name) or not (is_text(name) or name.lower().endswith(ORG)):
            return False
        folder = posixpath.dirname(name)
        while len(folder) > len(self.content):
            if folder in self.bundles:
                self.blog.problems.append(
                    Problem(
                        name,
                        "text",
                        _(
                            "The text belongs to another page's bundle and has no address of its own; it was left out."
                        ),
                    )
                )
                return True
            folder = posixpath.dirname(folder)
        return False

    def accepts(self, entry: Entry) -> bool:
        entry.own = set(entry.data)
        entry.data = self._cascaded(entry) | entry.data
        headless = fields.truth(entry.data.get("headless"))
        build = lowered(entry.data.get("build") or entry.data.get("_build"))
        never = fields.text(build.get("render")).lower() in ("never", "false") or build.get("render") is False
        special = fields.text(entry.data.get("layout")).lower() in SPECIAL and not entry.body.strip()
        if headless or never or special:
            self.blog.problems.append(
                Problem(
                    entry.path,
                    "text",
                    _("The page has no text or address of its own on the old site; it was left out."),
                )
            )
        return not (headless or never or special)

    def _cascaded(self, entry: Entry) -> dict[str, Any]:
        """The fields that sections above a page and the site's settings give it."""
        language, folder = self.below(entry.folder)
        path = folder if entry.bundle else posixpath.join(folder, entry.name)
        said = fields.text(fields.first(entry.data, "lang")) or entry.language or language
        return self.cascades.of(path, said.lower() or self.config.default_language)

    def cover(self, entry: Entry) -> Picture | None:
        return cover_of(entry, self.names)

    def _people_and_terms(self, post: Any, entry: Entry) -> None:
        data = entry.data
        params = lowered(data.get("params"))
        nested = {name: params[name] for name in ("author", "authors") if name in params and name not in data}
        entry.data = data | nested
        super()._people_and_terms(post, entry)
        entry.data = data
        as_built(post, self.config)
        unlist(post, entry)

    def unplaced(self, entry: Entry) -> dict[str, Any]:
        left = {
            name: one
            for name, one in super().unplaced(entry).items()
            if name in entry.own and str(name).lower() not in NO_INDEX
        }
        if isinstance(left.get("params"), dict):
            left["params"] = unplaced_parameters(left["params"])
        return {name: one for name, one in left.items() if one}

    def flavour_of(self, entry: Entry) -> Flavour:
        flavour = replace(self.flavour, math=True) if self.math else super().flavour_of(entry)
        if not flavour.math:
            return flavour
        return replace(flavour, math_strokes=not self.passes, formulas=("\\(", "\\["))

    def rewrite(self, text: str, masks: Masks, entry: Entry) -> str:
        if "{{" in text or any("{{" in one for one in masks.hidden):
            text = Shortcodes(
                HUGO_SYNTAX,
                masks,
                entry.notes,
                lambda wanted: self.find_page(wanted, entry),
                self._variables(entry),
                lambda path: next((one.title for one in self.entries if one.path == path), ""),
            ).run(text)
        return BLOCK_ATTRIBUTES.sub("", text)

    def _variables(self, entry: Entry) -> dict[str, str]:
        values = (
            self.config.parameters_in(entry.language)
            | lowered(entry.data.get("params"))
            | lowered(entry.data)
        )
        return {name.lower(): value for name, value in fields.flattened(values).items()}


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
            raise ReadError(_("No pages were found in it: Hugo keeps them in a folder called content."))
        return blog
