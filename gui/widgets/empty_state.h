#pragma once

#include "widgets/icons.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace sparkler::gui {

/// What a page shows instead of nothing: icon, headline, a sentence and what to do.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(Icon icon, const QString &headline, const QString &text, QWidget *parent = nullptr);

    void setHeadline(const QString &headline);
    void setText(const QString &text);
    /// The first button is the primary one. Owned by this widget; connect to clicked().
    QPushButton *addButton(const QString &text, Icon icon);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refreshIcon();

    Icon m_iconKind;
    QLabel *m_icon;
    QLabel *m_headline;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace sparkler::gui
