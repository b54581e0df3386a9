"""Authors as Docusaurus 1 and 2 had them, in fields of the post itself."""

from __future__ import annotations

import re
from typing import Any

OLD_AUTHOR = re.compile(r"author_?(?:title|url|image|image_?url|twitter|github)$", re.IGNORECASE)


def old_author(data: dict[str, Any]) -> dict[str, Any]:
    """The fields Docusaurus 1 and 2 had for a single author, as one author."""
    lower = {key.lower().replace("_", ""): value for key, value in data.items()}
    return {
        "name": data.get("author"),
        "job_title": lower.get("authortitle"),
        "url": lower.get("authorurl"),
        "image_url": lower.get("authorimageurl") or lower.get("authorimage"),
        "twitter": lower.get("authortwitter"),
        "github": lower.get("authorgithub"),
    }
