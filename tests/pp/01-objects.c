// Macros without parameters: defined, redefined alike, removed, and empty.
#define ONE 1
#define TWO ONE + ONE
#define NOTHING
#define ONE 1
#define SELF SELF + 1
#define LEFT RIGHT
#define RIGHT LEFT
int a = TWO NOTHING;
int b = SELF;
int c = LEFT, d = RIGHT;
#undef ONE
#undef NEVER_DEFINED
int e = TWO;
#define ONE 11
int f = TWO;
