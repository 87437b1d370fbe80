/* test-succession.c: The births of a class, one after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "model-fixtures.h"

#include "gyre-state-private.h"
#include "gyre-succession-private.h"

typedef struct { GyreComponent parent_instance; int size; char *label; } TestHeir;
typedef struct { GyreComponentClass parent_class; } TestHeirClass;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestHeir, g_object_unref)

GYRE_DEFINE_COMPONENT (TestHeir, test_heir, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (gyre_integer (size, 1), gyre_string (label, "first")), GYRE_BEHAVIORS (), .family = "test.heir")

enum { CHANGES = 1000, BOUND = 32 };

static void
change (guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autoptr (GError) error = NULL;

  gyre_actor_set_default (gyre_actor_get (test_heir_get_type ()), "label", text, &error);
  g_assert_no_error (error);
}

static guint
count_births (void)
{
  GyreBirth *birth = gyre_birth_get (g_type_class_peek (test_heir_get_type ()), gyre_executive_get_current ());
  guint count = 0;

  for (; birth != NULL; birth = birth->older)
    count++;
  return count;
}

static void
test_expiry (void)
{
  g_autoptr (TestHeir) old = test_new (test_heir_get_type (), "old");
  g_autoptr (TestHeir) middle = NULL;
  g_autoptr (TestHeir) gone = NULL;

  for (guint number = 0; number < CHANGES; number++)
    {
      g_autoptr (TestHeir) passing = NULL;

      change (number);
      passing = test_new (test_heir_get_type (), NULL);
      if (number == 100)
        middle = g_object_ref (passing);
      if (number == 200)
        {
          gone = g_object_ref (passing);
          g_object_run_dispose (G_OBJECT (gone));
        }
      g_assert_cmpuint (count_births (), <=, BOUND + 8);
    }
  test_assert_text (old, "label", "first");
  test_assert_text (middle, "label", "100");
  test_assert_text (gone, "label", "200");
  g_assert_cmpint (gyre_component_get_birth (GYRE_COMPONENT (gone))->n_slots, >, 1);
  g_assert_cmpint (gyre_component_get_birth (GYRE_COMPONENT (old))->n_slots, >, 1);
}

/* Somebody builds an instance whose class changes meanwhile. */
static void
test_builder (void)
{
  guint before = count_births ();

  gyre_succession_enter ();
  for (guint number = 0; number < CHANGES; number++)
    {
      change (number);
      count_births ();
    }
  g_assert_cmpuint (count_births (), ==, before + CHANGES);
  gyre_succession_leave ();
  change (CHANGES);
  g_assert_cmpuint (count_births (), <=, BOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/succession/births-of-which-no-instance-lives-are-given-back", test_expiry);
  g_test_add_func ("/model/succession/nothing-goes-while-an-instance-is-built", test_builder);
  return g_test_run ();
}
