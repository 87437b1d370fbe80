/* gyre-internet-address.c: Where in a network something is
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     address = [ "ip:" | "ip4:" | "ipv4:" | "ip6:" | "ipv6:" ] [ host ] [ ":" port ] | ( "unix:" | "local:" ) path
 *     host    = name | "any" | "*" | 127.0.0.1 | "[" ::1 "]"
 *
 * Nothing is looked up: that is done when somebody connects.
 */
#include "gyre-internet-address.h"
#include "gyre-parser-private.h"
#include "gyre-value-error-private.h"

#include <string.h>
#include <sys/un.h>

struct _GyreInternetAddress
{
  gatomicrefcount references;
  GyreInternetFamily family;
  guint16 port;
  char *host;       /* a name, an address, "any", or a path */
};

G_DEFINE_BOXED_TYPE (GyreInternetAddress, gyre_internet_address, gyre_internet_address_ref, gyre_internet_address_unref)

static const struct { const char *prefix; GyreInternetFamily family; } prefixes[] = {
  { "ip:", GYRE_INTERNET_FAMILY_ANY }, { "ip4:", GYRE_INTERNET_FAMILY_4 }, { "ipv4:", GYRE_INTERNET_FAMILY_4 },
  { "ip6:", GYRE_INTERNET_FAMILY_6 }, { "ipv6:", GYRE_INTERNET_FAMILY_6 }, { "unix:", GYRE_INTERNET_FAMILY_LOCAL },
  { "local:", GYRE_INTERNET_FAMILY_LOCAL },
};

/**
 * gyre_internet_address_ref:
 * @address: an address
 *
 * Returns: (transfer full): the same
 *
 * Since: 0.1
 */
GyreInternetAddress *
gyre_internet_address_ref (GyreInternetAddress *address)
{
  g_return_val_if_fail (address != NULL, NULL);
  g_atomic_ref_count_inc (&address->references);
  return address;
}

/**
 * gyre_internet_address_unref:
 * @address: (transfer full): an address
 *
 * Since: 0.1
 */
void
gyre_internet_address_unref (GyreInternetAddress *address)
{
  g_return_if_fail (address != NULL);
  if (!g_atomic_ref_count_dec (&address->references))
    return;
  g_free (address->host);
  g_free (address);
}

static gboolean
refuse (const char *text, const char *place, GyreValueError code, const char *complaint, GError **error)
{
  g_autofree char *shown = g_utf8_make_valid (text, -1);
  gsize offset = gyre_parser_count_characters (text, place);

  gyre_value_error_set (error, code, offset, "write host:port, 127.0.0.1:80, [::1]:80, any:80 or unix:/path", "%s, is '%s'", complaint, shown);
  return FALSE;
}

/* A colon, digits, and the end. */
static gboolean
read_port (GyreInternetAddress *self, const char *text, const char *place, GError **error)
{
  guint port = 0;

  if (*place == '\0')
    return TRUE;
  place++;
  if (!g_ascii_isdigit (*place) || strspn (place, "0123456789") != strlen (place))
    return refuse (text, place, GYRE_VALUE_ERROR_SYNTAX, "must have a port of digits behind the colon", error);
  for (const char *digit = place; *digit != '\0'; digit++)
    port = MIN (port * 10 + (*digit - '0'), 100000);
  if (port > G_MAXUINT16)
    return refuse (text, place, GYRE_VALUE_ERROR_RANGE, "must have a port of 0 to 65535", error);
  self->port = (guint16) port;
  return TRUE;
}

static gboolean
take_address (GyreInternetAddress *self, GInetAddress *address)
{
  gboolean is_6 = g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6;

  if (self->family == (is_6 ? GYRE_INTERNET_FAMILY_4 : GYRE_INTERNET_FAMILY_6))
    return FALSE;
  self->family = is_6 ? GYRE_INTERNET_FAMILY_6 : GYRE_INTERNET_FAMILY_4;
  self->host = g_inet_address_to_string (address);
  return TRUE;
}

/* Labels of letters, digits and hyphens, where any letter of any script is one. */
static const char *
find_illegal (const char *host, const char *end)
{
  char before = '.';

  for (; host < end; before = *host++)
    if ((*host == '.' && before == '.') || (!g_ascii_isalnum (*host) && strchr ("-._", *host) == NULL && (guchar) *host < 0x80))
      break;
  return host;
}

