# inspection.py: What gst-inspect-1.0 says of elements, taken apart
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# `gst-inspect-1.0 --print-all` tells of all elements at once, each line behind the name of its element. Lines that a text of several
# lines brings have no name before them.
import os
import re
import subprocess

HEADS = {'Factory Details:': 'factory', 'Plugin Details:': 'plugin', 'Implemented Interfaces:': 'interfaces', 'Pad Templates:': 'templates',
         'Clocking Interaction:': 'clock', 'URI handling capabilities:': 'addresses', 'Pads:': 'pads', 'Element Properties:': 'properties',
         'Element Signals:': 'signals', 'Element Actions:': 'actions', 'Children:': 'children', 'Presets:': 'presets',
         'Element Flags:': 'flags', 'GObject': 'hierarchy'}
NATIVE = {'Boolean': 'gboolean', 'String': 'gchararray', 'Integer': 'gint', 'Unsigned Integer': 'guint', 'Integer64': 'gint64',
          'Unsigned Integer64': 'guint64', 'Long': 'glong', 'Unsigned Long': 'gulong', 'Float': 'gfloat', 'Double': 'gdouble',
          'Fraction': 'GstFraction'}
NAMED = re.compile(r'(?:Object of type|Boxed pointer of type|Pointer of type|Unknown type -?\d+) "(?P<name>[^"]*)"')
WORDED = re.compile(r'(Enum|Flags) "(?P<name>[^"]*)" Default: (?P<number>0x[0-9a-f]+|-?\d+), "(?P<word>.*)"', re.DOTALL)
RANGED = re.compile(r'(?P<type>[A-Z][A-Za-z0-9 ]*)\. Range: *(?P<least>\S+) - *(?P<most>\S+) Default: *(?P<default>\S+)')
WORD = re.compile(r'\s*\((?P<number>0x[0-9a-f]+|-?\d+)\): (?P<word>.{16,}?) +- (?P<text>.*)', re.DOTALL)
TYPE_OF_MEMBER = re.compile(r'\((?:string|int|fraction|boolean|double|float|uint)\)')


def environment():
    return os.environ | {'LC_ALL': 'C.UTF-8', 'NO_COLOR': '1', 'PAGER': 'cat'}


def ask(*words):
    return subprocess.run(['gst-inspect-1.0', *words], capture_output=True, encoding='utf-8', errors='replace', env=environment(),
                          stdin=subprocess.DEVNULL, check=True).stdout


def lines_of_elements(text):
    """The lines of each element without its name; what has no name before it belongs to the line before."""
    elements, lines, prefix = {}, [], None
    for line in text.partition('\n\nTotal count: ')[0].split('\n'):
        head = re.match(r'(\S+): Factory Details:$', line)
        if head:
            prefix = head[1] + ': '
            lines = elements.setdefault(head[1], [])
        if prefix and line.startswith(prefix):
            lines.append(line[len(prefix):])
        elif prefix and not re.match(r'\S+:  ?\S', line) and lines:
            lines[-1] += '\n' + line
    return {name: [line.rstrip('\n') for line in lines] for name, lines in elements.items()}


def split_sections(lines):
    sections, current = {}, []
    for line in lines:
        if line in HEADS:
            current = sections.setdefault(HEADS[line], [])
        elif line.startswith('Element has no '):
            current = []
        else:
            current.append(line)
    return sections


def read_pairs(lines):
    """`  Name    value` in two columns; the first is 25 wide, or as wide as its text."""
    pairs = {}
    for line in lines:
        if line.startswith('  ') and len(line) > 3:
            name = line[2:27].split('  ')[0].rstrip()
            pairs[name] = line[2:][max(25, len(name)):] if len(name) <= 25 else ''
    return pairs


def read_type(lines, indent):
    """The lines under the flags of a property."""
    facts = {'native': None, 'values': None, 'least': None, 'most': None, 'default': None}
    text = '\n'.join(line[indent:] if line.startswith(' ' * indent) else line for line in lines).strip('\n')
    first = text.removesuffix(' Write only')
    if (match := WORDED.match(lines[0][indent:].split('\n')[0])):
        facts |= {'native': match['name'], 'default': int(match['number'], 0), 'values': []}
        for line in lines[1:]:
            if (word := WORD.fullmatch(line[indent:])):
                facts['values'].append((word['word'].rstrip(), word['text'], int(word['number'], 0)))
    elif (match := RANGED.match(first)):
        facts |= {'native': NATIVE[match['type']], 'least': match['least'], 'most': match['most'], 'default': match['default']}
    elif (match := re.match(r'(Boolean|String)\. Default: (.*)', first, re.DOTALL)):
        facts |= {'native': NATIVE[match[1]], 'default': match[2].strip(' \n') if match[1] == 'Boolean' else match[2]}
    elif first.startswith('Pointer.'):
        facts['native'] = 'gpointer'
    elif first.startswith('Array of GValues'):
        facts['native'] = 'GValueArray'
    elif 'GstValueArray of GValues' in first:
        facts['native'] = 'GstValueArray'
        facts['default'] = next(iter(re.findall(r'^Default: "(.*)"$', first, re.MULTILINE)), None)
    elif first.startswith('Caps (NULL)'):
        facts |= {'native': 'GstCaps', 'default': None}
    elif (match := NAMED.match(first)):
        facts['native'] = match['name']
    else:
        facts |= {'native': 'GstCaps', 'default': read_caps(lines)}
    return facts


