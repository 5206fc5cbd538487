/* Classes and cases are Unicode's in UTF-8 locales, ASCII's in C. */
#ifndef _MINICC_LIBC_WCTYPE_H
#define _MINICC_LIBC_WCTYPE_H

#include <features.h>
#include <bits/wint_t.h>

#ifndef WEOF
#define WEOF 0xffffffffU
#endif

typedef unsigned long wctype_t;
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

#ifdef __POSIX_VISIBLE
#include <bits/locale_t.h>

int iswalnum_l(wint_t wide, locale_t locale);
int iswalpha_l(wint_t wide, locale_t locale);
int iswblank_l(wint_t wide, locale_t locale);
int iswcntrl_l(wint_t wide, locale_t locale);
int iswdigit_l(wint_t wide, locale_t locale);
int iswgraph_l(wint_t wide, locale_t locale);
int iswlower_l(wint_t wide, locale_t locale);
int iswprint_l(wint_t wide, locale_t locale);
int iswpunct_l(wint_t wide, locale_t locale);
int iswspace_l(wint_t wide, locale_t locale);
int iswupper_l(wint_t wide, locale_t locale);
int iswxdigit_l(wint_t wide, locale_t locale);
wint_t towlower_l(wint_t wide, locale_t locale);
wint_t towupper_l(wint_t wide, locale_t locale);
wctype_t wctype_l(const char *name, locale_t locale);
int iswctype_l(wint_t wide, wctype_t type, locale_t locale);
wctrans_t wctrans_l(const char *name, locale_t locale);
wint_t towctrans_l(wint_t wide, wctrans_t mapping, locale_t locale);
#endif

#endif
