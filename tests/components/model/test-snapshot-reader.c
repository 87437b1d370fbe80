/* test-snapshot-reader.c: From a snapshot to a tree of components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "snapshot-fixtures.h"

static guint n_names;

/* A tree of all sorts of components, of which some refer to each other. */
static gpointer
random_component (GRand *random)
{
  const GType types[] = { TEST_TYPE_BALL, TEST_TYPE_BOX, TEST_TYPE_HOST, TEST_TYPE_OPEN, TEST_TYPE_STONE, TEST_TYPE_SAFE };
  GType type = types[g_rand_int_range (random, 0, G_N_ELEMENTS (types))];
  g_autofree char *name = g_rand_boolean (random) ? g_strdup_printf ("saved-%u", n_names++) : NULL;

  return test_new (type, name);
}

static void
set_ball (TestBall *ball, GRand *random)
{
  static const char * const labels[] = { "none", "plain", "\"12\"", "\"a, (b\"", "größer", "\"{{x}}\"", "\"\\n\"" };

  test_ball_set_radius (ball, g_rand_double (random), NULL);
  test_set_text (ball, "label", labels[g_rand_int_range (random, 0, G_N_ELEMENTS (labels))]);
}

static void
set_open (TestOpen *open, GRand *random, GPtrArray *others)
{
  static const char * const texts[] = { "none", "5", "5.0", "-1e-7", "true", "\"true\"", "(1, 2)", "((1.5), (2, 3))", "()", "(a, \"b, c\")", "{{x}}", "{.weight} * 2", "about {.weight}" };
  const guint n_attributes = g_rand_int_range (random, 0, 4);

  for (guint index = 0; index < n_attributes; index++)
    {
      g_autofree char *name = g_strdup_printf ("attribute-%u", index);

      test_set_text (open, name, texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))]);
    }
  if (g_rand_boolean (random))
    gyre_component_set_object (GYRE_COMPONENT (open), "other", others->pdata[g_rand_int_range (random, 0, others->len)], NULL);
}

static void
set_host (TestHost *host, GRand *random, GPtrArray *others)
{
  gpointer other = others->pdata[g_rand_int_range (random, 0, others->len)];
  GObject *part;

  if (g_rand_boolean (random) && TEST_IS_SHAPE (other))
    gyre_component_set_object (GYRE_COMPONENT (host), "spare", other, NULL);
  if (g_rand_boolean (random))
    return;
  part = gyre_component_get_object (GYRE_COMPONENT (host), "shape", NULL);
  test_ball_set_radius (TEST_BALL (part), g_rand_double (random), NULL);
}

static gpointer
random_tree (GRand *random)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  guint length = g_rand_int_range (random, 1, 30);

  g_ptr_array_add (all, random_component (random));
  for (guint index = 1; index < length; index++)
    {
      gpointer child = random_component (random);

      test_adopt (all->pdata[g_rand_int_range (random, 0, all->len)], child);
      g_ptr_array_add (all, child);
    }
  for (guint index = 0; index < length; index++)
    if (TEST_IS_BALL (all->pdata[index]))
      set_ball (all->pdata[index], random);
    else if (TEST_IS_OPEN (all->pdata[index]))
      set_open (all->pdata[index], random, all);
    else if (TEST_IS_HOST (all->pdata[index]))
      set_host (all->pdata[index], random, all);
  return all->pdata[0];
}

static void
test_round_trip (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      gpointer tree = random_tree (random);
      g_autoptr (GVariant) before = test_snapshot (tree, GYRE_SNAPSHOT_PLAIN);
      g_autoptr (GVariant) after = NULL;

      test_delete (tree);
      tree = test_restore (before, GYRE_SNAPSHOT_PLAIN);
      after = test_snapshot (tree, GYRE_SNAPSHOT_PLAIN);
      if (!g_variant_equal (before, after))
        {
          g_autofree char *one = g_variant_print (before, FALSE);
          g_autofree char *other = g_variant_print (after, FALSE);
          g_error ("seed %u:\n%s\nbecame\n%s", seed, one, other);
        }
      test_delete (tree);
    }
}

