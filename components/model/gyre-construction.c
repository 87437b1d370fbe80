/* gyre-construction.c: How an instance comes to be
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An instance that is asked for by gyre_component_new() finds the request in the thread: GObject runs the root's instance
 * function before those of the derived classes, so the instance is configured before any code of the class runs. With
 * g_object_new() the name comes a little later, as a construct property, but still before `constructed`.
 */
#include "gyre-construction-private.h"
#include "gyre-actor-private.h"
#include "gyre-binding-private.h"
#include "gyre-census-private.h"
#include "gyre-class.h"
#include "gyre-commit-private.h"
#include "gyre-composed-private.h"
#include "gyre-condition-private.h"
#include "gyre-declaration-private.h"
#include "gyre-dynamic-setting-private.h"
#include "gyre-foreign-private.h"
#include "gyre-foreign-value-private.h"
#include "gyre-hooks-private.h"
#include "gyre-host-private.h"
#include "gyre-name-generator-private.h"
#include "gyre-assignment-private.h"
#include "gyre-requirement-private.h"
#include "gyre-reservation-private.h"
#include "gyre-setting-chooser-private.h"
#include "gyre-trampoline-private.h"
#include "gyre-unique-name-private.h"
#include "gyre-watch-private.h"

#include <string.h>

/* A request of this thread, until the instance function takes it. */
typedef struct _Request Request;

struct _Request
{
  Request *outer;
  GyreActor *actor;
  const GyreConstruction *construction;
  const char *name;
  GyreComponent *instance;       /* once it is there */
  GyreComponent *host;           /* of which it is a part; NULL for most */
  const GyreTrait *facility;
};

/* A chain of `constructed` functions that runs in this thread. */
typedef struct _Frame Frame;

struct _Frame
{
  Frame *outer;
  GObject *object;
  GyreActor *level;              /* whose function runs */
};

/* Whose turn it is: GObject reaches a property only when the instance has its final class, so what other code keeps comes later. */
typedef enum
{
  SHARE_OWN = 1 << 0,
  SHARE_FOREIGN = 1 << 1,
  SHARE_ALL = SHARE_OWN | SHARE_FOREIGN,
} Share;

/* Components can ask for each other without end; that must not end with the stack. */
enum { MAXIMUM_DEPTH = 200 };

/* Reading these costs one instruction each, also in a library that is loaded late. */
#define THREAD_LOCAL static __thread __attribute__ ((tls_model ("initial-exec")))
THREAD_LOCAL Request *requests;
THREAD_LOCAL GyreComponent *next_host;
THREAD_LOCAL const GyreTrait *next_facility;
THREAD_LOCAL Frame *frames;
THREAD_LOCAL guint depth;

static void
fail (GyreComponent *component, GyreLocator *locator, const char *message)
{
  GyreState *state = gyre_state_ensure (component);

  if (state->report == NULL)
    state->report = gyre_report_new ();
  gyre_report_error (state->report, locator, NULL, "%s", message);
}

/* What is asked for by g_object_new() can't fail, so at least it does not go wrong in silence. */
static void
warn_of (GyreComponent *component, GyreReport *report)
{
  g_autofree char *text = gyre_report_to_string (report);

  g_warning ("%s: %s", gyre_requirement_get_public_name (GYRE_REQUIREMENT (gyre_component_get_actor (component))), text);
}

static Request *
find_request (GyreComponent *component)
{
  Request *request = requests;

  while (request != NULL && request->instance != component)
    request = request->outer;
  return request;
}

/* Takes a setting for the name of the instance, and puts a mistake into its report. */
void
gyre_construction_apply (GyreComponent *component, const GyreTrait *trait, GyreSetting *setting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) locator = NULL;

  gyre_setting_mark_used (setting);
  if (!gyre_composition_check (trait, gyre_setting_get_operator (setting), &error))
    gyre_component_prefix_error (component, trait, &error);
  else if (gyre_component_commit_text (component, trait, gyre_setting_get_value (setting),
                                       gyre_provenance_of_setting (setting), &error))
    return;
  locator = gyre_setting_dup_locator (setting);
  fail (component, locator, error->message);
}

