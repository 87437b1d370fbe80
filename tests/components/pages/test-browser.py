#!/usr/bin/env python3
# test-browser.py: A site as its reader sees it, in Chromium, from the file system
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-browser.py PROGRAM MODULE-PATH PAGES
import html.parser
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.parse

import browser

PROGRAM, MODULES, PAGES = sys.argv[1:4]
PHONE, DESK = (390, 844), (1440, 900)

folder = pathlib.Path(tempfile.mkdtemp(prefix='gyre-site-'))
site = folder / 'site'
window = None


class Reader(html.parser.HTMLParser):
    """The links, the anchors and the shape of one page."""

    def __init__(self, path):
        super().__init__()
        self.links, self.anchors, self.tags, self.attributes = [], [], [], {}
        self.feed(path.read_text(encoding='utf-8'))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.tags.append(tag)
        self.attributes.setdefault(tag, attributes)
        if 'id' in attributes:
            self.anchors.append(attributes['id'])
        # Links of a picture are links as well.
        self.links += [attributes[name] for name in ('href', 'src', 'xlink:href') if attributes.get(name)]


def make_site():
    environment = {name: value for name, value in os.environ.items() if name != 'MALLOC_PERTURB_'}
    done = subprocess.run([PROGRAM, 'document', 'gyre', 'gauss', 'orchestra', 'lab', 'tower', 'pendulum', f'--module-path={MODULES}', f'--pages={PAGES}',
                           f'--output={site}'], capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.relative_to(site).as_posix(): Reader(path) for path in sorted(site.rglob('*.html'))}


def address(page):
    return 'file://' + urllib.parse.quote(str(site / page))


def answer_of(question):
    """What the first answers to a question are: sort, title and address of each."""
    window.run("const field = document.getElementById ('search'); field.focus (); field.value = arguments[0];"
               "field.dispatchEvent (new Event ('input'))", question)
    return window.wait("return window.eval ('members !== null && members.length > 0') && [...document.querySelectorAll ('#results a')].slice (0, 8)"
                       ".map (link => [link.querySelector ('.sort').textContent, link.querySelector ('code')?.textContent, link.getAttribute ('href')])")


def every_link_leads_somewhere():
    lost = []
    for page, reader in pages.items():
        for link in reader.links:
            target = urllib.parse.urlsplit(link)
            if target.scheme:
                assert target.scheme in ('https', 'http', 'data'), f'{page}: {link}'
                continue
            path = os.path.normpath(os.path.join(os.path.dirname(page), urllib.parse.unquote(target.path))) if target.path else page
            if not (site / path).is_file() or path.startswith('..'):
                lost.append(f'{page}: {link}')
            elif target.fragment and urllib.parse.unquote(target.fragment) not in pages[path].anchors:
                lost.append(f'{page}: {link}: no such place')
    assert not lost, '\n'.join(lost)


def every_page_has_one_title_and_no_anchor_twice():
    for page, reader in pages.items():
        assert reader.tags.count('h1') == 1, page
        assert reader.tags.count('main') == 1 and reader.attributes['html'].get('lang'), page
        doubled = {anchor for anchor in reader.anchors if reader.anchors.count(anchor) > 1}
        assert not doubled, f'{page}: {doubled}'


def no_page_names_this_machine():
    for path in site.rglob('*'):
        if path.is_file():
            text = path.read_text(encoding='utf-8')
            assert str(folder) not in text and str(pathlib.Path(PAGES).parent) not in text, path


def all_pages_are_reached_by_the_tree():
    window.show(*DESK)
    window.open(address('index.html'))
    links = window.run("return [...document.querySelectorAll ('#tree a')].map (link => decodeURI (link.href))")
    missing = [page for page in pages if 'file://' + str(site / page) not in links]
    assert not missing, missing
    assert window.run("return document.querySelector ('#tree [aria-current]').getAttribute ('href')") == 'index.html'


def no_page_is_wider_than_a_phone_and_none_complains():
    window.show(*PHONE, is_phone=True)
    window.log('browser')
    for page in pages:
        window.open(address(page))
        width = window.run('return document.documentElement.scrollWidth')
        assert width <= PHONE[0], f'{page}: {width} pixels wide'
        complaints = window.log('browser')
        assert not complaints, f'{page}: {complaints}'


