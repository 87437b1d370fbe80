/* test-nameserver.c: Names and the living objects they belong to
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

static GObject *
thing_new (void)
{
  return g_object_new (G_TYPE_OBJECT, NULL);
}

static void
give (GyreNameserver *names, const char *name, GObject *object)
{
  g_autoptr (GError) error = NULL;

  gyre_nameserver_register (names, name, object, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
has (GyreNameserver *names, const char *name, GObject *expected)
{
  g_autoptr (GObject) found = gyre_nameserver_find (names, name);

  return found == expected;
}

static void
test_find_is_weak (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  GObject *thing = thing_new ();
  GObject *found;

  give (names, "mc-π", thing);
  g_assert_cmpuint (thing->ref_count, ==, 1);
  found = gyre_nameserver_find (names, "mc-π");
  g_assert_true (found == thing);
  g_assert_cmpuint (thing->ref_count, ==, 2);
  g_object_unref (found);
  g_object_unref (thing);
  g_assert_null (gyre_nameserver_find (names, "mc-π"));
  g_assert_null (gyre_nameserver_find (names, "mc"));
}

static void
test_taken (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autoptr (GObject) first = thing_new ();
  g_autoptr (GObject) second = thing_new ();
  g_autoptr (GyreLocator) here = gyre_locator_new_file ("a.pfg", 1, 2);
  g_autoptr (GyreLocator) there = gyre_locator_new_file ("b.pfg", 3, 4);
  g_autoptr (GyreLocator) kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_nameserver_register (names, "box", first, here, NULL));
  g_assert_true (gyre_nameserver_register (names, "box", first, there, NULL));
  g_assert_false (gyre_nameserver_register (names, "box", second, there, &error));
  g_assert_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_TAKEN);
  g_assert_nonnull (strstr (error->message, "'box'"));
  g_assert_nonnull (strstr (error->message, "a.pfg:1:2"));
  g_assert_nonnull (strstr (error->message, "b.pfg:3:4"));
  g_assert_true (has (names, "box", first));
  kept = gyre_nameserver_dup_locator (names, "box");
  g_assert_true (kept == here);
}

static void
test_invalid (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autoptr (GObject) thing = thing_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_nameserver_register (names, "a..b", thing, NULL, &error));
  g_assert_error (error, GYRE_NAME_ERROR, GYRE_NAME_ERROR_INVALID);
  g_assert_cmpuint (gyre_nameserver_count (names), ==, 0);
}

static void
test_free_again (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autoptr (GObject) second = thing_new ();
  GObject *first = thing_new ();

  give (names, "box", first);
  g_object_unref (first);
  g_assert_cmpuint (gyre_nameserver_count (names), ==, 0);
  give (names, "box", second);
  g_assert_true (has (names, "box", second));
  gyre_nameserver_unregister (names, "box", second);
  g_assert_true (has (names, "box", NULL));
  give (names, "box", second);
  g_assert_true (has (names, "box", second));
}

static void
test_unregister_of_former_owner (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autoptr (GObject) owner = thing_new ();
  g_autoptr (GObject) other = thing_new ();

  give (names, "box", owner);
  gyre_nameserver_unregister (names, "box", other);
  gyre_nameserver_unregister (names, "ball", owner);
  g_assert_true (has (names, "box", owner));
}

static void
test_alias (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autoptr (GObject) thing = thing_new ();
  g_autoptr (GObject) other = thing_new ();
  g_autoptr (GError) taken = NULL;
  g_autoptr (GError) unknown = NULL;

  give (names, "box", thing);
  give (names, "ball", other);
  g_assert_true (gyre_nameserver_alias (names, "box", "b", NULL, NULL));
  g_assert_true (gyre_nameserver_alias (names, "b", "c", NULL, NULL));
  g_assert_true (gyre_nameserver_alias (names, "box", "c", NULL, NULL));
  g_assert_true (has (names, "c", thing));
  g_assert_false (gyre_nameserver_alias (names, "box", "ball", NULL, &taken));
  g_assert_error (taken, GYRE_NAME_ERROR, GYRE_NAME_ERROR_TAKEN);
  g_assert_false (gyre_nameserver_alias (names, "nobody", "n", NULL, &unknown));
  g_assert_error (unknown, GYRE_NAME_ERROR, GYRE_NAME_ERROR_UNKNOWN);

  gyre_nameserver_unregister (names, "b", thing);
  g_assert_true (has (names, "b", NULL));
  g_assert_true (has (names, "c", thing));
  gyre_nameserver_unregister (names, "box", thing);
  g_assert_true (has (names, "c", NULL));
  g_assert_cmpuint (gyre_nameserver_count (names), ==, 1);
}

static void
test_list (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autoptr (GObject) first = thing_new ();
  g_autoptr (GObject) second = thing_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *hint = NULL;
  g_autofree char *text = NULL;

  give (names, "sphere", first);
  give (names, "box", second);
  gyre_nameserver_alias (names, "box", "zbox", NULL, NULL);
  list = gyre_nameserver_list (names);
  text = g_strjoinv (" ", list);
  g_assert_cmpstr (text, ==, "box sphere zbox");
  hint = gyre_nameserver_suggest (names, "spehre");
  g_assert_cmpstr (hint, ==, "did you mean 'sphere'?");
}

static void
test_namespaces (void)
{
  g_autoptr (GyreNameserver) families = gyre_nameserver_new ();
  g_autoptr (GyreNameserver) instances = gyre_nameserver_new ();
  g_autoptr (GObject) class_record = thing_new ();
  g_autoptr (GObject) instance = thing_new ();

  give (families, "gauss", class_record);
  give (instances, "gauss", instance);
  g_assert_true (has (families, "gauss", class_record));
  g_assert_true (has (instances, "gauss", instance));
}

static void
test_random (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  GObject *things[300] = { NULL };

  for (guint round = 0; round < 20000; round++)
    {
      guint index = g_rand_int_range (random, 0, G_N_ELEMENTS (things));
      g_autofree char *name = g_strdup_printf ("thing%u", index);

      g_assert_true (has (names, name, things[index]));
      if (things[index] == NULL)
        give (names, name, things[index] = thing_new ());
      else
        {
          if (g_rand_boolean (random))
            gyre_nameserver_unregister (names, name, things[index]);
          g_clear_object (&things[index]);
        }
    }
  for (guint index = 0; index < G_N_ELEMENTS (things); index++)
    g_clear_object (&things[index]);
  g_assert_cmpuint (gyre_nameserver_count (names), ==, 0);
}

enum { MANY = 100000 };

static void
test_many (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  g_autofree GObject **things = g_new (GObject *, MANY);
  char name[32];

  for (guint index = 0; index < MANY; index++)
    things[index] = thing_new ();
  for (guint index = 0; index < MANY; index++)
    {
      g_snprintf (name, sizeof name, "Exponential%u", index);
      give (names, name, things[index]);
    }
  for (guint index = 0; index < MANY; index++)
    {
      g_snprintf (name, sizeof name, "Exponential%u", index);
      g_assert_true (has (names, name, things[index]));
      if (index % 2 == 0)
        gyre_nameserver_unregister (names, name, things[index]);
    }
  g_assert_cmpuint (gyre_nameserver_count (names), ==, MANY / 2);
  for (guint index = 0; index < MANY; index++)
    g_object_unref (things[index]);
  g_assert_cmpuint (gyre_nameserver_count (names), ==, 0);
}

/* An object that says in its last moments whether it was disposed while others held it. */
typedef struct
{
  GObject parent_instance;
  GyreNameserver *names;
  gint disposed;
} Mortal;

