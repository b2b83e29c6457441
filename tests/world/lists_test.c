/* Lists that can't be read, or go away while they are. */
#define _DEFAULT_SOURCE /* for setgroups() and mkdtemp() */

#include <errno.h>
#include <grp.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "list_read.h"

#define LIST "https://crt.sh/?id=7\nhttps://crt.sh/?id=8\n"
#define OTHER "https://crt.sh/?id=9\n"
#define NOBODY 65534

#define PATIENCE 20             /* seconds */

/* The path of NAME in the folder, valid until the next call. */
static const char *path_of(const char *folder, const char *name)
{
    static char path[128];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *folder, const char *name,
                       const char *content)
{
    FILE *file = fopen(path_of(folder, name), "w");

    assert_non_null(file);
    fputs(content, file);
    assert_int_equal(fclose(file), 0);
}

static int start(void **state)
{
    char *folder = strdup("/tmp/lists-XXXXXX");

    assert_non_null(mkdtemp(folder));
    assert_int_equal(chmod(folder, 0755), 0);
    write_file(folder, "list.csv", LIST);
    write_file(folder, "secret.csv", LIST);
    assert_int_equal(chmod(path_of(folder, "secret.csv"), 0), 0);
    assert_int_equal(mkdir(path_of(folder, "folder.csv"), 0755), 0);
    assert_int_equal(mkfifo(path_of(folder, "pipe.csv"), 0644), 0);
    alarm(PATIENCE);
    *state = folder;
    return 0;
}

static int stop(void **state)
{
    static const char *const names[] = {"list.csv", "secret.csv", "folder.csv",
                                        "pipe.csv", "other.csv", ""};

    for (size_t index = 0; index < sizeof names / sizeof *names; index++)
        remove(path_of(*state, names[index]));
    free(*state);
    alarm(0);
    return 0;
}

static void begin(struct certificate_file *list)
{
    struct check_options options;

    check_options_default(&options, 20600);
    certificate_file_begin(list, &options, NULL);
}

static bool is_read(const char *folder, const char *name)
{
    const char *const folders[] = {folder, NULL};
    struct certificate_file list;
    bool read;

    begin(&list);
    read = list_read(list_open_within(path_of(folder, name), folders), &list);
    certificate_file_free(&list);
    return read;
}

static void what_is_no_plain_file(void **state)
{
    assert_true(is_read(*state, "list.csv"));
    assert_false(is_read(*state, "folder.csv"));
    assert_false(is_read(*state, "pipe.csv"));
    assert_false(is_read(*state, "gone.csv"));
}

/* Root may read everything, so somebody else tries. Where root can't become
 * somebody else, as in some containers, it may not read everything either. */
static void what_may_not_be_read(void **state)
{
    pid_t child = fork();
    int status;

    assert_return_code(child, errno);
    if (!child) {
        if (!getuid() && !setgroups(0, NULL) && !setgid(NOBODY) &&
            setuid(NOBODY))
            _exit(2);
        _exit(!is_read(*state, "list.csv") || is_read(*state, "secret.csv"));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* How many certificates FILE holds, which is closed. */
static size_t count(struct file *file)
{
    struct certificate_file list;
    size_t rows;

    begin(&list);
    assert_true(list_read(file, &list));
    rows = list.rows;
    certificate_file_free(&list);
    return rows;
}

static struct file *open_list(const char *folder)
{
    struct file *file = file_open(path_of(folder, "list.csv"), FILE_ANY);

    assert_non_null(file);
    return file;
}

/* What was opened is read to its end, whatever its name leads to by then. */
static void what_is_removed_or_replaced(void **state)
{
    struct file *removed = open_list(*state);
    struct file *replaced;
    char other[128];

    remove(path_of(*state, "list.csv"));
    assert_int_equal(count(removed), 2);
    write_file(*state, "list.csv", LIST);
    replaced = open_list(*state);
    write_file(*state, "other.csv", OTHER);
    snprintf(other, sizeof other, "%s", path_of(*state, "other.csv"));
    assert_int_equal(rename(other, path_of(*state, "list.csv")), 0);
    assert_int_equal(count(replaced), 2);
    assert_int_equal(count(open_list(*state)), 1);
}

static void what_is_emptied(void **state)
{
    struct file *emptied = open_list(*state);

    assert_int_equal(truncate(path_of(*state, "list.csv"), 0), 0);
    assert_int_equal(count(emptied), 0);
}

static void what_fails_to_be_read(void **state)
{
    struct file *file = file_open(*state, FILE_ANY);
    struct certificate_file list;

    assert_non_null(file);
    begin(&list);
    assert_false(list_read(file, &list));
    assert_int_equal(errno, EISDIR);
    certificate_file_free(&list);
}

#define LISTS_TEST(test) cmocka_unit_test_setup_teardown(test, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        LISTS_TEST(what_is_no_plain_file),
        LISTS_TEST(what_may_not_be_read),
        LISTS_TEST(what_is_removed_or_replaced),
        LISTS_TEST(what_is_emptied),
        LISTS_TEST(what_fails_to_be_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
