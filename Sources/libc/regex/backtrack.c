#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/regex.h"

/* Expressions with \1 need to know the groups while they match: one way after the other, the longest first, and from each
   step, position and content of the groups that are asked for only once. Of equally long matches the first one stands. */

enum { BACKTRACK_MOST_WORDS = 1 << 24 };

struct pattern_try {
    /* A step and a position to go on at; or minus a slot minus one, and what it held. */
    int step;
    long position;
};

struct pattern_tries {
    struct __pattern_subject *subject;
    struct pattern_try *stack;
    size_t depth, room;
    /* What was tried: keys one behind the other, and a table of their places. */
    long *keys;
    size_t key_count, key_room, key_size;
    unsigned int *table;
    size_t table_size;
    long *slots, *best;
    size_t slot_count;
    long best_end;
};

static int push_pattern_try(struct pattern_tries *tries, int step, long position)
{
    if (tries->depth == tries->room) {
        size_t room = 2 * tries->room + 64;
        struct pattern_try *stack = realloc(tries->stack, room * sizeof *stack);

        if (!stack) return -1;
        tries->stack = stack;
        tries->room = room;
    }
    tries->stack[tries->depth].step = step;
    tries->stack[tries->depth++].position = position;
    return 0;
}

static size_t hash_pattern_key(const struct pattern_tries *tries, const long *key)
{
    unsigned long hash = 0;
    size_t i;

    for (i = 0; i < tries->key_size; i++) hash = (hash ^ (unsigned long)key[i]) * 0x9e3779b97f4a7c15;
    return (size_t)(hash >> 32) & (tries->table_size - 1);
}

static int grow_pattern_table(struct pattern_tries *tries)
{
    size_t i, size = tries->table_size ? 2 * tries->table_size : 256;
    unsigned int *table = calloc(size, sizeof *table);

    if (!table) return -1;
    free(tries->table);
    tries->table = table;
    tries->table_size = size;
    for (i = 0; i < tries->key_count; i++) {
        size_t at = hash_pattern_key(tries, tries->keys + i * tries->key_size);

        while (table[at]) at = (at + 1) & (size - 1);
        table[at] = (unsigned int)i + 1;
    }
    return 0;
}

/* 1 the first time, 0 later, -1 without memory. */
static int is_new_pattern_try(struct pattern_tries *tries, int step, long position)
{
    const struct __pattern *pattern = tries->subject->pattern;
    size_t at, size = 0;
    long *key;
    int group;

    if (2 * tries->key_count >= tries->table_size && grow_pattern_table(tries)) return -1;
    if ((tries->key_count + 1) * tries->key_size > tries->key_room) {
        size_t room = 2 * tries->key_room + 1024;

        if (room > BACKTRACK_MOST_WORDS || !(key = realloc(tries->keys, room * sizeof *key))) return -1;
        tries->keys = key;
        tries->key_room = room;
    }
    key = tries->keys + tries->key_count * tries->key_size;
    key[size++] = step;
    key[size++] = position;
    for (group = 1; group < 10; group++)
        if (pattern->same_groups >> group & 1) {
            key[size++] = tries->slots[2 * group];
            key[size++] = tries->slots[2 * group + 1];
        }
    for (at = hash_pattern_key(tries, key); tries->table[at]; at = (at + 1) & (tries->table_size - 1))
        if (memcmp(tries->keys + (tries->table[at] - 1) * size, key, size * sizeof *key) == 0) return 0;
    tries->table[at] = (unsigned int)++tries->key_count;
    return 1;
}

/* How many bytes the text at the position has in common with the group; -1 if it differs. */
static long same_as_pattern_group(const struct pattern_tries *tries, int group, long position)
{
    const struct __pattern_subject *subject = tries->subject;
    long start = tries->slots[2 * group], length = tries->slots[2 * group + 1] - start, i;

    if (start < 0 || length < 0 || length > subject->end - position) return -1;
    for (i = 0; i < length; i++) {
        int one = subject->text[start + i], two = subject->text[position + i];

        if (one != two && (!(subject->pattern->flags & REG_ICASE) || tolower(one) != tolower(two))) return -1;
    }
    return length;
}

