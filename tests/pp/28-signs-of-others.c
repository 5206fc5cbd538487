// -E for programs that look for their own signs in its output (mruby): nothing is put between characters that no token
// of C begins with and their neighbours.
#define SIGN(x) <@! x !@>
SIGN(name) SIGN("text") $(A) @a@ `b`
a @ b
