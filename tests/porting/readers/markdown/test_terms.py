"""Tags and categories that are written in unusual forms."""

import pytest

from tests.porting.readers.markdown.site import only, read


def post(tmp_path, header: str, config: str = ""):
    files = {
        "_config.yml": f"title: T\n{config}\n",
        "_posts/2020-01-02-one.md": f"---\n{header}\n---\n\nText",
    }
    return read(tmp_path, "jekyll", files)


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("tags:\n  - C++: the good parts\n  - Web", ["C++: the good parts", "Web"]),
        ("tags:\n  - Rust:\n  - Web", ["Rust", "Web"]),
        ("tags:\n  C++: parts\n  Web:", ["C++: parts", "Web"]),
        ("tags:\n  - [one, two]\n  - three", ["one", "two", "three"]),
        ("tags:\n  - Deep:\n      - one\n      - two", ["Deep", "one", "two"]),
        ("tag:\n  C++: parts", ["C++: parts"]),
        ("tags: [2019, 1.5, true]", ["2019", "1.5", "True"]),
    ],
)
def test_no_tag_is_lost_for_the_way_it_is_written(tmp_path, header, names):
    blog = post(tmp_path, header)
    assert [blog.tags[key].name for key in only(blog).tags] == names


def test_a_category_written_as_a_table_has_a_readable_name_and_address(tmp_path):
    blog = post(tmp_path, "categories:\n  - Notes: short", "permalink: /:categories/:title/")
    assert [blog.categories[key].name for key in only(blog).categories] == ["Notes: short"]
    assert "{" not in only(blog).addresses[0]


def test_tags_with_a_label_are_called_by_it(tmp_path):
    header = "tags:\n  - label: Green\n    permalink: /green"
    blog = post(tmp_path, header)
    assert [blog.tags[key].name for key in only(blog).tags] == ["Green"]


def test_words_in_each_other_without_end_cost_no_post(tmp_path):
    assert only(post(tmp_path, f"tags: {'[' * 60}deep{']' * 60}")).title