def nothing_is_asked_from_elsewhere():
    window.log('performance')
    for page in ('index.html', 'reference/gauss.shapes.ball.html', 'guide/1-declare.html'):
        window.open(address(page))
        answer_of('ball')
    asked = [json.loads(entry['message'])['message'] for entry in window.log('performance')]
    asked = [entry['params']['request']['url'] for entry in asked if entry['method'] == 'Network.requestWillBeSent']
    assert any(url.endswith('members.js') for url in asked), asked
    assert all(url.startswith((site.as_uri(), 'data:')) for url in asked), asked


def families_traits_aliases_types_and_keys_are_found():
    window.show(*DESK)
    window.open(address('index.html'))
    assert answer_of('gauss.shapes.ball')[0][1:] == ['gauss.shapes.ball', 'reference/gauss.shapes.ball.html']
    assert answer_of('montecarlo')[0][1] == 'gauss.integrators.montecarlo'
    assert answer_of('radius')[0] == ['trait', 'radius', 'reference/gauss.shapes.ball.html#trait-radius']
    assert ['trait', 'k', 'reference/lab.spring.html#trait-stiffness'] in answer_of('k')
    assert answer_of('GaussBall')[0][1] == 'gauss.shapes.ball'
    assert answer_of('gauss.shapes.ball.radius')[0][2] == 'reference/gauss.shapes.ball.html#trait-radius'
    assert answer_of('box measure')[0][2] == 'reference/gauss.shapes.box.html#behavior-measure'
    assert any(link == 'guide/1-declare.html#building-an-instance' for _, _, link in answer_of('building an instance'))


def keys_are_enough_to_search():
    window.open(address('guide/1-declare.html'))
    window.press('/')
    assert window.run('return document.activeElement.id') == 'search'
    window.press('radius')
    window.wait("return document.querySelectorAll ('#results [role=option]').length > 0")
    window.press('\ue015')
    assert window.run("return document.getElementById ('search').getAttribute ('aria-activedescendant')") == 'result-0'
    window.press('\ue007')
    window.wait("return document.readyState === 'complete' && location.href.endsWith ('reference/gauss.shapes.ball.html#trait-radius')")
    window.press('/')
    window.press('ball')
    window.wait("return !document.getElementById ('results').hidden && window.eval ('members.length > 0')")
    window.press('\ue00c')
    assert window.run("return document.getElementById ('results').hidden")


def what_comes_late_opens_nothing():
    window.open(address('guide/1-declare.html'))
    # The script with the members is held back until its reader has closed the results.
    window.run("window.arrived = window.gyreMembers; window.gyreMembers = (...members) => { window.late = members; }")
    window.press('/')
    window.press('radius')
    window.wait("return window.late !== undefined && !document.getElementById ('results').hidden")
    window.press('\ue00c')
    window.run("window.arrived (...window.late)")
    assert window.run("return document.getElementById ('results').hidden")
    assert ['trait', 'radius', 'reference/gauss.shapes.ball.html#trait-radius'] in [
        [sort, name, link.removeprefix('../')] for sort, name, link in answer_of('radius')]


def code_is_copied():
    window.open(address('guide/1-declare.html'))
    window.control('Browser.grantPermissions', permissions=['clipboardReadWrite', 'clipboardSanitizedWrite'])
    window.run("document.querySelector ('.copy').click ()")
    window.wait("return document.querySelector ('.copy').textContent === 'Copied'")
    copied = window.control('Runtime.evaluate', expression='navigator.clipboard.readText ()', awaitPromise=True, userGesture=True)
    assert 'GYRE_MODULE (lab_spring_get_type)' in copied['result']['value'], copied


def the_menu_opens_on_a_phone():
    window.show(*PHONE, is_phone=True)
    window.open(address('reference/gauss.shapes.ball.html'))
    visible = "return getComputedStyle (document.getElementById ('tree')).visibility"
    assert window.run(visible) == 'hidden'
    window.run("document.querySelector ('.menu').click ()")
    assert window.run(visible) == 'visible'
    assert window.run("return document.querySelector ('.menu').getAttribute ('aria-expanded')") == 'true'
    window.press('\ue00c')
    assert window.run(visible) == 'hidden'


