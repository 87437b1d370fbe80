#!/usr/bin/python3
# test-founding-claims.py: Each claim of the founding system has a test that is there
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-founding-claims.py ROOT PROGRAM…

Reads founding-claims.txt beside this file. The tests that it names must be among those that the test programs list, or be
functions of scripts. That they pass is the matter of the programs.
"""
import concurrent.futures
import os
import re
import subprocess
import sys

SECTIONS = ['2.1', '2.2', '2.3', '3', '4', '5.1', '5.2', '5.3', '5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '5.10', '5.11', '6',
            'old 1', 'old 2', 'old 3', 'old 4.1', 'old 4.2', 'old 4.3', 'old 4.4', 'old 4.6']
MOST_LEFT_OUT = 8

# Mistakes that the check must find, each in a row of its own.
WRONG_ROWS = {
    'row-without-tests': '2.1 | a claim |',
    'row-without-a-claim': '2.1 | | /known/test',
    'row-with-a-part-missing': '2.1 | a claim',
    'test-that-is-not-there': '2.1 | a claim | /known/test /unknown/test',
    'script-that-is-not-there': '2.1 | a claim | tests/program/test-nothing.py:case',
    'case-that-is-not-there': '2.1 | a claim | tests/documents/test-founding-claims.py:nothing',
    'later-without-a-reason': '2.1 | a claim | later: traits:',
    'later-without-a-part': '2.1 | a claim | later: it is not done',
    'not-without-a-reason': '2.1 | a claim | not:',
    'section-that-is-not-there': '9 | a claim | /known/test',
}


def list_tests(program):
    # GLib keeps the data of tests that are listed and not run.
    environment = dict(os.environ, ASAN_OPTIONS=os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0')
    done = subprocess.run([program, '-l'], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, timeout=60, check=True)
    return [line for line in done.stdout.splitlines() if line.startswith('/')]


def list_all(programs):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return {name for names in pool.map(list_tests, programs) for name in names}


def has_case(root, script, case):
    path = os.path.join(root, script)
    if not os.path.isfile(path):
        return False
    with open(path, encoding='utf-8') as file:
        return re.search(rf'^\s*(def|function) {re.escape(case)}\b', file.read(), re.MULTILINE) is not None


def check_test(test, known, root):
    if test.startswith('/'):
        return None if test in known else f'there is no test {test}'
    script, _, case = test.partition(':')
    return None if case and has_case(root, script, case) else f'there is no case {test}'


def check_row(row, known, root):
    parts = [part.strip() for part in row.split('|')]
    if len(parts) != 3 or not all(parts):
        return 'a row is: section | claim | tests'
    if parts[0] not in SECTIONS:
        return f'there is no section {parts[0]}'
    if parts[2].startswith('later:'):
        return None if re.fullmatch(r'later: \w+: \S.*', parts[2]) else 'write later: PART: why'
    if parts[2].startswith('not:'):
        return None if re.fullmatch(r'not: \S.*', parts[2]) else 'write not: why'
    problems = [problem for problem in (check_test(test, known, root) for test in parts[2].split()) if problem]
    return '; '.join(problems) or None


def read_rows():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'founding-claims.txt')
    with open(path, encoding='utf-8') as file:
        return [row.rstrip('\n') for row in file if row.strip() and not row.startswith('#')]


def check_whole(rows):
    sections = [row.split('|')[0].strip() for row in rows]
    claims = [row.split('|')[1].strip() for row in rows if row.count('|') > 1]
    left_out = [row for row in rows if re.search(r'\| (later|not):', row)]
    yield 'every-claim-is-of-a-section', [row for row, section in zip(rows, sections) if section not in SECTIONS]
    yield 'every-section-has-claims', [section for section in SECTIONS if section not in sections]
    yield 'sections-are-in-order', sections if sections != sorted(sections, key=(SECTIONS + sections).index) else []
    yield 'each-claim-stands-once', [claim for claim in set(claims) if claims.count(claim) > 1]
    yield 'few-are-left-out', left_out if len(left_out) > MOST_LEFT_OUT else []


def check_all(root, programs):
    rows = read_rows()
    known = list_all(programs)
    for name, row in WRONG_ROWS.items():
        yield f'{name}-is-told', [] if check_row(row, {'/known/test'}, root) else [row]
    yield from check_whole(rows)
    for section in SECTIONS:
        found = [(row, check_row(row, known, root)) for row in rows if row.split('|')[0].strip() == section]
        yield f'section-{section}-has-its-tests', [f'{row}\n{problem}' for row, problem in found if problem]


def main():
    number = failed = 0
    for name, problems in check_all(os.path.abspath(sys.argv[1]), sys.argv[2:]):
        number += 1
        failed += bool(problems)
        print('not ok' if problems else 'ok', number, f'/documents/founding-claims/{name}')
        for problem in problems:
            print('\n'.join('# ' + line for line in problem.splitlines()))
    print(f'1..{number}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
