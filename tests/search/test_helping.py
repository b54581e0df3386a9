"""What a page of results offers to somebody who found nothing, or asked for what there is not."""

import pytest
from django.utils import timezone
from wagtail.models import Site

from search.models import LoggedSearch, OpenedResult
from tests.factories import AuthorFactory, TagFactory, restrict


def test_who_finds_nothing_is_shown_what_is_near_and_what_there_is(publish, answer):
    publish(title="One", tags=[TagFactory(name="Typography")], authors=[AuthorFactory(name="Ada Quill")])
    publish(title="Two", featured=True)

    outcome, _text = answer(q="quiill")

    assert outcome.total == 0 or outcome.corrected
    outcome, text = answer(q="quiill", exact="1")
    assert [(near.kind, near.name, near.url) for near in outcome.help.near] == [
        ("author", "Ada Quill", "/blog/authors/ada-quill/")
    ]
    assert [post.title for post in outcome.help.posts] == ["Two", "One"]
    assert "Nothing found" in text


def test_who_finds_nothing_is_shown_first_what_other_readers_opened(publish, answer, home):
    posts = {title: publish(title=title) for title in ("Seldom", "Often", "Closed", "Newest")}
    featured = publish(title="Featured", featured=True)
    search = LoggedSearch.objects.create(site=Site.objects.get(), day=timezone.localdate(), query="words")
    for page, times in ((home, 9), *zip(posts.values(), (1, 4, 5), strict=False)):
        OpenedResult.objects.create(search=search, page=page, times=times)
    restrict(posts["Closed"], "login")

    outcome, _text = answer(q="zebra")

    shown = ["Often", "Seldom", featured.title, "Newest"]
    assert [post.title for post in outcome.help.posts] == shown


def test_private_names_are_no_help(publish, answer):
    restrict(publish(title="One", tags=[TagFactory(name="Zanzibar")]), "login")

    outcome, text = answer(q="zanzibat", exact="1")

    assert outcome.help.near == []
    assert "Zanzibar" not in text


def test_a_misspelt_name_of_a_condition_is_offered_as_it_is_written(publish, answer):
    ada = AuthorFactory(name="Ada Quill")
    publish(title="One", tags=[TagFactory(name="Typography")], authors=[ada])
    restrict(publish(title="Two", tags=[TagFactory(name="Zanzibar")]), "login")

    outcome, text = answer(q='pears tag:tipography author:"Aada Quil"', sort="date")

    assert [str(near.condition) for near in outcome.renamed] == ["tag:Typography", 'author:"Ada Quill"']
    assert 'href="/search/?q=pears+tag%3ATypography+author%3A%22Aada+Quil%22&amp;sort=date"' in text
    for unlike in ("tag:zebra", "tag:zanzibat", "author:typography"):
        assert answer(q=unlike)[0].renamed == []


@pytest.mark.parametrize("nothing", ["-", '""', "😀", '-"not this"'])
def test_signs_that_ask_for_nothing_are_told_so_and_no_results_are_counted(answer, home, nothing):
    _outcome, text = answer(q=nothing)

    assert "There is no word to search for here." in text
    assert "<strong>0</strong>" not in text


def test_a_wrong_year_is_told_also_when_nothing_else_is_asked_for(answer, home):
    _outcome, text = answer(q="year:24")

    assert "“24” is no year, so it was left out." in text
    assert "There is no word" not in text


def test_conditions_that_leave_nothing_can_be_left(publish, answer):
    publish(title="Otters", tags=[TagFactory(name="River", slug="river")])
    publish(title="Pears")

    outcome, text = answer(q="pears tag:river", year="1999")

    assert outcome.total == 0
    assert 'href="/search/?q=pears"' in text


def test_filters_that_exclude_each_other_are_not_taken_for_words(publish, answer):
    publish(title="Otters", tags=[TagFactory(name="River")])

    _outcome, text = answer(q="tag:river year:1999")

    assert "No page is under all of the filters above." in text
    assert "Search without filters" not in text
