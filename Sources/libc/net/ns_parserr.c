#include <arpa/nameser.h>
#include <errno.h>
#include <resolv.h>
#include <string.h>
#include "../internal/names.h"
#include "../internal/sys.h"

INNER_NAME(dn_expand);
INNER_NAME(dn_skipname);
INNER_NAME(ns_get16);
INNER_NAME(ns_get32);

/* Messages of name servers: a head of twelve bytes, then questions and three sections of records. A question is a name, a type
   and a class; a record has also a time, and data with its length. */

int __ns_flag(unsigned int flags, ns_flag flag)
{
    static const struct {
        unsigned short mask;
        unsigned char shift;
    } places[ns_f_max] = {
        { 0x8000, 15 }, { 0x7800, 11 }, { 0x0400, 10 }, { 0x0200, 9 }, { 0x0100, 8 }, { 0x0080, 7 }, { 0x0040, 6 },
        { 0x0020, 5 }, { 0x0010, 4 }, { 0x000f, 0 }
    };

    return flag >= ns_f_max ? 0 : (int)((flags & places[flag].mask) >> places[flag].shift);
}

/* How many bytes so many questions or records take, or -1. */
int __ns_skiprr(const unsigned char *at, const unsigned char *end, ns_sect section, int count)
{
    const unsigned char *from = at;

    while (count-- > 0) {
        int length = __dn_skipname(at, end);
        if (length < 0 || end - at < length + NS_QFIXEDSZ) return (int)__sys_result(-EMSGSIZE);
        at += length + NS_QFIXEDSZ;
        if (section == ns_s_qd) continue;
        if (end - at < NS_INT32SZ + NS_INT16SZ) return (int)__sys_result(-EMSGSIZE);
        length = (int)__ns_get16(at + NS_INT32SZ);
        at += NS_INT32SZ + NS_INT16SZ;
        if (end - at < length) return (int)__sys_result(-EMSGSIZE);
        at += length;
    }
    return (int)(at - from);
}
PUBLIC_NAME(ns_skiprr);

int __ns_initparse(const unsigned char *bytes, int length, ns_msg *message)
{
    const unsigned char *at = bytes + NS_HFIXEDSZ, *end = bytes + length;
    int section;

    if (length < NS_HFIXEDSZ) return (int)__sys_result(-EMSGSIZE);
    message->_msg = bytes;
    message->_eom = end;
    message->_id = (uint16_t)__ns_get16(bytes);
    message->_flags = (uint16_t)__ns_get16(bytes + 2);
    for (section = 0; section < ns_s_max; section++) {
        int size;
        message->_counts[section] = (uint16_t)__ns_get16(bytes + 4 + 2 * section);
        message->_sections[section] = message->_counts[section] ? at : NULL;
        size = __ns_skiprr(at, end, (ns_sect)section, message->_counts[section]);
        if (size < 0) return -1;
        at += size;
    }
    if (at != end) return (int)__sys_result(-EMSGSIZE);
    message->_sect = ns_s_max;
    message->_rrnum = -1;
    message->_ptr = NULL;
    return 0;
}
PUBLIC_NAME(ns_initparse);

/* The record of that number in a section; -1 for the one behind the last that was asked for. */
int __ns_parserr(ns_msg *message, ns_sect section, int number, ns_rr *record)
{
    const unsigned char *at;
    int size;

    if (section >= ns_s_max) return (int)__sys_result(-ENODEV);
    if (number == -1) number = section == message->_sect ? message->_rrnum : 0;
    if (number < 0 || number >= message->_counts[section]) return (int)__sys_result(-ENODEV);
    size = __ns_skiprr(message->_sections[section], message->_eom, section, number);
    if (size < 0) return -1;
    at = message->_sections[section] + size;
    size = __dn_expand(message->_msg, message->_eom, at, record->name, NS_MAXDNAME);
    if (size < 0) return (int)__sys_result(-EMSGSIZE);
    at += size;
    record->type = (uint16_t)__ns_get16(at);
    record->rr_class = (uint16_t)__ns_get16(at + 2);
    record->ttl = 0;
    record->rdlength = 0;
    record->rdata = NULL;
    if (section != ns_s_qd) {
        record->ttl = (uint32_t)__ns_get32(at + 4);
        record->rdlength = (uint16_t)__ns_get16(at + 8);
        record->rdata = at + 10;
    }
    message->_sect = section;
    message->_rrnum = number + 1;
    return 0;
}
PUBLIC_NAME(ns_parserr);

int __ns_name_uncompress(const unsigned char *message, const unsigned char *end, const unsigned char *from, char *name, size_t size)
{
    int used = __dn_expand(message, end, from, name, (int)size);

    return used < 0 ? (int)__sys_result(-EMSGSIZE) : used;
}
PUBLIC_NAME(ns_name_uncompress);
