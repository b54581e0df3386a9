"""Jekyll sites: places, permalinks, kramdown and Liquid."""

import pytest

from porting.document import State
from porting.readers import ReadError, detect
from tests.porting.readers.markdown.site import by_id, kinds, only, package, read

POST = "---\ntitle: One\n---\n\n"


def body(tmp_path, text: str, **files: str) -> str:
    return only(read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": POST + text, **files})).html


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("", "/web/2020/01/02/my-post.html"),
        ("permalink: date", "/web/2020/01/02/my-post.html"),
        ("permalink: pretty", "/web/2020/01/02/my-post/"),
        ("permalink: none", "/web/my-post.html"),
        ("permalink: ordinal", "/web/2020/002/my-post.html"),
        ("permalink: /blog/:title/", "/blog/my-post/"),
        ("permalink: /:year/:i_month/:i_day/:slug.html", "/2020/1/2/my-post.html"),
        ("permalink: /:short_year/:categories/:title", "/20/web/my-post"),
        ("baseurl: /project\npermalink: pretty", "/project/web/2020/01/02/my-post/"),
    ],
)
def test_an_address_follows_the_sites_pattern(tmp_path, permalink, address):
    files = {
        "_config.yml": f"title: T\n{permalink}\n",
        "_posts/2020-01-02-my-post.md": "---\ncategories: Web\n---\nx",
    }
    assert only(read(tmp_path, "jekyll", files)).addresses == [address]


def test_the_posts_own_permalink_comes_first_then_what_was_asked_for(tmp_path):
    files = {
        "_config.yml": "permalink: pretty",
        "_posts/2020-01-02-a.md": "---\npermalink: /mine/\n---\n",
        "_posts/2020-01-03-b.md": POST,
    }
    own, asked = read(tmp_path, "jekyll", files, permalink="/p/:slug/").posts
    assert own.addresses == ["/mine/"]
    assert asked.addresses == ["/p/b/"]
    assert "/2020/01/03/b/" in asked.aliases


def test_defaults_of_a_scope_are_taken_unless_the_file_says_otherwise(tmp_path):
    config = (
        "defaults:\n- scope: {path: '', type: posts}\n"
        "  values: {author: ann, permalink: '/b/:title/', image: /og.png}\n"
    )
    files = {
        "_config.yml": config,
        "_posts/2020-01-02-a.md": POST,
        "_posts/2020-01-03-b.md": "---\nauthor: bob\n---\n",
    }
    first, second = read(tmp_path, "jekyll", files).posts
    assert (first.authors, second.authors) == (["ann"], ["bob"])
    assert first.addresses == ["/b/a/"]
    assert first.cover is None
    assert first.kept["image"] == "/og.png"


def test_tags_and_categories_are_read_in_all_their_forms(tmp_path):
    blog = read(
        tmp_path,
        "jekyll",
        {
            "web/_posts/2020-01-01-a.md": "---\ntags: one two\ncategories: News Big\n---\n",
            "_posts/2020-01-02-b.md": "---\ntags: [One, three]\ncategory: Big News\n---\n",
            "_posts/2020-01-03-c.md": "---\ntags: one, four five\ncategories:\n- News\n---\n",
        },
    )
    posts = by_id(blog)
    assert posts["web/_posts/2020-01-01-a.md"].tags == ["one", "two"]
    assert posts["web/_posts/2020-01-01-a.md"].categories == ["web", "news", "big"]
    assert posts["_posts/2020-01-02-b.md"].tags == ["one", "three"]
    assert posts["_posts/2020-01-02-b.md"].categories == ["big news"]
    assert posts["_posts/2020-01-03-c.md"].tags == ["one", "four five"]
    assert [term.name for term in blog.tags.values()] == ["One", "three", "four five", "two"]


def test_drafts_unpublished_and_later_posts_are_hidden(tmp_path):
    blog = read(
        tmp_path,
        "jekyll",
        {
            "_drafts/idea.md": POST,
            "_posts/2020-01-01-a.md": "---\npublished: false\n---\n",
            "_posts/2999-01-01-b.md": POST,
            "_posts/2020-01-02-c.md": "---\nsticky: true\n---\n",
        },
    )
    states = {post.slug: post.state for post in blog.posts}
    assert states == {"idea": State.DRAFT, "a": State.DRAFT, "b": State.SCHEDULED, "c": State.PUBLISHED}
    assert [post.slug for post in blog.posts if post.featured] == ["c"]


