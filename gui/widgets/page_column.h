#pragma once

#include <QScrollArea>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace sparkler::gui {

/// A scrolling page: title, a muted line, actions at the right, then cards in one column of reading width.
class PageColumn : public QScrollArea {
    Q_OBJECT
public:
    explicit PageColumn(const QString &title = {}, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// At the right of the title; takes ownership.
    void addHeaderWidget(QWidget *widget);
    /// Takes ownership.
    void addWidget(QWidget *widget);
    /// No limit of width, for tables and plots.
    void setFullWidth(bool full);
    QVBoxLayout *body() const { return m_body; }

private:
    void refreshHeader();

    QWidget *m_column;
    QWidget *m_headerWidget;
    QLabel *m_title;
    QLabel *m_subtitle;
    QHBoxLayout *m_header;
    QVBoxLayout *m_body;
};

} // namespace sparkler::gui
