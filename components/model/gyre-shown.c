/* gyre-shown.c: The properties of another object as attributes of a component
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An attribute is made when somebody asks for the property, and its value is read each time. What the object notifies of in another
 * thread than the one in which it was wrapped is not told: observers belong to the thread of the component.
 */
#include "gyre-shown-private.h"
#include "gyre-commit-private.h"
#include "gyre-shape-private.h"

struct _GyreShown
{
  GyreComponent *component;
  GObject *object;
  GHashTable *table;          /* the name, owned by the attribute → GyreDynamic, owned */
  GThread *thread;
  gulong handler;
  gboolean is_first;
};

static GQuark
trait_quark (void)
{
  return g_quark_from_static_string ("gyre-shown-trait");
}

static gboolean
has_bounds (GParamSpec *property)
{
  GType type = property->value_type;

  return G_TYPE_IS_ENUM (type) || G_TYPE_IS_FLAGS (type) || type == G_TYPE_BOOLEAN || type == G_TYPE_STRING || type == G_TYPE_CHAR
         || type == G_TYPE_UCHAR || type == G_TYPE_INT || type == G_TYPE_UINT || type == G_TYPE_LONG || type == G_TYPE_ULONG
         || type == G_TYPE_INT64 || type == G_TYPE_UINT64 || type == G_TYPE_FLOAT || type == G_TYPE_DOUBLE;
}

/* What the property says of its values; of other types what any value of the type is. NULL when no kind knows them. */
const GyreTrait *
gyre_shown_get_shape (GParamSpec *property)
{
  const GyreTrait *shape = g_param_spec_get_qdata (property, trait_quark ());
  g_auto (GValue) empty = G_VALUE_INIT;

  if (shape != NULL)
    return shape;
  if (has_bounds (property))
    shape = gyre_trait_new_foreign (property);
  else
    shape = gyre_shape_of_native (g_value_init (&empty, property->value_type), NULL);
  if (shape != NULL)
    g_param_spec_set_qdata (property, trait_quark (), (gpointer) shape);
  return shape;
}

static GyreValue
load (GyreShown *self, const GyreDynamic *dynamic)
{
  g_auto (GValue) native = G_VALUE_INIT;
  GyreValue value = GYRE_NONE;

  if (!(dynamic->property->flags & G_PARAM_READABLE))
    return value;
  g_value_init (&native, dynamic->property->value_type);
  g_object_get_property (self->object, dynamic->property->name, &native);
  if (!dynamic->shape->kind->from_gvalue (dynamic->shape, &native, &value, NULL))
    return GYRE_NONE;
  return value;
}

static GyreDynamic *
add (GyreShown *self, GParamSpec *property, const GyreTrait *shape)
{
  GyreDynamic *fresh = g_new0 (GyreDynamic, 1);

  fresh->trait.descriptor.name = g_strdup (property->name);
  gyre_dynamic_take_shape (fresh, shape);
  fresh->trait.writable = (property->flags & G_PARAM_WRITABLE) && !(property->flags & G_PARAM_CONSTRUCT_ONLY);
  fresh->trait.readable = (property->flags & G_PARAM_READABLE) != 0;
  fresh->property = g_param_spec_ref (property);
  g_hash_table_insert (self->table, (gpointer) fresh->trait.descriptor.name, fresh);
  gyre_state_ensure (self->component)->watched = 0;
  return fresh;
}

/* With the value that it had when somebody asked for it last; @is_new when nobody has. */
static GyreDynamic *
ensure (GyreShown *self, GParamSpec *property)
{
  GyreDynamic *found = g_hash_table_lookup (self->table, property->name);
  const GyreTrait *shape = found == NULL ? gyre_shown_get_shape (property) : NULL;

  return found == NULL && shape != NULL ? add (self, property, shape) : found;
}

static void
replace (GyreDynamic *dynamic, GyreValue value)
{
  GyreValue old_value = dynamic->value;

  dynamic->value = value;
  gyre_kind_clear (dynamic->shape->kind, &old_value);
}

