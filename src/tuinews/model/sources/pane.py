"""How the sources pane was left: which folders are folded, and whether it lists all sources."""

import json

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SourcesPane:
    """`folded` are the paths of folders whose sources are not shown; `unread_only`: nor are those without unread
    articles."""

    folded: frozenset[str] = frozenset()
    unread_only: bool = False

    def to_json(self) -> str:
        """The form in which the library keeps it."""
        return json.dumps({"folded": sorted(self.folded), "unread_only": self.unread_only})

    @classmethod
    def from_json(cls, kept: str | None) -> "SourcesPane":
        """The pane of `to_json`; as at the first start where nothing, or something else, is kept."""
        try:
            value = json.loads(kept or "{}")
            return cls(frozenset(map(str, value.get("folded", ()))), bool(value.get("unread_only")))
        except (ValueError, TypeError, AttributeError):
            return cls()
