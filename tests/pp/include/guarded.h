/* The guard is found behind a comment. */
#ifndef GUARDED_H
#define GUARDED_H
guarded __INCLUDE_LEVEL__
#include "nested.h"
#endif // GUARDED_H
