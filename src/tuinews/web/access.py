"""How one source wants to be asked: what its requests carry beside what every request has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Access:
    """What a person set for the requests of one source. `user_agent` stands in the place of the program's own."""

    user_agent: str | None = None


USUAL_ACCESS = Access()
