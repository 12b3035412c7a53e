"""Real servers in processes of their own, on free ports of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

import neo4j
import pytest

from kg.stores.neo4j import Neo4jStore
from tests.servers.resolve import jars

_SECONDS = 120
_OPEN = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in ("java.nio", "java.lang", "sun.nio.ch")]
USER, PASSWORD = "neo4j", "only-for-tests"


def java_and_jars(name: str) -> tuple[str, Path]:
    """Java and the folder of a server's jars; skips the test where either is missing, and fails it in CI."""
    java, folder = shutil.which("java"), jars(name)
    if java and folder:
        return java, folder
    missing = "Java" if not java else f"the artifacts of {name} (python tests/servers/resolve.py)"
    if os.environ.get("KG_CI"):
        pytest.fail(f"{missing} must be there in CI")
    pytest.skip(f"needs {missing}")


def free_port() -> int:
    """A port of the loopback interface that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Process:
    """A server that runs until the end of a `with` block, and can be killed and started again."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()

    def command(self) -> list[str]:
        """What starts it."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Whether it answers."""
        raise NotImplementedError

    def start(self) -> None:
        """Start it and wait until it answers."""
        log = self.home / "out.log"
        with log.open("ab") as out:
            self._process = subprocess.Popen(self.command(), stdout=out, stderr=out, cwd=self.home)
        end = time.monotonic() + _SECONDS
        while not self.ready():
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                pytest.fail(f"the server did not start: {log.read_text('utf-8', 'replace')[-2000:]}")
            time.sleep(0.2)

    def kill(self) -> None:
        """End it without a word of warning."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


class Neo4jProcess(Process):
    """Neo4j Community with an empty database, or with that which stands in its home."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._java, self._jars = java_and_jars("neo4j")
        self.uri = f"neo4j://127.0.0.1:{self.port}"
        for name in ("conf", "data", "logs", "plugins", "import", "run"):
            (home / name).mkdir(parents=True, exist_ok=True)
        settings = {
            "server.bolt.listen_address": f"127.0.0.1:{self.port}",
            "server.bolt.advertised_address": f"127.0.0.1:{self.port}",
            "server.http.enabled": "false",
            "server.https.enabled": "false",
            "server.memory.pagecache.size": "64m",
            "dbms.usage_report.enabled": "false",
        }
        text = "".join(f"{name}={value}\n" for name, value in settings.items())
        (home / "conf" / "neo4j.conf").write_text(text)

    def java(self, main: str, *arguments: str) -> list[str]:
        """A command line that runs a class of Neo4j."""
        return [self._java, "-Xmx768m", *_OPEN, "-cp", f"{self._jars}/*", main, *arguments]

    def command(self) -> list[str]:
        home = [f"--home-dir={self.home}", f"--config-dir={self.home / 'conf'}"]
        return self.java("org.neo4j.server.CommunityEntryPoint", *home)

    def ready(self) -> bool:
        """Whether it answers; the first time its password is set, which it demands."""
        try:
            with neo4j.GraphDatabase.driver(self.uri, auth=(USER, PASSWORD)) as driver:
                driver.verify_connectivity()  # a query would be tried again and again, with long pauses
        except neo4j.exceptions.AuthError:
            self._set_password()
        except (neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
            return False
        return True

    def _set_password(self) -> None:
        with neo4j.GraphDatabase.driver(self.uri, auth=(USER, "neo4j")) as driver:
            driver.execute_query(
                "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new",
                new=PASSWORD,
                database_="system",
            )

    def store(self) -> Neo4jStore:
        """A connection to it; the caller closes it."""
        return Neo4jStore(self.uri, USER, PASSWORD)

    def run(self, text: str, **parameters: object) -> list[dict[str, object]]:
        """The rows of any statement."""
        with neo4j.GraphDatabase.driver(self.uri, auth=(USER, PASSWORD)) as driver:
            return [record.data() for record in driver.execute_query(text, parameters).records]


class FusekiProcess(Process):
    """Fuseki with one empty dataset in memory."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self._java, folder = java_and_jars("fuseki")
        [self._jar] = folder.glob("*.jar")
        self.uri = f"http://127.0.0.1:{self.port}/plans"

    def command(self) -> list[str]:
        place = [f"--port={self.port}", "--localhost", "--mem", "/plans"]
        return [self._java, "-Xmx512m", f"-DFUSEKI_BASE={self.home}", "-jar", str(self._jar), *place]

    def ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.uri}?query=ASK%7B%7D", timeout=5):
                return True
        except (OSError, urllib.error.URLError):
            return False
