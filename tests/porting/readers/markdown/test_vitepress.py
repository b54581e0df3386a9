"""Sites of VitePress and VuePress: addresses of files, what is no page, texts and code that are taken in, badges."""

import pytest

from porting.readers import detect
from tests.patience import patience
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

POST = "---\ntitle: The Mill\ndate: 2020-01-02\n---\n"


def text_of(tmp_path, text, **files):
    given = {".vitepress/config.mts": "", "posts/mill.md": POST + text}
    return by_id(read(tmp_path, "markdown", given | files))["posts/mill.md"]


@pytest.mark.parametrize(
    ("config", "settings", "file", "address"),
    [
        (".vitepress/config.ts", "export default { cleanUrls: true }", "posts/mill.md", "/posts/mill"),
        (".vitepress/config.mts", "", "posts/mill.md", "/posts/mill.html"),
        (".vitepress/config/index.js", "base: '/b/', srcDir: './src'", "src/mill.md", "/b/mill.html"),
        ("docs/.vuepress/config.js", "module.exports = { base: '/b/' }", "docs/mill/README.md", "/b/mill/"),
        ("docs/.vuepress/config.js", "", "docs/_posts/2020-01-02-mill.md", "/2020/01/02/mill/"),
    ],
)  # fmt: skip
def test_the_place_of_a_file_is_its_address(tmp_path, config, settings, file, address):
    post = only(read(tmp_path, "markdown", {config: settings, file: POST + "x", "README.md": "# Project"}))
    assert (post.addresses, post.kind, post.title) == ([address], "post", "The Mill")


def test_such_a_site_is_recognised_and_what_a_program_fills_is_left_out(tmp_path):
    files = {
        ".vitepress/config.mts": "export default { title: 'Mills' }",
        "index.md": "---\nlayout: home\n---\n",
        "about.md": "# About\n\nx",
        "posts/mill.md": POST + "[a](../about.md)",
    }
    blog = read(tmp_path, "markdown", files)
    posts = by_id(blog)
    assert detect(package(tmp_path, files)).name == "markdown"
    assert (blog.title, {name: post.kind for name, post in posts.items()}) == (
        "Mills", {"about.md": "page", "posts/mill.md": "post"},
    )  # fmt: skip
    assert 'href="source:about.md"' in posts["posts/mill.md"].html
    assert [(problem.source, problem.kind) for problem in blog.problems] == [("index.md", "text")]


def test_code_and_texts_of_other_files_stand_where_they_are_named(tmp_path):
    post = text_of(
        tmp_path,
        "<<< @/code/a.js#turn{1} [a.js]\n\n<<< ../code/b.rb{1-2 ruby}\n\n"
        "<!--@include: ../parts/end.md-->\n\n<<< ./no.js\n",
        **{
            "code/a.js": "// #region turn\nturn()\n// #endregion turn\nstop()\n",
            "code/b.rb": "grind\nrest",
            "parts/end.md": "---\ntitle: no\n---\nThe *end*",
        },
    )
    assert '<pre data-language="js" data-title="a.js" data-lines="1"><code>turn()</code></pre>' in post.html
    assert '<pre data-language="ruby" data-lines="1-2"><code>grind\nrest</code></pre>' in post.html
    assert "<em>end</em>" in post.html
    assert "&lt;&lt;&lt; ./no.js" in post.html
    assert kinds(post) == {"text"}


def test_fields_and_badges_in_the_text_are_their_words(tmp_path):
    html = text_of(
        tmp_path, 'On {{ $frontmatter.title }} <Badge type="tip" text="new" /> and {{ $frontmatter.no }}'
    ).html
    assert html == "<p>On The Mill <mark>new</mark> and {{ $frontmatter.no }}</p>\n"


@pytest.mark.parametrize(
    ("code", "shown", "lines"),
    [
        ("a() // [!code ++]\nb()\nc() // [!code --]", "a()\nb()\nc()", "1,3"),
        ("# [!code focus:2]\na\nb\nc", "a\nb\nc", "1-2"),
        ("a /* [!code hl] */\n<b> <!-- [!code highlight] -->", "a\n&lt;b&gt;", "1-2"),
        ("a // [!code word:a]", "a", ""),
        ("a // [!code no]\nb", "a // [!code no]\nb", ""),
    ],
)
def test_marks_of_lines_are_taken_from_code(tmp_path, code, shown, lines):
    marked = f' data-lines="{lines}"' if lines else ""
    html = text_of(tmp_path, f"```js\n{code}\n```").html
    assert html == f'<pre data-language="js"{marked}><code>{shown}</code></pre>\n'


