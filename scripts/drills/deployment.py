"""A whole deployment in a temporary folder, as docs/deploy.md has it."""

import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path

from config.serve import asks
from scripts.console import ROOT, VAR, Stop
from scripts.drills.parts import Command, Part, listens, until
from tests.services import postgres, redis
from tests.services.processes import HOST, folder, free_port, unprivileged

PYTHON = sys.executable
NGINX = shutil.which("nginx", path=f"/usr/sbin:/usr/local/sbin:{os.environ['PATH']}")
TIMER = f"while :; do {PYTHON} manage.py run_due; sleep 10; done"  # a minute is long for a drill
KEY = secrets.token_urlsafe(50)
# Not compressed, which takes a minute of processors.
COLLECT = """
import django
from django.conf import settings
from django.core.management import call_command
settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["css", "js", "map", "json", "svg", "txt"]
django.setup()
call_command("collectstatic", interactive=False, verbosity=0)
"""
BUCKETS = """
from django.core.files.storage import storages
for name in ("default", "private"):
    storages[name].bucket.create()
"""
# Things that can be bought as they are, enough of each, from workshops that send them.
GOODS = """
import json
from marketplace.forks.partner.models import StockRecord
records = StockRecord.objects.filter(
    product__structure="standalone", product__is_public=True, num_in_stock__gt=5,
    product__product_options=None, partner__state="open",
).order_by("pk")[:6]
StockRecord.objects.filter(pk__in=[one.pk for one in records]).update(num_in_stock=100000)
print(json.dumps([
    {"record": one.pk, "allocated": one.num_allocated or 0, "path": one.product.get_absolute_url()}
    for one in records
]))
"""


