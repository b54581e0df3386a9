"""Where a Docusaurus blog keeps its authors."""

import pytest

from tests.porting.readers.markdown.site import only, read

POST = "---\ntitle: One\nauthors: ann\n---\nx"
CONFIG = "export default {presets: [['classic', {blog: {authorsMapPath: '%s'}}]]};"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("../authors.yml", "site/authors.yml"),
        ("./people.yml", "site/blog/people.yml"),
        ("data/people.yml", "site/blog/data/people.yml"),
        ("people.yml", "site/people.yml"),
    ],
)
def test_the_file_of_authors_is_found_from_the_blog_or_the_site(tmp_path, said, place):
    files = {
        "site/docusaurus.config.js": CONFIG % said,
        "site/blog/2020-01-02-one.md": POST,
        place: "ann: {name: Ann Ash}\n",
    }
    blog = read(tmp_path, "docusaurus", files)
    assert [blog.authors[key].name for key in only(blog).authors] == ["Ann Ash"]
