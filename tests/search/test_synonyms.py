"""Words that mean the same."""

from __future__ import annotations

import pytest
from django.db import connection

from search.analysis.queries import wanted
from search.models import Synonyms
from search.query import parse
from search.synonyms import synonyms

pytestmark = pytest.mark.django_db

ONE = Synonyms.Ways.ONE


def group(*words: str, **values) -> Synonyms:
    return Synonyms.objects.create(words="\n".join(words), **values)


def test_each_word_of_a_group_finds_all_the_others():
    group("PWA", "Web  site")
    assert synonyms("en") == {"pwa": ("Web site",), "web site": ("PWA",)}


def test_one_way_leads_from_the_first_word_only():
    group("typografi", "typography", "type", ways=ONE)
    assert synonyms("en") == {"typografi": ("typography", "type")}


def test_case_and_accents_make_no_difference():
    group("Café", "KAFFEE")
    assert synonyms("de")["cafe"] == ("KAFFEE",)
    assert synonyms("de")["kaffee"] == ("Café",)


@pytest.mark.parametrize(
    ("search", "finds"),
    [
        ("typeface", "font"),
        ("typefaces", "font"),
        ("Fonts", "typefac"),
        ("web app", "pwa"),
        ("web-apps", "pwa"),
        ("PWA", "web app"),
        ("c++", "cpp"),
        ("get_context", "ctx"),
        ("日本語", "nippon"),
        ("mind your web app today", "pwa"),
    ],
)
def test_a_search_asks_for_the_other_words_too_whatever_the_ending(search, finds):
    group("typeface", "font")
    group("web-app", "PWA")
    group("C++", "cpp")
    group("get_context", "ctx")
    group("日本語", "nippon")
    asked = wanted(parse(search), "en", synonyms("en"))
    assert finds in {" ".join(phrase) for word in asked.words for phrase in word.synonyms}


def test_what_stands_in_quotes_or_means_something_else_asks_for_nothing_more():
    group("typeface", "font")
    for search in ('"typeface"', "face", "type face"):
        asked = wanted(parse(search), "en", synonyms("en"))
        assert not any(("font",) in word.synonyms for word in asked.words)


def test_groups_of_a_language_count_for_it_and_its_kinds_alone():
    group("spring", "fall", language="en")
    group("colour", "color")
    group("ônibus", "autocarro", language="pt-br")
    group("livro", "obra", language="pt")
    assert {"spring", "fall", "color"} < synonyms("en").keys() == synonyms("en-GB").keys()
    assert "livro" not in synonyms("en")
    assert {"livro", "color"} < synonyms("pt").keys()
    assert not {"fall", "onibus"} & synonyms("pt").keys()
    assert {"livro", "color", "onibus"} < synonyms("pt-br").keys()


def test_a_word_of_several_groups_finds_what_each_of_them_says():
    group("js", "javascript")
    group("js", "ecmascript", ways=ONE)
    assert synonyms("xx")["js"] == ("javascript", "ecmascript")


def test_changes_count_at_once_whoever_makes_them():
    first = group("a", "b")
    assert set(synonyms("en")) == {"a", "b"}
    first.words = "a\nc"
    first.save()
    assert set(synonyms("en")) == {"a", "c"}
    Synonyms.objects.update(words="x\ny")
    assert set(synonyms("en")) == {"x", "y"}
    group("e", "f")
    first.delete()
    assert set(synonyms("en")) == {"e", "f"}
    with connection.cursor() as cursor:  # as another process would
        cursor.execute("DELETE FROM search_synonyms")
    assert synonyms("en") == {}


def test_a_change_of_some_fields_alone_counts_as_well():
    first = group("a", "b")
    synonyms("en")
    first.words = "a\nc"
    first.save(update_fields=["words"])
    assert set(synonyms("en")) == {"a", "c"}


def test_asking_costs_one_query_however_many_groups_there_are(django_assert_num_queries):
    for number in range(50):
        group(f"word{number}", f"other{number}")
    synonyms("en")
    with django_assert_num_queries(1):
        synonyms("en")
