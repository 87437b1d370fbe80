/* gyre-facility.c: How a component gets another one
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A facility is said as text and becomes a component when somebody asks for it. The component keeps it alive. What is said is
 * checked when it is said, as far as that is possible without building: its class must exist and do what is asked for. A
 * refused one leaves the old binding in place.
 */
#include "gyre-facility-private.h"
#include "gyre-accessor.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-component-private.h"
#include "gyre-computed-private.h"
#include "gyre-construction-private.h"
#include "gyre-facility-container-private.h"
#include "gyre-history-private.h"
#include "gyre-literal.h"
#include "gyre-pipeline-private.h"
#include "gyre-assignment-private.h"
#include "gyre-resolution-private.h"

#include <string.h>

static GObject **
field_of (GyreComponent *component, const GyreTrait *trait)
{
  return gyre_component_get_field (component, trait);
}

static const char *
default_family (const GyreTrait *trait)
{
  return trait->initial.text != NULL && strchr (trait->initial.text, '#') == NULL ? trait->initial.text : NULL;
}

/* Builds what was said about the facility, under the name "host.trait" if the host has a name. Nobody hears of that: the value
 * was this all the time. */
GObject *
gyre_facility_build (GyreComponent *component, const GyreTrait *trait, GError **error)
{
  const char *text = gyre_state_get_pending (component, trait->descriptor.index);
  const char *host = gyre_component_get_name (component);
  g_autofree char *name = host != NULL ? gyre_trait_dup_path (trait, host) : NULL;
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (gyre_state_get_provenance (component, trait->descriptor.index));
  GObject *object;

  if (gyre_state_is_disposed (component))
    text = NULL;
  if (text == NULL)
    {
      if (!trait->nullable && !gyre_state_is_disposed (component))
        g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "is none, and its interface suggests nothing");
      gyre_component_prefix_error (component, trait, error);
      return NULL;
    }
  gyre_construction_set_host (component, trait);
  object = gyre_resolution_run (gyre_component_get_executive (component), text, gyre_trait_get_value_type (trait),
                                default_family (trait), name, locator, error);
  gyre_construction_set_host (NULL, NULL);
  if (object == NULL)
    {
      gyre_component_prefix_error (component, trait, error);
      return NULL;
    }
  /* Its constructor can have put something there meanwhile. */
  g_clear_object (field_of (component, trait));
  *field_of (component, trait) = object;
  gyre_component_mirror (component, trait);
  if (G_UNLIKELY (GYRE_COMPONENT_GET_CLASS (component)->computed != NULL))
    gyre_delegate_attach (component, trait, FALSE);
  return object;
}

/* Validators of a facility see what is said: of an object its specification, `family#name`. */
static gboolean
ask_validators (GyreComponent *component, const GyreTrait *trait, GObject *object, GError **error)
{
  g_autofree char *text = NULL;

  if (G_LIKELY (trait->options == NULL || trait->options->validators == NULL))
    return TRUE;
  text = GYRE_IS_COMPONENT (object) ? gyre_component_dup_specification (GYRE_COMPONENT (object)) : g_strdup (G_OBJECT_TYPE_NAME (object));
  return gyre_pipeline_validate (trait, (GyreValue) { .present = TRUE, .string = text }, component, error);
}

gboolean
gyre_facility_check_object (GyreComponent *component, const GyreTrait *trait, GObject *object, GError **error)
{
  if (!gyre_component_check_settable (component, trait, error))
    return FALSE;
  if (object == NULL && !trait->nullable)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "may not be none");
      return FALSE;
    }
  return object == NULL || (gyre_resolution_check_instance (gyre_component_get_executive (component), object, NULL,
                                                            gyre_trait_get_value_type (trait), error)
                            && ask_validators (component, trait, object, error));
}

/* A part that goes gives its name back, so that the one that comes can have it, also when somebody else keeps the old one. */
static void
release_name (GyreComponent *component, const GyreTrait *trait, GObject *part)
{
  const char *host = gyre_component_get_name (component);
  g_autofree char *name = host != NULL ? gyre_trait_dup_path (trait, host) : NULL;

  if (name != NULL && GYRE_IS_COMPONENT (part) && g_strcmp0 (gyre_component_get_name (GYRE_COMPONENT (part)), name) == 0)
    gyre_component_release_name (GYRE_COMPONENT (part));
}

