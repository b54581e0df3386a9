"""Shortcodes nobody here knows: a theme's own, and those of plug-ins that are gone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from porting.readers.wordpress.context import Body

Dialect = Callable[[str], str]


def test_the_text_inside_an_unknown_shortcode_is_kept(dialect: Dialect, body: Body) -> None:
    assert dialect('[fancy size="3"]One\n\nTwo[/fancy]') == "<p>One</p><p>Two</p>"
    assert [problem.kind for problem in body.problems] == ["shortcode"]


def test_an_unknown_shortcode_without_text_is_kept_for_review(dialect: Dialect, body: Body) -> None:
    html = dialect('One\n\n[fancy size="3"]\n\nTwo')
    assert '<div data-block="html" data-reason="shortcode fancy">' in html
    assert [problem.kind for problem in body.problems] == ["shortcode"]
    assert dialect('In [fancy size="3"] a line') == '<p>In <code>[fancy size="3"]</code> a line</p>'


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            '[wm_button url="https://x.example/" color="info"]Get it[/wm_button]',
            '<p data-block="button"><a href="https://x.example/">Get it</a></p>',
        ),
        (
            '[wm_message title="Mind"]The gap[/wm_message]',
            '<aside data-block="admonition" data-kind="note" data-title="Mind"><p>The gap</p></aside>',
        ),
        (
            '[zz_accordion][zz_item title="A"]One[/zz_item][/zz_accordion]',
            "<p><strong>A</strong></p><p>One</p>",
        ),
        ('One\n\n[wm_divider appearance="line" /]\n\nTwo', "<p>One</p><hr><p>Two</p>"),
        (
            '[wm_action caption="Now" button_text="Go" button_url="https://x.example/"]Words[/wm_action]',
            "<p><strong>Now</strong></p><p>Words</p>"
            '<p data-block="button"><a href="https://x.example/">Go</a></p>',
        ),
    ],
)
def test_a_themes_own_shortcodes_say_what_their_names_and_titles_say(
    dialect: Dialect, typed: str, written: str
) -> None:
    assert dialect(typed).replace("\n", "") == written


def test_a_link_in_brackets_makes_no_shortcode_of_the_words_before_it(dialect: Dialect) -> None:
    text = '<p>Thanks [and to <a href="https://x.example/">him</a> too] for it</p>'
    assert dialect(text) == text


def test_an_unknown_shortcode_around_nothing_is_kept_for_review(dialect: Dialect) -> None:
    html = dialect('One\n\n[wm_posts columns="3"][/wm_posts]\n\nTwo')
    assert '<div data-block="html" data-reason="shortcode wm_posts">' in html


@pytest.mark.parametrize(
    ("typed", "pictures"),
    [
        ('[zz_slide logo_img="7"]', ["hill.jpg"]),
        ('[zz_team photo_id="8" name="Jane"]Words[/zz_team]', ["lake.png"]),
        ('[zz_slogan image1="7" image2="8"]', ["hill.jpg", "lake.png"]),
        ('[zz_wall images="7, 8,999"]', ["hill.jpg", "lake.png"]),
        ('[zz_hero image_url="https://old.example/wp-content/uploads/2020/03/hill.jpg"]', ["hill.jpg"]),
        ('[zz_hero bg_image="7" items="8" image="999"]', []),
    ],
)
def test_pictures_an_unknown_shortcode_names_are_shown(
    dialect: Dialect, typed: str, pictures: list[str]
) -> None:
    shown = re.findall(
        r'<img src="https://old.example/wp-content/uploads/2020/03/([^"]+)"', dialect(f"One\n\n{typed}")
    )
    assert shown == pictures


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            '[zz_headings preheading="About" heading="We grow<br />\nthings" heading_color="#fff" padding="9px 0 0"]',
            "<p>About</p><h2>We grow things</h2>",
        ),
        (
            '[zz_promo title="Fresh milk" button_text="Order" button_url="https://x.example/" size="big"]',
            "<p><strong>Fresh milk</strong></p>"
            '<p data-block="button"><a href="https://x.example/">Order</a></p>',
        ),
        (
            '[zz_iconbox style="left" icon_type="signs" icon_signs="sun" heading="Light" text="Much of it"]',
            "<p><strong>Light</strong></p><p>Much of it</p>",
        ),
        (
            '[zz_actionbox heading_text="Fresh milk" link_text="Order" link_url="https://x.example/"]',
            "<p><strong>Fresh milk</strong></p>"
            '<p data-block="button"><a href="https://x.example/">Order</a></p>',
        ),
        (
            '[zz_imagebox title="Milk" subtitle="Fresh" description="Daily" link_url="https://x.example/"]',
            '<p><strong><a href="https://x.example/">Milk</a></strong></p><p>Fresh</p><p>Daily</p>',
        ),
        (
            '[zz_testimonial_item text="Very <b>good" name="Jane" position="Farmer" image="999"]',
            "<blockquote><p>Very good</p><footer>Jane, Farmer</footer></blockquote>",
        ),
        (
            '[zz_counter number="2458" heading="Visits" time="50"]',
            "<p>2458</p><p><strong>Visits</strong></p>",
        ),
        ('[zz_progressbar title="Milk" percent="68"]', "<p><strong>Milk</strong></p><p>68%</p>"),
        (
            '[testimonial author="Jane"]Very *good*[/testimonial]',
            "<blockquote><p>Very *good*</p><footer>Jane</footer></blockquote>",
        ),
        (
            '[zz_imagebox heading="Milk" description="Fresh daily"]<p>Fresh daily</p>[/zz_imagebox]',
            "<p><strong>Milk</strong></p><p>Fresh daily</p>",
        ),
        ('One\n\n[spacing desktop_height="110" mobile_height="60"]\n\nTwo', "<p>One</p><p>Two</p>"),
    ],
)
def test_of_an_unknown_shortcode_that_says_all_in_attributes_a_reader_gets_the_words(
    dialect: Dialect, body: Body, typed: str, written: str
) -> None:
    assert dialect(typed).replace("\n", "") == written
    assert [problem.kind for problem in body.problems] == ["shortcode"] * ("spacing" not in typed)


def test_of_an_unknown_shortcode_that_names_a_picture_only_the_picture_is_shown(dialect: Dialect) -> None:
    html = dialect('[zz_simple image="7" rounded="5px"]')
    assert "hill.jpg" in html
    assert "zz_simple" not in html


@pytest.mark.parametrize(
    "typed",
    [
        '[zz_team title="Our people" name="Jane Doe" photo="7"]',
        '[zz_film title="Our film" video_url="https://x.example/film"]',
        '[zz_news title="News" category="farm" count="5"]',
        '[zz_news "5" title="News"]',
        '[zz_news title="News" number="5"]',
        '[zz_partners columns="5"]',
        '[zz_card title="Card" blurb="Words nobody knows the place of"]',
        '[zz_job title="Farmer" place="Rome"]',
        '[zz_person title="Jane" position="Farmer of the year"]',
        '[zz_bulb title="Sun" icon_url="https://x.example/sun.svg"]',
        '[zz_imagebox image="7" link_url="https://x.example/"]',
        '[zz_action title="Milk" button_text="Order" link_text="Read on" button_url="https://x.example/"]',
        '[zz_testimonials count="5" name="Voices"]',
    ],
)
def test_an_unknown_shortcode_that_holds_more_than_a_title_is_kept_for_review(
    dialect: Dialect, typed: str
) -> None:
    assert 'data-block="html" data-reason="shortcode zz_' in dialect(typed)


def test_columns_by_other_names_only_arrange_their_words(dialect: Dialect, body: Body) -> None:
    html = dialect(
        "[column_half]One[/column_half]\n[column_three_fourths_last]Two[/column_three_fourths_last]"
    )
    assert html == "<p>One</p><p>Two</p>"
    assert not body.problems


def test_a_film_an_unknown_shortcode_names_is_shown(dialect: Dialect) -> None:
    html = dialect('[zz_videoicon title="Our film" video_url="https://www.youtube.com/watch?v=abcdefghijk"]')
    assert "<strong>Our film</strong>" in html
    assert "https://www.youtube.com/watch?v=abcdefghijk" in html
    assert "zz_videoicon" not in html


def test_buttons_by_other_names_are_buttons(dialect: Dialect) -> None:
    assert dialect('[zz_buttons text="Discover" color="#fff" link_url="https://x.example/"]') == (
        '<p data-block="button"><a href="https://x.example/">Discover</a></p>'
    )
    assert dialect('[buttons text="Discover" link_url="https://x.example/"]') == (
        '<p data-block="button"><a href="https://x.example/">Discover</a></p>'
    )
    both = '[zz_buttons][button url="https://x.example/"]One[/button] [button url="https://y.example/"]Two[/button]'
    assert dialect(f"{both}[/zz_buttons]").count('<p data-block="button">') == 2


@pytest.mark.parametrize("name", ["to", "CC", "recipients", "admin_email"])
def test_whom_a_form_writes_to_is_not_shown(dialect: Dialect, body: Body, name: str) -> None:
    code = f'[contact-form subject="Hello" {name}="Ann <ann@old.example>, bea@old.example"]'
    written = dialect(f'One\n\n{code}[contact-field label="Mood"][/contact-form]\n\nTwo')
    assert "old.example" not in written
    assert "subject=" in written
    assert "Mood" in written
    assert any("ann@old.example" in problem.detail for problem in body.problems)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            '[pdf-embedder url="https://old.example/a%20plan.pdf" width="500"]',
            '<p data-block="download"><a href="https://old.example/a%20plan.pdf">a plan.pdf</a></p>',
        ),
        (
            '[gview file="https://old.example/a.docx"]',
            '<p data-block="download"><a href="https://old.example/a.docx">a.docx</a></p>',
        ),
        (
            '[gview file="https://old.example\uff1a80/a.docx"]',
            '<p data-block="download"><a href="https://old.example\uff1a80/a.docx">a.docx</a></p>',
        ),
        (
            '[powerpress url="https://old.example/1.mp3"]',
            '<figure><audio src="https://old.example/1.mp3" controls></audio></figure>',
        ),
        (
            '[smart_podcast_player url="https://old.example/1.mp3?x=1" title="First"]',
            "<p><strong>First</strong></p>"
            '<figure><audio src="https://old.example/1.mp3?x=1" controls></audio></figure>',
        ),
    ],
)
def test_a_file_that_an_unknown_shortcode_names_is_there(
    dialect: Dialect, body: Body, typed: str, written: str
) -> None:
    assert dialect(f"One\n\n{typed}\n\nTwo").replace("\n", "") == f"<p>One</p>{written}<p>Two</p>"
    assert [problem.kind for problem in body.problems] == ["shortcode"]


@pytest.mark.parametrize("typed", ["[powerpress]", "[instagram-feed]", "[wpforo]"])
def test_a_shortcode_alone_on_its_line_is_not_taken_for_words(
    dialect: Dialect, body: Body, typed: str
) -> None:
    assert f"<code>{typed}</code>" in dialect(f"One\n\n{typed}\n\nTwo")
    assert [problem.kind for problem in body.problems] == ["shortcode"]


@pytest.mark.parametrize("typed", ["[mysqld]", "Say [well-known] words", "[a b-c]", "[Some-Title]"])
def test_words_in_brackets_stay_words(dialect: Dialect, body: Body, typed: str) -> None:
    assert dialect(typed) == f"<p>{typed}</p>"
    assert not body.problems
