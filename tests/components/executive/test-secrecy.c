/* test-secrecy.c: What of a configuration nobody may see
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <gyre.h>

#include <string.h>

#define CANARY "xqzvtw"

typedef struct { GyreComponent parent_instance; char *password; double depth; } TestSafe;
typedef struct { GyreComponentClass parent_class; } TestSafeClass;

GYRE_DEFINE_COMPONENT (TestSafe, test_safe, GYRE_TYPE_COMPONENT,
  GYRE_TRAITS (
    gyre_string (password, "x", .secret = true, .aliases = "pass word, pin-code", .formerly = "watchword"),
    gyre_real (depth, 1.0)),
  GYRE_BEHAVIORS (), .family = "safe.thing")

static GyreSecrecy *
learn (GyreSource *source)
{
  g_type_ensure (test_safe_get_type ());
  gyre_actor_get (test_safe_get_type ());
  return gyre_secrecy_new (gyre_executive_get_default (), source);
}

static void
test_names (void)
{
  g_autoptr (GyreSecrecy) secrecy = learn (NULL);
  GyreRequirement *record = gyre_executive_find_family (gyre_executive_get_default (), "safe.thing", NULL);

  g_assert_true (gyre_secrecy_covers (secrecy, "whoever.password"));
  g_assert_true (gyre_secrecy_covers (secrecy, "pin-code"));
  g_assert_true (gyre_secrecy_covers (secrecy, "x.watchword"));
  g_assert_true (gyre_secrecy_covers (secrecy, "x.pasword"));
  g_assert_false (gyre_secrecy_covers (secrecy, "whoever.depth"));
  g_assert_true (gyre_secrecy_covers_setting (secrecy, record, "safe.thing.password"));
  g_assert_true (gyre_secrecy_covers_setting (secrecy, record, "safe.thing.watchword"));
  g_assert_false (gyre_secrecy_covers_setting (secrecy, record, "password.depth"));
}

/* A text with a mistake, and whether the line of the (last) mistake is still shown. */
static const struct { const char *encoding, *text; gboolean is_shown; } texts[] = {
  { "pfg", "safe.thing:\n    password " CANARY "\n", FALSE },
  { "pfg", "safe.thing:\n    password = a\n    depth = 1\n    depth 3\n", TRUE },
  { "pfg", "safe.thing:\n    password = \"a\n    " CANARY "\"\n", FALSE },
  { "cfg", "[safe.thing]\npasword " CANARY "\n", FALSE },
  { "cfg", "[x]\ndepth " CANARY "2\n", TRUE },
  { "yaml", "safe.thing:\n  password: \"" CANARY "\n", FALSE },
  { "yaml", "safe.thing:\n  password: |\n    a\n   " CANARY "\n  depth: [\n", FALSE },
  { "yaml", "safe.thing: {\"pass\\x77ord\": \"" CANARY "\", depth: 1", FALSE },
  { "json", "{\"safe.thing\": {\"password\": \"" CANARY "\", depth: 1}}", FALSE },
  { "json", "{\"safe.thing\": {\"password\":\n\"" CANARY "\" 7}}", FALSE },
  { "json", "{\"safe.thing\": {\"pass\\u0077ord\": \"" CANARY "\" 1}}", FALSE },
  { "pml", "<config><bind property=\"password\">" CANARY "</bin></config>", FALSE },
  { "pml", "<config><bind property='pass&#119;ord'>" CANARY "<" CANARY "/></bind></config>", FALSE },
};

static void
test_texts (void)
{
  for (guint index = 0; index < G_N_ELEMENTS (texts); index++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[index].text, strlen (texts[index].text));
      g_autoptr (GyreSource) source = gyre_source_new_from_bytes ("file", bytes);
      g_autoptr (GyreReport) found = gyre_report_new ();
      g_autoptr (GyreReport) report = gyre_report_new ();
      g_autoptr (GyreEvents) events = gyre_codec_decode (gyre_codec_find (texts[index].encoding, NULL), source, found);
      g_autoptr (GyreSecrecy) secrecy = learn (source);
      g_autofree char *told = NULL;

      gyre_secrecy_conceal (secrecy, events, found, report);
      if (gyre_report_get_errors (report) == 0)
        g_error ("text %u has no mistake", index);
      g_assert_cmpuint (gyre_report_get_length (report), ==, gyre_report_get_length (found));
      for (guint number = 0; number < gyre_report_get_length (report); number++)
        {
          g_autofree char *text = gyre_diagnostic_to_string (gyre_report_get_diagnostic (report, number));
          char *all = g_strconcat (told != NULL ? told : "", text, "\n", NULL);

          g_free (told);
          told = all;
        }
      if (!texts[index].is_shown && strstr (told, CANARY) != NULL)
        g_error ("text %u shows: %s", index, told);
      if (texts[index].is_shown && strstr (told, "depth") == NULL)
        g_error ("text %u hides: %s", index, told);
    }
}

static void
test_locator (void)
{
  g_autoptr (GyreLocator) argument = gyre_locator_new_argument ("--safe.thing.password=" CANARY, 3, 1);
  g_autoptr (GyreLocator) file = gyre_locator_new_file ("a=b", 3, 1);
  g_autoptr (GyreLocator) through = gyre_locator_new_through (argument, file);
  g_autoptr (GyreLocator) concealed = gyre_secrecy_conceal_locator (through);
  g_autofree char *place = gyre_locator_to_string (concealed);

  g_assert_cmpstr (place, ==, "argument 3 '--safe.thing.password=***', through a=b:3:1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/executive/secrecy/names-aliases-former-names-and-near-ones-are-secret", test_names);
  g_test_add_func ("/executive/secrecy/mistakes-show-no-value-of-a-secret", test_texts);
  g_test_add_func ("/executive/secrecy/an-argument-is-a-place-without-its-value", test_locator);
  return g_test_run ();
}
