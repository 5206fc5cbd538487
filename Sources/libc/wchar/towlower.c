#include <wctype.h>

/* Latin-1, Greek and Cyrillic letters come in pairs 32 (or 80) apart, those of Latin Extended-A next to
   each other. */
wint_t towlower(wint_t wide)
{
    if (wide < 128)
        return wide - 'A' < 26 ? wide + 32 : wide;
    if ((wide >= 0xc0 && wide <= 0xde && wide != 0xd7) || (wide >= 0x391 && wide <= 0x3a9 && wide != 0x3a2)
        || (wide >= 0x410 && wide <= 0x42f))
        return wide + 32;
    if (wide >= 0x400 && wide <= 0x40f)
        return wide + 80;
    if ((wide >= 0x100 && wide <= 0x12f) || (wide >= 0x132 && wide <= 0x137) || (wide >= 0x14a && wide <= 0x177))
        return wide | 1;
    if ((wide >= 0x139 && wide <= 0x148) || (wide >= 0x179 && wide <= 0x17e))
        return wide + (wide & 1);
    return wide;
}

wint_t towupper(wint_t wide)
{
    if (wide < 128)
        return wide - 'a' < 26 ? wide - 32 : wide;
    if ((wide >= 0xe0 && wide <= 0xfe && wide != 0xf7) || (wide >= 0x3b1 && wide <= 0x3c9 && wide != 0x3c2)
        || (wide >= 0x430 && wide <= 0x44f))
        return wide - 32;
    if (wide >= 0x450 && wide <= 0x45f)
        return wide - 80;
    if ((wide >= 0x100 && wide <= 0x12f) || (wide >= 0x132 && wide <= 0x137) || (wide >= 0x14a && wide <= 0x177))
        return wide & ~1u;
    if ((wide >= 0x139 && wide <= 0x148) || (wide >= 0x179 && wide <= 0x17e))
        return wide - !(wide & 1);
    return wide;
}
