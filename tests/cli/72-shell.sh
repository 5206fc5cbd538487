# The seed kernel's shell, built for this machine: what it makes of a session is what other shells make of it (the
# expected output comes from dash).
minicc -O1 "$ROOT"/kernel/user/sh/*.c -o sh-of-ours
./sh-of-ours "$FIXTURES/72-shell.session" 2>/dev/null
