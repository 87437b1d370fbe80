#!/usr/bin/env python3
# test-schema.py: The JSON Schema agrees with what a check says, by a validator that knows nothing of us
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-schema.py PROGRAM MODULE-FOLDER
# What a schema finds is told in docs/guide/schema.md, class by class; the functions below have the same names.
import concurrent.futures
import copy
import json
import os
import random
import sys

from harness import MODULES, answer, gyre, run, write

try:
    import jsonschema
except ImportError:
    # `./bootstrap test` installs it; only who runs the tests by hand can be without it.
    if 'CI' in os.environ:
        sys.exit('python3-jsonschema is missing')
    print('1..0 # SKIP python3-jsonschema is missing')
    sys.exit(0)

MODULE_PATH = f'--module-path={MODULES}/workshop'
FAMILIES = ['specimen.animal', 'specimen.feeders.spoon', 'specimen.vault', 'workshop.engine', 'workshop.pump']
GOOD = {
    'specimen.animal': {'legs': 4, 'sound': 'moo', 'is-tame': True, 'age': 3, 'feeder': {'size': 2}},
    'specimen.animal # cow': {'legs': '3 + 1', 'age': None, 'feeder.size': 1},
    'specimen': {'vault': {'password': 'x', 'depth': 2.5, 'keys': [1, 2], 'keys +=': [3]}, 'feeders': {'spoon': {'größe': 1, 's': 2}}},
    'specimen.feeders.spoon#small': {'size': '20 cm'},
    'workshop.engine': {'mode': 'FAST', 'gears': [1, 2], 'bore': [1, 'mm'], 'weights': [], 'fuels': ['gas', 'gas'], 'curve': [['1', 2]],
                        'impedance': [1, 2], 'ratio': '1/2', 'built': '2026-08-02', 'torque': '3 N m', 'is-electric': 'Yes'},
    'cow': {'whatever': 1},
}
CLASSES = [('specimen.animal',), ('specimen.animal # cow',), ('specimen', 'vault'), ('specimen', 'feeders', 'spoon'), ('specimen.feeders.spoon#small',),
           ('workshop.engine',)]
MAP = {'a': 1}
# Values of another form than that of a kind, whatever the trait.
OTHER_FORMS = {
    'real': [True, [1, 2], MAP], 'integer': [True, [1, 2], MAP], 'boolean': [2, 2.5, [True], MAP], 'enumeration': [3, True, ['slow'], MAP],
    'complex': [True, [1, 2, 3], [True], MAP], 'fraction': [True, [1], MAP], 'decimal': [True, [1], MAP], 'quantity': [True, [1, 2], MAP],
    'duration': [3, True, [1], MAP], 'date': [3, True, [1], MAP], 'time': [3, True, [1], MAP], 'timestamp': [3, True, [1], MAP],
    'uri': [3, True, [1], MAP], 'internet address': [[1], MAP], 'array': [True, MAP], 'list': [MAP], 'set': [MAP], 'string': [MAP],
    'tuple': [3, True, [1], [1, 'mm', 2], MAP], 'mapping': [3, True, [1]], 'facility': [3, True, [1], ['specimen.feeders.spoon']],
}
# Texts that are no number, no truth value and no calculation.
OTHER_WORDS = {'integer': ['abc', 'pi', 'inf'], 'boolean': ['perhaps', 'abc'], 'array': ['abc'], 'fraction': ['abc', 'inf'], 'decimal': ['abc', 'inf'],
               'time': ['abc']}
OTHER_ELEMENTS = {'list': [['a'], [1, None], [1.5], [True]], 'array': [['a'], [None], [True]], 'set': [[None], [MAP]],
                  'mapping': [{'a': 'x'}, {'a': True}, {'a': None}], 'tuple': [[True, 'mm'], [1, MAP], [None, 'mm']]}
VALUES = [0, 1, 4, -1, 3.0, 2.5, 1e9, 17, True, False, None, '', ' 3 ', '3', '0x10', '1e2', 'moo', ' moo', 'abc', 'yes', 'Off', 'pi', 'π', 'inf', 'none', '2 m',
          '200 cm', 'km', '{.other}', '1 + 1', '(1, 2)', '1, 2', '(a: 1)', 'slow', 'SLOW', 'WORKSHOP_MODE_FAST', 'red', ' red', '1/2', '2026-08-02', '08:00',
          '2026-08-02 12:30', '30 s', '3 N m', 'https://localhost/', 'localhost:80', [], [1], ['1'], ['a'], ['a', 'a'], [1.5], [[1]], [[0, 1], [2, 3]],
          [None], [1, 2], [1, 'mm'], ['1', 'mm'], {}, MAP, {'a': '1 + 1'}, {'size': 1}, 'specimen.feeders.spoon', '#spoon']
