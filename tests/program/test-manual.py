#!/usr/bin/env python3
# test-manual.py: gyre document: manual pages, Markdown, json, schema, text, and what words lack
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-manual.py PROGRAM MODULE-PATH MODULES EXPECTED-MISTAKES
import json
import pathlib
import re
import shutil
import subprocess
import sys

from harness import NEGATIVE, NOT_FOUND, USAGE, folder, gyre, run

MODULES = sys.argv[3].split()
EXPECTED = pathlib.Path(sys.argv[4])
HAS_GSTREAMER = any((pathlib.Path(name) / 'gst.so').exists() for name in sys.argv[2].split(':'))


def write_pages(format, *modules):
    target = folder / f'{format}-{"-".join(modules)}'
    gyre('document', *modules, f'--format={format}', f'--output={target}')
    return target


def remarks_about(pages):
    """What mandoc and groff find wrong."""
    remarks = ''
    if shutil.which('mandoc'):
        remarks += subprocess.run(['mandoc', '-Tlint', '-Wwarning', *pages], capture_output=True, text=True, check=False).stdout
    if shutil.which('groff'):
        for page in pages[:20]:
            remarks += subprocess.run(['groff', '-ww', '-mdoc', '-Tutf8', '-z', page], capture_output=True, text=True, check=False).stderr
    return remarks


def seen(page):
    text = subprocess.run(['mandoc', '-Tutf8', page], capture_output=True, encoding='utf-8', check=True).stdout
    return re.sub('.\b', '', text)


def manual_pages_of_our_tree_are_without_a_mistake():
    pages = sorted(write_pages('man', *MODULES).glob('man?/*'))
    assert {page.name for page in pages} > {'gyre.1', 'gyre.base-process.5', 'gauss.shapes.5', 'gauss.shapes.ball.5', 'tower.clock.5'}, pages
    assert remarks_about(pages) == ''


def a_manual_page_tells_what_the_class_is():
    if not shutil.which('mandoc'):
        return
    text = seen(write_pages('man', *MODULES) / 'man5/gauss.integrators.montecarlo.5')
    for words in ('gauss.integrators.montecarlo – the share of random points that hit', 'samples (integer)', 'Default      100000', 'Range        positive',
                  'real integrate ()', 'gyre(1), gauss.functors(5), gauss.integrators(5), gauss.meshes(5), gauss.shapes(5), gauss.shapes.box(5), GyreComponent(5)', 'gauss.pfg'):
        assert ' '.join(words.split()) in ' '.join(text.split()), words + '\n' + text
    titles = re.findall(r'^([A-Z][A-Z ]+)$', text, re.MULTILINE)
    assert titles[:5] == ['NAME', 'SYNOPSIS', 'DESCRIPTION', 'CONFIGURATION', 'BEHAVIORS'], titles
    assert titles[-1] == 'SEE ALSO'
    assert gyre('document', 'lab', '--format=man')[0] == (write_pages('man', 'lab') / 'man5/lab.spring.5').read_text(encoding='utf-8')


def pages_are_the_same_on_every_machine():
    """Neither the folder of a module nor that of the build is told."""
    build = str(pathlib.Path(sys.argv[1]).resolve().parent.parent.parent)
    folders = [name for name in sys.argv[2].split(':')] + [build]
    for format in ('man', 'markdown', 'text', 'schema'):
        for page in write_pages(format, *MODULES).rglob('*.*'):
            text = page.read_text(encoding='utf-8').replace('\\-', '-') if page.is_file() else ''
            assert not any(place in text for place in folders), page
    assert 'gauss (libgauss.so)' in (write_pages('man', *MODULES) / 'man5/gauss.shapes.ball.5').read_text(encoding='utf-8')
    assert '- Module: `gauss (libgauss.so)`' in (write_pages('markdown', *MODULES) / 'gauss.shapes.ball.md').read_text(encoding='utf-8')


def a_folder_of_manual_pages_is_one_for_man():
    if not shutil.which('man') or not shutil.which('groff'):
        return
    done = subprocess.run(['man', '-M', write_pages('man', *MODULES), '--pager=cat', '5', 'lab.spring'], capture_output=True, encoding='utf-8',
                          env={'LC_ALL': 'C.UTF-8', 'PATH': '/usr/bin:/bin', 'MANWIDTH': '100'}, check=False)
    assert done.returncode == 0 and not done.stderr, done.stderr
    assert "a spring that obeys Hooke's law" in re.sub('.\b', '', done.stdout), done.stdout


