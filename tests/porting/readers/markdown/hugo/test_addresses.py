"""Addresses of Hugo sites that are not plainly written."""

import pytest

from tests.porting.readers.markdown.site import only, read

POST = "---\ntitle: One\ndate: 2020-01-02\n---\n\n"
CONFIG = 'baseURL = "https://www.old.example/"\n'


@pytest.mark.parametrize(
    ("pattern", "address"),
    [("/p/:year-:title/`", "/p/2020-one/"), ('/p/:title"/', "/p/one/"), ("/p/:title<>.html", "/p/one.html")],
)
def test_letters_that_no_address_has_fall_out_of_a_pattern(tmp_path, pattern, address):
    files = {
        "hugo.yaml": f"baseURL: https://a.example/\npermalinks:\n  posts: '{pattern}'\n",
        "content/posts/a.md": POST,
    }
    assert only(read(tmp_path, "hugo", files)).addresses == [address]


def test_lists_of_sections_in_sections_lead_to_the_blog(tmp_path):
    files = {
        "hugo.toml": CONFIG,
        "content/work/_index.md": "---\ntitle: W\n---\n",
        "content/work/mills/_index.md": "---\ntitle: M\n---\n",
        "content/work/mills/a.md": POST,
    }
    redirects = {one.address: one.target for one in read(tmp_path, "hugo", files).redirects}
    assert redirects["/work/mills/"] == "blog:"
    assert redirects["/work/mills/index.xml"] == "feed:"


def test_an_address_of_its_own_may_be_a_pattern(tmp_path):
    files = {
        "hugo.toml": CONFIG,
        "content/posts/a.md": POST.replace("title", "url: /:year/:month/:slug/\ntitle"),
    }
    assert only(read(tmp_path, "hugo", files)).addresses == ["/2020/01/one/"]
