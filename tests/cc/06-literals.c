#include "show.h"
int main(void) {
    SHOW(0x7f); SHOW(0777); SHOW(0b1011); SHOW('a'); SHOW('\n'); SHOW('\x41'); SHOW('\101'); SHOW('\xff'); SHOW('\0');
    SHOW(sizeof 1); SHOW(sizeof 1L); SHOW(sizeof 2147483648); SHOW(sizeof 0x80000000); SHOW(0x80000000 > 0);
    SHOW(sizeof 1.0); SHOW(sizeof 1.0f); SHOW(sizeof "abc"); SHOW(sizeof L"ab"); SHOW(sizeof u"ab"); SHOW(sizeof U"ab"); SHOW(sizeof u8"ab");
    SHOW(L'x'); SHOW("ab" "cd"[2]); SHOW(18446744073709551615u == -1); SHOW('ab');
    return 0;
}