GyreDynamic *
gyre_shown_find (GyreShown *self, const char *name)
{
  GParamSpec *property = self->object != NULL ? g_object_class_find_property (G_OBJECT_GET_CLASS (self->object), name) : NULL;
  GyreDynamic *found = property != NULL ? ensure (self, property) : NULL;

  if (found != NULL)
    replace (found, load (self, found));
  return found;
}

static void
on_notify (GObject *object, GParamSpec *property, gpointer data)
{
  GyreShown *self = data;
  GyreComponent *component = self->component;
  GyreDynamic *found = g_thread_self () == self->thread && gyre_state_peek (component) != NULL ? ensure (self, property) : NULL;
  GyreValue old_value, new_value;

  if (found == NULL || (!self->is_first && gyre_dynamics_has_own (component, property->name)))
    return;
  old_value = found->value;
  new_value = load (self, found);
  found->value = new_value;
  g_object_ref (component);
  if (!gyre_kind_equal (found->shape->kind, old_value, new_value))
    gyre_dynamic_tell (component, found, gyre_shown_get_shape (property), old_value, new_value);
  gyre_kind_clear (gyre_shown_get_shape (property)->kind, &old_value);
  g_object_unref (component);
}

GyreShown *
gyre_shown_new (GyreComponent *component, GObject *object, gboolean is_first)
{
  GyreShown *self = g_new0 (GyreShown, 1);

  self->component = component;
  self->object = g_object_ref_sink (object);
  self->table = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, gyre_dynamic_free);
  self->thread = g_thread_self ();
  self->is_first = is_first;
  self->handler = g_signal_connect (object, "notify", G_CALLBACK (on_notify), self);
  return self;
}

/* The object goes its own ways. */
void
gyre_shown_end (GyreShown *self)
{
  g_autoptr (GObject) object = g_steal_pointer (&self->object);

  if (object != NULL)
    g_signal_handler_disconnect (object, self->handler);
}

void
gyre_shown_free (GyreShown *self)
{
  gyre_shown_end (self);
  g_hash_table_unref (self->table);
  g_free (self);
}

void
gyre_shown_forget_cells (GyreShown *self)
{
  GHashTableIter iterator;
  gpointer dynamic;

  g_hash_table_iter_init (&iterator, self->table);
  while (g_hash_table_iter_next (&iterator, NULL, &dynamic))
    ((GyreDynamic *) dynamic)->cell = GYRE_CELL_NONE;
}

GObject *
gyre_shown_get_object (GyreShown *self)
{
  return self->object;
}

gboolean
gyre_shown_is_first (GyreShown *self)
{
  return self->is_first;
}

/* Each name once: that of an own attribute was told already. */
void
gyre_shown_list (GyreShown *self, GStrvBuilder *names)
{
  guint n_properties = 0;
  g_autofree GParamSpec **properties = self->object == NULL ? NULL : g_object_class_list_properties (G_OBJECT_GET_CLASS (self->object), &n_properties);

  for (guint index = 0; index < n_properties; index++)
    if ((properties[index]->flags & G_PARAM_READABLE) && gyre_shown_get_shape (properties[index]) != NULL
        && !gyre_dynamics_has_own (self->component, properties[index]->name)
        && gyre_requirement_find_trait (GYRE_REQUIREMENT (gyre_component_get_actor (self->component)), properties[index]->name) == NULL)
      g_strv_builder_add (names, properties[index]->name);
}

/* The object tells its own handlers; on_notify() tells ours. */
gboolean
gyre_shown_write (GyreComponent *component, GyreDynamic *dynamic, const GValue *native, GyreProvenance provenance)
{
  GyreShown *self = gyre_dynamics_get_shown (component);
  g_autoptr (GObject) object = NULL;

  gyre_provenance_clear (&dynamic->provenance);
  dynamic->provenance = provenance;
  g_object_ref (component);
  object = self->object != NULL ? g_object_ref (self->object) : NULL;
  if (object != NULL)
    g_object_set_property (object, dynamic->property->name, native);
  g_object_unref (component);
  return TRUE;
}

