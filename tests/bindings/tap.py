# tap.py: A unittest suite, told as TAP
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import sys
import unittest


def skip(reason):
    print('1..0 # SKIP ' + reason)
    sys.exit(77)


def path_of(test, prefix):
    return '%s/%s' % (prefix, test.id().split('.')[-1].removeprefix('test_').replace('_', '-'))


def run(prefix):
    """Runs the tests of the main module; each test's path is a statement below the prefix."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    tests = [test for group in suite for test in group]
    failures = 0
    print('1..%d' % len(tests))
    for number, test in enumerate(tests, 1):
        result = unittest.TestResult()
        test.run(result)
        problems = result.errors + result.failures
        print('%s %d %s' % ('not ok' if problems else 'ok', number, path_of(test, prefix)), flush=True)
        for _, text in problems:
            failures += 1
            print('# ' + text.rstrip().replace('\n', '\n# '), flush=True)
    sys.exit(1 if failures else 0)
