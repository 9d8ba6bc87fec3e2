#pragma once

#include "manager/paths.h"
#include "manager/task.h"

#include <QDialog>
#include <QTimer>

class QButtonGroup;
class QLineEdit;
class QProcess;
class QPushButton;

namespace sparkler::gui {

class CopyBlock;
class FormSection;
class HelpLink;
class InlineMessage;

/// Makes a TAP device on this host, or takes one away: shows what would run and the script in full, and runs it as
/// administrator or gives the command to copy.
class MakeTapDialog : public QDialog {
    Q_OBJECT
public:
    enum class Mode { Make, Remove };
    /// `network`: that is free, for a network of its own. `tasks` must outlive it.
    MakeTapDialog(Mode mode, QString device, const QString &network, const Paths &paths, TaskList *tasks,
                  QWidget *parent);

    /// Of the script, without --dry-run.
    QStringList arguments() const;
    /// What to type instead; empty: there is no script.
    QString commandLine() const;

private:
    void buildChoice();
    void buildScript(const QString &scriptText);
    void refresh();
    void preview();
    void run();
    void onEnded(const Task *task);
    QString whyNotRun() const;

    Mode m_mode;
    QString m_device;
    Paths m_paths;
    QString m_script;        ///< its path
    QString m_administrator; ///< pkexec; empty: none, or not needed
    TaskList *m_tasks;
    FormSection *m_section;
    QButtonGroup *m_kind = nullptr;
    QLineEdit *m_network = nullptr;
    QLineEdit *m_bridge = nullptr;
    CopyBlock *m_commands;
    CopyBlock *m_command;
    HelpLink *m_help; ///< about why it would not work
    InlineMessage *m_message;
    QPushButton *m_run = nullptr;
    QTimer m_debounce;
    QProcess *m_preview = nullptr;
    bool m_good = false; ///< the preview says that the script would do it
    bool m_running = false;
};

} // namespace sparkler::gui
