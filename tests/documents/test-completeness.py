#!/usr/bin/python3
# test-completeness.py: Each cell of docs/completeness.md says what the program that it is about shows
#
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-completeness.py ROOT BUILD

A cell is `yes` or `no`. For each of them stands a pattern below, of what the program would show if it showed that; it is looked for in
what the program prints. Godot's column is from its documentation, and is not run. Programs that are missing skip their column.
"""
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

ROOT, BUILD = map(pathlib.Path, sys.argv[1:3])
HERE = ROOT / 'tests/documents'
COLUMNS = ['gst-inspect-1.0', 'gdbus introspect', 'busctl introspect', 'traitlets', "Godot's reference", 'Gyre']

TRAITLETS = '''
import enum, sys
from traitlets import Enum, Float, UseEnum
from traitlets.config import Application, Configurable
class Ball(Configurable):
    """A ball that bounces.

    It does so for long.
    """
    radius = Float(1.25, min=-3, max=77, help="how far it reaches").tag(config=True)
    colour = Enum(["red", "green"], default_value="red", help="what it looks like").tag(config=True)
    age = Float(7, read_only=True, help="how old it is").tag(config=True)
    def throw(self, speed):
        "how high it gets"
class Big(Ball):
    mass = Float(2).tag(config=True)
class Game(Application):
    name = "game"
    description = "plays"
    classes = [Ball, Big]
    aliases = {("r", "reach"): "Ball.radius"}
game = Game()
print(Big.class_get_help())
print(Big.class_get_help(Big(radius=5.5)))
print(Big.class_config_section())
print(Big.class_config_rst_doc())
game.print_help(classes=True)
print(game.generate_config_file())
'''

# What is asked, and a pattern for each of gst-inspect-1.0, gdbus, busctl, traitlets and ours.
PROBES = {
    'one line on what it is': (r'Creates a test video stream', r'a ball that bounces', r'a ball that bounces', r'A ball that bounces|how far',
                               r'all points that are not farther from a center'),
    'a long text': (r'Long-text|long description', r'for long', r'for long', r'It does so for long', r'"description"'),
    'its ancestors, up to the root': (r'GObject\n.*GInitiallyUnowned\n', r'inherits', r'inherits', r'Ball.*Configurable.*HasTraits',
                                      r'GaussBall[^\n]*GyreComponent[^\n]*GObject'),
    'its parent': (r'\+----GstPushSrc', r'inherits', r'inherits', r'Big\(Ball\)', r'GaussBall[^\n]*GyreComponent'),
    'what derives from it': (r'(?i)derived|subclasses', r'(?i)derived', r'(?i)derived', r'(?i)subclasses', r'"derived" : \[\s*\{'),
    'which interfaces it implements': (r'Implemented Interfaces', r'interface org.example.Ball', r'org.example.Ball +interface',
                                       r'(?i)implements|interfaces', r'gauss\.shapes\b(?!\.)'),
    'what an interface asks for': (r'(?i)asks|required methods', r'Throw\(', r'\.Throw +method', r'(?i)required methods', r'measure'),
    'the type of a property': (r'num-buffers.*\n.*\n +Integer', r'd Radius', r'\.Radius +property +d', r'radius *: Float|radius=<Float>',
                               r'"name" : "radius"[^}]*?"kind" : "real"'),
    'its default': (r'Default: -1', r'(?i)default', r'(?i)default', r'Default: 1\.25', r'"declared" : (\{[^}]*"text" : )?"1'),
    'its least and greatest value': (r'Range: -1 - 2147483647', r'(?i)range|-3', r'(?i)range|-3', r'(?<![\d.])77(?!\d)', r'"least"|at least|> ?0|more than 0'),
    'the words of an enumeration': (r'\(0\): smpte ', r'smpte', r'smpte', r"'red', 'green'", r'\bno-copy\b|"words" : \[\s*"'),
    'what each word means': (r'smpte +- SMPTE 100%', r'SMPTE 100', r'SMPTE 100', r'red +- |red: ', r'"values" : \[\s*\{'),
    'its unit': (r'"units"|Units?:', r'"units"|Units?:', r'"units"|Units?:', r'"units"|Units?:', r'"units" : "'),
    'its other names': (r'(?i)alias', r'(?i)alias', r'(?i)alias', r'-r <|--reach', r'"aliases" : \[\s*"'),
    'whether it can be set': (r'flags: readable, writable', r'readwrite d Radius', r'\bwritable\b', r'(?i)read.only', r'"read-only"|"construct-only"'),
    'whether it is deprecated': (r'deprecated', r'Deprecated', r'deprecated', r'(?i)deprecated', r'"deprecated-since"'),
    'which class declares it': (r'(?i)declared by|owner', r'(?i)declared by|owner', r'(?i)declared by|owner', r'See also: Ball\.radius', r'"owner" : "gauss\.shapes\.ball"'),
    'the default as it is configured now, and where that was said': (r'configuration:\d', r'configuration:\d', r'configuration:\d', r'configuration:\d',
                                                                     r'ball\.cfg:\d+:\d+'),
    'the values of a living instance': (r'value: 5\.5|current: ', r'Radius = 1\.25', r'Radius +property +d +1\.25', r'Current: 5\.5',
                                        r'"value" : "5\.5"'),
    'its functions, with the types of their arguments': (r'Element Actions:\n(.*\n)*.*guint64 arg0', r'Throw\(in  d', r'\.Throw +method +d',
                                                         r'throw\(', r'"signature" : "\w+ \w+ \([a-z]+ '),
    'the names of their arguments': (r'guint64 (?!arg)\w+\);', r'd speed', r'Throw .*speed', r'throw\(.*speed',
                                     r'"signature" : "[^"]*points'),
    'where a function stands in the source': (r'\.c:\d+', r'\.py:\d+', r'\.py:\d+', r'\.py:\d+', r'\.c:\d+'),
    'its signals, with their arguments': (r'Element Signals:\n', r'Landed\(i place', r'Landed +signal +i', r'(?i)signals', r'"signals" : \['),
    'how a file configures it': (r'\[\w+\]|key:', r'\[\w+\]', r'\[\w+\]', r'c\.Big\.radius', r'"key" : "gauss\.shapes\.ball\.radius"'),
    'an example of a file that can be loaded': (r'(?i)example (file|pipeline)|gst-launch', r'(?i)example (file|of)', r'(?i)example (file|of)', r'# c\.Ball\.radius = 1\.25', r'"example" : "'),
    'its children': (r'(?i)children', r'node (child|/ball/child)', r'(?i)children|/ball/child', r'(?i)children', r'"children" : \['),
    'its file and version': (r'Version +1\.', r'(?i)version \d', r'(?i)version \d', r'(?i)version \d', r'"version" : "\d'),
    'the state of its process and its mailbox': (r'mailbox', r'mailbox', r'mailbox', r'mailbox', r'^process\n +state(.*\n)*mailbox\n +messages'),
    'all of it for other programs': (r'^\s*\{', r'<node>', r'^\s*\{|<node>', r'^\s*\{', r'"schema"'),
    'a name that is nearly right': (r'(?i)did you mean', r'(?i)did you mean', r'(?i)did you mean', r'(?i)did you mean', r'did you mean'),
    'only whether it is there': (r'exists: 0 1', r'exists: 0 1', r'exists: 0 1', r'exists: 0 1', r'exists: 0 1'),
    'a picture': (r'digraph', r'digraph', r'digraph', r'digraph', r'digraph'),
}

# Versions are said of elements of GStreamer.
NEED_MEDIA = ['its file and version']


def call(*words, **variables):
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8', errors='replace', check=False,
                          timeout=60, env=dict(os.environ, LC_ALL='C.UTF-8', NO_COLOR='1') | variables)
    return f'{done.stdout}\n', done.returncode


def show_gst():
    if shutil.which('gst-inspect-1.0') is None or call('gst-inspect-1.0', '--exists', 'videotestsrc')[1] != 0:
        return None
    texts = [call('gst-inspect-1.0', '--no-colors', name)[0] for name in ('videotestsrc', 'playbin', 'multifilesink', 'rtspsrc', 'appsink', 'videotestsr')]
    codes = [call('gst-inspect-1.0', '--exists', name)[1] for name in ('videotestsrc', 'videotestsr')]
    return ''.join(texts) + f'exists: {" ".join(map(str, codes))}\n'


@contextlib.contextmanager
def bus():
    with subprocess.Popen(['dbus-daemon', '--session', '--print-address', '--nofork'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          encoding='utf-8') as daemon:
        address = daemon.stdout.readline().strip()
        with subprocess.Popen(['/usr/bin/python3', HERE / 'completeness-service.py'], env=dict(os.environ, DBUS_SESSION_BUS_ADDRESS=address)) as service:
            try:
                yield address
            finally:
                service.kill()
                daemon.kill()


def show_bus():
    """Of gdbus and of busctl."""
    if shutil.which('dbus-daemon') is None:
        return None, None
    with bus() as address:
        gdbus = ['gdbus', 'introspect', '--address', address, '--dest', 'org.example.Ball', '--object-path']
        for _ in range(200):
            if 'Radius' in call(*gdbus, '/ball')[0]:
                break
            time.sleep(0.05)
        first = None
        if shutil.which('gdbus') is not None:
            first = call(*gdbus, '/ball', '--recurse')[0] + call(*gdbus, '/ball', '--xml')[0] + call(*gdbus, '/bal')[0]
        second = None
        if shutil.which('busctl') is not None:
            busctl = ['busctl', '--address', address]
            second = ''.join(call(*busctl, 'introspect', 'org.example.Ball', path)[0] for path in ('/ball', '/bal'))
            second += call(*busctl, 'introspect', 'org.example.Ball', '/ball', '--xml-interface')[0]
        return first, second


def show_traitlets():
    text, code = call('/usr/bin/python3', '-c', TRAITLETS)
    return text if code == 0 else None


def show_gyre():
    program = BUILD / 'components/program/gyre'
    examples = [BUILD / 'docs/examples' / name for name in ('gauss', 'lab', 'orchestra')] + [BUILD / 'media']
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / 'ball.cfg'
        file.write_text('[gauss.shapes.ball]\nradius = 5.5\n', encoding='utf-8')
        base = [str(program), *(f'--module-path={example}' for example in examples), '--no-pager']
        subjects = ['gauss.shapes.ball', 'gauss.shapes', 'gauss.integrators.montecarlo', 'orchestra.player', 'orchestra.player#p', 'gyre.base-process',
                    'gauss.shapes.ball#b', 'lab.spring', 'GApplication', 'gst.videotestsrc', 'gauss.shapes.bal']
        texts = [call(*base, 'inspect', *words, f'--config={file}')[0] for name in subjects for words in ((name,), (name, '--json'))]
        codes = [call(*base, 'inspect', '--exists', name)[1] for name in ('gauss.shapes.ball', 'gauss.shapes.bal')]
        texts += [call(*base, 'graph', 'classes', 'gauss')[0], f'exists: {" ".join(map(str, codes))}\n']
        return ''.join(texts)


def read_table():
    rows = {}
    for line in (ROOT / 'docs/completeness.md').read_text(encoding='utf-8').splitlines():
        cells = [cell.strip() for cell in line.strip('|').split('|')]
        if line.startswith('|') and len(cells) == 7 and set(cells[1]) != {'-'}:
            rows[cells[0]] = cells[1:]
    return rows


def check(column, pattern_index, shown, table):
    """The mistakes of a column."""
    for question, patterns in PROBES.items():
        if column == 'Gyre' and question in NEED_MEDIA and not (BUILD / 'media/gst.so').exists():
            continue
        expected = table[question][COLUMNS.index(column)]
        found = re.search(patterns[pattern_index], shown, re.MULTILINE) is not None
        if expected not in ('yes', 'no'):
            yield f'{question}: {column}: the cell is {expected!r}'
        elif found != (expected == 'yes'):
            yield f'{question}: {column}: the table says {expected}, and the program {"shows" if found else "does not show"} it'


def main():
    table = read_table()
    heads = table.pop('what', None)
    gdbus, busctl = show_bus()
    outputs = [('gst-inspect-1.0', show_gst()), ('gdbus introspect', gdbus), ('busctl introspect', busctl), ('traitlets', show_traitlets()),
               ('Gyre', show_gyre())]
    print(f'1..{len(outputs) + 1}')
    same = heads == COLUMNS and list(table) == list(PROBES) and all(row[4] in ('yes', 'no') for row in table.values())
    if not same:
        print(f'# the rows of the table are not the questions of the test: {set(table) ^ set(PROBES)}')
    print('ok 1' if same else 'not ok 1', 'the-table-has-the-questions-that-are-asked')
    failed = not same
    for number, (column, shown) in enumerate(outputs, 2):
        name = 'the-column-of-' + column.replace(' ', '-') + '-is-true'
        if shown is None:
            print(f'ok {number} {name} # SKIP {column} is not installed')
            continue
        mistakes = list(check(column, number - 2, shown, table)) if same else ['no table']
        for mistake in mistakes:
            print(f'# {mistake}')
        print('not ok' if mistakes else 'ok', number, name)
        failed = failed or bool(mistakes)
        if os.environ.get('COMPLETENESS_OUTPUT'):
            pathlib.Path(os.environ['COMPLETENESS_OUTPUT'], column.split()[0]).write_text(shown, encoding='utf-8')
    return 1 if failed else 0


sys.exit(main())
