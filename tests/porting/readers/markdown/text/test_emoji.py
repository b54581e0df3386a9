"""Names of emoji between colons in Jekyll's texts."""

import pytest

from porting.readers.markdown.text.emoji import SIGNS, signs_in
from tests.porting.readers.markdown.site import only, read

SITE = {"_config.yml": "plugins: [jemoji]"}


def post(tmp_path, text: str, name: str = "_posts/2020-01-02-one.md", title: str = "One", site=None):
    files = {name: f'---\ntitle: "{title}"\n---\n\n{text}', **(SITE if site is None else site)}
    return only(read(tmp_path, "jekyll", files))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Done :tada: at last", "Done 🎉 at last"),
        ("It works.:+1:", "It works.👍"),
        ("**:warning: Hot**", "<strong>⚠️ Hot</strong>"),
        ("Two :zap::fire: together", "Two ⚡🔥 together"),
        ("\u597d:smile:\u4e86", "\u597d😄\u4e86"),
        ("| a |\n|:---:|\n| :x: |", "❌"),
        ("A <code> that never ends :tada:", "ends 🎉"),
        ("<div>\n:heart: in HTML\n</div>", "❤️ in HTML"),
    ],
)
def test_a_name_that_is_known_becomes_its_sign(tmp_path, written, shown):
    assert shown in post(tmp_path, written).html


@pytest.mark.parametrize(
    "written",
    [
        "A :nobody_knows_this: name",
        "At 12:100:30 o'clock",
        "std::cd::x in C++",
        "`:tada:` in a line",
        "```\n:tada:\n```",
        "<code>:tada:</code> in HTML",
        "[a link](/x/:tada:/y)",
    ],
)
def test_what_is_no_name_and_what_is_code_stays_as_it_is(tmp_path, written):
    html = post(tmp_path, written).html
    assert not any(sign in html for sign in SIGNS.values() if not sign.isascii())
    assert (
        next(word for word in (":nobody_knows_this:", ":100:", "::cd::", ":tada:") if word in written) in html
    )


def test_titles_and_posts_in_html_have_signs_too(tmp_path):
    found = post(
        tmp_path, "<p>Ready :rocket:</p><pre>:rocket:</pre>", "_posts/2020-01-02-one.html", "Go :tada:"
    )
    assert found.title == "Go 🎉"
    assert found.html.strip() == "<p>Ready 🚀</p><pre>:rocket:</pre>"


GROUP = "group :jekyll_plugins do\n  gem 'jekyll-feed'\n  gem 'jemoji', '~> 0.1'\nend\n"


@pytest.mark.parametrize(
    "site",
    [
        {"_config.yml": "gems:\n  - jemoji"},
        {"_config.yml": "title: T", "Gemfile": GROUP},
        {"_config.yml": "title: T", "Gemfile": 'gem "jemoji", group: :jekyll_plugins'},
        {"_config.yml": "kramdown: {gfm_emojis: true}"},
        {"_config.yml": "title: T", "_plugins/signs.rb": "require 'gemoji'"},
        {"_config.yml": "title: T", "_layouts/post.html": "<script>emojify.run()</script>"},
    ],
)
def test_a_site_that_showed_signs_has_them_here(tmp_path, site):
    found = post(tmp_path, "Done :tada:", title="Go :tada:", site=site)
    assert (found.title, found.html) == ("Go 🎉", "<p>Done 🎉</p>\n")


@pytest.mark.parametrize(
    "site",
    [
        {},
        {"_config.yml": "plugins: [jekyll-feed]\ntheme: minima"},
        {"_config.yml": "title: T", "Gemfile": "gem 'jemoji'\n# gem 'jemoji', group: :jekyll_plugins"},
        {"_config.yml": "title: T", "Gemfile": GROUP.replace("gem 'jemoji'", "# gem 'jemoji'")},
        {"_config.yml": "title: T", "Gemfile": "gem 'github-pages', group: :jekyll_plugins"},
        {"_config.yml": "title: T", "_plugins/tags.rb": "module Tags; end"},
    ],
)
def test_a_site_that_showed_the_names_keeps_them(tmp_path, site):
    found = post(tmp_path, "Done :tada:", title="Go :tada:", site=site)
    assert (found.title, found.html) == ("Go :tada:", "<p>Done :tada:</p>\n")


WRITTEN = "Done :white_check_mark:, **:tada:** at 10:20:30, `:tada:`"
SYSTEMS = {
    "hugo": ("hugo.toml", "content/posts/a.md", "---\ntitle: A\n---\n"),
    "zola": ("config.toml", "content/a.md", '+++\ntitle = "A"\n+++\n'),
    "docusaurus": ("docusaurus.config.js", "blog/a.md", "---\ntitle: A\n---\n"),
}


@pytest.mark.parametrize(
    ("system", "config", "shown"),
    [
        ("hugo", "title = 'T'\nenableEmoji = true", True),
        ("hugo", "title = 'T'", False),
        ("zola", "base_url = 'https://x.example'\n[markdown]\nrender_emoji = true", True),
        ("zola", "base_url = 'https://x.example'", False),
        ("docusaurus", "module.exports = {}", True),
        ("docusaurus", "module.exports = {markdown: {emoji: false}}", False),
    ],
)
def test_each_system_shows_signs_as_its_settings_say(tmp_path, system, config, shown):
    name, path, header = SYSTEMS[system]
    html = only(read(tmp_path, system, {name: config, path: header + WRITTEN})).html
    done, party = ("✅", "🎉") if shown else (":white_check_mark:", ":tada:")
    assert html == (f"<p>Done {done}, <strong>{party}</strong> at 10:20:30, <code>:tada:</code></p>\n")


@pytest.mark.parametrize(
    "text", [":x:" * 200_000 + "y", ":tada:" + ":aaaaaaaaaaaa" * 200_000, ":x: " + "<a" * 200_000]
)
def test_many_colons_take_no_minutes(text):
    assert len(signs_in(text)) > 200_000
