"""What the index on the server looks like."""

from typing import Any

from search.engines.base import IndexText

#: A part of the index's name: with another mapping it is another index, which ``search_check`` fills.
VERSION = 1

_TOKENS = {"type": "text", "analyzer": "whitespace"}
INDEX: dict[str, Any] = {
    "mappings": {
        "dynamic": "strict",
        "properties": {
            "page": {"type": "long"},
            "date": {"type": "date"},
            # Analysed already (search/analysis): a token is what stands between two spaces.
            "title": _TOKENS,
            "body": _TOKENS,
        },
    },
}


def document(text: IndexText, date: str | None) -> dict[str, Any]:
    """What the server keeps of a page. ``date``, ISO 8601, only brings the newest into its answer."""
    return {
        "page": text.page_id,
        "date": date,
        "title": " ".join(text.title),
        "body": " ".join(text.body),
    }
