"""Posts of other blogs that somebody on WordPress.com passed on to their own readers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.document import SourcePost

from .conftest import meta

ReadOne = Callable[..., SourcePost]
WORDS = 'Say "when"; then wait.\n\n<pre>a;}\nb</pre>\n\nDone.'


def snapshot(words: str = WORDS, rest: str = "") -> str:
    return (
        f'O:8:"stdClass":7:{{s:5:"title";s:9:"Two "pots"";s:4:"type";s:4:"post";s:9:"permalink";'
        f's:25:"https://other.example/pots";s:7:"content";s:99:"<div class="reblogged-content">{words}</div>";{rest}}}'
    )


@pytest.mark.parametrize("rest", ["", 's:15:"images_mirrored";i:2;'])
def test_what_was_passed_on_is_quoted_above_the_own_words(read_one: ReadOne, rest: str) -> None:
    post = read_one("Well said.", extra=meta("is_reblog", "1") + meta("reblog_snapshot", snapshot(rest=rest)))
    assert post.html.replace("\n", "") == (
        '<p><a href="https://other.example/pots">Two "pots"</a></p>'
        '<blockquote><p>Say "when"; then wait.</p><pre><code>a;}b</code></pre><p>Done.</p></blockquote>'
        "<p>Well said.</p>"
    )
    assert post.kept == {}


def test_a_long_one_is_whole(read_one: ReadOne) -> None:
    words = "Word. " * 8_000
    post = read_one("", extra=meta("reblog_snapshot", snapshot(words)))
    assert post.html.count("Word.") == 8_000


def test_one_that_was_cut_off_keeps_what_is_there(read_one: ReadOne) -> None:
    cut = snapshot("<p>One</p><p>Two")[:-10]
    assert "Two" in read_one("", extra=meta("reblog_snapshot", cut)).html


@pytest.mark.parametrize("value", ["", "O:8:", 's:9:"permalink";s:9:"javascript:x";s:7:"content";s:1:"x";}'])
def test_what_the_export_has_nothing_of_is_told(read_one: ReadOne, value: str) -> None:
    post = read_one("Well said.", extra=meta("is_reblog", "1") + meta("reblog_snapshot", value))
    assert post.html == "<p>Well said.</p>"
    assert [problem.kind for problem in post.problems] == ["text"]
