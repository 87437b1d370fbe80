#!/usr/bin/env python3
# test-configuration.py: What `gyre configuration` writes and compares
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-configuration.py PROGRAM MODULE-FOLDER
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

PROGRAM, MODULES = sys.argv[1:3]
OK, NEGATIVE, USAGE, NOT_FOUND = range(4)
FORMATS = ['pfg', 'cfg', 'yaml', 'json', 'pml']

GOOD = '''; one animal
specimen.animal # cow:
    legs = 3 + 1
    feeder.size = 2  ; metres
specimen.animal # cat:
    sound = meow
specimen.feeders.spoon:
    größe = 1/2
specimen.vault:
    keys = (1, 2)
    keys += (3)
'''

folder = pathlib.Path(tempfile.mkdtemp())
(folder / 'good.pfg').write_text(GOOD, encoding='utf-8')
environment = {name: value for name, value in os.environ.items() if not name.startswith('GYRE_')}
environment |= {'LC_ALL': 'C.UTF-8', 'TERM': 'xterm', 'HOME': str(folder), 'XDG_CONFIG_HOME': str(folder / 'config')}


def gyre(*words, code=OK, **variables):
    """The two outputs of the program; another exit code than the expected one fails the case."""
    done = subprocess.run([PROGRAM, f'--module-path={MODULES}', *words], capture_output=True, encoding='utf-8', cwd=folder,
                          env=environment | variables, stdin=subprocess.DEVNULL, check=False)
    assert done.returncode == code, f'{words}: exit code {done.returncode}, not {code}\n{done.stdout}{done.stderr}'
    return done.stdout, done.stderr


def answer(*words, code=OK):
    return json.loads(gyre(*words, '--json', code=code)[0])


def a_dump_in_each_format_gives_the_same_again():
    words = ['--specimen.animal.legs=6', '--free.text="a;b"', '--free.other=a;b']
    first = answer('configuration', 'dump', '--config=good.pfg', *words)
    keys = gyre('run', 'specimen.vault', '--config=good.pfg')[0]
    assert '(1, 2, 3)' in keys, keys
    for format in FORMATS:
        text = gyre('configuration', 'dump', f'--format={format}', '--config=good.pfg', *words)[0]
        (folder / f'dump.{format}').write_text(text, encoding='utf-8')
        second = answer('configuration', 'dump', f'--config=dump.{format}')
        assert {key: (row['value'], row['conditions']) for key, row in first.items()} == \
               {key: (row['value'], row['conditions']) for key, row in second.items()}, text
        assert '(1, 2, 3)' in gyre('run', 'specimen.vault', f'--config=dump.{format}')[0], text
        legs = [gyre('inspect', 'specimen.animal#cow', f'--config={file}', *more)[0].split('legs')[1].splitlines()[0]
                for file, more in (('good.pfg', words), (f'dump.{format}', []))]
        assert legs[0] == legs[1], text


def a_dump_has_no_secrets():
    for format in FORMATS:
        text = gyre('configuration', 'dump', f'--format={format}', '--specimen.vault.password=hunter2',
                    '--specimen.vault.depth=2')[0]
        assert 'hunter2' not in text and 'specimen.vault.password is a secret' in text and 'depth' in text, text
        (folder / f'secret.{format}').write_text(text, encoding='utf-8')
        assert list(answer('configuration', 'dump', f'--config=secret.{format}')) == ['specimen.vault.depth']


def explanations_have_no_secrets():
    words = ['specimen.vault.password', '--specimen.vault.password=hunter2']
    for more in ([], ['--json']):
        text = gyre('configuration', 'explain', *words, *more)[0] + gyre('configuration', 'dump', words[1], *more)[0]
        assert 'hunter2' not in text and 'sesame' not in text, text


def a_mistake_about_a_secret_does_not_quote_it():
    (folder / 'wrong-secret.pfg').write_text('specimen.vault:\n    password = ""hunter2\n', encoding='utf-8')
    (folder / 'added-secret.pfg').write_text('specimen.vault:\n    password += hunter2\n', encoding='utf-8')
    for name in ('wrong-secret.pfg', 'added-secret.pfg'):
        _, mistakes = gyre('configuration', 'check', name, code=USAGE)
        assert f'{name}:2:' in mistakes and 'specimen.vault.password' in mistakes and 'hunter2' not in mistakes, mistakes


def a_format_that_is_not_there_is_2():
    _, mistakes = gyre('configuration', 'dump', '--format=ymal', '--config=good.pfg', code=USAGE)
    assert 'ymal' in mistakes and 'yaml' in mistakes


def variables_are_settings_that_arguments_beat():
    variables = {'GYRE__specimen__animal__legs': '7'}
    assert '= 7' in gyre('inspect', 'specimen.animal', **variables)[0]
    assert '= 8' in gyre('inspect', 'specimen.animal', '--specimen.animal.legs=8', **variables)[0]
    assert '= 7' not in gyre('inspect', 'specimen.animal', '--isolated', **variables)[0]
    assert 'legs = 7' in gyre('configuration', 'dump', **variables)[0]


def a_variable_with_a_mistake_is_2():
    _, mistakes = gyre('inspect', 'specimen.animal', code=USAGE, GYRE__specimen__animal__legs='-1')
    assert 'GYRE__specimen__animal__legs' in mistakes