/* Several settings make the value together. Each is weighed against what the instance has. */
static void
apply_chain (GyreComponent *component, const GyreTrait *trait, GArray *chain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GyreLocator) locator = NULL;
  GyreSetting *culprit = NULL;

  if (gyre_composed_commit (component, trait, chain, &culprit, &error))
    return;
  locator = gyre_setting_dup_locator (culprit);
  fail (component, locator, error->message);
}

static void
take_report (GyreComponent *component, GyreReport *report)
{
  GyreState *state = gyre_state_ensure (component);

  if (report == NULL)
    return;
  if (state->report == NULL)
    state->report = gyre_report_new ();
  gyre_report_append (state->report, report);
}

static gboolean
is_weaker (GyreComponent *component, const GyreTrait *trait, GyrePriority priority)
{
  GyreState *state = gyre_state_peek (component);
  GyreProvenance *own = state->provenances != NULL ? &state->provenances[trait->descriptor.index] : NULL;

  return own != NULL && gyre_provenance_is_set (own) && own->from_class == GYRE_MEDIATOR_NONE
         && gyre_priority_compare (priority, gyre_provenance_get_priority (own)) < 0;
}

static gboolean
is_of_share (const GyreTrait *trait, Share share)
{
  return (share & (gyre_trait_is_foreign (trait) ? SHARE_FOREIGN : SHARE_OWN)) != 0;
}

void
gyre_construction_set_host (GyreComponent *host, const GyreTrait *facility)
{
  next_host = host;
  next_facility = facility;
}

/* The settings that speak of the instance by its name. Keywords were taken before; the stronger of the two stays. */
static void
apply_settings (GyreComponent *component, Share share)
{
  GyreExecutive *executive = gyre_component_get_executive (component);
  g_autoptr (GyreReport) report = NULL;
  g_autoptr (GPtrArray) chosen =
    gyre_settings_choose_for (gyre_executive_get_settings (executive), executive, gyre_component_get_name (component),
                              GYRE_REQUIREMENT (gyre_component_get_actor (component)), gyre_condition_holds, component, &report);

  if (share & SHARE_OWN)
    take_report (component, report);
  for (guint index = 0; index < chosen->len; index++)
    {
      GyreChosenSetting *choice = g_ptr_array_index (chosen, index);

      if (!is_of_share (choice->trait, share))
        continue;
      gyre_setting_mark_used (choice->setting);
      if (choice->chain != NULL)
        apply_chain (component, choice->trait, choice->chain);
      else if (!is_weaker (component, choice->trait, gyre_setting_get_priority (choice->setting)))
        gyre_construction_apply (component, choice->trait, choice->setting);
    }
}

static void
apply_keyword (GyreComponent *component, const char *keyword, const GValue *value, GyreLocator *locator, Share share)
{
  g_autoptr (GError) error = NULL;
  GyreDescriptor *descriptor = gyre_dynamic_get_settable (component, keyword, &error);
  GyreProvenance provenance;

  if (!(share & SHARE_OWN) && (descriptor == NULL || descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR))
    return;
  if (descriptor != NULL && descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR && !is_of_share ((const GyreTrait *) descriptor, share))
    return;
  if (descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
    g_set_error (&error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "'%s' is a behavior and can't be set", keyword);
  if (error == NULL)
    {
      provenance = gyre_provenance_of_locator (GYRE_CATEGORY_CONSTRUCTION, locator);
      gyre_component_commit_gvalue (component, (const GyreTrait *) descriptor, value, provenance, &error);
    }
  if (error != NULL)
    fail (component, locator, error->message);
}

static void
run_configured (GyreComponent *component)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  g_autoptr (GyreReport) report = NULL;

  if (class->configured == NULL || gyre_state_ensure (component)->configured)
    return;
  gyre_state_ensure (component)->configured = TRUE;
  report = gyre_report_new ();
  class->configured (component, report);
  if (gyre_report_get_length (report) > 0)
    take_report (component, report);
}

static void
take_name (GyreComponent *component, const char *name, GyreLocator *locator)
{
  GyreState *state = gyre_state_ensure (component);
  g_autoptr (GError) error = NULL;

  if (!gyre_unique_name_give (component, name, locator, &error))
    return fail (component, locator, error->message);
  state->name = g_strdup (name);
  gyre_watch_name_changed (component, TRUE);
  state->locator = locator != NULL ? gyre_locator_ref (locator) : NULL;
  gyre_host_alias_parts (component);
}

