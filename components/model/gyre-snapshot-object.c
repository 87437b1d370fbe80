/* gyre-snapshot-object.c: The objects in a snapshot that are no components
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An object around which a wrapper of the tree stands is its class and those properties that do not have their default. It is made
 * anew from them before its wrappers are built. What it keeps beside properties is not known here.
 */
#include "gyre-snapshot-reader-private.h"
#include "gyre-snapshot-writer-private.h"
#include "gyre-shown-private.h"
#include "gyre-wrapper.h"

typedef GyreSnapshotReader Reader;
typedef GyreSnapshotWriter Writer;

#define fail gyre_snapshot_reader_fail

/* Writing. */

static GObject *
get_object (GyreComponent *component)
{
  return GYRE_IS_WRAPPER (component) ? gyre_wrapper_get_object (GYRE_WRAPPER (component)) : NULL;
}

/* What can be set and is not as it would be without. */
static gboolean
is_worth_saving (GParamSpec *property, const GValue *value)
{
  const guint both = G_PARAM_READABLE | G_PARAM_WRITABLE;

  return (property->flags & both) == both && !g_param_value_defaults (property, value);
}

static GVariant *
new_value (Writer *self, GyreComponent *component, GParamSpec *property, const GValue *native)
{
  const GyreTrait *shape = gyre_shown_get_shape (property);
  GyreValue value = GYRE_NONE;
  GVariant *text;

  if (G_VALUE_HOLDS_OBJECT (native))
    return gyre_snapshot_writer_new_reference (self, component, property->name, g_value_get_object (native));
  if (shape == NULL || !shape->kind->from_gvalue (shape, native, &value, NULL))
    {
      gyre_snapshot_writer_refuse (self, component, property->name, "no text says its value");
      return NULL;
    }
  text = gyre_snapshot_writer_new_text (self, component, shape, value);
  gyre_kind_clear (shape->kind, &value);
  return text;
}

static gboolean
add_property (Writer *self, GVariantBuilder *builder, GyreComponent *component, GParamSpec *property)
{
  g_auto (GValue) native = G_VALUE_INIT;
  GVariant *value;

  if (!(property->flags & G_PARAM_READABLE))
    return TRUE;
  g_object_get_property (get_object (component), property->name, g_value_init (&native, property->value_type));
  if (!is_worth_saving (property, &native))
    return TRUE;
  value = new_value (self, component, property, &native);
  if (value != NULL)
    g_variant_builder_add (builder, "(sv)", property->name, value);
  return value != NULL;
}

static gboolean
add_object (Writer *self, GVariantBuilder *builder, GObject *object, GArray *wrappers)
{
  GyreComponent *first = self->components->pdata[g_array_index (wrappers, guint32, 0)];
  guint length = 0;
  g_autofree GParamSpec **properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &length);

  if (GYRE_IS_COMPONENT (object))
    return gyre_snapshot_writer_refuse (self, first, "object", "it is a component already, around which no wrapper "
                                        "is saved (use the component itself in place of the wrapper)");
  g_variant_builder_open (builder, G_VARIANT_TYPE (GYRE_SNAPSHOT_OBJECT));
  g_variant_builder_add_value (builder, g_variant_new_fixed_array (G_VARIANT_TYPE_UINT32, wrappers->data, wrappers->len, sizeof (guint32)));
  g_variant_builder_add (builder, "s", G_OBJECT_TYPE_NAME (object));
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a(sv)"));
  for (guint index = 0; index < length; index++)
    if (!add_property (self, builder, first, properties[index]))
      return FALSE;
  g_variant_builder_close (builder);
  g_variant_builder_close (builder);
  return TRUE;
}

/* The numbers of the components around an object, if this one is the first of them. */
static GArray *
list_wrappers (Writer *self, guint number, GObject *object)
{
  GArray *wrappers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 other = 0; other < self->components->len; other++)
    if (get_object (self->components->pdata[other]) == object)
      g_array_append_val (wrappers, other);
  if (g_array_index (wrappers, guint32, 0) == number)
    return wrappers;
  g_array_unref (wrappers);
  return NULL;
}

