"""Tags and people that stand in the posts themselves."""

from __future__ import annotations


def test_tags_in_a_post_are_its_tags_and_find_those_of_the_table(read):
    blog = read(
        [
            {"id": None, "slug": "one", "tags": [{"name": "How-tos"}, "Sea", {"name": "#inside"}, None, 3]},
            {"tags": [{"name": "sea", "slug": "sea"}]},
        ],
        tags=[{"id": 1, "name": "how-tos", "slug": "how-tos"}],
    )

    assert [post.tags for post in blog.posts] == [["how-tos", "Sea"], ["Sea"]]
    assert [term.name for term in blog.tags.values()] == ["how-tos", "Sea"]
    assert blog.posts[0].kept["internal_tags"] == ["#inside"]


def test_people_in_a_post_are_its_authors(read):
    blog = read([{"authors": [{"id": "5", "name": "Ann", "slug": "ann", "bio": "Sails"}, {"name": "Bo"}]}])

    assert [blog.authors[key].name for key in blog.posts[0].authors] == ["Ann", "Bo"]
    assert blog.authors["ann"].bio == "<p>Sails</p>"


def test_tags_of_the_tables_win_over_those_in_the_post(read):
    blog = read(
        [{"tags": [{"name": "Old"}]}],
        tags=[{"id": "7", "name": "Sea", "slug": "sea"}],
        posts_tags=[{"post_id": "64a1", "tag_id": "7"}],
    )

    assert blog.posts[0].tags == ["sea"]
    assert set(blog.tags) == {"sea"}


def test_columns_of_another_type_beside_the_tables_are_passed_over(read):
    blog = read([{"tags": "sea, land", "authors": {"name": "Ann"}}, {"tags": [{}], "authors": None}])

    assert [(post.tags, post.authors) for post in blog.posts] == [([], []), ([], [])]
