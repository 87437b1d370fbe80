/* test-deletion.c: The end of a component and of all that it owns
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-kin-private.h"
#include "gyre-launch.h"
#include "gyre-shard-private.h"

/* One that writes down its end, and can do something then. */
#define TEST_TYPE_MORTAL (test_mortal_get_type ())
G_DECLARE_FINAL_TYPE (TestMortal, test_mortal, TEST, MORTAL, GyreComponent)

struct _TestMortal
{
  GyreComponent parent_instance;

  double weight;
  GyreComponent *victim;
  void (*act) (TestMortal *self);
};

static GString *story;

static void
test_mortal_deleted (TestMortal *self)
{
  GyreComponent *component = GYRE_COMPONENT (self);

  g_string_append_printf (story, "%s ", gyre_component_get_name (component));
  g_assert_false (gyre_component_is_deleted (component));
  if (self->act != NULL)
    self->act (self);
}

static void
test_mortal_finalize (GObject *object)
{
  g_string_append_c (story, '!');
  G_OBJECT_CLASS (g_type_class_peek (GYRE_TYPE_COMPONENT))->finalize (object);
}

static void
test_mortal_class_init (gpointer class, gpointer data)
{
  G_OBJECT_CLASS (class)->finalize = test_mortal_finalize;
}

static gboolean
test_mortal_die (TestMortal *self, GError **error)
{
  gyre_component_delete (GYRE_COMPONENT (self));
  g_assert_true (gyre_component_is_deleted (GYRE_COMPONENT (self)));
  g_string_append_printf (story, "%g ", self->weight);
  return TRUE;
}

GYRE_DEFINE_COMPONENT (TestMortal, test_mortal, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_real (weight, 7.0)),
  GYRE_BEHAVIORS (gyre_behavior (die, test_mortal_die, (nothing))),
  .family = "test.mortal",
  .deleted = test_mortal_deleted, .class_initialize = test_mortal_class_init)

/* One that holds others in every way there is. */
#define TEST_TYPE_SHELF (test_shelf_get_type ())
G_DECLARE_FINAL_TYPE (TestShelf, test_shelf, TEST, SHELF, GyreComponent)

struct _TestShelf
{
  GyreComponent parent_instance;

  TestShape *first;
  GyreList *others;
  GyreMapping *labelled;
};

GYRE_DEFINE_COMPONENT (TestShelf, test_shelf, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_facility (first, test_shape, NULL),
    gyre_facilities (others, test_shape, "()"),
    gyre_facility_mapping (labelled, test_shape, "()")),
  GYRE_BEHAVIORS (),
  .family = "test.shelf")

typedef struct
{
  GyreExecutive *executive;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->executive = gyre_executive_new ();
  gyre_executive_push (fixture->executive);
  story = g_string_new (NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gyre_executive_pop (fixture->executive);
  g_object_unref (fixture->executive);
  g_string_free (story, TRUE);
}

static GyreComponent *
create (gpointer parent, const char *name)
{
  g_autoptr (GError) error = NULL;
  GyreComponent *child = gyre_component_create (parent, TEST_TYPE_MORTAL, name, &error, NULL);

  g_assert_no_error (error);
  return child;
}

/* In the original a parent was deleted before its children, which then did not find it. */
static void
test_children_first (Fixture *fixture, gconstpointer data)
{
  GyreComponent *root = test_new (TEST_TYPE_MORTAL, "root");
  GyreComponent *left = create (root, "left");

  create (root, "right");
  create (left, "leaf");
  create (left, "twig");
  g_assert_true (gyre_component_delete (root));
  g_assert_cmpstr (story->str, ==, "right !twig !leaf !left !root ");
  g_object_unref (root);
  g_assert_cmpstr (story->str, ==, "right !twig !leaf !left !root !");
}

/* In the original only what `create` had made could be deleted, and the second time was an exception. */
static void
test_exactly_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) mortal = test_new (TEST_TYPE_MORTAL, "mortal");

  g_assert_false (gyre_component_is_deleted (mortal));
  g_assert_true (gyre_component_delete (mortal));
  g_assert_true (gyre_component_is_deleted (mortal));
  g_assert_false (gyre_component_delete (mortal));
  g_assert_cmpstr (story->str, ==, "mortal ");
}

