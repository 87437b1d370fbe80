/* test-scene.c: A picture of components that live
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-scene.h"

#include <string.h>

static const char landscape_text[] =
  "{'n-components': <uint64 9>,"
  " 'components': <[('stage', @ms 'play.stage', 'PlayStage', @ms nothing, uint64 0, uint64 0, uint64 0, uint64 0, uint64 100),"
  "                 ('hero', 'play.hero', 'PlayHero', 'running', 12, 1, 2, 25, 100),"
  "                 ('sword', nothing, 'PlaySword', nothing, 0, 0, 0, 0, 0), ('alone', nothing, 'PlayHero', 'paused', 0, 0, 0, 0, 0)]>,"
  " 'lines': <[('child', uint32 0, uint32 1, '', uint64 0), ('facility', 1, 2, 'weapon', 0), ('follows', 1, 0, 'size ← width', 0),"
  "            ('messages', 1, 3, '', 34), ('child', 0, 77, '', 0), ('unheard-of', 0, 1, '', 0)]>,"
  " 'plans': <[(uint32 1, 'shield', 'play.shield'), (99, 'shield', 'play.shield')]>}";

static char *
draw (const char *root, const GyrePictureWish *wish)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) landscape = g_variant_parse (G_VARIANT_TYPE_VARDICT, landscape_text, NULL, NULL, &error);

  g_assert_no_error (error);
  return gyre_scene_draw (landscape, root, wish);
}

static void
assert_has (const char *dot, const char *part)
{
  if (strstr (dot, part) == NULL)
    g_error ("no '%s' in %s", part, dot);
}

static void
every_line_is_drawn_with_its_label (void)
{
  g_autofree char *dot = draw (NULL, NULL);

  assert_has (dot, "\"stage\" -> \"hero\" [class=child");
  assert_has (dot, "\"hero\" -> \"sword\" [class=facility");
  assert_has (dot, "label=<weapon>");
  assert_has (dot, "\"hero\" -> \"stage\" [class=follows");
  assert_has (dot, "label=<size ← width>");
  assert_has (dot, "\"hero\" -> \"alone\" [class=messages");
  assert_has (dot, "label=<34×>");
  assert_has (dot, "\"hero\" -> \"hero.shield\" [class=facility");
  assert_has (dot, "■ not built yet");
  assert_has (dot, "4 of 9 components are drawn");
}

static void
a_place_tells_state_runs_failures_and_mail (void)
{
  g_autofree char *dot = draw (NULL, NULL);

  assert_has (dot, "play.hero · 12× · 1 failed · mail 25 %");
  assert_has (dot, "■ process that runs");
  assert_has (dot, "■ process that is paused");
}

static void
a_root_brings_what_belongs_to_it (void)
{
  g_autofree char *dot = draw ("hero", NULL);

  assert_has (dot, "\"hero\" -> \"sword\" [class=facility");
  g_assert_null (strstr (dot, "\"stage\""));
  g_assert_null (strstr (dot, "\"alone\""));
  g_assert_null (draw ("nobody", NULL));
}

static void
depth_and_omitted_lines_leave_out (void)
{
  GyrePictureWish shallow = { .depth = 1 };
  GyrePictureWish quiet = { .omitted = 1 << GYRE_LINE_MESSAGES | 1 << GYRE_LINE_FACILITY };
  g_autofree char *near = draw (NULL, &shallow);
  g_autofree char *some = draw (NULL, &quiet);

  assert_has (near, "\"stage\" -> \"hero\"");
  g_assert_null (strstr (near, "\"sword\""));
  g_assert_null (strstr (some, "class=messages"));
  g_assert_null (strstr (some, "shield"));
  assert_has (some, "class=follows");
}

static void
what_is_no_landscape_is_an_empty_picture (void)
{
  g_autoptr (GVariant) nothing = g_variant_parse (G_VARIANT_TYPE_VARDICT, "{'components': <'x'>, 'lines': <@as []>, 'plans': <3>}", NULL, NULL, NULL);
  g_autofree char *empty = gyre_scene_draw (nothing, NULL, NULL);

  assert_has (empty, "digraph");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/scene/every-line-is-drawn-with-its-label", every_line_is_drawn_with_its_label);
  g_test_add_func ("/pages/scene/a-place-tells-state-runs-failures-and-mail", a_place_tells_state_runs_failures_and_mail);
  g_test_add_func ("/pages/scene/a-root-brings-what-belongs-to-it", a_root_brings_what_belongs_to_it);
  g_test_add_func ("/pages/scene/depth-and-omitted-lines-leave-out", depth_and_omitted_lines_leave_out);
  g_test_add_func ("/pages/scene/what-is-no-landscape-is-an-empty-picture", what_is_no_landscape_is_an_empty_picture);
  return g_test_run ();
}
