"""What a Hugo site's settings say about who saw a page, and when."""

import pytest

from porting.document import State
from porting.importer.states import page_state
from tests.porting.readers.markdown.site import by_id, kinds, only, read

CONFIG = 'baseURL = "https://www.old.example/"\n'
LATER = "---\ntitle: One\ndate: 2999-01-02\n---\nx"
OVER = "---\ntitle: One\ndate: 2020-01-02\nexpiryDate: 2020-02-02\n---\nx"


def shown(tmp_path, settings: str, text: str) -> bool:
    from datetime import UTC, datetime

    post = only(read(tmp_path, "hugo", {"hugo.toml": CONFIG + settings, "content/posts/a.md": text}))
    return page_state(post, datetime(2026, 1, 1, tzinfo=UTC)).is_public


@pytest.mark.parametrize(
    ("settings", "text", "public"),
    [
        ("", LATER, False),
        ("buildFuture = false", LATER, False),
        ("buildFuture = true", LATER, True),
        ("buildFuture = true", LATER.replace("title", "draft: true\ntitle"), False),
        ("buildFuture = true", LATER.replace("title", "password: pa\ntitle"), False),
        ("buildDrafts = true", LATER.replace("2999", "2020").replace("title", "draft: true\ntitle"), False),
        ("", OVER, False),
        ("buildExpired = true", OVER, True),
    ],
)
def test_a_page_is_public_when_the_site_was_built_with_it(tmp_path, settings, text, public):
    assert shown(tmp_path, settings, text) is public


def test_a_page_built_before_its_day_keeps_its_date(tmp_path):
    files = {"hugo.toml": CONFIG + "buildFuture = true", "content/posts/a.md": LATER}
    post = only(read(tmp_path, "hugo", files))
    assert (post.state, f"{post.date:%Y-%m-%d}") == (State.PUBLISHED, "2999-01-02")


def test_the_settings_of_the_published_site_come_before_the_common_ones(tmp_path):
    files = {
        "config/_default/hugo.toml": CONFIG + "buildFuture = true\n[params]\nmotto = 'On'\nname = 'A'",
        "config/production/hugo.toml": "buildFuture = false\n[params]\nname = 'B'",
        "config/staging/hugo.toml": "buildFuture = true\n[params]\nname = 'C'",
        "content/posts/a.md": LATER + "\n{{< param motto >}} {{< param name >}}",
    }
    post = only(read(tmp_path, "hugo", files))
    assert post.state is State.SCHEDULED
    assert "On B" in post.html


@pytest.mark.parametrize("field", ["robotsNoIndex: true", "robots: 'noindex, nofollow'", "noindex: true"])
def test_a_page_that_was_kept_from_search_engines_is_unlisted(tmp_path, field):
    text = f"---\ntitle: One\ndate: 2020-01-02\n{field}\n---\nx"
    files = {"hugo.toml": CONFIG, "content/posts/a.md": text, "content/posts/b.md": text.replace(field, "")}
    posts = by_id(read(tmp_path, "hugo", files))
    assert posts["content/posts/a.md"].unlisted
    assert "state" in kinds(posts["content/posts/a.md"])
    assert not posts["content/posts/b.md"].unlisted
