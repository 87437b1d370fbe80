/* describe-all.c: Describes every family of a package and prints each as a line of JSON
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Usage: describe-all FOLDER PACKAGE [--quiet]. The module of the package is in that folder. Last comes a line of how long it took, in
 * milliseconds; with --quiet it is the only one.
 */
#include <gyre.h>

#include <stdio.h>

static void
print_line (GVariant *variant)
{
  g_autoptr (GVariant) held = g_variant_ref_sink (variant);
  g_autofree char *text = gyre_variant_to_json (held);

  /* No text has a line in it: JSON writes those as \n, and blanks around them mean nothing. */
  g_strdelimit (text, "\n", ' ');
  puts (text);
}

/* What comes back from its nested value must be the same. */
static gboolean
comes_back (GVariant *variant)
{
  g_autoptr (GyreDescription) again = gyre_description_new_from_variant (variant, NULL);
  g_autoptr (GVariant) other = again != NULL ? g_variant_ref_sink (gyre_description_to_variant (again)) : NULL;

  return other != NULL && g_variant_equal (variant, other);
}

static void
print_mistake (const char *family, const char *message)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "family", g_variant_new_string (family));
  g_variant_builder_add (&fields, "{sv}", "error", g_variant_new_string (message));
  print_line (g_variant_builder_end (&fields));
}

static void
print_description (const char *family, GyreDescription *description)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (gyre_description_to_variant (description));

  if (comes_back (variant))
    print_line (variant);
  else
    print_mistake (family, "another description comes back from its nested value");
}

int
main (int argc, char **argv)
{
  GyreExecutive *executive = gyre_executive_get_default ();
  g_autoptr (GPtrArray) families = NULL;
  const GyreProvider *provider;
  gint64 start = g_get_monotonic_time (), end = 0;

  g_assert_cmpint (argc, >=, 3);
  g_type_ensure (GYRE_TYPE_COMPONENT);
  gyre_linker_add_folder (gyre_executive_get_linker (executive), argv[1]);
  provider = gyre_executive_find_provider (executive, argv[2]);
  g_assert_nonnull (provider);
  families = gyre_provider_list (provider);
  for (guint index = 0; index < families->len; index++)
    {
      const GyreProvidedFamily *provided = families->pdata[index];
      g_autoptr (GError) error = NULL;
      g_autoptr (GyreDescription) description = gyre_provider_describe (provider, provided->family, &error);

      end += g_get_monotonic_time () - start;
      if (description == NULL)
        print_mistake (provided->family, error->message);
      else if (argc == 3)
        print_description (provided->family, description);
      start = g_get_monotonic_time ();
    }
  printf ("%u descriptions in %.1f ms\n", families->len, (double) end / 1000);
  return 0;
}
