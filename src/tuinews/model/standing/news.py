"""What is told to somebody who does not look: new articles of chosen sources and views, sources that died."""

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Notification:
    """One message: how much there is, and a few lines of it; both safe, and neither begins as an option does."""

    summary: str
    lines: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class NotificationResult:
    """What is left of telling: a control sequence for the terminal, if that is to tell it, and why it failed."""

    sequence: str = ""
    problem: str = ""
