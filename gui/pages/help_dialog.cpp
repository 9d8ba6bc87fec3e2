#include "pages/help_dialog.h"

#include "manager/failure.h"
#include "widgets/icons.h"
#include "widgets/inline_message.h"
#include "widgets/theme.h"

#include <QAction>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

HelpDialog::HelpDialog(const QString &section, const QString &document, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Troubleshooting"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QTextBrowser;
    text->setAccessibleName(windowTitle());
    text->setOpenLinks(false);
    text->setMarkdown(section);
    text->document()->setDocumentMargin(spacing::kMedium);
    // To the document as a whole: not every program takes the name of a section.
    connect(text, &QTextBrowser::anchorClicked, this, [document](const QUrl &link) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(document).resolved(link.adjusted(QUrl::RemoveFragment)));
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *whole = buttons->addButton(tr("Open the whole document"), QDialogButtonBox::ActionRole);
    connect(whole, &QPushButton::clicked, this,
            [document] { QDesktopServices::openUrl(QUrl::fromLocalFile(document)); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(640, 440);
}

void offerHelp(InlineMessage *message, HelpTopic topic, const Paths &paths)
{
    // Told anew each second while it lasts: its button may have the focus, and the document need not be read again.
    const int number = static_cast<int>(topic);
    if (message->help() && message->help()->data() == number)
        return;
    const QString section = helpSection(paths.troubleshooting, topic);
    if (section.isEmpty()) {
        message->setHelp(nullptr);
        return;
    }
    auto *action = new QAction(icon(Icon::Info), HelpDialog::tr("More about this"), message);
    action->setData(number);
    QObject::connect(action, &QAction::triggered, message, [message, section, document = paths.troubleshooting] {
        (new HelpDialog(section, document, message->window()))->show();
    });
    message->setHelp(action);
}

void showFailure(InlineMessage *message, const Failure &failure, const Paths &paths)
{
    message->setMessage(InlineMessage::Kind::Error, failure.summary(), failure.report());
    offerHelp(message, helpTopicOf(failure), paths);
}

} // namespace sparkler::gui
