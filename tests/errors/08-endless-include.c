#include "08-endless-include.c"
