"""Docusaurus blogs in several languages: what no translation has is the original's."""

from tests.porting.readers.markdown.site import by_id, read

CONFIG = """
const config = {
  url: 'https://www.docs.example',
  baseUrl: '/base/',
  i18n: {defaultLocale: 'en', locales: ['en', 'fr', "pt-BR"]},
  presets: [['classic', {blog: {routeBasePath: 'news'}}]],
};
"""
POST = "---\ntitle: One\n---\n\n"
FRENCH = "i18n/fr/docusaurus-plugin-content-blog"


def test_links_in_a_translation_lead_to_the_original_where_there_is_no_other(tmp_path):
    written = "[a](./2020-01-03-two.md#part) [b](2020-01-04-three.md) [c](./2020-01-05-four.mdx)"
    files = {
        "docusaurus.config.js": CONFIG,
        "blog/2020-01-02-one.md": POST + "Hello",
        "blog/2020-01-03-two.md": POST + "Two",
        "blog/2020-01-04-three.md": POST + "Three",
        "blog/2020-01-05-four.mdx": POST + "Same",
        f"{FRENCH}/2020-01-02-one.md": POST + "Bonjour " + written,
        f"{FRENCH}/2020-01-04-three.md": POST + "Trois",
        f"{FRENCH}/2020-01-05-four.mdx": POST + "Same",
    }
    html = by_id(read(tmp_path, "docusaurus", files))[f"{FRENCH}/2020-01-02-one.md"].html
    assert '<a href="source:blog/2020-01-03-two.md#part">a</a>' in html
    assert f'<a href="source:{FRENCH}/2020-01-04-three.md">b</a>' in html
    assert '<a href="source:blog/2020-01-05-four.mdx">c</a>' in html


def test_a_post_has_an_address_in_every_language_that_does_not_translate_it(tmp_path):
    files = {
        "docusaurus.config.js": CONFIG,
        "blog/2020-01-02-one.md": POST + "Hello",
        "blog/2020-01-03-two.md": POST + "Two",
        f"{FRENCH}/2020-01-02-one.md": POST + "Bonjour",
    }
    posts = by_id(read(tmp_path, "docusaurus", files))
    assert posts["blog/2020-01-02-one.md"].aliases == ["/base/pt-BR/news/2020/01/02/one"]
    assert posts["blog/2020-01-03-two.md"].aliases == [
        "/base/fr/news/2020/01/03/two",
        "/base/pt-BR/news/2020/01/03/two",
    ]
