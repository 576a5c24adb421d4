"""A headless Chromium, spoken to over a pipe in its own protocol (CDP). Nothing but the standard library."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser():
    """The path of a Chromium, or None. ADVISE_CHROMIUM names another one."""
    wanted = os.environ.get("ADVISE_CHROMIUM")
    return wanted if wanted else next(filter(None, map(shutil.which, NAMES)), None)


def main():
    """Prints where the browser is; fails where there is none."""
    path = find_browser()
    print(path or "none")
    return 0 if path else 1


class BrowserError(Exception):
    pass


class Browser:
    """One process with one page. What the page complains about is kept in `complaints`."""

    def __init__(self, path):
        self.folder = tempfile.TemporaryDirectory(prefix="advise_web_", ignore_cleanup_errors=True)
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()
        # The browser reads from descriptor 3 and writes to 4.
        command = [path, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-pipe",
                   "--disable-background-networking", "--disable-component-update", "--disable-extensions", "--mute-audio",
                   "--user-data-dir=" + self.folder.name, "about:blank"]
        script = f'exec 3<&{to_read} 4>&{to_write}; exec "$@"'
        self.process = subprocess.Popen(["bash", "-c", script, "bash", *command], pass_fds=(to_read, to_write),
                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.buffer = b""
        self.last = 0
        self.session = None
        self.events = []
        self.complaints = []
        targets = self.call("Target.getTargets")["targetInfos"]
        page = next(t for t in targets if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def close(self):
        for end in (self.to_browser, self.from_browser):
            os.close(end)
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()

    def _message(self, deadline):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.from_browser], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise BrowserError("the browser does not answer")
            some = os.read(self.from_browser, 1 << 16)
            if not some:
                raise BrowserError("the browser has ended")
            self.buffer += some
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def _take(self, message):
        """An event: remembered, and complained about where it is a complaint."""
        method, of = message.get("method"), message.get("params", {})
        self.events.append((method, of))
        if method == "Log.entryAdded":
            self.complaints.append(of["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(of["exceptionDetails"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.complaints.append("console." + of["type"])
        elif method == "Network.requestWillBeSent" and not of["request"]["url"].startswith("file:"):
            self.complaints.append("asked the network for " + of["request"]["url"])

    def call(self, method, seconds=60, **arguments):
        self.last += 1
        message = {"id": self.last, "method": method, "params": arguments}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to_browser, data):]
        deadline = time.monotonic() + seconds
        while True:
            answer = self._message(deadline)
            if answer.get("id") == self.last:
                if "error" in answer:
                    raise BrowserError(method + ": " + answer["error"]["message"])
                return answer["result"]
            self._take(answer)

    def show(self, path, width=1200, height=900, dark=False, media="screen"):
        """Opens a file and waits until it is there."""
        self.complaints.clear()
        self.events.clear()
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        deadline = time.monotonic() + 60
        while not any(method == "Page.loadEventFired" for method, _ in self.events):
            self._take(self._message(deadline))

    def value(self, expression):
        """What a JavaScript expression is, as JSON. (Pages forbid scripts of their own; the protocol's are not theirs.)"""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise BrowserError(answer["exceptionDetails"].get("exception", {}).get("description", "an exception"))
        return answer["result"].get("value")

    def picture(self, path, whole=True):
        with open(path, "wb") as out:
            out.write(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]))

    def press(self, key):
        code = {"Tab": 9, "Enter": 13, " ": 32}[key]
        text = {"Enter": "\r", " ": " "}.get(key, "")
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, text=text)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)


if __name__ == "__main__":
    raise SystemExit(main())
