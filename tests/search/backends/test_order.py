"""The page somebody means stands first."""

from __future__ import annotations

import pytest

from blog.models import BlogPage
from core.models import SiteImage
from tests.factories import SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("way", ["search", "autocomplete"])
def test_the_very_title_comes_first_then_titles_that_begin_so_then_others(posts, backend, way):
    found = [page.title for page in getattr(backend, way)("paper", BlogPage)]
    assert found[:2] == ["Paper", "Paper planes"]


def test_words_in_titles_come_before_words_in_the_text(posts, backend):
    found = [page.title for page in backend.search("ink", BlogPage)]
    assert found[0] == "Ink"
    assert found.index("Ink and paper") < found.index("Paper")


def test_a_half_typed_title_is_completed(posts, backend):
    assert [page.title for page in backend.autocomplete("paper pla", BlogPage)] == ["Paper planes"]


def test_signs_with_a_meaning_in_patterns_have_none(posts, backend):
    assert [page.title for page in backend.search("100% safe_mode", BlogPage)] == ["Folding paper"]


def test_images_are_found_by_the_beginning_of_their_titles(backend):
    image = SiteImageFactory(title="Harbour at night")
    backend.add_bulk(SiteImage, [image])
    assert list(backend.autocomplete("harb", SiteImage)) == [image]
