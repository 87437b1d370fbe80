/* gyre-inquiry.c: What can be asked of an executive, and its answers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-inquiry-private.h"
#include "gyre-description.h"
#include "gyre-identity.h"
#include "gyre-landscape.h"
#include "gyre-post.h"
#include "gyre-remote.h"
#include "gyre-routes.h"
#include "gyre-running.h"
#include "gyre-survey-private.h"
#include "gyre-variant.h"

#include <string.h>

#define USUAL_LIMIT 1000u
#define LONGEST_COUNT (G_GINT64_CONSTANT (3600) * 1000 * 1000 * 1000)

typedef struct
{
  GyreExecutive *executive;
  GVariant *question;
  const char **words;
  guint n_words;
} Inquiry;

typedef struct
{
  const char *name;
  guint least;                  /* words */
  guint most;
  GVariant *(*answer) (const Inquiry  *self,
                       GError        **error);
} Verb;

static GyreComponent *
find_component (const Inquiry *self, const char *name, GError **error)
{
  GyreComponent *component = gyre_executive_find_component (self->executive, name);
  g_autofree char *hint = NULL;

  if (component != NULL)
    return component;
  hint = gyre_nameserver_suggest (gyre_executive_get_nameserver (self->executive), name);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "there is no component '%s'%s%s", name,
               hint != NULL ? "; " : "", hint != NULL ? hint : "");
  return NULL;
}

static GVariant *
new_value (const GValue *value, const char *text)
{
  GVariantBuilder fields;
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "value", gyre_value_to_variant (value));
  g_variant_builder_add (&fields, "{sv}", "text", g_variant_new ("ms", valid));
  return g_variant_builder_end (&fields);
}

static GVariant *
new_field (const char *name, GVariant *value)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", name, value);
  return g_variant_builder_end (&fields);
}

static guint
get_limit (const Inquiry *self)
{
  guint limit = USUAL_LIMIT;

  g_variant_lookup (self->question, "limit", "u", &limit);
  return limit;
}

static GVariant *
answer_list (const Inquiry *self, GError **error)
{
  return gyre_survey_components (self->executive, get_limit (self));
}

static GVariant *
answer_top (const Inquiry *self, GError **error)
{
  return gyre_survey_processes (self->executive, get_limit (self));
}

/* Counting begins or ends before the answer, or goes on. */
static GVariant *
answer_graph (const Inquiry *self, GError **error)
{
  g_autoptr (GVariant) landscape = gyre_executive_dup_landscape (self->executive, get_limit (self));
  gint64 duration;

  if (g_variant_lookup (self->question, "count", "x", &duration))
    gyre_executive_count_routes (self->executive, CLAMP (duration, 0, LONGEST_COUNT));
  return g_steal_pointer (&landscape);
}

static GVariant *
answer_inspect (const Inquiry *self, GError **error)
{
  g_autoptr (GyreComponent) component = find_component (self, self->words[0], error);
  g_autoptr (GyreDescription) description = NULL;
  g_autofree char *text = NULL;
  gboolean is_coloured = FALSE;
  guint columns = 0;
  GVariantBuilder fields;

  if (component == NULL)
    return NULL;
  g_variant_lookup (self->question, "coloured", "b", &is_coloured);
  g_variant_lookup (self->question, "columns", "u", &columns);
  description = gyre_description_new_for_instance (G_OBJECT (component));
  text = gyre_description_to_page (description, is_coloured, columns);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "description", gyre_description_to_variant (description));
  g_variant_builder_add (&fields, "{sv}", "text", g_variant_new_take_string (g_utf8_make_valid (text, -1)));
  return g_variant_builder_end (&fields);
}

