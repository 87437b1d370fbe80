#!/usr/bin/env python3
# test-secrets.py: The value of a secret stands in no output of the program
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-secrets.py PROGRAM MODULE-FOLDER
#
# The value is a text that stands nowhere else. Each verb reads it from files of each format, right ones and broken ones, from
# arguments and from the environment; no verb may show even a part of it.
import itertools

from harness import FORMATS, gyre, run, write

CANARY = 'Xq7zWv9kJp'

# The secret by its name, by a former one, misspelt, of an instance of an unknown class, under a condition, and beside others.
GOOD = {
    'pfg': f'specimen.vault:\n    password = {CANARY}\n    depth = 2\nsafe.password = {CANARY}\nspecimen.vault # mine:\n    pass-phrase = {CANARY}\n',
    'cfg': f'[specimen.vault]\npassword={CANARY}\ndepth=2\n[safe]\npassword = {CANARY}\n[specimen.vault # mine]\npass-phrase = {CANARY}\n',
    'yaml': f'specimen.vault: {{password: {CANARY}, depth: 2}}\nsafe:\n  password: |\n    {CANARY}\nspecimen.vault#mine:\n  pass-phrase: "{CANARY}"\n',
    'json': f'{{"specimen": {{"vault": {{"password": "{CANARY}", "depth": 2}}}}, "safe.password": "{CANARY}",\n'
            f' "specimen.vault#mine": {{"pass-phrase": "{CANARY}"}}}}\n',
    'pml': f'<config>\n<bind property="specimen.vault.password">{CANARY}</bind>\n<bind property="safe.password">{CANARY}</bind>\n'
           f'<component name="mine" family="specimen.vault"><bind property="pass-phrase">{CANARY}</bind></component>\n</config>\n',
}

BROKEN = {
    'pfg': [f'specimen.vault:\n    password {CANARY}\n', f'specimen.vault:\n    pasword = {CANARY}\n',
            f'specimen.vault:\n    password =\n        (a\n      {CANARY})\n', f'specimen.vault.password = {CANARY}\nspecimen.vault.password = {CANARY}\n',
            f'specimen.vault.password += {CANARY}\n', f'specimen.vault.depth = 1\nspecimen.vault.password = "{CANARY}\n{CANARY}"\n',
            f'safe.password = {{{CANARY}\n', f'specimen.vault.password.{CANARY}\n', f'specimen.vault.password = {{{CANARY}}} + (\n',
            f'specimen.vault # mine:\n    pasword = {CANARY}\n', f'specimen.vault:\n    depth = -1\n    password: {CANARY}\n',
            f'specimen.vault:\n    password = {CANARY}\n        {CANARY}\n'],
    'cfg': [f'[specimen.vault]\npassword {CANARY}\n', f'[specimen.vault]\npasswort = {CANARY}\n', f'[specimen.vault] password={CANARY}\n',
            f'[specimen.vault]\npassword = "{CANARY}\n  {CANARY}\n', f'[specimen.vault]\npassword = {CANARY}\npassword = {CANARY}\n',
            f'[specimen.vault\npassword = {CANARY}\n', f'[specimen.vault]\npassword ^= {CANARY}\n'],
    'yaml': [f'specimen.vault:\n  password: "{CANARY}\n', f'specimen.vault: {{password: {CANARY}\n', f'specimen.vault:\n  password: [{CANARY}\n',
             f'specimen.vault:\n  password: |\n    a\n   {CANARY}\n  x\n', f'specimen.vault:\n  password: !!{CANARY} a\n',
             f'specimen.vault:\n  password: *{CANARY}\n', f'specimen.vault:\n  "pass\\x77ord": "{CANARY}" x\n',
             f'specimen.vault:\n  pasword: {CANARY}\n', f'specimen.vault:\n  password: {{a: {CANARY}}}\n',
             f'specimen.vault:\n  password: {CANARY}\n  password: {CANARY}\n', f'specimen.vault:\n\tpassword: {CANARY}\n',
             f'specimen.vault:\n  ? password\n  : "{CANARY}\n'],
    'json': [f'{{"specimen.vault": {{"password": "{CANARY}"', f'{{"specimen.vault": {{"password": {CANARY}}}}}',
             f'{{"specimen.vault": {{"password" "{CANARY}"}}}}', f'{{"specimen.vault": {{"pass\\u0077ord": "{CANARY}" 1}}}}',
             f'{{"specimen.vault": {{"password":\n"{CANARY}" 1}}}}', f'{{"specimen.vault": {{"password": ["{CANARY}", ]}}}}',
             f'{{"specimen.vault": {{"pasword": "{CANARY}"}}}}', f'{{"specimen.vault": {{"password": "{CANARY}\n"}}}}',
             f'{{"specimen.vault": {{"password": "\\q{CANARY}"}}}}', f'{{"specimen.vault": {{"password": {{"a": "{CANARY}"}}}}}}',
             f'{{"specimen.vault": {{"depth": -1, "password": "{CANARY}"}}}}'],
    'pml': [f'<config><bind property="specimen.vault.password">{CANARY}</config>', f'<config><bind property="specimen.vault.pasword">{CANARY}</bind></config>',
            f'<config><bind property="specimen.vault.password">&{CANARY};</bind></config>', f'<config><bind property="specimen.vault.password"><{CANARY}/></bind></config>',
            f'<config><bind property="specimen.vault.password" {CANARY}="1">a</bind></config>', f'<config>\n<bind property="specimen.vault.password">\n{CANARY}<',
            f'<config><bind property="specimen.vault.pass&#119;ord">{CANARY}<a/></bind></config>',
            f'<config><bind property="specimen.vault.password" operator="{CANARY}">a</bind></config>'],
}

