/* File-scope asm whose text only fills the section .comment (mksh, the BSDs' __IDSTRING) is dropped. */
#include "show.h"

__asm__(".section .comment"
        "\n\t.ascii\t\"@(\"\"#)rcsid: \""
        "\n\t.asciz\t\"$Id: main.c; 1.1 $\""
        "\n\t.previous");
asm(".ident \"main 1.1\"");

int main(void) {
    SHOW(1);
    return 0;
}
