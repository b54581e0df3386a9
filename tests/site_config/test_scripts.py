"""What a newcomer meets when something is missing: one clear sentence."""

import shutil
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def setup(folder: Path, path: str, **variables: str) -> subprocess.CompletedProcess[str]:
    (folder / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "setup.sh", folder / "scripts")
    return subprocess.run(
        ["/bin/sh", str(folder / "scripts" / "setup.sh"), "python"],
        env={"PATH": path, **variables},
        capture_output=True,
        text=True,
        timeout=60,
    )


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode != 0
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    return done.stderr


def fake_python(folder: Path, body: str) -> None:
    program = folder / "python3"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A PATH with the commands the script uses and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "dirname").symlink_to(shutil.which("dirname") or "/usr/bin/dirname")
    return folder


def test_a_machine_without_python_is_told_what_to_install(tmp_path: Path, bare_path: Path) -> None:
    assert "apt install python3 python3-venv" in one_sentence(setup(tmp_path, str(bare_path)))


def test_an_old_python_is_named(tmp_path: Path, bare_path: Path) -> None:
    fake_python(bare_path, '[ "$1" = -V ] && echo "Python 3.9.2" && exit 0; exit 1')
    sentence = one_sentence(setup(tmp_path, str(bare_path)))
    assert "3.11 or newer" in sentence
    assert "Python 3.9.2" in sentence


def test_a_python_that_will_do_passes(tmp_path: Path, bare_path: Path) -> None:
    (bare_path / "python3").symlink_to(sys.executable)
    assert setup(tmp_path, str(bare_path)).returncode == 0


def port_is_free(port: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "port_is_free.py"), port]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_a_port_in_use_is_named_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} is in use" in one_sentence(port_is_free(str(port)))
    assert port_is_free(str(port)).returncode == 0


@pytest.mark.parametrize("port", ["eighty", "0", "70000", ""])
def test_a_port_that_is_no_port_is_refused(port: str) -> None:
    assert "from 1 to 65535" in one_sentence(port_is_free(port))


def test_the_local_key_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    (tmp_path / "scripts").mkdir()
    script = Path(shutil.copy(ROOT / "scripts" / "local_secret_key.py", tmp_path / "scripts"))
    keys = {
        subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    }
    assert len(keys) == 1
    assert len(keys.pop().strip()) >= 50
    assert stat.S_IMODE((tmp_path / ".secret-key").stat().st_mode) == 0o600
