"""A small export to upload."""

from __future__ import annotations

import json
from typing import Any

POSTS = [
    {
        "id": "1",
        "title": "A day by the sea",
        "slug": "sea",
        "status": "published",
        "published_at": "2024-05-06T07:08:09Z",
        "html": "<p>Salt in the air.</p>",
    },
    {"id": "2", "title": "Not yet", "slug": "not-yet", "status": "draft", "html": "<p>Half a thought.</p>"},
]


def ghost_export(posts: list[dict[str, Any]] = POSTS) -> bytes:
    """A small Ghost export."""
    whole = {"db": [{"meta": {"version": "5.1.0"}, "data": {"posts": posts}}]}
    return json.dumps(whole).encode()
