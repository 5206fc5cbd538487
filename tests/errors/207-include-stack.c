#include "include/outer.h"
int x;
