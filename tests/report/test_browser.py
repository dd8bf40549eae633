"""The report in a real browser: headless Chromium, driven through its DevTools protocol.

Skipped, with the reason, where no Chromium is; `.ci/run` sees to it that one is there.
"""

import json
import shutil
import subprocess
import time
from itertools import pairwise
from pathlib import Path

import pytest

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-dev-shm-usage",
    "--remote-debugging-port=0",
]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None, reason="no Chromium on this machine: `apt install chromium` to run this test"
    ),
]


class Browser:
    """One page of a headless Chromium, with everything it asked for and everything it complained of."""

    def __init__(self, profile: Path):
        websocket = pytest.importorskip("websocket", reason="websocket-client comes with jupyterlab")
        self.process = subprocess.Popen(
            [CHROMIUM, *FLAGS, f"--user-data-dir={profile}", "about:blank"], stderr=subprocess.DEVNULL
        )
        told = profile / "DevToolsActivePort"
        end = time.monotonic() + 60
        while not (told.exists() and told.read_text().count("\n")):
            assert self.process.poll() is None and time.monotonic() < end, "Chromium did not start"
            time.sleep(0.05)
        port, path = told.read_text().split("\n")[:2]
        self.socket = websocket.create_connection(
            f"ws://127.0.0.1:{port}{path}", timeout=60, suppress_origin=True
        )
        self.number, self.session = 0, None
        self.requests, self.complaints, self.events = [], [], []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        """Send one command and return its result; events that come in between are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        self.socket.send(json.dumps(message | ({"sessionId": self.session} if self.session else {})))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.number:
                assert "error" not in answer, answer
                return answer["result"]
            self._note(answer)

    def _note(self, event):
        method, about = event.get("method"), event.get("params", {})
        self.events.append(method)
        if method == "Network.requestWillBeSent":
            self.requests.append(about["request"]["url"])
        elif method in ("Log.entryAdded", "Runtime.exceptionThrown") or (
            method == "Runtime.consoleAPICalled" and about["type"] in ("error", "warning")
        ):
            self.complaints.append(json.dumps(about))

    def open(self, page: Path, *, width: int, height: int = 900):
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.requests, self.complaints, self.events = [], [], []
        self.call("Page.navigate", url=page.as_uri())
        while "Page.loadEventFired" not in self.events:
            self._note(json.loads(self.socket.recv()))
        self.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    one = Browser(tmp_path_factory.mktemp("profile"))
    yield one
    one.close()


@pytest.fixture(params=["the seed", "a nasty article"])
def page(request):
    if request.param == "the seed":
        return request.getfixturevalue("seed_report") / "report.html"
    return request.getfixturevalue("ran").page


def test_no_complaint_and_no_request_leaves_the_page(browser, page):
    browser.open(page, width=1200)
    assert browser.complaints == []
    assert [url for url in browser.requests if not url.startswith("data:")] == [page.as_uri()]


def test_no_script_runs_even_if_one_is_put_in(browser, page):
    browser.open(page, width=1200)
    assert browser.evaluate("document.scripts.length") == 0
    assert not any(
        "alert" in event for event in browser.events if event and event.startswith("Page.javascript")
    )


@pytest.mark.parametrize("width", [390, 320, 768])
def test_the_page_does_not_scroll_sideways(browser, page, width):
    browser.open(page, width=width)
    wide = browser.evaluate("document.documentElement.scrollWidth")
    culprits = browser.evaluate(
        """[...document.querySelectorAll('main *')].filter(e =>
        e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, pre, svg'))
        .slice(0, 5).map(e => e.outerHTML.slice(0, 160))"""
    )
    assert wide <= width, culprits


def test_the_page_does_not_scroll_sideways_with_everything_unfolded(browser, page):
    browser.open(page, width=390)
    browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    assert browser.evaluate("document.documentElement.scrollWidth") <= 390


def test_what_scrolls_can_be_reached_by_keyboard(browser, page):
    browser.open(page, width=390)
    unreachable = browser.evaluate(
        """[...document.querySelectorAll('main *')].filter(e =>
        /auto|scroll/.test(getComputedStyle(e).overflowX)
        && e.scrollWidth > e.clientWidth + 1 && e.tabIndex < 0)
        .map(e => e.outerHTML.slice(0, 160))"""
    )
    assert unreachable == []


def test_every_picture_has_an_alt_text_and_is_there(browser, page):
    browser.open(page, width=1200)
    pictures = browser.evaluate(
        "[...document.images].map(i => [i.alt, i.hasAttribute('src') ? i.naturalWidth : -1])"
    )
    assert pictures
    assert all(alt.strip() for alt, _ in pictures)
    assert all(width for _, width in pictures), "a picture that the browser cannot draw"


def test_headings_nest_and_landmarks_are_there(browser, page):
    browser.open(page, width=1200)
    levels = browser.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1])")
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels
    for landmark in ("body > header", "body > nav", "body > main", "body > footer"):
        assert browser.evaluate(f"document.querySelectorAll('{landmark}').length") == 1


def test_ids_are_unique_and_inner_links_lead_somewhere(browser, page):
    browser.open(page, width=1200)
    assert (
        browser.evaluate(
            "(ids => ids.length - new Set(ids).size)([...document.querySelectorAll('[id]')].map(e => e.id))"
        )
        == 0
    )
    assert (
        browser.evaluate(
            """[...document.querySelectorAll('a[href^="#"]')]
            .filter(a => !document.getElementById(decodeURIComponent(a.hash.slice(1)))).length"""
        )
        == 0
    )


def test_text_is_dark_on_light(browser, page):
    """WCAG's 4.5 : 1 for every piece of text of the page itself, on the paper it stands on."""
    browser.open(page, width=1200)
    pale = browser.evaluate(CONTRAST)
    assert pale == []


CONTRAST = """
(() => {
  const even = v => (v /= 255) <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => { const [r, g, b] = c.map(even); return .2126 * r + .7152 * g + .0722 * b };
  const rgb = text => text.match(/[\\d.]+/g).map(Number);
  const paper = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
                       if (c.length < 4 || c[3] === 1) return c.slice(0, 3) } return [255, 255, 255] };
  const pale = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !e.checkVisibility() || e.closest('svg')) continue;
    const ink = light(rgb(getComputedStyle(e).color).slice(0, 3)), back = light(paper(e));
    const ratio = (Math.max(ink, back) + .05) / (Math.min(ink, back) + .05);
    if (ratio < 4.5) pale.add(ratio.toFixed(2) + ' ' + e.outerHTML.slice(0, 120));
  }
  return [...pale].slice(0, 8);
})()
"""
