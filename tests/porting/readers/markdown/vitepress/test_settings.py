"""Pages that settings keep off a site of VitePress or VuePress stay off; where none can be read, pages are drafts."""

import pytest

from tests.porting.readers.markdown.site import only
from tests.porting.readers.markdown.vitepress.pages import blog_of, hidden, states


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
