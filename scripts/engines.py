"""`make engines`: the four main jobs in Chromium, Firefox and WebKit, the engine of Safari.

Names on the command line choose engines and jobs. A picture of the page at which one failed lands
in `var/engines/`, with what was wrong beside it.
"""

import os
import sys
import time
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

from scripts.console import ROOT, VAR, Job, Stop, run
from scripts.environment import PYTHON
from tests.e2e.site import Site, running
from tests.engines.browsers import ENGINES, Engine
from tests.engines.jobs import JOBS, Errand
from tests.engines.tab import Tab

KEPT = VAR / "engines"


def main() -> int:
    """Play all that were chosen; 1 if any failed."""
    asked = set(sys.argv[1:])
    if unknown := asked - {*ENGINES, *JOBS}:
        raise Stop(f"There is no {', '.join(unknown)}; there are {', '.join([*ENGINES, *JOBS])}.")
    engines = [name for name in ENGINES if name in asked] or list(ENGINES)
    jobs = [name for name in JOBS if name in asked] or list(JOBS)
    if missing := [package for name in engines for package in ENGINES[name].missing]:
        raise Stop(f"Not found. On Debian: apt install {' '.join(missing)}")
    KEPT.mkdir(parents=True, exist_ok=True)
    Job("test demonstration", [PYTHON, "-m", "tests.e2e.site"]).wait()
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    with running() as site:
        played = [
            plays(f"{engine}, {job}", ENGINES[engine], JOBS[job], site)
            for engine in engines
            for job in jobs
        ]
    return int(not all(played))


def plays(name: str, engine: Engine, job: Errand, site: Site) -> bool:
    """Play one job in a browser of its own, and say how it went."""
    started = time.monotonic()
    with (
        TemporaryDirectory(prefix="terril-browser-") as folder,
        engine.start(Path(folder)) as browser,
    ):
        kept = KEPT / name.lower().replace(", ", "-")
        try:
            job.play(Tab(browser, site.url, job.width), site, kept.name, Path(folder))
            complaints = browser.complaints()
            assert complaints == [], f"the console complains: {complaints}"
        except Exception:  # whatever went wrong, the others are played
            browser.driver.save_screenshot(str(kept.with_suffix(".png")))
            kept.with_suffix(".txt").write_text(traceback.format_exc())
            print(f"  ✗ {name}: see {kept.relative_to(ROOT)}.png and .txt", flush=True)
            return False
    print(f"  ✓ {name} ({time.monotonic() - started:.0f} s)", flush=True)
    return True


if __name__ == "__main__":
    run(main)
