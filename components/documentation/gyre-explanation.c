/* gyre-explanation.c: Which setting is in force, and which ones lost
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A key speaks of a trait of a class (by its family) or of an instance (by its name). What an instance has comes from the settings of its
 * name and from what its class has; and that comes from the settings of the family, else from those of the nearest ancestor that has
 * one, else from the declaration. So the candidates are gathered from all of these and put in the order of their weight.
 *
 * The instance need not live: its class is told by the key (`family#name.trait`), by the conditions of its settings, or, where it is a
 * facility of another one, by the value of that facility.
 */
#include "gyre-explanation-private.h"
#include "gyre-secrecy.h"
#include "gyre-executive-private.h"
#include "gyre-name.h"
#include "gyre-variant-private.h"

#include <string.h>

/* Something that could be the value. */
typedef struct
{
  GyreSetting *setting;       /* NULL: what the class declares, or what the instance has */
  char *text;
  GyrePriority priority;
  GyreLocator *locator;
  gboolean is_of_class;       /* it speaks of the class, and not of the instance */
  guint distance;             /* of the class that it speaks of, in generations */
} Candidate;

typedef struct
{
  GyreExecutive *executive;
  char *component;
  char *fragment;             /* of the key: a name or an alias of the trait */
  GyreRequirement *requirement;   /* the class of the component, where it is known */
  gboolean is_class;          /* the component is the class itself */
  const GyreDescriptor *trait;
  GObject *instance;
  GPtrArray *candidates;
  GPtrArray *inapplicable;    /* settings whose conditions do not hold */
} Explanation;

static void
candidate_free (gpointer data)
{
  Candidate *self = data;

  g_free (self->text);
  g_clear_pointer (&self->locator, gyre_locator_unref);
  g_free (self);
}

static Candidate *
candidate_new (GyreSetting *setting, gboolean is_of_class, guint distance)
{
  Candidate *self = g_new (Candidate, 1);

  *self = (Candidate) {
    .setting = setting,
    .text = g_strdup (gyre_setting_get_value (setting)),
    .priority = gyre_setting_get_priority (setting),
    .locator = gyre_setting_dup_locator (setting),
    .is_of_class = is_of_class,
    .distance = distance,
  };
  return self;
}

static void
explanation_clear (Explanation *self)
{
  g_free (self->component);
  g_free (self->fragment);
  g_clear_object (&self->instance);
  g_ptr_array_unref (self->candidates);
  g_ptr_array_unref (self->inapplicable);
}

