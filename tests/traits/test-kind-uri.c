/* test-kind-uri.c: The kind of uniform resource identifiers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "kind-fixture.h"

static void
test_reads (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (uri));

  assert_reads (trait, "HTTPS://Example.org/a%20b?c=d#e", "https://Example.org/a%20b?c=d#e");
  assert_reads (trait, "http://[::1]:8080/", "http://[::1]:8080/");
  assert_reads (trait, "mailto:a@b.c", "mailto:a@b.c");
  assert_reads (trait, "http://host", "http://host/");
  assert_data (trait, "'file:///tmp/x'", "file:///tmp/x");
  assert_takes (trait, native_string ("urn:isbn:5"), "urn:isbn:5");
}

static void
test_refused (void)
{
  GyreTrait *trait = MAKE_TRAIT (POINTER (uri));
  GyreTrait *web = MAKE_TRAIT (POINTER (uri), .format = "http, https");

  assert_refuses (trait, "http://a b/", GYRE_VALUE_ERROR_SYNTAX, "must be a uri, is 'http://a b/' (at character 9)");
  assert_refuses (trait, "/relative", GYRE_VALUE_ERROR_SYNTAX,
                  "must be a uri: URI is not absolute, and no base URI was provided, is '/relative' (at character 1)");
  assert_refuses (web, "htps://a/", GYRE_VALUE_ERROR_CONSTRAINT, "must be a uri of scheme http, https, is one of scheme htps (at character 1)");
  assert_hint (web, "htps://a/", "did you mean 'https'?");
  assert_reads (web, "https://a/", "https://a/");
}

static GyreValue
make (GRand *random)
{
  GyreValue value = GYRE_NONE;

  while (!value.present)
    {
      g_autofree char *host = random_text (random, "abc01.-");
      g_autofree char *path = random_text (random, "abc/.~%=&+:@!");
      g_autofree char *text = g_strdup_printf ("%s://%s/%s?%s#%s", g_rand_boolean (random) ? "http" : "x-y", host, path, path, host);
      gyre_kind_uri.parse (NULL, text, &value, NULL);
    }
  return value;
}

static void
test_property (void)
{
  assert_property (MAKE_TRAIT (POINTER (uri)), make);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/traits/kind-uri/has-one-spelling", test_reads);
  g_test_add_func ("/traits/kind-uri/mistake-and-scheme-are-told", test_refused);
  g_test_add_func ("/traits/kind-uri/every-value-survives", test_property);
  return g_test_run ();
}
