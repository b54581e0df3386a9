"""Pages of VitePress and VuePress that asked for a password, or that a theme hid, are no more public than they were."""

import pytest

from tests.porting.readers.markdown.site import by_id, kinds, only, read
from tests.porting.readers.markdown.vitepress.pages import POST, blog_of, hidden, states


@pytest.mark.parametrize(
    ("encrypt", "passwords"),
    [
        (
            "config: { '/club/': ['1234', '5678'], '/club/rules.html': { password: 'x', hint: 'y' } }",
            ["1234", "x"],
        ),
        ("rules: { '/club/': 99, 'club/rules.md': 'x' }", ["99", "x"]),
        ("global: true, admin: { password: 'all' }, config: { '/club/rules': 'x' }", ["all", "x"]),
    ],
)
def test_passwords_of_folders_are_asked_for(tmp_path, encrypt, passwords):
    files = {"docs/.vuepress/theme.ts": "export default hopeTheme({ encrypt: {" + encrypt + "} })"}
    config = "import theme from './theme.js'\nexport default { base: '/b/', theme }"
    names = ("docs/club/mill.md", "docs/club/rules.md", "docs/open.md")
    blog = blog_of(tmp_path, config, *names, place="docs/.vuepress/config.ts", **files)
    found = by_id(blog)
    assert [found[name].password for name in names[:2]] == passwords
    assert (found["docs/open.md"].state.value == "password") == ("all" in passwords)


@pytest.mark.parametrize(
    "config",
    [
        "module.exports = { themeConfig: { encrypt: { config: { '/club/': process.env.WORD } } } }",
        "module.exports = { themeConfig: { encrypt: { config: locks } } }",
        "module.exports = { themeConfig: { encrypt: { rules: { '^/club/.*': 'x' } } } }",
        "module.exports = { themeConfig: { encrypt: { global: true } } }",
        "module.exports = { plugins: [seal({ encrypt: ['/club/'] })] }",
        "export default { theme: recoTheme({ password: ['e10adc3949ba59abbe56e057f20f883e'] }) }",
        "module.exports = { themeConfig: { keyPage: { keys: ['e10adc3949ba59abbe56e057f20f883e'] } } }",
    ],
)
def test_pages_are_drafts_when_passwords_cannot_be_read(tmp_path, config):
    blog = blog_of(tmp_path, config, "club/mill.md", place=".vuepress/config.js")
    assert states(blog) == {"club/mill.md": "draft"}
    assert ".vuepress/config.js" in hidden(blog)


@pytest.mark.parametrize(
    ("place", "config", "more"),
    [
        ("config.yml", "themeConfig:\n  keyPage:\n    keys: [e10adc3949ba59abbe56e057f20f883e]\n", {}),
        (
            "config.js",
            "import theme from './theme'\nexport default { theme }",
            {
                ".vuepress/theme.js": "export default recoTheme({ password: ['e10adc3949ba59abbe56e057f20f883e'] })"
            },
        ),
    ],
)
def test_traces_of_passwords_are_found_wherever_they_are_kept(tmp_path, place, config, more):
    blog = blog_of(tmp_path, config, "mill.md", place=f".vuepress/{place}", **more)
    assert states(blog) == {"mill.md": "draft"}


@pytest.mark.parametrize(
    "config", ["- a\n", "base: [1]\ntitle: {a: 1}\nencrypt: {config: {1: 2, /x/: [3]}, rules: 5}\n"]
)
def test_odd_files_of_settings_end_no_import(tmp_path, config):
    blog = blog_of(tmp_path, config, "mill.md", "x/weir.md", place=".vuepress/config.yml")
    assert set(states(blog)) == {"mill.md", "x/weir.md"}


def test_passwords_of_a_file_a_theme_finds_by_its_name_are_asked_for(tmp_path):
    files = {
        "docs/.vuepress/plume.config.ts": "export default defineThemeConfig({ encrypt: { rules: { '/club/': 'x' } } })"
    }
    names = ("docs/club/mill.md", "docs/weir.md")
    found = by_id(blog_of(tmp_path, "", *names, place="docs/.vuepress/config.ts", **files))
    assert [found[name].password for name in names] == ["x", ""]


@pytest.mark.parametrize(
    ("options", "state", "password"),
    [
        ("checkAll: true, passwd: 123456", "password", "123456"),
        ("checkAll: true, passwd: word", "draft", None),
        ("checkAll: isLive, passwd: 'x'", "password", "x"),
        ("checkAll: false, passwd: 123456", "published", ""),
    ],
)
def test_a_plugin_may_ask_for_one_password_everywhere(tmp_path, options, state, password):
    config = "module.exports = { plugins: [['posts-encrypt', { " + options + " }]] }"
    post = only(blog_of(tmp_path, config, "mill.md", place=".vuepress/config.js"))
    assert (post.state.value, post.password if password is not None else None) == (state, password)


