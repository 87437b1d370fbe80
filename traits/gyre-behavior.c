/* gyre-behavior.c: A member of a class that can be called
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A call through reflection costs what libffi costs; C code that knows the function or the interface's slot calls it directly.
 */
#include "gyre-behavior.h"
#include "gyre-name.h"
#include "gyre-requirement.h"
#include "gyre-trampoline-private.h"

#include <string.h>

G_DEFINE_QUARK (gyre-behavior-error-quark, gyre_behavior_error)

/* Behaviors live as long as the process, so a copy for a binding is the behavior itself. */
static gpointer
behavior_same (gpointer behavior)
{
  return behavior;
}

static void
behavior_keep (gpointer behavior)
{
}

G_DEFINE_BOXED_TYPE (GyreBehavior, gyre_behavior, behavior_same, behavior_keep)

/**
 * gyre_behavior_new: (skip)
 * @declaration: a row of a table; its texts must live as long as the process
 *
 * Makes a behavior. It has no class yet: gyre_declaration_add() gives it one.
 *
 * Returns: (transfer full): a behavior
 *
 * Since: 0.1
 */
GyreBehavior *
gyre_behavior_new (const GyreBehaviorDeclaration *declaration)
{
  GyreBehavior *self = g_new0 (GyreBehavior, 1);
  g_autofree char *name = gyre_name_dup_property (declaration->name);

  self->descriptor.sort = GYRE_DESCRIPTOR_BEHAVIOR;
  self->descriptor.identifier = declaration->name;
  self->descriptor.name = g_intern_string (name);
  self->descriptor.aliases = declaration->aliases;
  self->descriptor.summary = declaration->summary;
  self->descriptor.description = declaration->description;
  self->descriptor.deprecated_since = declaration->deprecated_since;
  self->signature = declaration->signature;
  self->function = declaration->function;
  self->slot = declaration->slot;
  return self;
}

/**
 * gyre_behavior_new_for_closure:
 * @name: the name
 * @result: the sort of the result: `real`, `nothing`, …
 * @arguments: (array zero-terminated=1): the arguments, each "kind name"
 * @summary: (nullable): one line
 * @closure: what to call with the component and the arguments; a floating one is taken over, also where it is refused
 *
 * Makes a behavior that another language implements. The closure is called with the component, then the arguments, by a C
 * function of the signature's type, so that C code calls it as it calls any other. A failure is told by gyre_behavior_raise().
 * An argument that is an array or a buffer is the caller's: it must not be kept. Any number of values comes as one argument.
 *
 * Returns: (transfer none) (nullable): a behavior; %NULL when a sort of arguments is not known or stands for any number of values and is
 *   not the last, or there are too many
 *
 * Since: 0.1
 */
GyreBehavior *
gyre_behavior_new_for_closure (const char *name, const char *result, const char * const *arguments, const char *summary,
                               GClosure *closure)
{
  guint length = g_strv_length ((GStrv) arguments);
  GyreArgument *list = g_new0 (GyreArgument, length);
  GyreBehaviorDeclaration declaration = {
    .name = g_intern_string (name),
    .summary = g_intern_string (summary),
    .signature = { .length = length, .arguments = list },
  };
  gboolean known = length <= GYRE_SIGNATURE_MAXIMUM_LENGTH
                   && gyre_argument_kind_from_name (result, &declaration.signature.result)
                   && declaration.signature.result != GYRE_ARGUMENT_BUFFER
                   && !gyre_argument_kind_is_variable (declaration.signature.result);

  for (guint index = 0; index < length && known; index++)
    {
      g_auto (GStrv) words = g_strsplit (arguments[index], " ", 2);
      known = g_strv_length (words) == 2 && gyre_argument_kind_from_name (words[0], &list[index].kind)
              && list[index].kind != GYRE_ARGUMENT_NOTHING
              && (index + 1 == length || !gyre_argument_kind_is_variable (list[index].kind));
      list[index].name = known ? g_intern_string (words[1]) : NULL;
    }
  g_closure_ref (closure);
  g_closure_sink (closure);
  if (known)
    declaration.function = gyre_trampoline_new (&declaration.signature, declaration.name, closure);
  g_closure_unref (closure);
  if (declaration.function != NULL)
    return gyre_behavior_new (&declaration);
  g_free (list);
  return NULL;
}

/**
 * gyre_behavior_of_descriptor:
 * @descriptor: a member of a class or interface
 *
 * Returns: (nullable) (transfer none): the behavior that it is; %NULL for a property or facility
 *
 * Since: 0.1
 */
