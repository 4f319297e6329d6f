"""`make messages`: collect the words to translate into `locale/`, and compile them.

With `--check` nothing is written: it fails if a word in the code or the templates has no French.
English needs no translation, since the words in the code are English.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

from scripts import translations
from scripts.console import ROOT, Stop, run
from scripts.environment import PYTHON

LANGUAGES = ("fr", "en")
ELSEWHERE = (".venv", "var", "tests", "scripts")
OPTIONS = ("--no-obsolete", "--add-location=file", "--no-wrap", "--verbosity=0")


def main() -> int:
    if not shutil.which("xgettext"):
        raise Stop("Collecting words needs gettext: install it (on Debian: apt install gettext).")
    if "--check" in sys.argv:
        return check()
    collect(ROOT)
    translations.compile_all()
    return 0


def collect(tree: Path) -> None:
    """Bring `tree/locale/` up to date with the words in the tree. Raises Stop, saying why not."""
    options = [f"--locale={language}" for language in LANGUAGES]
    options += [f"--ignore={folder}" for folder in ELSEWHERE]
    for language in LANGUAGES:
        (tree / "locale" / language / "LC_MESSAGES").mkdir(parents=True, exist_ok=True)
    result = subprocess.run(
        [PYTHON, "-m", "django", "makemessages", *OPTIONS, *options],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    if result.returncode:
        raise Stop(f"The words cannot be collected: {result.stderr.strip()}")


def check() -> int:
    """Collect in a copy of the tree, so that checking changes nothing; list what has no French."""
    with tempfile.TemporaryDirectory(prefix="terril-words-") as folder:
        tree = Path(folder)
        for path in tracked_files():
            target = tree / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / path, target)
        collect(tree)
        words = polib.pofile(str(tree / "locale" / "fr" / "LC_MESSAGES" / "django.po"))
    lacking = [entry for entry in words if not entry.translated() or entry.fuzzy]
    for entry in lacking:
        print(f"no French for “{entry.msgid}” ({entry.occurrences[0][0]})")
    return int(bool(lacking))


def tracked_files() -> list[str]:
    """What git knows or would add, of the kinds that hold words."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard", "*.py", "*.html", "*.txt", "*.po"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [path for path in listed.stdout.split("\0") if path and (ROOT / path).is_file()]


if __name__ == "__main__":
    run(main)
