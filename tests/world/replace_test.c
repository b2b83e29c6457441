/* A file that is replaced while the disk, or somebody, is against it. */
#define _GNU_SOURCE /* for syscall() and mkdtemp() */

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif

#include <cmocka.h>

#include "file.h"

#define OLD "What it was."
#define NEW "What it is to be."

/* How the next call of each kind goes; the C library's functions, which the
 * program would call, have no other place for it. */
static struct {
    size_t room; /* bytes that can still be written */
    int sync;    /* errno, or a signal that comes then, if < 0 */
    int mode;    /* errno */
} world;

ssize_t write(int descriptor, const void *bytes, size_t length)
{
    size_t taken = length < world.room ? length : world.room;

    if (length && !taken) {
        errno = ENOSPC;
        return -1;
    }
    world.room -= taken;
    return syscall(SYS_write, descriptor, bytes, taken);
}

int fsync(int descriptor)
{
    (void)descriptor;
    if (world.sync < 0)
        raise(-world.sync);
    errno = world.sync;
    return world.sync > 0 ? -1 : 0;
}

int fchmod(int descriptor, mode_t mode)
{
    if (!world.mode)
        return (int)syscall(SYS_fchmod, descriptor, mode);
    errno = world.mode;
    return -1;
}

static int start(void **state)
{
    char *folder = strdup("/tmp/replace-XXXXXX");
    FILE *file;

    assert_non_null(mkdtemp(folder));
    assert_return_code(chdir(folder), errno);
    world.room = SIZE_MAX;
    world.sync = world.mode = 0;
    file = fopen("report.md", "w");
    assert_non_null(file);
    fputs(OLD, file);
    assert_int_equal(fclose(file), 0);
    *state = folder;
    return 0;
}

static int stop(void **state)
{
    remove("report.md");
    assert_return_code(chdir("/"), errno);
    assert_return_code(rmdir(*state), errno);
    free(*state);
    return 0;
}

/* The file holds CONTENT, and nothing lies beside it. */
static void assert_left(const char *content)
{
    DIR *folder = opendir(".");
    char bytes[64];
    int file = open("report.md", O_RDONLY);
    ssize_t length = read(file, bytes, sizeof bytes - 1);
    const struct dirent *entry;

    assert_true(length >= 0);
    bytes[length] = '\0';
    assert_string_equal(bytes, content);
    close(file);
    assert_non_null(folder);
    while ((entry = readdir(folder)))
        assert_true(entry->d_name[0] == 'r' || !strcmp(entry->d_name, ".") ||
                    !strcmp(entry->d_name, ".."));
    closedir(folder);
}

static bool replaced(void)
{
    return file_replace("report.md", NEW, strlen(NEW));
}

static void nothing_is_against_it(void **state)
{
    (void)state;
    assert_true(replaced());
    assert_left(NEW);
}

static void the_disk_fills_up(void **state)
{
    (void)state;
    for (size_t room = 0; room < strlen(NEW); room++) {
        world.room = room;
        assert_false(replaced());
        assert_int_equal(errno, ENOSPC);
        assert_left(OLD);
    }
}

static void the_disk_breaks(void **state)
{
    (void)state;
    world.sync = EIO;
    assert_false(replaced());
    assert_int_equal(errno, EIO);
    assert_left(OLD);
}

static void the_mode_cannot_be_kept(void **state)
{
    (void)state;
    world.mode = EPERM;
    assert_false(replaced());
    assert_int_equal(errno, EPERM);
    assert_left(OLD);
}

/* Between the first byte and the last: all is done before it ends. */
static void a_signal_ends_it(void **state)
{
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP};

    (void)state;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        pid_t child = fork();
        int status;

        assert_return_code(child, errno);
        world.sync = -signals[i];
        if (!child) {
            replaced();
            _exit(0);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        assert_int_equal(WTERMSIG(status), signals[i]);
        assert_left(NEW);
    }
}

#ifdef __linux__

/* An access list: the owner and user 1000 read and write, the group doesn't.
 * Without it the same mode would let the group. */
static void who_may_read_it_stays(void **state)
{
    static const char name[] = "system.posix_acl_access";
    static const unsigned char list[] =
        "\x02\0\0\0"
        "\x01\0\x06\0\xff\xff\xff\xff\x02\0\x06\0\xe8\x03\0\0"
        "\x04\0\0\0\xff\xff\xff\xff\x10\0\x06\0\xff\xff\xff\xff"
        "\x20\0\0\0\xff\xff\xff\xff";
    unsigned char kept[sizeof list];

    (void)state;
    if (setxattr("report.md", name, list, sizeof list - 1, 0))
        skip();
    assert_true(replaced());
    assert_int_equal(getxattr("report.md", name, kept, sizeof kept),
                     sizeof list - 1);
    assert_memory_equal(kept, list, sizeof list - 1);
    assert_left(NEW);
}

#endif

#define REPLACE_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        REPLACE_TEST(nothing_is_against_it),
        REPLACE_TEST(the_disk_fills_up),
        REPLACE_TEST(the_disk_breaks),
        REPLACE_TEST(the_mode_cannot_be_kept),
        REPLACE_TEST(a_signal_ends_it),
#ifdef __linux__
        REPLACE_TEST(who_may_read_it_stays),
#endif
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
