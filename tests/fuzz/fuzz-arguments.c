/* fuzz-arguments.c: Any bytes can be read as a command line, a word in each line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fuzz-events.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  static const GyreShortOption options[] = { { 'v', "a.b", "true" }, { 'n', "c", NULL }, { 0 } };
  g_auto (GStrv) words = cut_texts (data, size);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_command_line_parse_with ((const char * const *) words, options, report);

  check_events (events, report);
  return 0;
}
