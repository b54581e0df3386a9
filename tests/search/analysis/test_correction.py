"""What a misspelt query is taken for: on a real database, through the engine of that database."""

import datetime as dt
import itertools
from dataclasses import replace

import pytest

from search.analysis import vocabulary as vocabularies
from search.analysis.correction import correct
from search.analysis.tokens import index_tokens, surface_words
from search.analysis.vocabulary import vocabulary
from search.engines import index_engine
from search.engines.base import IndexText, Limits
from search.models import Document, Facet, Word
from search.query import parse
from tests.factories import StandardPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelve(home):
    """``shelve("Title and words", access="3")``: a document with these words, known to the corrections if open."""
    numbers = itertools.count()

    def make(text, *, language="en", access="", tag=None):
        number = next(numbers)
        page = StandardPageFactory(parent=home, title=f"Shelved {number}", slug=f"shelved-{number}")
        values = {
            "kind": "page",
            "language": language,
            "title": text[:255],
            "path": page.path,
            "access": access,
        }
        document, _ = Document.objects.update_or_create(page_id=page.pk, defaults=values)
        tokens = tuple(index_tokens(text, language))
        index_engine().write([IndexText(page.pk, tokens[:3], tokens)])
        if tag:
            Facet.objects.create(document=document, kind="tag", key=tag)
        if not access:
            fresh = dict.fromkeys(word for word in surface_words(text) if len(word) <= 64)
            Word.objects.bulk_create((Word(text=word) for word in fresh), ignore_conflicts=True)

    return make


def corrected(text, *, language="en", limits=None, prefix=False, **more):
    query = parse(text) if prefix else replace(parse(text), prefix=False)
    found = correct(query, language, limits or Limits(), index_engine(), **more)
    return str(found) if found else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("goverment", "government"),
        ("govenrment", "government"),
        ("acessibility for goverments", "accessibility for government"),
        ("Procuremnet", "procurement"),
        ("procurment", None),
        ("desgn", "design"),
        ("cafè au liat", None),
        ("design", None),
        ("designing", None),
        ("xyzzyplugh", None),
        ("dsg", None),
        ("the", None),
        ("the governmnet's desing", "the government design"),
    ],
)
def test_misspelt_words_become_the_nearest_that_is_known(shelve, typed, meant):
    shelve("Accessibility of government design, and procurement")

    assert corrected(typed) == meant


def test_short_words_may_have_one_letter_wrong_and_long_ones_two(shelve):
    shelve("smart stakeholder")

    assert corrected("smrat") == "smart"
    assert corrected("smtar") is None
    assert corrected("stkaehlder") == "stakeholder"
    assert corrected("stkaehldr") is None


def test_of_equally_near_words_the_one_with_the_same_first_letter_is_taken(shelve):
    for _ in range(3):
        shelve("mesting of words")
    shelve("testing of words")

    assert corrected("tesking") == "testing"


def test_of_equally_near_words_the_more_frequent_is_taken(shelve):
    shelve("the form is long")
    shelve("the fort is old")
    shelve("another fort")

    assert corrected("forz") == "fort"


def test_of_equally_near_words_the_one_beside_the_other_words_is_taken(shelve):
    shelve("fill in the form")
    shelve("the fort is old")
    shelve("another fort")

    assert corrected("fill forz") == "fill form"


def test_a_word_that_stands_only_where_the_searcher_may_not_look_is_never_offered(shelve):
    shelve("salary negotiations", access="7")
    shelve("a public page")
    Word.objects.create(text="salary")

    assert corrected("salery") is None
    assert corrected("salery", limits=Limits(access=("", "7"))) == "salary"


def test_a_word_that_stands_only_where_the_searcher_may_not_look_is_misspelt(shelve):
    shelve("salami sandwich", access="7")
    shelve("salad bowl")

    assert corrected("salat") == "salad"


def test_a_word_missing_from_what_was_narrowed_to_is_not_misspelt(shelve):
    shelve("wagtail", tag=1)
    shelve("wagtails and django")
    shelve("djinn", tag=2)

    assert corrected("djang tag:wagtail", limits=Limits(facets=(("tag", 1),))) == "django tag:wagtail"
    assert corrected("django", limits=Limits(facets=(("tag", 1),))) is None
    assert corrected("django", limits=Limits(after=dt.datetime(2030, 1, 1, tzinfo=dt.UTC))) is None


