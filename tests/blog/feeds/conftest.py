"""A post whose feeds are read."""

from __future__ import annotations

import pytest

from tests.factories import (
    AuthorFactory,
    SiteImageFactory,
    TagFactory,
)


@pytest.fixture
def full_post(make_post):
    """A post with everything a feed tells."""
    return make_post(
        title="Ships & <Sails>",
        slug="ships",
        summary="On <old> ships & new.",
        cover=SiteImageFactory(file__width=1600, file__height=900),
        cover_alt="A ship",
        authors=[AuthorFactory(name="Ada Byron"), AuthorFactory(name="Grace Hopper")],
        tags=[TagFactory(name="Sea"), TagFactory(name="Wind & rain")],
        body=[
            ("heading", {"text": "Hull", "level": "2", "anchor": ""}),
            (
                "paragraph",
                '<p>See <a href="/about/">us</a>, a note[^one] and <a href="https://example.org/x">them</a>.</p>',
            ),
            ("image", {"image": {"image": SiteImageFactory(), "decorative": False, "alt_text": "Mast"}}),
            ("code", {"language": "python", "title": "", "code": "a = 1\n\n\nb = 2"}),
            ("faq", {"items": [{"question": "Deep?", "answer": "<p>Very.</p>"}]}),
            ("footnotes", {"notes": [{"key": "one", "text": "A source."}]}),
        ],
    )
