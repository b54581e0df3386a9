"""Covers of posts, and what their texts say about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.porting.readers.markdown.site import only, read

FRONT = "---\ntitle: A\nimage: https://old.example/static/all%20of%20us.png?w=9\n"


@pytest.mark.parametrize(
    ("front", "body", "alt"),
    [
        (
            FRONT,
            '![Not this](b.png)\n\n![All of us, at "noon"](../static/all%20of%20us.png)',
            'All of us, at "noon"',
        ),
        (FRONT, "![](all%20of%20us.png)\n", ""),
        (FRONT, "![Another](b.png)\n", ""),
        ("---\ntitle: A\nimage: /up/mill-150x99.jpg\n", "![The mill](/media/mill.jpg)\n", "The mill"),
        ("---\ntitle: A\nimage: /up/mill.jpg\n", "![The mill](/media/mill-300x200.jpg)\n", "The mill"),
        (FRONT + "image_alt: Ours\n", "![Theirs](all%20of%20us.png)\n", "Ours"),
    ],
)
def test_a_cover_the_text_shows_again_is_described_by_the_text(
    tmp_path: Path, front: str, body: str, alt: str
) -> None:
    post = only(read(tmp_path, "docusaurus", {"blog/2020-01-01-a.md": f"{front}---\n{body}"}))
    assert post.cover is not None
    assert post.cover.alt == alt


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ("header-img: img/mill.jpg\nheader-mask: 0.4", {"header-mask"}),
        ("thumbnail: ./mill.jpg\nthumb: other.jpg", {"thumb"}),
        ("images: [/img/mill.jpg]", set()),
        ("image: /img/mill.jpg\nog_image: https://old.example/share.jpg", set()),
    ],
)
def test_a_field_that_says_which_picture_is_shown_has_its_place(
    tmp_path: Path, fields: str, left: set[str]
) -> None:
    files = {"_config.yml": "title: T", "_posts/2020-01-01-a.md": f"---\ntitle: A\n{fields}\n---\nWords"}
    post = only(read(tmp_path, "jekyll", files))
    assert post.cover is not None
    assert set(post.kept) == left
