#include "widgets/page_column.h"

#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sparkler::gui {

PageColumn::PageColumn(const QString &title, QWidget *parent)
    : QScrollArea(parent), m_column(new QWidget), m_headerWidget(new QWidget(m_column)),
      m_title(new QLabel(m_headerWidget)), m_subtitle(new QLabel(m_headerWidget)),
      m_header(new QHBoxLayout(m_headerWidget)), m_body(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_title->setFont(Theme::font(TextRole::Title));
    m_title->setTextFormat(Qt::PlainText);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_subtitle->setWordWrap(true);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(spacing::kTight);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    m_header->setContentsMargins(0, 0, 0, 0);
    m_header->addLayout(titles, 1);
    m_body->setSpacing(spacing::kLarge);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kLarge + 4);
    column->addWidget(m_headerWidget);
    column->addLayout(m_body);
    column->addStretch(1);

    auto *canvas = new QWidget;
    auto *centred = new QHBoxLayout(canvas);
    centred->setContentsMargins(spacing::kXLarge, spacing::kXLarge, spacing::kXLarge, spacing::kXLarge);
    centred->addStretch(0);
    centred->addWidget(m_column, 100);
    centred->addStretch(0);
    setWidget(canvas);
    // The page shows the window's colour; cards stand out from it.
    viewport()->setAutoFillBackground(false);
    canvas->setAutoFillBackground(false);
    setFullWidth(false);
    setTitle(title);
}

void PageColumn::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    refreshHeader();
}

void PageColumn::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    refreshHeader();
}

void PageColumn::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget, 0, Qt::AlignTop);
    m_headerWidget->show();
}

void PageColumn::addWidget(QWidget *widget)
{
    m_body->addWidget(widget);
}

void PageColumn::setFullWidth(bool full)
{
    m_column->setMaximumWidth(full ? QWIDGETSIZE_MAX : spacing::kContentWidth);
}

void PageColumn::refreshHeader()
{
    m_title->setVisible(!m_title->text().isEmpty());
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    m_headerWidget->setVisible(!m_title->text().isEmpty() || !m_subtitle->text().isEmpty() || m_header->count() > 1);
}

} // namespace sparkler::gui
