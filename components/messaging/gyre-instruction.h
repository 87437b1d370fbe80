/* gyre-instruction.h: A call that is to be made later
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-handle.h"

#include <glib-object.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreInstructionError:
 * @GYRE_INSTRUCTION_ERROR_COMPONENT: there is no such component
 * @GYRE_INSTRUCTION_ERROR_CANCELLED: it was cancelled, or its component ended before it was done
 * @GYRE_INSTRUCTION_ERROR_MEMORY: there is no memory
 *
 * Why an instruction is not done, besides what its behavior says.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_INSTRUCTION_ERROR_COMPONENT,
  GYRE_INSTRUCTION_ERROR_CANCELLED,
  GYRE_INSTRUCTION_ERROR_MEMORY,
} GyreInstructionError;

#define GYRE_INSTRUCTION_ERROR (gyre_instruction_error_quark ())
GQuark gyre_instruction_error_quark (void);

#define GYRE_TYPE_INSTRUCTION (gyre_instruction_get_type ())
/**
 * GyreInstruction:
 *
 * Which component is to do what with which arguments. It does nothing until it is posted, and then it is never done inline: the
 * executive makes the call in a frame. It can be posted any number of times, also while it waits already; it does not change
 * once it was posted.
 *
 * Counted references, any thread.
 *
 * Since: 0.1
 */
typedef struct _GyreInstruction GyreInstruction;

/**
 * GyreInstructionCallback:
 * @instruction: what was done
 * @result: (nullable): what came of it, as the behavior gives it; %NULL when it failed
 * @error: (nullable): why it failed
 * @user_data: of gyre_instruction_set_callback()
 *
 * Hears what came of an instruction, on the thread of the executive, right after the call. When it was cancelled or its component
 * ended first, @error is %GYRE_INSTRUCTION_ERROR_CANCELLED. It is called exactly once for each posting.
 *
 * Since: 0.1
 */
typedef void (*GyreInstructionCallback) (GyreInstruction *instruction,
                                         const GValue    *result,
                                         const GError    *error,
                                         gpointer         user_data);

GType            gyre_instruction_get_type         (void);
GyreInstruction *gyre_instruction_new              (const char              *component,
                                                    const char              *behavior,
                                                    const GValue            *arguments,
                                                    guint                    n_arguments);
GyreInstruction *gyre_instruction_new_for_handle   (GyreHandle               component,
                                                    const char              *behavior,
                                                    const GValue            *arguments,
                                                    guint                    n_arguments);
GyreInstruction *gyre_instruction_new_with_texts   (const char              *component,
                                                    const char              *behavior,
                                                    const char * const      *texts);
GyreInstruction *gyre_instruction_ref              (GyreInstruction         *self);
void             gyre_instruction_unref            (GyreInstruction         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreInstruction, gyre_instruction_unref)

/* Before it is posted for the first time. */
void             gyre_instruction_set_callback     (GyreInstruction         *self,
                                                    GyreInstructionCallback  callback,
                                                    gpointer                 user_data,
                                                    GDestroyNotify           destroy);
void             gyre_instruction_set_priority     (GyreInstruction         *self,
                                                    int                      priority);

const char      *gyre_instruction_get_component    (GyreInstruction         *self);
GyreHandle       gyre_instruction_get_handle       (GyreInstruction         *self);
const char      *gyre_instruction_get_behavior     (GyreInstruction         *self);
const GValue    *gyre_instruction_get_arguments    (GyreInstruction         *self,
                                                    guint                   *n_arguments);
const char * const *gyre_instruction_get_texts     (GyreInstruction         *self);
int              gyre_instruction_get_priority     (GyreInstruction         *self);
char            *gyre_instruction_to_string        (GyreInstruction         *self);

GYRE_END_DECLARATIONS
