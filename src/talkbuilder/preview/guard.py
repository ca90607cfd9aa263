"""Who may ask: our own pages on this machine, with the token that is in their address; and the paired telephones."""

from collections.abc import Callable, Mapping
from ipaddress import ip_address
from secrets import compare_digest

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# Nothing but what this server sends runs or is loaded, and no other page can show ours inside it.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Passes on only what is asked at an address that begins with a key; `may` tells of a path, and of whether
    this machine asks, if it is answered.

    The Host must be one of ours: another site's name that was made to lead here (DNS rebinding) is refused. What has an
    Origin must come from this server itself.
    """

    def __init__(self, app: ASGIApp, hosts: Callable[[], frozenset[str]], may: Callable[[str, bool], bool]) -> None:
        self._app = app
        self._hosts = hosts
        self._may = may

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        if (refusal := self._refusal(scope)) is not None:
            await PlainTextResponse(refusal, 403, _HEADERS)(scope, receive, send)
            return

        async def guarded(message: Mapping[str, object]) -> None:
            if message["type"] == "http.response.start":
                own = [(name.lower().encode(), value.encode()) for name, value in _HEADERS.items()]
                headers = message["headers"]
                assert isinstance(headers, list)
                message = {**message, "headers": [*headers, *own]}
            await send(message)  # type: ignore[arg-type] # it is one of Starlette's own

        await self._app(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> str | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts():
            return "this address is not one of the preview's"
        origin = headers.get("origin")
        if origin is not None and origin != f"http://{host}":
            return "only the preview's own pages may ask"
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
            return "only the preview's own pages may ask"
        client = scope.get("client")
        if not self._may(scope["path"], client is not None and ip_address(client[0]).is_loopback):
            return "open the address that the preview printed: it holds a key"
        return None


def same(one: str, other: str) -> bool:
    """Whether two secrets are equal, told in the same time whether they are or not."""
    return compare_digest(one.encode(), other.encode())
