"""What editors may say about synonyms and promoted results, and how they are told what is wrong."""

from __future__ import annotations

import pytest
from django.urls import reverse

from search.models import Promotion, Synonyms
from search.promotions import _remembered
from tests.factories import BlogPageFactory

pytestmark = pytest.mark.django_db


def address(model: str, view: str = "add", *args) -> str:
    return reverse(f"wagtailsnippets_search_{model}:{view}", args=args)


def send_group(client, words: str, ways: str = "both", **values):
    return client.post(address("synonyms"), {"words": words, "ways": ways, **values})


def send_promotion(client, **values):
    return client.post(address("promotion"), {"searches": "contact", **values})


def problems(answer) -> str:
    """What the form complains about; empty when it was saved."""
    if answer.status_code == 302:
        return ""
    return " ".join(error for errors in answer.context["form"].errors.values() for error in errors)


def test_a_group_is_saved_without_surplus_space(editor):
    assert not problems(send_group(editor, "  PWA \r\n\r\n progressive   web app\r\n", "one"))
    group = Synonyms.objects.get()
    assert (group.words, group.ways) == ("PWA\nprogressive web app", "one")
    assert str(group) == "PWA → progressive web app"


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ("", "required"),
        ("alone", "at least two"),
        ("Café\ncafe", "“cafe” is there twice"),
        ("a, b\nc", "without commas"),
        ("word\n!!!", "“!!!” has no letter or digit"),
        ("word\n" + "x" * 65, "too long"),
        ("word\none two three four five six seven", "too long"),
        ("\n".join(f"w{number}" for number in range(13)), "Up to 12"),
    ],
)
def test_groups_the_search_could_not_use_are_refused_with_a_reason(editor, words, complaint):
    assert complaint in problems(send_group(editor, words))
    assert not Synonyms.objects.exists()


def test_a_word_is_explained_in_one_place(editor):
    send_group(editor, "js\njavascript")
    assert "“JS” is explained already, in “js = javascript”" in problems(send_group(editor, "JS\necmascript"))
    assert not problems(send_group(editor, "livescript\njs", "one"))
    assert "explained already" in problems(send_group(editor, "livescript\nmocha", "one"))
    group = Synonyms.objects.get(ways="both")
    again = editor.post(
        address("synonyms", "edit", group.pk), {"words": "js\njavascript\nes", "ways": "both"}
    )
    assert not problems(again)


def test_a_promotion_leads_to_a_page(editor, blog):
    post = BlogPageFactory(parent=blog)
    assert not problems(send_promotion(editor, searches="Contact\ncontact \n\nWho?", page=post.pk))
    promotion = Promotion.objects.get()
    assert promotion.searches == "Contact\nWho?"
    assert promotion.page_id == post.pk


@pytest.mark.parametrize(
    ("values", "complaint"),
    [
        ({}, "Choose a page or type an address"),
        ({"url": "https://example.org/"}, "Give the address a title"),
        ({"url": "javascript:alert(1)", "title": "x"}, "starts with https://"),
        ({"url": "data:text/html,x", "title": "x"}, "starts with https://"),
        ({"url": "//elsewhere.example/", "title": "x"}, "starts with https://"),
        ({"url": "/\\elsewhere.example/", "title": "x"}, "starts with https://"),
        ({"url": "/a/", "title": "x", "searches": " \n?!"}, "at least one search"),
        ({"url": "/a/", "title": "x", "searches": "x" * 201}, "200 letters"),
        ({"url": "/a/", "title": "x", "searches": "\n".join(map(str, range(60)))}, "Up to 50"),
        ({"url": "/a/", "title": "x", "description": "x" * 301}, "at most 300"),
        (
            {"url": "/a/", "title": "x", "first_day": "2026-05-02", "last_day": "2026-05-01"},
            "before the first",
        ),
    ],
)
def test_promotions_that_lead_nowhere_are_refused_with_a_reason(editor, values, complaint):
    assert complaint in problems(send_promotion(editor, **values))
    assert not Promotion.objects.exists()


def test_a_page_and_an_address_are_too_much(editor, blog):
    post = BlogPageFactory(parent=blog)
    answer = send_promotion(editor, page=post.pk, url="https://example.org/", title="x")
    assert "one of the two" in problems(answer)


def test_editors_put_promotions_in_order(editor):
    for title in ("first", "second", "third"):
        send_promotion(editor, url="/a/", title=title)
    _remembered()
    last = Promotion.objects.get(title="third")
    editor.post(address("promotion", "reorder", last.pk) + "?position=0")
    order = [one.title for _place, one in _remembered().exact["contact"]]
    assert order == ["third", "first", "second"]


@pytest.mark.parametrize("model", ["synonyms", "promotion"])
def test_editors_and_administrators_look_after_both_and_authors_after_neither(
    model, author, editor, administrator, client
):
    for view in ("list", "add"):
        for somebody, status in ((editor, 200), (administrator, 200), (author, 302), (client, 302)):
            assert somebody.get(address(model, view)).status_code == status
    home = reverse("wagtailadmin_home")
    assert address(model, "list") in editor.get(home).content.decode()
    assert address(model, "list") not in author.get(home).content.decode()


def test_the_list_says_when_a_promotion_is_shown(editor, blog):
    Promotion.objects.create(searches="a", url="/a/", title="A")
    Promotion.objects.create(searches="b", url="/b/", title="B", last_day="2020-01-01")
    Promotion.objects.create(searches="c", url="/c/", title="C", first_day="2999-01-01")
    Promotion.objects.create(searches="d", page=BlogPageFactory(parent=blog, live=False))
    html = editor.get(address("promotion", "list")).content.decode()
    for text in ("always", "over since", "from Jan. 1, 2999", "the page is not published"):
        assert text in html
