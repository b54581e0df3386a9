"""What is measured on one page, in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: Widths in CSS pixels: a laptop, a phone, and a laptop zoomed to 400 % (WCAG 1.4.10).
LAPTOP, PHONE, REFLOW = 1280, 390, 320
SCHEMES = ("light", "dark")
RUN_AXE = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
#: By how many pixels the page is wider than its window, and texts that are cut off at their side; but for the last
#: part of the way to a page, which the heading below it says in full.
OVERFLOW = """() => {
  const root = document.documentElement;
  const cut = [...document.querySelectorAll("main *, header *, footer *")].filter((element) =>
    element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden"
    && element.clientWidth > 1 && element.innerText && !element.closest(".visually-hidden, [aria-current]"));
  return [Math.max(0, root.scrollWidth - root.clientWidth), ...cut.map((element) => element.className)];
}"""


@dataclass
class Finding:
    """What one page was found to have: rules broken by view, side-scrolling, errors and weight."""

    path: str
    status: int = 0
    broken: dict[str, list[str]] = field(default_factory=dict)
    overflow: dict[str, list[Any]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    requests: int = 0
    pictures: int = 0
    kilobytes: dict[str, float] = field(default_factory=dict)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found."""
        return not (any(self.broken.values()) or any(self.overflow.values()) or self.errors)


def measure(browser: Any, base: str, path: str, axe: str) -> Finding:
    """Measure one page; ``axe`` is the text of axe.min.js. Raises Playwright's errors when it does not open."""
    finding = Finding(path)
    _look_for_barriers(browser, base + path, axe, finding)
    _look_at_space(browser, base + path, finding)
    _weigh(browser, base + path, finding)
    return finding


def measure_instant_search(browser: Any, base: str, path: str, axe: str) -> Finding:
    """Axe over a page on which somebody opened the search and typed two letters."""
    finding = Finding(path)
    _look_for_barriers(browser, base + path, axe, finding, _search)
    return finding


def _search(page: Any) -> None:
    page.keyboard.press("/")
    page.keyboard.type("de")
    page.locator("[data-search-dialog] [role=option]").first.wait_for()


def _look_for_barriers(
    browser: Any, address: str, axe: str, finding: Finding, prepare: Callable[[Any], None] = lambda page: None
) -> None:
    """What axe objects to at two widths, in light and dark, once the page was prepared."""
    for width in (LAPTOP, PHONE):
        for scheme in SCHEMES:
            with browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
            ) as context:
                page = context.new_page()
                finding.status = page.goto(address).status
                page.wait_for_load_state("networkidle")
                prepare(page)
                page.evaluate(axe)
                broken = page.evaluate(RUN_AXE, STANDARDS)["violations"]
                finding.broken[f"{width} {scheme}"] = [_name(rule) for rule in broken]


def _name(rule: dict[str, Any]) -> str:
    first = " ".join(map(str, rule["nodes"][0]["target"]))
    return f"{rule['id']} x{len(rule['nodes'])} ({first})"


def _look_at_space(browser: Any, address: str, finding: Finding) -> None:
    """Reflow at 320 pixels, and text at twice its size: nothing may be cut off or scroll sideways."""
    for name, width, size in (("320 px", REFLOW, "100%"), ("text 200 %", LAPTOP, "200%")):
        with browser.new_context(viewport={"width": width, "height": 900}) as context:
            page = context.new_page()
            page.goto(address)
            page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
            page.wait_for_load_state("networkidle")
            beyond, *cut = page.evaluate(OVERFLOW)
            finding.overflow[name] = [*([f"{beyond} px"] if beyond else []), *cut]


def _weigh(browser: Any, address: str, finding: Finding) -> None:
    """What the page asks for on the wire, by kind; and what it complains about."""
    with browser.new_context(viewport={"width": LAPTOP, "height": 900}) as context:
        page = context.new_page()
        client = context.new_cdp_session(page)
        client.send("Network.enable")
        kinds: dict[str, str] = {}
        sizes: dict[str, float] = {}
        client.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: event["type"]}))
        client.on(
            "Network.loadingFinished",
            lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}),
        )
        page.on("pageerror", lambda error: finding.errors.append(str(error)))
        page.on("console", lambda message: _note(finding, message))
        page.goto(address)
        page.wait_for_load_state("networkidle")
    finding.requests = len(kinds)
    finding.pictures = list(kinds.values()).count("Image")
    for key, kind in kinds.items():
        finding.kilobytes[kind] = finding.kilobytes.get(kind, 0) + sizes.get(key, 0) / 1000


def _note(finding: Finding, message: Any) -> None:
    # The browser itself complains about pages whose status is an error; such pages are measured on purpose.
    if message.type == "error" and not (finding.status >= 400 and "Failed to load resource" in message.text):
        finding.errors.append(message.text)