static void
test_name_and_handle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) old = test_new (TEST_TYPE_MORTAL, "phoenix");
  GyreHandle handle = gyre_component_get_handle (old);
  g_autoptr (GyreComponent) young = NULL;
  g_autoptr (GyreComponent) found = NULL;
  g_autoptr (GPtrArray) extent = NULL;

  gyre_component_delete (old);
  g_assert_null (gyre_executive_find_component (fixture->executive, "phoenix"));
  g_assert_null (gyre_executive_find_handle (fixture->executive, handle));
  g_assert_null (gyre_actor_find_number (gyre_component_get_actor (old), 0));
  g_assert_cmpuint (gyre_component_get_handle (old), ==, GYRE_HANDLE_NONE);
  extent = gyre_actor_get_extent (gyre_component_get_actor (old));
  g_assert_cmpuint (extent->len, ==, 0);
  young = test_new (TEST_TYPE_MORTAL, "phoenix");
  g_assert_true (young != old);
  g_assert_cmpuint (gyre_component_get_handle (young), !=, handle);
  g_assert_null (gyre_executive_find_handle (fixture->executive, handle));
  /* The end of the old one does not take the name of the young one. */
  g_clear_object (&old);
  found = gyre_executive_find_component (fixture->executive, "phoenix");
  g_assert_true (found == young);
}

/* In the original a child that stood in two lists stayed in one of them. */
static void
test_every_holder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GyreComponent) holder = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GyreComponent) other = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *child = create (parent, "child");

  gyre_component_add (holder, child, NULL);
  gyre_component_add (other, child, NULL);
  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  gyre_component_delete (child);
  g_assert_null (child);
  g_assert_cmpuint (gyre_component_count_children (parent), ==, 0);
  g_assert_cmpuint (gyre_component_count_members (holder), ==, 0);
  g_assert_cmpuint (gyre_component_count_members (other), ==, 0);
}

static void
test_holder_owns_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GyreComponent) holder = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *child = create (parent, "child");

  gyre_component_add (holder, child, NULL);
  gyre_component_delete (holder);
  g_assert_false (gyre_component_is_deleted (child));
  g_assert_cmpuint (gyre_component_count_children (parent), ==, 1);
}

static void
hear (GyreComponent *component, const GyreChange *change, gpointer data)
{
  g_string_append_printf (story, "%s ", gyre_trait_get_name (change->trait));
}

static void
test_traits_let_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TestShelf) shelf = test_new (TEST_TYPE_SHELF, NULL);
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, "ball");
  g_autoptr (GyreComponent) box = test_new (TEST_TYPE_BOX, "box");
  g_autoptr (GError) error = NULL;

  test_set_text (shelf, "first", "#ball");
  test_set_text (shelf, "others", "(#box, #ball, #box, #ball)");
  test_set_text (shelf, "labelled", "(a: #ball, b: #box)");
  g_assert_nonnull (gyre_component_get_object (GYRE_COMPONENT (shelf), "first", &error));
  test_shelf_get_others (shelf, &error);
  test_shelf_get_labelled (shelf, &error);
  g_assert_no_error (error);
  gyre_component_observe (GYRE_COMPONENT (shelf), NULL, hear, NULL, NULL, NULL);
  gyre_component_delete (ball);
  g_assert_cmpstr (story->str, ==, "first others labelled ");
  test_assert_text (shelf, "first", "none");
  test_assert_text (shelf, "others", "(test.shapes.box#box, test.shapes.box#box)");
  test_assert_text (shelf, "labelled", "(b: test.shapes.box#box)");
  g_assert_cmpuint (G_OBJECT (ball)->ref_count, ==, 1);
}

/* Who comes next with the name of a host must not reach the parts of the old one. */
static void
test_parts_give_names_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) old = test_new (TEST_TYPE_HOST, "host");
  GObject *part = gyre_component_get_object (old, "shape", NULL);
  g_autoptr (GyreComponent) young = NULL;

  g_assert_cmpstr (gyre_component_get_name (GYRE_COMPONENT (part)), ==, "host.shape");
  gyre_component_delete (old);
  young = test_new (TEST_TYPE_HOST, "host");
  g_assert_true (gyre_component_get_object (young, "shape", NULL) != part);
}