KEYS = ['legs', 'sound', 'is-tame', 'is_tame', 'age', 'feeder', 'password', 'pass-phrase', 'depth', 'keys', 'keys +=', 'keys ^=', 'keys-=', 'size', 's', 'größe',
        'lgs', 'name', 'legs ', ' depth', 'feeder.size', 'cow', '@x', 'feeder +=', 'specimen.animal', 'specimen.animal#dog', 'specimen.anmal']
ENGINE_KEYS = ['power', 'p', 'mode', 'cylinders', 'gear', 'is-electric', 'impedance', 'ratio', 'price', 'torque', 'patience', 'label', 'colour', 'built', 'opening',
               'checked', 'manual', 'server', 'curve', 'gears', 'gears +=', 'fuels', 'fuels -=', 'bore', 'weights', 'weights +=', 'extra', 'pump', 'pump.pressure']


def put(configuration, place, value):
    changed = copy.deepcopy(configuration)
    inner = changed
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    return changed


def accepts(numbered):
    number, configuration = numbered
    write(f'mutant{number}.json', json.dumps(configuration, ensure_ascii=False))
    output = gyre('configuration', 'check', f'mutant{number}.json', '--json', '--isolated', MODULE_PATH, code=None)[0]
    return not any(mistake['severity'] == 'error' for mistake in json.loads(output))


def check_all(mutants):
    """Whether a check accepts each; many processes at once."""
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return list(pool.map(accepts, enumerate(mutants)))


def validator():
    return jsonschema.Draft202012Validator(json.loads(gyre('configuration', 'schema', MODULE_PATH)[0]))


def traits():
    """Each trait of each class: where it is set, and what is known of it."""
    for family in FAMILIES:
        for trait in answer('inspect', family, MODULE_PATH)['traits']:
            yield (family, trait['name']), trait


def rejected(mutants):
    """None of these, in pairs of a place and a value, is accepted by anybody."""
    mutants = list(mutants)
    configurations = [put(GOOD if place[0] in GOOD else GOOD | {place[0]: {}}, place, value) for place, value in mutants]
    schema = validator()
    wrong = []
    for (place, value), configuration, is_accepted in zip(mutants, configurations, check_all(configurations)):
        if is_accepted:
            wrong.append(f'a check accepts {place} = {value!r}')
        if schema.is_valid(configuration):
            wrong.append(f'the schema accepts {place} = {value!r}')
    assert mutants and not wrong, '\n'.join(wrong)


def the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(json.loads(gyre('configuration', 'schema', MODULE_PATH)[0]))
    jsonschema.Draft202012Validator.check_schema(json.loads(gyre('configuration', 'schema', 'specimen.vault')[0]))


def what_is_right_is_valid():
    assert accepts((0, GOOD)), answer('configuration', 'check', 'mutant0.json', MODULE_PATH, code=None)
    validator().validate(GOOD)


def a_file_that_is_no_map_is_rejected():
    schema = validator()
    for whole in ([1], 'text', 3, True):
        assert not accepts((0, whole)) and not schema.is_valid(whole), whole


def a_section_that_is_no_map_is_rejected():
    rejected(((family,), value) for family in FAMILIES for value in (3, True, 'text', [1]))


def a_key_that_no_trait_has_is_rejected():
    rejected(((*place, key), value) for place in CLASSES for key in ('lgs', 'Legs', 'legs+', 'speak') for value in (1, 'x', [1]))


def an_operator_of_lists_on_something_else_is_rejected():
    rejected(((family, f'{trait} {operator}'), 1) for family, trait in (('specimen.animal', 'legs'), ('specimen.vault', 'depth'), ('workshop.engine', 'mode'))
             for operator in ('+=', '-=', '^='))


def a_value_of_another_form_is_rejected():
    rejected((place, value) for place, trait in traits() for value in OTHER_FORMS.get(trait['kind'], []) if 'member' not in str(trait['constraints'])
             or not isinstance(value, dict) or trait['kind'] == 'string')


def a_word_where_a_number_or_a_truth_value_belongs_is_rejected():
    rejected((place, value) for place, trait in traits() if trait['units'] is None for value in OTHER_WORDS.get(trait['kind'], []))


