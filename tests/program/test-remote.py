#!/usr/bin/env python3
# test-remote.py: A program that runs, reached by gyre list, inspect, get, set, call, post, pause, resume and top
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-remote.py PROGRAM MODULE-FOLDER
import concurrent.futures
import contextlib
import os
import pty
import random
import signal
import socket
import stat
import subprocess
import time

from harness import MODULES, NEGATIVE, NOT_FOUND, OK, PROGRAM, UNREACHABLE, USAGE, answer, environment, folder, gyre, run

sockets = folder / 'runtime' / 'gyre'


def until(condition, process=None):
    """Waits a minute at most, and no longer than the process lives."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if condition():
            return
        if process is not None and process.poll() is not None:
            raise AssertionError(f'it ended with {process.returncode}: {process.communicate()[1]}')
        time.sleep(0.01)
    raise AssertionError('it did not happen')


@contextlib.contextmanager
def running(*words, name='prog'):
    with subprocess.Popen([PROGRAM, f'--module-path={MODULES}', 'run', 'crew.counter#c', '--rate=200', f'--name={name}', *words],
                          cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          encoding='utf-8') as process:
        until(lambda: name in gyre('list', 'programs')[0].split(), process)
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=30)


def connect(name='prog'):
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(str(sockets / f'{name}.socket'))
    connection.settimeout(30)
    return connection


def values_are_shown_and_set():
    with running():
        assert gyre('get', 'c.step', '--at=prog') == ('1\n', '')
        assert gyre('set', 'c.step', '0', '--at=prog') == ('', '')
        assert answer('get', 'c.step') == {'text': '0', 'value': 0}
        before = gyre('get', 'c.count')[0]
        assert gyre('get', 'c.count')[0] == before
        assert 'at least 0 and at most 1000' in gyre('set', 'c.step', '-4', code=NEGATIVE)[1]
        assert gyre('get', 'c.step')[0] == '0\n'


def behaviors_are_called_and_posted():
    with running():
        assert gyre('call', 'c', 'add', '3', '-4') == ('-1\n', '')
        assert answer('call', 'c', 'add', '1', '1')['value'] == 2
        assert gyre('call', 'c', 'average', '1', '2', '6') == ('3\n', '')
        assert gyre('call', 'c', 'complain', code=NEGATIVE) == ('', 'gyre: it has had enough\n')
        assert int(gyre('post', 'c', 'add', '1', '2', '--delay=1 ms')[0]) > 0
        assert '--delay' in gyre('post', 'c', 'add', '1', '2', '--delay=1 m', code=USAGE)[1]


def processes_are_paused_and_go_on():
    with running():
        gyre('pause', 'c')
        assert answer('top', '--once')['processes'][0]['state'] == 'paused'
        before = gyre('get', 'c.count')[0]
        time.sleep(0.1)
        assert gyre('get', 'c.count')[0] == before
        gyre('resume', 'c')
        until(lambda: gyre('get', 'c.count')[0] != before)


def what_lives_is_listed_and_inspected():
    with running() as process:
        assert gyre('list', '--at=prog')[0].split() == ['c', 'crew.counter', 'running']
        assert answer('list', '--at=prog')['components'] == [{'name': 'c', 'family': 'crew.counter', 'state': 'running'}]
        assert gyre('inspect', 'c', '--at=prog')[0].startswith('crew.counter#c: counts\n')
        assert answer('inspect', 'c', '--at=prog')['description']['family'] == 'crew.counter'
        assert answer('list', 'programs') == [{'name': 'prog', 'process': str(process.pid)}]
        assert gyre('get', 'c.step', f'--at={process.pid}')[0] == '1\n'


def mistakes_are_those_of_the_library():
    with running():
        assert gyre('get', 'c.stap', code=NOT_FOUND)[1] == "gyre: crew.counter has no trait 'stap'; did you mean 'step'?\n"
        assert "there is no component 'd'" in gyre('get', 'd.step', code=NOT_FOUND)[1]
        assert 'NAME.TRAIT' in gyre('get', 'c', code=USAGE)[1]
        assert 'is no behavior' in gyre('call', 'c', 'step', code=NOT_FOUND)[1]
        assert "no program is called 'nix'; there are prog" in gyre('get', 'c.step', '--at=nix', code=UNREACHABLE)[1]


def nobody_is_reached_where_nobody_runs():
    assert 'no program runs' in gyre('top', '--once', code=UNREACHABLE)[1]
    assert gyre('list', 'programs')[0] == ''


def several_programs_must_be_told_apart():
    with running(name='one'), running(name='two'):
        assert 'one' in gyre('list', 'programs')[0] and 'two' in gyre('list', 'programs')[0]
        gyre('set', 'c.step', '7', '--at=two')
        assert gyre('get', 'c.step', '--at=one')[0] == '1\n'
        assert 'say which one' in gyre('get', 'c.step', code=UNREACHABLE)[1]
        assert "'one' runs already" in gyre('run', 'crew.counter', '--frames=1', '--name=one', code=USAGE)[1]


def no_secret_goes_out():
    with running('--crew.counter.password=hidden-word'):
        for words in (['get', 'c.password'], ['set', 'c.password', 'other-word'], ['inspect', 'c', '--at=prog'],
                      ['inspect', 'c', '--at=prog', '--json'], ['top', '--once', '--json'], ['list', '--at=prog', '--json']):
            output, mistakes = gyre(*words, code=None)
            assert not any(word in output + mistakes for word in ('hidden-word', 'other-word', 'sesame')), words
        assert 'secret' in gyre('get', 'c.password', code=NEGATIVE)[1]


def top_shows_processes_for_people_and_programs():
    with running():
        page = gyre('top', '--once')[0]
        assert page.startswith('prog (process ') and 'MAILBOX' in page and '\nc ' in page
        top = answer('top', '--once', '--interval=500 ms')
        assert top['frames-per-second'] > 0 and top['n-processes'] == 1
        row = top['processes'][0]
        assert row['name'] == 'c' and row['runs'] > 0 and row['memory-size'] == 8096


def top_on_a_terminal_goes_on_until_it_is_interrupted():
    with running():
        leader, follower = pty.openpty()
        with subprocess.Popen([PROGRAM, 'top', '--interval=20 ms'], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                              stdout=follower, stderr=follower) as process:
            os.close(follower)
            text = b''
            while text.count(b'\x1b[H\x1b[2J') < 3:
                text += os.read(leader, 65536)
            process.send_signal(signal.SIGINT)
            with contextlib.suppress(OSError):
                while os.read(leader, 65536):
                    pass
            assert process.wait(timeout=30) == OK
        os.close(leader)


def socket_and_folder_are_the_users_alone():
    with running():
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
        assert stat.S_IMODE((sockets / 'prog.socket').stat().st_mode) == 0o600


def a_socket_that_was_left_behind_goes():
    with running(name='dead') as process:
        process.kill()
        process.wait()
    assert (sockets / 'dead.socket').exists()
    with running(name='dead'):
        assert gyre('get', 'c.step', '--at=dead')[0] == '1\n'
    assert not (sockets / 'dead.socket').exists()


def garbage_and_half_questions_harm_nothing():
    chance = random.Random(3)
    heads = [b'', b'gyr1', b'gyr1\xff\xff\xff\xff', b'gyr1\xff\xff\0\0', b'gyr1\x10\0\0\0', b'GET / HTTP/1.0\r\n\r\n']
    with running() as process:
        for turn in range(150):
            with contextlib.suppress(OSError):
                connection = connect()
                connection.sendall(chance.choice(heads) + chance.randbytes(chance.randrange(200)))
                if turn % 3 == 0:
                    connection.shutdown(socket.SHUT_WR)
                    connection.recv(100)
                connection.close()
        assert gyre('get', 'c.step')[0] == '1\n'
        assert process.poll() is None


def a_caller_who_asks_and_does_not_listen_harms_nothing():
    with running() as process:
        text = b'gyr1' + b'\0' * 1000
        mute = [connect() for _ in range(20)]
        for connection in mute:
            connection.setblocking(False)
            with contextlib.suppress(OSError):
                while True:
                    connection.send(text)
        assert gyre('get', 'c.step')[0] == '1\n'
        for connection in mute:
            connection.close()
        assert process.poll() is None


def many_callers_are_all_answered():
    with running(), concurrent.futures.ThreadPoolExecutor(24) as pool:
        idle = [connect() for _ in range(200)]
        outputs = list(pool.map(lambda number: gyre('call', 'c', 'add', str(number), '1')[0], range(96)))
        assert outputs == [f'{number + 1}\n' for number in range(96)]
        for connection in idle:
            connection.close()


run(values_are_shown_and_set, behaviors_are_called_and_posted, processes_are_paused_and_go_on, what_lives_is_listed_and_inspected,
    mistakes_are_those_of_the_library, nobody_is_reached_where_nobody_runs, several_programs_must_be_told_apart, no_secret_goes_out,
    top_shows_processes_for_people_and_programs, top_on_a_terminal_goes_on_until_it_is_interrupted,
    socket_and_folder_are_the_users_alone, a_socket_that_was_left_behind_goes, garbage_and_half_questions_harm_nothing,
    a_caller_who_asks_and_does_not_listen_harms_nothing, many_callers_are_all_answered)