/* What the class says with references or without having declared it, and who refers to the new instance. */
static void
follow (GyreComponent *component)
{
  g_autoptr (GError) error = NULL;

  if (G_UNLIKELY (gyre_component_get_birth (component)->texts != NULL) && !gyre_dynamic_follow_class (component, &error))
    fail (component, NULL, error->message);
  if (gyre_component_get_name (component) != NULL)
    gyre_bindings_came (component);
}

static void
apply_host (GyreComponent *component, Request *request)
{
  g_autoptr (GyreReport) report = gyre_report_new ();

  gyre_host_apply (component, request->host, request->facility, report);
  if (gyre_report_get_length (report) > 0)
    take_report (component, report);
}

static void
take_said (GyreComponent *component, const GyreConstruction *construction, Share share)
{
  Request *request = find_request (component);

  if (request != NULL && request->host != NULL && (share & SHARE_OWN))
    apply_host (component, request);
  for (guint index = 0; index < construction->n_keywords; index++)
    apply_keyword (component, construction->keywords[index], &construction->values[index], construction->locator, share);
  if (gyre_component_get_name (component) != NULL)
    apply_settings (component, share);
}

/* Other languages can't wrap an instance before it has its final class. They do not tell the size of a struct. */
static gboolean
can_be_seen (GyreComponentClass *class)
{
  return gyre_requirement_get_record (GYRE_REQUIREMENT (class->actor))->declaration->instance_size > 0;
}

/* An instance that was asked for is configured before any code of its class, and seen as what it will be. */
static void
take_request (GyreComponent *component, GyreComponentClass *class, Request *request)
{
  GTypeInstance *instance = (GTypeInstance *) component;
  GTypeClass *shown = instance->g_class;

  gyre_succession_enter ();
  request->instance = component;
  instance->g_class = (GTypeClass *) class;
  if (request->name != NULL)
    take_name (component, request->name, request->construction->locator);
  take_said (component, request->construction, SHARE_OWN);
  follow (component);
  if (can_be_seen (class))
    run_configured (component);
  instance->g_class = shown;
  gyre_succession_leave ();
}

static void
warn_of_report (GyreComponent *component)
{
  GyreState *state = gyre_state_peek (component);

  if (state == NULL || state->report == NULL)
    return;
  warn_of (component, state->report);
  g_clear_pointer (&state->report, gyre_report_unref);
}

/* One that nobody asked for by gyre_component_new() has not been bound yet. */
static void
follow_class (GyreComponent *component, GyreComponentClass *class)
{
  GTypeInstance *instance = (GTypeInstance *) component;
  GTypeClass *shown = instance->g_class;

  if (find_request (component) != NULL)
    return;
  instance->g_class = (GTypeClass *) class;
  follow (component);
  warn_of_report (component);
  instance->g_class = shown;
}

/* The class struct keeps the birth of the default executive, which nearly every thread has. */
static inline GyreBirth *
current_birth (GyreComponentClass *class)
{
  GyreExecutive *executive = gyre_executive_get_current ();
  GyreBirth *birth = g_atomic_pointer_get (&class->birth);

  return G_LIKELY (birth != NULL && birth->executive == executive) ? birth : gyre_birth_get (class, executive);
}

/* The first thing that happens to an instance: it gets the values of its class. */
void
gyre_construction_begin (GyreComponent *component, GyreComponentClass *class)
{
  GyreBirth *birth = current_birth (class);

  if (G_UNLIKELY (birth->holds_executive))
    g_object_ref (birth->executive);
  component->birth = birth;
  gyre_census_take_number (birth->census, component);
  memcpy (component + 1, birth->image, birth->image_size);
  for (guint index = 0; index < birth->n_fields; index++)
    {
      const GyreBirthField *field = &birth->fields[index];
      G_STRUCT_MEMBER (gpointer, component, field->offset) =
        G_LIKELY (field->kind != NULL) ? field->kind->copy (birth->values[field->source]).pointer
                                       : G_STRUCT_MEMBER (gpointer, component, field->source);
    }
  if (G_UNLIKELY (requests != NULL) && requests->instance == NULL && requests->actor == class->actor)
    take_request (component, class, requests);
  else if (G_UNLIKELY (birth->report != NULL))
    warn_of (component, birth->report);
  if (G_UNLIKELY (birth->texts != NULL))
    follow_class (component, class);
  if (class->extent != NULL)
    gyre_census_add_to_extent (birth->census, class->extent, component);
}

