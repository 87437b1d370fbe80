# Gyre.py: Components declared and used in Python
#
# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a class statement below Gyre.Component declares is a component class like one written in C.

    class Cone(Gyre.Component, family='lab.shapes.cone', implements='gauss.shapes', summary='a cone'):
        height = Gyre.Trait(float, default=1.0, not_negative=True, aliases='h', units='m', summary='from base to tip')

        @Gyre.behavior('real')
        def measure(self):
            return self.height / 3

The traits lie in the instance struct, where C code and configuration reach them without asking Python. Every instance, also
one that C code builds, meets __init__ without arguments, when its traits hold their configured values.
"""
import enum
import functools
import inspect
import os
import pathlib
import re
import sys

from gi.repository import GLib, GObject
from gi import _propertyhelper
from ..module import get_introspection_module
from ..overrides import override

Gyre = get_introspection_module('Gyre')
_Component = Gyre.Component
_Trait = Gyre.Trait
_Behavior = Gyre.Behavior
_raise = getattr(_Behavior, 'raise', None) or getattr(_Behavior, 'raise_')
__all__ = []


# Values on their way between the languages.

def _flatten(value):
    """The numbers and the shape of nested lists; an error where they are not rectangular."""
    if not isinstance(value, (list, tuple)):
        return [float(value)], ()
    parts = [_flatten(part) for part in value]
    shapes = {shape for _, shape in parts}
    if len(shapes) > 1:
        raise ValueError('an array must be rectangular')
    return [number for numbers, _ in parts for number in numbers], (len(value), *next(iter(shapes), ()))


def _array_of(value):
    if isinstance(value, Gyre.Array):
        return value
    if isinstance(value, str):
        return Gyre.Array.new_from_text(value)
    if hasattr(value, 'tolist'):
        value = value.tolist()
    numbers, shape = _flatten(list(value) if not isinstance(value, (int, float)) else [value])
    array = Gyre.Array.new(list(shape))
    if array is None:
        raise ValueError('an array has 1 to %d dimensions' % Gyre.ARRAY_MAXIMUM_RANK)
    array.set_values(numbers)
    return array


def _nest(numbers, shape):
    if len(shape) < 2:
        return list(numbers)
    step = len(numbers) // shape[0] if shape[0] else 0
    return [_nest(numbers[index * step:(index + 1) * step], shape[1:]) for index in range(shape[0])]


def _list_of_array(array):
    return _nest(array.get_values(), array.get_shape())


def _plain(value):
    """A value as Python has it."""
    if isinstance(value, Gyre.Array):
        return _list_of_array(value)
    if isinstance(value, GLib.Variant):
        return value.unpack()
    return value


_NULLS = {'string': GObject.TYPE_STRING, 'path': GObject.TYPE_STRING, 'facility': GObject.TYPE_OBJECT,
          'real': GObject.TYPE_VARIANT, 'integer': GObject.TYPE_VARIANT, 'boolean': GObject.TYPE_VARIANT,
          'array': Gyre.Array.__gtype__}
_LISTS = {'boolean': 'ab', 'integer': 'ax', 'real': 'ad'}


def _null_of(kind, kind_text):
    if kind == 'list':
        return GObject.Value(GObject.TYPE_VARIANT if kind_text.split()[-1] in _LISTS else GObject.TYPE_STRV)
    return GObject.Value(_NULLS.get(kind, GObject.TYPE_OBJECT))


def _list_value(kind_text, value):
    signature = _LISTS.get(kind_text.split()[-1])
    if signature is None:
        return GObject.Value(GObject.TYPE_STRV, [os.fspath(part) for part in value])
    return GObject.Value(GObject.TYPE_VARIANT, GLib.Variant(signature, list(value)))


def _enumeration_value(gtype, value):
    if isinstance(value, str):
        words = {member.value_nick: member for member in gtype.pytype.__enum_values__.values()}
        if value not in words:
            raise ValueError("'%s' is none of %s" % (value, ', '.join(words)))
        value = words[value]
    return GObject.Value(gtype, value)


def _native(value):
    """A value of Python as GObject has it, without knowing what it is for."""
    if isinstance(value, bool):
        return GObject.Value(GObject.TYPE_BOOLEAN, value)
    if isinstance(value, int):
        return GObject.Value(GObject.TYPE_INT64, value)
    if isinstance(value, str):
        return GObject.Value(GObject.TYPE_STRING, value)
    if isinstance(value, os.PathLike):
        return GObject.Value(GObject.TYPE_STRING, os.fspath(value))
    if isinstance(value, type) and hasattr(value, '__gtype__'):
        return GObject.Value(GObject.TYPE_GTYPE, value.__gtype__)
    if isinstance(value, GObject.Object):
        return GObject.Value(GObject.TYPE_OBJECT, value)
    if isinstance(value, GLib.Variant):
        return GObject.Value(GObject.TYPE_VARIANT, value)
    if hasattr(value, '__index__'):
        return GObject.Value(GObject.TYPE_INT64, value.__index__())
    if hasattr(value, '__float__'):
        return GObject.Value(GObject.TYPE_DOUBLE, float(value))
    raise TypeError('a value of type %s means nothing to a component' % type(value).__name__)


def _trait_of(record, name):
    """The trait of a record by any of its names; GLib.Error tells an unknown name and what may have been meant."""
    return _Trait.of_descriptor(record.get_trait(name))


def _value_for(trait, value):
    kind = trait.get_kind_name()
    if value is None:
        return _null_of(kind, trait.dup_kind_text())
    if kind == 'array':
        array = GObject.Value(Gyre.Array.__gtype__)
        array.set_boxed(_array_of(value))
        return array
    if kind == 'list' and isinstance(value, (list, tuple)):
        return _list_value(trait.dup_kind_text(), value)
    if kind == 'enumeration':
        return _enumeration_value(trait.get_value_type(), value)
    return _native(value)


# Where something is said.

def _locator_of(frame):
    return Gyre.Locator.new_source(frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name)


def _caller():
    """The nearest frame outside this file."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename == __file__:
        frame = frame.f_back
    return frame


