#pragma once

#include <QWidget>

namespace sparkler::gui {

class JsonView;

/// The numbers beside a JsonView's lines; the line of the error and the cursor's are marked.
class LineNumbers : public QWidget {
    Q_OBJECT
public:
    explicit LineNumbers(JsonView *view);
    int neededWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    JsonView *m_view;
};

} // namespace sparkler::gui
