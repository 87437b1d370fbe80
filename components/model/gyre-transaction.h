/* gyre-transaction.h: Several traits of several components, all or none
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreTransaction:
 *
 * Sets traits of components together: gyre_transaction_begin(), any number of gyre_transaction_set_…(), then
 * gyre_transaction_commit(). Until then no component has changed.
 *
 * A set checks at once what does not depend on other values: whether there is such a trait, its kind and its own rules. A
 * transaction of which a set was refused can't be committed any more; the error of the first one comes again. The commit stores
 * all values, then asks the hook `validate` of each class: it sees all of them with the ordinary getters. If one refuses,
 * everything is put back, nobody has heard of it, and the error tells all that was wrong. Otherwise each listener hears of each
 * trait once, with the value from before the transaction and the final one, in the order of the listeners' connection; then
 * come the hooks `trait_modified`, then GObject's handlers. A trait that is set twice has the last value; one that ends with
 * the value that it had has not changed.
 *
 * What other code keeps behind GObject properties is set when everything is found good, so rules see it as it was before.
 *
 * A transaction that is begun while another one of this thread and executive is open belongs to it: its commit hands over what
 * was set, and the outer commit decides. Ordinary setters are no part of any transaction. A transaction is used by the thread
 * that has begun it. It ends with its last reference; without a commit nothing is set.
 *
 * Since: 0.1
 */
typedef struct _GyreTransaction GyreTransaction;

#define GYRE_TYPE_TRANSACTION (gyre_transaction_get_type ())
GType            gyre_transaction_get_type       (void);

GyreTransaction *gyre_transaction_begin          (GyreExecutive    *executive);
GyreTransaction *gyre_transaction_ref            (GyreTransaction  *transaction);
void             gyre_transaction_unref          (GyreTransaction  *transaction);

gboolean         gyre_transaction_set_boolean    (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  gboolean          value,
                                                  GError          **error);
gboolean         gyre_transaction_set_integer    (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  gint64            value,
                                                  GError          **error);
gboolean         gyre_transaction_set_real       (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  double            value,
                                                  GError          **error);
gboolean         gyre_transaction_set_string     (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  const char       *value,
                                                  GError          **error);
gboolean         gyre_transaction_set_object     (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  GObject          *value,
                                                  GError          **error);
gboolean         gyre_transaction_set_none       (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  GError          **error);
gboolean         gyre_transaction_set_value      (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  const GValue     *value,
                                                  GError          **error);
gboolean         gyre_transaction_set_text       (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  const char       *text,
                                                  GError          **error);
gboolean         gyre_transaction_set_value_from (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  const GValue     *value,
                                                  GyreCategory      category,
                                                  GyreLocator      *locator,
                                                  GError          **error);
gboolean         gyre_transaction_set_text_from  (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  const char       *text,
                                                  GyreCategory      category,
                                                  GyreLocator      *locator,
                                                  GError          **error);
gboolean         gyre_transaction_reset          (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *trait,
                                                  GError          **error);
gboolean         gyre_transaction_unset          (GyreTransaction  *transaction,
                                                  GyreComponent    *component,
                                                  const char       *name,
                                                  GError          **error);

gboolean         gyre_transaction_commit         (GyreTransaction  *transaction,
                                                  GError          **error);
void             gyre_transaction_cancel         (GyreTransaction  *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreTransaction, gyre_transaction_unref)

GYRE_END_DECLARATIONS
