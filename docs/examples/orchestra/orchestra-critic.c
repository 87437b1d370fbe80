/* orchestra-critic.c: Who wakes up now and then, and hears only the latest news
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

typedef struct
{
  GyreBaseProcess parent_instance;
} OrchestraCritic;
typedef GyreBaseProcessClass OrchestraCriticClass;

/* Its mailbox holds little and drops what is old: the configuration says so. */
static gboolean
orchestra_critic_run (OrchestraCritic *self, GError **error)
{
  g_autoptr (GPtrArray) remarks = gyre_component_read_messages (GYRE_COMPONENT (self));
  gsize size;
  const char *latest;

  if (remarks->len == 0)
    return TRUE;
  latest = g_bytes_get_data (remarks->pdata[remarks->len - 1], &size);
  gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_NOTICE, "wakes up, has noticed things: %u, lastly “%.*s”", remarks->len,
                        (int) size, latest);
  return TRUE;
}

static void
orchestra_critic_registered (OrchestraCritic *self)
{
  g_autoptr (GError) error = NULL;

  if (!gyre_component_subscribe (GYRE_COMPONENT (self), "score", &error))
    gyre_component_alert (GYRE_COMPONENT (self), GYRE_ALERT_ERROR, "hears nothing: %s", error->message);
}

GYRE_DEFINE_COMPONENT (OrchestraCritic, orchestra_critic, GYRE_TYPE_BASE_PROCESS,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_behavior (run, orchestra_critic_run, (nothing), .summary = "says what it has noticed")),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  GYRE_DEFAULTS ({ "priority", "5 s" }, { "when-full", "drop-oldest" }),
  .family = "orchestra.critic",
  .registered = orchestra_critic_registered,
  .summary = "wakes up now and then, and hears only the latest news")
