"""The audit's tools from npm: installed once into .cache, never into the site."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
FOLDER = ROOT / ".cache" / "audit"
SCRIPTS = ("lighthouse.mjs", "validate.mjs", "observatory.mjs")


class MissingError(Exception):
    """A program the audit needs is not on this machine; the message says which."""


def install() -> None:
    """Put the tools and our scripts for them into .cache/audit. Raises MissingError without Node or when npm fails."""
    if not (shutil.which("npm") and shutil.which("node")):
        raise MissingError("node and npm (Debian: apt-get install nodejs npm)")
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in SCRIPTS:
        shutil.copyfile(HERE / name, FOLDER / name)
    lock = (HERE / "package-lock.json").read_bytes()
    installed = FOLDER / "installed.json"
    if installed.is_file() and installed.read_bytes() == lock:
        return
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, FOLDER / name)
    # Install scripts stay off: none of these tools needs one to run, and two would ask hosts beyond the registry.
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund"]
    if subprocess.run(command, cwd=FOLDER, check=False).returncode:  # noqa: S603 - a fixed command
        raise MissingError("the tools from npm; its message stands above")
    installed.write_bytes(lock)


def axe() -> str:
    """The text of axe.min.js."""
    return (FOLDER / "node_modules/axe-core/axe.min.js").read_text("utf-8")


def node(script: str, *arguments: str, **environment: str) -> list[dict]:
    """Run one of our scripts; return its lines of JSON. Raises CalledProcessError when it fails."""
    import os

    result = subprocess.run(  # noqa: S603 - our own script
        ["node", script, *arguments],  # noqa: S607 - wherever Node is
        cwd=FOLDER,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in result.stdout.splitlines() if line.startswith("{")]


def nu_checker(files: list[Path]) -> list[str]:
    """What the Nu HTML checker calls an error in these files. Raises MissingError without Java."""
    if shutil.which("java") is None:
        raise MissingError("java (Debian: apt-get install default-jre-headless)")
    jar = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
    result = subprocess.run(  # noqa: S603 - a fixed command over files made here
        ["java", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, files)],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )
    messages = json.loads(result.stderr or '{"messages": []}')["messages"]
    return [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in messages]
