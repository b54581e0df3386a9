"""Colouring code."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from core.article.highlighting import (
    LANGUAGES,
    MAX_COLOURED_CHARACTERS,
    coloured_lines,
    lexer_name,
    parse_lines,
)


@pytest.mark.parametrize("language", [name for name, _ in LANGUAGES])
def test_every_language_offered_can_be_coloured_without_losing_a_line(language: str) -> None:
    code = "if (a < b) { 'c' }\n\n\n  # d & e\n<f>"
    lines = coloured_lines(code, language)
    assert len(lines) == 5
    assert not any("<f>" in line for line in lines)


def test_values_that_span_lines_stay_whole_on_each() -> None:
    first, second = coloured_lines('x = """a\nb"""', "python")
    assert first.count("<span") == first.count("</span>")
    assert second.count("<span") == second.count("</span>")


@pytest.mark.parametrize(
    ("language", "code", "expected"),
    [
        ("bash", "$ pip install wagtail\nDone", "console"),
        ("bash", "# a comment\nls", "bash"),
        ("powershell", "PS C:\\> dir", "ps1con"),
        ("python", ">>> 1 + 1\n2", "pycon"),
        ("python", "x = 1", "python"),
    ],
)
def test_a_listing_with_prompts_is_a_session(language: str, code: str, expected: str) -> None:
    assert lexer_name(code, language) == expected


def test_prompts_and_output_are_marked_so_that_copying_skips_them() -> None:
    command, output = coloured_lines("$ make run\nready", "console")
    assert '<span class="gp">$ </span>' in command
    assert output == '<span class="go">ready</span>'


def test_very_long_code_and_unknown_languages_are_escaped_and_uncoloured() -> None:
    assert coloured_lines("<" * (MAX_COLOURED_CHARACTERS + 1), "python")[0].startswith("&lt;&lt;")
    assert coloured_lines("<b>", "klingon") == ["&lt;b&gt;"]


def test_windows_line_ends_and_blank_lines_around_are_no_lines() -> None:
    assert coloured_lines("\r\na\r\nb\r\n", "text") == ["a", "b"]


def test_lines_to_highlight_are_numbers_and_ranges() -> None:
    assert parse_lines("1, 3-5,") == {1, 3, 4, 5}
    assert parse_lines("") == frozenset()


@pytest.mark.parametrize("text", ["one", "3-1", "0", "1-", "-3", "1;2", "1-999999", "99999"])
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValidationError) as raised:
        parse_lines(text)
    assert text in raised.value.messages[0]
