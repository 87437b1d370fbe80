# browser.py: Chromium without a screen, driven over WebDriver's protocol
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Debian's chromium and chromium-driver and Python's own library are enough for what the tests of pages ask.
import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request


def missing():
    """What is not installed, or None."""
    for name in ('chromium', 'chromedriver'):
        if shutil.which(name) is None:
            return f'{name} is not installed'
    return None


class Browser:
    def __init__(self):
        with socket.socket() as door:
            door.bind(('127.0.0.1', 0))
            port = door.getsockname()[1]
        self.folder = tempfile.mkdtemp(prefix='gyre-browser-')
        # A test's environment is made to find mistakes in our programs and would find them in the browser.
        environment = {name: value for name, value in os.environ.items() if name not in ('MALLOC_PERTURB_', 'G_DEBUG', 'LD_LIBRARY_PATH')}
        self.driver = subprocess.Popen(['chromedriver', f'--port={port}'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       env=environment | {'HOME': self.folder})
        self.address = f'http://127.0.0.1:{port}'
        self.session = None
        self._wait_for_driver()
        options = {'args': ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--hide-scrollbars',
                            '--disable-background-networking', '--disable-component-update', f'--user-data-dir={self.folder}/profile'],
                   'perfLoggingPrefs': {'enableNetwork': True}}
        wish = {'capabilities': {'alwaysMatch': {'browserName': 'chrome', 'goog:chromeOptions': options,
                                                 'goog:loggingPrefs': {'browser': 'ALL', 'performance': 'ALL'}}}}
        self.session = self._ask('POST', '/session', wish)['sessionId']

    def _wait_for_driver(self):
        for _ in range(200):
            try:
                with urllib.request.urlopen(self.address + '/status', timeout=5):
                    return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError('chromedriver does not answer')

    def _ask(self, method, path, data=None):
        body = None if method == 'GET' else json.dumps(data or {}).encode()
        request = urllib.request.Request(self.address + path, body, {'Content-Type': 'application/json'}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)['value']
        except urllib.error.HTTPError as error:
            raise RuntimeError(json.load(error)['value']['message']) from None

    def _do(self, method, path, data=None):
        return self._ask(method, f'/session/{self.session}{path}', data)

    def open(self, address):
        self._do('POST', '/url', {'url': address})

    def run(self, script, *arguments):
        """What the body of a function gives."""
        return self._do('POST', '/execute/sync', {'script': script, 'args': list(arguments)})

    def control(self, command, **parameters):
        return self._do('POST', '/goog/cdp/execute', {'cmd': command, 'params': parameters})

    def show(self, width, height, scheme='light', is_phone=False):
        self.control('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=2 if is_phone else 1, mobile=is_phone)
        self.control('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': scheme}])

    def press(self, text):
        """Keys, as a person presses them."""
        actions = [{'type': sort, 'value': key} for key in text for sort in ('keyDown', 'keyUp')]
        self._do('POST', '/actions', {'actions': [{'type': 'key', 'id': 'keyboard', 'actions': actions}]})

    def screenshot(self, path):
        with open(path, 'wb') as file:
            file.write(base64.b64decode(self._do('GET', '/screenshot')))

    def log(self, sort):
        """What was logged since the last question: `browser` or `performance`."""
        return self._do('POST', '/se/log', {'type': sort})

    def wait(self, script, *arguments, seconds=20):
        """Until a script gives something; what it gives."""
        end = time.monotonic() + seconds
        while True:
            found = self.run(script, *arguments)
            if found:
                return found
            if time.monotonic() > end:
                raise AssertionError(f'in vain: {script}')
            time.sleep(0.02)

    def close(self):
        try:
            if self.session is not None:
                self._do('DELETE', '')
        finally:
            self.driver.terminate()
            self.driver.wait()
            shutil.rmtree(self.folder, ignore_errors=True)
