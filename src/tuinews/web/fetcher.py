"""The fetcher: one address in, one page out, or one clear error.

What bounds a fetch is in `limits`, where it may go in `connections.policy`, how many requests a host gets and its
pauses in `host_limits`, which fetch comes first in `urgency`, redirects in `redirect_chain`.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime

import httpx

from tuinews import __version__
from tuinews.address import join, same_origin
from tuinews.errors import LEFT_ALONE, FetchError
from tuinews.language import _
from tuinews.model.page import NotModified, Page
from tuinews.web.access import USUAL_ACCESS, Access
from tuinews.web.api_requests import MOST_REDIRECTS, ApiAnswer, ApiRequest, prepared, redirected
from tuinews.web.coding.content_encoding import ACCEPTED
from tuinews.web.connections.certificates import Trust, system_trust
from tuinews.web.connections.connect import Reach
from tuinews.web.connections.proxies import ProxyFinder, proxy_from_environment
from tuinews.web.connections.resolver import Resolver, system_addresses
from tuinews.web.connections.transport import FAILURES, Transport
from tuinews.web.error_messages import bad_status, broken_off, duration
from tuinews.web.host_limits import HostBackoff, HostLimiter, SharedPauses, Unshared, is_of_host, pause_asked
from tuinews.web.limits import USUAL_LIMITS, Limits
from tuinews.web.meta_refresh import refresh_target
from tuinews.web.page_request import OversizePolicy, PageRequest
from tuinews.web.redirect_chain import REDIRECTS, RedirectChain, addressed, set_location_aside
from tuinews.web.request_headers import RequestHeaders
from tuinews.web.response_body import read_body
from tuinews.web.streams import FileStream, Resume, is_whole_already, range_headers, stream_of
from tuinews.web.urgency import AT_ONCE, Demand, Urgency

MULTIPLE_CHOICES, PRECONDITION_FAILED = 300, 412
USER_AGENT = f"tuinews/{__version__} (terminal news reader)"


class _NoCookies(httpx.Cookies):
    """Takes none: each chain of redirects has its own."""

    def extract_cookies(self, response: httpx.Response) -> None:
        """Leave them in the answer. A jar whose policy takes none would read them first, and make a request of the
        standard library's for it.
        """


class _Client(httpx.AsyncClient):
    """httpx's client, but for its cookies."""

    _none = _NoCookies()

    @property
    def cookies(self) -> httpx.Cookies:
        """None, whatever comes."""
        return self._none

    @cookies.setter
    def cookies(self, cookies: object) -> None:
        raise AttributeError("cookies are for each chain of redirects alone")


async def _at_once() -> None:
    """Room for any number of pages."""


