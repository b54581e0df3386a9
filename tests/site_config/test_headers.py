"""What every kind of answer tells browsers to refuse."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.http import HttpResponse
from django.test import RequestFactory, override_settings
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from core.security.csp import allow_frame, allow_media, header_value, policy_for
from core.security.middleware import SecurityHeadersMiddleware
from tests.site_config.test_settings import production

HEADER = "Content-Security-Policy"
PLACES = {
    "front page": "/",
    "post": "/blog/tea/",
    "list": "/blog/",
    "feed": "/blog/rss.xml",
    "search": "/search/?query=tea",
    "nothing": "/nothing/here/",
    "sitemap": "/sitemap.xml",
    "login": "/admin/login/",
    "health": "/healthz",
}
# Where a password is typed, a cookie guards the form.
WITH_FORM = ["/admin/login/"]


def policy_in(response: Any) -> dict[str, list[str]]:
    """The policy of an answer, directive by directive."""
    parts = [directive.split() for directive in response[HEADER].split(";")]
    return {name: sources for name, *sources in parts}


@pytest.fixture
def post(make_post: Any) -> Any:
    return make_post(title="Tea", slug="tea", text="<p>Leaves and water.</p>")


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
def test_every_answer_carries_all_headers(client: Any, post: Any, path: str) -> None:
    response = client.get(path)
    assert response[HEADER]
    assert "camera=()" in response["Permissions-Policy"]
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == ("same-origin" if path in WITH_FORM else "unsafe-none")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"]


def test_who_is_known_gets_pages_walled_off_from_what_opened_them(
    client: Any, admin_client: Any, post: Any
) -> None:
    assert admin_client.get(PLACES["post"])["Cross-Origin-Opener-Policy"] == "same-origin"
    assert admin_client.get(reverse("wagtailadmin_home"))["Cross-Origin-Opener-Policy"] == "same-origin"
    assert client.get(PLACES["post"])["Cross-Origin-Opener-Policy"] == "unsafe-none"


def test_a_page_behind_a_password_is_walled_off_before_and_after_it(client: Any, post: Any) -> None:
    PageViewRestriction.objects.create(page=post, restriction_type="password", password="leaves")
    form = client.get(PLACES["post"])
    assert form["Cross-Origin-Opener-Policy"] == "same-origin"
    client.post(form.context["action_url"], {"password": "leaves", "return_url": post.url})
    opened = client.get(PLACES["post"])
    assert "Leaves and water." in opened.content.decode()
    assert opened["Cross-Origin-Opener-Policy"] == "same-origin"


def test_parts_of_a_page_carry_a_short_policy_and_allow_nothing(client: Any, db: Any) -> None:
    response = client.get("/theme.css")
    assert response[HEADER] == "default-src 'none'"
    assert "Permissions-Policy" not in response
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["front page", "post", "list", "feed", "search", "nothing", "sitemap", "login"]
)
def test_readers_get_nothing_inline_and_nothing_from_elsewhere(client: Any, post: Any, name: str) -> None:
    policy = policy_in(client.get(PLACES[name]))
    assert (
        policy["default-src"]
        == policy["object-src"]
        == policy["base-uri"]
        == policy["frame-src"]
        == ["'none'"]
    )
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == ["'self'"]
    assert {source for sources in policy.values() for source in sources} == {"'none'", "'self'", "data:"}


def test_the_admin_may_use_inline_scripts_but_neither_eval_nor_other_hosts(admin_client: Any) -> None:
    policy = policy_in(admin_client.get(reverse("wagtailadmin_home")))
    assert "'unsafe-inline'" in policy["script-src"]
    allowed = {source for sources in policy.values() for source in sources}
    assert allowed == {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}


def test_a_preview_keeps_the_policy_of_the_page_it_shows(admin_client: Any, post: Any) -> None:
    response = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[post.pk]))
    assert policy_in(response)["script-src"] == ["'self'"]
    assert policy_in(response)["frame-ancestors"] == ["'self'"]


def test_pictures_may_be_shown_by_feed_readers_and_documents_run_nothing(client: Any, db: None) -> None:
    image = get_image_model().objects.create(title="A press", file=get_test_image_file())
    picture = client.get(image.get_rendition("width-20").url)
    assert picture["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert picture["X-Content-Type-Options"] == "nosniff"
    assert picture[HEADER]
    document = get_document_model().objects.create(title="Guide", file=ContentFile(b"x", "guide.pdf"))
    served = client.get(document.url)
    assert served[HEADER] == "default-src 'none'"
    assert served["Cross-Origin-Resource-Policy"] == "same-origin"


@override_settings(SECURE_CSP_TRIAL=True)
def test_a_trial_only_reports(client: Any, db: None) -> None:
    response = client.get("/")
    assert HEADER not in response
    assert "script-src 'self'" in response["Content-Security-Policy-Report-Only"]


@override_settings(DEBUG=True)
def test_django_can_show_what_went_wrong_in_development(client: Any, db: None) -> None:
    assert HEADER not in client.get("/nothing/")
    assert HEADER in client.get("/healthz")


@pytest.mark.parametrize("address", ["https://", "https://a.example;script-src/x", "https://u@a.example/x"])
def test_an_address_cannot_smuggle_a_directive_into_the_policy(rf: RequestFactory, address: str) -> None:
    request = rf.get("/")
    allow_frame(request, address)
    allow_media(request, address)
    assert policy_for(request)["frame-src"] == ["'none'"]
    assert policy_for(request)["media-src"] == ["'self'"]


def test_an_answer_without_content_leaves_the_policy_the_browser_has(rf: RequestFactory) -> None:
    response = SecurityHeadersMiddleware(lambda _request: HttpResponse(status=304))(rf.get("/"))
    assert HEADER not in response


def test_a_directive_without_sources_stands_alone() -> None:
    written = header_value({"script-src": ["'self'", "https://a.example"], "upgrade-insecure-requests": []})
    assert written == "script-src 'self' https://a.example; upgrade-insecure-requests"


def test_production_asks_browsers_to_use_https_and_to_report_where_it_is_told_to() -> None:
    names = "SECURE_CSP_EVERYWHERE SECURE_CSP_TRIAL"
    assert production(names) == {
        "SECURE_CSP_EVERYWHERE": {"upgrade-insecure-requests": []},
        "SECURE_CSP_TRIAL": False,
    }
    reporting = production(
        names, HTTPS="false", CSP_REPORT_URI="https://r.example/csp", CSP_REPORT_ONLY="true"
    )
    assert reporting == {
        "SECURE_CSP_EVERYWHERE": {"report-uri": ["https://r.example/csp"]},
        "SECURE_CSP_TRIAL": True,
    }