/* Strongest first. What a class has is not weighed against what its ancestors have: the nearest one has it. */
static int
compare_candidates (gconstpointer first, gconstpointer second)
{
  const Candidate *left = *(Candidate * const *) first;
  const Candidate *right = *(Candidate * const *) second;

  if (left->is_of_class && right->is_of_class && left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;
  return gyre_priority_compare (right->priority, left->priority);
}

/* A condition on the component itself is judged by its class where that is known; others may hold. */
static gboolean
can_hold (const Explanation *self, GyreSetting *setting)
{
  const char *family = self->requirement != NULL ? gyre_requirement_get_family (self->requirement) : NULL;

  for (guint index = 0; index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *wanted = NULL;

      gyre_setting_dup_condition (setting, index, &name, &wanted);
      if (self->requirement != NULL && !self->is_class && g_str_equal (name, self->component) && g_strcmp0 (wanted, family) != 0)
        return FALSE;
    }
  return TRUE;
}

/* What an instance has from its class came through the declaration of the class. */
static void
pass_through_class (const Explanation *self, Candidate *candidate)
{
  GyreLocator *declared = self->requirement != NULL ? gyre_requirement_get_locator (self->requirement) : NULL;
  GyreLocator *direct = candidate->locator;

  if (self->is_class || declared == NULL || direct == NULL)
    return;
  candidate->locator = gyre_locator_new_through (direct, declared);
  gyre_locator_unref (direct);
}

static void
gather_chain (Explanation *self, const char *component, const char *fragment, gboolean is_of_class, guint distance)
{
  GyreSettings *settings = gyre_executive_get_settings (self->executive);
  g_autofree char *key = g_strdup_printf ("%s.%s", component, fragment);
  guint node = gyre_settings_find (settings, key);

  if (node == GYRE_SETTINGS_NOWHERE)
    return;
  for (GyreSetting *setting = gyre_settings_get_strongest (settings, node); setting != NULL;
       setting = gyre_setting_get_shadowed (setting))
    {
      gboolean holds = can_hold (self, setting) && (!is_of_class || gyre_setting_get_conditions (setting) == 0);

      Candidate *candidate = candidate_new (setting, is_of_class, distance);

      if (is_of_class)
        pass_through_class (self, candidate);
      g_ptr_array_add (holds ? self->candidates : self->inapplicable, candidate);
    }
}

/* The settings of a component under every spelling of the trait. */
static void
gather (Explanation *self, const char *component, gboolean is_of_class, guint distance)
{
  g_auto (GStrv) aliases = NULL;

  if (self->trait == NULL)
    {
      gather_chain (self, component, self->fragment, is_of_class, distance);
      return;
    }
  aliases = gyre_descriptor_dup_aliases (self->trait);
  gather_chain (self, component, self->trait->name, is_of_class, distance);
  for (guint index = 0; aliases[index] != NULL; index++)
    if (!g_str_equal (aliases[index], self->trait->name)
        && gyre_requirement_find_trait (self->requirement, aliases[index]) == self->trait)
      gather_chain (self, component, aliases[index], is_of_class, distance);
}

/* What the declaration says, as far as no class in between has changed it. */
static void
gather_default (Explanation *self)
{
  GyreActor *actor = GYRE_ACTOR (self->requirement);
  GyreLocator *declared = gyre_requirement_get_locator (self->trait->owner);
  Candidate *candidate = g_new0 (Candidate, 1);
  GyrePriority priority = GYRE_PRIORITY_NONE;

  gyre_actor_get_default_priority (actor, self->trait->name, &priority, NULL);
  candidate->is_of_class = TRUE;
  candidate->distance = G_MAXUINT;
  candidate->priority = (GyrePriority) { .category = GYRE_CATEGORY_DEFAULTS };
  if (priority.category == GYRE_CATEGORY_DEFAULTS)
    {
      candidate->text = gyre_actor_dup_default (actor, self->trait->name, NULL);
      candidate->locator = gyre_actor_dup_default_locator (actor, self->trait->name, NULL);
    }
  else
    {
      candidate->text = gyre_trait_dup_initial_text ((const GyreTrait *) self->trait);
      candidate->locator = gyre_locator_new_default (declared != NULL ? gyre_locator_get_file (declared) : NULL,
                                                     declared != NULL ? gyre_locator_get_line (declared) : 0);
    }
  g_ptr_array_add (self->candidates, candidate);
}

/* What comes through the class: the settings of its family and of its ancestors', and the default. */
static void
gather_class (Explanation *self)
{
  GPtrArray *pedigree = gyre_requirement_get_pedigree (self->requirement);

  for (guint index = 0; index < pedigree->len; index++)
    {
      GyreRequirement *ancestor = pedigree->pdata[index];
      const char *family = gyre_requirement_get_family (ancestor);

      if (family != NULL && gyre_requirement_find_trait (ancestor, self->trait->name) == self->trait)
        gather (self, family, TRUE, index);
    }
  if (GYRE_IS_ACTOR (self->requirement))
    gather_default (self);
}

static gboolean
is_same_place (GyreLocator *left, GyreLocator *right)
{
  return left != NULL && right != NULL && gyre_locator_get_kind (left) == gyre_locator_get_kind (right)
         && gyre_locator_get_line (left) == gyre_locator_get_line (right)
         && gyre_locator_get_column (left) == gyre_locator_get_column (right)
         && g_strcmp0 (gyre_locator_get_file (left), gyre_locator_get_file (right)) == 0;
}

/* What a living instance has is the winner, whatever the settings would say: code may have changed it. */
static void
take_instance_value (Explanation *self)
{
  GyreComponent *component = GYRE_COMPONENT (self->instance);
  Candidate *winner = g_new0 (Candidate, 1);

  winner->text = gyre_component_dup_text (component, self->trait->name, NULL);
  winner->locator = gyre_component_dup_value_locator (component, self->trait->name, NULL);
  gyre_component_get_value_priority (component, self->trait->name, &winner->priority, NULL);
  for (guint index = 0; index < self->candidates->len; index++)
    {
      Candidate *candidate = self->candidates->pdata[index];

      if (gyre_priority_compare (candidate->priority, winner->priority) == 0 && is_same_place (candidate->locator, winner->locator))
        {
          winner->setting = candidate->setting;
          g_ptr_array_remove_index (self->candidates, index);
          break;
        }
    }
  g_ptr_array_insert (self->candidates, 0, winner);
}

static gboolean
find_trait (Explanation *self, GError **error)
{
  self->trait = gyre_requirement_get_trait (self->requirement, self->fragment, error);
  if (self->trait == NULL || gyre_descriptor_get_sort (self->trait) != GYRE_DESCRIPTOR_BEHAVIOR)
    return self->trait != NULL;
  g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
               gyre_requirement_get_public_name (self->requirement), self->trait->name);
  return FALSE;
}

