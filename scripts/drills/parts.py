"""A part of a deployment: a process that can be killed, made to hang, and brought back."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from scripts.console import ROOT, Stop
from tests.services.processes import HOST

Command = Sequence[str | Path]


class Part:
    """`ready` tells whether it does its work; `owner` is whom it runs as."""

    def __init__(
        self,
        command: Command,
        *,
        log: Path,
        ready: Callable[[], bool] = lambda: True,
        env: Mapping[str, str] | None = None,
        cwd: Path = ROOT,
        owner: str | None = None,
    ) -> None:
        self.command, self.log, self.ready = command, log, ready
        self.env, self.cwd, self.owner = env, cwd, owner
        self.process: subprocess.Popen[bytes] | None = None
        self.hangs = False

    @property
    def pid(self) -> int:
        assert self.process
        return self.process.pid

    def start(self) -> None:
        """Start it, or let it go on; returns when it is ready."""
        if self.hangs:
            self.tell(signal.SIGCONT)
        else:
            with self.log.open("ab") as output:
                self.process = subprocess.Popen(
                    self.command, cwd=self.cwd, env=self.env, user=self.owner,
                    stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True,
                )  # fmt: skip
        self.hangs = False
        until(self.ready, f"A part does not work: see {self.log}.")

    def tell(self, number: int) -> None:
        """Send a signal to it and to all that it has started."""
        send(number, family(self.pid))

    def hang(self) -> None:
        self.tell(signal.SIGSTOP)
        self.hangs = True

    def kill(self) -> None:
        self.tell(signal.SIGKILL)
        assert self.process
        self.process.wait()

    def end(self, number: int = signal.SIGTERM) -> None:
        """Ask it to end; what does not within a while is killed."""
        if self.process is None or self.process.poll() is not None:
            return
        everybody = family(self.pid)
        if self.hangs:
            send(signal.SIGCONT, everybody)
        os.kill(self.pid, number)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=30)
        send(signal.SIGKILL, everybody)
        self.process.wait()


def family(pid: int) -> list[int]:
    """A process and its children's children: PostgreSQL's stand in sessions of their own."""
    shown = subprocess.run(["ps", "-e", "-o", "pid=,ppid="], capture_output=True, check=True)
    parents = [tuple(map(int, line.split())) for line in shown.stdout.splitlines()]
    found = [pid]
    for parent in found:  # it grows meanwhile
        found += [child for child, its in parents if its == parent]
    return found


def send(number: int, pids: Iterable[int]) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, number)


def until(happens: Callable[[], bool], otherwise: str, seconds: float = 120) -> None:
    """Wait for something. Raises Stop with the words of `otherwise` where it never comes."""
    end = time.monotonic() + seconds
    while not happens():
        if time.monotonic() > end:
            raise Stop(otherwise)
        time.sleep(0.1)


def listens(port: int) -> bool:
    try:
        socket.create_connection((HOST, port), timeout=1).close()
    except OSError:
        return False
    return True
