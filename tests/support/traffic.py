"""What a page asked for and complained about while a test had it open."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage

BLOCKED = "Service Worker registration blocked by Playwright"
"""Its words where a test has not asked for service workers."""


@dataclass
class Traffic:
    """Requests of pages and their workers, and every complaint in the console (of the policy, too)."""

    origin: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Start listening to all that happens in `context`."""
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and message.text != BLOCKED:
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def foreign(self) -> list[str]:
        """The requests that left the site's own origin."""
        return [url for url in self.requests if not self._own(url)]

    def assert_clean(self) -> None:
        """Fail where anything left the origin or was complained of."""
        assert not self.foreign(), "Requests to another origin"
        assert not self.complaints, "Complaints in the browser's console"

    def _own(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme in {"data", "blob"} or f"{parts.scheme}://{parts.netloc}" == self.origin

    def paths(self) -> list[str]:
        """The paths asked for, without the origin."""
        return [urlsplit(url).path for url in self.requests]
