/* container-fixture.h: Random containers in one another
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "trait-fixture.h"

#define OF(...) .of = (const GyreTraitDeclaration[]) { { __VA_ARGS__ } }
#define PARTS(...) .parts = (const GyreTraitDeclaration[]) { __VA_ARGS__, { .kind = NULL } }

static inline char *
random_text (GRand *random)
{
  GString *text = g_string_new (NULL);

  for (gint length = g_rand_int_range (random, 0, 5); length > 0; length--)
    g_string_append_c (text, "ab ,:()[]{}'\"\\;\n#none"[g_rand_int_range (random, 0, 21)]);
  return g_string_free (text, FALSE);
}

static inline GyreValue random_value (GRand *random, const GyreTrait *trait);

static inline GyreValue
random_list (GRand *random, const GyreTrait *trait)
{
  gboolean is_tuple = trait->kind == &gyre_kind_tuple;
  GPtrArray *parts = gyre_trait_get_options (trait)->parts;
  guint length = is_tuple ? parts->len : (guint) g_rand_int_range (random, 0, 4);
  const GyreKind *kinds[8] = { NULL };
  GyreValue value = { .present = TRUE };

  for (guint index = 0; is_tuple && index < length; index++)
    kinds[index] = ((GyreTrait *) g_ptr_array_index (parts, index))->kind;
  value.list = is_tuple ? gyre_list_new_tuple (kinds, length) : gyre_list_new (trait->element->kind, length);
  for (guint index = 0; index < length; index++)
    gyre_list_take_value (value.list, index, random_value (random, is_tuple ? g_ptr_array_index (parts, index) : trait->element));
  return value;
}

static inline GyreValue
random_mapping (GRand *random, const GyreTrait *trait)
{
  GyreValue value = { .present = TRUE, .mapping = gyre_mapping_new (trait->element->kind) };

  for (gint length = g_rand_int_range (random, 0, 4); length > 0; length--)
    {
      g_autofree char *text = random_text (random);
      if (*text != '\0')
        gyre_mapping_take_value (value.mapping, text, random_value (random, trait->element));
    }
  return value;
}

/* A set comes about as it does elsewhere: as a list of which the equal ones fall together. */
static inline GyreValue
random_set (GRand *random, const GyreTrait *trait)
{
  GyreValue value = random_list (random, trait), set = GYRE_NONE;
  g_auto (GValue) native = G_VALUE_INIT;

  g_value_take_boxed (g_value_init (&native, GYRE_TYPE_LIST), value.list);
  g_assert_true (gyre_trait_from_gvalue (trait, &native, &set, NULL));
  return set;
}

static inline GyreValue
random_value (GRand *random, const GyreTrait *trait)
{
  if (gyre_trait_is_nullable (trait) && g_rand_boolean (random))
    return GYRE_NONE;
  if (trait->kind == &gyre_kind_list || trait->kind == &gyre_kind_tuple)
    return random_list (random, trait);
  if (trait->kind == &gyre_kind_set)
    return random_set (random, trait);
  if (gyre_kind_is_a (trait->kind, &gyre_kind_mapping))
    return random_mapping (random, trait);
  if (trait->kind == &gyre_kind_string)
    return (GyreValue) { .present = TRUE, .string = random_text (random) };
  if (trait->kind == &gyre_kind_real)
    return (GyreValue) { .present = TRUE, .real = g_rand_double_range (random, -1e9, 1e9) };
  if (trait->kind == &gyre_kind_array)
    {
      double numbers[] = { 1, g_rand_double (random), -3 };
      return (GyreValue) { .present = TRUE, .array = gyre_array_new_from_values (numbers, g_rand_int_range (random, 1, 4)) };
    }
  if (trait->kind == &gyre_kind_boolean)
    return (GyreValue) { .present = TRUE, .boolean = g_rand_boolean (random) };
  g_assert_true (trait->kind == &gyre_kind_integer);
  return (GyreValue) { .present = TRUE, .integer = g_rand_int_range (random, -3, 4) };
}

/* One of each, and some in one another. */
static inline guint
random_traits (GyreTrait **traits)
{
  guint count = 0;

  traits[count++] = MAKE_TRAIT (LIST_OF (string));
  traits[count++] = MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_string, .nullable = TRUE));
  traits[count++] = MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_list, .element = &gyre_kind_real));
  traits[count++] = MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_array));
  traits[count++] = MAKE_TRAIT (POINTER (set), .element = &gyre_kind_integer);
  traits[count++] = MAKE_TRAIT (POINTER (set), OF (.kind = &gyre_kind_set, .element = &gyre_kind_string));
  traits[count++] = MAKE_TRAIT (POINTER (mapping), .element = &gyre_kind_string);
  traits[count++] = MAKE_TRAIT (POINTER (mapping), OF (.kind = &gyre_kind_mapping, .element = &gyre_kind_boolean, .nullable = TRUE));
  traits[count++] = MAKE_TRAIT (POINTER (catalog), OF (.kind = &gyre_kind_list, .element = &gyre_kind_string));
  traits[count++] = MAKE_TRAIT (POINTER (tuple), PARTS ({ .kind = &gyre_kind_real }, { .kind = &gyre_kind_string, .nullable = TRUE },
                                                        { .kind = &gyre_kind_mapping, .element = &gyre_kind_integer }));
  traits[count++] = MAKE_TRAIT (POINTER (list), OF (.kind = &gyre_kind_tuple, PARTS ({ .kind = &gyre_kind_mapping, .element = &gyre_kind_string },
                                                                                     { .kind = &gyre_kind_integer })));
  return count;
}

#define MOST_TRAITS 16
