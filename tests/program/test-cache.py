#!/usr/bin/env python3
# test-cache.py: What modules bring is told without loading them, and never when something has changed
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-cache.py PROGRAM MODULE-FOLDER
# The module of the folder writes a line whenever it is loaded.
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import time

from harness import MODULES, OK, PROGRAM, environment, folder, run

trace = folder / 'trace'
cache = folder / 'cache' / 'gyre'
modules = folder / 'modules'
BREAKS = ' \t\n"\'@><=;|&(:'


def ask(*words, code=OK, path=modules, **variables):
    """Both outputs, and how often the module was loaded."""
    trace.write_text('', encoding='utf-8')
    done = subprocess.run([PROGRAM, f'--module-path={path}', *words], capture_output=True, encoding='utf-8', cwd=folder, check=False,
                          env=environment | {'WITNESS_TRACE': str(trace)} | variables, stdin=subprocess.DEVNULL)
    assert code is None or done.returncode == code, f'{words}: exit code {done.returncode}\n{done.stdout}{done.stderr}'
    return done.stdout, done.stderr, trace.read_text(encoding='utf-8').count('loaded')


def complete(line, variables=None):
    trace.write_text('', encoding='utf-8')
    done = subprocess.run([PROGRAM, 'complete', 'bash', BREAKS, line], capture_output=True, encoding='utf-8', cwd=folder, check=True,
                          env=(environment | {'GYRE_MODULE_PATH': str(modules), 'WITNESS_TRACE': str(trace)}) if variables is None else variables)
    assert done.stderr == ''
    return [word.rstrip(' ') for word in done.stdout.splitlines()[1:]], trace.read_text(encoding='utf-8').count('loaded')


def begin():
    """Nothing is known, and the module is as it was built."""
    shutil.rmtree(folder / 'cache', ignore_errors=True)
    shutil.rmtree(modules, ignore_errors=True)
    modules.mkdir()
    shutil.copy(pathlib.Path(MODULES) / 'libwitness.so', modules)


def the_second_answer_is_the_first_one_and_loads_nothing():
    begin()
    for words in (['list', 'families'], ['list', 'families', '--json'], ['list', 'interfaces', '--json'],
                  ['inspect', 'witness.stand'], ['inspect', 'WitnessStand'], ['inspect', 'witness.stand', '--json'],
                  ['inspect', 'WitnessStand', '--json']):
        shutil.rmtree(folder / 'cache', ignore_errors=True)
        first = ask(*words)
        second = ask(*words)
        assert first[2] == 1 and second == (first[0], first[1], 0), (words, first, second)
    assert 'where one speaks' in ask('list', 'families')[0]


def a_listing_teaches_what_inspect_and_completion_need():
    begin()
    ask('list', 'families')
    assert ask('inspect', 'witness.stand', '--json')[2] == 0
    assert complete('gyre run w') == (['witness.stand'], 0)
    assert complete('gyre run x --witness.stand.') == (['--witness.stand.oath=', '--witness.stand.seats='], 0)


def a_module_that_has_changed_is_loaded_again():
    begin()
    ask('list', 'families')
    shutil.copy(pathlib.Path(MODULES) / 'libwitness.so', modules / 'other')
    os.replace(modules / 'other', modules / 'libwitness.so')
    assert ask('list', 'families')[2] == 1
    assert ask('list', 'families')[2] == 0
    time.sleep(0.02)
    os.utime(modules / 'libwitness.so')
    assert ask('list', 'families')[2] == 1


def a_module_that_comes_or_goes_is_noticed():
    begin()
    ask('list', 'families')
    time.sleep(0.02)
    (modules / 'libwitness.so').unlink()
    answer, complaint, loaded = ask('list', 'families')
    assert 'witness' not in answer and (complaint, loaded) == ('', 0)
    shutil.copy(pathlib.Path(MODULES) / 'libwitness.so', modules)
    assert 'witness.stand' in ask('list', 'families')[0]


def what_can_not_be_loaded_is_told_each_time():
    begin()
    (modules / 'libbroken.so').write_text('no module', encoding='utf-8')
    first = ask('list', 'families')
    second = ask('list', 'families')
    assert 'gyre: note: ' in first[1] and first[2] == 1
    assert second == (first[0], first[1], 0), (first, second)


def who_complains_when_it_is_loaded_is_loaded():
    begin()
    for _ in range(2):
        text, complaint, loaded = ask('list', 'families', WITNESS_COMPLAINT='it hurts')
        assert 'it hurts' in complaint and 'witness.stand' in text and loaded == 1
    assert complete('gyre run w') == (['witness.stand'], 0)


def what_is_configured_is_told_by_the_module_itself():
    begin()
    ask('list', 'families')
    text, _, loaded = ask('inspect', 'witness.stand', '--json', '--witness.stand.seats=7')
    assert '"default" : "7"' in text and loaded == 1
    assert '"default" : "7"' not in ask('inspect', 'witness.stand', '--json')[0]
    begin()
    ask('inspect', 'witness.stand', '--json', '--witness.stand.seats=7')
    assert not cache.exists()


