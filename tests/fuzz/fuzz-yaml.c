/* fuzz-yaml.c: Any bytes can be read as yaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "fuzz-events.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  check_codec ("yaml", data, size);
  return 0;
}
