/*
 * /init for scripts/test-kernel-screen.sh: writes what a screen must show of escape sequences, then what keys send, until q. Then it writes
 * random sequences, and what must be seen after all of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static void say(const char *text)
{
    while (*text)
        text += write(1, text, 1);
}

/* A row of letters from the left margin on, and what happens to it. */
static void row(int at, const char *text, const char *sequences)
{
    char line[300];

    snprintf(line, sizeof line, "\033[%d;1H%s%s", at, text, sequences);
    say(line);
}

static void letters(int at, int first, int last)
{
    char line[300], *end = line;

    for (int c = first; c <= last; c++) {
        if (c >= 0x80)
            *end++ = 0xc0 | c >> 6;
        *end++ = c < 0x80 ? c : 0x80 | (c & 0x3f);
    }
    *end = 0;
    row(at, line, "");
}

static void pages_of_rows(int first, int count)
{
    for (int k = 0; k < count; k++) {
        char text[40];

        snprintf(text, sizeof text, "row %d", k + 1);
        row(first + k, text, "");
    }
}

static void nonsense(int count)
{
    static const char ends[] = "@ABCDEFGHJKLMPSTXadefhlmrsu`", others[] = "\n\r\t\b\033\v\f\030\007";

    while (count-- > 0) {
        char text[200], *end = text;
        int length = random() % 100;

        switch (random() % 4) {
        case 0: end += sprintf(end, "\033[%s%ld;%ld%c", random() % 8 ? "" : "?", random() % 300, random() % 70000, ends[random() % (sizeof ends - 1)]); break;
        case 1: end += sprintf(end, "\033%c", (int)(random() % 95 + 32)); break;
        case 2: *end++ = others[random() % (sizeof others - 1)]; break;
        default:
            while (length-- > 0)
                *end++ = random() % 6 ? random() % 95 + 32 : random() % 256;
        }
        write(1, text, end - text);
    }
}

int main(void)
{
    struct winsize size;
    struct termios settings;
    unsigned char byte;
    char text[40];

    ioctl(1, TIOCGWINSZ, &size);
    tcgetattr(0, &settings);
    settings.c_lflag &= ~(ICANON | ECHO | ISIG);
    settings.c_iflag &= ~ICRNL;
    tcsetattr(0, TCSANOW, &settings);

    say("gone\033[2J");
    letters(1, ' ', '~');
    letters(2, 0xa1, 0xff);
    row(3, "Euro \xe2\x82\xac, cut off \xc3, alone \xa9.", "");
    row(4, "abcdefgh", "\033[4G\033[P|");                          /* abc|fgh: removed d, wrote over e */
    row(5, "abcdefgh", "\033[3D\033[2@<>");                        /* abcde<>fgh */
    row(6, "abcdefgh", "\033[2;2H\033[6;3H\033[3X");               /* ab   fgh */
    row(7, "abcdefgh", "\033[5D\033[K.");                          /* abc. */
    row(8, "abcdefgh", "\033[4D\033[1K!");                         /* ____!fgh */
    row(9, "abcdefgh", "\033[2K\rnew");
    row(10, "a\tb\tc\bd", "\033[4hinserted \033[4l\033[1;10H\033[10;40Hx\033[C\033[2Cy");
    row(11, "\033[31mred \033[1mbright \033[44mon blue\033[0m \033[7mreverse\033[27m \033[33;42mbrown on green\033[39;49m \033[95;100mlight\033[m",
        " \033[38;5;9mone of 256\033[48;2;1;2;3m\033[m plain");
    /* Rows 12 to 17: two are taken out, one goes between. */
    pages_of_rows(12, 6);
    say("\033[12;18r\033[13;1H\033[2M\033[14;1H\033[Lbetween\033[r");
    /* Rows 20 to 23 scroll up by their end and down by their start. */
    pages_of_rows(20, 4);
    say("\033[20;23r\033[23;1H\n\nlast\033[20;1H\033Mfirst\033[r");
    pages_of_rows(26, 3);
    say("\033[26;28r\033[S\033[T\033[r");
    say("\033[31;1H\0337\033[31;30Hfar\0338near\033[s\033[32;1H\033]0;a title\007title\033]2;another\033\\s\033[u, and back");
    row(33, "never seen", "\033[2K\033[33;125Hwrapped");
    row(36, "\033[?7lthe margin: ", "");
    row(36, "", "\033[36;126Habcdef\033[?7h");
    row(37, "", "\033[37;5Hleft\r\033[2Bdown\033[Aup\033[Fstart\033[2Enext");
    row(40, "charset \033(Bsame, unknown \033[5;6;7zsequence, \033[>1cprivate, \033[31\030cancelled", "");
    snprintf(text, sizeof text, "%d rows, %d columns", size.ws_row, size.ws_col);
    row(44, text, "");
    row(45, "keys:", "\033[?25l");
    while (read(0, &byte, 1) == 1 && byte != 'q') {
        snprintf(text, sizeof text, " %02x", byte);
        say(text);
    }
    nonsense(20000);
    say("\030\033c\033[?25hstill here\n");
    while (read(0, &byte, 1) == 1 && byte != 'q')
        ;
    return 0;
}
