#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace sparkler::gui {

/// A rounded panel with an optional title, a line beneath it, header actions at the right, and a body.
class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setDescription(const QString &description);
    /// At the right of the title; takes ownership.
    void addHeaderWidget(QWidget *widget);
    /// Add the content here.
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refreshHeader();

    QLabel *m_title;
    QLabel *m_description;
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
};

} // namespace sparkler::gui
