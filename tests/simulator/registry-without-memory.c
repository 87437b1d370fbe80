/* registry-without-memory.c: One allocation of ours is missing while components are made, named, found and tied: nothing is half done
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * As without-memory.c does with processes, instructions and messages: each call is made once for each allocation that it needs, which
 * is refused. It fails, with an error where it has one, or it can do without; what was before still is, the executive goes on, and the
 * call succeeds the next time.
 */
#include "gyre.h"
#include "scarcity.h"

#include <string.h>

#define N_LEAVES 40
#define N_HANDLES 3000

typedef struct { GyreComponent parent_instance; gint64 count; } TestTwig;
typedef struct { GyreComponentClass parent_class; } TestTwigClass;

GType test_twig_get_type (void);

static gboolean
test_twig_run (TestTwig *self, GError **error)
{
  self->count++;
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestTwig, test_twig, GYRE_TYPE_COMPONENT, GYRE_TRAITS (gyre_integer (count, 0)),
  GYRE_BEHAVIORS (gyre_behavior (run, test_twig_run, (nothing))),
  GYRE_IMPLEMENTS (GYRE_TYPE_PROCESS),
  .family = "test.twig")

typedef struct
{
  GyreExecutive *executive;
  GyreComponent *root;                  /* a process */
  GyreComponent *leaf;
  GyreComponent *made[N_HANDLES];       /* by the call that is tested */
  guint n_made;
} World;

typedef struct
{
  const char *name;
  gboolean (*call) (World *world, GError **error);
  gboolean has_no_error;                /* NULL, or no handle, says that it failed */
} Call;

static GyreComponent *
build (const char *name, GError **error)
{
  return gyre_component_new (test_twig_get_type (), name, error, NULL);
}

static World *
world_new (void)
{
  World *world = g_new0 (World, 1);
  g_autoptr (GyreSurroundings) surroundings = gyre_surroundings_new_virtual (1);

  world->executive = gyre_executive_new ();
  g_assert_true (gyre_executive_set_surroundings (world->executive, surroundings, NULL));
  g_assert_true (gyre_executive_acquire (world->executive, NULL));
  gyre_executive_push (world->executive);
  world->root = build ("root", NULL);
  world->leaf = build (NULL, NULL);
  g_assert_true (gyre_component_launch (world->root, NULL, NULL));
  return world;
}

static void
world_free (World *world)
{
  for (guint index = 0; index < world->n_made; index++)
    g_object_unref (world->made[index]);
  gyre_component_delete (world->root);
  g_object_unref (world->root);
  g_object_unref (world->leaf);
  gyre_executive_pop (world->executive);
  g_object_unref (world->executive);
  g_free (world);
}

/* The calls. */

static gboolean
make (World *world, GError **error)
{
  GyreComponent *fresh = build (world->n_made % 2 == 0 ? "fresh" : NULL, error);

  if (fresh != NULL)
    world->made[world->n_made++] = fresh;
  return fresh != NULL;
}

