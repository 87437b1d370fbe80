#!/usr/bin/env python3
# test-graph.py: Pictures of classes, of interfaces and of components that live
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-graph.py PROGRAM MODULE-FOLDERS VILLAGE ORCHESTRA-CONFIGURATION
import contextlib
import html
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree
from urllib.parse import unquote

from harness import MODULES, NEGATIVE, NOT_FOUND, PROGRAM, UNREACHABLE, USAGE, answer, environment, folder, gyre, run

VILLAGE, ORCHESTRA = sys.argv[3:5]
CAST = ['orchestra.stage#stage', 'orchestra.usher#usher', 'orchestra.critic#critic', 'orchestra.soloist#soloist',
        'orchestra.conductor#conductor', '--rate=40', '--frames=100', f'--config={ORCHESTRA}']
HAS_GRAPHVIZ = shutil.which('dot') is not None


def read_lines(dot):
    """Kind, from and to of each line, as graphviz itself understands the text; where it is missing, as the text is written."""
    if not HAS_GRAPHVIZ:
        found = re.findall(r'^  "([^"]*)" -> "([^"]*)" \[class=(\w+)', dot, re.MULTILINE)
        return {(kind, unquote(first), unquote(second)) for first, second, kind in found}
    graph = json.loads(subprocess.run(['dot', '-Tjson'], input=dot, capture_output=True, encoding='utf-8', check=True).stdout)
    names = {node['_gvid']: unquote(node['name']) for node in graph['objects']}
    return {(edge['class'], names[edge['tail']], names[edge['head']]) for edge in graph.get('edges', [])}


def draw(*words, **arguments):
    return gyre('graph', *words, **arguments)[0]


def the_lines_of_gauss_are_those_of_its_records():
    lines = read_lines(draw('classes', 'gauss'))
    expected = set()
    for row in answer('list', 'families'):
        if row['package'] != 'gauss':
            continue
        record = answer('inspect', row['family'])
        expected.add(('derives', row['family'], record['pedigree'][1]['type']))
        expected |= {('implements', row['family'], promise['family']) for promise in record['interfaces']}
        expected |= {('facility', row['family'], trait['interface']) for trait in record['traits'] if trait['interface']}
    for row in answer('list', 'interfaces'):
        if row['package'] == 'gauss':
            record = answer('inspect', row['family'])
            expected |= {('facility', row['family'], trait['interface']) for trait in record['traits'] if trait['interface']}
    assert len(expected) > 15
    assert lines == expected, (lines - expected, expected - lines)


def interfaces_are_drawn_with_who_implements_them():
    lines = read_lines(draw('interfaces', 'gauss'))
    assert ('implements', 'gauss.shapes.ball', 'gauss.shapes') in lines
    assert ('facility', 'gauss.integrators.montecarlo', 'gauss.meshes') in lines
    assert not any(kind == 'derives' for kind, _, _ in lines)


def lines_can_be_left_out_and_classes_can_be_links():
    lines = read_lines(draw('classes', 'gauss', '--without=facilities,derives'))
    assert {kind for kind, _, _ in lines} == {'implements'}
    assert 'URL="https://example.org/gauss.shapes.ball.html"' in draw('classes', 'gauss', '--links=https://example.org/%s.html')


def modules_can_be_named_in_any_number_and_twice():
    assert read_lines(draw('classes', 'gauss', 'orchestra', 'gauss')) == read_lines(draw('classes', 'gauss', 'orchestra'))
    assert {'gauss.shapes.ball', 'orchestra.player'} <= {first for _, first, _ in read_lines(draw('classes', 'gauss', 'orchestra'))}


def the_same_question_gives_the_same_bytes():
    assert draw('classes') == draw('classes')
    assert draw('components', *CAST) == draw('components', *CAST)


def the_orchestra_has_every_process_and_every_line():
    dot, said = gyre('graph', 'components', *CAST)
    assert 'opens the doors' not in said
    seats = {'strings': 60, 'winds': 24, 'brass': 12, 'percussion': 8}
    for section, number in seats.items():
        for seat in range(1, number + 1):
            assert f'>{section}-{seat}<' in dot, f'{section}-{seat}'
        assert f'{number} × orchestra.{section}' in dot or section == 'brass'
    for name in ('stage', 'usher', 'critic', 'soloist', 'conductor'):
        assert f'"{name}" [' in dot, name
    lines = read_lines(dot)
    assert {first for kind, first, _ in lines if kind == 'child'} == {'conductor'}
    assert {'stage', 'critic'} == {second for kind, _, second in lines if kind == 'messages'}


def parts_are_built_and_drawn():
    lines = read_lines(draw('components', 'gauss.integrators.montecarlo#mc'))
    assert lines == {('facility', 'mc', f'mc.{trait}') for trait in ('region', 'integrand', 'mesh', 'box')}, lines
    lines = read_lines(draw('components', 'gauss.integrators.montecarlo#mc', '--mc.region=gauss.shapes.box', '--depth=1'))
    assert ('facility', 'mc', 'mc.region') in lines