/* The component and the trait of `name.trait`. */
static GyreComponent *
find_trait (const Inquiry *self, const char *key, GyreDescriptor **trait, GError **error)
{
  const char *point = strrchr (key, '.');
  g_autofree char *name = NULL;
  g_autoptr (GyreComponent) component = NULL;

  if (point == NULL)
    {
      g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION, "'%s': a trait is written NAME.TRAIT", key);
      return NULL;
    }
  name = g_strndup (key, (gsize) (point - key));
  component = find_component (self, name, error);
  if (component == NULL)
    return NULL;
  *trait = gyre_requirement_get_trait (GYRE_REQUIREMENT (gyre_component_get_actor (component)), point + 1, error);
  if (*trait == NULL)
    return NULL;
  if (gyre_descriptor_get_sort (*trait) != GYRE_DESCRIPTOR_BEHAVIOR)
    return g_steal_pointer (&component);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s is a behavior and has no value", key);
  return NULL;
}

static GVariant *
read_trait (GyreComponent *component, GyreDescriptor *trait, GError **error)
{
  const char *name = gyre_descriptor_get_name (trait);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autofree char *text = NULL;

  if (!gyre_component_get_value (component, name, &value, error))
    return NULL;
  text = gyre_component_dup_text (component, name, NULL);
  return new_value (&value, text);
}

static GVariant *
answer_get (const Inquiry *self, GError **error)
{
  GyreDescriptor *trait = NULL;
  g_autoptr (GyreComponent) component = find_trait (self, self->words[0], &trait, error);

  if (component == NULL)
    return NULL;
  if (!gyre_trait_is_secret ((const GyreTrait *) trait))
    return read_trait (component, trait, error);
  g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_SECRET, "%s is a secret and is shown to nobody", self->words[0]);
  return NULL;
}

/* N.B. the place has the key alone: a place is shown, and the text can be a secret. */
static GVariant *
answer_set (const Inquiry *self, GError **error)
{
  GyreDescriptor *trait = NULL;
  g_autoptr (GyreComponent) component = find_trait (self, self->words[0], &trait, error);
  g_autoptr (GyreLocator) place = NULL;
  guint position = 1;

  if (component == NULL)
    return NULL;
  g_variant_lookup (self->question, "position", "u", &position);
  place = gyre_locator_new_argument (self->words[0], position, 1);
  if (!gyre_component_set_text_from (component, gyre_descriptor_get_name (trait), self->words[1], GYRE_CATEGORY_EXPLICIT, place,
                                     error))
    return NULL;
  if (gyre_trait_is_secret ((const GyreTrait *) trait))
    return new_field ("text", g_variant_new_string ("***"));
  return read_trait (component, trait, error);
}

static const GyreBehavior *
find_behavior (const Inquiry *self, GyreComponent *component, GError **error)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (gyre_component_get_actor (component));
  GyreDescriptor *descriptor = gyre_requirement_get_trait (requirement, self->words[1], error);

  if (descriptor == NULL || gyre_descriptor_get_sort (descriptor) == GYRE_DESCRIPTOR_BEHAVIOR)
    return (const GyreBehavior *) descriptor;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is no behavior and can't be called",
               self->words[0], self->words[1]);
  return NULL;
}

static GVariant *
answer_call (const Inquiry *self, GError **error)
{
  g_autoptr (GyreComponent) component = find_component (self, self->words[0], error);
  g_auto (GValue) result = G_VALUE_INIT;
  g_autofree char *text = NULL;

  if (component == NULL || find_behavior (self, component, error) == NULL)
    return NULL;
  if (!gyre_component_call_with_texts (component, self->words[1], self->words + 2, &result, error))
    return NULL;
  text = G_IS_VALUE (&result) ? gyre_argument_print_value (&result) : NULL;
  return new_value (&result, text);
}

static GVariant *
answer_post (const Inquiry *self, GError **error)
{
  g_autoptr (GyreComponent) component = find_component (self, self->words[0], error);
  g_autoptr (GyreInstruction) instruction = NULL;
  gint64 delay = 0;
  guint64 posting;

  if (component == NULL || find_behavior (self, component, error) == NULL)
    return NULL;
  g_variant_lookup (self->question, "delay", "x", &delay);
  instruction = gyre_instruction_new_with_texts (self->words[0], self->words[1], self->words + 2);
  posting = gyre_executive_post (self->executive, instruction, MAX (delay, 0), error);
  return posting != 0 ? new_field ("posting", g_variant_new_uint64 (posting)) : NULL;
}

