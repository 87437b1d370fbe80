#!/usr/bin/env python3
# summarize-tests.py: How many test cases passed, failed and were skipped
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Meson counts programs; this counts the cases inside them, from the TAP that Meson kept in meson-logs/testlog.json. A program
# that crashed, ran out of time or broke its plan is a failed case of its own, unless its last case already says so. Printed
# are the failed cases, and last of all one line: "N passed, N failed, N skipped". The status is 1 if anything failed, or if
# nothing ran.
import argparse
import collections
import json
import re
import sys

RESULT_LINE = re.compile(r'^(?P<indent> *)(?P<word>ok|not ok)\b *(?P<number>\d+)? *-? *(?P<name>[^#]*?) *'
                         r'(?:# *(?P<directive>SKIP|TODO)\b.*)?$', re.IGNORECASE)
TAIL_LINES = 30

Case = collections.namedtuple('Case', 'name outcome depth')
Failure = collections.namedtuple('Failure', 'name reason output')


def read_cases(text):
    """The cases of one program's TAP, without the lines that only sum up a subtest."""
    cases = []
    for line in text.splitlines():
        match = RESULT_LINE.match(line)
        if match is None:
            continue
        depth = len(match['indent'])
        within = []
        while cases and cases[-1].depth > depth:
            within.insert(0, cases.pop())
        outcome = 'skipped' if match['directive'] else 'passed' if match['word'].lower() == 'ok' else 'failed'
        # A subtest's own cases are counted; its summary is only when it knows of a failure that they do not show.
        cases.extend(case._replace(depth=depth) for case in within)
        told = any(case.outcome == 'failed' for case in within)
        if not within or (outcome == 'failed' and not told):
            cases.append(Case(match['name'] or match['number'] or 'a case without a name', outcome, depth))
    return cases


def output_of(record):
    parts = [record.get('stdout', ''), record.get('stderr', '')]
    return '\n'.join(part.rstrip('\n') for part in parts if part)


def last_case_failed(text):
    """Whether the program stopped in a case that it has already reported as failed."""
    words = [match['word'].lower() for match in map(RESULT_LINE.match, text.splitlines()) if match]
    return bool(words) and words[-1] == 'not ok'


def group_within(text):
    """Where GLib's harness stood when the output ends: an assertion that aborts does not name its case."""
    groups = []
    for verb, name in re.findall(r'^# (Start|End) of (.*) tests$', text, re.MULTILINE):
        groups = groups + [name] if verb == 'Start' else groups[:-1]
    return f" in /{'/'.join(groups)}/" if groups else ''


def count_program(record, counts, failures):
    """Adds one program's cases. A program that says nothing in TAP is one case."""
    text = record.get('stdout', '')
    result = record['result']
    if result == 'EXPECTEDFAIL':
        counts['passed'] += 1
        return
    cases = read_cases(text)
    counts.update(case.outcome for case in cases)
    failed = [case.name for case in cases if case.outcome == 'failed']
    failures.extend(Failure(f"{record['name']}: {name}", 'not ok', output_of(record)) for name in failed)
    if result in ('OK', 'SKIP'):
        if not cases:
            counts['passed' if result == 'OK' else 'skipped'] += 1
    elif not failed or (result != 'FAIL' and not last_case_failed(text)):
        counts['failed'] += 1
        status = record.get('returncode')
        failures.append(Failure(record['name'], f'the program: {result}, status {status}{group_within(text)}', output_of(record)))


def read_records(path):
    """Meson writes one JSON object a line. Without the file, nothing has run."""
    try:
        with open(path, encoding='utf-8', errors='replace') as lines:
            return [json.loads(line) for line in lines if line.strip()]
    except FileNotFoundError:
        return []


def print_failures(failures):
    shown = set()
    for failure in failures:
        print(f'FAILED {failure.name} ({failure.reason})')
        if failure.output and failure.output not in shown:
            shown.add(failure.output)
            for line in failure.output.splitlines()[-TAIL_LINES:]:
                print(f'    {line}')


def main():
    parser = argparse.ArgumentParser(description='Counts test cases in the log of meson test.')
    parser.add_argument('--status', type=int, default=0, help='the status with which meson test ended')
    parser.add_argument('log', nargs='+', help='meson-logs/testlog.json')
    arguments = parser.parse_args()
    sys.stdout.reconfigure(encoding='utf-8', errors='replace')  # a test may print any bytes, in any locale

    counts = collections.Counter()
    failures = []
    for path in arguments.log:
        for record in read_records(path):
            count_program(record, counts, failures)
    if arguments.status != 0 and not failures:
        counts['failed'] += 1
        failures.append(Failure('meson test', f'status {arguments.status}, and no test tells why', ''))
    print_failures(failures)
    if sum(counts.values()) == 0:
        print('FAILED: no test has run')
    print(f"{counts['passed']} passed, {counts['failed']} failed, {counts['skipped']} skipped")
    nothing_ran = counts['passed'] + counts['failed'] == 0
    return 1 if counts['failed'] > 0 or nothing_ran else 0


if __name__ == '__main__':
    sys.exit(main())