def test_a_folder_s_password_is_asked_for_however_its_name_is_written(tmp_path):
    config = (
        "module.exports = { themeConfig: { encrypt: { config: { '/müller/': 'x', '/the%20club/': 'y' } } } }"
    )
    place = "---\ntitle: T\npermalink: /m%C3%BCller/wheel.html\n---\nText"
    names = ("müller/mill.md", "the club/weir.md")
    found = by_id(blog_of(tmp_path, config, *names, place=".vuepress/config.js", **{"lock.md": place}))
    assert [found[name].password for name in (*names, "lock.md")] == ["x", "y", "x"]


def test_passwords_in_a_file_of_data_are_asked_for(tmp_path):
    config = "themeConfig:\n  encrypt:\n    config:\n      /club/: '1234'\n"
    found = by_id(blog_of(tmp_path, config, "club/mill.md", "weir.md", place=".vuepress/config.yml"))
    assert [found[name].password for name in ("club/mill.md", "weir.md")] == ["1234", ""]


@pytest.mark.parametrize(
    "config",
    [
        "module.exports = { themeConfig: { keyPage: { keys: [''], color: 'red' /* keys: ['x'] */ } } }",
        "module.exports = { theme: 'reco', themeConfig: { password: '' } }",
        "module.exports = { description: 'We recommend it', plugins: [send({ password: word })] }",
        "module.exports = { themeConfig: { encrypt: { admin: 'x' } }, plugins: [seal({ encrypt: false })] }",
    ],
)
def test_settings_that_ask_for_no_password_hide_nothing(tmp_path, config):
    blog = blog_of(tmp_path, config, "mill.md", place=".vuepress/config.js")
    assert (states(blog), hidden(blog)) == ({"mill.md": "published"}, [])


@pytest.mark.parametrize(
    ("text", "fields", "state", "password"),
    [
        ('::: encrypt password="one" hint="x"\nSecret\n:::', "", "password", "one"),
        (":::: encrypt pwd=one\nSecret\n::::\n\n::: encrypt password='one'\nx\n:::", "", "password", "one"),
        ("::: encrypt\nSecret\n:::", "", "password", "usual"),
        ("<!-- @include: ./part.md -->", "", "password", "one"),
        ("::: encrypt pwd=one\nSecret\n:::\n\n::: encrypt pwd=two\nx\n:::", "", "draft", None),
        ("::: encrypt pwd=one\nSecret\n:::", "password: two\n", "draft", None),
        ("```\n::: encrypt pwd=one\nShown\n:::\n```\n\n::: tip\nencrypt\n:::", "", "published", ""),
    ],
)
def test_a_part_that_asked_for_a_password_closes_its_page(tmp_path, text, fields, state, password):
    files = {
        ".vuepress/config.ts": "export default { theme: plumeTheme({ markdown: { encrypt: { password: 'usual' } } }) }",
        "mill.md": f"---\ntitle: T\n{fields}---\nText\n\n{text}",
        "part.md": "::: encrypt password=one\nSecret\n:::",
    }
    post = by_id(read(tmp_path, "markdown", files))["mill.md"]
    assert (post.state.value, post.password if password is not None else None) == (state, password)
    assert ("hidden" in kinds(post)) == (state != "published")
    assert ("pwd" in post.html or "password" in post.html) == (state == "published")


def test_a_part_whose_password_nobody_knows_makes_a_draft(tmp_path):
    files = {".vuepress/config.ts": "", "mill.md": POST + "::: encrypt\nSecret\n:::"}
    assert only(read(tmp_path, "markdown", files)).state.value == "draft"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ("password: [one, two]", "password"),
        ("password: {hint: no}", "draft"),
        ("password: true", "draft"),
        ("password: ''\nkeys: ['']", "published"),
        ("keys: ['e10adc3949ba59abbe56e057f20f883e']", "draft"),
        ("secret: true", "draft"),
        ("publish: false", "draft"),
        ("draft: true", "draft"),
    ],
)
def test_fields_of_themes_say_who_may_see_a_page(tmp_path, fields, state):
    text = f"---\ntitle: T\ndate: 2020-01-02\n{fields}\n---\nText"
    post = only(read(tmp_path, "markdown", {".vuepress/config.js": "", "mill.md": text}))
    assert (post.state.value, post.password) == (state, "one" if state == "password" else post.password)


@pytest.mark.parametrize(
    ("fields", "unlisted"),
    [
        ("date: 2020-01-02\narticle: false", True),
        ("article: false", False),  # a page is in no list of posts anyway
        ("head: [[meta, {name: robots, content: 'noindex, follow'}]]", True),
        ("head: [[meta, {name: Robots, content: NONE}]]", True),
        ("head: [[meta, {name: author, content: noindex}], [meta], x]", False),
        ("search: false", False),
    ],
)
def test_what_stood_in_no_list_is_unlisted(tmp_path, fields, unlisted):
    text = f"---\ntitle: T\n{fields}\n---\nText"
    post = only(read(tmp_path, "markdown", {".vuepress/config.js": "", "mill.md": text}))
    assert (post.state.value, post.unlisted) == ("published", unlisted)
