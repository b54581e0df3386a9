"""Hugo sites in several languages: by file, by folder, by configuration."""

import pytest

from tests.porting.readers.markdown.site import by_id, only, read

POST = "---\ntitle: One\ndate: 2020-01-02\n---\n\n"
CONFIG = 'baseURL = "https://www.old.example/"\ntitle = "Site"\n'


def test_languages_by_file_and_by_folder_have_their_addresses(tmp_path):
    config = CONFIG + (
        "defaultContentLanguage = 'en'\n[languages.en]\nweight = 1\n"
        "[languages.ja]\nweight = 2\n[languages.zh-hant-tw]\n"
    )
    files = {
        "hugo.toml": config,
        "content/posts/a.md": POST,
        "content/posts/a.ja.md": POST,
        "content/posts/b/index.zh-hant-tw.md": POST,
        "content/ja/posts/c.md": POST,
    }
    posts = by_id(read(tmp_path, "hugo", files))
    assert {key: (post.language, post.addresses[0]) for key, post in posts.items()} == {
        "content/posts/a.md": ("", "/posts/a/"),
        "content/posts/a.ja.md": ("ja", "/ja/posts/a/"),
        "content/posts/b/index.zh-hant-tw.md": ("zh-hant-tw", "/zh-hant-tw/posts/b/"),
        "content/ja/posts/c.md": ("ja", "/ja/posts/c/"),
    }


def test_a_language_may_have_a_folder_of_another_name(tmp_path):
    config = CONFIG + (
        "defaultContentLanguage = 'zh-hant'\n[languages.zh-hant]\ncontentDir = 'content/zh'\n"
        "[languages.en]\ncontentDir = 'english'\n"
    )
    files = {
        "hugo.toml": config,
        "content/zh/posts/a.md": POST,
        "content/zh/tags/red/_index.md": "---\ntitle: Crimson\n---\n",
        "english/posts/b.md": POST + '[c]({{< relref "/posts/c.md" >}})',
        "english/posts/c.md": POST,
    }
    blog = read(tmp_path, "hugo", files)
    posts = by_id(blog)
    assert {key: (post.language, post.addresses[0]) for key, post in posts.items()} == {
        "content/zh/posts/a.md": ("zh-hant", "/posts/a/"),
        "english/posts/b.md": ("en", "/en/posts/b/"),
        "english/posts/c.md": ("en", "/en/posts/c/"),
    }
    assert "source:english/posts/c.md" in posts["english/posts/b.md"].html


def test_the_first_language_may_have_a_part_of_addresses_too(tmp_path):
    config = CONFIG + "defaultContentLanguageInSubdir = true\n[languages.en]\n[languages.ja]\n"
    files = {"hugo.toml": config, "content/en/posts/a.md": POST, "content/posts/b.md": POST}
    assert [post.addresses[0] for post in read(tmp_path, "hugo", files).posts] == [
        "/en/posts/a/",
        "/en/posts/b/",
    ]


def test_titles_and_texts_of_the_first_language_are_the_sites(tmp_path):
    config = (
        "baseURL = 'https://www.old.example/'\n[languages.en]\ntitle = 'Mills'\ndescription = 'On mills'\n"
        "[languages.en.params]\nversion = '1.2'\n[languages.ja]\ntitle = '水車'\n[languages.ja.params]\nversion = '2'\n"
    )
    text = POST + "Version {{< param version >}}"
    files = {"hugo.toml": config, "content/posts/a.md": text, "content/posts/a.ja.md": text}
    blog = read(tmp_path, "hugo", files)
    assert (blog.title, blog.description) == ("Mills", "On mills")
    assert [post.html.strip() for post in blog.posts] == ["<p>Version 1.2</p>", "<p>Version 2</p>"]


def test_a_language_may_have_files_of_its_own_in_the_configuration(tmp_path):
    files = {
        "config/_default/hugo.toml": "baseURL = 'https://www.old.example/'\n",
        "config/_default/languages.en.toml": "title = 'Mills'\ncontentDir = 'content/en'\n",
        "config/_default/params.en.toml": "description = 'On mills'\n",
        "config/_default/menus.en.toml": "[[main]]\nname = 'Home'\n",
        "content/en/posts/a.md": POST,
    }
    blog = read(tmp_path, "hugo", files)
    assert (blog.title, blog.description) == ("Mills", "On mills")
    assert only(blog).addresses == ["/posts/a/"]


def test_a_folder_of_a_language_may_be_written_from_here(tmp_path):
    config = (
        CONFIG
        + "defaultContentLanguage = 'en'\n[languages.en]\n[languages.fr]\ncontentDir = './content/french/'\n"
    )
    files = {"hugo.toml": config, "content/posts/a.md": POST, "content/french/posts/b.md": POST}
    posts = by_id(read(tmp_path, "hugo", files))
    assert posts["content/french/posts/b.md"].addresses[0] == "/fr/posts/b/"


TWO = CONFIG + "defaultContentLanguage = 'en'\n[languages.en]\n[languages.ja]\n"


def test_links_in_a_translation_lead_to_the_translation_or_else_to_the_original(tmp_path):
    written = '[b](b.md) [c](c.md) [d]({{< relref "b.md" >}}) [e]({{< ref "/posts/c" >}})'
    written += " [f](/ja/posts/c/#x) [g](../b/)"
    files = {
        "hugo.toml": TWO,
        "content/posts/a.ja.md": POST + written,
        "content/posts/b.md": POST,
        "content/posts/b.ja.md": POST,
        "content/posts/c.md": POST,
    }
    html = by_id(read(tmp_path, "hugo", files))["content/posts/a.ja.md"].html
    for letter, target in {
        "b": "source:content/posts/b.ja.md",
        "c": "source:content/posts/c.md",
        "d": "source:content/posts/b.ja.md",
        "e": "source:content/posts/c.md",
        "f": "source:content/posts/c.md#x",
        "g": "../b/",
    }.items():
        assert f'<a href="{target}">{letter}</a>' in html


def test_links_in_a_language_with_a_folder_of_its_own_lead_to_the_original(tmp_path):
    config = CONFIG + (
        "defaultContentLanguage = 'en'\n[languages.en]\ncontentDir = 'content/en'\n"
        "[languages.ja]\ncontentDir = 'content/ja'\n"
    )
    written = '[b](b.md) [c]({{< relref "b" >}}) [d](../b/) [e](/posts/b/)'
    files = {
        "hugo.toml": config,
        "content/ja/posts/a.md": POST + written,
        "content/en/posts/b.md": POST,
    }
    html = by_id(read(tmp_path, "hugo", files))["content/ja/posts/a.md"].html
    for letter in "bcd":
        assert f'<a href="source:content/en/posts/b.md">{letter}</a>' in html
    assert '<a href="/posts/b/">e</a>' in html


@pytest.mark.parametrize(
    ("settings", "language"),
    [
        ("languageCode = 'pt-br'", "pt-br"),
        ("locale = 'de-AT'", "de-AT"),
        ("defaultContentLanguage = 'zh'\nlanguageCode = 'en-us'", "zh"),
        ("defaultContentLanguage = 'zh'\n[languages.zh]\nlanguageCode = 'zh-Hant'", "zh-Hant"),
        ("", "en"),
    ],
)
def test_the_sites_language_has_its_region(tmp_path, settings, language):
    files = {"hugo.toml": CONFIG + settings, "content/posts/a.md": POST}
    assert read(tmp_path, "hugo", files).language == language
