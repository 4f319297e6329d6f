"""Ask for one address as fast as it answers: with wrk where it is installed, else by ourselves.

`python -m scripts.bench.load URL SECONDS [COOKIE]` is the second: a few connections that each
send the next request when an answer is whole. It prints the answers a second.
"""

import asyncio
import re
import shutil
import subprocess
import sys
import time
import urllib.request
from urllib.parse import urlsplit

from scripts.console import ROOT, Stop

CONNECTIONS = 8
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)


def rate(url: str, seconds: float, cookie: str = "") -> float:
    """Answers a second. Raises Stop if an answer was not 200."""
    if shutil.which("wrk"):
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{max(1, round(seconds))}s"]
        command += ["-H", f"Cookie: {cookie}", url] if cookie else [url]
    else:
        command = [sys.executable, "-m", "scripts.bench.load", url, str(seconds), cookie]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = re.search(r"Requests/sec: +([\d.]+)", result.stdout)
    if not found or "Non-2xx" in result.stdout:
        raise Stop(f"{url} did not answer well: {result.stdout} {result.stderr}")
    return float(found[1])


def look(url: str, cookie: str = "") -> None:
    """Ask once, with patience: the first visitor of a page waits for its pictures to be cut.

    Raises Stop if the answer is another page or no page.
    """
    request = urllib.request.Request(url, headers={"Cookie": cookie} if cookie else {})
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            arrived = answer.url
    except OSError as problem:
        raise Stop(f"{url} cannot be measured: {problem}") from None
    if arrived != url:
        raise Stop(f"{url} cannot be measured: it leads to {arrived}")


class Client(asyncio.Protocol):
    """One connection: asks, waits for the whole answer, asks again."""

    answers = 0

    def __init__(self, request: bytes, closed: asyncio.Future[None]) -> None:
        self.request, self.closed, self.heard = request, closed, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.request)

    def data_received(self, data: bytes) -> None:
        self.heard += data
        head, end, body = self.heard.partition(b"\r\n\r\n")
        if not end:
            return
        length = LENGTH.search(head + b"\r\n")
        if not head.startswith(b"HTTP/1.1 200") or not length:
            self.closed.set_exception(ValueError(head.decode(errors="replace")))
            self.transport.close()
        elif len(body) >= int(length[1]):
            Client.answers += 1
            self.heard = b""
            self.transport.write(self.request)

    def connection_lost(self, problem: Exception | None) -> None:
        if not self.closed.done():
            self.closed.set_result(None)


async def ask(url: str, seconds: float, cookie: str) -> float:
    """Answers a second, over all connections. Raises ValueError with the head of a bad one."""
    where = urlsplit(url)
    address = (where.path or "/") + (f"?{where.query}" if where.query else "")
    lines = [f"GET {address} HTTP/1.1", f"Host: {where.netloc}", "Accept-Encoding: gzip"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    request = "\r\n".join([*lines, "", ""]).encode()
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(CONNECTIONS)]
    started = time.monotonic()
    for future in futures:
        await loop.create_connection(
            lambda closed=future: Client(request, closed),  # type: ignore[misc]  # bound at once
            str(where.hostname),
            int(where.port or 80),
        )
    done, _ = await asyncio.wait(futures, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for future in done:
        future.result()
    return Client.answers / (time.monotonic() - started)


if __name__ == "__main__":
    url, seconds, cookie = (*sys.argv[1:], "")[:3]
    print(f"Requests/sec: {asyncio.run(ask(url, float(seconds), cookie)):.1f}")
