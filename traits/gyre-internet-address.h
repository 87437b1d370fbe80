/* gyre-internet-address.h: Where in a network something is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

#include <gio/gio.h>

GYRE_BEGIN_DECLARATIONS

/**
 * GyreInternetFamily:
 * @GYRE_INTERNET_FAMILY_ANY: a name, of whatever family it turns out to be, or any address of this machine
 * @GYRE_INTERNET_FAMILY_4: version 4 of the protocol
 * @GYRE_INTERNET_FAMILY_6: version 6
 * @GYRE_INTERNET_FAMILY_LOCAL: a socket of this machine, which has a path
 *
 * What sort of address it is.
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_INTERNET_FAMILY_ANY,
  GYRE_INTERNET_FAMILY_4,
  GYRE_INTERNET_FAMILY_6,
  GYRE_INTERNET_FAMILY_LOCAL,
} GyreInternetFamily;

/**
 * GyreInternetAddress:
 *
 * A host and a port, or the path of a local socket. It is counted and never changes, so any thread may read it.
 *
 * Since: 0.1
 */
typedef struct _GyreInternetAddress GyreInternetAddress;

#define GYRE_TYPE_INTERNET_ADDRESS (gyre_internet_address_get_type ())
GType                gyre_internet_address_get_type       (void);

GyreInternetAddress *gyre_internet_address_new_from_text  (const char                 *text,
                                                           GError                    **error);
GyreInternetAddress *gyre_internet_address_ref            (GyreInternetAddress        *address);
void                 gyre_internet_address_unref          (GyreInternetAddress        *address);

GyreInternetFamily   gyre_internet_address_get_family     (const GyreInternetAddress  *address);
const char          *gyre_internet_address_get_host       (const GyreInternetAddress  *address);
guint16              gyre_internet_address_get_port       (const GyreInternetAddress  *address);
char                *gyre_internet_address_to_text        (const GyreInternetAddress  *address);
GSocketConnectable  *gyre_internet_address_to_connectable (const GyreInternetAddress  *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GyreInternetAddress, gyre_internet_address_unref)

GYRE_END_DECLARATIONS
