"""`make bench`: requests a second for the main pages, beside a bare Django view in the same run.

Both stand behind the same server with one worker, on one core where the system can pin it; the
load comes from another. Cached is anonymous; uncached is signed in, with the cache of whole pages
off: the frame is drawn anew, the contents (of the same basket, too) are kept. Anew is the same as
the first visitor after a change has it, for whom nothing is kept.
"""

import argparse
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager

from scripts import console
from scripts.bench.load import look, rate
from scripts.console import ROOT, VAR, Job
from scripts.environment import PYTHON
from scripts.run import DATABASE, HOST, prepare, use_data, wait_for
from tests.services.processes import free_port

BENCH = VAR / "bench"
BARE = "bare view"
Rates = dict[str, float]
ALL_CORES = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
AIMS = {"product": 0.08, "product list": 0.05, "story": 0.06, "basket": 0.04}
CACHED_AIM = 0.6
WARM_UP = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=4, help="how long to ask for each page")
    parser.add_argument("--seed", type=int, metavar="N", help="measure again with N products more")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.demo"
    with use_data():
        prepare()
        copy_data()
    pages, cookie = ask_shopper()
    first = measure("with the demonstration's products", pages, cookie, options.seconds)
    if options.seed:
        Job("products", [PYTHON, "manage.py", "seed_products", str(options.seed)]).wait()
        more = f"with {options.seed} products more"
        then = measure(more, pages, cookie, options.seconds)
        compare(first, then)


def copy_data() -> None:
    """Measure on a copy: pictures and static files are shared, the database is not."""
    shutil.rmtree(BENCH, ignore_errors=True)
    BENCH.mkdir(parents=True)
    for name in ("media", "static", "private"):
        (BENCH / name).symlink_to(VAR / name)
    with (
        closing(sqlite3.connect(DATABASE)) as ours,
        closing(sqlite3.connect(BENCH / DATABASE.name)) as copy,
    ):
        ours.backup(copy)
    os.environ["VAR_DIR"] = str(BENCH)


def ask_shopper() -> tuple[dict[str, str], str]:
    """The addresses by kind of page, and a cookie; made in a process with Django in it."""
    code = "import django; django.setup(); from scripts.bench import shopper; shopper.tell()"
    result = subprocess.run(
        [PYTHON, "-c", code], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )
    told = json.loads(result.stdout)
    return told["pages"], told["cookie"]


def measure(title: str, pages: dict[str, str], cookie: str, seconds: float) -> Rates:
    """Print a table of requests a second and of ratios; gives the uncached rates."""
    print(f"\nRequests a second, {title}\n")
    public = {name: address for name, address in pages.items() if name != "basket"}
    cached = column(public, "", seconds)
    uncached = column(pages, cookie, seconds, TERRIL_PAGE_CACHE="off")
    anew = column(pages, cookie, seconds, DJANGO_SETTINGS_MODULE="scripts.bench.anew")
    heads = (f"{what:>8}{'ratio':>8}{'aim':>7}" for what in ("cached", "uncached", "anew"))
    print(f"{'':14}" + "    ".join(heads))
    for name in (BARE, *pages):
        aim = CACHED_AIM if name in public else None
        row = cells(cached, name, aim), cells(uncached, name, AIMS.get(name)), cells(anew, name)
        print(f"{name:14}" + "    ".join(row))
    return uncached


def column(pages: dict[str, str], cookie: str, seconds: float, **env: str) -> Rates:
    """Requests a second for the bare view, and for each page of a platform so configured."""
    env["TERRIL_LIMITS_TIMES"] = "1000000"  # all of it comes from one address
    rates = {}
    with (
        server(BARE, "scripts.bench.bare:application") as bare,
        server("platform", "config.wsgi:application", **env) as platform,
    ):
        for name, url in {BARE: bare, **{k: platform + v for k, v in pages.items()}}.items():
            look(url, cookie)
            rate(url, WARM_UP, cookie)
            rates[name] = rate(url, seconds, cookie)
    return rates


@contextmanager
def server(name: str, application: str, **env: str) -> Iterator[str]:
    """One worker on the first core; gives its address, without the slash."""
    port = free_port()
    options = ["--host", HOST, "--port", str(port), "--workers", "1", "--no-ws"]
    options += ["--blocking-threads", "4"]
    command = [PYTHON, "-m", "granian", "--interface", "wsgi", *options, application]
    with on_core(0):
        job = Job(f"bench {name}", command, env=env)
    try:
        wait_for(f"http://{HOST}:{port}/healthz", job)
        with on_core(1):
            yield f"http://{HOST}:{port}"
    finally:
        job.end()


@contextmanager
def on_core(number: int) -> Iterator[None]:
    """What starts inside the block runs on that core, where the system can pin it."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {sorted(ALL_CORES)[number % len(ALL_CORES)]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def cells(rates: Rates, name: str, aim: float | None = None) -> str:
    """A page's rate, its ratio to the bare view, and whether that is what we aim at."""
    if name not in rates:
        return f"{'':23}"
    ratio = rates[name] / rates[BARE]
    verdict = "" if aim is None else f"{'✓' if ratio >= aim else '✗'} {aim:.2f}"
    return f"{rates[name]:8.0f}{ratio:8.2f}{verdict:>7}"


def compare(first: Rates, then: Rates) -> None:
    """How much slower each page became with many products."""
    print("\nTimes slower than with the demonstration's products (aim: at most 1.5)\n")
    for name in ("product list", "product", "search"):
        print(f"{name:14}{first[name] / then[name]:8.2f}")


if __name__ == "__main__":
    console.run(main)
