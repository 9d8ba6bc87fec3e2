#pragma once

#include <QFrame>
#include <QPointer>

class QAbstractButton;
class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace sparkler::gui {

class Fold;

/// A strip in the page: what happened, what to do, details folded away. Hidden until setMessage(), so it
/// needs its parent before that.
class InlineMessage : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Success, Warning, Error };
    explicit InlineMessage(QWidget *parent = nullptr);

    /// Shows the strip. `detail` is plain text, folded; empty for none. Actions stay, the help of another message goes.
    /// Told the same again it stays as it is, with its details open and the focus on its buttons.
    void setMessage(Kind kind, const QString &text, const QString &detail = {});
    Kind kind() const { return m_kind; }
    QString text() const;
    QString detail() const;
    /// Appears as a button; the action stays the caller's.
    void addAction(QAction *action);
    /// A button with what explains this message, until the next one. Takes the action; null: none.
    void setHelp(QAction *action);
    QAction *help() const { return m_help; }
    /// With the help.
    void clearActions();
    /// On by default. The strip hides and tells closed().
    void setClosable(bool closable);
    /// What the copy button puts on the clipboard: text and detail.
    QString copyText() const;

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshColours();

    Kind m_kind = Kind::Info;
    QLabel *m_icon;
    QLabel *m_text;
    QLabel *m_detail;
    Fold *m_fold;
    QHBoxLayout *m_actions;
    QToolButton *m_copy;
    QToolButton *m_close;
    QPointer<QAction> m_help;
};

} // namespace sparkler::gui
