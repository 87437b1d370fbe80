#!/usr/bin/python3
# test-quotes.py: What the documents quote is in the files, and what they show is what the programs say
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-quotes.py [--write] ROOT BUILD

A comment before a block of code says what it is:

    <!-- file: PATH -->       the block stands in this file, line by line
    <!-- run: COMMAND -->     the block is what the command prints (both streams), run from the root of the tree
    <!-- run in FOLDER: COMMAND -->   the same, run from that folder
    <!-- step: -->            the block is what follow-first-steps does

In the guide, each fenced block of a language that is compiled or run has one, and so has each block of the first steps.

--write puts the present output of the commands into the documents.
"""
import atexit
import functools
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

# What the address sanitizer says of every program that has fibers.
WARNING = re.compile(r"^==\d+==WARNING: ASan doesn't fully support makecontext.*\n", re.MULTILINE)
BLOCK = re.compile(r'<!-- (file|run)((?: in \S+)?): (.+?) -->\n```(\w*)\n(.*?)```', re.DOTALL)
EXAMPLES = ['attic', 'lab', 'gauss', 'tower', 'orchestra', 'first']
SKIPPED_FOLDERS = {'.git', 'build', 'node_modules'}


def documents(root):
    for folder, names, files in os.walk(root):
        names[:] = sorted(name for name in names if name not in SKIPPED_FOLDERS and not name.startswith('build'))
        yield from (os.path.join(folder, name) for name in sorted(files) if name.endswith('.md'))


def find_unquoted(text):
    """The lines at which a block of code begins that nobody checks. What is `text` is a diagram or a grammar and no code."""
    lines = text.split('\n')
    is_code = False
    for index, line in enumerate(lines):
        before = lines[index - 1] if index > 0 else ''
        if line.lstrip().startswith('```'):
            if not is_code and line.strip() != '```text' and not re.match(r'\s*<!-- (file|run|step)\b.*: .*-->$', before):
                yield index + 1
            is_code = not is_code
        elif not is_code and line.startswith('    ') and before == '' and line.strip() and not in_list(lines[:index]):
            yield index + 1


def in_list(lines):
    """Whether the paragraph before is one of a list, below which a deep line is a paragraph as well."""
    while lines and (lines[-1] == '' or lines[-1].startswith(' ')):
        lines = lines[:-1]
    return bool(lines) and re.match(r'[-*] |\d+\. ', lines[-1]) is not None


def finds_unquoted():
    good = '# A\n\n<!-- file: a.c -->\n```c\nint a;\n```\n\n```text\na → b\n```\n\n- a\n\n    of the list\n\n<!-- run in b: c d -->\n```\n```\n'
    bad = '# A\n\n```c\nint a;\n```\n\nor\n\n    int b;\n\n<!-- a remark -->\n```sh\nls\n```\n'
    return list(find_unquoted(good)) == [] and list(find_unquoted(bad)) == [3, 9, 12]


def decisions_are_listed(root):
    """Each decision has one row, in the order of the numbers, with the title of its page."""
    folder = os.path.join(root, 'docs', 'decisions')
    rows = []
    for name in sorted(os.listdir(folder)):
        if name[0].isdigit():
            with open(os.path.join(folder, name), encoding='utf-8') as file:
                rows.append(f'| [{name[:4]}]({name}) | {file.readline().strip().split(": ", 1)[1]} |')
    with open(os.path.join(folder, 'README.md'), encoding='utf-8') as file:
        listed = [line.strip() for line in file if line.startswith('| [')]
    return listed == rows and [int(row[3:7]) for row in rows] == list(range(1, len(rows) + 1))


@functools.lru_cache(maxsize=None)
def runtime_folder():
    """A folder of our own, in which programs that run can be reached."""
    folder = tempfile.mkdtemp(prefix='gyre-quotes-')
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def run(command, folder, root, build):
    environment = dict(os.environ, NO_COLOR='1', LC_ALL='C.UTF-8', COLUMNS='100')
    examples = [os.path.join(build, 'docs/examples', name) for name in EXAMPLES]
    environment['PATH'] = ':'.join([os.path.join(build, 'components/program'), *examples, environment['PATH']])
    environment['GYRE_MODULE_PATH'] = ':'.join(examples)
    environment['XDG_RUNTIME_DIR'] = runtime_folder()
    done = subprocess.run(shlex.split(command), cwd=os.path.join(root, folder), env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=60, check=False)
    return WARNING.sub('', done.stdout)


def without_lines(text):
    """gcc counts a declaration at its last line, clang at its first; where a function stands is not known without debug information, and
    each machine has its GLib."""
    text = re.sub(r' \(GLib [\d.]+\)', '', re.sub(r'(?m)^ +source .*\n', '', text))
    return re.sub(r'(\w\.[ch]):\d+', r'\1', text)


def check(kind, folder, subject, block, root, build):
    if kind == 'run':
        found = run(subject, folder, root, build)
        return None if without_lines(found) == without_lines(block) else f'{subject} prints\n{found}'
    with open(os.path.join(root, subject), encoding='utf-8') as file:
        return None if block in file.read() else f'{subject} does not have these lines'


def write(path, root, build):
    with open(path, encoding='utf-8') as file:
        text = file.read()

    def replace(match):
        if match[1] == 'file':
            return match[0]
        return f'<!-- run{match[2]}: {match[3]} -->\n```{match[4]}\n{run(match[3], match[2][4:], root, build)}```'

    changed = BLOCK.sub(replace, text)
    if changed != text:
        with open(path, 'w', encoding='utf-8') as file:
            file.write(changed)


def main():
    arguments = [argument for argument in sys.argv[1:] if argument != '--write']
    root, build = (os.path.abspath(argument) for argument in arguments)
    number = failed = 0
    if '--write' not in sys.argv:
        number, failed = 1, int(not finds_unquoted())
        print('not ok' if failed else 'ok', number, '/documents/quotes: a block that nobody checks is found')
        number, is_listed = 2, decisions_are_listed(root)
        failed += not is_listed
        print('ok' if is_listed else 'not ok', number, '/documents/decisions: the list has each decision once, in order')
    for path in documents(root):
        if '--write' in sys.argv:
            write(path, root, build)
            continue
        with open(path, encoding='utf-8') as file:
            text = file.read()
        shown = os.path.relpath(path, root)
        for kind, folder, subject, _, block in BLOCK.findall(text):
            number += 1
            problem = check(kind, folder[4:], subject, block, root, build)
            name = f'/documents/{shown}: {kind} {subject}'.replace('#', r'\#')
            print('ok' if problem is None else 'not ok', number, name)
            if problem is not None:
                failed += 1
                print('\n'.join('# ' + line for line in problem.splitlines()))
        if shown.startswith('docs/guide/'):
            number += 1
            unquoted = list(find_unquoted(text))
            failed += bool(unquoted)
            print('not ok' if unquoted else 'ok', number, f'/documents/{shown}: each block of code is from a file or a run')
            print(''.join(f'# {shown}:{line}: nobody checks this block: write <!-- file: … --> or <!-- run: … --> above it\n' for line in unquoted),
                  end='')
    print(f'1..{number}')
    return 1 if failed or number == 0 and '--write' not in sys.argv else 0


if __name__ == '__main__':
    sys.exit(main())
