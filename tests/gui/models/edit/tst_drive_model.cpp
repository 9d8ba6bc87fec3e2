#include "models/drive_model.h"
#include "models/drive_text.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestDriveModel : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void limiterText_buckets_givesRates_data();
    void limiterText_buckets_givesRates();
    void data_drive_isShownInWords();
    void data_missingFile_saysSo();
    void data_plannedDisk_showsItsSize();
    void setDrives_changes_keepOtherRows();
    void setDrives_sameAgain_announcesNothing();
    void setNotes_problem_isMarked();
};

namespace {

Drive drive(const QString &id, const QString &path = u"/none/x.img"_s)
{
    Drive made;
    made.driveId = id;
    made.pathOnHost = path;
    return made;
}

QString cell(const DriveModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

QStringList ids(const DriveModel &model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << cell(model, row, DriveModel::IdColumn);
    return all;
}

} // namespace

void TestDriveModel::limiterText_buckets_givesRates_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<quint64>("operations");
    QTest::addColumn<quint64>("refillMs");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64{0} << quint64{0} << quint64{100} << u"None"_s;
    QTest::newRow("off: no refill") << quint64{5} << quint64{5} << quint64{0} << u"None"_s;
    QTest::newRow("bandwidth") << quint64{100} * 1024 * 1024 << quint64{0} << quint64{1000} << u"100 MiB/s"_s;
    QTest::newRow("operations, slow refill") << quint64{0} << quint64{1} << quint64{2000} << u"0.5 operations/s"_s;
    QTest::newRow("both") << quint64{1024} * 1024 << quint64{100} << quint64{100} << u"10 MiB/s, 1,000 operations/s"_s;
}

void TestDriveModel::limiterText_buckets_givesRates()
{
    QFETCH(quint64, bytes);
    QFETCH(quint64, operations);
    QFETCH(quint64, refillMs);
    RateLimiter limiter;
    if (bytes)
        limiter.bandwidth = TokenBucket{bytes, std::nullopt, refillMs};
    if (operations)
        limiter.ops = TokenBucket{operations, std::nullopt, refillMs};
    QTEST(limiterText(limiter), "text");
    QCOMPARE(limiterText(std::nullopt), u"None"_s);
}

void TestDriveModel::data_drive_isShownInWords()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(u"disk.img"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(2 << 20));
    Drive root = drive(u"rootfs"_s, file.fileName());
    root.isRootDevice = root.isReadOnly = true;
    root.cacheType = CacheType::Writeback;
    root.ioEngine = IoEngine::Async;
    root.rateLimiter = RateLimiter{TokenBucket{1 << 20, std::nullopt, 1000}, std::nullopt};
    DriveModel model;
    model.setDrives({root});
    QCOMPARE(cell(model, 0, DriveModel::FileColumn), u"disk.img"_s);
    QCOMPARE(cell(model, 0, DriveModel::SizeColumn), u"2 MiB"_s);
    QCOMPARE(cell(model, 0, DriveModel::RootColumn), u"Root"_s);
    QCOMPARE(cell(model, 0, DriveModel::AccessColumn), u"Read-only"_s);
    QCOMPARE(cell(model, 0, DriveModel::CacheColumn), u"Write-back"_s);
    QCOMPARE(cell(model, 0, DriveModel::EngineColumn), u"Asynchronous"_s);
    QCOMPARE(cell(model, 0, DriveModel::LimitsColumn), u"1 MiB/s"_s);
    QCOMPARE(model.index(0, DriveModel::FileColumn).data(Qt::ToolTipRole).toString(), file.fileName());
    QCOMPARE(model.index(0, DriveModel::AccessColumn).data(Qt::AccessibleTextRole).toString(), u"Access: Read-only"_s);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void TestDriveModel::data_missingFile_saysSo()
{
    DriveModel model;
    model.setDrives({drive(u"a"_s)});
    QCOMPARE(cell(model, 0, DriveModel::SizeColumn), u"No file"_s);
    QCOMPARE(model.index(0, 0).data(DriveModel::BytesRole).toLongLong(), -1);
}

void TestDriveModel::data_plannedDisk_showsItsSize()
{
    DriveModel model;
    model.setDrives({drive(u"a"_s)}, {{u"/none/x.img"_s, 1 << 30}});
    QCOMPARE(cell(model, 0, DriveModel::SizeColumn),
             u"1,024 MiB, new"_s.replace(u"1,024 MiB"_s, QLocale().formattedDataSize(1 << 30, 0)));
}

void TestDriveModel::setDrives_changes_keepOtherRows()
{
    DriveModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDrives({drive(u"a"_s), drive(u"b"_s), drive(u"c"_s)});
    const QPersistentModelIndex last = model.index(2, 0);
    model.setDrives({drive(u"a"_s), drive(u"c"_s)});
    QCOMPARE(ids(model), QStringList({u"a"_s, u"c"_s}));
    QCOMPARE(last.row(), 1);
    model.setDrives({drive(u"a"_s), drive(u"x"_s), drive(u"y"_s), drive(u"c"_s)});
    QCOMPARE(last.row(), 3);
    QCOMPARE(model.rowOf(u"y"_s), 2);
    QCOMPARE(model.rowOf(u"b"_s), -1);
    model.setDrives({drive(u"c"_s), drive(u"x"_s)});
    QCOMPARE(ids(model), QStringList({u"c"_s, u"x"_s}));
    model.setDrives({});
    QCOMPARE(model.rowCount(), 0);
}

void TestDriveModel::setDrives_sameAgain_announcesNothing()
{
    DriveModel model;
    model.setDrives({drive(u"a"_s), drive(u"b"_s)});
    QSignalSpy changed(&model, &DriveModel::dataChanged);
    model.setDrives({drive(u"a"_s), drive(u"b"_s)});
    QCOMPARE(changed.size(), 0);
    Drive other = drive(u"b"_s);
    other.isReadOnly = true;
    model.setDrives({drive(u"a"_s), other});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 1);
}

void TestDriveModel::setNotes_problem_isMarked()
{
    DriveModel model;
    model.setDrives({drive(u"a"_s), drive(u"b"_s)});
    model.setNotes({{u"b"_s, {u"No such file"_s, true}}});
    QCOMPARE(cell(model, 1, DriveModel::NoteColumn), u"No such file"_s);
    QVERIFY(model.index(1, 0).data(DriveModel::ProblemRole).toBool());
    QVERIFY(!model.index(0, 0).data(DriveModel::ProblemRole).toBool());
}

QTEST_GUILESS_MAIN(TestDriveModel)
#include "tst_drive_model.moc"