def a_template_has_every_trait_and_loads_without_saying_anything():
    for format in FORMATS:
        for family, traits in (('specimen.animal', ['legs', 'sound', 'is-tame', 'age', 'feeder']),
                               ('specimen.vault', ['password', 'depth', 'keys'])):
            text = gyre('configuration', 'template', family, f'--format={format}')[0]
            assert all(f'{trait}: ' in text for trait in traits) and 'sesame' not in text, text
            (folder / f'template.{format}').write_text(text, encoding='utf-8')
            assert answer('configuration', 'check', f'template.{format}') == []
            assert answer('configuration', 'events', f'template.{format}') == []
    text = gyre('configuration', 'template', 'specimen.animal')[0]
    for line in ('; whatever lives', '; legs: integer', 'what it walks on', 'at least 0 and at most 1000', '; legs = 4', 'units: year',
                 'can be none', 'deprecated since 0.1'):
        assert line in text, text
    assert "did you mean 'specimen.animal'?" in gyre('configuration', 'template', 'specimen.anmal', code=NOT_FOUND)[1]


def a_schema_is_nested_by_family():
    schema = json.loads(gyre('configuration', 'schema')[0])
    assert schema['$schema'] == 'https://json-schema.org/draft/2020-12/schema'
    assert set(schema['$defs']) >= {'specimen.animal', 'specimen.feeders.spoon', 'specimen.vault'}
    assert schema['properties']['specimen']['properties']['feeders']['properties']['spoon']['$ref'] == '#/$defs/specimen.feeders.spoon'
    animal = schema['$defs']['specimen.animal']['properties']
    legs = animal['legs']
    assert legs['default'] == 4 and legs['description'] == 'what it walks on'
    assert legs['anyOf'][0] == {'type': 'integer', 'minimum': 0, 'maximum': 1000}
    assert legs['anyOf'][1]['type'] == 'string'
    assert animal['sound']['anyOf'][0]['enum'] == ['moo', 'meow'] and animal['is-tame']['deprecated']
    assert {'type': 'null'} in animal['age']['anyOf'] and animal['age']['default'] is None
    vault = schema['$defs']['specimen.vault']['properties']
    assert 'default' not in vault['password'] and vault['keys']['anyOf'][0]['items']['anyOf'][0]['type'] == 'integer'
    assert list(json.loads(gyre('configuration', 'schema', 'specimen.vault')[0])['$defs']) == ['specimen.vault']
    gyre('configuration', 'schema', 'specimen.valt', code=NOT_FOUND)


def files_that_say_the_same_do_not_differ():
    for format in FORMATS:
        text = gyre('configuration', 'dump', f'--format={format}', '--config=good.pfg')[0]
        (folder / f'same.{format}').write_text(text, encoding='utf-8')
        assert gyre('configuration', 'diff', 'good.pfg', f'same.{format}') == ('', '')
    assert answer('configuration', 'diff', 'good.pfg', 'good.pfg') == []


def differences_are_told_with_value_and_place():
    (folder / 'other.yaml').write_text('specimen.animal:\n  legs: 6\nspecimen.vault:\n  password: hunter2\n', encoding='utf-8')
    (folder / 'third.yaml').write_text('specimen.animal:\n  legs: 7\nspecimen.vault:\n  password: hunter3\n', encoding='utf-8')
    rows = answer('configuration', 'diff', 'other.yaml', 'third.yaml', code=NEGATIVE)
    assert [row['key'] for row in rows] == ['specimen.animal.legs', 'specimen.vault.password']
    assert rows[0]['first'] == {'value': '= 6', 'place': 'other.yaml:2:9'} and rows[0]['second']['value'] == '= 7'
    output = gyre('configuration', 'diff', 'other.yaml', 'third.yaml', code=NEGATIVE)[0]
    assert 'other.yaml:2:9' in output and 'third.yaml:2:9' in output and 'hunter' not in output
    (folder / 'wrong.pfg').write_text('specimen.animal:\n  legs = -1\n', encoding='utf-8')
    gyre('configuration', 'diff', 'other.yaml', 'wrong.pfg', code=USAGE)
    gyre('configuration', 'diff', 'other.yaml', 'none.pfg', code=USAGE)


def check_without_files_checks_what_is_found():
    assert answer('configuration', 'check') == []
    (folder / 'config' / 'gyre').mkdir(parents=True)
    found = folder / 'config' / 'gyre' / 'specimen.pfg'
    found.write_text('specimen.animal:\n  leggs = 1\n  legs = -1\n', encoding='utf-8')
    try:
        mistakes = answer('configuration', 'check', code=USAGE)
    finally:
        found.unlink()
    assert [one['line'] for one in mistakes] == [2, 3] and mistakes[0]['hint'] == "did you mean 'legs'?"


def what_was_not_built_is_a_mistake_for_the_strict():
    _, mistakes = gyre('run', 'specimen.animal#cat', 'rest', '--config=good.pfg')
    assert "note: no instance 'cow' was built" in mistakes, mistakes
    _, mistakes = gyre('run', 'specimen.animal#cat', 'rest', '--config=good.pfg', '--strict', code=USAGE)
    assert "no instance 'cow' was built" in mistakes and 'note' not in mistakes, mistakes


def main():
    cases = [(name, case) for name, case in globals().items() if callable(case) and getattr(case, '__module__', '') == '__main__'
             and name not in ('gyre', 'answer', 'main')]
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
