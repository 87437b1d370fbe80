/* gyre-executive.h: The owner of names, settings and modules
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#pragma once

#include "gyre-linker.h"
#include "gyre-nameserver.h"
#include "gyre-provider.h"
#include "gyre-registrar.h"
#include "gyre-report.h"
#include "gyre-search-path.h"
#include "gyre-settings.h"

GYRE_BEGIN_DECLARATIONS

/**
 * GyreExecutiveError:
 * @GYRE_EXECUTIVE_ERROR_CONFIGURATION: a configuration has mistakes; nothing of it is in force
 * @GYRE_EXECUTIVE_ERROR_UNKNOWN: there is no such family, name, handle or file
 * @GYRE_EXECUTIVE_ERROR_THREAD: the executive belongs to another thread
 * @GYRE_EXECUTIVE_ERROR_RUNNING: it is running already, or too far for that
 * @GYRE_EXECUTIVE_ERROR_MEMORY: there is no memory
 *
 * Since: 0.1
 */
typedef enum
{
  GYRE_EXECUTIVE_ERROR_CONFIGURATION,
  GYRE_EXECUTIVE_ERROR_UNKNOWN,
  GYRE_EXECUTIVE_ERROR_THREAD,
  GYRE_EXECUTIVE_ERROR_RUNNING,
  GYRE_EXECUTIVE_ERROR_MEMORY,
} GyreExecutiveError;

#define GYRE_EXECUTIVE_ERROR (gyre_executive_error_quark ())
GQuark gyre_executive_error_quark (void);

#define GYRE_TYPE_EXECUTIVE (gyre_executive_get_type ())
/**
 * GyreExecutive:
 *
 * Owns the names of instances and the settings that were loaded for families and names; finds classes, and loads the modules
 * that have them. Classes and interfaces belong to the process and are shared. There is one default executive; others can
 * exist, and a thread can make one of them its own with gyre_executive_push(). An executive must outlive its instances.
 *
 * Any thread can use it.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (GyreExecutive, gyre_executive, GYRE, EXECUTIVE, GObject)

GyreExecutive   *gyre_executive_new               (void);
GyreExecutive   *gyre_executive_get_default       (void);
GyreExecutive   *gyre_executive_get_current       (void);
void             gyre_executive_push              (GyreExecutive       *self);
void             gyre_executive_pop               (GyreExecutive       *self);

GyreNameserver  *gyre_executive_get_nameserver    (GyreExecutive       *self);
GyreSettings    *gyre_executive_get_settings      (GyreExecutive       *self);
GyreLinker      *gyre_executive_get_linker        (GyreExecutive       *self);
GyreRegistrar   *gyre_executive_get_registrar     (GyreExecutive       *self);

void             gyre_executive_set_package_version (GyreExecutive     *self,
                                                     const char        *package,
                                                     const char        *version);
char            *gyre_executive_dup_package_version (GyreExecutive     *self,
                                                     const char        *package);

GyreRequirement *gyre_executive_find_family       (GyreExecutive       *self,
                                                   const char          *family,
                                                   GError             **error);
const GyreProvider *gyre_executive_find_provider  (GyreExecutive       *self,
                                                   const char          *family);

gboolean         gyre_executive_load              (GyreExecutive       *self,
                                                   const char          *file,
                                                   GyreCategory         category,
                                                   GyreReport          *report,
                                                   GError             **error);
gboolean         gyre_executive_check             (GyreExecutive       *self,
                                                   const char          *file,
                                                   GyreReport          *report);
gboolean         gyre_executive_load_text         (GyreExecutive       *self,
                                                   const char          *name,
                                                   const char          *text,
                                                   GyreCategory         category,
                                                   GyreReport          *report,
                                                   GError             **error);
gboolean         gyre_executive_load_arguments    (GyreExecutive       *self,
                                                   const char * const  *arguments,
                                                   GStrv               *words,
                                                   GyreReport          *report,
                                                   GError             **error);
gboolean         gyre_executive_load_environment  (GyreExecutive       *self,
                                                   const char * const  *environment,
                                                   GyreReport          *report,
                                                   GError             **error);
void             gyre_executive_take_search_path  (GyreExecutive       *self,
                                                   GyreSearchPath      *path);
GPtrArray       *gyre_executive_find_files        (GyreExecutive       *self,
                                                   const char          *package);
gboolean         gyre_executive_discover          (GyreExecutive       *self,
                                                   const char          *package,
                                                   GyreReport          *report,
                                                   GError             **error);
gboolean         gyre_executive_reload            (GyreExecutive       *self,
                                                   GyreReport          *report,
                                                   GStrv               *pending,
                                                   GError             **error);
void             gyre_executive_set_discovery     (GyreExecutive       *self,
                                                   GyreReport          *report);
gboolean         gyre_executive_set               (GyreExecutive       *self,
                                                   const char          *key,
                                                   const char          *text,
                                                   GyreCategory         category,
                                                   GyreLocator         *locator,
                                                   GError             **error);
void             gyre_executive_report_unused     (GyreExecutive       *self,
                                                   GyreReport          *report);
void             gyre_executive_report_undefined  (GyreExecutive       *self,
                                                   GyreReport          *report);

GYRE_END_DECLARATIONS
