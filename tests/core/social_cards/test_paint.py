"""A card as a picture, and as a file that is written once."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from core.social_cards import fonts, store
from core.social_cards.card import Card
from core.social_cards.paint import EDGE, paint
from core.social_cards.store import ensure_card, forget_cards

CARD = Card("Why we moved the press", ("Ada Quill",), "The Quarterly", "#0b6e4f")


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def near(one: tuple[int, ...], colour: str) -> bool:
    return all(abs(a - b) < 12 for a, b in zip(one, ImageColor.getrgb(colour), strict=True))


@pytest.fixture
def media(settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = str(tmp_path)
    return tmp_path / store.FOLDER


@pytest.mark.parametrize("title", ["On type", "W" * 255, "مقال", "🎉", "𒀀", ""])
def test_every_card_is_a_small_png_of_the_size_networks_show(title: str) -> None:
    content = paint(replace(CARD, title=title))
    picture = opened(content)
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(content) < 60_000


def test_the_accent_is_at_the_side_where_reading_begins() -> None:
    left, right = (EDGE // 2, 315), (1199 - EDGE // 2, 315)
    latin, arabic = (
        opened(paint(replace(CARD, title=title))).convert("RGB") for title in ("On type", "مقال")
    )
    assert near(latin.getpixel(left), CARD.accent)
    assert not near(latin.getpixel(right), CARD.accent)
    assert near(arabic.getpixel(right), CARD.accent)
    assert not near(arabic.getpixel(left), CARD.accent)


def test_an_accent_too_pale_to_be_seen_is_made_stronger() -> None:
    pixel = opened(paint(replace(CARD, accent="#ffff00"))).convert("RGB").getpixel((4, 315))
    assert not near(pixel, "#ffff00")
    assert paint(replace(CARD, accent="no colour"))


def test_a_logo_takes_the_place_of_the_mark(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (400, 100), "#123456").save(logo)
    picture = opened(paint(replace(CARD, logo=str(logo)))).convert("RGB")
    assert near(picture.getpixel((100, 94)), "#123456")


def test_a_logo_that_is_gone_or_broken_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "broken.png").write_bytes(b"no picture")
    with_mark = paint(CARD)
    assert paint(replace(CARD, logo=str(tmp_path / "gone.png"))) == with_mark
    assert paint(replace(CARD, logo=str(tmp_path / "broken.png"))) == with_mark


def test_without_any_font_file_pillow_has_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    monkeypatch.setattr(fonts, "extra_fonts", tuple)
    caches = [fonts.chain, fonts.font, fonts.place_of]
    for cache in caches:
        cache.cache_clear()
    try:
        assert opened(paint(replace(CARD, title="No fonts at all"))).size == (1200, 630)
    finally:
        monkeypatch.undo()
        for cache in caches:
            cache.cache_clear()


@pytest.mark.parametrize(
    "change",
    [{"title": "Other"}, {"authors": ()}, {"site_name": "Other"}, {"accent": "#000000"}, {"logo_hash": "1"}],
    ids=lambda change: next(iter(change)),
)
def test_whatever_is_drawn_is_in_the_name(change: dict) -> None:
    assert replace(CARD, **change).key != CARD.key
    assert replace(CARD, logo="/elsewhere/logo.png").key == CARD.key


def test_a_card_is_drawn_once(media: Path) -> None:
    first = ensure_card(7, CARD)
    (file,) = media.iterdir()
    before = file.stat().st_mtime_ns
    assert ensure_card(7, CARD) == first == file.read_bytes()
    assert file.stat().st_mtime_ns == before
    assert file.name == f"7-{CARD.key}.png"


def test_a_new_title_replaces_the_old_card_of_this_page_only(media: Path) -> None:
    for owner in (7, 71):
        ensure_card(owner, CARD)
    other = replace(CARD, title="Other")
    ensure_card(7, other)
    assert {path.name for path in media.iterdir()} == {f"7-{other.key}.png", f"71-{CARD.key}.png"}
    forget_cards(7)
    assert [path.name for path in media.iterdir()] == [f"71-{CARD.key}.png"]


def test_many_who_ask_at_once_all_get_the_whole_picture(media: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: ensure_card(7, CARD), range(12)))
    assert len(set(found)) == 1
    assert opened(found[0]).size == (1200, 630)
    assert [path.name for path in media.iterdir()] == [f"7-{CARD.key}.png"]


def test_a_folder_that_cannot_be_written_costs_no_picture(media: Path) -> None:
    media.write_text("a file where the folder should be")
    assert opened(ensure_card(7, CARD)).size == (1200, 630)
