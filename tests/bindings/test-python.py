# test-python.py: Components declared, configured, observed and called in Python
#
# SPDX-License-Identifier: LGPL-2.1-or-later
import gc
import pathlib
import unittest

import tap

try:
    import gi
except ImportError:
    tap.skip('python3-gi is not installed')
gi.require_version('Gyre', '1')
from gi.repository import GLib, GObject, Gyre


class Cone(Gyre.Component, family='lab.shapes.cone', implements='gauss.shapes', summary='a cone'):
    height = Gyre.Trait(float, default=1.0, not_negative=True, aliases='h, how tall', units='m', summary='from base to tip')
    center = Gyre.Trait(list, default=[0, 0])
    label = Gyre.Trait(str, default='a "cone"')
    seed = Gyre.Trait(int, nullable=True)
    count = Gyre.Trait(int, default=3, minimum=1, maximum=9)
    solid = Gyre.Trait(bool, default=True)
    names = Gyre.Trait('list of string', default=['a', "b'c"])
    file = Gyre.Trait(pathlib.Path, default='cone.txt')
    inner = Gyre.Trait('gauss.shapes', nullable=True, default='gauss.shapes.ball')

    def __init__(self):
        self.height_at_birth = self.height

    @Gyre.behavior('real')
    def measure(self):
        """a third of the height"""
        if self.height > 50:
            raise ValueError('too tall')
        return self.height / 3

    @Gyre.behavior('nothing', 'array points', 'buffer inside')
    def contains(self, points, inside):
        for index, point in enumerate(points):
            inside[index] = 1 if sum(number * number for number in point) <= 1 else 0

    @Gyre.behavior(aliases='say')
    def speak(self, times: int, word: str) -> str:
        return word * times


class Tall(Cone, family='lab.shapes.tall'):
    width = Gyre.Trait(float, default=2)

    def measure(self):
        return 100.0


class Broken(Gyre.Component, family='lab.shapes.broken', implements='gauss.shapes'):
    @Gyre.behavior('integer')
    def measure(self):
        return 1


def load(text):
    report = Gyre.Report.new()
    Gyre.Executive.get_default().load_text('test.pfg', text, Gyre.Category.USER, report)


