/* gyre-behavior.h: A member of a class that can be called
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-descriptor.h"
#include "gyre-signature.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreBehaviorError:
 * @GYRE_BEHAVIOR_ERROR_ARGUMENTS: there are too few or too many arguments, or one is of the wrong sort
 * @GYRE_BEHAVIOR_ERROR_ABSTRACT: it is only promised here
 * @GYRE_BEHAVIOR_ERROR_FAILED: it failed and did not say why
 *
 * What can go wrong with a call besides what the behavior itself says.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_BEHAVIOR_ERROR_ARGUMENTS,
  GYRE_BEHAVIOR_ERROR_ABSTRACT,
  GYRE_BEHAVIOR_ERROR_FAILED,
} GyreBehaviorError;

#define GYRE_BEHAVIOR_ERROR (gyre_behavior_error_quark ())
GQuark gyre_behavior_error_quark (void);

/**
 * GyreBehaviorDeclaration: (skip)
 * @name: the name, with underscores where the trait has dashes
 * @function: the C function: `RESULT function (Self *self, ARGUMENTS…, GError **error)`; %NULL where it is only promised
 * @slot: for an interface, where the function stands in the interface's struct, in bytes
 * @signature: what it takes and gives
 * @aliases: further names, separated by commas
 * @summary: one line that says what it does
 * @description: the long text, in Markdown
 * @deprecated_since: the version since which it should not be used
 *
 * One row of the table of a class.
 *
 * Since: 0.1
 */
typedef struct
{
  const char    *name;
  GCallback      function;
  guint          slot;
  GyreSignature  signature;

  const char    *aliases;
  const char    *summary;
  const char    *description;
  const char    *deprecated_since;
} GyreBehaviorDeclaration;

/**
 * GyreBehavior:
 *
 * Something that the instances of a class can be asked to do: a [struct@Gyre.Descriptor] with a signature and a function. It
 * belongs to the record of its class.
 *
 * Since: 0.1
 */
typedef struct _GyreBehavior GyreBehavior;

struct _GyreBehavior
{
  /*< private >*/
  GyreDescriptor descriptor;
  GyreSignature signature;
  GCallback function;
  guint slot;
};

#define GYRE_TYPE_BEHAVIOR (gyre_behavior_get_type ())
GType         gyre_behavior_get_type          (void);

GyreBehavior *gyre_behavior_new               (const GyreBehaviorDeclaration *declaration);
GyreBehavior *gyre_behavior_new_for_closure   (const char         *name,
                                               const char         *result,
                                               const char * const *arguments,
                                               const char         *summary,
                                               GClosure           *closure);
GyreBehavior *gyre_behavior_of_descriptor     (GyreDescriptor     *descriptor);
void          gyre_behavior_raise             (const char         *message);

const char   *gyre_behavior_get_name          (const GyreBehavior *behavior);
const GyreSignature *gyre_behavior_get_signature (const GyreBehavior *behavior);
char         *gyre_behavior_dup_signature_text (const GyreBehavior *behavior);
gboolean      gyre_behavior_call              (const GyreBehavior *behavior,
                                               GObject            *self,
                                               const GValue       *arguments,
                                               guint               n_arguments,
                                               GValue             *result,
                                               GError            **error);
gboolean      gyre_behavior_call_with_texts   (const GyreBehavior *behavior,
                                               GObject            *self,
                                               const char * const *texts,
                                               GValue             *result,
                                               GError            **error);

GYRE_END_DECLARATIONS
