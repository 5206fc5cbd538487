#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Digits of a number in a static place, the decimal point and the sign apart. */
enum { CVT_MOST = 17 };
static char cvt_text[400];

char *ecvt(double value, int digits, int *point, int *sign)
{
    char text[40];
    char *exponent;
    int used = 0, i;

    if (digits < 1) digits = 1;
    if (digits > CVT_MOST) digits = CVT_MOST;
    snprintf(text, sizeof text, "%.*e", digits - 1, value);
    *sign = text[0] == '-';
    exponent = strchr(text, 'e');
    if (!exponent) {
        *point = 0;
        strcpy(cvt_text, text + *sign);
        return cvt_text;
    }
    for (i = *sign; text + i < exponent; i++)
        if (text[i] != '.') cvt_text[used++] = text[i];
    cvt_text[used] = 0;
    *point = atoi(exponent + 1) + 1;
    return cvt_text;
}

char *fcvt(double value, int digits, int *point, int *sign)
{
    char text[400];
    char *from, *dot;

    if (digits < 0) digits = 0;
    if (digits > CVT_MOST) digits = CVT_MOST;
    snprintf(text, sizeof text, "%.*f", digits, value);
    *sign = text[0] == '-';
    from = text + *sign;
    dot = strchr(from, '.');
    *point = (int)(dot ? dot - from : (long)strlen(from));
    if (dot) memmove(dot, dot + 1, strlen(dot));
    /* Zeros in front of the first digit are said by the point. */
    if (value != 0 && value > -1 && value < 1 && *from == '0' && from[1]) {
        from++;
        *point = 0;
        while (*from == '0') {
            from++;
            (*point)--;
        }
    }
    strcpy(cvt_text, from);
    return cvt_text;
}

char *gcvt(double value, int digits, char *text)
{
    if (digits > CVT_MOST) digits = CVT_MOST;
    sprintf(text, "%.*g", digits, value);
    return text;
}
