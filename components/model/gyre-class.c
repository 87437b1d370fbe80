/* gyre-class.c: The class side of components: records on demand, values of a class, declaration
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-class-private.h"
#include "gyre-birth-private.h"
#include "gyre-compatibility-private.h"
#include "gyre-binding-private.h"
#include "gyre-computed-private.h"
#include "gyre-construction-private.h"
#include "gyre-declaration-error.h"
#include "gyre-declaration-private.h"
#include "gyre-foreign-private.h"
#include "gyre-interface-private.h"
#include "gyre-record-private.h"
#include "gyre-reconfiguration-private.h"
#include "gyre-requirement-private.h"
#include "gyre-value-error.h"

/* What a declaration by table says that the metaclass layer does not know. */
typedef struct
{
  guint16 *first_slot;
  gpointer *parent_class;
  GyreClassDeclaration options;     /* of which what is no function and no number is not looked at any more */
} Outlets;

static GQuark
outlets_quark (void)
{
  return g_quark_from_static_string ("gyre-outlets");
}

static void
check_initial (GyreActor *actor, GyreTrait *trait, GyreReport *report)
{
  GyreValue value = GYRE_NONE;
  g_autoptr (GError) error = NULL;

  if (gyre_trait_is_facility (trait))
    return;
  if (!gyre_trait_get_initial (trait, &value, &error))
    gyre_report_error (report, gyre_requirement_get_locator (GYRE_REQUIREMENT (actor)), gyre_value_error_get_hint (error),
                       "%s.%s: the default %s", gyre_requirement_get_public_name (GYRE_REQUIREMENT (actor)),
                       trait->descriptor.name, error->message);
  gyre_kind_clear (trait->kind, &value);
}

static gboolean
is_simple (const GyreTrait *trait)
{
  return trait->options == NULL && !trait->construct_only && trait->shadowed == NULL && trait->storage != GYRE_STORAGE_UINT64
         && !(trait->constraints & GYRE_NOT_EMPTY);
}

/* The trait that this one shadows, if its field can hold the same. */
static const GyreTrait *
find_shadowed (GyreActor *actor, const GyreTrait *trait)
{
  GyreActor *parent = gyre_actor_get_parent (actor);
  GyreDescriptor *found = parent != NULL ? gyre_requirement_find_trait (GYRE_REQUIREMENT (parent), trait->descriptor.name) : NULL;
  const GyreTrait *shadowed = (const GyreTrait *) found;

  if (found == NULL || found->sort == GYRE_DESCRIPTOR_BEHAVIOR || shadowed->storage != trait->storage
      || shadowed->storage == GYRE_STORAGE_NONE || shadowed->offset == trait->offset)
    return NULL;
  if (trait->storage == GYRE_STORAGE_POINTER && !gyre_kind_is_a (trait->kind, shadowed->kind))
    return NULL;
  return shadowed;
}

/* GObject knows the inherited property for ever, and ancestors' accessors lead to whatever has its name now. */
static void
check_sort (GyreActor *actor, GyreDescriptor *descriptor, GyreReport *report)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (actor);
  GyreActor *parent = gyre_actor_get_parent (actor);
  GyreDescriptor *inherited = parent != NULL ? gyre_requirement_find_trait (GYRE_REQUIREMENT (parent), descriptor->name) : NULL;

  if (inherited == NULL || (inherited->sort == GYRE_DESCRIPTOR_BEHAVIOR) == (descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR))
    return;
  gyre_report_error (report, gyre_requirement_get_locator (requirement), "choose another name",
                     "%s: '%s' is a %s of %s and can't become a %s", gyre_requirement_get_public_name (requirement),
                     descriptor->name, inherited->sort == GYRE_DESCRIPTOR_BEHAVIOR ? "behavior" : "value",
                     gyre_requirement_get_public_name (inherited->owner),
                     descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR ? "behavior" : "value");
}

static GParamFlags
flags_of (const GyreTrait *trait)
{
  return G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY
         | (trait->construct_only ? G_PARAM_CONSTRUCT_ONLY : 0) | (trait->descriptor.deprecated_since != NULL ? G_PARAM_DEPRECATED : 0);
}

