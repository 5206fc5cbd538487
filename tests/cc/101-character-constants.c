/* Every escape, several characters, wide and UTF kinds. */
#include "show.h"

int main(void) {
    SHOW('\a'); SHOW('\b'); SHOW('\f'); SHOW('\n'); SHOW('\r'); SHOW('\t'); SHOW('\v'); SHOW('\\'); SHOW('\''); SHOW('\"'); SHOW('\?'); SHOW('\e');
    SHOW('\7'); SHOW('\12'); SHOW('\377'); SHOW('\x41'); SHOW('\xff'); SHOW('\08' == '\0' * 256 + '8');
    SHOW('ab'); SHOW('abc'); SHOW('abcd'); SHOW('\377a');
    SHOW(L'a'); SHOW(L'\x3b1'); SHOW(L'\u03b1'); SHOW(L'é'); SHOW(L'€'); SHOW(L'😀');
    SHOW(u'\u20ac'); SHOW(u'\xffff'); SHOW(U'\U0001F600'); SHOW(U'\xffffffff' > 0); SHOW(L'\xffffffff');
    SHOW(sizeof 'a'); SHOW(sizeof L'a'); SHOW(sizeof u'a'); SHOW(sizeof U'a');
    return 0;
}
