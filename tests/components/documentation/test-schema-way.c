/* test-schema-way.c: All ways to write a value, as a JSON Schema
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-schema-way-private.h"

#include <gyre.h>

#include <string.h>

typedef struct
{
  GyreComponent parent_instance;
  gint64 count;
  GyreList *names;
  char *word;
} WayHolder;
typedef GyreComponentClass WayHolderClass;

GType way_holder_get_type (void);

static gboolean
make_small (const GyreTrait *trait, GyreValue *value, GError **error)
{
  char *small = g_ascii_strdown (value->string, -1);

  g_free (value->string);
  value->string = small;
  return TRUE;
}

static const GyreNormaliser normalisers[] = { make_small, NULL };

GYRE_DEFINE_COMPONENT (WayHolder, way_holder, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_integer (count, 1, .minimum = 0),
    gyre_set (names, string, "()"),
    gyre_string (word, "red", .member = "red, green", .normalisers = normalisers)),
  GYRE_BEHAVIORS (),
  .family = "way.holder")

/* The trait's ways, as JSON. */
static char *
dup_ways (const char *name)
{
  GyreRequirement *requirement;
  g_autoptr (GPtrArray) traits = NULL;

  g_type_class_unref (g_type_class_ref (way_holder_get_type ()));
  requirement = GYRE_REQUIREMENT (gyre_actor_get (way_holder_get_type ()));
  traits = gyre_requirement_get_traits (requirement);
  for (guint index = 0; index < traits->len; index++)
    if (g_str_equal (((GyreDescriptor *) traits->pdata[index])->name, name))
      return gyre_variant_to_json (gyre_schema_describe_ways (traits->pdata[index]));
  g_assert_not_reached ();
}

static void
a_number_is_itself_or_a_calculation (void)
{
  g_autofree char *ways = dup_ways ("count");

  g_assert_nonnull (strstr (ways, "\"anyOf\""));
  g_assert_nonnull (strstr (ways, "\"minimum\" : 0"));
  g_assert_nonnull (strstr (ways, "\"pattern\""));
  g_assert_nonnull (strstr (ways, "\"maxItems\" : 1"));
}

static void
a_set_can_name_an_element_twice (void)
{
  g_autofree char *ways = dup_ways ("names");

  g_assert_nonnull (strstr (ways, "\"items\""));
  g_assert_null (strstr (ways, "uniqueItems"));
}

/* RED is right: so what is no map may be anything. */
static void
what_a_normaliser_takes_is_not_refused (void)
{
  g_autofree char *ways = dup_ways ("word");

  g_assert_nonnull (strstr (ways, "\"boolean\""));
  g_assert_nonnull (strstr (ways, "\"array\""));
}

static void
nothing_is_an_empty_map (void)
{
  g_autofree char *nothing = gyre_variant_to_json (gyre_schema_describe_nothing ());

  g_assert_nonnull (strstr (nothing, "\"maxProperties\" : 0"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(test, path) g_test_add_func ("/documentation/schema-way/" path, test)
  ADD (a_number_is_itself_or_a_calculation, "a-number-is-itself-or-a-calculation");
  ADD (a_set_can_name_an_element_twice, "a-set-can-name-an-element-twice");
  ADD (what_a_normaliser_takes_is_not_refused, "what-a-normaliser-takes-is-not-refused");
  ADD (nothing_is_an_empty_map, "nothing-is-an-empty-map");
#undef ADD
  return g_test_run ();
}