/* Follows one way until it fails or comes to the end of the program. */
static int follow_pattern(struct pattern_tries *tries, int step, long position)
{
    const struct __pattern_subject *subject = tries->subject;
    const struct __pattern *pattern = subject->pattern;
    long length;
    int c = 0, size = 0;

    for (;;) {
        const struct __pattern_step *at = &pattern->steps[step];
        int fresh;

        if (step == pattern->step_count) {
            if (position > tries->best_end) {
                tries->best_end = position;
                memcpy(tries->best, tries->slots, tries->slot_count * sizeof(long));
            }
            return 0;
        }
        step++;
        if (at->kind == STEP_BYTE || at->kind == STEP_SET) {
            if (position == subject->end) return 0;
            c = PATTERN_AT(subject, position, &size);
        }
        switch (at->kind) {
        case STEP_BYTE:
            if (c != at->value) return 0;
            position += size;
            break;
        case STEP_SET:
            if (!PATTERN_IN(pattern, at->value, c)) return 0;
            position += size;
            break;
        case STEP_PLACE:
            if (!__pattern_place(subject, at->value, position)) return 0;
            break;
        case STEP_SAME:
            if ((length = same_as_pattern_group(tries, at->value, position)) < 0) return 0;
            position += length;
            break;
        case STEP_SAVE:
            if (push_pattern_try(tries, -at->value - 1, tries->slots[at->value])) return -1;
            tries->slots[at->value] = position;
            break;
        case STEP_JUMP: step = at->value; break;
        default:
            if ((fresh = is_new_pattern_try(tries, step - 1, position)) <= 0) return fresh;
            if (push_pattern_try(tries, at->other, position)) return -1;
            step = at->value;
            break;
        }
    }
}

static int match_pattern_from(struct pattern_tries *tries, long start)
{
    size_t i;

    for (i = 0; i < tries->slot_count; i++) tries->slots[i] = -1;
    tries->key_count = 0;
    if (tries->table_size) memset(tries->table, 0, tries->table_size * sizeof *tries->table);
    tries->depth = 0;
    if (push_pattern_try(tries, 0, start)) return -1;
    while (tries->depth > 0 && tries->best_end < tries->subject->end) {
        struct pattern_try next = tries->stack[--tries->depth];

        if (next.step < 0) tries->slots[-next.step - 1] = next.position;
        else if (follow_pattern(tries, next.step, next.position)) return -1;
    }
    return 0;
}

int __pattern_backtrack(struct __pattern_subject *subject, long from)
{
    const struct __pattern *pattern = subject->pattern;
    struct pattern_tries tries;
    int error = REG_NOMATCH, group, size = 1;
    size_t i;
    long start;

    memset(&tries, 0, sizeof tries);
    tries.subject = subject;
    tries.best_end = -1;
    tries.key_size = 2;
    for (group = 1; group < 10; group++)
        if (pattern->same_groups >> group & 1) tries.key_size += 2;
    tries.slot_count = 2 * (size_t)pattern->group_count + 2;
    tries.slots = malloc(2 * tries.slot_count * sizeof(long));
    if (!tries.slots) return REG_ESPACE;
    tries.best = tries.slots + tries.slot_count;
    for (start = from; start <= subject->end; start += size) {
        if (pattern->first_known) {
            while (start < subject->end && !PATTERN_BEGINS(pattern, subject->text[start])) start++;
            if (start == subject->end) break;
        }
        if (match_pattern_from(&tries, start)) error = REG_ESPACE;
        else if (tries.best_end >= 0) error = 0;
        if (error != REG_NOMATCH || pattern->at_start_only) break;
        if (start < subject->end) (void)PATTERN_AT(subject, start, &size);
    }
    if (!error && subject->count > 0) {
        tries.best[0] = start;
        tries.best[1] = tries.best_end;
        for (i = 0; i < subject->count; i++) {
            int known = 2 * i + 1 < tries.slot_count && tries.best[2 * i + 1] >= 0;

            subject->matches[i].rm_so = known ? tries.best[2 * i] : -1;
            subject->matches[i].rm_eo = known ? tries.best[2 * i + 1] : -1;
        }
    }
    free(tries.slots);
    free(tries.stack);
    free(tries.keys);
    free(tries.table);
    return error;
}
