"""An editor at the admin, in a real browser: what a person does, by the words on the screen."""

from pathlib import Path

from playwright.sync_api import Locator, Page, TimeoutError, expect

#: Milliseconds after which somebody presses a button once more.
SOON = 15_000

COPY = """html => navigator.clipboard.write([new ClipboardItem({
    "text/html": new Blob([html], {type: "text/html"}), "text/plain": new Blob([html], {type: "text/plain"})})])"""


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
        around = inside or self.page.locator("#panel-child-write-body-content")
        stream = around.locator("[data-streamfield-stream-container]").first
        add = stream.locator("> div > .c-sf-add-button").last
        option = self.page.get_by_role("option", name=name, exact=True)
        add.click()
        try:
            option.wait_for(timeout=SOON)
        except TimeoutError:
            add.click()  # as somebody does who pressed before the page was ready
        option.click()
        block = stream.locator("> [data-streamfield-child]").last
        expect(block).to_be_visible()
        return block

    def item(self, block: Locator, number: int) -> Locator:
        """The item with this number, from 0, of a block that is a list, such as steps; added where it is missing."""
        items = block.locator("[data-streamfield-list-container]").first
        while items.locator("> [data-streamfield-child]").count() <= number:
            items.locator("> .c-sf-add-button").last.click()
        return items.locator("> [data-streamfield-child]").nth(number)

    def open_settings(self, block: Locator) -> None:
        """Show the settings a block keeps behind its cogwheel."""
        block.get_by_role("button", name="Settings").first.click()

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

    def paste(self, block: Locator, html: str) -> None:
        """Paste into a block's first rich text what a browser or word processor copied; needs clipboard rights."""
        block.locator(".public-DraftEditor-content").first.click()
        self.page.evaluate(COPY, html)
        self.page.keyboard.press("Control+V")

    def choose(self, block: Locator, field: str, label: str) -> None:
        """Choose from a drop-down list of a block by what it says."""
        block.locator(f"select[name$='-{field}']").first.select_option(label=label)

    def add_column(self, table: Locator, kind: str, heading: str) -> None:
        """Add a column at the end of a table block; kind is what the button says, such as "Text"."""
        table.locator("[data-append-column]").click()
        table.get_by_role("button", name=kind, exact=True).click()
        table.locator("thead input[type=text]").last.fill(heading)

    def add_row(self, table: Locator, *cells: str) -> None:
        """Add a row of plain or rich texts at the end of a table block."""
        rows = table.locator(".typed-table-block tbody > tr")
        if not self._is_empty(rows.last):
            table.locator("[data-add-row]").click()
        row = rows.last
        for number, cell in enumerate(cells):
            place = row.locator("> td:not(.control-cell)").nth(number)
            rich = place.locator(".public-DraftEditor-content")
            if rich.count():
                rich.click()
                self.page.keyboard.insert_text(cell)
            else:
                place.locator("input:not([type=hidden])").first.fill(cell)

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

    def _is_empty(self, row: Locator) -> bool:
        """Whether nothing is written in a row yet, as in the one a new table starts with."""
        written = row.locator("input:not([type=hidden])").evaluate_all(
            "inputs => inputs.map(i => i.value).join('')"
        )
        return not written + "".join(row.locator(".public-DraftEditor-content").all_inner_texts()).strip()

    def credit(self, *names: str) -> None:
        """Put names above the post, in this order; each must be an author already."""
        self.open_tab("Details")
        for name in names:
            self.page.get_by_role("button", name="Add author").click()
            window = self.page.locator(".modal-content")
            window.get_by_role("checkbox", name=name, exact=True).first.check()
            window.get_by_role("button", name="Confirm selection").click()
            expect(window).to_be_hidden()
        self.open_tab("Write")

    def credit_somebody_new(self, name: str, job_title: str = "") -> None:
        """Put a name above the post that no other post has had, adding the author on the way."""
        self.open_tab("Details")
        self.page.get_by_role("button", name="Add author").click()
        window = self.page.locator(".modal-content")
        window.get_by_role("tab", name="New author").click()
        window.get_by_label("Name").fill(name)
        window.get_by_label("Job title").fill(job_title)
        window.get_by_role("button", name="Add and choose").click()
        expect(window).to_be_hidden()
        self.open_tab("Write")

    def date(self, when: str) -> None:
        """Set the publication date, as "2026-11-22 10:00"."""
        self.open_tab("Settings")
        field = self.page.locator("#id_date")
        field.fill(when)
        field.press("Escape")
        self.open_tab("Write")

    def has_author(self, name: str) -> bool:
        """Whether the site knows an author of this name."""
        self.open_tab("Details")
        self.page.get_by_role("button", name="Add author").click()
        window = self.page.locator(".modal-content")
        expect(window.get_by_label("Search term")).to_be_visible()
        known = window.get_by_role("checkbox", name=name, exact=True).count() > 0
        window.get_by_role("button", name="Close").click()
        expect(window).to_be_hidden()
        self.open_tab("Write")
        return known

    def ask_to_publish(self) -> None:
        """Choose 'Publish' from the footer's menu."""
        footer = self.page.locator("footer")
        footer.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name="Publish", exact=True).click()

    def publish(self) -> None:
        """Choose 'Publish' and wait for the answer."""
        self.ask_to_publish()
        self.sees_it_published()

    def sees_it_published(self) -> None:
        """Wait until the admin says that the page is published."""
        told = self.page.locator(".messages .success")  # of uploaded pictures, too
        expect(told.filter(has_text="published")).to_be_visible()
