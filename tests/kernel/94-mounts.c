/* mount of further trees, umount, chroot, nodes of devices: root's alone. */
#include "check.h"
#include <grp.h>
#include <sys/mount.h>

static void unprivileged(void)
{
    GIVES(0, setgroups(0, NULL));
    GIVES(0, setgid(100));
    GIVES(0, setuid(1000));
    FAILS(EPERM, mount("none", "place", "tmpfs", 0, NULL));
    FAILS(EPERM, umount("place"));
    FAILS(EPERM, chroot("place"));
    FAILS(EPERM, mknod("/tmp/null", S_IFCHR | 0666, 0x103));
    FAILS(EPERM, sethostname("mine", 4));
}

static dev_t device_of(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 ? status.st_dev : 0;
}

static int listed(const char *path, const char *word)
{
    static char text[8192];
    int fd = open(path, O_RDONLY);
    ssize_t size = read(fd, text, sizeof text - 1);

    close(fd);
    text[size < 0 ? 0 : size] = 0;
    return strstr(text, word) != NULL;
}

static void trees(void)
{
    char folder[256], path[300];
    int fd;

    HOLDS(getcwd(folder, sizeof folder) != NULL);
    snprintf(path, sizeof path, "%s/place", folder);
    make_file("place/below", "below");
    GIVES(0, mount("some", "place", "tmpfs", 0, "mode=0750"));
    FAILS(ENOENT, access("place/below", F_OK));
    HOLDS(device_of("place") != device_of("."));
    HOLDS(listed("/proc/mounts", path) && listed("/proc/self/mountinfo", path));
    make_file("place/file", "text");
    GIVES(0, mkdir("place/folder", 0755));
    GIVES(0, mkdir("place/folder/inner", 0755));
    GIVES(0, chdir("place/folder/inner"));
    HOLDS(strncmp(getcwd(path, sizeof path), folder, strlen(folder)) == 0 && strcmp(path + strlen(folder), "/place/folder/inner") == 0);
    GIVES(0, access("../../../place/file", F_OK));
    FAILS(EBUSY, umount("../../../place"));
    GIVES(0, chdir("../../.."));
    FAILS(EXDEV, rename("place/file", "file"));
    FAILS(EXDEV, link("place/file", "file"));
    FAILS(EBUSY, rmdir("place"));
    FAILS(EBUSY, rename("place", "elsewhere"));
    fd = open("place/file", O_RDONLY);
    FAILS(EBUSY, umount("place"));
    close(fd);
    FAILS(EINVAL, umount("place/folder"));
    /* One on the other. */
    GIVES(0, mount("other", "place/folder", "tmpfs", 0, NULL));
    FAILS(EBUSY, umount("place"));
    GIVES(0, umount("place/folder"));
    GIVES(0, access("place/folder/inner", F_OK));
    GIVES(0, umount("place"));
    HOLDS(strcmp(text_of("place/below"), "below") == 0);
    HOLDS(!listed("/proc/mounts", "some"));
    FAILS(EINVAL, umount("place"));
}

static void others(void)
{
    int fd;

    GIVES(0, mount("proc", "place", "proc", 0, NULL));
    HOLDS(listed("place/self/stat", "("));
    HOLDS(strcmp(text_of("place/sys/kernel/ostype"), "Linux\n") == 0);
    GIVES(0, umount2("place", 0));
    FAILS(ENODEV, mount("x", "place", "no-such-type", 0, NULL));
    FAILS(ENOTDIR, mount("x", "place/below", "tmpfs", 0, NULL));
    FAILS(ENOENT, mount("x", "absent", "tmpfs", 0, NULL));
    FAILS(EFAULT, mount("x", BAD_ADDRESS, "tmpfs", 0, NULL));
    FAILS(EINVAL, umount2("place", 0x1000));
    /* Left as soon as nobody has it any more. */
    GIVES(0, mount("x", "place", "tmpfs", 0, NULL));
    make_file("place/open", "still there");
    fd = open("place/open", O_RDONLY);
    GIVES(0, umount2("place", MNT_DETACH));
    FAILS(ENOENT, access("place/open", F_OK));
    HOLDS(strcmp(text_of("place/below"), "below") == 0);
    {
        char text[32];

        GIVES(11, read(fd, text, sizeof text));
    }
    close(fd);
}