def _tell(error):
    """Hands an exception to the C code that has called us: it becomes the GError of the call."""
    if isinstance(error, GLib.Error):
        _raise(error.message)
        return
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = ' (%s:%d)' % (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace is not None else ''
    _raise('%s: %s%s' % (type(error).__name__, error, place))


# Traits.

_KINDS = {float: 'real', int: 'integer', bool: 'boolean', str: 'string', list: 'array', tuple: 'array',
          pathlib.Path: 'path', pathlib.PurePath: 'path'}
_WORDS = {'real', 'integer', 'boolean', 'string', 'path', 'array', 'enumeration', 'facility'}


def _text_of(kind, value):
    """A default as a configuration file would say it; a text is meant as it is."""
    if value is None:
        return None
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, (list, tuple)) and kind.startswith('list of string'):
        return '(' + ', '.join("'%s'" % part.replace('\\', '\\\\').replace("'", "\\'") for part in value) + ')'
    if isinstance(value, (list, tuple)):
        return '(' + ', '.join(_text_of(kind, part) for part in value) + ')'
    if isinstance(value, GObject.GEnum):
        return value.value_nick
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, type):
        return Gyre.Actor.get(value.__gtype__).get_public_name()
    return str(value)


class Trait(_Trait):
    """A trait of a class: its kind, its default and what rules it has.

    The kind is float, int, bool, str, list (an array of reals), pathlib.Path, a GObject enumeration, an interface or a class
    for a facility (or the family of one), or a word of Gyre's: 'real', 'list of string', …
    """

    _OPTIONS = ('aliases', 'summary', 'description', 'units', 'deprecated_since', 'member', 'like', 'least',
                'greatest', 'nullable', 'construct_only', 'positive', 'not_negative', 'not_empty', 'minimum', 'maximum')

    # What C gives out as a Gyre.Trait is of this class too, so the name is one in both languages.
    def __new__(cls, kind=float, default=None, **options):
        return super().__new__(cls)

    def __init__(self, kind=float, default=None, **options):
        unknown = set(options) - set(self._OPTIONS)
        if unknown:
            raise TypeError('a trait has no option %s; there are %s' % (', '.join(sorted(unknown)), ', '.join(self._OPTIONS)))
        self._kind = kind
        self._default = default
        self._options = {name: value for name, value in options.items() if value is not None}
        self._name = None

    def __set_name__(self, owner, name):
        self._name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.get(self._name)

    def __set__(self, instance, value):
        instance.set(self._name, value)

    def _resolve(self):
        """The word of the kind, and the type of an enumeration or a facility."""
        if isinstance(self._kind, str) and (self._kind in _WORDS or self._kind.startswith('list of ')):
            return self._kind, GObject.TYPE_NONE
        if isinstance(self._kind, type) and self._kind in _KINDS:
            return _KINDS[self._kind], GObject.TYPE_NONE
        gtype = _gtype_of(self._kind)
        return ('enumeration' if gtype.is_a(GObject.TYPE_ENUM) else 'facility'), gtype

    def _declare(self, declaration):
        kind, gtype = self._resolve()
        options = {name.replace('_', '-'): _variant_of(value) for name, value in self._options.items()}
        declaration.add_trait(self._name, kind, _text_of(kind, self._default), gtype, GLib.Variant('a{sv}', options))


