"""Blocks of plug-ins that say something in their attributes alone, and blocks that were hidden on the old blog."""

from __future__ import annotations

import pytest

from porting.readers.wordpress.context import Body
from tests.porting.readers.wordpress.blocks import HILL, Dialect, P, block

HILL_SHOWN = f'<figure><img src="{HILL}" alt="Our hill"></figure>'
LAKE = HILL.replace("hill.jpg", "lake.png")


@pytest.mark.parametrize(
    ("name", "attributes", "written"),
    [
        ("acf/card", '{"name":"acf/card","data":{"text":"Three short words","_text":"field_5f1a","id":3}}',
         "<p>Three short words</p>"),
        ("acf/card", '{"data":{"titre":"Bienvenue","style":"dark","photo":7}}',
         f'<p>Bienvenue</p><figure><img src="{HILL}" alt="A hill"><figcaption>The hill at dawn</figcaption></figure>'),
        ("kadence/singlebtn", '{"uniqueID":"1_a","text":"View more","link":"https://a.example/more","color":"palette1"}',
         '<p data-block="button"><a href="https://a.example/more">View more</a></p>'),
        ("my/cta", '{"title":"Come in","cta1Label":"Write to us","cta1Url":"/contact","minHeight":"300px"}',
         '<p><strong>Come in</strong></p><p data-block="button"><a href="/contact">Write to us</a></p>'),
        ("my/card", f'{{"imageUrl":"{HILL}","imageId":7,"imageAlt":"Our hill","title":"Hills","align":"wide"}}',
         f"{HILL_SHOWN}<p><strong>Hills</strong></p>"),
        ("my/slides", f'{{"ids":[7,8],"imagesShown":[{{"url":"{HILL}","thumbUrl":"{HILL}?w=9","alt":"Our hill"}},'
         f'{{"url":"{LAKE}","link":"https://old.example/lake/","alt":""}}]}}',
         f'<figure data-block="gallery">{HILL_SHOWN}<figure><img src="{LAKE}" alt=""></figure></figure>'),
        ("kadence/testimonial", '{"content":"Very good.","name":"Ann Lee","occupation":"Baker","rating":4}',
         "<blockquote><p>Very good.</p><footer>Ann Lee, Baker</footer></blockquote>"),
        ("my/text", '{"content":"One\\u003cbr\\u003e\\u003cem\\u003etwo\\u003c/em\\u003e","textAlign":"center"}',
         "<p>One<br><em>two</em></p>"),
        ("acf/offer", '{"data":{"title":"Rolls","conditions":"Only on Mondays."}}',
         "<p><strong>Rolls</strong></p><p>Only on Mondays.</p>"),
        ("my/contact", '{"rows":[{"label":"Phone","value":"+1 23","url":"tel:+123"}]}',
         '<p>+1 23</p><p><a href="tel:+123">Phone</a></p>'),
    ],
)  # fmt: skip
def test_what_an_unknown_block_says_in_its_attributes_alone_is_kept(
    dialect: Dialect, body: Body, name: str, attributes: str, written: str
) -> None:
    assert dialect(f"<!-- wp:{name} {attributes} /-->") == written
    (problem,) = body.problems
    assert f"“{name}”" in problem.detail


def test_the_title_of_an_unknown_block_stands_above_the_blocks_in_it(dialect: Dialect) -> None:
    html = dialect(f'<!-- wp:my/section {{"title":"Our work","layout":"wide"}} -->{P}<!-- /wp:my/section -->')
    assert html == "<p><strong>Our work</strong></p><p>Words</p>"


@pytest.mark.parametrize(
    "block",
    [
        'kadence/postgrid {"readMoreText":"View more","layout":"grid"}',
        'my/row {"align":"wide","content":"space-between"}',
        'my/grid {"postIds":[1,2],"titleFont":[{"size":"24px"}],"layout":"grid","text":"center"}',
        'jetpack/sharing-button {"service":"x","label":"X"}',
        'my/deep {"a":' + '{"a":' * 60 + "1" + "}" * 61,
    ],
)
def test_a_block_that_only_tells_how_it_looked_is_left_out_and_named(
    dialect: Dialect, body: Body, block: str
) -> None:
    assert dialect(f"{P}<!-- wp:{block} /-->") == "<p>Words</p>"
    assert [block.split()[0] in problem.detail for problem in body.problems] == [True]


