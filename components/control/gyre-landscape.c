/* gyre-landscape.c: The components that live in an executive, and how they hang together
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Nothing is built, computed or changed for it: a facility that nobody has asked for yet is told as the text that was said.
 */
#include "gyre-landscape.h"
#include "gyre-binding-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-facility-private.h"
#include "gyre-identity.h"
#include "gyre-meaning-private.h"
#include "gyre-routes-private.h"
#include "gyre-running.h"
#include "gyre-survey-private.h"
#include "gyre-tree.h"

typedef struct
{
  GyreExecutive *executive;
  GyreShard *shard;
  GPtrArray *components;
  GHashTable *numbers;          /* component → 1 + its number */
  GHashTable *owners;           /* what a component is called among the bindings → component */
  GVariantBuilder lines;
  GVariantBuilder plans;
} Landscape;

static void
add_line (Landscape *self, const char *kind, GyreComponent *from, gpointer to, const char *label, guint64 count)
{
  guint first = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, from));
  guint second = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, to));

  if (first != 0 && second != 0)
    g_variant_builder_add (&self->lines, "(suust)", kind, first - 1, second - 1, label, count);
}

static void
add_children (Landscape *self, GyreComponent *component)
{
  g_autoptr (GPtrArray) children = NULL;

  if (gyre_component_count_children (component) == 0)
    return;
  children = gyre_component_list_children (component, G_TYPE_INVALID);
  for (guint index = 0; index < children->len; index++)
    add_line (self, "child", component, children->pdata[index], "", 0);
}

/* What was said of a facility and is not built. */
static void
add_plan (Landscape *self, GyreComponent *component, const GyreTrait *trait)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, component)) - 1;
  g_autofree char *text = gyre_facility_dup_text (component, trait);
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  if (valid != NULL && *valid != '\0' && !g_str_equal (valid, "none"))
    g_variant_builder_add (&self->plans, "(uss)", number, trait->descriptor.name, valid);
}

/* Each element of a list or of a mapping is a line of its own. */
static void
add_parts (Landscape *self, GyreComponent *component, const GyreTrait *trait)
{
  GObject *part = NULL;

  for (guint index = 0; (part = gyre_facility_container_get_part (component, trait, index)) != NULL; index++)
    add_line (self, "facility", component, part, trait->descriptor.name, 0);
}

static void
add_facilities (Landscape *self, GyreComponent *component)
{
  g_autoptr (GPtrArray) traits = gyre_requirement_get_traits (GYRE_REQUIREMENT (gyre_component_get_actor (component)));

  for (guint index = 0; index < traits->len; index++)
    {
      const GyreTrait *trait = traits->pdata[index];
      GObject *part;

      if (gyre_descriptor_get_sort (traits->pdata[index]) == GYRE_DESCRIPTOR_BEHAVIOR || gyre_trait_is_foreign (trait))
        continue;
      if (gyre_facility_container_is (trait))
        add_parts (self, component, trait);
      if (!gyre_trait_is_facility (trait) || trait->element != NULL)
        continue;
      part = *(GObject **) gyre_component_get_field (component, trait);
      if (part != NULL)
        add_line (self, "facility", component, part, trait->descriptor.name, 0);
      else
        add_plan (self, component, trait);
    }
}

static GyreComponent *
find_owner (Landscape *self, const char *key)
{
  const char *point = strrchr (key, '.');
  g_autofree char *owner = point != NULL ? g_strndup (key, (gsize) (point - key)) : NULL;

  return owner != NULL ? g_hash_table_lookup (self->owners, owner) : NULL;
}

/* Which names its text has, so that a trait of `{a.b} + {c.d}` follows both. */
static void
add_binding (Landscape *self, GyreComponent *component, const GyreBinding *binding)
{
  GyreGraph *graph = gyre_bindings_get_graph (((GyreBonds *) gyre_state_peek (component)->bonds)->bindings);
  guint length = 0;
  g_autofree GyreCell *inputs = gyre_graph_dup_inputs (graph, binding->cell, &length);

  for (guint index = 0; index < length; index++)
    {
      const char *key = gyre_graph_get_name (graph, inputs[index]);
      const char *point = key != NULL ? strrchr (key, '.') : NULL;
      GyreComponent *owner = point != NULL ? find_owner (self, key) : NULL;
      g_autofree char *label = NULL;

      if (owner == NULL)
        continue;
      label = g_strdup_printf ("%s ← %s", binding->trait->descriptor.name, point + 1);
      add_line (self, "follows", component, owner, label, 0);
    }
}

