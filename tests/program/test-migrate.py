#!/usr/bin/env python3
# test-migrate.py: `gyre configuration migrate` gives traits the names that they have today
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-migrate.py PROGRAM MODULE-FOLDER
import os
import stat

from harness import FORMATS, NEGATIVE, OK, USAGE, answer, folder, gyre, run, write

# The old spelling and the new one, in each format: sections, nested and dotted keys, conditions, operators, a part.
OLD = {
    'pfg': '''; of old
specimen.nest:
    egg-count  = 3   ; eggs
    colors =
        (red,
         blue)
    colors += (green)
specimen.nest.height = 2
specimen.nest.feeder.length = 7
specimen.nest # mine:
    brood = 5
    feeder.length = 2
other:
    egg-count = 1
''',
    'cfg': '''# of old
[specimen.nest]
egg-count  = 3
colors = red
colors += green

[specimen.nest # mine]
; mine
brood=5
[other]
egg-count = 1
''',
    'yaml': '''# of old
specimen:
  nest:
    egg-count: 3   # eggs
    colors: [red,
             blue]
    feeder: {length: 7}
specimen.nest#mine: {brood: 5, colors: [a]}
other:
  egg-count: 1
''',
    'json': '''{ // of old
  "specimen": {"nest": {"egg-count": 3, "colors": ["red"],  "feeder": {"length": 7}}},
  "specimen.nest # mine": {
    "brood" : 5
  },
  "other": {"egg-count": 1}
}
''',
    'pml': '''<?xml version="1.0"?>
<!-- of old -->
<config>
  <package name="specimen.nest">
    <bind property='egg-count' >3</bind>
    <bind property="colors">(red)</bind> <!-- red -->
  </package>
  <component name="mine" family="specimen.nest">
    <bind property="brood">5</bind>
  </component>
  <bind property="other.egg-count">1</bind>
</config>
''',
}


def modernize(text):
    keep = text.rindex('egg-count')
    text = text[:keep].replace('egg-count', 'eggs').replace('brood', 'eggs') + text[keep:]
    return text.replace('colors', 'colours').replace('length', 'size')


def dump(name):
    return {key: (row['value'], row['conditions']) for key, row in answer('configuration', 'dump', f'--config={name}').items()}


def old_names_get_the_new_ones_and_nothing_else_changes():
    for format in FORMATS:
        path = write(f'old.{format}', OLD[format])
        path.chmod(0o640)
        gyre('configuration', 'migrate', path.name, code=NEGATIVE)
        assert path.read_text(encoding='utf-8') == OLD[format], format
        gyre('configuration', 'migrate', path.name, '--write')
        assert path.read_text(encoding='utf-8') == modernize(OLD[format]), path.read_text(encoding='utf-8')
        assert stat.S_IMODE(path.stat().st_mode) == 0o640, format


def the_second_run_changes_nothing():
    for format in FORMATS:
        path = write(f'twice.{format}', OLD[format])
        gyre('configuration', 'migrate', path.name, '--write')
        before = (path.stat().st_mtime_ns, path.stat().st_ino)
        output, _ = gyre('configuration', 'migrate', path.name, '--write')
        assert '+ ' not in output and (path.stat().st_mtime_ns, path.stat().st_ino) == before, output
        gyre('configuration', 'migrate', path.name)
        warnings = gyre('configuration', 'check', path.name)[1]
        assert 'is called' not in warnings, warnings


def what_the_file_means_stays():
    # The dumps say the old names before, and the new ones after.
    for format in FORMATS:
        write(f'means.{format}', OLD[format])
        before = dump(f'means.{format}')
        gyre('configuration', 'migrate', f'means.{format}', '--write')
        assert sorted(map(str, before.values())) == sorted(map(str, dump(f'means.{format}').values())), format


