/* The sandbox on Linux: Landlock for files, a seccomp filter for the rest. */
#define _DEFAULT_SOURCE /* for syscall() */

#include "process.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define ALTERING                                                               \
    (LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE |              \
     LANDLOCK_ACCESS_FS_REMOVE_DIR | LANDLOCK_ACCESS_FS_REMOVE_FILE |          \
     LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |              \
     LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |              \
     LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK |            \
     LANDLOCK_ACCESS_FS_MAKE_SYM)

/* Newer than some headers; known to a kernel from this version of Landlock. */
#define ACCESS_FS_TRUNCATE (1ULL << 14)
#define TRUNCATE_SINCE 3

#if defined(__x86_64__)
#define NATIVE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define NATIVE AUDIT_ARCH_RISCV64
#endif

/* Denies all that alters files, by a ruleset that allows it nowhere. */
static bool limit_files(void)
{
    struct landlock_ruleset_attr handled = {.handled_access_fs = ALTERING};
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0,
                           LANDLOCK_CREATE_RULESET_VERSION);
    int ruleset;
    bool limited;

    if (version < 1)
        return false;
    if (version >= TRUNCATE_SINCE)
        handled.handled_access_fs |= ACCESS_FS_TRUNCATE;
    ruleset = (int)syscall(SYS_landlock_create_ruleset, &handled,
                           sizeof handled, 0);
    if (ruleset < 0)
        return false;
    limited = !syscall(SYS_landlock_restrict_self, ruleset, 0);
    close(ruleset);
    return limited;
}

#ifdef NATIVE

#define LOAD(field)                                                            \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define ANSWER(error)                                                          \
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))
#define ALLOW BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
/* Over as many instructions as SKIPPED, if what is loaded isn't VALUE. */
#define UNLESS(value, skipped)                                                 \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (value), 0, (skipped))
#define REFUSE(call, error) UNLESS(call, 1), ANSWER(error)

/* Calls of another kind of program, such as one of 32 bits, have others'
 * numbers. No native number is as high as this. */
#define FOREIGN_CALLS 0x40000000

static bool limit_processes(void)
{
    struct sock_filter filter[] = {
        LOAD(arch),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE, 1, 0),
        ANSWER(EPERM),
        LOAD(nr),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, FOREIGN_CALLS, 0, 1),
        ANSWER(EPERM),

        REFUSE(SYS_socket, EPERM),
        REFUSE(SYS_execve, EPERM),
        REFUSE(SYS_execveat, EPERM),
        REFUSE(SYS_ptrace, EPERM),
        REFUSE(SYS_process_vm_writev, EPERM),
        REFUSE(SYS_io_uring_setup, ENOSYS), /* opens sockets and files too */
#ifdef SYS_fork
        REFUSE(SYS_fork, EPERM),
        REFUSE(SYS_vfork, EPERM),
#endif
        /* Its flags are out of sight. The C library then uses clone(). */
        REFUSE(SYS_clone3, ENOSYS),
        /* Threads only. */
        UNLESS(SYS_clone, 4),
        LOAD(args[0]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1),
        ALLOW,
        ANSWER(EPERM),
        ALLOW,
    };
    struct sock_fprog program = {sizeof filter / sizeof filter[0], filter};

    return !prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

#else

static bool limit_processes(void)
{
    return false;
}

#endif

unsigned process_limit(void)
{
    unsigned limits = 0;

    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0))
        return 0;
    if (limit_files())
        limits |= LIMIT_FILES;
    if (limit_processes())
        limits |= LIMIT_PROCESSES;
    return limits;
}
