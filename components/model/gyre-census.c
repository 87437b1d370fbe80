/* gyre-census.c: The numbers of the instances of a class in one executive
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The index is a hash table with open addressing and linear probing, of nothing but pointers; removal shifts back what stood
 * behind. The number is its own hash: numbers that follow each other stand side by side.
 */
#include "gyre-census-private.h"
#include "gyre-state-private.h"

struct _GyreNumbers
{
  gsize mask;
  gsize length;
  gboolean is_whole;        /* the extent was walked through */
  GyreComponent **places;
};

enum { FIRST_PLACES = 16 };

static gsize
find_place (GyreNumbers *numbers, guint64 number)
{
  gsize place = number & numbers->mask;

  while (numbers->places[place] != NULL && gyre_identity_get_number (numbers->places[place]) != number)
    place = (place + 1) & numbers->mask;
  return place;
}

static void
numbers_free (GyreNumbers *numbers)
{
  if (numbers == NULL)
    return;
  g_free (numbers->places);
  g_free (numbers);
}

static GyreNumbers *
numbers_new (void)
{
  GyreNumbers *numbers = g_try_new0 (GyreNumbers, 1);

  if (numbers == NULL)
    return NULL;
  numbers->mask = FIRST_PLACES - 1;
  numbers->places = g_try_new0 (GyreComponent *, FIRST_PLACES);
  if (numbers->places != NULL)
    return numbers;
  numbers_free (numbers);
  return NULL;
}

static gboolean
grow (GyreNumbers *numbers)
{
  GyreComponent **old = numbers->places;
  gsize n_old = numbers->mask + 1;
  GyreComponent **places = g_try_new0 (GyreComponent *, n_old * 2);

  if (places == NULL)
    return FALSE;
  numbers->places = places;
  numbers->mask = n_old * 2 - 1;
  for (gsize place = 0; place < n_old; place++)
    if (old[place] != NULL)
      places[find_place (numbers, gyre_identity_get_number (old[place]))] = old[place];
  g_free (old);
  return TRUE;
}

static gboolean
add (GyreNumbers *numbers, GyreComponent *component)
{
  gsize place = find_place (numbers, gyre_identity_get_number (component));

  if (numbers->places[place] != NULL)
    return TRUE;
  if ((numbers->length + 1) * 3 > (numbers->mask + 1) * 2)
    {
      if (!grow (numbers))
        return FALSE;
      place = find_place (numbers, gyre_identity_get_number (component));
    }
  numbers->places[place] = component;
  numbers->length++;
  return TRUE;
}

static void
drop (GyreNumbers *numbers, GyreComponent *component)
{
  gsize hole = find_place (numbers, gyre_identity_get_number (component));
  gsize place = hole;

  if (numbers->places[hole] != component)
    return;
  while (numbers->places[place = (place + 1) & numbers->mask] != NULL)
    if (((place - gyre_identity_get_number (numbers->places[place])) & numbers->mask) >= ((place - hole) & numbers->mask))
      {
        numbers->places[hole] = numbers->places[place];
        hole = place;
      }
  numbers->places[hole] = NULL;
  numbers->length--;
}

void
gyre_census_initialize (GyreCensus *self)
{
  *self = (GyreCensus) { 0 };
  g_mutex_init (&self->lock);
}

void
gyre_census_clear (GyreCensus *self)
{
  numbers_free (self->numbers);
  g_mutex_clear (&self->lock);
}

static void
let_index_go (GyreCensus *self)
{
  GyreNumbers *numbers = self->numbers;

  __atomic_store_n (&self->numbers, NULL, __ATOMIC_RELEASE);
  numbers_free (numbers);
}

static gboolean
ensure_index (GyreCensus *self)
{
  if (self->numbers == NULL)
    __atomic_store_n (&self->numbers, numbers_new (), __ATOMIC_SEQ_CST);
  return self->numbers != NULL;
}

static gboolean
visit (GyreExtentLink *link, gpointer data)
{
  GyreCensus *self = data;
  GyreComponent *component = (GyreComponent *) ((char *) link - G_STRUCT_OFFSET (GyreComponent, links));

  return gyre_component_get_birth (component)->census != self || add (self->numbers, component);
}

/* With the lock held. */
static gboolean
complete_index (GyreCensus *self, GyreExtent *extent)
{
  if (!ensure_index (self))
    return FALSE;
  if (extent == NULL || self->numbers->is_whole)
    return TRUE;
  self->numbers->is_whole = gyre_extent_visit (extent, visit, self);
  if (self->numbers->is_whole)
    return TRUE;
  let_index_go (self);
  return FALSE;
}

/* Until GObject has run the instance functions of all ancestors, an instance shows the class of one of them. */
GyreComponent *
gyre_census_find (GyreCensus *self, GyreExtent *extent, GType type, guint64 number)
{
  gpointer class = g_type_class_peek (type);
  GyreComponent *component = NULL;

  if (number >= __atomic_load_n (&self->n_births, __ATOMIC_RELAXED))
    return NULL;
  g_mutex_lock (&self->lock);
  if (complete_index (self, extent))
    component = self->numbers->places[find_place (self->numbers, number)];
  if (component != NULL && g_atomic_pointer_get (&((GTypeInstance *) component)->g_class) != class)
    component = NULL;
  if (component != NULL)
    {
      g_object_ref (component);
      gyre_identity_set (component, GYRE_IDENTITY_HANDED_OUT);
    }
  g_mutex_unlock (&self->lock);
  return component;
}

void
gyre_census_enter (GyreCensus *self, GyreComponent *component)
{
  g_mutex_lock (&self->lock);
  if (ensure_index (self) && !add (self->numbers, component))
    let_index_go (self);
  g_mutex_unlock (&self->lock);
}

void
gyre_census_leave (GyreCensus *self, GyreComponent *component)
{
  g_mutex_lock (&self->lock);
  if (self->numbers != NULL)
    drop (self->numbers, component);
  g_mutex_unlock (&self->lock);
}
