"""An account on a server in one sheet: what it speaks, where it is, who one is there."""

import shlex
from collections.abc import Iterator, Mapping

from tuinews.language import _
from tuinews.model.accounts.account import NewAccount, ServerKind
from tuinews.ui.screens.overlays.sheets.field_sheet import FieldSheet, SheetField
from tuinews.ui.words.servers import accounts as words

_WANTED = {"address": words.ADDRESS_MISSING, "user": words.USER_MISSING}


class AddAccountScreen(FieldSheet):
    """Asks for all that signing in takes, beginning with what is `offered`; gives what was typed, by its key."""

    def __init__(self, offered: NewAccount) -> None:
        super().__init__(dict(_fields(offered)))

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


def account_of(offered: NewAccount, typed: Mapping[str, str]) -> tuple[NewAccount, str | None]:
    """The account that was typed, by the keys of the sheet, over what was offered, and its password where that was
    typed.
    """
    before = _values(offered)
    values = {key: typed.get(key, before.get(key, "")).strip() for key in words.LABELS if key != "password"}
    command = tuple(shlex.split(values["password_command"]))
    kind = ServerKind(values["kind"])
    new = NewAccount(kind, values["address"], values["user"], values["name"], command)
    return new, None if command else typed.get("password", "")


def _values(offered: NewAccount) -> Mapping[str, str]:
    return {
        "kind": offered.kind.value,
        "address": offered.address,
        "user": offered.user,
        "password_command": shlex.join(offered.password_command),
        "name": offered.name,
    }


def _fields(offered: NewAccount) -> Iterator[tuple[str, SheetField]]:
    values = _values(offered)
    for key, label in words.LABELS.items():
        choices = tuple(ServerKind) if key == "kind" else ()
        is_secret = key == "password"
        yield key, SheetField(_(label), _(words.HELP[key]), values.get(key, ""), choices, is_secret=is_secret)


def _is_command(text: str) -> bool:
    try:
        shlex.split(text)
    except ValueError:
        return False
    return True
