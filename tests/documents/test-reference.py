#!/usr/bin/python3
# test-reference.py: The reference has words and defaults of every trait
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Usage: test-reference.py ENRICHED-GIR GIR GI-DOCGEN-CONFIGURATION"""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import traceback
import xml.etree.ElementTree

enriched, scanned, configuration = (pathlib.Path(argument) for argument in sys.argv[1:])
folder = pathlib.Path(tempfile.mkdtemp())
CORE = '{http://www.gtk.org/introspection/core/1.0}'


class Skip(Exception):
    pass


def properties():
    tree = xml.etree.ElementTree.parse(enriched)
    for kind in tree.iter(CORE + 'class'):
        for found in kind.findall(CORE + 'property'):
            yield kind.get('name'), found


def each_trait_has_words_and_a_default():
    found = {element.get('name'): element for kind, element in properties() if kind == 'BaseProcess'}
    assert {'running', 'priority', 'phase', 'memory-size', 'when-full'} <= set(found), found
    for name, element in found.items():
        words = element.find(CORE + 'doc')
        assert words is not None and words.text and words.get('filename').endswith('gyre-base-process.c') and int(words.get('line')) > 0, name
        assert element.get('default-value'), name
    assert found['memory-size'].get('default-value') == '8096'
    assert found['when-full'].get('default-value') == 'refuse'
    assert '- Units: `byte`' in found['memory-size'].find(CORE + 'doc').text


def every_property_has_words():
    missing = [f'{kind}:{element.get("name")}' for kind, element in properties() if element.find(CORE + 'doc') is None]
    assert not missing, missing


def nothing_else_is_changed():
    """What was added is taken away again."""
    def texts(path, is_added):
        tree = xml.etree.ElementTree.parse(path)
        for kind in tree.iter():
            for child in list(kind):
                if is_added and child.tag == CORE + 'attribute' and child.get('name') == 'org.gtk.Property.default':
                    kind.remove(child)
        for found in tree.iter(CORE + 'property'):
            found.attrib.pop('default-value', None)
            for words in found.findall(CORE + 'doc'):
                found.remove(words)
        return [(element.tag, element.attrib, (element.text or '').strip()) for element in tree.iter()]

    before, after = texts(scanned, False), texts(enriched, True)
    words = [row for row in after if row not in before]
    assert all(row[0] == CORE + 'doc' for row in words), words[:3]


def the_compiler_takes_it():
    compiler = shutil.which('g-ir-compiler')
    if compiler is None:
        raise Skip('g-ir-compiler is not installed')
    done = subprocess.run([compiler, enriched, '-o', folder / 'Gyre-1.typelib'], capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr, done.stderr


def pages_show_words_and_defaults():
    program = shutil.which('gi-docgen')
    if program is None:
        raise Skip('gi-docgen is not installed')
    subprocess.run([program, 'generate', '--quiet', '--no-namespace-dir', '-C', configuration, '--output-dir', folder / 'pages', enriched],
                   capture_output=True, check=True)
    for kind, element in properties():
        page = (folder / 'pages' / f'property.{kind}.{element.get("name")}.html').read_text(encoding='utf-8')
        assert 'No description available' not in page, element.get('name')
        if element.get('default-value') is not None:
            shown = re.search(r'Default value</td><td><code>(.*?)</code>', page)
            assert shown and html.unescape(shown[1]) == element.get('default-value'), element.get('name')
    assert (folder / 'pages' / 'class.BaseProcess.html').exists()


CASES = [each_trait_has_words_and_a_default, every_property_has_words, nothing_else_is_changed, the_compiler_takes_it, pages_show_words_and_defaults]


def main():
    print(f'1..{len(CASES)}')
    failed = 0
    for number, case in enumerate(CASES, 1):
        name = '/documents/reference/' + case.__name__.replace('_', '-')
        try:
            case()
            print(f'ok {number} {name}')
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}')
        except Exception:
            failed += 1
            print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
            print(f'not ok {number} {name}')
    shutil.rmtree(folder)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
