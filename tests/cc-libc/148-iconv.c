/* Text between character sets: whole texts, errors and where they stand, byte order marks, pieces, suffixes. */
#include <errno.h>
#include <iconv.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static const char text[] = "A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80z";

static void show(const char *from, const char *to, const char *in, size_t size, size_t room)
{
    iconv_t conversion = iconv_open(to, from);
    char out[128], *at = out, *source = (char *)in;
    size_t left = size, result;
    int i, error;

    if (conversion == (iconv_t)-1) {
        printf("%s to %s: %s\n", from, to, errno == EINVAL ? "unknown" : "?");
        return;
    }
    errno = 0;
    result = iconv(conversion, &source, &left, &at, &room);
    error = errno;
    printf("%s to %s: %s, %d left,", from, to, result != (size_t)-1 ? "good" : error == E2BIG ? "no room" : error == EINVAL ? "cut" : "bad",
           (int)left);
    for (i = 0; i < at - out; i++)
        printf(" %02x", (unsigned char)out[i]);
    printf("\n");
    iconv_close(conversion);
}

/* The text byte after byte, as a program reads it that keeps what is not finished. */
static void show_pieces(const char *to)
{
    iconv_t conversion = iconv_open(to, "UTF-8");
    char waiting[8], out[64], *at = out;
    size_t used = 0, room = sizeof out, i;

    for (i = 0; i < sizeof text - 1; i++) {
        char *source = waiting;
        waiting[used++] = text[i];
        if (iconv(conversion, &source, &used, &at, &room) == (size_t)-1 && errno != EINVAL)
            printf("bad at %d\n", (int)i);
        memmove(waiting, source, used);
    }
    printf("%s: %d bytes, %d left", to, (int)(at - out), (int)used);
    printf(", %d\n", (int)iconv(conversion, NULL, NULL, &at, &room));
    for (i = 0; i < (size_t)(at - out); i++)
        printf("%02x%s", (unsigned char)out[i], i + 1 < (size_t)(at - out) ? " " : "\n");
    iconv_close(conversion);
}

static void show_suffix(const char *to)
{
    static const char mixed[] = "\xe2\x80\x9cq\xe2\x80\x9d \xe2\x82\xac \xe2\x80\xa6 \xc2\xa9 \xc5\x93 \xe4\xb8\xad";
    iconv_t conversion = iconv_open(to, "UTF-8");
    char out[64], *at = out, *source = (char *)mixed;
    size_t left = sizeof mixed - 1, room = sizeof out;
    long result = (long)iconv(conversion, &source, &left, &at, &room);

    printf("%s: %ld [%.*s]\n", to, result, (int)(at - out), out);
    iconv_close(conversion);
}

int main(void)
{
    static const char *const sets[] = { "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "utf-32be", "UCS-2LE", "UCS-4",
        "WCHAR_T", "ISO-8859-1", "latin1", "ISO-8859-15", "CP1252", "ASCII", "US-ASCII" };
    size_t i;

    for (i = 0; i < sizeof sets / sizeof sets[0]; i++)
        show("UTF-8", sets[i], text, sizeof text - 1, 100);
    show("UTF-16LE", "UTF-8", "\x3d\xd8\x00\xde\xe9\0", 6, 100);
    show("UTF-16BE", "UTF-8", "\xd8\x3d\xde\x00\x00\xe9", 6, 100);
    show("UTF-16", "UTF-8", "\xfe\xff\x00\xe9", 4, 100);
    show("UTF-16", "UTF-8", "\xff\xfe\xe9\x00", 4, 100);
    show("UTF-16", "UTF-8", "\xe9\x00\xfe\xff", 4, 100);
    show("UTF-32", "UTF-8", "\0\0\xfe\xff\0\0\x20\xac", 8, 100);
    show("ISO-8859-15", "UTF-8", "\xa4\xe9", 2, 100);
    show("CP1252", "UTF-8", "\x80\x93", 2, 100);
    show("CP1252", "UTF-8", "\x81", 1, 100);
    show("ASCII", "UTF-8", "a\xe9", 2, 100);
    show("UTF-8", "UTF-16LE", "a\xe2\x82", 3, 100);
    show("UTF-8", "UTF-16LE", "a\xe2\x28z", 4, 100);
    show("UTF-8", "UTF-16LE", "abc", 3, 5);
    show("UTF-8", "UTF-16LE", "\xed\xa0\x80", 3, 100);
    show("UTF-16LE", "UTF-8", "\x00\xdc", 2, 100);
    show("UTF-16LE", "UTF-8", "\x00\xd8\x41\x00", 4, 100);
    show("UTF-16LE", "UTF-8", "\x41", 1, 100);
    show("UTF-8", "nothing", "", 0, 0);
    show("nothing", "UTF-8", "", 0, 0);
    show("UTF-8", "", "a", 1, 10);
    show("UTF-8", "", "\xc3\xa9", 2, 10);
    setlocale(LC_ALL, "C.UTF-8");
    show("UTF-8", "", "\xc3\xa9", 2, 10);
    show_pieces("UTF-16");
    show_pieces("UTF-32BE");
    show_suffix("ASCII//TRANSLIT");
    show_suffix("ASCII//TRANSLIT//IGNORE");
    return 0;
}