def test_pages_and_collections_come_too_and_templates_do_not(tmp_path):
    blog = read(
        tmp_path,
        "jekyll",
        {
            "_config.yml": "collections:\n  notes:\n    output: true\n    permalink: /n/:title/\n",
            "_posts/2020-01-01-a.md": POST,
            "about.md": "---\ntitle: About\n---\nx",
            "list.html": "---\n---\n{% for post in site.posts %}{{ post.title }}{% endfor %}",
            "index.html": "---\nlayout: home\n---\n",
            "README.md": "# Not part of the site",
            "_notes/n1.md": "---\ntitle: N\ndate: 2020-02-03\n---\nx",
            "_layouts/post.html": "---\n---\n{{ content }}",
        },
    )
    assert {post.source_id: (post.kind, post.addresses[0]) for post in blog.posts} == {
        "_posts/2020-01-01-a.md": ("post", "/2020/01/01/a.html"),
        "about.md": ("page", "/about.html"),
        "_notes/n1.md": ("post", "/n/n1/"),
    }
    assert [problem.source for problem in blog.problems] == ["list.html"]


def test_redirects_are_kept(tmp_path):
    blog = read(
        tmp_path,
        "jekyll",
        {
            "_posts/2020-01-01-a.md": "---\nredirect_from:\n- /old/\n- older\n---\n",
            "gone.md": "---\nredirect_to: https://else.example/\npermalink: /gone/\n---\n",
        },
    )
    assert only(blog).aliases[:2] == ["/old/", "/older"]
    assert ("/gone/", "https://else.example/") in [(one.address, one.target) for one in blog.redirects]
    assert not blog.problems


def test_a_text_behind_a_redirect_is_reported(tmp_path):
    files = {"_posts/2020-01-01-a.md": POST, "gone.md": "---\nredirect_to: /new/\n---\nWords"}
    problems = read(tmp_path, "jekyll", files).problems
    assert [problem.source for problem in problems] == ["gone.md"]
    assert "/new/" in problems[0].detail


def test_authors_have_the_names_of_the_sites_data(tmp_path):
    blog = read(
        tmp_path,
        "jekyll",
        {
            "_data/authors.yml": "ann: {name: Ann Ash, twitter: ann, bio: Hi}",
            "_posts/2020-01-01-a.md": "---\nauthor: ann\n---\n",
            "_posts/2020-01-02-b.md": "---\nauthor:\n  name: Bob\n  email: b@b.example\n---\n",
            "_posts/2020-01-03-c.md": "---\nauthors: [ann, Cy]\n---\n",
        },
    )
    assert [[blog.authors[key].name for key in post.authors] for post in blog.posts] == [
        ["Ann Ash"],
        ["Bob"],
        ["Ann Ash", "Cy"],
    ]
    assert blog.authors["Bob"].email == "b@b.example"


def test_the_sites_author_wrote_what_nobody_signed(tmp_path):
    blog = read(tmp_path, "jekyll", {"_config.yml": "author: {name: Ann}", "_posts/2020-01-01-a.md": POST})
    assert only(blog).authors == ["Ann"]


def test_a_cover_is_found_where_themes_keep_it(tmp_path):
    files = {
        "assets/images/a.png": "x",
        "_posts/2020-01-01-a.md": "---\nimage:\n  path: a.png\n  alt: Alt\n  caption: Cap\n---\n",
        "_posts/2020-01-02-b.md": "---\nheader:\n  teaser: /t.jpg\n---\n",
        "_posts/2020-01-03-c.md": "---\nimage: https://i.example/c.png\n---\n",
    }
    covers = [post.cover for post in read(tmp_path, "jekyll", files).posts]
    assert [cover.url for cover in covers] == ["/assets/images/a.png", "/t.jpg", "https://i.example/c.png"]
    assert (covers[0].alt, covers[0].caption) == ("Alt", "Cap")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2020-01-01 12:00:00", "2020-01-01T12:00:00+00:00"), ("2020-01-01 12:00", "2020-01-01T12:00:00-05:00")],
)
def test_a_time_without_zone_is_what_ruby_took_it_for(tmp_path, written, meant):
    files = {
        "_config.yml": "timezone: America/New_York",
        "_posts/2020-01-01-a.md": f"---\ntitle: 2020-01-01 12:00:00\ndate: {written}\n---\n",
    }
    post = only(read(tmp_path, "jekyll", files))
    assert post.date.isoformat() == meant
    assert post.title == "2020-01-01 12:00:00"


def test_a_date_that_does_not_exist_is_reported_and_the_names_is_taken(tmp_path):
    post = only(read(tmp_path, "jekyll", {"_posts/2017-03-01-a.md": "---\ndate: 2017-02-29 11:00\n---\n"}))
    assert post.date.isoformat() == "2017-03-01T00:00:00+00:00"
    assert kinds(post) == {"date"}