def a_fraction_for_a_whole_number_is_rejected():
    rejected((place, value) for place, trait in traits() if trait['kind'] == 'integer' for value in (3.5, 0.5, [3.5]))


def a_number_out_of_range_is_rejected():
    steps = {'at-least': -1, 'at-most': 1}
    bounds = [(place, trait['kind'], float(rule['parameter']) + steps[rule['rule']]) for place, trait in traits() for rule in trait['constraints']
              if rule['rule'] in steps]
    forms = {'list': lambda bound: [1, bound], 'mapping': lambda bound: {'a': bound}}
    rejected((place, forms.get(kind, lambda bound: bound)(int(bound))) for place, kind, bound in bounds)


def a_word_that_is_none_of_those_allowed_is_rejected():
    choices = [place for place, trait in traits() if trait['kind'] == 'enumeration' or any(rule['rule'] == 'member' for rule in trait['constraints'])]
    rejected((place, value) for place in choices for value in ('mooo', 'redd', 7, ['red'], ''))


def an_element_of_another_form_is_rejected():
    rejected((place, value) for place, trait in traits() for value in OTHER_ELEMENTS.get(trait['kind'], []))


def nothing_where_something_must_be_is_rejected():
    rejected((place, None) for place, trait in traits() if not trait['nullable'] and trait['kind'] not in ('variant', 'string'))
    rejected([(('specimen.animal', 'sound'), None), (('specimen.animal', 'feeder'), ''), (('workshop.engine', 'pump'), '')])


def mutate(chance):
    """The good configuration with one place or two changed: another value, another key, one less."""
    mutant = GOOD
    for _ in range(chance.choice((1, 1, 1, 2))):
        place = chance.choice(CLASSES + [(), ('workshop.engine',), ('workshop.engine',)])
        keys = ENGINE_KEYS if place == ('workshop.engine',) else KEYS
        if chance.random() < 0.05 and place:
            mutant = put(mutant, place, chance.choice(VALUES))
        else:
            inner = mutant
            for key in place:
                inner = inner[key] if isinstance(inner, dict) else {}
            if isinstance(inner, dict):
                mutant = put(mutant, (*place, chance.choice(keys)), chance.choice(VALUES))
    return mutant


def what_a_check_accepts_is_never_rejected():
    schema = validator()
    chance = random.Random(3)
    mutants = [mutate(chance) for _ in range(1000)]
    accepted = [mutant for mutant, is_accepted in zip(mutants, check_all(mutants)) if is_accepted]
    for mutant in accepted:
        errors = [f'{list(error.path)}: {error.message[:300]}' for error in schema.iter_errors(mutant)]
        assert not errors, f'{errors}\n{json.dumps(mutant)}'
    assert len(accepted) > 100, len(accepted)


def each_value_of_each_trait_is_never_rejected_alone():
    """Not by chance: the values that are written in the most ways."""
    schema = validator()
    written = {'boolean': [0, 1, True, 'yes', 'Off', '', 't'], 'enumeration': ['slow', 'SLOW', 'WORKSHOP_MODE_SLOW', ' slow '], 'integer': ['π', '1_0', [['2']]],
               'real': ['π', 'pi', 'inf', 'km'], 'mapping': [[], {}, '', '(a: 1)', {'a': '1 + 1'}], 'set': [['a', 'a'], 3, True, 'a'],
               'list': [3, '1, 2', ['1 + 1']], 'array': [3, '1, 2', ['1', [2]], '']}
    places = [(place, value) for place, trait in traits() for value in written.get(trait['kind'], [])]
    configurations = [{place[0]: {place[1]: value}} for place, value in places]
    for configuration, is_accepted in zip(configurations, check_all(configurations)):
        assert schema.is_valid(configuration) or not is_accepted, configuration


run(the_schema_is_a_schema, what_is_right_is_valid, a_file_that_is_no_map_is_rejected, a_section_that_is_no_map_is_rejected,
    a_key_that_no_trait_has_is_rejected, an_operator_of_lists_on_something_else_is_rejected, a_value_of_another_form_is_rejected,
    a_word_where_a_number_or_a_truth_value_belongs_is_rejected, a_fraction_for_a_whole_number_is_rejected, a_number_out_of_range_is_rejected,
    a_word_that_is_none_of_those_allowed_is_rejected, an_element_of_another_form_is_rejected, nothing_where_something_must_be_is_rejected,
    what_a_check_accepts_is_never_rejected, each_value_of_each_trait_is_never_rejected_alone)
