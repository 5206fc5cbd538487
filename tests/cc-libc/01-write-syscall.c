/* The system call itself, below the library. */
long sys_write(int fd, const void *bytes, unsigned long size);

int main(void)
{
    static const char text[] = "written by the system call\n";

    return sys_write(1, text, sizeof text - 1) == sizeof text - 1 ? 0 : 1;
}