GyreBehavior *
gyre_behavior_of_descriptor (GyreDescriptor *descriptor)
{
  g_return_val_if_fail (descriptor != NULL, NULL);
  return descriptor->sort == GYRE_DESCRIPTOR_BEHAVIOR ? (GyreBehavior *) descriptor : NULL;
}

/**
 * gyre_behavior_raise:
 * @message: what went wrong
 *
 * What the closure of a behavior calls before it returns, when it has failed: the caller of the behavior gets
 * %GYRE_BEHAVIOR_ERROR_FAILED with this message, and the closure's result is dropped. It concerns this thread.
 *
 * Since: 0.1
 */
void
gyre_behavior_raise (const char *message)
{
  g_return_if_fail (message != NULL);
  gyre_trampoline_raise (message);
}

/**
 * gyre_behavior_get_name:
 * @behavior: a behavior
 *
 * Returns: (transfer none): the canonical name
 *
 * Since: 0.1
 */
const char *
gyre_behavior_get_name (const GyreBehavior *behavior)
{
  g_return_val_if_fail (behavior != NULL, NULL);
  return behavior->descriptor.name;
}

/**
 * gyre_behavior_get_signature: (skip)
 * @behavior: a behavior
 *
 * Returns: (transfer none): what it takes and gives
 *
 * Since: 0.1
 */
const GyreSignature *
gyre_behavior_get_signature (const GyreBehavior *behavior)
{
  g_return_val_if_fail (behavior != NULL, NULL);
  return &behavior->signature;
}

/**
 * gyre_behavior_dup_signature_text:
 * @behavior: a behavior
 *
 * Returns: (transfer full): "real evaluate (array points)"
 *
 * Since: 0.1
 */
char *
gyre_behavior_dup_signature_text (const GyreBehavior *behavior)
{
  g_return_val_if_fail (behavior != NULL, NULL);
  return gyre_signature_to_string (&behavior->signature, behavior->descriptor.name);
}

typedef union
{
  gint boolean;
  gint64 integer;
  double real;
  gpointer pointer;
  ffi_arg word;
} Slot;

static void
load_slot (GyreArgumentKind kind, const GValue *value, Slot *slot)
{
  switch (kind)
    {
    case GYRE_ARGUMENT_BOOLEAN: slot->boolean = g_value_get_boolean (value); break;
    case GYRE_ARGUMENT_INTEGER: slot->integer = g_value_get_int64 (value); break;
    case GYRE_ARGUMENT_REAL: slot->real = g_value_get_double (value); break;
    default: slot->pointer = g_value_peek_pointer (value); break;
    }
}

/* An integer result narrower than a register comes as a whole register. */
static void
store_result (GyreArgumentKind kind, const Slot *slot, GValue *result)
{
  switch (kind)
    {
    case GYRE_ARGUMENT_NOTHING: break;
    case GYRE_ARGUMENT_BOOLEAN: g_value_set_boolean (result, (gint) slot->word != 0); break;
    case GYRE_ARGUMENT_INTEGER: g_value_set_int64 (result, slot->integer); break;
    case GYRE_ARGUMENT_REAL: g_value_set_double (result, slot->real); break;
    case GYRE_ARGUMENT_STRING: g_value_take_string (result, slot->pointer); break;
    case GYRE_ARGUMENT_OBJECT: g_value_take_object (result, slot->pointer); break;
    case GYRE_ARGUMENT_VARIANT: g_value_take_variant (result, slot->pointer); break;
    default: g_value_take_boxed (result, slot->pointer); break;
    }
}

static void
run_function (const GyreBehavior *behavior, GObject *self, const GValue *arguments, Slot *result, GError **error)
{
  const GyreSignature *signature = &behavior->signature;
  ffi_type *types[GYRE_SIGNATURE_MAXIMUM_LENGTH + 2];
  gpointer places[GYRE_SIGNATURE_MAXIMUM_LENGTH + 2];
  Slot slots[GYRE_SIGNATURE_MAXIMUM_LENGTH + 2];
  guint last = signature->length + 1;
  ffi_cif interface;

  slots[0].pointer = self;
  slots[last].pointer = error;
  types[0] = types[last] = &ffi_type_pointer;
  for (guint index = 0; index < signature->length; index++)
    {
      types[index + 1] = gyre_trampoline_type_of (signature->arguments[index].kind);
      load_slot (signature->arguments[index].kind, &arguments[index], &slots[index + 1]);
    }
  for (guint index = 0; index <= last; index++)
    places[index] = &slots[index];
  if (ffi_prep_cif (&interface, FFI_DEFAULT_ABI, last + 1, gyre_trampoline_type_of (signature->result), types) != FFI_OK)
    g_assert_not_reached ();
  ffi_call (&interface, behavior->function, result, places);
}

