#pragma once

#include "client/error.h"
#include "manager/help_topic.h"

#include <QMetaType>
#include <QStringList>

#include <expected>

namespace sparkler::gui {

/// Something that did not work, for people: what failed, why, what state things are in now and what helps. All texts
/// are translated. The rest is for the folded details.
struct Failure {
    QString what;   ///< "The drive “rootfs” was not changed."
    QString why;    ///< "There is no file /a/b."
    QString state;  ///< "The machine keeps running with the old settings."; may be empty
    QString remedy; ///< "Choose another file."; may be empty

    QString request; ///< "PATCH /drives/rootfs"; empty: none was made
    int status = 0;
    QString fault;        ///< the engine's own words
    QStringList logLines; ///< the engine's last lines
    /// Where docs/troubleshooting.md has it, if its words do not tell (helpTopicOf()).
    HelpTopic help = HelpTopic::None;

    static Failure fromApi(const QString &what, const ApiError &error, const QString &state = {},
                           const QString &remedy = {});
    /// The sentences that there are, in one line.
    QString summary() const;
    /// All of it as plain text, for the clipboard.
    QString report() const;
};

template <typename T>
using Outcome = std::expected<T, Failure>;

} // namespace sparkler::gui

Q_DECLARE_METATYPE(sparkler::gui::Failure)
