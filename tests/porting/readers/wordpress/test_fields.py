"""Custom fields that held what a reader saw: players a theme showed above or below the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.document import SourcePost

from .conftest import meta

ReadOne = Callable[..., SourcePost]
FILM = "https://www.youtube.com/watch?v=abcdefghijk"
PLAYER = '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=12/" seamless><a href="https://x.example/">A</a></iframe>'


@pytest.mark.parametrize(
    "value",
    [FILM, '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>', f"[embed]{FILM}[/embed]"],
)
def test_the_film_of_a_post_of_the_format_video_stands_above_its_text(read_one: ReadOne, value: str) -> None:
    post = read_one("<p>Words.</p>", extra=meta("_format_video_embed", value))
    assert post.html.index("abcdefghijk") < post.html.index("Words.")
    assert "format video embed" not in post.kept


def test_a_player_in_a_field_stands_below_the_text_and_is_told(read_one: ReadOne) -> None:
    post = read_one("<p>Words.</p>", extra=meta("review_player", PLAYER))
    assert post.html.index("Words.") < post.html.index("album=12")
    assert "review_player" not in post.kept
    assert any("review_player" in problem.detail for problem in post.problems)


def test_a_player_both_in_a_field_and_in_the_text_is_shown_once(read_one: ReadOne) -> None:
    post = read_one(f"<p>Words.</p>{PLAYER}", extra=meta("review_player", PLAYER))
    assert post.html.count("album=12") == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("_hidden_player", PLAYER),
        ("note", f"Ask them first {PLAYER}"),
        ("note", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("header_code", f"{PLAYER}<script>track()</script>"),
        ("_format_video_embed", "not yet"),
    ],
)
def test_no_other_field_is_shown(read_one: ReadOne, name: str, value: str) -> None:
    html = read_one("<p>Words.</p>", extra=meta(name, value)).html
    assert "album=12" not in html
    assert "abcdefghijk" not in html
    assert "not yet" not in html


def test_a_film_that_cannot_be_shown_is_in_the_report(read_one: ReadOne) -> None:
    post = read_one("<p>Words.</p>", extra=meta("_format_video_embed", "<object>film</object>"))
    assert post.kept == {"format video embed": "<object>film</object>"}
