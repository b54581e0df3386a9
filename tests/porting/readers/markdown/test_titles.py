"""What a post without a title of its own is called, its first heading; and what a site is called."""

import pytest

from tests.porting.readers.markdown.site import only, read


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("# Mills", "Mills"),
        ("# Mills #", "Mills"),
        ("# Mills ##  ", "Mills"),
        ("# C#", "C#"),
        ("# C# and F# #", "C# and F#"),
        ("Mills of C#\n===", "Mills of C#"),
        ("\n\n  # Mills", "Mills"),
        ("Words before.\n\n# C#", "C#"),
    ],
)
def test_signs_that_close_a_heading_are_none_of_its_words(tmp_path, heading, title):
    assert only(read(tmp_path, "markdown", {"a.md": f"{heading}\n\nThe text.\n"})).title == title


def test_stars_in_a_setting_are_no_comment_and_comments_are_no_settings(tmp_path):
    config = """
    // title: 'Old',
    module.exports = {
      exclude: ['drafts/**'], url: 'https://mills.example', /* title: 'Older', */ title: 'Mills',
      include: ['**/*.md'],
    };
    """
    found = read(
        tmp_path, "docusaurus", {"docusaurus.config.js": config, "blog/2020-01-01-a.md": "# A\n\nB."}
    )
    assert (found.title, found.hosts) == ("Mills", {"mills.example"})
