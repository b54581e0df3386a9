"""An administrator takes a blog out from the admin."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

pytestmark = pytest.mark.django_db


def test_the_zip_of_a_blog_is_sent(administrator, make_post):
    post = make_post("live", title="A day by the sea")
    answer = administrator.post(
        "/admin/porting/export/", {"blog": post.get_parent().pk, "format": "ghost", "base_url": ""}
    )

    assert 'filename="blog-ghost-' in answer["Content-Disposition"]
    with zipfile.ZipFile(BytesIO(b"".join(answer.streaming_content))) as archive:
        assert "A day by the sea" in archive.read("ghost-import.json").decode()


def test_every_form_can_be_chosen(administrator, blog):
    page = administrator.get("/admin/porting/export/").content.decode()

    assert all(name in page for name in ("Markdown with front matter", "Ghost", "WordPress", "static site"))


def test_a_site_without_a_blog_says_so(administrator, home):
    assert "This site has no blog yet" in administrator.get("/admin/porting/export/").content.decode()


def test_a_wrong_address_is_named(administrator, blog):
    data = {"blog": blog.pk, "format": "ghost", "base_url": "nowhere"}

    assert "Enter a valid URL" in administrator.post("/admin/porting/export/", data).content.decode()
