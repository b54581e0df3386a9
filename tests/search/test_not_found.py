"""The page for addresses that lead nowhere."""

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from search.not_found import suggested_query
from search.query import MAX_LENGTH
from tests.search.test_query import HOSTILE

NOWHERE = "/blog/no-such-otter/"


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/blog/my-first-blog/", "my first blog"),
        ("/2019/07/04/growing_tomatoes.html", "growing tomatoes"),
        ("/blog/tags/gardening/page/99/", "gardening"),
        ("/wp-login.php", "wp login"),
        ("/caf%C3%A9-culture", "café culture"),
        ("/%FF%FE/", ""),
        ("/blog/", ""),
        ("/2019/12/", ""),
        ("/", ""),
    ],
)
def test_the_words_of_the_address_become_a_search(path, query):
    assert suggested_query(path) == query


@pytest.mark.parametrize("raw", HOSTILE, ids=lambda raw: ascii(raw[:20]))
def test_no_address_breaks_it(raw):
    assert len(suggested_query(f"/{raw}/")) <= MAX_LENGTH


def test_readers_get_a_search_and_the_newest_posts(make_post, client):
    for number in range(7):
        make_post(title=f"Post {number}")

    response = client.get(NOWHERE)

    assert response.status_code == 404
    assert response.context["suggested_query"] == "no such otter"
    assert [post.title for post in response.context["latest_posts"]] == [f"Post {n}" for n in (6, 5, 4, 3, 2)]
    assert 'value="no such otter"' in response.content.decode()


def test_the_cost_stays_the_same_however_many_posts(make_post, client):
    def cost() -> int:
        client.get(NOWHERE)
        with CaptureQueriesContext(connection) as queries:
            client.get(NOWHERE)
        return len(queries)

    make_post()
    before = cost()
    for _number in range(7):
        make_post()

    assert cost() == before <= 14


def test_a_database_that_is_away_is_no_reason_for_an_error(client, rf, db):
    from search.not_found import page_not_found

    def away(execute, sql, params, many, context):
        raise DatabaseError("away")

    with connection.execute_wrapper(away):
        response = page_not_found(rf.get(NOWHERE))

    assert response.status_code == 404
    assert response.content
