"""A blog of this site, exported to Ghost and read again."""

from __future__ import annotations

import pytest
from wagtail.contrib.redirects.models import Redirect

from core.models import SharedCallout
from porting.document import State
from porting.exporters.formats import export_blog
from porting.packages import Package
from porting.readers.ghost import GhostReader
from porting.readers.options import ReadOptions

pytestmark = pytest.mark.django_db


@pytest.fixture
def exported(blog, tmp_path):
    """Export the blog as it is now, and read what Ghost would get, by slug."""

    def go():
        path = tmp_path / "out.zip"
        export_blog(blog, "ghost", path)
        with Package.open(path) as package:
            found = GhostReader().read(package, ReadOptions())
        return {post.slug: post for post in found.posts}

    return go


@pytest.mark.parametrize(
    ("state", "there"),
    [
        ("live", State.PUBLISHED),
        ("draft", State.DRAFT),
        ("scheduled", State.SCHEDULED),
        ("login", State.MEMBERS),
        ("password", State.DRAFT),
        ("group", State.DRAFT),
        ("unlisted", State.DRAFT),
        ("expired", State.DRAFT),
    ],
)
def test_whoever_could_not_read_a_post_here_cannot_there(exported, make_post, state, there):
    make_post(state, title="A post", slug="a-post", text="<p>Words</p>")

    found = exported()["a-post"]
    assert found.state is there
    assert "Words" in found.html


def test_a_shared_note_is_written_out(exported, make_post):
    note = SharedCallout.objects.create(title="Tested with", kind="tip", body="<p>Debian 12</p>")
    post = make_post("live", slug="noted")
    post.body = [("paragraph", "<p>Before</p>"), ("callout", note)]
    post.save_revision().publish()

    html = exported()["noted"].html
    assert '<aside data-block="admonition" data-kind="tip" data-title="Tested with">' in html
    assert "Debian 12" in html


def test_chosen_posts_are_named_by_their_titles(exported, make_post):
    other = make_post("live", title="The other one", slug="other")
    post = make_post("live", slug="choosing")
    chosen = {"heading": "", "source": "picked", "count": 3, "tag": "", "posts": [other]}
    post.body = [("posts", chosen)]
    post.save_revision().publish()

    assert '<a href="/other/">The other one</a>' in exported()["choosing"].html


@pytest.mark.parametrize("state", ["draft", "unlisted", "password", "scheduled", "login"])
def test_a_chosen_post_that_is_in_no_list_here_is_not_named_there(exported, make_post, state):
    other = make_post(state, title="Not yet told", slug="other")
    post = make_post("live", slug="choosing")
    post.body = [
        ("posts", {"heading": "Read on", "source": "picked", "count": 3, "tag": "", "posts": [other]})
    ]
    post.save_revision().publish()

    html = exported()["choosing"].html
    assert "Read on" in html
    assert "Not yet told" not in html
    assert "/other" not in html


def test_no_redirect_tells_where_a_post_is_that_ghost_does_not_show(blog, make_post, tmp_path):
    states = ("live", "login", "draft", "scheduled", "unlisted", "password", "group")
    for state in states:
        Redirect.objects.create(old_path=f"/{state}", redirect_page=make_post(state, slug=f"new-{state}"))
    export_blog(blog, "ghost", tmp_path / "out")

    shown = (tmp_path / "out/redirects.yaml").read_text()
    later = (tmp_path / "out/redirects-of-drafts.yaml").read_text()
    assert [state for state in states if f"/new-{state}/" in shown] == ["live", "login"]
    assert [state for state in states if f"^/{state}/?$: /new-{state}/" in later] == list(states[2:])
