"""Names of time zones as offsets, and the offset of American zones that change in summer."""

from datetime import datetime, timedelta, timezone

from tuinews.model.when import MOST_EAST, MOST_WEST

VIETNAM = timezone(timedelta(hours=7))
"""Vietnam keeps one time all year."""

OFFSETS = {
    "GMT": 0, "UTC": 0, "UT": 0, "Z": 0, "WET": 0, "BST": 60, "WEST": 60, "CET": 60, "MEZ": 60, "CEST": 120,
    "MESZ": 120, "EET": 120, "SAST": 120, "EEST": 180, "MSK": 180, "TRT": 180, "IST": 330, "ICT": 420, "WIB": 420,
    "WITA": 480, "WIT": 540, "HKT": 480, "SGT": 480, "MYT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540,
    "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780, "PKT": 300, "BRT": -180,
    "ART": -180, "NST": -210, "AST": -240, "ADT": -180, "EST": -300, "EDT": -240, "CST": -360, "CDT": -300,
    "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "NDT": -150,
    "IDT": 180, "IRST": 210, "AFT": 270, "UZT": 300, "YEKT": 300, "NPT": 345, "BDT": 360, "OMST": 360, "MMT": 390,
    "NOVT": 420, "KRAT": 420, "IRKT": 480, "ULAT": 480, "YAKT": 540, "VLAT": 600, "FJT": 720, "UYT": -180,
    "CLST": -180, "CLT": -240,
}  # fmt: skip
"""Minutes east of UTC. IST is India's and CST America's, as in most feeds and papers that print them."""

OF_LANGUAGE = {
    ("zh", "CST"): 480,
    ("he", "IST"): 120,
    ("ga", "IST"): 60,
    ("bn", "BST"): 360,
    ("ar", "AST"): 180,
    ("en-ie", "IST"): 60,
}
"""The same of names that mean another zone where this language is spoken."""

ONLY_IN_FEEDS = {
    "MET": 60, "MEST": 120, "AT": -240, "A": -60, "N": 60, "M": -720, "Y": 720, "WAT": 60, "CAT": 120, "EAT": 180,
    "GST": 240, "PGT": 600, "BOT": -240, "VET": -240, "COT": -300, "PET": -300, "ECT": -300, "SST": -660,
    "CHST": 600, "GFT": -180, "GYT": -240, "PYT": -240, "CVT": -60, "AZT": 240, "GET": 240, "MUT": 240, "MVT": 300,
    "TJT": 300, "KGT": 360, "BTT": 360, "SLST": 330, "BNT": 480, "SAMT": 240, "MAGT": 660, "PETT": 720,
}  # fmt: skip
"""The same of names that no page prints, or that may be a word there. RFC 822 (5.1) has those of one letter."""

SEASONAL = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
"""American zones named without their season: minutes east of UTC in winter."""


def stated_offset(minutes: int) -> timezone | None:
    """The zone that a text says is that many minutes east of UTC; None if there is none."""
    return offset(minutes) if MOST_WEST <= timedelta(minutes=minutes) <= MOST_EAST else None


def offset(minutes: int) -> timezone:
    """The zone that many minutes east of UTC."""
    return timezone(timedelta(minutes=minutes))


def seasonal_offset(winter: int, moment: datetime) -> timezone:
    """The offset of an American zone at the local `moment`.

    An hour more from March's second Sunday to November's first, both at two in the morning; since 2007 (Energy
    Policy Act of 2005).
    """
    local = moment.replace(tzinfo=None)
    summer = _sunday(local.year, 3, 2) <= local < _sunday(local.year, 11, 1)
    return offset(winter + 60 if summer else winter)


def _sunday(year: int, month: int, number: int) -> datetime:
    first = datetime(year, month, 1, 2)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))
