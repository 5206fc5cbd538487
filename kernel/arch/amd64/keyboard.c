/*
 * A PS/2 keyboard behind the i8042 controller, or what firmware makes look like one: keys of a US keyboard to the bytes that a
 * terminal sends. It is polled. Each key sends a number when it is pressed, and the same plus 0x80 when it is released (set 1; the
 * controller translates); 0xe0 goes before the keys that the first keyboards did not have.
 */
#include "base.h"
#include "machine_code.h"
#include "amd64.h"

enum { DATA = 0x60, STATUS = 0x64, COMMAND = 0x64 };
enum { HAS_BYTE = 1, IS_BUSY = 2, FROM_MOUSE = 0x20, NO_CONTROLLER = 0xff };
enum { READ_SETTINGS = 0x20, WRITE_SETTINGS = 0x60, KEYBOARD_ON = 0xae, SCAN = 0xf4 };
enum { INTERRUPTS = 3, KEYBOARD_STOPPED = 0x10, MOUSE_STOPPED = 0x20, TRANSLATES = 0x40 };

enum { EXTENDED = 0xe0, RELEASED = 0x80, LEFT_SHIFT = 0x2a, RIGHT_SHIFT = 0x36, CONTROL = 0x1d, ALT = 0x38, CAPS_LOCK = 0x3a, NUM_LOCK = 0x45 };
enum { PAD_FIRST = 0x47, PAD_LAST = 0x53, PAD_ENTER = 0x1c, PAD_SLASH = 0x35, F1 = 0x3b, F10 = 0x44, F11 = 0x57, F12 = 0x58 };

/* By number, up to the space; \0 is a key that sends nothing. */
static const char plain[] = "\0\0331234567890-=\177\tqwertyuiop[]\r\0asdfghjkl;'`\0\\zxcvbnm,./\0*\0 ";
static const char shifted[] = "\0\033!@#$%^&*()_+\177\tQWERTYUIOP{}\r\0ASDFGHJKL:\"~\0|ZXCVBNM<>?\0*\0 ";

/* The number pad: with and without Num Lock. The second is also what the keys of the same names send. */
static const char pad_digits[] = "789-456+1230.";
static const char *const pad_moves[] = {
    "\033[1~", "\033[A", "\033[5~", "-", "\033[D", "", "\033[C", "+", "\033[4~", "\033[B", "\033[6~", "\033[2~", "\033[3~"
};
static const char *const functions[] = {
    "\033[[A", "\033[[B", "\033[[C", "\033[[D", "\033[[E", "\033[17~", "\033[18~", "\033[19~", "\033[20~", "\033[21~", "\033[23~", "\033[24~"
};

static int is_there, is_extended, shift, control, alt, caps_lock, num_lock;
static u8 bytes[8];                  /* of the key that was pressed last */
static int byte_count, bytes_read;

/* ---- The controller ---- */

static void send(int port, int value)
{
    int tries = 100000;

    while (in8(STATUS) & IS_BUSY && tries-- > 0)
        ;
    out8(port, value);
}

static int receive(void)
{
    int tries = 100000;

    while (!(in8(STATUS) & HAS_BYTE) && tries-- > 0)
        ;
    return in8(DATA);
}

void keyboard_init(void)
{
    int settings, tries = 100;

    if (in8(STATUS) == NO_CONTROLLER) return;
    is_there = 1;
    while (in8(STATUS) & HAS_BYTE && tries-- > 0) in8(DATA);
    send(COMMAND, READ_SETTINGS);
    settings = receive();
    send(COMMAND, WRITE_SETTINGS);
    send(DATA, (settings & ~(INTERRUPTS | KEYBOARD_STOPPED)) | MOUSE_STOPPED | TRANSLATES);
    send(COMMAND, KEYBOARD_ON);
    send(DATA, SCAN);
}

/* ---- Keys ---- */

static int is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void give(const char *text, int size)
{
    copy_bytes(bytes, text, size);
    byte_count = size;
    bytes_read = 0;
}

static void give_sequence(const char *text)
{
    give(text, string_length(text));
}

static void give_character(int c)
{
    char text[2], *at = text;

    if (control && c >= '@' && c <= '~') c &= 0x1f;
    else if (control && (c == ' ' || c == '2')) c = 0;
    else if (control && c == '/') c = 0x1f;
    if (alt) *at++ = 033;
    *at++ = c;
    give(text, at - text);
}

static void pressed(int key, int extended)
{
    int is_shifted = shift;

    if (key >= F1 && key <= F10) give_sequence(functions[key - F1]);
    else if (key == F11 || key == F12) give_sequence(functions[key - F11 + 10]);
    else if (extended && key == PAD_ENTER) give_character('\r');
    else if (extended && key == PAD_SLASH) give_character('/');
    else if (key >= PAD_FIRST && key <= PAD_LAST) {
        if (num_lock && !extended) give_character(pad_digits[key - PAD_FIRST]);
        else give_sequence(pad_moves[key - PAD_FIRST]);
    } else if (!extended && key < (int)sizeof plain - 1) {
        if (caps_lock && is_letter(plain[key])) is_shifted = !is_shifted;
        if (plain[key]) give_character((is_shifted ? shifted : plain)[key]);
    }
}

static void take(int code)
{
    int extended = is_extended, is_down = !(code & RELEASED), key = code & ~RELEASED;

    is_extended = code == EXTENDED;
    if (is_extended) return;
    switch (key) {
    case LEFT_SHIFT:
    case RIGHT_SHIFT:
        /* Some keyboards put shifts that nobody pressed around the extended keys. */
        if (!extended) shift = is_down;
        break;
    case CONTROL: control = is_down; break;
    case ALT: alt = is_down; break;
    case CAPS_LOCK: caps_lock ^= is_down; break;
    case NUM_LOCK: num_lock ^= is_down; break;
    default:
        if (is_down) pressed(key, extended);
    }
}

int keyboard_get(void)
{
    int status;

    while (bytes_read == byte_count) {
        status = is_there ? in8(STATUS) : 0;
        if (!(status & HAS_BYTE)) return -1;
        if (status & FROM_MOUSE) in8(DATA);
        else take(in8(DATA));
    }
    return bytes[bytes_read++];
}
