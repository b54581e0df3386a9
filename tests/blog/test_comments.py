"""What readers wrote below posts and pages, and who gets to see it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from blog.comment_text import clean_comment
from blog.comments import DEEPEST, threads
from blog.models import Comment
from tests.factories import CommentFactory, StandardPageFactory, restrict

STATES = [state for state in Comment.State.values if state != "approved"]


def text_of(client, page):
    return client.get(page.url).content.decode()


def test_a_page_without_comments_says_nothing_of_any(client, make_post):
    post = make_post()
    CommentFactory(page=post, state="pending")
    assert 'id="comments"' not in text_of(client, post)
    assert "commentCount" not in text_of(client, post)


@pytest.mark.parametrize("kind", ["post", "page"])
def test_approved_comments_stand_below_posts_and_pages(client, home, make_post, kind):
    page = make_post() if kind == "post" else StandardPageFactory(parent=home, title="About")
    comment = CommentFactory(
        page=page,
        author_name="Ana Reis",
        author_url="https://ana.example/",
        text="<p>So true.</p>",
        created=datetime(2019, 3, 4, 12, tzinfo=UTC),
    )
    text = text_of(client, page)
    assert "Comments (1)" in text
    assert f'id="comment-{comment.pk}"' in text
    assert "<p>So true.</p>" in text
    assert (
        '<a class="comment__name" href="https://ana.example/" rel="nofollow ugc noopener">Ana Reis</a>'
        in text
    )
    assert '<time datetime="2019-03-04T12:00:00+00:00">' in text
    assert '"commentCount":1' in text.replace(": ", ":")


@pytest.mark.parametrize("state", STATES)
def test_what_is_not_approved_is_nowhere(client, make_post, state):
    post = make_post()
    CommentFactory(page=post)
    CommentFactory(page=post, state=state, author_name="Zoltan", text="<p>Zebrafinch</p>")
    text = text_of(client, post)
    assert "Comments (1)" in text
    assert "Zoltan" not in text
    assert "Zebrafinch" not in text


@pytest.mark.parametrize("way", ["password", "login"])
def test_comments_of_a_restricted_page_are_as_private_as_the_page(client, make_post, way):
    post = make_post()
    CommentFactory(page=post, text="<p>Zebrafinch</p>")
    restrict(post, way)
    assert "Zebrafinch" not in client.get(post.url, follow=True).content.decode()
    if way == "password":
        restriction = post.get_view_restrictions().get()
        address = f"/_util/authenticate_with_password/{restriction.pk}/{post.pk}/"
        client.post(address, {"password": "secret", "return_url": post.url})
        assert "Zebrafinch" in text_of(client, post)


def test_comments_are_in_no_feed_list_or_search(client, make_post, home):
    post = make_post(title="Birds")
    CommentFactory(page=post, text="<p>Zebrafinch</p>")
    paths = ["/blog/", "/blog/rss.xml", "/blog/atom.xml", "/blog/feed.json", "/sitemap.xml", "/"]
    for path in [*paths, "/search/?q=finch", "/search/suggest/?q=zebra"]:
        assert "Zebrafinch" not in client.get(path).content.decode()
    assert client.get("/search/?q=zebrafinch").context["total"] == 0


def test_answers_stand_below_what_they_answer_oldest_first(make_post):
    post = make_post()
    day = lambda n: datetime(2020, 1, n, tzinfo=UTC)  # noqa: E731 - shorter here
    second = CommentFactory(page=post, created=day(2))
    first = CommentFactory(page=post, created=day(1))
    late, early = (CommentFactory(page=post, parent=first, created=day(n)) for n in (9, 3))
    found = threads([first, second, early, late])
    assert [thread.comment for thread in found] == [first, second]
    assert [reply.comment for reply in found[0].replies] == [early, late]


def test_an_answer_to_a_hidden_comment_stands_for_itself(client, make_post):
    post = make_post()
    hidden = CommentFactory(page=post, state="spam", text="<p>Cheap watches</p>")
    CommentFactory(page=post, parent=hidden, text="<p>Please stop.</p>")
    text = text_of(client, post)
    assert "Please stop." in text
    assert "Cheap watches" not in text


def test_a_hundred_answers_to_answers_are_shown_in_order_and_not_set_in_for_ever(client, make_post):
    post = make_post()
    parent = None
    for number in range(100):
        parent = CommentFactory(page=post, parent=parent, text=f"<p>Answer {number}.</p>")
    text = text_of(client, post)
    places = [text.index(f"Answer {number}.") for number in range(100)]
    assert places == sorted(places)
    assert text.count("comments__list--replies") == DEEPEST


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("<p>Hello <script>alert(1)</script></p>", "<p>Hello </p>"),
        (
            '<a href="https://a.example" onclick="x()" target="_blank">a</a>',
            '<a href="https://a.example" rel="nofollow ugc">a</a>',
        ),
        ('<a href="javascript:alert(1)">a</a>', '<a rel="nofollow ugc">a</a>'),
        ('<img src="https://t.example/p.gif" alt="x"><h2 style="color:red">Big</h2>', "<p>Big</p>"),
        ("<h1>One</h1><h2>Two</h2>three<hr>", "<p>One</p><p>Two</p><p>three</p>"),
        ("<div><p>In a box</p></div><div>and below</div>", "<p>In a box</p><p>and below</p>"),
        ("<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table>", "<p>A B </p><p>C </p>"),
        ("<ul><li><div>point</div></li></ul>", "<ul><li><p>point</p></li></ul>"),
        (
            "<pre><code>x &lt; y</code></pre><ul><li>one</li></ul>",
            "<pre><code>x &lt; y</code></pre><ul><li>one</li></ul>",
        ),
        ("", ""),
    ],
)
def test_little_markup_is_kept_and_nothing_that_acts(written, kept):
    assert clean_comment(written) == kept
    assert clean_comment(kept) == kept


def test_the_text_is_cleaned_however_it_is_stored(make_post):
    post = make_post()
    saved = CommentFactory(page=post, text="<b>One</b>")
    Comment.objects.bulk_create([Comment(page=post, text="<p onclick='x()'>Two</p>", state="approved")])
    assert saved.text == "One"
    assert list(Comment.objects.order_by("pk").values_list("text", flat=True)) == ["One", "<p>Two</p>"]


def test_an_address_that_is_none_of_the_web_is_no_link(client, make_post):
    post = make_post()
    CommentFactory(page=post, author_name="Mallory", author_url="javascript:alert(1)")
    text = text_of(client, post)
    assert "javascript:" not in text
    assert '<span class="comment__name">Mallory</span>' in text


def test_an_import_cannot_make_a_comment_twice(make_post):
    post = make_post()
    CommentFactory(page=post, source_key="old", source_id="7")
    CommentFactory(page=post, source_key="older", source_id="7")
    CommentFactory.create_batch(2, page=post)
    with pytest.raises(IntegrityError), transaction.atomic():
        CommentFactory(page=post, source_key="old", source_id="7")


def test_comments_go_with_their_page(make_post):
    post = make_post()
    CommentFactory(page=post, parent=CommentFactory(page=post))
    post.delete()
    assert not Comment.objects.exists()


def test_a_comment_without_name_and_date_is_shown_all_the_same(client, make_post):
    post = make_post()
    CommentFactory(page=post, author_name="", created=None, text="<p>Me too.</p>")
    text = text_of(client, post)
    assert "Anonymous" in text
    assert "Me too." in text
    assert "<time" not in text[text.index('id="comments"') :]
