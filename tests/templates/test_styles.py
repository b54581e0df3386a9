"""Rules the style sheets and scripts keep."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings

from core.colour import contrast
from core.static_files import join_styles
from core.templatetags.site import stylesheets
from core.theme import DARK_GROUND, LIGHT_GROUND

STATIC = Path(settings.BASE_DIR) / "static"
OWN = sorted(path for path in (STATIC / "css").rglob("*.css") if "blocks" not in path.parts)
SHEETS = sorted((STATIC / "css").rglob("*.css"))
SCRIPTS = sorted((STATIC / "js").rglob("*.js"))
#: Bytes on the wire of the one style sheet a page asks for, compressed as browsers get it.
BUDGET = 14_000
PHYSICAL = re.compile(
    r"(?:margin|padding|border)-(?:left|right)\b|(?:^|[;{\s])(?:left|right)\s*:|text-align:\s*(?:left|right)"
)


def text_of(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)


def tokens() -> dict[str, tuple[str, str]]:
    pairs = re.findall(
        r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", (STATIC / "css" / "tokens.css").read_text("utf-8")
    )
    return {name: (light, dark) for name, light, dark in pairs if len(light) == 7}


def test_every_style_sheet_is_linked_once_and_print_comes_last():
    linked = stylesheets()
    on_disk = {str(path.relative_to(STATIC)) for path in SHEETS} - {"css/site.css"}
    assert len(linked) == len(set(linked))
    assert set(linked) == on_disk
    assert linked[0] == "css/tokens.css"
    assert linked[-1] == "css/print.css"


def test_all_style_sheets_together_stay_light():
    joined = join_styles(stylesheets(), lambda name: (STATIC / name).read_text("utf-8"))
    assert len(brotli.compress(joined.encode(), mode=brotli.MODE_TEXT)) < BUDGET


# Code is written from left to right in every language.
@pytest.mark.parametrize("path", [path for path in SHEETS if path.stem != "code"], ids=lambda path: path.stem)
def test_a_style_sheet_works_in_both_writing_directions(path):
    assert not PHYSICAL.search(text_of(path))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_the_width_of_a_window_is_asked_in_words_that_older_phones_know(path):
    assert not re.search(r"@media[^{]*width\s*[<>=]", text_of(path))


@pytest.mark.parametrize(
    "path", [path for path in OWN if path.stem not in ("tokens", "print")], ids=lambda p: p.stem
)
def test_colours_come_from_the_tokens(path):
    assert not re.search(r"#[0-9a-f]{3,8}\b", text_of(path))


@pytest.mark.parametrize("name", ["ink", "ink-muted", "info", "success", "tip", "warning", "danger"])
def test_text_colours_are_readable_on_every_ground(name):
    light, dark = tokens()[name]
    grounds = [tokens()[ground] for ground in ("paper", "surface")]
    assert all(contrast(light, ground[0]) >= 4.5 for ground in grounds)
    assert all(contrast(dark, ground[1]) >= 4.5 for ground in grounds)


def test_browsers_that_cannot_choose_between_two_colours_have_the_light_ones():
    text = (STATIC / "css" / "tokens.css").read_text("utf-8")
    both = dict(re.findall(r"--([\w-]+): light-dark\((#\w+|var\([\w-]+\)), ", text))
    only_light = dict(re.findall(r"^ {6}--([\w-]+): (\S+);$", text, re.M))
    assert both
    assert only_light == both


def test_outlines_of_fields_can_be_seen():
    light, dark = tokens()["line-strong"]
    paper = tokens()["paper"]
    assert contrast(light, paper[0]) >= 3
    assert contrast(dark, paper[1]) >= 3


def test_the_accent_is_measured_against_the_grounds_in_use():
    assert tokens()["surface-strong"] == (LIGHT_GROUND, DARK_GROUND)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_a_script_is_small_and_writes_no_markup(path):
    text = path.read_text("utf-8")
    assert len(text) < 4_000
    assert not re.search(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text
    )
    assert not re.search(r"https?://", text)
