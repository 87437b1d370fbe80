# harness.py: What the tests of the program share: running it, and telling the results
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

PROGRAM, MODULES = sys.argv[1:3]
OK, NEGATIVE, USAGE, NOT_FOUND, UNREACHABLE = range(5)
FORMATS = ['pfg', 'cfg', 'yaml', 'json', 'pml']

folder = pathlib.Path(tempfile.mkdtemp())
environment = {name: value for name, value in os.environ.items() if not name.startswith('GYRE_')}
environment |= {'LC_ALL': 'C.UTF-8', 'TERM': 'xterm', 'HOME': str(folder), 'XDG_CONFIG_HOME': str(folder / 'config'),
                'XDG_CACHE_HOME': str(folder / 'cache'),
                'XDG_RUNTIME_DIR': str(folder / 'runtime')}
(folder / 'runtime').mkdir(mode=0o700)


def gyre(*words, code=OK, **variables):
    """The two outputs of the program; another exit code than the expected one fails the case. None: any."""
    done = subprocess.run([PROGRAM, f'--module-path={MODULES}', *words], capture_output=True, encoding='utf-8', cwd=folder,
                          env=environment | variables, stdin=subprocess.DEVNULL, check=False)
    assert code is None or done.returncode == code, \
        f'{words}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}'
    return done.stdout, done.stderr


def answer(*words, code=OK):
    return json.loads(gyre(*words, '--json', code=code)[0])


def write(name, text):
    path = folder / name
    path.write_text(text, encoding='utf-8')
    return path


def run(*cases):
    print(f'1..{len(cases)}')
    failures = 0
    for number, case in enumerate(cases, 1):
        name = case.__name__.replace('_', '-')
        try:
            case()
            print(f'ok {number} {name}')
        except Exception:
            failures += 1
            print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
            print(f'not ok {number} {name}')
    sys.exit(1 if failures else 0)