static void
test_values (void)
{
  TestOpen *root = NULL;
  TestHost *host = test_new (TEST_TYPE_HOST, "kept-host");
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GObject) part = NULL;
  GObject *found;

  test_load ("test.open.colour = red\nkept-root.size = 4\n");
  root = test_new (TEST_TYPE_OPEN, "kept-root");
  test_adopt (root, host);
  gyre_component_set_object (GYRE_COMPONENT (root), "friend", G_OBJECT (host), NULL);
  test_ball_set_radius (TEST_BALL (gyre_component_get_object (GYRE_COMPONENT (host), "shape", NULL)), 9, NULL);
  snapshot = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  test_delete (root);
  root = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  found = gyre_component_get_object (GYRE_COMPONENT (root), "friend", NULL);
  g_assert_true (found == G_OBJECT (gyre_component_get_child (GYRE_COMPONENT (root), 0)));
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (found)), ==, "kept-host");
  g_assert_cmpfloat (TEST_BALL (TEST_HOST (found)->shape)->radius, ==, 9);
  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (TEST_HOST (found)->shape)), ==, "kept-host.shape");
  test_assert_text (root, "colour", "red");
  g_assert_cmpint (test_category_of (root, "size"), ==, GYRE_CATEGORY_USER);
  g_assert_cmpint (test_category_of (TEST_HOST (found)->shape, "radius"), ==, GYRE_CATEGORY_EXPLICIT);
  test_delete (root);
}

/* What followed others does so again, and what nobody has said yet is waited for. */
static void
test_followed (void)
{
  TestOpen *root = test_new (TEST_TYPE_OPEN, "followed-root");
  g_autoptr (GVariant) snapshot = NULL;

  test_set_text (root, "double", "2 * {.weight}");
  test_set_text (root, "later", "{followed-later.size}");
  snapshot = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  test_delete (root);
  root = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  test_assert_text (root, "later", "none");
  test_set_text (root, "weight", "4");
  test_assert_text (root, "double", "8.0");
  test_load ("followed-later.size = 5\n");
  test_assert_text (root, "later", "5");
  test_delete (root);
}

/* What is configured today for the name counts if it is stronger than what was saved. */
static void
test_weight (void)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *ball = gyre_component_new (TEST_TYPE_BALL, "weighed", &error, "radius", 2.0, "label", "old", NULL);
  g_autoptr (GVariant) snapshot = NULL;

  test_set_text (ball, "label", "explicit");
  snapshot = test_snapshot (ball, GYRE_SNAPSHOT_PLAIN);
  test_delete (ball);
  test_load ("weighed.radius = 7\nweighed.label = configured\n");
  ball = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  test_assert_text (ball, "radius", "7");
  test_assert_text (ball, "label", "explicit");
  test_delete (ball);
}

static void
test_construct_only (void)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *safe = gyre_component_new (TEST_TYPE_SAFE, NULL, &error, "size", (gint64) 5, NULL);
  g_autoptr (GVariant) snapshot = NULL;

  test_set_text (safe, "word", "sesame");
  snapshot = test_snapshot (safe, GYRE_SNAPSHOT_WITH_SECRETS);
  test_delete (safe);
  safe = test_restore (snapshot, GYRE_SNAPSHOT_PLAIN);
  g_assert_cmpint (TEST_SAFE (safe)->size, ==, 5);
  g_assert_cmpstr (TEST_SAFE (safe)->word, ==, "sesame");
  test_delete (safe);
}

/* A living name is refused, and nothing is left of what was built. */
static void
test_names (void)
{
  TestOpen *root = test_new (TEST_TYPE_OPEN, "twice");
  g_autoptr (GVariant) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreComponent) copy = NULL;
  guint n_names_before;

  test_adopt (root, test_new (TEST_TYPE_BALL, "twice-child"));
  snapshot = test_snapshot (root, GYRE_SNAPSHOT_PLAIN);
  n_names_before = gyre_nameserver_count (gyre_executive_get_nameserver (gyre_executive_get_default ()));
  g_assert_null (gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, GYRE_SNAPSHOT_ERROR_NAME, "component 0", "test.open", "'twice'");
  copy = test_restore (snapshot, GYRE_SNAPSHOT_WITHOUT_NAMES);
  g_assert_null (gyre_component_get_name (copy));
  g_assert_cmpuint (gyre_component_count_children (copy), ==, 1);
  g_assert_cmpuint (gyre_nameserver_count (gyre_executive_get_nameserver (gyre_executive_get_default ())), ==, n_names_before);
  test_delete (root);
}

#define NODE(parent, class, name, values) "(" #parent ", true, '" class "', '" name "', " values ", [])"
#define NO_VALUES "@a(svysu) []"

