/* test-page-members.c: Traits, behaviors and signals as blocks of a page
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-page-members.h"

#include "specimen.h"

static GString *
write_members (void)
{
  g_autoptr (GyreCatalogue) catalogue = specimen_catalogue ();
  GyreDescription *description = gyre_catalogue_find (catalogue, "specimen.shapes.ball");
  GyrePage page;

  gyre_page_begin (&page, catalogue, "../");
  gyre_page_append_traits (&page, description);
  gyre_page_append_behaviors (&page, description);
  return gyre_page_end (&page, "members", NULL, "members.html");
}

static void
a_trait_tells_kind_default_units_rule_and_aliases (void)
{
  g_autoptr (GString) html = write_members ();
  const char *block = strstr (html->str, "<section class=\"member\" id=\"trait-radius\">");

  g_assert_nonnull (strstr (html->str, "<td><code>1.5</code> m</td>"));
  g_assert_nonnull (block);
  g_assert_nonnull (strstr (block, "<span class=\"kind\">real</span>"));
  g_assert_nonnull (strstr (block, "<dt>Default</dt><dd><code>1.5</code>"));
  g_assert_nonnull (strstr (block, "<dt>Units</dt><dd><code>m</code>"));
  g_assert_nonnull (strstr (block, "<dt>Range</dt><dd>at least 0"));
  g_assert_nonnull (strstr (block, "<dt>Key</dt><dd><code>specimen.shapes.ball.radius</code>"));
  g_assert_nonnull (strstr (block, "<dt>Aliases</dt><dd><code>r</code>, <code>size</code>"));
}

static void
each_word_has_its_number_and_its_name_in_c (void)
{
  g_autoptr (GString) html = write_members ();
  const char *block = strstr (html->str, "<section class=\"member\" id=\"trait-taste\">");

  g_assert_nonnull (block);
  g_assert_nonnull (strstr (block, "<tr><td><code>sour</code></td><td>7</td><td><code>SPECIMEN_SOUR</code></td></tr>"));
  g_assert_nonnull (strstr (block, "= sour</span>"));
}

static void
what_is_deprecated_says_since_when (void)
{
  g_autoptr (GString) html = write_members ();

  g_assert_nonnull (strstr (html->str, "<dt>Deprecated since</dt><dd>0.2</dd>"));
  g_assert_nonnull (strstr (html->str, "what &lt;nobody&gt; needs"));
}

static void
a_behavior_has_its_signature (void)
{
  g_autoptr (GString) html = write_members ();

  g_assert_nonnull (strstr (html->str, "id=\"behavior-measure\""));
  g_assert_nonnull (strstr (html->str, "<pre class=\"signature\"><code>real measure ()</code></pre>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/page-members/a-trait-tells-kind-default-units-rule-and-aliases", a_trait_tells_kind_default_units_rule_and_aliases);
  g_test_add_func ("/pages/page-members/each-word-has-its-number-and-its-name-in-c", each_word_has_its_number_and_its_name_in_c);
  g_test_add_func ("/pages/page-members/what-is-deprecated-says-since-when", what_is_deprecated_says_since_when);
  g_test_add_func ("/pages/page-members/a-behavior-has-its-signature", a_behavior_has_its_signature);
  return g_test_run ();
}
