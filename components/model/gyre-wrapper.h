/* gyre-wrapper.h: A component around any object
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * An object that is no component gets what components have: a number, a name, a handle, messages, a place in a tree, observers,
 * behaviors that can be called by name, and attributes. The component owns the object.
 *
 * A wrapper looks at itself first: its own attributes hide the properties of the object, and what is set becomes its own. A proxy looks
 * at the object first: its properties hide the proxy's attributes, and what is set goes to the object; only what the object does not
 * have becomes an attribute of the proxy. What the class of the component declares comes before both.
 *
 * Properties are read and written as they are now, by name; when the object notifies of one, its observers here hear of it. An
 * observer of all attributes hears of a property with its old value if somebody has asked for the property before, else with none.
 *
 * Behaviors of the object that its record knows can be called, and so can its action signals. Signals that are no actions are
 * connected to at the object itself (gyre_wrapper_get_object()): their handlers run within the object's own code, which a component
 * can't hold up. The object must be used by the thread of the component; what it notifies of in other threads is not heard.
 */
#pragma once

#include "gyre-component.h"

GYRE_BEGIN_DECLARATIONS

#define GYRE_TYPE_WRAPPER (gyre_wrapper_get_type ())
/**
 * GyreWrapper:
 *
 * A component around any object, whose own attributes come first.
 *
 * Since: 0.1
 */
G_DECLARE_DERIVABLE_TYPE (GyreWrapper, gyre_wrapper, GYRE, WRAPPER, GyreComponent)

struct _GyreWrapperClass
{
  /*< private >*/
  GyreComponentClass parent_class;

  gboolean is_proxy;
  gpointer padding[4];
};

#define GYRE_TYPE_PROXY (gyre_proxy_get_type ())
/**
 * GyreProxy:
 *
 * A component around any object, whose properties come first.
 *
 * Since: 0.1
 */
G_DECLARE_DERIVABLE_TYPE (GyreProxy, gyre_proxy, GYRE, PROXY, GyreWrapper)

struct _GyreProxyClass
{
  /*< private >*/
  GyreWrapperClass parent_class;

  gpointer padding[4];
};

GyreComponent *gyre_wrapper_new        (GObject        *object,
                                        const char     *name,
                                        GError        **error);
GyreComponent *gyre_proxy_new          (GObject        *object,
                                        const char     *name,
                                        GError        **error);
GObject       *gyre_wrapper_get_object (GyreWrapper    *self);

GYRE_END_DECLARATIONS