def test_a_mark_for_contents_is_no_link(tmp_path):
    post = text_of(tmp_path, "[[toc]]\n\n[[TOC]]\n\ntext")
    assert (post.html, kinds(post)) == ("<p>text</p>\n", {"text"})


def blog_of(tmp_path, config, *files, place=".vitepress/config.ts", **more):
    """A site whose files are named; each is a post."""
    given = {name: POST + f"Text of {name}" for name in files}
    return read(tmp_path, "markdown", {place: config} | given | more)


def states(blog):
    return {post.source_id: post.state.value for post in blog.posts}


def hidden(blog):
    return [problem.source for problem in blog.problems if problem.kind == "hidden"]


@pytest.mark.parametrize(
    "config",
    [
        "export default { srcExclude: ['**/README.md', 'drafts/**'], title: 'Mills' }",
        'export default defineConfig({\n  // what is not shown\n  "srcExclude": ["drafts", `**/README.md`],\n})',
        "export default withMermaid(defineConfig<Theme>({ srcExclude: ['./{drafts,x}/**/*', '*/README.md'] }))",
        "module.exports = { srcExclude: [ '[d]raft?/*.md', '**/R*.md', ] }",
        "export default async () => { return { vite: { a: /[/`]/ }, srcExclude: ['drafts/', '**/README.md'] } }",
        "export default { title: 'x', ...(isLive ? { srcExclude: ['drafts', '**/README.md'] } : {}) }",
        "export default { extends: base({ srcExclude: ['drafts', '**/README.md'] }) } satisfies UserConfig",
        "export default withMermaid({ ...defineConfig({ srcExclude: ['drafts', '**/README.md'] }) })",
    ],
)
def test_what_the_settings_exclude_is_left_out_and_named(tmp_path, config):
    blog = blog_of(
        tmp_path, config, "posts/mill.md", "drafts/weir.md", "drafts/old/lock.md", "posts/README.md"
    )
    left = {"drafts/old/lock.md"} if "*.md', '**/R" in config else set()  # nobody left out the folder below
    assert states(blog) == dict.fromkeys({"posts/mill.md"} | left, "published")
    assert set(hidden(blog)) == {"drafts/weir.md", "posts/README.md", "drafts/old/lock.md"} - left


def test_patterns_are_held_against_the_folder_of_the_texts(tmp_path):
    config = "export default { srcDir: './src', srcExclude: ['drafts/**', 'src/posts/**'] }"
    blog = blog_of(tmp_path, config, "src/drafts/weir.md", "src/posts/mill.md", "src/dist/a.md")
    assert states(blog) == {"src/posts/mill.md": "published"}
    assert set(hidden(blog)) == {"src/drafts/weir.md", "src/dist/a.md"}


@pytest.mark.parametrize(
    "config",
    [
        "const off = ['drafts/**']\nexport default { srcExclude: off }",
        "export default { srcExclude: [...common, 'drafts/**'] }",
        "export default { srcExclude: isLive ? ['drafts/**'] : [] }",
        "export default { srcExclude }",
        "const config = {}\nconfig.srcExclude = ['drafts/**']\nexport default config",
        "export default <UserConfig>{ srcExclude: ['drafts/**'] }",
        "export default { ['srcExclude']: ['drafts/**'] }",
        "export default { get srcExclude() { return ['drafts/**'] } }",
        "const config = {}\nconfig['srcExclude'] = ['drafts/**']\nexport default config",
        "const config = {}\nconfig.srcExclude ??= ['drafts/**']\nexport default config",
        "const config = {}\n;(config.srcExclude as string[]).push('drafts/**')\nexport default config",
        "const config = {}\nconfig.srcExclude?.push('drafts/**')\nexport default config",
        "export default { srcExclude: ['!(posts)/**'] }",
        "export default { srcExclude: ['!posts/**'] }",
        "export default { srcExclude: [/drafts/] }",
        "export default { a: '(', b: ], srcExclude: [] }",
        "export default { srcExclude: [" + "'a'," * 70_000 + "'drafts/**'] }",
    ],
)
def test_pages_are_drafts_when_the_settings_cannot_be_read(tmp_path, config):
    blog = blog_of(tmp_path, config, "posts/mill.md", "drafts/weir.md")
    assert "published" not in states(blog).values()
    assert "posts/mill.md" in states(blog)
    told = [one for one in blog.problems if one.source == ".vitepress/config.ts" and one.kind == "hidden"]
    assert len(told) == 1
    assert "srcExclude" in told[0].detail


