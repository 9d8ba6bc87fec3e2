#include "base/os_error.h"

#include <QTest>

#include <cerrno>

using namespace sparkler;

class TestOsError : public QObject {
    Q_OBJECT
private slots:
    void texts_data();
    void texts();
    void hostError_kinds();
    void unknownNumber_hasSomeText();
};

void TestOsError::texts_data()
{
    QTest::addColumn<int>("error");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("kind");
    const auto row = [](int error, const char *message, const char *kind) {
        QTest::addRow("%d", error) << error << QString(message) << QString(kind);
    };
    // What released Firecracker binaries print (musl's texts, Rust's kinds).
    row(ENOENT, "No such file or directory", "NotFound");
    row(EACCES, "Permission denied", "PermissionDenied");
    row(EPERM, "Operation not permitted", "PermissionDenied");
    row(EEXIST, "File exists", "AlreadyExists");
    row(EINVAL, "Invalid argument", "InvalidInput");
    row(EIO, "I/O error", "Uncategorized");
    row(ENOMEM, "Out of memory", "OutOfMemory");
    row(ENXIO, "No such device or address", "Uncategorized");
    row(EISDIR, "Is a directory", "IsADirectory");
    row(EAGAIN, "Resource temporarily unavailable", "WouldBlock");
    row(EADDRINUSE, "Address in use", "AddrInUse");
    row(EBUSY, "Resource busy", "ResourceBusy");
    row(ENOTTY, "Not a tty", "Uncategorized");
    row(EMFILE, "No file descriptors available", "Uncategorized");
}

void TestOsError::texts()
{
    QFETCH(int, error);
    QFETCH(QString, message);
    QFETCH(QString, kind);
    QCOMPARE(QString::fromStdString(std::string(osErrorMessage(error))), message);
    QCOMPARE(QString::fromStdString(osErrorText(error)), QStringLiteral("%1 (os error %2)").arg(message).arg(error));
    QCOMPARE(QString::fromStdString(osErrorDebug(error)),
             QStringLiteral("Os { code: %1, kind: %2, message: \"%3\" }").arg(error).arg(kind, message));
}

void TestOsError::hostError_kinds()
{
    QCOMPARE(hostError(ENOENT).error().kind, ErrorKind::NotFound);
    const Error denied = hostError(EACCES, "Cannot open: ").error();
    QCOMPARE(denied.kind, ErrorKind::Host);
    QCOMPARE(denied.hostErrno, EACCES);
    QCOMPARE(QString::fromStdString(denied.text), QStringLiteral("Cannot open: Permission denied (os error 13)"));
}

void TestOsError::unknownNumber_hasSomeText()
{
    QVERIFY(!osErrorMessage(99999).empty());
    QVERIFY(!osErrorMessage(-1).empty());
    QCOMPARE(QString::fromStdString(osErrorText(99999)).right(17), QStringLiteral(" (os error 99999)"));
}

QTEST_APPLESS_MAIN(TestOsError)
#include "tst_os_error.moc"
