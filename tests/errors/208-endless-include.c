#include "208-endless-include.c"
