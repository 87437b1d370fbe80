/* test-described-instance.c: What only a component that lives has
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "pond.h"

static const char *
find (GyreDescription *description, const char *title, const char *name)
{
  for (guint index = 0; index < description->sections->len; index++)
    {
      const GyreDescribedSection *section = description->sections->pdata[index];

      for (guint row = 0; g_str_equal (section->title, title) && row < section->rows->len; row++)
        if (g_str_equal (((GyreDescribedRow *) section->rows->pdata[row])->name, name))
          return ((GyreDescribedRow *) section->rows->pdata[row])->text;
    }
  return NULL;
}

static gboolean
swim (gpointer object, GError **error)
{
  return TRUE;
}

static void
children_come_in_their_order (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreComponent) pike = gyre_component_new (POND_TYPE_PIKE, "pike", NULL, NULL);
  g_autoptr (GyreDescription) description = NULL;

  g_assert_nonnull (gyre_component_create (pike, POND_TYPE_WEED, "kelp", NULL, NULL));
  g_assert_nonnull (gyre_component_create (pike, POND_TYPE_FISH, "carp", NULL, NULL));
  description = gyre_description_new_for_instance (G_OBJECT (pike));
  g_assert_cmpuint (description->children->len, ==, 2);
  g_assert_cmpstr (((GyreDescribedInstance *) description->children->pdata[0])->name, ==, "kelp");
  g_assert_cmpstr (((GyreDescribedInstance *) description->children->pdata[1])->family, ==, "pond.fish");
  pond_end (executive);
}

static void
who_is_no_process_and_gets_no_messages_has_no_sections (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreComponent) pike = gyre_component_new (POND_TYPE_PIKE, "pike", NULL, NULL);
  g_autoptr (GyreDescription) description = gyre_description_new_for_instance (G_OBJECT (pike));

  g_assert_cmpuint (description->sections->len, ==, 0);
  pond_end (executive);
}

static void
process_tells_its_turns (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreComponent) pike = gyre_component_new (POND_TYPE_PIKE, "pike", NULL, NULL);
  GyreLaunch launch = { .step = swim };
  g_autoptr (GyreDescription) description = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_launch (executive, gyre_component_get_handle (pike), &launch, &error));
  gyre_executive_run_frames (executive, 3, NULL);
  description = gyre_description_new_for_instance (G_OBJECT (pike));
  g_assert_cmpstr (find (description, "process", "state"), ==, "running");
  g_assert_cmpstr (find (description, "process", "runs"), ==, "3");
  g_assert_cmpstr (find (description, "process", "next due"), ==, "next frame");
  g_assert_true (gyre_component_pause (pike, NULL));
  gyre_description_unref (description);
  description = gyre_description_new_for_instance (G_OBJECT (pike));
  g_assert_cmpstr (find (description, "process", "state"), ==, "paused");
  g_assert_cmpstr (find (description, "process", "next due"), ==, "none");
  pond_end (executive);
}

static void
turns_that_are_rare_are_told_by_their_period (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreComponent) pike = gyre_component_new (POND_TYPE_PIKE, "pike", NULL, NULL);
  g_autoptr (GyreComponent) carp = gyre_component_new (POND_TYPE_FISH, "carp", NULL, NULL);
  GyreLaunch by_frames = { .step = swim, .interval_frames = 5 };
  GyreLaunch by_time = { .step = swim, .interval_time = 3600 * G_GINT64_CONSTANT (1000000000) };
  g_autoptr (GyreDescription) first = NULL;
  g_autoptr (GyreDescription) second = NULL;

  g_assert_true (gyre_executive_launch (executive, gyre_component_get_handle (pike), &by_frames, NULL));
  g_assert_true (gyre_executive_launch (executive, gyre_component_get_handle (carp), &by_time, NULL));
  gyre_executive_run_frames (executive, 2, NULL);
  first = gyre_description_new_for_instance (G_OBJECT (pike));
  second = gyre_description_new_for_instance (G_OBJECT (carp));
  g_assert_cmpstr (find (first, "process", "next due"), ==, "within 5 frames");
  g_assert_true (g_str_has_prefix (find (second, "process", "next due"), "in "));
  g_assert_true (g_str_has_suffix (find (second, "process", "next due"), " s"));
  pond_end (executive);
}

static void
mailbox_tells_what_waits (void)
{
  GyreExecutive *executive = pond_begin ("");
  g_autoptr (GyreComponent) pike = gyre_component_new (POND_TYPE_PIKE, "pike", NULL, NULL);
  g_autoptr (GyreDescription) description = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (gyre_executive_set_mailbox (executive, gyre_component_get_handle (pike), 1000, GYRE_MAILBOX_DROP_OLDEST, 1000, &error));
  g_assert_true (gyre_component_send (pike, gyre_component_get_handle (pike), 0, "worm", 4, GYRE_MESSAGE_SAME_FRAME, &error));
  gyre_executive_run_frames (executive, 1, NULL);
  description = gyre_description_new_for_instance (G_OBJECT (pike));
  g_assert_cmpstr (find (description, "mailbox", "messages"), ==, "1");
  g_assert_cmpstr (find (description, "mailbox", "fill"), ==, "4 bytes");
  g_assert_cmpstr (find (description, "mailbox", "capacity"), ==, "1000 bytes");
  g_assert_cmpstr (find (description, "mailbox", "policy"), ==, "drop-oldest");
  pond_end (executive);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/documentation/described-instance/children-come-in-their-order", children_come_in_their_order);
  g_test_add_func ("/documentation/described-instance/who-is-no-process-and-gets-no-messages-has-no-sections", who_is_no_process_and_gets_no_messages_has_no_sections);
  g_test_add_func ("/documentation/described-instance/process-tells-its-turns", process_tells_its_turns);
  g_test_add_func ("/documentation/described-instance/turns-that-are-rare-are-told-by-their-period", turns_that_are_rare_are_told_by_their_period);
  g_test_add_func ("/documentation/described-instance/mailbox-tells-what-waits", mailbox_tells_what_waits);
  return g_test_run ();
}
