"""A throw-away site for the audit: the demo, perhaps an imported blog, served with the production settings."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 60


@dataclass
class Served:
    """Where the site answers: ``url`` in the clear; ``proxied_port`` expects a proxy that speaks TLS before it."""

    url: str
    proxied_port: int
    folder: Path


def free_port() -> int:
    """A port of this machine nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def throw_away_site(imports: list[Path]) -> Iterator[Served]:
    """Make the site, import these blogs into it, serve it twice, and take it all away afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="colophon-audit-"))
    environment = production(folder)
    try:
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "load_demo")
        for number, source in enumerate(imports, start=1):
            manage(environment, "import_blog", str(source), "--under", f"/imported-{number}/")
        with ExitStack() as servers:
            plain, proxied = free_port(), free_port()
            servers.enter_context(server(environment, plain))
            servers.enter_context(server({**environment, "HTTPS": "true", "TRUST_PROXY": "true"}, proxied))
            yield Served(f"http://127.0.0.1:{plain}", proxied, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def production(folder: Path) -> dict[str, str]:
    """The environment of a site with production settings that keeps everything in ``folder``."""
    return {
        **os.environ,
        "ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "site_config.settings.production",
        "SECRET_KEY": secrets.token_hex(32),
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "ALLOWED_HOSTS": "localhost,127.0.0.1",
        "LOG_LEVEL": "ERROR",
        "HTTPS": "false",
    }


def manage(environment: dict[str, str], *arguments: str) -> None:
    """Run one of the site's commands; CalledProcessError when it fails."""
    command = [sys.executable, "manage.py", *arguments]
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own


@contextmanager
def server(environment: dict[str, str], port: int) -> Iterator[None]:
    """Serve the site on this port of the machine's own address as long as the block lasts."""
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
    ]
    options = ["--workers", "1", "--blocking-threads", "4", "--log-level", "error"]
    process = subprocess.Popen(  # noqa: S603 - our own site
        [*command, *options, "site_config.wsgi:application"], cwd=ROOT, env=environment
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", process)
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE_SECONDS)


def _wait_for(url: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):  # noqa: S310 - our own address
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The site for the audit did not start; its message stands above.")