static void flags(void)
{
    GIVES(0, mount("x", "place", "tmpfs", 0, NULL));
    make_file("place/file", "text");
    GIVES(0, mount("x", "place", NULL, MS_REMOUNT | MS_RDONLY, NULL));
    FAILS(EROFS, open("place/file", O_WRONLY));
    FAILS(EROFS, open("place/new", O_WRONLY | O_CREAT, 0644));
    FAILS(EROFS, unlink("place/file"));
    FAILS(EROFS, mkdir("place/new", 0755));
    FAILS(EROFS, chmod("place/file", 0600));
    FAILS(EROFS, truncate("place/file", 0));
    HOLDS(strcmp(text_of("place/file"), "text") == 0);
    GIVES(0, mount("x", "place", NULL, MS_REMOUNT | MS_NOEXEC | MS_NODEV, NULL));
    GIVES(0, chmod("place/file", 0755));
    FAILS(EACCES, execl("place/file", "file", NULL));
    GIVES(0, mknod("place/null", S_IFCHR | 0666, 0x103));
    FAILS(EACCES, open("place/null", O_RDONLY));
    GIVES(0, umount("place"));
}

static void nodes(void)
{
    struct stat status;
    char byte = 1;
    int fd;

    GIVES(0, mknod("zero", S_IFCHR | 0666, 0x105));
    GIVES(0, stat("zero", &status));
    HOLDS(S_ISCHR(status.st_mode) && status.st_rdev == 0x105);
    fd = open("zero", O_RDWR);
    GIVES(1, read(fd, &byte, 1));
    HOLDS(byte == 0);
    close(fd);
    /* Nodes of devices that are not there have numbers, too. */
    GIVES(0, mknod("disk", S_IFBLK | 0600, 0x7301));
    GIVES(0, stat("disk", &status));
    HOLDS(S_ISBLK(status.st_mode) && status.st_rdev == 0x7301);
    FAILS(ENXIO, open("disk", O_RDONLY));
    GIVES(0, mknod("fifo", S_IFIFO | 0644, 0));
    GIVES(0, mknod("plain", 0644, 0));
    GIVES(0, stat("plain", &status));
    HOLDS(S_ISREG(status.st_mode));
    FAILS(EEXIST, mknod("plain", S_IFREG | 0644, 0));
    HOLDS(mknod("folder-node", S_IFDIR | 0755, 0) == -1 && (errno == EPERM || errno == EINVAL));
}

static void rooted(void)
{
    char text[300];

    GIVES(0, mkdir("root", 0755));
    GIVES(0, mkdir("root/inner", 0755));
    make_file("root/file", "in root");
    make_file("outside", "outside");
    GIVES(0, symlink("/file", "root/absolute"));
    GIVES(0, symlink("../../../outside", "root/climbing"));
    FAILS(ENOTDIR, chroot("outside"));
    FAILS(ENOENT, chroot("absent"));
    GIVES(0, chdir("root/inner"));
    GIVES(0, chroot(".."));
    HOLDS(getcwd(text, sizeof text) != NULL && strcmp(text, "/inner") == 0);
    GIVES(0, chdir("../../../.."));
    HOLDS(getcwd(text, sizeof text) != NULL && strcmp(text, "/") == 0);
    HOLDS(strcmp(text_of("/file"), "in root") == 0);
    HOLDS(strcmp(text_of("/../../file"), "in root") == 0);
    HOLDS(strcmp(text_of("inner/../absolute"), "in root") == 0);
    FAILS(ENOENT, open("climbing", O_RDONLY));
    FAILS(ENOENT, open("/proc/self/stat", O_RDONLY));
    GIVES(0, chdir("inner"));
    GIVES(0, setgid(100));
    GIVES(0, setuid(1000));
    FAILS(EPERM, chroot("."));
}

int main(void)
{
    GIVES(0, chmod(".", 0755));
    GIVES(0, mkdir("place", 0755));
    GIVES(0, ending_of(unprivileged));
    trees();
    others();
    GIVES(0, ending_of(flags));
    nodes();
    GIVES(0, ending_of(rooted));
    return finish();
}
