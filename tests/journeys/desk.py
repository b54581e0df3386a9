"""An editor at the admin, in a real browser: what a person does, by the words on the screen."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect


class Desk:
    """One editor's browser page. Every method is one thing the editor does."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site

    def log_in(self, username: str, password: str) -> None:
        """Sign in through the admin's own form."""
        self.page.goto(f"{self.site}/admin/")
        self.page.get_by_label("Username").fill(username)
        self.page.locator("#id_password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("link", name="Write a post").first).to_be_visible()

    def write_a_post(self, title: str) -> None:
        """Start from the dashboard's button and type a title."""
        self.page.get_by_role("link", name="Write a post").first.click()
        self.page.get_by_placeholder("Title of the post").fill(title)

    def add_block(self, name: str, inside: Locator | None = None) -> Locator:
        """Add a block at the end of the body, or of a block that holds blocks, and return it."""
        body = inside or self.page.locator("#panel-child-write-body-content")
        body.locator(".c-sf-add-button").last.click()
        self.page.get_by_role("option", name=name, exact=True).click()
        block = body.locator("[data-streamfield-child]").last
        expect(block).to_be_visible()
        return block

    def type_text(self, block: Locator, text: str) -> None:
        """Type into a block's first rich text; a line break starts a new paragraph."""
        block.locator(".public-DraftEditor-content").first.click()
        for number, line in enumerate(text.split("\n")):
            if number:
                self.page.keyboard.press("Enter")
            self.page.keyboard.insert_text(line)

    def fill(self, block: Locator, field: str, value: str) -> None:
        """Fill a plain field of a block; ``field`` is the end of its name."""
        block.locator(f"[name$='-{field}']").first.fill(value)

    def upload_image(self, near: Locator, path: Path, title: str, description: str) -> None:
        """Choose a picture that is not on the site yet: upload it in the chooser."""
        near.get_by_role("button", name="Choose an image").first.click()
        window = self.page.locator(".modal-content")
        window.get_by_role("tab", name="Upload").click()
        window.locator("input[type=file]").set_input_files(path)
        window.get_by_label("Title").last.fill(title)
        window.get_by_label("Description").last.fill(description)
        window.get_by_role("button", name="Upload").click()
        known = window.get_by_text("Use existing and delete new")
        expect(known.or_(near.get_by_role("button", name="Actions"))).to_be_visible()
        if known.is_visible():
            known.click()
        expect(window).to_be_hidden()

    def open_tab(self, name: str) -> None:
        """Switch to another part of the form."""
        self.page.get_by_role("tab", name=name).click()

    def tag(self, *names: str) -> None:
        """Type tags, each ended with a comma."""
        self.open_tab("Details")
        field = self.page.locator("#panel-child-details-tags-section .tagit-new input")
        for name in names:
            field.fill(name)
            field.press(",")
        self.open_tab("Write")

    def publish(self) -> None:
        """Choose 'Publish' from the footer's menu and wait for the answer."""
        footer = self.page.locator("footer")
        footer.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name="Publish", exact=True).click()
        expect(self.page.locator(".messages .success")).to_contain_text("published")
