#include "widgets/tag_editor.h"

#include "widgets/flow_layout.h"
#include "widgets/icons.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QToolButton>

namespace sparkler::gui {

namespace {

/// A tag with a cross. The whole chip is the button.
class Chip : public QToolButton {
public:
    explicit Chip(const QString &tag, QWidget *parent) : QToolButton(parent)
    {
        setText(tag);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

    QSize sizeHint() const override
    {
        return {qMin(fontMetrics().horizontalAdvance(text()), 260) + 42, qMax(32, fontMetrics().height() + 8)};
    }
    QSize minimumSizeHint() const override { return {48, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor accent = Theme::colour(ColourRole::Accent, palette());
        QColor fill = accent;
        fill.setAlphaF(underMouse() ? 0.22F : 0.13F);
        painter.setBrush(fill);
        painter.setPen(hasFocus() ? QPen(accent, 2) : QPen(Qt::NoPen));
        const QRectF pill = QRectF(rect()).adjusted(1, 3, -1, -3);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter.setPen(palette().color(QPalette::WindowText));
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const QRect words = rect().adjusted(mirrored ? 26 : 12, 0, mirrored ? -12 : -26, 0);
        painter.drawText(words, Qt::AlignLeading | Qt::AlignVCenter,
                         fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
        const QRect cross(mirrored ? 9 : width() - 21, (height() - 12) / 2, 12, 12);
        painter.drawPixmap(
            cross, iconPixmap(Icon::Close, Theme::colour(ColourRole::MutedText, palette()), 12, devicePixelRatioF()));
    }
};

} // namespace

TagEditor::TagEditor(QWidget *parent)
    : QWidget(parent), m_layout(new FlowLayout(this, spacing::kTight + 2)), m_edit(new QLineEdit(this))
{
    m_edit->setPlaceholderText(tr("Add tag"));
    m_edit->setAccessibleName(tr("Add tag"));
    m_edit->setMaxLength(static_cast<int>(kMaxLength));
    m_edit->setMinimumWidth(120);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    m_layout->addWidget(m_edit);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(m_edit, &QLineEdit::editingFinished, this, &TagEditor::addFromField);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(u','))
            addFromField();
    });
}

void TagEditor::setTags(const QStringList &tags)
{
    m_tags.clear();
    for (const QString &tag : tags) {
        const QString trimmed = tag.simplified().left(kMaxLength);
        if (!trimmed.isEmpty() && !m_tags.contains(trimmed, Qt::CaseInsensitive))
            m_tags << trimmed;
    }
    rebuild();
}

void TagEditor::setSuggestions(const QStringList &suggestions)
{
    delete m_completer;
    m_completer = new QCompleter(suggestions, this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_edit->setCompleter(m_completer);
    // Queued: the completer writes its text into the field after this signal.
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TagEditor::addFromField,
            Qt::QueuedConnection);
}

void TagEditor::addFromField()
{
    const QStringList before = m_tags;
    const QStringList parts = m_edit->text().split(u',', Qt::SkipEmptyParts);
    m_edit->clear();
    setTags(m_tags + parts);
    if (m_tags != before)
        emit tagsChanged(m_tags);
}

void TagEditor::removeAt(qsizetype index)
{
    const bool chipHadFocus = m_chips.at(index)->hasFocus();
    m_tags.removeAt(index);
    rebuild();
    if (chipHadFocus) {
        QWidget *next = m_chips.isEmpty() ? m_edit : m_chips.at(qMin(index, m_chips.size() - 1));
        next->setFocus(Qt::OtherFocusReason);
    }
    emit tagsChanged(m_tags);
}

void TagEditor::rebuild()
{
    // Deleted later: a chip may be in the middle of its own click.
    for (QWidget *chip : std::as_const(m_chips)) {
        m_layout->removeWidget(chip);
        chip->removeEventFilter(this);
        chip->hide();
        chip->deleteLater();
    }
    m_chips.clear();
    m_layout->removeWidget(m_edit);
    QWidget *previous = nullptr;
    for (const QString &tag : std::as_const(m_tags)) {
        auto *chip = new Chip(tag, this);
        chip->setAccessibleName(tr("Tag %1").arg(tag));
        chip->setAccessibleDescription(tr("Press to remove"));
        chip->setToolTip(tr("Remove tag %1").arg(tag.toHtmlEscaped()));
        chip->installEventFilter(this);
        connect(chip, &QToolButton::clicked, this, [this, chip] { removeAt(m_chips.indexOf(chip)); });
        m_layout->addWidget(chip);
        if (previous)
            setTabOrder(previous, chip);
        previous = chip;
        m_chips << chip;
        chip->show();
    }
    m_layout->addWidget(m_edit);
    if (previous)
        setTabOrder(previous, m_edit);
    updateGeometry();
}

bool TagEditor::chipKey(qsizetype index, int key)
{
    const bool forwards = key == (layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right);
    switch (key) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        removeAt(index);
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const qsizetype next = forwards ? index + 1 : index - 1;
        if (next >= m_chips.size())
            m_edit->setFocus(Qt::OtherFocusReason);
        else if (next >= 0)
            m_chips.at(next)->setFocus(Qt::OtherFocusReason);
        return true;
    }
    default:
        return false;
    }
}

bool TagEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_edit) {
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_edit->text().isEmpty()) {
            addFromField(); // and not the default button of the dialog
            return true;
        }
        if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_tags.isEmpty()) {
            removeAt(m_tags.size() - 1);
            return true;
        }
        return false;
    }
    const qsizetype index = m_chips.indexOf(watched);
    return index >= 0 && chipKey(index, key);
}

} // namespace sparkler::gui
