#!/usr/bin/python3
# test-inspect.py: gyre inspect, for people, for scripts and for programs
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-inspect.py GYRE MODULES SCHEMA EXAMPLES…"""
import copy
import json
import os
import pathlib
import pty
import re
import shutil
import subprocess
import sys
import termios

from harness import (MODULES, NEGATIVE, NOT_FOUND, OK, PROGRAM, USAGE, answer, environment, folder, gyre, run, write)

SCHEMA, *EXAMPLES = sys.argv[3:]
PATHS = [f'--module-path={path}' for path in EXAMPLES]
PAGER = "sed 's/^/paged: /'"


def on_terminal(*words, width=0, **variables):
    """What the program shows to somebody who sits in front of it; a terminal of width 0 does not say how wide it is."""
    main, side = pty.openpty()
    termios.tcsetwinsize(side, (0, width))
    child = subprocess.Popen([PROGRAM, f'--module-path={MODULES}', *words], stdin=subprocess.DEVNULL, stdout=side, stderr=side,
                             cwd=folder, env=environment | {'TERM': 'xterm'} | variables)
    os.close(side)
    pieces = []
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        pieces.append(piece)
    child.wait()
    os.close(main)
    return b''.join(pieces).decode()


def widest(text):
    """How many columns the longest line has; paths are never broken."""
    return max(len(line) for line in re.sub(r'\033\[\d*m', '', text).splitlines() if '/' not in line)


def families():
    return [row['family'] for kind in ('families', 'interfaces') for row in answer('list', kind, *PATHS)]


# The habits that users of the shell expect, one row each.
HABITS = [
    ('help goes to standard output and is no failure', lambda: gyre('inspect', '--help')[1] == ''),
    ('the version is told with that of GLib', lambda: re.fullmatch(r'gyre \S+ \(GLib \d+\.\d+\.\d+\)\n', gyre('--version')[0])),
    ('what is there is 0', lambda: gyre('inspect', 'nameless.frog', code=OK)),
    ('a negative answer is 1 and says nothing', lambda: gyre('inspect', '--exists', 'nameless.toad', code=NEGATIVE) == ('', '')),
    ('a positive answer says nothing', lambda: gyre('inspect', '--exists', 'nameless.frog', code=OK) == ('', '')),
    ('a type and a module are there as well', lambda: gyre('inspect', '--exists', 'NamelessFrog')
     == gyre('inspect', '--exists', 'nameless') == ('', '')),
    ('wrong usage is 2', lambda: gyre('inspect', 'a', 'b', code=USAGE)[0] == '' and gyre('inspect', code=USAGE)[0] == ''),
    ('a mistaken colour is 2 and tells the words', lambda: 'auto, always, never' in gyre('inspect', 'x', '--color=red', code=USAGE)[1]),
    ('what is not there is 3', lambda: gyre('inspect', 'no.thing', code=NOT_FOUND)[0] == ''),
    ('no colour in a pipe', lambda: '\033' not in gyre('inspect', 'nameless.frog')[0]),
    ('colour on a terminal', lambda: '\033[1m' in on_terminal('inspect', 'nameless.frog', '--no-pager')),
    ('NO_COLOR turns it off', lambda: '\033' not in on_terminal('inspect', 'nameless.frog', '--no-pager', NO_COLOR='1')),
    ('an empty NO_COLOR does not', lambda: '\033[1m' in on_terminal('inspect', 'nameless.frog', '--no-pager', NO_COLOR='')),
    ('a dumb terminal has none', lambda: '\033' not in on_terminal('inspect', 'nameless.frog', '--no-pager', TERM='dumb')),
    ('--color=always beats a pipe and NO_COLOR', lambda: '\033[1m' in gyre('inspect', 'nameless.frog', '--color=always', NO_COLOR='1')[0]),
    ('--color=never beats a terminal', lambda: '\033' not in on_terminal('inspect', 'nameless.frog', '--no-pager', '--color=never')),
    ('no pager in a pipe', lambda: 'paged' not in gyre('inspect', 'nameless.frog', GYRE_PAGER=PAGER)[0]),
    ('a pager on a terminal', lambda: on_terminal('inspect', 'nameless.frog', PAGER=PAGER).startswith('paged: ')),
    ('GYRE_PAGER beats PAGER', lambda: on_terminal('inspect', 'nameless.frog', PAGER='false', GYRE_PAGER=PAGER).startswith('paged: ')),
    ('--no-pager beats both', lambda: 'paged' not in on_terminal('inspect', 'nameless.frog', '--no-pager', PAGER=PAGER, GYRE_PAGER=PAGER)),
    ('an empty pager is none', lambda: 'paged' not in on_terminal('inspect', 'nameless.frog', PAGER=PAGER, GYRE_PAGER='')),
    ('data is never paged or coloured', lambda: json.loads(on_terminal('inspect', 'nameless.frog', '--json', PAGER=PAGER))),
    ('data has a version', lambda: answer('inspect', 'nameless.frog')['schema'] == 'gyre.description/1'
     and answer('inspect', 'nameless')['schema'] == 'gyre.module/1'),
    ('data comes in the same order each time', lambda: gyre('inspect', 'nameless.frog', '--json') == gyre('inspect', 'nameless.frog', '--json')),
    ('text comes in the same order each time', lambda: gyre('inspect', 'nameless.frog') == gyre('inspect', 'nameless.frog')),
    ('lines end where COLUMNS says', lambda: widest(on_terminal('inspect', 'GApplication', '--no-pager', COLUMNS='60')) in range(50, 61)),
    ('lines end where the terminal says', lambda: widest(on_terminal('inspect', 'GApplication', '--no-pager', width=50)) in range(40, 51)),
    ('COLUMNS beats the terminal', lambda: widest(on_terminal('inspect', 'GApplication', '--no-pager', width=50, COLUMNS='60')) in range(51, 61)),
    ('a terminal that says nothing has 80 columns', lambda: widest(on_terminal('inspect', 'GApplication', '--no-pager')) in range(61, 81)),
    ('what COLUMNS says is no number is nothing', lambda: widest(on_terminal('inspect', 'GApplication', '--no-pager', width=50, COLUMNS='wide')) in range(40, 51)),
    ('no line is broken in a pipe', lambda: gyre('inspect', 'GApplication', COLUMNS='30') == gyre('inspect', 'GApplication')
     and widest(gyre('inspect', 'GApplication', COLUMNS='30')[0]) > 80),
    ('a module keeps to the width as well', lambda: widest(on_terminal('inspect', 'gyre', '--no-pager', COLUMNS='60')) <= 60),
    ('quotes are ASCII where the locale is', lambda: gyre('inspect', 'no.thing', code=NOT_FOUND, LC_ALL='C')[1].isascii()),
]


def every_habit_is_kept():
    broken = [name for name, check in HABITS if not check()]
    assert not broken, broken


def near_misses_are_suggested():
    for word, hint in (('nameless.forg', 'nameless.frog'), ('namless.frog', 'nameless.frog'), ('nameles', 'nameless'),
                       ('NamelesFrog', 'NamelessFrog'), ('GyreComponnt', 'GyreComponent')):
        assert f"did you mean '{hint}'?" in gyre('inspect', word, code=NOT_FOUND)[1], word


def a_module_tells_what_it_brings():
    text = gyre('inspect', 'nameless')[0]
    module = answer('inspect', 'nameless')
    assert text.startswith('nameless: a module\n') and 'version     3.1\n' in text and '  nameless.frog\n' in text
    assert [row['family'] for row in module['families']] == ['nameless.frog', 'nameless.newt'] and module['interfaces'] == []
    assert answer('inspect', 'nameless.frog')['version'] == '3.1'
    assert answer('inspect', 'nameless.frog')['module'].endswith('libnameless.so')
    assert answer('inspect', 'nameless.newt')['module'].endswith('libnameless.so')
    library = answer('inspect', 'gyre')
    assert 'libgyre-1.so' in library['module'] and 'gyre.base-process' in [row['family'] for row in library['families']]
    assert answer('inspect', 'gyre.base-process') == answer('inspect', 'GyreBaseProcess')
    assert [row['family'] for row in answer('inspect', 'nameless.frog')['derived']] == ['nameless.newt']


def names_and_types_come_from_debug_information():
    leap, croak = answer('inspect', 'nameless.frog')['behaviors']
    if leap['locator'] is None:
        assert leap['signature'] == 'real leap (real ?, integer ?)'
        return
    assert leap['signature'] == 'real leap (real how_far, integer times)'
    assert [(row['name'], row['native']) for row in leap['arguments']] == [('how_far', 'double'), ('times', 'gint64')]
    assert croak['arguments'][0]['native'] == 'const char *'
    assert leap['symbol'] == 'nameless_frog_leap' and leap['locator']['file'].endswith('nameless.c')
    source = (pathlib.Path(__file__).parent / 'nameless/nameless.c').read_text(encoding='utf-8').splitlines()
    assert source[leap['locator']['line'] - 1].startswith('nameless_frog_leap (')


def a_stripped_module_shows_that_they_are_unknown():
    stripped = folder / 'stripped'
    stripped.mkdir()
    shutil.copy(f'{MODULES}/libnameless.so', stripped)
    subprocess.run(['strip', '--strip-all', stripped / 'libnameless.so'], check=True)
    done = subprocess.run([PROGRAM, f'--module-path={stripped}', 'inspect', 'nameless.frog', '--json'], capture_output=True,
                          encoding='utf-8', cwd=folder, env=environment, check=True)
    leap = json.loads(done.stdout)['behaviors'][0]
    assert leap['signature'] == 'real leap (real ?, integer ?)' and leap['locator'] is None and leap['symbol'] is None
    assert [row['name'] for row in leap['arguments']] == ['?', '?']


def types_of_libraries_are_inspected():
    application = answer('inspect', 'GApplication')
    traits = {trait['name']: trait for trait in application['traits']}
    assert [row['type'] for row in application['hierarchy']] == ['GApplication', 'GObject'] and application['family'] is None
    assert traits['inactivity-timeout']['native'] == 'guint' and traits['inactivity-timeout']['most'] == '4294967295'
    assert traits['is-busy']['read-only'] and {'name', 'result'} <= set(application['signals'][0])
    library = 'libjson-glib-1.0.so.0'
    assert gyre('inspect', 'JsonNothing', f'--library={library}', code=NOT_FOUND)[0] == ''
    assert answer('inspect', 'JsonReader', f'--library={library}')['module'].endswith(library)
    if gyre('inspect', f'--library={library}')[0]:
        assert 'json_reader' in answer('inspect', f'--library={library}')
    assert '--library=libnothing.so' in gyre('inspect', 'X', '--library=libnothing.so', code=NOT_FOUND)[1]


def arguments_of_signals_have_names():
    plain = {signal['name']: signal for signal in answer('inspect', 'GApplication')['signals']}
    assert plain['command-line']['arguments'][0]['name'] == 'application_command_line'
    assert 'integer command-line (GApplicationCommandLine application_command_line)\n' in gyre('inspect', 'GApplication')[0]
    if 'was built without' in gyre('inspect', 'X', '--typelib=Gio-2.0', code=NOT_FOUND)[1]:
        return
    named = {signal['name']: signal for signal in answer('inspect', 'GApplication', '--typelib=Gio-2.0')['signals']}
    assert [argument['name'] for argument in named['command-line']['arguments']] == ['command_line']
    assert [argument['name'] for argument in named['open']['arguments']] == ['files', 'n_files', 'hint']
    assert named['open']['signature'] == 'nothing open (gpointer files, integer n_files, string hint)'


def types_of_typelibs_are_inspected():
    mistakes = gyre('inspect', 'X', '--typelib=Nothing-1.0', code=NOT_FOUND)[1]
    if 'was built without' in mistakes:
        return
    action = answer('inspect', 'SimpleAction', '--typelib=Gio-2.0')
    assert action['type'] == 'GSimpleAction' and action == answer('inspect', 'Gio.SimpleAction', '--typelib=Gio-2.0')
    assert 'GSimpleAction' in gyre('inspect', '--typelib=Gio-2.0')[0].splitlines()
    assert "did you mean 'GSimpleAction'?" in gyre('inspect', 'GSimpleActon', '--typelib=Gio-2.0', code=NOT_FOUND)[1]
    assert gyre('inspect', '--exists', 'Action', '--typelib=Gio-2.0') == ('', '')


def strict(schema):
    """A field that the schema does not know is a mistake of ours, though none of somebody who reads a newer description."""
    closed = copy.deepcopy(schema)
    for part in [closed, *closed['$defs'].values()]:
        part['additionalProperties'] = False
    return closed


def every_description_keeps_the_schema():
    try:
        import jsonschema
    except ImportError:
        sys.exit('python3-jsonschema is missing')
    schema = json.loads(pathlib.Path(SCHEMA).read_text(encoding='utf-8'))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(strict(schema))
    subjects = [[name] for name in families()] + [['nameless.frog#kermit'], ['GyreComponent'], ['GApplication'], ['GListModel'],
                                                  ['GyreBaseProcess'], ['JsonReader', '--library=libjson-glib-1.0.so.0']]
    assert len(subjects) > 20
    for words in subjects:
        errors = [error.message for error in validator.iter_errors(answer('inspect', *words, *PATHS))]
        assert not errors, (words, errors)
    assert list(validator.iter_errors({'schema': 'gyre.description/1'}))


def the_page_tells_every_field():
    schema = json.loads(pathlib.Path(SCHEMA).read_text(encoding='utf-8'))
    page = (pathlib.Path(__file__).parents[2] / 'docs/guide/description.md').read_text(encoding='utf-8')
    missing = [name for part in [schema, *schema['$defs'].values()] for name in part['properties'] if f'| `{name}` |' not in page]
    assert not missing, missing


def every_example_loads():
    examples = {}
    for family in [*families(), 'gyre.base-process']:
        description = answer('inspect', family, *PATHS)
        if description['example'] is not None:
            examples[family] = description['example']
    assert len(examples) > 10
    for number, (family, example) in enumerate(examples.items()):
        file = write(f'example-{number}.pfg', example)
        assert gyre('configuration', 'check', str(file), *PATHS, code=OK)[1] == '', (family, example)
        before = answer('inspect', family, *PATHS)
        after = answer('inspect', family, f'--config={file}', *PATHS)
        assert [row['default'] for row in before['traits']] == [row['default'] for row in after['traits']], (family, example)


run(every_habit_is_kept, near_misses_are_suggested, a_module_tells_what_it_brings, names_and_types_come_from_debug_information,
    a_stripped_module_shows_that_they_are_unknown, types_of_libraries_are_inspected, arguments_of_signals_have_names, types_of_typelibs_are_inspected,
    every_description_keeps_the_schema, the_page_tells_every_field, every_example_loads)
