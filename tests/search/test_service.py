"""What a page of results says beside its results."""

from django.db import DatabaseError, connection

from blog.models import BlogPage
from search.asked import Asked
from search.models import Document, Promotion
from tests.factories import restrict


def test_a_misspelt_word_is_put_right_and_what_was_typed_stays_in_reach(publish, answer):
    publish(title="Growing tomatoes")

    outcome, text = answer(q="growing tomaotes tag:x", sort="date")

    assert outcome.corrected
    assert [result.title for result in outcome.results] == ["Growing tomatoes"]
    assert "Showing results for growing <strong>tomatoes</strong> tag:x." in text
    assert 'href="/search/?q=growing+tomaotes+tag%3Ax&amp;sort=date&amp;exact=1"' in text


def test_who_insists_is_not_corrected_but_asked(publish, answer):
    publish(title="Growing tomatoes")

    outcome, text = answer(q="tomaotes", exact="1")

    assert (outcome.corrected, outcome.results) == (False, [])
    assert "Did you mean" in text
    assert 'href="/search/?q=tomatoes"><strong>tomatoes</strong></a>?' in text


def test_only_words_that_were_changed_are_marked_and_what_was_typed_is_escaped(publish, answer):
    publish(title="Growing tomatoes")

    _outcome, text = answer(q='"Growing tomaotes" <b>&growing -pears tag:tomatoes')

    told = "&quot;Growing <strong>tomatoes</strong>&quot; &lt;b&gt;&amp;growing -pears tag:tomatoes"
    assert f"Showing results for {told}." in text


def test_a_word_put_right_is_marked_also_where_it_stands_in_the_query_once_more(publish, answer):
    publish(title="Growing tomatoes on a balcony")

    _outcome, text = answer(q='tomaotes "balcony" tomatoes')

    assert "Showing results for <strong>tomatoes</strong> &quot;balcony&quot; tomatoes." in text


def test_nothing_is_corrected_to_a_word_of_private_pages(publish, answer):
    post = publish(title="Zanzibar")
    restrict(post, "login")
    Document.objects.update(access="1")

    outcome, text = answer(q="zanzibat")

    assert not outcome.corrected
    assert "zanzibar" not in text.lower()


def test_words_that_stand_nowhere_are_told(publish, answer):
    publish(title="Growing tomatoes")

    outcome, text = answer(q="tomatoes xyzzyx")

    assert outcome.found.left_out == ("xyzzyx",)
    assert "<s>xyzzyx</s>" in text


def test_a_word_that_is_only_begun_is_not_told_to_be_missing(publish, answer):
    publish(title="Growing tomatoes in Documentation")

    outcome, _text = answer(q="tomatoes docume")

    assert outcome.found.left_out == ()
    assert "<mark>Documentation</mark>" in outcome.results[0].title_html


def test_a_phrase_nobody_wrote_gives_way_to_its_words(publish, answer):
    publish(title="Dog bites man")

    outcome, text = answer(q='"man bites"')

    assert [result.title for result in outcome.results] == ["Dog bites man"]
    assert "side by side" in text


def test_newest_first_has_all_the_words_or_falls_back_to_the_best(publish, answer):
    publish(title="Red apples")
    publish(title="Green pears")

    both, text = answer(q="red pears", sort="date")

    assert {result.title for result in both.results} == {"Red apples", "Green pears"}
    assert "No page has all of these words" in text
    only, text = answer(q="pears xyzzyx", sort="date")
    assert [result.title for result in only.results] == ["Green pears"]
    assert only.found.by_date


def test_results_can_be_sorted_by_date(publish, found):
    import datetime

    from django.utils import timezone

    now = timezone.now()
    publish(title="Otter otter", text="<p>otter</p>", date=now - datetime.timedelta(days=9))
    publish(title="Fresh", text="<p>One otter.</p>", date=now)

    assert found("otter") == ["Otter otter", "Fresh"]
    assert found("otter", sort="date") == ["Fresh", "Otter otter"]


