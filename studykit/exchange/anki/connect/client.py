"""AnkiConnect's HTTP interface: one JSON object posted, one received.

https://git.sr.ht/~foosoft/anki-connect, version 6. Answers and refusals come as
`{"result": …, "error": …}`, also for each action of a `multi`.
"""

import json
from collections.abc import Sequence
from http.client import HTTPException
from typing import Any

from studykit.errors import ExchangeError
from studykit.messages import _

DEFAULT_URL = "http://127.0.0.1:8765"
ADD_ON = "2055492159"
VERSION = 6
# Anki answers when it is idle; a large collection may be busy for a while.
SECONDS = 60.0
# An import of 10,000 notes takes some seconds; nothing tells how far it is.
IMPORT_SECONDS = 900.0

Action = tuple[str, dict[str, object]]
"""The name of an action and its parameters."""


class RefusedError(ExchangeError):
    """Anki is there, and said no; `reason` in its words."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class AnkiConnect:
    """A running Anki at a URL; `key` is the add-on's `apiKey`, if one is set there.

    `ExchangeError` from every call where Anki cannot be reached or will not.
    """

    def __init__(self, url: str = DEFAULT_URL, key: str = "", seconds: float = SECONDS) -> None:
        if not url.startswith(("http://", "https://")):
            message = _("{url}: not an address of AnkiConnect such as {default}")
            raise ExchangeError(message.format(url=url, default=DEFAULT_URL))
        self.url = url
        self._key = key
        self._seconds = seconds

    def call(self, action: str, *, seconds: float = 0, **parameters: object) -> Any:
        """The result of one action; `seconds` is how long to wait for it, if not the usual."""
        request = self._request(action, parameters)
        return self._result(action, self._post(request, seconds or self._seconds))

    def calls(self, actions: Sequence[Action]) -> list[Any]:
        """The results of several actions, asked for at once and done in order.

        Where one is refused, those after it have been done all the same.
        """
        if not actions:
            return []
        requests = [self._request(action, parameters) for action, parameters in actions]
        replies = self.call("multi", actions=requests)
        if not isinstance(replies, list) or len(replies) != len(actions):
            raise self.strange()
        return [
            self._result(action, reply)
            for (action, _parameters), reply in zip(actions, replies, strict=True)
        ]

    def _request(self, action: str, parameters: dict[str, object]) -> dict[str, object]:
        request: dict[str, object] = {"action": action, "version": VERSION, "params": parameters}
        return {**request, "key": self._key} if self._key else request

    def _post(self, request: dict[str, object], seconds: float) -> Any:
        import urllib.error
        import urllib.request

        body = json.dumps(request).encode()
        header = {"Content-Type": "application/json"}
        # No proxy: it is not for this machine, and the key is for nobody else.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            posted = urllib.request.Request(self.url, body, header)
            with opener.open(posted, timeout=seconds) as reply:
                return json.load(reply)
        except TimeoutError as error:
            raise ExchangeError(self._silent(seconds)) from error
        except urllib.error.HTTPError as error:
            raise self.strange() from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise ExchangeError(self._silent(seconds)) from error
            if isinstance(error.reason, (ConnectionResetError, BrokenPipeError)):
                raise self._broken() from error
            message = _(
                "{url}: no Anki answers there; start Anki, with the add-on AnkiConnect ({code})"
            )
            raise ExchangeError(message.format(url=self.url, code=ADD_ON)) from error
        # A reply that is cut off is an HTTPException or no JSON; one that never begins, OSError.
        except (HTTPException, OSError) as error:
            raise self._broken() from error
        except ValueError as error:
            raise self.strange() from error

    def _silent(self, seconds: float) -> str:
        message = _(
            "{url}: Anki has not answered for {n} seconds; see whether it waits for something"
        )
        return message.format(url=self.url, n=round(seconds))

    def _broken(self) -> ExchangeError:
        message = _("{url}: the connection to Anki broke off; see whether it is still running")
        return ExchangeError(message.format(url=self.url))

    def strange(self) -> ExchangeError:
        """The error for answers that AnkiConnect does not give."""
        message = _("{url}: what answers there is not AnkiConnect")
        return ExchangeError(message.format(url=self.url))

    def _result(self, action: str, reply: Any) -> Any:
        if not isinstance(reply, dict) or not {"result", "error"} <= reply.keys():
            raise self.strange()
        reason = reply["error"]
        if reason is None:
            return reply["result"]
        raise RefusedError(self._refusal(action, str(reason)), str(reason))

    def _refusal(self, action: str, reason: str) -> str:
        if reason == "unsupported action" or "unexpected keyword argument" in reason:
            message = _(
                "{url}: this AnkiConnect is too old (it lacks {action}); update it in Anki"
                " under Tools, Add-ons"
            )
        elif "api key" in reason:
            message = _(
                "{url}: AnkiConnect asks for its key; put apiKey of its settings into"
                " STUDYKIT_ANKICONNECT_KEY"
            )
        elif "is not available" in reason:
            message = _("{url}: no profile is open in Anki; open one")
        else:
            message = _("{url}: Anki refused {action}: {reason}")
        return message.format(url=self.url, action=action, reason=reason)
