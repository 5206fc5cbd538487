# The fixtures of cc-libc with numbers from 100 on, as 80 runs those before.
NUMBERS='[0-9][0-9][0-9]' LEAST=30 . "$ROOT/tests/cli/80-base-by-reference.sh"
