"""What a post is besides its body."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from porting.document import CommentState, State

from .conftest import AUTHORS, Reads, attachment, comment, item, meta, term, wxr


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("publish", State.PUBLISHED), ("future", State.SCHEDULED), ("draft", State.DRAFT), ("pending", State.PENDING),
        ("private", State.PRIVATE), ("trash", State.TRASH), ("inherit", State.DRAFT), ("in-review", State.DRAFT),
    ],
)  # fmt: skip
def test_states_are_kept(read_one: Reads, status: str, state: State) -> None:
    assert read_one(status=status).state is state


def test_a_published_post_of_the_future_is_scheduled(read_one: Reads) -> None:
    assert read_one(post_date_gmt="2199-01-01 00:00:00").state is State.SCHEDULED


def test_a_post_without_a_state_is_not_made_public_and_says_so(read_one: Reads) -> None:
    post = read_one(status="")
    assert post.state is State.DRAFT
    assert "does not say whether it was public" in post.problems[0].detail


def test_a_copy_that_is_rewritten_beside_the_public_post_is_a_draft(read_one: Reads) -> None:
    post = read_one(status="dp-rewrite-republish")
    assert (post.state, post.problems) == (State.DRAFT, [])


def test_a_password_is_kept_with_its_state(read_one: Reads) -> None:
    post = read_one(post_password="pass word")
    assert (post.state, post.password) == (State.PASSWORD, "pass word")
    assert read_one(post_password="x", status="draft").state is State.DRAFT


def test_an_empty_post_the_editor_made_is_no_post(read: Reads) -> None:
    assert [p.title for p in read(wxr(item(), item("", post_id="2", status="auto-draft"))).posts] == ["First"]


def test_dates_are_those_in_gmt(read_one: Reads) -> None:
    post = read_one(post_date="2020-03-01 14:00:00", post_modified_gmt="2021-01-01 10:00:00")
    assert post.date == datetime(2020, 3, 1, 12, tzinfo=UTC)
    assert post.updated == datetime(2021, 1, 1, 10, tzinfo=UTC)


def test_a_day_that_does_not_exist_is_reported_and_the_post_kept(read_one: Reads) -> None:
    post = read_one(post_date="2017-02-29 11:00:00", post_date_gmt="2017-02-29 10:00:00")
    assert post.date is None
    assert [p.kind for p in post.problems] == ["date"]
    assert "2017-02-29" in post.problems[0].detail


def test_zeros_are_no_date(read_one: Reads) -> None:
    post = read_one(
        post_date="0000-00-00 00:00:00",
        post_date_gmt="0000-00-00 00:00:00",
        pubDate="Mon, 30 Nov -0001 00:00:00 +0000",
    )
    assert (post.date, post.problems) == (None, [])


def test_the_feeds_date_stands_in_for_a_missing_one(read_one: Reads) -> None:
    post = read_one(post_date_gmt="0000-00-00 00:00:00", pubDate="Tue, 03 Mar 2020 08:00:00 +0100")
    assert post.date == datetime(2020, 3, 3, 7, tzinfo=UTC)


def test_the_blogs_own_clock_is_set_right_by_its_other_posts(read: Reads) -> None:
    blog = read(
        wxr(
            item(),
            item(
                post_id="2", title="B", post_date="2020-06-01 10:00:00", post_date_gmt="0000-00-00 00:00:00"
            ),
        )
    )
    assert blog.posts[1].date == datetime(2020, 6, 1, 9, tzinfo=UTC)


def test_names_are_plain_text(read_one: Reads) -> None:
    post = read_one(
        title="Salt &amp; <em>pepper</em>",
        excerpt="<p>Short &#8220;words&#8221;.</p><p>More.</p>",
        post_name="%C3%A9t%C3%A9",
    )
    assert (post.title, post.summary, post.slug) == ("Salt & pepper", "Short “words”. More.", "été")


def test_sticky_posts_are_featured(read_one: Reads) -> None:
    assert read_one(is_sticky="1").featured


def test_tags_categories_and_other_taxonomies_stay_apart(read: Reads) -> None:
    top = (
        "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>food</wp:category_nicename><wp:category_parent/>"
        "<wp:cat_name><![CDATA[Food]]></wp:cat_name></wp:category>"
        "<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>soup</wp:category_nicename>"
        "<wp:category_parent>food</wp:category_parent><wp:cat_name><![CDATA[Soup &amp; stew]]></wp:cat_name>"
        "<wp:category_description><![CDATA[Hot]]></wp:category_description></wp:category>"
        "<wp:tag><wp:term_id>6</wp:term_id><wp:tag_slug>salt</wp:tag_slug><wp:tag_name>Salt</wp:tag_name></wp:tag>"
    )
    filed = (
        term("category", "soup", "Soup &amp; stew")
        + term("post_tag", "salt", "Salt")
        + term("mood", "glad", "Glad")
    )
    filed += term("language", "de", "Deutsch") + "<category><![CDATA[Salt]]></category>"
    blog = read(wxr(item(extra=filed), top=AUTHORS + top))
    (post,) = blog.posts
    assert (post.categories, post.tags) == (["soup", "salt"], ["salt"])
    assert (blog.categories["soup"].name, blog.categories["soup"].parent) == ("Soup & stew", "food")
    assert blog.categories["soup"].description == "Hot"
    assert post.kept == {"taxonomy mood": ["Glad"]}
    assert post.language == "de"


def test_a_category_named_twice_by_the_oldest_version_counts_once(read: Reads) -> None:
    twice = "<category><![CDATA[Food]]></category>" + term("category", "food", "Food")
    blog = read(wxr(item(extra=twice), version="1.0", top=""))
    assert (blog.posts[0].categories, list(blog.categories)) == (["food"], ["food"])


def test_series_of_a_plugin_keep_their_order(read_one: Reads) -> None:
    post = read_one(extra=term("series", "long-tale", "A long tale") + meta("_series_part", "2"))
    assert (post.series, post.series_position) == ("long-tale", 2)


def test_an_author_nobody_described_is_kept(read: Reads) -> None:
    blog = read(wxr(item(creator="joe"), top=""))
    assert blog.authors["joe"].name == "joe"


def test_what_was_not_moved_is_told_in_one_sentence_and_by_type(read: Reads) -> None:
    left = [
        ("2", "nav_menu_item"),
        ("3", "nav_menu_item"),
        ("4", "wp_navigation"),
        ("5", "my_team"),
        ("6", "post"),
    ]
    others = [item("", post_id=number, post_type=kind, status="auto-draft") for number, kind in left]
    blog = read(wxr(item(), *others))
    said = [problem.detail for problem in blog.problems if problem.kind == "type"]
    assert len(blog.posts) == 1
    assert [("2 nav_menu_item, 1 wp_navigation" in one, "“my_team”" in one) for one in said] == [
        (True, False),
        (False, True),
    ]


def test_what_old_versions_filed_pages_under_is_no_category(read: Reads) -> None:
    filed = term("category", "uncategorized", "Uncategorized")
    page, post = read(
        wxr(item(post_type="page", extra=filed), item(post_id="2", title="Two", extra=filed))
    ).posts
    assert (page.categories, page.kept, post.categories) == ([], {}, ["uncategorized"])


def test_the_portrait_of_a_guest_author_comes_along(read: Reads) -> None:
    guest = item("", post_id="9", post_type="guest-author", post_name="cap-mia", title="Mia Guest",
                 extra=meta("cap-user_login", "mia") + meta("_thumbnail_id", "7"))  # fmt: skip
    blog = read(wxr(item(extra=term("author", "cap-mia", "mia")), guest, attachment("7", "2020/03/mia.jpg")))
    assert blog.authors["mia"].portrait == "https://old.example/wp-content/uploads/2020/03/mia.jpg"


def test_co_authors_and_guests_come_in_order(read: Reads) -> None:
    guest = item(
        "", post_id="9", post_type="guest-author", post_name="cap-mia", title="Mia Guest",
        extra=meta("cap-user_login", "mia") + meta("cap-display_name", "Mia Guest") + meta("cap-website", "https://mia.example"),
    )  # fmt: skip
    blog = read(wxr(item(extra=term("author", "cap-mia", "mia") + term("author", "cap-jane", "jane")), guest))
    (post,) = blog.posts
    assert [blog.authors[key].name for key in post.authors] == ["Mia Guest", "Jane Doe"]
    assert ("website", "https://mia.example") in blog.authors["mia"].links


def test_pages_keep_their_place(read: Reads) -> None:
    parent = item(post_id="1", post_type="page", title="Above")
    child = item(post_id="2", post_type="page", title="Below", post_parent="1", menu_order="3")
    orphan = item(post_id="3", post_type="page", title="Alone", post_parent="77")
    pages = read(wxr(parent, child, orphan)).posts
    assert [(p.kind, p.parent, p.menu_order) for p in pages] == [
        ("page", "", 0),
        ("page", "1", 3),
        ("page", "", 0),
    ]


def test_other_types_become_posts_and_machinery_does_not(read: Reads) -> None:
    blog = read(
        wxr(
            item(),
            item(post_id="2", post_type="recipe", title="Soup", link="https://old.example/recipe/soup/"),
            item(
                post_id="3",
                post_type="secret_form",
                title="Sent",
                link="https://old.example/?post_type=secret_form&#038;p=3",
            ),
            item(post_id="4", post_type="nav_menu_item", title="Menu"),
            item(post_id="5", post_type="shop_order", title="Order"),
        )
    )
    assert [(p.title, p.state.value) for p in blog.posts] == [
        ("First", "published"),
        ("Soup", "published"),
        ("Sent", "draft"),
    ]
    assert "type" in {problem.kind for problem in blog.posts[1].problems}
    assert any("nav_menu_item" in problem.detail for problem in blog.problems)


def test_the_cover_may_come_later_in_the_file(read: Reads) -> None:
    blog = read(
        wxr(
            item(extra=meta("_thumbnail_id", "7")),
            attachment("7", "2020/03/hill.jpg", alt="A hill", excerpt="At dawn"),
        )
    )
    cover = blog.posts[0].cover
    assert (cover.url[-8:], cover.alt, cover.caption) == ("hill.jpg", "A hill", "At dawn")


def test_a_cover_that_is_not_there_is_reported(read_one: Reads) -> None:
    post = read_one(extra=meta("_thumbnail_id", "70"))
    assert (post.cover, [p.kind for p in post.problems]) == (None, ["feature"])


@pytest.mark.parametrize(
    ("title", "description", "canonical"),
    [
        ("_yoast_wpseo_title", "_yoast_wpseo_metadesc", "_yoast_wpseo_canonical"),
        ("rank_math_title", "rank_math_description", "rank_math_canonical_url"),
        ("_aioseo_title", "_aioseo_description", "_aioseo_canonical_url"),
        ("_seopress_titles_title", "_seopress_titles_desc", "_seopress_robots_canonical"),
    ],
)
def test_fields_of_search_plugins_are_kept(
    read_one: Reads, title: str, description: str, canonical: str
) -> None:
    post = read_one(
        extra=meta(title, "%%title%% %%sep%% %%sitename%%")
        + meta(description, "About it")
        + meta(canonical, "https://a.example/")
    )
    assert (post.seo_title, post.seo_description, post.canonical_url) == (
        "First - Notes",
        "About it",
        "https://a.example/",
    )


def test_a_products_pictures_are_shown_and_its_price_is_listed(read: Reads) -> None:
    fields = meta("_product_image_gallery", "8,9") + meta("_regular_price", "35") + meta("_sku", "AB-1")
    product = item("<p>Words.</p>", post_type="product", extra=fields)
    blog = read(wxr(product, attachment("8", "2020/03/a.jpg", alt="A"), attachment("9", "2020/03/b.jpg")))
    assert blog.posts[0].html.count("<img") == 2
    assert 'data-block="gallery"' in blog.posts[0].html
    assert blog.posts[0].kept == {"regular price": "35", "sku": "AB-1"}


@pytest.mark.parametrize(
    ("field", "value", "unlisted"),
    [
        ("_yoast_wpseo_meta-robots-noindex", "1", True),
        ("_yoast_wpseo_meta-robots-noindex", "2", False),
        ("rank_math_robots", 'a:1:{i:0;s:7:"noindex";}', True),
        ("rank_math_robots", 'a:1:{i:0;s:5:"index";}', False),
        ("_seopress_robots_index", "yes", True),
    ],
)
def test_what_search_engines_were_to_leave_out_is_unlisted(
    read_one: Reads, field: str, value: str, unlisted: bool
) -> None:
    post = read_one(extra=meta(field, value))
    assert post.unlisted is unlisted
    assert [problem.kind for problem in post.problems] == ["state"] * unlisted
    assert post.kept == {}


def test_a_page_that_search_engines_were_to_leave_out_is_told(read_one: Reads) -> None:
    page = read_one(extra=meta("_genesis_noindex", "1"), post_type="page")
    assert page.unlisted is False
    assert "they may show it" in page.problems[0].detail


def test_fields_without_a_place_are_listed(read_one: Reads) -> None:
    assert read_one(extra=meta("subtitle", "Of sorts") + meta("_edit_last", "1")).kept == {
        "subtitle": "Of sorts"
    }


def test_the_sound_of_a_podcast_is_part_of_the_post(read_one: Reads) -> None:
    post = read_one(extra=meta("enclosure", "https://old.example/a.mp3\n1234\naudio/mpeg"))
    assert '<audio src="https://old.example/a.mp3" controls></audio>' in post.html


def test_comments_keep_parents_states_and_kinds(read_one: Reads) -> None:
    post = read_one(
        extra=comment(
            "1", author_url="http://ann.example", author_email="ann@old.example", author_IP="192.0.2.7"
        )
        + comment("2", parent="1", approved="0")
        + comment("3", approved="spam", parent="99", author_url="javascript:alert(1)")
        + comment("4", type="pingback", author="Elsewhere &laquo; blog")
        + comment("5", type="order_note")
    )
    one, two, three, four = post.comments
    assert (one.html, one.author_url, one.date) == (
        "<p>One</p>\n<p>Two</p>",
        "http://ann.example",
        datetime(2020, 3, 2, 10, tzinfo=UTC),
    )
    assert (two.parent_id, two.state) == ("1", CommentState.PENDING)
    assert (three.parent_id, three.state, three.author_url) == ("", CommentState.SPAM, "")
    assert (four.kind, four.author_name) == ("pingback", "Elsewhere « blog")
    assert "192.0.2.7" not in repr(post)
    assert "ann@old.example" not in repr(post)


def test_a_picture_alone_is_an_entry_where_others_of_its_type_have_words(read: Reads) -> None:
    def work(number: str, content: str = "", kind: str = "portfolio", extra: str = "", **more: str) -> str:
        link = f"https://old.example/works/{kind}-{number}/"
        given = {"post_type": kind, "post_id": number, "post_name": f"{kind}-{number}", "link": link} | more
        return item(content, extra=extra, **given)

    cover = meta("_thumbnail_id", "90")
    blog = read(
        wxr(
            attachment("90", "2020/03/hill.jpg"),
            item(),
            work("2", "<p>Words.</p>"),
            work("3", extra=cover),
            work("4"),
            work("5", extra=cover, status="draft"),
            work("6", extra=cover, kind="logo"),
            work("7", extra=cover, link="https://old.example/?portfolio=seven"),
        )
    )
    assert [post.source_id for post in blog.posts] == ["1", "2", "3"]
    assert blog.posts[2].cover.url.endswith("hill.jpg")
    assert blog.posts[2].addresses[0].endswith("/works/portfolio-3/")


@pytest.mark.parametrize(
    "content",
    [
        "<img src='http://[name]/a.jpg'> Words",
        "<a href='http://[name]/a.jpg'><img src='http://[name]/a.jpg'></a> Words",
        "<iframe src='http://[name]/'></iframe> Words",
        "<video src='http://[name]/a.mp4'></video><audio src='http://[name]/a.mp3'></audio> Words",
        "<object data='http://[name]/'></object> Words",
        '<!-- wp:acme/x {"imageUrl":"http://[name]/a.jpg","link":"http://[name]/","text":"Words"} /-->',
        '<!-- wp:embed {"url":"http://[name]/"} --><figure>http://[name]/</figure><!-- /wp:embed --><p>Words</p>',
        '<!-- wp:file --><div class="wp-block-file"><a href="http://[name]/a.pdf"></a></div><!-- /wp:file -->Words',
        "http://[name]/\n\nWords",
    ],
)
def test_an_address_that_is_none_stops_nothing(read_one: Reads, content: str) -> None:
    assert "Words" in read_one(content).html


def test_files_and_posts_with_addresses_that_are_none_are_read(read: Reads) -> None:
    wrong = attachment("7", "a.jpg", attachment_url="http://[name]/a.jpg", link="http://[name]/7/")
    blog = read(wxr(wrong, item("Words", link="http://[name]/first/", guid="http://[name]/?p=1")))
    assert blog.posts[0].html == "<p>Words</p>"
