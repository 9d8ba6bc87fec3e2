#include "widgets/inline_message.h"

#include "widgets/fold.h"
#include "widgets/icons.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

ColourRole roleOf(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Info:
        return ColourRole::Info;
    case InlineMessage::Kind::Success:
        return ColourRole::Success;
    case InlineMessage::Kind::Warning:
        return ColourRole::Warning;
    case InlineMessage::Kind::Error:
        return ColourRole::Danger;
    }
    Q_UNREACHABLE();
}

Icon iconOf(InlineMessage::Kind kind)
{
    switch (kind) {
    case InlineMessage::Kind::Info:
        return Icon::Info;
    case InlineMessage::Kind::Success:
        return Icon::Check;
    case InlineMessage::Kind::Warning:
        return Icon::Warning;
    case InlineMessage::Kind::Error:
        return Icon::Error;
    }
    Q_UNREACHABLE();
}

QToolButton *makeButton(QWidget *parent, Icon kind, const QString &name)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(kind));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

InlineMessage::InlineMessage(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_detail(new QLabel),
      m_fold(new Fold(tr("Details"), this)), m_actions(new QHBoxLayout),
      m_copy(makeButton(this, Icon::Copy, tr("Copy message"))),
      m_close(makeButton(this, Icon::Close, tr("Close message")))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setMinimumHeight(28);
    m_text->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setAccessibleName(tr("Details"));
    m_detail->setFont(Theme::font(TextRole::Monospace));
    m_fold->setContent(m_detail);
    m_icon->setFixedSize(20, 28);

    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::kTight);
    words->addWidget(m_text);
    words->addWidget(m_fold);
    words->addLayout(m_actions);
    m_actions->setSpacing(spacing::kSmall);
    m_actions->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::kMedium + 2, spacing::kSmall, spacing::kSmall, spacing::kSmall);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_copy, 0, Qt::AlignTop);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(copyText()); });
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    hide();
}

void InlineMessage::setMessage(Kind kind, const QString &text, const QString &detail)
{
    if (!isHidden() && kind == m_kind && text == this->text() && detail == this->detail())
        return;
    setHelp(nullptr);
    m_kind = kind;
    m_text->setText(text);
    m_detail->setText(detail);
    m_fold->setOpen(false);
    m_fold->setVisible(!detail.isEmpty());
    setAccessibleName(text);
    setAccessibleDescription(detail);
    refreshColours();
    show();
}

QString InlineMessage::text() const
{
    return m_text->text();
}

QString InlineMessage::detail() const
{
    return m_detail->text();
}

void InlineMessage::addAction(QAction *action)
{
    auto *button = new QPushButton(action->icon(), action->text(), this);
    button->setEnabled(action->isEnabled());
    button->setToolTip(action->toolTip());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] {
        button->setText(action->text());
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
    });
    connect(action, &QObject::destroyed, button, [button] {
        button->hide();
        button->deleteLater();
    });
    m_actions->insertWidget(m_actions->count() - 1, button);
}

void InlineMessage::setHelp(QAction *action)
{
    delete m_help; // takes its button along
    m_help = action;
    if (!action)
        return;
    action->setParent(this);
    addAction(action);
}

void InlineMessage::clearActions()
{
    setHelp(nullptr);
    while (m_actions->count() > 1) {
        QLayoutItem *item = m_actions->takeAt(0);
        delete item->widget();
        delete item;
    }
}

void InlineMessage::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

QString InlineMessage::copyText() const
{
    return detail().isEmpty() ? text() : text() + QStringLiteral("\n\n") + detail();
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const QColor role = Theme::colour(roleOf(m_kind), palette());
    QColor fill = role;
    fill.setAlphaF(Theme::isDark(palette()) ? 0.13F : 0.08F);
    QColor edge = role;
    edge.setAlphaF(0.5F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().base());
    painter.drawRoundedRect(rect(), spacing::kCornerRadius, spacing::kCornerRadius);
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::kCornerRadius,
                            spacing::kCornerRadius);
}

void InlineMessage::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshColours();
}

void InlineMessage::refreshColours()
{
    m_icon->setPixmap(iconPixmap(iconOf(m_kind), Theme::colour(roleOf(m_kind), palette()), 20, devicePixelRatioF()));
    update();
}

} // namespace sparkler::gui
