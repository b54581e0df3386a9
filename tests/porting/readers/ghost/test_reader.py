"""A Ghost export is found, read as a whole, and refused with a sentence when it is none."""

import json

import pytest

from porting.document import SourceRedirect
from porting.packages import Package
from porting.readers import ReadError, detect
from porting.readers.ghost import GhostReader
from porting.readers.options import ReadOptions


def package(tmp_path, content, name="export.json"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Package.open(path)


@pytest.mark.parametrize("name", ["export.json", "packages-of-today.json"])
def test_it_is_recognised_by_its_content_whatever_its_name(tmp_path, name):
    assert detect(package(tmp_path, '{"db":[{"meta":{},"data":{"posts":[]}}]}', name)).name == "ghost"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"db": [', "export.json ends in the middle"),
        ('{"db": x}', "export.json is not valid JSON"),
        ("[1, 2]", "no Ghost export"),
        ('{"db": [{"data": {}}]}', "no Ghost export"),
        (b"\xff\xfe\x00", "not valid JSON"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_no_export_is_refused_with_a_sentence(tmp_path, content, sentence):
    with pytest.raises(ReadError, match=sentence):
        GhostReader().read(package(tmp_path, content), ReadOptions())


def test_tables_alone_and_several_databases_are_read_too(tmp_path):
    row = {"id": 1, "title": "A", "slug": "a", "status": "published"}
    alone = GhostReader().read(package(tmp_path, json.dumps({"posts": [row]})), ReadOptions())
    both = {"db": [{"data": {"posts": [row]}}, {"data": {"posts": [row, row | {"id": 2, "slug": "b"}]}}]}
    several = GhostReader().read(package(tmp_path, json.dumps(both)), ReadOptions())

    assert [post.slug for post in alone.posts] == ["a"]
    assert [post.slug for post in several.posts] == ["a", "b"]
    assert [problem.kind for problem in several.problems] == ["unreadable"]


def test_addresses_are_ghosts_own_with_the_old_one_of_fast_pages(read):
    blog = read([{}, {"slug": "about", "type": "page"}])

    assert [(post.addresses, post.aliases) for post in blog.posts] == [
        (["/a-day-out/"], ["/a-day-out/amp/"]),
        (["/about/"], ["/about/amp/"]),
    ]


def linking(*paths: str) -> dict:
    return {"html": "".join(f'<p><a href="__GHOST_URL__{path}">x</a></p>' for path in paths)}


def test_addresses_of_collections_are_learnt_from_what_posts_link_to(read):
    posts = [
        {"slug": "one"} | linking("/blog/two/?ref=x", "/blog/three#part", "/letters/three/", "/tag/two/"),
        {"slug": "two"} | linking("https://elsewhere.example/posts/one/", "/2020/one/"),
        {"slug": "three"},
        {"slug": "about", "type": "page"},
    ]
    blog = read(posts, options=ReadOptions(base_url="https://blog.example"))
    aliases = {post.slug: [one for one in post.aliases if not one.endswith("/amp/")] for post in blog.posts}

    assert aliases == {
        "one": ["/blog/one/"],
        "two": ["/blog/two/"],
        "three": ["/blog/three/", "/letters/three/"],
        "about": [],
    }
    assert SourceRedirect("/blog/", "blog:") in blog.redirects


def test_what_routes_say_is_not_guessed_at(read):
    posts = [{"slug": "one"} | linking("/blog/two/", "/blog/one/"), {"slug": "two"}]
    blog = read(posts, files={"routes.yaml": "collections:\n  /:\n    permalink: /{slug}/\n"})

    assert not any(alias.startswith("/blog/") for post in blog.posts for alias in post.aliases)


def test_dated_permalinks_of_old_settings_use_the_blogs_own_time_zone(read):
    settings = [
        {"key": "permalinks", "value": "/:year/:month/:day/:slug/"},
        {"key": "activeTimezone", "value": "Pacific/Auckland"},
    ]
    blog = read(
        [{"published_at": "2014-12-31T20:00:00Z"}, {"type": "page", "slug": "about"}], settings=settings
    )

    assert [post.addresses[0] for post in blog.posts] == ["/2015/01/01/a-day-out/", "/about/"]
    assert "/a-day-out/" in blog.posts[0].aliases


def test_the_routes_beside_the_export_decide_about_addresses(read):
    routes = """
collections:
  /news/:
    permalink: /news/{year}/{slug}/
    filter: tag:news+featured:true
  /:
    permalink: /{primary_tag}/{slug}/
taxonomies:
  tag: /topics/{slug}/
"""
    blog = read(
        [{"featured": 1}, {"slug": "other"}],
        files={"routes.yaml": routes},
        tags=[{"id": "1", "name": "News", "slug": "news"}],
        posts_tags=[{"post_id": "64a1", "tag_id": "1"}, {"post_id": "64a2", "tag_id": "1"}],
    )

    assert [post.addresses[0] for post in blog.posts] == ["/news/2024/a-day-out/", "/news/other/"]
    assert SourceRedirect("/topics/news/", "tag:news") in blog.redirects
    assert SourceRedirect("/news/", "blog:") in blog.redirects


def test_a_blog_below_a_folder_keeps_its_host_and_path(read):
    blog = read(
        [{"html": '<p><a href="__GHOST_URL__/x/">x</a></p>'}],
        options=ReadOptions(base_url="https://www.old.example/blog/"),
    )

    assert (blog.hosts, blog.base_path, blog.key) == ({"old.example"}, "/blog", "old.example/blog")
    assert blog.posts[0].addresses == ["/blog/a-day-out/"]
    assert 'href="https://www.old.example/blog/x/"' in blog.posts[0].html


def test_lists_feeds_and_own_redirects_lead_somewhere(read):
    blog = read(
        [{}],
        files={
            "data/redirects.yaml": "301:\n  /old/: /a-day-out/\n  ^/x/(.*)$: /y/$1\n302:\n  ^\\/b\\/?$: https://e.org/\n"
        },
        tags=[{"id": "1", "name": "Sea", "slug": "sea"}],
        users=[{"id": "1", "name": "Ann", "slug": "ann"}],
    )

    found = {redirect.address: redirect.target for redirect in blog.redirects}
    assert found["/tag/sea/"] == "tag:sea"
    assert found["/author/ann/rss/"] == "author:ann"
    assert found["/rss/"] == "feed:"
    assert found["/old/"] == "/a-day-out/"
    assert found["/b/"] == "https://e.org/"
    assert ["/x/(.*)" in problem.detail for problem in blog.problems] == [True]


def test_redirects_of_old_ghosts_are_json(read):
    rows = json.dumps([{"from": "^/old/?$", "to": "/new/", "permanent": True}, "nonsense"])
    blog = read([{}], files={"content/data/redirects.json": rows})

    assert SourceRedirect("/old/", "/new/") in blog.redirects


def test_pictures_are_found_where_the_zip_has_them_and_members_are_left_alone(read):
    blog = read(
        [{}], files={"backup/content/images/2024/a.png": "x", "members.2026.csv": "email\na@example.org"}
    )

    assert blog.media_roots == ["backup"]
    assert [problem.kind for problem in blog.problems] == ["members"]


def test_a_damaged_file_of_settings_is_reported_and_the_rest_is_read(read):
    blog = read([{}], files={"routes.yaml": "collections: [", "redirects.yaml": "301: [{"})

    assert len(blog.posts) == 1
    assert [problem.kind for problem in blog.problems] == ["unreadable", "unreadable"]


def test_an_impossible_date_in_a_file_of_settings_costs_nothing(read):
    blog = read([{}], files={"redirects.yaml": "301:\n  /old/: /new/\n2020-13-45: {}\n"})

    assert SourceRedirect("/old/", "/new/") in blog.redirects


def test_a_posts_id_is_needed_to_find_it_again(read):
    blog = read([{"id": None, "slug": None, "uuid": None}, {"id": None, "slug": "by-slug"}])

    assert [post.source_id for post in blog.posts] == ["by-slug"]
    assert blog.problems[0].kind == "unreadable"


def test_settings_name_the_blog(read):
    rows = [
        {"key": "title", "value": "Sea"},
        {"key": "description", "value": "Wet"},
        {"key": "lang", "value": "en"},
    ]
    blog = read([{}], settings=rows)

    assert (blog.title, blog.description, blog.language) == ("Sea", "Wet", "en")


def test_the_old_host_is_found_by_links_to_the_blogs_own_posts(read):
    own = '<p><a href="https://www.old.example/second-post/">x</a> <a href="https://else.example/about/">y</a></p>'
    picture = '<img src="http://old.example/content/images/a.png" alt="">'
    blog = read([{"html": own}, {"slug": "second-post", "html": picture}, {"slug": "about"}])

    assert blog.hosts == {"old.example"}


def test_a_single_link_does_not_make_a_host_the_old_one(read):
    blog = read([{"html": '<p><a href="https://else.example/a-day-out/">x</a></p>'}])

    assert blog.hosts == set()


def test_links_with_dates_show_that_posts_had_such_addresses(read):
    link = '<p><a href="https://old.example/2024/05/06/second-post/">x</a></p>'
    blog = read([{"html": link}, {"slug": "second-post", "html": link}])

    assert blog.hosts == {"old.example"}
    assert [post.aliases[-1] for post in blog.posts] == ["/2024/05/06/a-day-out/", "/2024/05/06/second-post/"]


def test_a_blog_is_the_same_whether_its_old_address_was_told_or_not(read):
    settings = [{"key": "title", "value": "Sea"}]
    keys = {
        read([{}], settings=settings, options=ReadOptions(base_url=url)).key
        for url in ("", "https://a.example")
    }

    assert keys == {"Sea"}
