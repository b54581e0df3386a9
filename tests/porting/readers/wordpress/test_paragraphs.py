"""Classic content: blank lines are paragraphs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.readers.wordpress.autop import paragraphs


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("One\nline\n\nTwo", "<p>One<br>\nline</p>\n<p>Two</p>"),
        ("One\r\n\r\nTwo", "<p>One</p>\n<p>Two</p>"),
        ("a<br /><br />b", "<p>a</p>\n<p>b</p>"),
        ("<h2>Title</h2>\nText", "<h2>Title</h2><p>Text</p>"),
        ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<blockquote>Said\n\nMore</blockquote>", "<blockquote><p>Said</p>\n<p>More</p>\n</blockquote>"),
        ("<pre>a\n\n  b</pre>", "<pre>a\n\n  b</pre>"),
        ("<p>already\none</p>", "<p>already<br>\none</p>"),
        ("<table>\n<tr>\n<td>a\nb</td>\n</tr>\n</table>", "<table><tr><td>a<br>\nb</td></tr></table>"),
        ('<img alt="a\nb" src="x">', '<p><img alt="a b" src="x"></p>'),
        ("  \n\n ", ""),
    ],
)
def test_blank_lines_become_paragraphs(typed: str, shown: str) -> None:
    assert paragraphs(typed) == shown


def test_emphasis_over_two_paragraphs_loses_no_word() -> None:
    assert paragraphs("a <em>b\n\nc</em> d") == "<p>a <em>b</p>\n<p>c</em> d</p>"


def test_a_long_text_of_open_tags_takes_no_time() -> None:
    assert paragraphs("<div" * 20_000 + "<!-- " * 20_000)


def test_words_that_stood_on_lines_of_their_own_do_not_run_together(dialect: Callable[[str], str]) -> None:
    spans = '<span style="display:block">Trip 1</span><span style="color:red; display: flex">Two days</span>'
    card = f'<a href="/x/">{spans}</a>'
    assert dialect(f"<div>{card}</div>") == '<p><a href="/x/">Trip 1<br>Two days</a></p>'
    assert (
        dialect('<p>One <span style="display:block">two</span> three</p>') == "<p>One <br>two<br> three</p>"
    )
    assert dialect('<p>One <span style="display:inline-block">two</span></p>') == "<p>One two</p>"


@pytest.mark.parametrize(
    "mark", ["<!--nextpage-->", "<!--nextpage The second part-->", "<!--more Read on-->"]
)
def test_where_a_page_ended_a_paragraph_ends(dialect: Callable[[str], str], mark: str) -> None:
    assert dialect(f"One\n{mark}\nTwo") == "<p>One</p><p>Two</p>"
