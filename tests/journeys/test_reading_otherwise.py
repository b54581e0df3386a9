"""Pages for readers whose letters, colours, script or window differ from what they were drawn with."""

import json

import pytest

from blog.models import BlogIndexPage
from core.models import NavigationSettings, SiteSettings
from home.models import HomePage
from tests.factories import BlogPageFactory, CategoryFactory, CommentFactory, SiteImageFactory
from tests.journeys.reading_matter import write_post

pytestmark = pytest.mark.journey

ARABIC = "كل سطر يحتاج إلى عناية من الكاتب والمصمم معا"
MENU = ".blog-nav"


@pytest.fixture
def site(live_server, transactional_db):
    """The address of a site with menus, and a blog with a category and an Arabic post."""
    write_post()
    blog = BlogIndexPage.objects.get(slug="blog")
    words = [("quote", {"text": f"<p>{ARABIC}</p>"}), ("paragraph", f"<p>{ARABIC} <em>{ARABIC}</em></p>")]
    code = {"language": "python", "title": "", "code": "one\ntwo\nthree", "highlight_lines": "2"}
    body = [{"type": kind, "value": value} for kind, value in [*words, ("code", code)]]
    arabic = BlogPageFactory(
        parent=blog,
        title=ARABIC,
        slug="arabic",
        body=json.dumps(body),
        categories=[CategoryFactory(name="Wide letters")],
    )
    CommentFactory(page=arabic, text=f"<pre><code>{'word ' * 60}</code></pre>")
    menu = NavigationSettings.for_site(HomePage.objects.get(depth=2).get_site())
    menu.header = json.dumps([{"type": "link", "value": {"page": blog.pk, "url": "", "label": "Journal"}}])
    menu.save()
    return live_server.url


def all_of(page, selector: str, what: str) -> list:
    """``what`` of every element found; in it, ``e`` is the element and ``s`` what its style comes to."""
    return page.locator(selector).evaluate_all(
        f"elements => elements.map(e => {{ const s = getComputedStyle(e); return {what}; }})"
    )


def test_the_ways_into_a_blog_stand_in_one_row_on_a_phone_with_the_current_one_in_view(site, new_page):
    page = new_page(width=320)
    page.goto(f"{site}/blog/archive/")
    tops = all_of(page, f"{MENU} li", "Math.round(e.getBoundingClientRect().top)")
    assert len(tops) == 7
    assert len(set(tops)) == 1
    place = page.locator(f"{MENU} [aria-current]").bounding_box()
    assert 0 <= place["x"] <= 320 - place["width"]
    page.locator(f"{MENU} a").last.focus()
    place = page.locator(f"{MENU} a").last.bounding_box()
    assert 0 <= place["x"] <= 320 - place["width"]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_current_way_into_a_blog_does_not_move_the_page(width, site, new_page):
    page = new_page(width=width, height=160)
    page.goto(f"{site}/blog/archive/")
    assert page.evaluate("scrollY") == 0


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("path", ["/", "/blog/", "/blog/everything/", "/blog/archive/", "/search/?q=words"])
def test_letters_twice_as_large_fit_on_a_phone(path, width, site, new_page):
    page = new_page(width=width)
    page.goto(site + path)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    page.get_by_role("contentinfo").scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_a_name_of_one_long_word_fits_on_a_phone(letters, site, new_page):
    settings = SiteSettings.for_site(HomePage.objects.get(depth=2).get_site())
    settings.site_name = "Binnenschifffahrtsgesellschaft"
    settings.save()
    page = new_page(width=320)
    page.goto(f"{site}/blog/")
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
    page.get_by_role("contentinfo").scroll_into_view_if_needed()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_a_logo_beside_a_long_name_keeps_its_shape_on_a_phone(letters, site, new_page):
    settings = SiteSettings.for_site(HomePage.objects.get(depth=2).get_site())
    settings.site_name = "The Binnenschifffahrt"
    settings.logo = SiteImageFactory()
    settings.save()
    page = new_page(width=320)
    page.goto(f"{site}/blog/")
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
    (shape,) = all_of(
        page,
        ".site-header .brand__logo img",
        "[e.clientWidth / e.clientHeight, e.getAttribute('width') / e.getAttribute('height')]",
    )
    assert shape[0] == pytest.approx(shape[1], rel=0.05)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_forced_colours_still_tell_the_current_page_and_the_lines_that_are_meant(site, new_page):
    page = new_page(forced_colors="active")
    page.goto(f"{site}/blog/")
    lines = all_of(page, f"{MENU} a", "[e.ariaCurrent, parseFloat(s.borderBottomWidth) > 1]")
    assert lines[0] == ["page", True]
    assert not any(thick for _, thick in lines[1:])
    page.goto(f"{site}/blog/arabic/")
    assert all_of(page, ".line", "parseFloat(s.borderInlineStartWidth) > 0") == [False, True, False]
    page.goto(f"{site}/blog/everything/")
    page.wait_for_selector(".tabs--ready")
    colours = all_of(page, ".tabs__tab", "[e.ariaSelected, s.borderBottomColor]")
    white = "rgb(255, 255, 255)"
    assert [(chosen, line == white) for chosen, line in colours] == [("true", False), ("false", True)]


