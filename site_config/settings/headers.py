"""What browsers may load and do, for readers and in the admin. docs/operations.md explains the choices."""

import re

from .env import env

SELF, NONE, INLINE = "'self'", "'none'", "'unsafe-inline'"

# Everything a reader is sent comes from this site, in files. A page with a video names that video's host in
# frame-src as well, one with a film that host in media-src, and loads it when the reader asks for it:
# core/security/csp.py.
SECURE_CSP = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "media-src": [SELF],
    "manifest-src": [SELF],
    "frame-src": [NONE],
    "object-src": [NONE],
    "form-action": [SELF],
    "base-uri": [NONE],
    # The admin shows pages in a frame, in previews.
    "frame-ancestors": [SELF],
}
# Wagtail's forms are started by inline scripts and styled by inline styles; nothing it does needs eval or
# another host.
SECURE_CSP_ADMIN = {
    "default-src": [SELF],
    "script-src": [SELF, INLINE],
    "style-src": [SELF, INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
    "object-src": [NONE],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}
# Joins both policies. Where browsers send reports; whether they only report.
SECURE_CSP_EVERYWHERE: dict[str, list[str]] = {}
if report_uri := env.text("CSP_REPORT_URI"):
    SECURE_CSP_EVERYWHERE["report-uri"] = [report_uri]
    if not re.fullmatch(r"(https://|/)[^\s;,]+", report_uri):
        env.problem("CSP_REPORT_URI", "must be one address that begins with https:// or /")
SECURE_CSP_TRIAL = env.flag("CSP_REPORT_ONLY", False)

# Devices and features neither the site nor a video in it has any use for. Browsers complain in the console about
# names they do not know, so only those they do stand here.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        *("accelerometer", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
        *("magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"),
    )
)