class Python(unittest.TestCase):
    def setUp(self):
        gc.collect()

    def assert_error(self, text, function, *arguments):
        with self.assertRaises(GLib.Error) as caught:
            function(*arguments)
        self.assertIn(text, caught.exception.message)

    def test_the_record_is_that_of_any_class(self):
        record = Gyre.Actor.get(Cone.__gtype__)
        self.assertTrue(record.is_valid())
        self.assertEqual(record.get_family(), 'lab.shapes.cone')
        self.assertEqual(record.get_summary(), 'a cone')
        self.assertEqual([trait.get_name() for trait in record.get_local_traits()],
                         ['height', 'center', 'label', 'seed', 'count', 'solid', 'names', 'file', 'inner',
                          'measure', 'contains', 'speak'])
        self.assertEqual(record.find_trait('how tall').get_name(), 'height')
        self.assertEqual([role.get_family() for role in record.get_implements()], ['gauss.shapes'])
        self.assertIn('test-python.py', record.get_locator().to_string())
        self.assertEqual(record.find_trait('measure').get_summary(), 'a third of the height')

    def test_an_instance_holds_the_declared_defaults(self):
        cone = Cone()
        self.assertEqual((cone.height, cone.center, cone.label, cone.seed, cone.count, cone.solid, cone.names),
                         (1.0, [0.0, 0.0], 'a "cone"', None, 3, True, ['a', "b'c"]))
        self.assertTrue(cone.file.endswith('cone.txt'))
        self.assertEqual(cone.get_property('height'), 1.0)

    def test_a_derived_class_inherits_and_overrides(self):
        record = Gyre.Actor.get(Tall.__gtype__)
        self.assertEqual([trait.get_name() for trait in record.get_local_traits()], ['width'])
        tall = Tall(h=4.0, width=7)
        self.assertEqual((tall.height, tall.width, tall.count), (4.0, 7.0, 3))
        self.assertEqual(tall.call('measure'), 100.0)
        self.assertEqual(Gyre.Component.new('lab.shapes.tall').call('measure'), 100.0)

    def test_the_constructor_sees_configured_values(self):
        load('lab.shapes.tall.height = 5\n')
        self.assertEqual(Tall().height_at_birth, 5.0)
        self.assertEqual(Tall(height=6).height_at_birth, 6.0)

    def test_c_builds_an_instance_with_its_constructor(self):
        cone = Gyre.Component.new_from_specification('lab.shapes.cone#from-c')
        self.assertIsInstance(cone, Cone)
        self.assertEqual(cone.height_at_birth, 1.0)
        self.assertEqual(cone.get_name(), 'from-c')
        self.assertIs(Cone('from-c'), cone)

    def test_a_failing_constructor_is_an_error(self):
        class Failing(Gyre.Component):
            def __init__(self):
                raise RuntimeError('no luck')
        self.assert_error('RuntimeError: no luck', Failing)

    def test_settings_reach_class_and_name(self):
        class Configured(Cone, family='lab.shapes.configured'):
            pass
        load('lab.shapes.configured.count = 4\nthe-cone.label = by name\n')
        cone = Configured('the-cone')
        self.assertEqual((cone.count, cone.label), (4, 'by name'))
        self.assertTrue(cone.where('label').startswith('test.pfg:2:'))
        self.assertTrue(cone.where('count').startswith('test.pfg:1:'))

    def test_a_value_knows_its_line_of_python(self):
        cone = Cone()
        cone.height = 2
        self.assertIn('test-python.py:', cone.where('height'))
        self.assertIn('test-python.py:', Cone(height=3).where('height'))

    def test_values_are_set_as_attributes_by_name_and_as_text(self):
        cone = Cone(center=[[1, 2], [3, 4]], names=['q'], seed=7, count=5)
        self.assertEqual((cone.center, cone.names, cone.seed, cone.count), ([[1.0, 2.0], [3.0, 4.0]], ['q'], 7, 5))
        cone.height = '1/4'
        cone.set('h', cone.get('how tall') * 2)
        cone.center = '(5, 6)'
        cone.seed = None
        self.assertEqual((cone.height, cone.center, cone.seed), (0.5, [5.0, 6.0], None))
        cone.label = '1/4'
        self.assertEqual(cone.label, '1/4')

    def test_a_refused_value_is_an_error_and_the_old_one_stays(self):
        cone = Cone()
        self.assert_error('at least 0', cone.set, 'height', -1)
        self.assert_error("did you mean 'height'", cone.set, 'heigth', 1)
        self.assert_error('count', cone.set, 'count', 10)
        self.assert_error('count', cone.set, 'count', 2.5)
        self.assert_error('none', cone.set, 'height', None)
        with self.assertRaises(ValueError):
            cone.center = [[1, 2], [3]]
        self.assertEqual((cone.height, cone.count, cone.center), (1.0, 3, [0.0, 0.0]))
        self.assert_error('at least 0', lambda: Cone(height=-1))
        self.assert_error("did you mean 'height'", lambda: Cone(heigth=1))

    def test_an_observer_hears_old_and_new(self):
        cone, heard = Cone(), []
        number = cone.observe('height', lambda component, trait, old, new: heard.append((component is cone, trait, old, new)))
        notified = []
        cone.connect('notify::height', lambda *_: notified.append(cone.height))
        cone.height = 3
        cone.height = 3
        cone.unobserve(number)
        cone.height = 4
        self.assertEqual(heard, [(True, 'height', 1.0, 3.0)])
        self.assertEqual(notified, [3.0, 4.0])

    def test_behaviors_are_called_through_c(self):
        cone = Cone(height=6)
        inside = [0, 0]
        self.assertEqual(cone.call('measure'), 2.0)
        self.assertIsNone(cone.call('contains', [[0, 0], [1, 1]], inside))
        self.assertEqual(inside, [1.0, 0.0])
        self.assertEqual(cone.call('say', 2, 'ab'), 'abab')
        self.assertEqual(cone.call_with_texts('measure', []), (True, 2.0))

    def test_an_exception_is_the_error_of_the_call(self):
        self.assert_error('ValueError: too tall', Cone(height=51).call, 'measure')

    def test_c_code_calls_a_shape_of_python(self):
        integrator = Gyre.Component.new('gauss.integrators.montecarlo', samples=2000, region=Cone(),
                                        integrand='gauss.functors.one')
        integrator.mesh.seed = 0
        area = integrator.call('integrate')
        self.assertTrue(0.7 < area < 0.87, area)
        self.assertIsInstance(integrator.region, Cone)

    def test_the_exception_of_a_shape_reaches_who_integrates(self):
        class Fragile(Cone, family='lab.shapes.fragile'):
            def contains(self, points, inside):
                raise ZeroDivisionError('broken glass')
        integrator = Gyre.Component.new('gauss.integrators.montecarlo', samples=10, region=Fragile())
        self.assert_error('ZeroDivisionError: broken glass', integrator.call, 'integrate')

    def test_facilities_are_said_by_family_class_and_instance(self):
        cone = Cone()
        self.assertEqual(cone.inner.radius, 1.0)
        cone.inner = 'lab.shapes.cone'
        self.assertIsInstance(cone.inner, Cone)
        cone.inner = Tall
        self.assertIsInstance(cone.inner, Tall)
        other = Cone()
        cone.inner = other
        self.assertIs(cone.inner, other)
        self.assert_error('measure', cone.set, 'inner', Gyre.Component.new('gauss.functors.constant'))
        self.assertIs(cone.inner, other)

    def test_a_class_that_breaks_promises_is_told_at_first_use(self):
        with self.assertRaises(GLib.Error) as caught:
            Broken()
        self.assertIn('measure', caught.exception.message)
        self.assertIn('contains', caught.exception.message)

    def test_a_bound_can_be_a_text(self):
        class Road(Gyre.Component, family='lab.road'):
            length = Gyre.Trait(float, default=1.0, units='m', greatest='2 km')
            holidays = Gyre.Trait('list of date', default='(2020-01-01)', least='2020-01-01')
        road = Road()
        road.set('length', 2000)
        self.assert_error('must be at most 2 km, is 2001', road.set, 'length', 2001)
        self.assert_error('must be at least 2020-01-01', road.set_text, 'holidays', '(2019-12-31)')

    def test_a_wrong_declaration_is_an_error(self):
        with self.assertRaises(TypeError):
            Gyre.Trait(float, colour='red')
        with self.assertRaises(TypeError):
            Gyre.behavior('real', colour='red')
        with self.assertRaises(GLib.Error):
            class Wrong(Gyre.Component):
                bad = Gyre.Trait('list of facility')
        with self.assertRaises(TypeError):
            class Computed(Gyre.Component):
                @GObject.Property(type=float)
                def half(self):
                    return 0.5

    def test_a_wrong_default_makes_the_class_invalid(self):
        class Wrong(Gyre.Component):
            bad = Gyre.Trait(float, default=-1.0, positive=True)
        self.assert_error('bad', Wrong)

    def test_a_plain_property_of_gobject_is_a_trait(self):
        class Plain(Gyre.Component):
            height = GObject.Property(type=float, default=1.5, minimum=0, maximum=9, blurb='tall')
            changed = GObject.Signal('changed', arg_types=(int,))
        plain, heard = Plain(height=2), []
        plain.connect('changed', lambda component, number: heard.append(number))
        plain.emit('changed', 3)
        self.assertEqual((plain.height, heard), (2.0, [3]))
        self.assert_error('height', plain.set, 'height', 10)

    def test_a_class_can_be_said_again(self):
        def declare():
            class Again(Gyre.Component):
                value = Gyre.Trait(int)
            return Again
        first, second = declare(), declare()
        self.assertNotEqual(first.__gtype__, second.__gtype__)
        self.assertEqual((first(value=1).value, second(value=2).value), (1, 2))

    def test_python_derives_from_a_class_of_c(self):
        Ball = Gyre.find_class('gauss.shapes.ball')

        class Bigger(Ball, family='lab.shapes.bigger'):
            factor = Gyre.Trait(float, default=2)

            @Gyre.behavior('real')
            def measure(self):
                return self.factor * self.radius
        bigger = Gyre.Component.new('lab.shapes.bigger', radius=3)
        self.assertEqual((bigger.radius, bigger.call('measure')), (3.0, 6.0))
        self.assertIs(Gyre.find_class('lab.shapes.bigger'), Bigger)

    def test_state_of_python_lives_as_long_as_the_component(self):
        holder = Cone(inner=Cone())
        holder.inner.note = 'kept'
        gc.collect()
        self.assertEqual(holder.inner.note, 'kept')

    def test_nothing_keeps_an_instance_alive(self):
        Cone('fleeting').height = 3
        gc.collect()
        self.assertIsNone(Gyre.Executive.get_default().get_nameserver().find('fleeting'))

    def test_hooks_of_the_class_can_be_overridden(self):
        heard = []

        class Hooked(Gyre.Component):
            value = Gyre.Trait(int)

            def do_configured(self, report):
                heard.append(('configured', self.value))

            def do_trait_modified(self, trait):
                heard.append(('modified', trait.get_kind_name()))
        hooked = Hooked(value=4)
        hooked.value = 5
        self.assertEqual(heard, [('configured', 4), ('modified', 'integer')])

    def test_a_class_of_python_is_described_and_its_data_comes_back(self):
        description = Gyre.Description.new_for_type(Cone.__gtype__)
        cone = description.to_variant().unpack()
        height = next(trait for trait in cone['traits'] if trait['name'] == 'height')
        contains = next(behavior for behavior in cone['behaviors'] if behavior['name'] == 'contains')
        self.assertEqual((cone['schema'], cone['family'], cone['module']), ('gyre.description/1', 'lab.shapes.cone', None))
        self.assertEqual((height['key'], height['least'], height['units']), ('lab.shapes.cone.height', '0', 'm'))
        self.assertEqual([argument['name'] for argument in contains['arguments']], ['points', 'inside'])
        self.assertIsNone(contains['locator'])
        again = Gyre.Description.new_from_variant(description.to_variant())
        self.assertTrue(again.to_variant().equal(description.to_variant()))
        with self.assertRaises(GLib.Error):
            Gyre.Description.new_from_variant(GLib.Variant('s', 'cone'))


tap.run('/bindings/python')
