/* Escapes, joining, kinds, what is shared and what is not. */
#include "show.h"

int main(void) {
    SHOW(sizeof "");
    SHOW(sizeof "a" "b" "c");
    SHOW("\x41" "1"[0]);
    SHOW("\x41" "1"[1]);
    SHOW("abc\0def"[4]);
    SHOW(sizeof "abc\0def");
    SHOW("\1234"[1]);
    SHOW((unsigned char)"é"[0]);
    SHOW((unsigned char)"\u00e9"[1]);
    SHOW(sizeof "\U0001F600");
    SHOW(L"aé€😀"[3]);
    SHOW(sizeof L"aé€😀");
    SHOW(sizeof u"aé€😀");
    SHOW(u"😀"[0]);
    SHOW(u"😀"[1]);
    SHOW(sizeof U"aé€😀");
    SHOW(sizeof u8"é");
    SHOW(sizeof (L"a" "b"));
    SHOW(*"text" + 3["text"]);
    SHOW(sizeof "line \
continued");
    SHOW(&"abc"[1] - "abc" == 1 || 1);
    const char *p = "one" "\n" "two\n";
    put(p);
    put("tab\there\n");
    SHOW(sizeof __func__);
    put(__func__); put("\n"); put(__FUNCTION__); put("\n");
    return 0;
}
