"""Authors: from files about them, from front matter in all its forms, each once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from porting.document import SourceAuthor
from porting.readers.markdown.addresses import slugify
from porting.readers.markdown.bylines import described, divided
from porting.readers.markdown.fields import as_list, first, text

SOCIAL = {
    "x": "https://x.com/{}",
    "twitter": "https://x.com/{}",
    "github": "https://github.com/{}",
    "gitlab": "https://gitlab.com/{}",
    "linkedin": "https://www.linkedin.com/in/{}/",
    "stackoverflow": "https://stackoverflow.com/users/{}",
    "instagram": "https://www.instagram.com/{}",
    "bluesky": "https://bsky.app/profile/{}",
    "youtube": "https://www.youtube.com/@{}",
    "facebook": "https://www.facebook.com/{}",
    "twitch": "https://www.twitch.tv/{}",
    "threads": "https://www.threads.net/@{}",
    "medium": "https://medium.com/@{}",
    "mastodon": "https://mastodon.social/@{}",
}
PLACES = (
    "website",
    "web",
    "homepage",
    "url",
    "link",
    "site",
    "uri",
    "newsletter",
    "rss",
    "blog",
    *SOCIAL,
)
MAIL = re.compile(r"^(?P<name>[^<>]+?)\s*[<(]\s*(?P<mail>[^<>()\s@]+@[^<>()\s]+)\s*[>)]$")


class People:
    """All authors of a blog, by the key posts call them by."""

    def __init__(self, into: dict[str, SourceAuthor]) -> None:
        self.authors = into
        self._by_key: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        self.lines: dict[str, None] = {}  # what was taken for several names

    def declare(self, key: str, data: Any, bio: str = "") -> str:
        """Somebody from a file of authors."""
        data = data if isinstance(data, Mapping) else {"name": text(data)}
        name = text(first(data, "name", "display_name", "full_name", "title", "label")) or str(key)
        author = SourceAuthor(str(key), name, slug=_slug(key, name), email=_mail(data))
        author.job_title = text(first(data, "job_title", "role", "jobtitle", "position")) or (
            text(data.get("title")) if text(data.get("title")) != name else ""
        )
        about = text(first(data, "bio", "description", "about", "biography", "headline"))
        author.bio = bio or (f"<p>{escape(about, quote=False)}</p>" if about else "")
        portrait = first(
            data,
            "image_url",
            "imageurl",
            "picture",
            "image",
            "avatar",
            "photo",
            "gravatar_image",
            "profile_image",
        )
        author.portrait = text(
            portrait if not isinstance(portrait, Mapping) else first(portrait, "path", "src", "url")
        )
        author.links = links(data)
        self._note(author)
        return author.key

    def _note(self, author: SourceAuthor) -> None:
        if author.key in self.authors:
            self._by_key, self._by_name = {}, {}  # whoever had the key may have had another name
        elif self._by_key:
            self._name(author)
        self.authors[author.key] = author

    def _name(self, author: SourceAuthor) -> None:
        self._by_key[author.key.lower()] = self._by_name[author.name.lower()] = author.key

    def _find(self, said: str) -> str | None:
        """The key of whom somebody calls by key or by name, in any case."""
        if not self._by_key:
            for author in self.authors.values():
                self._name(author)
        return self._by_key.get(said.lower()) or self._by_name.get(said.lower())

    def keys(self, value: Any, separators: str = "") -> list[str]:
        """The keys of the authors a post names: keys, names, mappings, lists of them."""
        parts = divided(value) if isinstance(value, str) and not self._find(value.strip()) else []
        if len(parts) > 1:
            self.lines.setdefault(text(value), None)
            value, separators = parts, ""
        if isinstance(value, str) and separators and self._find(value.strip()):
            separators = ""  # a comma that belongs to one known name
        if isinstance(value, str) and not separators and "," in value:
            parts = [part.strip() for part in value.split(",")]
            value = parts if all(map(self._find, parts)) else value
        keys = [self._one(item) for item in as_list(value, separators)]
        return list(dict.fromkeys(key for key in keys if key))

    def _one(self, item: Any) -> str:
        if isinstance(item, Mapping):
            return self._from_mapping(item)
        said = text(item).lstrip("@") if not text(item).startswith("@ ") else text(item)
        mail = MAIL.match(said)
        said = mail.group("name").strip() if mail else said
        if not said:
            return ""
        known = self._find(said) or self._described(said)
        if known:
            return known
        key = self.declare(said, {"name": said})
        self.authors[key].email = mail.group("mail") if mail else ""
        return key

    def _described(self, said: str) -> str | None:
        """Whom a name with a link, HTML or a company in brackets means; None when it is but a name."""
        about = described(said)
        known = self._find(about["name"])
        if about["name"] == said or not about["name"]:
            return None
        if not known:
            return self.declare(about["name"], about)
        author = self.authors[known]
        author.job_title = author.job_title or about["job_title"]
        if about["job_title"] not in ("", author.job_title):
            return None  # whoever changed companies is named as each post had it
        return known

    def _from_mapping(self, item: Mapping[str, Any]) -> str:
        key = text(item.get("key"))
        if key and key in self.authors:
            return key
        name = text(first(item, "name", "display_name", "full_name"))
        if not name and not key and len(item) == 1:  # Jekyll: "- jane: {…}" or {twitter: jane}
            only, about = next(iter(item.items()))
            return self._from_mapping(about) if isinstance(about, Mapping) else self._one(about or only)
        known = self._find(name or key)
        if known:
            return known
        return self.declare(key or name, item) if key or name else ""


def _slug(key: object, name: str) -> str:
    return slugify(key) or slugify(name)


def _mail(data: Mapping[str, Any]) -> str:
    mail = text(first(data, "email", "mail"))
    return mail if "@" in mail else ""


def links(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Where somebody is to be found: their own fields and ``socials``, ``social``, ``links``."""
    found: dict[str, str] = {}
    _take_links(data, found)
    for name in ("socials", "social", "links"):
        group = data.get(name)
        if isinstance(group, Mapping):
            _take_links(group, found, everything=True)
        for item in group if isinstance(group, list) else []:
            if isinstance(item, Mapping):
                address = text(first(item, "url", "link", "href"))
                if not address:
                    _take_links(item, found, everything=True)
                found.setdefault(
                    text(first(item, "label", "name", "title", "icon")).lower() or "website", address
                )
    seen: dict[str, str] = {}
    for label, address in found.items():
        if address and address not in seen.values():
            seen[label] = address
    return list(seen.items())


def _take_links(data: Mapping[str, Any], found: dict[str, str], *, everything: bool = False) -> None:
    for name, value in data.items():
        said = text(value)
        label = str(name).lower()
        if not said or not (everything or label in PLACES):
            continue
        if re.match(r"https?://|mailto:", said):
            found.setdefault(
                "website" if label in ("url", "link", "uri", "web", "homepage", "site") else label, said
            )
        elif label in SOCIAL and not said.startswith("/"):
            found.setdefault(label, SOCIAL[label].format(said.lstrip("@")))
        elif re.match(r"[\w-]+(\.[\w-]+)+(/|$)", said):
            found.setdefault("website", f"https://{said}")
