/* No sandbox: for a system other than Linux, or a build that needs freedom. */
#include "sandbox.h"

unsigned sandbox_enter(void)
{
    return 0;
}
