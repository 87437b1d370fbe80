#!/usr/bin/env python3
# test-site.py: What gyre document writes, what it leaves alone, and what it says when it can't
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-site.py PROGRAM MODULE-FOLDER
import os
import resource
import signal
import subprocess

from harness import MODULES, NEGATIVE, NOT_FOUND, OK, PROGRAM, USAGE, environment, folder, gyre, run, write


def read(site):
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob('*')) if path.is_file()}


def each_family_of_the_module_has_a_page():
    gyre('document', 'specimen', '--output=families')
    pages = read(folder / 'families')
    for family in ('specimen.animal', 'specimen.feeders', 'specimen.feeders.spoon'):
        assert f'reference/{family}.html' in pages, sorted(pages)
    assert b'specimen.animal' in pages['index.html'] and b'specimen.animal' in pages['families.js']


def the_same_module_gives_the_same_bytes():
    gyre('document', 'specimen', '--output=first')
    (folder / 'elsewhere').mkdir()
    subprocess.run([PROGRAM, 'document', 'specimen', f'--module-path={MODULES}', '--output=../second'], check=True, cwd=folder / 'elsewhere',
                   env=environment | {'LC_ALL': 'C', 'TZ': 'Asia/Tokyo'})
    assert read(folder / 'first') == read(folder / 'second')


def a_default_that_is_configured_is_told_with_its_place():
    write('tall.pfg', 'specimen.animal:\n    legs = 6\n')
    gyre('document', 'specimen', '--config=tall.pfg', '--output=tall')
    page = (folder / 'tall/reference/specimen.animal.html').read_text(encoding='utf-8')
    assert '<code>6</code> <span class="place">tall.pfg:2:12' in page, page


def a_file_of_somebody_is_not_overwritten():
    (folder / 'mine').mkdir()
    (folder / 'mine/index.html').write_text('mine', encoding='utf-8')
    _, mistakes = gyre('document', 'specimen', '--output=mine', code=NEGATIVE)
    assert 'mine/index.html: is there already' in mistakes, mistakes
    assert read(folder / 'mine') == {'index.html': b'mine'}


def a_second_run_writes_over_the_first():
    gyre('document', 'specimen', '--output=twice')
    (folder / 'twice/mine.txt').write_text('mine', encoding='utf-8')
    (folder / 'twice/site.css').write_text('/* changed */', encoding='utf-8')
    gyre('document', 'specimen', '--output=twice')
    pages = read(folder / 'twice')
    assert pages.pop('mine.txt') == b'mine'
    gyre('document', 'specimen', '--output=once')
    assert pages == read(folder / 'once')


def a_disk_that_is_full_is_told_and_leaves_whole_files():
    def shrink():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
    done = subprocess.run([PROGRAM, 'document', 'specimen', f'--module-path={MODULES}', '--output=full'], preexec_fn=shrink, cwd=folder,
                          env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == NEGATIVE, done
    assert "full/" in done.stderr and "can't be written: File too large" in done.stderr, done.stderr
    assert not [name for name in read(folder / 'full') if name.rpartition('/')[2].startswith('.gyre-') and name != '.gyre-html']
    # Nothing of the run that failed is in the way of the next one.
    gyre('document', 'specimen', '--output=full')


def a_folder_that_is_a_file_is_told():
    write('taken', 'a file')
    _, mistakes = gyre('document', 'specimen', '--output=taken', code=NEGATIVE)
    assert 'taken: ' in mistakes, mistakes


def a_folder_that_is_closed_is_told():
    if os.geteuid() == 0:
        return
    (folder / 'closed').mkdir(mode=0o500)
    _, mistakes = gyre('document', 'specimen', '--output=closed', code=NEGATIVE)
    assert 'closed' in mistakes and 'Permission denied' in mistakes, mistakes


def what_is_missing_is_told():
    assert '--output' in gyre('document', 'specimen', code=USAGE)[1]
    assert "is 'htlm'; did you mean 'html'?" in gyre('document', 'specimen', '--format=htlm', '--output=none', code=USAGE)[1]
    assert "no module 'nonesuch'" in gyre('document', 'nonesuch', '--output=none', code=None)[1]
    assert 'nowhere: the folder of pages' in gyre('document', 'specimen', '--pages=nowhere', '--output=none', code=NEGATIVE)[1]
    assert not (folder / 'none').exists()


def pages_of_a_folder_are_a_part_of_the_site():
    (folder / 'text/below').mkdir(parents=True)
    write('text/README.md', '# text: a title\n\n[below](below/page.md)\n')
    write('text/below/spot.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write('text/below/notes.txt', 'not for readers')
    write('text/below/page.md', '# Below\n\n`specimen.animal`\n')
    gyre('document', 'specimen', '--pages=text', '--output=book')
    pages = read(folder / 'book')
    assert b'href="below/page.html"' in pages['index.html'] and b'<h1>A title</h1>' in pages['index.html']
    assert b'href="../reference/specimen.animal.html"' in pages['below/page.html']
    assert pages['below/spot.svg'].startswith(b'<svg') and 'below/notes.txt' not in pages
    assert b'below/page.html' in pages['families.html']


run(each_family_of_the_module_has_a_page, the_same_module_gives_the_same_bytes, a_default_that_is_configured_is_told_with_its_place,
    a_file_of_somebody_is_not_overwritten, a_second_run_writes_over_the_first, a_disk_that_is_full_is_told_and_leaves_whole_files,
    a_folder_that_is_a_file_is_told, a_folder_that_is_closed_is_told, what_is_missing_is_told, pages_of_a_folder_are_a_part_of_the_site)
