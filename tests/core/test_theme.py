"""The accent an editor picks is always readable."""

import colorsys
from pathlib import Path

import pytest
from django.conf import settings
from wagtail.models import Site

from core.colour import contrast, readable, to_hex, to_oklch
from core.models.settings import FONTS, SiteSettings
from core.theme import DARK_GROUND, DARK_INK, FONT_TOKENS, LIGHT_GROUND, LIGHT_INK, theme_css, theme_url


def every_kind_of_colour() -> list[str]:
    colours = ["#000000", "#ffffff", "#808080", "#ffff00", "#0000ff", "#00ff00", "#a8321f"]
    for hue in range(0, 360, 30):
        for lightness in (0.15, 0.5, 0.85):
            channels = colorsys.hls_to_rgb(hue / 360, lightness, 0.9)
            colours.append("#" + "".join(f"{round(channel * 255):02x}" for channel in channels))
    return colours


def declared(css: str) -> dict[str, str]:
    body = css.split("{")[-1].split("}")[0]
    return dict(line.split(":") for line in body.split(";") if line)


@pytest.mark.parametrize("accent", every_kind_of_colour())
def test_any_accent_is_readable_in_light_and_dark(accent):
    colours = declared(theme_css(accent))
    assert len(colours) == 4
    for name, value in colours.items():
        ground = LIGHT_GROUND if name.endswith("light") else DARK_GROUND
        assert contrast(value, ground) >= 4.5, name


@pytest.mark.parametrize("accent", every_kind_of_colour())
def test_words_on_an_accent_button_are_readable(accent):
    colours = declared(theme_css(accent))
    assert contrast(colours["--accent-on-light"], LIGHT_INK) >= 4.5
    assert contrast(colours["--accent-on-dark"], DARK_INK) >= 4.5


def test_a_readable_colour_is_left_as_the_editor_picked_it():
    assert readable("#a8321f", "#ffffff") == "#a8321f"


def test_an_adjusted_colour_keeps_its_hue():
    picked, shown = to_oklch("#ff8800"), to_oklch(readable("#ff8800", LIGHT_GROUND))
    assert abs(picked.hue - shown.hue) < 0.08
    assert shown.lightness < picked.lightness


@pytest.mark.parametrize("colour", ["#a8321f", "#123456", "#ffffff", "#000000", "#00ff7f"])
def test_colours_survive_the_way_there_and_back(colour):
    assert to_hex(to_oklch(colour)) == colour


def test_contrast_of_black_and_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("nonsense", ["", "red", "#12", "#zzzzzz", "}body{display:none"])
def test_a_value_that_is_no_colour_gives_the_default_theme(nonsense):
    assert theme_css(nonsense) == theme_css("#a8321f")


@pytest.mark.django_db
def test_the_style_sheet_is_cached_for_ever_under_its_versioned_address_only(client):
    versioned = client.get("/theme.css?v=a8321f")
    assert versioned.status_code == 200
    assert versioned["Content-Type"].startswith("text/css")
    assert "immutable" in versioned["Cache-Control"]
    assert "--accent-on-dark" in versioned.content.decode()
    assert "immutable" not in client.get("/theme.css?v=000000")["Cache-Control"]
    assert "Cookie" not in versioned.get("Vary", "")


def test_every_choice_of_typefaces_changes_tokens_that_exist():
    tokens = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text("utf-8")
    assert set(FONT_TOKENS) == {name for name, _ in FONTS}
    for chosen in FONT_TOKENS.values():
        for name, value in chosen.items():
            assert f"{name}:" in tokens
            assert "url(" not in value


def test_typefaces_do_not_change_the_colours():
    assert declared(theme_css("#a8321f")).items() <= declared(theme_css("#a8321f", "mono")).items()


def test_typefaces_nobody_offers_give_the_default_theme():
    assert theme_css("#a8321f", "}body{display:none") == theme_css("#a8321f")


@pytest.mark.django_db
def test_the_chosen_typefaces_are_in_the_style_sheet_and_in_its_address(client):
    chosen = SiteSettings.for_site(Site.objects.get())
    chosen.fonts = "sans"
    chosen.save()
    assert theme_url(chosen.accent, "sans") in client.get("/").content.decode()
    response = client.get(theme_url(chosen.accent, "sans"))
    assert "--font-text:var(--font-sans)" in response.content.decode()
    assert "immutable" in response["Cache-Control"]
    assert "immutable" not in client.get(theme_url(chosen.accent))["Cache-Control"]
