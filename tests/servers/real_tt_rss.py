"""Starts tt-rss itself, from Debian's packages, in one folder, and stops it: the server, PHP and PostgreSQL.

Needed, besides the package `tt-rss` (which is unpacked, not installed):

    apt-get install --no-install-recommends php8.2-cli php8.2-pgsql php8.2-xml php8.2-mbstring php8.2-curl \\
        php8.2-intl php-php-gettext phpqrcode php-psr-log postgresql

`missing()` says what of it is not here. PostgreSQL refuses to run as root: it runs as the user `postgres` then.
"""

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "admin", "password"
_DATABASE = "ttrss"
_LINKS = {
    "lib/gettext": "/usr/share/php/php-php-gettext",
    "lib/phpqrcode": "/usr/share/phpqrcode",
    "vendor/Psr": "/usr/share/php/Psr",
}


def _postgres() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders else None


def _unpacked() -> Path | None:
    """Where tt-rss was unpacked: TUINEWS_TT_RSS, else it is downloaded once, where apt can."""
    named = os.environ.get("TUINEWS_TT_RSS")
    if named:
        return Path(named) if Path(named).is_dir() else None
    kept = Path(tempfile.gettempdir()) / "tuinews-tt-rss"
    if not (kept / "usr").is_dir() and shutil.which("apt-get") and shutil.which("dpkg"):
        kept.mkdir(mode=0o755, exist_ok=True)
        got = subprocess.run(
            ["apt-get", "download", "tt-rss"], cwd=kept, capture_output=True, timeout=60, check=False
        )
        for package in kept.glob("tt-rss_*.deb") if got.returncode == 0 else ():
            subprocess.run(["dpkg", "-x", package, kept], check=True, timeout=60)
    return kept if (kept / "usr").is_dir() else None


def missing() -> str:
    """What is missing to start it here, "" where nothing is."""
    absent = [path for path in _LINKS.values() if not Path(path).is_dir()]
    if shutil.which("php") is None or _postgres() is None or absent:
        return "tt-rss is not tried: PHP or PostgreSQL are not installed (tests/servers/real_tt_rss.py says what)"
    if _unpacked() is None:
        return "tt-rss is not tried: its package can be had neither from a folder nor by apt"
    return ""


@dataclass(frozen=True)
class RealTtRss:
    """A server that runs; `address` is what an account is made with."""

    address: str
    folder: Path

    def sql(self, statements: str) -> str:
        """Run SQL in its database; what it gives, a line a row."""
        psql = [_bin("psql"), "-h", str(self.folder), "-p", "5499", "-U", "postgres", "-d", _DATABASE]
        done = subprocess.run(
            [*psql, "-v", "ON_ERROR_STOP=1", "-A", "-t", "-q", "-c", statements],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout.strip()


@contextmanager
def running() -> Iterator[RealTtRss]:
    """tt-rss with its database, empty but for its own user."""
    folder = Path(tempfile.mkdtemp(prefix="tuinews-tt-rss-"))
    who = "postgres" if os.geteuid() == 0 else None
    if who:
        shutil.chown(folder, who)
    folder.chmod(0o755)
    data = folder / "data"
    try:
        _run([_bin("initdb"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "-D", data], who, folder)
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c port=5499 -c fsync=off"
        _run([_bin("pg_ctl"), "-D", data, "-w", "-l", folder / "log", "-o", options, "start"], who, folder)
        try:
            with _php(folder, who) as server:
                yield server
        finally:
            _run([_bin("pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop"], who, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _php(folder: Path, who: str | None) -> Iterator[RealTtRss]:
    unpacked = _unpacked()
    assert unpacked is not None
    port = _free_port()
    site = folder / "www"
    _lay(unpacked, site, folder, port)
    if who:
        subprocess.run(["chown", "-R", who, site], check=True, timeout=60)
    _run([_bin("createdb"), "-h", folder, "-p", "5499", "-U", "postgres", _DATABASE], who, folder)
    schema = unpacked / "usr/share/tt-rss/schema/ttrss_schema_pgsql.sql"
    psql = [_bin("psql"), "-h", folder, "-p", "5499", "-U", "postgres", "-d", _DATABASE, "-q"]
    _run([*psql, "-f", schema], who, folder)
    server = RealTtRss(f"http://127.0.0.1:{port}", folder)
    server.sql("insert into ttrss_user_prefs(owner_uid, pref_name, value) values (1, 'ENABLE_API_ACCESS', 'true')")
    settings = ["-d", "error_reporting=0", "-d", "include_path=.:/usr/share/php"]
    command: list[str | Path] = ["php", *settings, "-S", f"127.0.0.1:{port}", "-t", site]
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=site, stdin=nowhere, stdout=nowhere, stderr=nowhere, user=who) as php:
        try:
            _wait(server.address)
            yield server
        finally:
            php.kill()


def _lay(unpacked: Path, site: Path, folder: Path, port: int) -> None:
    """Its files with what Debian links elsewhere, and its configuration."""
    shutil.copytree(unpacked / "usr/share/tt-rss/www", site, symlinks=True)
    for link, target in _LINKS.items():
        (site / link).unlink(missing_ok=True)
        (site / link).symlink_to(target)
    for name in ("lock", "cache", "cache/images", "cache/upload", "cache/export", "icons"):
        (folder / name).mkdir(mode=0o777)
        (folder / name).chmod(0o777)
    (site / "feed-icons").unlink(missing_ok=True)
    (site / "feed-icons").symlink_to(folder / "icons")
    text = (unpacked / "etc/tt-rss/config.php").read_text(encoding="utf-8")
    text = text.replace(
        "include_once('/etc/tt-rss/database.php');",
        f"$dbtype='pgsql'; $dbserver='{folder}'; $dbport='5499'; $dbpass='';"
        f" $dbuser='postgres'; $dbname='{_DATABASE}';",
    )
    for name, value in {
        "SELF_URL_PATH": f"http://127.0.0.1:{port}/",
        "LOCK_DIRECTORY": str(folder / "lock"),
        "CACHE_DIR": str(folder / "cache"),
    }.items():
        text = "\n".join(
            f"define('{name}', '{value}');" if line.strip().startswith(f"define('{name}'") else line
            for line in text.split("\n")
        )
    (site / "config.php").unlink(missing_ok=True)
    (site / "config.php").write_text(text, encoding="utf-8")


def _bin(name: str) -> str:
    folder = _postgres()
    assert folder is not None
    return str(folder / name)


def _run(command: list[object], who: str | None, folder: Path) -> None:
    subprocess.run(
        [str(part) for part in command],
        user=who,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=120,
        check=True,
    )


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


def _wait(address: str) -> None:
    until = time.monotonic() + 90
    while True:
        try:
            with urllib.request.urlopen(f"{address}/api/", b'{"op":"isLoggedIn"}', timeout=10) as answer:
                if answer.status == 200:
                    return
        except OSError:
            if time.monotonic() > until:
                raise
        time.sleep(0.05)
