"""An account on a server in one sheet: what it speaks, where it is, who one is there."""

import shlex
from collections.abc import Iterator, Mapping

from tuinews.language import _
from tuinews.model.accounts.account import NewAccount, ServerKind
from tuinews.ui.screens.overlays.sheets.field_sheet import FieldSheet, SheetField
from tuinews.ui.words.servers import accounts as words

_WANTED = {"address": words.ADDRESS_MISSING, "user": words.USER_MISSING}


class AddAccountScreen(FieldSheet):
    """Asks for all that signing in takes; gives it as typed, by its key."""

    def __init__(self, address: str = "") -> None:
        super().__init__(dict(_fields(address)))

    @property
    def heading(self) -> tuple[str, str]:
        """What is added."""
        return _(words.TITLE), ""

    def problem(self, key: str, text: str) -> str:
        """Why a value is none, "" where it is one."""
        if key == "password_command" and not _is_command(text):
            return f"{_(words.LABELS[key])}: {_(words.QUOTES)}"
        return ""

    def whole_problem(self, changed: Mapping[str, str]) -> str:
        """Without what nobody can sign in."""
        typed = {key: field.value for key, field in self._fields.items()} | dict(changed)
        missing = [question for key, question in _WANTED.items() if not typed[key].strip()]
        if not missing and not typed["password"] and not typed["password_command"].strip():
            missing = [words.PASSWORD_MISSING]
        return _(missing[0]) if missing else ""


def account_of(offered: str, typed: Mapping[str, str]) -> tuple[NewAccount, str | None]:
    """The account that was typed, by the keys of the sheet, with its password where that was typed too; `offered`
    is the address that stood there before.
    """
    command = tuple(shlex.split(typed.get("password_command", "")))
    kind = ServerKind(typed.get("kind") or ServerKind.GOOGLE_READER)
    user, name = typed.get("user", "").strip(), typed.get("name", "").strip()
    new = NewAccount(kind, typed.get("address", offered).strip(), user, name, command)
    return new, None if command else typed.get("password", "")


def _fields(address: str) -> Iterator[tuple[str, SheetField]]:
    for key, label in words.LABELS.items():
        value = {"kind": ServerKind.GOOGLE_READER.value, "address": address}.get(key, "")
        choices = tuple(ServerKind) if key == "kind" else ()
        yield key, SheetField(_(label), _(words.HELP[key]), value, choices, is_secret=key == "password")


def _is_command(text: str) -> bool:
    try:
        shlex.split(text)
    except ValueError:
        return False
    return True
