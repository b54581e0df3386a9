"""Plug-ins that keep all languages of a post in one text: each language becomes a post of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.document import SourcePost, State

from .conftest import Reads, attachment, comment, item, meta, term, wxr

FORMS: list[Callable[..., str]] = [
    lambda **said: "".join(f"[:{code}]{text}" for code, text in said.items()) + "[:]",
    lambda **said: "".join(f"<!--:{code}-->{text}<!--:-->" for code, text in said.items()),
    lambda **said: "".join(f"{{:{code}}}{text}{{:}}" for code, text in said.items()),
]
SQUARE = FORMS[0]


def soup(form: Callable[..., str] = SQUARE, **fields: str) -> str:
    return item(
        form(en="<p>Stir.</p>", de="<p>Rühren.</p>"),
        title=form(en="Soup", de="Suppe"),
        link="https://old.example/2020/03/soup/",
        post_name="soup",
        **fields,
    )


def told(post: SourcePost) -> tuple[str, str, str, str]:
    return post.title, post.html, post.language, post.addresses[0]


@pytest.mark.parametrize("form", FORMS)
def test_each_language_of_a_post_becomes_a_post(read: Reads, form: Callable[..., str]) -> None:
    english, german = read(wxr(soup(form))).posts
    assert told(english) == ("Soup", "<p>Stir.</p>", "en", "https://old.example/2020/03/soup/")
    assert told(german) == ("Suppe", "<p>Rühren.</p>", "de", "https://old.example/de/2020/03/soup/")
    assert (english.source_id, german.source_id) == ("1", "1-de")
    assert "https://old.example/?p=1" in english.aliases
    assert german.aliases == []


def test_what_else_a_post_has_is_in_its_language(read: Reads) -> None:
    extra = (
        term("category", "food", SQUARE(en="Food", de="Essen"))
        + meta("Mood", SQUARE(en="Good", de="Gut"))
        + comment("1")
    )
    blog = read(wxr(soup(extra=extra, excerpt=SQUARE(en="Hot", de="Heiß")), attachment("9", "a.jpg")))
    english, german = blog.posts
    assert (english.summary, german.summary) == ("Hot", "Heiß")
    assert (english.kept, german.kept) == ({"Mood": "Good"}, {"Mood": "Gut"})
    assert [len(post.comments) for post in (english, german)] == [1, 0]
    assert english.categories == german.categories == ["food"]
    assert blog.categories["food"].name == "Food"
    assert [problem.kind for problem in blog.problems] == ["language"]


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"status": "draft"}, State.DRAFT),
        ({"status": "private"}, State.PRIVATE),
        ({"post_password": "x"}, State.PASSWORD),
    ],
)  # fmt: skip
def test_no_language_of_a_hidden_post_is_public(read: Reads, fields: dict[str, str], state: State) -> None:
    posts = read(wxr(soup(**fields))).posts
    assert [(post.state, post.password) for post in posts] == [(state, fields.get("post_password", ""))] * 2


def test_a_post_in_another_language_alone_stays_one_post(read: Reads) -> None:
    only = item(SQUARE(de="<p>Nur.</p>", en=" "), post_id="2", title=SQUARE(de="Nur"), post_name="nur")
    blog = read(wxr(soup(), only, item("<p>Plain.</p>", post_id="3", title="Plain")))
    assert [(post.source_id, post.title, post.html, post.language) for post in blog.posts[2:]] == [
        ("2", "Nur", "<p>Nur.</p>", "de"),
        ("3", "Plain", "<p>Plain.</p>", ""),
    ]


def test_what_stands_outside_all_languages_is_in_each(read: Reads) -> None:
    text = f"<p>One</p>{SQUARE(en='<p>Two</p>', de='<p>Zwei</p>')}<p>3</p>"
    posts = read(wxr(soup(), item(text, post_id="2", title="Numbers"))).posts[2:]
    assert [post.html for post in posts] == ["<p>One</p><p>Two</p><p>3</p>", "<p>One</p><p>Zwei</p><p>3</p>"]


def test_pages_hang_below_the_page_of_their_language(read: Reads) -> None:
    below = item(
        SQUARE(en="<p>In.</p>", de="<p>Drin.</p>"), post_id="2", post_type="page", post_parent="1", title="In"
    )
    posts = read(wxr(soup(post_type="page"), below)).posts
    assert {post.source_id: post.parent for post in posts} == {"1": "", "1-de": "", "2": "1", "2-de": "1-de"}


def test_code_that_looks_like_a_mark_is_code(read: Reads) -> None:
    text = "<p>Use <code>params[:id]</code> and <code>{:ok}</code>.</p>"
    posts = read(wxr(item(text), soup().replace("<wp:post_id><![CDATA[1]", "<wp:post_id><![CDATA[2]"))).posts
    assert [post.source_id for post in posts] == ["1", "2", "2-de"]
    assert posts[0].html == text
    assert read(wxr(item(text, title="Why [:id] is a symbol"))).posts[0].title == "Why [:id] is a symbol"
