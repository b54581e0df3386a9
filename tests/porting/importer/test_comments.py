"""Comments come along: with answers, states and names, and nobody's mail address."""

from collections import Counter

import pytest

from blog.models import BlogPage, Comment
from porting.document import CommentState, SourceComment
from porting.importer.comments import load, with_links
from tests.porting.source import blog, bring_in, day, post

pytestmark = pytest.mark.django_db


def comment(number, **fields):
    given = {"author_name": f"Reader {number}", "html": f"<p>Words {number}</p>", "date": day(3, number % 24)}
    return SourceComment(str(number), **{**given, **fields})


def test_answers_stand_below_what_they_answer(home, client, tmp_path):
    comments = [
        comment(3, parent_id="2"),
        comment(2, parent_id="1"),
        comment(1, author_url="https://reader.example/"),
    ]
    bring_in(blog(post("one", comments=comments)), tmp_path)

    stored = {one.source_id: one for one in Comment.objects.select_related("parent")}
    assert stored["3"].parent == stored["2"]
    assert stored["2"].parent == stored["1"]
    assert (stored["1"].created, stored["1"].author_url) == (day(3, 1), "https://reader.example/")
    content = client.get("/blog/one/").content.decode()
    assert all(f"Words {number}" in content and f"Reader {number}" in content for number in (1, 2, 3))


def test_a_thread_may_be_as_deep_as_it_likes(home, tmp_path):
    """Each answers the one before, and the last stands first; two answer each other, one itself."""
    deep = [comment(number, parent_id=str(number - 1)) for number in range(400, 1, -1)] + [comment(1)]
    circle = [comment(501, parent_id="502"), comment(502, parent_id="501"), comment(503, parent_id="503")]
    post_with_all = post("one", comments=[*circle, *deep])
    bring_in(blog(post_with_all), tmp_path)

    stored = {one.source_id: one for one in Comment.objects.select_related("parent")}
    assert len(stored) == 403
    assert all(stored[str(number)].parent == stored[str(number - 1)] for number in range(2, 401))
    assert stored["1"].parent is stored["501"].parent is stored["503"].parent is None
    assert stored["502"].parent == stored["501"]
    assert load(post_with_all, stored["1"].page_id, "old") == 0


def test_each_comment_of_a_deep_thread_is_looked_at_a_few_times_only(home, tmp_path):
    """However deep the thread is: what is asked of a comment grows with the comments, not with their square."""
    asked = Counter()

    class Watched(SourceComment):
        def __getattribute__(self, name):
            asked["parent_id"] += name == "parent_id"
            return super().__getattribute__(name)

    bring_in(blog(post("one")), tmp_path)
    thread = [Watched(str(one), "Reader", "<p>Hi</p>", parent_id=str(one + 1)) for one in range(300)]
    load(post("one", comments=thread), BlogPage.objects.get().pk, "old")

    assert Comment.objects.count() == 300
    assert asked["parent_id"] <= 5 * 300


@pytest.mark.parametrize("state", [CommentState.PENDING, CommentState.SPAM, CommentState.TRASH])
def test_what_was_not_approved_is_kept_and_not_shown(home, client, tmp_path, state):
    bring_in(blog(post("one", comments=[comment(1, state=state)])), tmp_path)

    assert Comment.objects.get().state == state.value
    assert b"Words 1" not in client.get("/blog/one/").content


def test_pages_keep_their_comments_too(home, client, tmp_path):
    bring_in(blog(post("about", kind="page", comments=[comment(1)])), tmp_path)

    assert b"Words 1" in client.get("/about/").content


def test_scripts_in_comments_are_taken_out(home, tmp_path):
    bad = comment(
        1, html="<p onclick='x()'>Hi<script>alert(1)</script></p>", author_url="javascript:alert(1)"
    )
    bring_in(blog(post("one", comments=[bad])), tmp_path)

    stored = Comment.objects.get()
    assert (stored.text, stored.author_url) == ("<p>Hi</p>", "")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<div>One</div><div>two</div>", "<p>One</p><p>two</p>"),
        ("<div><p>One</p></div>\n<div><p>two</p></div>", "<p>One</p><p>two</p>"),
        ("<h3>Head</h3>Words", "<p>Head</p><p>Words</p>"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "<p>a b </p><p>c </p>"),
        (
            "<p>See <img alt='x' src='https://x.example/a.png'> it</p>",
            '<p>See  it</p><p><a href="https://x.example/a.png" rel="nofollow ugc">https://x.example/a.png</a></p>',
        ),
        ("<p>Two <code>a</code></p>\n<p>more</p>", "<p>Two <code>a</code></p>\n<p>more</p>"),
    ],
)
def test_words_of_what_comments_do_not_have_stay_apart(home, tmp_path, written, shown):
    bring_in(blog(post("one", comments=[comment(1, html=written)])), tmp_path)
    assert shown in Comment.objects.get().text


def test_a_comment_of_nothing_but_begun_pictures_is_read():
    assert with_links("Words " + "<img src " * 12_000).startswith("Words")


def test_a_second_import_brings_new_comments_and_leaves_moderated_ones(home, tmp_path):
    bring_in(blog(post("one", comments=[comment(1)])), tmp_path)
    Comment.objects.update(state="spam")

    bring_in(blog(post("one", comments=[comment(1), comment(2, parent_id="1")])), tmp_path)

    assert list(Comment.objects.order_by("source_id").values_list("state", flat=True)) == ["spam", "approved"]
    assert Comment.objects.get(source_id="2").parent.source_id == "1"
    assert BlogPage.objects.count() == 1


def test_comments_that_answer_each_other_in_a_circle_are_kept(home, tmp_path):
    bring_in(blog(post("one", comments=[comment(1, parent_id="2"), comment(2, parent_id="1")])), tmp_path)

    assert Comment.objects.count() == 2
