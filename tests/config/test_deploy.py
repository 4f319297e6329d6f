"""What `deploy/` holds and its documents say fits together, and no secret gets into an image."""

import re
import shutil
import socket
import socketserver
import ssl
import subprocess
import time
from contextlib import ExitStack
from fnmatch import fnmatch
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path, PurePosixPath
from threading import Thread
from urllib.request import urlopen

import pytest

from scripts.console import ROOT
from tests.services.processes import HOST, free_port, process

DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").glob("*.service"))
DOCUMENTS = [ROOT / "docs" / "deploy.md", ROOT / "docs" / "operate.md"]


def is_ignored(path: str) -> bool:
    """By the rules that docker and podman share: a pattern names a file, or a folder above it."""
    patterns = (ROOT / ".dockerignore").read_text().splitlines()
    tried = [PurePosixPath(path), *PurePosixPath(path).parents]
    for pattern in patterns:
        anywhere = pattern.removeprefix("**/")
        for name in map(str, tried):
            whole = fnmatch(name, pattern) and name.count("/") == pattern.count("/")
            deep = pattern != anywhere and fnmatch(PurePosixPath(name).name, anywhere)
            if whole or deep:
                return True
    return False


@pytest.mark.parametrize(
    "secret",
    [
        *("deploy/environment", "deploy/database_password", "deploy/tls/privkey.pem", ".env"),
        *("var/db.sqlite3", "var/private/draft.pdf", ".git/config", "privkey.pem", "a/b/c.key"),
    ],
)
def test_no_secret_gets_into_an_image(secret):
    assert is_ignored(secret)


@pytest.mark.parametrize(
    "part", ["manage.py", "config/serve.py", "templates/base.html", "requirements/base.txt"]
)
def test_what_runs_gets_into_an_image(part):
    assert (ROOT / part).exists()
    assert not is_ignored(part)


