# test-inspect.py: Elements of GStreamer in the hands of a user
#
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Usage: test-inspect.py PROGRAM FOLDER. The module is in that folder.
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'program'))
real_cache = pathlib.Path(os.environ.get('XDG_CACHE_HOME') or pathlib.Path.home() / '.cache')
from harness import MODULES, NOT_FOUND, PROGRAM, USAGE, answer, environment, folder, gyre, run  # noqa: E402

cache = folder / 'cache'
environment['XDG_CACHE_HOME'] = str(cache)
kept = cache / 'gyre'


def begin():
    """What Gyre keeps goes to a folder of the test's own; what GStreamer has found out about its plugins is taken as it is."""
    if shutil.which('gst-inspect-1.0') is None:
        print('1..0 # SKIP gst-inspect-1.0 is not installed (gstreamer1.0-tools)')
        sys.exit(77)
    if subprocess.run(['gst-inspect-1.0', '--exists', 'videotestsrc'], check=False).returncode != 0:
        print('1..0 # SKIP the element videotestsrc is not installed (gstreamer1.0-plugins-base)')
        sys.exit(77)
    cache.mkdir()
    shutil.copytree(real_cache / 'gstreamer-1.0', cache / 'gstreamer-1.0')


def forget():
    shutil.rmtree(kept, ignore_errors=True)


def section(description, title):
    return {row['name']: row['text'] for part in description['sections'] if part['title'] == title for row in part['rows']}


def loads(*words, **variables):
    """The libraries that a run of the program loads."""
    return gyre(*words, LD_DEBUG='files', **variables)[1]


def an_element_is_told_as_a_class():
    description = answer('inspect', 'gst.videotestsrc')
    assert (description['subject'], description['family'], description['package']) == ('class', 'gst.videotestsrc', 'gst')
    assert description['type'] == 'GstVideoTestSrc'
    assert description['summary'] == 'Video test source'
    assert section(description, 'element')['classification'] == 'Source/Video'
    assert section(description, 'plugin')['name'] == 'videotestsrc'
    assert section(description, 'pads') == {'src': 'source, of the template src'}
    pattern = next(trait for trait in description['traits'] if trait['name'] == 'pattern')
    assert (pattern['default'], pattern['native']) == ('smpte', 'GstVideoTestSrcPattern')
    assert pattern['values'][1]['word'] == 'snow'


def its_text_has_properties_with_their_values():
    text = gyre('inspect', 'gst.videotestsrc')[0]
    assert text.startswith('gst.videotestsrc: Video test source\n'), text[:200]
    assert 'pattern' in text and '= smpte' in text


