#pragma once

// The text of a CPU template of one's own (PUT /cpu-config), before an engine sees it. Reference:
// machine-model.md 3.10.

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace sparkler::gui {

/// The names that the engine has built in; none is the empty one.
inline constexpr QLatin1StringView kNamedCpuTemplates[] = {QLatin1StringView("T2"), QLatin1StringView("T2S"),
                                                           QLatin1StringView("T2CL"), QLatin1StringView("T2A"),
                                                           QLatin1StringView("C3")};

/// What fits into a request, without spaces.
inline constexpr qsizetype kMostCpuTemplateBytes = 51'200;

/// Something in the text that the engine would refuse.
struct CpuTemplateMistake {
    int line = 1;         ///< from 1
    int column = 1;       ///< from 1, in characters
    qsizetype length = 1; ///< in characters
    QString reason{};     ///< translated, without the position
    bool operator==(const CpuTemplateMistake &) const = default;
};

/// Every mistake in what the JSON text means, in its order. Nothing is said about text that is no JSON, which whoever
/// shows it knows already.
QList<CpuTemplateMistake> cpuTemplateMistakes(const QString &text);

/// A template as people read it: known keys in their usual order, and each change on a line.
QString cpuTemplateText(const QJsonObject &object);

} // namespace sparkler::gui
