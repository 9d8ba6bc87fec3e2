// The acceptance framework's launcher: runs a program as the first one of a new PID namespace, prints its pid as seen
// from here, and ends. It does not wait for the program.
//
// Usage:  sparkler-test-newpid-clone PROGRAM [ARGUMENT...]

#include <csignal>
#include <cstdio>
#include <linux/sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    if (argc < 2)
        return 2;
    const long child =
        ::syscall(SYS_clone, static_cast<unsigned long>(CLONE_NEWPID | SIGCHLD), nullptr, nullptr, nullptr, nullptr);
    if (child == 0) {
        ::execv(argv[1], argv + 1);
        std::perror(argv[1]);
        ::_exit(127);
    }
    if (child < 0) {
        std::perror("clone");
        return 1;
    }
    std::printf("%ld", child);
    return 0;
}