/* g_object_new() with a name. It can't report: with a name that is taken the instance stays unnamed. */
void
gyre_construction_claim (GyreComponent *component, const char *name)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  g_autofree char *normalized = class->normalize_name != NULL ? class->normalize_name (class->actor, name) : g_strdup (name);
  g_autoptr (GyreLocator) locator = gyre_locator_new_source ("g_object_new", 0, NULL);

  if (normalized == NULL)
    return;
  take_name (component, normalized, locator);
  gyre_binding_rename (component);
  if (gyre_component_get_name (component) != NULL)
    apply_settings (component, SHARE_ALL);
  follow (component);
  gyre_watch_built (component);
  warn_of_report (component);
}

/* GObject refuses what the class has. */
static void
fail_foreign (GyreComponent *component, const GyreTrait *trait, GError *error)
{
  g_autoptr (GyreLocator) locator = gyre_provenance_dup_locator (&gyre_component_get_birth (component)->provenances[trait->descriptor.index]);

  fail (component, locator, error->message);
}

/* GObject sets what it keeps itself; it is known now what that shall be. */
static void
apply_foreign (GyreComponent *component)
{
  GyreBirth *birth = gyre_component_get_birth (component);
  Request *request = find_request (component);

  for (guint slot = 0; birth->n_foreign > 0 && slot < birth->n_slots; slot++)
    {
      const GyreTrait *trait = gyre_component_get_slot (component, slot);
      g_autoptr (GError) error = NULL;

      if (trait->descriptor.sort != GYRE_DESCRIPTOR_BEHAVIOR && gyre_trait_is_foreign (trait) && trait->writable
          && trait->descriptor.index == slot && birth->provenances[slot].category > GYRE_CATEGORY_DEFAULTS
          && !gyre_foreign_value_write_birth (component, trait, &error))
        fail_foreign (component, trait, error);
    }
  if (request != NULL)
    take_said (component, request->construction, SHARE_FOREIGN);
}

static void
finish (GyreComponent *component)
{
  GyreComponentClass *class = GYRE_COMPONENT_GET_CLASS (component);
  GyreState *state = gyre_state_ensure (component);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GError) problem = NULL;

  if (class->initialized != NULL)
    class->initialized (component, report);
  if (gyre_report_get_length (report) > 0)
    take_report (component, report);
  if (class->validate != NULL && !gyre_component_check_rules (component, &problem))
    fail (component, state->locator, problem->message);
  state->complete = TRUE;
  if (find_request (component) == NULL)
    warn_of_report (component);
  if (class->registered != NULL && (state->report == NULL || gyre_report_get_errors (state->report) == 0))
    gyre_hooks_registered (component);
}

/* The nearest class at or above a level that has a `constructed` of its own. */
static GyreActor *
next_level (GyreActor *level)
{
  while (level != NULL && gyre_actor_get_record (level)->constructed == NULL)
    level = gyre_actor_get_parent (level);
  return level;
}

static void
run_level (GObject *object, GyreActor *level)
{
  Frame frame = { frames, object, next_level (level) };

  if (frame.level == NULL)
    return;
  frames = &frame;
  gyre_actor_get_record (frame.level)->constructed (object);
  frames = frame.outer;
}

/*
 * gyre_construction_constructed:
 *
 * Stands in the class struct where a class has hooks or a `constructed` of its own. GObject calls it once; when a class chains
 * up it comes here again, and the thread's frame tells whose turn it is.
 */
void
gyre_construction_constructed (GObject *object)
{
  GyreComponent *component = GYRE_COMPONENT (object);

  if (frames != NULL && frames->object == object)
    {
      run_level (object, gyre_actor_get_parent (frames->level));
      return;
    }
  apply_foreign (component);
  run_configured (component);
  run_level (object, gyre_component_get_actor (component));
  g_autofree char *problem = gyre_constructor_run (component);
  if (problem != NULL)
    fail (component, NULL, problem);
  finish (component);
}

