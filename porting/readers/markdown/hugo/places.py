"""Where Hugo's pages were: permalinks, languages, aliases, and which of them are posts."""

from __future__ import annotations

import posixpath
import re

from porting.readers.markdown import fields
from porting.readers.markdown.addresses import PLACE, Facts, expand, join, path_of
from porting.readers.markdown.entry import Entry
from porting.readers.markdown.hugo.config import HugoConfig
from porting.readers.markdown.plain import aliases
from porting.readers.markdown.system import System

POST_SECTIONS = {
    "post",
    "posts",
    "blog",
    "blogs",
    "article",
    "articles",
    "news",
    "notes",
    "writing",
    "entries",
    "journal",
    "til",
}


class HugoPlaces(System):
    """A Hugo site's addresses."""

    config: HugoConfig
    content: str
    main_sections: set[str]

    def below(self, folder: str) -> tuple[str, str]:
        """The language of a folder, if its place says one, and the folder below the content and the language's."""
        for root, code in self.config.language_folders.items():
            if f"{folder}/".startswith(f"{root}/"):
                return code, folder.removeprefix(root).strip("/")
        rest = folder.removeprefix(self.content).strip("/")
        first = rest.split("/")[0]
        return (
            (first.lower(), rest[len(first) :].strip("/"))
            if first.lower() in self.config.languages
            else ("", rest)
        )

    def _folder(self, entry: Entry) -> str:
        """The path of the page's folder below the content, without a language's folder."""
        language, folder = self.below(entry.folder)
        entry.language = entry.language or language
        return posixpath.dirname(folder) if entry.bundle else folder

    def place(self, entry: Entry) -> None:
        data = entry.data
        folder = self._folder(entry)
        entry.section = folder.split("/")[0]
        name = f"{entry.day}-{entry.name}".strip("-") if entry.day else entry.name
        slug = fields.text(data.get("slug")).strip("/")
        said = fields.text(data.get("url"))
        entry.slug = (
            slug or (posixpath.basename(said.strip("/")) if said else "") or urlize(entry.name or name)
        )
        entry.kind = self._kind(entry, folder)
        facts = Facts(
            title=urlize(entry.title),
            slug=slug,
            filename=urlize(slug or name),
            section=entry.section,
            folder=folder,
            date=entry.date,
            categories=[urlize(str(one)) for one in fields.as_list(data.get("categories"))],
        )
        own = self.config.permalink(entry.section)
        default = join(posixpath.join(folder.lower().replace(" ", "-"), urlize(slug or name))) + "/"
        if PLACE.search(re.sub(r"^https?:", "", said)):
            said = _sane(expand(said, facts))
        found = [path_of(said)] if said else [_sane(expand(own, facts))] if own else [default]
        if self.options.permalink and not said and entry.kind == "post":
            named = Facts(**{**vars(facts), "slug": slug or name, "title": slug or name})
            found = fields.unique([expand(self.options.permalink, named), *found])
        elif own and not slug:
            found.append(_sane(expand(own, Facts(**{**vars(facts), "slug": urlize(name)}))))
        prefix = self.prefix(entry)
        found = [
            address if address.startswith("http") else join(self.config.base, prefix, address)
            for address in found
        ]
        entry.addresses = found[:1]
        entry.aliases = found[1:] + self._aliases(entry, found[0])

    def _kind(self, entry: Entry, folder: str) -> str:
        if (
            fields.text(entry.data.get("type")).lower() == "page"
            or entry.section in ("page", "pages")
            or not folder
        ):
            return "page"
        return "post" if entry.date or entry.section.lower() in self.main_sections else "page"

    @property
    def first_prefix(self) -> str:
        """The first language at the start of addresses, where it stands there."""
        said = fields.truth(self.config.get("defaultcontentlanguageinsubdir"))
        return self.config.default_language if said else ""

    def prefix(self, entry: Entry) -> str:
        """The language at the start of addresses: always for languages other than the first."""
        first = self.config.default_language
        language = entry.language.lower() or first
        if language == first:
            return self.first_prefix
        return language if language in self.config.languages or self.options.language_prefix else ""

    def _aliases(self, entry: Entry, address: str) -> list[str]:
        """Aliases without a first slash start beside the page."""
        found = []
        for alias in aliases(entry):
            found.append(path_of(alias))
            if alias and not alias.startswith(("/", "http")):
                found.append(join(posixpath.dirname(address.rstrip("/")), alias))
        base = self.config.base
        return found + [join(base, alias) for alias in found if base and not alias.startswith((base, "http"))]


def _sane(address: str) -> str:
    """An address without the signs Hugo lets no pattern have."""
    return join(re.sub(r"[`\"'<>^|{}\\]", "", address))


def urlize(text: str) -> str:
    """A title or file name as Hugo has it in addresses: lower case, hyphens, letters of every script."""
    kept = "".join(letter if letter.isalnum() or letter in "._-+~ " else "" for letter in text.lower())
    return re.sub(r"[ -]+", "-", kept).strip("-")
