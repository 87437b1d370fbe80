#!/usr/bin/env python3
# test-bootstrap.py: A step of bootstrap that fails ends it with one clear line
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-bootstrap.py ROOT
# The script runs in a copy of what it needs of the tree, so that it touches no build. TAP on standard output.
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[1])


def bootstrap(folder, *words):
    return subprocess.run([folder / 'bootstrap', *words], capture_output=True, encoding='utf-8', check=False)


def a_wrong_verb_is_told_with_the_usage(folder):
    done = bootstrap(folder, 'dmeo')
    assert done.returncode == 2 and done.stdout == '' and 'Usage: ' in done.stderr
    assert done.stderr.splitlines()[-1] == "bootstrap: the step 'arguments' failed: there is no verb 'dmeo'"


def an_unknown_example_is_told_before_anything_is_built(folder):
    done = bootstrap(folder, 'demo', 'nothing')
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1
    assert "there is no example 'nothing'" in done.stderr and not (folder / 'build').exists()


def a_step_that_fails_says_why_in_one_line(folder):
    (folder / 'meson.build').write_text("project ('broken')\nerror ('it is broken')\n", encoding='utf-8')
    text = (folder / 'bootstrap').read_text(encoding='utf-8')
    (folder / 'bootstrap').write_text(text.replace('  install_packages "', '  : "'), encoding='utf-8')
    done = bootstrap(folder, 'build')
    assert done.returncode != 0 and len(done.stderr.splitlines()) == 1, done.stderr
    assert "the step 'configure' failed: " in done.stderr and 'it is broken' in done.stderr, done.stderr
    assert 'build/bootstrap/configure.log' in done.stderr


def every_example_has_a_demo(folder):
    examples = [path.parent for path in ROOT.glob('docs/examples/*/meson.build')]
    assert len(examples) >= 4
    for example in examples:
        assert (example / 'demo').stat().st_mode & 0o100, f'{example.name} has no demo that can be run'


def suites_that_are_left_out_are_there(folder):
    names = re.search(r'^long_suites=\((.*)\)$', (folder / 'bootstrap').read_text(encoding='utf-8'), re.MULTILINE)[1].split()
    text = ''.join(path.read_text(encoding='utf-8') for path in ROOT.glob('tests/**/meson.build'))
    assert names
    for name in names:
        assert f"suite: '{name}'" in text, f'there is no suite {name}'


def main():
    cases = [a_wrong_verb_is_told_with_the_usage, an_unknown_example_is_told_before_anything_is_built,
             a_step_that_fails_says_why_in_one_line, every_example_has_a_demo, suites_that_are_left_out_are_there]
    failed = 0
    print(f'1..{len(cases)}')
    for number, case in enumerate(cases, 1):
        with tempfile.TemporaryDirectory(prefix='gyre-bootstrap-') as name:
            shutil.copy(ROOT / 'bootstrap', name)
            problem = None
            try:
                case(pathlib.Path(name))
            except AssertionError as error:
                problem = str(error) or 'another answer'
                failed += 1
        print('not ok' if problem is not None else 'ok', number, '/bootstrap/' + case.__name__.replace('_', '-'))
        for line in (problem or '').splitlines():
            print(f'# {line}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
