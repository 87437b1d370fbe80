#!/usr/bin/python3
# test-catalogue.py: docs/catalogue.txt says what the families of the library and the examples are
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-catalogue.py [--write] ROOT BUILD

A difference is a change of what users rely on. --write puts it into the catalogue, for the same commit as the change.
"""
import difflib
import os
import pathlib
import subprocess
import sys

FOLDERS = ['first', 'gauss', 'lab', 'orchestra', 'tower']
MODULES = ['gyre', 'gauss', 'lab', 'orchestra', 'pendulum', 'tower']


def make(build):
    path = ':'.join(str(build / 'docs/examples' / name) for name in FOLDERS)
    environment = {name: value for name, value in os.environ.items() if not name.startswith('GYRE_')}
    return subprocess.run([build / 'components/program/gyre', 'document', *MODULES, '--format=text', f'--module-path={path}'],
                          env=environment, capture_output=True, encoding='utf-8', check=True).stdout


def main():
    root, build = (pathlib.Path(argument).resolve() for argument in sys.argv[1:] if argument != '--write')
    catalogue = root / 'docs/catalogue.txt'
    text = make(build)
    if '--write' in sys.argv:
        catalogue.write_text(text, encoding='utf-8')
        return 0
    known = catalogue.read_text(encoding='utf-8')
    differences = list(difflib.unified_diff(known.splitlines(), text.splitlines(), 'docs/catalogue.txt', 'the build', lineterm=''))
    print('1..1')
    print('ok' if not differences else 'not ok', '1 /documents/catalogue/says-what-the-families-are')
    for line in differences:
        print('#', line)
    if differences:
        print('# docs/catalogue.txt is stale; when the change is meant: tests/documents/test-catalogue.py --write . build')
    return 1 if differences else 0


if __name__ == '__main__':
    sys.exit(main())