typedef GObjectClass MortalClass;

GType mortal_get_type (void);
G_DEFINE_TYPE (Mortal, mortal, G_TYPE_OBJECT)

static void
mortal_dispose (GObject *object)
{
  Mortal *self = (Mortal *) object;

  g_atomic_int_set (&self->disposed, TRUE);
  if (self->names != NULL)
    gyre_nameserver_unregister (self->names, "mortal", object);
  G_OBJECT_CLASS (mortal_parent_class)->dispose (object);
}

static void
mortal_class_init (MortalClass *self_class)
{
  self_class->dispose = mortal_dispose;
}

static void
mortal_init (Mortal *self)
{
}

static gint makers_are_done;

static gpointer
find_all_the_time (gpointer data)
{
  guint *found = g_new0 (guint, 1);

  while (!g_atomic_int_get (&makers_are_done))
    {
      Mortal *mortal = (Mortal *) gyre_nameserver_find (data, "mortal");

      if (mortal == NULL)
        continue;
      g_assert_false (g_atomic_int_get (&mortal->disposed));
      g_object_unref (mortal);
      (*found)++;
    }
  return found;
}

static void
test_threads (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  GThread *finders[4];

  g_atomic_int_set (&makers_are_done, FALSE);
  for (guint index = 0; index < G_N_ELEMENTS (finders); index++)
    finders[index] = g_thread_new ("finder", find_all_the_time, names);
  for (guint index = 0; index < 10000; index++)
    {
      Mortal *mortal = g_object_new (mortal_get_type (), NULL);

      mortal->names = names;
      gyre_nameserver_register (names, "mortal", (GObject *) mortal, NULL, NULL);
      g_object_unref (mortal);
    }
  g_atomic_int_set (&makers_are_done, TRUE);
  for (guint index = 0; index < G_N_ELEMENTS (finders); index++)
    g_free (g_thread_join (finders[index]));
  g_assert_null (gyre_nameserver_find (names, "mortal"));
}

static void
test_unregister_in_dispose (void)
{
  g_autoptr (GyreNameserver) names = gyre_nameserver_new ();
  Mortal *mortal = g_object_new (mortal_get_type (), NULL);
  GObject *found;

  mortal->names = names;
  give (names, "mortal", (GObject *) mortal);
  found = gyre_nameserver_find (names, "mortal");
  g_object_unref (mortal);
  g_assert_false (mortal->disposed);
  g_assert_true (has (names, "mortal", found));
  g_object_unref (found);
  g_assert_true (has (names, "mortal", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/nameserver/a-name-keeps-nothing-alive", test_find_is_weak);
  g_test_add_func ("/store/nameserver/taken-name-tells-both-places", test_taken);
  g_test_add_func ("/store/nameserver/text-that-is-no-name-is-refused", test_invalid);
  g_test_add_func ("/store/nameserver/name-is-free-again-when-its-object-goes", test_free_again);
  g_test_add_func ("/store/nameserver/former-owner-takes-nothing-away", test_unregister_of_former_owner);
  g_test_add_func ("/store/nameserver/aliases-go-with-the-name", test_alias);
  g_test_add_func ("/store/nameserver/list-is-sorted-and-near-misses-are-suggested", test_list);
  g_test_add_func ("/store/nameserver/namespaces-are-separate", test_namespaces);
  g_test_add_func ("/store/nameserver/random-comings-and-goings", test_random);
  g_test_add_func ("/store/nameserver/a-hundred-thousand-names", test_many);
  g_test_add_func ("/store/nameserver/dispose-gives-the-name-back", test_unregister_in_dispose);
  g_test_add_func ("/store/nameserver/nothing-dying-is-found-by-other-threads", test_threads);
  return g_test_run ();
}
