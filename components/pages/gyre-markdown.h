/* gyre-markdown.h: Markdown as HTML
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include <gyre.h>

char *gyre_markdown_to_html (const char *markdown);