def nothing_of_it_needs_a_path_where_it_was_built():
    done = subprocess.run([PROGRAM, 'inspect', 'gst.fakesink'], capture_output=True, encoding='utf-8', env=environment, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith('gst.fakesink: ')


def it_can_be_read_and_not_be_run():
    _, mistake = gyre('run', 'gst.fakesink', code=NOT_FOUND)
    assert 'is an element of GStreamer' in mistake and 'gyre inspect' in mistake, mistake


def a_setting_of_it_is_refused():
    (folder / 'ball.pfg').write_text('gst.videotestsrc:\n    pattern = ball\n', encoding='utf-8')
    _, mistake = gyre('configuration', 'check', 'ball.pfg', code=USAGE)
    assert "ball.pfg:1:1: error: 'gst.videotestsrc' is an element of GStreamer: it can be read with gyre inspect, and not yet" in mistake, mistake


def a_slip_of_the_pen_is_told():
    _, mistake = gyre('inspect', 'gst.videotestsrk', code=NOT_FOUND)
    assert "no family 'gst.videotestsrk'; did you mean 'gst.videotestsrc'?" in mistake, mistake


def all_elements_are_listed_with_their_names():
    families = {row['family']: row for row in answer('list', 'families')}
    assert len([family for family in families if family.startswith('gst.')]) > 50
    assert families['gst.videotestsrc']['summary'] == 'Video test source'
    assert families['gst.videotestsrc']['package'] == 'gst'


def what_was_asked_for_is_kept():
    forget()
    fresh = answer('inspect', 'gst.videotestsrc')
    assert 'libgstvideotestsrc.so' not in loads('inspect', 'gst.videotestsrc')
    assert answer('inspect', 'gst.videotestsrc') == fresh
    forget()
    assert 'libgstvideotestsrc.so' in loads('inspect', 'gst.videotestsrc')


def another_set_of_plugins_is_asked_again():
    plugins = folder / 'plugins'
    plugins.mkdir()
    gyre('inspect', 'gst.videotestsrc')
    for change in (lambda: None, lambda: (plugins / 'libgstnothing.so').write_text(''), lambda: (plugins / 'libgstnothing.so').write_text('x')):
        change()
        variables = {'GST_PLUGIN_PATH': str(plugins), 'GST_REGISTRY': str(folder / 'registry.bin'), 'GST_REGISTRY_UPDATE': 'yes'}
        assert 'libgstvideotestsrc.so' in loads('inspect', 'gst.videotestsrc', **variables)
        gyre('inspect', 'gst.videotestsrc', **variables)
        assert 'libgstvideotestsrc.so' not in loads('inspect', 'gst.videotestsrc', **variables)


def a_plugin_that_comes_or_goes_shows_at_the_next_tab():
    """With plugins and a registry of their own."""
    forget()
    plugins = folder / 'own-plugins'
    plugins.mkdir()
    source = pathlib.Path(answer('inspect', 'gst.videotestsrc')['module'])
    shutil.copy(source.parent / 'libgstcoreelements.so', plugins)
    variables = {'GST_PLUGIN_SYSTEM_PATH': str(plugins), 'GST_REGISTRY': str(folder / 'own-registry.bin'), 'GYRE_MODULE_PATH': MODULES}

    def press_tab():
        done = subprocess.run([PROGRAM, 'complete', 'fish', 'gyre', 'inspect', 'gst.'], capture_output=True, encoding='utf-8', check=True, cwd=folder,
                              env=environment | variables | {'LD_DEBUG': 'files'})
        assert 'gst.so' not in done.stderr and 'libgstreamer' not in done.stderr, 'GStreamer is not loaded for it'
        return [line.split('\t')[0] for line in done.stdout.splitlines()[1:]]

    assert 'gst.fakesrc' in press_tab() and 'gst.videotestsrc' not in press_tab()
    shutil.copy(source, plugins)
    assert 'gst.videotestsrc' in press_tab()
    (plugins / source.name).unlink()
    assert 'gst.videotestsrc' not in press_tab()
    (plugins / 'deep').mkdir()
    assert 'gst.videotestsrc' not in press_tab()
    shutil.copy(source, plugins / 'deep')
    assert 'gst.videotestsrc' in press_tab()
    (folder / 'own-registry.bin').unlink()
    assert 'gst.videotestsrc' in press_tab()
    variables['GST_PLUGIN_SYSTEM_PATH'] = str(plugins / 'deep')
    assert 'gst.fakesrc' not in press_tab()


def what_is_damaged_is_asked_again():
    fresh = answer('inspect', 'gst.videotestsrc')
    files = [file for file in kept.rglob('*') if file.is_file()]
    assert files
    for file in files:
        data = file.read_bytes()
        for damage in (b'', data[:len(data) // 2], bytes(255 - byte for byte in data), data[::-1], b'\0' * len(data)):
            file.write_bytes(damage)
            assert answer('inspect', 'gst.videotestsrc') == fresh


def a_folder_that_cannot_be_written_is_no_mistake():
    forget()
    kept.write_text('no folder')
    assert answer('inspect', 'gst.videotestsrc')['family'] == 'gst.videotestsrc'
    kept.unlink()


begin()
run(an_element_is_told_as_a_class, its_text_has_properties_with_their_values, nothing_of_it_needs_a_path_where_it_was_built,
    it_can_be_read_and_not_be_run, a_setting_of_it_is_refused, a_slip_of_the_pen_is_told, all_elements_are_listed_with_their_names, what_was_asked_for_is_kept,
    another_set_of_plugins_is_asked_again, a_plugin_that_comes_or_goes_shows_at_the_next_tab, what_is_damaged_is_asked_again, a_folder_that_cannot_be_written_is_no_mistake)
