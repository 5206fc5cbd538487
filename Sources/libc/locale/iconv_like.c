#include "../internal/iconv.h"

static const struct {
    unsigned int character;
    const char *text;
} iconv_marks[] = {
    { 0xa0, " " }, { 0xa1, "!" }, { 0xa2, "c" }, { 0xa3, "GBP" }, { 0xa5, "JPY" }, { 0xa6, "|" }, { 0xa9, "(C)" },
    { 0xaa, "a" }, { 0xab, "<<" }, { 0xac, "!" }, { 0xad, "-" }, { 0xae, "(R)" }, { 0xb1, "+-" }, { 0xb2, "2" },
    { 0xb3, "3" }, { 0xb4, "'" }, { 0xb5, "u" }, { 0xb7, "." }, { 0xb8, "," }, { 0xb9, "1" }, { 0xba, "o" }, { 0xbb, ">>" },
    { 0xbc, " 1/4 " }, { 0xbd, " 1/2 " }, { 0xbe, " 3/4 " }, { 0xc6, "AE" }, { 0xd7, "x" }, { 0xde, "TH" }, { 0xdf, "ss" },
    { 0xe6, "ae" }, { 0xf7, "/" }, { 0xfe, "th" },
    { 0x132, "IJ" }, { 0x133, "ij" }, { 0x149, "'n" }, { 0x152, "OE" }, { 0x153, "oe" }, { 0x17f, "s" }, { 0x2bc, "'" },
    { 0x2002, " " }, { 0x2003, " " }, { 0x2009, " " }, { 0x200b, "" }, { 0x2010, "-" }, { 0x2011, "-" }, { 0x2012, "-" }, { 0x2013, "-" },
    { 0x2014, "-" }, { 0x2015, "-" }, { 0x2018, "'" }, { 0x2019, "'" }, { 0x201a, "," }, { 0x201b, "'" }, { 0x201c, "\"" }, { 0x201d, "\"" },
    { 0x201e, ",," }, { 0x201f, "\"" }, { 0x2020, "+" }, { 0x2022, "o" }, { 0x2024, "." }, { 0x2025, ".." }, { 0x2026, "..." },
    { 0x202f, " " }, { 0x2039, "<" }, { 0x203a, ">" }, { 0x2044, "/" }, { 0x20a8, "Rs" }, { 0x20ac, "EUR" }, { 0x2122, "TM" },
    { 0x2190, "<-" }, { 0x2192, "->" }, { 0x21d0, "<=" }, { 0x21d2, "=>" }, { 0x2212, "-" }, { 0x2215, "/" }, { 0x2216, "\\" },
    { 0x2217, "*" }, { 0x2223, "|" }, { 0x2236, ":" }, { 0x223c, "~" }, { 0x2264, "<=" }, { 0x2265, ">=" }, { 0xfb00, "ff" },
    { 0xfb01, "fi" }, { 0xfb02, "fl" }, { 0xfeff, "" }
};

/* Letters from 0xc0 to 0x17f without their marks, 32 a row; '?' for those that are no such letters. */
static const char iconv_letters[] =
    "AAAAAA?CEEEEIIIIDNOOOOO?OUUUUY??"
    "aaaaaa?ceeeeiiiidnooooo?ouuuuy?y"
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg"
    "GgGgHhHhIiIiIiIiIi??JjKkqLlLlLlL"
    "lLlNnNnNn?NnOoOoOo??RrRrRrSsSsSs"
    "SsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz?";

const char *__iconv_like(unsigned int c, char *letter)
{
    unsigned int index;

    for (index = 0; index < sizeof iconv_marks / sizeof iconv_marks[0]; index++)
        if (iconv_marks[index].character == c)
            return iconv_marks[index].text;
    letter[0] = c - 0xc0 < sizeof iconv_letters - 1 ? iconv_letters[c - 0xc0] : '?';
    letter[1] = 0;
    return letter;
}
