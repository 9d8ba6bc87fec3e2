#pragma once

#include "manager/jail_facts.h"
#include "manager/machine.h"
#include "manager/paths.h"
#include "pages/machine_page.h"

#include <QPointer>
#include <QTimer>

class QComboBox;
class QSpinBox;
class QTableWidget;

namespace sparkler::gui {

class Card;
class FormSection;
class HelpedNote;
class InlineMessage;
class PageColumn;
class ProofCard;
class ValidityLabel;

/// What confines a machine's engine: the choice, and, while it runs, what the kernel says of it. Changes of the choice
/// are kept at once, and possible only while the machine is stopped.
class JailPage : public MachinePage {
    Q_OBJECT
public:
    /// `proc`: where the kernel tells of processes.
    explicit JailPage(Paths paths, const QString &proc = QStringLiteral("/proc"), QWidget *parent = nullptr);

    QString title() const override { return tr("Jail"); }
    Icon icon() const override { return Icon::Key; }
    void setMachine(Machine *machine) override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    FormSection *buildChoice();
    void refresh();
    void refreshChoice();
    void refreshShown();
    void look();
    void showFacts(const JailFacts &facts);
    void keep();

    QPointer<Machine> m_machine;
    Paths m_paths;
    QString m_proc;
    QTimer m_timer;
    bool m_looking = false;
    bool m_filling = false;
    PageColumn *m_column;
    InlineMessage *m_message;
    QComboBox *m_choice = nullptr;
    QSpinBox *m_openFiles = nullptr;
    QSpinBox *m_fileSize = nullptr;
    HelpedNote *m_note;
    ValidityLabel *m_verdict;
    Card *m_shownCard;
    QTableWidget *m_shown;
    ProofCard *m_namespaces;
    ProofCard *m_limits;
    ProofCard *m_threads;
    ProofCard *m_others;
};

} // namespace sparkler::gui