static void
add_bindings (Landscape *self, GyreComponent *component)
{
  const GyreState *state = gyre_state_peek (component);
  GyreBonds *bonds = state != NULL ? state->bonds : NULL;

  for (const GyreBinding *binding = bonds != NULL ? bonds->first : NULL; binding != NULL; binding = binding->next)
    if (gyre_binding_is_in_force (binding))
      add_binding (self, component, binding);
}

static void
add_routes (Landscape *self)
{
  const GArray *routes = gyre_routes_get (self->shard);

  for (guint index = 0; routes != NULL && index < routes->len; index++)
    {
      const GyreRoute *route = &g_array_index (routes, GyreRoute, index);
      GyreSlot *sender = gyre_slots_find (self->shard->slots, route->sender);
      GyreSlot *receiver = gyre_slots_find (self->shard->slots, route->receiver);

      if (sender != NULL && receiver != NULL)
        add_line (self, "messages", sender->object, receiver->object, "", route->count);
    }
}

/* The owner under which others follow its traits: its name, or one that the bindings have made. */
static void
note_owner (Landscape *self, GyreComponent *component)
{
  const GyreState *state = gyre_state_peek (component);
  const GyreBonds *bonds = state != NULL ? state->bonds : NULL;

  if (bonds != NULL && bonds->owner != NULL)
    g_hash_table_insert (self->owners, bonds->owner, component);
}

static void
landscape_begin (Landscape *self, GyreExecutive *executive, guint limit, guint64 *n_components)
{
  *self = (Landscape) {
    .executive = executive,
    .shard = gyre_executive_get_shard (executive),
    .components = gyre_survey_list (executive, limit, n_components),
    .numbers = g_hash_table_new (NULL, NULL),
    .owners = g_hash_table_new (g_str_hash, g_str_equal),
  };
  g_variant_builder_init (&self->lines, G_VARIANT_TYPE ("a(suust)"));
  g_variant_builder_init (&self->plans, G_VARIANT_TYPE ("a(uss)"));
  for (guint index = 0; index < self->components->len; index++)
    {
      g_hash_table_insert (self->numbers, self->components->pdata[index], GUINT_TO_POINTER (index + 1));
      note_owner (self, self->components->pdata[index]);
    }
}

static GVariant *
landscape_end (Landscape *self, guint64 n_components)
{
  GVariantBuilder fields, components;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&components, G_VARIANT_TYPE ("a(smssmsttttt)"));
  for (guint index = 0; index < self->components->len; index++)
    g_variant_builder_add_value (&components, gyre_survey_describe (self->executive, self->components->pdata[index]));
  g_variant_builder_add (&fields, "{sv}", "n-components", g_variant_new_uint64 (n_components));
  g_variant_builder_add (&fields, "{sv}", "components", g_variant_builder_end (&components));
  g_variant_builder_add (&fields, "{sv}", "lines", g_variant_builder_end (&self->lines));
  g_variant_builder_add (&fields, "{sv}", "plans", g_variant_builder_end (&self->plans));
  g_hash_table_unref (self->owners);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->components);
  return g_variant_builder_end (&fields);
}

/**
 * gyre_executive_dup_landscape:
 * @self: an executive
 * @limit: how many components are told at most
 *
 * Tells who lives in the executive and how they hang together. A dictionary:
 *
 * - `components` (a(smssmsttttt)): by class and number, the name, the family, the type, of a process its state, how often it ran
 *   and failed; how many messages wait for it, of how many bytes, and how many bytes its mailbox holds;
 * - `n-components` (t): how many there are, also beyond @limit;
 * - `lines` (a(suust)): `child`, `facility`, `follows` or `messages`; from which to which component, by their places in
 *   `components`; the trait, or which trait follows which; how many messages, where they are counted
 *   (gyre_executive_count_routes());
 * - `plans` (a(uss)): facilities that are not built yet: of which component, the trait, what was said.
 *
 * The thread of the executive, between frames.
 *
 * Returns: (transfer full): the dictionary, of the type `a{sv}`
 *
 * Since: 0.1
 */
GVariant *
gyre_executive_dup_landscape (GyreExecutive *self, guint limit)
{
  guint64 n_components = 0;
  Landscape landscape;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (self), NULL);

  landscape_begin (&landscape, self, limit, &n_components);
  for (guint index = 0; index < landscape.components->len; index++)
    {
      add_children (&landscape, landscape.components->pdata[index]);
      add_facilities (&landscape, landscape.components->pdata[index]);
      add_bindings (&landscape, landscape.components->pdata[index]);
    }
  add_routes (&landscape);
  return g_variant_ref_sink (landscape_end (&landscape, n_components));
}