Trait = override(Trait)


def _variant_of(value):
    if isinstance(value, bool):
        return GLib.Variant('b', value)
    if isinstance(value, int):
        return GLib.Variant('x', value)
    if isinstance(value, float):
        return GLib.Variant('d', value)
    if isinstance(value, (list, tuple)):
        return GLib.Variant('s', ', '.join(str(part) for part in value))
    return GLib.Variant('s', value)


def _trait_of_property(name, plain):
    """A GObject.Property whose value nobody computes is a trait too."""
    kinds = {GObject.TYPE_DOUBLE: float, GObject.TYPE_FLOAT: float, GObject.TYPE_INT: int, GObject.TYPE_UINT: int,
             GObject.TYPE_INT64: int, GObject.TYPE_LONG: int, GObject.TYPE_BOOLEAN: bool, GObject.TYPE_STRING: str}
    if plain.type not in kinds or plain.fget != plain._default_getter:
        raise TypeError("%s: a property with functions of its own, or of type %s, can't be a trait; use Gyre.Trait and the "
                        "hook do_trait_modified()" % (name, plain.type.name))
    kind = kinds[plain.type]
    is_number = kind in (int, float)
    trait = Trait(kind, plain.default, summary=plain.blurb or None, nullable=True if kind is str else None,
                  minimum=plain.minimum if is_number else None, maximum=plain.maximum if is_number else None)
    trait._name = name
    return trait


# Behaviors.

_SORTS = {float: 'real', int: 'integer', bool: 'boolean', str: 'string', None: 'nothing', type(None): 'nothing',
          list: 'array', tuple: 'array', GLib.Variant: 'variant', inspect.Signature.empty: None}


def _sort_of(annotation):
    if isinstance(annotation, str):
        return annotation
    if isinstance(annotation, type) and issubclass(annotation, GObject.Object):
        return 'object'
    if annotation not in _SORTS or _SORTS[annotation] is None:
        raise TypeError('no sort of arguments is %r; write it as a text, such as \'real\'' % (annotation,))
    return _SORTS[annotation]


def _annotated(function):
    """Result and arguments as the annotations of a function have them."""
    signature = inspect.signature(function)
    result = signature.return_annotation
    parameters = list(signature.parameters.values())[1:]
    return (_sort_of(None if result is inspect.Signature.empty else result),
            ['%s %s' % (_sort_of(parameter.annotation), parameter.name) for parameter in parameters])


def behavior(*words, **options):
    """Makes a method a behavior: @Gyre.behavior('real', 'array points'), or bare, with annotations on the method."""
    unknown = set(options) - {'aliases', 'summary', 'description', 'deprecated_since'}
    if unknown:
        raise TypeError('a behavior has no option %s' % ', '.join(sorted(unknown)))

    def mark(function):
        result, arguments = (words[0], list(words[1:])) if words else _annotated(function)
        summary = (function.__doc__ or '').strip().split('\n')[0]
        texts = {'summary': summary, **options}
        function._gyre_behavior = (result, arguments, {name: text for name, text in texts.items() if text})
        return function

    if len(words) == 1 and callable(words[0]):
        function, words = words[0], ()
        return mark(function)
    return mark


def _argument_of(kind, value):
    return _list_of_array(value) if kind in ('array', 'buffer', 'reals') and value is not None else value


def _result_of(kind, value):
    if kind == 'array':
        return _array_of(value)
    if kind == 'real':
        return float(value)
    if kind == 'string' and not isinstance(value, str):
        raise TypeError('must give a text, gave %r' % (value,))
    if kind == 'integer':
        return value.__index__()
    return bool(value) if kind == 'boolean' else value


# What stands for the result of a call that has failed; nobody sees it.
_DROPPED = {'boolean': False, 'integer': 0, 'real': 0.0}


def _call_from_c(name, result, kinds, instance, *values):
    """What a behavior's C function calls. Who redefines the method in a derived class is heard, decorated or not."""
    try:
        arguments = [_argument_of(kind, value) for kind, value in zip(kinds, values)]
        answer = getattr(instance, name)(*arguments)
        for kind, value, argument in zip(kinds, values, arguments):
            if kind == 'buffer' and not value.set_values(_flatten(argument)[0]):
                raise ValueError('the length of a buffer is not to be changed')
        return None if result == 'nothing' else _result_of(result, answer)
    except BaseException as error:
        _tell(error)
        return _DROPPED.get(result)


