#include "manager/local_runner.h"

#include <QCoreApplication>

namespace sparkler::gui {

Outcome<Runner::Launch> LocalRunner::launch(const MachineDirectory &directory,
                                            const MachineDefinition &definition) const
{
    if (m_paths.engine.isEmpty()) {
        Failure failure;
        failure.what = QCoreApplication::translate("sparkler::gui::Runner", "The engine could not be started.");
        failure.why =
            QCoreApplication::translate("sparkler::gui::Runner", "The program sparkler-engine was not found.");
        failure.remedy = QCoreApplication::translate(
            "sparkler::gui::Runner", "Install Sparkler completely, or choose the engine in the settings.");
        return std::unexpected(failure);
    }
    QStringList arguments{QStringLiteral("--api-sock"), directory.apiSocket(), QStringLiteral("--console-sock"),
                          directory.consoleSocket()};
    arguments += commonEngineArguments(definition, directory.engineLog());
    return Launch{m_paths.engine, arguments};
}

} // namespace sparkler::gui