static gboolean
refuse (GyreComponent *component, const GyreTrait *trait, GyreProvenance *provenance, GError **error)
{
  gyre_provenance_clear (provenance);
  gyre_component_prefix_error (component, trait, error);
  return FALSE;
}

static gboolean
convert (const GyreDynamic *dynamic, const GValue *source, GValue *native, GError **error)
{
  GType type = dynamic->property->value_type;
  GObject *object = G_VALUE_HOLDS_OBJECT (source) ? g_value_get_object (source) : NULL;

  g_value_init (native, type);
  if (object != NULL ? g_type_is_a (G_OBJECT_TYPE (object), type) : g_value_type_transformable (G_VALUE_TYPE (source), type))
    {
      if (object != NULL)
        g_value_set_object (native, object);
      if (object != NULL || g_value_transform (source, native))
        return TRUE;
    }
  g_set_error (error, GYRE_COMPONENT_ERROR, GYRE_COMPONENT_ERROR_VALUE, "must be a %s, is a %s", g_type_name (type),
               object != NULL ? G_OBJECT_TYPE_NAME (object) : G_VALUE_TYPE_NAME (source));
  return FALSE;
}

gboolean
gyre_shown_read_native (GyreComponent *component, const GyreTrait *trait, const GValue *source, GValue *native, GError **error)
{
  const GyreDynamic *dynamic = gyre_dynamic_of_trait (trait);
  GyreValue value = GYRE_NONE;

  if (!gyre_component_check_settable (component, trait, error))
    return FALSE;
  if (!has_bounds (dynamic->property))
    return convert (dynamic, source, native, error);
  if (!gyre_trait_from_gvalue (dynamic->shape, source, &value, error))
    return FALSE;
  gyre_trait_to_gvalue (dynamic->shape, value, g_value_init (native, dynamic->property->value_type));
  gyre_kind_clear (dynamic->shape->kind, &value);
  return TRUE;
}

gboolean
gyre_shown_read_text (GyreComponent *component, const GyreTrait *trait, const char *text, GValue *native, GError **error)
{
  GyreValue value = GYRE_NONE;

  return gyre_component_check_settable (component, trait, error)
         && gyre_trait_parse (gyre_dynamic_of_trait (trait)->shape, text, &value, error)
         && gyre_shown_read_value (component, trait, value, native, error);
}

gboolean
gyre_shown_read_value (GyreComponent *component, const GyreTrait *trait, GyreValue value, GValue *native, GError **error)
{
  const GyreTrait *shape = gyre_dynamic_of_trait (trait)->shape;
  g_auto (GValue) source = G_VALUE_INIT;

  gyre_trait_to_gvalue (shape, value, g_value_init (&source, shape->specification->value_type));
  gyre_kind_clear (shape->kind, &value);
  return gyre_shown_read_native (component, trait, &source, native, error);
}

gboolean
gyre_shown_commit_native (GyreComponent *component, const GyreTrait *trait, const GValue *source, GyreProvenance provenance,
                          GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  if (!gyre_shown_read_native (component, trait, source, &native, error))
    return refuse (component, trait, &provenance, error);
  return gyre_shown_write (component, (GyreDynamic *) trait, &native, provenance);
}

gboolean
gyre_shown_commit_value (GyreComponent *component, const GyreTrait *trait, GyreValue value, GyreProvenance provenance, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  if (!gyre_shown_read_value (component, trait, value, &native, error))
    return refuse (component, trait, &provenance, error);
  return gyre_shown_write (component, (GyreDynamic *) trait, &native, provenance);
}

gboolean
gyre_shown_commit_text (GyreComponent *component, const GyreTrait *trait, const char *text, GyreProvenance provenance, GError **error)
{
  g_auto (GValue) native = G_VALUE_INIT;

  if (!gyre_shown_read_text (component, trait, text, &native, error))
    return refuse (component, trait, &provenance, error);
  return gyre_shown_write (component, (GyreDynamic *) trait, &native, provenance);
}