def the_program_has_a_page_with_every_verb_and_option():
    page = gyre('document', '--format=man')[0]
    (folder / 'gyre.1').write_text(page, encoding='utf-8')
    assert remarks_about([folder / 'gyre.1']) == ''
    assert page == (write_pages('man') / 'man1/gyre.1').read_text(encoding='utf-8')
    if not shutil.which('mandoc'):
        return
    text = seen(folder / 'gyre.1')
    for words, group in ((['--help'], ''), (['configuration', '--help'], 'configuration ')):
        for verb in re.findall(r'^  ([a-z]+) .*\n      ', gyre(*words)[0], re.MULTILINE):
            assert f'gyre {group}{verb} ' in text or verb == 'configuration', verb
    options = re.findall(r'(--[a-z-]+)', gyre('--help')[0].split('\nOptions:')[1])
    assert len(options) > 20 and all(f'     {option}' in text for option in options), options
    assert 'For gyre run.' in text and 'EXIT STATUS' in text


def elements_of_gstreamer_have_pages_without_a_mistake():
    if not HAS_GSTREAMER:
        return
    pages = sorted(write_pages('man', 'gst').glob('man5/*'))
    assert len(pages) > 20
    assert remarks_about(pages) == ''


def arguments_of_signals_have_the_same_names_everywhere():
    if not HAS_GSTREAMER:
        return
    element = json.loads(gyre('inspect', 'gst.decodebin', '--json')[0])
    added = next(signal for signal in element['signals'] if signal['name'] == 'pad-added')
    assert added['signature'] == 'nothing pad-added (GstPad pad)' and [row['name'] for row in added['arguments']] == ['pad']
    assert 'nothing pad-added (GstPad pad)' in gyre('inspect', 'gst.decodebin')[0]
    page = (write_pages('markdown', 'gst') / 'gst.decodebin.md').read_text(encoding='utf-8')
    assert '- pad: `object`' in page[page.index('pad-added'):], page
    if 'built without' in gyre('inspect', 'X', '--typelib=Gio-2.0', code=None)[1]:
        return
    named = json.loads(gyre('inspect', 'gst.decodebin', '--json', '--typelib=Gst-1.0', code=None)[0] or 'null')
    if named is not None:
        added = next(signal for signal in named['signals'] if signal['name'] == 'pad-added')
        assert [row['name'] for row in added['arguments']] == ['new_pad'], added
        assert json.loads(gyre('inspect', 'gst.decodebin', '--json')[0]) == element, 'what a typelib says is not kept'


def markdown_has_a_page_each_and_an_index():
    target = write_pages('markdown', *MODULES)
    index = (target / 'index.md').read_text(encoding='utf-8')
    links = re.findall(r'\]\(([^)]+)\)', index)
    assert len(links) > 15 and all((target / link).exists() for link in links), links
    ball = (target / 'gauss.shapes.ball.md').read_text(encoding='utf-8')
    assert '| `radius` | `real` | `1` | at least 0 | `a pure number` | how far the points can be from the center |' in ball, ball
    assert 'Interfaces: [`gauss.shapes`](gauss.shapes.md)' in ball


def json_is_one_document_of_what_inspect_tells():
    document = json.loads(gyre('document', 'gauss', '--format=json')[0])
    assert (document['format'], document['version']) == ('gyre-catalogue', 1)
    families = [description['family'] for description in document['descriptions']]
    assert families == sorted(families) and 'gauss.shapes.ball' in families
    ball = json.loads(gyre('inspect', 'gauss.shapes.ball', '--json')[0])
    told = document['descriptions'][families.index('gauss.shapes.ball')]
    assert {key: told[key] for key in ('family', 'type', 'summary')} == {key: ball[key] for key in ('family', 'type', 'summary')}
    assert [trait['name'] for trait in told['traits']] == [trait['name'] for trait in ball['traits']]
    assert json.loads((write_pages('json', 'gauss') / 'catalogue.json').read_text(encoding='utf-8')) == document


