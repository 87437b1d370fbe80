#!/usr/bin/env python3
# picture.py: How long pictures take, and how long a program that is drawn stands still
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: picture.py [--tiny] PROGRAM VILLAGE [RESULTS.json]
#
# A village of 499 houses with a keeper each, and a town, a boss and a watch: 1,001 components. The watch tells the longest time between
# two of its runs while the village is drawn; the peer is the longest time while nobody asks, in the same run. What one adds to
# the other is how long the program stood still.
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


def main():
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, XDG_RUNTIME_DIR=folder)
        with subprocess.Popen([VILLAGE, 'village', str(HOUSES), str(RATE)], env=environment, stdout=subprocess.PIPE) as village:
            village.stdout.readline()
            times = []

            def draw():
                seconds, _ = ask('graph', 'components', '--without=messages', environment=environment)
                times.append(seconds * 1e3)

            ours, peer = benchmark.alternate(lambda: watch_still(environment, draw), lambda: watch_still(environment, lambda: time.sleep(0.05)))
            village.kill()
    name = f'a running program of {2 * HOUSES + 3:,} components'
    benchmark.tell(f'draw {name}, as dot', 'ms', statistics.median(times))
    benchmark.tell(f'longest pause between two frames while {name} is drawn', 'ms', ours, peer, '≤ 10 ms', ours <= 10)
    return benchmark.finish()


sys.exit(main())