static void
test_values_stay (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, "ball");
  g_autoptr (GyreTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  test_ball_set_radius ((TestBall *) ball, 4, NULL);
  gyre_component_delete (ball);
  test_assert_text (ball, "radius", "4");
  g_assert_false (test_ball_set_radius ((TestBall *) ball, 5, &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_DELETED, "ball", "radius", "deleted");
  g_assert_false (gyre_component_set_text (ball, "label", "x", &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_DELETED, "label");
  g_assert_false (gyre_component_set_text (ball, "radius", "2 + 3", &error));
  g_clear_error (&error);
  transaction = gyre_transaction_begin (fixture->executive);
  g_assert_false (gyre_transaction_set_real (transaction, ball, "radius", 6, &error));
  g_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_DELETED);
  test_assert_text (ball, "radius", "4");
}

static void
test_deleted_one_holds_nothing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) old = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GyreComponent) other = test_new (TEST_TYPE_STONE, NULL);
  g_autoptr (GError) error = NULL;

  gyre_component_delete (old);
  g_assert_null (gyre_component_create (old, TEST_TYPE_BALL, "never", &error, NULL));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_TREE, "deleted");
  g_assert_null (gyre_executive_find_component (fixture->executive, "never"));
  g_assert_false (gyre_component_adopt (old, other, NULL));
  g_assert_false (gyre_component_adopt (other, old, NULL));
  g_assert_false (gyre_component_add (old, other, NULL));
  g_assert_false (gyre_component_add (other, old, NULL));
}

static void
test_no_part_of_anybody (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);
  g_autoptr (GyreComponent) host = test_new (TEST_TYPE_HOST, NULL);
  g_autoptr (GError) error = NULL;

  gyre_component_delete (ball);
  g_assert_false (gyre_component_set_object (host, "spare", G_OBJECT (ball), &error));
  test_assert_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_DELETED, "spare", "deleted");
  test_assert_text (host, "spare", "none");
}

static GWeakRef victim;

static void
delete_victim (TestMortal *self)
{
  g_autoptr (GyreComponent) component = g_weak_ref_get (&victim);

  if (component != NULL)
    gyre_component_delete (component);
}

/* Whatever the hook deletes, each ends once. */
static void
test_hook_deletes_others (Fixture *fixture, gconstpointer data)
{
  static const char * const victims[] = { "grand", "root", "left", "right", "leaf" };

  for (guint index = 0; index < G_N_ELEMENTS (victims); index++)
    for (guint actor = 0; actor < G_N_ELEMENTS (victims); actor++)
      {
        GyreComponent *grand = test_new (TEST_TYPE_MORTAL, "grand");
        GyreComponent *root = create (grand, "root");
        GyreComponent *left = create (root, "left");
        g_autoptr (GyreComponent) who = NULL;

        create (root, "right");
        create (left, "leaf");
        who = gyre_executive_find_component (fixture->executive, victims[actor]);
        ((TestMortal *) who)->act = delete_victim;
        g_clear_object (&who);
        who = gyre_executive_find_component (fixture->executive, victims[index]);
        g_weak_ref_set (&victim, who);
        g_clear_object (&who);
        g_string_truncate (story, 0);
        gyre_component_delete (root);
        gyre_component_delete (grand);
        g_object_unref (grand);
        for (guint name = 0; name < G_N_ELEMENTS (victims); name++)
          {
            const char *first = strstr (story->str, victims[name]);
            g_assert_nonnull (first);
            g_assert_null (strstr (first + 1, victims[name]));
          }
        g_assert_cmpuint (strlen (story->str), ==, strlen ("grand root left right leaf !!!!!"));
      }
}

static void
create_another (TestMortal *self)
{
  g_assert_null (gyre_component_create (self->victim, TEST_TYPE_MORTAL, NULL, NULL, NULL));
}

static void
test_no_birth_meanwhile (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) root = test_new (TEST_TYPE_MORTAL, "root");
  TestMortal *child = (TestMortal *) create (root, "child");

  child->victim = root;
  child->act = create_another;
  gyre_component_delete (root);
  g_assert_cmpstr (story->str, ==, "child !root ");
}

/* What runs when it is deleted runs to its end. */
static void
test_during_its_own_run (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *mortal = create (parent, "mortal");
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (gyre_component_get_handle (mortal), "die", NULL, 0);
  GyreShard *shard = gyre_executive_get_shard (fixture->executive);

  gyre_shard_post (shard, instruction, 0, GYRE_HANDLE_NONE, NULL);
  gyre_executive_run_frames (fixture->executive, 1, NULL);
  g_assert_cmpstr (story->str, ==, "mortal 7 !");
  g_assert_null (gyre_executive_find_component (fixture->executive, "mortal"));
}

static void
hear_of_instruction (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer data)
{
  g_assert_error (error, GYRE_INSTRUCTION_ERROR, GYRE_INSTRUCTION_ERROR_CANCELLED);
  g_string_append (story, "cancelled ");
}

