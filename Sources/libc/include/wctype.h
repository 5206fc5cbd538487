/* The letters known here are those of ASCII and Latin-1, Greek and Cyrillic. */
#ifndef _WCTYPE_H
#define _WCTYPE_H

#include <bits/wint_t.h>

#ifndef WEOF
#define WEOF 0xffffffffU
#endif

typedef int wctype_t;
typedef int wctrans_t;

int iswalnum(wint_t wide);
int iswalpha(wint_t wide);
int iswblank(wint_t wide);
int iswcntrl(wint_t wide);
int iswdigit(wint_t wide);
int iswgraph(wint_t wide);
int iswlower(wint_t wide);
int iswprint(wint_t wide);
int iswpunct(wint_t wide);
int iswspace(wint_t wide);
int iswupper(wint_t wide);
int iswxdigit(wint_t wide);
wint_t towlower(wint_t wide);
wint_t towupper(wint_t wide);
wctype_t wctype(const char *name);
int iswctype(wint_t wide, wctype_t type);
wctrans_t wctrans(const char *name);
wint_t towctrans(wint_t wide, wctrans_t mapping);

#endif
