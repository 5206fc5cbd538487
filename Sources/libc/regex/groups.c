#include <stdlib.h>
#include <string.h>
#include "../internal/regex.h"

/* How the groups share a match whose two ends are known. A part of the tree and the text that it matches go down the tree:
   in a chain, each part takes as much as leaves the rest a match, and so does each time of a repetition. What leaves the rest a
   match comes from running the program of the whole chain backwards from its end, once. */

/* Bits: from which positions the rest matches up to the end, a row for each part that begins. */
struct pattern_rows {
    unsigned char *bits;
    long start;
    size_t width;
};

static int pattern_reads(const struct __pattern *pattern, int step, int c)
{
    const struct __pattern_step *at = &pattern->steps[step];

    if (at->kind == STEP_BYTE) return at->value == c;
    return at->kind == STEP_SET && PATTERN_IN(pattern, at->value, c);
}

static int can_end_here(const struct pattern_rows *rows, int row, long position)
{
    size_t bit = (size_t)(position - rows->start);

    return rows->bits[(size_t)row * rows->width + (bit >> 3)] >> (bit & 7) & 1;
}

/* Marks a step at a position from which the end can be reached, and all that come to it without reading. The steps in
   `steps` that read are those that the position before has to look at. */
static void mark_pattern_back(const struct __pattern_subject *subject, const struct pattern_rows *rows, int low, int high,
                              int step, long position, int *steps, int *count)
{
    struct __pattern *pattern = subject->pattern;
    size_t bit = (size_t)(position - rows->start);
    int pending = 0, edge;

    pattern->pending[pending++] = step;
    while (pending > 0) {
        step = pattern->pending[--pending];
        if (pattern->seen[step] == pattern->generation) continue;
        pattern->seen[step] = pattern->generation;
        if (pattern->row_of[step] >= 0)
            rows->bits[(size_t)pattern->row_of[step] * rows->width + (bit >> 3)] |= (unsigned char)(1 << (bit & 7));
        for (edge = pattern->jumps_here[step]; edge >= 0; edge = pattern->next_jump[edge])
            if (edge / 2 >= low && edge / 2 < high && pattern->seen[edge / 2] != pattern->generation)
                pattern->pending[pending++] = edge / 2;
        if (step > low) {
            const struct __pattern_step *before = &pattern->steps[step - 1];

            if (before->kind == STEP_BYTE || before->kind == STEP_SET) steps[(*count)++] = step - 1;
            else if (before->kind == STEP_PLACE && __pattern_place(subject, before->value, position))
                pattern->pending[pending++] = step - 1;
        }
    }
}

/* Runs the steps from `low` to before `high` backwards over the text. */
static int run_pattern_back(const struct __pattern_subject *subject, const struct pattern_rows *rows, int low, int high,
                            long start, long end)
{
    struct __pattern *pattern = subject->pattern;
    int *steps = malloc(2 * ((size_t)(high - low) + 1) * sizeof(int)), *before, *swap;
    int count = 0, i, c, size;
    long position = end;

    if (!steps) return REG_ESPACE;
    swap = steps;
    before = steps + (high - low) + 1;
    pattern->generation++;
    mark_pattern_back(subject, rows, low, high, high, end, before, &count);
    while (position > start && count > 0) {
        int *now = before, now_count = count;

        c = __pattern_before(subject, position, &size);
        position -= size;
        before = now == swap ? swap + (high - low) + 1 : swap;
        count = 0;
        pattern->generation++;
        for (i = 0; i < now_count; i++)
            if (pattern_reads(pattern, now[i], c))
                mark_pattern_back(subject, rows, low, high, now[i], position, before, &count);
    }
    free(steps);
    return 0;
}

