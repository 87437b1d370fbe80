/* gyre-interface.h: How an interface is declared
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once
#pragma GCC system_header

/* The macros speak the compilers' dialect; see gyre-each.h. */
#pragma GCC system_header

#include "gyre-declare.h"
#include "gyre-role.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreInterfaceDeclaration: (skip)
 * @name: the name of the type
 * @class_size: bytes of the interface's struct
 * @traits: rows, ended by one without a field
 * @behaviors: rows, ended by one without a name
 * @file: where it stands
 * @line: on which line
 * @bases: the interfaces that it extends
 * @family: the public dotted name
 * @implementation: the family of the class that a facility gets when nobody says another
 * @metaclass: the type of the record; %G_TYPE_INVALID for #GyreRole or the bases'
 * @summary: one line
 * @description: the long text, in Markdown
 * @internal: whether it is scaffolding
 *
 * What %GYRE_DEFINE_INTERFACE says.
 *
 * Since: 0.1
 */
typedef struct
{
  const char                    *name;
  gsize                          class_size;
  const GyreTraitDeclaration    *traits;
  const GyreBehaviorDeclaration *behaviors;
  const char                    *file;
  guint                          line;

  GType                          bases[9];
  const char                    *family;
  const char                    *implementation;
  GType                          metaclass;
  const char                    *summary;
  const char                    *description;
  gboolean                       internal;
} GyreInterfaceDeclaration;

GType     gyre_interface_define        (const GyreInterfaceDeclaration *declaration);
GType     gyre_interface_register      (GyreDeclaration   *declaration,
                                        GType              metaclass,
                                        GError           **error);
GCallback gyre_interface_find_function (gpointer           self,
                                        GType              interface,
                                        guint              slot,
                                        const char        *name,
                                        GError           **error);

/**
 * GYRE_DEFINE_INTERFACE: (skip)
 * @Type: the type, as G_DECLARE_INTERFACE has it
 * @prefix: its functions' prefix
 * @traits: GYRE_TRAITS (…): what an implementation must have; rows gyre_required_real() and its kin
 * @behaviors: GYRE_BEHAVIORS (…): what it must do; rows gyre_required()
 * @...: options of #GyreInterfaceDeclaration, such as `.family = "gauss.shapes"`
 *
 * Defines `prefix_get_type ()` and, for each behavior, a function `prefix_<behavior> (self, …, error)` that calls what the
 * class of @self has.
 *
 * Since: 0.1
 */
