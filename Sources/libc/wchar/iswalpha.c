#include <ctype.h>
#include <wctype.h>

int iswalpha(wint_t wide)
{
    if (wide < 128)
        return isalpha((int)wide);
    return wide == 0xaa || wide == 0xb5 || wide == 0xba
        || (wide >= 0xc0 && wide <= 0x24f && wide != 0xd7 && wide != 0xf7)
        || (wide >= 0x386 && wide <= 0x3ff && wide != 0x387)
        || (wide >= 0x400 && wide <= 0x481) || (wide >= 0x48a && wide <= 0x52f)
        || (wide >= 0x4e00 && wide <= 0x9fff) || (wide >= 0x3041 && wide <= 0x30ff)
        || (wide >= 0xac00 && wide <= 0xd7a3);
}

int iswdigit(wint_t wide)
{
    return wide - '0' < 10;
}

int iswxdigit(wint_t wide)
{
    return wide < 128 && isxdigit((int)wide);
}

int iswalnum(wint_t wide)
{
    return iswdigit(wide) || iswalpha(wide);
}

int iswblank(wint_t wide)
{
    return wide == ' ' || wide == '\t' || wide == 0x3000;
}

int iswspace(wint_t wide)
{
    return wide == ' ' || wide - '\t' < 5 || wide == 0x1680 || (wide >= 0x2000 && wide <= 0x200a && wide != 0x2007)
        || wide == 0x2028 || wide == 0x2029 || wide == 0x205f || wide == 0x3000;
}

int iswcntrl(wint_t wide)
{
    return wide < 32 || (wide >= 0x7f && wide < 0xa0) || wide == 0x2028 || wide == 0x2029;
}

int iswprint(wint_t wide)
{
    return !iswcntrl(wide) && wide <= 0x10ffff && (wide < 0xd800 || wide > 0xdfff);
}

int iswgraph(wint_t wide)
{
    return iswprint(wide) && !iswspace(wide);
}

int iswlower(wint_t wide)
{
    return towupper(wide) != wide || wide == 0xdf;
}

int iswupper(wint_t wide)
{
    return towlower(wide) != wide;
}

int iswpunct(wint_t wide)
{
    return iswgraph(wide) && !iswalnum(wide);
}
