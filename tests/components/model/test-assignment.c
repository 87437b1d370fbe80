/* test-assignment.c: A value that a trait shall have, and can be taken back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-assignment-private.h"
#include "gyre-transaction.h"
#include "model-fixtures.h"

enum { N_COMPONENTS = 20, N_TRANSACTIONS = 400 };

typedef struct
{
  GyreComponent parent_instance;

  double real;
  int whole;
  char *text;
  bool flag;
  GyreMaybeReal maybe;
  GyreArray *array;
  GyreList *list;
  TestShape *shape;
} TestMixed;

typedef struct { GyreComponentClass parent_class; } TestMixedClass;

static guint rules_until_failure;
static gboolean builds_parts;

/* Refuses once, at the place that the test wants; looks at everything, and tries to set, which is refused. */
static void
check_mixed (GyreComponent *component, GyreReport *report)
{
  g_autoptr (GError) error = NULL;
  double real = 0;

  gyre_component_get_real (component, "real", &real, NULL);
  if (builds_parts)
    g_assert_nonnull (gyre_component_get_object (component, "shape", NULL));
  g_assert_false (gyre_component_set_real (component, "real", real + 1, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY);
  if (--rules_until_failure == 0)
    gyre_report_error (report, NULL, NULL, "refused at %g", real);
}

static void
test_mixed_class_initialize (gpointer type_class, gpointer data)
{
  ((GyreComponentClass *) type_class)->validate = check_mixed;
}

GYRE_DEFINE_COMPONENT (TestMixed, test_mixed, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_real (real, 1.0),
    gyre_integer (whole, 2),
    gyre_string (text, "plain", .nullable = TRUE),
    gyre_boolean (flag, FALSE),
    gyre_maybe_real (maybe, "none"),
    gyre_array (array, "1, 2"),
    gyre_list (list, string, "a, b"),
    gyre_facility (shape, test_shape, "test.shapes.ball")),
  GYRE_BEHAVIORS (),
  .family = "test.mixed",
  .class_initialize = test_mixed_class_initialize)

static const char * const traits[] = { "real", "whole", "text", "flag", "maybe", "array", "list", "shape" };
static const char * const texts[][4] = {
  { "1", "2", "3.5", "-4" }, { "2", "7", "8", "9" }, { "plain", "none", "x", "y" }, { "true", "false", "yes", "no" },
  { "none", "1", "2", "3" }, { "1, 2", "3", "4, 5", "1, 2, 3" }, { "a, b", "c", "d, e, f", "a" },
  { "test.shapes.ball", "test.shapes.box", "test.shapes.ball#shared", "#shared" },
};

/* Everything of a component that a transaction could change. */
typedef struct
{
  guint8 bytes[sizeof (TestMixed) - sizeof (GyreComponent)];
  GyreProvenance provenances[G_N_ELEMENTS (traits)];
  char *pending;
  char *part_name;
} Picture;

static guint n_heard, n_done, n_put_back;

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  n_heard++;
}

static void
on_notify (GObject *object, GParamSpec *specification, gpointer data)
{
  n_heard++;
}

static const GyreTrait *
trait_of (GyreComponent *component, const char *name)
{
  return (const GyreTrait *) gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), name);
}

static Picture
take_picture (GyreComponent *component)
{
  TestMixed *mixed = (TestMixed *) component;
  Picture picture = { .pending = NULL };
  guint slot = trait_of (component, "shape")->descriptor.index;

  memcpy (picture.bytes, component + 1, sizeof picture.bytes);
  for (guint index = 0; index < G_N_ELEMENTS (traits); index++)
    picture.provenances[index] = *gyre_state_get_provenance (component, trait_of (component, traits[index])->descriptor.index);
  picture.pending = g_strdup (gyre_state_get_pending (component, slot));
  picture.part_name = mixed->shape != NULL ? g_strdup (gyre_component_get_name (GYRE_COMPONENT (mixed->shape))) : NULL;
  return picture;
}

static void
assert_same (GyreComponent *component, Picture *picture)
{
  Picture now = take_picture (component);

  g_assert_cmpmem (now.bytes, sizeof now.bytes, picture->bytes, sizeof now.bytes);
  for (guint index = 0; index < G_N_ELEMENTS (traits); index++)
    {
      g_assert_cmpint (now.provenances[index].kind, ==, picture->provenances[index].kind);
      g_assert_cmpint (now.provenances[index].category, ==, picture->provenances[index].category);
      g_assert_cmpuint (now.provenances[index].rank, ==, picture->provenances[index].rank);
      g_assert_true (now.provenances[index].source == picture->provenances[index].source);
    }
  g_assert_cmpstr (now.pending, ==, picture->pending);
  g_assert_cmpstr (now.part_name, ==, picture->part_name);
  g_free (now.pending);
  g_free (now.part_name);
}

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->pending, g_free);
  g_clear_pointer (&picture->part_name, g_free);
}

/* Some of the values are refused at once. */
static guint
set_some (GyreTransaction *transaction, GyreComponent **components, GRand *random)
{
  guint n_sets = g_rand_int_range (random, 1, 30), n_refused = 0;

  for (guint index = 0; index < n_sets; index++)
    {
      GyreComponent *component = components[g_rand_int_range (random, 0, N_COMPONENTS)];
      guint trait = g_rand_int_range (random, 0, G_N_ELEMENTS (traits));
      const char *text = texts[trait][g_rand_int_range (random, 0, 4)];
      g_autoptr (GyreLocator) locator = gyre_locator_new_file ("random.cfg", index + 1, 1);

      if (g_rand_int_range (random, 0, 200) == 0)
        text = trait == 2 || trait == 6 ? "\"open" : "no such value";
      if (!gyre_transaction_set_text_from (transaction, component, traits[trait], text, GYRE_CATEGORY_USER, locator, NULL))
        n_refused++;
    }
  return n_refused;
}

