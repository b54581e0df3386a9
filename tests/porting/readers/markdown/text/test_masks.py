"""Code is out of sight while a text is rewritten."""

import pytest

from porting.readers.markdown.text.masks import block, dedent, mask
from tests.patience import patience

CODE = [
    "```\n{% code %}\n```",
    "~~~ruby\n{{< code >}}\n~~~",
    "- item\n\n  ```js\n  <Code />\n  ```",
    "> ```\n> ::: code\n> ```",
    "    indented {{ code }}",
    "- item\n\n      indented code in an item",
    "`inline {% code %}`",
    "``a ` b code``",
    "````md\n```\ncode\n```\n````",
    "<pre>code <b>x</b></pre>",
    "<!-- code -->",
    "1. one\n   ```\n   code\n\n   code\n   ```",
]


@pytest.mark.parametrize("text", CODE)
def test_code_is_hidden_and_comes_back_unchanged(text):
    hidden, masks = mask(f"Before\n\n{text}\n\nafter")
    assert "code" not in hidden.replace("code in an item", "")
    assert "after" in hidden
    assert masks.restore(hidden) == f"Before\n\n{text}\n\nafter"


@pytest.mark.parametrize(
    "text", ["- item\n\n    text of the item", "word ` lone tick", "a \\`b\\` c", "para\n    graph"]
)
def test_what_is_no_code_stays_in_sight(text):
    assert mask(text)[0] == text


def test_a_fence_that_is_never_closed_hides_the_rest():
    hidden, masks = mask("a\n\n```\n{{ x }}\n\nmore")
    assert "{{" not in hidden
    assert masks.restore(hidden) == "a\n\n```\n{{ x }}\n\nmore"


@pytest.mark.parametrize("begin", ["<!--", "<pre>", "<script>", "<pre ", "<!--<style><pre>"])
def test_begins_without_an_end_are_read_once(begin):
    text = begin * 100_000
    with patience():
        assert mask(text)[0] == text


def test_a_begin_without_an_end_hides_nothing_and_the_next_still_does():
    hidden, masks = mask("a <pre> b <!-- {{ x }} --> c <STYLE>{{ y }}</style > d")
    assert "{{" not in hidden
    assert hidden.startswith("a <pre> b ")
    assert masks.restore(hidden) == "a <pre> b <!-- {{ x }} --> c <STYLE>{{ y }}</style > d"


def test_hidden_code_moves_with_its_text():
    hidden, masks = mask("  a\n\n  ```\n  code\n  ```")
    assert masks.restore(dedent(hidden)) == "a\n\n```\ncode\n```"


def test_a_block_in_a_list_keeps_the_lists_indentation():
    assert block("<aside>", "  text\n", "</aside>", "  ") == "\n\n  <aside>\n\n  text\n\n  </aside>\n\n"