def the_list_tells_place_keys_and_reason():
    write('list.pfg', OLD['pfg'])
    output, _ = gyre('configuration', 'migrate', 'list.pfg', code=NEGATIVE)
    assert output.startswith('list.pfg:3:5: renamed; the old name is an error from 2.0\n'
                             '- specimen.nest.egg-count\n+ specimen.nest.eggs\n'), output
    assert 'list.pfg:8:1: deprecated since 0.1\n  specimen.nest.height\n' in output, output
    assert '- specimen.nest.feeder.length\n+ specimen.nest.feeder.size\n' in output, output
    assert '- mine.brood\n+ mine.eggs\n' in output, output
    rows = answer('configuration', 'migrate', 'list.pfg', code=NEGATIVE)
    assert (rows[0]['key'], rows[0]['new-key'], rows[0]['locator']['line']) == ('specimen.nest.egg-count', 'specimen.nest.eggs', 3)
    assert [row['new-key'] for row in rows if row['key'] == 'specimen.nest.height'] == [None]


def check_tells_by_its_status():
    write('status.pfg', OLD['pfg'])
    assert gyre('configuration', 'migrate', '--check', 'status.pfg', code=NEGATIVE) == ('', '')
    gyre('configuration', 'migrate', '--write', 'status.pfg')
    assert gyre('configuration', 'migrate', '--check', 'status.pfg', code=OK) == ('', '')
    gyre('configuration', 'migrate', '--check', '--write', 'status.pfg', code=USAGE)
    _, mistakes = gyre('configuration', 'check', '--write', 'status.pfg', code=USAGE)
    assert '--write is for gyre configuration migrate' in mistakes, mistakes


def two_names_of_one_trait_are_a_mistake_with_both_places():
    for format, text, first, second in (
            ('pfg', 'specimen.nest:\n    eggs = 1\nspecimen.nest.brood = 2\n', '3:1', '2:5'),
            ('cfg', '[specimen.nest]\nbrood = 1\neggs = 2\n', '2:1', '3:1'),
            ('yaml', 'specimen.nest#mine:\n  brood: 1\n  egg-count: 2\n', '3:3', '2:3'),
            ('json', '{"specimen": {"nest": {"eggs": 1}},\n "specimen.nest": {"brood": 2}}\n', '2:21', '1:25'),
            ('pml', '<config>\n<bind property="specimen.nest.eggs">1</bind>\n<bind property="specimen.nest.brood">2</bind>\n</config>\n',
             '3:17', '2:17')):
        path = write(f'both.{format}', text)
        _, mistakes = gyre('configuration', 'migrate', '--write', path.name, code=USAGE)
        assert f'both.{format}:{first}:' in mistakes and f'both.{format}:{second} says' in mistakes, mistakes
        assert path.read_text(encoding='utf-8') == text


def nothing_is_written_when_one_file_has_a_mistake():
    good = write('one.pfg', OLD['pfg'])
    write('two.pfg', 'specimen.nest:\n    egg-count = -1\n')
    write('three.pfg', 'specimen.nest:\n    egg-count\n')
    for other, said in (('two.pfg', 'at least 0'), ('three.pfg', '2:'), ('four.pfg', 'four.pfg')):
        _, mistakes = gyre('configuration', 'migrate', '--write', 'one.pfg', other, code=USAGE)
        assert said in mistakes and other in mistakes, mistakes
        assert good.read_text(encoding='utf-8') == OLD['pfg']


def a_part_that_the_file_chooses_is_left_alone():
    text = 'specimen.nest.feeder = specimen.feeders.spoon\nspecimen.nest.feeder.length = 3\n'
    write('chosen.pfg', text)
    gyre('configuration', 'migrate', '--check', 'chosen.pfg', code=OK)


def a_link_stays_a_link():
    write('target.pfg', OLD['pfg'])
    os.symlink('target.pfg', folder / 'link.pfg')
    gyre('configuration', 'migrate', '--write', 'link.pfg')
    assert (folder / 'link.pfg').is_symlink() and 'egg-count = 1' in (folder / 'target.pfg').read_text(encoding='utf-8')
    assert 'egg-count  = 3' not in (folder / 'target.pfg').read_text(encoding='utf-8')


run(old_names_get_the_new_ones_and_nothing_else_changes, the_second_run_changes_nothing, what_the_file_means_stays,
    the_list_tells_place_keys_and_reason, check_tells_by_its_status, two_names_of_one_trait_are_a_mistake_with_both_places,
    nothing_is_written_when_one_file_has_a_mistake, a_part_that_the_file_chooses_is_left_alone, a_link_stays_a_link)
