#!/usr/bin/env python3
# test-run.py: gyre run of a component that is a process: frames, paces, clocks, traces, signals
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-run.py PROGRAM MODULE-FOLDER
import json
import os
import re
import signal
import subprocess
import time

from harness import MODULES, NEGATIVE, OK, PROGRAM, USAGE, UNREACHABLE, environment, folder, gyre, run


def start(*words, **variables):
    return subprocess.Popen([PROGRAM, f'--module-path={MODULES}', 'run', *words], cwd=folder, env=environment | variables,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')


def until(condition):
    for _ in range(1000):
        if condition():
            return
        time.sleep(0.01)
    raise AssertionError('it did not happen')


def sockets():
    return sorted(path.name for path in (folder / 'runtime').glob('gyre/*.socket'))


def trace_of(*words):
    path = folder / 'trace.json'
    gyre('run', *words, f'--trace={path}')
    return path.read_bytes()


def a_process_runs_so_many_frames():
    events = json.loads(trace_of('crew.counter#c', '--frames=5', '--clock=virtual'))['traceEvents']
    assert len([event for event in events if event.get('cat') == 'frame']) == 5
    assert len([event for event in events if event.get('cat') == 'run']) == 5
    assert gyre('run', 'crew.counter#c', '--frames=0') == ('', '')


def a_component_with_run_is_a_process_too():
    assert gyre('run', 'crew.runner', '--frames=3', '--rate=fastest', '--print-level=notice')[1] == 3 * 'notice: CrewRunner0: it runs\n'
    assert gyre('run', 'crew.runner', '--frames=3', '--rate=200 Hz', '--print-level=warning') == ('', '')


def a_behavior_is_called_as_ever():
    assert gyre('run', 'crew.counter#c', 'add', '3', '4') == ('7\n', '')
    assert gyre('run', 'crew.runner', 'run', '--print-level=notice')[1].count('it runs') == 1
    assert gyre('run', 'crew.counter#c', 'add', '3', '4', '--frames=2', '--clock=virtual') == ('7\n', '')
    assert gyre('run', 'crew.counter#c', 'complain', '--frames=2', code=NEGATIVE)[1] == 'gyre: complain: it has had enough\n'


def a_behavior_takes_any_number_of_values():
    assert gyre('run', 'crew.counter', 'average', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10') == ('5.5\n', '')
    assert gyre('run', 'crew.counter', 'average') == ('0\n', '')
    assert "numbers: must be a number, has 'x'" in gyre('run', 'crew.counter', 'average', '1', 'x', code=USAGE)[1]
    behaviors = json.loads(gyre('inspect', 'crew.counter', '--json')[0])['behaviors']
    average = next(behavior for behavior in behaviors if behavior['name'] == 'average')
    assert average['signature'] == 'real average (real numbers …)'
    assert [(argument['kind'], argument['variable'], argument['required']) for argument in average['arguments']] == [('real', True, False)]


def it_ends_when_nothing_is_due_any_more():
    assert gyre('run', 'crew.counter#c', '--crew.counter.perpetual=no') == ('', '')
    assert gyre('run', 'crew.counter#c', '--crew.counter.running=no', '--crew.counter.run-condition=no') == ('', '')


def who_fails_for_good_is_told_by_alert_and_exit_status():
    _, mistakes = gyre('run', 'crew.counter#c', '--crew.counter.fails-at=3', code=NEGATIVE)
    assert re.fullmatch(r'error: c: \S+\.c:\d+: its run failed, and it has stopped: it does not like 3\n', mistakes), mistakes
    gyre('run', 'crew.counter#c', '--crew.counter.fails-at=3', '--crew.counter.restart=always', '--frames=9', '--rate=fastest')


def the_same_seed_gives_the_same_trace_byte_for_byte():
    words = ['crew.gambler#g', '--clock=virtual', '--frames=2000', '--print-level=error']
    first = trace_of(*words, '--seed=7')
    assert b'"win"' in first and b'it wins' in first and b'"bet"' in first
    assert trace_of(*words, '--seed=7') == first
    assert trace_of(*words, '--seed=8') != first


def a_seed_counts_with_the_real_clock_too():
    words = ['crew.gambler#g', '--frames=300', '--rate=fastest', '--print-level=error']
    sizes = [[event['args']['bytes'] for event in json.loads(trace_of(*words, f'--seed={seed}'))['traceEvents']
              if event.get('cat') == 'message'] for seed in (1, 1, 2)]
    assert len(sizes[0]) == 300 and sizes[0] == sizes[1] and sizes[0] != sizes[2]


def signals_end_it_cleanly():
    for number in (signal.SIGINT, signal.SIGTERM):
        path = folder / 'signal.json'
        process = start('crew.counter#c', '--rate=100', '--name=prog', f'--trace={path}', '--log-file=run.log', '--log-level=notice')
        until(lambda: 'prog.socket' in sockets())
        process.send_signal(number)
        output, mistakes = process.communicate(timeout=20)
        assert (process.returncode, output, mistakes) == (OK, '', ''), (process.returncode, mistakes)
        assert sockets() == []
        assert json.loads(path.read_text())['traceEvents']
        path.unlink()


def a_sleeping_process_ends_at_a_signal():
    process = start('crew.counter#c', '--crew.counter.priority=1 h', '--name=sleeper')
    until(lambda: 'sleeper.socket' in sockets())
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    assert process.returncode == OK


def alerts_go_to_a_log():
    gyre('run', 'crew.runner', '--frames=2', '--rate=fastest', '--log-file=log.json', '--log-level=notice')
    lines = [json.loads(line) for line in (folder / 'log.json').read_text().splitlines()]
    assert [line['message'] for line in lines if line.get('component')] == ['it runs', 'it runs']


def mistakes_in_options_are_told():
    for option in ('--rate=0', '--rate=quick', '--rate=-1', '--rate=nan', '--clock=sun', '--seed=-1', '--print-level=loud'):
        assert option.split('=')[0] in gyre('run', 'crew.counter', option, code=USAGE)[1], option
    assert 'no/such' in gyre('run', 'crew.counter', '--trace=no/such/file', '--frames=1', code=USAGE)[1]
    assert "--frames means nothing to gyre inspect" in gyre('inspect', 'crew.counter', '--frames=2', code=USAGE)[1]
    assert "--at means nothing to gyre run" in gyre('run', 'crew.counter', '--at=x', code=USAGE)[1]


def an_unsafe_folder_lets_nobody_in_and_the_process_run():
    (folder / 'open').mkdir(exist_ok=True)
    os.chmod(folder / 'open', 0o755)
    for value in (str(folder / 'open'), ''):
        assert gyre('run', 'crew.counter', '--frames=1', '--rate=fastest', XDG_RUNTIME_DIR=value) == ('', '')
        assert 'gyre: ' in gyre('run', 'crew.counter', '--frames=1', '--name=x', XDG_RUNTIME_DIR=value, code=UNREACHABLE)[1]
    assert not (folder / 'open' / 'gyre').exists()


run(a_process_runs_so_many_frames, a_component_with_run_is_a_process_too, a_behavior_is_called_as_ever, a_behavior_takes_any_number_of_values,
    it_ends_when_nothing_is_due_any_more, who_fails_for_good_is_told_by_alert_and_exit_status,
    the_same_seed_gives_the_same_trace_byte_for_byte, a_seed_counts_with_the_real_clock_too, signals_end_it_cleanly,
    a_sleeping_process_ends_at_a_signal, alerts_go_to_a_log, mistakes_in_options_are_told,
    an_unsafe_folder_lets_nobody_in_and_the_process_run)