class Deployment:
    """`parts` by name, in the order in which they start; `goods` is what visitors buy."""

    def __init__(self, home: Path, earlier: str, newest: str) -> None:
        self.home = home
        names = ("database", "redis", "moto", "storage", "mail", "https", "http")
        self.ports = {name: free_port() for name in names}
        self.url = f"https://{self.at('https')}"
        self.certificate, self.socket = home / "fullchain.pem", home / "web.sock"
        self.mailbox, self.current = home / "mailbox", home / "current"
        self.parts: dict[str, Part] = {}
        self.earlier = self.release(earlier)
        self.lead_to(self.earlier)
        self.newest = self.release(newest)

    def at(self, name: str) -> str:
        """Where a part listens."""
        return f"{HOST}:{self.ports[name]}"

    @cached_property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "PYTHONUNBUFFERED": "1",
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "SECRET_KEY": KEY,
            "BASE_URL": self.url,
            "ALLOWED_HOSTS": HOST,
            "DATABASE_URL": f"postgres://{postgres.USER}@{self.at('database')}/drills",
            "REDIS_URL": f"redis://{self.at('redis')}/0",
            "S3_ENDPOINT_URL": f"http://{self.at('storage')}",
            "S3_PUBLIC_BUCKET": "public",
            "S3_PRIVATE_BUCKET": "private",
            "S3_PUBLIC_DOMAIN": "media.example",
            "S3_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": "drills",
            "AWS_SECRET_ACCESS_KEY": "drills",
            "EMAIL_URL": f"smtp://{self.at('mail')}",
            "DEFAULT_FROM_EMAIL": "drills@terril.example",
            "ALERT_EMAIL": "drills@terril.example",
            "REHEARSAL": "on",
            "PAYMENT_PROVIDER": "sandbox",
            "SANDBOX_WEBHOOK_SECRET": KEY,
            "TERRIL_LIMITS_TIMES": "1000",  # all visitors come from one address
            "LOG_LEVEL": "WARNING",
            "SERVE_WORKERS": "2",
        }

    # --- Releases ------------------------------------------------------------------------------

    def release(self, commit: str) -> Path:
        """A folder with the code of a commit, made ready as deploy/release does."""
        where = self.home / "releases" / commit
        (where / "var").mkdir(parents=True)
        code = subprocess.run(
            ["git", "-C", ROOT, "archive", commit], check=True, stdout=subprocess.PIPE
        )
        subprocess.run(["tar", "-x", "-C", where], input=code.stdout, check=True)
        (where / ".venv").symlink_to(ROOT / ".venv")
        for shared in ("pictures", "testdb"):  # drawn, and migrated, once for all
            (VAR / shared).mkdir(parents=True, exist_ok=True)
            (where / "var" / shared).symlink_to(VAR / shared)
        self.run(where, "-m", "scripts.translations")
        self.run(where, "-c", COLLECT, DJANGO_SETTINGS_MODULE="config.settings.demo")
        if self.current.exists():  # the static files of the one before
            static = self.current / "var" / "static"
            before = subprocess.run(
                ["tar", "-c", "-C", static, "."], check=True, stdout=subprocess.PIPE
            )
            here: Command = ["tar", "-x", "-C", where / "var" / "static", "--skip-old-files"]
            subprocess.run(here, input=before.stdout, check=True)
        return where

    def lead_to(self, release: Path) -> None:
        link = self.home / "current.new"
        link.symlink_to(release)
        link.replace(self.current)

    def manage(self, release: Path, *command: str) -> str:
        return self.run(release, "manage.py", *command)

    def run(self, where: Path, *command: str, **more: str) -> str:
        """Let the code of a folder do something; gives what it printed. Raises Stop."""
        done = subprocess.run(
            [PYTHON, *command], cwd=where, env={**self.environment, **more},
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            raise Stop(f"{' '.join(command)[:60]} failed: {done.stderr[-2000:]}")
        return done.stdout

    # --- Parts ---------------------------------------------------------------------------------

    def build(self) -> None:
        """Start all parts, the earlier release among them, with the demonstration on sale."""
        self.start_database()
        program = redis.find()
        assert program
        ports = {name: str(port) for name, port in self.ports.items()}
        self.start("redis", [program, "--port", ports["redis"], "--save", "", "--dir", self.home])
        self.start("moto", [Path(PYTHON).with_name("moto_server"), "-p", ports["moto"]])
        self.start_storage()
        self.start("mail", [PYTHON, "-m", "scripts.drills.mailbox", ports["mail"], self.mailbox])
        self.manage(self.earlier, "shell", "-v0", "-c", BUCKETS)
        self.manage(self.earlier, "load_demo")
        self.goods = json.loads(self.manage(self.earlier, "shell", "-v0", "-c", GOODS))
        serve: Command = [PYTHON, "-m", "config.serve", "--root", self.current, self.socket]
        self.start_code("web", serve, ready=partial(asks, self.socket))
        self.start_code("worker", [PYTHON, "manage.py", "db_worker"])
        self.start_code("timer", ["sh", "-c", TIMER])
        self.start_nginx()

    def start(self, name: str, command: Command, *, owner: str | None = None) -> None:
        ready = partial(listens, self.ports[name])
        self.keep(name, Part(command, ready=ready, log=self.home / f"{name}.log", owner=owner))

    def start_code(
        self, name: str, command: Command, *, ready: Callable[[], bool] = lambda: True
    ) -> None:
        """A part that is ours: the code of where `current` leads when it starts."""
        log, env = self.home / f"{name}.log", self.environment
        self.keep(name, Part(command, log=log, ready=ready, env=env, cwd=self.current))

    def keep(self, name: str, part: Part) -> None:
        self.parts[name] = part
        part.start()

    def start_database(self) -> None:
        """A durable cluster, with the tables of the earlier release in it."""
        programs, owner, data = postgres.find(), unprivileged(), self.home / "database" / "data"
        assert programs
        data.parent.mkdir()
        if owner:
            shutil.chown(data.parent, owner)
        postgres.initdb(programs, data)
        kept = {"listen_addresses": HOST, "max_connections": "100", "jit": "off"}
        port = str(self.ports["database"])
        options = [f"--{name}={value}" for name, value in kept.items()]
        command: Command = [programs / "postgres", "-D", data, "-k", data, "-p", port, *options]
        self.cluster = f"postgres://{postgres.USER}@{HOST}:{port}/postgres"
        log = self.home / "database.log"
        answers = partial(postgres.answers, self.cluster)
        self.keep("database", Part(command, ready=answers, log=log, owner=owner))
        tests = {"DJANGO_SETTINGS_MODULE": "config.settings.test"}
        self.run(self.earlier, "-m", "tests.services.database", self.cluster, **tests)
        create: Command = [programs / "createdb", "-h", HOST, "-U", postgres.USER, "-p", port]
        subprocess.run([*create, "-T", "template_terril", "drills"], check=True)

    def start_storage(self) -> None:
        """moto keeps files in its memory: what is killed is nginx before it, as its door."""
        listen = f"listen {self.at('storage')}; client_max_body_size 30m;"
        moto = f"proxy_pass http://{self.at('moto')};"
        self.start(
            "storage", self.nginx("storage", f"server {{ {listen} location / {{ {moto} }} }}")
        )

    def start_nginx(self) -> None:
        """nginx with the configuration of `deploy/`, its paths and ports put in this folder."""
        certificate: Command = ["-keyout", self.home / "privkey.pem", "-out", self.certificate]
        subject = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=IP:{HOST}"]
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject, *certificate],
            check=True, capture_output=True,
        )  # fmt: skip
        deploy = ROOT / "deploy" / "nginx"
        proxy = (deploy / "proxy.inc").read_text()
        # The port of the address is of the drill only.
        (self.home / "proxy.inc").write_text(proxy.replace("Host $host", "Host $http_host"))
        text = (deploy / "terril.conf").read_text()
        for theirs, ours in {
            "listen [::]:80;": "",
            "listen [::]:443 ssl http2;": "",
            "listen 80;": f"listen {self.at('http')};",
            "listen 443 ssl": f"listen {self.at('https')} ssl",
            "www.example.org": HOST,
            "/run/terril": str(self.home),
            "/etc/terril/tls": str(self.home),
            "/etc/nginx": str(self.home),
            "/var/log/nginx": str(self.home),
        }.items():
            text = text.replace(theirs, ours)
        log, command = self.home / "nginx.log", self.nginx("nginx", text)
        ready = partial(listens, self.ports["https"])
        self.keep("nginx", Part(command, ready=ready, log=log))

    def nginx(self, name: str, servers: str) -> Command:
        assert NGINX
        kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        paths = "".join(f"{kind}_temp_path {self.home}/{name}-{kind};" for kind in kinds)
        conf = self.home / f"{name}.conf"
        conf.write_text(
            f"daemon off; pid {self.home}/{name}.pid; events {{}}"
            f" http {{ access_log off; {paths} {servers} }}"
        )
        return [NGINX, "-c", conf, "-e", self.home / f"{name}.log"]

    # --- What is done to them -------------------------------------------------------------------

    def restart_database(self) -> None:
        self.parts["database"].end(signal.SIGINT)  # "fast": who is connected is sent away
        self.parts["database"].start()

    def migrate(self) -> None:
        """What deploy/release does once the code is there."""
        self.manage(self.newest, "migrate", "--no-input", "-v0")
        self.manage(self.newest, "make_groups")
        self.manage(self.newest, "index_search", "--if-empty")

    def reload(self) -> None:
        """As `systemctl reload terril-web`; returns when the old processes have ended."""
        before = self.socket.resolve()
        os.kill(self.parts["web"].pid, signal.SIGHUP)
        until(lambda: self.socket.resolve() != before, "The new processes do not answer.")
        until(lambda: not before.exists(), "The old processes do not end.")

    def switch(self) -> None:
        self.lead_to(self.newest)
        self.reload()
        for name in ("worker", "timer"):
            self.parts[name].end()
            self.parts[name].start()

    def revive(self) -> None:
        """What systemd does with `Restart=always`: a worker ends where the database went away."""
        for part in self.parts.values():
            if part.process and part.process.poll() is not None:
                part.start()


@contextmanager
def deployed(earlier: str, newest: str) -> Iterator[Deployment]:
    """One for the length of the block."""
    with folder("drills", owner=None) as home:
        home.chmod(0o755)  # PostgreSQL's user has a folder in it
        deployment = Deployment(home, earlier, newest)
        try:
            deployment.build()
            yield deployment
        finally:
            for part in reversed(deployment.parts.values()):
                part.end()
