"""`make run`: from a fresh clone to the whole platform in a browser, and in seconds the next time.

Standard library only: it is started by the system's Python and makes `.venv` itself.
"""

import argparse
import fcntl
import os
import shutil
import socket
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scripts import console, environment
from scripts.console import ROOT, VAR, Job, Stop
from scripts.environment import PYTHON
from scripts.stamps import LOCKED, MIGRATIONS, STAMPS, Step

HOST = "127.0.0.1"
DATABASE = VAR / "db.sqlite3"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dev", action="store_true", help="debug pages, reload on every change")
    parser.add_argument("--reset", action="store_true", help="make the demonstration anew")
    options = parser.parse_args()
    os.environ["DJANGO_SETTINGS_MODULE"] = f"config.settings.{'dev' if options.dev else 'demo'}"
    wanted = os.environ.get("PORT", "8000")
    os.environ.setdefault("BASE_URL", f"http://{HOST}:{wanted}")  # where letters lead
    if options.reset:
        with use_data(alone=True):
            forget()
            prepare()
        return
    port = free_port(wanted)
    with use_data() as used:
        prepare()
        Job("due", [PYTHON, "manage.py", "run_due", "--every", "60"], inherits=[used])
        if options.dev:
            serve_dev(port)
        else:
            serve(port, used)


def free_port(wanted: str) -> int:
    """The port asked for. Raises Stop if it is no port number or another program has it."""
    if not wanted.isdecimal() or not 0 < int(wanted) < 65536:
        raise Stop(f"PORT must be a number from 1 to 65535, not “{wanted}”.")
    port = int(wanted)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise Stop(f"Port {port} is reserved: choose one above 1023 with PORT=…") from None
        except OSError:
            raise Stop(
                f"Port {port} is taken by another program: stop it, or choose another port, "
                f"for example: make run PORT={port + 1}"
            ) from None
    return port


@contextmanager
def use_data(*, alone: bool = False) -> Iterator[int]:
    """Inside, nobody throws the data away; `alone`: nobody else uses it. Else raises Stop.

    A server would go on with the file that it has open, and lose what is written to it. What is
    given is a file descriptor: a process that inherits it uses the data as long as it lives.
    """
    VAR.mkdir(exist_ok=True)
    with (VAR / "in-use").open("w") as file:
        os.set_inheritable(file.fileno(), True)  # the development server takes our place
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Stop(
                "The demonstration is in use: stop the server first."
                if alone
                else "The demonstration is being made anew: wait until that is done."
            ) from None
        yield file.fileno()


def prepare() -> None:
    """Everything that the server needs, each thing only when it is due."""
    environment.ensure("base")
    where = [os.environ.get("DATABASE_URL", "")]
    if where == [""] and not DATABASE.exists():
        forget()
    manage = [PYTHON, "manage.py"]
    translations = Step("translations", [PYTHON, "-m", "scripts.translations"], ["locale/**/*.po"])
    database = Step("database", [*manage, "migrate", "--no-input"], MIGRATIONS, where)
    pictures = Step("pictures", [*manage, "load_demo", "--draw"], ["demo/**/*"])
    demo = Step("demonstration", [*manage, "load_demo", "--renew"], ["demo/**/*"], where)
    files = Step("static files", [*manage, "collectstatic", "--no-input"], ["static/**/*", LOCKED])

    translations.start().finish()
    # Migrating keeps one core busy for a minute: the other does the rest meanwhile.
    for step in (database, pictures, files):
        step.start()
    database.finish()
    pictures.finish()
    demo.start().finish()
    files.finish()


def forget() -> None:
    """Throw the demonstration away: SQLite's file, uploads, and the notes that they are made."""
    for path in (DATABASE, *DATABASE.parent.glob(f"{DATABASE.name}-*")):
        path.unlink(missing_ok=True)
    for folder in (VAR / "media", VAR / "private", STAMPS):
        shutil.rmtree(folder, ignore_errors=True)


def serve(port: int, used: int) -> None:
    """Run one worker until Ctrl-C, and tell where it is as soon as it answers.

    `used`: what the server inherits of `use_data`.
    """
    options = ["--host", HOST, "--port", str(port), "--workers", "1", "--no-ws"]
    options += ["--blocking-threads", "8"]
    server = Job(
        "server",
        [PYTHON, "-m", "granian", "--interface", "wsgi", *options, "config.wsgi:application"],
        inherits=[used],
    )
    wait_for(f"http://{HOST}:{port}/healthz", server)
    print(f"\nTerril is at http://{HOST}:{port}/  (Ctrl-C stops it)\n\n{accounts()}", flush=True)
    server.process.wait()
    raise Stop(f"The server stopped, saying “{server.last_line}”: see var/log/server.log.")


def demo_accounts() -> dict[str, Any]:
    """The password of all, and `account`: a list of people with id, role and email."""
    with (ROOT / "demo" / "content" / "accounts.toml").open("rb") as source:
        return tomllib.load(source)


def accounts() -> str:
    """Who can sign in to try it, a line each."""
    demo = demo_accounts()
    lines = [f"Sign in with the password “{demo['password']}” as"]
    lines += [f"  {person['role']:<9} {person['email']}" for person in demo["account"]]
    lines += ["In production those who work in the back office need a second step as well."]
    return "\n".join(lines)


def wait_for(url: str, server: Job) -> None:
    """Return when the address answers. Raises Stop if the server ends, or needs over a minute."""
    while time.monotonic() - server.started < 60 and server.process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except urllib.error.HTTPError:
            return  # it answers, and that is what was asked
        except OSError:
            time.sleep(0.1)
    raise Stop(f"The server does not answer, saying “{server.last_line}”: see var/log/server.log.")


def serve_dev(port: int) -> None:
    """Give the terminal to Django's own server, which reloads on every change."""
    os.execv(PYTHON, [PYTHON, "manage.py", "runserver", f"{HOST}:{port}"])


if __name__ == "__main__":
    console.run(main)
