#pragma once

#include "widgets/icons.h"

#include <QLabel>
#include <QString>

namespace sparkler::gui {

/// What is to be said about an entry. Only Error makes the form unusable.
struct Validity {
    enum class Level { Ok, Warning, Error };
    Level level = Level::Ok;
    QString text; ///< may be empty when Ok

    bool isAcceptable() const { return level != Level::Error; }
    bool operator==(const Validity &) const = default;
};

/// Icon and text under a field; hidden while there is nothing to say.
class ValidityLabel : public QWidget {
    Q_OBJECT
public:
    explicit ValidityLabel(QWidget *parent = nullptr);

    void setValidity(const Validity &validity);
    const Validity &validity() const { return m_validity; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Validity m_validity;
    QLabel *m_icon;
    QLabel *m_text;
};

} // namespace sparkler::gui
