#include "pages/snapshot_dialog.h"

#include "pages/live_parts.h"
#include "widgets/card.h"
#include "widgets/theme.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sparkler::gui {

SnapshotDialog::SnapshotDialog(const QString &title, const QString &acceptText, ButtonKind kind, QWidget *parent)
    : QDialog(parent), m_introduction(new QLabel), m_consent(new QCheckBox(this))
{
    m_consent->setText(tr("Try it &nevertheless: the guest may crash, or not go on at all"));
    m_consent->hide();
    connect(m_consent, &QCheckBox::toggled, this, &SnapshotDialog::refreshAccept);
    setWindowTitle(title);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, spacing::kTight, 0);
    m_column->setSpacing(spacing::kLarge);
    m_introduction->setTextFormat(Qt::PlainText);
    m_introduction->setWordWrap(true);
    m_introduction->hide();
    m_column->addWidget(m_introduction);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    setButtonKind(m_accept, kind);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
}

void SnapshotDialog::setIntroduction(const QString &text)
{
    m_introduction->setText(text);
    m_introduction->setVisible(!text.isEmpty());
}

void SnapshotDialog::setWhyNot(const QString &text)
{
    m_whyNot = text;
    refreshAccept();
}

QWidget *SnapshotDialog::consent() const
{
    return m_consent;
}

void SnapshotDialog::setRisk(bool risk)
{
    m_consent->setVisible(risk);
    refreshAccept();
}

bool SnapshotDialog::riskAccepted() const
{
    return !m_consent->isHidden() && m_consent->isChecked();
}

void SnapshotDialog::refreshAccept()
{
    const bool undecided = !m_consent->isHidden() && !m_consent->isChecked();
    setEnabledOrWhyNot(m_accept, m_whyNot.isEmpty() && undecided
                                     ? tr("Decide first whether to take the risk that is told above.")
                                     : m_whyNot);
}

Card *addCard(QVBoxLayout *column, const QString &title, const QString &description)
{
    auto *card = new Card(title);
    card->setDescription(description);
    column->addWidget(card);
    return card;
}

} // namespace sparkler::gui