/* Takes `component.trait` or `family#name.trait` apart. */
static gboolean
read_key (Explanation *self, const char *key, GError **error)
{
  const char *mark = strchr (key, '#');
  g_autofree char *family = mark != NULL ? g_strndup (key, mark - key) : NULL;
  const char *reason = NULL;

  if (!gyre_name_is_valid (mark != NULL ? mark + 1 : key, &reason)
      || !gyre_explanation_split (mark != NULL ? mark + 1 : key, &self->component, &self->fragment))
    {
      g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "'%s' is no key: %s; write family.trait or name.trait",
                   key, reason != NULL ? reason : "it has no dot");
      return FALSE;
    }
  if (mark != NULL)
    self->requirement = gyre_executive_find_family (self->executive, g_strstrip (family), error);
  else
    self->requirement = gyre_explanation_find_class (self->executive, self->component);
  self->is_class = mark == NULL && self->requirement != NULL
                   && g_strcmp0 (gyre_requirement_get_family (self->requirement), self->component) == 0;
  return (mark == NULL || self->requirement != NULL) && (self->requirement == NULL || find_trait (self, error));
}

static char *
suggest (const Explanation *self)
{
  GyreSettings *settings = gyre_executive_get_settings (self->executive);
  guint node = gyre_settings_find (settings, self->component);
  char *hint = node != GYRE_SETTINGS_NOWHERE ? gyre_settings_suggest_child (settings, node, self->fragment) : NULL;

  if (hint == NULL)
    hint = gyre_registrar_suggest_family (gyre_registrar_get_default (), self->component);
  return hint != NULL ? hint : gyre_settings_suggest_child (settings, GYRE_SETTINGS_ROOT, self->component);
}

static void
gather_all (Explanation *self)
{
  self->instance = gyre_nameserver_find (gyre_executive_get_nameserver (self->executive), self->component);
  if (!self->is_class)
    gather (self, self->component, FALSE, 0);
  if (self->requirement != NULL)
    gather_class (self);
  g_ptr_array_sort (self->candidates, compare_candidates);
  if (self->trait != NULL && GYRE_IS_COMPONENT (self->instance))
    take_instance_value (self);
}