static void
install_trait (GyreActor *actor, GObjectClass *class, GyreTrait *trait, GyreReport *report)
{
  check_initial (actor, trait, report);
  if (!g_param_spec_is_valid_name (trait->descriptor.name))
    {
      gyre_report_error (report, gyre_requirement_get_locator (GYRE_REQUIREMENT (actor)),
                         "begin with a letter of ASCII, go on with letters, digits, '_'; give other names as aliases",
                         "%s: '%s' can't be the name of a property", gyre_requirement_get_name (GYRE_REQUIREMENT (actor)),
                         trait->descriptor.name);
      return;
    }
  trait->shadowed = find_shadowed (actor, trait);
  trait->simple = is_simple (trait);
  trait->specification = g_param_spec_ref_sink (trait->kind->specify (trait, flags_of (trait)));
  g_object_class_install_property (class, trait->descriptor.index + 1, trait->specification);
}

static gboolean
owns (const GyreTrait *trait)
{
  return trait->storage == GYRE_STORAGE_POINTER;
}

/* The slots whose fields the last unref has to let go. */
static guint16 *
list_owned (GyreRecord *record)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (guint16));
  guint16 end = G_MAXUINT16;

  for (guint16 slot = 0; slot < record->n_slots; slot++)
    if (record->slots[slot]->index == slot && record->slots[slot]->sort != GYRE_DESCRIPTOR_BEHAVIOR
        && owns ((const GyreTrait *) record->slots[slot]))
      g_array_append_val (slots, slot);
  if (slots->len == 0)
    return NULL;
  g_array_append_val (slots, end);
  return (guint16 *) (gpointer) g_array_steal (slots, NULL);
}

/* What the table says of hooks; else they are those of the parent. */
static void
put_in_hooks (const GyreClassDeclaration *options, GyreComponentClass *class)
{
  if (options->registered != NULL)
    class->registered = options->registered;
  if (options->trait_modified != NULL)
    class->trait_modified = options->trait_modified;
  if (options->validate != NULL)
    class->validate = options->validate;
  if (options->receive != NULL)
    class->receive = options->receive;
  if (options->deleted != NULL)
    class->deleted = options->deleted;
  if (options->sequential)
    class->stack_size = MAX (options->stack_size, 1);
}

static void
put_in_outlets (GyreActor *actor, gpointer type_class)
{
  Outlets *outlets = g_object_get_qdata (G_OBJECT (actor), outlets_quark ());

  if (outlets == NULL)
    return;
  if (outlets->first_slot != NULL)
    *outlets->first_slot = gyre_requirement_get_record (GYRE_REQUIREMENT (actor))->first_local;
  if (outlets->parent_class != NULL)
    *outlets->parent_class = g_type_class_peek_parent (type_class);
  put_in_hooks (&outlets->options, type_class);
}

gconstpointer
gyre_class_get_place (GyreActor *actor)
{
  Outlets *outlets = g_object_get_qdata (G_OBJECT (actor), outlets_quark ());

  return outlets != NULL ? outlets->first_slot : NULL;
}

static void
fill_class (GyreActor *actor, gpointer type_class)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (actor));
  GyreComponentClass *class = type_class;

  class->slots = record->slots;
  class->owned = list_owned (record);
  class->extent = gyre_actor_is_tracked (actor) ? &gyre_actor_get_record (actor)->extent : NULL;
  class->actor = actor;
  class->computed = gyre_computed_is_needed (actor) ? actor : NULL;
}

static void
class_install (GyreActor *actor, gpointer type_class, GyreReport *report)
{
  GyreRecord *record = gyre_requirement_get_record (GYRE_REQUIREMENT (actor));

  for (guint index = 0; index < record->local->len; index++)
    {
      GyreTrait *trait = g_ptr_array_index (record->local, index);
      check_sort (actor, &trait->descriptor, report);
      if (trait->descriptor.sort != GYRE_DESCRIPTOR_BEHAVIOR && trait->specification == NULL)
        install_trait (actor, type_class, trait, report);
    }
  put_in_outlets (actor, type_class);
  fill_class (actor, type_class);
}

