"""Custom fields: players a theme showed above or below the text, words somebody wrote, and settings of plug-ins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porting.document import SourcePost

from .conftest import Reads, attachment, item, meta, term, wxr

ReadOne = Callable[..., SourcePost]
FILM = "https://www.youtube.com/watch?v=abcdefghijk"
PLAYER = '<iframe src="https://bandcamp.com/EmbeddedPlayer/album=12/" seamless><a href="https://x.example/">A</a></iframe>'


@pytest.mark.parametrize(
    "value",
    [FILM, '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>', f"[embed]{FILM}[/embed]"],
)
def test_the_film_of_a_post_of_the_format_video_stands_above_its_text(read_one: ReadOne, value: str) -> None:
    post = read_one("<p>Words.</p>", extra=meta("_format_video_embed", value))
    assert post.html.index("abcdefghijk") < post.html.index("Words.")
    assert "format video embed" not in post.kept


def test_a_player_in_a_field_stands_below_the_text_and_is_told(read_one: ReadOne) -> None:
    post = read_one("<p>Words.</p>", extra=meta("review_player", PLAYER))
    assert post.html.index("Words.") < post.html.index("album=12")
    assert "review_player" not in post.kept
    assert any("review_player" in problem.detail for problem in post.problems)


def test_a_player_both_in_a_field_and_in_the_text_is_shown_once(read_one: ReadOne) -> None:
    post = read_one(f"<p>Words.</p>{PLAYER}", extra=meta("review_player", PLAYER))
    assert post.html.count("album=12") == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("_hidden_player", PLAYER),
        ("note", f"Ask them first {PLAYER}"),
        ("note", "https://www.youtube.com/watch?v=abcdefghijk"),
        ("header_code", f"{PLAYER}<script>track()</script>"),
        ("_format_video_embed", "not yet"),
    ],
)
def test_no_other_field_is_shown(read_one: ReadOne, name: str, value: str) -> None:
    html = read_one("<p>Words.</p>", extra=meta(name, value)).html
    assert "album=12" not in html
    assert "abcdefghijk" not in html
    assert "not yet" not in html


def test_a_film_that_cannot_be_shown_is_in_the_report(read_one: ReadOne) -> None:
    post = read_one("<p>Words.</p>", extra=meta("_format_video_embed", "<object>film</object>"))
    assert post.kept == {"format video embed": "<object>film</object>"}


SETTINGS = {
    "firehose_sent": "1709921955",
    "acme_header_layout": "compact-left",
    "acme_is_wide": "false",
    "keyword_cache": 'a:1:{s:4:"time";s:2:"12";}',
    "acme_tags": '["AI","Life"]',
    "tumblr_ann_permalink": "https://ann.tumblr.example/post/1",
    "spaces_2ee7eb7a_permalink": "https://spaces.example/Entries('A!1')?authkey=x",
}


def test_settings_of_plugins_are_summed_up_in_one_line(read: Reads) -> None:
    fields = "".join(meta(name, value) for name, value in SETTINGS.items())
    first = item(extra=fields + term("post_format", "post-format-quote", "Quote"))
    blog = read(wxr(first, item(post_id="2", title="Second", extra=meta("firehose_sent", "5"))))
    assert [post.kept for post in blog.posts] == [{}, {}]
    (said,) = [problem.detail for problem in blog.problems if problem.kind == "field"]
    assert "firehose_sent (2), " in said
    assert all(f"{name} (1)" in said for name in [*SETTINGS, "post_format"] if name != "firehose_sent")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("Mood", "5"),
        ("DiveTime", "57m"),
        ("rating", "4"),
        ("acme_quote", "Words somebody wrote"),
        ("book_author", "Kafka"),
        ("acme_link_url", "https://a.example/x"),
        ("image1_value", "/wp-content/uploads/a.jpg"),
        ("acme_city", "köln"),
    ],
)
def test_what_says_something_to_people_is_listed_with_its_post(
    read_one: ReadOne, name: str, value: str
) -> None:
    assert read_one(extra=meta(name, value)).kept == {name: value}


def test_all_values_of_a_field_are_kept_and_long_ones_say_that_they_were_cut(read_one: ReadOne) -> None:
    assert read_one(extra=meta("Spice", "Salt") + meta("Spice", "Pepper")).kept == {"Spice": "Salt\nPepper"}
    kept = read_one(extra=meta("Recipe", "Stir well. " * 3000)).kept["Recipe"]
    assert kept.startswith("Stir well.")
    assert kept.endswith(" …")


def test_every_recording_of_a_podcast_is_part_of_the_post(read_one: ReadOne) -> None:
    files = [f"https://old.example/{name}.mp3\n1234\naudio/mpeg\n" for name in "ab"]
    post = read_one(extra="".join(meta("enclosure", lines) for lines in files))
    assert [f'src="https://old.example/{name}.mp3"' in post.html for name in "ab"] == [True, True]


@pytest.mark.parametrize("field", ["enclosure", "audio_file"])
def test_a_recording_of_which_only_the_address_is_known_is_played(read_one: ReadOne, field: str) -> None:
    post = read_one(extra=meta(field, "https://media.example/Talk.MP3?token=1"))
    assert '<audio src="https://media.example/Talk.MP3?token=1" controls>' in post.html
    assert post.kept == {}


def test_a_recording_that_two_fields_name_is_played_once(read_one: ReadOne) -> None:
    address = "https://media.example/talk.mp3"
    assert read_one(extra=meta("enclosure", address) + meta("audio_file", address)).html.count(address) == 1


def test_copies_made_for_other_networks_are_no_posts(read: Reads) -> None:
    blog = read(wxr(item(), item("<p>Words.</p>", post_id="2", post_type="ap_outbox", title="[Create] Note")))
    assert [post.title for post in blog.posts] == ["First"]
    assert any("ap_outbox" in problem.detail for problem in blog.problems)


@pytest.mark.parametrize(
    ("kind", "fields", "above"),
    [
        ("video", {"acme_meta_video_url": FILM}, f'<figure data-block="embed" data-url="{FILM}"></figure>'),
        ("link", {"_format_link_url": "https://a.example/y"},
         '<p><a href="https://a.example/y">https://a.example/y</a></p>'),
        ("audio", {"acme_audio": "https://old.example/a.mp3"},
         '<figure><audio src="https://old.example/a.mp3" controls></audio></figure>'),
        ("link", {"acme_link_url": "https://a.example/x?a=1"},
         '<p><a href="https://a.example/x?a=1">https://a.example/x?a=1</a></p>'),
        ("quote", {"acme_quote": "Words of hers", "acme_quote_author": "Ann"},
         "<blockquote><p>Words of hers</p><footer>Ann</footer></blockquote>"),
    ],
)  # fmt: skip
def test_what_a_post_with_a_format_is_about_stands_above_its_text(
    read_one: ReadOne, kind: str, fields: dict[str, str], above: str
) -> None:
    extra = term("post_format", f"post-format-{kind}", kind) + "".join(meta(*one) for one in fields.items())
    post = read_one("<p>My words.</p>", extra=extra)
    assert post.html == f"{above}<p>My words.</p>"
    assert [next(iter(fields)) in problem.detail for problem in post.problems][:1] == [True]
    assert post.kept == {}


def test_a_film_named_by_its_own_field_is_shown_once(read_one: ReadOne) -> None:
    extra = term("post_format", "post-format-video", "Video") + meta("_format_video_embed", FILM)
    assert read_one(extra=extra).html.count("data-url") == 1


def test_the_gallery_of_a_post_with_that_format_is_shown(read: Reads) -> None:
    fields = term("post_format", "post-format-gallery", "Gallery") + meta(
        "acme_gallery_shortcode", '[gallery ids="8,9"]'
    )
    files = attachment("8", "2020/03/a.jpg"), attachment("9", "2020/03/b.jpg")
    assert read(wxr(item("", extra=fields), *files)).posts[0].html.count("<img") == 2


def test_fields_of_a_post_without_a_format_are_listed(read_one: ReadOne) -> None:
    post = read_one(extra=meta("acme_link_url", "https://a.example/x"))
    assert (post.html, post.kept) == ("<p>Words.</p>", {"acme_link_url": "https://a.example/x"})


def test_a_field_that_repeats_the_text_is_not_listed(read_one: ReadOne) -> None:
    words = "Words of some length"
    assert read_one(f"<p>{words}.</p>", extra=meta("acme_quote", words)).kept == {}


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        (
            {
                "_EventStartDate": "2024-05-01 19:00:00",
                "_EventURL": "https://x.example/",
                "_EventOrganizerID": "7",
            },
            {"event start date": "2024-05-01 19:00:00", "event url": "https://x.example/"},
        ),
        ({"_job_location": "Leeds", "_application": "me@old.example"}, {"job location": "Leeds"}),
        ({"_subtitle": "With jam"}, {"subtitle": "With jam"}),
        ({"_subtitle": "field_5f3a"}, {}),
        (
            {
                "_product_attributes": 'a:1:{s:4:"size";a:6:{s:4:"name";s:4:"Size";s:5:"value";s:5:"S | M";'
                's:8:"position";i:0;s:10:"is_visible";i:1;}}'
            },
            {"product attributes": "Size: S | M"},
        ),
        ({"_billing_email": "me@old.example", "_billing_address_1": "High Street 1"}, {}),
    ],
)
def test_what_plug_ins_showed_from_fields_of_their_own_is_in_the_report(
    read_one: ReadOne, fields: dict[str, str], kept: dict[str, str]
) -> None:
    assert read_one(extra="".join(meta(name, value) for name, value in fields.items())).kept == kept


@pytest.mark.parametrize("name", ["_post_format_media", "_wm_post_format_media"])
def test_the_player_a_theme_keeps_as_a_posts_media_stands_above_its_text(
    read_one: ReadOne, name: str
) -> None:
    post = read_one("<p>Words.</p>", extra=meta(name, FILM))
    assert post.html.index("abcdefghijk") < post.html.index("Words.")


def test_long_fields_are_whole_in_the_reports_file(read: Reads) -> None:
    story = "Stir the pot well. " * 200
    blog = read(wxr(item(extra=meta("Recipe", story) + meta("Mood", "fine") + meta("Api key", story))))
    assert blog.posts[0].kept["Recipe"].endswith("…")
    assert blog.settings["Recipe"] == {"values": [{"value": story.strip(), "posts": ["1"]}]}
    assert blog.settings["Api key"] == {"values": [], "secret": 1}
    assert "Mood" not in blog.settings
    assert [problem.detail for problem in blog.problems if "Recipe" in problem.detail]


def test_texts_of_more_than_a_report_can_hold_are_counted(read: Reads) -> None:
    posts = [
        item(post_id=str(n), post_name=f"p{n}", extra=meta("Recipe", f"{n} Stir it. " * 1500))
        for n in range(1, 130)
    ]
    told = read(wxr(*posts)).settings["Recipe"]
    assert len(told["values"]) + told["not shown"] == 129
    assert sum(len(one["value"]) for one in told["values"]) <= 2_000_000


def test_a_field_that_is_long_in_one_post_and_a_setting_in_another_has_both_in_the_reports_file(
    read: Reads,
) -> None:
    story, packed = "Stir the pot well. " * 200, 'a:1:{s:4:"time";i:5;}'
    values = (story, packed, packed, f"{story} My mail: me@old.example", 'a:1:{s:8:"password";s:3:"sea";}')
    posts = [
        item(post_id=str(n), post_name=f"p{n}", extra=meta("Recipe", value))
        for n, value in enumerate(values, 1)
    ]
    assert read(wxr(*posts)).settings["Recipe"] == {
        "values": [{"value": packed, "posts": ["2", "3"]}, {"value": story.strip(), "posts": ["1"]}],
        "secret": 2,
    }
