"""Words of Jekyll's own: its named permalink styles, and how it reads tags and categories."""

from __future__ import annotations

import re
from typing import Any

from porting.readers.markdown import fields

NOT_PAGES = re.compile(
    r"(?:^|/)(?:index|404|feed|sitemap|search|tags?|categor(?:y|ies)|archives?|README|LICENSE)\.\w+$",
    re.IGNORECASE,
)
SKIPPED = re.compile(r"(?:^|/)(?:_site|node_modules|vendor|\.[^/]+)/")
STYLES = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}


def names_of(data: dict[str, Any], single: str, several: str) -> list[Any]:
    """Jekyll: the singular field is one name, text in the plural one is divided at commas or blanks."""
    if data.get(several) not in (None, "", []):
        value = data[several]
        return fields.as_list(value, r"\s*,\s*" if isinstance(value, str) and "," in value else r"\s+")
    value = data.get(single)
    return fields.as_list(value, r"\s*,\s*" if isinstance(value, str) else "")