/* Puts an object in the field and tells; the field takes a reference. */
static void
replace (GyreComponent *component, const GyreTrait *trait, GObject *object, const char *text, GyreProvenance provenance)
{
  GObject **field = field_of (component, trait);
  GObject *old_object = *field;

  gyre_state_set_pending_text (component, trait->descriptor.index, text, provenance);
  *field = object != NULL ? g_object_ref (object) : NULL;
  gyre_component_mirror (component, trait);
  if (old_object != NULL && old_object != object)
    release_name (component, trait, old_object);
  if (G_UNLIKELY (GYRE_COMPONENT_GET_CLASS (component)->computed != NULL))
    gyre_delegate_attach (component, trait, TRUE);
  gyre_component_notify_change (component, trait, (GyreValue) { .present = old_object != NULL, .object = old_object },
                                (GyreValue) { .present = object != NULL, .object = object });
  g_clear_object (&old_object);
}

/* The part has ended: whether the facility may be none or not, it is. */
void
gyre_facility_drop (GyreComponent *component, const GyreTrait *trait)
{
  replace (component, trait, NULL, NULL, gyre_provenance_of_address (NULL));
}

gboolean
gyre_facility_bind (GyreComponent *component, const GyreTrait *trait, GObject *object, GyreProvenance provenance, GError **error)
{
  if (!gyre_facility_check_object (component, trait, object, error))
    {
      gyre_provenance_clear (&provenance);
      gyre_component_prefix_error (component, trait, error);
      return FALSE;
    }
  if (*field_of (component, trait) == object && (object != NULL || gyre_state_get_pending (component, trait->descriptor.index) == NULL))
    {
      gyre_state_set_pending_text (component, trait->descriptor.index, NULL, provenance);
      gyre_history_record_again (component, trait);
      return TRUE;
    }
  if (gyre_component_has_rules (component))
    return gyre_assignment_commit_facility (component, trait, object, NULL, FALSE, provenance, error);
  replace (component, trait, object, NULL, provenance);
  return TRUE;
}

/* Checks what a text says without building it. A living instance is checked itself. */
static gboolean
check_text (GyreComponent *component, const GyreTrait *trait, const char *text, GError **error)
{
  GyreExecutive *executive = gyre_component_get_executive (component);
  g_autofree char *family = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GObject) instance = NULL;

  if (!gyre_component_check_settable (component, trait, error) || !gyre_resolution_check (executive, text, &family, &name, error))
    return FALSE;
  if (name != NULL)
    instance = gyre_nameserver_find (gyre_executive_get_nameserver (executive), name);
  if (instance != NULL)
    return gyre_resolution_check_instance (executive, instance, family, gyre_trait_get_value_type (trait), error);
  return family == NULL || gyre_resolution_find_class (executive, family, gyre_trait_get_value_type (trait), error) != NULL;
}

/* Reads what a facility shall be; the text of the value is the caller's. */
gboolean
gyre_facility_check_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreValue *value, GError **error)
{
  if (!gyre_trait_parse (trait, text, value, error))
    return FALSE;
  if (!value->present || check_text (component, trait, value->string, error))
    return TRUE;
  gyre_kind_clear (trait->kind, value);
  return FALSE;
}

gboolean
gyre_facility_bind_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance,
                         GError **error)
{
  GyreValue value = GYRE_NONE;
  gboolean fits = gyre_facility_check_text (component, trait, text, &value, error);

  if (!fits)
    {
      gyre_provenance_clear (&provenance);
      gyre_component_prefix_error (component, trait, error);
    }
  else if (g_strcmp0 (gyre_state_get_pending (component, trait->descriptor.index), value.string) == 0
           && (value.present || *field_of (component, trait) == NULL))
    {
      gyre_state_set_pending_text (component, trait->descriptor.index, value.string, provenance);
      gyre_history_record_again (component, trait);
    }
  else if (gyre_component_has_rules (component))
    fits = gyre_assignment_commit_facility (component, trait, NULL, value.string, TRUE, provenance, error);
  else
    replace (component, trait, NULL, value.string, provenance);
  gyre_kind_clear (trait->kind, &value);
  return fits;
}