/* Whether a trait can only be set while the instance is built, or must be set when GObject is ready for it. */
static gboolean
has_late_traits (GyreRecord *record)
{
  for (guint slot = 0; slot < record->n_slots; slot++)
    {
      const GyreTrait *trait = (const GyreTrait *) record->slots[slot];
      if (trait->descriptor.sort != GYRE_DESCRIPTOR_BEHAVIOR && (trait->construct_only || gyre_trait_is_foreign (trait)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_constructed (GyreActor *actor)
{
  for (; actor != NULL; actor = gyre_actor_get_parent (actor))
    if (gyre_actor_get_record (actor)->constructed != NULL
        || gyre_requirement_get_record (GYRE_REQUIREMENT (actor))->declaration->constructor != NULL)
      return TRUE;
  return FALSE;
}

/* A class that needs nothing at the end of construction does not pay for it. */
static void
settle_constructed (GyreActor *actor, gpointer type_class)
{
  GObjectClass *object_class = type_class;
  GyreComponentClass *class = type_class;
  GObjectClass *object_root = g_type_class_peek (G_TYPE_OBJECT);

  if (object_class->constructed != gyre_construction_constructed && object_class->constructed != object_root->constructed)
    gyre_actor_get_record (actor)->constructed = object_class->constructed;
  if (has_constructed (actor) || class->configured != NULL || class->initialized != NULL || class->registered != NULL
      || class->trait_modified != NULL || class->validate != NULL || has_late_traits (gyre_requirement_get_record (GYRE_REQUIREMENT (actor))))
    object_class->constructed = gyre_construction_constructed;
  else
    object_class->constructed = object_root->constructed;
}

static void
check_defaults (GyreActor *actor, GyreReport *report)
{
  GyreRequirement *requirement = GYRE_REQUIREMENT (actor);
  GPtrArray *defaults = gyre_requirement_get_record (requirement)->declaration->defaults;

  for (guint index = 0; defaults != NULL && index + 1 < defaults->len; index += 2)
    {
      const char *name = g_ptr_array_index (defaults, index);
      GyreDescriptor *descriptor;
      GyreValue value = GYRE_NONE;
      g_autoptr (GError) error = NULL;

      descriptor = gyre_requirement_get_trait (requirement, name, &error);
      if (descriptor != NULL && descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR)
        g_set_error (&error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_READ_ONLY, "'%s' is a behavior", name);
      else if (descriptor != NULL && !gyre_binding_is_meant ((GyreTrait *) descriptor, g_ptr_array_index (defaults, index + 1))
               && gyre_trait_parse ((GyreTrait *) descriptor, g_ptr_array_index (defaults, index + 1), &value, &error))
        gyre_kind_clear (((GyreTrait *) descriptor)->kind, &value);
      if (error != NULL)
        gyre_report_error (report, gyre_requirement_get_locator (requirement), NULL, "%s: the default of '%s': %s",
                           gyre_requirement_get_public_name (requirement), name, error->message);
    }
}

static void
class_check (GyreActor *actor, gpointer type_class, GyreReport *report)
{
  settle_constructed (actor, type_class);
  check_defaults (actor, report);
  gyre_delegate_check (actor, report);
  gyre_compatibility_report (actor, report);
}

static void
class_finish (GyreActor *actor, gpointer type_class)
{
  GyreComponentClass *class = type_class;

  if (class->class_registered != NULL)
    class->class_registered (actor);
}

static const GyreActorModel model = {
  .extent_offset = G_STRUCT_OFFSET (GyreComponent, links),
  .install = class_install,
  .check = class_check,
  .finish = class_finish,
  .construct = gyre_construction_run,
  .interface_initialize = gyre_interface_initialize,
};

const GyreActorModel *
gyre_class_get_model (void)
{
  static gsize settled;

  if (g_once_init_enter (&settled))
    {
      gyre_reconfiguration_attach ();
      g_once_init_leave (&settled, 1);
    }
  return &model;
}

static void
fill (GyreDeclaration *declaration, const GyreClassDeclaration *table)
{
  g_autoptr (GyreLocator) locator = gyre_locator_new_source (table->file, table->line, NULL);

  gyre_declaration_set_family (declaration, table->family);
  gyre_declaration_set_summary (declaration, table->summary, table->description);
  gyre_declaration_set_internal (declaration, table->internal);
  gyre_declaration_set_untracked (declaration, table->untracked);
  gyre_declaration_set_abstract (declaration, table->abstract);
  gyre_declaration_set_open (declaration, table->open);
  gyre_declaration_set_locator (declaration, locator);
  gyre_declaration_set_sizes (declaration, table->class_size, table->instance_size);
  gyre_declaration_set_initializers (declaration, table->class_initialize, table->initialize);
  for (guint index = 0; table->implements[index] != G_TYPE_INVALID; index++)
    gyre_declaration_implement (declaration, table->implements[index]);
  for (const GyreTraitDeclaration *row = table->traits; row != NULL && row->field != NULL; row++)
    gyre_declaration_add (declaration, &gyre_trait_new (row)->descriptor);
  for (const GyreBehaviorDeclaration *row = table->behaviors; row != NULL && row->name != NULL; row++)
    gyre_declaration_add (declaration, &gyre_behavior_new (row)->descriptor);
  for (const GyreDefaultDeclaration *row = table->defaults; row != NULL && row->name != NULL; row++)
    gyre_declaration_set_default (declaration, row->name, row->text);
}

static void
keep_outlets (GyreRequirement *record, const GyreClassDeclaration *table)
{
  Outlets *outlets = g_new (Outlets, 1);

  *outlets = (Outlets) { table->first_slot, table->parent_class, *table };
  g_object_set_qdata_full (G_OBJECT (record), outlets_quark (), outlets, g_free);
}

/**
 * gyre_component_define: (skip)
 * @declaration: the table
 *
 * Declares a component class from a table: what %GYRE_DEFINE_COMPONENT calls, once.
 *
 * Returns: the type; %G_TYPE_NONE when none could be made
 *
 * Since: 0.1
 */
GType
gyre_component_define (const GyreClassDeclaration *declaration)
{
  g_autoptr (GyreDeclaration) container = NULL;
  g_autoptr (GError) error = NULL;
  GyreRequirement *record;

  g_return_val_if_fail (declaration != NULL, G_TYPE_INVALID);

  gyre_actor_get (declaration->parent);
  record = gyre_record_new (declaration->metaclass, GYRE_TYPE_ACTOR, &declaration->parent, 1, &error);
  if (record != NULL)
    {
      container = gyre_attribute_classifier_prepare (GYRE_ATTRIBUTE_CLASSIFIER (record), declaration->name, declaration->parent);
      fill (container, declaration);
      keep_outlets (record, declaration);
      if (gyre_attribute_classifier_new_class (GYRE_ATTRIBUTE_CLASSIFIER (record), container, &error))
        return gyre_requirement_get_gtype (record);
      g_object_unref (record);
    }
  g_warning ("%s:%u: %s", declaration->file, declaration->line, error->message);
  /* Not 0: the get_type function, which leaves g_once with it, would wait for itself the next time. */
  return G_TYPE_NONE;
}

/**
 * gyre_component_register:
 * @declaration: a filled declaration
 * @metaclass: the type of the record; %G_TYPE_INVALID for what the parent has
 * @error: return location for an error of %GYRE_DECLARATION_ERROR
 *
 * Declares a component class by function calls.
 *
 * Returns: the type, or %G_TYPE_INVALID when none could be made
 *
 * Since: 0.1
 */
GType
gyre_component_register (GyreDeclaration *declaration, GType metaclass, GError **error)
{
  GyreRequirement *record;

  g_return_val_if_fail (declaration != NULL, G_TYPE_INVALID);

  gyre_actor_get (declaration->parent);
  record = gyre_record_new (metaclass, GYRE_TYPE_ACTOR, &declaration->parent, 1, error);
  if (record != NULL && gyre_attribute_classifier_new_class (GYRE_ATTRIBUTE_CLASSIFIER (record), declaration, error))
    return gyre_requirement_get_gtype (record);
  g_clear_object (&record);
  return G_TYPE_INVALID;
}

/**
 * gyre_actor_get:
 * @type: a type that derives from #GObject
 *
 * Gets the record of a class. A class that plain GObject code, Python, Lua or JavaScript has declared is harvested when it is
 * first asked for, and has the same record from then on. The class struct is made if it was not yet.
 *
 * Returns: (transfer none) (nullable): the record; %NULL for a type that is no class
 *
 * Since: 0.1
 */
GyreActor *
gyre_actor_get (GType type)
{
  GyreActor *actor = gyre_actor_peek (type);

  if (actor != NULL && gyre_record_get_state (gyre_requirement_get_record (GYRE_REQUIREMENT (actor))) != GYRE_REQUIREMENT_DECLARED)
    return actor;
  if (!G_TYPE_IS_OBJECT (type))
    return NULL;
  if (actor == NULL && g_type_is_a (type, GYRE_TYPE_COMPONENT) && gyre_actor_peek (type) != NULL)
    actor = gyre_actor_peek (type);
  g_type_class_unref (g_type_class_ref (type));
  return actor != NULL ? actor : gyre_foreign_harvest (type);
}

static const GyreTrait *
find_property (GyreActor *self, const char *name, GError **error)
{
  GyreDescriptor *descriptor = gyre_requirement_get_trait (GYRE_REQUIREMENT (self), name, error);

  if (descriptor == NULL || descriptor->sort != GYRE_DESCRIPTOR_BEHAVIOR)
    return (const GyreTrait *) descriptor;
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_UNKNOWN, "%s.%s is a behavior and has no value",
               gyre_requirement_get_public_name (GYRE_REQUIREMENT (self)), descriptor->name);
  return NULL;
}

static GyreBirth *
current_birth (GyreActor *self)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (gyre_requirement_get_gtype (GYRE_REQUIREMENT (self)));

  return gyre_birth_get ((GyreComponentClass *) class, gyre_executive_get_current ());
}

/* The births are the values of component classes; other classes have what they declare and nothing else. */
static gboolean
is_component (GyreActor *self)
{
  return g_type_is_a (gyre_requirement_get_gtype (GYRE_REQUIREMENT (self)), GYRE_TYPE_COMPONENT);
}

/* A record that was found before its class was made has no traits yet. */
static const GyreTrait *
find_changeable (GyreActor *self, const char *name, GError **error)
{
  gyre_actor_get (gyre_requirement_get_gtype (GYRE_REQUIREMENT (self)));
  if (!gyre_requirement_is_valid (GYRE_REQUIREMENT (self), error))
    return NULL;
  if (is_component (self))
    return find_property (self, name, error);
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_INVALID, "%s is no component class",
               gyre_requirement_get_public_name (GYRE_REQUIREMENT (self)));
  return NULL;
}

/**
 * gyre_actor_set_default:
 * @self: a class record
 * @trait: a name or alias
 * @text: the text of a value
 * @error: return location for an error
 *
 * Changes the default of a class in the current executive. It concerns instances that are built from now on, also of derived
 * classes that do not have a value of their own.
 *
 * Returns: whether the default is changed
 *
 * Since: 0.1
 */
gboolean
gyre_actor_set_default (GyreActor *self, const char *trait, const char *text, GError **error)
{
  const GyreTrait *found;
  gboolean changed;
  GError *problem = NULL;

  g_return_val_if_fail (GYRE_IS_ACTOR (self) && trait != NULL && text != NULL, FALSE);

  found = find_changeable (self, trait, error);
  if (found == NULL)
    return FALSE;
  changed = gyre_birth_override (self, gyre_executive_get_current (), found, text,
                                 gyre_provenance_of_address (__builtin_return_address (0)), &problem);
  if (!changed)
    {
      g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "%s.%s: %s",
                   gyre_requirement_get_public_name (GYRE_REQUIREMENT (self)), found->descriptor.name, problem->message);
      g_error_free (problem);
    }
  return changed;
}

