#include "widgets/error_details.h"

#include "widgets/fold.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sparkler::gui {

QString ErrorReport::toText() const
{
    QStringList parts;
    if (!summary.isEmpty())
        parts << summary;
    if (!request.isEmpty())
        parts << ErrorDetails::tr("Request: %1").arg(request);
    if (!status.isEmpty())
        parts << ErrorDetails::tr("Status: %1").arg(status);
    if (!fault.isEmpty())
        parts << ErrorDetails::tr("Fault: %1").arg(fault);
    if (!logLines.isEmpty())
        parts << ErrorDetails::tr("Log:") + u'\n' + logLines.join(u'\n');
    return parts.join(u'\n');
}

ErrorDetails::ErrorDetails(QWidget *parent)
    : QWidget(parent), m_summary(new InlineMessage(this)), m_fold(new Fold(tr("Technical details"), this)),
      m_text(new QPlainTextEdit)
{
    m_summary->setClosable(false);
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFont(Theme::font(TextRole::Monospace));
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(spacing::kSmall);
    m_text->setAccessibleName(tr("Technical details"));
    m_text->setMinimumHeight(140);
    auto *content = new QWidget;
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(0, 0, 0, 0);
    contentLayout->addWidget(m_text);
    auto *copyButton = new QPushButton(icon(Icon::Copy), tr("Copy all"), content);
    contentLayout->addWidget(copyButton, 0, Qt::AlignLeft);
    connect(copyButton, &QPushButton::clicked, this, &ErrorDetails::copy);
    m_fold->setContent(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_summary);
    layout->addWidget(m_fold);
}

void ErrorDetails::setReport(const ErrorReport &report)
{
    m_report = report;
    m_summary->setMessage(InlineMessage::Kind::Error, report.summary);
    ErrorReport rest = report;
    rest.summary.clear();
    m_text->setPlainText(rest.toText());
    m_fold->setVisible(!m_text->document()->isEmpty());
}

void ErrorDetails::copy() const
{
    QGuiApplication::clipboard()->setText(m_report.toText());
}

} // namespace sparkler::gui
