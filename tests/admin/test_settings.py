"""Site settings and menus, edited in the admin."""

from __future__ import annotations

import pytest
from django.urls import reverse
from wagtail.models import Site
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from core.accent import measure, report
from core.models import NavigationSettings, SiteSettings

pytestmark = pytest.mark.django_db


def settings_url(model: str) -> str:
    return reverse("wagtailsettings:edit", args=["core", model, Site.objects.get().pk])


def site_settings(**fields) -> dict:
    return nested_form_data(
        {
            "site_name": "Tea Notes",
            "tagline": "Leaves",
            "description": "",
            "logo": "",
            "accent": "#a8321f",
            "fonts": "serif",
            "default_social_image": "",
            "posts_per_page": "10",
            "publisher_name": "",
            "social_links": streamfield([]),
            "footer_text": rich_text("<p>By us.</p>"),
            "search_engine_indexing": "on",
            **fields,
        }
    )


def test_the_accent_is_chosen_with_the_browsers_own_picker(administrator):
    page = administrator.get(settings_url("sitesettings")).content.decode()
    assert 'type="color"' in page
    assert "admin/accent_input.js" in page
    assert "on dark pages" in page


def test_saving_names_the_contrast_measured(administrator):
    page = administrator.post(settings_url("sitesettings"), site_settings(accent="#ffee88"), follow=True)
    assert SiteSettings.objects.get().accent == "#ffee88"
    warnings = [str(message) for message in page.context["messages"] if message.level_tag == "warning"]
    assert len(warnings) == 1
    assert "#ffee88" in warnings[0]
    assert ":1 on light pages, so readers see #" in warnings[0]


def test_a_strong_accent_is_praised_not_warned_of(administrator):
    page = administrator.post(settings_url("sitesettings"), site_settings(accent="#5a1010"), follow=True)
    assert not [message for message in page.context["messages"] if message.level_tag == "warning"]


@pytest.mark.parametrize("accent", ["red", "#12", "#12345g", "url(x)", ""])
def test_an_accent_that_is_no_colour_is_refused(administrator, accent):
    response = administrator.post(settings_url("sitesettings"), site_settings(accent=accent))
    assert "accent" in response.context["form"].errors


def test_typefaces_are_one_of_three_pairs(administrator):
    page = administrator.get(settings_url("sitesettings")).content.decode()
    assert page.count('type="radio" name="fonts"') == 3
    administrator.post(settings_url("sitesettings"), site_settings(fonts="mono"))
    assert SiteSettings.objects.get().fonts == "mono"
    response = administrator.post(settings_url("sitesettings"), site_settings(fonts="comic"))
    assert "fonts" in response.context["form"].errors


def test_a_ratio_just_below_the_limit_does_not_look_like_it():
    measured = measure("#767676", "#fefefe")
    assert measured.ratio >= 4.5
    faint, sentence = report("#777777", "#ffffff", "#000000")
    assert faint
    assert "4.4:1 on light pages" in sentence
    assert "well readable" in sentence


def test_editors_change_menus_without_code(editor):
    link = {"label": "Search", "page": "", "url": "/search/"}
    data = nested_form_data({"header": streamfield([("link", link)]), "footer": streamfield([])})
    response = editor.post(settings_url("navigationsettings"), data)
    assert response.status_code == 302
    assert NavigationSettings.objects.get().header[0].value["label"] == "Search"


@pytest.mark.parametrize(
    "link",
    [
        {"label": "Bad", "page": "", "url": "javascript:alert(1)"},
        {"label": "Bad", "page": "", "url": "data:text/html,x"},
        {"label": "Nowhere", "page": "", "url": ""},
        {"label": "", "page": "", "url": "/search/"},
    ],
)
def test_menu_entries_that_lead_nowhere_good_are_refused(editor, link):
    data = nested_form_data({"header": streamfield([("link", link)]), "footer": streamfield([])})
    response = editor.post(settings_url("navigationsettings"), data)
    assert response.status_code == 200
    assert "header" in response.context["form"].errors


def test_nothing_in_the_admin_calls_gravatar(administrator):
    assert "gravatar" not in administrator.get(reverse("wagtailadmin_home")).content.decode()
