/* executive-fixture.h: An executive with things that are no components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A thing is a GObject with a letter; all that happens to it is written into one story.
 */
#pragma once

#include "gyre-executive-private.h"
#include "gyre-launch.h"
#include "gyre-shard-private.h"

#define SECOND G_GINT64_CONSTANT (1000000000)

typedef struct _Thing Thing;

typedef struct
{
  GyreExecutive *executive;
  GyreShard *shard;
  GyreSurroundings *surroundings;
  GString *story;
  GHashTable *things;             /* name → Thing */
} Fixture;

struct _Thing
{
  GObject parent_instance;

  Fixture *fixture;
  char letter;
  GyreHandle handle;
  guint n_runs;
  void (*act) (Thing *thing);
};

typedef GObjectClass ThingClass;
static GType thing_get_type (void);
G_DEFINE_TYPE (Thing, thing, G_TYPE_OBJECT)

/* An end that can be seen. */
static void
thing_finalize (GObject *object)
{
  Thing *self = (Thing *) object;

  if (self->fixture != NULL)
    g_string_append_printf (self->fixture->story, "(%c)", self->letter);
  G_OBJECT_CLASS (thing_parent_class)->finalize (object);
}

static void
thing_class_init (ThingClass *class)
{
  class->finalize = thing_finalize;
}

static void
thing_init (Thing *self)
{
}

static gboolean
thing_run (gpointer object, GError **error)
{
  Thing *self = object;

  self->n_runs++;
  g_string_append_c (self->fixture->story, self->letter);
  if (self->act != NULL)
    self->act (self);
  return TRUE;
}

static Fixture *thing_fixture;

static GyreHandle
find_thing (GyreExecutive *executive, const char *name)
{
  Thing *thing = g_hash_table_lookup (thing_fixture->things, name);

  return thing != NULL ? thing->handle : GYRE_HANDLE_NONE;
}

static gboolean
call_thing (gpointer object, const char *behavior, const GValue *arguments, guint n_arguments, const char * const *texts,
            GValue *result, GError **error)
{
  Thing *self = object;

  g_string_append_printf (self->fixture->story, "%c.%s", self->letter, behavior);
  if (g_str_equal (behavior, "run"))
    return thing_run (self, error);
  if (g_str_equal (behavior, "fail"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no luck");
      return FALSE;
    }
  g_value_init (result, G_TYPE_STRING);
  g_value_set_string (result, "done");
  return TRUE;
}

static char *
dup_thing_name (gpointer object)
{
  return g_strdup_printf ("%c", ((Thing *) object)->letter);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GyreExecutiveModel model = { .find_handle = find_thing, .call = call_thing, .dup_name = dup_thing_name };

  thing_fixture = fixture;
  gyre_executive_set_model (&model);
  fixture->executive = gyre_executive_new ();
  fixture->surroundings = gyre_surroundings_new_virtual (1);
  g_assert_true (gyre_executive_set_surroundings (fixture->executive, fixture->surroundings, NULL));
  gyre_executive_set_pace (fixture->executive, GYRE_PACE_ON_DEMAND, 100);
  fixture->shard = gyre_executive_get_shard (fixture->executive);
  fixture->story = g_string_new (NULL);
  fixture->things = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->executive);
  gyre_surroundings_unref (fixture->surroundings);
  g_string_free (fixture->story, TRUE);
  g_hash_table_unref (fixture->things);
}

G_GNUC_UNUSED static Thing *
add (Fixture *fixture, char letter)
{
  Thing *thing = g_object_new (thing_get_type (), NULL);

  thing->fixture = fixture;
  thing->letter = letter;
  thing->handle = gyre_shard_add (fixture->shard, thing);
  g_hash_table_insert (fixture->things, g_strdup_printf ("%c", letter), thing);
  return thing;
}

/* As a component does when it is disposed of. */
G_GNUC_UNUSED static void
end (Thing *thing)
{
  char name[2] = { thing->letter, '\0' };

  gyre_shard_remove (thing->fixture->shard, thing->handle);
  g_hash_table_remove (thing->fixture->things, name);
  g_object_unref (thing);
}

G_GNUC_UNUSED static Thing *
launch (Fixture *fixture, char letter, GyreLaunch how)
{
  Thing *thing = add (fixture, letter);
  g_autoptr (GError) error = NULL;

  how.step = thing_run;
  g_assert_true (gyre_executive_launch (fixture->executive, thing->handle, &how, &error));
  g_assert_no_error (error);
  return thing;
}

#define EVERY (GyreLaunch) { .phase = -1 }

/* What happened in so many frames, one by one. */
G_GNUC_UNUSED static const char *
play (Fixture *fixture, guint n_frames)
{
  g_string_set_size (fixture->story, 0);
  while (n_frames-- > 0)
    {
      g_assert_true (gyre_executive_run_frames (fixture->executive, 1, NULL));
      g_string_append_c (fixture->story, '|');
    }
  return fixture->story->str;
}
