#include <stdlib.h>
#include <string.h>
#include "../internal/regex.h"

/* From tree to program. A repetition has as many copies of its part as it needs; all copies of a part are equally long. */

enum { PATTERN_LONGEST = 1 << 18 };

static int emit_pattern_step(struct __pattern *pattern, int kind, int value)
{
    struct __pattern_step *step;

    if (pattern->step_count == pattern->step_room) {
        int room = 2 * pattern->step_room + 32;
        struct __pattern_step *steps;

        if (room > PATTERN_LONGEST) return -1;
        steps = realloc(pattern->steps, (size_t)room * sizeof *steps);
        if (!steps) return -1;
        pattern->steps = steps;
        pattern->step_room = room;
    }
    step = &pattern->steps[pattern->step_count];
    step->kind = (unsigned char)kind;
    step->value = value;
    step->other = -1;
    return pattern->step_count++;
}

static int emit_pattern_node(struct __pattern *pattern, int node);

static int emit_pattern_repeat(struct __pattern *pattern, const struct __pattern_node *repeat)
{
    int chain = -1, i, fork;

    for (i = 0; i < repeat->value; i++)
        if (emit_pattern_node(pattern, repeat->child)) return -1;
    if (repeat->most == REPEAT_UNLIMITED) {
        if ((fork = emit_pattern_step(pattern, STEP_FORK, 0)) < 0 || emit_pattern_node(pattern, repeat->child)
            || emit_pattern_step(pattern, STEP_JUMP, fork) < 0)
            return -1;
        pattern->steps[fork].value = fork + 1;
        pattern->steps[fork].other = pattern->step_count;
        return 0;
    }
    /* The forks that may end the repetition are chained until its end is known. */
    for (; i < repeat->most; i++) {
        if ((fork = emit_pattern_step(pattern, STEP_FORK, 0)) < 0) return -1;
        pattern->steps[fork].value = fork + 1;
        pattern->steps[fork].other = chain;
        chain = fork;
        if (emit_pattern_node(pattern, repeat->child)) return -1;
    }
    while (chain >= 0) {
        fork = pattern->steps[chain].other;
        pattern->steps[chain].other = pattern->step_count;
        chain = fork;
    }
    return 0;
}

static int emit_pattern_choice(struct __pattern *pattern, int child)
{
    int chain = -1, fork, jump;

    for (; child >= 0; child = pattern->nodes[child].next) {
        int last = pattern->nodes[child].next < 0;

        fork = last ? 0 : emit_pattern_step(pattern, STEP_FORK, 0);
        if (fork < 0 || emit_pattern_node(pattern, child)) return -1;
        if (last) break;
        if ((jump = emit_pattern_step(pattern, STEP_JUMP, chain)) < 0) return -1;
        chain = jump;
        pattern->steps[fork].value = fork + 1;
        pattern->steps[fork].other = pattern->step_count;
    }
    while (chain >= 0) {
        jump = pattern->steps[chain].value;
        pattern->steps[chain].value = pattern->step_count;
        chain = jump;
    }
    return 0;
}

static int emit_pattern_node(struct __pattern *pattern, int number)
{
    struct __pattern_node *node = &pattern->nodes[number];
    int failed = 0, child;

    node->low = pattern->step_count;
    switch (node->kind) {
    case NODE_BYTE: failed = emit_pattern_step(pattern, STEP_BYTE, node->value) < 0; break;
    case NODE_SET: failed = emit_pattern_step(pattern, STEP_SET, node->value) < 0; break;
    case NODE_PLACE: failed = emit_pattern_step(pattern, STEP_PLACE, node->value) < 0; break;
    case NODE_SAME: failed = emit_pattern_step(pattern, STEP_SAME, node->value) < 0; break;
    case NODE_CHAIN:
        for (child = node->child; child >= 0 && !failed; child = pattern->nodes[child].next)
            failed = emit_pattern_node(pattern, child);
        break;
    case NODE_CHOICE: failed = emit_pattern_choice(pattern, node->child); break;
    case NODE_REPEAT: failed = emit_pattern_repeat(pattern, node); break;
    case NODE_GROUP:
        /* Only the search that goes back needs to know groups while it runs. */
        failed = (pattern->same_groups && emit_pattern_step(pattern, STEP_SAVE, 2 * node->value) < 0)
                 || emit_pattern_node(pattern, node->child)
                 || (pattern->same_groups && emit_pattern_step(pattern, STEP_SAVE, 2 * node->value + 1) < 0);
        break;
    default: break;
    }
    node->high = pattern->step_count;
    return failed;
}

static void link_pattern_jump(struct __pattern *pattern, int edge, int target)
{
    pattern->next_jump[edge] = pattern->jumps_here[target];
    pattern->jumps_here[target] = edge;
}

/* What a match can begin with: all bytes that can be read before another. */
static void find_pattern_first(struct __pattern *pattern)
{
    int count = 1, i;

    pattern->first_known = 1;
    pattern->generation++;
    pattern->pending[0] = 0;
    while (count > 0) {
        int at = pattern->pending[--count];
        const struct __pattern_step *step = &pattern->steps[at];

        if (pattern->seen[at] == pattern->generation) continue;
        pattern->seen[at] = pattern->generation;
        if (at == pattern->step_count || step->kind == STEP_SAME) {
            pattern->first_known = 0;
            return;
        }
        switch (step->kind) {
        case STEP_BYTE:
            if (step->value < pattern->limit) pattern->first[step->value >> 3] |= (unsigned char)(1 << (step->value & 7));
            break;
        case STEP_SET:
            for (i = 0; i < 32; i++) pattern->first[i] |= pattern->sets[step->value][i];
            break;
        case STEP_JUMP: pattern->pending[count++] = step->value; break;
        case STEP_FORK:
            pattern->pending[count++] = step->value;
            pattern->pending[count++] = step->other;
            break;
        default: pattern->pending[count++] = at + 1; break;
        }
    }
}

int __pattern_emit(struct __pattern *pattern)
{
    size_t places;
    int i;

    if (emit_pattern_node(pattern, pattern->root)) return REG_ESPACE;
    places = (size_t)pattern->step_count + 1;
    pattern->jumps_here = malloc(places * sizeof(int));
    pattern->next_jump = malloc(2 * places * sizeof(int));
    pattern->threads = malloc(places * sizeof *pattern->threads);
    pattern->next_threads = malloc(places * sizeof *pattern->threads);
    pattern->pending = malloc(2 * places * sizeof(int));
    pattern->row_of = malloc(places * sizeof(int));
    pattern->seen = calloc(places, sizeof(unsigned long));
    if (!pattern->jumps_here || !pattern->next_jump || !pattern->threads || !pattern->next_threads || !pattern->pending
        || !pattern->row_of || !pattern->seen)
        return REG_ESPACE;
    for (i = 0; i <= pattern->step_count; i++) pattern->jumps_here[i] = pattern->row_of[i] = -1;
    for (i = 0; i < pattern->step_count; i++) {
        const struct __pattern_step *step = &pattern->steps[i];

        if (step->kind == STEP_JUMP || step->kind == STEP_FORK) link_pattern_jump(pattern, 2 * i, step->value);
        if (step->kind == STEP_FORK) link_pattern_jump(pattern, 2 * i + 1, step->other);
    }
    pattern->at_start_only = pattern->steps && pattern->step_count > 0 && pattern->steps[0].kind == STEP_PLACE
                             && (pattern->steps[0].value == PLACE_TEXT_START
                                 || (pattern->steps[0].value == PLACE_LINE_START && !(pattern->flags & REG_NEWLINE)));
    find_pattern_first(pattern);
    return 0;
}
