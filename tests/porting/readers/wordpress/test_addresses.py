"""Old addresses: of posts, files, lists and feeds."""

from __future__ import annotations

from .conftest import AUTHORS, Reads, attachment, item, meta, term, wxr

CATEGORIES = (
    "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>food</wp:category_nicename><wp:category_parent/>"
    "<wp:cat_name>Food</wp:cat_name></wp:category><wp:category><wp:term_id>5</wp:term_id>"
    "<wp:category_nicename>soup</wp:category_nicename><wp:category_parent>food</wp:category_parent>"
    "<wp:cat_name>Soup</wp:cat_name></wp:category>"
)


def redirects(blog: object) -> dict[str, str]:
    return {redirect.address: redirect.target for redirect in blog.redirects}


def test_a_post_is_found_by_permalink_number_guid_and_former_slugs(read_one: Reads) -> None:
    post = read_one(
        guid="https://old.example/archives/1",
        extra=meta("_wp_old_slug", "older") + meta("_wp_old_slug", "oldest"),
    )
    assert post.addresses == ["https://old.example/2020/03/first/"]
    assert post.aliases == [
        "https://old.example/?p=1",
        "https://old.example/archives/1",
        "https://old.example/2020/03/older/",
        "https://old.example/2020/03/oldest/",
    ]


def test_a_guid_with_another_number_never_led_here(read_one: Reads) -> None:
    assert read_one(guid="https://old.example/?p=999").aliases == ["https://old.example/?p=1"]


def test_a_page_has_both_numbers(read_one: Reads) -> None:
    assert "https://old.example/?page_id=1" in read_one(post_type="page").aliases


def test_a_static_front_page_does_not_take_the_root(read_one: Reads) -> None:
    assert read_one(post_type="page", link="https://old.example/").addresses == []


def test_a_static_front_page_had_its_own_name_too(read_one: Reads) -> None:
    page = read_one(post_type="page", link="https://old.example/", post_name="welcome")
    assert "https://old.example/welcome/" in page.aliases
    assert (
        "https://old.example/welcome/"
        not in read_one(link="https://old.example/", post_name="welcome").aliases
    )


def test_a_static_front_page_below_the_hosts_root_keeps_its_address(read: Reads) -> None:
    blog = read(wxr(item(post_type="page", link="https://old.example/sub/"), base="https://old.example/sub"))
    assert blog.posts[0].addresses == ["https://old.example/sub/"]


def test_archives_are_of_the_days_of_the_blogs_own_clock(read: Reads) -> None:
    found = redirects(read(wxr(item(post_date="2021-01-01 00:30:00", post_date_gmt="2020-12-31 23:30:00"))))
    assert found["https://old.example/2021/01/01/"] == "archive:2021/01"
    assert found["https://old.example/2021/"] == "archive:2021"
    assert "https://old.example/2020/" not in found


def test_lists_and_feeds_lead_to_theirs(read: Reads) -> None:
    filed = term("category", "soup", "Soup") + term("post_tag", "salt", "Salt")
    found = redirects(read(wxr(item(extra=filed), top=AUTHORS + CATEGORIES)))
    base = "https://old.example"
    expected = {
        f"{base}/category/food/soup/": "category:soup",
        f"{base}/category/food/soup/feed/": "feed:category:soup",
        f"{base}/?cat=5": "category:soup",
        f"{base}/tag/salt/": "tag:salt",
        f"{base}/author/jane/": "author:jane",
        f"{base}/?author=3": "author:jane",
        f"{base}/feed/": "feed:",
        f"{base}/?feed=rss2": "feed:",
        f"{base}/2020/": "archive:2020",
        f"{base}/2020/03/": "archive:2020/03",
        f"{base}/2020/03/01/": "archive:2020/03",
    }
    assert expected.items() <= found.items()


def test_an_authors_list_keeps_the_underscores_of_the_account(read: Reads) -> None:
    found = redirects(read(wxr(item(creator="Jane_M._Doe"), top="")))
    base = "https://old.example"
    assert found[f"{base}/author/jane_m-_doe/"] == found[f"{base}/author/jane-m-doe/"] == "author:Jane_M._Doe"
    assert found[f"{base}/author/jane_m-_doe/feed/"] == "feed:author:Jane_M._Doe"
    assert found[f"{base}/?author_name=jane_m-_doe"] == "author:Jane_M._Doe"


def test_a_blog_below_a_path_keeps_it(read: Reads) -> None:
    post = item(link="https://old.example/blog/first/", extra=term("post_tag", "salt", "Salt"))
    blog = read(wxr(post, base="https://old.example/blog"))
    assert blog.base_path == "/blog"
    assert "https://old.example/blog/tag/salt/" in redirects(blog)


