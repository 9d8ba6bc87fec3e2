#include "models/log_model.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray line(const char *level, const char *text)
{
    return QByteArray("2026-01-02T03:04:05.123456789 [abc:main:") + level + "] " + text + '\n';
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TestLogModel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void lines_whatIsThere_becomesRows();
    void lines_addedLater_areInsertedWithoutReset();
    void lines_fileTruncated_rowsStartAnew();
    void source_destroyed_rowsGo();
    void source_replaced_showsTheOther();
    void severity_lineWithoutLevel_hasThatOfTheLineBefore();
    void filter_severity_keepsWorseLines();
    void filter_text_ignoresCase();

private:
    QString path() const { return m_dir->filePath(u"engine.log"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<LogTail> m_tail;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestLogModel::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_tail = std::make_unique<LogTail>();
    m_model = std::make_unique<LogModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    append(path(), line("INFO", "first") + line("ERROR", "second"));
    m_tail->follow(path());
    m_model->setSource(m_tail.get());
    QTRY_COMPARE(m_model->rowCount(), 2);
}

void TestLogModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_tail.reset();
}

void TestLogModel::lines_whatIsThere_becomesRows()
{
    QCOMPARE(m_model->index(0, LogModel::TimeColumn).data().toString(), u"03:04:05.123"_s);
    QCOMPARE(m_model->index(1, LogModel::LevelColumn).data().toString(), logLevelName(LogLevel::Error));
    QCOMPARE(m_model->index(1, LogModel::MessageColumn).data().toString(), u"second"_s);
    QCOMPARE(m_model->index(1, 0).data(LogModel::LevelRole).toInt(), static_cast<int>(LogLevel::Error));
    QVERIFY(m_model->index(1, 0).data(LogModel::WholeRole).toString().startsWith(u"2026-01-02T"));
}

void TestLogModel::lines_addedLater_areInsertedWithoutReset()
{
    QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
    const QPersistentModelIndex kept = m_model->index(1, 0);
    append(path(), line("WARN", "third"));
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->index(2, LogModel::MessageColumn).data().toString(), u"third"_s);
    QVERIFY(kept.isValid());
    QCOMPARE(resets.count(), 0);
}

void TestLogModel::lines_fileTruncated_rowsStartAnew()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.close();
    append(path(), line("INFO", "new"));
    QTRY_COMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->index(0, LogModel::MessageColumn).data().toString(), u"new"_s);
}

void TestLogModel::source_destroyed_rowsGo()
{
    m_tail.reset();
    QCOMPARE(m_model->rowCount(), 0);
}

void TestLogModel::source_replaced_showsTheOther()
{
    LogTail other;
    m_model->setSource(&other);
    QCOMPARE(m_model->rowCount(), 0);
    append(path(), line("INFO", "unheard"));
    QTRY_COMPARE(m_tail->lines().size(), std::size_t{3});
    QCOMPARE(m_model->rowCount(), 0);
    m_model->setSource(nullptr);
}

void TestLogModel::severity_lineWithoutLevel_hasThatOfTheLineBefore()
{
    append(path(), "   and its second line\n");
    QTRY_COMPARE(m_model->rowCount(), 3);
    QVERIFY(!m_model->index(2, 0).data(LogModel::LevelRole).isValid());
    QCOMPARE(m_model->index(2, 0).data(LogModel::SeverityRole).toInt(), static_cast<int>(LogLevel::Error));
}

void TestLogModel::filter_severity_keepsWorseLines()
{
    LogFilterModel filter;
    filter.setSourceModel(m_model.get());
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(filter.rowCount(), 2);
    filter.setMinimumSeverity(LogLevel::Warn);
    QCOMPARE(filter.rowCount(), 1);
    append(path(), line("DEBUG", "no") + line("WARN", "yes"));
    QTRY_COMPARE(m_model->rowCount(), 4);
    QCOMPARE(filter.rowCount(), 2);
    filter.setMinimumSeverity(std::nullopt);
    QCOMPARE(filter.rowCount(), 4);
}

void TestLogModel::filter_text_ignoresCase()
{
    LogFilterModel filter;
    filter.setSourceModel(m_model.get());
    filter.setText(u"SECOND"_s);
    QVERIFY(filter.isFiltering());
    QCOMPARE(filter.rowCount(), 1);
    filter.setText(u"nowhere"_s);
    QCOMPARE(filter.rowCount(), 0);
    filter.setText({});
    QVERIFY(!filter.isFiltering());
    QCOMPARE(filter.rowCount(), 2);
}

QTEST_GUILESS_MAIN(TestLogModel)
#include "tst_log_model.moc"
