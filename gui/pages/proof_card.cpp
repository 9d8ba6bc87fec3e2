#include "pages/proof_card.h"

#include "widgets/icons.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

using Verdict = JailFact::Verdict;

constexpr int kMarkSize = 16;
constexpr int kNameCharacters = 26;

struct Look {
    Icon icon;
    ColourRole colour;
    QString text;
};

Look lookOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Proven:
        return {Icon::Check, ColourRole::Success, ProofCard::tr("proven from /proc")};
    case Verdict::Weaker:
        return {Icon::Error, ColourRole::Danger, ProofCard::tr("weaker than promised")};
    case Verdict::Unknown:
        return {Icon::Warning, ColourRole::Warning, ProofCard::tr("promised, but /proc does not tell")};
    case Verdict::Note:
        break;
    }
    return {Icon::Info, ColourRole::MutedText, {}};
}

QLabel *plainLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

} // namespace

ProofCard::ProofCard(const QString &title, QWidget *parent) : Card(title, parent), m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(spacing::kMedium);
    m_grid->setVerticalSpacing(spacing::kSmall);
    m_grid->setColumnMinimumWidth(1, fontMetrics().averageCharWidth() * kNameCharacters);
    m_grid->setColumnStretch(2, 3);
    m_grid->setColumnStretch(3, 2);
    body()->addLayout(m_grid);
}

void ProofCard::setFacts(const QList<JailFact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    rebuild();
}

void ProofCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        rebuild();
}

void ProofCard::rebuild()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int row = 0; row < m_facts.size(); ++row)
        addRow(row, m_facts[row]);
}

void ProofCard::addRow(int row, const JailFact &fact)
{
    const Look look = lookOf(fact.verdict);
    auto *mark = new QLabel;
    mark->setPixmap(iconPixmap(look.icon, Theme::colour(look.colour, palette()), kMarkSize, devicePixelRatioF()));
    mark->setAccessibleName(look.text.isEmpty() ? tr("note") : look.text);
    auto *name = plainLabel(fact.what);
    name->setForegroundRole(QPalette::PlaceholderText);
    QStringList words{look.text, fact.note};
    words.removeAll(QString());
    auto *verdict = plainLabel(words.join(QStringLiteral(" · ")));
    QPalette colours = verdict->palette();
    colours.setColor(QPalette::WindowText, Theme::colour(look.colour, palette()));
    verdict->setPalette(colours);
    m_grid->addWidget(mark, row, 0, Qt::AlignTop);
    m_grid->addWidget(name, row, 1, Qt::AlignTop);
    m_grid->addWidget(plainLabel(fact.value), row, 2, Qt::AlignTop);
    m_grid->addWidget(verdict, row, 3, Qt::AlignTop);
}

} // namespace sparkler::gui
