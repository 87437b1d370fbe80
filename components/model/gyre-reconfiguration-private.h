/* gyre-reconfiguration-private.h: Settings that arrive when classes and instances are there already
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

void gyre_reconfiguration_attach (void);
