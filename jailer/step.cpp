#include "jailer/step.h"

#include "base/format.h"

namespace sparkler::jail {

Result<> perform(const Plan &plan)
{
    for (const Step &step : plan)
        TRY(step.perform());
    return {};
}

std::string describe(const Plan &plan)
{
    std::string text;
    for (const Step &step : plan) {
        text += step.name;
        for (const auto &[name, value] : step.parameters) {
            const bool plain = !value.empty() && value.find_first_of(" \t\n\"\\") == std::string::npos;
            text += plain ? fmt::format("  {}={}", name, value) : fmt::format("  {}={:?}", name, value);
        }
        text += '\n';
    }
    return text;
}

} // namespace sparkler::jail
