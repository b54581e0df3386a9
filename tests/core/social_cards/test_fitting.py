"""Titles are set as large as they fit, in lines of about the same length, and parted where a reader would."""

from __future__ import annotations

import pytest

from core.social_cards.fitting import LEADING, SIZES, Setting, fit, pieces
from core.social_cards.fonts import is_right_to_left, runs, width, writable
from core.social_cards.paint import ROOM

LONG = ("The patient art of setting type by hand in an age that has quite forgotten the colophon " * 3)[
    :200
].strip()
TITLES = [
    "On type",
    "Why we moved the press to the river",
    LONG,
    "W" * 255,
    "A Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft day",
    "كيف تكتب مقالًا يقرأه الناس حتى النهاية",
    "आज की ताज़ा ख़बर और उसके पीछे की कहानी",
]


def texts(setting: Setting) -> str:
    return " ".join(setting.lines)


@pytest.mark.parametrize("title", TITLES)
def test_every_title_stays_inside_its_room(title: str) -> None:
    setting = fit(title, ROOM)
    assert setting.height <= ROOM[1]
    assert max(width(line, setting.size) for line in setting.lines) <= ROOM[0] * 1.01


def test_a_short_title_is_set_in_the_largest_size() -> None:
    assert fit("On type", ROOM) == Setting(["On type"], SIZES[0], SIZES[0] * LEADING)


def test_two_hundred_characters_are_all_there() -> None:
    setting = fit(LONG, ROOM)
    assert texts(setting) == LONG
    assert setting.size >= 42


def test_lines_are_of_about_the_same_length() -> None:
    lengths = [width(line, 50) for line in fit(LONG, ROOM).lines]
    assert min(lengths) > 0.75 * max(lengths)


def test_a_word_longer_than_a_line_is_broken_and_nothing_of_it_lost() -> None:
    assert "".join(fit("W" * 120, ROOM).lines) == "W" * 120


def test_what_does_not_fit_at_all_ends_in_an_ellipsis() -> None:
    setting = fit("word " * 400, ROOM)
    assert setting.size == SIZES[-1]
    assert setting.lines[-1].endswith("word…")


def test_chinese_and_japanese_may_part_anywhere_but_before_a_full_stop() -> None:
    assert [piece.text for piece in pieces("「活字」を組む。Colophon の印")] == [
        *("「活", "字」", "を", "組", "む。", "Colophon", "の", "印")
    ]


def test_emoji_are_left_out_and_the_gap_they_leave_is_closed() -> None:
    assert writable("🎉 Version 2 👩🏽‍💻 is here 🇫🇷️") == "Version 2 is here"


def test_a_title_no_font_can_write_is_not_half_written(settings) -> None:
    assert writable("Colophon 𒀀𒀁") == ""
    assert writable("Colophon\x00 \u202e") == "Colophon"


def test_each_script_is_written_with_a_font_that_has_it() -> None:
    assert [run.text for run in runs("Ж and مقال 2")] == ["Ж and ", "مقال 2"]
    assert len({run.font for run in runs("Latin שלום ไทย हिन्दी")}) == 4


@pytest.mark.parametrize(
    ("text", "expected"), [("مقال about", True), ("«שלום»", True), ("About مقال", False), ("123", False)]
)
def test_the_first_letter_decides_where_reading_begins(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected
