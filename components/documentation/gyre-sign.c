/* gyre-sign.c: What shows from outside that a provider may tell something else
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A provider's fingerprint is certain and wants its module; signs are looked at by who must not load one. They are files, folders and
 * variables of the environment, `$NAME`, as the provider names them.
 */
#include "gyre-sign-private.h"

/* How everything named is now. */
GVariant *
gyre_signs_new (const char * const *signs)
{
  GVariantBuilder stamps, variables;

  g_variant_builder_init (&stamps, G_VARIANT_TYPE ("a" GYRE_STAMP_TYPE));
  g_variant_builder_init (&variables, G_VARIANT_TYPE ("a(sms)"));
  for (; signs != NULL && *signs != NULL; signs++)
    if (**signs == '$')
      {
        const char *value = g_getenv (*signs + 1);
        g_autofree char *text = value != NULL ? g_utf8_make_valid (value, -1) : NULL;

        g_variant_builder_add (&variables, "(sms)", *signs + 1, text);
      }
    else
      g_variant_builder_add_value (&stamps, gyre_stamp_new (*signs));
  return g_variant_new (GYRE_SIGNS_TYPE, &stamps, &variables);
}

static gboolean
has_value (const char *name, const char *value)
{
  const char *now = g_getenv (name);
  g_autofree char *text = now != NULL ? g_utf8_make_valid (now, -1) : NULL;

  return g_strcmp0 (text, value) == 0;
}

/* Whether all is as it was. */
gboolean
gyre_signs_hold (GVariant *signs)
{
  g_autoptr (GVariant) stamps = g_variant_get_child_value (signs, 0);
  g_autoptr (GVariant) variables = g_variant_get_child_value (signs, 1);
  GVariantIter iterator;
  GVariant *stamp;
  const char *name, *value;
  gboolean holds = TRUE;

  g_variant_iter_init (&iterator, stamps);
  while (holds && (stamp = g_variant_iter_next_value (&iterator)) != NULL)
    {
      holds = gyre_stamp_holds (stamp);
      g_variant_unref (stamp);
    }
  g_variant_iter_init (&iterator, variables);
  while (holds && g_variant_iter_next (&iterator, "(&sm&s)", &name, &value))
    holds = has_value (name, value);
  return holds;
}
