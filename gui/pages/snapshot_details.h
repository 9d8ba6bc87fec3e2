#pragma once

#include "manager/paths.h"
#include "manager/snapshots/requests.h"

#include <QScrollArea>

class QBoxLayout;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace sparkler::gui {

class ConsoleThumbnail;
class ElidedLabel;
class FactGrid;
class FindingsView;

/// All about the row that is selected in the tree of snapshots. Name and note of a snapshot are changed in place and
/// saved when the field is left. Does nothing itself: it asks.
class SnapshotDetails : public QScrollArea {
    Q_OBJECT
public:
    /// A snapshot, and what the lineage says about it.
    struct Shown {
        SnapshotEntry entry;
        QString from;       ///< name of the snapshot that the machine came from; empty: from none
        QStringList needed; ///< names of the diffs that are of no use without it
        std::optional<Verification> verification;
    };

    explicit SnapshotDetails(const Paths &paths, QWidget *parent = nullptr);
    ~SnapshotDetails() override;

    /// Of one that is not damaged.
    void showSnapshot(const Shown &shown);
    /// Anything else that can be selected: a heading, sentences, and what can be done about it (empty: nothing).
    void showWords(const QString &heading, const QStringList &sentences, const QString &action = {});
    /// About the snapshot that is shown.
    void setLooking();
    void setFindings(const QList<Finding> &findings);
    /// The name is to be changed.
    void editName();
    /// What is being typed is saved now.
    void saveWords();

signals:
    void describeRequested(const QString &snapshotId, const QString &name, const QString &note);
    void actionRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildWords();
    QWidget *buildSnapshot(const Paths &paths);
    void showFacts();
    void showDrives();
    void arrange();

    Shown m_shown;
    QWidget *m_snapshot = nullptr;
    QWidget *m_words = nullptr;
    QLabel *m_heading = nullptr;
    QLabel *m_sentences = nullptr;
    QPushButton *m_action = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_note = nullptr;
    FindingsView *m_findings = nullptr;
    QBoxLayout *m_columns = nullptr;
    ElidedLabel *m_taken = nullptr;
    ElidedLabel *m_pause = nullptr;
    ElidedLabel *m_size = nullptr;
    ElidedLabel *m_machine = nullptr;
    ElidedLabel *m_from = nullptr;
    ElidedLabel *m_needed = nullptr;
    ElidedLabel *m_engine = nullptr;
    ElidedLabel *m_cpu = nullptr;
    ElidedLabel *m_verified = nullptr;
    QWidget *m_drives = nullptr;
    QGridLayout *m_driveGrid = nullptr;
    QWidget *m_consoleBox = nullptr;
    ConsoleThumbnail *m_console = nullptr;
};

} // namespace sparkler::gui
