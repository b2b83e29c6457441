/* How many reports of 4 KB the command line checks in a second. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "big_report.h"
#include "stopwatch.h"

#define REPORTS 4000
#define RUNS 9
#define OPTIONS 2               /* the program and the command before files */

static void give_up(const char *what)
{
    perror(what);
    exit(2);
}

static void write_report(const char *name, unsigned seed)
{
    struct buffer report = {NULL, 0, 0};
    FILE *file = fopen(name, "w");

    if (!file)
        give_up(name);
    big_report(&report, 4 << 10, seed);
    fwrite(report.bytes, 1, report.length, file);
    if (fclose(file))
        give_up(name);
    buffer_free(&report);
}

static void run(char **command)
{
    int nowhere = open("/dev/null", O_WRONLY);

    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(command[0], command);
    _exit(127);
}

/* In milliseconds. */
static double check(char **command)
{
    double start = stopwatch_now();
    pid_t process = fork();
    int status = 0;

    if (!process)
        run(command);
    if (process < 0 || waitpid(process, &status, 0) < 0)
        give_up("incident-ls");
    if (!WIFEXITED(status) || WEXITSTATUS(status)) {
        fprintf(stderr, "incident-ls check has failed\n");
        exit(2);
    }
    return stopwatch_now() - start;
}

static void bench(char **command)
{
    struct times times = {NULL, 0, 0};
    double median;

    for (size_t i = 0; i < RUNS; i++)
        times_add(&times, check(command));
    median = times_median(&times);
    printf("check: %d reports of 4 KB in %.0f ms, %.0f a second, goal %d\n",
           REPORTS, median, REPORTS / median * 1e3, REPORTS);
    times_free(&times);
}

int main(void)
{
    static char program[] = INCIDENT_LS, check_command[] = "check";
    static char *command[OPTIONS + REPORTS + 1] = {program, check_command};
    static char names[REPORTS][32];
    char folder[] = "/tmp/check_bench.XXXXXX";

    if (!mkdtemp(folder) || chdir(folder))
        give_up(folder);
    for (size_t i = 0; i < REPORTS; i++) {
        snprintf(names[i], sizeof names[i], "report-%zu.md", i);
        command[OPTIONS + i] = names[i];
        write_report(names[i], (unsigned)i + 1);
    }
    bench(command);
    for (size_t i = 0; i < REPORTS; i++)
        unlink(names[i]);
    rmdir(folder);
    return 0;
}
