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


def test_an_authors_page_may_have_an_address_of_its_own(tmp_path):
    people = "ann:\n  name: Ann Ash\n  page: {permalink: /gardener}\nbob_b: {name: Bob, page: true}\n"
    files = {"docusaurus.config.js": CONFIG % "authors.yml", "blog/authors.yml": people, "blog/a.md": POST}
    led = {one.address: one.target for one in read(tmp_path, "docusaurus", files).redirects}
    assert led["/blog/authors/gardener"] == "author:ann"
    assert led["/blog/authors/bob-b"] == "author:bob_b"
