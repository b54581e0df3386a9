"""Front matter fields that mean the same in every system, under all the names they have."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from porting.document import Picture, State

UPDATED = (
    "lastmod",
    "last_modified_at",
    "updated",
    "updated_at",
    "updateddate",
    "modified",
    "last_updated",
    "date_modified",
    "updatedat",
    "lastupdated",
    "lastmodified",
    "modifiedat",
    "datemodified",
    "dateupdated",
    "moddate",
    "moddatetime",
    "upddate",
    "updated_date",
)
SUMMARY = ("excerpt", "summary", "abstract", "description", "lead", "lede", "subtitle", "dek", "tagline")
COVERS = (
    "image",
    "cover",
    "featuredimage",
    "featured_image",
    "featured-image",
    "featureimage",
    "feature_image",
    "featureimg",
)
COVERS += (
    "hero",
    "hero_image",
    "heroimage",
    "banner",
    "thumbnail",
    "thumb",
    "header_image",
    "cover_image",
    "teaser",
    "photo",
)
COVERS += (
    "feature",
    "cover-img",
    "share-img",
    "og_image",
    "social_image",
    "preview",
    "images",
    "img",
    "header",
    "header-img",
)
SOCIAL = (
    "social_image",
    "og_image",
    "share-img",
    "ogimage",
    "twitter_image",
    "seo_image",
    "meta_image",
    "card_image",
)
PICTURES = (
    "image",
    "cover",
    "coverimage",
    "thumbnail",
    "heroimage",
    "hero",
    "feature",
    "featured",
    "featureimage",
)
PICTURES += ("featuredimage", "featured_image", "cover_image", "feature_image", "hero_image", "banner")
COVER_ALTS = (*(f"{name}{between}alt" for between in ("_", "", "-") for name in PICTURES), "alt")
COVER_CAPTIONS = tuple(f"{name}{between}caption" for between in ("_", "", "-") for name in PICTURES)
COVER_WORDS = (*COVER_ALTS[:-1], *COVER_CAPTIONS)
PUBLISHED = (
    "date",
    "publishdate",
    "pubdate",
    "pubdatetime",
    "pub_date",
    "published_at",
    "publishedat",
    "published",
    "publishedon",
    "published_on",
    "publisheddate",
    "published_date",
    "date_published",
    "datepublished",
    "created",
    "created_at",
    "createdat",
    "date_created",
    "posted",
)
ALIASES = (
    "aliases",
    "redirect_from",
    "alias",
    "redirectfrom",
    "redirect-from",
    "old_url",
    "oldurl",
    "old_urls",
)
DRAFT = ("draft", "isdraft", "is_draft")
PUBLIC = ("published", "ispublished", "is_published", "publish", "dg-publish")
PRIVATE = ("private", "isprivate", "is_private")
STATES = (*DRAFT, *PUBLIC, *PRIVATE)
TRUE = {"true", "yes", "on", "1", "y"}


def first(data: Mapping[str, Any], *names: str) -> Any:
    """The first field that is there and not empty; names in any case, ``_`` and ``-`` as they are."""
    lower = {str(key).lower(): value for key, value in data.items()}
    return next((lower[name] for name in names if lower.get(name) not in (None, "", [], {})), None)


def text(value: Any) -> str:
    """A value as one line of text; mappings and lists have none."""
    if value is None or isinstance(value, dict | list | bool):
        return ""
    return re.sub(r"\s+", " ", str(value)).strip()


def truth(value: Any) -> bool:
    """Whether a field says yes, as a truth value or in words."""
    return value is True or (isinstance(value, str | int) and str(value).strip().lower() in TRUE)


def has_math(data: Mapping[str, Any]) -> bool:
    """Whether fields or settings turn mathematics on: ``math: true`` or ``math: {enable: true}``."""
    said = [data.get(name) for name in ("math", "katex", "mathjax", "usemathjax", "use_math")]
    return any(truth(one.get("enable") if isinstance(one, dict) else one) for one in said)


def as_list(value: Any, separators: str = "") -> list[Any]:
    """A value, a list of them, or text that separators divide; without what is empty and without repeats."""
    if value is None or value == "" or isinstance(value, bool):
        return []
    if isinstance(value, str) and separators:
        value = re.split(separators, value)
    items = list(value) if isinstance(value, list | tuple) else [value]
    return unique(item.strip() if isinstance(item, str) else item for item in items if item not in (None, ""))


def unique(items: Iterable[Any]) -> list[Any]:
    """The items in their order, each once; those that are empty text fall away."""
    seen: dict[Any, Any] = {}
    for item in items:
        if item != "":
            plain = isinstance(item, Hashable) and not isinstance(item, tuple)
            seen.setdefault(item if plain else (repr(item),), item)
    return list(seen.values())


def mapping(value: Any) -> dict[str, Any]:
    """``value`` when it has names for what is in it; else nothing."""
    return value if isinstance(value, dict) else {}


def state(data: Mapping[str, Any], date: datetime | None, *, draft: bool = False) -> State:
    """Whether the post was public on the old site."""
    said = text(first(data, "status", "state", "visibility")).lower()
    if draft or said in ("draft", "skip") or _is_draft(data):
        return State.DRAFT
    if any(truth(first(data, name)) for name in PRIVATE):
        return State.PRIVATE
    if said in ("private", "pending", "trash"):
        return State(said)
    if text(data.get("password")):
        return State.PASSWORD
    if date and date > datetime.now(UTC):
        return State.SCHEDULED
    return State.PUBLISHED


def _is_draft(data: Mapping[str, Any]) -> bool:
    """Whether a field says so under one of the names systems and their themes have for it."""
    lower = {str(key).lower(): value for key, value in data.items()}
    return any(truth(lower.get(name)) for name in DRAFT) or said_no(lower, *PUBLIC)


def _is_no(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() in ("false", "no", "off"))


def said_no(data: Mapping[str, Any], *names: str) -> bool:
    """Whether one of these fields says no in so many words."""
    return any(_is_no(data.get(name)) for name in names)


def is_unlisted(data: Mapping[str, Any]) -> bool:
    """Reachable, but in no list of the old site."""
    build = data.get("build") or data.get("_build")
    never = isinstance(build, Mapping) and text(build.get("list")).lower() in ("never", "false")
    hidden = (
        truth(first(data, "unlisted", "hidden", "hiddeninhomelist"))
        or text(data.get("status")).lower() == "hidden"
    )
    return hidden or never


def picture(value: Any, data: Mapping[str, Any] | None = None) -> Picture | None:
    """A picture written as an address, or as a mapping with ``path``, ``src``, ``url``, ``image`` or ``teaser``."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, Mapping):
        address = text(
            first(
                value,
                "path",
                "src",
                "url",
                "image",
                "filename",
                "feature",
                "teaser",
                "overlay_image",
                "relative",
            )
        )
        alt = text(first(value, "alt", "image_alt", "description"))
        caption = text(first(value, "caption", "credit", "title"))
        return Picture(address, alt, caption) if address else None
    address = text(value)
    if not address or " " in address.strip() and not re.search(r"\.\w{3,4}$", address):
        return None
    return Picture(address, *picture_words(data or {}))


