# shellcheck shell=sh
# What tests/run and tests/more have in common; each sources it.
#
#   build PRESET             builds with all tests
#   run_tests PRESET ARG...  runs those tests of ctest that ARG... selects
#   run_script NAME ARG...   runs tests/NAME, a test by itself
#   summary                  says how many of all passed and failed; false if
#                            any failed, or if there was none
#
# A script is skipped if it returns 77, as the tests of ctest are: where what it
# needs is not there. With CI=true in the environment they fail then instead.

passed=0
failed=0
skipped=0

build() {
    echo "Building: $1"
    cmake --preset "$1" -DBUILD_TESTING=ON >/dev/null
    cmake --build --preset "$1" --parallel "$(nproc)" >/dev/null
}

# The number of tests in ctest's output $1 whose result begins with $2.
results() {
    grep -c "^ *[0-9]*/[0-9]* Test .*$2" "$1" || true
}

run_tests() {
    echo "Testing: $*"
    preset=$1
    shift
    log=build/$preset/tests.log
    ctest --preset "$preset" --parallel "$(nproc)" --timeout 300 "$@" 2>&1 |
        tee "$log"
    passed=$((passed + $(results "$log" ' Passed ')))
    skipped=$((skipped + $(results "$log" '\*\*\*Skipped')))
    failed=$((failed + $(results "$log" '\*\*\*[^S]')))
}

run_script() {
    echo "Testing: $*"
    name=$1
    shift
    status=0
    "tests/$name" "$@" || status=$?
    case $status in
    0) passed=$((passed + 1)) ;;
    77) skipped=$((skipped + 1)) ;;
    *)
        echo "FAILED: tests/$name" >&2
        failed=$((failed + 1))
        ;;
    esac
}

summary() {
    if [ "$skipped" = 0 ]; then
        echo "$passed passed, $failed failed"
    else
        echo "$passed passed, $failed failed, $skipped skipped"
    fi
    [ "$failed" = 0 ] && [ "$passed" != 0 ]
}
