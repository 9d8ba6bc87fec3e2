// The `id` and `properties` of the lines. The sink is configured once per process, hence a program of its own.
#include "telemetry/logger.h"
#include "telemetry/metrics_sink.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler;

class TestMetricsLabels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void properties_tooLong_areRefusedAndCanBeRetried();
    void lines_carryIdAndSortedProperties();
    void signalFlush_carriesThemToo();
    void totals_carryThemToo();

private:
    std::string path() const { return m_directory.filePath(QStringLiteral("metrics")).toStdString(); }
    QByteArray lastLine() const;
    QTemporaryDir m_directory;
};

namespace {

/// What stands between the timestamp and the first group.
QByteArray labelsOf(const QByteArray &line)
{
    const qsizetype from = line.indexOf(',');
    const qsizetype to = line.indexOf(",\"api_server\":{");
    return from < 0 || to < 0 ? QByteArray("(no line)") : line.mid(from, to - from);
}

const QByteArray kLabels =
    ",\"id\":\"vm-7\",\"properties\":{\"\":\"\",\"B\":\"1\",\"a\\\"\\\\\":\"x\\n\\u0001\",\"b\":\"\xc3\xa4\"}";

} // namespace

QByteArray TestMetricsLabels::lastLine() const
{
    QFile file(QString::fromStdString(path()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArrayList lines = file.readAll().split('\n');
    return lines.size() < 2 ? QByteArray() : lines[lines.size() - 2];
}

void TestMetricsLabels::properties_tooLong_areRefusedAndCanBeRetried()
{
    const auto refused = metricsSink().configure({.path = path(), .properties = {{"k", std::string(70'000, 'v')}}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(refused.error().text, std::string("The properties take more than 65536 bytes of a line."));
    QVERIFY(!metricsSink().configured());
    QVERIFY(!QFile::exists(QString::fromStdString(path())));
}

void TestMetricsLabels::lines_carryIdAndSortedProperties()
{
    setLogInstanceId("vm-7");
    QVERIFY(metricsSink()
                .configure({.path = path(),
                            .emitId = true,
                            .properties = {{"b", "\xc3\xa4"}, {"a\"\\", "x\n\x01"}, {"B", "1"}, {"", ""}}})
                .has_value());
    QVERIFY(metricsSink().flush().has_value());
    QCOMPARE(labelsOf(lastLine()), kLabels);
    const QJsonObject tree = QJsonDocument::fromJson(lastLine()).object();
    QCOMPARE(tree[QStringLiteral("id")].toString(), QStringLiteral("vm-7"));
    QCOMPARE(tree[QStringLiteral("properties")].toObject()[QStringLiteral("a\"\\")].toString(),
             QStringLiteral("x\n\x01"));
    QVERIFY(tree.contains(QStringLiteral("interrupts")));
}

void TestMetricsLabels::signalFlush_carriesThemToo()
{
    QCOMPARE(metricsSink().flushFromSignal(), 0);
    QFile file(QString::fromStdString(path()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QCOMPARE(lines.size(), 3); // two lines and the end
    QCOMPARE(labelsOf(lines[1]), kLabels);
}

void TestMetricsLabels::totals_carryThemToo()
{
    QCOMPARE(labelsOf(QByteArray::fromStdString(metricsSink().totals().value())), kLabels);
}

QTEST_APPLESS_MAIN(TestMetricsLabels)
#include "tst_metrics_labels.moc"
