/* The messages of name servers. */
#ifndef _MINICC_LIBC_ARPA_NAMESER_H
#define _MINICC_LIBC_ARPA_NAMESER_H

#include <features.h>
#include <stdint.h>
#include <sys/types.h>

#define NS_PACKETSZ 512
#define NS_MAXDNAME 1025
#define NS_MAXCDNAME 255
#define NS_MAXLABEL 63
#define NS_HFIXEDSZ 12
#define NS_QFIXEDSZ 4
#define NS_RRFIXEDSZ 10
#define NS_INT32SZ 4
#define NS_INT16SZ 2
#define NS_INADDRSZ 4
#define NS_IN6ADDRSZ 16
#define NS_CMPRSFLGS 0xc0
#define NS_DEFAULTPORT 53
#define NAMESERVER_PORT NS_DEFAULTPORT
#define PACKETSZ NS_PACKETSZ
#define MAXDNAME NS_MAXDNAME
#define MAXCDNAME NS_MAXCDNAME
#define MAXLABEL NS_MAXLABEL
#define HFIXEDSZ NS_HFIXEDSZ
#define QFIXEDSZ NS_QFIXEDSZ
#define RRFIXEDSZ NS_RRFIXEDSZ
#define INT32SZ NS_INT32SZ
#define INT16SZ NS_INT16SZ
#define INADDRSZ NS_INADDRSZ
#define IN6ADDRSZ NS_IN6ADDRSZ
#define INDIR_MASK NS_CMPRSFLGS

typedef enum { ns_o_query = 0, ns_o_iquery = 1, ns_o_status = 2, ns_o_notify = 4, ns_o_update = 5 } ns_opcode;
typedef enum {
    ns_r_noerror = 0, ns_r_formerr = 1, ns_r_servfail = 2, ns_r_nxdomain = 3, ns_r_notimpl = 4, ns_r_refused = 5
} ns_rcode;
typedef enum { ns_c_in = 1, ns_c_chaos = 3, ns_c_hs = 4, ns_c_none = 254, ns_c_any = 255 } ns_class;
typedef enum {
    ns_t_a = 1, ns_t_ns = 2, ns_t_cname = 5, ns_t_soa = 6, ns_t_null = 10, ns_t_wks = 11, ns_t_ptr = 12, ns_t_hinfo = 13,
    ns_t_minfo = 14, ns_t_mx = 15, ns_t_txt = 16, ns_t_rp = 17, ns_t_sig = 24, ns_t_key = 25, ns_t_aaaa = 28, ns_t_loc = 29,
    ns_t_srv = 33, ns_t_naptr = 35, ns_t_opt = 41, ns_t_ds = 43, ns_t_rrsig = 46, ns_t_nsec = 47, ns_t_dnskey = 48,
    ns_t_axfr = 252, ns_t_any = 255
} ns_type;

#define QUERY ns_o_query
#define IQUERY ns_o_iquery
#define STATUS ns_o_status
#define NOERROR ns_r_noerror
#define FORMERR ns_r_formerr
#define SERVFAIL ns_r_servfail
#define NXDOMAIN ns_r_nxdomain
#define NOTIMP ns_r_notimpl
#define REFUSED ns_r_refused
#define C_IN ns_c_in
#define C_CHAOS ns_c_chaos
#define C_HS ns_c_hs
#define C_NONE ns_c_none
#define C_ANY ns_c_any
#define T_A ns_t_a
#define T_NS ns_t_ns
#define T_CNAME ns_t_cname
#define T_SOA ns_t_soa
#define T_PTR ns_t_ptr
#define T_HINFO ns_t_hinfo
#define T_MX ns_t_mx
#define T_TXT ns_t_txt
#define T_AAAA ns_t_aaaa
#define T_SRV ns_t_srv
#define T_NAPTR ns_t_naptr
#define T_ANY ns_t_any

typedef struct {
    unsigned int id : 16;
    unsigned int rd : 1;
    unsigned int tc : 1;
    unsigned int aa : 1;
    unsigned int opcode : 4;
    unsigned int qr : 1;
    unsigned int rcode : 4;
    unsigned int cd : 1;
    unsigned int ad : 1;
    unsigned int unused : 1;
    unsigned int ra : 1;
    unsigned int qdcount : 16;
    unsigned int ancount : 16;
    unsigned int nscount : 16;
    unsigned int arcount : 16;
} HEADER;

/* The parts of a message, and the place that a program has come to. */
typedef enum { ns_s_qd = 0, ns_s_zn = 0, ns_s_an = 1, ns_s_pr = 1, ns_s_ns = 2, ns_s_ud = 2, ns_s_ar = 3, ns_s_max = 4 } ns_sect;
typedef enum {
    ns_f_qr, ns_f_opcode, ns_f_aa, ns_f_tc, ns_f_rd, ns_f_ra, ns_f_z, ns_f_ad, ns_f_cd, ns_f_rcode, ns_f_max
} ns_flag;
typedef struct {
    const unsigned char *_msg, *_eom;
    uint16_t _id, _flags, _counts[ns_s_max];
    const unsigned char *_sections[ns_s_max];
    ns_sect _sect;
    int _rrnum;
    const unsigned char *_ptr;
} ns_msg;
typedef struct {
    char name[NS_MAXDNAME];
    uint16_t type;
    uint16_t rr_class;
    uint32_t ttl;
    uint16_t rdlength;
    const unsigned char *rdata;
} ns_rr;

#define ns_msg_id(message) ((message)._id)
#define ns_msg_base(message) ((message)._msg)
#define ns_msg_end(message) ((message)._eom)
#define ns_msg_size(message) ((message)._eom - (message)._msg)
#define ns_msg_count(message, section) ((message)._counts[section])
#define ns_msg_getflag(message, flag) __ns_flag((message)._flags, (flag))
#define ns_rr_name(record) ((record).name)
#define ns_rr_type(record) ((ns_type)(record).type)
#define ns_rr_class(record) ((ns_class)(record).rr_class)
#define ns_rr_ttl(record) ((record).ttl)
#define ns_rr_rdlen(record) ((record).rdlength)
#define ns_rr_rdata(record) ((record).rdata)

int __ns_flag(unsigned int flags, ns_flag flag);
int ns_initparse(const unsigned char *bytes, int length, ns_msg *message);
int ns_parserr(ns_msg *message, ns_sect section, int number, ns_rr *record);
int ns_skiprr(const unsigned char *at, const unsigned char *end, ns_sect section, int count);
int ns_name_uncompress(const unsigned char *message, const unsigned char *end, const unsigned char *from, char *name,
                       size_t size);
unsigned int ns_get16(const unsigned char *bytes);
unsigned long ns_get32(const unsigned char *bytes);
void ns_put16(unsigned int value, unsigned char *bytes);
void ns_put32(unsigned long value, unsigned char *bytes);

#define NS_GET16(value, at) ((void)((value) = (uint16_t)ns_get16(at), (at) += 2))
#define NS_GET32(value, at) ((void)((value) = (uint32_t)ns_get32(at), (at) += 4))
#define NS_PUT16(value, at) ((void)(ns_put16((value), (at)), (at) += 2))
#define NS_PUT32(value, at) ((void)(ns_put32((value), (at)), (at) += 4))
#define GETSHORT NS_GET16
#define GETLONG NS_GET32
#define PUTSHORT NS_PUT16
#define PUTLONG NS_PUT32

#endif