static gboolean
make_many (World *world, GError **error)
{
  for (; world->n_made < N_LEAVES; world->n_made++)
    if ((world->made[world->n_made] = build (NULL, error)) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
create (World *world, GError **error)
{
  return gyre_component_create_family (world->root, "test.twig", NULL, error, NULL) != NULL;
}

static gboolean
adopt (World *world, GError **error)
{
  return gyre_component_adopt (world->root, world->leaf, error);
}

static gboolean
add (World *world, GError **error)
{
  gboolean is_added = gyre_component_add (world->root, world->leaf, error);

  g_assert_cmpuint (gyre_component_count_members (world->root), ==, is_added ? 1 : 0);
  return is_added;
}

static gboolean
get_handle (World *world, GError **error)
{
  return gyre_component_get_handle (world->leaf) != GYRE_HANDLE_NONE;
}

/* More records than one piece of memory has. */
static gboolean
get_handles (World *world, GError **error)
{
  for (; world->n_made < N_HANDLES; world->n_made++)
    world->made[world->n_made] = build (NULL, error);
  for (guint index = 0; index < N_HANDLES; index++)
    if (gyre_component_get_handle (world->made[index]) == GYRE_HANDLE_NONE)
      return FALSE;
  return TRUE;
}

static gboolean
get_name (World *world, GError **error)
{
  g_autofree char *name = gyre_component_dup_unique_name (world->leaf);

  return name != NULL && g_str_has_prefix (name, "TestTwig");
}

static gboolean
find_name (World *world, GError **error)
{
  g_autofree char *name = gyre_component_dup_unique_name (world->leaf);
  g_autoptr (GyreComponent) found = name != NULL ? gyre_executive_find_component (world->executive, name) : NULL;
  g_autoptr (GyreComponent) root = gyre_executive_find_component (world->executive, "root");

  g_assert_true (root == world->root);
  g_assert_true (found == NULL || found == world->leaf);
  return found != NULL;
}

static gboolean
find_number (World *world, GError **error)
{
  g_autoptr (GyreComponent) found = gyre_actor_find_number (gyre_component_get_actor (world->leaf), gyre_component_get_number (world->leaf));

  g_assert_true (found == NULL || found == world->leaf);
  return found != NULL;
}

/* Many that have numbers and names: the index grows. */
static gboolean
find_many (World *world, GError **error)
{
  if (!make_many (world, error))
    return FALSE;
  for (guint index = 0; index < world->n_made; index++)
    {
      g_autoptr (GyreComponent) found = gyre_actor_find_number (gyre_component_get_actor (world->made[index]),
                                                                gyre_component_get_number (world->made[index]));

      if (found == NULL)
        return FALSE;
      g_assert_true (found == world->made[index]);
    }
  return TRUE;
}

static gboolean
release (World *world, GError **error)
{
  if (gyre_component_get_parent (world->leaf) == NULL && !gyre_component_adopt (world->root, world->leaf, error))
    return FALSE;
  return gyre_component_release (world->root, world->leaf, error);
}

static gboolean
delete (World *world, GError **error)
{
  if (!create (world, error))
    return FALSE;
  gyre_component_delete (gyre_component_get_child (world->root, gyre_component_count_children (world->root) - 1));
  return TRUE;
}

static const Call calls[] = {
  { "an-instance", make }, { "many-instances", make_many }, { "creating-a-child", create }, { "adopting", adopt }, { "adding", add },
  { "a-handle", get_handle, TRUE }, { "many-handles", get_handles, TRUE }, { "a-name", get_name, TRUE }, { "finding-by-name", find_name, TRUE },
  { "finding-by-number", find_number, TRUE }, { "finding-many", find_many, TRUE }, { "releasing", release }, { "deleting", delete },
};

/* It goes on: the process runs, what lives is found, parents and children agree. */
static void
check_alive (World *world)
{
  TestTwig *root = (TestTwig *) world->root;
  g_autoptr (GyreComponent) found = gyre_executive_find_component (world->executive, "root");
  gint64 count = root->count;

  g_assert_true (found == world->root);
  g_assert_true (gyre_executive_step (world->executive, NULL));
  g_assert_cmpint (root->count, ==, count + 1);
  for (guint index = 0; index < gyre_component_count_children (world->root); index++)
    g_assert_true (gyre_component_get_parent (gyre_component_get_child (world->root, index)) == world->root);
}

/* Whether an allocation was missing. */
static gboolean
call_without (const Call *call, gint number)
{
  World *world = world_new ();
  g_autoptr (GError) error = NULL;
  gboolean succeeds, is_missing;

  scarcity_begin (number);
  succeeds = call->call (world, &error);
  is_missing = scarcity_end ();
  g_assert_true (succeeds || is_missing);
  g_assert_true (succeeds ? error == NULL : call->has_no_error || error != NULL);
  if (!succeeds)
    {
      check_alive (world);
      g_assert_true (error == NULL || strstr (error->message, "memory") != NULL);
      g_clear_error (&error);
      g_assert_true (call->call (world, &error));
      g_assert_no_error (error);
    }
  check_alive (world);
  world_free (world);
  return is_missing;
}

static void
test_call (gconstpointer data)
{
  gint number = 0;

  while (call_without (data, number))
    number++;
  g_test_message ("%d allocations", number);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint index = 0; index < G_N_ELEMENTS (calls); index++)
    {
      g_autofree char *path = g_strdup_printf ("/simulator/registry-without-memory/%s-fails-and-all-goes-on", calls[index].name);

      g_test_add_data_func (path, &calls[index], test_call);
    }
  return g_test_run ();
}
