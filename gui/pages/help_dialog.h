#pragma once

#include "manager/help_topic.h"
#include "manager/paths.h"

#include <QDialog>

namespace sparkler::gui {

class InlineMessage;
struct Failure;

/// One section of docs/troubleshooting.md to read, beside the window that it is about, and the way to the whole.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    HelpDialog(const QString &section, const QString &document, QWidget *parent);
};

/// Gives the message a button that shows what the document has about `topic`, in place of the one that it had. None if
/// the document has nothing, or is not found.
void offerHelp(InlineMessage *message, HelpTopic topic, const Paths &paths);
/// Shows a failure: its sentences, the rest folded, and the way to the document. Other buttons stay.
void showFailure(InlineMessage *message, const Failure &failure, const Paths &paths);

} // namespace sparkler::gui