static void
run_random (GyreComponent **components, GRand *random)
{
  g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());
  g_autoptr (GError) error = NULL;
  Picture pictures[N_COMPONENTS];
  guint n_refused;

  builds_parts = g_rand_boolean (random);
  for (guint index = 0; index < N_COMPONENTS; index++)
    {
      /* A part that is built because somebody asks for it is no change. */
      if (builds_parts)
        gyre_component_get_object (components[index], "shape", NULL);
      pictures[index] = take_picture (components[index]);
    }
  n_heard = 0;
  rules_until_failure = g_rand_int_range (random, 0, 24);
  n_refused = set_some (transaction, components, random);
  if (g_rand_int_range (random, 0, 10) == 0)
    gyre_transaction_cancel (transaction);
  else if (gyre_transaction_commit (transaction, &error))
    {
      n_done++;
      g_assert_cmpuint (n_refused, ==, 0);
    }
  if (error != NULL)
    {
      n_put_back++;
      g_assert_cmpuint (n_heard, ==, 0);
      for (guint index = 0; index < N_COMPONENTS; index++)
        assert_same (components[index], &pictures[index]);
    }
  for (guint index = 0; index < N_COMPONENTS; index++)
    clear_picture (&pictures[index]);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  GyreComponent *components[N_COMPONENTS];

  rules_until_failure = 0;
  builds_parts = FALSE;
  for (guint index = 0; index < N_COMPONENTS; index++)
    {
      g_autofree char *name = index % 2 ? g_strdup_printf ("mixed-%u", index) : NULL;
      components[index] = test_new (test_mixed_get_type (), name);
      gyre_component_observe (components[index], NULL, hear, NULL, NULL, NULL);
      g_signal_connect (components[index], "notify", G_CALLBACK (on_notify), NULL);
    }
  for (guint count = 0; count < N_TRANSACTIONS; count++)
    run_random (components, random);
  g_assert_cmpuint (MIN (n_done, n_put_back), >, N_TRANSACTIONS / 10);
  for (guint index = 0; index < N_COMPONENTS; index++)
    g_object_unref (components[index]);
}

/* A failure at each place of one transaction in turn. */
static void
test_every_place (void)
{
  GyreComponent *components[N_COMPONENTS];

  rules_until_failure = 0;
  builds_parts = FALSE;
  for (guint index = 0; index < N_COMPONENTS; index++)
    components[index] = test_new (test_mixed_get_type (), NULL);
  for (guint place = 1; place <= N_COMPONENTS + 1; place++)
    {
      g_autoptr (GyreTransaction) transaction = gyre_transaction_begin (gyre_executive_get_default ());
      gboolean done;

      for (guint index = 0; index < N_COMPONENTS; index++)
        for (guint trait = 0; trait < G_N_ELEMENTS (traits); trait++)
          g_assert_true (gyre_transaction_set_text (transaction, components[index], traits[trait], texts[trait][2], NULL));
      rules_until_failure = place;
      done = gyre_transaction_commit (transaction, NULL);
      g_assert_cmpint (done, ==, place > N_COMPONENTS);
      test_assert_text (components[place % N_COMPONENTS], "text", done ? "x" : "plain");
    }
  for (guint index = 0; index < N_COMPONENTS; index++)
    g_object_unref (components[index]);
}

static void
test_withdrawn (void)
{
  g_autoptr (TestBall) ball = test_new (TEST_TYPE_BALL, NULL);
  GyreComponent *component = GYRE_COMPONENT (ball);
  GyreAssignment assignment = { .provenance = gyre_provenance_of_address (NULL) };
  char *label = ball->label;

  g_assert_true (gyre_assignment_read_text (&assignment, component, trait_of (component, "label"), "new", NULL));
  g_assert_true (ball->label == label);
  gyre_assignment_apply (&assignment);
  g_assert_cmpstr (ball->label, ==, "new");
  g_assert_cmpint (test_category_of (ball, "label"), ==, GYRE_CATEGORY_EXPLICIT);
  gyre_assignment_withdraw (&assignment);
  g_assert_true (ball->label == label);
  g_assert_cmpint (test_category_of (ball, "label"), ==, GYRE_CATEGORY_DEFAULTS);
  gyre_assignment_clear (&assignment);
}

static void
test_single (void)
{
  g_autoptr (GyreComponent) component = test_new (test_mixed_get_type (), "single");
  g_autoptr (GError) error = NULL;
  Picture picture;

  builds_parts = TRUE;
  rules_until_failure = 0;
  test_set_text (component, "shape", "test.shapes.box");
  picture = take_picture (component);
  g_assert_cmpstr (picture.part_name, ==, "single.shape");
  for (guint trait = 0; trait < G_N_ELEMENTS (traits); trait++)
    {
      rules_until_failure = 1;
      g_assert_false (gyre_component_set_text (component, traits[trait], texts[trait][2], &error));
      test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "single.", traits[trait], "refused at ");
      assert_same (component, &picture);
    }
  clear_picture (&picture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_object_unref (test_new (TEST_TYPE_BALL, NULL));
  g_object_unref (test_new (TEST_TYPE_BOX, NULL));
  g_test_add_func ("/model/assignment/withdrawn-one-leaves-the-old-value-itself", test_withdrawn);
  g_test_add_func ("/model/assignment/set-that-a-rule-refuses-leaves-every-byte", test_single);
  g_test_add_func ("/model/assignment/failure-at-every-place-puts-everything-back", test_every_place);
  g_test_add_func ("/model/assignment/random-transactions-change-all-or-nothing", test_random);
  return g_test_run ();
}
