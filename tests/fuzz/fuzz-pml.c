/* fuzz-pml.c: Any bytes can be read as pml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fuzz-events.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  check_codec ("pml", data, size);
  return 0;
}
