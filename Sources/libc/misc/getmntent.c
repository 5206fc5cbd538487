#include <mntent.h>
#include <stdlib.h>
#include <string.h>
#include "../internal/names.h"

/* Lines "DEVICE PLACE TYPE OPTIONS N N"; blanks in a word stand there as \040 and so on. */

FILE *__setmntent(const char *path, const char *mode)
{
    return fopen(path, mode);
}
PUBLIC_NAME(setmntent);

int __endmntent(FILE *file)
{
    if (file) fclose(file);
    return 1;
}
PUBLIC_NAME(endmntent);

static void decode_mount_word(char *word)
{
    char *to = word;

    while (*word) {
        if (word[0] == '\\' && word[1] >= '0' && word[1] <= '3' && word[2] >= '0' && word[2] <= '7' && word[3] >= '0'
            && word[3] <= '7') {
            *to++ = (char)((word[1] - '0') << 6 | (word[2] - '0') << 3 | (word[3] - '0'));
            word += 4;
        } else {
            *to++ = *word++;
        }
    }
    *to = 0;
}

static char *take_mount_word(char **line)
{
    char *word = *line + strspn(*line, " \t");
    char *end = word + strcspn(word, " \t");

    *line = *end ? end + 1 : end;
    *end = 0;
    decode_mount_word(word);
    return word;
}

struct mntent *__getmntent_r(FILE *file, struct mntent *entry, char *room, int size)
{
    while (fgets(room, size, file)) {
        char *line = room;
        if (!strchr(room, '\n')) {
            int byte;
            while ((byte = getc(file)) != EOF && byte != '\n');
        }
        room[strcspn(room, "\n")] = 0;
        line += strspn(line, " \t");
        if (!*line || *line == '#') continue;
        entry->mnt_fsname = take_mount_word(&line);
        entry->mnt_dir = take_mount_word(&line);
        entry->mnt_type = take_mount_word(&line);
        entry->mnt_opts = take_mount_word(&line);
        entry->mnt_freq = (int)strtol(line, &line, 10);
        entry->mnt_passno = (int)strtol(line, &line, 10);
        return entry;
    }
    return NULL;
}
PUBLIC_NAME(getmntent_r);

struct mntent *__getmntent(FILE *file)
{
    static char room[4096];
    static struct mntent entry;

    return __getmntent_r(file, &entry, room, sizeof room);
}
PUBLIC_NAME(getmntent);

static void put_mount_word(FILE *file, const char *word)
{
    for (; *word; word++)
        if (strchr(" \t\n\\", *word)) fprintf(file, "\\%03o", (unsigned char)*word);
        else putc(*word, file);
}

int __addmntent(FILE *file, const struct mntent *entry)
{
    if (fseek(file, 0, SEEK_END)) return 1;
    put_mount_word(file, entry->mnt_fsname);
    putc(' ', file);
    put_mount_word(file, entry->mnt_dir);
    putc(' ', file);
    put_mount_word(file, entry->mnt_type);
    putc(' ', file);
    put_mount_word(file, entry->mnt_opts);
    return fprintf(file, " %d %d\n", entry->mnt_freq, entry->mnt_passno) < 0 || fflush(file) < 0;
}
PUBLIC_NAME(addmntent);

/* The option among those between commas, with a value or without. */
char *__hasmntopt(const struct mntent *entry, const char *option)
{
    size_t size = strlen(option);
    char *at = entry->mnt_opts;

    for (;;) {
        if (strncmp(at, option, size) == 0 && (at[size] == 0 || at[size] == ',' || at[size] == '=')) return at;
        at = strchr(at, ',');
        if (!at) return NULL;
        at++;
    }
}
PUBLIC_NAME(hasmntopt);
