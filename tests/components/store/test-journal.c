/* test-journal.c: Settings in the order in which they were said
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-journal-private.h"

#include <string.h>

static void
append (GyreJournal *journal, guint from, guint to)
{
  for (guint index = from; index < to; index++)
    {
      g_autofree char *value = g_strnfill (index % 3000, 'a' + index % 26);

      gyre_journal_append (journal, value, strlen (value))->rank = index;
    }
}

static void
check (const GyreJournal *journal, const GyreJournalCursor *end, guint length)
{
  GyreJournalCursor cursor = { NULL, 0 };

  for (guint index = 0; index < length; index++)
    {
      GyreSetting *setting = gyre_journal_step (journal, &cursor, end);

      g_assert_nonnull (setting);
      g_assert_cmpuint (setting->rank, ==, index);
      g_assert_cmpuint (strlen (setting->value), ==, index % 3000);
    }
  g_assert_null (gyre_journal_step (journal, &cursor, end));
}

static void
test_order (void)
{
  GyreJournal journal = { 0 };
  GyreJournalCursor end;

  append (&journal, 0, 7000);
  end = gyre_journal_get_end (&journal);
  g_assert_cmpuint (journal.length, ==, 7000);
  check (&journal, &end, 7000);
  gyre_journal_clear (&journal);
}

static void
test_adopt (void)
{
  GyreJournal journal = { 0 }, other = { 0 }, empty = { 0 };
  GyreJournalCursor cursor = { NULL, 0 };
  GyreJournalCursor end;
  GyreSetting *setting;

  append (&journal, 0, 5);
  append (&other, 5, 100);
  end = gyre_journal_get_end (&other);
  setting = gyre_journal_step (&other, &cursor, &end);
  gyre_journal_adopt (&journal, &other);
  gyre_journal_adopt (&journal, &empty);
  g_assert_cmpuint (setting->rank, ==, 5);
  g_assert_null (other.first);
  g_assert_cmpuint (other.length, ==, 0);
  append (&journal, 100, 200);
  g_assert_cmpuint (journal.length, ==, 200);
  end = gyre_journal_get_end (&journal);
  check (&journal, &end, 200);
  gyre_journal_clear (&journal);
}

static void
test_later_not_seen (void)
{
  GyreJournal journal = { 0 };
  GyreJournalCursor nothing = gyre_journal_get_end (&journal);
  GyreJournalCursor end;

  append (&journal, 0, 50);
  end = gyre_journal_get_end (&journal);
  append (&journal, 50, 4000);
  check (&journal, &nothing, 0);
  check (&journal, &end, 50);
  gyre_journal_clear (&journal);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/journal/settings-come-back-in-order", test_order);
  g_test_add_func ("/store/journal/blocks-are-taken-over-without-moving", test_adopt);
  g_test_add_func ("/store/journal/a-walk-does-not-see-what-arrives-later", test_later_not_seen);
  return g_test_run ();
}
