"""Shared blocks (synced patterns): what they show, what a page puts into them, and those nobody was shown."""

from __future__ import annotations

import json

import pytest

from porting.readers.wordpress.context import Body
from tests.porting.readers.wordpress.blocks import HILL, Dialect, P, block
from tests.porting.readers.wordpress.conftest import Reads, item, wxr


def named(kind: str, name: str, inside: str) -> str:
    """A part of a shared block that a page may fill."""
    bindings = {"metadata": {"name": name, "bindings": {"__default": {"source": "core/pattern-overrides"}}}}
    return block(kind, inside, json.dumps(bindings))


CARD = (
    named("heading", "Dish", '<h2 class="wp-block-heading">A dish</h2>')
    + named("paragraph", "How", "<p>Some <em>words</em>.</p>")
    + named("image", "Shown", '<figure><img src="https://old.example/none.png" alt=""/></figure>')
    + block("buttons", '<div class="wp-block-buttons">' + named(
        "button", "More",
        '<div class="wp-block-button"><a class="wp-block-button__link" href="/all/">All dishes</a></div>') + "</div>")
    + P
)  # fmt: skip


def test_a_page_shows_its_own_words_in_a_shared_block(dialect: Dialect, body: Body) -> None:
    body.reusable = {"5": CARD}
    own = {
        "Dish": {"content": "Soup \\1"},
        "How": {"content": "Stir <strong>well</strong>."},
        "Shown": {"url": HILL, "alt": "Our hill"},
        "More": {"text": "Cook it", "url": "/soup/?a=1&b=2"},
    }
    assert dialect(f"<!-- wp:block {json.dumps({'ref': 5, 'content': own})} /-->").replace("\n", "") == (
        "<h2>Soup \\1</h2><p>Stir <strong>well</strong>.</p>"
        f'<figure><img src="{HILL}" alt="Our hill"></figure>'
        '<p data-block="button"><a href="/soup/?a=1&amp;b=2">Cook it</a></p><p>Words</p>'
    )
    assert body.problems == []


@pytest.mark.parametrize(
    "own", ['{"Dish":"Soup"}', '{"Other":{"content":"Soup"}}', '{"Dish":{"content":7}}', '["Soup"]', '"Soup"']
)
def test_what_a_page_says_of_no_such_part_changes_nothing(dialect: Dialect, body: Body, own: str) -> None:
    body.reusable = {"5": CARD}
    html = dialect(f'<!-- wp:block {{"ref":5,"content":{own}}} /-->')
    assert "<h2>A dish</h2>" in html
    assert "<p>Some <em>words</em>.</p>" in html


def test_a_part_that_only_has_the_name_keeps_its_words(dialect: Dialect, body: Body) -> None:
    body.reusable = {"5": block("heading", "<h2>A dish</h2>", '{"metadata":{"name":"Dish"}}')}
    assert dialect('<!-- wp:block {"ref":5,"content":{"Dish":{"content":"Soup"}}} /-->') == "<h2>A dish</h2>"


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"status": "trash"}, {"post_password": "x"}])
def test_a_shared_block_that_was_not_public_is_shown_nowhere(read: Reads, fields: dict[str, str]) -> None:
    shared = item("<p>Not yet.</p>", post_id="5", post_type="wp_block", **fields)
    post = read(wxr(item(f'{P}<!-- wp:block {{"ref":5}} /-->'), shared)).posts[0]
    assert post.html == "<p>Words</p>"
    assert [problem.kind for problem in post.problems] == ["hidden"]
