#pragma once

#include <QLayout>
#include <QList>

namespace sparkler::gui {

/// Puts items in rows, like words of a text.
class FlowLayout : public QLayout {
    Q_OBJECT
public:
    FlowLayout(QWidget *parent, int spacing);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Apply { No, Yes };
    int arrange(const QRect &rect, Apply apply) const;

    QList<QLayoutItem *> m_items;
};

} // namespace sparkler::gui
