/* gyre-provider.h: Families that a module can tell of without bringing classes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-macros.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreProvidedFamily: (skip)
 * @family: its public name; the first fragment is the package of the provider
 * @summary: (nullable): one line
 *
 * A family that a provider can describe.
 *
 * Since: 0.1
 */
typedef struct
{
  char *family;
  char *summary;
} GyreProvidedFamily;

/**
 * GyreProvider: (skip)
 * @package: the first fragment of its families
 * @noun: what each of them is, with its article, for messages: `a GStreamer element`
 * @list: gives an array of all families, made by gyre_provided_family_new(), in the order of their names
 * @describe: says what a family is; the description belongs to the caller. An error of %GYRE_EXECUTIVE_ERROR where it
 *   can't be told, or is none of its families
 * @fingerprint: gives a short text of the caller's that is another one as soon as something else is provided, or something that is
 *   provided has changed: what was kept of descriptions under an earlier text is stale
 * @signs: (nullable): gives the files and folders (their paths) and the variables of the environment (`$NAME`) that decide which families
 *   there are, for completion, which must not load a module to ask for @fingerprint; %NULL: completion learns of a change from the
 *   next who lists
 *
 * What a module tells of a system of classes that is not ours, so that they are read like our own. They can't be built: nobody
 * registers them, and to list them loads none of them.
 *
 * All functions are called from any thread, one call at a time for each provider. @fingerprint has to be quick: it is asked before
 * anything that was kept is used, and should look at files and the environment only.
 *
 * Since: 0.1
 */
typedef struct _GyreProvider GyreProvider;

struct _GyreProvider
{
  const char               *package;
  const char               *noun;
  GPtrArray               *(*list)        (void);
  struct _GyreDescription *(*describe)    (const char  *family,
                                           GError     **error);
  char                    *(*fingerprint) (void);
  GStrv                    (*signs)       (void);
};

/**
 * GYRE_MODULE_PROVIDER: (skip)
 * @...: the fields of the #GyreProvider, `.package = "gst", .noun = …`
 *
 * Makes a shared object a module that provides families. It can have a #GYRE_MODULE beside it, and needs none.
 *
 * Since: 0.1
 */
#define GYRE_MODULE_PROVIDER(...) \
  extern __attribute__ ((visibility ("default"))) const GyreProvider gyre_module_provider; \
  const GyreProvider gyre_module_provider = { __VA_ARGS__ };

GyreProvidedFamily      *gyre_provided_family_new   (const char          *family,
                                                     const char          *summary);
void                     gyre_provided_family_free  (GyreProvidedFamily  *self);

void                     gyre_provider_add          (const GyreProvider  *provider);
const GyreProvider      *gyre_provider_get          (const char          *package);
GStrv                    gyre_provider_list_packages (void);
GPtrArray               *gyre_provider_list         (const GyreProvider  *provider);
gboolean                 gyre_provider_has_family   (const GyreProvider  *provider,
                                                     const char          *family);
char                    *gyre_provider_suggest      (const GyreProvider  *provider,
                                                     const char          *family);
struct _GyreDescription *gyre_provider_describe     (const GyreProvider  *provider,
                                                     const char          *family,
                                                     GError             **error);
char                    *gyre_provider_dup_fingerprint (const GyreProvider *provider);
GStrv                    gyre_provider_list_signs   (const GyreProvider  *provider);

GYRE_END_DECLARATIONS
