/* Numbers of devices: Linux's packing of a major and a minor number. */
#ifndef _MINICC_LIBC_SYS_SYSMACROS_H
#define _MINICC_LIBC_SYS_SYSMACROS_H

#define major(device) ((unsigned int)(((device) >> 8 & 0xfff) | ((unsigned long)(device) >> 32 & 0xfffff000)))
#define minor(device) ((unsigned int)(((device) & 0xff) | ((device) >> 12 & 0xffffff00)))
#define makedev(major, minor) \
    (((unsigned long)(minor) & 0xff) | ((unsigned long)(major) & 0xfff) << 8 | ((unsigned long)(minor) & 0xffffff00) << 12 \
     | ((unsigned long)(major) & 0xfffff000) << 32)
#define gnu_dev_major(device) major(device)
#define gnu_dev_minor(device) minor(device)
#define gnu_dev_makedev(major, minor) makedev(major, minor)

#endif
