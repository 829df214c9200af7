"""How long several states of the program take to read the articles of a corpus, page by page in turn.

    python tests/bench/article_speed.py CORPUS TUINEWS [TUINEWS ...] [--every N] [--rounds N]

A corpus is a zip or a folder of NAME.html beside NAME.json, its truth {url, …}; a TUINEWS is the path of an
installed `tuinews`. Each reads every page as one request of `parse article --batch`, and the order changes with
each page, so that whatever else the machine does falls on all of them. Printed is the time of the process for a
page, the median of the rounds, and its ratio to the first. Linux alone tells the time of a process so finely.
"""

import argparse
import json
import statistics
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

WARM = 8
"""Pages that each reads before its time is taken: the model is loaded with the first."""


class Program:
    """One state of the program, and the time that it has used."""

    def __init__(self, command: str) -> None:
        self.process = subprocess.Popen(
            [command, "parse", "article", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def ask(self, request: bytes) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(request)
        self.process.stdin.flush()
        self.process.stdout.readline()

    @property
    def seconds(self) -> float:
        return int(Path(f"/proc/{self.process.pid}/schedstat").read_text().split()[0]) / 1e9

    def end(self) -> None:
        self.process.communicate()


def requests(corpus: Path, folder: Path, every: int) -> Iterator[bytes]:
    """The requests of every `every`-th page, whose markup is written to `folder`."""
    if corpus.is_dir():
        pages = {path.name: path.read_bytes() for path in corpus.iterdir()}
    else:
        with zipfile.ZipFile(corpus) as archive:
            pages = {name: archive.read(name) for name in archive.namelist()}
    for name in sorted(name for name in pages if name.endswith(".html"))[::every]:
        path = folder / Path(name).name
        path.write_bytes(pages[name])
        url = json.loads(pages[name.removesuffix(".html") + ".json"]).get("url")
        yield json.dumps({"file": str(path), "url": url}).encode() + b"\n"


def milliseconds(commands: list[str], asked: list[bytes]) -> list[float]:
    """The time that each takes for a page."""
    programs = [Program(command) for command in commands]
    for request in asked[:WARM]:
        for program in programs:
            program.ask(request)
    before = [program.seconds for program in programs]
    for place, request in enumerate(asked):
        turn = place % len(programs)
        for program in programs[turn:] + programs[:turn]:
            program.ask(request)
    taken = [program.seconds - start for program, start in zip(programs, before, strict=True)]
    for program in programs:
        program.end()
    return [1000 * seconds / len(asked) for seconds in taken]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("corpus", type=Path)
    cli.add_argument("tuinews", nargs="+")
    cli.add_argument("--every", type=int, default=1)
    cli.add_argument("--rounds", type=int, default=3)
    arguments = cli.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asked = list(requests(arguments.corpus, Path(folder), arguments.every))
        rounds = [milliseconds(arguments.tuinews, asked) for _ in range(arguments.rounds)]
    medians = [statistics.median(times) for times in zip(*rounds, strict=True)]
    for command, median in zip(arguments.tuinews, medians, strict=True):
        print(f"{median:7.2f} ms a page  {medians[0] / median:5.2f} times as fast as the first  {command}")


if __name__ == "__main__":
    main()
