/* A compiled regular expression: a tree of what was written and the program made from it. The program says quickly where
   the longest match is; the tree then says how the groups share it. */
#ifndef INTERNAL_REGEX_H
#define INTERNAL_REGEX_H

#include <regex.h>

enum {
    /* A part of the tree; CHAIN and CHOICE have a list of children, REPEAT and GROUP have one. */
    NODE_EMPTY, NODE_BYTE, NODE_SET, NODE_PLACE, NODE_SAME, NODE_CHAIN, NODE_CHOICE, NODE_REPEAT, NODE_GROUP
};

enum { REPEAT_UNLIMITED = -1 };

/* Conditions on the place between two characters. */
enum { PLACE_LINE_START, PLACE_LINE_END, PLACE_TEXT_START, PLACE_TEXT_END, PLACE_WORD_START, PLACE_WORD_END, PLACE_WORD_EDGE,
       PLACE_NO_EDGE };

struct __pattern_node {
    unsigned char kind;
    unsigned char has_groups;
    /* The character, the number of a set, the place, the number of a group, or the least number of times. */
    int value;
    int most;
    int child;
    int next;
    /* Its instructions, or those of its last copy if it stands in a repetition. */
    int low;
    int high;
    /* Where the chain that it stands in keeps what it needs to know about it. */
    int row;
};

enum { STEP_BYTE, STEP_SET, STEP_PLACE, STEP_SAME, STEP_SAVE, STEP_JUMP, STEP_FORK };

/* An instruction; all but jumps go on with the one behind them. A fork goes on there or at `other`, preferably not there if
   the repetition is over. */
struct __pattern_step {
    unsigned char kind;
    int value;
    int other;
};

struct __pattern_thread {
    int step;
    long start;
};

/* What a set has beyond its first 32 bytes: ranges of characters, and classes as bits. */
struct __pattern_more {
    int opposite, first_range, range_count;
    unsigned int classes;
};

struct __pattern_range {
    int first, last;
};

struct __pattern {
    struct __pattern_node *nodes;
    struct __pattern_step *steps;
    unsigned char (*sets)[32];
    struct __pattern_more *more;
    struct __pattern_range *ranges;
    int node_count, node_room, step_count, step_room, set_count, set_room, range_count, range_room;
    /* Characters below are in the sets' bits: 256 where characters are bytes, 128 in UTF-8. */
    int limit;
    int root;
    int group_count;
    int flags;
    /* Bit g: a \g stands somewhere. */
    unsigned int same_groups;
    /* What a match can begin with, unless it can be empty. */
    unsigned char first[32];
    unsigned char first_known;
    unsigned char at_start_only;
    /* The jumps that lead to a step: the first one, and from one to the next (2 * step, + 1 for the other way of a fork). */
    int *jumps_here;
    int *next_jump;
    /* Room for the search. */
    struct __pattern_thread *threads, *next_threads;
    int *pending;
    int *row_of;
    unsigned long *seen;
    unsigned long generation;
};

#define PATTERN_HAS(set, byte) ((set)[(byte) >> 3] >> ((byte) & 7) & 1)
/* Is the character in the set of this number? Can a match begin with it? */
#define PATTERN_IN(pattern, number, c) \
    ((c) < (pattern)->limit ? PATTERN_HAS((pattern)->sets[number], c) : __pattern_beyond(pattern, number, c))
#define PATTERN_BEGINS(pattern, c) ((c) >= (pattern)->limit || PATTERN_HAS((pattern)->first, c))

/* Bytes that are no UTF-8 count as characters from here on, which are in no set. */
enum { PATTERN_NO_CHARACTER = 0x110000 };

int __pattern_beyond(const struct __pattern *pattern, int set, int c);
int __pattern_decode(const unsigned char *text, const unsigned char *end, int *size);
int __pattern_is_word(const struct __pattern *pattern, int c);
int __pattern_parse(struct __pattern *pattern, const char *text);
int __pattern_emit(struct __pattern *pattern);
struct __pattern_subject;
/* The groups of a match from `start` to `end`. */
int __pattern_groups(struct __pattern_subject *subject, long start, long end);
/* The whole search, for expressions with \1. */
int __pattern_backtrack(struct __pattern_subject *subject, long from);
/* Does a place have the property? */
int __pattern_place(const struct __pattern_subject *subject, int place, long position);

/* A text that is searched. */
struct __pattern_subject {
    struct __pattern *pattern;
    const unsigned char *text;
    long end;
    int flags;
    regmatch_t *matches;
    size_t count;
};

/* The character at a position before the end, and how many bytes it has. */
#define PATTERN_AT(subject, position, size) \
    ((subject)->text[position] < (subject)->pattern->limit ? (*(size) = 1, (int)(subject)->text[position]) \
        : __pattern_decode((subject)->text + (position), (subject)->text + (subject)->end, size))
/* The one before a position, which is not the beginning. */
int __pattern_before(const struct __pattern_subject *subject, long position, int *size);

#endif