def test_lists_stand_below_the_fixed_beginning_of_the_permalinks_too(read: Reads) -> None:
    posts = [
        item(post_id=str(n), title=f"Post {n}", post_name=f"post-{n}", link=f"https://old.example/journal/post-{n}/",
             extra=term("post_tag", "salt", "Salt"))
        for n in range(1, 4)
    ]  # fmt: skip
    found = redirects(read(wxr(*posts)))
    assert {"https://old.example/journal/tag/salt/", "https://old.example/tag/salt/"} <= set(found)


def test_pages_of_files_lead_to_the_file(read: Reads) -> None:
    found = redirects(read(wxr(item(), attachment("7", "2020/03/hill.jpg"))))
    file = "media:https://old.example/wp-content/uploads/2020/03/hill.jpg"
    assert found["https://old.example/file-7/"] == file
    assert found["https://old.example/?attachment_id=7"] == file


def test_files_beside_the_export_are_found(read: Reads) -> None:
    source = wxr(item(), attachment("7", "2020/03/hill.jpg"))
    blog = read({"export.xml": source, "site/wp-content/uploads/2020/03/hill.jpg": b"picture"})
    (media,) = blog.media.values()
    assert media.path == "site/wp-content/uploads/2020/03/hill.jpg"
    assert blog.media_roots == ["site"]


def linking(*paths: str) -> str:
    return " ".join(f'<a href="https://www.old.example{path}">x</a>' for path in paths)


def test_links_tell_what_stood_before_categories_and_tags(read: Reads) -> None:
    links = linking("/topics/food/soup/", "/things/salt/feed/") + '<a href="/things/oil/?x=1">x</a>'
    filed = (
        term("category", "soup", "Soup") + term("post_tag", "salt", "Salt") + term("post_tag", "oil", "Oil")
    )
    found = redirects(read(wxr(item(links, extra=filed), top=AUTHORS + CATEGORIES)))
    expected = {
        "https://old.example/topics/food/": "category:food",
        "https://old.example/topics/food/soup/": "category:soup",
        "https://old.example/topics/soup/feed/": "feed:category:soup",
        "https://old.example/things/oil/": "tag:oil",
        "https://old.example/tag/oil/": "tag:oil",
    }
    assert expected.items() <= found.items()


def test_one_link_to_something_called_like_a_tag_tells_nothing(read: Reads) -> None:
    filed = (
        term("post_tag", "salt", "Salt") + term("post_tag", "first", "First") + term("post_tag", "oil", "Oil")
    )
    links = linking(
        "/shop/salt/", "/wp-content/salt/", "/wp-content/oil/", "/2020/oil/", "/2020/salt/", "/tags/first/"
    )
    found = redirects(read(wxr(item(links, extra=filed))))
    assert [path for path in found if "/shop/" in path or "/wp-content/" in path or "/tags/" in path] == []
    assert "https://old.example/2020/salt/" not in found


def test_a_page_below_which_things_are_called_like_tags_stays_a_page(read: Reads) -> None:
    filed = term("post_tag", "salt", "Salt") + term("post_tag", "oil", "Oil")
    page = item(post_id="2", post_type="page", link="https://old.example/goods/", post_name="goods")
    found = redirects(read(wxr(item(linking("/goods/salt/", "/goods/oil/"), extra=filed), page)))
    assert "https://old.example/goods/salt/" not in found


def test_addresses_of_former_permalinks_lead_to_their_posts(read: Reads) -> None:
    links = linking(
        "/index.php/2020/03/01/first/", "/archives/first.html", "/1999/01/first/", "/2020/first/amp/"
    )
    other = item(
        links + linking("/2020/hidden/"), post_id="2", post_name="second", link="https://old.example/second/"
    )
    hidden = item(post_id="3", post_name="hidden", link="https://old.example/hidden/", status="draft")
    first, _second, third = read(wxr(item(), other, hidden)).posts
    assert first.aliases == [
        "https://old.example/?p=1",
        "https://old.example/2020/first/",
        "https://old.example/archives/first.html",
        "https://old.example/index.php/2020/03/01/first/",
    ]
    assert not any("2020/hidden" in alias for alias in third.aliases)


def test_a_name_two_posts_have_is_not_guessed(read: Reads) -> None:
    links = linking("/archives/first/")
    blog = read(wxr(item(), item(links, post_id="2", title="B", link="https://old.example/2021/03/first/")))
    assert not any("archives" in alias for post in blog.posts for alias in post.aliases)
