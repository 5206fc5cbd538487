#include <string.h>
#include "../internal/names.h"
#include "../internal/regex.h"

/* Where the leftmost longest match is: all ways through the program at once, so the time is at most the program's length
   times the text's. Each way knows where it began; ways that began earlier come first. */

int __pattern_place(const struct __pattern_subject *subject, int place, long position)
{
    int newline = subject->pattern->flags & REG_NEWLINE;
    int before, after, size;

    switch (place) {
    case PLACE_LINE_START:
        return position == 0 ? !(subject->flags & REG_NOTBOL) : newline && subject->text[position - 1] == '\n';
    case PLACE_LINE_END:
        if (position == subject->end) return !(subject->flags & REG_NOTEOL);
        return newline && subject->text[position] == '\n';
    case PLACE_TEXT_START: return position == 0;
    case PLACE_TEXT_END: return position == subject->end;
    default: break;
    }
    before = position > 0 && __pattern_is_word(subject->pattern, __pattern_before(subject, position, &size));
    after = position < subject->end && __pattern_is_word(subject->pattern, PATTERN_AT(subject, position, &size));
    switch (place) {
    case PLACE_WORD_START: return !before && after;
    case PLACE_WORD_END: return before && !after;
    case PLACE_WORD_EDGE: return before != after;
    default: return before == after;
    }
}

/* Adds the thread and all that it comes to without reading. */
static int add_pattern_thread(const struct __pattern_subject *subject, struct __pattern_thread *threads, int count, int step,
                              long start, long position)
{
    struct __pattern *pattern = subject->pattern;
    int pending = 0;

    pattern->pending[pending++] = step;
    while (pending > 0) {
        const struct __pattern_step *at;

        step = pattern->pending[--pending];
        if (pattern->seen[step] == pattern->generation) continue;
        pattern->seen[step] = pattern->generation;
        at = &pattern->steps[step];
        if (step == pattern->step_count || at->kind == STEP_BYTE || at->kind == STEP_SET) {
            threads[count].step = step;
            threads[count++].start = start;
        } else if (at->kind == STEP_JUMP) {
            pattern->pending[pending++] = at->value;
        } else if (at->kind == STEP_FORK) {
            pattern->pending[pending++] = at->other;
            pattern->pending[pending++] = at->value;
        } else if (at->kind == STEP_SAVE || __pattern_place(subject, at->value, position)) {
            pattern->pending[pending++] = step + 1;
        }
    }
    return count;
}

/* Gives where the match starts and ends; if `any`, it need not be the longest. */
static int search_pattern(const struct __pattern_subject *subject, long from, int any, long *start, long *end)
{
    struct __pattern *pattern = subject->pattern;
    struct __pattern_thread *threads = pattern->threads, *next = pattern->next_threads, *swap;
    int count = 0, next_count, i, c = 0, size = 1;
    long position;

    *start = *end = -1;
    for (position = from;; position += size) {
        if (*start < 0) {
            if (count == 0) {
                if (pattern->at_start_only && position > 0) break;
                if (pattern->first_known)
                    while (position < subject->end && !PATTERN_BEGINS(pattern, subject->text[position])) position++;
                pattern->generation++;
            }
            count = add_pattern_thread(subject, threads, count, 0, position, position);
        } else if (count == 0) {
            break;
        }
        if (position < subject->end) c = PATTERN_AT(subject, position, &size);
        /* What is seen at the next position is marked while this one's threads are read. */
        pattern->generation++;
        next_count = 0;
        for (i = 0; i < count; i++) {
            const struct __pattern_step *at = &pattern->steps[threads[i].step];

            if (*start >= 0 && threads[i].start > *start) break;
            if (threads[i].step == pattern->step_count) {
                *start = threads[i].start;
                *end = position;
                if (any) return 0;
            } else if (position < subject->end
                       && (at->kind == STEP_BYTE ? at->value == c : PATTERN_IN(pattern, at->value, c))) {
                next_count = add_pattern_thread(subject, next, next_count, threads[i].step + 1, threads[i].start, position + size);
            }
        }
        if (position == subject->end) break;
        swap = threads;
        threads = next;
        next = swap;
        count = next_count;
    }
    return *start < 0 ? REG_NOMATCH : 0;
}

int __regexec(const regex_t *regex, const char *text, size_t count, regmatch_t matches[], int flags)
{
    struct __pattern_subject subject;
    struct __pattern *pattern = regex->__pattern;
    long from = 0, start, end;
    size_t i;
    int error;

    if (!pattern) return REG_BADPAT;
    subject.pattern = pattern;
    subject.text = (const unsigned char *)text;
    subject.flags = flags;
    if (flags & REG_STARTEND) {
        from = matches[0].rm_so;
        subject.end = matches[0].rm_eo;
    } else {
        subject.end = (long)strlen(text);
    }
    if (pattern->flags & REG_NOSUB) count = 0;
    subject.matches = matches;
    subject.count = count;
    if (pattern->same_groups) return __pattern_backtrack(&subject, from);
    if ((error = search_pattern(&subject, from, count == 0, &start, &end)) != 0) return error;
    if (count == 0) return 0;
    for (i = 0; i < count; i++) matches[i].rm_so = matches[i].rm_eo = -1;
    matches[0].rm_so = start;
    matches[0].rm_eo = end;
    return count > 1 && regex->re_nsub > 0 ? __pattern_groups(&subject, start, end) : 0;
}
PUBLIC_NAME(regexec);