def read_properties(lines, indent=2):
    """`  name : summary`, and deeper under it flags and type."""
    properties, current = {}, None
    for line in lines:
        head = re.match(r'(\S+) *: ?(.*)', line[indent:], re.DOTALL) if line[:indent].isspace() and line[indent:indent + 1].strip() else None
        if head:
            current = properties.setdefault(head[1], {'summary': head[2], 'lines': []})
        elif current is not None and line.strip():
            current['lines'].append(line)
    for facts in properties.values():
        deep = indent + 22
        flags, *rest = facts.pop('lines')
        facts['flags'] = set(re.split(r', (?=readable|writable|deprecated|controllable|conditionally|can be|changeable|0x)',
                                      flags.strip().removeprefix('flags: ').split('\n')[0]))
        facts |= read_type(rest or [' ' * deep], deep)
    return properties


def read_caps(lines):
    """Structures with their fields, as one text of ours has them."""
    structures = []
    for line in lines:
        field = re.match(r' *([^\s:]+): (.*)', line)
        if field:
            structures[-1] += ', %s=%s' % (field[1], TYPE_OF_MEMBER.sub('', field[2]))
        elif line.strip():
            structures.append(line.strip())
    return '; '.join(structures)


def read_templates(lines):
    templates, current = {}, None
    for line in lines:
        head = re.match(r"  (SRC|SINK|UNKNOWN) template: '(.*)'$", line)
        if head:
            current = templates.setdefault(head[2], {'direction': head[1], 'presence': '', 'caps': [], 'type': None, 'properties': []})
            place = None
        elif current is None:
            continue
        elif line.startswith('    Availability: '):
            current['presence'] = line.split(': ')[1].strip()
        elif line.startswith('    Capabilities:'):
            place = 'caps'
        elif line.startswith('    Type: '):
            current['type'], place = line.split(': ')[1].strip(), None
        elif line.startswith('    Pad Properties:'):
            place = 'properties'
        elif place and line.strip():
            current[place].append(line)
    for facts in templates.values():
        facts['caps'] = read_caps(facts['caps'])
        facts['properties'] = read_properties(facts['properties'], 6)
    return templates


def read_signals(lines):
    """The result and the arguments of each signal: names of types, without the object and the data of the user."""
    signals = {}
    for text in re.findall(r'"[^"]+" (?:->|:).*?\);', '\n'.join(lines), re.DOTALL):
        name, rest = re.match(r'"([^"]+)" (?:->|:) *(.*)', text, re.DOTALL).groups()
        result = re.match(r'(.*?)\s*(?:user_function|:)', rest)[1]
        arguments = re.findall(r'([\w ]+?[ *]+)arg\d+', rest)
        signals[name] = [plain_type(result)] + [plain_type(argument) for argument in arguments]
    return signals


def plain_type(text):
    text = text.replace('const ', '').strip()
    return {'gchar *': 'gchararray', 'gchar*': 'gchararray', 'gchararray*': 'gchararray', 'gchar **': 'GStrv'}.get(text, text.rstrip('* '))


def read_addresses(lines):
    acts = re.findall(r'Element can act as (\w+)\.', '\n'.join(lines))
    return {'acts as': acts[0] if acts else None, 'protocols': [line.strip() for line in lines if line.startswith('    ')]}


def read_element(lines):
    sections = split_sections(lines)
    return {
        'factory': read_pairs(sections.get('factory', [])),
        'plugin': read_pairs(sections.get('plugin', [])),
        'hierarchy': ['GObject'] + [re.sub(r'^[ +]*-*', '', line).strip() for line in sections.get('hierarchy', []) if '+----' in line],
        'interfaces': [line.strip() for line in sections.get('interfaces', []) if line.strip()],
        'templates': read_templates(sections.get('templates', [])),
        'clock': [line.strip() for line in sections.get('clock', []) if line.strip()],
        'addresses': read_addresses(sections['addresses']) if 'addresses' in sections else None,
        'pads': [line.strip() for line in sections.get('pads', []) if line.strip() and line.strip() != 'none'],
        'properties': read_properties(sections.get('properties', [])),
        'signals': read_signals(sections.get('signals', [])),
        'actions': read_signals(sections.get('actions', [])),
        'children': [line.strip() for line in sections.get('children', []) if line.strip()],
        'presets': re.findall(r'^  "(.*?)"(?:: (.*))?$', '\n'.join(sections.get('presets', [])), re.MULTILINE),
    }


def read_all():
    """Everything that gst-inspect-1.0 says of every installed element, by the name of the element."""
    return {name: read_element(lines) for name, lines in lines_of_elements(ask('--print-all')).items()}
