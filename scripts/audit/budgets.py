"""What every page must reach, and whether it did."""

from __future__ import annotations

from scripts.audit.measure import Finding

SCORES = ("performance", "accessibility", "best-practices", "seo")
LCP_SECONDS, CLS, TBT_MILLISECONDS = 1.2, 0.001, 0
KILOBYTES, REQUESTS, SCRIPT_KILOBYTES, STYLE_KILOBYTES = 45, 8, 8, 14
OBSERVATORY = 110


def over_weight(finding: Finding) -> list[str]:
    """Which limits on the wire a page passes; pictures that belong to its content do not count."""
    own = {kind: size for kind, size in finding.kilobytes.items() if kind not in {"Image", "Other"}}
    measured = [
        ("kB", sum(own.values()), KILOBYTES),
        ("requests", finding.requests - finding.pictures, REQUESTS),
        ("kB of script", own.get("Script", 0), SCRIPT_KILOBYTES),
        ("kB of style", own.get("Stylesheet", 0), STYLE_KILOBYTES),
    ]
    return [f"{value:.1f} {name}, limit {limit}" for name, value, limit in measured if value > limit]


def lighthouse_misses(measured: dict) -> list[str]:
    """Which of Lighthouse's limits a page misses."""
    if "error" in measured:
        return [measured["error"]]
    misses = [f"{name} {measured[name]}" for name in SCORES if measured[name] < 100]
    misses += measured["failed"]
    if measured["lcp"] / 1000 > LCP_SECONDS:
        misses.append(f"LCP {measured['lcp'] / 1000:.2f} s")
    if measured["cls"] > CLS:
        misses.append(f"CLS {measured['cls']:.3f}")
    if measured["tbt"] > TBT_MILLISECONDS:
        misses.append(f"TBT {measured['tbt']:.0f} ms")
    return misses