#define GYRE_DEFINE_INTERFACE(Type, prefix, traits_, behaviors_, ...) \
  GType prefix##_get_type (void); \
  GYRE_EACH (GYRE_REQUIRED_TRAIT_CHECK, (Type, prefix), traits_) \
  GYRE_EACH (GYRE_REQUIRED_CHECK, (Type, prefix), behaviors_) \
  GYRE_BEGIN_TABLE \
  static const GyreTraitDeclaration prefix##_required_traits[] = { \
    GYRE_EACH (GYRE_REQUIRED_TRAIT_ROW, (Type, prefix), traits_) { .field = NULL } }; \
  static const GyreBehaviorDeclaration prefix##_required_behaviors[] = { \
    GYRE_EACH (GYRE_REQUIRED_ROW, (Type, prefix), behaviors_) { .name = NULL } }; \
  GYRE_END_TABLE \
  GType \
  prefix##_get_type (void) \
  { \
    static GType type; \
    if (g_once_init_enter (&type)) \
      { \
        const GyreInterfaceDeclaration declaration = { \
          .name = #Type, .class_size = sizeof (Type##Interface), .traits = prefix##_required_traits, \
          .behaviors = prefix##_required_behaviors, .file = __FILE__, .line = __LINE__, __VA_ARGS__ }; \
        g_once_init_leave (&type, gyre_interface_define (&declaration)); \
      } \
    return type; \
  } \
  GYRE_EACH (GYRE_REQUIRED_DISPATCHER, (Type, prefix), behaviors_)

/* The bases of an interface, or the interfaces of a class, as an option. */
#define GYRE_EXTENDS(...) .bases = { __VA_ARGS__ }
#define GYRE_IMPLEMENTS(...) .implements = { __VA_ARGS__ }

/* The rows of an interface's tables. */
#define gyre_required(...) (__VA_ARGS__)
#define gyre_required_boolean(...) (boolean, NULL, NULL, __VA_ARGS__, )
#define gyre_required_integer(...) (integer, NULL, NULL, __VA_ARGS__, )
#define gyre_required_real(...) (real, NULL, NULL, __VA_ARGS__, )
#define gyre_required_string(...) (string, NULL, NULL, __VA_ARGS__, )
#define gyre_required_path(...) (path, NULL, NULL, __VA_ARGS__, )
#define gyre_required_complex(...) (complex, NULL, NULL, __VA_ARGS__, )
#define gyre_required_decimal(...) (decimal, NULL, NULL, __VA_ARGS__, )
#define gyre_required_fraction(...) (fraction, NULL, NULL, __VA_ARGS__, )
#define gyre_required_date(...) (date, NULL, NULL, __VA_ARGS__, )
#define gyre_required_time(...) (time, NULL, NULL, __VA_ARGS__, )
#define gyre_required_timestamp(...) (timestamp, NULL, NULL, __VA_ARGS__, )
#define gyre_required_uri(...) (uri, NULL, NULL, __VA_ARGS__, )
#define gyre_required_internet_address(...) (internet_address, NULL, NULL, __VA_ARGS__, )
#define gyre_required_variant(...) (variant, NULL, NULL, __VA_ARGS__, )
#define gyre_required_environment_variable(...) (environment_variable, NULL, NULL, __VA_ARGS__, )
#define gyre_required_secret(...) (secret, NULL, NULL, __VA_ARGS__, )
#define gyre_required_input_stream(...) (input_stream, NULL, NULL, __VA_ARGS__, )
#define gyre_required_output_stream(...) (output_stream, NULL, NULL, __VA_ARGS__, )
#define gyre_required_flags(name, ...) GYRE_REQUIRED_TYPED (flags, name, __VA_ARGS__, )
#define gyre_required_object(name, ...) GYRE_REQUIRED_TYPED (object, name, __VA_ARGS__, )
#define gyre_required_boxed(name, ...) GYRE_REQUIRED_TYPED (boxed, name, __VA_ARGS__, )
#define gyre_required_array(...) (array, NULL, NULL, __VA_ARGS__, )
#define gyre_required_enumeration(name, ...) GYRE_REQUIRED_TYPED (enumeration, name, __VA_ARGS__, )
#define gyre_required_facility(name, ...) GYRE_REQUIRED_TYPED (facility, name, __VA_ARGS__, )
#define gyre_required_list(name, ...) GYRE_REQUIRED_LIST (name, __VA_ARGS__, )
#define GYRE_REQUIRED_TYPED(kind, name, type, ...) (kind, type##_get_type, NULL, name, __VA_ARGS__)
#define GYRE_REQUIRED_LIST(name, element, ...) (list, NULL, &gyre_kind_##element, name, __VA_ARGS__)

#define GYRE_REQUIRED_TRAIT_CHECK(context, row) GYRE_CASE (GYRE_REQUIRED_TRAIT_CHECK_, row) (context, row)
#define GYRE_REQUIRED_TRAIT_CHECK_0(context, row) GYRE_NO_TUPLE (context, row)
#define GYRE_REQUIRED_TRAIT_CHECK_1(context, row)
#define GYRE_REQUIRED_TRAIT_ROW(context, row) GYRE_CASE (GYRE_REQUIRED_TRAIT_ROW_, row) (context, row)
#define GYRE_REQUIRED_TRAIT_ROW_0(context, row)
#define GYRE_REQUIRED_TRAIT_ROW_1(context, row) GYRE_REQUIRED_TRAIT_ROW_ row
#define GYRE_REQUIRED_TRAIT_ROW_(kind_, type_, element_, name_, ...) \
  { .field = #name_, .kind = &gyre_kind_##kind_, .storage = GYRE_STORAGE_NONE, .get_type = type_, .element = element_, \
    .minimum = -(long double) INFINITY, .maximum = (long double) INFINITY, __VA_ARGS__ },
#define GYRE_REQUIRED_CHECK(context, row) GYRE_CASE (GYRE_REQUIRED_CHECK_, row) (context, row)
#define GYRE_REQUIRED_CHECK_0(context, row) GYRE_NO_TUPLE (context, row)
#define GYRE_REQUIRED_CHECK_1(context, row) GYRE_REQUIRED_CHECK_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_REQUIRED_CHECK_(...) GYRE_REQUIRED_CHECK__ (__VA_ARGS__)
#define GYRE_REQUIRED_CHECK__(Type, prefix, behavior, signature, ...) \
  _Static_assert (__builtin_types_compatible_p (__typeof__ (((Type##Interface *) 0)->behavior), \
                                                GYRE_SIGNATURE_FUNCTION (Type, signature)), \
                  "behavior '" #behavior "': its place in " #Type "Interface must have the type that the signature says: " \
                  #signature); \
  GYRE_CHECK_BEHAVIOR_LENGTH (behavior, signature)
#define GYRE_REQUIRED_ROW(context, row) GYRE_CASE (GYRE_REQUIRED_ROW_, row) (context, row)
#define GYRE_REQUIRED_ROW_0(context, row)
#define GYRE_REQUIRED_ROW_1(context, row) GYRE_REQUIRED_ROW_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_REQUIRED_ROW_(...) GYRE_REQUIRED_ROW__ (__VA_ARGS__)
#define GYRE_REQUIRED_ROW__(Type, prefix, behavior, signature_, ...) \
  { .name = #behavior, .slot = __builtin_offsetof (Type##Interface, behavior), .signature = GYRE_SIGNATURE_ROW (signature_), \
    __VA_ARGS__ },
#define GYRE_REQUIRED_DISPATCHER(context, row) GYRE_CASE (GYRE_REQUIRED_DISPATCHER_, row) (context, row)
#define GYRE_REQUIRED_DISPATCHER_0(context, row)
#define GYRE_REQUIRED_DISPATCHER_1(context, row) GYRE_REQUIRED_DISPATCHER_ (GYRE_UNPACK context, GYRE_UNPACK row, )
#define GYRE_REQUIRED_DISPATCHER_(...) GYRE_REQUIRED_DISPATCHER__ (__VA_ARGS__)
#define GYRE_REQUIRED_DISPATCHER__(Type, prefix, behavior, signature, ...) \
  GYRE_SIGNATURE_RESULT (signature) prefix##_##behavior GYRE_SIGNATURE_PARAMETERS (Type, signature); \
  GYRE_SIGNATURE_RESULT (signature) \
  prefix##_##behavior GYRE_SIGNATURE_PARAMETERS (Type, signature) \
  { \
    GYRE_SIGNATURE_RESULT (signature) (*function) GYRE_SIGNATURE_PARAMETERS (Type, signature) = \
      (GYRE_SIGNATURE_FUNCTION (Type, signature)) \
      gyre_interface_find_function (self, prefix##_get_type (), __builtin_offsetof (Type##Interface, behavior), \
                                    #behavior, error); \
    if (G_UNLIKELY (function == NULL)) \
      return (GYRE_SIGNATURE_RESULT (signature)) { 0 }; \
    return function GYRE_SIGNATURE_CALL (signature); \
  }

GYRE_END_DECLARATIONS
