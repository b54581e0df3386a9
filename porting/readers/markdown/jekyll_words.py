"""How Jekyll reads the fields of tags and categories."""

from __future__ import annotations

from typing import Any

from porting.readers.markdown import fields


def names_of(data: dict[str, Any], single: str, several: str) -> list[Any]:
    """Jekyll: the singular field is one name, text in the plural one is divided at commas or blanks."""
    if data.get(several) not in (None, "", []):
        value = data[several]
        return fields.as_list(value, r"\s*,\s*" if isinstance(value, str) and "," in value else r"\s+")
    value = data.get(single)
    return fields.as_list(value, r"\s*,\s*" if isinstance(value, str) else "")
