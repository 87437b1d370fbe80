/* gyre-transaction-values.c: What a transaction sets, and what it takes back
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "gyre-transaction-private.h"

#define PLACE __builtin_return_address (0)

#define CHECK_SET(transaction, component, trait) \
  g_return_val_if_fail (gyre_transaction_is_usable (transaction), FALSE); \
  g_return_val_if_fail (GYRE_IS_COMPONENT (component) && trait != NULL, FALSE)

#define SET(type, setter, argument) \
  g_auto (GValue) native = G_VALUE_INIT; \
  CHECK_SET (transaction, component, trait); \
  setter (g_value_init (&native, type), argument); \
  return gyre_transaction_say (transaction, component, trait, &native, NULL, gyre_provenance_of_address (PLACE), error)

/**
 * gyre_transaction_set_boolean:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @value: the value that it shall have
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_boolean (GyreTransaction *transaction, GyreComponent *component, const char *trait, gboolean value,
                              GError **error)
{
  SET (G_TYPE_BOOLEAN, g_value_set_boolean, value);
}

/**
 * gyre_transaction_set_integer:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @value: the value that it shall have
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_integer (GyreTransaction *transaction, GyreComponent *component, const char *trait, gint64 value,
                              GError **error)
{
  SET (G_TYPE_INT64, g_value_set_int64, value);
}

/**
 * gyre_transaction_set_real:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @value: the value that it shall have
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_real (GyreTransaction *transaction, GyreComponent *component, const char *trait, double value,
                           GError **error)
{
  SET (G_TYPE_DOUBLE, g_value_set_double, value);
}

/**
 * gyre_transaction_set_string:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @value: (nullable): the value itself, not the text of one
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_string (GyreTransaction *transaction, GyreComponent *component, const char *trait, const char *value,
                             GError **error)
{
  SET (G_TYPE_STRING, g_value_set_string, value);
}

/**
 * gyre_transaction_set_object:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias of a facility
 * @value: (nullable): the component that the facility shall be
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the facility can be that; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_object (GyreTransaction *transaction, GyreComponent *component, const char *trait, GObject *value,
                             GError **error)
{
  SET (G_TYPE_OBJECT, g_value_set_object, value);
}

/**
 * gyre_transaction_set_none:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias of a nullable trait
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait can be none; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_none (GyreTransaction *transaction, GyreComponent *component, const char *trait, GError **error)
{
  CHECK_SET (transaction, component, trait);
  return gyre_transaction_say (transaction, component, trait, NULL, "none", gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_transaction_set_value:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @value: a native value
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_value (GyreTransaction *transaction, GyreComponent *component, const char *trait, const GValue *value,
                            GError **error)
{
  CHECK_SET (transaction, component, trait);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);
  return gyre_transaction_say (transaction, component, trait, value, NULL, gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_transaction_set_text:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @text: the text of a value, as a configuration file has it
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_text (GyreTransaction *transaction, GyreComponent *component, const char *trait, const char *text,
                           GError **error)
{
  CHECK_SET (transaction, component, trait);
  g_return_val_if_fail (text != NULL, FALSE);
  return gyre_transaction_say (transaction, component, trait, NULL, text, gyre_provenance_of_address (PLACE), error);
}

/**
 * gyre_transaction_set_value_from:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @value: a native value
 * @category: who says it
 * @locator: (nullable): where
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * As gyre_transaction_set_value(), on behalf of somebody: a line of another language.
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_value_from (GyreTransaction *transaction, GyreComponent *component, const char *trait, const GValue *value,
                                 GyreCategory category, GyreLocator *locator, GError **error)
{
  CHECK_SET (transaction, component, trait);
  g_return_val_if_fail (G_IS_VALUE (value), FALSE);
  return gyre_transaction_say (transaction, component, trait, value, NULL, gyre_provenance_of_locator (category, locator), error);
}

/**
 * gyre_transaction_set_text_from:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias
 * @text: the text of a value
 * @category: who says it
 * @locator: (nullable): where
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * As gyre_transaction_set_text(), on behalf of somebody: a console, a form, a file that is read again.
 *
 * Returns: whether the trait can have the value by itself; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_set_text_from (GyreTransaction *transaction, GyreComponent *component, const char *trait, const char *text,
                                GyreCategory category, GyreLocator *locator, GError **error)
{
  CHECK_SET (transaction, component, trait);
  g_return_val_if_fail (text != NULL, FALSE);
  return gyre_transaction_say (transaction, component, trait, NULL, text, gyre_provenance_of_locator (category, locator), error);
}

/**
 * gyre_transaction_reset:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @trait: a name or alias, or an attribute that nobody has declared
 * @error: return location for an error of %GYRE_COMPONENT_ERROR or %GYRE_DECLARATION_ERROR_UNKNOWN
 *
 * The trait shall have what the configuration says for the name of the instance when this is called, else what its class gives, as
 * with gyre_component_reset(). An attribute that nothing configures goes.
 *
 * Returns: whether that can be; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_reset (GyreTransaction *transaction, GyreComponent *component, const char *trait, GError **error)
{
  CHECK_SET (transaction, component, trait);
  return gyre_transaction_restore (transaction, component, trait, error);
}

/**
 * gyre_transaction_unset:
 * @transaction: an open transaction
 * @component: a component of its executive
 * @name: an attribute that nobody has declared
 * @error: return location for %GYRE_DECLARATION_ERROR_UNKNOWN, or %GYRE_COMPONENT_ERROR_READ_ONLY for a trait, which can be reset
 *
 * The attribute shall go, whoever has said it, as with gyre_component_unset(). One that the transaction was to set is not set.
 *
 * Returns: whether it can go; if not, the transaction can't be committed any more
 *
 * Since: 0.1
 */
gboolean
gyre_transaction_unset (GyreTransaction *transaction, GyreComponent *component, const char *name, GError **error)
{
  CHECK_SET (transaction, component, name);
  return gyre_transaction_remove (transaction, component, name, error);
}
