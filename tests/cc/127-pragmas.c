/* #pragma and _Pragma: known ones work, unknown ones do no harm. */
#include "show.h"
#pragma once
#pragma STDC FP_CONTRACT OFF
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma unknown to us
#pragma GCC diagnostic pop
_Pragma("pack(1)") struct packed { char c; int i; };
_Pragma("pack()") struct normal { char c; int i; };
#define PACKED(n) _Pragma(#n) struct by_macro { char c; int i; }
PACKED(pack(push, 2));
#pragma pack(pop)
struct after { char c; int i; };
#pragma push_macro("X")
#define X 5
static int x1 = X;
#undef X
#define X 6
#pragma push_macro("X")
#undef X
#define X 7
static int x2 = X;
#pragma pop_macro("X")
static int x3 = X;

int main(void) {
#pragma inside
    SHOW(sizeof(struct packed)); SHOW(sizeof(struct normal)); SHOW(sizeof(struct by_macro)); SHOW(sizeof(struct after));
    SHOW(x1 * 100 + x2 * 10 + x3);
    return 0;
}
