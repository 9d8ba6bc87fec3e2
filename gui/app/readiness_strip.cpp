#include "app/readiness_strip.h"

#include "pages/help_dialog.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QVBoxLayout>

namespace sparkler::gui {

ReadinessStrip::ReadinessStrip(Readiness *readiness, Paths paths, QWidget *parent)
    : QWidget(parent), m_readiness(readiness), m_paths(std::move(paths)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, 0);
    connect(readiness, &Readiness::changed, this, &ReadinessStrip::refresh);
    refresh();
}

void ReadinessStrip::refresh()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ReadinessCheck &check : m_readiness->checks()) {
        const bool problem = check.state == ReadinessCheck::State::Problem;
        // Warnings are for the list in the settings, but for this one: that machines run emulated must be said.
        const bool emulates = check.state == ReadinessCheck::State::Warning && check.id == QStringLiteral("kvm");
        if ((!problem && !emulates) || m_closed.value(check.id) == check.reason)
            continue;
        auto *strip = new InlineMessage(this);
        QString what = check.title + u": " + check.reason;
        if (!what.endsWith(u'.'))
            what += u'.';
        QStringList sentences{what, check.remedyText};
        sentences.removeAll(QString());
        strip->setMessage(problem ? InlineMessage::Kind::Warning : InlineMessage::Kind::Info, sentences.join(u' '),
                          check.remedyCommand);
        if (!check.remedyCommand.isEmpty()) {
            auto *copy = new QAction(icon(Icon::Copy), tr("Copy command"), strip);
            connect(copy, &QAction::triggered, strip,
                    [command = check.remedyCommand] { QApplication::clipboard()->setText(command); });
            strip->addAction(copy);
        }
        if (check.remedy == ReadinessCheck::Remedy::OpenSettings ||
            check.remedy == ReadinessCheck::Remedy::ChooseEngine) {
            auto *settings = new QAction(icon(Icon::Settings), tr("Open settings…"), strip);
            connect(settings, &QAction::triggered, this, &ReadinessStrip::settingsRequested);
            strip->addAction(settings);
        }
        auto *again = new QAction(icon(Icon::Refresh), tr("Check again"), strip);
        // Queued: the check removes the strip that asks for it.
        connect(again, &QAction::triggered, m_readiness, &Readiness::check, Qt::QueuedConnection);
        strip->addAction(again);
        offerHelp(strip, check.help, m_paths);
        connect(strip, &InlineMessage::closed, this,
                [this, id = check.id, reason = check.reason] { m_closed.insert(id, reason); });
        m_layout->addWidget(strip);
    }
    setVisible(m_layout->count() > 0);
}

} // namespace sparkler::gui
