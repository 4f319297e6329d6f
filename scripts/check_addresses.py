"""No committed file names a package index: where packages come from is each machine's setting."""

import re
import subprocess
from urllib.parse import urlsplit

from scripts.console import ROOT, run

# Spelled in parts, so that this file passes too.
HOSTS = {"pypi" + ".org", "files." + "pythonhosted.org", "registry." + "npmjs.org"}
OPTION = re.compile(r"^\s*(--(extra-)?index-url|-i|--find-links|registry)[ =]", re.MULTILINE)
ADDRESS = re.compile(r"https?://[^\s\"'<>)]+")


def main() -> int:
    """List the lines that do; 1 if there is any."""
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = [name for name in filter(None, names.stdout.split("\0")) if _names_an_index(name)]
    for name in found:
        print(f"{name} names a package index: leave the address out.")
    return int(bool(found))


def _names_an_index(name: str) -> bool:
    path = ROOT / name
    if not path.is_file():
        return False
    text = path.read_bytes().decode(errors="replace")
    hosts = {urlsplit(address).hostname for address in ADDRESS.findall(text)}
    return bool(hosts & HOSTS) or bool(name.startswith("requirements/") and OPTION.search(text))


if __name__ == "__main__":
    run(main)
