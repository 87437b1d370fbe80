/* gyre-described-instance.c: What only a component that lives has
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Children, and what its executive knows of it: its turns as a process, and the messages that wait for it. A component of which the
 * executive knows nothing yet is not made known to it.
 */
#include "gyre-described-private.h"
#include "gyre-identity.h"
#include "gyre-mailbox-private.h"
#include "gyre-row-private.h"
#include "gyre-shard-private.h"
#include "gyre-tree.h"

static void
add_number (GyreDescribedSection *section, const char *name, guint64 number)
{
  gyre_described_section_add (section, name, g_strdup_printf ("%" G_GUINT64_FORMAT, number));
}

/* Nanoseconds, for a person. */
static char *
print_time (gint64 nanoseconds)
{
  static const struct { double size; const char *name; } units[] = { { 1e9, "s" }, { 1e6, "ms" }, { 1e3, "us" } };

  for (guint index = 0; index < G_N_ELEMENTS (units); index++)
    if (ABS ((double) nanoseconds) >= units[index].size)
      return g_strdup_printf ("%.4g %s", (double) nanoseconds / units[index].size, units[index].name);
  return g_strdup_printf ("%" G_GINT64_FORMAT " ns", nanoseconds);
}

/* Turns by frames are told by how far away they can be: which frame it is depends on who else has begun when. */
static char *
print_due (const GyreProcessRecord *record, gint64 now)
{
  g_autofree char *time = NULL;

  if (record->state != GYRE_RUN_STATE_RUNNING)
    return g_strdup ("none");
  if (record->is_by_frames || record->row != NULL || record->list != NULL)
    return record->launch.interval_frames > 1 ? g_strdup_printf ("within %u frames", record->launch.interval_frames)
                                              : g_strdup ("next frame");
  if (record->due <= now)
    return g_strdup ("now");
  time = print_time (record->due - now);
  return g_strdup_printf ("in %s", time);
}

static void
describe_process (GyreDescription *self, GyreShard *shard, GyreSlot *slot)
{
  static const char * const states[] = { "none", "running", "paused", "stopped", "waiting" };
  const GyreProcessRecord *record = slot->process;
  GyreAccounting accounting = { 0 };
  GyreDescribedSection *section;

  if (record == NULL || !gyre_schedule_get_accounting (shard->schedule, slot, &accounting))
    return;
  section = gyre_described_section_new ("process");
  gyre_described_section_add (section, "state", g_strdup (states[gyre_schedule_get_state (shard->schedule, slot)]));
  add_number (section, "runs", accounting.runs);
  add_number (section, "failures", accounting.failures);
  add_number (section, "late", accounting.late);
  add_number (section, "missed", accounting.missed);
  gyre_described_section_add (section, "longest", print_time (accounting.longest));
  gyre_described_section_add (section, "total", print_time (accounting.total));
  gyre_described_section_add (section, "next due", print_due (record, gyre_executive_get_time (shard->executive)));
  g_ptr_array_add (self->sections, section);
}

static void
describe_mailbox (GyreDescription *self, GyreSlot *slot)
{
  static const char * const policies[] = {
    [GYRE_MAILBOX_REFUSE] = "refuse", [GYRE_MAILBOX_GROW] = "grow", [GYRE_MAILBOX_DROP_OLDEST] = "drop-oldest",
    [GYRE_MAILBOX_DROP_NEWEST] = "drop-newest",
  };
  const GyreMailbox *mailbox = slot->mailbox;
  GyreDescribedSection *section;

  /* To be known to the executive is not to get messages. */
  if (mailbox == NULL && slot->n_messages == 0 && slot->process == NULL)
    return;
  section = gyre_described_section_new ("mailbox");
  add_number (section, "messages", slot->n_messages);
  gyre_described_section_add (section, "fill", g_strdup_printf ("%u bytes", slot->n_bytes));
  gyre_described_section_add (section, "capacity", g_strdup_printf ("%u bytes", slot->capacity));
  gyre_described_section_add (section, "policy", g_strdup (policies[mailbox != NULL ? mailbox->policy : GYRE_MAILBOX_REFUSE]));
  add_number (section, "dropped", mailbox != NULL ? mailbox->n_dropped : 0);
  g_ptr_array_add (self->sections, section);
}

static void
describe_child (GyreDescription *self, GyreComponent *child)
{
  GyreDescribedInstance *described = g_new (GyreDescribedInstance, 1);
  GyreRequirement *class = GYRE_REQUIREMENT (gyre_component_get_actor (child));

  *described = (GyreDescribedInstance) {
    .name = gyre_component_get_name (child) != NULL ? g_strdup (gyre_component_get_name (child)) : gyre_component_dup_unique_name (child),
    .family = g_strdup (gyre_requirement_get_family (class)),
    .type = g_strdup (gyre_requirement_get_name (class)),
  };
  g_ptr_array_add (self->children, described);
}

/* The children in their order, and the sections `process` and `mailbox` of what the executive knows. */
void
gyre_describe_life (GyreDescription *self, GyreComponent *instance)
{
  GyreHandle handle = __atomic_load_n (&instance->handle, __ATOMIC_ACQUIRE);
  GyreShard *shard;
  GyreSlot *slot;

  for (guint index = 0; index < gyre_component_count_children (instance); index++)
    describe_child (self, gyre_component_get_child (instance, index));
  if (handle == GYRE_HANDLE_NONE)
    return;
  shard = gyre_executive_get_shard (gyre_component_get_executive (instance));
  gyre_shard_enter (shard);
  slot = gyre_slots_find (shard->slots, handle);
  if (slot != NULL)
    {
      describe_process (self, shard, slot);
      describe_mailbox (self, slot);
    }
  gyre_shard_leave (shard);
}