OTHERS = {format: text.replace(CANARY, CANARY[::-1]).replace('depth = 2', 'depth = 3') for format, text in GOOD.items()}


def check(*words, hidden=CANARY, **variables):
    output = ''.join(gyre(*words, code=None, **variables))
    for value in (hidden, hidden[::-1]):
        for start in range(len(value) - 3):
            assert value[start:start + 4] not in output, f'{words}: {output}'
    return output


def use(name, other='other.pfg'):
    """Everything that a file can be used for."""
    for json in ([], ['--json']):
        for verb in (['check', name], ['events', name], ['dump', f'--config={name}'], ['migrate', name], ['diff', name, other],
                     ['diff', other, name], ['explain', 'specimen.vault.password', f'--config={name}'],
                     ['explain', 'mine.password', f'--config={name}'], ['explain', 'safe.password', f'--config={name}'],
                     ['explain', 'specimen.vault.depth', f'--config={name}'], ['order', 'specimen', f'--config={name}']):
            check('configuration', *verb, *json)
        for verb in (['run', 'specimen.vault'], ['run', 'specimen.vault#mine'], ['inspect', 'specimen.vault#mine'],
                     ['inspect', 'specimen.vault'], ['list', 'instances']):
            check(*verb, f'--config={name}', *json)


def no_verb_shows_a_secret_of_a_good_file():
    write('other.pfg', OTHERS['pfg'])
    for format in FORMATS:
        write(f'good.{format}', GOOD[format])
        use(f'good.{format}')
        gyre('configuration', 'check', f'good.{format}')
        for written in FORMATS:
            check('configuration', 'dump', f'--format={written}', f'--config=good.{format}')
    for first, second in itertools.product(FORMATS, FORMATS):
        write(f'second.{second}', OTHERS[second])
        check('configuration', 'diff', f'good.{first}', f'second.{second}')


def no_verb_shows_a_secret_of_a_broken_file():
    write('other.pfg', OTHERS['pfg'])
    for format in FORMATS:
        for number, text in enumerate(BROKEN[format]):
            write(f'broken{number}.{format}', text)
            use(f'broken{number}.{format}')


def no_verb_shows_a_secret_of_an_argument():
    for argument in (f'--specimen.vault.password={CANARY}', f'--specimen.vault.pasword={CANARY}', f'--specimen.vault.password=""{CANARY}',
                     f'--specimen.vault.(password,depth)={CANARY}', f'--safe.password={CANARY}', f'--specimen.vault.password+={CANARY}',
                     f'--specimen.vault.pass-phrase={CANARY}', f'--mine.password={CANARY}'):
        for json in ([], ['--json']):
            for words in (['run', 'specimen.vault'], ['run', 'specimen.vault#mine'], ['inspect', 'specimen.vault'], ['inspect', 'specimen.vault#mine'],
                          ['configuration', 'dump'], ['configuration', 'explain', 'specimen.vault.password'],
                          ['configuration', 'explain', 'safe.password'], ['list', 'instances'], ['configuration', 'check']):
                check(*words, argument, *json)


def no_verb_shows_a_secret_of_the_environment():
    for variable in ('specimen__vault__password', 'specimen__vault__pasword', 'safe__password', 'specimen__vault__pass_phrase'):
        for value in (CANARY, f'""{CANARY}', f'{{{CANARY}'):
            for words in (['run', 'specimen.vault'], ['inspect', 'specimen.vault'], ['configuration', 'dump'],
                          ['configuration', 'explain', 'specimen.vault.password'], ['configuration', 'dump', '--json']):
                check(*words, **{f'GYRE__{variable}': value})


def what_is_no_secret_is_shown():
    write('plain.pfg', 'specimen.vault:\n    password = a\n    depth = 1\n    depth 2\nspecimen.animal:\n    sound = mooo\n')
    output = check('configuration', 'check', 'plain.pfg')
    assert '    depth 2' in output and '    sound = mooo' in output, output
    assert '= 2' in check('configuration', 'events', 'good.pfg')


run(no_verb_shows_a_secret_of_a_good_file, no_verb_shows_a_secret_of_a_broken_file, no_verb_shows_a_secret_of_an_argument,
    no_verb_shows_a_secret_of_the_environment, what_is_no_secret_is_shown)
