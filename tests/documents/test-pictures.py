#!/usr/bin/python3
# test-pictures.py: The pictures of the documents show what the program draws
#
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-pictures.py [--write] ROOT BUILD

A comment before an image says what it is:

    <!-- picture: COMMAND -->     the command, with --format=svg, draws it

Versions of graphviz put places elsewhere: compared are the places, the lines and all words. --write draws the files anew.
"""
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import xml.etree.ElementTree

PICTURE = re.compile(r'<!-- picture: (.+?) -->\n!\[[^\]]*\]\(([^)]+)\)')
ROOT, BUILD = [pathlib.Path(word) for word in sys.argv[1:] if word != '--write']
SVG = '{http://www.w3.org/2000/svg}'


def draw(command):
    environment = dict(os.environ, LC_ALL='C.UTF-8')
    environment['GYRE_MODULE_PATH'] = ':'.join(str(BUILD / 'docs/examples' / name) for name in ('lab', 'gauss', 'orchestra'))
    words = shlex.split(command)
    words[0] = str(BUILD / 'components/program/gyre')
    return subprocess.run([*words, '--isolated', '--format=svg'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, check=True, cwd=ROOT,
                          encoding='utf-8').stdout


def read(text):
    root = xml.etree.ElementTree.fromstring(text)
    return sorted((element.tag, element.text) for element in root.iter() if element.tag in (SVG + 'title', SVG + 'text'))


def main():
    pictures = [(page, *match) for page in sorted((ROOT / 'docs').rglob('*.md'))
                for match in PICTURE.findall(page.read_text(encoding='utf-8'))]
    print(f'1..{len(pictures)}')
    failed = not pictures
    for number, (page, command, name) in enumerate(pictures, 1):
        file = page.parent / name
        if shutil.which('dot') is None:
            print(f'ok {number} {name} # SKIP graphviz is not installed')
            continue
        text = draw(command)
        if '--write' in sys.argv:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text + '\n', encoding='utf-8')
        same = file.exists() and read(file.read_text(encoding='utf-8')) == read(text)
        print('ok' if same else 'not ok', number, name, '' if same else f'# {command} draws something else; --write draws it anew')
        failed = failed or not same
    return 1 if failed else 0


sys.exit(main())
