"""The server: `python -m config.serve PORT`, or with a path for a socket that can change hands.

On a port: granian, refused where another process listens there already.

On a socket (production behind nginx): SIGHUP starts new processes beside the old ones, with the
code and the settings of now. Once they answer, the name of the socket leads to them; the old ones
finish what they have and end. Whatever fails before that leaves the old ones where they are.
"""

import argparse
import fcntl
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

HOST = os.environ.get("SERVE_HOST", "127.0.0.1")
WORKERS = os.environ.get("SERVE_WORKERS", "4")
THREADS = os.environ.get("SERVE_THREADS", "8")  # each keeps a connection to the database
ROOT = Path(__file__).resolve().parent.parent
LOG = "config/serve-log.json"

SECONDS_TO_START = 120
SECONDS_TO_TAKE = 2  # for the old ones to take what had come to their door
SECONDS_TO_FINISH = 60  # for requests under way


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("where", help="a port, or the path of a socket")
    parser.add_argument("--root", type=Path, default=ROOT, help="the code, or a link to it")
    options = parser.parse_args()
    if options.where.isdecimal():
        serve_port(int(options.where))
    else:
        sys.exit(Keeper(Path(options.where), options.root).run())


def granian(python: str, *where: str) -> list[str]:
    options = ["--interface", "wsgi", "--no-ws", "--respawn-failed-workers", "--log-config", LOG]
    options += ["--workers", WORKERS, "--blocking-threads", THREADS]
    options += ["--workers-kill-timeout", str(SECONDS_TO_FINISH)]
    return [python, "-m", "granian", *options, *where, "config.wsgi:application"]


def serve_port(port: int) -> None:
    """Become the server. Granian itself would share the port with whoever has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            sys.exit(f"Port {port} of {HOST} cannot be had: {error.strerror}.")
    command = granian(sys.executable, "--host", HOST, "--port", str(port))
    os.execv(command[0], command)


class Keeper:
    """Keeps one server behind `name`, a link to the socket of the one that serves now."""

    def __init__(self, name: Path, root: Path) -> None:
        self.name, self.root = name, root
        self.servers: list[subprocess.Popen[bytes]] = []
        self.asked: list[int] = []

    def run(self) -> int:
        """Until SIGTERM, or until the server ends by itself; gives the exit code."""
        lock = self.name.with_name(f"{self.name.name}.lock").open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print(f"{self.name} is served by another process.", file=sys.stderr, flush=True)
            return 1
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.note)
        for old in self.name.parent.glob(f"{self.name.name}-*"):
            old.unlink()
        if not self.renew():
            return 1
        tell_systemd("READY=1")
        while self.servers[0].poll() is None:
            if signal.SIGTERM in self.asked or signal.SIGINT in self.asked:
                self.end(self.servers[0])
                return 0
            if self.asked:
                self.asked.clear()
                self.renew()
            time.sleep(0.2)
        return self.servers[0].returncode or 1

    def note(self, number: int, frame: FrameType | None) -> None:
        self.asked.append(number)

    def renew(self) -> bool:
        """Start a server, and let it take over once it answers; whether it did."""
        path = self.name.with_name(f"{self.name.name}-{time.monotonic_ns()}")
        # Where the link leads now, and there for as long as it lives: never half old, half new.
        release = self.root.resolve()
        python = release / ".venv" / "bin" / "python"
        command = granian(str(python), "--uds", str(path), "--uds-permissions", "0o666")
        server = subprocess.Popen(command, cwd=release)
        if not self.answers(server, path):
            say("The new processes do not answer, those that serve stay")
            self.end(server)
            return False
        link = self.name.with_name(f"{self.name.name}.new")
        link.unlink(missing_ok=True)
        link.symlink_to(path.name)
        link.replace(self.name)
        self.servers.insert(0, server)
        say("New processes serve")
        if len(self.servers) > 1:
            time.sleep(SECONDS_TO_TAKE)
            self.end(self.servers.pop())
        return True

    def answers(self, server: subprocess.Popen[bytes], path: Path) -> bool:
        start = time.monotonic()
        while time.monotonic() - start < SECONDS_TO_START and server.poll() is None:
            if signal.SIGTERM in self.asked:
                return False
            if asks(path):
                return True
            time.sleep(0.2)
        return False

    def end(self, server: subprocess.Popen[bytes]) -> None:
        server.terminate()
        try:
            server.wait(timeout=SECONDS_TO_FINISH + 10)
        except subprocess.TimeoutExpired:
            server.kill()


def asks(path: Path) -> bool:
    """Whether it is alive behind this socket: /healthz answers once a process has loaded all."""
    connection = http.client.HTTPConnection("localhost", timeout=5)
    try:
        connection.sock = socket.socket(socket.AF_UNIX)
        connection.sock.settimeout(5)
        connection.sock.connect(str(path))
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def say(what: str) -> None:
    print(f'{{"time": "{time.strftime("%Y-%m-%dT%H:%M:%S%z")}", "message": "{what}"}}', flush=True)


def tell_systemd(what: str) -> None:
    if name := os.environ.get("NOTIFY_SOCKET"):
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
            notify.connect(name.replace("@", "\0", 1))
            notify.send(what.encode())


if __name__ == "__main__":
    main()
