"""Reading time, plain words, excerpts."""

from __future__ import annotations

from typing import Any

import pytest

from core.article.plain_text import excerpt, plain_text
from core.article.reading_time import Measure, count_words, image_seconds, measure
from tests.core.article.bodies import body_of


def words(number: int) -> tuple[str, str]:
    return "paragraph", "<p>" + "word " * number + "</p>"


def code(lines: int) -> tuple[str, dict]:
    return "code", {"language": "python", "title": "", "code": "x = 1\n\n" * lines, "highlight_lines": ""}


@pytest.mark.parametrize(
    ("language", "expected"), [("en", 10), ("en-GB", 10), ("de", 9), ("ar", 13), ("pt-br", 10), ("", 10)]
)
def test_prose_is_read_at_the_speed_of_its_language(language: str, expected: int) -> None:
    assert measure(body_of(words(2380))).minutes(language) == expected


def test_nothing_takes_a_minute() -> None:
    assert measure(body_of()).minutes() == 1
    assert measure(body_of(("paragraph", ""))).minutes() == 1


def test_pictures_cost_less_each_time() -> None:
    assert [image_seconds(number) for number in (0, 1, 2, 10, 12)] == [0, 12, 23, 75, 81]
    assert Measure(words=238).minutes(more_images=1) == 1
    assert Measure(words=238, images=3).minutes() == 2


def test_pictures_in_galleries_and_steps_count() -> None:
    picture = {"image": {"image": 1, "decorative": True, "alt_text": ""}, "caption": ""}
    gallery = ("gallery", {"images": [picture, picture], "caption": ""})
    step = {"title": "Look", "body": [{"type": "image", "value": picture}]}
    assert measure(body_of(gallery, ("steps", {"steps": [step]}))).images == 3


def test_code_is_scanned_line_by_line_and_long_listings_are_skimmed() -> None:
    assert measure(body_of(code(20))) == Measure(words=0, code_seconds=20)
    assert measure(body_of(code(500))) == Measure(words=0, code_seconds=60)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("don't stop", 2),
        ("Python 3.11 rocks", 3),
        ("well-known", 1),
        ("東京 is big", 4),
        ("한국어 글", 2),
        ("— … !", 0),
    ],
)
def test_words_are_counted_as_readers_count_them(text: str, number: int) -> None:
    assert count_words(text) == number


def everything() -> Any:
    return body_of(
        ("heading", {"text": "Head", "level": "2", "anchor": "not-read"}),
        ("paragraph", '<p>One[^k] <a href="https://hidden.example">two</a></p><p>three &amp; four</p>'),
        ("code", {"language": "python", "title": "app.py", "code": "import this", "highlight_lines": "1"}),
        ("table", {"caption": "Cap", "table": {"columns": [{"type": "text", "heading": "Col"}],
                                               "rows": [{"values": ["Cell"]}], "caption": ""}}),
        ("tabs", {"group": "os", "tabs": [{"label": "Mac", "body": [{"type": "paragraph", "value": "<p>in</p>"}]}]}),
        ("quote", {"text": "Said", "attribution": "Ada", "role": "", "source_url": "https://source.example"}),
        ("footnotes", {"notes": [{"key": "k", "text": "note"}]}),
    )  # fmt: skip


def test_plain_text_holds_what_is_read_and_nothing_else() -> None:
    lines = plain_text(everything()).splitlines()
    assert lines == [
        "Head", "One two three & four", "app.py", "import this", "Cap", "Col", "Cell", "Mac", "in",
        "Said", "Ada", "note",
    ]  # fmt: skip


def test_plain_text_can_leave_out_code() -> None:
    assert "import this" not in plain_text(everything(), code=False)


def test_an_excerpt_ends_between_words() -> None:
    text = excerpt(body_of(words(100)), length=32)
    assert text == "word word word word word word…"
    assert excerpt(body_of(words(2))) == "word word"
