/* test-gir.c: What an introspection repository does not know of properties
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-gir.h"

#define HEAD "<?xml version=\"1.0\"?>\n<!-- a < b -->\n<repository>\n  <namespace name=\"Gyre\" shared-library=\"no-such.so\">\n"
#define CLASS "    <class name=\"BaseProcess\" glib:get-type=\"gyre_base_process_get_type\">\n"
#define FOOT "    </class>\n  </namespace>\n</repository>\n"

static char *
enrich (const char *text)
{
  GError *error = NULL;
  char *result = gyre_gir_enrich (text, "Gyre-1.gir", ".", &error);

  g_assert_no_error (error);
  return result;
}

static void
a_property_gets_words_and_its_default (void)
{
  g_autofree char *text = enrich (HEAD CLASS "<property name=\"running\"><type name=\"gboolean\"/></property><property name=\"phase\"/>" FOOT);

  g_assert_nonnull (strstr (text, "<property name=\"running\" default-value=\"false\"><doc xml:space=\"preserve\" filename=\""));
  g_assert_nonnull (strstr (text, "gyre-base-process.c\" line=\""));
  g_assert_nonnull (strstr (text, "</doc><attribute name=\"org.gtk.Property.default\" value=\"false\"/><type name=\"gboolean\"/></property>"));
  g_assert_nonnull (strstr (text, "\">whether it runs"));
  g_assert_nonnull (strstr (text, "<property name=\"phase\" default-value=\"-1\"><doc "));
  g_assert_nonnull (strstr (text, "gyre_base_process_get_type\"><doc xml:space=\"preserve\" "));
  g_assert_nonnull (strstr (text, ">the traits that say how a process runs</doc>\n"));
}

static void
arguments_of_signals_get_names (void)
{
  static const char begin[] = "<glib:signal name=\"notify\"><parameters>", end[] = "</parameters></glib:signal>";
  g_autofree char *nameless = g_strconcat (HEAD CLASS, begin, "<parameter name=\"object\"><type name=\"ParamSpec\"/></parameter>", end, FOOT, NULL);
  g_autofree char *named = g_strconcat (HEAD CLASS, begin, "<parameter name=\"pspec\"><type name=\"ParamSpec\"/></parameter>", end, FOOT, NULL);
  g_autofree char *method = g_strconcat (HEAD CLASS, "<method name=\"a\"><parameters><parameter name=\"p0\"/></parameters></method>", FOOT, NULL);
  g_autofree char *text = enrich (nameless);
  g_autofree char *kept = enrich (named);
  g_autofree char *untouched = enrich (method);

  g_assert_nonnull (strstr (text, "<parameter name=\"property\"><type name=\"ParamSpec\"/></parameter>"));
  g_assert_nonnull (strstr (kept, "<parameter name=\"pspec\">"));
  g_assert_nonnull (strstr (untouched, "<parameter name=\"p0\"/>"));
}

static void
who_has_words_keeps_them (void)
{
  g_autofree char *text = enrich (HEAD CLASS "<doc>of the class</doc><property name=\"running\" default-value=\"x\"><doc>a &lt; b</doc></property>" FOOT);

  g_assert_cmpstr (text, ==, HEAD CLASS "<doc>of the class</doc><property name=\"running\" default-value=\"x\"><doc>a &lt; b</doc></property>" FOOT);
}

static void
what_the_process_does_not_know_stays_as_it_is (void)
{
  static const char repository[] = HEAD "<class name=\"Other\" glib:get-type=\"no_such_get_type\"><property name=\"a\" b=\"&quot;&amp;\"/>\n" FOOT;
  g_autofree char *text = enrich (repository);

  g_assert_cmpstr (text, ==, repository);
}

static void
what_is_no_repository_is_told_by_its_place (void)
{
  GError *error = NULL;

  g_assert_null (gyre_gir_enrich ("<repository>\n<class", "Gyre-1.gir", ".", &error));
  g_assert_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE);
  g_assert_true (g_str_has_prefix (error->message, "Gyre-1.gir: Error on line 2"));
  g_clear_error (&error);
  g_assert_null (gyre_gir_read ("no-such-folder/Gyre-1.gir", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_error_free (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/gir/a-property-gets-words-and-its-default", a_property_gets_words_and_its_default);
  g_test_add_func ("/pages/gir/arguments-of-signals-get-names", arguments_of_signals_get_names);
  g_test_add_func ("/pages/gir/who-has-words-keeps-them", who_has_words_keeps_them);
  g_test_add_func ("/pages/gir/what-the-process-does-not-know-stays-as-it-is", what_the_process_does_not_know_stays_as_it_is);
  g_test_add_func ("/pages/gir/what-is-no-repository-is-told-by-its-place", what_is_no_repository_is_told_by_its_place);
  return g_test_run ();
}
