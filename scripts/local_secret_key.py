"""Print this machine's own signing key, made once and kept in the untracked file .secret-key."""

import os
import secrets
from pathlib import Path

KEY_FILE = Path(__file__).resolve().parents[1] / ".secret-key"


def local_secret_key() -> str:
    if not KEY_FILE.exists():
        # Readable by its owner only, from the first moment.
        descriptor = os.open(KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(50))
    return KEY_FILE.read_text().strip()


if __name__ == "__main__":
    print(local_secret_key())