/* Nothing of what waits for it reaches whoever gets its place. */
static void
test_what_waits_for_it (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) root = test_new (TEST_TYPE_STONE, NULL);
  GyreHandle handle = gyre_component_get_handle (create (root, "mortal"));
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (handle, "die", NULL, 0);
  g_autoptr (GyreComponent) next = NULL;
  g_autoptr (GError) error = NULL;
  GyreMessageCounts counts;

  gyre_instruction_set_callback (instruction, hear_of_instruction, NULL, NULL);
  g_assert_cmpuint (gyre_executive_post (fixture->executive, instruction, 0, NULL), >, 0);
  g_assert_cmpuint (gyre_executive_post (fixture->executive, instruction, G_MAXINT64 / 4, NULL), >, 0);
  g_assert_true (gyre_executive_send (fixture->executive, GYRE_HANDLE_NONE, handle, 0, "x", 1, GYRE_MESSAGE_SAME_FRAME, NULL));
  gyre_component_delete (root);
  next = test_new (TEST_TYPE_MORTAL, "next");
  gyre_component_get_handle (next);
  g_string_truncate (story, 0);
  gyre_executive_run_frames (fixture->executive, 1, NULL);
  g_assert_cmpstr (story->str, ==, "cancelled cancelled ");
  g_assert_cmpuint (gyre_executive_count_postings (fixture->executive), ==, 0);
  g_assert_false (gyre_executive_send (fixture->executive, GYRE_HANDLE_NONE, handle, 0, "x", 1, GYRE_MESSAGE_SAME_FRAME, &error));
  g_assert_error (error, GYRE_MESSAGE_ERROR, GYRE_MESSAGE_ERROR_RECEIVER);
  gyre_executive_get_message_counts (fixture->executive, &counts);
  g_assert_cmpuint (counts.delivered, ==, 0);
  g_assert_null (gyre_executive_read (fixture->executive, gyre_component_get_handle (next), 0, NULL));
}

static gboolean
step (gpointer object, GError **error)
{
  TestMortal *self = object;

  return test_mortal_die (self, error);
}

static void
test_process (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) parent = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *mortal = create (parent, "mortal");
  GyreLaunch how = { .phase = -1, .step = step };

  g_assert_true (gyre_executive_launch (fixture->executive, gyre_component_get_handle (mortal), &how, NULL));
  gyre_executive_run_frames (fixture->executive, 1, NULL);
  g_assert_cmpstr (story->str, ==, "mortal 7 !");
}

/* One that lets go of itself wherever its code runs, and goes on. */
typedef struct
{
  GyreComponent parent_instance;

  TestShape *part;
  gboolean lets_go;
} TestCareless;
typedef GyreComponentClass TestCarelessClass;

static gboolean
test_careless_run (TestCareless *self, GError **error)
{
  if (!self->lets_go)
    return TRUE;
  g_object_unref (self);
  g_assert_true (TEST_IS_SHAPE (self->part));
  g_string_append (story, "lives ");
  return TRUE;
}

static gboolean
test_careless_receive (TestCareless *self, GyreMessage *message, GError **error)
{
  return test_careless_run (self, error);
}

GYRE_DEFINE_COMPONENT (TestCareless, test_careless, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_facility (part, test_shape, "test.shapes.ball")),
  GYRE_BEHAVIORS (gyre_behavior (run, test_careless_run, (nothing))),
  .family = "test.careless",
  .receive = test_careless_receive)

static void
note_end (gpointer data, GObject *object)
{
  g_string_append_c (story, '!');
}

static TestCareless *
new_careless (void)
{
  GyreComponent *component;

  g_type_ensure (TEST_TYPE_BALL);
  component = test_new (test_careless_get_type (), NULL);
  ((TestCareless *) component)->lets_go = TRUE;
  g_object_weak_ref (G_OBJECT (component), note_end, NULL);
  g_assert_nonnull (gyre_component_get_object (component, "part", NULL));
  return (TestCareless *) component;
}

static void
test_last_reference_in_receive (Fixture *fixture, gconstpointer data)
{
  TestCareless *careless = new_careless ();
  GyreHandle handle = gyre_component_get_handle (GYRE_COMPONENT (careless));

  g_assert_true (gyre_executive_send (fixture->executive, GYRE_HANDLE_NONE, handle, 0, "x", 1, GYRE_MESSAGE_SAME_FRAME, NULL));
  g_assert_true (gyre_executive_send (fixture->executive, GYRE_HANDLE_NONE, handle, 0, "x", 1, GYRE_MESSAGE_SAME_FRAME, NULL));
  gyre_executive_run_frames (fixture->executive, 1, NULL);
  g_assert_cmpstr (story->str, ==, "lives !");
}

