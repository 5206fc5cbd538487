// A # that is not the first token of its line begins no directive.
#define EMPTY
EMPTY # include <file.h>
#define HASH #
HASH define x y
# define INDENTED 1
  /* comment */ # /* comment */ define AFTER_COMMENT INDENTED
AFTER_COMMENT
