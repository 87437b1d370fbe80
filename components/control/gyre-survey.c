/* gyre-survey.c: What lives and runs in an executive at this moment
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-survey-private.h"
#include "gyre-class.h"
#include "gyre-executive-private.h"
#include "gyre-identity.h"
#include "gyre-running.h"
#include "gyre-send.h"
#include "gyre-shard-private.h"

typedef struct
{
  GyreSlot *slot;
  gint64 total;
} Row;

static const char *
get_state_name (GyreRunState state)
{
  static const char * const names[] = { "none", "running", "paused", "stopped", "waiting" };

  return names[state];
}

static int
compare_rows (gconstpointer first, gconstpointer second)
{
  const Row *one = first;
  const Row *other = second;

  if (one->total != other->total)
    return one->total > other->total ? -1 : 1;
  return one->slot->index < other->slot->index ? -1 : one->slot->index > other->slot->index;
}

static void
keep_best (GArray *rows, guint limit)
{
  g_array_sort (rows, compare_rows);
  if (rows->len > limit)
    g_array_set_size (rows, limit);
}

/* N.B. never more than twice the limit are held, so that a million processes keep nobody waiting for their sorting. */
static GArray *
collect (GyreShard *shard, guint limit, guint64 *n_processes)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  for (guint32 index = 0; index < shard->slots->n_used; index++)
    {
      GyreSlot *slot = gyre_slots_get_record (shard->slots, index);
      GyreAccounting accounting;
      Row row = { slot, 0 };

      if (slot == NULL || (slot->flags & GYRE_SLOT_ALIVE) == 0
          || !gyre_schedule_get_accounting (shard->schedule, slot, &accounting))
        continue;
      row.total = accounting.total;
      g_array_append_val (rows, row);
      *n_processes += 1;
      if (rows->len >= 2 * MAX (limit, 512))
        keep_best (rows, limit);
    }
  keep_best (rows, limit);
  return rows;
}

static void
add_text (GVariantBuilder *fields, const char *name, const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  g_variant_builder_add (fields, "{sv}", name, g_variant_new ("ms", valid));
}

static void
add_number (GVariantBuilder *fields, const char *name, guint64 number)
{
  g_variant_builder_add (fields, "{sv}", name, g_variant_new_uint64 (number));
}

static void
add_name (GVariantBuilder *fields, gpointer object)
{
  const GyreExecutiveModel *model = gyre_executive_get_model ();
  g_autofree char *name = model->dup_name (object);

  add_text (fields, "name", name);
  add_text (fields, "family", model->get_family (object));
}

static GVariant *
describe_process (GyreShard *shard, GyreSlot *slot)
{
  GVariantBuilder fields;
  GyreAccounting accounting;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_schedule_get_accounting (shard->schedule, slot, &accounting);
  add_name (&fields, slot->object);
  add_text (&fields, "state", get_state_name (gyre_schedule_get_state (shard->schedule, slot)));
  add_number (&fields, "runs", accounting.runs);
  add_number (&fields, "failures", accounting.failures);
  add_number (&fields, "late", accounting.late);
  add_number (&fields, "missed", accounting.missed);
  add_number (&fields, "longest", (guint64) accounting.longest);
  add_number (&fields, "total", (guint64) accounting.total);
  add_number (&fields, "waiting-messages", slot->n_messages);
  add_number (&fields, "waiting-bytes", slot->n_bytes);
  add_number (&fields, "memory-size", slot->capacity);
  return g_variant_builder_end (&fields);
}

static void
add_counts (GVariantBuilder *fields, GyreExecutive *executive)
{
  GyreFrameCounts counts;
  GyreMessageCounts messages;

  gyre_executive_get_counts (executive, &counts);
  gyre_executive_get_message_counts (executive, &messages);
  add_number (fields, "time", (guint64) gyre_executive_get_time (executive));
  add_number (fields, "frame", counts.frame);
  add_number (fields, "runs", counts.runs);
  add_number (fields, "instructions", counts.instructions);
  add_number (fields, "messages", counts.messages);
  add_number (fields, "late", counts.late);
  add_number (fields, "longest", (guint64) counts.longest);
  add_number (fields, "total", (guint64) counts.total);
  add_number (fields, "sent", messages.sent);
  add_number (fields, "dropped", messages.dropped);
  add_number (fields, "dead", messages.dead);
}

