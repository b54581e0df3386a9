"""What a post without a title of its own is called: its first heading."""

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
