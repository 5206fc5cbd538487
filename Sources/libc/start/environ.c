#include <unistd.h>

char **environ;
