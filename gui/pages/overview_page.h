#pragma once

#include "manager/paths.h"
#include "pages/machine_page.h"

#include <QPointer>

#include <optional>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QTimer;
class QToolButton;

namespace sparkler::gui {

class Card;
class ElidedLabel;
class EmptyState;
class EngineClient;
class FactGrid;
class PageColumn;
class StateCard;
class TagEditor;
class UsageCard;

/// A machine at a glance, and the words the user keeps about it. Notes are saved when the field is left.
class OverviewPage : public MachinePage {
    Q_OBJECT
public:
    explicit OverviewPage(Paths paths, QWidget *parent = nullptr);
    ~OverviewPage() override;

    QString title() const override { return tr("Overview"); }
    Icon icon() const override { return Icon::Overview; }
    void setMachine(Machine *machine) override;
    void focusContent() override;

    /// What is offered for choosing.
    void setKnownGroups(const QStringList &groups);
    void setKnownTags(const QStringList &tags);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildCards();
    Card *buildHardware();
    Card *buildPaths();
    Card *buildWords();
    ElidedLabel *addPath(FactGrid *grid, const QString &label, bool folder);
    void onStateChanged();
    void refresh();
    void refreshUsage();
    void refreshHardware();
    void refreshDrives();
    void refreshWords();
    void askVersion();
    void saveWords();
    void openFolder(const QString &path);

    Paths m_paths;
    QPointer<Machine> m_machine;
    std::optional<Failure> m_failure; ///< the last one since the machine was selected or began to run
    QPointer<EngineClient> m_askedClient;
    QString m_version;
    QString m_savedNotes;
    EmptyState *m_empty = nullptr;
    PageColumn *m_column = nullptr;
    StateCard *m_state = nullptr;
    UsageCard *m_cpu = nullptr;
    UsageCard *m_memory = nullptr;
    ElidedLabel *m_size = nullptr;
    ElidedLabel *m_runner = nullptr;
    ElidedLabel *m_engine = nullptr;
    ElidedLabel *m_kernel = nullptr;
    ElidedLabel *m_initrd = nullptr;
    ElidedLabel *m_bootArgs = nullptr;
    Card *m_drivesCard = nullptr;
    FactGrid *m_drives = nullptr;
    ElidedLabel *m_directory = nullptr;
    ElidedLabel *m_apiSocket = nullptr;
    ElidedLabel *m_consoleSocket = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_group = nullptr;
    TagEditor *m_tags = nullptr;
    QPlainTextEdit *m_notes = nullptr;
    QTimer *m_clock;
};

} // namespace sparkler::gui
