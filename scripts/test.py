"""`make test`: the suite on SQLite with nothing else, then on PostgreSQL and Redis where found.

The servers are the tests' own: started on free ports, thrown away afterwards.

What follows on the command line goes to pytest and makes it a part of the suite, which runs once:
on SQLite, with nothing prepared that it does not ask for; with ON=servers on the others instead.
"""

import os
import subprocess
import sys
from contextlib import ExitStack

from scripts import translations
from scripts.console import ROOT, Job, Stop, run
from scripts.environment import PYTHON
from tests.services import chromium, postgres, redis
from tests.services.processes import ServiceFailed

NOTHING_TO_RUN = 5
EVERYTHING = os.environ.get("REQUIRE_ALL") == "1"
PART = sys.argv[1:]
ON_SERVERS = os.environ.get("ON") == "servers"


def main() -> int:
    missing = missing_components()
    if missing:
        print(f"Not found, so its tests do not run: {', '.join(missing)}.", flush=True)
        if EVERYTHING:
            raise Stop("REQUIRE_ALL=1 asks for all of them: install what is missing.")
    translations.compile_all()
    if PART and not ON_SERVERS:
        return pytest("on SQLite", "", {})
    with ExitStack() as services:
        try:
            urls = start(services)
        except ServiceFailed as failure:
            raise Stop(f"A server of the tests did not start: {failure}") from None
        if PART and not urls:
            raise Stop("ON=servers needs PostgreSQL or Redis, and neither is found.")
        if PART:
            return pytest("on " + " and ".join(urls), "", environment(urls))
        prepare(urls)
        alone = pytest("on SQLite alone", "not postgres and not redis", {})
        beside = pytest("on " + " and ".join(urls), which(urls), environment(urls)) if urls else 0
    failed = [code for code in (alone, beside) if code not in {0, NOTHING_TO_RUN}]
    return max(failed, default=0) or (NOTHING_TO_RUN if alone == NOTHING_TO_RUN == beside else 0)


def missing_components() -> list[str]:
    """What some tests need and this machine lacks."""
    components = {"PostgreSQL": postgres.find, "Redis": redis.find, "Chromium": chromium.find}
    return [name for name, find in components.items() if not find()]


def start(services: ExitStack) -> dict[str, str]:
    """Start the servers that are found; gives their URLs. Raises ServiceFailed."""
    urls = {}
    if postgres.find():
        urls["PostgreSQL"] = services.enter_context(postgres.cluster())
    if redis.find():
        urls["Redis"] = services.enter_context(redis.server())
    return urls


def prepare(urls: dict[str, str]) -> None:
    """Have databases and demonstration ready, made side by side: minutes once, seconds later."""
    command = [PYTHON, "-m", "tests.services.database"]
    jobs = [Job("test database SQLite", command)]
    if chromium.find():
        jobs.append(Job("test demonstration", [PYTHON, "-m", "tests.e2e.site"]))
    if cluster := urls.get("PostgreSQL"):
        jobs.append(Job("test database PostgreSQL", [*command, cluster]))
    for job in jobs:
        job.wait()


def which(urls: dict[str, str]) -> str:
    """The tests worth running a second time: all but the browser's, or just the marked ones."""
    return "not browser" if len(urls) == 2 else "postgres" if "PostgreSQL" in urls else "redis"


def environment(urls: dict[str, str]) -> dict[str, str]:
    names = {"PostgreSQL": "DATABASE_URL", "Redis": "REDIS_URL"}
    return {names[name]: url for name, url in urls.items()}


def pytest(where: str, marked: str, extra: dict[str, str]) -> int:
    """Run the marked tests on all cores, a file at a time on each; gives pytest's exit code."""
    print(f"\nTests {where}", flush=True)
    parallel = ["-n", "auto", "--dist", "loadfile"]
    chosen = ["-m", marked] if marked else []
    command = [PYTHON, "-m", "pytest", "-q", *parallel, *chosen, *PART]
    clean = {k: v for k, v in os.environ.items() if k not in {"DATABASE_URL", "REDIS_URL"}}
    return subprocess.run(command, cwd=ROOT, env={**clean, **extra}, check=False).returncode


if __name__ == "__main__":
    run(main)