CONTRAST = '''
const channel = value => value <= 0.03928 ? value / 12.92 : Math.pow ((value + 0.055) / 1.055, 2.4);
const light = colour => { const [red, green, blue] = colour.match (/[0-9.]+/g).map (value => channel (value / 255));
                          return 0.2126 * red + 0.7152 * green + 0.0722 * blue; };
const ground = element => { const colour = getComputedStyle (element).backgroundColor;
                            return colour === 'rgba(0, 0, 0, 0)' && element.parentElement ? ground (element.parentElement) : colour; };
return [...document.querySelectorAll ('main p, main a, main dt, main dd, main th, main td, main code, main .tag, .tree a, .contents a, .note, .text, .word')]
  .filter (element => !element.closest ('svg')).map (element => { const pair = [light (getComputedStyle (element).color), light (ground (element))].sort ((first, second) => second - first);
    return [(pair[0] + 0.05) / (pair[1] + 0.05), element.outerHTML.slice (0, 80)]; })
  .sort ((first, second) => first[0] - second[0])[0];
'''


def light_and_dark_can_be_read():
    grounds = set()
    for scheme in ('light', 'dark'):
        window.show(*DESK, scheme=scheme)
        for page in ('reference/gauss.shapes.ball.html', 'guide/1-declare.html', 'families.html'):
            window.open(address(page))
            ratio, element = window.run(CONTRAST)
            assert ratio >= 4.5, f'{scheme}: {page}: {ratio:.2f}: {element}'
        grounds.add(window.run('return getComputedStyle (document.body).backgroundColor'))
    assert len(grounds) == 2, grounds


def without_scripts_everything_can_be_reached():
    reached, new = set(), ['index.html', 'families.html']
    while new:
        page = new.pop()
        if page in reached or page not in pages:
            continue
        reached.add(page)
        new += [os.path.normpath(os.path.join(os.path.dirname(page), urllib.parse.unquote(urllib.parse.urlsplit(link).path)))
                for link in pages[page].links if not urllib.parse.urlsplit(link).scheme]
    missing = [page for page in pages if page not in reached]
    assert not missing, missing


def pictures_are_there_and_lead_on():
    if shutil.which('dot') is None:
        return
    window.show(*DESK)
    window.open(address('reference/gauss.shapes.ball.html'))
    links = window.run("return [...document.querySelectorAll ('.picture svg a')].map (link => link.href.baseVal).filter (link => link)")
    assert '../reference/gauss.shapes.html' in links, links
    width, height = window.run("const box = document.querySelector ('.picture svg').getBoundingClientRect (); return [box.width, box.height]")
    assert width > 100 and height > 50, (width, height)
    assert pages['families.html'].tags.count('svg') >= 4


def open_browser():
    global window
    window = browser.Browser()


def main():
    global pages
    cases = [every_link_leads_somewhere, every_page_has_one_title_and_no_anchor_twice, no_page_names_this_machine,
             without_scripts_everything_can_be_reached, all_pages_are_reached_by_the_tree, no_page_is_wider_than_a_phone_and_none_complains,
             nothing_is_asked_from_elsewhere, families_traits_aliases_types_and_keys_are_found, keys_are_enough_to_search,
             what_comes_late_opens_nothing, code_is_copied,
             the_menu_opens_on_a_phone, light_and_dark_can_be_read, pictures_are_there_and_lead_on]
    reason = browser.missing()
    if reason is not None:
        print(f'1..0 # SKIP {reason}')
        return 0
    print(f'1..{len(cases)}')
    failures = 0
    pages = make_site()
    open_browser()
    for number, case in enumerate(cases, 1):
        begin = time.monotonic()
        try:
            case()
            print(f"ok {number} {case.__name__.replace('_', '-')}")
        except Exception:
            failures += 1
            print(''.join(f'# {line}\n' for line in traceback.format_exc().splitlines()), end='')
            print(f"not ok {number} {case.__name__.replace('_', '-')}")
        print(f'# {time.monotonic() - begin:.1f} s')
    window.close()
    return 1 if failures else 0


if __name__ == '__main__':
    sys.exit(main())
