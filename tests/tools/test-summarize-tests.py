#!/usr/bin/env python3
# test-summarize-tests.py: The summary counts cases as they were, whatever became of the program
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import json
import pathlib
import subprocess
import sys
import tempfile

SUMMARY = pathlib.Path(__file__).with_name('summarize-tests.py')


def program(result, stdout='', returncode=0, stderr=''):
    """One record of Meson's log."""
    return {'name': 'example', 'stdout': stdout, 'stderr': stderr, 'result': result, 'returncode': returncode}


# Fact, records, last line, status, and what else must be printed.
CASES = [
    ('passing-cases-are-counted-one-by-one',
     [program('OK', '1..2\nok 1 /a/b\nok 2 /a/c\n'), program('OK', 'TAP version 13\n1..1\nok 1 - named\n')],
     '3 passed, 0 failed, 0 skipped', 0, []),
    ('failing-case-is-named-with-its-output',
     [program('FAIL', '1..2\nok 1 /a/b\nnot ok 2 /a/c\n', 1, 'three is not four')],
     '1 passed, 1 failed, 0 skipped', 1, ['/a/c', 'three is not four']),
    ('assertion-that-aborts-is-one-failure',
     [program('ERROR', '1..3\nok 1 /a/b\nnot ok /a/c - ERROR:x.c:1:f: no\nBail out! ERROR:x.c:1:f: no\n', -6)],
     '1 passed, 1 failed, 0 skipped', 1, ['/a/c']),
    ('crash-without-a-result-is-one-failure',
     [program('ERROR', '1..3\nok 1 /a/b\n', -11)],
     '1 passed, 1 failed, 0 skipped', 1, ['example', 'status -11']),
    ('crash-is-placed-by-the-group-that-it-stands-in',
     [program('ERROR', '1..2\n# Start of a tests\n# Start of b tests\n# End of b tests\n# Start of c tests\n', -6)],
     '0 passed, 1 failed, 0 skipped', 1, ['in /a/c/']),
    ('crash-after-a-failure-counts-beside-it',
     [program('ERROR', '1..3\nnot ok 1 /a/b\nok 2 /a/c\n', -11)],
     '1 passed, 2 failed, 0 skipped', 1, ['/a/b', 'status -11']),
    ('time-out-is-a-failure', [program('TIMEOUT', '1..2\nok 1 /a/b\n', -9)], '1 passed, 1 failed, 0 skipped', 1, ['TIMEOUT']),
    ('plan-that-is-not-met-is-a-failure', [program('ERROR', '1..3\nok 1 /a/b\nok 2 /a/c\n')],
     '2 passed, 1 failed, 0 skipped', 1, ['ERROR']),
    ('skipped-cases-are-not-passed', [program('OK', '1..3\nok 1 /a # SKIP no bus\nok 2 /b # TODO later\nok 3 /c\n')],
     '1 passed, 0 failed, 2 skipped', 0, []),
    ('program-that-skips-all-is-one-skipped', [program('SKIP', '1..0 # SKIP no display\n'), program('OK')],
     '1 passed, 0 failed, 1 skipped', 0, []),
    ('program-without-tap-is-one-case',
     [program('OK'), program('SKIP', '', 77), program('FAIL', 'it broke', 1), program('EXPECTEDFAIL', '', 1)],
     '2 passed, 1 failed, 1 skipped', 1, ['it broke']),
    ('program-that-should-have-failed-is-a-failure', [program('UNEXPECTEDPASS', 'ok 1 /a\n')],
     '1 passed, 1 failed, 0 skipped', 1, ['UNEXPECTEDPASS']),
    ('subtest-is-counted-by-its-cases',
     [program('FAIL', '# Subtest: a\n    ok 1 /a/b\n    not ok 2 /a/c\n    1..2\nnot ok 1 a\nok 2 /d\n1..2\n', 1)],
     '2 passed, 1 failed, 0 skipped', 1, ['/a/c']),
    ('bytes-that-are-no-text-are-shown', [program('FAIL', 'noise \udcff\nok 1 /a\nnot ok 2 /β\n', 1)],
     '1 passed, 1 failed, 0 skipped', 1, ['noise', '/β']),
    ('no-test-at-all-is-a-failure', [], '0 passed, 0 failed, 0 skipped', 1, ['no test has run']),
    ('nothing-but-skipped-is-a-failure', [program('SKIP')], '0 passed, 0 failed, 1 skipped', 1, []),
]


def summarize(arguments):
    return subprocess.run([sys.executable, SUMMARY, *arguments], capture_output=True, encoding='utf-8', check=False)


def check_case(folder, records, line, status, needles):
    log = pathlib.Path(folder, 'testlog.json')
    log.write_text(''.join(json.dumps(record) + '\n' for record in records), encoding='utf-8')
    answer = summarize([log])
    last = answer.stdout.splitlines()[-1] if answer.stdout else ''
    missing = [needle for needle in needles if needle not in answer.stdout]
    if last == line and answer.returncode == status and not missing:
        return []
    return [f'expected {line!r}, status {status}, {needles}', f'found {last!r}, status {answer.returncode}',
            *answer.stdout.splitlines(), *answer.stderr.splitlines()]


def check_status_of_meson(folder):
    """Meson failed although every case passed: that is a failure of its own; a log that is not there is no success."""
    log = pathlib.Path(folder, 'testlog.json')
    log.write_text(json.dumps(program('OK', 'ok 1 /a\n')) + '\n', encoding='utf-8')
    answer = summarize(['--status=1', log])
    absent = summarize([pathlib.Path(folder, 'absent.json')])
    if answer.stdout.endswith('\n1 passed, 1 failed, 0 skipped\n') and answer.returncode == absent.returncode == 1:
        return []
    return [*answer.stdout.splitlines(), *absent.stdout.splitlines()]


def main():
    checks = [(fact, lambda folder, rest=rest: check_case(folder, *rest)) for fact, *rest in CASES]
    checks.append(('failure-of-meson-itself-is-counted', check_status_of_meson))
    failed = 0
    print(f'1..{len(checks)}')
    for number, (fact, check) in enumerate(checks, start=1):
        with tempfile.TemporaryDirectory() as folder:
            complaints = check(folder)
        print(f"{'not ok' if complaints else 'ok'} {number} /tools/summary/{fact}")
        for complaint in complaints:
            print(f'# {complaint}')
        failed += bool(complaints)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
