/* test-walk.c: Finds lines and columns of one byte after the other
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-walk-private.h"

#include <string.h>

static GyreSource *
make_source (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return gyre_source_new_from_bytes ("t", bytes);
}

static void
test_random (void)
{
  const char *text = "ab\n\n\317\200c\360\237\230\200d\r\nxyz\n\317\200";
  g_autoptr (GyreSource) source = make_source (text);
  GyreWalk self;

  gyre_walk_init (&self, source);
  for (guint round = 0; round < 10000; round++)
    {
      gsize offset = g_test_rand_int_range (0, strlen (text) + 1);
      guint line, column, expected_line, expected_column;

      if (((guchar) text[offset] & 0xc0) == 0x80)
        continue;
      gyre_walk_find (&self, offset, &line, &column);
      gyre_source_find_place (source, offset, &expected_line, &expected_column);
      g_assert_cmpuint (line, ==, expected_line);
      g_assert_cmpuint (column, ==, expected_column);
    }
}

static void
test_steps (void)
{
  g_autofree char *text = g_strnfill (1000000, 'x');
  g_autoptr (GyreSource) source = make_source (text);
  guint line, column;
  GyreWalk self;

  gyre_walk_init (&self, source);
  for (gsize offset = 10; offset < 1000000; offset += 10)
    {
      gyre_walk_find (&self, offset, &line, &column);
      gyre_walk_find (&self, offset - 5, &line, &column);
      g_assert_cmpuint (column, ==, offset - 4);
    }
  g_assert_cmpuint (self.steps, <, 3000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/walk/" path, function)
  ADD ("places-are-those-of-the-source", test_random);
  ADD ("long-lines-are-counted-once", test_steps);
  return g_test_run ();
}
