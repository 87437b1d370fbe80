#!/usr/bin/env python3
# picture.py: How long pictures take, and how long a program that is drawn stands still
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: picture.py [--tiny] PROGRAM VILLAGE [RESULTS.json]
#
# A village of 499 houses with a keeper each, and a town, a boss and a watch: 1,001 components, and a frame each millisecond. The watch
# tells the longest time between two of its runs while the village is drawn; the peer is the longest time while nobody asks, in the same
# run. A busy machine has long pauses of its own: the limit is for the time that a drawing takes in the thread of the executive,
# which the kernel counts.
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmark import Benchmark, measure

benchmark = Benchmark('picture', sys.argv[1:])
PROGRAM, VILLAGE = [word for word in sys.argv[1:] if not word.startswith('--') and not word.endswith('.json')]
HOUSES = 20 if benchmark.is_tiny else 499
RATE = 1000


def ask(*words, environment):
    return measure(PROGRAM, *words, '--at=village', env=environment)


def forget(environment):
    """Milliseconds between two runs beyond what the rate makes of them; it begins anew."""
    return int(ask('call', 'watch', 'forget', environment=environment)[1]) / 1e3 - 1e3 / RATE


def watch_still(environment, act):
    forget(environment)
    time.sleep(0.2)
    act()
    time.sleep(0.2)
    return int(ask('get', 'watch.longest', environment=environment)[1].split()[0]) / 1e3


def read_used(process):
    """Milliseconds that the first thread has had of a processor."""
    with open(f'/proc/{process}/task/{process}/schedstat', encoding='ascii') as file:
        return int(file.read().split()[0]) / 1e6


@contextlib.contextmanager
def living(rate):
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_RUNTIME_DIR=folder)
        with subprocess.Popen([VILLAGE, 'village', str(HOUSES), str(rate)], env=environment, stdout=subprocess.PIPE) as village:
            village.stdout.readline()
            yield environment, village.pid
            village.kill()


def tell_pauses(name):
    with living(RATE) as (environment, _):
        times = []

        def draw():
            seconds, _ = ask('graph', 'components', '--without=messages', environment=environment)
            times.append(seconds * 1e3)

        ours, peer = benchmark.alternate(lambda: watch_still(environment, draw), lambda: watch_still(environment, lambda: time.sleep(0.05)))
    benchmark.tell(f'draw {name}, as dot', 'ms', statistics.median(times))
    benchmark.tell(f'longest time between two frames while {name} is drawn, and while not', 'ms', ours, peer)


def tell_used(name):
    """At hardly any frames: all that the thread does is to answer."""
    with living(1) as (environment, process):
        used = []
        for _ in range(benchmark.rounds):
            before = read_used(process)
            ask('graph', 'components', '--without=messages', environment=environment)
            used.append(read_used(process) - before)
    ours = statistics.median(used)
    benchmark.tell(f'what drawing {name} takes of the thread of its executive', 'ms', ours, None, '≤ 10 ms', ours <= 10)


tell_pauses(f'a running program of {2 * HOUSES + 3:,} components')
tell_used(f'a running program of {2 * HOUSES + 3:,} components')
sys.exit(benchmark.finish())
