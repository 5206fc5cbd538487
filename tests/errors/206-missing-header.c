#include "there/is/no/such.h"
int x = this is not even looked at;
