/* Catalogues of messages: there are none, and catopen says so. */
#ifndef _MINICC_LIBC_NL_TYPES_H
#define _MINICC_LIBC_NL_TYPES_H

#define NL_SETD 1
#define NL_CAT_LOCALE 1

typedef void *nl_catd;
typedef int nl_item;

nl_catd catopen(const char *name, int flags);
char *catgets(nl_catd catalogue, int set, int message, const char *text);
int catclose(nl_catd catalogue);

#endif
