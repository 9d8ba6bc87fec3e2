#include "widgets/path_field.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>

namespace sparkler::gui {

namespace {

QString droppedPath(const QMimeData *data)
{
    if (!data->hasUrls() || data->urls().size() != 1 || !data->urls().constFirst().isLocalFile())
        return {};
    return data->urls().constFirst().toLocalFile();
}

} // namespace

PathField::PathField(Kind kind, QWidget *parent)
    : QWidget(parent), m_kind(kind), m_edit(new QLineEdit(this)), m_browse(new QPushButton(this)),
      m_validity(new ValidityLabel(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(spacing::kSmall);
    layout->setVerticalSpacing(spacing::kTight);
    layout->addWidget(m_edit, 0, 0);
    layout->addWidget(m_browse, 0, 1);
    layout->addWidget(m_validity, 1, 0, 1, 2);
    layout->setColumnStretch(0, 1);
    setAcceptDrops(true);
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this); // it would take a drop as text
    m_browse->setIcon(icon(Icon::Folder));
    m_browse->setText(tr("Browse…"));
    m_browse->setAutoDefault(false);
    setFieldName(kind == Kind::Directory ? tr("Folder") : tr("File"));
    connect(m_browse, &QPushButton::clicked, this, &PathField::browse);
    connect(m_edit, &QLineEdit::textChanged, this, &PathField::revalidate);
    connect(m_edit, &QLineEdit::textEdited, this, &PathField::pathChanged);
}

QString PathField::path() const
{
    return m_edit->text();
}

void PathField::setPath(const QString &path)
{
    m_edit->setText(path);
}

void PathField::setValidator(Validator validator)
{
    m_validator = std::move(validator);
    revalidate();
}

const Validity &PathField::validity() const
{
    return m_validity->validity();
}

void PathField::revalidate()
{
    const Validity before = validity();
    m_validity->setValidity(m_validator ? m_validator(path()) : Validity{});
    m_edit->setAccessibleDescription(validity().text);
    if (before != validity())
        emit validityChanged();
}

void PathField::setNameFilter(const QString &filter)
{
    m_nameFilter = filter;
}

void PathField::setDialogTitle(const QString &title)
{
    m_dialogTitle = title;
}

void PathField::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void PathField::setFieldName(const QString &name)
{
    setAccessibleName(name);
    m_edit->setAccessibleName(name);
    m_browse->setAccessibleName(tr("Browse for %1").arg(name));
}

void PathField::browse()
{
    const QString start = path().isEmpty() ? QDir::homePath() : path();
    QString chosen;
    switch (m_kind) {
    case Kind::ExistingFile:
        chosen = QFileDialog::getOpenFileName(this, m_dialogTitle, start, m_nameFilter);
        break;
    case Kind::SaveFile:
        chosen = QFileDialog::getSaveFileName(this, m_dialogTitle, start, m_nameFilter);
        break;
    case Kind::Directory:
        chosen = QFileDialog::getExistingDirectory(this, m_dialogTitle, start);
        break;
    }
    if (!chosen.isEmpty())
        take(chosen);
}

void PathField::take(const QString &path)
{
    if (path == m_edit->text())
        return;
    m_edit->setText(path);
    emit pathChanged(path);
}

void PathField::dragEnterEvent(QDragEnterEvent *event)
{
    const QString path = droppedPath(event->mimeData());
    if (!path.isEmpty() && QFileInfo(path).isDir() == (m_kind == Kind::Directory))
        event->acceptProposedAction();
}

void PathField::dropEvent(QDropEvent *event)
{
    const QString path = droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    take(path);
}

bool PathField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::DragEnter) {
        auto *drag = static_cast<QDragEnterEvent *>(event);
        if (!drag->mimeData()->hasUrls())
            return false;
        drag->ignore();
        dragEnterEvent(drag);
        return true;
    }
    if (watched == m_edit && event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        if (!drop->mimeData()->hasUrls())
            return false;
        dropEvent(drop);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace sparkler::gui
