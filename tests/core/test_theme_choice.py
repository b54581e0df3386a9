"""What a reader chose to see arrives with the page."""

import pytest

pytestmark = pytest.mark.django_db


def root_tag(client) -> str:
    page = client.get("/").content.decode()
    return page[page.index("<html") : page.index(">", page.index("<html"))]


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_page_comes_in_the_colours_that_were_chosen(client, choice):
    client.cookies["theme"] = choice
    assert f'data-theme="{choice}"' in root_tag(client)
    assert f'data-state="{choice}"' in client.get("/").content.decode()


@pytest.mark.parametrize("nonsense", ["", "auto", 'dark"><script>'])
def test_anything_else_leaves_the_colours_to_the_system(client, nonsense):
    client.cookies["theme"] = nonsense
    assert "data-theme" not in root_tag(client)


def test_the_choice_makes_no_session(client):
    client.cookies["theme"] = "dark"
    assert "sessionid" not in client.get("/").cookies
