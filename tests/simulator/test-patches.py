#!/usr/bin/python3
# test-patches.py: The simulator finds each bug that is planted in a copy of the library
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-patches.py ROOT BUILD SEEDS [PATCH…]

Each patch beside this file changes one source. It is applied to a copy, that source is compiled as the build compiles it, and the
simulator is linked with it in the place of the other object. Then the simulator must fail within so many seeds, and say the seed;
and that seed must be good without the patch. Without names, all patches.
"""
import os
import re
import shlex
import subprocess
import sys
import tempfile

SIMULATOR = 'tests/simulator/simulator'


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, **more)


class Build:
    """The commands of a build folder."""

    def __init__(self, folder):
        self.folder = folder
        self.commands = [shlex.split(line) for line in
                         run(['ninja', '-t', 'commands', SIMULATOR], cwd=folder).stdout.splitlines() if ' -o ' in line]

    def compilation(self, source):
        """The command of a source file, and its object."""
        for command in self.commands:
            if '-c' in command and command[-1].endswith(source):
                return command, command[command.index('-o') + 1]
        raise LookupError(f'nothing compiles {source}')

    def compile(self, source, path, target):
        command, was = self.compilation(source)
        folder = os.path.dirname(os.path.join(self.folder, command[-1]))
        command = list(command[:-1]) + ['-iquote', folder, path]
        command[command.index('-o') + 1] = target
        command = without_dependencies(command)
        return run(command, cwd=self.folder), was

    def link(self, was, target, folder):
        """The simulator with one object in the place of another, in a copy of the library that has it."""
        command = list(next(command for command in reversed(self.commands) if '-c' not in command and SIMULATOR in command))
        for index, word in enumerate(command):
            archive = os.path.join(self.folder, word)
            if word.endswith('.a') and os.path.isfile(archive):
                members = run(['ar', 't', archive], cwd=self.folder).stdout.split()
                if os.path.basename(was) in [os.path.basename(member) for member in members]:
                    command[index] = self.replace(archive, members, was, target, folder)
        program = os.path.join(folder, 'simulator')
        command[command.index('-o') + 1] = program
        return run(command, cwd=self.folder), program

    def replace(self, archive, members, was, target, folder):
        copy = os.path.join(folder, os.path.basename(archive))
        objects = os.path.splitext(archive)[0] + '.a.p'
        paths = [target if os.path.basename(member) == os.path.basename(was)
                 else os.path.join(objects, os.path.basename(member)) for member in members]
        done = run(['ar', 'crs', copy] + paths, cwd=self.folder)
        if done.returncode != 0:
            raise RuntimeError(done.stdout)
        return copy


def without_dependencies(command):
    words = iter(command)
    kept = []
    for word in words:
        if word in ('-MF', '-MQ'):
            next(words)
        elif word != '-MD':
            kept.append(word)
    return kept


def plant(root, patch, folder):
    """Applies a patch to a copy. Returns the changed source's name and the copy."""
    with open(patch, encoding='utf-8') as file:
        source = re.search(r'^\+\+\+ (\S+)', file.read(), re.MULTILINE).group(1)
    copy = os.path.join(folder, source)
    os.makedirs(os.path.dirname(copy))
    with open(os.path.join(root, source), encoding='utf-8') as original, open(copy, 'w', encoding='utf-8') as file:
        file.write(original.read())
    done = run(['patch', '-p0', '--forward', '-i', patch], cwd=folder)
    if done.returncode != 0:
        raise RuntimeError(done.stdout)
    return source, copy


def find(root, build, patch, n_seeds):
    """What is wrong, or None and what the simulator says."""
    with tempfile.TemporaryDirectory() as folder:
        source, copy = plant(root, patch, folder)
        target = os.path.join(folder, 'changed.o')
        done, was = build.compile(source, copy, target)
        if done.returncode == 0:
            done, program = build.link(was, target, folder)
        if done.returncode != 0:
            return done.stdout, ''
        done = run([program, f'--seeds={n_seeds}'])
    seed = re.search(r'seed (\d+)', done.stdout)
    if done.returncode == 0 or seed is None:
        return f'it was not found within {n_seeds} seeds\n{done.stdout}', ''
    good = run([os.path.join(build.folder, SIMULATOR), f'--seed={seed.group(1)}', '--seeds=1'])
    return (good.stdout if good.returncode != 0 else None), done.stdout.splitlines()[0]


def main():
    root, folder, n_seeds = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), sys.argv[3]
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'patches')
    names = sys.argv[4:] or sorted(name[:-6] for name in os.listdir(here) if name.endswith('.patch'))
    build, failed = Build(folder), 0
    for number, name in enumerate(names, 1):
        try:
            problem, found = find(root, build, os.path.join(here, name + '.patch'), n_seeds)
        except (RuntimeError, LookupError, OSError, subprocess.SubprocessError) as error:
            problem, found = str(error), ''
        failed += problem is not None
        print('ok' if problem is None else 'not ok', number, f'/simulator/patches/{name}-is-found', flush=True)
        for line in (problem or found).splitlines():
            print('#', line)
    print(f'1..{len(names)}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
