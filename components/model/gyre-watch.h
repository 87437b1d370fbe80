/* gyre-watch.h: Hearing of changes of all components whose names fit a pattern
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A pattern is a path with wildcards: `*` is one whole fragment, `**` any number. `*.mesh.seed` is the seed of each part that is
 * called mesh, `run.**` everything in and below run, `gauss.shapes.ball#**.radius` the radius of each ball with a name. The last
 * fragment is a trait, by its name or an alias; a part that a facility has built is called as its host and the facility.
 *
 * Components that are built later are heard of too. What a component is born with, and what it is given while it is built, is
 * no change. The function is called in the thread that sets.
 */
#pragma once

#include "gyre-observer.h"

GYRE_BEGIN_DECLARATIONS

gulong   gyre_executive_observe         (GyreExecutive               *self,
                                         const char                  *pattern,
                                         GyreObserverFunction         function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_executive_observe_for     (GyreExecutive               *self,
                                         const char                  *pattern,
                                         GObject                     *owner,
                                         GyreObserverFunction         function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_executive_observe_checked (GyreExecutive               *self,
                                         const char                  *pattern,
                                         GyreCheckedObserverFunction  function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_executive_observe_changes (GyreExecutive               *self,
                                         const char                  *pattern,
                                         GyreChangesFunction          function,
                                         gpointer                     data,
                                         GDestroyNotify               destroy,
                                         GError                     **error);
gulong   gyre_executive_observe_closure (GyreExecutive               *self,
                                         const char                  *pattern,
                                         GClosure                    *closure,
                                         GError                     **error);
gboolean gyre_executive_unobserve       (GyreExecutive               *self,
                                         gulong                       observer);

GYRE_END_DECLARATIONS
