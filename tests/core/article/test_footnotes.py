"""Footnotes: numbered in reading order, linked both ways."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

NOTES = (
    "footnotes",
    {
        "notes": [
            {"key": "ink", "text": "Lamp black."},
            {"key": "press", "text": "Wood."},
            {"key": "unread", "text": "X"},
        ]
    },
)


def test_references_are_numbered_in_the_order_they_are_read(render: Callable[..., Any]) -> None:
    html = render(NOTES, ("paragraph", "<p>A[^press] b[^ink] c[^press]</p>")).html
    numbers = re.findall(r'aria-label="Footnote (\d)"', html)
    assert numbers == ["1", "2", "1"]
    assert re.findall(r'<li id="([^"]+)" value="(\d)"', html) == [
        ("footnote-press", "1"),
        ("footnote-ink", "2"),
        ("footnote-unread", "3"),
    ]


def test_every_reference_can_be_returned_to(render: Callable[..., Any]) -> None:
    html = render(("paragraph", "<p>A[^press] b[^press]</p>"), NOTES).html
    for target in re.findall(r'href="#([^"]+)"', html):
        assert html.count(f'id="{target}"') == 1
    assert 'href="#footnote-press-reference-2"' in html


def test_unknown_keys_code_and_links_stay_as_they_are(render: Callable[..., Any]) -> None:
    text = '<p>[^nobody] <code>[^ink]</code> <a href="https://example.org/[^ink]">[^ink]</a></p>'
    html = render(("paragraph", text), NOTES).html
    assert "[^nobody]" in html
    assert "<code>[^ink]</code>" in html
    assert ">[^ink]</a>" in html
    assert "footnote-reference" not in html


def test_references_work_in_every_rich_text(render: Callable[..., Any]) -> None:
    answer = {"question": "Why?", "answer": "<p>So[^ink]</p>"}
    html = render(("faq", {"items": [answer]}), NOTES).html
    assert 'href="#footnote-ink"' in html


def test_without_notes_nothing_changes(render: Callable[..., Any]) -> None:
    assert "<p>A[^ink]</p>" in render(("paragraph", "<p>A[^ink]</p>")).html


def test_a_reference_does_not_become_part_of_a_headings_address(render: Callable[..., Any]) -> None:
    article = render(("paragraph", "<h2>Ink[^ink]</h2>"), NOTES)
    assert article.outline[0].text == "Ink"
    assert article.outline[0].anchor == "ink"


def test_notes_whose_keys_are_alike_keep_their_own_places(render: Callable[..., Any]) -> None:
    keys = ("*", "†", "A.1", "a1", "press", "Press")
    notes = ("footnotes", {"notes": [{"key": key, "text": f"Note {key}"} for key in keys]})
    html = render(("paragraph", "<p>" + " ".join(f"w[^{key}]" for key in keys) + "</p>"), notes).html
    places = re.findall(r'id="([^"]+)"', html)
    assert len(set(places)) == len(places)
    targets = re.findall(r'<a href="#([^"]+)" aria-label="Footnote', html)
    told = [html.partition(f'<li id="{target}"')[2].partition("</li>")[0] for target in targets]
    assert [f"Note {key}" in text for key, text in zip(keys, told, strict=True)] == [True] * len(keys)


def test_a_heading_named_like_a_note_has_a_place_of_its_own(render: Callable[..., Any]) -> None:
    notes = ("footnotes", {"notes": [{"key": "1", "text": "Its words"}]})
    html = render(("paragraph", "<h2>Footnote 1</h2><p>A[^1]</p>"), notes).html
    places = re.findall(r'id="([^"]+)"', html)
    assert len(set(places)) == len(places)
    (target,) = re.findall(r'<a href="#([^"]+)" aria-label="Footnote', html)
    assert "Its words" in html.partition(f'<li id="{target}"')[2].partition("</li>")[0]
