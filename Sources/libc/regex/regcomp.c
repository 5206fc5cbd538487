#include <stdlib.h>
#include "../internal/locale.h"
#include "../internal/names.h"
#include "../internal/regex.h"

void __regfree(regex_t *regex)
{
    struct __pattern *pattern = regex->__pattern;

    regex->__pattern = NULL;
    if (!pattern) return;
    free(pattern->nodes);
    free(pattern->steps);
    free(pattern->sets);
    free(pattern->more);
    free(pattern->ranges);
    free(pattern->jumps_here);
    free(pattern->next_jump);
    free(pattern->threads);
    free(pattern->next_threads);
    free(pattern->pending);
    free(pattern->row_of);
    free(pattern->seen);
    free(pattern);
}
PUBLIC_NAME(regfree);

int __regcomp(regex_t *regex, const char *text, int flags)
{
    struct __pattern *pattern = calloc(1, sizeof *pattern);
    int error;

    regex->__pattern = pattern;
    regex->re_nsub = 0;
    if (!pattern) return REG_ESPACE;
    pattern->flags = flags;
    pattern->limit = __current_locale->utf8 ? 128 : 256;
    error = __pattern_parse(pattern, text);
    if (!error) error = __pattern_emit(pattern);
    if (error) __regfree(regex);
    else regex->re_nsub = (size_t)pattern->group_count;
    return error;
}
PUBLIC_NAME(regcomp);