def picture_words(data: Mapping[str, Any]) -> tuple[str, str]:
    """What the cover shows, and the words below it, from fields of their own."""
    return text(first(data, *COVER_ALTS)), text(first(data, *COVER_CAPTIONS))


def cover(data: Mapping[str, Any]) -> Picture | None:
    """The picture above the post. Fields that hold no address of a picture (``header: {}``) are passed over."""
    lower = {str(key).lower(): value for key, value in data.items()}
    for name in COVERS:
        found = picture(lower.get(name), lower)
        if found and re.search(r"[./]", found.url):
            return found
    nested = lower.get("extra") or lower.get("params")
    return cover(nested) if isinstance(nested, Mapping) else None


def teaser(data: Mapping[str, Any]) -> str:
    """The words of ``teaser``, which is a picture in some themes and a summary in others."""
    said = text(first(data, "teaser"))
    return said if " " in said and not picture(said) else ""


def shown_pictures(data: Mapping[str, Any]) -> set[str]:
    """The fields, in lower case, that hold the address of the cover or of the picture for sharing."""
    lower = {str(key).lower(): value for key, value in data.items()}
    shown = {found.url for found in (cover(lower), picture(first(lower, *SOCIAL))) if found}
    held = ((name, picture(lower.get(name))) for name in (*COVERS, *SOCIAL))
    return {name for name, found in held if found and found.url in shown}


def flattened(values: dict[str, Any], above: str = "") -> dict[str, str]:
    """Texts by their names; those below others by both names, ``social.mail``."""
    found: dict[str, str] = {}
    for name, value in values.items():
        path = f"{above}{name}"
        if isinstance(value, dict) and path.count(".") < 5:
            found |= flattened(value, f"{path}.")
        elif text(value):
            found[path] = text(value)
    return found
