# test-elements.py: Every installed element of GStreamer, as Gyre tells of it and as gst-inspect-1.0 does
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-elements.py PROGRAM DESCRIBE-ALL MODULE. Each case compares one matter of all elements; each difference is told with the
# element's name.
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, DESCRIBE_ALL, MODULE = sys.argv[1:4]
FOLDER = str(pathlib.Path(MODULE).parent)
STATES = {'changeable-until-playing': 'changeable in NULL, READY, PAUSED or PLAYING state',
          'changeable-until-paused': 'changeable only in NULL, READY or PAUSED state',
          'changeable-until-ready': 'changeable only in NULL or READY state',
          'construct-only': 'can be set only at object construction time', 'conditionally-available': 'conditionally available'}
# What gst-inspect-1.0 does not tell of.
UNTOLD = {'construct', 'lax-validation', 'explicit-notify'}
METADATA = {'Rank': 'rank', 'Long-name': 'long-name', 'Klass': 'classification', 'Description': 'description', 'Author': 'author',
            'Documentation': 'documentation'}
PLUGIN = {'Name': 'name', 'Description': 'description', 'Filename': 'file', 'Version': 'version', 'License': 'license',
          'Source module': 'source module', 'Source release date': 'release date', 'Binary package': 'package', 'Origin URL': 'origin',
          'Documentation': 'documentation'}
# Until 1.22 gst-inspect-1.0 asks for the clock that an element runs by, and a fresh one runs by none.
CLOCKS = {'element requires a clock': 'required', 'element provides a clock': 'provided',
          'element is supposed to provide a clock but returned NULL': 'provided'}
ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '"': '"', "'": "'"}


