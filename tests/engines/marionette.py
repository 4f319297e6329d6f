"""The protocol that Firefox itself speaks, for Selenium, where there is no geckodriver.

Marionette knows the commands of WebDriver under names of its own. A message is a list in JSON
with its length before it: https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import socket
from typing import Any

from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.errorhandler import ErrorCode
from selenium.webdriver.remote.remote_connection import RemoteConnection

NAMES = {
    Command.NEW_SESSION: "WebDriver:NewSession",
    Command.QUIT: "Marionette:Quit",
    Command.GET: "WebDriver:Navigate",
    Command.GET_CURRENT_URL: "WebDriver:GetCurrentURL",
    Command.W3C_GET_CURRENT_WINDOW_HANDLE: "WebDriver:GetWindowHandle",
    Command.W3C_GET_WINDOW_HANDLES: "WebDriver:GetWindowHandles",
    Command.SWITCH_TO_WINDOW: "WebDriver:SwitchToWindow",
    Command.FIND_ELEMENT: "WebDriver:FindElement",
    Command.FIND_ELEMENTS: "WebDriver:FindElements",
    Command.CLICK_ELEMENT: "WebDriver:ElementClick",
    Command.CLEAR_ELEMENT: "WebDriver:ElementClear",
    Command.SEND_KEYS_TO_ELEMENT: "WebDriver:ElementSendKeys",
    Command.GET_ELEMENT_TEXT: "WebDriver:GetElementText",
    Command.GET_ELEMENT_PROPERTY: "WebDriver:GetElementProperty",
    Command.IS_ELEMENT_ENABLED: "WebDriver:IsElementEnabled",
    Command.IS_ELEMENT_SELECTED: "WebDriver:IsElementSelected",
    Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
    Command.SCREENSHOT: "WebDriver:TakeScreenshot",
}
# What Selenium does not say, or says in another way.
PARAMETERS: dict[str, dict[str, object]] = {
    Command.NEW_SESSION: {"capabilities": {}},
    Command.QUIT: {"flags": ["eForceQuit"]},
    Command.SCREENSHOT: {"full": False},
}


class Marionette(RemoteConnection):
    """A connection to a Firefox that was started with `--marionette`."""

    def __init__(self, host: str, port: int) -> None:
        # Nothing that the parent prepares is wanted: it speaks HTTP.
        self._socket = socket.create_connection((host, port))
        self._stream = self._socket.makefile("rwb")
        self._sent = 0
        self._read()  # it says hello first

    def execute(self, command: str, params: dict[str, Any]) -> dict[str, Any]:
        """Send a command of Selenium's; the answer is as a WebDriver server would give it."""
        self._sent += 1
        message = json.dumps(
            [0, self._sent, NAMES[command], {**params, **PARAMETERS.get(command, {})}]
        ).encode()
        self._stream.write(b"%d:%s" % (len(message), message))
        self._stream.flush()
        _, _, error, result = self._read()
        if error:
            return {"status": error["error"], "value": error}
        alone = isinstance(result, dict) and result.keys() == {"value"}
        return {"status": ErrorCode.SUCCESS, "value": result["value"] if alone else result}

    def close(self) -> None:
        self._stream.close()
        self._socket.close()

    def _read(self) -> Any:
        length = b""
        while (digit := self._stream.read(1)) != b":":
            if not digit:
                raise ConnectionError("Firefox hung up.")
            length += digit
        return json.loads(self._stream.read(int(length)))
