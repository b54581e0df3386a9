"""A whole site of Ghost's may be behind a password; so are its posts here."""

import pytest

from porting.document import State


def settings(private, word="open sesame", key="is_private"):
    return [
        {"key": "title", "value": "Ours"},
        {"key": key, "value": private},
        {"key": "password", "value": word},
    ]


@pytest.mark.parametrize("key", ["is_private", "isPrivate"])
@pytest.mark.parametrize("value", ["true", True, 1, '"true"'])
def test_posts_of_a_private_site_ask_for_its_password(read, key, value):
    blog = read(
        [
            {},
            {"type": "page", "slug": "b"},
            {"status": "draft", "slug": "c"},
            {"status": "scheduled", "slug": "d"},
        ],
        settings=settings(value, key=key),
    )

    assert [post.state for post in blog.posts] == [
        State.PASSWORD,
        State.PASSWORD,
        State.DRAFT,
        State.SCHEDULED,
    ]
    assert {post.password for post in blog.posts} == {"open sesame"}
    said = [problem.detail for problem in blog.problems if problem.kind == "hidden"]
    assert len(said) == 1
    assert "open sesame" not in said[0]


def test_a_private_site_without_a_password_is_for_those_who_log_in(read):
    rows = [{}, {"status": "draft", "slug": "b"}, {"status": "scheduled", "slug": "c"}]
    posts = read(rows, settings=settings("true", None)).posts

    assert [(post.state, post.password, post.members_only) for post in posts] == [
        (State.PASSWORD, "", True),
        (State.DRAFT, "", True),
        (State.SCHEDULED, "", True),
    ]


def test_what_was_for_members_stays_for_members_on_a_private_site(read):
    [post] = read([{"visibility": "paid"}], settings=settings("true")).posts

    assert (post.state, post.password, post.members_only) == (State.MEMBERS, "", True)


@pytest.mark.parametrize("value", ["false", False, 0, None, ""])
def test_a_public_site_keeps_its_posts_public_whatever_password_it_once_had(read, value):
    blog = read([{}], settings=settings(value))

    assert (blog.posts[0].state, blog.posts[0].password) == (State.PUBLISHED, "")
    assert not blog.problems
