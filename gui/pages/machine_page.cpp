#include "pages/machine_page.h"
