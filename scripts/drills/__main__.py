"""`make drills`: what visitors see, and what is lost, while parts around the platform fail.

Everything is started for real on free ports of this machine, in a temporary folder: PostgreSQL,
Redis, a store, a mail server, nginx, the application, its worker and its timer. An earlier release
serves first; visitors look and buy while it is upgraded, reloaded, and while each part is killed
and made to hang. At the end what was promised is counted.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scripts.console import ROOT, Stop, run
from scripts.drills.deployment import NGINX, Deployment, deployed
from scripts.drills.table import HEAD, NO_ANSWER, Row
from scripts.drills.visitors import Visitors
from tests.services import postgres, redis

SECONDS = 7  # that a part is away
SECONDS_AFTER = 4
MIGRATIONS = 3  # that the earlier release lacks, unless FROM names it

# What visitors may be answered while a part is away: nothing but pages, where it is not here.
MAY = {
    "nginx": frozenset({NO_ANSWER}),
    "web": frozenset({502, 504}),
    "database": frozenset({503}),
}
PARTS = ("redis", "storage", "mail", "worker", "timer", "database", "web", "nginx")


def main() -> int:
    if not (postgres.find() and redis.find() and NGINX):
        raise Stop("The drills need PostgreSQL, Redis and nginx on this machine.")
    commits = [name(earlier()), name("HEAD")]
    say(f"A deployment of {commits[0]} with its demonstration: two or three minutes")
    with deployed(*commits) as deployment:
        goods = [one["path"] for one in deployment.goods]
        visitors = Visitors(deployment.url, deployment.certificate, goods)
        with visitors.busy():
            rows = Drills(deployment, visitors).play()
        counted = count(deployment, visitors)
    return report(rows, counted, commits)


class Drills:
    """One after the other, with a row of the table for each."""

    def __init__(self, deployment: Deployment, visitors: Visitors) -> None:
        self.deployment, self.visitors = deployment, visitors
        self.rows: list[Row] = []

    def play(self) -> list[Row]:
        deployment = self.deployment
        with self.row("–", "nothing happens"):
            time.sleep(SECONDS)
        with self.row("release", "new tables, old code"):
            deployment.migrate()
            time.sleep(SECONDS)
        with self.row("release", "both, then the new one"):
            deployment.switch()
        with self.row("release", "reload"):
            deployment.reload()
        for name in PARTS:
            part = deployment.parts[name]
            for what, do in (("is killed", part.kill), ("hangs", part.hang)):
                with self.row(name, f"{what}, comes back"):
                    do()
                    time.sleep(SECONDS)
                    part.start()
        with self.row("database", "starts anew"):
            deployment.restart_database()
        with self.row("–", "nothing happens any more"):
            time.sleep(SECONDS)
        return self.rows

    @contextmanager
    def row(self, part: str, what: str) -> Iterator[None]:
        row = self.visitors.row = Row(part, what, MAY.get(part, frozenset()))
        self.rows.append(row)
        yield
        self.deployment.revive()
        time.sleep(SECONDS_AFTER)
        say(row.line)


def count(deployment: Deployment, visitors: Visitors) -> dict[str, Any]:
    """Let what waits be finished, then count: see count.py."""
    say("Counting")
    told = {
        "promised": visitors.promised,
        "mailbox": str(deployment.mailbox),
        "goods": deployment.goods,
    }
    note = deployment.home / "told.json"
    note.write_text(json.dumps(told))
    tell = f"from scripts.drills.count import tell; tell({str(note)!r})"
    counted: dict[str, Any] = json.loads(deployment.manage(ROOT, "shell", "-v0", "-c", tell))
    return counted


def report(rows: list[Row], counted: dict[str, Any], commits: list[str]) -> int:
    print(f"\nFrom {commits[0]} to {commits[1]}\n\n{HEAD}")
    for row in rows:
        print(row.line)
    lost = counted["lost"]
    for row in rows:
        lost += [f"{row.part} {row.what}: {one.status} at {one.path}" for one in row.lost]
    print(f"\n{', '.join(f'{number} {what}' for what, number in counted['sums'].items())}")
    print("\n".join(["lost:", *lost]) if lost else "lost: nothing")
    return int(bool(lost))


def earlier() -> str:
    """The commit to upgrade from: FROM, else the one before the last few migrations came."""
    if named := os.environ.get("FROM"):
        return named
    added = ["--diff-filter=A", "--format=%H^", f"-{MIGRATIONS}", "--", "*/migrations/*.py"]
    return git("log", *added).split()[-1]


def name(commit: str) -> str:
    return git("rev-parse", "--short", "--verify", f"{commit}^{{commit}}").strip()


def git(*command: str) -> str:
    done = subprocess.run(["git", "-C", ROOT, *command], capture_output=True, text=True)
    if done.returncode:
        raise Stop(f"Name a commit to upgrade from, as FROM=…: {done.stderr.strip()}")
    return done.stdout


def say(what: str) -> None:
    print(f"  {time.strftime('%X')} {what}", flush=True)


if __name__ == "__main__":
    sys.exit(run(main))
