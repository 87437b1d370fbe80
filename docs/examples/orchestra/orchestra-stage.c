/* orchestra-stage.c: Where the notes arrive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "orchestra.h"

#include <string.h>

typedef struct
{
  GyreComponent parent_instance;

  GHashTable *notes;            /* family → how many came from it */
  guint n_loud;
} OrchestraStage;
typedef GyreComponentClass OrchestraStageClass;

/* A class that has this option gets each message as it comes; others read theirs when they want. */
static gboolean
orchestra_stage_receive (OrchestraStage *self, GyreMessage *message, GError **error)
{
  g_autoptr (GyreComponent) sender = gyre_executive_find_handle (gyre_component_get_executive (GYRE_COMPONENT (self)),
                                                                 gyre_message_get_sender (message));
  const char *family = sender != NULL ? gyre_component_get_family (sender) : "somebody who has left";
  gsize size;
  const char *sound = gyre_message_get_data (message, &size);
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->notes, family));

  g_hash_table_insert (self->notes, g_strdup (family), GUINT_TO_POINTER (before + 1));
  self->n_loud += g_strstr_len (sound, size, "forte") != NULL;
  return TRUE;
}

static char *
orchestra_stage_programme (OrchestraStage *self, GError **error)
{
  g_autoptr (GList) families = g_list_sort (g_hash_table_get_keys (self->notes), (GCompareFunc) strcmp);
  GString *text = g_string_new (NULL);

  for (GList *family = families; family != NULL; family = family->next)
    g_string_append_printf (text, "%6u notes of %s\n", GPOINTER_TO_UINT (g_hash_table_lookup (self->notes, family->data)),
                            (char *) family->data);
  g_string_append_printf (text, "%6u of them forte", self->n_loud);
  return g_string_free (text, FALSE);
}

static void
orchestra_stage_finalize (GObject *object);

static void
orchestra_stage_class_initialize (gpointer type_class, gpointer data)
{
  G_OBJECT_CLASS (type_class)->finalize = orchestra_stage_finalize;
}

static void
orchestra_stage_initialize (GTypeInstance *instance, gpointer type_class)
{
  ((OrchestraStage *) instance)->notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

GYRE_DEFINE_COMPONENT (OrchestraStage, orchestra_stage, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (),
  GYRE_BEHAVIORS (
    gyre_behavior (programme, orchestra_stage_programme, (string), .summary = "what was played")),
  .family = "orchestra.stage",
  .receive = orchestra_stage_receive,
  .class_initialize = orchestra_stage_class_initialize,
  .initialize = orchestra_stage_initialize,
  .summary = "where the notes arrive")

static void
orchestra_stage_finalize (GObject *object)
{
  g_hash_table_unref (((OrchestraStage *) object)->notes);
  G_OBJECT_CLASS (orchestra_stage_parent_class)->finalize (object);
}