def _declare_behavior(declaration, name, function):
    result, arguments, options = function._gyre_behavior
    kinds = [argument.split()[0] for argument in arguments]
    texts = {option.replace('_', '-'): GLib.Variant('s', text) for option, text in options.items()}
    declaration.add_behavior(name, result, arguments, GLib.Variant('a{sv}', texts),
                             functools.partial(_call_from_c, name, result, kinds))


_SIGNATURE = re.compile(r'^(\w+) \S+ \((.*)\)$')


def _sorts_of(behavior):
    result, arguments = _SIGNATURE.match(behavior.dup_signature_text()).groups()
    return result, [argument.split()[0] for argument in arguments.split(', ') if argument]


def _argument_value(kind, value):
    if kind in ('array', 'buffer'):
        argument = GObject.Value(Gyre.Array.__gtype__)
        argument.set_boxed(_array_of(value))
        return argument
    if kind == 'real':
        return GObject.Value(GObject.TYPE_DOUBLE, float(value))
    if kind == 'object':
        return GObject.Value(GObject.TYPE_OBJECT, value)
    return _native(value)


# Classes.

def _gtype_of(what):
    """The type of a class, an interface, a family, or a type itself."""
    if isinstance(what, str):
        return Gyre.Executive.get_current().find_family(what).get_gtype()
    gtype = getattr(what, '__gtype__', what)
    if not isinstance(gtype, GObject.GType):
        raise TypeError('%r is no class, interface or family' % (what,))
    return gtype


def _type_name_of(cls, namespace):
    if '__gtype_name__' in namespace:
        return namespace['__gtype_name__']
    base = re.sub(r'[^A-Za-z0-9_+-]', '+', '%s+%s' % (cls.__module__, cls.__qualname__.replace('<locals>.', '')))
    base = base if base[0].isalpha() or base[0] == '_' else '_' + base
    name, version = base, 1
    while _is_taken(name):
        version += 1
        name = '%s-v%d' % (base, version)
    return name


def _is_taken(name):
    try:
        GObject.GType.from_name(name)
    except RuntimeError:
        return False
    return True


def _interfaces_of(bases, implements):
    wanted = implements if isinstance(implements, (list, tuple)) else [implements]
    interfaces = [_gtype_of(interface) for interface in wanted]
    interfaces += [base.__gtype__ for base in bases if getattr(base, '__gtype__', GObject.TYPE_INVALID).is_interface()]
    for interface in interfaces:
        if Gyre.Role.get(interface) is None:
            raise TypeError('%s is no interface that Gyre knows' % interface.name)
    return interfaces


def _construct(cls, instance):
    try:
        instance.__init__()
    except BaseException as error:
        _tell(error)


def _declare_members(cls, declaration, namespace):
    for name, member in list(namespace.items()):
        if isinstance(member, _propertyhelper.Property):
            member = _trait_of_property(name, member)
            setattr(cls, name, member)
        if isinstance(member, Trait):
            member._declare(declaration)
        elif hasattr(member, '_gyre_behavior'):
            _declare_behavior(declaration, name, member)


def _declare(cls, bases, namespace, family=None, implements=(), summary=None, description=None, internal=False,
             abstract=False, untracked=False):
    """Registers the class of a class statement. One that breaks its promises is reported, and can't have instances."""
    declaration = Gyre.Declaration.new(_type_name_of(cls, namespace), cls.__gtype__)
    documentation = inspect.cleandoc(namespace.get('__doc__') or '')
    declaration.set_family(family)
    declaration.set_summary(summary or documentation.split('\n')[0] or None, description or documentation or None)
    declaration.set_locator(_locator_of(_caller()))
    declaration.set_internal(internal)
    declaration.set_abstract(abstract)
    declaration.set_untracked(untracked)
    for interface in _interfaces_of(bases, implements):
        declaration.implement(interface)
    _declare_members(cls, declaration, namespace)
    declaration.set_constructor(functools.partial(_construct, cls))
    cls.__gtype__ = _Component.register(declaration, Gyre.Actor.__gtype__)
    cls.__gtype__.pytype = cls
    # Makes the class struct: from now on the family is known, and what is wrong with the class is told.
    Gyre.Actor.get(cls.__gtype__)


