#pragma once

#include "widgets/terminal/terminal_search_bar.h"
#include "widgets/terminal/terminal_surface.h"
#include "widgets/terminal/terminal_view.h"

#include <QWidget>

#include <expected>

class QLabel;

namespace sparkler::gui {

/// A serial console: terminal, search bar, and a strip for a message of its owner. Bytes in through feed(), bytes out
/// through typed().
class TerminalWidget : public QWidget {
    Q_OBJECT
public:
    explicit TerminalWidget(QWidget *parent = nullptr);

    /// Takes output of the guest; see TerminalSurface::write for what a flood does.
    void feed(const QByteArray &bytes);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const;
    /// Empties screen and history, for the console of another or a restarted guest.
    void clear();

    TerminalSurface &surface() { return m_surface; }
    TerminalView *view() const { return m_view; }
    TerminalSearchBar *searchBar() const { return m_searchBar; }

    /// A line above the terminal, such as "Not connected"; empty hides it.
    void setMessage(const QString &message);
    QString message() const;

    /// History and screen as text, everything fed so far included.
    QString screenText();
    /// Writes screenText() to a file as UTF-8. The error is a sentence for the user.
    std::expected<void, QString> saveText(const QString &path);

    void openSearch();

signals:
    /// Bytes for the guest: keys, pastes, mouse reports, and the terminal's answers to its queries. Answers come in
    /// read-only mode as well: the guest asked, not the user.
    void typed(const QByteArray &bytes);
    void titleChanged(const QString &title);
    /// From the context menu: ask for a file, then saveText().
    void saveRequested();

private:
    void search(TerminalSearchDirection direction, bool fromHere);
    void closeSearch();

    TerminalSurface m_surface;
    QLabel *m_message;
    TerminalView *m_view;
    TerminalSearchBar *m_searchBar;
};

} // namespace sparkler::gui