@pytest.mark.parametrize(
    "hidden", ['{"metadata":{"blockVisibility":false}}', '{"blockVisibility":{"hideBlock":true}}']
)
@pytest.mark.parametrize("name", ["paragraph", "group", "code", "image", "my/box"])
def test_a_block_hidden_from_everybody_is_not_shown_and_reported(
    dialect: Dialect, body: Body, name: str, hidden: str
) -> None:
    assert dialect(P + block(name, f"<p>Not yet</p>{P}", hidden)) == "<p>Words</p>"
    (problem,) = body.problems
    assert problem.kind == "hidden"
    assert "Not yet Words" in problem.detail


def test_a_hidden_point_of_a_list_is_not_shown(dialect: Dialect) -> None:
    points = block("list-item", "<li>One</li>") + block(
        "list-item", "<li>Not yet</li>", '{"blockVisibility":{"hideBlock":true}}'
    )
    assert "Not yet" not in dialect(block("list", f"<ul>{points}</ul>"))


def test_a_block_that_some_devices_leave_out_is_shown(dialect: Dialect) -> None:
    some = (
        '{"metadata":{"blockVisibility":{"viewport":{"mobile":false}}},"blockVisibility":{"hideBlock":false}}'
    )
    assert dialect(block("paragraph", "<p>Words</p>", some)) == "<p>Words</p>"


@pytest.mark.parametrize(
    "saved",
    [
        '<div class="wp-block-kadence-pane kt-accordion-pane"><h3 class="kt-accordion-header-wrap">'
        '<button class="kt-blocks-accordion-header"><span class="kt-blocks-accordion-title">When?</span></button></h3>'
        '<div class="kt-accordion-panel"><div class="kt-accordion-panel-inner"><p>Now.</p></div></div></div>',
        '<div class="wp-block-uagb-faq-child uagb-faq-item"><div class="uagb-faq-questions-button">'
        '<span class="uagb-question">When?</span></div><div class="uagb-faq-content"><p>Now.</p></div></div>',
        '<div class="gb-accordion__item"><div class="gb-accordion__toggle"><span class="gb-text">When?</span></div>'
        '<div class="gb-accordion__content"><p>Now.</p></div></div>',
    ],
)
def test_what_a_plug_in_folded_opens_here(dialect: Dialect, saved: str) -> None:
    assert dialect(f"<!-- wp:some/pane -->{saved}<!-- /wp:some/pane -->") == (
        "<details><summary>When?</summary><p>Now.</p></details>"
    )


def test_tabs_of_kadence_are_tabs(dialect: Dialect) -> None:
    tab = (
        '<!-- wp:kadence/tab --><div class="wp-block-kadence-tab"><div class="kt-tab-inner-content-inner">'
        "<!-- wp:paragraph --><p>{}</p><!-- /wp:paragraph --></div></div><!-- /wp:kadence/tab -->"
    )
    saved = (
        '<!-- wp:kadence/tabs --><div class="wp-block-kadence-tabs"><div class="kt-tabs-wrap">'
        '<ul class="kt-tabs-title-list"><li><a href="#tab-a"><span class="kt-title-text">A</span></a></li>'
        '<li><a href="#tab-b"><span class="kt-title-text">B</span></a></li></ul>'
        f'<div class="kt-tabs-content-wrap">{tab.format("One")}{tab.format("Two")}</div></div></div>'
        "<!-- /wp:kadence/tabs -->"
    )
    assert dialect(saved) == (
        '<div data-block="tabs"><section data-item data-title="A"><p>One</p></section>'
        '<section data-item data-title="B"><p>Two</p></section></div>'
    )
