"""Days as posts of Jekyll say them."""

from tests.porting.readers.markdown.site import by_id, kinds, read


def test_a_day_before_its_year_is_read_as_ruby_does_and_reported_where_it_could_be_a_month(tmp_path):
    files = {
        "_config.yml": "title: x\n",
        "_posts/2017-09-11-a.md": "---\ntitle: A\ndate: 11-9-2017\n---\n\nx",
        "_posts/2017-09-21-b.md": "---\ntitle: B\ndate: 21/9/2017\n---\n\nx",
    }
    posts = by_id(read(tmp_path, "jekyll", files))
    assert [f"{post.date:%Y-%m-%d}" for post in posts.values()] == ["2017-09-11", "2017-09-21"]
    assert ["date" in kinds(post) for post in posts.values()] == [True, False]