@contextlib.contextmanager
def village(*words, name='village'):
    with subprocess.Popen([VILLAGE, name, *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          encoding='utf-8') as process:
        assert process.stdout.readline() == 'ready\n'
        try:
            yield
        finally:
            process.kill()


def a_running_program_is_drawn_with_all_that_hangs_together():
    with village('2'):
        dot = draw('components', '--at=village', '--watch=200 ms')
    expected = {('messages', 'boss', 'house-0')}
    for house in ('house-0', 'house-1'):
        expected |= {('child', 'town', house), ('facility', house, f'{house}.keeper'), ('follows', house, 'town')}
    assert read_lines(dot) == expected, read_lines(dot)
    assert int(re.search(r'class=messages.*tooltip="(\d+)×"', dot)[1]) > 20
    assert 'size ← size' in dot and 'process that runs' in dot
    assert re.search(r'village.house · mail [\d.]+ %', dot)


def messages_are_counted_only_while_somebody_watches():
    with village('2'):
        assert 'messages' not in {kind for kind, _, _ in read_lines(draw('components', '--at=village', '--without=messages'))}
        assert 'messages' in {kind for kind, _, _ in read_lines(draw('components', '--at=village', '--watch=100 ms'))}
        assert 'messages' not in {kind for kind, _, _ in read_lines(draw('components', '--at=village', '--watch=0 s'))}


def one_component_of_a_running_program_brings_what_belongs_to_it():
    with village('3'):
        assert read_lines(draw('components', 'house-1', '--at=village', '--without=messages')) == {('facility', 'house-1', 'house-1.keeper')}
        lines = read_lines(draw('components', 'town', '--at=village', '--without=messages,bindings', '--depth=1'))
        assert lines == {('child', 'town', f'house-{number}') for number in range(3)}
        assert "did you mean" in gyre('graph', 'components', 'hose-1', '--at=village', '--watch=0 s', code=NOT_FOUND)[1]


def a_thousand_components_are_drawn():
    with village('500'):
        dot = draw('components', '--at=village', '--without=messages')
    assert dot.count('<td border') + dot.count('fillcolor') >= 1003


def png(data):
    assert data[:8] == b'\x89PNG\r\n\x1a\n' and data[12:16] == b'IHDR' and data[-8:-4] == b'IEND'
    return struct.unpack('>II', data[16:24])


def pictures_are_svg_and_png_of_a_sane_size():
    if not HAS_GRAPHVIZ:
        return
    svg = draw('classes', 'gauss', '--format=svg')
    root = xml.etree.ElementTree.fromstring(svg)
    assert root.tag == '{http://www.w3.org/2000/svg}svg'
    assert 'gauss.shapes.ball: all points that are not farther from a center than a radius' in html.unescape(svg)
    gyre('graph', 'classes', 'gauss', '--output=gauss.png')
    width, height = png((folder / 'gauss.png').read_bytes())
    assert 300 < width < 3000 and 100 < height < 3000, (width, height)
    gyre('graph', 'components', *CAST, '--output=orchestra.png')
    width, height = png((folder / 'orchestra.png').read_bytes())
    assert 500 < width < 3000 and 500 < height < 3000, (width, height)


def a_png_is_not_for_a_terminal():
    if not HAS_GRAPHVIZ:
        return
    leader, follower = pty.openpty()
    done = subprocess.run([PROGRAM, f'--module-path={MODULES}', 'graph', 'classes', 'gauss', '--format=png'], stdout=follower,
                          stderr=subprocess.PIPE, encoding='utf-8', cwd=folder, env=environment, check=False)
    os.close(follower)
    os.close(leader)
    assert done.returncode == USAGE and '--output=FILE' in done.stderr


def missing_graphviz_is_told_with_its_package():
    _, error = gyre('graph', 'classes', 'gauss', '--format=svg', code=NEGATIVE, PATH='/nowhere')
    assert 'apt install graphviz' in error
    assert 'digraph' in gyre('graph', 'classes', 'gauss', PATH='/nowhere')[0]


def mistakes_are_told():
    for words, text, code in (
            (['graph', 'clases'], 'classes', USAGE),
            (['graph', 'classes', 'gauss', '--format=gif'], 'dot, svg, png', USAGE),
            (['graph', 'classes', 'gauss', '--without=facility'], 'facilities', USAGE),
            (['graph', 'classes', 'gaus'], 'gaus', None),
            (['graph', 'components'], 'SPECIFICATION', USAGE),
            (['graph', 'components', 'gauss.nothing'], 'gauss.nothing', NOT_FOUND),
            (['graph', 'components', '--at=nobody'], 'nobody', UNREACHABLE),
            (['graph', 'components', '--at=nobody', '--watch=1 m'], '--watch', USAGE),
            (['graph', 'components', 'a', 'b', '--at=nobody'], 'one component', USAGE),
            (['graph', 'classes', 'gauss', '--output=/nowhere/x.dot'], '/nowhere', NEGATIVE),
            (['list', '--depth=2'], '--depth', USAGE)):
        _, error = gyre(*words, code=code)
        assert text in error, (words, error)
        assert error.startswith('gyre: '), error


run(the_lines_of_gauss_are_those_of_its_records, interfaces_are_drawn_with_who_implements_them,
    lines_can_be_left_out_and_classes_can_be_links, modules_can_be_named_in_any_number_and_twice,
    the_same_question_gives_the_same_bytes, the_orchestra_has_every_process_and_every_line,
    parts_are_built_and_drawn, a_running_program_is_drawn_with_all_that_hangs_together, messages_are_counted_only_while_somebody_watches,
    one_component_of_a_running_program_brings_what_belongs_to_it, a_thousand_components_are_drawn,
    pictures_are_svg_and_png_of_a_sane_size, a_png_is_not_for_a_terminal, missing_graphviz_is_told_with_its_package, mistakes_are_told)
