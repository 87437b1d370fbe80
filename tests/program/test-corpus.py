#!/usr/bin/env python3
# test-corpus.py: Every mistake of the corpus is located, explained and refused
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-corpus.py PROGRAM MODULE-FOLDER CORPUS-FOLDER [--write]
#
# catalogue.json of the corpus has a row for each fixture: what is wrong (`mistake`), which of the mistakes of the comparison
# of systems it is (`research`: 1 to 17), the `file` to check, further command lines to `run`, the `environment`, and what
# stands `at` the carets, one for each mistake of the first command line, null where no line is shown. `golden` of a fixture has what the program says, word
# by word; --write writes it anew: read it before it is kept.
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import traceback

PROGRAM, MODULES, CORPUS = (os.path.abspath(word) for word in sys.argv[1:4])
CORPUS = pathlib.Path(CORPUS)
USAGE = 2
PLACE = re.compile(r"^(\S+:\d+:\d+|argument \d+ '.*'|environment variable GYRE__\w+|none\.pfg): (error|warning|note): "
                   r"|^gyre: (argument \d+ '.*': |unknown option '.*')")
nowhere = tempfile.mkdtemp()
clean = {name: value for name, value in os.environ.items() if not name.startswith(('GYRE_', 'XDG_'))}
clean |= {'LC_ALL': 'C.UTF-8', 'HOME': nowhere, 'XDG_CONFIG_HOME': nowhere, 'XDG_CONFIG_DIRS': nowhere, 'GYRE_CONFIGURATION_PATH': ''}


def gyre(folder, words, variables):
    return subprocess.run([PROGRAM, f'--module-path={MODULES}', *words], capture_output=True, encoding='utf-8', cwd=folder,
                          env=clean | variables, stdin=subprocess.DEVNULL, check=False, timeout=60)


def command_lines(row):
    strict = ['--strict'] if row.get('is-strict') else []
    check = [['configuration', 'check', row['file'], *strict]] if 'file' in row else []
    return check + row.get('run', [])


def split(text):
    """The diagnostics of what was said: lists of lines, each of which begins with a line that has a place or the program's name."""
    found = []
    for line in text.splitlines():
        if line.startswith('  ') and found:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def text_at_caret(diagnostic):
    for line, below in zip(diagnostic[1:], diagnostic[2:]):
        if below.strip() == '^':
            return line[len(below) - 1:]
    return None


def check_diagnostics(row, said):
    found = split(said)
    mistakes = [one for one in found if not re.match('gyre: (command line|environment): 1 mistake, ', one[0])]
    for one in mistakes:
        assert PLACE.match(one[0]), f'no place: {one[0]}'
        assert len(one) <= 4, f'more than four lines: {one}'
        assert all(len(line) <= 400 for line in one[1:]), 'a line that nobody reads'
    errors = [one for one in mistakes if 'error: ' in one[0] or one[0].startswith('gyre: ')]
    assert len(errors) == len(row['at']), f'{len(errors)} mistakes, not {len(row["at"])}:\n{said}'
    for one, at in zip(errors, row['at']):
        there = text_at_caret(one)
        if there is None or at is None:
            assert there is at, f'a line is shown, or none, for {at!r}:\n{said}'
        else:
            assert there.startswith(at), f'at the caret stands {there!r}, not {at!r}:\n{said}'


def check_fixture(row):
    folder = CORPUS / row['name']
    golden = folder / 'golden'
    told = ''
    problem = None
    for number, words in enumerate(command_lines(row)):
        done = gyre(folder, words, row.get('environment', {}))
        told += f'$ gyre {" ".join(words)}\n{done.stdout}{done.stderr}exit {done.returncode}\n'
        try:
            assert done.stdout == '', f'it went on:\n{done.stdout}'
            assert done.returncode == USAGE, f'exit status {done.returncode}:\n{done.stderr}'
            if number == 0:
                check_diagnostics(row, done.stderr)
        except AssertionError as error:
            problem = problem or error
    if 'file' in row and not row.get('is-strict'):
        dump = gyre(folder, ['configuration', 'dump', f'--config={row["file"]}'], {})
        if not (dump.returncode == USAGE and dump.stdout == ''):
            problem = problem or AssertionError(f'some of it is in force: {dump.stdout}')
    if '--write' in sys.argv:
        golden.write_text(told, encoding='utf-8')
    if problem is not None:
        raise problem
    expected = golden.read_text(encoding='utf-8')
    assert told == expected, f'it says\n{told}and should say\n{expected}'


def check_catalogue(rows):
    names = {row['name'] for row in rows}
    folders = {path.name for path in CORPUS.iterdir() if path.is_dir()}
    assert names == folders, f'fixtures without a row, or rows without a fixture: {names ^ folders}'
    assert {row['research'] for row in rows if 'research' in row} == set(range(1, 18))
    assert sum('research' not in row for row in rows) >= 40


def main():
    rows = json.loads((CORPUS / 'catalogue.json').read_text(encoding='utf-8'))
    cases = [('catalogue-is-whole', lambda: check_catalogue(rows))]
    cases += [(row['name'], lambda row=row: check_fixture(row)) for row in rows]
    print(f'1..{len(cases)}')
    failures = 0
    for number, (name, case) in enumerate(cases, 1):
        try:
            case()
            print(f'ok {number} {name}')
        except Exception as error:
            failures += 1
            text = str(error) if isinstance(error, AssertionError) else traceback.format_exc()
            print(''.join(f'# {line}\n' for line in text.splitlines()), end='')
            print(f'not ok {number} {name}')
    sys.exit(1 if failures else 0)


main()
