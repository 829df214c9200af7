"""Whether newsboat takes our OPML and we take newsboat's: folders, titles and addresses there and back.

    python tests/bench/newsboat_opml.py

Needs newsboat (in Debian and most others); says so and fails where it is missing. Nothing is fetched.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tuinews.model.source import Source, SourceKind
from tuinews.subscriptions.reading import parse_source_list
from tuinews.subscriptions.writing import write_opml

SOURCES = [
    Source(1, SourceKind.FEED, 'Tin "nóng" <b> & hơn', "https://example.org/1?a=1&b=2", None, "Tin/Châu Á"),
    Source(2, SourceKind.FEED, "Hai", "https://example.org/2"),
    Source(3, SourceKind.LISTING, "A page without a feed", "https://example.org/3", None, "Tin"),
]


def newsboat(folder: Path, *arguments: str) -> str:
    command = ["newsboat", "-u", "urls", "-c", "cache.db", "-C", "config", *arguments]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=30, check=True
    )
    return done.stdout


def main() -> int:
    if shutil.which("newsboat") is None:
        print("newsboat is not installed: nothing was tested", file=sys.stderr)
        return 1
    feeds = {source.url for source in SOURCES if source.kind is SourceKind.FEED}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "config").touch()
        (folder / "ours.opml").write_text(write_opml(SOURCES, "tuinews"), encoding="utf-8")
        newsboat(folder, "-i", "ours.opml")
        urls = parse_source_list((folder / "urls").read_text("utf-8"))
        back = parse_source_list(newsboat(folder, "-e"))
    assert {one.url for one in urls.sources} == feeds, urls
    assert {one.url: one.folder for one in urls.sources}["https://example.org/1?a=1&b=2"] == "Tin/Châu Á", urls
    assert {one.url for one in back.sources} == feeds, back
    print(f"newsboat took {len(urls.sources)} feeds of ours with their folders, and gave {len(back.sources)} back")
    return 0


if __name__ == "__main__":
    sys.exit(main())
