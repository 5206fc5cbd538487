/* Falling off the end of main is return 0. */
#include "show.h"
int main(void) { put("the end\n"); }
