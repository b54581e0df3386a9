"""Custom fields: what has no place here is listed, never dropped silently."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost
from porting.readers.wordpress.elements import is_made_by_program
from porting.readers.wordpress.formats import FILES, shown_above
from porting.readers.wordpress.hidden_fields import plain_name, shown_with_post
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.reblogs import SNAPSHOT, passed_on
from porting.readers.wordpress.records import RawItem
from porting.readers.wordpress.seo import is_search_field

_RECORDINGS = ("enclosure", "audio_file")  # of WordPress and PowerPress, and of Seriously Simple Podcasting
_TAKEN = {"footnotes", "fifu_image_url", "fifu_image_alt", *_RECORDINGS, SNAPSHOT}
#: Counters and switches of plugins that say nothing about the post.
_MACHINERY = (
    "_", "jetpack_", "reddit", "oembed", "email_notification", "sharing_disabled", "switch_like", "geo_public", "views",
    "post_views", "wpb_", "et_", "fusion_", "avada_", "tags_css", "geo_", "openid_", "original_post_id", "stc_",
    "publicize_", "timeline_notification", "inline_featured_image", "hide_page_title", "page_layout", "sidebar",
    "dsq_thread_id", "post_format", "wpcom_", "blogger_", "livejournal_", "aktt_", "delicious", "amazon-product",
    "amazonS3", "rating_", "ratings_", "superseo", "seo_", "standard_", "tmblr_", "snap", "slide_template", "mc_",
)  # fmt: skip
#: Taxonomies that only say how a theme showed a post, or what a plug-in counted.
_ABOUT_LOOKS = (
    "post_format", "product_visibility", "product_type", "translation_priority", "yst_prominent_words", "layout_type",
    "layout_category", "module_width", "amp_validation_error", "wp_pattern_category",
)  # fmt: skip
#: PHP's and JavaScript's way of writing lists and objects down.
_PACKED = re.compile(r"(?:[abdis]:\d|O:\d+:\"|N;|[{\[][\s\"{\[\]}])")
_READABLE = re.compile(r"[A-Z][a-z]+|[\w.+-]+@[\w-]+\.[\w.]+")
_FORMER_HOMES = ("posterous_", "tumblr_", "spaces_")  # where a post was before the blog was WordPress's
_TELLING = 12  # characters that do not stand in a text by chance
LONGEST = 500  # characters of a field in the report
#: Where themes with post formats keep the film or the sound of a post; they show it above the text.
_FORMATS = ("_format_video_embed", "_format_audio_embed", "_wm_post_format_media", "_post_format_media")
#: One player and nothing beside it.
_PLAYER = re.compile(
    r"\s*<iframe\s[^>]*?\bsrc\s*=\s*[\"']?(?:https?:)?//([^\"'\s>]+)[^>]*>(?:(?!<iframe|<script).)*</iframe>\s*",
    re.IGNORECASE | re.DOTALL,
)
_FORMAT = re.compile(
    r"https?://\S+|\[(embed|video|audio|playlist|soundcloud)\b[^\[\]]*\](?:[^\[\]]*\[/\1\])?"
)


def with_players(item: RawItem, post: SourcePost) -> str:
    """The content with the players a theme showed from custom fields, each where it stood; the report names them."""
    above, below = list(filter(None, shown_above(item).values())), []
    for name in shown_above(item):
        said = _("What stood in the field “%(name)s” was shown above the text, and is there now.")
        post.problems.append(Problem(post.source_id, "field", said % {"name": name[:80]}))
    for name, value in item.meta.items():
        if _is_format_player(name, value):
            above.append(value.strip())
        elif _is_shown_player(name, value, item.content):
            below.append(value.strip())
            said = _("The player in the field “%(name)s” was put below the text.")
            post.problems.append(Problem(post.source_id, "field", said % {"name": name[:80]}))
    if quoted := passed_on(item, post):
        above.append(quoted)
    return "\n\n".join([*above, item.content, *below])


def _is_format_player(name: str, value: str) -> bool:
    return name in _FORMATS and bool(_PLAYER.fullmatch(value) or _FORMAT.fullmatch(value.strip()))


def _is_shown_player(name: str, value: str, content: str) -> bool:
    player = None if name.startswith(_MACHINERY) else _PLAYER.fullmatch(value)
    return player is not None and player[1] not in content


def keep_fields(item: RawItem, post: SourcePost) -> dict[str, str]:
    """Note the fields an author filled, and show the sound or video a podcast plugin kept apart from the text.

    Returns those that hold nothing but what a plug-in or a theme set for itself, by name: they are summed up.
    """
    shown, content = shown_above(item), item.content
    looks = {name: post.kept.pop(f"taxonomy {name}", None) for name in _ABOUT_LOOKS}
    settings = {name: ", ".join(map(str, value)) for name, value in looks.items() if isinstance(value, list)}
    for name, value in item.meta.items():
        if name in _TAKEN or name.startswith(_MACHINERY) or is_search_field(name) or not value.strip():
            continue
        if name in shown or _PLAYER.fullmatch(value) or _stands_in(value.strip(), content):
            continue
        if _is_setting(name, value.strip()):
            settings[name] = value.strip()
        else:
            post.kept[name] = _short(value.strip())
    if item.meta.get("_links_to"):
        post.kept["links to"] = item.meta["_links_to"]
    for name, value in shown_with_post(item.meta).items():
        if name not in shown and not _is_format_player(name, value):
            post.kept[plain_name(name)] = _short(value)
    _enclosures(item, post)
    return settings


def _stands_in(value: str, content: str) -> bool:
    """Whether the text says the same, word for word: a theme showed one of the two."""
    return len(value) >= _TELLING and value in content


def _is_setting(name: str, value: str) -> bool:
    """Whether a field says nothing to people: packed data, or a number or key word under a program's name."""
    if _PACKED.match(value) or name.startswith(_FORMER_HOMES):
        return True
    if not is_made_by_program(name) or not value.isascii() or len(value.split()) > 1:
        return False
    return not (_READABLE.fullmatch(value) or "://" in value or (value.startswith("/") and "." in value))


def _short(value: str) -> str:
    return value if len(value) <= LONGEST else f"{value[:LONGEST]} …"


def _enclosures(item: RawItem, post: SourcePost) -> None:
    """The files of a podcast: each an address, perhaps with its length and its kind on lines of their own."""
    lines = [line.strip() for name in _RECORDINGS for line in item.meta.get(name, "").splitlines()]
    for at, address in enumerate(lines):
        is_shown = address in post.html or escape(address) in post.html
        if is_shown or not address.startswith(("http://", "https://")):
            continue
        if kind := _kind_of_recording(address, lines[at + 2] if len(lines) > at + 2 else ""):
            post.html = f"{post.html}\n{_player_for(address, kind)}"
            post.constructs["enclosure"] += 1


def _kind_of_recording(address: str, said: str) -> str:
    """``audio`` or ``video``, by the kind the export says or else by the file's ending; empty for other files."""
    kind = said.split("/")[0]
    if kind in FILES:
        return kind
    path = re.split(r"[?#]", address.lower(), maxsplit=1)[0]
    return next((kind for kind, endings in FILES.items() if path.endswith(endings)), "")


def _player_for(address: str, kind: str) -> str:
    if "youtube.com" in address or "vimeo.com" in address:
        return embed_of(address)
    return f'<figure><{kind} src="{escape(address)}" controls></{kind}></figure>'