class ComponentMeta(type(_Component)):
    """The metaclass of all component classes in Python."""

    def __new__(metaclass, name, bases, namespace, **keywords):
        return super().__new__(metaclass, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        if '__gtype__' not in namespace and not cls.__module__.startswith('gi.'):
            _declare(cls, bases, namespace, **keywords)
        super().__init__(name, bases, namespace)
        for signal, said in (cls.__dict__.get('__gsignals__') or {}).items():
            if '__gtype__' not in namespace and isinstance(said, tuple):
                GObject.signal_new(signal, cls, *said[:3])

    def __call__(cls, name=None, **traits):
        return _build(cls.__gtype__, name, traits)


def _build(gtype, name, traits):
    record = Gyre.Actor.get(gtype)
    if record is None:
        raise TypeError('%s is no class' % gtype.name)
    record.is_valid()
    values = [_value_for_keyword(record, trait, value) for trait, value in traits.items()]
    return _Component.new(gtype, name, list(traits), values, _locator_of(_caller()))


def _value_for_keyword(record, name, value):
    trait = _trait_of(record, name)
    return _value_for(trait, value) if trait is not None else _native(value)


class Component(_Component, metaclass=ComponentMeta):
    """The root of all component classes. Names of traits are names or aliases, with '_' or '-'."""

    def __init__(self):
        pass

    @staticmethod
    def new(what, name=None, **traits):
        """Builds a component of a class, a type, or a family, whose module is loaded; 'family#name' names it too."""
        if isinstance(what, str) and '#' in what:
            if name is not None or traits:
                raise TypeError("'%s' says the name already; give no other, and set traits afterwards" % what)
            return Gyre.Component.new_from_specification(what)
        return _build(_gtype_of(what), name, traits)

    def get(self, name):
        """The value of a trait; a facility is built if nobody has asked for it yet."""
        trait = _trait_of(self.get_actor(), name)
        if trait is not None and trait.is_facility():
            return self.get_object(name)
        return _plain(self.get_value(name)[1])

    def set(self, name, value):
        """Sets a trait. A text is read as a configuration file has it, unless the trait itself holds texts."""
        trait = _trait_of(self.get_actor(), name)
        place = _locator_of(_caller())
        if value is None:
            self.set_text_from(name, 'none', Gyre.Category.EXPLICIT, place)
        elif isinstance(value, str) and trait is not None and trait.get_kind_name() not in ('string', 'path', 'opaque'):
            self.set_text_from(name, value, Gyre.Category.EXPLICIT, place)
        else:
            native = _value_for(trait, value) if trait is not None else _native(value)
            self.set_value_from(name, native, Gyre.Category.EXPLICIT, place)

    def where(self, name):
        """Where the value of a trait was said, as a text."""
        locator = self.dup_value_locator(name)
        return locator.to_string() if locator is not None else None

    def observe(self, name, function):
        """Calls function(component, trait, old value, new value) at each change; returns a number for unobserve()."""
        def tell(component, trait, old_value, new_value):
            function(component, trait, _plain(old_value), _plain(new_value))
        return _Component.observe(self, name, tell)

    def call(self, name, *arguments):
        """Calls a behavior. The numbers that it writes into a buffer are in the list that was given for it."""
        behavior = _Behavior.of_descriptor(self.get_actor().get_trait(name))
        if behavior is None:
            raise TypeError("'%s' is a value and can't be called" % name)
        result, kinds = _sorts_of(behavior)
        values = [_argument_value(kind, argument) for kind, argument in zip(kinds, arguments)]
        values += [_native(argument) for argument in arguments[len(kinds):]]
        answer = _Component.call(self, name, values)
        for kind, argument, value in zip(kinds, arguments, values):
            if kind == 'buffer' and isinstance(argument, list):
                argument[:] = _list_of_array(value.get_boxed())
        return None if result == 'nothing' else _plain(answer[1])

    def __getattr__(self, name):
        descriptor = None if name.startswith('__') else self.get_actor().find_trait(name)
        if descriptor is None:
            raise AttributeError("'%s' has no attribute '%s'" % (type(self).__name__, name))
        if _Trait.of_descriptor(descriptor) is not None:
            return self.get(name)
        return functools.partial(self.call, name)

    def __setattr__(self, name, value):
        if name.startswith('_') or hasattr(type(self), name) or self.get_actor().find_trait(name) is None:
            super().__setattr__(name, value)
        else:
            self.set(name, value)


Component = override(Component)


def find_class(family):
    """The Python class of a family, whose module is loaded: what a class statement can derive from."""
    return _class_of(_gtype_of(family))


def _class_of(gtype):
    known = gtype.pytype
    if known is not None and known.__gtype__ == gtype:
        return known
    cls = ComponentMeta(gtype.name, (_class_of(gtype.parent),), {'__gtype__': gtype, '__module__': __name__})
    gtype.pytype = cls
    return cls


__all__ += ['Component', 'ComponentMeta', 'Trait', 'behavior', 'find_class']
