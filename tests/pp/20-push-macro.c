// Definitions can be put aside.
#define NAME 1
#pragma push_macro("NAME")
#undef NAME
#define NAME 2
NAME
#pragma pop_macro("NAME")
NAME
