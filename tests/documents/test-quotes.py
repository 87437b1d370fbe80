#!/usr/bin/python3
# test-quotes.py: What the documents quote is in the files, and what they show is what the programs say
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-quotes.py [--write] ROOT BUILD

A comment before a block of code says what it is:

    <!-- file: PATH -->       the block stands in this file, line by line
    <!-- run: COMMAND -->     the block is what the command prints (both streams), run from the root of the tree

--write puts the present output of the commands into the documents.
"""
import os
import re
import shlex
import subprocess
import sys

BLOCK = re.compile(r'<!-- (file|run): (.+?) -->\n```(\w*)\n(.*?)```', re.DOTALL)
# What the address sanitizer says of every program that has fibers.
WARNING = re.compile(r"^==\d+==WARNING: ASan doesn't fully support makecontext.*\n", re.MULTILINE)
EXAMPLES = ['attic', 'lab', 'gauss', 'tower', 'orchestra']
SKIPPED_FOLDERS = {'.git', 'build', 'node_modules'}


def documents(root):
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name not in SKIPPED_FOLDERS and not name.startswith('build'))
        yield from (os.path.join(folder, name) for name in sorted(files) if name.endswith('.md'))


def run(command, root, build):
    environment = dict(os.environ, NO_COLOR='1', LC_ALL='C.UTF-8', COLUMNS='100')
    examples = [os.path.join(build, 'docs/examples', name) for name in EXAMPLES]
    environment['PATH'] = ':'.join([os.path.join(build, 'components/program'), *examples, environment['PATH']])
    environment['GYRE_MODULE_PATH'] = ':'.join(examples)
    done = subprocess.run(shlex.split(command), cwd=root, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
    return WARNING.sub('', done.stdout)


def without_lines(text):
    """gcc counts a declaration at its last line, clang at its first."""
    return re.sub(r'(\w\.[ch]):\d+', r'\1', text)


def check(kind, subject, block, root, build):
    if kind == 'run':
        found = run(subject, root, build)
        return None if without_lines(found) == without_lines(block) else f'{subject} prints\n{found}'
    with open(os.path.join(root, subject), encoding='utf-8') as file:
        return None if block in file.read() else f'{subject} does not have these lines'


def write(path, root, build):
    with open(path, encoding='utf-8') as file:
        text = file.read()

    def replace(match):
        if match[1] == 'file':
            return match[0]
        return f'<!-- run: {match[2]} -->\n```{match[3]}\n{run(match[2], root, build)}```'

    changed = BLOCK.sub(replace, text)
    if changed != text:
        with open(path, 'w', encoding='utf-8') as file:
            file.write(changed)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != '--write']
    root, build = (os.path.abspath(argument) for argument in arguments)
    number = failed = 0
    for path in documents(root):
        if '--write' in sys.argv:
            write(path, root, build)
            continue
        with open(path, encoding='utf-8') as file:
            text = file.read()
        for kind, subject, _, block in BLOCK.findall(text):
            number += 1
            problem = check(kind, subject, block, root, build)
            name = f'/documents/{os.path.relpath(path, root)}: {kind} {subject}'.replace('#', r'\#')
            print('ok' if problem is None else 'not ok', number, name)
            if problem is not None:
                failed += 1
                print('\n'.join('# ' + line for line in problem.splitlines()))
    print(f'1..{number}')
    return 1 if failed or number == 0 and '--write' not in sys.argv else 0


if __name__ == '__main__':
    sys.exit(main())
