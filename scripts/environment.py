"""`.venv` with the locked, hash-checked requirements: `python -m scripts.environment [base|dev]`.

Standard library only. Done once: a note inside `.venv` holds the hashes of what is installed.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.console import ROOT, Job, Stop, run

VENV = ROOT / ".venv"
PYTHON = str(VENV / "bin" / "python")
OLDEST = (3, 11)

_NOTE = VENV / "installed-requirements"
_UNREACHABLE = (
    "Failed to establish a new connection",
    "Failed to fetch",
    "Name or service not known",
    "No matching distribution found",
    "Temporary failure in name resolution",
    "dns error",
    "error sending request",
    "timed out",
)


def ensure(name: str = "base") -> None:
    """Create `.venv` and install `requirements/NAME.txt`, unless that is done; dev includes base.

    Raises Stop when Python cannot make an environment or the packages cannot be had.
    """
    wanted = {"base": {_digest("base")}, "dev": {_digest("base"), _digest("dev")}}[name]
    if _works() and _NOTE.exists() and wanted <= set(_NOTE.read_text().split()):
        return
    if not _works():
        _create()
    _install(ROOT / "requirements" / f"{name}.txt")
    _NOTE.write_text("\n".join(sorted(wanted)) + "\n")


def _digest(name: str) -> str:
    return hashlib.sha256((ROOT / "requirements" / f"{name}.txt").read_bytes()).hexdigest()


def _works() -> bool:
    """Whether `.venv` has a Python that starts and is new enough."""
    try:
        test = f"import sys; sys.exit(sys.version_info < {OLDEST})"
        return (
            subprocess.run([PYTHON, "-c", test], capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def _create() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise Stop(
            "This Python cannot make a virtual environment: install its venv module "
            "(on Debian and Ubuntu: apt install python3-venv)."
        )
    Job("virtual environment", [sys.executable, "-m", "venv", "--clear", str(VENV)]).wait()


def _install(requirements: Path) -> None:
    """Install with uv where there is one (seconds), else with pip (about a minute)."""
    for installer in _installers():
        job = Job("locked requirements", [*installer, "--require-hashes", "-r", str(requirements)])
        if job.succeeds():
            job.finish()
            return
    said = job.log.read_text(errors="replace")
    if any(words in said for words in _UNREACHABLE):
        raise Stop("The package index cannot be reached: check the network, then try again.")
    raise Stop(f"The requirements cannot be installed: “{job.last_line}”; see var/log/.")


def _installers() -> list[list[str]]:
    pip: list[str] = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check"]
    uv = shutil.which("uv", path=f"{VENV / 'bin'}{os.pathsep}{os.environ['PATH']}")
    quick: list[list[str]] = [[uv, "pip", "install", "--python", PYTHON]] if uv else []
    return [*quick, [*pip, "--retries", "1", "--timeout", "20"]]


if __name__ == "__main__":
    run(lambda: ensure(*sys.argv[1:2]))
