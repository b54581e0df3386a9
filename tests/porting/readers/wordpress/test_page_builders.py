"""Modules of page builders (WPBakery, Divi, Avada, Enfold): what their authors typed stands in attributes."""

from __future__ import annotations

import base64
from collections.abc import Callable
from urllib.parse import quote

import pytest

from porting.readers.wordpress.context import Body

Dialect = Callable[[str], str]
PHOTO = "https://old.example/wp-content/uploads/2020/01/p.jpg"


def packed(markup: str, *, coded: bool = True) -> str:
    """A module's raw HTML as the builder writes it down."""
    return base64.b64encode((quote(markup) if coded else markup).encode()).decode()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (
            '[et_pb_blurb title="Pears" url="https://x.example/p" image="{photo}" alt="One" header_level="h3"]'
            "<p>Ripe.</p>[/et_pb_blurb]",
            '<figure><img src="{photo}" alt="One"></figure>'
            '<p><a href="https://x.example/p">Pears</a></p><p>Ripe.</p>',
        ),
        (
            '[et_pb_testimonial author="Jo" job_title="Baker" company_name="Crust"]Fine.[/et_pb_testimonial]',
            "<blockquote><p>Fine.</p><footer>Jo, Baker</footer></blockquote>",
        ),
        (
            '[et_pb_team_member name="Sue Ray" position="Editor" image_url="{photo}"]Bio[/et_pb_team_member]',
            '<figure><img src="{photo}" alt=""></figure><p>Sue Ray</p><p>Editor</p><p>Bio</p>',
        ),
        (
            '[et_pb_number_counter title="Loaves" number="50" percent_sign="off"][/et_pb_number_counter]',
            "<p>50</p><p><strong>Loaves</strong></p>",
        ),
        (
            '[et_pb_cta title="Come" button_text="Go" button_url="https://x.example/go"]In.[/et_pb_cta]',
            '<p><strong>Come</strong></p><p>In.</p><p data-block="button"><a href="https://x.example/go">Go</a></p>',
        ),
        (
            '[et_pb_fullwidth_header title="Bread" subhead="Made by hand" button_one_text="More" '
            'button_one_url="https://x.example/1" admin_label="Top of page" title_text="tip"][/et_pb_fullwidth_header]',
            "<p><strong>Bread</strong></p><p>Made by hand</p>"
            '<p data-block="button"><a href="https://x.example/1">More</a></p>',
        ),
        (
            '[vc_cta h2="Our oven" h4="Hot since 1900" add_button="bottom" btn_title="See" '
            'btn_link="url:https%3A%2F%2Fx.example%2Foven||"]Words.[/vc_cta]',
            "<p><strong>Our oven</strong></p><p>Hot since 1900</p><p>Words.</p>"
            '<p data-block="button"><a href="https://x.example/oven">See</a></p>',
        ),
        (
            '[vc_progress_bar values="{bars}" units="%"]',
            "<p>Rye: 90%</p><p>Wheat: 40%</p>",
        ),
        (
            "[av_heading heading='Rolls' tag='h3' av_uid='av-1'][/av_heading]",
            "<h3>Rolls</h3>",
        ),
        (
            "[av_button label='Order' link='manually,https://x.example/o' color='theme-color']",
            '<p data-block="button"><a href="https://x.example/o">Order</a></p>',
        ),
        (
            "[av_icon_box icon='ue800' font='entypo-fontello' title='Flour' position='left' link='manually,http://']"
            "Fine.[/av_icon_box]",
            "<p><strong>Flour</strong></p><p>Fine.</p>",
        ),
        (
            "[av_image src='{photo}' attachment='' hover='av-grow'][/av_image]",
            '<figure><img src="{photo}" alt=""></figure>',
        ),
    ],
)
def test_what_a_module_says_in_its_attributes_is_on_the_page(
    dialect: Dialect, typed: str, written: str
) -> None:
    bars = quote('[{"label":"Rye","value":"90","color":"bar_grey"},{"label":"Wheat","value":"40"}]')
    shown = dialect(typed.replace("{photo}", PHOTO).replace("{bars}", bars))
    assert shown.replace("\n", "") == written.replace("{photo}", PHOTO)


@pytest.mark.parametrize(
    "typed",
    [
        '[vc_video link="https://youtu.be/abcdefghijk"]',
        '[et_pb_video src="https://youtu.be/abcdefghijk"][/et_pb_video]',
        "[av_video src='https://youtu.be/abcdefghijk' format='16-9']",
        '[ux_video url="https://youtu.be/abcdefghijk"]',
        '[fusion_youtube id="abcdefghijk" alignment="center" /]',
        '[et_pb_slide heading="" video_url="https://youtu.be/abcdefghijk"][/et_pb_slide]',
    ],
)
def test_a_film_of_a_module_plays(dialect: Dialect, typed: str) -> None:
    shown = dialect(typed)
    assert shown.count('<figure data-block="embed"') == 1
    assert "abcdefghijk" in shown


def test_html_that_a_module_keeps_packed_is_unpacked(dialect: Dialect, body: Body) -> None:
    raw = packed("<p>Own <b>words</b></p>")
    assert dialect(f"[vc_raw_html]{raw}[/vc_raw_html]") == "<p>Own <b>words</b></p>"
    plain = packed("<p>Own ü</p>", coded=False)
    assert dialect(f"[fusion_code]{plain}[/fusion_code]") == "<p>Own ü</p>"
    assert dialect("[fusion_code]<p>Not packed</p>[/fusion_code]") == "<p>Not packed</p>"
    assert not body.problems
    script = packed("<script>alert(1)</script>")
    assert dialect(f"[vc_raw_js]{script}[/vc_raw_js]") == ""
    assert [problem.kind for problem in body.problems] == ["script"]


def test_a_map_in_a_frame_stays_a_map(dialect: Dialect) -> None:
    frame = packed('<iframe src="https://www.google.com/maps/embed?pb=!1m18"></iframe>')
    assert "https://www.google.com/maps/embed" in dialect(f'[vc_gmaps link="#E-8_{frame}" title="Here"]')


def test_modules_that_only_arrange_say_nothing(dialect: Dialect, body: Body) -> None:
    typed = (
        '[et_pb_section fb_built="1" admin_label="Top part of it" _builder_version="4.9"]'
        '[et_pb_row column_structure="1_2,1_2" custom_padding="20px||50px|"][et_pb_column type="1_2"]'
        '[et_pb_text admin_label="A long label here" text_font="Open Sans||||"]Three[/et_pb_text]'
        "[/et_pb_column][/et_pb_row][/et_pb_section]"
    )
    assert dialect(typed) == "<p>Three</p>"
    assert not body.problems


def test_forms_and_lists_a_builder_makes_are_named_and_tell_nobody_whom_they_write_to(
    dialect: Dialect, body: Body
) -> None:
    typed = (
        '[et_pb_contact_form email="me@old.example" title="Write"][et_pb_contact_field field_title="Your name" /]'
        '[/et_pb_contact_form][et_pb_blog posts_number="3"][/et_pb_blog]'
    )
    assert dialect(typed) == ""
    assert [problem.kind for problem in body.problems] == ["block"]
    assert "et_pb_contact_form" in body.problems[0].detail
    assert "et_pb_blog" in body.problems[0].detail
    assert "me@old.example" not in body.problems[0].detail


def test_numbers_that_are_measures_are_no_pictures(dialect: Dialect) -> None:
    assert "<img" not in dialect(
        '[et_pb_blurb title="A" image_max_width="300" image_icon_width="7"]B[/et_pb_blurb]'
    )
