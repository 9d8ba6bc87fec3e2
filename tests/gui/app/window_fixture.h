#pragma once

#include "app/main_window.h"

#include <QTemporaryDir>

#include <memory>

class QTreeView;

namespace sparkler::gui {

/// A main window over a data directory of its own, with the fake engine of the supervisor's tests. At its end no engine
/// is left.
class WindowFixture {
public:
    explicit WindowFixture(Theme *theme = nullptr);
    ~WindowFixture();
    WindowFixture(const WindowFixture &) = delete;
    WindowFixture &operator=(const WindowFixture &) = delete;

    /// Stores a machine that can be started; returns its id.
    QString add(const QString &name, const QString &group = {}, const QStringList &tags = {});
    /// Files as a finished build of the demo guest leaves them.
    void makeDemoGuest();
    Machine *machine(const QString &name) const; ///< null: none
    void change(const QString &name, const std::function<void(MachineDefinition &)> &edit);

    MainWindow &window() { return *m_window; }
    Workspace &workspace() { return *m_workspace; }
    QTreeView *list() const;
    /// The text of all labels in sight.
    QString shownText() const;
    bool shows(const QString &text) const { return shownText().contains(text); }

private:
    QString file(const QString &name, qint64 bytes = 4096) const;

    QTemporaryDir m_directory;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace sparkler::gui