@pytest.mark.parametrize(
    "config",
    [
        "// srcExclude: off,\n/* srcExclude: off */\nexport default { title: 'srcExclude: of' }",
        "export default { themeConfig: { sidebar: [{ text: 'srcExclude', link: '#srcExclude' }] } }",
        "export default { srcExclude: undefined }",
        "export default { vite: { plugins: [copy({ srcExclude: names() })] } }",
        "export default { themeConfig: { ...{ srcExclude: names() } } }",
        "export default { buildEnd(site) { console.log(site.srcExclude, site.srcExclude.length) } }",
        "const { srcExclude } = other\nexport default { title: 'x' } satisfies UserConfig",
    ],
)
def test_a_setting_that_is_only_mentioned_hides_nothing(tmp_path, config):
    blog = blog_of(tmp_path, config, "posts/mill.md")
    assert (states(blog), hidden(blog)) == ({"posts/mill.md": "published"}, [])


def test_settings_in_files_the_configuration_takes_in_count(tmp_path):
    files = {
        ".vitepress/config/shared.ts": "export const shared = defineConfig({ srcExclude: ['drafts/**'] })",
        ".vitepress/config/not.ts": "export default { srcExclude: ['posts/**'] }",
    }
    config = "import { shared } from './shared.js'\nexport default defineConfig({ ...shared })"
    names = ("posts/mill.md", "drafts/weir.md")
    blog = blog_of(tmp_path, config, *names, place=".vitepress/config/index.ts", **files)
    assert (states(blog), hidden(blog)) == ({"posts/mill.md": "published"}, ["drafts/weir.md"])


@pytest.mark.parametrize(
    ("config", "state"),
    [
        ("import base from '../shared/base'\nexport default { extends: base }", "draft"),
        ("const { base } = require('../base.js')\nmodule.exports = { ...base, title: 'x' }", "draft"),
        ("import * as base from './base.mts'\nexport default defineConfig({ ...base.settings })", "draft"),
        ("import base from '../base'\nexport default base", "draft"),
        ("import { base } from '../base'\nexport default mergeConfig(base, { title: 'x' })", "draft"),
        ("import { make } from '../make'\nexport default make({ title: 'x' })", "draft"),
        ("export { default } from '../base'", "draft"),
        ("module.exports = require('../base')", "draft"),
        ("const { default: base } = await import('../base')\nexport default { ...base }", "draft"),
        ("import { bar } from '../bar'\nexport default { themeConfig: { sidebar: [...bar] } }", ""),
        ("// " + "x" * 500_000 + "\nexport default { srcExclude: ['mill.md'] }", "draft"),
        (
            "import { copy } from './copy'\nimport all from './nav.json'\nexport default { a: [...all], b: copy() }",
            "",
        ),
        ("import { theme } from 'a-theme'\nimport './style'\nexport default { extends: theme }", ""),
    ],
)
def test_settings_that_are_not_in_the_folder_may_hide_pages(tmp_path, config, state):
    blog = blog_of(tmp_path, config, "mill.md")
    assert states(blog) == {"mill.md": state or "published"}
    assert (".vitepress/config.ts" in hidden(blog)) == bool(state)


def test_settings_that_are_taken_in_when_they_are_needed_count(tmp_path):
    config = "export default async () => ({ ...(await import('./shared')).default })"
    files = {".vitepress/shared.ts": "export default { srcExclude: ['drafts/**'] }"}
    blog = blog_of(tmp_path, config, "mill.md", "drafts/weir.md", **files)
    assert states(blog) == {"mill.md": "published"}


