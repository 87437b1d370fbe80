/* fuzz-snapshot.c: Any bytes, loaded as a tree of components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The bytes stand for what is behind a good checksum. What is loaded can be saved again, or says why not; what is refused says
 * why and leaves no name behind.
 */
#include <gyre.h>

#include <stdint.h>
#include <stdlib.h>

/* The two versions of the format. */
#define LISTS "a(ibssa(svysu)a(ssvysu))a(usba(sv)ix)"
#define FIRST "(u" LISTS ")"
#define SECOND "(u" LISTS "a(ausa(sv))a(uybbuxxbyxxu)a(uisbbay))"

typedef struct _FuzzNode FuzzNode;
typedef struct { GyreComponentClass parent_class; } FuzzNodeClass;

struct _FuzzNode
{
  GyreComponent parent_instance;

  double size;
  char *label;
  FuzzNode *other;
};

GType fuzz_node_get_type (void);
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static gboolean
fuzz_node_knock (FuzzNode *self, gint64 times, GError **error)
{
  return times > 0;
}

GYRE_DEFINE_COMPONENT (FuzzNode, fuzz_node, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (size, 1.0),
    gyre_string (label, NULL, .nullable = TRUE),
    gyre_facility (other, fuzz_node, "none", .nullable = TRUE)),
  GYRE_BEHAVIORS (gyre_behavior (knock, fuzz_node_knock, (nothing, (integer, times)))),
  .family = "fuzz.node",
  .open = TRUE)

static void
require (gboolean fact)
{
  if (!fact)
    abort ();
}

static void
save_again (GyreComponent *component)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) snapshot = gyre_component_take_snapshot (component, GYRE_SNAPSHOT_PLAIN, &error);

  require ((snapshot == NULL) == (error != NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  GyreNameserver *nameserver = gyre_executive_get_nameserver (gyre_executive_get_default ());
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  GyreComponent *component;
  gpointer copy = g_memdup2 (data, size);
  guint n_names;

  g_type_class_unref (g_type_class_ref (fuzz_node_get_type ()));
  n_names = gyre_nameserver_count (nameserver);
  snapshot = g_variant_ref_sink (g_variant_new_from_data (G_VARIANT_TYPE (size > 0 && data[0] == 1 ? FIRST : SECOND), copy, size, FALSE,
                                                          g_free, copy));
  component = gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error);
  require ((component == NULL) == (error != NULL));
  if (component != NULL)
    {
      save_again (component);
      gyre_component_delete (component);
      g_object_unref (component);
    }
  require (gyre_nameserver_count (nameserver) == n_names);
  return 0;
}