static GVariant *
new_conditions (GyreSetting *setting)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = 0; setting != NULL && index < gyre_setting_get_conditions (setting); index++)
    {
      g_autofree char *name = NULL;
      g_autofree char *family = NULL;
      GVariantBuilder fields;

      gyre_setting_dup_condition (setting, index, &name, &family);
      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      gyre_fields_add_text (&fields, "name", name);
      gyre_fields_add_text (&fields, "family", family);
      g_variant_builder_add (&list, "v", g_variant_builder_end (&fields));
    }
  return g_variant_builder_end (&list);
}

static void
add_candidate (GVariantBuilder *fields, const Candidate *candidate)
{
  g_autofree char *key = candidate->setting != NULL ? gyre_setting_dup_written_key (candidate->setting) : NULL;

  gyre_fields_add_text (fields, "value", candidate->text);
  gyre_fields_add_priority (fields, candidate->priority);
  gyre_fields_add_text (fields, "key", key);
  gyre_fields_add_variant (fields, "conditions", new_conditions (candidate->setting));
  gyre_fields_add_locator (fields, "locator", candidate->locator);
}

static GVariant *
new_candidate (const Candidate *candidate)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  add_candidate (&fields, candidate);
  return g_variant_builder_end (&fields);
}

static GVariant *
new_candidates (GPtrArray *candidates, guint first)
{
  GVariantBuilder list;

  g_variant_builder_init (&list, G_VARIANT_TYPE ("av"));
  for (guint index = first; index < candidates->len; index++)
    g_variant_builder_add (&list, "v", new_candidate (candidates->pdata[index]));
  return g_variant_builder_end (&list);
}

/* Nobody sees the value of a secret, nor an argument that says it. */
static void
hide (gpointer element, gpointer data)
{
  Candidate *self = element;
  g_autoptr (GyreLocator) place = NULL;

  g_free (self->text);
  self->text = g_strdup ("***");
  place = self->locator;
  self->locator = gyre_secrecy_conceal_locator (place);
}

/* Of what nobody knows, whatever is called like a secret is one. */
static gboolean
is_secret (const Explanation *self)
{
  g_autoptr (GyreSecrecy) secrecy = NULL;

  if (self->trait != NULL)
    return gyre_descriptor_get_sort (self->trait) != GYRE_DESCRIPTOR_BEHAVIOR && gyre_trait_is_secret ((const GyreTrait *) self->trait);
  secrecy = gyre_secrecy_new (self->executive, NULL);
  return gyre_secrecy_covers (secrecy, self->fragment);
}

static GVariant *
explanation_to_variant (const Explanation *self)
{
  const Candidate *winner = self->candidates->len > 0 ? self->candidates->pdata[0] : NULL;
  g_autofree char *key = g_strdup_printf ("%s.%s", self->component, self->trait != NULL ? self->trait->name : self->fragment);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  gyre_fields_add_text (&fields, "key", key);
  gyre_fields_add_text (&fields, "value", winner != NULL ? winner->text : NULL);
  gyre_fields_add_text (&fields, "family", self->requirement != NULL ? gyre_requirement_get_family (self->requirement) : NULL);
  gyre_fields_add_variant (&fields, "winner", winner != NULL ? new_candidate (winner) : NULL);
  gyre_fields_add_variant (&fields, "shadowed", new_candidates (self->candidates, 1));
  gyre_fields_add_variant (&fields, "inapplicable", new_candidates (self->inapplicable, 0));
  return g_variant_builder_end (&fields);
}

/**
 * gyre_explanation_of_key:
 * @executive: an executive
 * @key: `family.trait`, `name.trait` or `family#name.trait`; the trait may be told by an alias
 * @error: return location for an error that says what is not known
 *
 * Makes a dictionary with the fields key (with the trait's own name), value, family, winner, shadowed (strongest first) and inapplicable:
 * settings whose conditions speak of another family. Each of these is a dictionary with value, priority, rank, key as it was written,
 * conditions and locator. An instance that does not live is explained as it would be built.
 *
 * Returns: (transfer floating) (nullable): the dictionary; %NULL when nothing is known about the key
 *
 * Since: 0.1
 */
