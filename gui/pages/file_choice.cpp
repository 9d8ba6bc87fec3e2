#include "pages/file_choice.h"

#include "widgets/path_field.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QThreadPool>

namespace sparkler::gui {

namespace {

FileRole roleOf(AssetKind kind)
{
    switch (kind) {
    case AssetKind::Kernel:
        return FileRole::Kernel;
    case AssetKind::Initrd:
        return FileRole::Initrd;
    case AssetKind::RootFilesystem:
        return FileRole::Drive;
    }
    return FileRole::Drive;
}

} // namespace

FileChoice::FileChoice(AssetLibrary *library, AssetKind kind, const QString &name, QWidget *parent)
    : QWidget(parent), m_library(library), m_kind(kind), m_field(new PathField(PathField::Kind::ExistingFile, this)),
      m_shelf(new QPushButton(tr("From library"), this)), m_found(new ValidityLabel(this))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::kSmall);
    row->addWidget(m_field, 1);
    row->addWidget(m_shelf, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTight);
    layout->addLayout(row);
    layout->addWidget(m_found);
    m_field->setFieldName(name);
    m_field->setDialogTitle(name);
    m_field->setValidator([this](const QString &path) { return check(path); });
    setFocusProxy(m_field);
    setAccessibleName(name);
    auto *menu = new QMenu(m_shelf);
    m_shelf->setMenu(menu);
    m_shelf->setAutoDefault(false);
    m_shelf->setAccessibleName(tr("%1 from the library", "kernel, initrd …").arg(name));
    connect(menu, &QMenu::aboutToShow, this, &FileChoice::fillMenu);
    connect(m_field, &PathField::pathChanged, this, [this](const QString &path) {
        recognise();
        emit pathChanged(path);
    });
    connect(m_field, &PathField::validityChanged, this, &FileChoice::validityChanged);
    connect(library, &AssetLibrary::changed, this, &FileChoice::fillMenu);
    fillMenu();
}

QString FileChoice::path() const
{
    return m_field->path();
}

void FileChoice::setPath(const QString &path)
{
    m_field->setPath(path);
    recognise();
}

void FileChoice::setOptional(bool optional)
{
    m_optional = optional;
    m_field->setPlaceholderText(optional ? tr("None") : QString());
    m_field->revalidate();
}

void FileChoice::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_field->revalidate();
}

void FileChoice::setAnyContent(bool any)
{
    m_anyContent = any;
}

Validity FileChoice::validity() const
{
    // Before anything is typed the field only says what it wants, but it is not good enough.
    if (path().isEmpty() && !m_optional)
        return {Validity::Level::Error, m_field->validity().text};
    return m_field->validity();
}

Validity FileChoice::check(const QString &path) const
{
    if (path.isEmpty() && m_optional)
        return {};
    const Validity found = fileProblem(path, roleOf(m_kind), m_readOnly);
    return path.isEmpty() ? Validity{Validity::Level::Ok, found.text} : found;
}

void FileChoice::recognise()
{
    const QString file = path();
    const quint64 asked = ++m_asked;
    m_field->revalidate(); // it may still be about the text before
    if (file.isEmpty() || !validity().isAcceptable()) {
        m_found->setValidity({});
        return;
    }
    // Off this thread: the file may lie on a slow disk.
    QThreadPool::globalInstance()->start([self = QPointer(this), file, asked, kind = m_kind] {
        const std::expected<QString, QString> found = AssetLibrary::recognise(file, kind);
        QMetaObject::invokeMethod(qApp, [self, asked, found] {
            if (!self || self->m_asked != asked)
                return;
            const auto odd = self->m_anyContent ? Validity::Level::Ok : Validity::Level::Warning;
            self->m_found->setValidity(found ? Validity{Validity::Level::Ok, *found} : Validity{odd, found.error()});
        });
    });
}

void FileChoice::fillMenu()
{
    QMenu *menu = m_shelf->menu();
    menu->clear();
    const QList<Asset> assets = m_library->assets(m_kind);
    for (const Asset &asset : assets) {
        QAction *action = menu->addAction(tr("%1 (%2, %3)", "name, format, size")
                                              .arg(asset.name, asset.format, QLocale().formattedDataSize(asset.size)));
        connect(action, &QAction::triggered, this, [this, path = asset.path] {
            setPath(path);
            emit pathChanged(path);
        });
    }
    m_shelf->setVisible(!assets.isEmpty());
}

} // namespace sparkler::gui