@pytest.mark.parametrize("pattern", [r"/node_modules\/*/", "/[/*]/g", "/['`]/"])
def test_an_expression_in_the_settings_ends_none_of_them(tmp_path, pattern):
    config = "export default { vite: { not: " + pattern + " }, base: '/b/', title: 'Mills' }"
    blog = blog_of(tmp_path, config, "mill.md")
    assert (blog.title, only(blog).addresses) == ("Mills", ["/b/mill.html"])


def test_patterns_seen_from_a_folder_nobody_knows_hide_what_they_may(tmp_path):
    for number, folder in enumerate(("folder()", "'../../src'")):
        config = "export default { srcDir: " + folder + ", srcExclude: ['drafts/**'] }"
        blog = blog_of(tmp_path / str(number), config, "src/drafts/weir.md", "drafts/lock.md")
        assert states(blog) == {"src/drafts/weir.md": "draft"}


def test_settings_left_over_beside_others_may_hide_pages(tmp_path):
    files = {".vitepress/config/index.mts": "export default { srcExclude: ['drafts/**'] }"}
    blog = blog_of(tmp_path, "export default {}", "mill.md", "drafts/weir.md", **files)
    assert (states(blog), hidden(blog)) == ({"mill.md": "published"}, ["drafts/weir.md"])


def test_patterns_of_files_do_not_end_other_settings(tmp_path):
    config = "export default { srcExclude: ['a/**'], base: '/b/', title: 'Mills', x: ['**/c'] }"
    blog = blog_of(tmp_path, config, "mill.md")
    assert (blog.title, only(blog).addresses) == ("Mills", ["/b/mill.html"])


@pytest.mark.parametrize(
    ("place", "config"),
    [
        ("config.js", "module.exports = { patterns: ['**/*.md', '**/*.vue', '!**/weir.*', '!drafts'] }"),
        (
            "config.ts",
            "export default defineUserConfig({ pagePatterns: ['**/*.md', '!drafts/**', '!.vuepress'] })",
        ),
        ("config.ts", "export default defineUserConfig({ pagePatterns: ['posts'] })"),
        ("config.yml", "title: Mills\npatterns: ['posts/*.md']\n"),
        ("config.toml", "patterns = ['**/*.md', '!drafts/**']\n"),
    ],
)
def test_vuepress_says_which_files_are_pages(tmp_path, place, config):
    blog = blog_of(
        tmp_path, config, "docs/posts/mill.md", "docs/drafts/weir.md", place=f"docs/.vuepress/{place}"
    )
    assert (states(blog), hidden(blog)) == ({"docs/posts/mill.md": "published"}, ["docs/drafts/weir.md"])


@pytest.mark.parametrize(
    "config",
    [
        "module.exports = { patterns: require('./patterns') }",
        "module.exports = { patterns: ['posts/*.md', ...more] }",
        "module.exports = { patterns: ['**/*.(md|vue)'] }",
        "const icons = { patterns: ['**/*.png'] }\nmodule.exports = { plugins: [icons] }",
    ],
)
def test_pages_of_vuepress_are_drafts_when_its_list_cannot_be_read(tmp_path, config):
    blog = blog_of(tmp_path, config, "posts/mill.md", "weir.md", place=".vuepress/config.js")
    assert states(blog) == {"posts/mill.md": "draft", "weir.md": "draft"}
    assert [one.source for one in blog.problems if "patterns" in one.detail] == [".vuepress/config.js"]


def test_what_a_program_makes_pages_from_is_a_draft(tmp_path):
    blog = blog_of(tmp_path, "", "posts/mill.md", "tags/[tag].md")
    assert states(blog) == {"posts/mill.md": "published", "tags/[tag].md": "draft"}


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