def test_only_one_file_says_what_stays_out():
    """docker does not read podman's `.containerignore`, and podman prefers it."""
    assert not (ROOT / ".containerignore").exists()


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_runs_unprivileged_and_tells_a_person_when_it_fails(unit):
    lines = unit.read_text().splitlines()
    assert "User=terril" in lines
    alerts = "OnFailure=terril-alert@%n.service" in lines
    assert alerts or unit.name == "terril-alert@.service"


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_has_its_environment_from_the_one_wrapper(unit):
    commands = re.findall(r"^Exec(?:Start|StartPre)=(\S+)", unit.read_text(), re.MULTILINE)
    assert set(commands) <= {"/usr/local/bin/terril", "/usr/bin/find", "/usr/bin/curl"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_no_command_of_the_documents_takes_the_developers_settings(document):
    commands = re.findall(r"^    .*", document.read_text(), re.MULTILINE)
    assert [line for line in commands if "manage.py" in line and "compose" not in line] == []


def test_each_command_of_the_documents_exists():
    found = {path.stem for path in ROOT.glob("*/**/management/commands/*.py")}
    found |= {"serve", "exec", "migrate", "check", "createsuperuser", "shell", "COMMAND"}
    found |= {"db_worker", "wagtail_update_image_renditions"}
    text = "".join(document.read_text() for document in DOCUMENTS)
    named = set(re.findall(r"(?:^    |`)terril ([a-z_]+)", text, re.MULTILINE))
    assert named
    assert named - found == set()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A release whose Python only says what it is asked, where, and with which settings."""
    release = tmp_path / "releases" / "one"
    (release / ".venv" / "bin").mkdir(parents=True)
    python = release / ".venv" / "bin" / "python"
    python.write_text('#!/bin/sh\necho "$PWD $DJANGO_SETTINGS_MODULE $FROM $*"\n')
    python.chmod(0o755)
    (tmp_path / "current").symlink_to("releases/one")
    return tmp_path


def wrapped(home: Path, environment: str, *command: str) -> str:
    file = home / "environment"
    file.write_text(environment)
    where = {"TERRIL_HOME": str(home / "current"), "TERRIL_ENVIRONMENT": str(file)}
    as_somebody = {"PATH": f"{home}:/usr/bin:/bin"}
    (home / "id").write_text("#!/bin/sh\necho 1000\n")  # as root it becomes another user first
    (home / "id").chmod(0o755)
    return subprocess.run(
        [DEPLOY / "terril", *command],
        env=where | as_somebody,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ('FROM="Terril <a@b.example>"', "Terril <a@b.example>"),
        ("FROM=smtp://u:p$w&x@host:587", "smtp://u:p$w&x@host:587"),
        ("# FROM=no\n\nFROM=$(id)`id`", "$(id)`id`"),
        ("FROM=a=b=c", "a=b=c"),
    ],
)
def test_the_wrapper_reads_settings_as_they_stand(home, line, value):
    release = home / "releases" / "one"
    said = wrapped(home, line, "migrate", "--no-input")
    assert said == f"{release} config.settings.production {value} manage.py migrate --no-input"


def test_the_wrapper_starts_the_server_of_whatever_is_current(home):
    said = wrapped(home, "FROM=x", "serve")
    asked = f"-m config.serve --root {home / 'current'} /run/terril/web.sock"
    assert said.endswith(asked)


def test_the_wrapper_lends_the_environment_to_other_programs(home):
    assert wrapped(home, "FROM=a b", "exec", "sh", "-c", 'echo "<$FROM>"') == "<a b>"


NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin") or "nginx"


def certificate(tls: Path) -> None:
    tls.mkdir()
    files = ["-keyout", f"{tls}/privkey.pem", "-out", f"{tls}/fullchain.pem"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    subprocess.run([*command, *files], check=True, capture_output=True)


@pytest.mark.nginx
def test_nginx_takes_both_configurations(tmp_path):
    """As they stand but for the paths: a certificate of the test's own, logs in its folder."""
    tls = tmp_path / "tls"
    certificate(tls)
    places = {
        "/etc/terril/tls": str(tls),
        "/etc/nginx/proxy.inc": str(DEPLOY / "nginx" / "proxy.inc"),
        "/var/log/nginx": str(tmp_path),
        "${NGINX_LOCAL_RESOLVERS}": "127.0.0.53",
    }
    for name in ("terril.conf", "container.conf.template"):
        text = (DEPLOY / "nginx" / name).read_text()
        for place, ours in places.items():
            text = text.replace(place, ours)
        whole = tmp_path / "nginx.conf"
        whole.write_text(f"pid {tmp_path}/pid; events {{}} http {{ access_log off; {text} }}")
        result = subprocess.run(
            [NGINX, "-t", "-c", str(whole), "-e", f"{tmp_path}/error"],
            capture_output=True,
            text=True,
        )
        assert result.returncode == 0, result.stderr


class Names(socketserver.UDPServer):
    """A resolver that knows one address, which may change."""

    address = "127.0.0.2"


class Answer(socketserver.BaseRequestHandler):
    server: Names

    def handle(self) -> None:
        asked, door = self.request
        end = asked.index(b"\0", 12) + 5  # of the question: its name, kind and class
        is_ipv4 = asked[end - 4 : end - 2] == b"\0\1"
        head = asked[:2] + b"\x81\x80\0\1" + (b"\0\1" if is_ipv4 else b"\0\0") + b"\0" * 4
        record = b"\xc0\x0c\0\1\0\1\0\0\0\1\0\4" + socket.inet_aton(self.server.address)
        door.sendto(head + asked[12:end] + (record if is_ipv4 else b""), self.client_address)


class Says(BaseHTTPRequestHandler):
    """A container that says its own address."""

    def do_GET(self) -> None:
        words = str(self.connection.getsockname()[0]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, *args: object) -> None:
        """Nothing: who asked what is of no interest here."""


@pytest.mark.nginx
def test_nginx_finds_a_container_that_came_back_with_another_address(tmp_path):
    certificate(tmp_path / "tls")
    ports = {name: free_port() for name in ("door", "plain", "web")}
    text = (DEPLOY / "nginx" / "container.conf.template").read_text()
    with ExitStack() as stack:
        names = Names((HOST, 0), Answer)
        homes = ("127.0.0.2", "127.0.0.3")
        webs = [HTTPServer((address, ports["web"]), Says) for address in homes]
        for server in (names, *webs):
            stack.callback(server.server_close)
            Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
        for place, ours in {
            "${NGINX_LOCAL_RESOLVERS} valid=5s": f"{HOST}:{names.server_address[1]} valid=1s",
            "listen 80;": f"listen {HOST}:{ports['plain']};",
            "listen 443": f"listen {HOST}:{ports['door']}",
            "web:8000": f"web.example:{ports['web']}",
            "/etc/terril/tls": str(tmp_path / "tls"),
            "/etc/nginx/proxy.inc": str(DEPLOY / "nginx" / "proxy.inc"),
        }.items():
            assert place in text
            text = text.replace(place, ours)
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        folders = " ".join(f"{kind}_temp_path {tmp_path}/{kind};" for kind in kinds)
        whole = tmp_path / "nginx.conf"
        whole.write_text(
            f"daemon off; master_process off; pid {tmp_path}/pid; events {{}}"
            f" http {{ access_log off; {folders} {text} }}"
        )

        trust = ssl.create_default_context(cafile=str(tmp_path / "tls" / "fullchain.pem"))
        trust.check_hostname = False  # its address is a number
        address = f"https://{HOST}:" + str(ports["door"])

        def answer() -> str:
            with urlopen(address, context=trust, timeout=5) as got:
                return str(got.read().decode())

        stack.enter_context(
            process(
                [NGINX, "-c", str(whole), "-e", str(tmp_path / "error")],
                home=tmp_path, log=tmp_path / "log", ready=lambda: bool(answer()), owner=None,
            )
        )  # fmt: skip
        assert answer() == homes[0]
        names.address = homes[1]
        for _ in range(600):  # a minute, where it never asks again
            if answer() != homes[0]:
                break
            time.sleep(0.1)
        assert answer() == homes[1]


def test_a_release_has_the_static_files_of_the_one_before_too(tmp_path):
    """What collects them is played: it writes the stylesheet of what is checked out."""
    source, programs = tmp_path / "source", tmp_path / "programs"
    python = """#!/bin/sh
        case "$*" in
            '-m venv'*) mkdir -p .venv/bin && cp "$0" .venv/bin/python && cp "$0" .venv/bin/pip ;;
            *collectstatic*) mkdir -p var/static && cp site.*.css var/static/
                cp site.*.css var/static/site.css ;;
        esac"""
    for name, words in {"python": python, "terril": "#!/bin/sh"}.items():
        programs.mkdir(exist_ok=True)
        (programs / name).write_text(words)
        (programs / name).chmod(0o755)
    git = ["git", "-C", source, "-c", "user.name=Ada", "-c", "user.email=ada@terril.example"]

    def release(style: str) -> dict[str, str]:
        (source / f"site.{style}.css").write_text(style)
        subprocess.run([*git, "add", "-A"], check=True)
        subprocess.run([*git, "commit", "-qm", style], check=True)
        environment = {
            "PATH": f"{programs}:/usr/bin:/bin",
            "PYTHON": str(programs / "python"),
            "TERRIL_BASE": str(tmp_path),
        }
        subprocess.run([DEPLOY / "release"], env=environment, check=True, capture_output=True)
        (source / f"site.{style}.css").unlink()
        files = (tmp_path / "current" / "var" / "static").iterdir()
        return {file.name: file.read_text() for file in files}

    subprocess.run(["git", "init", "-q", source], check=True)
    assert release("ink") == {"site.ink.css": "ink", "site.css": "ink"}
    assert release("ash") == {"site.ink.css": "ink", "site.ash.css": "ash", "site.css": "ash"}
