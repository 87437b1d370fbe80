/* fuzz-cfg.c: Any bytes can be read as cfg
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fuzz-events.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  check_codec ("cfg", data, size);
  return 0;
}
