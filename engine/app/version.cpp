#include "app/version.h"

namespace sparkler {

std::string_view apiLevel()
{
    return SPARKLER_API_LEVEL;
}

std::string_view sparklerVersion()
{
    return SPARKLER_VERSION;
}

} // namespace sparkler
