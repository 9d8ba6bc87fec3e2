#pragma once

#include "manager/failure.h"
#include "widgets/icons.h"

#include <QWidget>

namespace sparkler::gui {

class Machine;

/// One page about the selected machine. Pages are made once, on first use, and bound to one machine after the other;
/// what a page keeps per machine it keeps by id. Pages know nothing of each other and of the window.
class MachinePage : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString title() const = 0;
    virtual Icon icon() const = 0;
    /// Null: none is selected. The page lets go of the former machine before this returns.
    virtual void setMachine(Machine *machine) = 0;
    /// Whether there is input that setMachine() would throw away.
    virtual bool hasUnsavedChanges() const { return false; }
    /// Where the keyboard goes when the page is shown.
    virtual void focusContent() { setFocus(); }
    /// Puts the keyboard into the page's search field, for the window's Ctrl+F. False: it has none (in sight).
    virtual bool focusSearch() { return false; }

signals:
    /// Shown by the window; what belongs beside a field is shown there by the page itself.
    void failed(const sparkler::gui::Failure &failure);
    void unsavedChangesChanged();
};

} // namespace sparkler::gui
