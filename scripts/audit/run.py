"""Measure a running site: ``AXE=path/to/axe.min.js make audit URL=http://127.0.0.1:8000``.

Every page type of the demo is opened, or the paths named on the command line. Ends with status 1 when anything
is found. axe-core comes from npm (``npm pack axe-core``); the browser is the machine's own Chromium.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

from scripts.audit.measure import Finding, measure

#: One of each page type of the demo.
PATHS = [
    "/",
    "/blog/",
    "/blog/choosing-a-measure/",
    "/blog/give-your-posts-a-body/",
    "/blog/a-year-of-covers/",
    "/blog/house-style/",
    "/blog/tags/",
    "/blog/tags/design/",
    "/blog/authors/",
    "/blog/authors/linh-tran/",
    "/blog/series/",
    "/blog/series/setting-text/",
    "/blog/archive/",
    "/search/",
    "/search/?q=blog",
    "/search/?q=nothinglikethis",
    "/about/",
    "/nothing-here/",
    "/blog/contributor-handbook/",
]


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("url", help="the running site, such as http://127.0.0.1:8000")
    parser.add_argument("paths", nargs="*", help="pages to open instead of the demo's")
    chosen = parser.parse_args()
    axe = Path(os.environ.get("AXE", ""))
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not axe.is_file() or executable is None:
        print("AXE must name axe-core's axe.min.js (npm pack axe-core), and Chromium must be installed.")
        return 2
    from playwright.sync_api import sync_playwright

    with (
        sync_playwright() as driver,
        driver.chromium.launch(
            executable_path=executable, args=["--headless", "--no-sandbox", "--disable-gpu"]
        ) as browser,
    ):
        found = [
            show(measure(browser, chosen.url.rstrip("/"), path, axe.read_text("utf-8")))
            for path in chosen.paths or PATHS
        ]
    print(f"{sum(finding.is_clean for finding in found)} of {len(found)} pages without a finding")
    return 0 if all(finding.is_clean for finding in found) else 1


def show(finding: Finding) -> Finding:
    """Print one page's line, and what was found on it."""
    weight = {kind: size for kind, size in finding.kilobytes.items() if kind not in {"Image", "Other"}}
    parts = " ".join(f"{kind.lower()} {size:.1f}" for kind, size in sorted(weight.items()))
    print(
        f"{finding.status} {finding.path}: axe {sum(map(len, finding.broken.values()))}, "
        f"{finding.requests} requests, without pictures {sum(weight.values()):.1f} kB ({parts})"
    )
    for label, problems in [*finding.broken.items(), *finding.overflow.items(), ("error", finding.errors)]:
        for problem in problems:
            print(f"    {label}: {problem}")
    return finding


if __name__ == "__main__":
    sys.exit(main())
