#!/usr/bin/python3
# test-fuzzers.py: Every fuzzer, for a few seconds, with its seed corpus
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-fuzzers.py ROOT BUILD SECONDS

libFuzzer wants clang, so the library is built once more, in BUILD/fuzz, with clang, the fuzzer's counters and the address and
undefined-behaviour sanitizers. TAP.
"""
import os
import shutil
import subprocess
import sys

ENVIRONMENT = dict(os.environ, CC='clang', ASAN_OPTIONS='detect_leaks=1')
OPTIONS = ['-Dfuzzing=true', '-Dintrospection=disabled', '-Db_sanitize=address,undefined', '-Db_lundef=false']


def run(*command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace', check=False,
                          env=ENVIRONMENT, **options)


def prepare(root, folder, names):
    """Builds the fuzzers; the output of the step that failed, or None."""
    if not os.path.exists(os.path.join(folder, 'build.ninja')):
        done = run('meson', 'setup', *OPTIONS, folder, root)
        if done.returncode != 0:
            return done.stdout
    done = run('ninja', '-C', folder, *(f'tests/fuzz/fuzz-{name}' for name in names))
    return done.stdout if done.returncode != 0 else None


def fuzz(root, folder, name, seconds):
    found = os.path.join(folder, f'found-{name}')
    os.makedirs(found, exist_ok=True)
    return run(os.path.join(folder, 'tests/fuzz', f'fuzz-{name}'), f'-max_total_time={seconds}', '-verbosity=0', '-print_final_stats=1',
               found, os.path.join(root, 'tests/fuzz/corpus', name), cwd=found)


def main():
    root, build = (os.path.abspath(argument) for argument in sys.argv[1:3])
    seconds = sys.argv[3]
    if shutil.which('clang') is None:
        print('1..0 # SKIP clang is not installed')
        return 0
    names = sorted(name[len('fuzz-'):-len('.c')] for name in os.listdir(os.path.join(root, 'tests/fuzz'))
                   if name.startswith('fuzz-') and name.endswith('.c'))
    folder = os.path.join(build, 'fuzz')
    problem = prepare(root, folder, names)
    print(f'1..{len(names)}')
    failed = 0
    for number, name in enumerate(names, 1):
        output = problem
        if problem is None:
            done = fuzz(root, folder, name, seconds)
            output = done.stdout if done.returncode != 0 else None
        failed += output is not None
        print('not ok' if output is not None else 'ok', number, f'/fuzz/{name}/finds-nothing')
        if output is not None:
            print('\n'.join('# ' + line for line in output.splitlines()[-60:]))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
