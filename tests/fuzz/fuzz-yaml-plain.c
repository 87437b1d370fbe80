/* fuzz-yaml-plain.c: Any text means the same with and without libyaml
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "same-yaml.h"

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);

  if (strstr (text, "@include") == NULL)
    assert_same_yaml (text);
  return 0;
}
