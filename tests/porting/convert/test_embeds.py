"""Players and posts from elsewhere."""

from __future__ import annotations

import pytest

from porting.convert.providers import page_of
from tests.porting.convert.bodies import blocks, converted, kinds


@pytest.mark.parametrize(
    ("player", "page"),
    [
        (
            "https://www.youtube.com/embed/dQw4w9WgXcQ?start=3",
            "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3s",
        ),
        ("https://youtu.be/dQw4w9WgXcQ?t=1m30s", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s"),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=soon", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("//www.youtube-nocookie.com/embed/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://www.youtube.com/embed/videoseries?list=PLx", "https://www.youtube.com/playlist?list=PLx"),
        ("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"),
        ("https://player.vimeo.com/video/123?title=0", "https://vimeo.com/123"),
        ("https://player.vimeo.com/video/123?h=a1b2", "https://vimeo.com/123/a1b2"),
        ("https://codepen.io/ann/embed/preview/abc?x", "https://codepen.io/ann/pen/abc"),
        ("https://gist.github.com/ann/0123456789abcdef.js", "https://gist.github.com/ann/0123456789abcdef"),
        ("https://twitter.com/ann/status/12345?s=20", "https://x.com/ann/status/12345"),
        ("https://open.spotify.com/embed/track/1a2b", "https://open.spotify.com/track/1a2b"),
        (
            "https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fa%2Fb&color=x",
            "https://soundcloud.com/a/b",
        ),
        ("https://embed.ted.com/talks/ann_speaks", "https://www.ted.com/talks/ann_speaks"),
        ("https://www.instagram.com/p/Abc_1/embed/", "https://www.instagram.com/p/Abc_1/"),
        ("https://videopress.com/embed/aBc1", "https://videopress.com/v/aBc1"),
        ("https://unknown.example/embed/1", ""),
        ("https://[broken", ""),
        ("javascript:alert(1)", ""),
    ],
)
def test_players_lead_to_the_page_they_play(player: str, page: str) -> None:
    assert page_of(player) == page


def test_a_frame_of_a_known_service_is_an_embed_with_its_caption() -> None:
    html = (
        '<figure><iframe src="https://player.vimeo.com/video/1"></iframe><figcaption>C</figcaption></figure>'
    )
    assert blocks(html) == [("embed", {"url": "https://vimeo.com/1", "caption": "C"})]


def test_a_frame_of_an_unknown_service_leaves_a_link_and_is_told() -> None:
    html = '<iframe src="https://unknown.example/x" title="Map"></iframe>'
    name, value = blocks(html)[0]
    assert (name, value["html"]) == ("html", '<p><a href="https://unknown.example/x">Map</a></p>')
    assert kinds(html) == {"embeds"}


def test_a_post_elsewhere_is_an_embed_and_its_words_stay() -> None:
    html = (
        '<blockquote class="twitter-tweet"><p>Words</p>&mdash; Ann <a href="https://twitter.com/ann/status/12">May</a>'
        '</blockquote><script async src="https://platform.twitter.com/widgets.js"></script>'
    )
    (first, embed), (second, quote) = blocks(html)
    assert (first, embed["url"]) == ("embed", "https://x.com/ann/status/12")
    assert second == "quote"
    assert "<p>Words</p>" in quote["text"]
    assert kinds(html) == set()


def test_a_gist_is_an_embed() -> None:
    html = '<script src="https://gist.github.com/ann/0123456789abcdef.js"></script>'
    assert blocks(html) == [("embed", {"url": "https://gist.github.com/ann/0123456789abcdef", "caption": ""})]


def test_a_film_that_came_along_plays_from_here_and_one_that_did_not_from_where_it_is() -> None:
    here = blocks('<video src="/film.mp4"></video>')[0][1]["html"]
    assert '<video controls src="/documents/4/film.mp4">' in here
    assert '<a linktype="document" id="4">film.mp4</a>' in here
    gone = '<video controls><source src="https://old.example/a%20b.mp4"></video>'
    assert blocks(gone) == [("embed", {"url": "https://old.example/a%20b.mp4", "caption": ""})]
    assert kinds(gone) == {"embeds"}


def left_out(html: str) -> list[str]:
    """The other forms of films the report names."""
    said = [problem.detail for problem in converted(html).problems if "Another form" in problem.detail]
    return [detail.rsplit(" ", 1)[-1] for detail in said]


def test_of_two_forms_of_a_film_the_one_that_plays_is_kept_and_the_other_reported() -> None:
    forms = '<video controls><source src="{}"><source src="{}"></video>'
    gone = forms.format("https://old.example/a.avi", "https://old.example/a.webm")
    assert blocks(gone) == [("embed", {"url": "https://old.example/a.webm", "caption": ""})]
    assert left_out(gone) == ["https://old.example/a.avi"]
    here = forms.format("https://old.example/a.mp4", "/film.mp4")
    assert '<video controls src="/documents/4/film.mp4">' in blocks(here)[0][1]["html"]
    assert left_out(here) == ["https://old.example/a.mp4"]


def test_what_stands_in_a_frame_for_old_browsers_is_read_as_html() -> None:
    html = '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=4/"><a href="https://a.example/x">Album</a></iframe>'
    assert [kind for kind, _value in blocks(html)] == ["embed", "paragraph"]
    assert blocks(html)[1][1] == '<p><a href="https://a.example/x">Album</a></p>'


def test_a_film_no_browser_would_play_on_a_secure_page_is_a_link() -> None:
    gone = '<audio src="http://old.example/talk.mp3"></audio>'
    assert blocks(gone)[0][1]["html"] == '<p><a href="http://old.example/talk.mp3">talk.mp3</a></p>'
    assert kinds(gone) == {"embeds"}
