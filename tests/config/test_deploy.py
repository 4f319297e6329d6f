"""What `deploy/` holds and its documents say fits together, and no secret gets into an image."""

import re
import shutil
import subprocess
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

import pytest

from scripts.console import ROOT

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


@pytest.mark.nginx
def test_nginx_takes_both_configurations(tmp_path):
    """As they stand but for the paths: a certificate of the test's own, logs in its folder."""
    tls = tmp_path / "tls"
    tls.mkdir()
    files = ["-keyout", tls / "privkey.pem", "-out", tls / "fullchain.pem"]
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost"]
    subprocess.run([*command, *files], check=True, capture_output=True)
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
        nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/bin")
        result = subprocess.run(
            [nginx, "-t", "-c", whole, "-e", tmp_path / "error"], capture_output=True, text=True
        )
        assert result.returncode == 0, result.stderr


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
