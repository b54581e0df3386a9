"""What a Hugo site says about its sections, tags, categories, series and authors, and where their lists were."""

from __future__ import annotations

import posixpath
import re

from porting.readers.markdown import fields
from porting.readers.markdown.addresses import join, slugify
from porting.readers.markdown.decoding import decode
from porting.readers.markdown.entry import ORG, Entry, load_data, split_language
from porting.readers.markdown.front import Front, split
from porting.readers.markdown.hugo.cascade import Cascades
from porting.readers.markdown.hugo.config import lowered
from porting.readers.markdown.hugo.places import HugoPlaces
from porting.readers.markdown.org.document import org
from porting.readers.markdown.text.notes import Notes

INDEX = re.compile(r"(?:^|/)_index(?:\.[\w-]+)?\.(?:md|html|markdown|org)$")
AVATAR = re.compile(
    r"/(?:avatar|portrait|profile|featured?)[^/]*\.(?:jpe?g|png|webp|gif|avif)$", re.IGNORECASE
)


class HugoSections(HugoPlaces):
    """The lists of a Hugo site and who writes for it."""

    cascades: Cascades

    def read_people(self) -> None:
        """Authors of ``data/authors``, one file each or all in one, and the one the configuration names."""
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
        nameless = isinstance(author, dict) and not fields.text(lowered(author).get("name"))
        self.default_authors = None if nameless else lowered(author) or author

    def read_index(self, name: str) -> None:
        """``_index.md`` is about a section, a tag, a category or an author."""
        raw = decode(self.package.read(name))[0]
        front = org(raw) if name.lower().endswith(ORG) else split(raw)
        language, folder = self.below(posixpath.dirname(name))
        language = split_language(posixpath.basename(name).rsplit(".", 1)[0])[1] or language
        parts = folder.split("/")
        first = self.config.default_language
        self.cascades.add(folder, language or first, lowered(front.data).get("cascade"))
        if not folder or (language and language != first):
            return
        if len(parts) == 2 and parts[0] in ("tags", "categories", "series", "authors", "author"):
            self._term(name, parts, front)
        elif parts[0] not in ("tags", "categories", "series", "authors", "author"):
            self.redirect(join(self.config.base, folder) + "/", "blog:")
            self.redirect(join(self.config.base, folder, "index.xml"), "feed:")
            self.leave_out_introduction(name, front)

    def _term(self, path: str, parts: list[str], front: Front) -> None:
        taxonomy, name = parts
        if taxonomy.startswith("author"):
            self.people.declare(
                name,
                {"name": front.data.get("title") or name} | self._avatar(path) | front.data,
                self.html(Entry(path, front.data, front.body, Notes(path))) if front.body.strip() else "",
            )
            return
        terms = {"tags": self.tags, "categories": self.categories, "series": self.series}[taxonomy]
        description = fields.text(front.data.get("description")) or fields.text(front.body)[:500]
        terms.declare(
            name,
            {"label": front.data.get("title") or name, "slug": slugify(name), "description": description},
        )

    def _avatar(self, path: str) -> dict[str, str]:
        """The portrait that lies beside the text about an author."""
        folder = posixpath.dirname(path)
        found = [name for name in self.names if posixpath.dirname(name) == folder and AVATAR.search(name)]
        return {"avatar": f"/{found[0].removeprefix(self.content).strip('/')}"} if found else {}

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
