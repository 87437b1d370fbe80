/* gyre-roff-markdown.h: Markdown as a part of a manual page
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

void gyre_roff_append_markdown (GString    *page,
                                const char *markdown,
                                gboolean    is_nested);
