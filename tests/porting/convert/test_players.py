"""Imported films play without asking their providers."""

from __future__ import annotations

import pytest

from blog.blocks import PostBody
from core.article.render import render_article
from porting.convert.players import addresses_in, player_of, remember_players
from porting.convert.providers import page_of
from tests.porting.convert.bodies import converted

PAGES = [
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=90s",
    "https://vimeo.com/123",
    "https://vimeo.com/123/a1b2c3",
    "https://codepen.io/ann/pen/abc",
    "https://soundcloud.com/ann/song",
    "https://asciinema.org/a/113463",
    "https://codesandbox.io/s/new-abc12",
    "https://stackblitz.com/edit/react-abc",
    "https://www.bilibili.com/video/BV1d4411N7zD/",
    "https://v.youku.com/v_show/id_XOTA3NjE0NA==.html",
    "https://www.slideshare.net/slideshow/embed_code/6841838",
    "https://www.slideshare.net/slideshow/embed_code/key/aBc12dE",
    "https://bandcamp.com/EmbeddedPlayer/album=12/size=large/track=3/",
    "https://streamable.com/92ok4",
    "https://podcasts.apple.com/us/podcast/a-b/id123",
    "https://open.spotify.com/track/1a2b",
]


@pytest.mark.parametrize("page", PAGES)
def test_the_player_of_a_page_leads_back_to_it(page: str) -> None:
    player = player_of(page)
    assert player is not None
    assert page_of(player.address) == page


def test_an_address_of_no_known_service_has_no_player() -> None:
    assert player_of("https://unknown.example/watch?v=dQw4w9WgXcQ") is None


@pytest.mark.django_db
def test_a_remembered_player_is_offered_to_readers() -> None:
    blocks = converted('<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>').blocks
    assert remember_players(addresses_in(blocks)) == 1
    assert remember_players(addresses_in(blocks)) == 0
    html = str(render_article(PostBody().to_python(blocks)).html)
    assert 'data-embed="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ' in html


@pytest.mark.django_db
def test_a_player_without_a_page_people_know_is_called_by_its_service() -> None:
    blocks = converted(
        '<iframe src="https://www.slideshare.net/slideshow/embed_code/6841838"></iframe>'
    ).blocks
    remember_players(addresses_in(blocks))
    html = str(render_article(PostBody().to_python(blocks)).html)
    assert 'data-embed="https://www.slideshare.net/slideshow/embed_code/6841838"' in html
    assert ">https://www.slideshare.net" not in html
