#pragma once

#include "manager/help_topic.h"
#include "manager/paths.h"
#include "widgets/validity.h"

#include <QToolButton>

namespace sparkler::gui {

/// A button beside an error that is no InlineMessage: shows what docs/troubleshooting.md has about it. Hidden while
/// that is nothing.
class HelpLink : public QToolButton {
    Q_OBJECT
public:
    explicit HelpLink(const Paths &paths, QWidget *parent = nullptr);

    /// `about`: of what the error is, for those who do not see beside what the button stands.
    void setTopic(HelpTopic topic, const QString &about = {});

private:
    void open();

    QString m_document;
    HelpTopic m_topic = HelpTopic::None;
    QString m_section; ///< what m_document has about it
};

/// A note that can have such a button behind its words.
class HelpedNote : public ValidityLabel {
    Q_OBJECT
public:
    explicit HelpedNote(const Paths &paths, QWidget *parent = nullptr);

    void tell(const Validity &validity, HelpTopic topic = HelpTopic::None);

private:
    HelpLink *m_help;
};

} // namespace sparkler::gui