/* Adds the steps that read and that a way comes to at a position; `ended` says that one came to `high`. */
static int add_pattern_step(const struct __pattern_subject *subject, int high, int step, long position, int *steps, int count,
                            int *ended)
{
    struct __pattern *pattern = subject->pattern;
    int pending = 0;

    pattern->pending[pending++] = step;
    while (pending > 0) {
        const struct __pattern_step *at;

        step = pattern->pending[--pending];
        if (pattern->seen[step] == pattern->generation) continue;
        pattern->seen[step] = pattern->generation;
        if (step == high) {
            *ended = 1;
            continue;
        }
        at = &pattern->steps[step];
        if (at->kind == STEP_BYTE || at->kind == STEP_SET) {
            steps[count++] = step;
        } else if (at->kind == STEP_JUMP) {
            pattern->pending[pending++] = at->value;
        } else if (at->kind == STEP_FORK) {
            pattern->pending[pending++] = at->value;
            pattern->pending[pending++] = at->other;
        } else if (__pattern_place(subject, at->value, position)) {
            pattern->pending[pending++] = step + 1;
        }
    }
    return count;
}

/* The last position not behind `end` up to which the steps match from `start` on and where the row allows it; -1 if there is
   none. A row of -1 allows `end` only. */
static long longest_pattern_part(const struct __pattern_subject *subject, const struct pattern_rows *rows, int row, int low,
                                 int high, long start, long end)
{
    struct __pattern *pattern = subject->pattern;
    int *steps = (int *)(void *)pattern->threads, *next = (int *)(void *)pattern->next_threads;
    int count, next_count, ended = 0, i, c, size;
    long position, longest = -1;

    pattern->generation++;
    count = add_pattern_step(subject, high, low, start, steps, 0, &ended);
    for (position = start;; position += size) {
        int *swap = steps;

        if (ended && (row < 0 ? position == end : can_end_here(rows, row, position))) longest = position;
        if (position == end || count == 0) return longest;
        c = PATTERN_AT(subject, position, &size);
        pattern->generation++;
        ended = next_count = 0;
        for (i = 0; i < count; i++)
            if (pattern_reads(pattern, steps[i], c))
                next_count = add_pattern_step(subject, high, steps[i] + 1, position + size, next, next_count, &ended);
        steps = next;
        next = swap;
        count = next_count;
    }
}

static int open_pattern_rows(struct pattern_rows *rows, int count, long start, long end)
{
    rows->start = start;
    rows->width = (size_t)(end - start) / 8 + 1;
    rows->bits = calloc((size_t)count + 1, rows->width);
    return rows->bits ? 0 : REG_ESPACE;
}

static int share_pattern(struct __pattern_subject *subject, int node, int shift, long start, long end);

static int share_pattern_chain(struct __pattern_subject *subject, const struct __pattern_node *chain, int shift, long start,
                               long end)
{
    struct __pattern *pattern = subject->pattern;
    struct __pattern_node *nodes = pattern->nodes;
    struct pattern_rows rows;
    int child, count = 0, last = -1, error;

    for (child = chain->child; child >= 0; child = nodes[child].next) {
        count++;
        if (nodes[child].has_groups) last = child;
    }
    if (count == 1) return share_pattern(subject, chain->child, shift, start, end);
    if (open_pattern_rows(&rows, count, start, end)) return REG_ESPACE;
    /* Parts without steps share the row of what follows. */
    count = 0;
    for (child = chain->child; child >= 0; child = nodes[child].next) {
        int *row = &pattern->row_of[nodes[child].low + shift];

        if (*row < 0) *row = count++;
        nodes[child].row = *row;
    }
    error = run_pattern_back(subject, &rows, chain->low + shift, chain->high + shift, start, end);
    for (child = chain->child; child >= 0; child = nodes[child].next) pattern->row_of[nodes[child].low + shift] = -1;
    for (child = chain->child; child >= 0 && !error; child = nodes[child].next) {
        const struct __pattern_node *part = &nodes[child];
        long middle = end;
        int size;

        if (part->kind == NODE_BYTE || part->kind == NODE_SET) {
            if (start == end) break;
            (void)PATTERN_AT(subject, start, &size);
            middle = start + size;
        } else if (part->kind == NODE_PLACE) {
            middle = start;
        } else if (part->next >= 0) {
            middle = longest_pattern_part(subject, &rows, nodes[part->next].row, part->low + shift, part->high + shift, start,
                                          end);
        }
        if (middle < 0) break;
        if (part->has_groups) error = share_pattern(subject, child, shift, start, middle);
        if (child == last) break;
        start = middle;
    }
    free(rows.bits);
    return error;
}

