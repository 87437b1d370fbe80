#!/usr/bin/env python3
# test-program.py: What the gyre program answers, where, and with which exit code
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-program.py PROGRAM MODULE-FOLDER ANIMAL.txt
import json
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import traceback

PROGRAM, MODULES, ANIMAL = sys.argv[1:4]
OK, NEGATIVE, USAGE, NOT_FOUND = range(4)

GOOD = '''; one animal
specimen.animal # cow:
    legs = 3 + 1
    feeder.size = 2  ; metres
specimen.animal # cat:
    sound = meow
specimen.feeders.spoon:
    größe = 1/2
'''

BAD = '''specimen.animal:
    leggs = 4
    legs = -1
specimen.feeders.spon:
    size = 1
nonsense
'''

folder = pathlib.Path(tempfile.mkdtemp())
(folder / 'good.pfg').write_text(GOOD, encoding='utf-8')
(folder / 'bad.pfg').write_text(BAD, encoding='utf-8')
environment = {name: value for name, value in os.environ.items() if name not in ('NO_COLOR', 'PAGER', 'GYRE_MODULE_PATH')}
environment |= {'LC_ALL': 'C.UTF-8', 'TERM': 'xterm', 'XDG_RUNTIME_DIR': str(folder)}


def gyre(*words, code=OK, **variables):
    """The two outputs of the program; another exit code than the expected one fails the case."""
    done = subprocess.run([PROGRAM, f'--module-path={MODULES}', *words], capture_output=True, encoding='utf-8', cwd=folder,
                          env=environment | variables, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == code, f'{words}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}'
    return done.stdout, done.stderr


def answer(*words, code=OK):
    return json.loads(gyre(*words, '--json', code=code)[0])


def on_terminal(*words, stream='stdout', **variables):
    """What the program writes on a terminal, which is one of its two outputs."""
    leader, follower = pty.openpty()
    outputs = {'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL} | {stream: follower}
    with subprocess.Popen([PROGRAM, f'--module-path={MODULES}', *words], **outputs,
                          stdin=subprocess.DEVNULL, cwd=folder, env=environment | variables) as process:
        os.close(follower)
        text = b''
        while True:
            try:
                more = os.read(leader, 65536)
            except OSError:
                break
            if not more:
                break
            text += more
        assert process.wait() == OK
    os.close(leader)
    return text.decode()


def help_is_on_standard_output():
    for words in (['--help'], ['run', '--help'], ['configuration', '-h'], ['configuration', 'explain', '--help']):
        output, mistakes = gyre(*words)
        assert output.startswith('Usage:') and mistakes == '', words
    assert 'run SPECIFICATION' in gyre('--help')[0]
    assert '--delay' in gyre('post', '--help')[0] and '--depth' not in gyre('post', '--help')[0], 'a verb tells its own options'
    assert re.fullmatch(r'gyre \d+\.\d+\.\d+ \(GLib [\d.]+\)\n', gyre('--version')[0])


def a_verb_tells_its_own_formats():
    own = {('graph',): 'dot, svg or png', ('document',): 'html, man, markdown, json, schema, text or gir',
           ('configuration', 'dump'): 'pfg, cfg, yaml, yml, json or pml', ('configuration', 'template'): 'pfg, cfg, yaml, yml, json or pml'}
    for verb, formats in own.items():
        assert f'Write in this format: {formats}\n' in gyre(*verb, '--help')[0], verb
    for verb in ('list', 'run', 'inspect'):
        assert '--format' not in gyre(verb, '--help')[0], verb
        assert '--format is for gyre graph, gyre document, gyre configuration dump' in gyre(verb, '--format=json', 'x', code=USAGE)[1], verb
    for verb, wrong, known in ((['graph', 'classes', 'x'], 'html', 'dot, svg, png'), (['document', 'x'], 'svg', 'html, man, markdown, json, schema, text, gir'),
                               (['configuration', 'dump', '--config=good.pfg'], 'html', 'pfg, cfg, yaml, yml, json, pml'),
                               (['configuration', 'template', 'specimen.animal'], 'man', 'pfg, cfg, yaml, yml, json, pml')):
        output, mistakes = gyre(*verb, f'--format={wrong}', code=USAGE)
        assert output == '' and f"it must be one of {known}, is '{wrong}'" in mistakes, mistakes
    assert "did you mean 'yaml'?" in gyre('configuration', 'template', 'specimen.animal', '--format=ymal', code=USAGE)[1]
    assert gyre('configuration', 'template', 'specimen.animal', '--format=YAML') == gyre('configuration', 'template', 'specimen.animal', '--format=yaml')
    assert 'configuration dump and configuration template: pfg' in gyre('--help')[0]


def run_prints_the_result():
    assert gyre('run', 'specimen.animal', 'divide', '1', '8') == ('0.125\n', '')
    assert gyre('run', 'specimen.animal', 'divide', '1')[0] == '0.5\n'
    assert gyre('run', 'specimen.animal', 'say', '2')[0] == 'moomoo\n'
    assert gyre('run', 'specimen.animal', 'rest') == ('', '')
    assert gyre('run', 'specimen.animal', 'table')[0] == '((1, 0.1), (nan, inf))\n'


def numbers_below_zero_are_arguments():
    assert gyre('run', 'specimen.animal', 'divide', '-1', '-.5')[0] == '2\n'
    assert gyre('run', 'specimen.animal', 'divide', '-inf')[0] == '-inf\n'
    assert gyre('run', '--', 'specimen.animal', 'divide', '-1e1')[0] == '-5\n'


def results_as_json_read_back_exactly():
    assert answer('run', 'specimen.animal', 'divide', '1', '3') == {'result': 1 / 3}
    assert answer('run', 'specimen.animal', 'divide', '1e300', '1e-10') == {'result': 'inf'}
    assert answer('run', 'specimen.animal', 'divide', '0', '0') == {'result': 'nan'}
    assert answer('run', 'specimen.animal', 'table') == {'result': [[1, 0.1], ['nan', 'inf']]}
    assert answer('run', 'specimen.animal', 'speak') == {'result': 'moo'}
    assert answer('run', 'specimen.animal', 'rest') == {'result': None}


def run_without_behavior_inspects_the_instance():
    output, mistakes = gyre('run', 'specimen.animal#cat', '--config=good.pfg')
    assert output == gyre('inspect', 'specimen.animal#cat', '--config=good.pfg')[0]
    assert '= meow' in output and 'good.pfg:6:13' in output and "argument 3 'specimen.animal#cat'" in output
    traits = {trait['name']: trait for trait in answer('run', 'specimen.animal#cat', '--config=good.pfg')['traits']}
    assert traits['sound']['value'] == 'meow' and traits['sound']['locator']['line'] == 6
    assert traits['legs']['value'] == '4' and traits['legs']['locator']['kind'] == 'default'
    assert "no instance 'cow' was built" in mistakes


def settings_can_stand_anywhere_and_beat_files():
    size = '--specimen.feeders.spoon.size='
    assert gyre(size + '2', 'run', 'specimen.feeders.spoon', 'feed', size + '3', '1')[0] == '3\n'
    assert gyre('run', size + '3', 'specimen.feeders.spoon', 'feed', '1', '--config=good.pfg')[0] == '3\n'
    assert gyre('run', '--config', 'good.pfg', 'specimen.feeders.spoon', 'feed', '1', size + '3')[0] == '3\n'
    assert gyre('run', 'specimen.animal#cow', 'eat', '1', '--config=good.pfg')[0] == '2\n'


def places_tell_the_position_on_the_line():
    explanation = answer('configuration', 'explain', 'specimen.animal.legs', '--specimen.animal.legs=5')
    locator = explanation['winner']['locator']
    assert (locator['kind'], locator['file'], locator['line']) == ('argument', '--specimen.animal.legs=5', 5)


def a_failing_behavior_is_1():
    output, mistakes = gyre('run', 'specimen.animal', 'bite', code=NEGATIVE)
    assert output == '' and 'it has no teeth' in mistakes


def wrong_usage_is_2():
    for words in ([], ['rum'], ['run'], ['run', 'specimen.animal', 'divide'], ['run', 'specimen.animal', 'divide', 'x'],
                  ['run', 'specimen.animal', 'rest', '1'], ['inspect'], ['inspect', 'a', 'b'], ['inspect', 'a', '--color=red'], ['list', 'famlies'], ['configuration'],
                  ['configuration', 'chek'], ['configuration', 'diff', 'a.pfg'], ['configuration', 'dump'], ['run', ''],
                  ['run', 'specimen.animal#a..b'], ['run', 'specimen.animal', '--json=1'], ['run', 'specimen.animal', '--config']):
        output, mistakes = gyre(*words, code=USAGE)
        assert output == '' and mistakes.startswith('gyre: '), words


def what_is_not_there_is_3():
    for words, hint in ((['run', 'specimen.anmal'], 'specimen.animal'), (['run', 'specimen.animal', 'bit'], 'bite'),
                        (['inspect', 'specimen.feeders.spon'], 'specimen.feeders.spoon'), (['run', '#nobody'], ''),
                        (['run', 'specimen.animal', 'legs'], 'behavior'), (['inspect', 'NoType'], ''),
                        (['configuration', 'explain', 'specimen.animal.leg'], 'legs'),
                        (['configuration', 'explain', 'no.thing'], 'no.thing')):
        output, mistakes = gyre(*words, code=NOT_FOUND)
        assert output == '' and hint in mistakes, (words, mistakes)


def misspelt_options_are_mistakes():
    _, mistakes = gyre('run', 'specimen.animal', '--jsn', '--confg=x', code=USAGE)
    assert "did you mean '--json'?" in mistakes and "did you mean '--config'?" in mistakes
    assert "did you mean 'inspect'?" in gyre('inspekt', code=USAGE)[1]


def a_missing_configuration_is_2_and_names_the_file():
    for words in (['run', 'specimen.animal', 'rest', '--config=none.pfg'], ['configuration', 'dump', '--config=none.pfg'],
                  ['configuration', 'check', 'none.pfg'], ['configuration', 'events', 'none.pfg']):
        output, mistakes = gyre(*words, code=USAGE)
        assert output == '' and 'none.pfg' in mistakes, words


def all_mistakes_are_told_in_one_run():
    output, mistakes = gyre('run', 'specimen.animal', 'rest', '--config=bad.pfg', '--specimen.animal.age=x', code=USAGE)
    assert output == ''
    for place in ('bad.pfg:2:5', 'bad.pfg:3:12', 'bad.pfg:4:1', 'bad.pfg:6:1', '--specimen.animal.age=x'):
        assert place in mistakes, place
    assert "did you mean 'legs'?" in mistakes and "did you mean 'specimen.feeders.spoon'?" in mistakes


def check_lists_the_mistakes_of_all_files():
    assert answer('configuration', 'check', 'good.pfg') == []
    mistakes = answer('configuration', 'check', 'bad.pfg', 'good.pfg', 'none.pfg', code=USAGE)
    assert [(one['file'], one['line'], one['column']) for one in mistakes] == [
        ('bad.pfg', 2, 5), ('bad.pfg', 3, 12), ('bad.pfg', 4, 1), ('bad.pfg', 6, 1), ('none.pfg', 0, 0)]
    assert all(set(one) >= {'severity', 'message', 'hint'} and one['severity'] == 'error' for one in mistakes)
    assert mistakes[0]['hint'] == "did you mean 'legs'?"
    output, text = gyre('configuration', 'check', 'bad.pfg', code=USAGE)
    assert output == '' and 'bad.pfg:3:12' in text


def events_are_in_order():
    events = answer('configuration', 'events', 'good.pfg')
    assert [event['kind'] for event in events] == ['conditional'] * 3 + ['assignment']
    assert events[1] == events[1] | {
        'key': ['size'], 'component': ['cow', 'feeder'], 'operator': '=', 'value': '2',
        'conditions': [{'name': ['cow'], 'family': ['specimen', 'animal']}],
        'locator': {'kind': 'file', 'file': 'good.pfg', 'line': 4, 'column': 5, 'through': []}}
    assert events[3]['key'] == ['specimen', 'feeders', 'spoon', 'größe'] and events[3]['component'] == []
    assert 'good.pfg:4:5  cow.feeder.size = 2  if cow is specimen.animal\n' in gyre('configuration', 'events', 'good.pfg')[0]


def dump_has_every_key():
    dump = answer('configuration', 'dump', '--config=good.pfg', '--specimen.animal.legs=6')
    assert dump['specimen.animal.legs'] == dump['specimen.animal.legs'] | {
        'value': '6', 'priority': 'command',
        'locator': {'kind': 'argument', 'file': '--specimen.animal.legs=6', 'line': 5, 'column': 24, 'through': []}}
    assert dump['cow.legs']['value'] == '3 + 1'
    assert dump['cow.legs']['conditions'] == [{'name': 'cow', 'family': 'specimen.animal'}]
    assert dump['specimen.feeders.spoon.größe']['locator']['line'] == 8


def a_dump_can_be_read_again():
    text = gyre('configuration', 'dump', '--config=good.pfg', '--free.text="a;b"', '--free.other=a;b', '--free.lines=1\n2')[0]
    (folder / 'dump.pfg').write_text(text, encoding='utf-8')
    first = answer('configuration', 'dump', '--config=good.pfg', '--free.text="a;b"', '--free.other=a;b', '--free.lines=1\n2')
    second = answer('configuration', 'dump', '--config=dump.pfg')
    assert {key: (row['value'], row['conditions']) for key, row in first.items()} == \
           {key: (row['value'], row['conditions']) for key, row in second.items()}


def explain_shows_winner_and_losers():
    explanation = answer('configuration', 'explain', 'specimen.feeders.spoon.s', '--config=good.pfg', '--specimen.feeders.spoon.size=7')
    assert explanation['key'] == 'specimen.feeders.spoon.size' and explanation['value'] == '7'
    assert explanation['winner']['locator']['kind'] == 'argument'
    assert [(row['value'], row['priority'], row['key']) for row in explanation['shadowed']] == [
        ('1/2', 'user', 'specimen.feeders.spoon.größe'), ('1', 'defaults', None)]


def explain_follows_names_to_their_classes():
    explanation = answer('configuration', 'explain', 'cow.feeder.size', '--config=good.pfg')
    assert explanation['winner']['value'] == '2' and explanation['winner']['conditions'][0]['name'] == 'cow'
    assert [row['key'] for row in explanation['shadowed']] == ['specimen.feeders.spoon.größe', None]
    explanation = answer('configuration', 'explain', 'specimen.animal#dog.legs', '--config=good.pfg')
    assert explanation['value'] == '4' and explanation['shadowed'] == []


def inspect_shows_a_class_word_by_word():
    output = re.sub(r' +source .*\n', '', gyre('inspect', 'specimen.animal')[0])
    output = re.sub(r'[^ (]*specimen\.c:\d+', 'specimen.c', output)
    wanted = pathlib.Path(ANIMAL).read_text(encoding='utf-8')
    assert output == wanted, output
    assert gyre('inspect', 'SpecimenAnimal')[0] == gyre('inspect', 'specimen.animal')[0]


def inspect_tells_everything_as_json():
    animal = answer('inspect', 'specimen.animal')
    traits = {trait['name']: trait for trait in animal['traits']}
    assert animal['subject'] == 'class' and animal['family'] == 'specimen.animal'
    assert [row['type'] for row in animal['hierarchy']] == ['SpecimenAnimal', 'GyreComponent', 'GObject']
    assert [row['type'] for row in animal['pedigree']] == ['SpecimenAnimal', 'GyreComponent']
    assert traits['feeder']['interface'] == 'specimen.feeders'
    assert traits['age']['nullable'] and traits['age']['construct-only'] and traits['age']['units'] == 'year'
    assert traits['is-tame']['deprecated-since'] == '0.1' and traits['legs']['default'] == '4'
    divide = next(behavior for behavior in animal['behaviors'] if behavior['name'] == 'divide')
    assert divide['arguments'][1] == {'name': 'divisor', 'kind': 'real', 'summary': 'by what', 'default': '2',
                                      'native': 'double', 'required': False, 'variable': False}
    feeder = answer('inspect', 'specimen.feeders')
    assert feeder['subject'] == 'interface' and feeder['implementation'] == 'specimen.feeders.spoon'
    assert sorted(row['family'] for row in feeder['implementers']) == ['specimen.feeders.spoon', 'specimen.nest.twig']


def inspect_shows_what_is_configured():
    size = answer('inspect', 'specimen.feeders.spoon', '--config=good.pfg')['traits'][0]
    assert size['default'] == '0.5' and size['declared'] == '1' and size['default-from']['locator']['line'] == 8


def list_loads_what_is_on_the_path():
    assert [row['family'] for row in answer('list', 'families')] == [
        'gyre.base-process', 'specimen.animal', 'specimen.feeders.spoon', 'specimen.vault']
    assert [row['family'] for row in answer('list', 'interfaces')] == ['specimen.feeders']
    assert [row['package'] for row in answer('list', 'modules')] == ['specimen']
    assert [row['name'] for row in answer('list', 'instances', '--config=good.pfg')] == ['cat', 'cow']
    assert set(answer('list')) == {'families', 'interfaces', 'instances', 'modules', 'programs'}
    assert gyre('list', 'families')[0].splitlines()[1].split('  ')[0] == 'specimen.animal'


def colours_are_for_terminals_only():
    words = ['inspect', 'specimen.animal', '--no-pager']
    assert '\033' not in gyre(*words)[0]
    assert '\033[1mspecimen.animal' in on_terminal(*words)
    assert '\033' not in on_terminal(*words, NO_COLOR='1')
    assert '\033' not in on_terminal(*words, TERM='dumb')


def the_pager_is_for_terminals_only():
    words = ['inspect', 'specimen.animal']
    assert on_terminal(*words, PAGER="sed 's/^/paged: /'").startswith('paged: ')
    assert not on_terminal(*words, '--no-pager', PAGER="sed 's/^/paged: /'").startswith('paged: ')
    assert not gyre(*words, PAGER="sed 's/^/paged: /'")[0].startswith('paged: ')


def progress_is_for_terminals_only():
    bar = on_terminal('run', 'specimen.animal', 'doze', stream='stderr')
    assert f'[{"#" * 20}{" " * 20}]  50 %' in bar and bar.endswith('\r' + ' ' * 48 + '\r'), bar
    assert gyre('run', 'specimen.animal', 'doze') == ('', '')


def an_output_that_is_full_is_a_failure():
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([PROGRAM, '--version'], stdout=full, stderr=subprocess.PIPE, env=environment, check=False)
    assert done.returncode == NEGATIVE and b'standard output' in done.stderr


def arguments_that_are_no_text_are_mistakes():
    done = subprocess.run([os.fsencode(PROGRAM), b'run', b'\xff\xfe'], capture_output=True, env=environment, check=False)
    assert done.returncode == USAGE and b'UTF-8' in done.stderr


def main():
    cases = [(name, case) for name, case in globals().items() if callable(case) and getattr(case, '__module__', '') == '__main__'
             and name not in ('gyre', 'answer', 'on_terminal', 'main')]
    print(f'1..{len(cases)}')
    failures = 0
    for number, (name, case) in enumerate(cases, 1):
        try:
            case()
            print(f'ok {number} {name.replace("_", "-")}')
        except Exception:
            failures += 1
            print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
            print(f'not ok {number} {name.replace("_", "-")}')
    sys.exit(1 if failures else 0)


main()
