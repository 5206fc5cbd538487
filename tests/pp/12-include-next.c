// #include_next goes on behind the folder where the file was found.
#include <layered.h>
#include "include/layered.h"
