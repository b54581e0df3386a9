"""The fields before a text, in every form and broken in every way."""

import pytest

from porting.readers.markdown.decoding import decode
from porting.readers.markdown.front import split, split_lines


def test_yaml_toml_and_json_headers_are_read():
    assert split("---\ntitle: One\n---\nText").data == {"title": "One"}
    assert split('+++\ntitle = "Two"\n[taxonomies]\ntags = ["a"]\n+++\nText').data == {
        "title": "Two",
        "taxonomies": {"tags": ["a"]},
    }
    assert split('{\n "title": "Three"\n}\n\nText').data == {"title": "Three"}


def test_the_text_starts_behind_the_header():
    assert split("---\ntitle: One\n---\n\nText\n---\nmore").body == "\nText\n---\nmore"


def test_an_impossible_date_does_not_cost_the_header():
    assert split("---\ndate: 2017-02-29 11:00\ntitle: Leap\n---\n").data == {
        "date": "2017-02-29 11:00",
        "title": "Leap",
    }


def test_words_that_older_yaml_takes_for_something_else_stay_words():
    assert split("---\ntitle: No\ntime: 11:00\ncount: 3\ndraft: true\n---\n").data == {
        "title": "No",
        "time": "11:00",
        "count": 3,
        "draft": True,
    }


def test_tabs_and_doubled_keys_are_accepted():
    front = split("---\ntitle: One\ntags:\n\t- a\n\t- b\ntitle: Two\n---\n")
    assert front.data == {"title": "Two", "tags": ["a", "b"]}
    assert not front.error


def test_a_broken_header_keeps_the_fields_that_can_be_read_and_names_the_line():
    front = split('---\ntitle: A "quoted" start: no\nauthor: Ann\ntags: [a, b\n---\nText')
    assert front.data["author"] == "Ann"
    assert front.data["title"] == 'A "quoted" start: no'
    assert front.error.startswith("Line ")
    assert front.body == "Text"


def test_a_broken_toml_header_keeps_its_good_lines():
    front = split('+++\ntitle = "Good"\ndate = 2020-13-40\nweird = \n+++\nText')
    assert front.data["title"] == "Good"
    assert "TOML" in front.error


def test_a_mark_at_the_start_and_windows_line_ends_do_not_hide_the_header():
    text, said = decode(b"\xef\xbb\xbf---\r\ntitle: One\r\n---\r\nText\r\n")
    assert split(text).data == {"title": "One"}
    assert said == ""


def test_a_text_without_header_is_left_whole():
    assert split("# Title\n\n---\n\nText").body == "# Title\n\n---\n\nText"
    assert split("---\n\nA rule first\n").data == {}


def test_old_windows_letters_are_read_and_reported():
    text, said = decode("Line\nCaf\xe9".encode("cp1252"))
    assert text == "Line\nCafé"
    assert said.startswith("Line 2")


def test_pelican_lines_are_fields_and_go_on_when_indented():
    front = split_lines("Title: One\nSummary: A long\n    summary\nTags: a, b\n\nText")
    assert front.data == {"title": "One", "summary": "A long\nsummary", "tags": "a, b"}
    assert front.body == "Text"


def test_a_text_that_only_looks_like_pelican_lines_stays_a_text():
    assert not split_lines("Note: this is a sentence.\nAnd it goes on here.\n").found


def test_a_header_that_unfolds_without_end_is_refused_at_once():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    front = split("---\n" + "\n".join(lines) + "\n---\nText")
    assert (front.data, front.body) == ({}, "Text")
    assert "more values" in front.error


def test_a_header_nested_without_end_is_refused_at_once():
    front = split("---\nx: " + "[" * 5000 + "\n---\nText")
    assert (front.data, front.body) == ({}, "Text")
    assert "too deeply" in front.error


def test_a_header_whose_lines_merge_each_other_without_end_is_refused_at_once():
    lines = ["a0: &a0 {k: v}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 12)]
    front = split("---\ntitle: One\n" + "\n".join(lines) + "\n---\nText")
    assert (front.data["title"], front.body) == ("One", "Text")
    assert "more values" in front.error


def test_fields_that_many_posts_share_are_merged():
    front = split("---\nall: &all {tags: [a], lang: en}\npost:\n  <<: *all\n  lang: de\n---\nText")
    assert front.data["post"] == {"tags": ["a"], "lang": "de"}


def test_values_within_values_without_end_are_refused_in_every_kind_of_header():
    deep = "a." * 3000 + "a = 1"
    for text in (f"+++\n{deep}\n+++\nText", "+++\na = " + "[" * 5000 + "\n+++\nText"):
        front = split(text)
        assert front.body == "Text"
        assert front.error
    assert split('{"a": ' * 300 + "1" + "}" * 300 + "\nText").error


@pytest.mark.parametrize(
    "header",
    [
        '---json\n{"title": "One", "tags": ["a", "b"], "draft": true}\n---\n',
        "---js\n{\n  // what it is\n  title: 'One', tags: ['a', `b`], draft: true,\n}\n---\n",
        '---toml\ntitle = "One"\ntags = ["a", "b"]\ndraft = true\n---\n',
        "--- yaml\ntitle: One\ntags: [a, b]\ndraft: true\n---\n",
    ],
)
def test_a_header_may_name_its_language(header):
    front = split(header + "Text\n\n---\nMore")
    assert (front.data, front.error) == ({"title": "One", "tags": ["a", "b"], "draft": True}, "")
    assert front.body == "Text\n\n---\nMore"


def test_a_header_that_is_a_program_is_not_run_and_told():
    front = split("---js\n{title: 'One', date: new Date(), eleventyComputed: {a: d => d.b}}\n---\nText")
    assert (front.data, front.body) == ({"title": "One", "eleventyComputed": {}}, "Text")
    assert "date, eleventyComputed.a" in front.error
    front = split("---js\nconst title = make();\n---\nText")
    assert (front.data, front.body, bool(front.error)) == ({}, "Text", True)