static void
assert_refused (const char *nodes, const char *instructions, int code, const char *text)
{
  g_autofree char *all = g_strdup_printf ("(1, [%s], %s)", nodes, instructions);
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) snapshot = g_variant_parse (G_VARIANT_TYPE ("(ua(ibssa(svysu)a(ssvysu))a(usba(sv)ix))"), all, NULL, NULL, &error);
  guint n_names_before = gyre_nameserver_count (gyre_executive_get_nameserver (gyre_executive_get_default ()));

  g_assert_no_error (error);
  g_assert_null (gyre_component_new_from_snapshot (snapshot, GYRE_SNAPSHOT_PLAIN, &error));
  test_assert_error (error, GYRE_SNAPSHOT_ERROR, code, text);
  g_assert_cmpuint (gyre_nameserver_count (gyre_executive_get_nameserver (gyre_executive_get_default ())), ==, n_names_before);
}

/* One row for each way of being wrong: it is told where, and nothing is left. */
static void
test_mistakes (void)
{
  const char *good = NODE (-1, "test.open", "wrong-root", NO_VALUES);
  g_autofree char *two = g_strdup_printf ("%s, %s", good, NODE (0, "test.stone", "wrong-child", "[('wieght', <'5'>, 9, '', 0)]"));
  g_autofree char *value = g_strdup_printf ("%s, %s", good, NODE (0, "test.stone", "wrong-child", "[('weight', <'five'>, 9, '', 0)]"));
  g_autofree char *parent = g_strdup_printf ("%s, %s", good, NODE (1, "test.stone", "", NO_VALUES));
  g_autofree char *same = g_strdup_printf ("%s, %s", good, NODE (0, "test.stone", "wrong-root", NO_VALUES));

  test_delete (test_new (TEST_TYPE_OPEN, NULL));
  test_delete (test_new (TEST_TYPE_STONE, NULL));
  test_delete (test_new (TEST_TYPE_HOST, NULL));
  test_delete (test_new (TEST_TYPE_SAFE, NULL));
  assert_refused ("", "[]", GYRE_SNAPSHOT_ERROR_FORMAT, "no component");
  assert_refused (NODE (0, "test.open", "", NO_VALUES), "[]", GYRE_SNAPSHOT_ERROR_FORMAT, "can't be its parent");
  assert_refused (parent, "[]", GYRE_SNAPSHOT_ERROR_FORMAT, "component 1");
  assert_refused (same, "[]", GYRE_SNAPSHOT_ERROR_FORMAT, "'wrong-root'");
  assert_refused (NODE (-1, "test.opem", "", NO_VALUES), "[]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "test.opem");
  assert_refused (two, "[]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "did you mean 'weight'");
  assert_refused (value, "[]", GYRE_SNAPSHOT_ERROR_VALUE, "component 1 (test.stone#wrong-child): weight");
  assert_refused (NODE (-1, "test.stone", "", "[('weight', <uint32 0>, 9, '', 0)]"), "[]", GYRE_SNAPSHOT_ERROR_FORMAT, "must be a text");
  assert_refused (NODE (-1, "test.host", "", "[('spare', <uint32 7>, 9, '', 0)]"), "[]", GYRE_SNAPSHOT_ERROR_FORMAT, "no component 7");
  assert_refused (NODE (-1, "test.host", "", "[('spare', <uint32 0>, 9, '', 0)]"), "[]", GYRE_SNAPSHOT_ERROR_VALUE, "spare");
  assert_refused (NODE (-1, "test.stone", "", "[('weight', <'1'>, 99, '', 0)]"), "[]", GYRE_SNAPSHOT_ERROR_FORMAT, "weight 99");
  assert_refused ("(-1, true, 'test.stone', '', [], [('x', 'integer', <'1'>, 9, '', 0)])", "[]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "no trait 'x'");
  assert_refused ("(-1, true, 'test.open', '', [], [('x', 'inteeger', <'1'>, 9, '', 0)])", "[]", GYRE_SNAPSHOT_ERROR_UNKNOWN, "inteeger");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/snapshot-reader/random-trees-come-back-as-they-were", test_round_trip);
  g_test_add_func ("/model/snapshot-reader/values-references-and-parts-come-back", test_values);
  g_test_add_func ("/model/snapshot-reader/what-followed-others-follows-again", test_followed);
  g_test_add_func ("/model/snapshot-reader/stronger-configuration-of-today-counts", test_weight);
  g_test_add_func ("/model/snapshot-reader/construct-only-traits-come-back", test_construct_only);
  g_test_add_func ("/model/snapshot-reader/living-name-is-refused", test_names);
  g_test_add_func ("/model/snapshot-reader/mistake-is-told-with-its-place-and-leaves-nothing", test_mistakes);
  return g_test_run ();
}