def what_lies_in_the_cache_is_never_believed():
    begin()
    right = ask('list', 'families')
    file, = cache.iterdir()
    good = file.read_bytes()
    for damage in (b'', b'GyreCat\n', b'\0' * len(good), good[:len(good) // 2], good + b'x', good[:100] + bytes([good[100] ^ 1]) + good[101:],
                   good[:8] + bytes([good[8] ^ 0xff]) + good[9:], b'{"family": "evil"}' * 1000):
        file.write_bytes(damage)
        assert ask('list', 'families') == right
        assert file.read_bytes()[:8] == b'GyreCat\n' and len(file.read_bytes()) == len(good)
        assert ask('list', 'families')[2] == 0


def a_cache_that_can_not_be_written_is_no_mistake():
    begin()
    (folder / 'file').write_text('', encoding='utf-8')
    variables = {'XDG_CACHE_HOME': str(folder / 'file')}
    assert ask('list', 'families', **variables)[1] == ''
    assert ask('list', 'families', **variables)[2] == 1
    whole = environment | {'GYRE_MODULE_PATH': str(modules), 'WITNESS_TRACE': str(trace)} | variables
    assert complete('gyre run w', whole)[0] == ['witness.stand']


def a_first_question_fills_the_cache():
    begin()
    assert complete('gyre run w') == (['witness.stand'], 1)
    assert complete('gyre run w') == (['witness.stand'], 0)


def a_stale_cache_is_renewed():
    begin()
    complete('gyre run w')
    time.sleep(0.02)
    (modules / 'libwitness.so').rename(modules / 'witness.so')
    assert complete('gyre run w')[0] == ['witness.stand']
    for _ in range(1000):
        if complete('gyre run w') == (['witness.stand'], 0):
            return
        time.sleep(0.01)
    raise AssertionError('it was not renewed')


def what_is_provided_counts_by_its_fingerprint():
    begin()
    zoo = pathlib.Path(MODULES).parent.parent / 'components' / 'executive' / 'modules'
    plain = ask('list', 'families', path=zoo)
    assert 'zoo.lion' in plain[0] and 'zebra' not in plain[0] and ask('list', 'families', path=zoo) == plain
    assert 'zoo.zebra' in ask('list', 'families', path=zoo, ZOO_HAS_ZEBRA='1')[0]
    assert ask('list', 'families', path=zoo) == plain
    lion = ask('inspect', 'zoo.lion', path=zoo)
    kept, = cache.glob('family-*')
    assert ask('inspect', 'zoo.lion', path=zoo) == lion and 'GCancellable' in lion[0]
    written = kept.stat().st_ino
    assert ask('inspect', 'zoo.lion', path=zoo) == lion and kept.stat().st_ino == written
    ask('inspect', 'zoo.lion', path=zoo, ZOO_HAS_ZEBRA='1')
    assert kept.stat().st_ino != written


def what_is_provided_is_completed_as_it_is_now():
    begin()
    zoo = pathlib.Path(MODULES).parent.parent / 'components' / 'executive' / 'modules'
    line = f'gyre inspect --module-path={zoo} zoo.'
    assert complete(line, environment)[0] == ['zoo.lion', 'zoo.unicorn']
    for variables, families in ((environment | {'ZOO_HAS_ZEBRA': '1'}, ['zoo.lion', 'zoo.unicorn', 'zoo.zebra']), (environment, ['zoo.lion', 'zoo.unicorn'])):
        assert complete(line, variables)[0] == families, 'a sign has changed'
        kept, = cache.glob('catalogue-*')
        written = kept.stat().st_ino
        assert complete(line, variables)[0] == families and kept.stat().st_ino == written, 'nothing has changed since'


def verbs_need_no_cache():
    begin()
    assert complete('gyre ins') == (['inspect'], 0)
    assert not cache.exists()


def almost_no_environment_is_enough():
    begin()
    bare = {'GYRE_MODULE_PATH': str(modules), 'XDG_CACHE_HOME': str(folder / 'cache')}
    assert complete('gyre run wit', bare)[0] == ['witness.stand']


def many_at_once_agree():
    begin()
    right = ask('list', 'families')[0]
    shutil.rmtree(folder / 'cache')
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert {answer[0] for answer in pool.map(lambda _: ask('list', 'families'), range(24))} == {right}
    assert len(list(cache.iterdir())) == 1
    assert ask('list', 'families')[2] == 0


run(the_second_answer_is_the_first_one_and_loads_nothing, a_listing_teaches_what_inspect_and_completion_need,
    a_module_that_has_changed_is_loaded_again, a_module_that_comes_or_goes_is_noticed, what_can_not_be_loaded_is_told_each_time,
    who_complains_when_it_is_loaded_is_loaded, what_is_configured_is_told_by_the_module_itself, what_lies_in_the_cache_is_never_believed, a_cache_that_can_not_be_written_is_no_mistake,
    a_first_question_fills_the_cache, what_is_provided_counts_by_its_fingerprint, what_is_provided_is_completed_as_it_is_now,
    a_stale_cache_is_renewed, verbs_need_no_cache, almost_no_environment_is_enough, many_at_once_agree)
