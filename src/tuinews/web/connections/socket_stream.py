"""A socket as httpcore wants it, on asyncio's own streams.

httpcore's own (on anyio) leaves the socket open when a fetch is cancelled in the middle of a TLS handshake, and
cannot say whether an answer was there before its question. A connection is aborted, never closed politely: HTTP
says itself where an answer ends, and waiting for a dead server's goodbye would hold up the end of the program for
half a minute.
"""

import asyncio
import ssl

import httpcore

from tuinews.web.connections.header_lines import HeaderLines
from tuinews.web.error_messages import no_handshake


class SocketStream(httpcore.AsyncNetworkStream):
    """An open connection to `host`; its timeouts are not used, a fetch has one deadline over everything.

    `deadline` is the loop's time until which the connection must be made, TLS counted: a server that takes the
    connection and says nothing must not hold its reader up for as long as a slow page may.

    `has_answered` says whether anything came in since the last request went out. Where it is False and there is an
    answer all the same, that lay behind the answer before: a length that lies, or a forgery.
    """

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, deadline: float
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._host, self._deadline = host, deadline
        self.has_answered = False
        self._headers = HeaderLines()

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What comes, with mended header lines; b"" at the end. Raises httpcore.ReadError."""
        while True:
            try:
                data = await self._reader.read(max_bytes)
            except OSError as error:
                raise httpcore.ReadError(str(error)) from error
            self.has_answered = True
            mended = self._headers.mended(data)
            if mended or not data:
                return mended

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Sends `buffer`. Raises httpcore.WriteError."""
        if not buffer:
            return
        self.has_answered = False
        self._headers.next_answer()
        try:
            self._writer.write(buffer)
            await self._writer.drain()
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def aclose(self) -> None:
        """Ends the connection at once; the socket itself goes with the loop's next turn."""
        self._writer.transport.abort()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        """The same connection under TLS, its certificate checked. Raises httpcore.ConnectError, FetchError."""
        try:
            async with asyncio.timeout_at(self._deadline):
                await self._writer.start_tls(ssl_context, server_hostname=server_hostname)
        except TimeoutError:
            await self.aclose()
            raise no_handshake(server_hostname or self._host) from None
        except OSError as error:  # ssl.SSLError is one
            await self.aclose()
            raise httpcore.ConnectError(str(error)) from error
        except BaseException:
            await self.aclose()
            raise
        return self

    def get_extra_info(self, info: str) -> object:
        """What httpcore asks of a connection: whether an idle one was ended by the server."""
        if info == "is_readable":
            return self._reader.at_eof() or self._writer.transport.is_closing()
        return self._writer.get_extra_info(info)
