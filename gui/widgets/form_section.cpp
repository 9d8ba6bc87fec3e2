#include "widgets/form_section.h"

#include "widgets/theme.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

constexpr int kNarrowWidth = 200;
constexpr int kRowHeight = 32;

/// "&Boot image:" becomes "Boot image".
QString plainLabel(QString label)
{
    label.remove(u'&');
    while (label.endsWith(u':') || label.endsWith(u' '))
        label.chop(1);
    return label;
}

/// Turning the wheel over a page scrolls the page and not a value that happens to be under the pointer.
class WheelGuard : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

FormSection::FormSection(const QString &title, QWidget *parent) : Card(title, parent), m_grid(new QGridLayout)
{
    m_grid->setHorizontalSpacing(spacing::kLarge);
    m_grid->setVerticalSpacing(spacing::kSmall);
    m_grid->setColumnMinimumWidth(0, 150);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
}

QLabel *FormSection::addRow(const QString &label, QWidget *field, const QString &hint)
{
    const int row = m_grid->rowCount();
    Row added{field, new QLabel(label, this), nullptr};
    added.label->setBuddy(field);
    // Level with the first line of a tall field.
    added.label->setContentsMargins(0, 8, 0, 0);
    added.label->setWordWrap(true);
    m_grid->addWidget(added.label, row, 0, Qt::AlignTop);
    // Numbers and choices keep a natural width; text and paths take what there is.
    const bool narrow = qobject_cast<QAbstractSpinBox *>(field) || qobject_cast<QComboBox *>(field);
    if (narrow) {
        field->setMinimumWidth(kNarrowWidth);
        guardWheel(field);
    }
    if (qobject_cast<QAbstractButton *>(field))
        field->setMinimumHeight(kRowHeight);
    m_grid->addWidget(field, row, 1, narrow ? Qt::AlignLeft : Qt::Alignment());
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(plainLabel(label));
    if (!hint.isEmpty()) {
        added.hint = makeHintLabel(hint, this);
        m_grid->addWidget(added.hint, row + 1, 1);
        field->setAccessibleDescription(hint);
    }
    m_rows << added;
    return added.label;
}

void FormSection::addWide(QWidget *widget)
{
    m_grid->addWidget(widget, m_grid->rowCount(), 0, 1, 2);
}

void FormSection::setRowVisible(QWidget *field, bool visible)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field != field)
            continue;
        row.field->setVisible(visible);
        row.label->setVisible(visible);
        if (row.hint)
            row.hint->setVisible(visible);
    }
}

void guardWheel(QWidget *field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(new WheelGuard(field));
}

QLabel *makeHintLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setFont(Theme::font(TextRole::Caption));
    label->setWordWrap(true);
    return label;
}

} // namespace sparkler::gui