def as_an_older_browser_reads_it(route) -> None:
    """A style sheet in which the function that chooses between two colours is one nobody knows."""
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace("light-dark(", "light-or-dark("))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_an_older_browser_shows_dark_letters_on_light_paper(theme, site, new_page):
    page = new_page(color_scheme="dark")
    page.context.add_cookies([{"name": "theme", "value": theme, "url": site}])
    page.route("**/*.css*", as_an_older_browser_reads_it)
    page.goto(f"{site}/blog/everything/")
    assert all_of(page, "html", "s.colorScheme") == ["light"]
    grounds = all_of(page, "html", "s.backgroundColor.match(/[0-9.]+/g).map(Number)")
    assert min(grounds[0]) > 240
    letters = all_of(page, "main :is(p, h1)", "Math.max(...s.color.match(/[0-9.]+/g).slice(0, 3))")
    assert letters
    assert max(letters) < 200


def test_arabic_is_neither_slanted_nor_spaced(site, new_page):
    page = new_page()
    page.goto(f"{site}/blog/arabic/")
    assert all_of(page, "blockquote, .prose em", "s.fontStyle") == ["normal", "normal"]
    page.goto(f"{site}/blog/")
    assert all_of(page, ".card__title:dir(rtl)", "parseFloat(s.letterSpacing) || 0") == [0]


def test_nothing_in_a_comment_has_to_be_scrolled_sideways_which_no_key_could_do(site, new_page):
    page = new_page(width=390)
    page.goto(f"{site}/blog/arabic/")
    assert all_of(page, ".comment pre", "e.scrollWidth - e.clientWidth") == [0]


def test_an_arabic_post_begins_on_the_right_with_its_author_and_categories(site, new_page):
    page = new_page()
    page.goto(f"{site}/blog/arabic/")
    assert all_of(page, ".post-header, .post-header__kicker, .post-header h1", "s.direction") == ["rtl"] * 3
    page.goto(f"{site}/blog/everything/")
    assert all_of(page, ".post-header", "s.direction") == ["ltr"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_black_lines_on_a_see_through_ground_can_be_made_out(scheme, site, new_page):
    see_through = {
        "file__format": "PNG",
        "file__filename": "lines.png",
        "file__palette": "RGBA",
        "file__color": "#0000",
    }
    image = SiteImageFactory(file__width=1000, **see_through)
    picture = {"image": image.pk, "decorative": False, "alt_text": "Lines"}
    body = [{"type": "image", "value": {"image": picture, "caption": "", "width": "text"}}]
    BlogPageFactory(parent=BlogIndexPage.objects.get(slug="blog"), title="Lines", body=json.dumps(body))
    page = new_page(color_scheme=scheme)
    page.goto(f"{site}/blog/lines/")
    ground = "s.backgroundColor.match(/[0-9.]+/g).map(Number)"
    [inside] = all_of(page, ".prose .picture img", ground)
    page.locator("[data-zoom]").click()
    [large] = all_of(page, ".lightbox__image", ground)
    assert min(inside) > 100
    assert min(large) > 100