GVariant *
gyre_survey_processes (GyreExecutive *executive, guint limit)
{
  GyreShard *shard = gyre_executive_get_shard (executive);
  guint64 n_processes = 0;
  g_autoptr (GArray) rows = collect (shard, limit, &n_processes);
  GVariantBuilder fields, processes;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&processes, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < rows->len; index++)
    g_variant_builder_add (&processes, "v", describe_process (shard, g_array_index (rows, Row, index).slot));
  add_counts (&fields, executive);
  add_number (&fields, "n-processes", n_processes);
  g_variant_builder_add (&fields, "{sv}", "processes", g_variant_builder_end (&processes));
  return g_variant_builder_end (&fields);
}

/* Components. */

static int
compare_families (gconstpointer first, gconstpointer second)
{
  return g_strcmp0 (gyre_requirement_get_public_name (*(GyreRequirement * const *) first),
                    gyre_requirement_get_public_name (*(GyreRequirement * const *) second));
}

static int
compare_numbers (gconstpointer first, gconstpointer second)
{
  guint64 one = gyre_component_get_number (*(GyreComponent * const *) first);
  guint64 other = gyre_component_get_number (*(GyreComponent * const *) second);

  return one < other ? -1 : one > other;
}

static void
add_component (GVariantBuilder *components, GyreComponent *component)
{
  GyreRunState state = gyre_component_get_run_state (component);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  add_name (&fields, component);
  add_text (&fields, "state", state != GYRE_RUN_STATE_NONE ? get_state_name (state) : NULL);
  g_variant_builder_add (components, "v", g_variant_builder_end (&fields));
}

/* Those of a class that live in the executive, up to the limit. Returns how many there are, with those before. */
static guint64
collect_class (GPtrArray *components, GyreExecutive *executive, GyreActor *actor, guint64 n_before, guint limit)
{
  g_autoptr (GPtrArray) extent = gyre_actor_get_extent (actor);
  guint64 n_components = n_before;

  g_ptr_array_sort (extent, compare_numbers);
  for (guint index = 0; index < extent->len; index++)
    {
      GyreComponent *component = extent->pdata[index];

      if (!GYRE_IS_COMPONENT (component) || gyre_component_get_executive (component) != executive)
        continue;
      if (n_components++ < limit)
        g_ptr_array_add (components, g_object_ref (component));
    }
  return n_components;
}

GPtrArray *
gyre_survey_list (GyreExecutive *executive, guint limit, guint64 *n_components)
{
  g_autoptr (GPtrArray) classes = gyre_registrar_list_classes (gyre_executive_get_registrar (executive));
  GPtrArray *components = g_ptr_array_new_with_free_func (g_object_unref);

  *n_components = 0;
  g_ptr_array_sort (classes, compare_families);
  for (guint index = 0; index < classes->len; index++)
    if (g_type_is_a (gyre_requirement_get_gtype (classes->pdata[index]), GYRE_TYPE_COMPONENT))
      *n_components = collect_class (components, executive, classes->pdata[index], *n_components, limit);
  return components;
}

/* N.B. a tuple and no dictionary: of a thousand components a dictionary each would be a pause of many milliseconds. */
GVariant *
gyre_survey_describe (GyreExecutive *executive, GyreComponent *component)
{
  GyreShard *shard = gyre_executive_get_shard (executive);
  GyreSlot *slot = gyre_slots_find (shard->slots, gyre_component_get_handle (component));
  GyreRunState state = gyre_component_get_run_state (component);
  GyreAccounting accounting = { 0 };
  g_autofree char *name = gyre_component_dup_unique_name (component);
  g_autofree char *valid = g_utf8_make_valid (name, -1);

  if (slot != NULL)
    gyre_schedule_get_accounting (shard->schedule, slot, &accounting);
  return g_variant_new ("(smssmsttttt)", valid, gyre_component_get_family (component), G_OBJECT_TYPE_NAME (component),
                        state != GYRE_RUN_STATE_NONE ? get_state_name (state) : NULL, accounting.runs, accounting.failures,
                        (guint64) (slot != NULL ? slot->n_messages : 0), (guint64) (slot != NULL ? slot->n_bytes : 0),
                        (guint64) (slot != NULL ? slot->capacity : 0));
}

GVariant *
gyre_survey_components (GyreExecutive *executive, guint limit)
{
  guint64 n_components = 0;
  g_autoptr (GPtrArray) listed = gyre_survey_list (executive, limit, &n_components);
  GVariantBuilder fields, components;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_init (&components, G_VARIANT_TYPE ("av"));
  for (guint index = 0; index < listed->len; index++)
    add_component (&components, listed->pdata[index]);
  add_number (&fields, "n-components", n_components);
  g_variant_builder_add (&fields, "{sv}", "components", g_variant_builder_end (&components));
  return g_variant_builder_end (&fields);
}
