#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/regex.h"

/* From text to tree. Functions answer with the number of a node, or minus an error. */

enum { PATTERN_DEEPEST = 500, PATTERN_MOST_REPETITIONS = 20, PATTERN_MOST_TIMES = 32767 };

struct pattern_reader {
    struct __pattern *pattern;
    const unsigned char *at;
    int extended;
    int depth;
    /* Bit g: group g is closed. */
    unsigned int closed;
};

static int add_pattern_node(struct __pattern *pattern, int kind, int value)
{
    struct __pattern_node *node;

    if (pattern->node_count == pattern->node_room) {
        int room = 2 * pattern->node_room + 32;
        struct __pattern_node *nodes = realloc(pattern->nodes, (size_t)room * sizeof *nodes);

        if (!nodes) return -REG_ESPACE;
        pattern->nodes = nodes;
        pattern->node_room = room;
    }
    node = &pattern->nodes[pattern->node_count];
    memset(node, 0, sizeof *node);
    node->kind = (unsigned char)kind;
    node->value = value;
    node->child = node->next = -1;
    return pattern->node_count++;
}

static int add_pattern_parent(struct __pattern *pattern, int kind, int value, int child)
{
    int node = add_pattern_node(pattern, kind, value);

    if (node >= 0) {
        pattern->nodes[node].child = child;
        pattern->nodes[node].has_groups = kind == NODE_GROUP || pattern->nodes[child].has_groups;
    }
    return node;
}

/* A set while it is read. Its ranges are the last ones of the pattern. */
struct pattern_set {
    unsigned char bits[32];
    struct __pattern_more more;
};

static void begin_pattern_set(const struct __pattern *pattern, struct pattern_set *set)
{
    memset(set, 0, sizeof *set);
    set->more.first_range = pattern->range_count;
}

static int add_pattern_set(struct __pattern *pattern, const struct pattern_set *set)
{
    if (pattern->set_count == pattern->set_room) {
        int room = 2 * pattern->set_room + 4;
        unsigned char (*sets)[32] = realloc(pattern->sets, (size_t)room * 32);
        struct __pattern_more *more = sets ? realloc(pattern->more, (size_t)room * sizeof *more) : NULL;

        if (sets) pattern->sets = sets;
        if (!more) return -REG_ESPACE;
        pattern->more = more;
        pattern->set_room = room;
    }
    memcpy(pattern->sets[pattern->set_count], set->bits, 32);
    pattern->more[pattern->set_count] = set->more;
    return add_pattern_node(pattern, NODE_SET, pattern->set_count++);
}

static void put_pattern_byte(unsigned char *set, int byte)
{
    set[byte >> 3] |= (unsigned char)(1 << (byte & 7));
}

/* Characters from first to last: bits up to the limit, beyond it a range. */
static int put_pattern_range(struct __pattern *pattern, struct pattern_set *set, int first, int last)
{
    struct __pattern_range *range;
    int c;

    for (c = first; c <= last && c < pattern->limit; c++) put_pattern_byte(set->bits, c);
    if (last < pattern->limit) return 0;
    if (pattern->range_count == pattern->range_room) {
        int room = 2 * pattern->range_room + 8;
        struct __pattern_range *ranges = realloc(pattern->ranges, (size_t)room * sizeof *ranges);

        if (!ranges) return REG_ESPACE;
        pattern->ranges = ranges;
        pattern->range_room = room;
    }
    range = &pattern->ranges[pattern->range_count++];
    range->first = c;
    range->last = last;
    set->more.range_count++;
    return 0;
}

/* Both cases of what is in the set; then the opposite if that is asked for, with or without line feeds. */
static int finish_pattern_set(struct __pattern *pattern, struct pattern_set *done, int opposite, int lines)
{
    unsigned char *set = done->bits;
    int byte;

    if (pattern->flags & REG_ICASE)
        for (byte = 'a'; byte <= 'z'; byte++)
            if (PATTERN_HAS(set, byte) || PATTERN_HAS(set, toupper(byte))) {
                put_pattern_byte(set, byte);
                put_pattern_byte(set, toupper(byte));
            }
    if (opposite) {
        for (byte = 0; byte < 32; byte++) set[byte] = (unsigned char)~set[byte];
        if (!lines) set['\n' >> 3] &= (unsigned char)~(1 << ('\n' & 7));
    }
    set[0] &= 0xfe;
    done->more.opposite = opposite;
    return add_pattern_set(pattern, done);
}