static gboolean
call_function (const GyreBehavior *behavior, GObject *self, const GValue *arguments, GValue *result, GError **error)
{
  GyreArgumentKind kind = behavior->signature.result;
  Slot slot = { .integer = 0 };
  GError *problem = NULL;

  run_function (behavior, self, arguments, &slot, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  if (kind == GYRE_ARGUMENT_NOTHING && (gint) slot.word == 0)
    {
      g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_FAILED, "%s failed", behavior->descriptor.name);
      return FALSE;
    }
  if (kind != GYRE_ARGUMENT_NOTHING)
    g_value_init (result, gyre_argument_kind_get_gtype (kind));
  store_result (kind, &slot, result);
  return TRUE;
}

static gboolean
refuse_count (const GyreBehavior *behavior, guint minimum, guint given, GError **error)
{
  g_autofree char *text = gyre_behavior_dup_signature_text (behavior);
  guint maximum = gyre_signature_get_maximum (&behavior->signature);

  if (maximum == G_MAXUINT)
    g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "%s: takes at least %u argument%s, got %u",
                 text, minimum, minimum == 1 ? "" : "s", given);
  else if (minimum < maximum)
    g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "%s: takes %u to %u arguments, got %u",
                 text, minimum, maximum, given);
  else
    g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "%s: takes %u argument%s, got %u",
                 text, maximum, maximum == 1 ? "" : "s", given);
  return FALSE;
}

static gboolean
holds (const GValue *value, GType type)
{
  return G_VALUE_TYPE (value) == type || g_type_is_a (G_VALUE_TYPE (value), type);
}

/* Any number of values can come as one already, as the function takes them. */
static gboolean
is_whole (const GyreSignature *signature, const GValue *arguments, guint n_arguments)
{
  guint last = signature->length - 1;

  return n_arguments == signature->length
         && (!gyre_signature_is_variable (signature)
             || holds (&arguments[last], gyre_argument_kind_get_gtype (signature->arguments[last].kind)));
}

static gboolean
check_arguments (const GyreBehavior *behavior, const GValue *arguments, guint n_arguments, GError **error)
{
  const GyreSignature *signature = &behavior->signature;
  gboolean is_variable = gyre_signature_is_variable (signature);
  guint checked = is_variable && is_whole (signature, arguments, n_arguments) ? n_arguments - 1 : n_arguments;

  if (is_variable ? n_arguments + 1 < signature->length : n_arguments != signature->length)
    return refuse_count (behavior, signature->length - (is_variable ? 1 : 0), n_arguments, error);
  for (guint index = 0; index < checked; index++)
    {
      const GyreArgument *argument = gyre_signature_get_argument (signature, index);
      GyreArgumentKind kind = gyre_argument_kind_get_element (argument->kind);

      if (!holds (&arguments[index], gyre_argument_kind_get_gtype (kind)))
        {
          g_autofree char *text = gyre_behavior_dup_signature_text (behavior);
          g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ARGUMENTS, "%s: '%s' must be of kind %s, is a %s",
                       text, argument->name, gyre_argument_kind_get_name (kind), G_VALUE_TYPE_NAME (&arguments[index]));
          return FALSE;
        }
    }
  return TRUE;
}

static void
gather_reals (const GValue *values, guint length, GValue *target)
{
  const gsize shape[] = { length };
  GyreArray *numbers = gyre_array_new (1, shape);

  for (guint index = 0; index < length; index++)
    numbers->values[index] = g_value_get_double (&values[index]);
  g_value_take_boxed (g_value_init (target, GYRE_TYPE_ARRAY), numbers);
}

static void
gather_strings (const GValue *values, guint length, GValue *target)
{
  GStrv texts = g_new0 (char *, length + 1);

  for (guint index = 0; index < length; index++)
    texts[index] = g_strdup (g_value_get_string (&values[index]) != NULL ? g_value_get_string (&values[index]) : "");
  g_value_take_boxed (g_value_init (target, G_TYPE_STRV), texts);
}

