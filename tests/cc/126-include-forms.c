/* #include through macros and more than once. */
#define HEADER "show.h"
#include HEADER
#define TWICE
#define PART(n) put("part " #n "\n")
#include "126-include-forms.part.h"
#include "126-include-forms.part.h"
#undef TWICE
#define NAME(x) #x
#include NAME(126-include-forms.part.h)

int main(void) {
    SHOW(part_count());
    return 0;
}