/* A character of the pattern, which goes on behind it. */
static int next_pattern_character(const struct __pattern *pattern, const unsigned char **at)
{
    int size = 1, c = **at;

    if (c >= pattern->limit) c = __pattern_decode(*at, *at + strlen((const char *)*at), &size);
    *at += size;
    return c;
}

static int pattern_character(struct __pattern *pattern, int c)
{
    struct pattern_set set;

    if (!(pattern->flags & REG_ICASE) || c >= PATTERN_NO_CHARACTER || (c < pattern->limit && !isalpha(c)))
        return add_pattern_node(pattern, NODE_BYTE, c);
    begin_pattern_set(pattern, &set);
    if (put_pattern_range(pattern, &set, c, c)) return -REG_ESPACE;
    return finish_pattern_set(pattern, &set, 0, 1);
}

static int pattern_any(struct __pattern *pattern)
{
    struct pattern_set set;

    begin_pattern_set(pattern, &set);
    return finish_pattern_set(pattern, &set, 1, !(pattern->flags & REG_NEWLINE));
}

static const struct {
    const char *name;
    int (*holds)(int byte);
} pattern_classes[] = {
    { "alnum", isalnum }, { "alpha", isalpha }, { "blank", isblank }, { "cntrl", iscntrl }, { "digit", isdigit },
    { "graph", isgraph }, { "lower", islower }, { "print", isprint }, { "punct", ispunct }, { "space", isspace },
    { "upper", isupper }, { "xdigit", isxdigit }
};

enum { PATTERN_ALNUM = 0, PATTERN_SPACE = 9 };

static void put_pattern_class(struct pattern_set *set, int number)
{
    int byte;

    for (byte = 1; byte < 128; byte++)
        if (pattern_classes[number].holds(byte)) put_pattern_byte(set->bits, byte);
    set->more.classes |= 1u << number;
}

/* \w \W \s \S */
static int pattern_words(struct __pattern *pattern, int letter)
{
    struct pattern_set set;

    begin_pattern_set(pattern, &set);
    put_pattern_class(&set, tolower(letter) == 'w' ? PATTERN_ALNUM : PATTERN_SPACE);
    if (tolower(letter) == 'w') put_pattern_byte(set.bits, '_');
    return finish_pattern_set(pattern, &set, isupper(letter), 1);
}

/* [:NAME:], from behind the first colon. */
static int pattern_class(const unsigned char **at, struct pattern_set *set)
{
    const char *end = strstr((const char *)*at, ":]");
    size_t length, i;

    if (!end) return REG_EBRACK;
    length = (size_t)(end - (const char *)*at);
    for (i = 0; i < sizeof pattern_classes / sizeof pattern_classes[0]; i++)
        if (strlen(pattern_classes[i].name) == length && memcmp(pattern_classes[i].name, *at, length) == 0) {
            put_pattern_class(set, (int)i);
            *at = (const unsigned char *)end + 2;
            return 0;
        }
    return REG_ECTYPE;
}

/* One end of a range: a character, [.x.] or [=x=]. Minus an error. */
static int pattern_range_end(const struct __pattern *pattern, const unsigned char **at, int *equivalent)
{
    const unsigned char *text = *at;
    int c;

    *equivalent = 0;
    if (!*text) return -REG_EBRACK;
    if (text[0] == '[' && (text[1] == '.' || text[1] == '=')) {
        const char close[3] = { (char)text[1], ']', 0 };

        if (!text[2] || !strstr((const char *)text + 3, close)) return -REG_EBRACK;
        *equivalent = text[1] == '=';
        text += 2;
        c = next_pattern_character(pattern, &text);
        if (text[0] != (unsigned char)close[0] || text[1] != ']') return -REG_ECOLLATE;
        *at = text + 2;
        return c;
    }
    return next_pattern_character(pattern, at);
}

