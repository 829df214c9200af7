"""What `--json` prints, and that the page of commands names each of its keys."""

import re
from pathlib import Path
from typing import Any

from tuinews.demo.site import DemoSite

from .conftest import Run

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
_SECTION = re.compile(r"^### ([^\n]*)\n(.*?)(?=^#{2,3} |\Z)", re.DOTALL | re.MULTILINE)
SECTIONS: dict[str, str] = dict(_SECTION.findall(PAGE))


def _section(command: str) -> str:
    """What the page says of a command; of one that prints what another does, of that one too."""
    own = next(text for heading, text in SECTIONS.items() if f"`{command}" in heading)
    others = re.findall(r"as `([a-z]+)` (?:does|prints)|JSON: as `([a-z]+)`", own)
    return own + "".join(_section(first or second) for first, second in others)


def _keys(value: Any) -> set[str]:
    if isinstance(value, list):
        return {key for one in value for key in _keys(one)}
    return set(value) if isinstance(value, dict) else set()


COMMANDS = [
    ("add", "{site}atom.xml"),
    ("sources",),
    ("rename", "1", "Báo"),
    ("set", "1", "articles=2"),
    ("repair", "1"),
    ("refresh",),
    ("pack", "--hours", "1"),
    ("account", "list"),
    ("list", "--stories"),
    ("read", "1"),
    ("search", "tin"),
    ("views",),
    ("view", "add", "Mưa", "mưa"),
    ("mute", "mưa", "--dry-run"),
    ("mutes",),
    ("rule", "list"),
    ("rule", "try", "mưa"),
    ("tag", "1", "x"),
    ("note", "1", "chữ"),
    ("highlights",),
    ("highlight", "add", "1", "tin"),
    ("mark", "read", "1"),
    ("check-sources", "--mine"),
    ("gc", "--dry-run"),
    ("backup", "{folder}/b.zip"),
    ("doctor",),
    ("remove", "1"),
]
"""One after another on one library, of which the last one takes the source."""


def test_every_key_is_in_the_page_of_commands(tuinews: Run, site: DemoSite, tmp_path: Path) -> None:
    tuinews("add", site.url + "rss.xml", "--articles", "20")
    for before in (("view", "add", "a", "b"), ("mute", "zzz"), ("rule", "add", "tag=x", "zzz")):
        tuinews(*before)
    unnamed: dict[str, list[str]] = {}
    for argv in COMMANDS:
        done = tuinews(*(part.format(site=site.url, folder=tmp_path) for part in argv), "--json")
        assert done.status == 0, argv
        keys = [key for key in _keys(done.json) if not re.search(rf"\b{key}\b", _section(argv[0]))]
        unnamed |= {" ".join(argv): keys} if keys else {}
    assert unnamed == {}
