#!/usr/bin/env python3
# test-schema.py: The JSON Schema agrees with what a check says, by a validator that knows nothing of us
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-schema.py PROGRAM MODULE-FOLDER
import copy
import json
import os
import random
import sys

from harness import answer, gyre, run, write

try:
    import jsonschema
except ImportError:
    # `./bootstrap test` installs it; only who runs the tests by hand can be without it.
    if 'CI' in os.environ:
        sys.exit('python3-jsonschema is missing')
    print('1..0 # SKIP python3-jsonschema is missing')
    sys.exit(0)

GOOD = {
    'specimen.animal': {'legs': 4, 'sound': 'moo', 'is-tame': True, 'age': 3, 'feeder': {'size': 2}},
    'specimen.animal # cow': {'legs': '3 + 1', 'age': None, 'feeder.size': 1},
    'specimen': {'vault': {'password': 'x', 'depth': 2.5, 'keys': [1, 2], 'keys +=': [3]}, 'feeders': {'spoon': {'größe': 1, 's': 2}}},
    'specimen.feeders.spoon#small': {'size': '20 cm'},
    'cow': {'whatever': 1},
}
CLASSES = [('specimen.animal',), ('specimen.animal # cow',), ('specimen', 'vault'), ('specimen', 'feeders', 'spoon'), ('specimen.feeders.spoon#small',)]
# What is told to be rejected, each in the words of the guide.
WRONG = {
    'a key that no trait has': [((*place, key), value) for place in CLASSES for key in ('lgs', 'Legs', 'legs+', 'speak') for value in (1, 'x', [1])],
    'a value of another kind': [(('specimen.animal', 'legs'), True), (('specimen.animal', 'legs'), 'abc'), (('specimen.animal', 'legs'), [1, 2]),
                                (('specimen.animal', 'is-tame'), 'perhaps'), (('specimen', 'vault', 'depth'), True),
                                (('specimen.animal # cow', 'legs'), {'a': 1}), (('specimen.animal', 'feeder'), 3)],
    'a fraction for a whole number': [(('specimen.animal', 'legs'), 3.5), (('specimen', 'vault', 'keys'), [1.5])],
    'a number out of range': [(('specimen.animal', 'legs'), -1), (('specimen.animal # cow', 'legs'), 1001), (('specimen', 'vault', 'depth'), 9.5),
                              (('specimen', 'feeders', 'spoon', 's'), -1), (('specimen.feeders.spoon#small', 'size'), -0.5)],
    'a text that is none of those allowed': [(('specimen.animal', 'sound'), 'mooo'), (('specimen.animal', 'sound'), 7)],
    'an element of another kind': [(('specimen', 'vault', 'keys'), ['a']), (('specimen', 'vault', 'keys'), [1, None])],
    'none for what can\'t be none': [(('specimen.animal', 'legs'), None), (('specimen.animal', 'sound'), None), (('specimen', 'vault', 'keys'), None)],
}
VALUES = [0, 1, 4, -1, 3.0, 2.5, 1e9, True, False, None, '', ' 3 ', '3', '0x10', '1e2', 'moo', ' moo', 'abc', 'yes', 'Off', 'pi', 'inf', 'none', '2 m',
          '200 cm', '{.other}', '1 + 1', '(1, 2)', '1, 2', [], [1], ['1'], ['a'], [1.5], [[1]], [None], {}, {'a': 1}, {'size': 1}, 'specimen.feeders.spoon', '#spoon']
KEYS = ['legs', 'sound', 'is-tame', 'is_tame', 'age', 'feeder', 'password', 'pass-phrase', 'depth', 'keys', 'keys +=', 'keys ^=', 'keys-=', 'size', 's', 'größe',
        'lgs', 'name', 'legs ', ' depth', 'feeder.size', 'cow', '@x', 'feeder +=', 'specimen.animal', 'specimen.animal#dog', 'specimen.anmal']


def put(configuration, place, value):
    changed = copy.deepcopy(configuration)
    inner = changed
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return changed


def accepts(configuration):
    write('mutant.json', json.dumps(configuration, ensure_ascii=False))
    output = gyre('configuration', 'check', 'mutant.json', '--json', '--isolated', code=None)[0]
    return not any(mistake['severity'] == 'error' for mistake in json.loads(output))


def validator():
    return jsonschema.Draft202012Validator(json.loads(gyre('configuration', 'schema')[0]))


def the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(gyre('configuration', 'schema')[0]))
    jsonschema.Draft202012Validator.check_schema(json.loads(gyre('configuration', 'schema', 'specimen.vault')[0]))


def what_is_right_is_valid():
    assert accepts(GOOD), answer('configuration', 'check', 'mutant.json', code=None)
    validator().validate(GOOD)


def mistakes_that_it_can_express_are_rejected():
    schema = validator()
    for sort, mutants in WRONG.items():
        for place, value in mutants:
            mutant = put(GOOD, place, value)
            assert not accepts(mutant), f'{sort}: check accepts {place} = {value!r}'
            assert not schema.is_valid(mutant), f'{sort}: the schema accepts {place} = {value!r}'


def what_a_check_accepts_is_never_rejected():
    schema = validator()
    chance = random.Random(3)
    accepted = 0
    for _ in range(400):
        mutant = GOOD
        for _ in range(chance.choice((1, 1, 1, 2))):
            place = chance.choice(CLASSES + [()])
            mutant = put(mutant, (*place, chance.choice(KEYS)), chance.choice(VALUES))
        if accepts(mutant):
            accepted += 1
            errors = [f'{list(error.path)}: {error.message[:300]}' for error in schema.iter_errors(mutant)]
            assert not errors, f'{errors}\n{json.dumps(mutant)}'
    assert accepted > 50, accepted


run(the_schema_is_a_schema, what_is_right_is_valid, mistakes_that_it_can_express_are_rejected, what_a_check_accepts_is_never_rejected)