@pytest.mark.parametrize(
    ("rewrites", "file", "address"),
    [
        (
            "{ 'packages/:pkg/src/:slug*': ':pkg/:slug*' }",
            "packages/mill/src/parts/wheel.md",
            "/mill/parts/wheel.html",
        ),
        ("{ 'packages/:pkg/src/:slug*': ':pkg/:slug*' }", "packages/mill/src/index.md", "/mill/"),
        ("{ 'packages/:pkg/src/:slug*': ':pkg/:slug*' }", "mill.md", "/mill.html"),
        ("{ 'a/mill.md': 'b/weir.md', 'a/:rest*': ':rest*' }", "a/mill.md", "/b/weir.html"),
        ("{ 'en/(.*)': '(.*)' }", "en/posts/mill.md", "/posts/mill.html"),
        ("{ 'posts/:year(\\\\d+)-:name.md': ':year/:name.md' }", "posts/2020-mill.md", "/2020/mill.html"),
        ("{ ':lang(de|fr)/:rest+': 'x/:lang/:rest+' }", "fr/a/mill.md", "/x/fr/a/mill.html"),
    ],
)
def test_files_have_the_addresses_the_settings_give_them(tmp_path, rewrites, file, address):
    blog = blog_of(tmp_path, "export default { rewrites: " + rewrites + " }", file)
    assert (only(blog).addresses, blog.problems) == ([address], [])


@pytest.mark.parametrize(
    "config",
    [
        "{ rewrites(id) { return id.replace('a/', '') } }",
        "{ rewrites: (id) => id.slice(2) }",
        "{ rewrites: { ...others, 'b/:x': ':x' } }",
        "{ rewrites: { '^a/(.*)': '$1' } }",
        "{ rewrites: { 'a/:x': ':y' } }",
        "{ rewrites: { 'a/:x(([a-z]+)+)': ':x' } }",
        "{ rewrites: { 'a/:x*.:y*.:z*': ':x' } }",
    ],
)
def test_rules_of_addresses_that_cannot_be_read_are_told(tmp_path, config):
    blog = blog_of(tmp_path, f"export default {config}", "a/mill.md")
    assert (only(blog).addresses, states(blog)) == (["/a/mill.html"], {"a/mill.md": "published"})
    assert [(one.source, one.kind) for one in blog.problems] == [(".vitepress/config.ts", "aliases")]


def test_links_between_files_with_other_addresses_are_those_of_the_site(tmp_path):
    config = "export default { rewrites: { 'packages/:pkg/src/:slug*': ':pkg/:slug*' } }"
    text = (
        "[a](../weir/lock) [b](./wheel.md#top) [c](/weir/lock) [d](../about.md) [e](https://a.example/lock)"
    )
    files = {"packages/mill/src/stone.md": POST + text}
    names = ("packages/mill/src/wheel.md", "packages/weir/src/lock.md", "about.md")
    html = by_id(blog_of(tmp_path, config, *names, **files))["packages/mill/src/stone.md"].html
    assert 'href="source:packages/weir/src/lock.md">a<' in html
    assert 'href="source:packages/mill/src/wheel.md#top">b<' in html
    assert 'href="/weir/lock">c<' in html
    assert 'href="source:about.md">d<' in html


def test_code_of_files_is_not_put_where_its_mark_is_shown(tmp_path):
    text = (
        "```md\n<<< @/code/a.js\n```\n\n`<<< @/code/a.js`\n\n    <<< @/code/a.js\n\n"
        "- In a list:\n\n  <<< @/code/a.js\n"
    )
    html = text_of(tmp_path, text, **{"code/a.js": "turn()\n\nstop()"}).html
    assert html.count("&lt;&lt;&lt; @/code/a.js") == 3
    assert html.count("turn()") == 1
    assert (
        '<li>\n<p>In a list:</p>\n<pre data-language="js"><code>turn()\n\nstop()</code></pre>\n</li>' in html
    )