/* From behind the [. */
static int pattern_bracket(struct pattern_reader *reader)
{
    const unsigned char *at = reader->at, *start;
    struct __pattern *pattern = reader->pattern;
    struct pattern_set set;
    int opposite = 0, first, last, equivalent, error;

    begin_pattern_set(pattern, &set);
    if (*at == '^') {
        opposite = 1;
        at++;
    }
    for (start = at; *at != ']' || at == start;) {
        if (at[0] == '[' && at[1] == ':') {
            at += 2;
            if ((error = pattern_class(&at, &set)) != 0) return -error;
            /* A class begins no range. */
            if (at[0] == '-' && at[1] && at[1] != ']') return -REG_ERANGE;
            continue;
        }
        if (*at == '-' && at != start && at[1] != ']' && at[1] != '-') {
            /* Only as an end, or first or last. */
            return -REG_ERANGE;
        }
        if ((first = pattern_range_end(pattern, &at, &equivalent)) < 0) return first;
        last = first;
        if (at[0] == '-' && at[1] && at[1] != ']') {
            at++;
            if (equivalent || (at[0] == '[' && at[1] == ':')) return -REG_ERANGE;
            if ((last = pattern_range_end(pattern, &at, &equivalent)) < 0) return last;
            if (equivalent || last < first) return -REG_ERANGE;
        } else if (at[0] == '-' && !at[1]) {
            return -REG_EBRACK;
        }
        if (put_pattern_range(pattern, &set, first, last)) return -REG_ESPACE;
    }
    reader->at = at + 1;
    return finish_pattern_set(pattern, &set, opposite, !(pattern->flags & REG_NEWLINE));
}

/* Two more forms of the same token: with a backslash in basic expressions, without it in extended ones. */
static int pattern_has(const struct pattern_reader *reader, const unsigned char *at, int byte)
{
    return reader->extended ? at[0] == byte : at[0] == '\\' && at[1] == byte;
}

static int pattern_number(struct pattern_reader *reader)
{
    int number = 0;

    if (!isdigit(*reader->at)) return -1;
    for (; isdigit(*reader->at); reader->at++)
        if (number <= PATTERN_MOST_TIMES) number = number * 10 + (*reader->at - '0');
    return number;
}

/* From behind the {: the two numbers. */
static int pattern_interval(struct pattern_reader *reader, int *least, int *most)
{
    *least = pattern_number(reader);
    *most = *least;
    if (*reader->at == ',') {
        reader->at++;
        *most = pattern_number(reader);
        if (*most < 0) *most = REPEAT_UNLIMITED;
        if (*least < 0) *least = 0;
    } else if (*least < 0) {
        return *reader->at ? REG_BADBR : REG_EBRACE;
    }
    if (!pattern_has(reader, reader->at, '}')) return *reader->at ? REG_BADBR : REG_EBRACE;
    reader->at += reader->extended ? 1 : 2;
    if (*most != REPEAT_UNLIMITED && *most < *least) return REG_BADBR;
    return *least > PATTERN_MOST_TIMES || *most > PATTERN_MOST_TIMES ? REG_ESPACE : 0;
}

static int pattern_choices(struct pattern_reader *reader);

/* From behind the (. */
static int pattern_group(struct pattern_reader *reader)
{
    int number = ++reader->pattern->group_count;
    int child;

    if (++reader->depth > PATTERN_DEEPEST) return -REG_ESPACE;
    child = pattern_choices(reader);
    reader->depth--;
    if (child < 0) return child;
    if (!pattern_has(reader, reader->at, ')')) return -REG_EPAREN;
    reader->at += reader->extended ? 1 : 2;
    if (number < 10) reader->closed |= 1u << number;
    return add_pattern_parent(reader->pattern, NODE_GROUP, number, child);
}

/* From behind a backslash that belongs to none of the operators. */
static int pattern_escape(struct pattern_reader *reader)
{
    static const char places[] = "`'<>bB";
    struct __pattern *pattern = reader->pattern;
    int byte = *reader->at;
    const char *place;

    if (!byte) return -REG_EESCAPE;
    if (byte >= pattern->limit) return pattern_character(pattern, next_pattern_character(pattern, &reader->at));
    reader->at++;
    if (byte >= '1' && byte <= '9') {
        if (!(reader->closed >> (byte - '0') & 1)) return -REG_ESUBREG;
        pattern->same_groups |= 1u << (byte - '0');
        return add_pattern_node(pattern, NODE_SAME, byte - '0');
    }
    if (tolower(byte) == 'w' || tolower(byte) == 's') return pattern_words(pattern, byte);
    if ((place = strchr(places, byte)) != NULL)
        return add_pattern_node(pattern, NODE_PLACE, PLACE_TEXT_START + (int)(place - places));
    return pattern_character(pattern, byte);
}

static int pattern_is_repetition(const struct pattern_reader *reader)
{
    const unsigned char *at = reader->at;

    return *at == '*' || pattern_has(reader, at, '+') || pattern_has(reader, at, '?') || pattern_has(reader, at, '{');
}

/* Is a basic ^ or $ here an anchor? */
static int pattern_starts_here(const struct pattern_reader *reader, int at_start)
{
    return reader->extended || at_start;
}

