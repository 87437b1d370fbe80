/* test-mistakes.c: What GObject takes in silence, or crashes on, is an error here
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * N.B. g_object_new() and g_object_set() of a component are GObject's own: they have no place for an error, and what they find
 * wrong is a warning. Whoever wants to know uses the functions of this test.
 */
#include <gyre.h>

#include <string.h>

typedef struct { GyreComponent parent_instance; double gain; gint64 volume; char *label; int mode; double fixed; } Mixer;
typedef struct { GyreComponentClass parent_class; } MixerClass;

GYRE_DEFINE_COMPONENT (Mixer, mixer, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (gain, 0.5, .minimum = 0, .maximum = 1),
    gyre_integer (volume, 3, .minimum = 0, .maximum = 11),
    gyre_string (label, "main"),
    gyre_integer (mode, 1),
    gyre_real (fixed, 1.0, .construct_only = TRUE)),
  GYRE_BEHAVIORS (),
  .family = "story.mixer")

/* Each mistake has its domain's error, and a text that says what is wrong and what would be right. */
static void
assert_told (GError **error, const char *what, const char *hint)
{
  g_assert_nonnull (*error);
  if (strstr ((*error)->message, what) == NULL || strstr ((*error)->message, hint) == NULL)
    g_error ("'%s' and '%s' are not in: %s", what, hint, (*error)->message);
  g_clear_error (error);
}

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_assert_not_reached ();
}

static GyreComponent *
new_mixer (void)
{
  GError *error = NULL;
  GyreComponent *mixer = gyre_component_new (mixer_get_type (), NULL, &error, NULL);

  g_assert_no_error (error);
  return mixer;
}

static void
test_set (void)
{
  g_autoptr (GyreComponent) mixer = new_mixer ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_set_integer (mixer, "volum", 3, &error));
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
  g_assert_false (gyre_component_set_string (mixer, "gain", "loud", &error));
  assert_told (&error, "story.mixer.gain", "real");
  g_assert_false (gyre_component_set_real (mixer, "gain", 1.5, &error));
  assert_told (&error, "story.mixer.gain", "1.5");
  g_assert_false (gyre_component_set_real (mixer, "volume", 2.5, &error));
  assert_told (&error, "story.mixer.volume", "2.5");
  g_assert_false (gyre_component_set_real (mixer, "fixed", 2, &error));
  assert_told (&error, "story.mixer.fixed", "while the component is built");
  /* An integer for a real is no mistake. */
  g_assert_true (gyre_component_set_integer (mixer, "gain", 1, &error));
  g_assert_no_error (error);
}

static void
test_connect (void)
{
  g_autoptr (GyreComponent) mixer = new_mixer ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (gyre_component_observe (mixer, "volum", hear, NULL, NULL, &error), ==, 0);
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
  g_assert_cmpuint (gyre_executive_observe (gyre_executive_get_default (), "story.mixer#**.volum", hear, NULL, NULL, &error), ==, 0);
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
}

static void
test_get (void)
{
  g_autoptr (GyreComponent) mixer = new_mixer ();
  g_autoptr (GError) error = NULL;
  double value = 0;

  g_assert_false (gyre_component_get_real (mixer, "gian", &value, &error));
  assert_told (&error, "no trait 'gian'", "did you mean 'gain'?");
  g_assert_false (gyre_component_get_real (mixer, "label", &value, &error));
  assert_told (&error, "story.mixer.label", "is of kind string, not real");
}

/* Nothing is built, so what is right in the same call does not count either. */
static void
test_construct (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gyre_component_new (mixer_get_type (), "built-wrong", &error, "volum", (gint64) 3, "gain", 0.9, NULL));
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
  g_assert_null (gyre_component_new (mixer_get_type (), "built-wrong", &error, "gain", 0.9, "volume", (gint64) 12, NULL));
  assert_told (&error, "built-wrong.volume", "12");
  g_assert_null (gyre_component_new_family ("story.mixr", NULL, &error, NULL));
  assert_told (&error, "story.mixr", "did you mean 'story.mixer'?");
  g_assert_null (gyre_nameserver_find (gyre_executive_get_nameserver (gyre_executive_get_default ()), "built-wrong"));
}

/* All or nothing here, too. */
static void
test_several (void)
{
  g_autoptr (GyreComponent) mixer = new_mixer ();
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());
  g_autoptr (GError) error = NULL;
  double gain = 0;

  g_assert_false (gyre_transaction_set_integer (transaction, mixer, "volum", 3, NULL));
  g_assert_true (gyre_transaction_set_real (transaction, mixer, "gain", 0.9, NULL));
  g_assert_false (gyre_transaction_commit (transaction, &error));
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
  g_assert_true (gyre_component_get_real (mixer, "gain", &gain, &error));
  g_assert_cmpfloat (gain, ==, 0.5);
}

static void
test_forget (void)
{
  g_autoptr (GyreComponent) mixer = new_mixer ();
  g_autoptr (GError) error = NULL;

  g_assert_false (gyre_component_reset (mixer, "volum", &error));
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
  g_assert_false (gyre_component_track_history (mixer, "volum", 3, &error));
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
  g_assert_null (gyre_component_dup_value_locator (mixer, "volum", &error));
  assert_told (&error, "no trait 'volum'", "did you mean 'volume'?");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_object_unref (new_mixer ());
  g_test_add_func ("/stories/mistakes/wrong-set-is-an-error", test_set);
  g_test_add_func ("/stories/mistakes/observer-of-nothing-is-an-error", test_connect);
  g_test_add_func ("/stories/mistakes/wrong-get-is-an-error", test_get);
  g_test_add_func ("/stories/mistakes/wrong-construction-builds-nothing", test_construct);
  g_test_add_func ("/stories/mistakes/one-wrong-of-several-sets-nothing", test_several);
  g_test_add_func ("/stories/mistakes/history-and-reset-of-nothing-are-errors", test_forget);
  return g_test_run ();
}
