"""Pictures in the admin."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.factories import SiteImageFactory

pytestmark = pytest.mark.django_db


def test_pictures_that_were_searched_for_can_be_sorted_by_the_size_of_their_files(editor):
    small = SiteImageFactory(title="Tea cup", file__width=10, file__height=10)
    large = SiteImageFactory(title="Tea house", file__width=600, file__height=600)
    SiteImageFactory(title="Coffee")
    for ordering, rows in (("file_size", [small, large]), ("-file_size", [large, small])):
        page = editor.get(reverse("wagtailimages:index"), {"q": "tea", "ordering": ordering})
        assert list(page.context["object_list"]) == rows


def test_pictures_with_a_tag_can_be_searched_when_one_is_chosen(editor):
    tagged, plain = SiteImageFactory(title="Tea cup"), SiteImageFactory(title="Tea house")
    tagged.tags.add("porcelain")
    page = editor.get(reverse("wagtailimages_chooser:choose_results"), {"q": "tea", "tag": "porcelain"})
    text = page.content.decode()
    assert "Tea cup" in text
    assert plain.title not in text
