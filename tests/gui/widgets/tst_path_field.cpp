#include "accessible_names.h"
#include "widgets/path_field.h"

#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Drags `urls` over `target` and lets go if that is accepted.
bool drop(QWidget *target, const QList<QUrl> &urls)
{
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
    return event.isAccepted();
}

} // namespace

class TestPathField : public QObject {
    Q_OBJECT
private slots:
    void typing_runsTheValidatorAndTells()
    {
        PathField field(PathField::Kind::ExistingFile);
        field.setValidator([](const QString &path) {
            return path == u"/ok"_s ? Validity{} : Validity{Validity::Level::Error, u"No file at %1"_s.arg(path)};
        });
        QSignalSpy changed(&field, &PathField::pathChanged);
        QSignalSpy validity(&field, &PathField::validityChanged);
        QTest::keyClicks(field.lineEdit(), u"/o"_s);
        QCOMPARE(field.validity().text, u"No file at /o"_s);
        QCOMPARE(field.lineEdit()->accessibleDescription(), u"No file at /o"_s);
        QTest::keyClicks(field.lineEdit(), u"k"_s);
        QCOMPARE(field.validity(), Validity{});
        QCOMPARE(field.path(), u"/ok"_s);
        QCOMPARE(changed.count(), 3);
        QVERIFY(validity.count() >= 3);
        auto *label = field.findChild<ValidityLabel *>();
        QVERIFY(label->isHidden());
    }

    void setPath_byProgram_validatesSilently()
    {
        PathField field(PathField::Kind::Directory);
        field.setValidator([](const QString &path) { return Validity{Validity::Level::Warning, path}; });
        QSignalSpy changed(&field, &PathField::pathChanged);
        field.setPath(u"/tmp"_s);
        QCOMPARE(field.validity().text, u"/tmp"_s);
        QVERIFY(field.validity().isAcceptable());
        QCOMPARE(changed.count(), 0);
    }

    void revalidate_otherFieldChanged_asksAgain()
    {
        PathField field(PathField::Kind::ExistingFile);
        bool taken = false;
        field.setValidator(
            [&taken](const QString &) { return taken ? Validity{Validity::Level::Error, u"In use"_s} : Validity{}; });
        taken = true;
        QCOMPARE(field.validity(), Validity{});
        field.revalidate();
        QCOMPARE(field.validity().level, Validity::Level::Error);
    }

    void drop_fittingFile_isTaken()
    {
        QTemporaryDir dir;
        QFile file(dir.filePath(u"disk image.ext4"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        PathField field(PathField::Kind::ExistingFile);
        QSignalSpy changed(&field, &PathField::pathChanged);
        QVERIFY(drop(field.lineEdit(), {QUrl::fromLocalFile(file.fileName())}));
        QCOMPARE(field.path(), file.fileName());
        QCOMPARE(changed.count(), 1);
        QVERIFY(!drop(field.lineEdit(), {QUrl::fromLocalFile(dir.path())}));
        QVERIFY(!drop(&field, {QUrl(u"https://example.org/disk"_s)}));
        QVERIFY(!drop(&field, {QUrl::fromLocalFile(u"/a"_s), QUrl::fromLocalFile(u"/b"_s)}));
        PathField folder(PathField::Kind::Directory);
        QVERIFY(drop(&folder, {QUrl::fromLocalFile(dir.path())}));
        QCOMPARE(folder.path(), dir.path());
    }

    void focusableChildren_all_haveNames()
    {
        PathField field(PathField::Kind::SaveFile);
        field.setFieldName(u"Kernel image"_s);
        QCOMPARE(namelessFocusableWidgets(field), QStringList());
        QCOMPARE(field.lineEdit()->accessibleName(), u"Kernel image"_s);
    }
};

QTEST_MAIN(TestPathField)
#include "tst_path_field.moc"
