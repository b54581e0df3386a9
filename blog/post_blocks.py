"""Loading the posts that all 'posts' blocks of a body show, together."""

from typing import Any

from django.http import HttpRequest

from blog.cards import in_order, load_cards
from blog.selections import Questions, ask_block, block_ids

#: The key under which an article's rendering carries the cards, by block id.
EXTRA = "posts"


def posts_blocks(raw: list[dict]) -> dict[str, dict]:
    """The stored 'posts' blocks at the top of a body, by block id."""
    return {item.get("id") or "": item["value"] for item in raw if item.get("type") == "posts"}


def ask_blocks(questions: Questions, blocks: dict[str, dict]) -> None:
    """Ask for the posts of every block."""
    for block_id, value in blocks.items():
        ask_block(questions, f"block:{block_id}", value)


def ids_by_block(answers: dict[str, list], blocks: dict[str, dict]) -> dict[str, list[int]]:
    """Post ids by block id."""
    return {key: block_ids(value, answers.get(f"block:{key}", [])) for key, value in blocks.items()}


def cards_by_block(raw: list[dict], request: HttpRequest | None = None) -> dict[str, list[Any]]:
    """Cards by block id, for a body that nothing else on the page shares a query with."""
    blocks = posts_blocks(raw)
    questions = Questions(request)
    ask_blocks(questions, blocks)
    ids = ids_by_block(questions.ask(), blocks)
    found = load_cards({pk for group in ids.values() for pk in group})
    return {key: in_order(found, group) for key, group in ids.items()}
