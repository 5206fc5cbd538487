/* Bytes and bits: CRC, Adler, FNV, a base64 of it, SHA-256 of "abc". */
#include "show.h"
typedef unsigned char u8; typedef unsigned u32; typedef unsigned long u64;
static u32 table[256];
static u32 crc(const u8 *p, int n) { u32 c = ~0u; while (n--) c = table[(c ^ *p++) & 255] ^ c >> 8; return ~c; }
static u32 adler(const u8 *p, int n) { u32 a = 1, b = 0; while (n--) a = (a + *p++) % 65521, b = (b + a) % 65521; return b << 16 | a; }
static u64 fnv(const u8 *p, int n) { u64 h = 14695981039346656037u; while (n--) h = (h ^ *p++) * 1099511628211u; return h; }
static u32 rotr(u32 x, int n) { return x >> n | x << (32 - n); }
static int prime(int n) { for (int d = 2; d * d <= n; d++) if (n % d == 0) return 0; return 1; }
static u32 fraction(int n, int cube) { double lo = 0, hi = n; for (int i = 0; i < 200; i++) { double m = (lo + hi) / 2; if ((cube ? m * m * m : m * m) < n) lo = m; else hi = m; } return (u32)(long)((lo - (long)lo) * 4294967296.0); }
static void sha(const u8 *block, u32 *h) {
    u32 w[64], k[64], v[8]; int n = 1;
    for (int i = 0; i < 64; i++) { while (!prime(++n)) ; k[i] = fraction(n, 1); if (i < 8) h[i] = fraction(n, 0); }
    for (int i = 0; i < 16; i++) w[i] = block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
    for (int i = 16; i < 64; i++) w[i] = w[i - 16] + (rotr(w[i - 15], 7) ^ rotr(w[i - 15], 18) ^ w[i - 15] >> 3) + w[i - 7] + (rotr(w[i - 2], 17) ^ rotr(w[i - 2], 19) ^ w[i - 2] >> 10);
    for (int i = 0; i < 8; i++) v[i] = h[i];
    for (int i = 0; i < 64; i++) {
        u32 t1 = v[7] + (rotr(v[4], 6) ^ rotr(v[4], 11) ^ rotr(v[4], 25)) + (v[4] & v[5] ^ ~v[4] & v[6]) + k[i] + w[i];
        u32 t2 = (rotr(v[0], 2) ^ rotr(v[0], 13) ^ rotr(v[0], 22)) + (v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]);
        for (int j = 7; j > 0; j--) v[j] = v[j - 1];
        v[4] += t1; v[0] = t1 + t2;
    }
    for (int i = 0; i < 8; i++) h[i] += v[i];
}

int main(void) {
    const u8 *text = (const u8 *)"The quick brown fox jumps over the lazy dog";
    for (u32 i = 0; i < 256; i++) { u32 c = i; for (int k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ c >> 1 : c >> 1; table[i] = c; }
    SHOW(crc(text, 43)); SHOW(adler(text, 43)); SHOW(fnv(text, 43));
    u8 block[64] = { 'a', 'b', 'c', 0x80, [63] = 24 }; u32 h[8]; sha(block, h);
    for (int i = 0; i < 8; i++) { for (int s = 28; s >= 0; s -= 4) put((char[]){ "0123456789abcdef"[h[i] >> s & 15], 0 }); } put("\n");
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < 42; i += 3) { u32 v = text[i] << 16 | text[i + 1] << 8 | text[i + 2]; put((char[]){ digits[v >> 18], digits[v >> 12 & 63], digits[v >> 6 & 63], digits[v & 63], 0 }); } put("\n");
    return 0;
}
