/* gyre-described-example.c: A configuration of a class that loads
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * It says for each trait what the trait has anyway, so that it can be copied as it is and changes nothing until somebody changes it. What
 * can't be said, or should not, is left out: secrets, deprecated traits, what shows a value of another component, and defaults that are made
 * when they are first asked for.
 */
#include "gyre-described-private.h"
#include "gyre-encoder.h"

/* What nobody has configured is what the class has by itself, and that can be more than the declaration says: a facility gets what its
 * interface suggests. NULL where it is not known. */
static const char *
get_text (const GyreDescribedTrait *described)
{
  if (described->fallback.text != NULL && described->fallback.priority.category == GYRE_CATEGORY_DEFAULTS)
    return described->fallback.text;
  return described->interface == NULL ? described->declared.text : NULL;
}

static gboolean
can_be_said (const GyreTrait *trait, const GyreDescribedTrait *described)
{
  const GyreTraitOptions *options = gyre_trait_get_options (trait);
  g_autoptr (GError) problem = NULL;
  GyreValue value = GYRE_NONE;
  gboolean is_good;

  if (described->key == NULL || described->deprecated_since != NULL || get_text (described) == NULL
      || gyre_trait_is_secret (trait) || options->delegate != NULL || options->compute != NULL)
    return FALSE;
  is_good = gyre_trait_parse (trait, get_text (described), &value, &problem) && gyre_trait_validate (trait, value, &problem);
  gyre_kind_clear (gyre_trait_get_kind (trait), &value);
  return is_good;
}

/* NULL where nothing can be configured. */
char *
gyre_describe_example (GyreDescription *self, GyreRequirement *requirement)
{
  g_autoptr (GyreEncoder) encoder = gyre_encoder_new ("pfg", NULL);
  guint n_said = 0;

  if (self->family == NULL || self->subject == GYRE_DESCRIPTION_INTERFACE || self->mistakes != NULL)
    return NULL;
  gyre_encoder_open (encoder, NULL, self->family);
  for (guint index = 0; index < self->traits->len; index++)
    {
      const GyreDescribedTrait *described = self->traits->pdata[index];
      const GyreDescriptor *trait = gyre_requirement_find_trait (requirement, described->name);

      if (trait == NULL || gyre_descriptor_get_sort (trait) == GYRE_DESCRIPTOR_BEHAVIOR
          || !can_be_said ((const GyreTrait *) trait, described))
        continue;
      gyre_encoder_add (encoder, described->name, GYRE_SETTING_ASSIGN, get_text (described), NULL);
      n_said++;
    }
  gyre_encoder_close (encoder);
  return n_said > 0 ? gyre_encoder_finish (encoder, NULL) : NULL;
}
