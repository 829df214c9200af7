"""Kills tuinews at moments by chance, whatever it is doing with a library, and looks what is left.

    PYTHONPATH=tests/forked:tests/servers python tests/fuzz/kills.py [--times 500] [--seed 1] [--only WORK,…]

Each round starts a process that does one of the works at a library of stored articles (`killed_works.py`), and
kills it by SIGKILL: half of the rounds at a moment by chance, half just before a step by chance of what it does
with files. Then the library is opened again. It must be whole, say nothing of a repair, know all that was
acknowledged and either all or nothing of the transaction that was under way; its numbers must be those of a walk
along its lists, its index what it would be if it were made anew; a backup must be whole or not there. The same
seed chooses the same works and moments; where exactly a process is by then is up to the machine.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import killed_library
import killed_states
from killed_library import Facts, copied, facts
from killed_states import STATES, State
from killed_sync import Sync

from forked import ForkServer
from tuinews.quick_dataclass import dataclass

WORKS = Path(__file__).with_name("killed_works.py")
LONGEST = 60.0
"""Seconds that a work may take which is not killed."""

ENDLESS = 0.4
"""Seconds within which a work is killed that has no end."""


@dataclass(frozen=True, slots=True)
class Death:
    """How a process ended: whether it was killed, and what it had said, acknowledged or still under way."""

    killed: bool
    acknowledged: Facts
    pending: Facts
    steps: int
    seconds: float

    @classmethod
    def told_by(cls, lines: Sequence[str], killed: bool, seconds: float) -> "Death":
        """From what it printed."""
        acknowledged: Facts = {}
        pending: Facts = {}
        steps = 0
        for line in lines:
            if line.startswith("? "):
                pending = json.loads(line[2:])
            elif line == "!":
                acknowledged |= pending
                pending = {}
            elif line.startswith("steps "):
                steps = int(line[6:])
        return cls(killed, acknowledged, pending, steps, seconds)


class Killer:
    """Starts works, and kills them."""

    def __init__(self, forks: ForkServer) -> None:
        self._forks = forks

    def run(self, command: Sequence[str], delay: float | None, environ: Mapping[str, str] | None = None) -> Death:
        """Run a work; kill it so many seconds after it began, or never."""
        read, write = os.pipe()
        with Path(os.devnull).open("r+b") as nothing:
            streams = (nothing.fileno(), write, 2)
            run = self._forks.start([sys.executable, *command], streams, environ or os.environ)
        os.close(write)
        with os.fdopen(read, "rb", 0) as said:
            first = said.read(len("begin\n"))
            begun = time.monotonic()
            if delay is not None:
                time.sleep(delay)
                run.send_signal(signal.SIGKILL)
            rest = said.read()
        status = run.wait(LONGEST)
        took = time.monotonic() - begun
        run.close()
        if status not in (0, -signal.SIGKILL):
            raise RuntimeError(f"{' '.join(command)} ended by itself with {status}")
        lines = (first + rest).decode().split("\n")[:-1]
        return Death.told_by(lines, status == -signal.SIGKILL, took)


class Rounds:
    """The rounds of one state of a library and what is done to it; `place` is a folder of its own."""

    def __init__(self, killer: Killer, state: State, base: Path, place: Path) -> None:
        self._killer, self._state, self._base, self._place = killer, state, base, place
        self._known: dict[int, tuple[Facts, Death]] = {}
        self.killed = 0
        if not state.is_anew:
            copied(base, place)

    def once(self, chance: random.Random) -> list[str]:
        """One round; what was wrong after it."""
        variant = chance.randrange(self._state.variants)
        before, whole = self._undisturbed(variant)
        if self._state.is_anew:
            self._prepare(variant)
        else:
            before = facts(self._library)
        by_step = whole.steps > 0 and chance.random() < 0.5
        step = chance.randint(1, whole.steps) if by_step else 0
        delay = None if by_step else chance.uniform(0, 1.02 * whole.seconds)
        death = self._killer.run(self._command(chance.getrandbits(30), step), delay)
        self.killed += death.killed
        wrong = list(self._state.complaints(self._place, self._base, before))
        wrong += killed_library.complaints(self._library, self._state.may_tell)
        if not self._state.judges_facts:
            wrong += _unlike(before, death, facts(self._library))
        return [f"{one} (killed at {'step ' + str(step) if by_step else f'{delay:.4f} s'})" for one in wrong]

    @property
    def _library(self) -> Path:
        return self._place / "library"

    def _command(self, seed: int, step: int) -> list[str]:
        return [str(WORKS), self._state.work, str(self._library), str(seed), str(step)]

    def _prepare(self, variant: int) -> None:
        copied(self._base, self._place)
        self._state.prepare(self._place, variant)

    def _undisturbed(self, variant: int) -> tuple[Facts, Death]:
        """What the library knows after the work where nothing kills it, and how long that takes."""
        if variant not in self._known:
            if self._state.is_endless:
                self._known[variant] = {}, Death(False, {}, {}, 0, ENDLESS)
            else:
                self._prepare(variant)
                if self._state.is_judged_by_before:
                    before = facts(self._library)
                    self._prepare(variant)
                    death = self._killer.run(self._command(1, 0), None)
                else:
                    death = self._killer.run(self._command(1, 0), None)
                    before = facts(self._library)
                self._known[variant] = before, death
        return self._known[variant]


def _unlike(before: Facts, death: Death, after: Facts) -> list[str]:
    """What is known neither as it was acknowledged nor, all of it, as the transaction under way would have it."""
    expected = before | death.acknowledged
    pending = {key: value for key, value in death.pending.items() if expected.get(key) != value}
    kept = [key for key, value in pending.items() if after.get(key) == value]
    if kept and len(kept) < len(pending):
        return [f"half of a transaction: {kept[0]} and not {next(key for key in pending if key not in kept)}"]
    expected |= pending if kept else {}
    wrong = [
        f"{key}: {after.get(key)!r}, not {value!r}" for key, value in expected.items() if after.get(key) != value
    ]
    told = {key.rsplit(" ", 1)[0] for key in expected}
    wrong += [f"nobody told of {key}" for key in after if key.rsplit(" ", 1)[0] not in told]
    return wrong[:5]


@dataclass(frozen=True, slots=True)
class Plan:
    """How often is killed, by which seed, at sources of how many entries, and at which works (none: at all)."""

    times: int
    seed: int = 1
    each: int = 40
    only: Sequence[str] = ()


def run(forks: ForkServer, plan: Plan, folder: Path, say: Callable[[str], None]) -> int:
    """Kill as is planned, at every work as often; how many rounds had something wrong. `folder` is empty."""
    chance = random.Random(plan.seed)
    killer = Killer(forks)
    base = killed_states.base(folder / "base", plan.seed, plan.each)
    faults = 0
    with Sync(killer, folder / "syncing") as syncing:
        rounds: dict[str, Rounds | Sync] = {
            **{state.name: Rounds(killer, state, base, folder / state.name) for state in STATES},
            "syncing": syncing,
        }
        chosen = [name for name in rounds if name in plan.only or not plan.only]
        for number in range(plan.times):
            name = chosen[number % len(chosen)]
            wrong = rounds[name].once(chance)
            faults += bool(wrong)
            for one in wrong:
                say(f"round {number}, {name}: {one}")
        for name in chosen:
            say(f"{name:14} {rounds[name].killed:4} killed at work")
    return faults


def main() -> int:
    """Read the arguments, kill, and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="names of works, with commas")
    chosen = parser.parse_args()
    only = [name for name in chosen.only.split(",") if name]
    forks = ForkServer()
    try:
        with tempfile.TemporaryDirectory() as folder:
            plan = Plan(chosen.times, chosen.seed, only=only)
            faults = run(forks, plan, Path(folder), lambda line: print(line, flush=True))
    finally:
        forks.close()
    print(f"{chosen.times} rounds, {faults} with a fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
