"""What a command shows while it works: a line a step, a sentence when it cannot go on.

Standard library only: it runs before anything is installed.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar, NoReturn

ROOT = Path(__file__).resolve().parent.parent
VAR = ROOT / "var"
LAYERS = ("config", "demo", "cms", "incubator", "marketplace", "ground")  # upper ones first


class Stop(Exception):
    """The command cannot go on; the message is the one sentence that the person reads."""


class Job:
    """A step in a process of its own, its output kept in `var/log/`.

    It starts at once, so two can run side by side; `wait` shows how it goes. `inherits`: file
    descriptors that stay open in it.
    """

    all: ClassVar[list["Job"]] = []

    def __init__(
        self,
        title: str,
        command: Sequence[str],
        *,
        env: Mapping[str, str] | None = None,
        inherits: Sequence[int] = (),
    ) -> None:
        self.title = title
        self.log = VAR / "log" / f"{title.replace(' ', '-')}.log"
        self.log.parent.mkdir(parents=True, exist_ok=True)
        self.started = time.monotonic()
        Job.all.append(self)
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env={**os.environ, "PYTHONUNBUFFERED": "1", **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # a group of its own, so that it ends as one
                pass_fds=inherits,
            )

    @property
    def last_line(self) -> str:
        """The last thing that the process said, "" if nothing yet."""
        lines = self.log.read_text(errors="replace").replace("\r", "\n").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    def succeeds(self) -> bool:
        """Wait for the end, showing how it goes; tell whether it went well."""
        shown = self.started
        while self.process.poll() is None:
            time.sleep(0.05)
            if time.monotonic() - shown > (1 if sys.stdout.isatty() else 10):
                shown = time.monotonic()
                _show(f"  … {self.title} ({shown - self.started:.0f} s) {self.last_line}")
        return self.process.returncode == 0

    def wait(self) -> None:
        """Wait for the end and say how long it took. Raises Stop if it failed."""
        if not self.succeeds():
            where = self.log.relative_to(ROOT)
            raise Stop(f"The step “{self.title}” failed, saying “{self.last_line}”: see {where}.")
        self.finish()

    def end(self) -> None:
        """End the process and those it started, if it still runs: kindly, then not."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is None:
                os.killpg(self.process.pid, number)
                with suppress(subprocess.TimeoutExpired):
                    self.process.wait(timeout=10)

    def finish(self) -> None:
        """Say that the step is done and how long it took."""
        _show(f"  ✓ {self.title} ({time.monotonic() - self.started:.0f} s)", lasting=True)


def run(command: Callable[[], int | None]) -> NoReturn:
    """Run a command's `main` and exit as it says; `Stop` and Ctrl-C end without a traceback."""
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = command()
    except Stop as stop:
        _show("", lasting=False)
        print(stop, file=sys.stderr)
        sys.exit(1)
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        sys.exit(130)
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)  # a second one must not leave a server behind
        for job in Job.all:
            job.end()
    sys.exit(code)


def _interrupt(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def _show(line: str, *, lasting: bool = False) -> None:
    """Print a line; in a terminal the next one is written over it unless it is lasting."""
    if not sys.stdout.isatty():
        if line:
            print(line[:160], flush=True)  # pip names all packages in one
        return
    width = os.get_terminal_size().columns - 1
    print(f"\r\033[K{line[:width]}", end="\n" if lasting else "", flush=True)
