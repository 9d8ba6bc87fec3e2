#pragma once

#include <QWidget>

class QToolButton;
class QVBoxLayout;

namespace sparkler::gui {

/// A heading that opens and closes what is beneath. The heading is a button: Space, Return, Left and Right work.
class Fold : public QWidget {
    Q_OBJECT
public:
    explicit Fold(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Takes ownership and replaces earlier content.
    void setContent(QWidget *content);
    QWidget *content() const { return m_content; }
    bool isOpen() const { return m_open; }
    void setOpen(bool open);

signals:
    void openChanged(bool open);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();

    QToolButton *m_header;
    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr;
    bool m_open = false;
};

} // namespace sparkler::gui
