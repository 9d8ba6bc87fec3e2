#include "widgets/search_field.h"

#include "widgets/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace sparkler::gui {

SearchField::SearchField(QWidget *parent) : QLineEdit(parent), m_delay(new QTimer(this))
{
    setPlaceholderText(tr("Search"));
    setAccessibleName(tr("Search"));
    setClearButtonEnabled(true);
    addAction(icon(Icon::Search, ColourRole::MutedText), QLineEdit::LeadingPosition);
    m_delay->setSingleShot(true);
    m_delay->setInterval(120);
    connect(m_delay, &QTimer::timeout, this, &SearchField::emitNow);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            emitNow();
        else
            m_delay->start();
    });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::emitNow);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        emitNow();
        emit moveToResults();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::emitNow()
{
    m_delay->stop();
    if (text() == m_emitted)
        return;
    m_emitted = text();
    emit searchChanged(m_emitted);
}

} // namespace sparkler::gui