static gboolean
read_name (GyreInternetAddress *self, const char *text, const char *start, const char *end, GError **error)
{
  const char *illegal = find_illegal (start, end);
  g_autofree char *name = g_ascii_strdown (start, MIN (end - start, 254));
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (name);

  if (illegal < end)
    return refuse (text, illegal, GYRE_VALUE_ERROR_SYNTAX, "must have a host of letters, digits, '-' and '.'", error);
  if (address != NULL)
    return take_address (self, address) || refuse (text, start, GYRE_VALUE_ERROR_TYPE, "must be of the family that it says", error);
  if (strspn (name, "0123456789.") == strlen (name))
    return refuse (text, start, GYRE_VALUE_ERROR_SYNTAX, "must have a host that is a name, or four numbers of 0 to 255", error);
  if (strlen (name) > 253 || !g_utf8_validate (name, -1, NULL))
    return refuse (text, start, GYRE_VALUE_ERROR_SYNTAX, "must have a host of at most 253 bytes", error);
  self->host = g_steal_pointer (&name);
  return TRUE;
}

/* "[::1]:80", and "::1", which no port can follow. */
static gboolean
read_6 (GyreInternetAddress *self, const char *text, const char *start, GError **error)
{
  const char *end = *start == '[' ? strchr (start, ']') : start + strlen (start);
  const char *first = start + (*start == '[' ? 1 : 0);
  g_autofree char *inner = NULL;
  g_autoptr (GInetAddress) address = NULL;

  if (end == NULL)
    return refuse (text, start, GYRE_VALUE_ERROR_SYNTAX, "must close the bracket", error);
  inner = g_strndup (first, MIN (end - first, 64));
  address = strchr (inner, '%') == NULL ? g_inet_address_new_from_string (inner) : NULL;
  if (address == NULL || g_inet_address_get_family (address) != G_SOCKET_FAMILY_IPV6)
    return refuse (text, first, GYRE_VALUE_ERROR_SYNTAX, "must have an address of version 6, without a zone", error);
  if (!take_address (self, address))
    return refuse (text, first, GYRE_VALUE_ERROR_TYPE, "must be of the family that it says", error);
  end += *end == ']' ? 1 : 0;
  if (*end != '\0' && *end != ':')
    return refuse (text, end, GYRE_VALUE_ERROR_SYNTAX, "must end, or have a port, behind the bracket", error);
  return read_port (self, text, end, error);
}

static gboolean
read_path (GyreInternetAddress *self, const char *text, const char *path, GError **error)
{
  if (*path == '\0' || (*path == '@' && path[1] == '\0'))
    return refuse (text, path, GYRE_VALUE_ERROR_SYNTAX, "must have a path", error);
  if (strlen (path) >= sizeof ((struct sockaddr_un *) 0)->sun_path)
    return refuse (text, path, GYRE_VALUE_ERROR_RANGE, "must have a path of at most 107 bytes", error);
  if (!g_utf8_validate (path, -1, NULL))
    return refuse (text, path, GYRE_VALUE_ERROR_SYNTAX, "must have a path in UTF-8", error);
  self->host = g_strdup (path);
  return TRUE;
}

static gboolean
read_host (GyreInternetAddress *self, const char *text, const char *start, GError **error)
{
  const char *colon = strchr (start, ':');
  const char *end = colon != NULL ? colon : start + strlen (start);

  if (*start == '[' || (colon != NULL && strchr (colon + 1, ':') != NULL))
    return read_6 (self, text, start, error);
  if (end == start || (end == start + 1 && *start == '*') || (end == start + 3 && g_ascii_strncasecmp (start, "any", 3) == 0))
    self->host = g_strdup ("any");
  else if (!read_name (self, text, start, end, error))
    return FALSE;
  return read_port (self, text, end, error);
}

/**
 * gyre_internet_address_new_from_text:
 * @text: a text; any bytes are allowed
 * @error: return location for an error of [error@Gyre.ValueError]
 *
 * Reads `host:port`, `127.0.0.1:80`, `[::1]:80` or `unix:/path`. A prefix `ip4:` or `ip6:` asks for a family, a missing port is 0,
 * a missing host is `any`. Nothing is looked up.
 *
 * Returns: (transfer full) (nullable): the address; %NULL with @error if @text is none
 *
 * Since: 0.1
 */
GyreInternetAddress *
gyre_internet_address_new_from_text (const char *text, GError **error)
{
  g_autoptr (GyreInternetAddress) self = NULL;
  const char *start = text;
  gboolean fine;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (GyreInternetAddress, 1);
  g_atomic_ref_count_init (&self->references);
  for (guint index = 0; start == text && index < G_N_ELEMENTS (prefixes); index++)
    if (g_ascii_strncasecmp (text, prefixes[index].prefix, strlen (prefixes[index].prefix)) == 0)
      {
        self->family = prefixes[index].family;
        start = text + strlen (prefixes[index].prefix);
      }
  fine = self->family == GYRE_INTERNET_FAMILY_LOCAL ? read_path (self, text, start, error) : read_host (self, text, start, error);
  return fine ? g_steal_pointer (&self) : NULL;
}