def test_all_but_the_wrong_words_stays(shelve):
    shelve("open government data, open source")

    found = correct(parse('"open goverment data" sorce -closed tag:news'), "en", Limits(), index_engine())

    assert str(found) == '"open government data" source -closed tag:news'
    assert found.terms[0].phrase
    assert [term.put_right for term in found.terms] == [((5, 15),), ((0, 6),)]


@pytest.mark.parametrize(
    "typed", ["get_contxt", "wel-knwon", "desgin.js", "#desgin", "v1.2.4", "desgin2", "日本誤"]
)
def test_code_and_joined_words_are_left_as_they_are(shelve, typed):
    shelve("get_context well-known design.js design 日本語")

    assert corrected(typed) is None


def test_words_typed_together_are_taken_apart(shelve):
    shelve("a content management system")
    shelve("management of wild content")

    assert corrected("contentmanagement") == "content management"
    assert corrected('"a contentmanagement system"') == '"a content management system"'
    apart = correct(parse("contentmanagement"), "en", Limits(), index_engine())
    assert [term.put_right for term in apart.terms] == [((0, 7),), ((0, 10),)]


def test_words_are_taken_apart_only_where_they_stand_side_by_side(shelve):
    shelve("management of wild content")

    assert corrected("contentmanagement") is None


def test_a_word_typed_in_two_is_joined(shelve):
    shelve("our micropurchase platform")
    shelve("the purchase of a platform")

    assert corrected("micro purchase platform") == "micropurchase platform"
    assert corrected('"our micro purchase platform"') == '"our micropurchase platform"'


def test_words_with_synonyms_are_known(shelve):
    shelve("the kubelets of kubernetes")

    assert corrected("kubeletz") == "kubelets"
    assert corrected("kubeletz", synonyms={"kubeletz": ["kubernetes"]}) is None
    assert corrected("kubeletes", synonyms={"kubelet": ["kubernetes"]}) is None


def test_an_unfinished_word_is_left_alone_while_some_word_begins_so(shelve):
    shelve("an atlas of kitchens")

    assert corrected("kitche", prefix=True) is None
    assert corrected("kicthen", prefix=True) == "kitchens"
    assert corrected("an atals of kitche", prefix=True) == "an atlas of kitche"


def test_only_the_last_word_may_be_unfinished(shelve):
    shelve("kitchens get_context")

    assert corrected("kitche get_contxt", prefix=True) == "kitchens get_contxt"


def test_an_unfinished_word_longer_than_its_stem_is_completed(shelve):
    shelve("publishing in the open")

    assert corrected("open publishin", prefix=True) == "open publishing"


def test_words_added_later_are_known_at_once(shelve):
    shelve("accessibility")
    assert corrected("procuremnet") is None

    shelve("procurement")

    assert corrected("procuremnet") == "procurement"


def test_another_table_of_words_is_read_anew(shelve):
    shelve("accessibility")
    assert corrected("acessibility") == "accessibility"

    Word.objects.all().delete()
    shelve("procurement")

    assert corrected("procuremnet") == "procurement"
    assert "accessibility" not in vocabulary


def test_all_words_are_read_anew_once_in_a_while(shelve, monkeypatch):
    shelve("accessibility procurement")
    assert corrected("procuremnet") == "procurement"
    Word.objects.filter(text="accessibility").delete()

    monkeypatch.setattr(vocabularies, "LONGEST_AGE", -1)

    assert corrected("acessibility") is None
    assert "accessibility" not in vocabulary


@pytest.mark.parametrize(
    ("language", "text", "typed", "meant"),
    [
        ("de", "Veröffentlichungen über Bücher", "Veröffentlichugnen", "veroffentlichungen"),
        ("ru", "публикация статьи", "публикацыя", "публикация"),
        ("el", "δημοσίευση άρθρων", "δημοσιεσυη", "δημοσιευση"),
        ("tr", "kitaplar yay\u0131nland\u0131", "kitaplra", "kitaplar"),
    ],
)
def test_words_of_other_languages_are_put_right(shelve, language, text, typed, meant):
    shelve(text, language=language)

    assert corrected(typed, language=language) == meant


def test_a_long_query_of_nonsense_costs_no_more_than_a_few_looks(shelve, django_assert_max_num_queries):
    shelve("accessibility of government design, and procurement")

    with django_assert_max_num_queries(40):
        corrected(" ".join(f"goverment{letter}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"))
