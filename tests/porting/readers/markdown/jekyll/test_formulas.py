"""Formulas of several lines, as kramdown reads them."""

import pytest

from tests.porting.readers.markdown.site import only, read

POST = "---\ntitle: One\n---\n"


def body(tmp_path, text: str) -> str:
    files = {"_config.yml": "title: x\n", "_posts/2020-01-01-a.md": POST + text}
    return only(read(tmp_path, "jekyll", files)).html.strip()


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Let\n$$\na_1\n+ b_1\n$$\nbe", "<p>Let\n$$\na_1\n+ b_1\n$$\nbe</p>"),
        ("Let $$ a_1\n- b_1 $$ be", "<p>Let $$ a_1\n- b_1 $$ be</p>"),
        ("$$ a_1\n= b_1 $$ is", "<p>$$ a_1\n= b_1 $$ is</p>"),
        ("> Let\n> $$\n> a > b\n> $$", "<blockquote>\n<p>Let\n$$\na &gt; b\n$$</p>\n</blockquote>"),
    ],
)
def test_a_formula_of_several_lines_is_a_part_of_its_sentence(tmp_path, text, html):
    assert body(tmp_path, text) == html


@pytest.mark.parametrize("formula", ["$$\na_1\n- b_1\n$$", "$$ a_1\n- b_1 $$"])
def test_a_formula_by_itself_stays_as_it_was_written(tmp_path, formula):
    html = body(tmp_path, f"Let\n\n{formula}\n\nbe")
    assert html == f"<p>Let</p>\n<p>{formula}</p>\n<p>be</p>"


def test_html_that_is_no_markdown_keeps_its_lines(tmp_path):
    assert body(tmp_path, "<div>Let\n$$\na\n$$\nbe</div>") == "<div>Let\n$$\na\n$$\nbe</div>"
