"""Texts that open and never close: nothing is lost, nothing raises, nothing takes minutes."""

import zipfile

import pytest

from porting.packages import Package
from porting.readers import reader
from porting.readers.options import ReadOptions
from tests.patience import patience
from tests.porting.readers.markdown.site import only, read

PLACES = {
    "docusaurus": "blog/2020-01-01-a.md",
    "jekyll": "_posts/2020-01-01-a.md",
    "hugo": "content/posts/a.md",
    "zola": "content/posts/a.md",
    "markdown": "a.md",
}
TEXTS = [
    "{% x ",
    "{{ x ",
    "{{< x ",
    "{{ a(",
    "<A b={",
    "<A>",
    ":::note\n",
    "> [!NOTE]\n",
    "{% raw %}",
    "{% note %}",
    "[[",
    "<!--",
    ":" * 20,
    "[" * 20,
    "[[#" * 10,
]


@pytest.mark.parametrize("format_name", PLACES)
@pytest.mark.parametrize("text", TEXTS)
def test_what_never_closes_is_read_all_the_same(tmp_path, format_name, text):
    written = {PLACES[format_name]: "---\ntitle: T\n---\nFirst\n\n" + text * 1000}
    with patience():
        post = only(read(tmp_path, format_name, written))
    assert post.html.startswith("<p>First</p>")


@pytest.mark.parametrize("said", ["[[a]]", "[{a: [b]}]", "word", "7", "{a: [b], c: {d: [e]}}", "[~]"])
def test_a_configuration_of_an_odd_shape_costs_no_post(tmp_path, said):
    names = (
        "collections",
        "defaults",
        "authors",
        "author",
        "url",
        "title",
        "permalink",
        "plugins",
        "exclude",
    )
    config = "\n".join(f"{name}: {said}" for name in names)
    files = {PLACES["jekyll"]: "---\ntitle: T\n---\nText", "_config.yml": config, "_data/authors.yml": said}

    assert only(read(tmp_path, "jekyll", files)).html.strip() == "<p>Text</p>"


@pytest.mark.parametrize("format_name", PLACES)
def test_a_text_too_long_for_a_post_is_reported_and_the_others_are_read(tmp_path, format_name):
    place = PLACES[format_name]
    long = place.replace("a.md", "long.md")
    header = "---\ntitle: T\n---\n"

    blog = read(tmp_path, format_name, {place: f"{header}Text", long: header + "word " * 1_200_000})

    assert only(blog).html.strip() == "<p>Text</p>"
    assert any(problem.source == long and "too large" in problem.detail for problem in blog.problems)


@pytest.mark.parametrize("format_name", PLACES)
def test_a_damaged_file_in_a_zip_costs_no_other(tmp_path, format_name):
    path = tmp_path / "blog.zip"
    names = [PLACES[format_name], PLACES[format_name].replace("a.md", "b.md"), "about.md", "index.html"]
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, f"---\ntitle: T\n---\nWords of {name}")
    path.write_bytes(
        path.read_bytes().replace(f"Words of {names[1]}".encode(), f"Worms of {names[1]}".encode())
    )

    with Package.open(path) as package:
        blog = reader(format_name).read(package, ReadOptions())

    assert names[0] in {post.source_path or post.source_id for post in blog.posts}
    assert any(problem.source == names[1] for problem in blog.problems)