/* A class stands for its family; asking for its record harvests a class that other code has declared. */
static gboolean
read_type (GType type, char **text, GError **error)
{
  GyreRequirement *record = G_TYPE_IS_INTERFACE (type) ? (GyreRequirement *) gyre_role_get (type)
                            : G_TYPE_IS_OBJECT (type) ? (GyreRequirement *) gyre_actor_get (type) : NULL;

  if (record != NULL)
    *text = g_strdup (gyre_requirement_get_public_name (record));
  else
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "must be a component, is the type %s",
                 type != G_TYPE_INVALID ? g_type_name (type) : "of nothing");
  return record != NULL;
}

/* What a native value says: a text, or without one an object, or none. */
gboolean
gyre_facility_read_gvalue (const GyreTrait *trait, const GValue *source, GObject **object, char **text, GError **error)
{
  if (G_VALUE_HOLDS_GTYPE (source))
    return read_type (g_value_get_gtype (source), text, error);
  if (G_VALUE_HOLDS_STRING (source))
    *text = g_strdup (g_value_get_string (source) != NULL ? g_value_get_string (source) : "none");
  else if (G_VALUE_HOLDS_OBJECT (source) || G_TYPE_IS_INTERFACE (G_VALUE_TYPE (source)))
    *object = g_value_get_object (source);
  else
    g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "must be a component, is a value of type %s",
                 G_VALUE_TYPE_NAME (source));
  return *text != NULL || G_VALUE_HOLDS_OBJECT (source) || G_TYPE_IS_INTERFACE (G_VALUE_TYPE (source));
}

gboolean
gyre_facility_bind_gvalue (GyreComponent *component, const GyreTrait *trait, const GValue *source, GyreProvenance provenance,
                           GError **error)
{
  g_autofree char *text = NULL;
  GObject *object = NULL;

  if (gyre_facility_read_gvalue (trait, source, &object, &text, error))
    return text != NULL ? gyre_facility_bind_text (component, trait, text, provenance, error)
                        : gyre_facility_bind (component, trait, object, provenance, error);
  gyre_provenance_clear (&provenance);
  gyre_component_prefix_error (component, trait, error);
  return FALSE;
}

/* Lets all parts go, when the component is disposed of. None is built any more. */
void
gyre_facility_release_all (GyreComponent *component, const guint16 *owned)
{
  for (guint index = 0; owned != NULL && owned[index] != G_MAXUINT16; index++)
    {
      const GyreTrait *trait = gyre_component_get_slot (component, owned[index]);

      gyre_facility_container_dispose (component, trait);
      if (!gyre_trait_is_facility (trait))
        continue;
      gyre_state_ensure (component)->disposed = TRUE;
      g_clear_object (field_of (component, trait));
      gyre_component_mirror (component, trait);
    }
}

/* The facility as a text that says the same again: the component's specification, or what it shall be. */
char *
gyre_facility_dup_text (GyreComponent *component, const GyreTrait *trait)
{
  GObject *object = *field_of (component, trait);
  const char *text;

  if (GYRE_IS_COMPONENT (object))
    return gyre_component_dup_specification (GYRE_COMPONENT (object));
  if (object != NULL)
    return g_strdup (G_OBJECT_TYPE_NAME (object));
  text = gyre_state_get_pending (component, trait->descriptor.index);
  return text != NULL ? gyre_literal_quote (text) : g_strdup ("none");
}

/* For GObject, which has no error: what is wrong is a warning. */
void
gyre_component_get_facility_value (GyreComponent *self, const GyreTrait *trait, GValue *value)
{
  g_autoptr (GError) error = NULL;
  GObject *object = gyre_component_fetch_object (self, trait->descriptor.index, &error);

  if (error != NULL)
    g_warning ("%s", error->message);
  g_value_set_object (value, object);
}
