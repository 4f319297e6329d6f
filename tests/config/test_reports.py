"""What is told to a collector of errors: what broke, and nothing about people."""

import gzip
import json
import logging
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import brotli
import pytest
import sentry_sdk

from config.reports import report_errors_to, without_people


@pytest.fixture
def told() -> Iterator[list[str]]:
    bodies: list[str] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
            bodies.append(unpack[self.headers["Content-Encoding"]](body).decode())
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    report_errors_to(f"http://key@127.0.0.1:{server.server_port}/1")
    yield bodies
    sentry_sdk.get_client().close()
    sentry_sdk.init()
    server.shutdown()
    server.server_close()
    thread.join()


def test_an_error_is_told_without_who_met_it(told):
    typed = "@".join(["ada", "lens.example"])  # in pieces: the lines of the code are told
    sentry_sdk.set_user({"id": "7", "email": typed})
    logging.getLogger("pit").info("A letter to %s", typed)
    try:
        raise ValueError(f'duplicate key: Key (email)=({typed}) already exists for "Ada L."')
    except ValueError:
        logging.getLogger("pit").exception("Order of %s failed", typed, extra={"who": typed})
    sentry_sdk.flush()
    event = next(json.loads(line) for line in told[0].splitlines() if '"exception"' in line)
    assert typed not in "".join(told)
    assert event["exception"]["values"][0]["type"] == "ValueError"
    assert event["logentry"]["message"] == "Order of …@… failed"
    assert "user" not in event


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("to <bob.k+x@museum.example>: refused", "to <…@…>: refused"),
        (
            "DETAIL: Key (lower(email))=(bob) already exists.",
            "DETAIL: Key (lower(email))=(…) already exists.",
        ),
        ("Failing row contains (1, Bob,\nLens).", "Failing row contains (…)."),
        ("division by zero @ line 4", "division by zero @ line 4"),
    ],
)
def test_people_are_taken_out_of_messages(text, left):
    assert without_people(text) == left
