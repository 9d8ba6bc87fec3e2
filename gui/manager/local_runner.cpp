#include "manager/local_runner.h"

#include <QCoreApplication>

namespace sparkler::gui {

Outcome<Runner::Launch> LocalRunner::launch(const MachineDirectory &directory, const MachineDefinition &definition,
                                            const QList<ShownPath> &) const
{
    if (m_paths.engine.isEmpty())
        return std::unexpected(engineNotFound());
    QStringList arguments{QStringLiteral("--api-sock"), directory.apiSocket(), QStringLiteral("--console-sock"),
                          directory.consoleSocket()};
    arguments += commonEngineArguments(definition, directory.engineLog());
    return Launch{m_paths.engine, arguments};
}

} // namespace sparkler::gui
