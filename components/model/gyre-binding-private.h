/* gyre-binding-private.h: How texts with references get into traits
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-binding.h"
#include "gyre-dynamic-private.h"
#include "gyre-news-private.h"
#include "gyre-report.h"

/* Whether a text is to be bound and not read. */
gboolean     gyre_binding_is_meant       (const GyreTrait *trait,
                                          const char      *text);
/* Takes the provenance. */
gboolean     gyre_binding_bind           (GyreComponent   *component,
                                          const GyreTrait *trait,
                                          const char      *text,
                                          GyreProvenance   provenance,
                                          GError         **error);
/* What the class of a component says with references, where the component says nothing itself. */
gboolean     gyre_binding_bind_class     (GyreComponent   *component,
                                          GError         **error);
/* The binding that a trait has now; one that was overwritten is none. */
GyreBinding *gyre_binding_peek           (GyreComponent   *component,
                                          const GyreTrait *trait);
/* It follows nothing any more. */
void         gyre_binding_end            (GyreComponent   *component,
                                          const GyreTrait *trait);
/* What the cell of a binding gets from now on, its trait gets. */
void         gyre_binding_follow         (GyreBindings    *bindings,
                                          GyreBinding     *binding);
/* Sets what a watch has told. It can end the binding, or run anybody's code. */
void         gyre_binding_hear           (GyreBinding     *binding,
                                          const GyreNotice *notice);
/* Where the first of its inputs was said. */
GyreLocator *gyre_binding_dup_input_locator (GyreBinding  *binding);
void         gyre_binding_rename         (GyreComponent   *component);
void         gyre_binding_attach         (void);
void         gyre_binding_report_undefined (GyreExecutive *executive,
                                          GyreReport      *report);

/* Whether the trait still has what the binding gave it: it says where its value comes from. */
static inline gboolean
gyre_binding_is_in_force (const GyreBinding *binding)
{
  const GyreState *state = gyre_state_peek (binding->component);
  const GyreProvenance *had, *given = &binding->provenance;

  if (G_UNLIKELY (gyre_trait_is_dynamic (binding->trait)))
    had = &gyre_dynamic_of_trait (binding->trait)->provenance;
  else if (state->provenances == NULL)
    return FALSE;
  else
    had = &state->provenances[binding->trait->descriptor.index];
  return had->kind == given->kind && had->source == given->source && had->category == given->category
         && had->rank == given->rank;
}
