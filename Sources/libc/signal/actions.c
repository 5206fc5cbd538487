#include "../internal/signals.h"

struct sigaction __signal_actions[NSIG];
