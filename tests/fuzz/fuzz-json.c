/* fuzz-json.c: Any bytes can be read as json
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fuzz-events.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  check_codec ("json", data, size);
  return 0;
}
