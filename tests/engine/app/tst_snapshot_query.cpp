// --describe-snapshot: the function, and the engine's process, whose output and exit code clients look at.
#include "app/snapshot_query.h"
#include "support/temp_files.h"

#include <QProcess>
#include <QTest>

using namespace sparkler;
using namespace sparkler::test;

namespace {

struct Ran {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Ran runEngine(const QStringList &arguments)
{
    QProcess engine;
    engine.start(QStringLiteral(ENGINE), arguments);
    if (!engine.waitForFinished(30'000) || engine.exitStatus() != QProcess::NormalExit)
        return {};
    return {engine.exitCode(), engine.readAllStandardOutput(), engine.readAllStandardError()};
}

} // namespace

class TestSnapshotQuery : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void good_printsTheVersion();
    void bad_saysWhy_data();
    void bad_saysWhy();
    void process_good_exitsWith0AndNothingOnStandardError();
    void process_bad_exitsWith1();
    void process_snapshotVersion();
};

void TestSnapshotQuery::good_printsTheVersion()
{
    const auto described = describeSnapshot({GOLDEN_STATE});
    QVERIFY2(described.has_value(), described ? "" : described.error().text.c_str());
    QCOMPARE(described->text, std::string("v1.4.0\n"));
}

void TestSnapshotQuery::bad_saysWhy_data()
{
    QTest::addColumn<qsizetype>("keep");   // bytes of a good file; negative: no file
    QTest::addColumn<qsizetype>("break_"); // which byte to change; negative: none
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("no file") << qsizetype(-1) << qsizetype(-1)
                             << QByteArray(
                                    "Unable to open snapshot state file: No such file or directory (os error 2)");
    QTest::newRow("short") << qsizetype(7) << qsizetype(-1)
                           << QByteArray("Invalid data format version of snapshot file: Snapshot file is smaller than "
                                         "CRC length.");
    QTest::newRow("cut") << qsizetype(1000) << qsizetype(-1)
                         << QByteArray("Invalid data format version of snapshot file: CRC64 validation failed");
    QTest::newRow("damaged") << qsizetype(1'000'000) << qsizetype(500)
                             << QByteArray("Invalid data format version of snapshot file: CRC64 validation failed");
}

void TestSnapshotQuery::bad_saysWhy()
{
    QFETCH(qsizetype, keep);
    QFETCH(qsizetype, break_);
    QFETCH(QByteArray, error);
    const TempDir dir;
    const std::string path = dir.file("state");
    if (keep >= 0) {
        auto content = readFile(GOLDEN_STATE);
        content.resize(std::min(content.size(), static_cast<std::size_t>(keep)));
        if (break_ >= 0)
            content.at(static_cast<std::size_t>(break_)) ^= std::byte{1};
        writeFile(path, content);
    }
    const auto described = describeSnapshot({path});
    QVERIFY(!described);
    QVERIFY(described.error().code == ExitCode::GenericError);
    QCOMPARE(QByteArray::fromStdString(described.error().text), "When printing Snapshot Data format: " + error);
    QCOMPARE(QByteArray::fromStdString(described.error().debugText), "PrintSnapshotDataFormat(" + error + ")");
}

void TestSnapshotQuery::process_good_exitsWith0AndNothingOnStandardError()
{
    const Ran ran = runEngine({QStringLiteral("--describe-snapshot"), QStringLiteral(GOLDEN_STATE)});
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.err, QByteArray());
    QVERIFY2(ran.out.startsWith("v1.4.0\n"), ran.out);
}

void TestSnapshotQuery::process_bad_exitsWith1()
{
    const Ran ran = runEngine({QStringLiteral("--describe-snapshot"), QStringLiteral("/nonexistent")});
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(ran.err, QByteArray("Error: PrintSnapshotDataFormat(Unable to open snapshot state file: No such file or "
                                 "directory (os error 2))\n"));
    QVERIFY2(ran.out.contains("Unable to open snapshot state file: "), ran.out);
}

void TestSnapshotQuery::process_snapshotVersion()
{
    const Ran ran = runEngine({QStringLiteral("--snapshot-version")});
    QCOMPARE(ran.exitCode, 0);
    QCOMPARE(ran.err, QByteArray());
    QVERIFY2(ran.out.startsWith("v1.4.0\n"), ran.out);
}

QTEST_GUILESS_MAIN(TestSnapshotQuery)
#include "tst_snapshot_query.moc"