def test_texts_of_files_are_put_in_before_anything_is_code(tmp_path):
    """As VitePress does; what shows the mark names a file that is not there, or writes it with two signs."""
    text = "```md\n<!--@include: ./part.md-->\n<!--@@include: ./part.md-->\n<!-- @include: ./no.md -->\n```"
    post = text_of(tmp_path, text, **{"posts/part.md": "The *end*"})
    assert (
        "<code>The *end*\n&lt;!--@@include: ./part.md--&gt;\n&lt;!-- @include: ./no.md --&gt;</code>"
        in post.html
    )


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("part.md{2,3}", "two three"),
        ("part.md{,1}", "one"),
        ("part.md{4,}", "four"),
        ("area.md#weir", "Water"),
        ("area.md#the-lock", "Doors"),
        ("area.md#own", "Wheels"),
        ("area.md#weir{1,1}", "Water"),
        ("nest.md", "Around Water about"),
    ],
)
def test_only_the_part_that_was_shown_is_taken_in(tmp_path, asked, shown):
    area = (
        "---\ntitle: Area\n---\n<!-- #region weir -->\nWater\n<!-- #endregion weir -->\n\n"
        "## The Lock\n\nDoors\n\n## Mill {#own}\n\nWheels\n\n# Other\n\nSecret"
    )
    files = {
        "posts/parts/part.md": "one\ntwo\nthree\nfour",
        "posts/parts/area.md": area,
        "posts/parts/nest.md": "Around\n<!-- @include: ./area.md#weir -->\nabout\n<!-- @include: ./nest.md -->",
    }
    html = text_of(tmp_path, f"<!-- @include: ./parts/{asked} -->", **files).html
    assert " ".join(html.removeprefix("<p>").split("</p>")[0].split()) == shown
    assert "Secret" not in html


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("a\n# region mill\n  b\n# endregion\nc", "b"),
        ("/* #region mill */\nb\n/* #endregion mill */\nc\n/* #region mill */\nd\n/* #endregion */", "b\nd"),
        ("// #region mill\nb\n// #region other\nc\n// #endregion other\nd\n// #endregion mill", "b\nc\nd"),
        ("<!--#region mill-->\nb\n<!-- #endregion -->\nc", "b"),
        (
            "#pragma region other\n#pragma region mill\nc\n#pragma endregion mill\n#pragma endregion other",
            "c",
        ),
        ("// #region mill\nb", "// #region mill\nb"),
        ("the region mill\nb\n// #endregion mill", "the region mill\nb\n// #endregion mill"),
    ],
)
def test_of_a_file_of_code_a_region_can_be_shown(tmp_path, code, shown):
    html = text_of(tmp_path, "<<< @/a.txt#mill", **{"a.txt": code}).html
    assert html == f'<pre data-language="txt"><code>{shown}</code></pre>\n'


LONG = 200_000
HOSTILE = {
    "texts on one line": "<!--@include: a",
    "texts on lines": "<!--@include: a\n",
    "a long path": "<!--@include: " + "a" * LONG,
    "space before a mark": " " * LONG + "x",
    "a path of code": "<<< a#" + "a" * LONG + "{",
    "badges": "<Badge ",
    "fields": "{{ $page.",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_texts_take_no_minutes(tmp_path, what):
    text = HOSTILE[what]
    with patience():
        html = text_of(tmp_path, "First\n\n" + text * max(1, LONG // len(text)) + "\n\n-->\n\nEnd").html
    assert "End" in html


@pytest.mark.parametrize(
    "code", ["// #region a\n", "#region", "// #region a\n// #endregion b\n", "#region a " + " " * LONG]
)
def test_hostile_code_takes_no_minutes(tmp_path, code):
    code = (code * (LONG // len(code) + 1))[: LONG - 100]
    with patience():
        assert "End" in text_of(tmp_path, "<<< @/a.js#a\n\n<<< @/a.js#b\n\nEnd", **{"a.js": code}).html


def test_files_that_take_each_other_in_take_no_minutes(tmp_path):
    marks = "".join(f"<!--@include: ./{number}.md-->\n" for number in range(20))
    files = {f"posts/{number}.md": marks + "word " * 30_000 for number in range(20)}
    with patience():
        assert "End" in text_of(tmp_path, f"{marks}\n\nEnd", **files).html


@pytest.mark.parametrize(
    "config",
    [
        "/*",
        "`\\`",
        '"\\"',
        "({[",
        "srcExclude:",
        "{ srcExclude: [",
        "/[",
        "srcExclude /[",
        "=/[/] srcExclude",
        "export default a ",
        "import './config",
        "export default { srcExclude: ['{a,b}" + "{a,b}" * 60 + "'] }\n",
        "export default { srcExclude: ['" + "**/*a" * 90 + "'] }\n",
        "export default { rewrites: { '" + ":a-" * 60 + "': 'x' } }\n",
    ],
)
def test_hostile_settings_take_no_minutes(tmp_path, config):
    name = "-" * 190 + ".md"
    with patience():
        blog = blog_of(tmp_path, config * (LONG // len(config)), name)
    assert set(states(blog)) == {name}
