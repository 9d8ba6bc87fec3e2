#pragma once

#include "manager/machine.h"
#include "models/csv.h"
#include "models/machine_record.h"

#include <QPointer>
#include <QWidget>

namespace sparkler::gui {

/// One part of the metrics page. It works only while it is in sight; when it comes into sight it catches up from the
/// machine's record.
class MetricsView : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Both null: no machine.
    void bind(Machine *machine, MachineRecord *record);
    /// The record has another sample of the counters.
    void sampled();
    /// The machine has another sample of what its process uses.
    void used();
    /// The machine's state has changed.
    void stateChanged();

    /// What is in sight, over the recorded time.
    virtual std::vector<CsvColumn> columns() const = 0;

protected:
    /// All anew; there may be no machine.
    virtual void reload() = 0;
    /// The same after one sample more. Called only with a machine, in sight.
    virtual void onSample() {}
    virtual void onUsage() {}
    virtual void onState() { reload(); }
    /// Before the machine changes, and when the view goes out of sight.
    virtual void leave() {}
    /// When it comes into sight with a machine.
    virtual void enter() {}

    Machine *machine() const { return m_machine; }
    MachineRecord *record() const { return m_record; }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointer<Machine> m_machine;
    QPointer<MachineRecord> m_record;
};

/// What a counter is drawn as, from its history; a rate is named "block.read_bytes per second".
CsvColumn shownColumn(const CounterHistory &history, const QString &counter);

} // namespace sparkler::gui
