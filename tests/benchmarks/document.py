#!/usr/bin/env python3
# document.py: How long a reference takes to be written, and how large it is
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: document.py [--tiny] PROGRAM BUILD [RESULTS.json]
#
# Ours: `gyre document` for the example gauss and for all elements of GStreamer that are installed, from the start of the process to its
# end. Peers: gi-docgen for libraries of GStreamer, by the page, because no two references have the same number of them; for the text of
# all elements `gst-inspect-1.0 -a`. What is not installed is told and left out.
import os
import pathlib
import shutil
import sys
import tempfile

from benchmark import Benchmark, measure

GIRS = pathlib.Path('/usr/share/gir-1.0')
benchmark = Benchmark('document', sys.argv[1:])
PROGRAM, BUILD = [word for word in sys.argv[1:] if not word.startswith('--') and not word.endswith('.json')]
MODULES = os.pathsep.join(str(pathlib.Path(BUILD) / folder) for folder in ('docs/examples/gauss', 'media'))


def count(folder):
    """Pages and bytes."""
    files = [path for path in pathlib.Path(folder).rglob('*') if path.is_file()]
    return sum(path.suffix == '.html' for path in files), sum(path.stat().st_size for path in files)


def run_ours(module):
    """Seconds, pages, bytes."""
    with tempfile.TemporaryDirectory() as folder:
        seconds, _ = measure(PROGRAM, f'--module-path={MODULES}', 'document', module, '--format=html', f'--output={folder}/site')
        return seconds, *count(folder)


def run_docgen(name):
    with tempfile.TemporaryDirectory() as folder:
        seconds, _ = measure('gi-docgen', 'generate', '--quiet', '--output-dir', folder, str(GIRS / f'{name}.gir'))
        return seconds, *count(folder)


def compare(module, what, library):
    """Seconds, pages and bytes of ours; a row by the page where there is the peer."""
    is_there = shutil.which('gi-docgen') is not None and (GIRS / f'{library}.gir').exists()
    run_ours(module)
    ours, theirs = [], []

    def measure_ours():
        ours.append(run_ours(module))
        return ours[-1][0] / ours[-1][1] * 1e3

    def measure_peer():
        theirs.append(run_docgen(library))
        return theirs[-1][0] / theirs[-1][1] * 1e3

    mine, peer = benchmark.alternate(measure_ours, measure_peer if is_there else None)
    rows = sorted(ours)
    pages = f', {theirs[-1][1]} pages' if theirs else ', which is not installed'
    benchmark.tell_faster(f'document {what}, a page, against gi-docgen for {library}{pages}', 'ms', mine, peer)
    return rows[len(rows) // 2]


def tell_gauss():
    seconds, pages, size = compare('gauss', 'gauss', 'GstController-1.0')
    benchmark.tell(f'document gauss, {pages} pages', 'ms', seconds * 1e3)
    benchmark.tell('document gauss, size', 'kB', size / 1e3)


def tell_gstreamer():
    if not (pathlib.Path(BUILD) / 'media/gst.so').exists() or shutil.which('gst-inspect-1.0') is None:
        print('document: without GStreamer its elements are left out')
        return
    seconds, pages, size = compare('gst', 'all elements of GStreamer', 'Gst-1.0')
    is_whole = pages >= 500
    if not is_whole:
        print(f'document: {pages} pages are fewer than the 500 for which there is a limit')
    text_seconds, text = measure('gst-inspect-1.0', '-a')
    benchmark.tell(f'document all elements of GStreamer, {pages} pages, against the text of gst-inspect-1.0 -a', 's', seconds, text_seconds,
                   '≤ 10 s' if is_whole else '', seconds <= 10 if is_whole else None)
    benchmark.tell('document all elements of GStreamer, size, against that text', 'MB', size / 1e6, len(text) / 1e6)


tell_gauss()
if not benchmark.is_tiny:
    tell_gstreamer()
sys.exit(benchmark.finish())