/**
 * gyre_actor_dup_default:
 * @self: a class record
 * @trait: a name or alias
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable): the text of the value that the next instance will have
 *
 * Since: 0.1
 */
char *
gyre_actor_dup_default (GyreActor *self, const char *trait, GError **error)
{
  const GyreTrait *found;
  GyreBirth *birth;
  GyreValue value;

  g_return_val_if_fail (GYRE_IS_ACTOR (self) && trait != NULL, NULL);

  found = find_property (self, trait, error);
  if (found == NULL)
    return NULL;
  if (!is_component (self))
    return gyre_trait_dup_initial_text (found);
  birth = current_birth (self);
  if (birth->texts != NULL && birth->texts[found->descriptor.index] != NULL)
    return g_strdup (birth->texts[found->descriptor.index]);
  value = birth->values[found->descriptor.index];
  return gyre_trait_print (found, value);
}

/**
 * gyre_actor_dup_default_locator:
 * @self: a class record
 * @trait: a name or alias
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: (transfer full) (nullable): where that value was said
 *
 * Since: 0.1
 */
GyreLocator *
gyre_actor_dup_default_locator (GyreActor *self, const char *trait, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_ACTOR (self) && trait != NULL, NULL);

  found = find_property (self, trait, error);
  if (found == NULL || !is_component (self))
    return NULL;
  return gyre_provenance_dup_locator (&current_birth (self)->provenances[found->descriptor.index]);
}

/**
 * gyre_actor_get_default_priority:
 * @self: a class record
 * @trait: a name or alias
 * @priority: (out caller-allocates): its weight
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether there is such a trait
 *
 * Since: 0.1
 */
gboolean
gyre_actor_get_default_priority (GyreActor *self, const char *trait, GyrePriority *priority, GError **error)
{
  const GyreTrait *found;

  g_return_val_if_fail (GYRE_IS_ACTOR (self) && trait != NULL && priority != NULL, FALSE);

  found = find_property (self, trait, error);
  if (found == NULL || !is_component (self))
    return FALSE;
  *priority = gyre_provenance_get_priority (&current_birth (self)->provenances[found->descriptor.index]);
  return TRUE;
}
