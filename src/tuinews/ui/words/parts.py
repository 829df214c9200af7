"""What stands over the parts of a list: days, months, minutes."""

from datetime import date

from tuinews.language import N_, _
from tuinews.model.view import ListOrder

_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_MINUTES = (
    N_("Not saved yet"),
    N_("Up to 2 minutes"),
    N_("2 to 5 minutes"),
    N_("5 to 10 minutes"),
    N_("Over 10 minutes"),
)
REMOVED_SOURCES = N_("Removed sources")

_ORDERS = {
    ListOrder.NEWEST: N_("Newest first"),
    ListOrder.OLDEST: N_("Oldest first"),
    ListOrder.SOURCE: N_("By source"),
    ListOrder.READING_TIME: N_("By reading time, the shortest first"),
}


def ordered(order: ListOrder) -> str:
    """In which order lists stand from now on."""
    return _(_ORDERS[order])


def minutes(group: int) -> str:
    """What stands over articles that take so long, by the groups of `store.lists.orders`."""
    return _(_MINUTES[group]) if 0 <= group < len(_MINUTES) else ""


def moment(group: int, today: date) -> str:
    """What stands over the articles of a day or a month, by the groups of `model.view.ListedIds`."""
    return _day(date.fromordinal(group), today) if group > 0 else _month(-group, today) if group else ""


def _day(day: date, today: date) -> str:
    before = (today - day).days
    if before in (0, 1):
        return _("Yesterday") if before else _("Today")
    weekday, month = _(_WEEKDAYS[day.weekday()]), _(_MONTHS[day.month - 1])
    words = _("{weekday} {day} {month}", weekday=weekday, day=day.day, month=month)
    return words if day.year == today.year else _("{date} {year}", date=words, year=day.year)


def _month(months: int, today: date) -> str:
    year, month = divmod(months, 12)
    words = _(_MONTHS[month])
    words = words[:1].upper() + words[1:]
    return words if year == today.year else _("{date} {year}", date=words, year=year)
