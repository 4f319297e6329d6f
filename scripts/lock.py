"""`make lock`: `requirements/*.txt` anew from pyproject.toml, for every platform, with hashes.

What is locked stays as it is where pyproject.toml still admits it; ARGS=--upgrade takes the newest.
"""

import sys

from scripts.console import Job, run
from scripts.environment import VENV

OPTIONS = [
    *("--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
]


def main() -> None:
    """Resolve what runs, then what developers need beside just that."""
    lock = [str(VENV / "bin" / "uv"), "pip", "compile", "pyproject.toml", *OPTIONS, *sys.argv[1:]]
    Job("lock base", [*lock, "-o", "requirements/base.txt"]).wait()
    dev = ["--group", "dev", "-c", "requirements/base.txt", "-o", "requirements/dev.txt"]
    Job("lock dev", [*lock, *dev]).wait()


if __name__ == "__main__":
    run(main)
