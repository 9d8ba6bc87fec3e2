#pragma once

#include "manager/cpu_template_text.h"
#include "pages/help_link.h"
#include "widgets/card.h"

class QMenu;
class QPushButton;

namespace sparkler::gui {

class InlineMessage;
class JsonView;

/// The text of a CPU template of one's own: checked as it is typed, from and to files, and begun with a named one.
class CpuEditorCard : public Card {
    Q_OBJECT
public:
    static constexpr int kMostShown = 4; ///< mistakes that are told at once

    explicit CpuEditorCard(Paths paths, QWidget *parent = nullptr);

    /// Does not emit changed(). The text stays when it says the same already.
    void setValue(const QJsonObject &value);
    /// What the text said when it was right last.
    const QJsonObject &value() const { return m_value; }
    /// Shows the value in place of what is being typed.
    void reload();
    Validity validity() const;
    /// Replaces the text, by the user's wish: can be undone there, and emits changed().
    void replaceText(const QString &text);
    /// What this host says of the text.
    void setVerdict(const Validity &verdict, HelpTopic topic) { m_verdict->tell(verdict, topic); }
    InlineMessage *message() const { return m_message; }
    /// Instead of what the message says. `topic`: None if the words tell.
    void tellError(const QString &text, HelpTopic topic = HelpTopic::None);

    /// As the buttons do, once a file is chosen.
    void importFrom(const QString &path);
    void exportTo(const QString &path);

signals:
    void changed();
    /// The text of a named template is wanted here: see replaceText().
    void startFromRequested(const QString &name);

private:
    QWidget *buildButtons();
    void chooseFile(bool import);
    void take();
    void check();
    void refresh();

    QJsonObject m_value;
    QList<CpuTemplateMistake> m_mistakes; ///< of the text as it is
    bool m_showing = false;
    bool m_busy = false; ///< a file is being read or written
    JsonView *m_text;
    ValidityLabel *m_note;
    HelpedNote *m_verdict;
    Paths m_paths;
    InlineMessage *m_message;
    QMenu *m_start = nullptr;
    QPushButton *m_format = nullptr;
    QPushButton *m_goTo = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace sparkler::gui
