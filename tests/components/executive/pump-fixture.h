/* pump-fixture.h: A class, random lines about it, and programs that read them
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

typedef struct
{
  GyreComponent parent_instance;
  int one, two, late;
  GyreList *numbers;
  GyreMapping *table;
} TestPump;
typedef struct { GyreComponentClass parent_class; } TestPumpClass;

GYRE_DEFINE_COMPONENT (TestPump, test_pump, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (one, 1, .maximum = 99), gyre_integer (two, 2), gyre_integer (late, 3, .restart = TRUE),
               gyre_list (numbers, integer, "1, 2"), gyre_mapping (table, integer, "a: 1")),
  GYRE_BEHAVIORS (), .family = "pump.water")

/* What random files say: values, lists in parts, entries, conditions, references. */
static const char * const lines[] = {
  "pump.water.one = %d", "pump.water.two = %d", "cellar.one = %d", "cellar.two = %d", "pump.water # cellar:\n    one = %d",
  "pump.water # cellar:\n    numbers += %d", "pump.other # cellar:\n    two = %d", "pump.water.numbers += %d", "cellar.numbers += %d",
  "cellar.numbers -= %d", "cellar.numbers ^= %d", "pump.water.numbers = %d, 1", "cellar.numbers = 5, %d", "pump.water.table.a = %d",
  "pump.water.table.b = %d", "cellar.table.a = %d", "cellar.table.c = %d", "cellar.table = [d: %d]", "cellar.table -= a, x%d",
  "attic.two = {cellar.two} + %d", "attic.one = {pump.water.one} % 7 + %d", "cellar.one = {attic.two} % 50 + %d",
  "pump.water.two = {attic.late} + %d", "attic.numbers = [{cellar.one}, %d]",
};

static char *
write_randomly (GRand *random)
{
  GString *text = g_string_new (NULL);
  guint length = g_rand_int_range (random, 0, 7);

  for (guint index = 0; index < length; index++)
    {
      g_autofree char *pattern = g_strconcat (lines[g_rand_int_range (random, 0, G_N_ELEMENTS (lines))], "\n", NULL);
      g_autofree char *number = g_strdup_printf ("%d", g_rand_int_range (random, 1, 9));
      g_auto (GStrv) parts = g_strsplit (pattern, "%d", 2);
      g_autofree char *line = g_strjoinv (number, parts);

      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

static void
describe (GString *state, GyreComponent *component)
{
  static const char * const traits[] = { "one", "two", "numbers", "table" };

  for (guint index = 0; index < G_N_ELEMENTS (traits); index++)
    {
      g_autofree char *text = gyre_component_dup_text (component, traits[index], NULL);
      g_autoptr (GyreLocator) locator = gyre_component_dup_value_locator (component, traits[index], NULL);
      g_autofree char *place = gyre_locator_to_string (locator);
      GyrePriority priority = GYRE_PRIORITY_NONE;

      gyre_component_get_value_priority (component, traits[index], &priority, NULL);
      g_string_append_printf (state, "%s.%s = %s, %s, %d, %d, %s\n", gyre_component_get_name (component), traits[index], text, place,
                              priority.category, gyre_component_is_set (component, traits[index], NULL),
                              gyre_component_get_binding (component, traits[index], NULL));
    }
}

typedef struct { GyreExecutive *executive; GyreComponent *components[3]; } Program;

static gboolean
program_start (Program *self, const char *root, const char *file)
{
  static const char * const names[] = { "cellar", "attic", "lone" };
  GyreSearchPath *path = gyre_search_path_new_empty ();
  gboolean is_good;

  self->executive = gyre_executive_new ();
  gyre_search_path_add_folder (path, root, GYRE_CATEGORY_PERSISTENT);
  gyre_executive_take_search_path (self->executive, path);
  is_good = gyre_executive_load (self->executive, file, GYRE_CATEGORY_USER, NULL, NULL)
            && gyre_executive_discover (self->executive, "pump", NULL, NULL);
  gyre_executive_push (self->executive);
  for (guint index = 0; index < 3; index++)
    self->components[index] = is_good ? gyre_component_new (test_pump_get_type (), names[index], NULL, NULL) : NULL;
  gyre_executive_pop (self->executive);
  return is_good && self->components[0] != NULL && self->components[1] != NULL && self->components[2] != NULL;
}

static void
program_end (Program *self)
{
  for (guint index = 0; index < 3; index++)
    g_clear_object (&self->components[index]);
  g_clear_object (&self->executive);
}

static char *
program_describe (Program *self)
{
  GString *state = g_string_new (NULL);

  for (guint index = 0; index < 3; index++)
    describe (state, self->components[index]);
  return g_string_free (state, FALSE);
}
