"""Helpers of the public templates."""

import json
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from core.templatetags.site import initial, is_long, json_ld, platform_name


def render(text: str, **context) -> str:
    return Template("{% load site %}" + text).render(Context(context))


def test_structured_data_cannot_leave_its_script_element():
    data = {"headline": "</script><script>alert(1)</script> & <!-- more"}
    written = json_ld(data)
    assert "<" not in written
    assert ">" not in written
    assert "&" not in written
    assert json.loads(written) == data


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/blog/", 'aria-current="true"'),
        ("/blog/tags/", 'aria-current="page"'),
        ("http://testserver/blog/tags/", 'aria-current="page"'),
        ("http://elsewhere.example/blog/tags/", ""),
        ("/", ""),
        ("/about/", ""),
        ("https://[example.org/blog/tags/", ""),
        ("", ""),
    ],
)
def test_a_menu_entry_says_whether_one_is_there(url, expected):
    request = RequestFactory().get("/blog/tags/")
    assert render("{% current url %}", request=request, url=url).strip() == expected


def test_only_the_nearest_entry_of_a_menu_is_marked():
    request = RequestFactory().get("/blog/tags/django/")
    links = [SimpleNamespace(url=url) for url in ("/", "/blog/", "/blog/tags/", "/about/")]
    assert render("{% nearest links %}", request=request, links=links) == "/blog/tags/"
    assert render("{% nearest links %}", request=request, links=links[3:]) == ""


def test_without_a_request_no_entry_is_current():
    assert render("{% current '/' %}") == ""


def test_an_icon_is_decoration_and_carries_its_classes():
    drawing = render("{% icon 'search' 'big' %}")
    assert drawing.startswith('<svg class="icon icon--search big" aria-hidden="true"')


@pytest.mark.parametrize(("name", "letter"), [("mara", "M"), ("  ßt", "SS"), ("", ""), ("李明", "李")])
def test_an_initial_stands_for_a_missing_picture(name, letter):
    assert initial(name) == letter


def test_long_titles_are_told_from_short_ones():
    assert is_long("x" * 81)
    assert not is_long("x" * 80)


def test_profiles_are_named_as_people_know_them():
    assert platform_name({"platform": "github"}) == "GitHub"
    assert platform_name({"platform": "somewhere-new"}) == "somewhere-new"


def test_the_theme_address_changes_with_the_accent():
    assert "theme.css?v=abcdef" in render("{% page_style_sheets s %}", s=SimpleNamespace(accent="#ABCDEF"))


def test_a_fixed_part_is_rendered_for_each_value():
    toggle = '{% fixed "components/theme_toggle.html" choice=choice %}'

    assert 'data-state="light"' in render(toggle, choice="light")
    assert 'data-state="dark"' in render(toggle, choice="dark")
    assert render(toggle, choice="light") == render(toggle, choice="light")


def test_a_fixed_part_is_rendered_for_each_language():
    dialog = '{% fixed "components/search_dialog.html" %}'
    english = render(dialog)

    with override("de"):
        assert "Schließen" in render(dialog)
    assert render(dialog) == english
    assert "Schließen" not in english
