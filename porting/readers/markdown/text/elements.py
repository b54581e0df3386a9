"""Elements that only a site's own scripts knew, such as ``<lite-youtube>`` and ``<nuxt-img>``, as what they showed."""

from __future__ import annotations

import re
from html import escape, unescape

from porting.readers.markdown.text.embeds import embed, video_address

# ``<lite-youtube>``, ``<youtube-video>``, ``<custom-youtube>``: everybody has one of a name of their own.
PLAYER = r"(?:[a-z]+-)+(?:youtube|vimeo)(?:-[a-z]+)*|(?:youtube|vimeo)(?:-[a-z]+)+"
IDS = (
    "videoid",
    "video-id",
    "data-videoid",
    "data-video-id",
    "data-id",
    "slug",
    "video",
    "src",
    "url",
    "href",
    "id",
)
KNOWN = re.compile(r"[\w-]{5,20}|(?:https?:)?//\S+")  # an id or an address, and no program that works it out
PICTURES = ("nuxt-img", "nuxt-picture", "amp-img", "g-image", "cld-image", "gatsby-image", "v-img", "b-img")
NAMES = "|".join((PLAYER, *PICTURES))
ELEMENT = re.compile(
    rf"<(?P<name>{NAMES})(?P<rest>(?:\s(?:\"[^\"]{{0,2000}}\"|'[^']{{0,2000}}'|[^\"'<>]){{0,2000}}+)?)>"
    r"(?:(?P<inner>[^<]{0,300})</(?P=name)\s*>)?",
    re.IGNORECASE,
)
# A link that a service's script made a card of.
CARD = re.compile(r"(<a\b(?=[^<>]{0,1000}?\sdata-iframely-url\b)[^<>]{0,1000}>)\s*(?=</a>)", re.IGNORECASE)
ATTRIBUTE = re.compile(r"(?<![\w-])([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")


def shown_elements(text: str) -> str:
    """The text with them as players and pictures; one without the address it showed stays as it is."""

    def made(found: re.Match[str]) -> str:
        name = found.group("name").lower()
        given = {
            key.lower(): unescape(a or b or c) for key, a, b, c in ATTRIBUTE.findall(found.group("rest"))
        }
        if name not in PICTURES:
            said = next((given[one] for one in IDS if KNOWN.fullmatch(given.get(one, ""))), "")
            address = video_address("youtube" if "youtube" in name else "vimeo", said)
            title = next((given[one] for one in ("playlabel", "label", "title") if given.get(one)), "")
            return f"\n\n{embed(address, title)}\n\n" if address else found.group(0)
        source = given.get("src", "")
        alt = given.get("alt", "")
        return f'<img src="{escape(source)}" alt="{escape(alt)}">' if source else found.group(0)

    if "data-iframely-url" in text:
        text = CARD.sub(_named, text)
    return ELEMENT.sub(made, text) if "-" in text and "<" in text else text


def _named(card: re.Match[str]) -> str:
    """The begin of a link with its address as words."""
    address = next((a or b or c for key, a, b, c in ATTRIBUTE.findall(card[1]) if key.lower() == "href"), "")
    return card[1] + re.sub(r"[*_`~\[\]\\]", lambda sign: f"&#{ord(sign[0])};", address)