/* Whether instances of the class can be built at all, and what its configuration says against it. */
static gboolean
check_class (GyreActor *actor, GyreComponentClass *class, GError **error)
{
  GyreBirth *birth;

  if (!gyre_requirement_is_valid (GYRE_REQUIREMENT (actor), error))
    return FALSE;
  if (gyre_actor_is_abstract (actor))
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "%s is abstract: build an instance of a class derived from it",
                   gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)));
      return FALSE;
    }
  birth = current_birth (class);
  return birth->report == NULL
         || gyre_report_to_error (birth->report, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, error);
}

static GObject *
build (Request *request, GError **error)
{
  GObject *object;
  GyreState *state;

  request->outer = requests;
  requests = request;
  object = g_object_new (gyre_requirement_get_gtype (GYRE_REQUIREMENT (request->actor)), NULL);
  requests = request->outer;
  gyre_watch_built (GYRE_COMPONENT (object));
  if (g_object_is_floating (object))
    g_object_ref_sink (object);
  state = gyre_state_peek (GYRE_COMPONENT (object));
  if (state == NULL || state->report == NULL
      || gyre_report_to_error (state->report, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION, error))
    return object;
  /* Its own code can have handed it around: it leaves no name and no place in the extent all the same. */
  g_object_run_dispose (object);
  g_object_unref (object);
  return NULL;
}

static GObject *
build_checked (GyreActor *actor, GyreComponentClass *class, const char *name, const GyreConstruction *construction,
               GError **error)
{
  Request request = { NULL, actor, construction, name, NULL, next_host, next_facility };
  GObject *instance;

  if (depth == MAXIMUM_DEPTH)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_CONFIGURATION,
                   "%s: components must not ask for each other without end, these are %d within each other",
                   gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), MAXIMUM_DEPTH);
      return NULL;
    }
  gyre_construction_set_host (NULL, NULL);
  depth++;
  if (class->staged != NULL)
    class->staged (actor, name, construction->locator);
  instance = build (&request, error);
  depth--;
  return instance;
}

/* An instance with a name is built by one thread; all others that ask for it meanwhile get the same one. */
static GObject *
find_or_build (GyreActor *actor, GyreComponentClass *class, const char *name, const GyreConstruction *construction,
               GError **error)
{
  g_autoptr (GError) problem = NULL;
  GyreReservation reservation;
  gboolean is_first = gyre_reservation_take (&reservation, gyre_executive_get_current (), name);
  GObject *instance = gyre_reservation_find (actor, name, construction->locator, &problem);

  if (instance == NULL && problem == NULL && is_first)
    instance = build_checked (actor, class, name, construction, &problem);
  else if (instance == NULL && problem == NULL)
    g_set_error (&problem, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_NAME, "%s: '%s' asks for itself before it is there",
                 gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)), name);
  if (is_first)
    gyre_reservation_release (&reservation);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return instance;
}

/* The name that was asked for, else the one that a generator gives, as the class writes it. */
static char *
dup_name (GyreActor *actor, GyreComponentClass *class, const GyreConstruction *construction)
{
  g_autofree char *name = construction->name != NULL ? g_strdup (construction->name) : gyre_name_generator_ask (actor);

  return name != NULL && class->normalize_name != NULL ? class->normalize_name (actor, name) : g_steal_pointer (&name);
}

/* The step *call* of the metaclass. */
GObject *
gyre_construction_run (GyreActor *actor, const GyreConstruction *construction, GError **error)
{
  g_autoptr (GTypeClass) held = g_type_class_ref (gyre_requirement_get_gtype (GYRE_REQUIREMENT (actor)));
  GyreComponentClass *class = (GyreComponentClass *) held;
  g_autofree char *name = NULL;

  if (!check_class (actor, class, error))
    return NULL;
  name = dup_name (actor, class, construction);
  return name != NULL ? find_or_build (actor, class, name, construction, error)
                      : build_checked (actor, class, NULL, construction, error);
}
