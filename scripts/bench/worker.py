"""One site of a given size, in a process of its own. Reads lines "path status rounds", answers with JSON."""

import json
import os
import sys
from dataclasses import asdict


def serve(posts: int) -> None:
    # Answers go where the parent reads; whatever Django logs to standard output goes to standard error.
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)

    import django

    django.setup()
    from django.core.management import call_command

    from scripts.bench.content import fill
    from scripts.bench.measure import cost

    call_command("migrate", verbosity=0)
    fill(posts)
    print(json.dumps({"ready": posts}), file=answers, flush=True)
    for line in sys.stdin:
        path, status, rounds = line.split()
        print(json.dumps(asdict(cost(path, int(status), int(rounds)))), file=answers, flush=True)


if __name__ == "__main__":
    os.environ["DATABASE_URL"] = f"sqlite:///{sys.argv[1]}"
    os.environ["DJANGO_SETTINGS_MODULE"] = "site_config.settings.test"
    os.environ["LOG_LEVEL"] = "ERROR"
    serve(int(sys.argv[2]))