def test_a_name_with_a_dot_is_no_language(tmp_path):
    assert (
        only(read(tmp_path, "jekyll", {"_posts/2020-01-02-at-change.org.md": POST})).slug == "at-change.org"
    )


def test_a_site_in_a_folder_of_the_package_is_found(tmp_path):
    blog = read(
        tmp_path,
        "jekyll",
        {"docs/_config.yml": "title: T", "docs/_posts/2020-01-02-a.md": POST, "docs/about.md": POST},
    )
    assert blog.media_roots == ["docs"]
    assert {post.addresses[0] for post in blog.posts} == {"/2020/01/02/a.html", "/about.html"}


def test_a_site_is_recognised_beside_the_export_it_was_made_from(tmp_path):
    files = {"_config.yml": "title: x", "_posts/2020-01-01-a.md": "x", "old.ghost.json": '{"db": []}'}
    assert detect(package(tmp_path, files)).name == "jekyll"


def test_a_jekyll_site_is_recognised(tmp_path):
    assert (
        detect(package(tmp_path, {"_config.yml": "title: x", "_posts/2020-01-01-a.md": "x"})).name == "jekyll"
    )


def test_a_site_without_posts_is_told_so(tmp_path):
    with pytest.raises(ReadError, match="_posts"):
        read(tmp_path, "jekyll", {"_config.yml": "title: T"})


def test_a_gallery_of_the_posts_fields_is_shown(tmp_path):
    header = "---\ntitle: One\ngallery:\n- {url: /b.png, image_path: /a.png, alt: A, title: First}\n- /c.png\n---\n"
    post = only(
        read(tmp_path, "jekyll", {"_posts/2020-01-02-one.md": header + '{% include gallery caption="All" %}'})
    )
    assert (
        '<figure data-block="gallery"><figure><img src="/a.png" alt="A"><figcaption>First</figcaption></figure>'
        in post.html
    )
    assert '<img src="/c.png" alt=""></figure><figcaption>All</figcaption></figure>' in post.html


def test_the_path_of_a_collections_file_is_the_files_own(tmp_path):
    config = (
        "collections:\n  docs: {permalink: '/:collection/:path/', output: true}\n  notes: {output: true}\n"
    )
    files = {
        "_config.yml": config,
        "_posts/2020-01-01-a.md": POST,
        "_docs/deep/one.md": POST,
        "_docs/deep/two.md": POST,
        "_notes/n.md": POST,
    }
    found = {post.source_id: post.addresses[0] for post in read(tmp_path, "jekyll", files).posts}
    assert found["_docs/deep/one.md"] == "/docs/deep/one/"
    assert found["_docs/deep/two.md"] == "/docs/deep/two/"
    assert found["_notes/n.md"] == "/notes/n.html"


def test_a_page_that_is_its_layout_alone_is_no_page_and_is_reported(tmp_path):
    files = {
        "_posts/2020-01-01-a.md": "---\ntitle: A\ntags: [linux]\n---\nx",
        "tag/linux.md": "---\nlayout: by_tag\ntag: linux\npermalink: /tag/linux/\n---\n",
    }
    blog = read(tmp_path, "jekyll", files)
    assert [post.source_id for post in blog.posts] == ["_posts/2020-01-01-a.md"]
    assert [problem.source for problem in blog.problems] == ["tag/linux.md"]
    assert "/tag/linux/" in {redirect.address for redirect in blog.redirects}


def test_entities_in_a_title_are_the_signs_they_stand_for(tmp_path):
    blog = read(tmp_path, "jekyll", {"_posts/2020-01-01-a.md": "---\ntitle: Copy &amp; paste\n---\nx"})
    assert only(blog).title == "Copy & paste"


def test_a_site_that_keeps_the_export_it_was_made_from_is_still_jekylls(tmp_path):
    export = '<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel/></rss>'
    files = {"_config.yml": "title: x", "_posts/2020-01-01-a.md": POST, "wordpress.xml": export}
    assert detect(package(tmp_path, files)).name == "jekyll"


@pytest.mark.parametrize("field", ["img_path", "media_subpath"])
def test_pictures_are_in_the_folder_the_posts_fields_name(tmp_path, field):
    header = f"---\n{field}: /img/x/\nimage: {{path: c.png}}\n---\n"
    files = {
        "_posts/2020-01-01-a.md": header
        + "![a](a.png) ![b](/b.png) ![h](https://h.example/h.png) [t](t.html)",
        "img/x/a.png": "x",
        "img/x/c.png": "x",
    }
    post = only(read(tmp_path, "jekyll", files))
    assert post.cover.url == "/img/x/c.png"
    for address in ("/img/x/a.png", "/b.png", "https://h.example/h.png", "t.html"):
        assert f'"{address}"' in post.html
