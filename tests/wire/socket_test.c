/* The real program with a socket for stdin and stdout, as some start it. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "wire.h"

/* Two ends of one connection within this machine. */
static void connect_ends(int ends[2])
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);

    assert_return_code(listener, errno);
    assert_return_code(
        bind(listener, (struct sockaddr *)&address, sizeof address), errno);
    assert_return_code(listen(listener, 1), errno);
    assert_return_code(
        getsockname(listener, (struct sockaddr *)&address, &length), errno);
    ends[0] = socket(AF_INET, SOCK_STREAM, 0);
    assert_return_code(
        connect(ends[0], (struct sockaddr *)&address, sizeof address), errno);
    ends[1] = accept(listener, NULL, NULL);
    assert_return_code(ends[1], errno);
    close(listener);
}

static void lives_and_ends_as_over_pipes(void **state)
{
    static const char *const command[] = {INCIDENT_LS, NULL};
    struct wire wire = {.process = -1};
    int ends[2];

    (void)state;
    connect_ends(ends);
    wire.to = ends[0];
    wire.from = dup(ends[0]);
    assert_return_code(wire.from, errno);
    wire_run(&wire, command, ends[1], ends[1]);
    close(ends[1]);
    wire_initialize(&wire, "{}");
    wire_say(&wire, "{'jsonrpc': '2.0', 'id': 9, 'method': 'shutdown'}");
    json_decref(wire_hear_answer(&wire, 9));
    wire_say(&wire, "{'jsonrpc': '2.0', 'method': 'exit'}");
    assert_int_equal(wire_status(&wire), 0);
    wire_close(&wire);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lives_and_ends_as_over_pipes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
