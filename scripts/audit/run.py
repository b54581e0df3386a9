"""Hold a site against every limit of docs/quality.md: ``make audit``.

Without an address a throw-away site is made: the demo, and every blog that BLOGS names, served with the production
settings. With URL=http://127.0.0.1:8000 that site is measured instead, and PATHS names other pages than the demo's.
Ends with status 1 when a limit is missed. Chromium is the machine's own; Node brings the other instruments, and
Java one more. Trust the times only on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.error
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from scripts.audit import budgets, findability, instruments
from scripts.audit.chromium import ARGUMENTS
from scripts.audit.measure import Finding, measure, measure_instant_search
from scripts.audit.pages import DEMO, UNMARKED, telling_posts
from scripts.audit.site import free_port, throw_away_site

SECTIONS = ("browser", "lighthouse", "markup", "findability", "observatory")


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("url", nargs="?", help="a running site, such as http://127.0.0.1:8000")
    parser.add_argument("paths", nargs="*", help="pages to open instead of the demo's")
    parser.add_argument(
        "--blogs", nargs="*", type=Path, default=[], help="blogs to import and measure as well"
    )
    parser.add_argument("--only", nargs="*", choices=SECTIONS, default=SECTIONS)
    parser.add_argument("--runs", type=int, default=3, help="Lighthouse's runs for each page")
    chosen = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        print("Missing: Chromium (Debian: apt-get install chromium)")
        return 2
    try:
        instruments.install()
        with ExitStack() as stack:
            misses = _audit(chosen, chromium, stack)
    except instruments.MissingError as error:
        print(f"Missing: {error}")
        return 2
    print(f"\n{misses} limits missed" if misses else "\nEvery limit is kept")
    return 1 if misses else 0


def _audit(chosen: argparse.Namespace, chromium: str, stack: ExitStack) -> int:
    site = None if chosen.url else stack.enter_context(throw_away_site(chosen.blogs))
    base = (site.url if site else chosen.url).rstrip("/")
    paths = chosen.paths or list(DEMO)
    for number in range(1, len(chosen.blogs) + 1):
        paths += telling_posts(base, f"/imported-{number}/")
    steps = {
        "browser": lambda: _browser(base, paths, chromium),
        "lighthouse": lambda: _lighthouse(base, paths, chromium, chosen.runs),
        "markup": lambda: _markup(base, paths),
        "findability": lambda: _findability(base),
        "observatory": lambda: _observatory(site.proxied_port, site.folder) if site else 0,
    }
    return sum(steps[name]() for name in SECTIONS if name in chosen.only)


def _say(name: str, path: str, good: str, misses: list[str]) -> int:
    print(f"{'ok  ' if not misses else 'MISS'} {name:<12}{path}  {good}", flush=True)
    for miss in misses:
        print(f"       {miss}")
    return len(misses)


@contextmanager
def _started(chromium: str, *arguments: str) -> Iterator[Any]:
    """Chromium as a browser test starts it, with a new, empty profile."""
    from playwright.sync_api import sync_playwright

    with (
        sync_playwright() as driver,
        driver.chromium.launch(executable_path=chromium, args=[*ARGUMENTS, *arguments]) as browser,
    ):
        yield browser


def _browser(base: str, paths: list[str], chromium: str) -> int:
    """Axe in four views, reflow, large text, errors, and the weight on the wire."""
    axe, missed = instruments.axe(), 0
    with _started(chromium) as browser:
        for path in paths:
            found = measure(browser, base, path, axe)
            own = sum(size for kind, size in found.kilobytes.items() if kind not in {"Image", "Other"})
            good = (
                f"{found.status}, {found.requests - found.pictures} requests, {own:.1f} kB without pictures"
            )
            missed += _say("browser", path, good, _seen(found) + budgets.over_weight(found))
        found = measure_instant_search(browser, base, paths[0], axe)
        missed += _say("browser", paths[0], "with the search open over it", _seen(found))
    return missed


def _seen(found: Finding) -> list[str]:
    """What is wrong with a page, each with the view it was seen in."""
    views = (*found.broken.items(), *found.overflow.items(), ("error", found.errors))
    return [f"{view}: {problem}" for view, problems in views for problem in problems]


def _lighthouse(base: str, paths: list[str], chromium: str, runs: int) -> int:
    """The marks and times of a mid-range phone on a slow line."""
    marked = [path for path in paths if path not in UNMARKED]
    urls = [base + path for path in marked]
    missed = 0
    port = str(free_port())
    with _started(chromium, f"--remote-debugging-port={port}"):
        *measured, bare = instruments.node("lighthouse.mjs", port, str(runs), *urls)
    for found in measured:
        marks = "/".join(str(found.get(name, "?")) for name in budgets.SCORES)
        times = "" if "error" in found else _times(found)
        path = found["url"].removeprefix(base)
        missed += _say("lighthouse", path, f"{marks} {times}", budgets.lighthouse_misses(found))
    print(f"     lighthouse  a page of words alone, in turn with these: {bare.get('error') or _times(bare)}")
    return missed


def _times(found: dict) -> str:
    """The median of each time, and every run's blocking time: their spread is the machine's."""
    runs = ", ".join(map(str, found["blocking"]))
    return f"LCP {found['lcp'] / 1000:.2f} s, TBT {found['tbt']:.0f} ms ({runs})"


def _markup(base: str, paths: list[str]) -> int:
    """Two validators over the pages as they are sent."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for path in paths:
            name = re.sub(r"\W+", "-", path).strip("-") or "front"
            file = Path(folder) / f"{name}.html"
            file.write_bytes(_page(base + path))
            files.append(file)
        missed = _say("Nu checker", f"{len(files)} pages", "", instruments.nu_checker(files))
        errors = [
            f"{Path(one['file']).name}:{one['line']}: {one['rule']}: {one['message']}"
            for one in instruments.node("validate.mjs", *map(str, files))
        ]
        return missed + _say("html-validate", f"{len(files)} pages", "", errors)


def _page(url: str) -> bytes:
    try:
        return findability.read(url)
    except urllib.error.HTTPError as error:
        return error.read()


def _findability(base: str) -> int:
    """Title, description, canonical address, OpenGraph and JSON-LD of every public page."""
    pages = findability.public_pages(base)
    lacking = [(url, findability.lacks(url)) for url in pages]
    misses = [f"{url.removeprefix(base)}: {', '.join(missing)}" for url, missing in lacking if missing]
    return _say("findability", f"{len(pages)} pages of the sitemap", "", misses)


def _observatory(port: int, folder: Path) -> int:
    """MDN's marks for the headers, through a proxy that speaks TLS."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    if shutil.which("openssl") is None:
        raise instruments.MissingError("openssl (Debian: apt-get install openssl)")
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run(  # noqa: S603 - a certificate for ourselves, for this run
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *names, *files],  # noqa: S607
        check=True,
        capture_output=True,
    )
    arguments = (str(port), str(certificate), str(key))
    (found,) = instruments.node("observatory.mjs", *arguments, NODE_EXTRA_CA_CERTS=str(certificate))
    misses = found["failed"] + ([] if found["score"] >= budgets.OBSERVATORY else ["score"])
    return _say("observatory", found["grade"], f"{found['score']}, limit {budgets.OBSERVATORY}", misses)


if __name__ == "__main__":
    sys.exit(main())
