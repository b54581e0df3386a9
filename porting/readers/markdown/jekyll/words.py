"""Tags and categories: how Jekyll reads their fields, and where its plugins list their posts."""

from __future__ import annotations

from typing import Any

from porting.readers.markdown import fields
from porting.readers.markdown.terms import single_words


def names_of(data: dict[str, Any], single: str, several: str) -> list[Any]:
    """Jekyll: the singular field is one name, text in the plural one is divided at commas or blanks."""
    if data.get(several) not in (None, "", []):
        value = data[several]
        separators = r"\s*,\s*" if isinstance(value, str) and "," in value else r"\s+"
    else:
        value, separators = data.get(single), r"\s*,\s*"
    return fields.unique(single_words(fields.as_list(value, separators)))


def list_folders(config: dict[str, Any], kind: str) -> list[str]:
    """Where the pages of all tags (or categories) were: usual places, and those the settings of plugins name."""
    said = [config.get(f"{kind}_dir"), config.get(f"{kind}_page_dir")]
    archives = fields.mapping(fields.mapping(config.get("jekyll-archives")).get("permalinks"))
    pattern = fields.text(archives.get(kind))
    said.append(pattern.removesuffix("/").removesuffix("/:name") if "/:name" in pattern else "")
    several = {"tag": "tags", "category": "categories"}[kind]
    return fields.unique([several, kind, *(fields.text(one).strip("/") for one in said)])
