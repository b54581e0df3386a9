"""The command that compares the search index with the pages, and mends it."""

import io

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from blog.models import BlogPage, TaggedPost
from search.engines import index_engine
from search.engines.base import IndexText
from search.index.comparing import compare
from search.index.mending import rebuild
from search.index.writing import batches, update
from search.models import Document, Facet, Section, Word
from tests.factories import TagFactory
from tests.search.index.looking import titles

pytestmark = pytest.mark.django_db


def check(**options) -> str:
    """What the command says; ``CommandError`` becomes the end of it."""
    out = io.StringIO()
    try:
        call_command("search_check", stdout=out, no_color=True, **options)
    except CommandError as error:
        return f"{out.getvalue()}{error}"
    return out.getvalue()


@pytest.fixture
def post(make_post):
    """An indexed post about otters."""
    post = make_post(title="Otter", text="<p>Swims</p><h2>Far</h2><p>away</p>", tags=[TagFactory(name="Wet")])
    update(Page.objects.values_list("pk", flat=True))
    assert not compare()
    return post


def lose_everything(post):
    Document.objects.all().delete()


def lose_the_document(post):
    Document.objects.filter(pk=post.pk).delete()


def change_the_text_behind_its_back(post):
    BlogPage.objects.filter(pk=post.pk).update(title="Badger")


def retitle_the_document(post):
    Document.objects.filter(pk=post.pk).update(title="Weasel")


def take_a_tag_away_behind_its_back(post):
    TaggedPost.objects.filter(content_object=post)._raw_delete("default")


def unpublish_behind_its_back(post):
    Page.objects.filter(pk=post.pk).update(live=False)


def close_the_document(post):
    Document.objects.filter(pk=post.pk).update(access="17")


def misplace_the_document(post):
    Document.objects.filter(pk=post.pk).update(path="00019999")


def lose_its_facets(post):
    Facet.objects.filter(document=post.pk).delete()


def lose_a_section(post):
    Section.objects.filter(document=post.pk, position=1).delete()


def lose_its_words(post):
    index_engine().remove([post.pk])


def keep_words_of_nothing(post):
    index_engine().write([IndexText(10**6, ("ghost",), ("ghost",))])


def keep_a_word_nobody_has(post):
    Word.objects.create(text="zebra")


def lose_the_words_for_corrections(post):
    Word.objects.all().delete()


DAMAGE = {
    lose_everything: "not in the index",
    lose_the_document: "1 pages are not in the index",
    change_the_text_behind_its_back: "1 pages are changed since",
    retitle_the_document: "1 pages are indexed with another",
    take_a_tag_away_behind_its_back: "1 pages are changed since",
    unpublish_behind_its_back: "1 pages are in the index, though nobody should",
    close_the_document: "1 pages are indexed with another",
    misplace_the_document: "1 pages are indexed with another",
    lose_its_facets: "1 pages are indexed with another",
    lose_a_section: "1 pages are changed since",
    lose_its_words: "1 pages are in the index without their words",
    keep_words_of_nothing: "1 pages are in the index with nothing but their words. Their ids: 1000000",
    keep_a_word_nobody_has: "1 words for corrections stand on no open page",
    lose_the_words_for_corrections: "words for corrections are missing",
}

#: PostgreSQL keeps no words of a page that is not there.
ON_SQLITE_ONLY = {keep_words_of_nothing}
KINDS = [
    pytest.param(damage, id=damage.__name__, marks=[pytest.mark.sqlite] if damage in ON_SQLITE_ONLY else [])
    for damage in DAMAGE
]


@pytest.mark.parametrize("damage", KINDS)
def test_every_damage_is_told_and_mended(post, damage):
    damage(post)

    told = check()
    assert DAMAGE[damage] in told
    assert 'Mend it with "manage.py search_check --mend"' in told
    assert DAMAGE[damage] in check()  # looking alone changes nothing

    assert "All of it was mended." in check(mend=True)
    assert "The index is right" in check()


@pytest.mark.parametrize("damage", KINDS)
def test_a_rebuild_puts_everything_right(post, damage):
    damage(post)

    assert "a second." in check(rebuild=True)

    assert not compare()
    assert set(Document.objects.values_list("pk", flat=True)) == index_engine().indexed_ids()


def test_the_search_answers_while_everything_is_rebuilt(make_post):
    posts = [make_post(title=f"Otter {number}") for number in range(5)]
    update(Page.objects.values_list("pk", flat=True))
    found = []

    for batch in batches([post.pk for post in posts], 2):
        update(batch, force=True)
        found.append(len(titles("otter")))
    rebuild(lambda done: found.append(len(titles("otter"))))

    assert set(found) == {5}


def test_at_a_start_only_an_index_of_the_wrong_size_is_looked_at(post):
    Document.objects.filter(pk=post.pk).update(title="Weasel")
    assert check(mend=True, if_incomplete=True) == ""

    lose_everything(post)
    assert "All of it was mended." in check(mend=True, if_incomplete=True)
    assert not compare()
    assert titles("otter") == ["Otter"]


def test_an_index_that_is_right_is_not_written(post, django_assert_max_num_queries):
    with django_assert_max_num_queries(40) as queries:
        check(mend=True)

    written = [
        query["sql"] for query in queries if not query["sql"].lstrip().startswith(("SELECT", "PRAGMA"))
    ]
    assert written == []
