"""Fields that sections of a Hugo site give to all pages below them."""

import pytest

from porting.document import State
from tests.porting.readers.markdown.site import by_id, read

CONFIG = 'baseURL = "https://www.old.example/"\n'
POST = "---\ntitle: One\ndate: 2020-01-02\n{}---\n\nText"


def posts(tmp_path, files: dict[str, str]):
    return by_id(read(tmp_path, "hugo", {"hugo.toml": CONFIG} | files))


def test_a_draft_section_shows_none_of_its_pages(tmp_path):
    found = posts(
        tmp_path,
        {
            "content/posts/secret/_index.md": "---\ncascade:\n  draft: true\n  tags: [later]\n---\n",
            "content/posts/secret/a.md": POST.format(""),
            "content/posts/secret/deep/b/index.md": POST.format(""),
            "content/posts/secret/c.md": POST.format("draft: false\ntags: [now]\n"),
            "content/posts/open.md": POST.format(""),
        },
    )
    states = {name.split("secret/")[-1]: post.state for name, post in found.items()}
    assert states == {
        "a.md": State.DRAFT,
        "deep/b/index.md": State.DRAFT,
        "c.md": State.PUBLISHED,
        "content/posts/open.md": State.PUBLISHED,
    }
    assert found["content/posts/secret/a.md"].tags == ["later"]
    assert found["content/posts/secret/c.md"].tags == ["now"]


def test_the_innermost_section_has_the_last_word(tmp_path):
    found = posts(
        tmp_path,
        {
            "content/_index.md": "---\ncascade:\n  author: Ann\n---\n",
            "content/posts/_index.md": "---\ncascade:\n  author: Bob\n---\n",
            "content/posts/a.md": POST.format(""),
            "content/notes/b.md": POST.format(""),
        },
    )
    assert {name: post.authors for name, post in found.items()} == {
        "content/posts/a.md": ["Bob"],
        "content/notes/b.md": ["Ann"],
    }


@pytest.mark.parametrize(
    ("target", "meets"),
    [
        ("path: /posts/**", {"a", "2020/b"}),
        ("path: '/posts/*'", {"a"}),
        ("path: '{/posts/a,/notes/**}'", {"a"}),
        ("kind: page", {"a", "2020/b"}),
        ("kind: section", set()),
        ("lang: fr", set()),
        ("environment: production", {"a", "2020/b"}),
        ("environment: development", set()),
    ],
)
def test_a_target_says_which_pages(tmp_path, target, meets):
    index = f"---\ncascade:\n  - target:\n      {target}\n    build: {{list: never}}\n---\n"
    files = {"content/posts/a.md": POST.format(""), "content/posts/2020/b.md": POST.format("")}
    found = posts(tmp_path, {"content/_index.md": index} | files)
    unlisted = {name.removeprefix("content/posts/")[:-3] for name, post in found.items() if post.unlisted}
    assert unlisted == meets


def test_the_settings_cascade_too_and_each_language_has_its_own(tmp_path):
    config = (
        CONFIG
        + "[languages.en]\n[languages.fr]\n[[cascade]]\nauthor = 'Ann'\n[cascade.target]\npath = '/posts/**'\n"
    )
    found = by_id(
        read(
            tmp_path,
            "hugo",
            {
                "hugo.toml": config,
                "content/posts/_index.fr.md": "---\ncascade: {draft: true}\n---\n",
                "content/posts/a.md": POST.format(""),
                "content/posts/a.fr.md": POST.format(""),
            },
        )
    )
    assert found["content/posts/a.md"].authors == ["Ann"]
    assert found["content/posts/a.md"].state is State.PUBLISHED
    assert found["content/posts/a.fr.md"].state is State.DRAFT