static int pattern_ends_here(const struct pattern_reader *reader)
{
    const unsigned char *at = reader->at + 1;

    return reader->extended || !*at || (at[0] == '\\' && (at[1] == '|' || (at[1] == ')' && reader->depth > 0)));
}

static int pattern_atom(struct pattern_reader *reader, int at_start)
{
    struct __pattern *pattern = reader->pattern;
    int byte = *reader->at;

    if (pattern_has(reader, reader->at, '(')) {
        reader->at += reader->extended ? 1 : 2;
        return pattern_group(reader);
    }
    if (byte == '^' && pattern_starts_here(reader, at_start)) {
        reader->at++;
        return add_pattern_node(pattern, NODE_PLACE, PLACE_LINE_START);
    }
    if (byte == '$' && pattern_ends_here(reader)) {
        reader->at++;
        return add_pattern_node(pattern, NODE_PLACE, PLACE_LINE_END);
    }
    if (pattern_is_repetition(reader)) {
        if (reader->extended || pattern_has(reader, reader->at, '{')) return -REG_BADRPT;
        if (byte == '\\') reader->at++;
        return pattern_character(pattern, *reader->at++);
    }
    if (byte >= pattern->limit) return pattern_character(pattern, next_pattern_character(pattern, &reader->at));
    reader->at++;
    if (byte == '.') return pattern_any(pattern);
    if (byte == '[') return pattern_bracket(reader);
    if (byte == '\\') return pattern_escape(reader);
    return pattern_character(pattern, byte);
}

static int pattern_repetitions(struct pattern_reader *reader, int node)
{
    int times = 0;

    while (node >= 0 && pattern_is_repetition(reader)) {
        int operator = *reader->at == '\\' ? reader->at[1] : *reader->at;
        int least = operator == '+', most = operator == '?' ? 1 : REPEAT_UNLIMITED, error;

        reader->at += *reader->at == '\\' ? 2 : 1;
        if (operator == '{' && (error = pattern_interval(reader, &least, &most)) != 0) return -error;
        if (++times > PATTERN_MOST_REPETITIONS) return -REG_ESPACE;
        node = add_pattern_parent(reader->pattern, NODE_REPEAT, least, node);
        if (node >= 0) reader->pattern->nodes[node].most = most;
    }
    return node;
}

static int pattern_chain(struct pattern_reader *reader)
{
    struct __pattern *pattern = reader->pattern;
    int chain = add_pattern_node(pattern, NODE_CHAIN, 0);
    int last = -1, node, depth = reader->depth;

    while (chain >= 0 && *reader->at && !pattern_has(reader, reader->at, '|')) {
        if (pattern_has(reader, reader->at, ')')) {
            if (depth > 0) break;
            if (!reader->extended) return -REG_EPAREN;
            reader->at++;
            node = pattern_repetitions(reader, pattern_character(pattern, ')'));
        } else {
            node = pattern_atom(reader, last < 0);
            /* Places cannot be repeated. */
            if (node >= 0 && pattern->nodes[node].kind != NODE_PLACE) node = pattern_repetitions(reader, node);
        }
        if (node < 0) return node;
        if (last < 0) pattern->nodes[chain].child = node;
        else pattern->nodes[last].next = node;
        pattern->nodes[chain].has_groups |= pattern->nodes[node].has_groups;
        last = node;
    }
    return chain;
}

static int pattern_choices(struct pattern_reader *reader)
{
    struct __pattern *pattern = reader->pattern;
    int first = pattern_chain(reader), choice, last = first;

    if (first < 0 || !pattern_has(reader, reader->at, '|')) return first;
    choice = add_pattern_parent(pattern, NODE_CHOICE, 0, first);
    while (choice >= 0 && pattern_has(reader, reader->at, '|')) {
        int next;

        reader->at += reader->extended ? 1 : 2;
        next = pattern_chain(reader);
        if (next < 0) return next;
        pattern->nodes[last].next = next;
        pattern->nodes[choice].has_groups |= pattern->nodes[next].has_groups;
        last = next;
    }
    return choice;
}

int __pattern_parse(struct __pattern *pattern, const char *text)
{
    struct pattern_reader reader = { 0 };

    reader.pattern = pattern;
    reader.at = (const unsigned char *)text;
    reader.extended = pattern->flags & REG_EXTENDED;
    pattern->root = pattern_choices(&reader);
    return pattern->root < 0 ? -pattern->root : 0;
}