gboolean
gyre_snapshot_writer_add_objects (Writer *self, GVariantBuilder *builder)
{
  g_variant_builder_open (builder, G_VARIANT_TYPE ("a" GYRE_SNAPSHOT_OBJECT));
  for (guint number = 0; number < self->components->len; number++)
    {
      GObject *object = get_object (self->components->pdata[number]);
      g_autoptr (GArray) wrappers = object != NULL ? list_wrappers (self, number, object) : NULL;

      if (wrappers != NULL && !add_object (self, builder, object, wrappers))
        return FALSE;
    }
  g_variant_builder_close (builder);
  return TRUE;
}

/* Reading. */

static gboolean
read_value (Reader *self, guint number, GParamSpec *property, GVariant *data, GValue *native, GError **error)
{
  const GyreTrait *shape = gyre_shown_get_shape (property);
  GyreSnapshotItem item = { .name = property->name };
  GyreValue value = GYRE_NONE;
  GError *problem = NULL;

  if (!gyre_snapshot_reader_take_value (self, number, &item, data, error))
    return FALSE;
  g_value_init (native, property->value_type);
  if (G_VALUE_HOLDS_OBJECT (native))
    {
      GObject *object = item.text == NULL ? G_OBJECT (gyre_snapshot_reader_get_node (self, item.number)->component) : NULL;

      if (object != NULL && !g_type_is_a (G_OBJECT_TYPE (object), property->value_type))
        return fail (self, number, GYRE_SNAPSHOT_ERROR_VALUE, error, "%s: must be a %s, is component %u", property->name,
                     g_type_name (property->value_type), item.number);
      g_value_set_object (native, object);
      return TRUE;
    }
  if (shape == NULL || item.text == NULL)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "%s: must be a text", property->name);
  if (!gyre_trait_parse (shape, item.text, &value, &problem))
    {
      g_prefix_error (&problem, "%s: ", property->name);
      return gyre_snapshot_reader_fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
    }
  gyre_trait_to_gvalue (shape, value, native);
  gyre_kind_clear (shape->kind, &value);
  return TRUE;
}

static GParamSpec *
find_property (Reader *self, guint number, GObjectClass *class, const char *name, GError **error)
{
  GParamSpec *property = g_object_class_find_property (class, name);

  if (property != NULL && (property->flags & G_PARAM_WRITABLE))
    return property;
  fail (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, error, "%s has no property '%s' that can be set", G_OBJECT_CLASS_NAME (class), name);
  return NULL;
}

/* Whether a property is set when the object is made; those whose values are components are set when those are there. */
static gboolean
is_early (GVariant *data)
{
  return g_variant_is_of_type (data, G_VARIANT_TYPE_STRING);
}

static gboolean
read_properties (Reader *self, guint number, GObjectClass *class, GVariant *list, GPtrArray *names, GArray *values, GError **error)
{
  GVariantIter iterator;
  const char *name;
  GVariant *data;

  g_variant_iter_init (&iterator, list);
  while (g_variant_iter_next (&iterator, "(&sv)", &name, &data))
    {
      GParamSpec *property = find_property (self, number, class, name, error);
      GValue native = G_VALUE_INIT;

      if (property == NULL || !is_early (data))
        {
          g_variant_unref (data);
          if (property == NULL)
            return FALSE;
          continue;
        }
      if (!read_value (self, number, property, data, &native, error))
        {
          if (G_IS_VALUE (&native))
            g_value_unset (&native);
          return FALSE;
        }
      g_ptr_array_add (names, (gpointer) property->name);
      g_array_append_val (values, native);
    }
  return TRUE;
}

static GObject *
make (Reader *self, guint number, GType type, GVariant *list, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (GValue));
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  GError *problem = NULL;
  GObject *object;

  g_array_set_clear_func (values, (GDestroyNotify) g_value_unset);
  if (!read_properties (self, number, (GObjectClass *) class, list, names, values, error))
    return NULL;
  object = g_object_new_with_properties (type, names->len, (const char **) names->pdata, (const GValue *) (gpointer) values->data);
  if (g_object_is_floating (object))
    g_object_ref_sink (object);
  if (!G_IS_INITABLE (object) || g_initable_init (G_INITABLE (object), NULL, &problem))
    return object;
  g_object_unref (object);
  gyre_snapshot_reader_fail_with (self, number, GYRE_SNAPSHOT_ERROR_VALUE, problem, error);
  return NULL;
}

