// GNU C: named variable arguments, and the comma that goes when there are none.
#define say(format, rest...) printf(format, rest)
#define log(format, args...) printf(format, ## args)
#define warn(format, ...) printf(format, ##__VA_ARGS__)
#define all(...) f(0, ##__VA_ARGS__)
say("a", 1, 2);
log("a"); log("a", 1); log("a", 1, 2); log("a",);
warn("b"); warn("b", x); warn("b",);
all() all(1) all(1, 2)