static void
test_last_reference_in_a_run (Fixture *fixture, gconstpointer data)
{
  TestCareless *careless = new_careless ();

  g_assert_true (gyre_component_launch (GYRE_COMPONENT (careless), NULL, NULL));
  gyre_executive_run_frames (fixture->executive, 1, NULL);
  g_assert_cmpstr (story->str, ==, "lives !");
}

static void
test_last_reference_in_an_instruction (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (gyre_component_post (GYRE_COMPONENT (new_careless ()), "run", 0, NULL), !=, 0);
  gyre_executive_run_frames (fixture->executive, 1, NULL);
  g_assert_cmpstr (story->str, ==, "lives !");
}

static void
let_go_in_callback (GyreInstruction *instruction, const GValue *result, const GError *error, gpointer careless)
{
  ((TestCareless *) careless)->lets_go = TRUE;
  test_careless_run (careless, NULL);
}

static void
test_last_reference_in_a_callback (Fixture *fixture, gconstpointer data)
{
  TestCareless *careless = new_careless ();
  GyreHandle handle = gyre_component_get_handle (GYRE_COMPONENT (careless));
  g_autoptr (GyreInstruction) instruction = gyre_instruction_new_for_handle (handle, "run", NULL, 0);

  careless->lets_go = FALSE;
  gyre_instruction_set_callback (instruction, let_go_in_callback, careless, NULL);
  g_assert_cmpuint (gyre_executive_post (fixture->executive, instruction, 0, NULL), !=, 0);
  gyre_executive_run_frames (fixture->executive, 1, NULL);
  g_assert_cmpstr (story->str, ==, "lives !");
}

static void
on_deleted (GyreComponent *component, gpointer data)
{
  g_string_append (story, "signal ");
}

static void
test_signal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) ball = test_new (TEST_TYPE_BALL, NULL);

  g_signal_connect (ball, "deleted", G_CALLBACK (on_deleted), NULL);
  gyre_component_delete (ball);
  gyre_component_delete (ball);
  g_assert_cmpstr (story->str, ==, "signal ");
}

static void
test_deep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GyreComponent) root = test_new (TEST_TYPE_STONE, NULL);
  GyreComponent *last = root;

  for (guint depth = 0; depth < 50000; depth++)
    last = gyre_component_create (last, TEST_TYPE_STONE, NULL, NULL, NULL);
  g_object_add_weak_pointer (G_OBJECT (last), (gpointer *) &last);
  gyre_component_delete (root);
  g_assert_null (last);
}

#define ADD(path, function) g_test_add ("/model/deletion/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("children-end-before-their-parents-the-youngest-first", test_children_first);
  ADD ("second-delete-does-nothing", test_exactly_once);
  ADD ("name-is-free-and-handle-stale", test_name_and_handle);
  ADD ("every-holder-lets-it-go", test_every_holder);
  ADD ("holder-that-is-deleted-leaves-its-members-alone", test_holder_owns_nothing);
  ADD ("facility-list-and-mapping-let-it-go-and-tell", test_traits_let_go);
  ADD ("parts-give-their-names-back", test_parts_give_names_back);
  ADD ("values-of-a-deleted-component-are-read-and-not-set", test_values_stay);
  ADD ("deleted-component-holds-nothing-and-is-held-by-nobody", test_deleted_one_holds_nothing);
  ADD ("deleted-component-becomes-no-part", test_no_part_of_anybody);
  ADD ("hook-that-deletes-others-ends-each-once", test_hook_deletes_others);
  ADD ("nothing-is-born-in-a-tree-that-ends", test_no_birth_meanwhile);
  ADD ("instructions-and-messages-for-it-are-gone", test_what_waits_for_it);
  ADD ("behavior-that-deletes-its-component-runs-to-its-end", test_during_its_own_run);
  ADD ("process-that-deletes-itself-runs-to-its-end", test_process);
  ADD ("last-reference-can-go-in-receive", test_last_reference_in_receive);
  ADD ("last-reference-can-go-in-a-run", test_last_reference_in_a_run);
  ADD ("last-reference-can-go-in-an-instruction", test_last_reference_in_an_instruction);
  ADD ("last-reference-can-go-in-a-callback", test_last_reference_in_a_callback);
  ADD ("signal-tells-of-it-once", test_signal);
  ADD ("long-line-of-descendants-is-deleted-without-recursion", test_deep);
  return g_test_run ();
}
