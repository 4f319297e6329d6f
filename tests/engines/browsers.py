"""The engines: each starts a browser of its own that knows nobody and keeps nothing."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from selenium.webdriver import (
    Chrome,
    ChromeOptions,
    ChromeService,
    FirefoxOptions,
    WebKitGTK,
    WebKitGTKOptions,
    WebKitGTKService,
)
from selenium.webdriver.remote.file_detector import UselessFileDetector
from selenium.webdriver.remote.webdriver import WebDriver

from tests.engines.marionette import Marionette
from tests.services import chromium
from tests.services.processes import HOST, free_port, process

FIREFOX = "firefox-esr"
PREFERENCES = {
    "browser.dom.window.dump.enabled": True,  # faults of scripts are written to the log
    "dom.disable_open_during_load": False,  # a window may open another
    "intl.accept_languages": "fr",
}
MINI_BROWSER = next(Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser"), None)


@dataclass(frozen=True)
class Browser:
    """A browser that runs, and what its console has complained of so far."""

    driver: WebDriver
    complaints: Callable[[], list[str]]


@dataclass(frozen=True)
class Engine:
    """How to start a browser of it in a folder, and the programs that this takes."""

    start: Callable[[Path], AbstractContextManager[Browser]]
    packages: dict[str, str]

    @property
    def missing(self) -> list[str]:
        """The Debian packages whose programs are not found."""
        return [package for name, package in self.packages.items() if not shutil.which(name)]


@contextmanager
def start_chromium(home: Path) -> Iterator[Browser]:
    options = ChromeOptions()
    options.binary_location = chromium.find() or ""
    ours = ["--headless", "--screen-info={1400x1000}", "--force-prefers-reduced-motion"]
    for argument in [*chromium.ARGUMENTS, *ours, f"--user-data-dir={home}"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "SEVERE"})
    with Chrome(options, ChromeService(shutil.which("chromedriver"))) as driver:

        def complaints() -> list[str]:
            messages = [entry["message"] for entry in driver.get_log("browser")]
            # What is loaded in vain is seen in all engines: tests/engines/tab.py
            return [text for text in messages if "Failed to load resource" not in text]

        yield Browser(driver, complaints)


@contextmanager
def start_firefox(home: Path) -> Iterator[Browser]:
    port, log = free_port(), home / "log"
    preferences = {"marionette.port": port, **PREFERENCES}
    lines = [
        f"user_pref({json.dumps(name)}, {json.dumps(set_)});" for name, set_ in preferences.items()
    ]
    (home / "user.js").write_text("\n".join(lines))
    connections: list[Marionette] = []

    def ready() -> bool:
        connections.append(Marionette(HOST, port))
        return True

    def complaints() -> list[str]:
        written = log.read_text(errors="replace").splitlines()
        return [line for line in written if line.startswith("JavaScript error: http")]

    command = [FIREFOX, "--headless", "--marionette", "--no-remote", "--profile", str(home)]
    with process(
        command, home=home, log=log, ready=ready, owner=None, env={**os.environ, "HOME": str(home)}
    ):
        [connection] = connections
        with WebDriver(
            connection, options=FirefoxOptions(), file_detector=UselessFileDetector()
        ) as driver:
            yield Browser(driver, complaints)


@contextmanager
def start_webkit(home: Path) -> Iterator[Browser]:
    """WebKit keeps what its console says to itself, so it has no complaints."""
    options = WebKitGTKOptions()
    options.binary_location = str(MINI_BROWSER)
    options.add_argument("--automation")
    options.add_argument("--javascript-can-open-windows-automatically=true")
    with screen() as display:
        environment = {**os.environ, "HOME": str(home), "DISPLAY": display, "LC_ALL": "C.UTF-8"}
        service = WebKitGTKService(log_output=str(home / "log"), env=environment)
        with WebKitGTK(options, service=service) as driver:
            yield Browser(driver, list)


@contextmanager
def screen() -> Iterator[str]:
    """A screen that nobody sees; gives the name of its display."""
    reader, writer = os.pipe()
    shape = ["-screen", "0", "1400x1000x24", "-nolisten", "tcp"]
    command = ["Xvfb", "-displayfd", str(writer), *shape]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with open(reader) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(timeout=20)


ENGINES = {
    "Chromium": Engine(start_chromium, {"chromium": "chromium", "chromedriver": "chromium-driver"}),
    "Firefox": Engine(start_firefox, {FIREFOX: "firefox-esr"}),
    "WebKit": Engine(start_webkit, {"WebKitWebDriver": "webkit2gtk-driver", "Xvfb": "xvfb"}),
}
