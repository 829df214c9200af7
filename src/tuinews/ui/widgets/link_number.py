"""The number of a link while its digits are typed."""


class LinkNumber:
    """Digits typed so far, of an article with `count` links."""

    def __init__(self) -> None:
        self.digits = ""

    def type(self, digit: str) -> None:
        """Take another digit; a number does not begin with 0."""
        self.digits = (self.digits + digit).lstrip("0")

    def take(self) -> int:
        """The number, and begin anew; 0 where nothing was typed."""
        digits, self.digits = self.digits, ""
        return int(digits or 0)

    def is_whole(self, count: int) -> bool:
        """Whether no further digit could make another link's number."""
        return int(self.digits or 0) * 10 > count
