"""A session with the Google Reader API: where it is, signing in, tokens that end, and what an answer may be."""

import re
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.library.accounts.server import Ask, PasswordOf
from tuinews.text import clean_line
from tuinews.web.api_requests import ApiAnswer, ApiRequest

PLACES = ("", "/api/greader.php", "/api/greader", "/p/api/greader.php", "/reader")
"""Where servers have the API, below the address that people know: FreshRSS, RSSMonster, FreshRSS unpacked whole.
"""

_API = "/reader/api/0/"
_CLIENT = "tuinews"
_TOKEN = re.compile(r"[\x21-\x7e]{1,1000}")
_REFUSED = (401, 403)
_ABSENT = (400, 404)

_Send = Callable[[], Awaitable[ApiAnswer]]


class ReaderSession:
    """Asks the API, and signs in anew where a token has ended. Tokens are in memory alone."""

    def __init__(self, ask: Ask, address: str, user: str, password: PasswordOf) -> None:
        self._ask, self._user, self._password = ask, user, password
        self.address = address.rstrip("/")
        self._host = (urlsplit(address).hostname or address).lower()
        self._auth = ""
        self._token: str | None = None

    async def sign_in(self) -> None:
        """Sign in where the API is found. Raises FetchError: the password is refused, there is no API."""
        places = PLACES if not self._auth else ("",)
        password = await self._password()
        refusal, failure = None, None
        for place in places:
            base = f"{self.address}{place}"
            try:
                auth, answer = await self._login(base, password)
            except FetchError as error:
                if error.status is None or error.status in (429, 503):
                    raise self._explained(error) from None
                failure = failure or error
                continue
            if auth:
                self.address, self._auth, self._token = base, auth, None
                return
            if answer.status in _REFUSED:
                refusal = refusal or self._refusal(answer)
        raise (
            refusal
            or failure
            or FetchError(
                self._host,
                _("there is no Google Reader API at this address"),
                _("check the address; FreshRSS shows it under Settings, Profile"),
            )
        )

    async def get(self, path: str, fields: Sequence[tuple[str, str]] = ()) -> object | None:
        """The JSON at a path of the API, None if it is not there. Raises FetchError."""
        answer = await self._signed(lambda: self._get(path, [*fields, ("output", "json")]))
        return _value(answer)

    async def post_for(self, path: str, fields: Sequence[tuple[str, str]]) -> object | None:
        """The JSON that a path of the API answers to a form, None if it is not there. Raises FetchError."""
        return _value(await self._signed(lambda: self._post(f"{path}?output=json", fields)))

    async def post(self, path: str, fields: Sequence[tuple[str, str]], *, answers_ok: bool = True) -> None:
        """Change something. Raises FetchError for any answer but "OK", with its status."""
        answer = await self._signed(lambda: self._post(path, fields))
        if not answer.is_success:
            raise answer.refusal()
        if answer.is_page or (answers_ok and answer.text.strip().strip('"').upper() != "OK"):
            said = clean_line(answer.text, 60)
            why = _("a web page came instead of the answer") if answer.is_page else _("it said: {text}", text=said)
            raise FetchError(self._host, why, _("try again later"), status=answer.status)

    async def _signed(self, send: _Send) -> ApiAnswer:
        """An answer; where that is refused, with another token, and then signed in anew, once each.

        The token of a post ends sooner than that of the session: Google's did so in half an hour.
        """
        if not self._auth:
            await self.sign_in()
        answer = await send()
        if answer.status in _REFUSED and self._token is not None:
            self._token = None
            answer = await send()
        if answer.status in _REFUSED:
            await self.sign_in()
            answer = await send()
        if answer.status in _REFUSED:
            raise self._refusal(answer)
        return answer

    async def _get(self, path: str, fields: Sequence[tuple[str, str]]) -> ApiAnswer:
        return await self._ask(ApiRequest.get(f"{self.address}{_API}{path}", fields, headers=self._header))

    async def _post(self, path: str, fields: Sequence[tuple[str, str]]) -> ApiAnswer:
        if self._token is None:
            answer = await self._get("token", ())
            if answer.status in _REFUSED:
                return answer
            # A server without tokens wants none; its own is plain, and whatever else came is none.
            text = answer.text.strip()
            self._token = text if answer.is_success and _TOKEN.fullmatch(text) else ""
        form = [*fields, ("T", self._token)]
        return await self._ask(ApiRequest.form(f"{self.address}{_API}{path}", form, headers=self._header))

    @property
    def _header(self) -> dict[str, str]:
        return {"Authorization": f"GoogleLogin auth={self._auth}"}

    async def _login(self, base: str, password: str) -> tuple[str, ApiAnswer]:
        """What a login gives, "" where it is refused or nothing that signs anybody in."""
        form = [("Email", self._user), ("Passwd", password), ("service", "reader"), ("accountType", "HOSTED")]
        form += [("client", _CLIENT), ("source", _CLIENT)]
        answer = await self._ask(ApiRequest.form(f"{base}/accounts/ClientLogin", form))
        lines = dict(line.partition("=")[::2] for line in answer.text.splitlines()[:20] if "=" in line)
        auth = lines.get("Auth", "").strip()
        return auth if answer.is_success and _TOKEN.fullmatch(auth) else "", answer

    def _refusal(self, answer: ApiAnswer) -> FetchError:
        """The error of a request that was refused."""
        reason = clean_line(answer.headers.get("x-bq-loginerrorreason", ""), 80)
        why = _("the user or the password was refused") + (f" ({reason})" if reason else "")
        do = _("check both; FreshRSS and Miniflux have another password for the API, which their settings show")
        return FetchError(self._host, why, do, status=answer.status)

    def _explained(self, error: FetchError) -> FetchError:
        if error.status != 503 or error.retry_after:
            return error
        why, do = _("the API is switched off there"), _("allow it; in FreshRSS under Settings, Authentication")
        return FetchError(self._host, why, do, status=503)


def _value(answer: ApiAnswer) -> object | None:
    """The JSON of an answer, None if it says that nothing is there."""
    if answer.status in _ABSENT:
        return None
    if not answer.is_success:
        raise answer.refusal()
    value = answer.json()
    return None if value == [] else value
