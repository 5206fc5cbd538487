// The ways to name a header, and headers that are read once.
#include "include/guarded.h"
#include "include/guarded.h"
#include <guarded.h>
#define HEADER "include/plain.h"
#include HEADER
#define ANGLED <plain.h>
#include ANGLED
#define LESS <plain
#include LESS.h>
#include "include/once.h"
#include "include/../include/once.h"
#include "include/plain.h" // a comment may follow
#if __has_include("include/plain.h") && __has_include(<plain.h>) && !__has_include(<missing.h>) && __has_include(ANGLED)
has
#endif
end