GVariant *
gyre_explanation_of_key (GyreExecutive *executive, const char *key, GError **error)
{
  Explanation self = { .executive = executive };
  GVariant *variant = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive) && key != NULL, NULL);

  self.candidates = g_ptr_array_new_with_free_func (candidate_free);
  self.inapplicable = g_ptr_array_new_with_free_func (candidate_free);
  if (read_key (&self, key, error))
    {
      gather_all (&self);
      if (is_secret (&self))
        {
          g_ptr_array_foreach (self.candidates, hide, NULL);
          g_ptr_array_foreach (self.inapplicable, hide, NULL);
        }
      if (self.candidates->len > 0 || self.inapplicable->len > 0)
        variant = explanation_to_variant (&self);
      else
        {
          g_autofree char *hint = suggest (&self);

          g_set_error (error, GYRE_EXECUTIVE_ERROR, GYRE_EXECUTIVE_ERROR_UNKNOWN, "nothing is known about '%s'%s%s", key,
                       hint != NULL ? "; " : "", hint != NULL ? hint : "");
        }
    }
  explanation_clear (&self);
  return variant;
}

typedef struct
{
  GyreExecutive *executive;
  GyreSecrecy *secrecy;
  GVariantBuilder builder;
} Keys;

static gboolean
is_secret_key (const Keys *keys, const char *key)
{
  g_autofree char *component = NULL;
  g_autofree char *fragment = NULL;
  GyreRequirement *requirement = gyre_explanation_split (key, &component, &fragment) ? gyre_explanation_find_class (keys->executive, component) : NULL;

  return gyre_secrecy_covers_setting (keys->secrecy, requirement, key);
}

/* The strongest setting of a key, and what would be in force where its conditions do not hold. */
static void
add_key (GyreSettings *settings, guint node, const char *fragment, GyreSetting *winner, gpointer data)
{
  Keys *keys = data;
  g_autofree char *name = gyre_settings_dup_name (settings, node);
  g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func (candidate_free);
  GVariantBuilder fields;

  for (GyreSetting *setting = gyre_settings_get_strongest (settings, node); setting != NULL;
       setting = gyre_setting_get_conditions (setting) > 0 ? gyre_setting_get_shadowed (setting) : NULL)
    g_ptr_array_add (chain, candidate_new (setting, FALSE, 0));
  if (chain->len == 0)
    return;
  if (is_secret_key (keys, name))
    g_ptr_array_foreach (chain, hide, NULL);
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  add_candidate (&fields, chain->pdata[0]);
  gyre_fields_add_variant (&fields, "otherwise", new_candidates (chain, 1));
  g_variant_builder_add (&keys->builder, "{sv}", name, g_variant_builder_end (&fields));
}

/**
 * gyre_explanation_of_all:
 * @executive: an executive
 *
 * Makes a dictionary of everything that was said: for each dotted key the strongest setting, as a dictionary with value, priority, rank, key
 * as it was written, conditions, locator, and otherwise: what is in force where its conditions do not hold.
 *
 * Returns: (transfer floating): the dictionary
 *
 * Since: 0.1
 */
GVariant *
gyre_explanation_of_all (GyreExecutive *executive)
{
  Keys keys = { executive };
  g_autoptr (GyreSecrecy) secrecy = NULL;

  g_return_val_if_fail (GYRE_IS_EXECUTIVE (executive), NULL);

  secrecy = gyre_secrecy_new (executive, NULL);
  keys.secrecy = secrecy;
  g_variant_builder_init (&keys.builder, G_VARIANT_TYPE_VARDICT);
  gyre_settings_foreach_node (gyre_executive_get_settings (executive), GYRE_SETTINGS_ROOT, add_key, &keys);
  return g_variant_builder_end (&keys.builder);
}
