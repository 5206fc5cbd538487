#ifndef _MINICC_LIBC_NETINET_TCP_H
#define _MINICC_LIBC_NETINET_TCP_H

#define TCP_NODELAY 1
#define TCP_MAXSEG 2
#define TCP_CORK 3
#define TCP_KEEPIDLE 4
#define TCP_KEEPINTVL 5
#define TCP_KEEPCNT 6
#define TCP_SYNCNT 7
#define TCP_LINGER2 8
#define TCP_DEFER_ACCEPT 9
#define TCP_WINDOW_CLAMP 10
#define TCP_INFO 11
#define TCP_QUICKACK 12
#define TCP_USER_TIMEOUT 18
#define TCP_FASTOPEN 23

#define TCP_CONGESTION 13
#define TCP_MD5SIG 14
#define TCP_REPAIR 19
#define TCP_TIMESTAMP 24
#define TCP_NOTSENT_LOWAT 25
#define TCP_FASTOPEN_CONNECT 30
#define TCP_ULP 31

#define SOL_TCP 6

/* The states of a connection. */
enum {
    TCP_ESTABLISHED = 1,
    TCP_SYN_SENT,
    TCP_SYN_RECV,
    TCP_FIN_WAIT1,
    TCP_FIN_WAIT2,
    TCP_TIME_WAIT,
    TCP_CLOSE,
    TCP_CLOSE_WAIT,
    TCP_LAST_ACK,
    TCP_LISTEN,
    TCP_CLOSING
};

struct tcp_info {
    unsigned char tcpi_state;
    unsigned char tcpi_ca_state;
    unsigned char tcpi_retransmits;
    unsigned char tcpi_probes;
    unsigned char tcpi_backoff;
    unsigned char tcpi_options;
    unsigned char tcpi_snd_wscale : 4, tcpi_rcv_wscale : 4;
    unsigned int tcpi_rto;
    unsigned int tcpi_ato;
    unsigned int tcpi_snd_mss;
    unsigned int tcpi_rcv_mss;
    unsigned int tcpi_unacked;
    unsigned int tcpi_sacked;
    unsigned int tcpi_lost;
    unsigned int tcpi_retrans;
    unsigned int tcpi_fackets;
    unsigned int tcpi_last_data_sent;
    unsigned int tcpi_last_ack_sent;
    unsigned int tcpi_last_data_recv;
    unsigned int tcpi_last_ack_recv;
    unsigned int tcpi_pmtu;
    unsigned int tcpi_rcv_ssthresh;
    unsigned int tcpi_rtt;
    unsigned int tcpi_rttvar;
    unsigned int tcpi_snd_ssthresh;
    unsigned int tcpi_snd_cwnd;
    unsigned int tcpi_advmss;
    unsigned int tcpi_reordering;
    unsigned int tcpi_rcv_rtt;
    unsigned int tcpi_rcv_space;
    unsigned int tcpi_total_retrans;
};

struct tcphdr {
    unsigned short th_sport;
    unsigned short th_dport;
    unsigned int th_seq;
    unsigned int th_ack;
    unsigned char th_x2 : 4, th_off : 4;
    unsigned char th_flags;
    unsigned short th_win;
    unsigned short th_sum;
    unsigned short th_urp;
};

#endif
