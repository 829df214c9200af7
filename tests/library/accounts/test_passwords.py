"""Where the passwords of accounts come from: a keyring, here a module of that name that forgets at the end."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuinews.errors import TuinewsError
from tuinews.library.accounts.passwords import Passwords, has_keyring, keep_in_keyring
from tuinews.model.accounts.account import NewAccount, ServerKind

ACCOUNT = NewAccount(ServerKind.GOOGLE_READER, "https://rss.example/", "ada", "Home", keyring=True)

KEYRING = """
from keyring import errors
KEPT = {}
def set_password(service, name, password):
    if password == "refused":
        raise errors.KeyringError(password)
    KEPT[service, name] = password
def get_password(service, name):
    return KEPT.get((service, name))
"""


@pytest.fixture
def keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A keyring that is installed."""
    package = tmp_path / "keyring"
    package.mkdir()
    (package / "__init__.py").write_text(KEYRING)
    (package / "errors.py").write_text("class KeyringError(Exception): pass\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("keyring", "keyring.errors"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    yield
    for name in ("keyring", "keyring.errors"):
        sys.modules.pop(name, None)


@pytest.mark.usefixtures("keyring")
async def test_a_password_is_kept_in_the_keyring_and_found_there() -> None:
    assert has_keyring()
    with pytest.raises(TuinewsError, match="has no password for it"):
        await Passwords().of(ACCOUNT)
    await keep_in_keyring(ACCOUNT, "wörd")
    assert await Passwords().of(ACCOUNT) == "wörd"
    with pytest.raises(TuinewsError, match="keyring refused") as caught:
        await keep_in_keyring(ACCOUNT, "refused")
    assert "KeyringError" in str(caught.value)


async def test_without_the_extra_that_is_said() -> None:
    assert not has_keyring(), "the suite is tried without it"
    with pytest.raises(TuinewsError, match="not installed"):
        await Passwords().of(ACCOUNT)


async def test_what_was_typed_is_used_until_it_is_refused() -> None:
    passwords = Passwords()
    passwords.typed(ACCOUNT, "typed")
    assert await passwords.of(ACCOUNT) == "typed"
    passwords.forget_typed(ACCOUNT)
    with pytest.raises(TuinewsError):
        await passwords.of(ACCOUNT)