static GVariant *
answer_pause (const Inquiry *self, GError **error)
{
  g_autoptr (GyreComponent) component = find_component (self, self->words[0], error);

  if (component == NULL || !gyre_component_pause (component, error))
    return NULL;
  return new_field ("state", g_variant_new_string ("paused"));
}

static GVariant *
answer_resume (const Inquiry *self, GError **error)
{
  g_autoptr (GyreComponent) component = find_component (self, self->words[0], error);
  gboolean runs;

  if (component == NULL || !gyre_component_resume (component, error))
    return NULL;
  runs = gyre_component_get_run_state (component) == GYRE_RUN_STATE_RUNNING;
  return new_field ("state", g_variant_new_string (runs ? "running" : "stopped"));
}

static const Verb verbs[] = {
  { "list", 0, 0, answer_list },
  { "top", 0, 0, answer_top },
  { "graph", 0, 0, answer_graph },
  { "inspect", 1, 1, answer_inspect },
  { "get", 1, 1, answer_get },
  { "set", 2, 2, answer_set },
  { "call", 2, G_MAXUINT, answer_call },
  { "post", 2, G_MAXUINT, answer_post },
  { "pause", 1, 1, answer_pause },
  { "resume", 1, 1, answer_resume },
};

static GVariant *
answer_verb (const Inquiry *self, const char *name, GError **error)
{
  for (guint index = 0; index < G_N_ELEMENTS (verbs); index++)
    {
      const Verb *verb = &verbs[index];

      if (!g_str_equal (verb->name, name))
        continue;
      if (self->n_words >= verb->least && self->n_words <= verb->most)
        return verb->answer (self, error);
      g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION, "%s: %u words are not as many as it takes", name,
                   self->n_words);
      return NULL;
    }
  g_set_error (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION,
               "there is no verb '%s'; there are list, top, graph, inspect, get, set, call, post, pause and resume", name);
  return NULL;
}

GVariant *
gyre_inquiry_new_error (const GError *error)
{
  g_autofree char *message = g_utf8_make_valid (error->message, -1);

  return new_field ("error", g_variant_new ("(sis)", g_quark_to_string (error->domain), error->code, message));
}

GVariant *
gyre_inquiry_answer (GyreExecutive *executive, GVariant *question)
{
  g_autofree const char **words = NULL;
  g_autoptr (GError) error = NULL;
  Inquiry inquiry = { executive, question };
  const char *verb = NULL;
  GVariant *result;

  g_variant_lookup (question, "words", "^a&s", &words);
  inquiry.words = words;
  inquiry.n_words = words != NULL ? g_strv_length ((GStrv) words) : 0;
  if (g_variant_lookup (question, "verb", "&s", &verb))
    result = answer_verb (&inquiry, verb, &error);
  else
    result = answer_verb (&inquiry, "", &error);
  if (result != NULL)
    return new_field ("result", result);
  if (error == NULL)
    g_set_error_literal (&error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_QUESTION, "it failed and did not say why");
  return gyre_inquiry_new_error (error);
}

GVariant *
gyre_inquiry_get_result (GVariant *answer, GError **error)
{
  GVariant *result = g_variant_lookup_value (answer, "result", G_VARIANT_TYPE_VARDICT);
  const char *domain, *message;
  int code;

  if (result != NULL)
    return result;
  if (g_variant_lookup (answer, "error", "(&si&s)", &domain, &code, &message) && *domain != '\0')
    g_set_error_literal (error, g_quark_from_string (domain), code, message);
  else
    g_set_error_literal (error, GYRE_REMOTE_ERROR, GYRE_REMOTE_ERROR_UNREACHABLE, "the program gave no answer that can be read");
  return NULL;
}
