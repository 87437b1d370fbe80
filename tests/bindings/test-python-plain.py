# test-python-plain.py: A class of PyGObject without Gyre's overrides is harvested like plain GObject code
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import unittest

import tap

try:
    import gi
except ImportError:
    tap.skip('python3-gi is not installed')
gi.require_version('Gyre', '1')
from gi.repository import GLib, GObject, Gyre

if hasattr(Gyre, 'ComponentMeta'):
    tap.skip("Gyre's overrides are installed for every program")


class Plain(Gyre.Component):
    height = GObject.Property(type=float, default=1.5, minimum=0, maximum=100, blurb='from the ground')
    count = GObject.Property(type=int, default=3)


class Derived(Plain):
    width = GObject.Property(type=float, default=2)


class Harvest(unittest.TestCase):
    def test_properties_are_traits(self):
        record = Gyre.Actor.get(Derived.__gtype__)
        self.assertTrue(record.is_valid())
        self.assertIsNone(record.get_family())
        self.assertEqual([trait.get_name() for trait in record.get_local_traits()], ['width'])
        inherited = [trait.get_name() for trait in record.get_inherited_traits()]
        self.assertEqual(sorted(inherited)[:2], ['count', 'height'])
        self.assertEqual(record.find_trait('height').get_summary(), 'from the ground')

    def test_keywords_and_settings_of_the_name_reach_python(self):
        Gyre.Executive.get_default().load_text('test.pfg', 'plain.height = 42\n', Gyre.Category.USER, Gyre.Report.new())
        plain = Gyre.Component.new(Derived.__gtype__, 'plain', ['width', 'count'], [7.0, 5], None)
        self.assertEqual((plain.height, plain.width, plain.count), (42.0, 7.0, 5))

    def test_a_refused_value_is_an_error(self):
        plain = Derived()
        with self.assertRaises(GLib.Error):
            plain.set_real('height', -1)
        self.assertEqual(plain.height, 1.5)

    def test_an_observer_hears_old_and_new(self):
        plain, heard = Derived(), []
        plain.observe('width', lambda component, trait, old, new: heard.append((trait, old, new)))
        plain.set_real('width', 9)
        self.assertEqual(heard, [('width', 2.0, 9.0)])


tap.run('/bindings/python-plain')
