"""What an export holds beside posts, and has no place here, is told once."""

import json

import pytest


def said(blog):
    return "\n".join(problem.detail for problem in blog.problems)


def setting(key, value):
    return {"settings": [{"key": key, "value": value}]}


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        (
            setting("navigation", json.dumps([{"label": "About us", "url": "/about/"}])),
            ["About us", "/about/"],
        ),
        (setting("secondary_navigation", json.dumps([{"label": "Terms", "url": "/terms/"}])), ["Terms"]),
        (setting("codeinjection_head", "<script>track()</script>"), ["codeinjection_head", "track()"]),
        (setting("ghost_foot", "<script>track()</script>"), ["ghost_foot"]),
        (setting("announcement_content", "<p>We <b>moved</b></p>"), ["We moved"]),
        (setting("logo", "/content/images/logo.png"), ["logo", "/content/images/logo.png"]),
        ({"snippets": [{"id": "1", "name": "Sign-off"}]}, ["Sign-off"]),
        (
            {"recommendations": [{"title": "A friend", "url": "https://x.example/"}]},
            ["A friend", "https://x.example/"],
        ),
        (
            {"tags": [{"id": "t", "slug": "jam", "name": "Jam", "feature_image": "/content/images/j.png"}]},
            ["Jam", "feature_image", "/content/images/j.png"],
        ),
        ({"tags": [{"id": "t", "name": "Jam", "description": "A", "meta_description": "Sweet"}]}, ["Sweet"]),
        (
            {"users": [{"id": "u", "slug": "ann", "name": "Ann", "location": "Paris"}]},
            ["Ann", "location", "Paris"],
        ),
    ],
)
def test_what_stood_around_the_posts_is_told(read, tables, words):
    found = said(read([{}], **tables))

    assert [word for word in words if word not in found] == []


def test_a_tags_only_description_is_its_own_and_not_told(read):
    blog = read([{}], tags=[{"id": "t", "slug": "jam", "name": "Jam", "meta_description": "Sweet"}])

    assert (blog.tags["jam"].description, blog.problems) == ("Sweet", [])


def test_links_in_the_words_below_covers_are_told_once(read):
    caption = 'Photo by <a href="https://x.example/ann?a=1&amp;b=2">Ann</a>'
    meta = [{"post_id": f"64a{at}", "feature_image_caption": caption} for at in (1, 2)]
    rows = [
        {"feature_image": "/content/images/a.png"},
        {"feature_image": "/content/images/b.png", "slug": "b"},
    ]
    blog = read(rows, posts_meta=meta)

    assert blog.posts[0].cover.caption == "Photo by Ann"
    assert [problem.detail.count("https://x.example/ann?a=1&b=2") for problem in blog.problems] == [1]


@pytest.mark.parametrize("value", ["[", "null", "3", '[{"label": 3}]', '["x"]', ""])
def test_damaged_and_empty_settings_are_passed_over(read, value):
    assert not read([{}], **setting("navigation", value)).problems