def test_promoted_results_stand_before_the_list(publish, home, answer):
    post = publish(title="Opening hours")
    Promotion.objects.create(searches="when open", page=post, title="We are open", description="Daily.")

    outcome, text = answer(q="when open")

    assert [first.title for first in outcome.promoted] == ["We are open"]
    assert text.index("We are open") < text.index("data-search-results")


def test_a_page_that_is_promoted_and_found_is_shown_once_and_nobody_else_moves(publish, answer):
    for number in range(11):
        publish(title=f"Otter {number}")
    ranked = [result.title for result in answer(q="otter")[0].results]
    promoted = BlogPage.objects.get(title=ranked[1])
    Promotion.objects.create(searches="otter", page=promoted)

    outcome, text = answer(q="otter")

    assert text.count(f'href="{promoted.url}"') == 1
    assert text.index(f'href="{promoted.url}"') < text.index("data-search-results")
    assert [(place, result.title) for place, result in outcome.listed] == [
        (place, title) for place, title in enumerate(ranked, 1) if place != 2
    ]
    assert (outcome.total, "<strong>11</strong> results" in text) == (11, True)
    assert [place for place, _result in answer(q="otter", page="2")[0].listed] == [11]


def test_what_is_left_out_of_a_search_is_told_when_the_promoted_page_is_all_there_is(publish, answer):
    post = publish(title="Otter")
    Promotion.objects.create(searches="otter xyzzyx", page=post)

    outcome, text = answer(q="otter xyzzyx")

    assert (outcome.listed, outcome.total, outcome.help) == ([], 1, None)
    assert "<s>xyzzyx</s>" in text


def test_a_page_that_was_closed_after_it_was_indexed_is_not_shown(publish, answer):
    closed, gone, kept = (
        publish(title="Otter closed"),
        publish(title="Otter gone"),
        publish(title="Otter kept"),
    )
    restrict(closed, "login")
    gone.live = False
    type(gone).objects.filter(pk=gone.pk).update(live=False)

    outcome, text = answer(q="otter")

    assert [result.title for result in outcome.results] == [kept.title]
    assert "closed" not in text.lower().split("data-search-results")[1].split("</ol>")[0]


def test_who_is_signed_in_finds_what_they_may_read(publish, answer, client, django_user_model, indexed):
    post = publish(title="Otter minutes")
    with indexed():
        restrict(post, "login")

    assert answer(q="minutes")[0].results == []
    client.force_login(django_user_model.objects.create_user("reader", "reader@example.com", "x"))
    assert [result.title for result in answer(q="minutes")[0].results] == ["Otter minutes"]


def test_an_index_without_pages_finds_nothing(home, answer):
    assert answer(q="otter")[0].total == 0


def test_a_search_that_does_not_answer_says_so(client, home):
    def away(execute, sql, params, many, context):
        if "search_" in sql:
            raise DatabaseError("away")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(away):
        response = client.get("/search/", {"q": "otter"})

    assert response.status_code == 503
    assert response["Retry-After"]
    assert "Cache-Control" not in response or "private" not in response["Cache-Control"]


def test_addresses_have_what_is_asked_and_nothing_else():
    asked = Asked("a b", chosen=(("tag", "x"),), by_date=True, number=3)

    assert asked.url == "/search/?q=a+b&tag=x&sort=date&page=3"
    assert asked.narrowed("year", "2026").url == "/search/?q=a+b&tag=x&year=2026&sort=date"
    assert asked.narrowed("tag", "y").url == "/search/?q=a+b&tag=y&sort=date"
    assert asked.widened("tag").url == "/search/?q=a+b&sort=date"
    assert asked.sorted(by_date=False).url == "/search/?q=a+b&tag=x"
    assert asked.reworded("c", exact=True).url == "/search/?q=c&tag=x&sort=date&exact=1"