/**
 * gyre_internet_address_get_family:
 * @address: an address
 *
 * Returns: what sort it is
 *
 * Since: 0.1
 */
GyreInternetFamily
gyre_internet_address_get_family (const GyreInternetAddress *address)
{
  g_return_val_if_fail (address != NULL, GYRE_INTERNET_FAMILY_ANY);
  return address->family;
}

/**
 * gyre_internet_address_get_host:
 * @address: an address
 *
 * Returns: (transfer none): a name or an address; `any`; the path of a local socket
 *
 * Since: 0.1
 */
const char *
gyre_internet_address_get_host (const GyreInternetAddress *address)
{
  g_return_val_if_fail (address != NULL, NULL);
  return address->host;
}

/**
 * gyre_internet_address_get_port:
 * @address: an address
 *
 * Returns: the port; 0 for any
 *
 * Since: 0.1
 */
guint16
gyre_internet_address_get_port (const GyreInternetAddress *address)
{
  g_return_val_if_fail (address != NULL, 0);
  return address->port;
}

static gboolean
is_numeric (const GyreInternetAddress *self)
{
  return strchr (self->host, ':') != NULL || strspn (self->host, "0123456789.") == strlen (self->host);
}

/* A host can be called "ip4". */
static gboolean
is_prefix (const char *host)
{
  gsize length = strlen (host);

  for (guint index = 0; index < G_N_ELEMENTS (prefixes); index++)
    if (strlen (prefixes[index].prefix) == length + 1 && strncmp (host, prefixes[index].prefix, length) == 0)
      return TRUE;
  return FALSE;
}

/**
 * gyre_internet_address_to_text:
 * @address: an address
 *
 * Returns: (transfer full): the one spelling of it, with the port
 *
 * Since: 0.1
 */
char *
gyre_internet_address_to_text (const GyreInternetAddress *address)
{
  const char *prefix;

  g_return_val_if_fail (address != NULL, NULL);
  if (address->family == GYRE_INTERNET_FAMILY_LOCAL)
    return g_strconcat ("unix:", address->host, NULL);
  if (strchr (address->host, ':') != NULL)
    return g_strdup_printf ("[%s]:%u", address->host, address->port);
  prefix = address->family == GYRE_INTERNET_FAMILY_ANY || is_numeric (address) ? (is_prefix (address->host) ? "ip:" : "")
           : address->family == GYRE_INTERNET_FAMILY_4 ? "ip4:" : "ip6:";
  return g_strdup_printf ("%s%s:%u", prefix, address->host, address->port);
}

static GSocketAddress *
new_any (const GyreInternetAddress *self)
{
  GSocketFamily family = self->family == GYRE_INTERNET_FAMILY_4 ? G_SOCKET_FAMILY_IPV4 : G_SOCKET_FAMILY_IPV6;
  g_autoptr (GInetAddress) any = g_inet_address_new_any (family);

  return g_inet_socket_address_new (any, self->port);
}

/**
 * gyre_internet_address_to_connectable:
 * @address: an address
 *
 * Makes what GIO connects to: a #GSocketAddress where the address is known, a #GNetworkAddress where a name is to be looked up. GIO
 * has no way to look up a name in one family only. `any` is the address to listen at: of version 6, which takes those of version 4, too,
 * unless `ip4:` says otherwise.
 *
 * Returns: (transfer full): where to connect or to listen
 *
 * Since: 0.1
 */
GSocketConnectable *
gyre_internet_address_to_connectable (const GyreInternetAddress *address)
{
  g_return_val_if_fail (address != NULL, NULL);

  if (address->family == GYRE_INTERNET_FAMILY_LOCAL && *address->host == '@')
    return G_SOCKET_CONNECTABLE (g_unix_socket_address_new_with_type (address->host + 1, -1, G_UNIX_SOCKET_ADDRESS_ABSTRACT));
  if (address->family == GYRE_INTERNET_FAMILY_LOCAL)
    return G_SOCKET_CONNECTABLE (g_unix_socket_address_new (address->host));
  if (strcmp (address->host, "any") == 0)
    return G_SOCKET_CONNECTABLE (new_any (address));
  if (is_numeric (address))
    return G_SOCKET_CONNECTABLE (g_inet_socket_address_new_from_string (address->host, address->port));
  return g_network_address_new (address->host, address->port);
}
