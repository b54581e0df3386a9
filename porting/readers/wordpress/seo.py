"""What the search plugins know about a post: Yoast, Rank Math, All in One SEO, SEOPress, The SEO Framework, Jetpack."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.utils.translation import gettext as _

from porting.document import Picture, Problem, SourcePost, State
from porting.readers.wordpress.plain import plain_text

_TITLES = (
    "_yoast_wpseo_title", "rank_math_title", "_aioseo_title", "_aioseop_title", "_seopress_titles_title",
    "_genesis_title", "jetpack_seo_html_title",
)  # fmt: skip
_DESCRIPTIONS = (
    "_yoast_wpseo_metadesc", "rank_math_description", "_aioseo_description", "_aioseop_description",
    "_seopress_titles_desc", "_genesis_description", "advanced_seo_description",
)  # fmt: skip
_CANONICAL = (
    "_yoast_wpseo_canonical", "rank_math_canonical_url", "_aioseo_canonical_url", "_aioseop_custom_link",
    "_seopress_robots_canonical", "_genesis_canonical_uri",
)  # fmt: skip
_PICTURES = (
    "_yoast_wpseo_opengraph-image", "rank_math_facebook_image", "_aioseo_og_image_custom_url",
    "_seopress_social_fb_img", "_social_image_url", "_yoast_wpseo_twitter-image", "rank_math_twitter_image",
)  # fmt: skip
_PICTURE_IDS = ("_yoast_wpseo_opengraph-image-id", "rank_math_facebook_image_id")
_HIDDEN = {
    "_yoast_wpseo_meta-robots-noindex": lambda text: text == "1",
    "_seopress_robots_index": lambda text: text == "yes",
    "_aioseop_noindex": lambda text: text == "on",
    "_genesis_noindex": lambda text: text == "1",
    "rank_math_robots": lambda text: "noindex" in text,
}
_UNSEEN = {State.DRAFT, State.PENDING, State.PRIVATE, State.TRASH}
#: ``%%title%%`` (Yoast), ``%title%`` (Rank Math), ``#post_title`` (All in One SEO), ``%%post_title%%`` (SEOPress)
_PLACEHOLDER = re.compile(r"%%?([a-z_]+)(?:\([^)]*\))?%%?|#([a-z_]+)")
_NAMES_TITLE = {"title", "post_title", "seo_title"}
_NAMES_SITE = {"sitename", "site_title", "sitetitle", "blog_title"}
_NAMES_SEPARATOR = {"sep", "separator_sa", "separator"}
_NAMES_EXCERPT = {"excerpt", "post_excerpt", "excerpt_only"}
_KNOWN_FIELDS = ("_yoast_wpseo_", "rank_math_", "_aioseo", "_seopress_", "_genesis_")


def is_search_field(name: str) -> bool:
    """Whether a custom field belongs to one of the plugins."""
    known = (*_TITLES, *_DESCRIPTIONS, *_CANONICAL, *_PICTURES)
    return name in known or name.startswith(_KNOWN_FIELDS)


def take_search_fields(
    meta: dict[str, str], post: SourcePost, site: str, attachment: Callable[[str], Picture | None]
) -> None:
    """Fill title, description, canonical address and picture; patterns are written out."""

    def written_out(text: str) -> str:
        values = dict.fromkeys(_NAMES_TITLE, post.title) | dict.fromkeys(_NAMES_SITE, site)
        values |= dict.fromkeys(_NAMES_SEPARATOR, "-") | dict.fromkeys(_NAMES_EXCERPT, post.summary)
        text = _PLACEHOLDER.sub(lambda m: values.get(m[1] or m[2], m[0] if m[2] else ""), text)
        return re.sub(r"^\s*-\s+|\s+-\s*$", "", plain_text(text)).strip()

    post.seo_title = written_out(_first(meta, _TITLES))
    if post.seo_title == post.title:
        post.seo_title = ""
    post.seo_description = written_out(_first(meta, _DESCRIPTIONS))
    post.canonical_url = _first(meta, _CANONICAL)
    picture = next((found for key in _PICTURE_IDS if (found := attachment(meta.get(key, "")))), None)
    address = _first(meta, _PICTURES)
    post.social_image = picture or (Picture(address) if address else None)
    if any(test(meta.get(key, "").strip()) for key, test in _HIDDEN.items()):
        _unlist(post)


def _unlist(post: SourcePost) -> None:
    """A post search engines were to leave out; of one that nobody sees the report says that instead."""
    post.unlisted = post.kind != "page"
    here = _("Search engines were asked to leave it out: it stands in no list here.")
    page = _(
        "Search engines were asked to leave this page out. Pages have no such switch here: they may show it."
    )
    if post.state not in _UNSEEN:
        post.problems.append(Problem(post.source_id, "state", here if post.unlisted else page))


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((meta[key].strip() for key in keys if meta.get(key, "").strip()), "")
