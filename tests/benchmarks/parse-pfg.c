/* parse-pfg.c: How fast settings are read from pfg
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "parse.h"

int
main (int argc, char **argv)
{
  static const ParseFormat format = { "pfg", "gauss.instances.number%u:\n", "    setting%u = %u.25\n" };

  return parse_run ("parse-pfg", &format, argc, argv);
}
