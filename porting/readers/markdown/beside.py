"""What a post's own fields say of its only author: ``avatar``, ``gravatar``, ``twitter``, ``author_title`` …"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from porting.document import SourceAuthor
from porting.readers.markdown.fields import first, text
from porting.readers.markdown.people import links

PORTRAITS = ("avatar", "author_image", "authorimage", "author_image_url", "authorimageurl", "author_avatar")
PORTRAITS += ("authoravatar", "author_photo", "authorphoto")
TITLES = ("author_title", "authortitle", "author_role", "authorrole")
PLACES = {"twitter": "twitter", "author_twitter": "twitter", "authortwitter": "twitter"}
PLACES |= {"author_github": "github", "authorgithub": "github"}
PLACES |= {"author_url": "website", "authorurl": "website", "author_link": "website", "authorlink": "website"}
NAMES = {*PORTRAITS, *TITLES, *PLACES, "gravatar"}


def take_beside(data: Mapping[str, Any], author: SourceAuthor) -> None:
    """Add to somebody what they do not have yet."""
    lower = {str(name).lower(): value for name, value in data.items()}
    fingerprint = text(lower.get("gravatar"))
    portrait = text(first(lower, *PORTRAITS))
    if not portrait and re.fullmatch(r"[0-9a-f]{32,64}", fingerprint):
        portrait = f"https://www.gravatar.com/avatar/{fingerprint}?s=400"
    author.portrait = author.portrait or portrait
    author.job_title = author.job_title or text(first(lower, *TITLES))
    known = {label for label, _address in author.links}
    found = links({PLACES[name]: lower[name] for name in PLACES if text(lower.get(name))})
    author.links = [*author.links, *(one for one in found if one[0] not in known)]
