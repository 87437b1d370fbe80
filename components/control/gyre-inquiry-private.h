/* gyre-inquiry-private.h: What can be asked of an executive, and its answers
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * A question is a dictionary with `verb`, a text, `words`, a list of texts, and where the verb knows them `delay` (x, nanoseconds),
 * `limit` (u) and `position` (u: where on a command line the first word stood). An answer is a dictionary with `result`, or with
 * `error`: domain, code and message as the library has them. No answer has the value of a secret.
 *
 * | verb | words | result |
 * |---|---|---|
 * | `list` | | `components`: a list of `name`, `family`, `state`; `n-components` |
 * | `top` | | what the executive has done; `processes`; `n-processes` |
 * | `graph` | | what gyre_executive_dup_landscape() tells; then `count` (x, nanoseconds) begins or, with 0, ends the counting of messages |
 * | `inspect` | name | `description`, `text` |
 * | `get` | name.trait | `value`, `text` |
 * | `set` | name.trait, text | `value`, `text`: what it is now |
 * | `call` | name, behavior, arguments | `value`, `text` |
 * | `post` | name, behavior, arguments | `posting` |
 * | `pause`, `resume` | name | `state` |
 */
#pragma once

#include "gyre-executive.h"

/* The thread of the executive, outside of a frame and inside of its shard. @question is in normal form, and else anything. */
GVariant *gyre_inquiry_answer      (GyreExecutive *executive,
                                    GVariant      *question);

/* An answer that is an error. */
GVariant *gyre_inquiry_new_error   (const GError  *error);

/* What an answer says; NULL with @error when that is an error. */
GVariant *gyre_inquiry_get_result  (GVariant      *answer,
                                    GError       **error);
