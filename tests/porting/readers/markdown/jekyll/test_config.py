"""Fields a Jekyll site gives whole folders, and who its people are."""

import pytest

from tests.porting.readers.markdown.site import by_id, only, read

POST = "---\ntitle: One\n---\n\nWords"


def test_the_defaults_of_the_narrower_scope_win_whatever_their_order(tmp_path):
    config = """
defaults:
- {scope: {path: 'web/_posts'}, values: {author: web}}
- {scope: {path: '', type: posts}, values: {author: posts, layout: post}}
- {scope: {path: ''}, values: {author: all, lang: de}}
"""
    files = {
        "_config.yml": config,
        "web/_posts/2020-01-01-w.md": POST,
        "_posts/2020-01-01-p.md": POST,
        "a.md": POST,
    }
    posts = by_id(read(tmp_path, "jekyll", files))
    assert [posts[name].authors for name in list(files)[1:]] == [["web"], ["posts"], ["all"]]
    assert {post.language for post in posts.values()} == {"de"}


@pytest.mark.parametrize("kind", ["posts", "post", "drafts"])
def test_drafts_get_what_posts_get(tmp_path, kind):
    config = f"defaults:\n- {{scope: {{path: '', type: {kind}}}, values: {{author: ann}}}}"
    assert only(read(tmp_path, "jekyll", {"_config.yml": config, "_drafts/d.md": POST})).authors == ["ann"]


@pytest.mark.parametrize(
    "files",
    [
        {"_data/authors.yml": "- {slug: ann, name: Ann Ash}"},
        {"_data/authors.yml": "- {username: ann, name: Ann Ash}"},
        {"_data/authors/ann.yml": "name: Ann Ash"},
        {"_authors/ann.md": "---\nname: Ann Ash\n---\nShe cooks."},
        {"_authors/a.md": "---\nshort_name: ann\nname: Ann Ash\n---\n"},
        {"_data/members.yml": "ann: {name: Ann Ash}"},
    ],
)
def test_people_are_known_wherever_sites_keep_them(tmp_path, files):
    files = files | {"_posts/2020-01-01-a.md": "---\nauthor: ann\n---\nx"}
    blog = read(tmp_path, "jekyll", files)
    assert [blog.authors[key].name for key in only(blog).authors] == ["Ann Ash"]


def test_people_of_a_collection_are_no_pages(tmp_path):
    files = {
        "_config.yml": "collections: {authors: {output: true}}",
        "_posts/2020-01-01-a.md": POST,
        "_authors/ann.md": "---\nname: Ann Ash\n---\nShe cooks.",
    }
    blog = read(tmp_path, "jekyll", files)
    assert only(blog).source_id == "_posts/2020-01-01-a.md"


def test_the_places_of_lists_and_feeds_in_the_settings_lead_to_ours(tmp_path):
    config = """
category_dir: blog/topics
tag_page_dir: words
feed: {path: /news.xml}
jekyll-archives: {permalinks: {tag: '/t/:name/'}}
"""
    files = {"_config.yml": config, "_posts/2020-01-01-a.md": "---\ntags: [One]\ncategories: [Two]\n---\nx"}
    found = {one.address: one.target for one in read(tmp_path, "jekyll", files).redirects}
    assert found["/blog/topics/two/"] == "category:two"
    assert found["/words/one/"] == found["/t/one/"] == "tag:one"
    assert found["/news.xml"] == "feed:"


def test_a_source_that_a_build_copied_is_found_where_it_was_copied_from(tmp_path):
    files = {
        "_config.yml": "source: .tmp/src\n",
        "src/_includes/thanks.md": "Thank *you*",
        "src/_posts/2020-01-02-one.md": "---\ntitle: One\ncover: images/a.png\n---\n{% include thanks.md %}",
    }
    post = only(read(tmp_path, "jekyll", files))
    assert post.html.strip() == "<p>Thank <em>you</em></p>"
    assert post.categories == []
