"""Notes of Obsidian and its like."""

from __future__ import annotations

from pathlib import Path

from porting.document import SourcePost
from tests.porting.readers.markdown.site import by_id, kinds, read


def note(folder: Path, text: str, **more: str) -> SourcePost:
    """A note with this text, beside others and some files."""
    files = {
        "notes/a.md": text,
        "notes/Other note.md": "---\naliases: [The second]\n---\nText",
        "files/pic.png": "x",
        "files/plan.pdf": "x",
        "files/talk.mp3": "x",
    }
    return by_id(read(folder, "markdown", files | more))["notes/a.md"]


def test_links_lead_to_notes_and_to_parts_of_them(tmp_path: Path) -> None:
    post = note(
        tmp_path,
        "[[Other note]] [[Other note#Some part|label]] [[Other note#Some part]] [[the second]] [[Nowhere]] [[#Here]]"
        " [md](Other%20note.md)",
    )
    assert '<a href="source:notes/Other note.md">Other note</a>' in post.html
    assert '<a href="source:notes/Other note.md#some-part">label</a>' in post.html
    assert '<a href="source:notes/Other note.md#some-part">Other note &gt; Some part</a>' in post.html
    assert '<a href="source:notes/Other note.md">the second</a>' in post.html
    assert '<a href="source:notes/Other note.md">md</a>' in post.html
    assert '<a href="#here">Here</a>' in post.html
    assert " Nowhere " in post.html
    assert kinds(post) == {"link"}


def test_files_are_shown_played_or_linked_wherever_they_are(tmp_path: Path) -> None:
    post = note(tmp_path, "![[pic.png]] ![[pic.png|300]] ![[pic.png|The alt]] [[plan.pdf]]\n\n![[talk.mp3]]")
    assert post.html.count('<img src="/files/pic.png"') == 3
    assert 'alt="The alt"' in post.html
    assert '<a href="/files/plan.pdf">plan.pdf</a>' in post.html
    assert '<audio src="/files/talk.mp3" controls>' in post.html
    assert kinds(post) == set()


def test_a_note_shown_in_another_becomes_a_link_which_is_told(tmp_path: Path) -> None:
    post = note(tmp_path, "![[Other note]]")
    assert '<a href="source:notes/Other note.md">Other note</a>' in post.html
    assert kinds(post) == {"text"}


def test_what_readers_of_notes_never_saw_is_not_shown(tmp_path: Path) -> None:
    text = "[[Other note]] One %%unseen%% two. ^mark-1\n\n%%\nunseen\nall of it\n%%\n\n`%%code%%`"
    post = note(tmp_path, text)
    assert "unseen" not in post.html
    assert "mark-1" not in post.html
    assert "%%code%%" in post.html
    assert kinds(post) == {"text"}


def test_signs_for_hundredths_are_no_comments_outside_of_notes(tmp_path: Path) -> None:
    assert "5%% and 6%%" in note(tmp_path, "5%% and 6%%").html


def test_marked_words_are_marked(tmp_path: Path) -> None:
    assert note(tmp_path, "a ==b c== d == e == f `==g==`").html == (
        "<p>a <mark>b c</mark> d == e == f <code>==g==</code></p>\n"
    )


def test_other_names_of_a_note_are_no_addresses_in_a_vault(tmp_path: Path) -> None:
    files = {".obsidian/app.json": "{}", "a.md": "---\naliases: [Second name, /old/]\n---\nText"}
    post = by_id(read(tmp_path, "markdown", files))["a.md"]
    assert post.aliases == ["/old/"]
    assert post.kept == {"aliases": "Second name"}