static GType
find_type (Reader *self, guint number, const char *name, GError **error)
{
  GType type = g_type_from_name (name);

  if (type != G_TYPE_INVALID && g_type_is_a (type, G_TYPE_OBJECT) && !G_TYPE_IS_ABSTRACT (type) && !g_type_is_a (type, GYRE_TYPE_COMPONENT))
    return type;
  fail (self, number, GYRE_SNAPSHOT_ERROR_UNKNOWN, error, "'%s' is no class of objects that is known here", name);
  return G_TYPE_INVALID;
}

/* The component is a wrapper and has no other object. */
static gboolean
check_wrapper (Reader *self, guint number, GError **error)
{
  GyreSnapshotNode *node = number < self->nodes->len ? gyre_snapshot_reader_get_node (self, number) : NULL;

  if (node == NULL)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "an object is for it, and it is not there");
  if (!g_type_is_a (gyre_requirement_get_gtype (GYRE_REQUIREMENT (node->actor)), GYRE_TYPE_WRAPPER))
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "an object is for it, and it is no wrapper");
  if (node->object != NULL)
    return fail (self, number, GYRE_SNAPSHOT_ERROR_FORMAT, error, "two objects are for it");
  return TRUE;
}

static gboolean
read_object (Reader *self, GVariant *data, GError **error)
{
  g_autoptr (GVariant) wrappers = NULL;
  g_autoptr (GVariant) properties = NULL;
  g_autoptr (GObject) object = NULL;
  const char *name;
  const guint32 *numbers;
  gsize length;
  GType type;

  g_variant_get (data, "(@au&s@a(sv))", &wrappers, &name, &properties);
  numbers = g_variant_get_fixed_array (wrappers, &length, sizeof (guint32));
  for (gsize index = 0; index < length; index++)
    if (!check_wrapper (self, numbers[index], error))
      return FALSE;
  if (length == 0)
    return TRUE;
  type = find_type (self, numbers[0], name, error);
  if (type != G_TYPE_INVALID)
    object = make (self, numbers[0], type, properties, error);
  for (gsize index = 0; object != NULL && index < length; index++)
    if (gyre_snapshot_reader_get_node (self, numbers[index])->object == NULL)
      gyre_snapshot_reader_get_node (self, numbers[index])->object = g_object_ref (object);
  return object != NULL;
}

gboolean
gyre_snapshot_reader_read_objects (Reader *self, GError **error)
{
  gsize length = self->objects != NULL ? g_variant_n_children (self->objects) : 0;

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) data = g_variant_get_child_value (self->objects, index);

      if (!read_object (self, data, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
connect (Reader *self, guint number, GVariant *list, GError **error)
{
  GObject *object = gyre_snapshot_reader_get_node (self, number)->object;
  GVariantIter iterator;
  const char *name;
  GVariant *data;

  g_variant_iter_init (&iterator, list);
  while (g_variant_iter_next (&iterator, "(&sv)", &name, &data))
    {
      GParamSpec *property = g_object_class_find_property (G_OBJECT_GET_CLASS (object), name);
      g_auto (GValue) native = G_VALUE_INIT;

      if (is_early (data))
        g_variant_unref (data);
      else if (!read_value (self, number, property, data, &native, error))
        return FALSE;
      else
        g_object_set_property (object, name, &native);
    }
  return TRUE;
}

/* When all components are there, which can be values of properties. */
gboolean
gyre_snapshot_reader_connect_objects (Reader *self, GError **error)
{
  gsize length = self->objects != NULL ? g_variant_n_children (self->objects) : 0;

  for (gsize index = 0; index < length; index++)
    {
      g_autoptr (GVariant) data = g_variant_get_child_value (self->objects, index);
      g_autoptr (GVariant) wrappers = g_variant_get_child_value (data, 0);
      g_autoptr (GVariant) properties = g_variant_get_child_value (data, 2);
      guint32 number = 0;

      if (g_variant_n_children (wrappers) == 0)
        continue;
      g_variant_get_child (wrappers, 0, "u", &number);
      if (!connect (self, number, properties, error))
        return FALSE;
    }
  return TRUE;
}
