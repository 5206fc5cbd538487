#ifndef _MINICC_LIBC_LINUX_XATTR_H
#define _MINICC_LIBC_LINUX_XATTR_H

#define XATTR_CREATE 1
#define XATTR_REPLACE 2
#define XATTR_OS2_PREFIX "os2."
#define XATTR_SECURITY_PREFIX "security."
#define XATTR_SYSTEM_PREFIX "system."
#define XATTR_TRUSTED_PREFIX "trusted."
#define XATTR_USER_PREFIX "user."
#define XATTR_NAME_SELINUX "security.selinux"
#define XATTR_NAME_CAPS "security.capability"
#define XATTR_NAME_POSIX_ACL_ACCESS "system.posix_acl_access"
#define XATTR_NAME_POSIX_ACL_DEFAULT "system.posix_acl_default"

#endif
