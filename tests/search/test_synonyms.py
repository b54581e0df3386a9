"""Words that mean the same."""

from __future__ import annotations

import pytest
from django.db import connection

from search.models import Synonyms
from search.synonyms import synonyms

pytestmark = pytest.mark.django_db

ONE = Synonyms.Ways.ONE


def group(*words: str, **values) -> Synonyms:
    return Synonyms.objects.create(words="\n".join(words), **values)


def test_each_word_of_a_group_finds_all_the_others():
    group("PWA", "Progressive  web app", "Web-App")
    assert synonyms("en") == {
        "pwa": ("progressive web app", "web-app"),
        "progressive web app": ("pwa", "web-app"),
        "web-app": ("pwa", "progressive web app"),
    }


def test_one_way_leads_from_the_first_word_only():
    group("typografie", "typography", "type", ways=ONE)
    assert synonyms("en") == {"typografie": ("typography", "type")}


def test_case_and_accents_make_no_difference():
    group("Café", "COFFEE")
    assert synonyms("en") == {"cafe": ("coffee",), "coffee": ("cafe",)}


def test_groups_of_a_language_count_for_it_and_its_kinds_alone():
    group("autumn", "fall", language="en")
    group("colour", "color")
    group("ônibus", "autocarro", language="pt-br")
    group("livro", "obra", language="pt")
    assert set(synonyms("en")) == set(synonyms("en-GB")) == {"autumn", "fall", "colour", "color"}
    assert set(synonyms("pt")) == {"livro", "obra", "colour", "color"}
    assert set(synonyms("pt-br")) == {"onibus", "autocarro", "livro", "obra", "colour", "color"}


def test_a_word_of_several_groups_finds_what_each_of_them_says():
    group("js", "javascript")
    group("js", "ecmascript", ways=ONE)
    assert synonyms("en")["js"] == ("javascript", "ecmascript")


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
