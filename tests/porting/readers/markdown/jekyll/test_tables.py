"""Tables as kramdown reads them."""

import re

import pytest

from tests.porting.readers.markdown.site import only, read

POST = "---\ntitle: One\n---\n"


def body(tmp_path, text: str, config: str = "title: x\n") -> str:
    return only(read(tmp_path, "jekyll", {"_config.yml": config, "_posts/2020-01-01-a.md": POST + text})).html


def rows(html: str) -> list[list[str]]:
    return [
        re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row)
        for row in re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    ]


def test_a_table_needs_no_heads(tmp_path):
    assert rows(body(tmp_path / "a", "| a | *b* |\n| c | d |\n")) == [
        ["", ""],
        ["a", "<em>b</em>"],
        ["c", "d"],
    ]
    assert rows(body(tmp_path / "b", "Before.\n\na | b\nc | d\n\nAfter.")) == [
        ["", ""],
        ["a", "b"],
        ["c", "d"],
    ]


def test_lines_above_between_and_below_rows_and_a_foot_are_no_rows(tmp_path):
    text = "|---+---|\n| A | B |\n|:--+--:|\n| a | b |\n|---+---|\n| c | d |\n|===+===|\n| e | f |\n|---\n{: .wide}\n"
    assert rows(body(tmp_path, text)) == [["A", "B"], ["a", "b"], ["c", "d"], ["e", "f"]]


def test_a_row_longer_than_its_heads_keeps_all_its_cells(tmp_path):
    assert rows(body(tmp_path, "| A |\n|---|\n| a | b |\n")) == [["A", ""], ["a", "b"]]


def test_a_stroke_in_code_or_in_a_formula_divides_nothing(tmp_path):
    html = body(tmp_path, "| A | B |\n|---|---|\n| `a|b` | $$|x|$$ |\n| \\| | $|y|$ |\n")
    assert rows(html) == [["A", "B"], ["<code>a|b</code>", "$$|x|$$"], ["|", "$|y|$"]]


@pytest.mark.parametrize(
    "text",
    [
        "[Home](/) | [About](/about)",
        "- a | b\n- c | d",
        "<p>a | b\nc | d</p>",
        "Words a | b\nand words without",
        "> a | b\n> c | d",
        "    a | b\n    c | d",
    ],
)
def test_words_with_a_stroke_are_no_table(tmp_path, text):
    html = body(tmp_path, text)
    assert "<table" not in html
    assert html.count("|") == text.count("|")


def test_another_markdown_has_other_tables(tmp_path):
    assert "<table" not in body(tmp_path, "| a | b |\n| c | d |\n", "markdown: redcarpet\n")