class Fetcher:
    """Fetches addresses; one for the whole program, used from one event loop, closed at the end.

    `pauses` are those that an earlier run ended with (the property gives them); `resolver` gives the addresses
    of a host name, `proxy_for` the proxy for a host, `trust` the authorities that certificates are checked by.
    `shared_pauses` is where other programs learn of them, and this one of theirs, before each request.
    `room` is awaited before each request that nobody waits for: it holds back what is fetched ahead.
    """

    def __init__(
        self,
        limits: Limits = USUAL_LIMITS,
        *,
        pauses: Mapping[str, datetime] = {},
        resolver: Resolver = system_addresses,
        proxy_for: ProxyFinder = proxy_from_environment,
        trust: Trust = system_trust,
        room: Callable[[], Awaitable[None]] = _at_once,
        shared_pauses: SharedPauses = Unshared(),  # noqa: B008
    ) -> None:
        self._limits = limits
        self._pauses = HostBackoff(pauses, shared_pauses)
        self._room = room
        self._turns = HostLimiter(limits.per_host, limits.total)
        self._transport = Transport(resolver, proxy_for, trust, limits)
        self._client = _Client(
            transport=self._transport,
            event_hooks={"response": [set_location_aside]},
            timeout=None,  # each fetch has one deadline over everything
            follow_redirects=False,
            trust_env=False,
        )
        self._running: set[asyncio.Timeout] = set()
        self._one_ended = asyncio.Event()
        self._closed = False

    @property
    def pauses(self) -> Mapping[str, datetime]:
        """The hosts that asked for a pause, and the moment (UTC) until which."""
        return self._pauses.running

    async def fetch(self, request: PageRequest, access: Access = USUAL_ACCESS) -> Page | NotModified:
        """The page that is asked for, or NotModified where its conditions still hold; `access` is what was set for
        its source.

        Raises FetchError for everything that is no page: no network, a refused address, a limit, a status.
        """
        chain = RedirectChain(request.url, self._limits.max_redirects, request.trusted, access)
        typed = join(None, request.trusted)
        headers = RequestHeaders(request, access.user_agent or USER_AGENT)
        spent = 0.0
        async with self._until_closed(chain.host):
            while True:
                self._refuse_if_paused(chain.host, chain.address_alone)
                async with self._place(chain.host, request.demand):
                    started = asyncio.get_running_loop().time()
                    left = self._limits.deadline - spent
                    try:
                        result = await self._hop(chain, headers.sent, typed, left, request.excess)
                    except FetchError as error:
                        # A server that takes a condition for a demand is asked without one.
                        if error.status != PRECONDITION_FAILED or not headers.drop_conditions():
                            raise
                        result = None
                    spent += asyncio.get_running_loop().time() - started
                if isinstance(result, NotModified) and not headers.are_conditional:
                    # Some answer every second request so, whatever it asks; none that asks past all caches.
                    if not headers.pass_caches():
                        unexpected = _("the server sent an unexpected 304 Not Modified")
                        raise FetchError(chain.host, unexpected, status=304)
                elif result is not None:
                    return result

    async def ask(self, asked: ApiRequest) -> ApiAnswer:
        """What the interface of a server answers, whatever its status below 500; within the limits of a fetch.

        Raises FetchError: no network, a limit, a pause, a redirect to another server, a failure of the server.
        """
        address = addressed(asked.url)
        host = address.raw_host.decode("ascii") if address else ""
        async with self._until_closed(host), self._place(host, AT_ONCE):
            try:
                async with asyncio.timeout(self._limits.deadline):
                    for _step in range(MOST_REDIRECTS):
                        answer = await self._exchange(host, asked)
                        if isinstance(answer, ApiAnswer):
                            return answer
                        asked = answer
            except TimeoutError:
                raise self._too_slow(host) from None
            except FAILURES as error:
                raise broken_off(host, error) from None
        raise FetchError(host, _("redirects more than {count} times", count=MOST_REDIRECTS))

    async def _exchange(self, host: str, asked: ApiRequest) -> ApiAnswer | ApiRequest:
        """What was answered, or the request that it redirects to."""
        request = prepared(asked, [("User-Agent", USER_AGENT), ("Accept-Encoding", ACCEPTED), ("Accept", "*/*")])
        auth = httpx.BasicAuth(*asked.login) if asked.login else None
        async with aclosing(await self._client.send(request, auth=auth, stream=True)) as response:
            body = (await read_body(host, response, self._limits.max_body)).data
            if response.status_code in (429, 503) or response.status_code >= 500:
                raise await self._refused(host, response, "")
            headers = {name: value for name, value in response.headers.items() if name != "set-cookie"}
            return redirected(asked, response) or ApiAnswer(asked.url, response.status_code, body, headers)

    @asynccontextmanager
    async def stream(
        self,
        url: str,
        *,
        trusted: str | None = None,
        resume: Resume | None = None,
        access: Access = USUAL_ACCESS,
    ) -> AsyncIterator[FileStream | None]:
        """A file of any length in pieces, from where `resume` says; None where nothing of it is left to be sent.

        It takes no turn at its host, which it would hold for hours: whoever asks sees to that. A pause that the
        host asked for holds here too, and the limits but for that of a body and of the whole time: silence for as
        long as a page may take ends it. Raises FetchError, as its pieces do.
        """
        chain = RedirectChain(url, self._limits.max_redirects, trusted, access)
        typed = join(None, trusted)
        async with self._until_closed(chain.host):
            while True:
                await self._pauses.learn(chain.host)
                self._refuse_if_paused(chain.host, chain.address_alone)
                agent = access.user_agent or USER_AGENT
                headers = httpx.Headers([("User-Agent", agent), *range_headers(resume)], encoding="latin-1")
                async with aclosing(await self._head(chain, headers, typed)) as response:
                    if response.status_code in REDIRECTS:
                        chain.follow(response)
                        continue
                    if is_whole_already(response, resume):
                        yield None
                        return
                    is_refused = not response.is_success and response.status_code != 416
                    if is_refused or (resume is None and response.status_code == 416):
                        raise await self._refusal(chain, response)
                    found = None
                    if response.is_success:
                        found = stream_of(chain.host, response, resume, self._limits.deadline)
                    if found is not None:
                        yield found
                        return
                    if resume is None:
                        raise FetchError(chain.host, _("the server sent a part that nobody asked for"))
                    resume = None  # that part is not to be had: all of it, then

    async def _head(self, chain: RedirectChain, headers: httpx.Headers, typed: str | None) -> httpx.Response:
        """The head of one answer, in time. Raises FetchError."""
        try:
            async with asyncio.timeout(self._limits.deadline):
                request = _within_reach(chain.request(headers), typed)
                return await self._client.send(request, auth=chain.auth, stream=True)
        except TimeoutError:
            raise self._too_slow(chain.host) from None
        except FAILURES as error:
            raise broken_off(chain.host, error) from None

    async def close(self) -> None:
        """Ends every fetch that is under way (each with a FetchError) and closes every connection."""
        self._closed = True
        now = asyncio.get_running_loop().time()
        for running in tuple(self._running):
            running.reschedule(now)
        while self._running:
            self._one_ended.clear()
            await self._one_ended.wait()
        await self._client.aclose()

    @asynccontextmanager
    async def _until_closed(self, host: str) -> AsyncIterator[None]:
        if self._closed:
            raise FetchError(host, _("the fetcher is closed"))
        try:
            async with asyncio.timeout(None) as running:
                self._running.add(running)
                try:
                    yield
                finally:
                    self._running.discard(running)
                    self._one_ended.set()
                    if not self._running:
                        await self._transport.tidy()
        except TimeoutError:
            raise FetchError(host, _("stopped")) from None

    @asynccontextmanager
    async def _place(self, host: str, demand: Demand) -> AsyncIterator[None]:
        """A turn at `host`. Raises FetchError where the host asked for a pause, before the wait or during it."""
        self._refuse_if_paused(host)
        async with self._turns.turn(host, demand):
            if demand.urgency is not Urgency.NOW:
                await self._room()
            await self._pauses.learn(host)
            self._refuse_if_paused(host)
            yield

    def _refuse_if_paused(self, host: str, address: str = "") -> None:
        left = self._pauses.left(host) or self._pauses.left(address)
        if left is not None:
            seconds = left.total_seconds()
            raise FetchError(
                host,
                _("the server asked for a pause"),
                _(LEFT_ALONE, time=duration(seconds)),
                retry_after=seconds,
            )

    async def _hop(
        self,
        chain: RedirectChain,
        headers: httpx.Headers,
        typed: str | None,
        seconds: float,
        excess: OversizePolicy,
    ) -> Page | NotModified | None:
        """One request of a redirect chain; None after a redirect, which the chain has followed."""
        request = _within_reach(chain.request(headers), typed)
        try:
            async with asyncio.timeout(seconds):
                answered = await self._client.send(request, auth=chain.auth, stream=True)
                async with aclosing(answered) as response:
                    return await self._receive(chain, response, excess)
        except TimeoutError:
            raise self._too_slow(chain.host) from None
        except FAILURES as error:
            raise broken_off(chain.host, error) from None

    def _too_slow(self, host: str) -> FetchError:
        limit = duration(self._limits.deadline)
        return FetchError(host, _("took longer than {time}", time=limit), _("try again later"))

    async def _receive(
        self, chain: RedirectChain, response: httpx.Response, excess: OversizePolicy
    ) -> Page | NotModified | None:
        status = response.status_code
        if response.is_success:
            return await self._page(chain, response, excess)
        if status == 304 or response.headers.get("content-length") == "0":
            async for _ in response.aiter_raw():
                pass  # nothing comes, but so the connection is free again
        if status in REDIRECTS or (status == MULTIPLE_CHOICES and "location" in response.extensions):
            chain.follow(response)
            return None
        if status == 304:
            said = {name: value for name, value in response.headers.items() if name != "set-cookie"}
            return NotModified(chain.requested, datetime.now(UTC), said.get("etag"), said)
        raise await self._refusal(chain, response)

    async def _page(self, chain: RedirectChain, response: httpx.Response, excess: OversizePolicy) -> Page | None:
        body = await read_body(chain.host, response, self._limits.max_body, excess)
        headers = response.headers
        target = refresh_target(body.data, headers.get("content-type", ""), headers.get("refresh", ""))
        if target is not None and chain.refresh(target, response):
            return None
        page = Page(
            requested=chain.requested,
            url=str(chain.url),
            body=body.data,
            headers={name: value for name, value in headers.items() if name != "set-cookie"},
            fetched=datetime.now(UTC),
            status=response.status_code,
            moved_to=chain.moved_to,
            is_cut=body.is_cut,
            is_broken_off=body.is_broken_off,
        )
        # That the whole did not change says nothing of what is missing here.
        return page.without_validators() if page.is_broken_off else page

    async def _refusal(self, chain: RedirectChain, response: httpx.Response) -> FetchError:
        # The server knows what was sent to it, and may say it again.
        reason = "" if chain.has_secrets else response.reason_phrase
        return await self._refused(chain.host, response, reason, chain.address_alone)

    async def _refused(self, host: str, response: httpx.Response, reason: str, address: str = "") -> FetchError:
        status = response.status_code
        pause = pause_asked(status, response.headers)
        if pause is None:
            return bad_status(host, status, reason, None)
        paused = host if is_of_host(status, response.headers) else address
        if paused:
            await self._pauses.begin(paused, pause)
        return bad_status(host, status, reason, pause.total_seconds())


def _within_reach(request: httpx.Request, typed: str | None) -> httpx.Request:
    """The request, which may reach a private address only where that is the host and port that was typed."""
    is_typed = typed is not None and same_origin(typed, str(request.url))
    request.extensions["reach"] = Reach.TYPED if is_typed else Reach.PUBLIC
    return request
