#include "pages/findings_view.h"

#include "pages/help_link.h"
#include "widgets/copy_block.h"
#include "widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {
namespace {

constexpr int kIconSize = 18;

FindingsView::Look lookOf(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Note:
        return {Icon::Info, ColourRole::Info};
    case Finding::Severity::Warning:
        return {Icon::Warning, ColourRole::Warning};
    case Finding::Severity::Risk:
        return {Icon::Warning, ColourRole::Danger};
    case Finding::Severity::Problem:
        break;
    }
    return {Icon::Error, ColourRole::Danger};
}

QLabel *plainLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

FindingsView::FindingsView(Paths paths, QWidget *parent)
    : QWidget(parent), m_paths(std::move(paths)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::kSmall);
    setAccessibleName(tr("Whether it can be used here"));
}

void FindingsView::setLooking()
{
    if (m_looking)
        return;
    m_looking = true;
    m_findings.clear();
    rebuild();
}

void FindingsView::setFindings(const QList<Finding> &findings, const QString &allGood)
{
    if (!m_looking && findings == m_findings && allGood == m_allGood)
        return;
    m_looking = false;
    m_findings = findings;
    m_allGood = allGood;
    rebuild();
}

void FindingsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

void FindingsView::rebuild()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater(); // it may be what has asked for this
        }
        delete item;
    }
    if (m_looking) {
        auto *line = plainLabel(tr("Looking whether it can be used here…"), this);
        line->setForegroundRole(QPalette::PlaceholderText);
        m_layout->addWidget(line);
        return;
    }
    // Notes keep nothing from being good.
    if (std::ranges::all_of(m_findings, [](const auto &one) { return one.severity == Finding::Severity::Note; }) &&
        !m_allGood.isEmpty())
        addLine({Icon::Check, ColourRole::Success}, {Finding::Severity::Note, m_allGood, {}, {}});
    for (const Finding &finding : std::as_const(m_findings))
        addLine(lookOf(finding.severity), finding);
    if (std::ranges::none_of(m_findings, [](const auto &one) { return one.severity >= Finding::Severity::Risk; }))
        return;
    auto *help = new HelpLink(m_paths, this);
    help->setTopic(HelpTopic::SnapshotRestore);
    m_layout->addWidget(help, 0, Qt::AlignLeft);
}

void FindingsView::addLine(const Look &look, const Finding &finding)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kSmall);
    auto *picture = new QLabel(line);
    picture->setPixmap(iconPixmap(look.icon, Theme::colour(look.colour, palette()), kIconSize, devicePixelRatioF()));
    row->addWidget(picture, 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::kTight);
    words->addWidget(plainLabel(finding.text, line));
    if (!finding.remedy.isEmpty()) {
        QLabel *remedy = plainLabel(finding.remedy, line);
        remedy->setForegroundRole(QPalette::PlaceholderText);
        words->addWidget(remedy);
    }
    if (!finding.command.isEmpty()) {
        auto *command = new CopyBlock(tr("What helps"), line);
        command->setText(finding.command);
        words->addWidget(command);
    }
    row->addLayout(words, 1);
    m_layout->addWidget(line);
}

} // namespace sparkler::gui
