#pragma once

#include "manager/machine.h"
#include "manager/paths.h"
#include "widgets/card.h"

class QGridLayout;
class QLabel;

namespace sparkler::gui {

class ElidedLabel;
class ErrorDetails;
class Sparkline;

/// Labels at the left, values at the right, and what can be done with a value behind it.
class FactGrid : public QWidget {
    Q_OBJECT
public:
    explicit FactGrid(QWidget *parent = nullptr);

    /// `mode`: Middle suits paths.
    ElidedLabel *addFact(const QString &label, Qt::TextElideMode mode = Qt::ElideRight);
    /// Behind the value added last; takes ownership.
    void addBehind(QWidget *widget);
    /// Removes all rows.
    void clear();

private:
    QGridLayout *m_grid;
    int m_rows = 0;
    int m_column = 0;
};

/// What state the machine is in, why, since when, where it runs, and what to do next.
class StateCard : public Card {
    Q_OBJECT
public:
    explicit StateCard(Paths paths, QWidget *parent = nullptr);

    /// `failure`: the last thing that did not work; nothing: all did.
    void show(const Machine &machine, const std::optional<Failure> &failure);
    void refreshUptime(const Machine &machine);
    QString hintText() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshIcons();

    MachineState m_state = MachineState::Stopped;
    bool m_emulated = false;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_reason;
    QLabel *m_uptime;
    QLabel *m_runnerIcon;
    QLabel *m_runner;
    QLabel *m_hint;
    ErrorDetails *m_failure;
    Paths m_paths;
};

/// One number now, and its last two minutes.
class UsageCard : public Card {
    Q_OBJECT
public:
    UsageCard(const QString &title, QWidget *parent = nullptr);
    /// Oldest first. `top`: the value that fills the height, unless one is larger.
    void show(const QString &now, const QString &note, std::vector<double> values, double top);

private:
    QLabel *m_now;
    QLabel *m_note;
    Sparkline *m_line;
};

/// What to do next with a machine in this state; empty: nothing particular.
QString nextStep(const Machine &machine);
/// The same by its parts, for a machine that could be started.
QString stoppedHint(const MachineDefinition &definition, const QString &whyNotStart);
/// "root, read-only, rate-limited · 1.2 GiB"; `bytes` negative: the file is missing.
QString driveNote(const Drive &drive, qint64 bytes);

} // namespace sparkler::gui