/* The values for which the last argument stands become one, which the function takes. */
static gboolean
call_with_gathered (const GyreBehavior *behavior, GObject *self, const GValue *arguments, guint n_arguments, GValue *result,
                    GError **error)
{
  const GyreSignature *signature = &behavior->signature;
  GValue whole[GYRE_SIGNATURE_MAXIMUM_LENGTH] = { G_VALUE_INIT };
  guint last = signature->length - 1;
  gboolean is_done;

  if (last > 0)
    memcpy (whole, arguments, last * sizeof *whole);  /* borrowed: only the last is unset */
  if (signature->arguments[last].kind == GYRE_ARGUMENT_REALS)
    gather_reals (arguments + last, n_arguments - last, &whole[last]);
  else
    gather_strings (arguments + last, n_arguments - last, &whole[last]);
  is_done = call_function (behavior, self, whole, result, error);
  g_value_unset (&whole[last]);
  return is_done;
}

/* The function takes the struct of its class for granted. */
static gboolean
is_of_owner (const GyreBehavior *behavior, gpointer self)
{
  GyreRequirement *owner = behavior->descriptor.owner;

  return G_IS_OBJECT (self) && (owner == NULL || g_type_is_a (G_OBJECT_TYPE (self), gyre_requirement_get_gtype (owner)));
}

/**
 * gyre_behavior_call: (skip)
 * @behavior: a behavior
 * @self: an instance of its class
 * @arguments: (array length=n_arguments) (nullable): the arguments, each of the type that its sort has
 * @n_arguments: how many
 * @result: (out caller-allocates): an empty #GValue for the result; it stays empty where there is none
 * @error: return location for an error of the behavior's own, or of %GYRE_BEHAVIOR_ERROR
 *
 * Calls a behavior through reflection. After a failure @result is empty. The values for which the last argument stands follow the others,
 * as many as there are, or come as one of the type that the argument's sort has.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_behavior_call (const GyreBehavior *behavior, GObject *self, const GValue *arguments, guint n_arguments, GValue *result,
                    GError **error)
{
  g_return_val_if_fail (behavior != NULL && is_of_owner (behavior, self) && result != NULL, FALSE);
  g_return_val_if_fail (arguments != NULL || n_arguments == 0, FALSE);

  if (!check_arguments (behavior, arguments, n_arguments, error))
    return FALSE;
  if (behavior->function != NULL)
    return is_whole (&behavior->signature, arguments, n_arguments)
             ? call_function (behavior, self, arguments, result, error)
             : call_with_gathered (behavior, self, arguments, n_arguments, result, error);
  g_set_error (error, GYRE_BEHAVIOR_ERROR, GYRE_BEHAVIOR_ERROR_ABSTRACT, "%s is only promised here",
               behavior->descriptor.name);
  return FALSE;
}

static gboolean
parse_arguments (const GyreBehavior *behavior, const char * const *texts, GArray *arguments, GError **error)
{
  const GyreSignature *signature = &behavior->signature;
  guint given = g_strv_length ((GStrv) texts);
  guint required = gyre_signature_get_minimum (signature);
  guint fixed = signature->length - (gyre_signature_is_variable (signature) ? 1 : 0);

  if (given < required || given > gyre_signature_get_maximum (signature))
    return refuse_count (behavior, required, given, error);
  g_array_set_size (arguments, MAX (given, fixed));
  for (guint index = 0; index < arguments->len; index++)
    {
      const GyreArgument *argument = gyre_signature_get_argument (signature, index);
      GValue *value = &g_array_index (arguments, GValue, index);

      if (!gyre_argument_parse (argument, index < given ? texts[index] : argument->fallback, value, error))
        {
          g_prefix_error (error, "%s: ", argument->name);
          return FALSE;
        }
    }
  return TRUE;
}

static void
clear_value (gpointer value)
{
  if (G_IS_VALUE (value))
    g_value_unset (value);
}

/**
 * gyre_behavior_call_with_texts: (skip)
 * @behavior: a behavior
 * @self: an instance of its class
 * @texts: (array zero-terminated=1): the texts of the arguments; those with a fallback can be left out at the end
 * @result: (out caller-allocates): an empty #GValue for the result
 * @error: return location for an error
 *
 * Calls a behavior with arguments as a command line has them.
 *
 * Returns: whether it succeeded
 *
 * Since: 0.1
 */
gboolean
gyre_behavior_call_with_texts (const GyreBehavior *behavior, GObject *self, const char * const *texts, GValue *result,
                               GError **error)
{
  g_autoptr (GArray) arguments = g_array_new (FALSE, TRUE, sizeof (GValue));

  g_return_val_if_fail (behavior != NULL && texts != NULL, FALSE);

  g_array_set_clear_func (arguments, clear_value);
  return parse_arguments (behavior, texts, arguments, error)
         && gyre_behavior_call (behavior, self, (const GValue *) arguments->data, arguments->len, result, error);
}