def skip(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(77)


def describe_all(cache):
    done = subprocess.run([DESCRIBE_ALL, FOLDER, 'gst'], capture_output=True, encoding='utf-8', stdin=subprocess.DEVNULL, check=True,
                          env=inspection.environment() | {'XDG_CACHE_HOME': cache})
    *lines, summary = done.stdout.rstrip('\n').split('\n')
    print(f'# {summary}')
    return {element['family'].removeprefix('gst.'): element for element in map(json.loads, lines)}


def unquote(text):
    """What a text of ours means: none, a bare word, or a text in quotes."""
    if text is None or text == 'none':
        return None
    if text[:1] != '"':
        return text.replace('{{', '{').replace('}}', '}')
    meaning = re.sub(r'\\(x[0-9a-f]{2}|.)', lambda escape: chr(int(escape[1][1:], 16)) if len(escape[1]) == 3 else ESCAPES[escape[1]],
                     text[1:-1])
    return meaning.replace('{{', '{').replace('}}', '}')


def rows(element, title):
    return {row['name']: row['text'] for section in element['sections'] if section['title'] == title for row in section['rows']}


def number_of(trait, text):
    """The number behind the words of an enumeration or of flags."""
    values = {value['word']: value['value'] for value in trait['values']}
    meaning = unquote(text)
    if meaning is not None and meaning in values:
        return values[meaning]
    if meaning is None or meaning == '()':
        return 0
    numbers = [values[word] if word in values else int(word, 0) for word in meaning.split(' | ')]
    result = 0
    for number in numbers:
        result |= number
    return result


def mask(text):
    """The first characters of a text and its form, without what can be another number, path or key each time."""
    return str(text)[:5] + re.sub(r'(#\s*)+', '#', re.sub(r'[\w+/=.-]+', '#', str(text)))


def is_same_number(text, ours):
    return ours is not None and (text == ours or text == '%.7g' % float(ours.split('/')[0]))


def is_same_default(facts, trait):
    """Whether the value of a fresh element is told the same. Of objects and pointers gst-inspect-1.0 tells none."""
    theirs, ours = facts['default'], trait['default']
    if facts['values'] is not None:
        return theirs == number_of(trait, ours) & (0xffffffff if theirs >= 0 else -1)
    if facts['native'] == 'gchararray':
        return theirs == ('null' if unquote(ours) is None else f'"{unquote(ours)}"')
    if facts['native'] == 'GstCaps':
        return theirs == unquote(ours)
    if theirs is None:
        return True
    return theirs == ours or (facts['least'] is not None and is_same_number(theirs, ours))


class Comparison:
    """What two sides say of all elements."""

    def __init__(self, theirs, again, ours):
        self.theirs, self.again, self.ours = theirs, again, ours
        self.version = tuple(int(number) for number in re.search(r'version (\d+)\.(\d+)', inspection.ask('--version')).groups())
        self.differences = []

    def check(self, subject, theirs, ours):
        if theirs != ours:
            self.differences.append(f'{subject}: gst-inspect-1.0 says {theirs!r:.300}, gyre says {ours!r:.300}')

    def elements(self):
        return ((name, self.theirs[name], self.ours[name]) for name in sorted(set(self.theirs) & set(self.ours)) if 'error' not in self.ours[name])

    def properties(self):
        for name, theirs, ours in self.elements():
            traits = {trait['name']: trait for trait in ours['traits']}
            for word, facts in theirs['properties'].items():
                if word in traits:
                    yield f'{name}.{word}', facts, traits[word], self.again.get(name, theirs)['properties'].get(word, facts)

    def every_installed_element_is_described(self):
        self.check('elements', set(self.theirs) - set(self.ours), set(self.ours) - set(self.theirs))
        for name, element in self.ours.items():
            self.check(name, None, element.get('error'))

    def properties_have_the_same_names(self):
        for name, theirs, ours in self.elements():
            self.check(name, sorted(theirs['properties']), sorted(trait['name'] for trait in ours['traits']))

    def properties_have_the_same_types(self):
        for subject, facts, trait, _ in self.properties():
            self.check(subject, facts['native'], trait['native'])

    def properties_have_the_same_summaries(self):
        for subject, facts, trait, _ in self.properties():
            self.check(subject, facts['summary'].strip(), (trait['summary'] or '(null)').strip())

    def numbers_have_the_same_ranges(self):
        for subject, facts, trait, _ in self.properties():
            for bound in ('least', 'most'):
                if facts[bound] is None or not is_same_number(facts[bound], trait[bound]):
                    self.check(f'{subject} {bound}', facts[bound], trait[bound])

    def fresh_elements_have_the_same_values(self):
        # An element counts its sort in its name, and some tell the name of the program. What gst-inspect-1.0 tells in another way when it
        # is asked again depends on the process or on the time (an address, a random number, a new key): it must look alike.
        for subject, facts, trait, again in self.properties():
            theirs = facts['default']
            if facts['native'] == 'gchararray':
                theirs = theirs.replace('"gst-inspect-1.0"', f'"{pathlib.Path(DESCRIBE_ALL).name}"')
            if subject.endswith('.name'):
                self.check(subject, re.sub(r'-?\d+$', '', theirs.strip('"')), re.sub(r'-?\d+$', '', unquote(trait['default'])))
            elif facts['default'] != again['default']:
                ours = trait['default'] if facts['native'] != 'gchararray' else f'"{unquote(trait["default"])}"'
                self.check(subject, mask(theirs), mask(ours))
            elif not is_same_default(facts | {'default': theirs}, trait):
                self.check(subject, theirs, trait['default'])

    def words_have_the_same_numbers_and_texts(self):
        for subject, facts, trait, _ in self.properties():
            self.check(subject, facts['values'] or [], [(value['word'], value['name'], value['value']) for value in trait['values']])

    def properties_have_the_same_flags(self):
        for subject, facts, trait, _ in self.properties():
            ours = {STATES.get(flag, flag) for flag in trait['flags']} - UNTOLD
            # Of what can be set only while it is built, gst-inspect-1.0 tells since 1.24.
            self.check(subject, facts['flags'], ours if self.version >= (1, 24) else ours - {STATES['construct-only']})

    def hierarchies_and_interfaces_are_the_same(self):
        for name, theirs, ours in self.elements():
            self.check(name, theirs['hierarchy'], [part['type'] for part in reversed(ours['hierarchy'])])
            self.check(name, sorted(theirs['interfaces']), sorted(part['type'] for part in ours['interfaces']))

    def signals_and_actions_have_the_same_arguments(self):
        for name, theirs, ours in self.elements():
            signals = {signal['name']: signal for signal in ours['signals']}
            for word, types in list(theirs['signals'].items()) + list(theirs['actions'].items()):
                signal = signals.get(word, {'result-native': None, 'arguments': []})
                self.check(f'{name}::{word}', types[1:], [argument['native'] for argument in signal['arguments']])
                self.check(f'{name}::{word} is an action', word in theirs['actions'], 'action' in signal.get('flags', []))

    def pad_templates_have_the_same_capabilities(self):
        for name, theirs, ours in self.elements():
            words = {'SRC': 'source', 'SINK': 'sink', 'UNKNOWN': 'unknown'}
            expected = {pad: f'{words[facts["direction"]]}, {facts["presence"].lower()}: {facts["caps"]}'
                        for pad, facts in theirs['templates'].items()}
            self.check(name, expected, rows(ours, 'pad templates'))

    def pads_have_the_same_properties(self):
        for name, theirs, ours in self.elements():
            for pad, facts in theirs['templates'].items():
                if facts['type']:
                    self.check_pad(f'{name}:{pad}', facts['properties'], rows(ours, f'pad {pad} ({facts["type"]})'))

    def check_pad(self, subject, theirs, ours):
        self.check(subject, sorted(theirs), sorted(ours))
        for word, facts in theirs.items():
            text = ours.get(word, '')
            match = re.match(r'(?P<native>\S+)(?:, (?P<least>\S+) to (?P<most>\S+))? = (?P<default>.*); (?P<flags>[^;:]*): (?P<summary>.*)', text, re.DOTALL)
            if match is None:
                self.check(f'{subject}.{word}', facts, text)
                continue
            flags = {STATES.get(flag, flag) for flag in match['flags'].split(', ')} - UNTOLD - {STATES['construct-only']}
            self.check(f'{subject}.{word}', (facts['native'], facts['flags'] - {STATES['construct-only']}, facts['summary']),
                       (match['native'], flags, match['summary']))
            for bound in ('least', 'most', 'default') if facts['least'] is not None else ():
                if not is_same_number(facts[bound], match[bound]):
                    self.check(f'{subject}.{word} {bound}', facts[bound], match[bound])

    def born_pads_are_the_same(self):
        for name, theirs, ours in self.elements():
            pads = []
            for pad, text in rows(ours, 'pads').items():
                direction, _, template = text.partition(', of the template ')
                pads.append({'source': 'SRC', 'sink': 'SINK'}[direction] + f": '{pad}'")
                pads += [f"Pad Template: '{template}'"] if template else []
            self.check(name, theirs['pads'], pads)

    def authors_ranks_and_plugins_are_the_same(self):
        for name, theirs, ours in self.elements():
            for title, words, facts in (('element', METADATA, theirs['factory']), ('plugin', PLUGIN, theirs['plugin'])):
                told = rows(ours, title)
                for theirs_word, ours_word in words.items():
                    self.check(f'{name} {ours_word}', facts.get(theirs_word), told.get(ours_word, '(null)' if theirs_word in facts else None))

    def addresses_and_clocks_are_the_same(self):
        for name, theirs, ours in self.elements():
            told = rows(ours, 'addresses')
            self.check(name, theirs['addresses'], {'acts as': told['acts as'], 'protocols': [word for word in told['protocols'].split(', ') if word != 'none']}
                       if told else None)
            self.check(name, [CLOCKS[re.sub(': .*', '', line)] for line in theirs['clock']] or ['none'], rows(ours, 'behavior')['clock'].split(', '))

    def children_and_presets_are_the_same(self):
        for name, theirs, ours in self.elements():
            self.check(name, [mask(child) for child in theirs['children']], [mask(child) for child in rows(ours, 'children')])
            self.check(name, [preset for preset, _ in theirs['presets']], list(rows(ours, 'presets')))

    def run(self, number, case):
        self.differences = []
        getattr(self, case)()
        for difference in self.differences[:200]:
            print('# ' + difference.replace('\n', '\\n'))
        if len(self.differences) > 200:
            print(f'# and {len(self.differences) - 200} more')
        print(f'{"not ok" if self.differences else "ok"} {number} /media/elements/{case.replace("_", "-")}')
        return not self.differences


def read_both(cache):
    """What gst-inspect-1.0 says, twice, and what Gyre says."""
    inspection.ask('--exists', 'fakesink')
    registry = pathlib.Path(os.environ.get('XDG_CACHE_HOME') or pathlib.Path.home() / '.cache') / 'gstreamer-1.0'
    shutil.copytree(registry, pathlib.Path(cache) / 'gstreamer-1.0')
    with concurrent.futures.ThreadPoolExecutor() as pool:
        readings = [pool.submit(inspection.read_all), pool.submit(inspection.read_all), pool.submit(describe_all, cache)]
        return [reading.result() for reading in readings]


def main():
    if shutil.which('gst-inspect-1.0') is None:
        skip('gst-inspect-1.0 is not installed (gstreamer1.0-tools)')
    with tempfile.TemporaryDirectory() as cache:
        comparison = Comparison(*read_both(cache))
    if len(comparison.theirs) < 100:
        skip(f'only {len(comparison.theirs)} elements are installed (gstreamer1.0-plugins-base and -good have hundreds)')
    cases = [name for name, member in vars(Comparison).items() if callable(member) and name not in
             {'__init__', 'check', 'elements', 'properties', 'check_pad', 'run'}]
    print(f'# {len(comparison.theirs)} elements, {sum(len(element["properties"]) for element in comparison.theirs.values())} properties')
    print(f'1..{len(cases)}')
    results = [comparison.run(number, case) for number, case in enumerate(cases, 1)]
    sys.exit(0 if all(results) else 1)


sys.path.insert(0, str(pathlib.Path(__file__).parent))
import inspection  # noqa: E402
main()