/* Where the `time`th copy of a repetition's part begins; before it there may be a fork. */
static int pattern_copy(const struct __pattern_node *repeat, int low, int size, int time)
{
    int extra = time - repeat->value;

    if (extra < 0) return low + time * size;
    return low + repeat->value * size + (repeat->most == REPEAT_UNLIMITED ? 0 : extra * (size + 1));
}

static int share_pattern_repeat(struct __pattern_subject *subject, const struct __pattern_node *repeat, int shift, long start,
                                long end)
{
    struct __pattern *pattern = subject->pattern;
    const struct __pattern_node *part = &pattern->nodes[repeat->child];
    int size = part->high - part->low, low = repeat->low + shift, high = repeat->high + shift;
    int copies = repeat->most == REPEAT_UNLIMITED ? repeat->value + 1 : repeat->most;
    int time, error, copy, last_copy = -1;
    long last_start = start, last_end = start;
    struct pattern_rows rows;

    if (copies == 0) return 0;
    if (size == 0) return share_pattern(subject, repeat->child, low - part->low, start, start);
    if (open_pattern_rows(&rows, copies, start, end)) return REG_ESPACE;
    for (time = 0; time < copies; time++) pattern->row_of[pattern_copy(repeat, low, size, time)] = time;
    error = run_pattern_back(subject, &rows, low, high, start, end);
    for (time = 0; time < copies; time++) pattern->row_of[pattern_copy(repeat, low, size, time)] = -1;
    for (time = 0; !error; time++) {
        int needed = time < repeat->value;
        int next_row = time + 1 < copies ? time + 1 : repeat->most == REPEAT_UNLIMITED ? repeat->value : -1;
        long middle;

        if (time == repeat->most || (!needed && start == end && time > 0)) break;
        copy = pattern_copy(repeat, low, size, time < copies ? time : copies - 1) + !needed;
        middle = longest_pattern_part(subject, &rows, next_row, copy, copy + size, start, end);
        /* Nothing is better than no time at all, but not than one more. */
        if (middle < 0 || (middle == start && !needed && time > 0)) break;
        last_copy = copy;
        last_start = start;
        last_end = middle;
        start = middle;
        if (!needed && middle == end) break;
    }
    if (!error && last_copy >= 0) error = share_pattern(subject, repeat->child, last_copy - part->low, last_start, last_end);
    free(rows.bits);
    return error;
}

/* The node's steps stand `shift` behind where it says: in another copy of a repetition's part. */
static int share_pattern(struct __pattern_subject *subject, int number, int shift, long start, long end)
{
    const struct __pattern_node *node = &subject->pattern->nodes[number];
    int child;

    if (!node->has_groups) return 0;
    switch (node->kind) {
    case NODE_CHAIN: return share_pattern_chain(subject, node, shift, start, end);
    case NODE_REPEAT: return share_pattern_repeat(subject, node, shift, start, end);
    case NODE_CHOICE:
        for (child = node->child; child >= 0; child = subject->pattern->nodes[child].next) {
            const struct __pattern_node *one = &subject->pattern->nodes[child];

            if (longest_pattern_part(subject, NULL, -1, one->low + shift, one->high + shift, start, end) == end)
                return share_pattern(subject, child, shift, start, end);
        }
        return 0;
    default:
        if ((size_t)node->value < subject->count) {
            subject->matches[node->value].rm_so = start;
            subject->matches[node->value].rm_eo = end;
        }
        return share_pattern(subject, node->child, shift, start, end);
    }
}

int __pattern_groups(struct __pattern_subject *subject, long start, long end)
{
    return share_pattern(subject, subject->pattern->root, 0, start, end);
}
