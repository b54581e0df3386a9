"""Slugs: the one that is wished for, or with the first number that makes it free."""

import pytest
from django.core.validators import validate_unicode_slug

from porting.importer.slugs import FreeSlugs, tidy


def given(free, wishes):
    """What each gets, one after the other."""
    return [free.take(wish) for wish in wishes]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("हमारे-गाँव", "हमर-गव"),
        ("สวัสดี", "สวสด"),
        ("cafe\u0301", "café"),
        ("a b.c", "a-b-c"),
        ("/2020/first/", "first"),
    ],
)
def test_a_slug_keeps_its_letters_and_is_one_an_editor_can_save(old, new):
    assert tidy(old) == new
    validate_unicode_slug(new)


def test_each_gets_its_wish_or_the_first_number_that_is_free():
    free = FreeSlugs({"note", "note-3"})

    assert given(free, ["note", "other", "note", "note-5", "note", "note-2", "other"]) == [
        "note-2",
        "other",
        "note-4",
        "note-5",
        "note-6",
        "note-2-2",
        "other-2",
    ]


def test_a_number_stays_within_the_limit():
    free = FreeSlugs(set(), limit=6)

    assert given(free, ["abcdefgh", "abcdefzz", "abcdef", "abcd"]) == ["abcdef", "abcd-2", "abcd-3", "abcd"]
    assert given(free, ["abcdef"] * 8)[-1] == "abc-11"


def test_two_wishes_that_end_in_the_same_numbered_slug_both_get_one():
    free = FreeSlugs(set(), limit=6)

    assert given(free, ["abcdef", "abcdyz", "abcdef", "abcdyz"]) == ["abcdef", "abcdyz", "abcd-2", "abcd-3"]


@pytest.mark.parametrize("slug", ["tags", "archive", "2024"])
def test_in_a_blog_the_names_of_its_lists_are_not_free(slug):
    assert given(FreeSlugs(set()), [slug]) == [slug]
    assert given(FreeSlugs(set(), in_blog=True), [slug, slug]) == [f"{slug}-2", f"{slug}-3"]


def test_thousands_that_wish_for_the_same_are_asked_for_a_few_times_each():
    """However many there are already: what is looked up grows with the posts, not with their square."""

    class Watched(set):
        asked = 0

        def __contains__(self, slug):
            self.asked += 1
            return super().__contains__(slug)

    taken = Watched()
    found = given(FreeSlugs(taken, in_blog=True), ["note"] * 3_000)

    assert len(set(found)) == 3_000
    assert found[-1] == "note-3000"
    assert taken.asked <= 3 * 3_000