def schema_is_that_of_the_classes():
    schema = json.loads(gyre('document', 'lab', '--format=schema')[0])
    assert schema == json.loads(gyre('configuration', 'schema', 'lab.spring')[0])


def text_is_the_same_each_time():
    first, second = (gyre('document', 'gauss', '--format=text')[0] for _ in range(2))
    assert first == second and '\n  trait radius: real = 1; at least 0; a pure number\n' in first, first
    assert (write_pages('text', 'gauss') / 'catalogue.txt').read_text(encoding='utf-8') == first


def words_of_our_tree_lack_nothing():
    assert gyre('document', *MODULES, '--check') == ('', '')
    assert json.loads(gyre('document', 'lab', '--check', '--json')[0]) == {'format': 'gyre-lint', 'version': 1, 'mistakes': []}


def each_mistake_is_told_with_place_subject_rule_and_hint():
    text = gyre('document', 'untidy', '--check', code=USAGE)[0]
    # gcc counts a declaration at its last line, clang at its first.
    assert re.sub(r'(\.c):\d+', r'\1', text) == EXPECTED.read_text(encoding='utf-8'), text
    mistakes = json.loads(gyre('document', 'untidy', '--check', '--json', code=USAGE)[0])['mistakes']
    assert {mistake['rule'] for mistake in mistakes} == {'missing-summary', 'long-summary', 'repeating-summary', 'missing-units', 'full-stop', 'capital'}
    assert all(mistake['hint'] and mistake['locator']['file'].endswith('untidy.c') for mistake in mistakes)
    assert [mistake['subject'] for mistake in mistakes] == re.findall(r'^\S+ (\S+): ', text, re.MULTILINE)


def what_makes_no_sense_is_refused():
    assert "--format: of gyre document, it must be one of html, man," in gyre('document', 'lab', '--format=pdf', code=USAGE)[1]
    assert "no module 'gaus' " in gyre('document', 'gaus', code=NOT_FOUND)[1]
    assert gyre('document', 'gaus', '--format=man', code=NOT_FOUND)[1].endswith("; did you mean 'gauss'?\n")
    assert '--output=FOLDER must say' in gyre('document', 'gauss', '--format=man', code=USAGE)[1]
    assert 'which modules' in gyre('document', '--format=text', code=USAGE)[1]
    assert 'which modules' in gyre('document', '--check', code=USAGE)[1]
    assert '--gir=FILE is for --format=gir' in gyre('document', 'lab', '--format=text', '--gir=x', code=USAGE)[1]
    assert '--gir=FILE is for --format=gir' in gyre('document', '--format=gir', code=USAGE)[1]
    assert '--pages means nothing to gyre list; --pages is for gyre document' in gyre('list', '--pages=x', code=USAGE)[1]
    assert "no module 'no-such'" in gyre('document', 'no-such', '--check', code=None)[1]
    assert 'no-such.gir' in gyre('document', '--format=gir', '--gir=no-such.gir', code=NEGATIVE)[1]


def what_somebody_has_written_is_not_overwritten():
    target = folder / 'mine'
    (target / 'man5').mkdir(parents=True)
    (target / 'man5/lab.spring.5').write_text('mine')
    assert 'was not written by gyre document' in gyre('document', 'lab', '--format=man', f'--output={target}', code=None)[1]
    assert (target / 'man5/lab.spring.5').read_text() == 'mine'


run(manual_pages_of_our_tree_are_without_a_mistake, a_manual_page_tells_what_the_class_is, pages_are_the_same_on_every_machine,
    a_folder_of_manual_pages_is_one_for_man,
    the_program_has_a_page_with_every_verb_and_option, elements_of_gstreamer_have_pages_without_a_mistake, markdown_has_a_page_each_and_an_index,
    arguments_of_signals_have_the_same_names_everywhere,
    json_is_one_document_of_what_inspect_tells, schema_is_that_of_the_classes, text_is_the_same_each_time, words_of_our_tree_lack_nothing,
    each_mistake_is_told_with_place_subject_rule_and_hint, what_makes_no_sense_is_refused, what_somebody_has_written_is_not_overwritten)
