"""What editors read about the searches of the last days."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Site

from search.models import OpenedResult, SearchSettings
from tests.factories import BlogPageFactory, restrict

pytestmark = pytest.mark.django_db


def rows(client: Any, name: str = "searches", **values: Any) -> list[dict[str, Any]]:
    answer = client.get(reverse(name), values)
    assert answer.status_code == 200
    return list(answer.context["object_list"])


def queries(client: Any, name: str = "searches", **values: Any) -> list[str]:
    return [row["query"] for row in rows(client, name, **values)]


def test_queries_of_several_days_are_added_up_and_the_most_frequent_come_first(editor, logged):
    logged("fonts", searches=2, days_ago=3)
    logged("fonts", searches=2)
    logged("grids", searches=3)
    assert [(row["query"], row["times"]) for row in rows(editor)] == [("fonts", 4), ("grids", 3)]


@pytest.mark.parametrize(
    ("days", "found"), [("7", ["new"]), ("30", ["new", "older"]), ("90", ["new", "older", "old"])]
)
def test_editors_choose_how_many_days_are_looked_at(editor, logged, days, found):
    logged("old", days_ago=80)
    logged("older", days_ago=29, searches=2)
    logged("new", days_ago=6, searches=3)
    assert queries(editor, days=days) == found


def test_a_period_nobody_offers_is_as_good_as_none(editor, logged):
    logged("older", days_ago=29)
    assert queries(editor, days="5000") == ["older"]
    assert queries(editor, ordering="secret", p="99") == ["older"]


def test_each_row_tells_what_the_last_search_found_and_where_opened_results_stood(editor, logged, blog):
    post = BlogPageFactory(parent=blog, title="About fonts")
    logged("fonts", days_ago=2, searches=3, results=0, fruitless=1, corrected_to="font")
    today = logged("fonts", searches=1, results=7, opened=2, places=5)
    OpenedResult.objects.create(search=today, page=post, times=2, places=5)
    (row,) = rows(editor)
    assert (row["results"], row["corrected_to"], row["opened_share"], row["place"]) == (7, "", 50, 2.5)
    assert row["page"].title == "About fonts"


def test_a_page_that_is_private_by_now_is_not_named(editor, logged, blog):
    post = BlogPageFactory(parent=blog, title="Secret plans")
    OpenedResult.objects.create(search=logged("plans", opened=1, places=1), page=post, times=1, places=1)
    assert "Secret plans" in editor.get(reverse("searches")).content.decode()
    restrict(post, "password")
    assert "Secret plans" not in editor.get(reverse("searches")).content.decode()


def test_what_found_nothing_has_a_report_of_its_own(editor, logged):
    logged("good", results=3, searches=9)
    logged("bad", results=0, searches=2, fruitless=2)
    logged("mended", results=4, searches=9, fruitless=3)
    found = rows(editor, "searches_found_nothing")
    assert [(row["query"], row["nothing"], row["results"]) for row in found] == [
        ("mended", 3, 4),
        ("bad", 2, 0),
    ]


def test_what_found_something_nobody_opened_has_one_too(editor, logged):
    logged("opened", opened=1, places=1)
    logged("passed over", searches=4)
    logged("found nothing", results=0, fruitless=1)
    assert queries(editor, "searches_never_opened") == ["passed over"]


def test_totals_stand_above_the_table(editor, logged):
    logged("fonts", searches=6, opened=3, places=6)
    logged("grids", searches=2, results=0, fruitless=2)
    totals = editor.get(reverse("searches")).context["totals"]
    assert (totals.searches, totals.fruitless_share, totals.opened_share, totals.place) == (8, 25, 38, 2.0)


def test_from_each_row_a_form_begins_with_the_query(editor, logged):
    logged('c++ & "templates"')
    html = editor.get(reverse("searches")).content.decode()
    for model, field in (("promotion", "searches"), ("synonyms", "words")):
        add = reverse(f"wagtailsnippets_search_{model}:add") + "?search=c%2B%2B+%26+%22templates%22"
        assert add in html
        assert editor.get(add).context["form"][field].value() == 'c++ & "templates"\n'
    assert "/search/?q=c%2B%2B+%26+%22templates%22" in html


def test_a_query_made_of_markup_is_shown_as_text(editor, logged):
    logged("<script>alert(1)</script>", results=0, fruitless=1, corrected_to="<b>x")
    for name in ("searches", "searches_found_nothing"):
        html = editor.get(reverse(name)).content.decode()
        assert "<script>alert(1)" not in html
        assert "&lt;script&gt;alert(1)" in html
        assert "<b>x" not in html


def test_a_very_long_query_is_shown_by_its_beginning_and_whole_where_one_points_at_it(editor, logged):
    logged("x" * 200)
    html = editor.get(reverse("searches")).content.decode()
    assert f'title="Search for “{"x" * 200}”">{"x" * 79}…</a>' in html


@pytest.mark.parametrize("name", ["searches", "searches_found_nothing", "searches_never_opened"])
def test_reports_are_for_editors_and_administrators(name, author, editor, administrator, client):
    for address in (reverse(name), reverse(f"{name}_results")):
        assert client.get(address).status_code == 302
        assert author.get(address).status_code == 302
        assert editor.get(address).status_code == 200
        assert administrator.get(address).status_code == 200


def test_the_menus_lead_to_what_one_may_open(author, editor):
    address = reverse("searches")
    assert editor.get(reverse("wagtailadmin_home")).content.decode().count(address) == 2
    assert address not in author.get(reverse("wagtailadmin_home")).content.decode()


def test_somebody_who_may_only_read_is_offered_no_forms(sign_in, logged):
    from django.contrib.auth.models import Permission

    logged("fonts")
    reader = sign_in("Authors")
    reader.user.user_permissions.add(Permission.objects.get(codename="view_loggedsearch"))
    html = reader.get(reverse("searches")).content.decode()
    assert "fonts" in html
    assert "?search=fonts" not in html


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_reports_can_be_taken_away_as_spreadsheets(editor, logged, blog, kind):
    post = BlogPageFactory(parent=blog, title="About fonts")
    OpenedResult.objects.create(search=logged("fonts", opened=1, places=2), page=post, times=1, places=2)
    logged("=1+1", results=0, fruitless=1)
    answer = editor.get(reverse("searches"), {"export": kind})
    content = b"".join(answer.streaming_content)
    if kind == "csv":
        lines = content.decode().splitlines()
        assert (
            lines[0]
            == "Search,Searches,Found nothing,Results,Corrected to,Opened (%),Average place,Opened most"
        )
        assert "fonts,1,0,3,,100,2.0,About fonts" in lines
        assert any(line.startswith("'=1+1,") for line in lines)
    else:
        assert content.startswith(b"PK")


def test_no_title_of_a_page_is_computed_by_a_spreadsheet(editor, logged, blog):
    post = BlogPageFactory(parent=blog, title="=1+1", slug="sum")
    OpenedResult.objects.create(search=logged("sums", opened=1, places=2), page=post, times=1, places=2)

    csv = b"".join(editor.get(reverse("searches"), {"export": "csv"}).streaming_content).decode()
    assert csv.splitlines()[1].endswith(",'=1+1")

    xlsx = b"".join(editor.get(reverse("searches"), {"export": "xlsx"}).streaming_content)
    cell = load_workbook(io.BytesIO(xlsx)).active["H2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_empty_reports_say_why(editor, logged):
    assert "Nobody has searched in these days" in editor.get(reverse("searches")).content.decode()
    logged("fonts", opened=1, places=1)
    html = editor.get(reverse("searches_found_nothing")).content.decode()
    assert "Every search of these days found something" in html
    html = editor.get(reverse("searches_never_opened")).content.decode()
    assert "somebody opened a result" in html
    SearchSettings.objects.create(site=Site.objects.get(), log_days=0)
    assert "not counted at present" in editor.get(reverse("searches")).content.decode()


def test_sites_are_told_apart_where_there_are_several(editor, logged, home):
    logged("fonts")
    assert b'name="site"' not in editor.get(reverse("searches")).content
    other = Site.objects.create(hostname="other.example", root_page=home)
    logged("grids", site=other)
    assert queries(editor) == ["fonts", "grids"]
    assert queries(editor, site=other.pk) == ["grids"]
    assert b'name="site"' in editor.get(reverse("searches")).content


def test_a_report_takes_the_same_number_of_queries_however_long_it_is(
    editor, logged, django_assert_max_num_queries
):
    for number in range(40):
        logged(f"query {number}")
    with django_assert_max_num_queries(20):
        rows(editor)
