/* test-pml-text.c: Where things stand in XML, and what its texts mean
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-pml-text-private.h"

#include <string.h>

static void
assert_text (const char *written, const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (written, strlen (written));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("t", bytes);
  GyrePmlText self;
  GyreNestingText text;
  g_autofree char *found = NULL;

  gyre_pml_text_init (&self, source);
  gyre_pml_text_read (&self, self.text, self.end, &text);
  found = g_strndup (text.text, text.length);
  g_assert_cmpstr (found, ==, expected);
  gyre_pml_text_clear (&self);
}

static void
test_lines (void)
{
  assert_text ("  a \n\n   b  c\n", "a\nb  c");
  assert_text (" \n ", "");
}

static void
test_entities (void)
{
  assert_text ("&lt;&gt;&amp;&quot;&apos;", "<>&\"'");
  assert_text ("&#32;a&#10;&#x41;&#32;", " a\nA ");
  assert_text ("<![CDATA[ <a>\n &amp;]]>", " <a>\n &amp;");
}

static void
test_tag (void)
{
  const char *written = "<!-- <no a='1'> --></end><?no?><tag  a = \"x>y\" b='2' />rest";
  g_autoptr (GBytes) bytes = g_bytes_new (written, strlen (written));
  g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("t", bytes);
  GyrePmlText self;
  GyrePmlTag tag;

  gyre_pml_text_init (&self, source);
  gyre_pml_text_find_tag (&self, self.text, &tag);
  g_assert_true (g_str_has_prefix (tag.start, "<tag"));
  g_assert_cmpuint (self.end - tag.stop, ==, 4);
  g_assert_cmpuint (tag.n_attributes, ==, 2);
  g_assert_cmpuint (tag.attributes[0].value_length, ==, 3);
  g_assert_true (strncmp (tag.attributes[1].value, "2'", 2) == 0);
  gyre_pml_text_clear (&self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add_func ("/configuration/pml-text/" path, function)
  ADD ("lines-are-trimmed-and-joined", test_lines);
  ADD ("entities-mean-characters", test_entities);
  ADD ("tag-is-found-behind-comments-and-ends", test_tag);
  return g_test_run ();
}
