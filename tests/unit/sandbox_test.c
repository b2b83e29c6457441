/* What the kernel refuses once the sandbox has been entered. */
#define _DEFAULT_SOURCE

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "process.h"

/* The act went well, or couldn't be tried. */
#define WENT_WELL 0
#define NOT_LIMITED 255

/* In the folder of the test lie "file" and, open for writing, "open". */
static int opened;

/* An act returns less than 0, and sets errno, where it fails. */

static int open_to_write(void)
{
    return open("file", O_WRONLY);
}

static int open_to_append(void)
{
    return open("file", O_RDWR | O_APPEND);
}

static int make_file(void)
{
    return open("new", O_CREAT | O_RDONLY, 0600);
}

static int empty_file(void)
{
    return truncate("file", 0);
}

static int remove_file(void)
{
    return unlink("file");
}

static int rename_file(void)
{
    return rename("file", "other");
}

static int make_folder(void)
{
    return mkdir("folder", 0700);
}

static int remove_folder(void)
{
    return rmdir("empty");
}

static int link_file(void)
{
    return symlink("file", "link");
}

static int call_internet(void)
{
    return socket(AF_INET, SOCK_STREAM, 0);
}

static int ask_for_names(void)
{
    return socket(AF_INET, SOCK_DGRAM, 0);
}

static int call_neighbour(void)
{
    return socket(AF_UNIX, SOCK_STREAM, 0);
}

static int run_program(void)
{
    return execl("/bin/true", "true", (char *)NULL);
}

static int split(void)
{
    pid_t child = fork();

    if (!child)
        _exit(0);
    return (int)child;
}

static int spawn_program(void)
{
    char name[] = "true";
    char *arguments[] = {name, NULL};
    pid_t child;

    errno = posix_spawn(&child, "/bin/true", NULL, NULL, arguments, arguments);
    return errno ? -1 : 0;
}

static int read_file(void)
{
    char bytes[4];
    int file = open("file", O_RDONLY);

    return file >= 0 && read(file, bytes, sizeof bytes) == 4 ? 0 : -1;
}

static int list_folder(void)
{
    DIR *folder = opendir(".");

    return folder && readdir(folder) ? 0 : -1;
}

static int write_to_open_file(void)
{
    return write(opened, "more", 4) == 4 ? 0 : -1;
}

static void *do_nothing(void *argument)
{
    return argument;
}

static int start_thread(void)
{
    pthread_t thread;

    errno = pthread_create(&thread, NULL, do_nothing, NULL);
    return errno || pthread_join(thread, NULL) ? -1 : 0;
}

/* What an event loop is made of. */
static int wait_for_events(void)
{
    int ends[2];

    return epoll_create1(0) < 0 || eventfd(0, 0) < 0 || pipe(ends) ? -1 : 0;
}

static int look_for_parent(void)
{
    return kill(getppid(), 0);
}

static const struct act {
    const char *name;
    int (*perform)(void);
    unsigned limit; /* 0: not limited */
    int error;
} acts[] = {
    {"open to write", open_to_write, LIMIT_FILES, EACCES},
    {"open to append", open_to_append, LIMIT_FILES, EACCES},
    {"make a file", make_file, LIMIT_FILES, EACCES},
    {"empty a file", empty_file, LIMIT_FILES, EACCES},
    {"remove a file", remove_file, LIMIT_FILES, EACCES},
    {"rename a file", rename_file, LIMIT_FILES, EACCES},
    {"make a folder", make_folder, LIMIT_FILES, EACCES},
    {"remove a folder", remove_folder, LIMIT_FILES, EACCES},
    {"link a file", link_file, LIMIT_FILES, EACCES},
    {"call the internet", call_internet, LIMIT_PROCESSES, EPERM},
    {"ask for names", ask_for_names, LIMIT_PROCESSES, EPERM},
    {"call a neighbour", call_neighbour, LIMIT_PROCESSES, EPERM},
    {"run a program", run_program, LIMIT_PROCESSES, EPERM},
    {"split", split, LIMIT_PROCESSES, EPERM},
    {"spawn a program", spawn_program, LIMIT_PROCESSES, EPERM},
    {"read a file", read_file, 0, 0},
    {"list a folder", list_folder, 0, 0},
    {"write to an open file", write_to_open_file, 0, 0},
    {"start a thread", start_thread, 0, 0},
    {"wait for events", wait_for_events, 0, 0},
    {"look for the parent", look_for_parent, 0, 0},
};

/* In a process of its own: errno after ACT, or one of the two above. */
static int try(const struct act *act, bool limited)
{
    pid_t child = fork();
    int status;

    if (!child) {
        unsigned limits = limited ? process_limit() : act->limit;

        if ((limits & act->limit) != act->limit)
            _exit(NOT_LIMITED);
        _exit(act->perform() < 0 ? errno : WENT_WELL);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void write_file(const char *name)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    fputs("text", file);
    fclose(file);
}

static void refuses_what_it_should(void **state)
{
    int untried = 0;

    (void)state;
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        int error = try(&acts[i], true);

        if (error == NOT_LIMITED)
            printf("SKIPPED: the kernel can't refuse to %s\n", acts[i].name);
        else if (error != acts[i].error)
            fail_msg("%s: %s", acts[i].name, strerror(error));
        untried += error == NOT_LIMITED;
    }
    if (untried)
        skip();
}

/* What a thread that has entered the sandbox finds there. */
struct attempt {
    unsigned limits;
    bool written, called;
};

static void *enter_and_try(void *argument)
{
    struct attempt *attempt = argument;

    attempt->limits = process_limit();
    attempt->written = open_to_write() >= 0;
    attempt->called = call_neighbour() >= 0;
    return NULL;
}

static void limits_the_thread_that_enters(void **state)
{
    struct attempt attempt;
    pthread_t thread;

    (void)state;
    assert_int_equal(pthread_create(&thread, NULL, enter_and_try, &attempt),
                     0);
    assert_int_equal(pthread_join(thread, NULL), 0);
    assert_int_equal(attempt.written, !(attempt.limits & LIMIT_FILES));
    assert_int_equal(attempt.called, !(attempt.limits & LIMIT_PROCESSES));
    assert_true(open_to_write() >= 0);
    assert_true(call_neighbour() >= 0);
}

/* Else it would be no proof that they fail in the sandbox. */
static void is_all_that_refuses(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        int error;

        write_file("file");
        mkdir("empty", 0700);
        error = try(&acts[i], false);
        if (error)
            fail_msg("%s: %s", acts[i].name, strerror(error));
        rmdir("empty");
        rmdir("folder");
        unlink("new");
        unlink("other");
        unlink("link");
    }
}

static int enter_folder(void **state)
{
    char template[] = "/tmp/sandbox-XXXXXX";

    *state = strdup(mkdtemp(template));
    assert_int_equal(chdir(*state), 0);
    write_file("file");
    mkdir("empty", 0700);
    opened = open("open", O_WRONLY | O_CREAT, 0600);
    return 0;
}

static int leave_folder(void **state)
{
    close(opened);
    unlink("open");
    unlink("file");
    rmdir("empty");
    assert_int_equal(rmdir(*state), 0);
    free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(refuses_what_it_should, enter_folder,
                                        leave_folder),
        cmocka_unit_test_setup_teardown(limits_the_thread_that_enters,
                                        enter_folder, leave_folder),
        cmocka_unit_test_setup_teardown(is_all_that_refuses, enter_folder,
                                        leave_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
