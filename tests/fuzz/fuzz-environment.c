/* fuzz-environment.c: Any bytes can be read as an environment, a variable in each line
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fuzz-events.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_auto (GStrv) variables = cut_texts (data, size);
  g_autoptr (GyreReport) report = gyre_report_new ();
  g_autoptr (GyreEvents) events = gyre_environment_parse ((const char * const *) variables, report);

  check_events (events, report);
  return 0;
}
