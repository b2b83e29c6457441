/* What the checks of a Timeline section share. */
#include "timeline_check.h"

