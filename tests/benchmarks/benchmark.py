# benchmark.py: Rows of results for benchmarks of whole programs, as benchmark.c writes them
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import json
import pathlib
import statistics
import subprocess
import sys
import time

ROUNDS = 7


class Benchmark:
    def __init__(self, name, arguments):
        self.name = name
        self.is_tiny = '--tiny' in arguments
        self.file = next((word for word in arguments if word.endswith('.json')), None)
        self.rounds = 1 if self.is_tiny else ROUNDS
        self.rows = []

    def alternate(self, ours, peer):
        """Medians of what the two functions give, in turns; who comes first changes with each round."""
        results = ([], [])
        for number in range(self.rounds):
            for which in ((0, 1) if number % 2 == 0 else (1, 0)):
                function = (ours, peer)[which]
                if function is not None:
                    results[which].append(function())
        return tuple(statistics.median(values) if values else None for values in results)

    def tell(self, what, unit, ours, peer=None, limit='', reached=None):
        ratio = None if peer in (None, 0) else ours / peer
        self.rows.append({'what': what, 'unit': unit, 'ours': ours, 'peer': peer, 'ratio': ratio, 'limit': limit, 'reached': reached})

    def tell_faster(self, what, unit, ours, peer):
        """No slower than the peer; a missing peer has no limit."""
        self.tell(what, unit, ours, peer, '≤ 1 ×', None if peer is None else ours <= peer * 1.02)

    def finish(self):
        """A missed limit is told, and is no failure: the reader judges."""
        for row in self.rows:
            peer = '' if row['peer'] is None else f", peer {row['peer']:.4g} {row['unit']}, ratio {row['ratio']:.3f}"
            reached = {True: ' yes', False: ' NO', None: ''}[row['reached']]
            print(f"{row['what']}: {row['ours']:.4g} {row['unit']}{peer} {row['limit']}{reached}")
        if self.file is not None:
            pathlib.Path(self.file).write_text(json.dumps({'benchmark': self.name, 'rounds': self.rounds, 'results': self.rows}, indent=2, ensure_ascii=False) + '\n',
                                               encoding='utf-8')
        return 0


def measure(*words, **arguments):
    """Seconds of a program, from its start to its end; a failure ends the benchmark with what it said."""
    start = time.monotonic()
    done = subprocess.run(words, capture_output=True, check=False, **arguments)
    seconds = time.monotonic() - start
    if done.returncode != 0:
        sys.exit(f'{words}: {done.stderr.decode(errors="replace")}')
    return seconds, done.stdout
