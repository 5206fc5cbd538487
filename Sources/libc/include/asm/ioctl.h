/* How the number of a request is made: direction, size of the argument, family and number. */
#ifndef _MINICC_LIBC_ASM_IOCTL_H
#define _MINICC_LIBC_ASM_IOCTL_H

#define _IOC_NRBITS 8
#define _IOC_TYPEBITS 8
#define _IOC_SIZEBITS 14
#define _IOC_DIRBITS 2
#define _IOC_NRMASK 0xff
#define _IOC_TYPEMASK 0xff
#define _IOC_SIZEMASK 0x3fff
#define _IOC_DIRMASK 3
#define _IOC_NRSHIFT 0
#define _IOC_TYPESHIFT 8
#define _IOC_SIZESHIFT 16
#define _IOC_DIRSHIFT 30

#define _IOC_NONE 0U
#define _IOC_WRITE 1U
#define _IOC_READ 2U

#define _IOC(direction, family, number, size) \
    (((direction) << _IOC_DIRSHIFT) | ((family) << _IOC_TYPESHIFT) | ((number) << _IOC_NRSHIFT) | ((size) << _IOC_SIZESHIFT))
#define _IOC_TYPECHECK(type) sizeof(type)
#define _IO(family, number) _IOC(_IOC_NONE, (family), (number), 0)
#define _IOR(family, number, type) _IOC(_IOC_READ, (family), (number), (_IOC_TYPECHECK(type)))
#define _IOW(family, number, type) _IOC(_IOC_WRITE, (family), (number), (_IOC_TYPECHECK(type)))
#define _IOWR(family, number, type) _IOC(_IOC_READ | _IOC_WRITE, (family), (number), (_IOC_TYPECHECK(type)))

#define _IOC_DIR(request) (((request) >> _IOC_DIRSHIFT) & _IOC_DIRMASK)
#define _IOC_TYPE(request) (((request) >> _IOC_TYPESHIFT) & _IOC_TYPEMASK)
#define _IOC_NR(request) (((request) >> _IOC_NRSHIFT) & _IOC_NRMASK)
#define _IOC_SIZE(request) (((request) >> _IOC_SIZESHIFT) & _IOC_SIZEMASK)
#define IOC_IN (_IOC_WRITE << _IOC_DIRSHIFT)
#define IOC_OUT (_IOC_READ << _IOC_DIRSHIFT)
#define IOC_INOUT (IOC_IN | IOC_OUT)
#define IOCSIZE_MASK (_IOC_SIZEMASK << _IOC_SIZESHIFT)
#define IOCSIZE_SHIFT _IOC_SIZESHIFT

#endif
