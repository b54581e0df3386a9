"""Old addresses of Jekyll's posts, pages and collections."""

import pytest

from tests.porting.readers.markdown.site import by_id, only, read

POST = "---\ntitle: One\n---\n\nWords"


@pytest.mark.parametrize(
    ("permalink", "page", "note"),
    [
        ("date", "/about.html", "/notes/n.html"),
        ("pretty", "/about/", "/notes/n/"),
        ("/:year/:title/", "/about/", "/notes/n/"),
        ("/:year/:title", "/about", "/notes/n"),
        ("/:year/:title:output_ext", "/about.html", "/notes/n.html"),
        ("/:year/:title.html", "/about", "/notes/n"),
    ],
)
def test_pages_and_collections_end_as_the_sites_pattern_does(tmp_path, permalink, page, note):
    files = {
        "_config.yml": f"permalink: {permalink}\ncollections: {{notes: {{output: true}}}}",
        "_posts/2020-01-01-a.md": POST,
        "about.md": POST,
        "_notes/n.md": POST,
    }
    posts = by_id(read(tmp_path, "jekyll", files))
    assert (posts["about.md"].addresses, posts["_notes/n.md"].addresses) == ([page], [note])
    if not page.endswith("/"):
        assert {"/about", "/about.html"} <= {*posts["about.md"].addresses, *posts["about.md"].aliases}


def test_posts_have_the_pattern_their_collection_is_given(tmp_path):
    files = {"_config.yml": "collections: {posts: {permalink: '/b/:title/'}}", "_posts/2020-01-01-a.md": POST}
    assert only(read(tmp_path, "jekyll", files)).addresses == ["/b/a/"]


def test_a_files_name_becomes_words_of_an_address_and_the_name_itself_leads_there_too(tmp_path):
    files = {"_config.yml": "permalink: /:title/", "_posts/2020-01-01-Hello World's C++.md": POST}
    post = only(read(tmp_path, "jekyll", files))
    assert post.addresses == ["/Hello-World's-C++/"]
    assert "/Hello World's C++/" in post.aliases


def test_an_index_of_a_folder_answers_for_the_folder(tmp_path):
    files = {"_posts/2020-01-01-a.md": POST, "foo.md": "---\npermalink: /foo/index.html\n---\nWords"}
    assert "/foo/" in by_id(read(tmp_path, "jekyll", files))["foo.md"].aliases


def test_the_day_of_an_address_is_the_sites_and_the_authors_leads_there_too(tmp_path):
    files = {
        "_config.yml": "timezone: Asia/Tokyo",
        "_posts/2020-01-01-a.md": "---\ndate: 2020-01-01 20:00:00 +0000\n---\nx",
        "_posts/2020-01-02-b.md": POST,
        "_posts/2020-01-03-c.md": "---\ndate: 2020-01-03 20:00:00\n---\nx",
    }
    posts = by_id(read(tmp_path, "jekyll", files))
    assert posts["_posts/2020-01-03-c.md"].addresses == ["/2020/01/04/c.html"]
    assert "/2020/01/03/c.html" in posts["_posts/2020-01-03-c.md"].aliases
    assert posts["_posts/2020-01-01-a.md"].addresses == ["/2020/01/02/a.html"]
    assert "/2020/01/01/a.html" in posts["_posts/2020-01-01-a.md"].aliases
    assert posts["_posts/2020-01-02-b.md"].addresses == ["/2020/01/02/b.html"]


def test_a_category_stands_once_in_an_address_however_it_is_written(tmp_path):
    files = {
        "_config.yml": "permalink: /:categories/:title/",
        "Tools/_posts/2020-01-01-a.md": "---\ncategories: [tools, Big Things]\n---\nx",
    }
    post = only(read(tmp_path, "jekyll", files))
    assert post.addresses == ["/tools/big things/a/"]
    assert "/tools/big-things/a/" in post.aliases
