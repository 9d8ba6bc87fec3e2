#include "telemetry/metrics.h"
#include "telemetry/metrics_prometheus.h"
#include "telemetry/metrics_sink.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace sparkler;

namespace {

using Labels = QMap<QString, QString>;

struct Family {
    QString help, type;
    QList<std::pair<Labels, quint64>> samples;
};

/// A parser of the text format 0.0.4 made from its description, stricter than it: every family has HELP and TYPE, in
/// this order and before its samples, which are integers without timestamps.
class Exposition {
public:
    explicit Exposition(const std::string &text)
    {
        QVERIFY2(text.ends_with('\n'), "the last line must end");
        QString current;
        for (const QString &line : QString::fromStdString(text).chopped(1).split(QLatin1Char('\n'))) {
            static const QRegularExpression help(QStringLiteral("^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) ([^\\\\]+)$"));
            static const QRegularExpression type(QStringLiteral("^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge)$"));
            if (const auto match = help.match(line); match.hasMatch()) {
                current = match.captured(1);
                QVERIFY2(!families.contains(current), qPrintable(current));
                families[current].help = match.captured(2);
            } else if (const auto typed = type.match(line); typed.hasMatch()) {
                QCOMPARE(typed.captured(1), current);
                QVERIFY(families[current].type.isEmpty() && families[current].samples.isEmpty());
                families[current].type = typed.captured(2);
            } else {
                sample(line, current);
            }
        }
    }

    QMap<QString, Family> families;

private:
    void sample(const QString &line, const QString &current)
    {
        const qsizetype brace = line.indexOf(QLatin1Char('{'));
        QVERIFY2(brace > 0, qPrintable(line));
        QCOMPARE(line.left(brace), current);
        QVERIFY(!families[current].type.isEmpty());
        qsizetype at = brace + 1;
        Labels labels;
        while (at < line.size() && line[at] != QLatin1Char('}')) {
            static const QRegularExpression label(
                QStringLiteral("\\G([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\n\"])*)\",?"));
            const auto match = label.match(line, at);
            QVERIFY2(match.hasMatch(), qPrintable(line));
            QVERIFY(!labels.contains(match.captured(1)));
            labels[match.captured(1)] = unescaped(match.captured(2));
            at = match.capturedEnd();
        }
        static const QRegularExpression value(QStringLiteral("\\G\\} ([0-9]+)$"));
        const auto match = value.match(line, at);
        QVERIFY2(match.hasMatch(), qPrintable(line));
        for (const auto &earlier : families[current].samples)
            QVERIFY2(earlier.first != labels, qPrintable(line));
        families[current].samples.append({labels, match.captured(1).toULongLong()});
    }

    static QString unescaped(const QString &text)
    {
        QString plain;
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] != QLatin1Char('\\'))
                plain += text[i];
            else
                plain += text[++i] == QLatin1Char('n') ? QLatin1Char('\n') : text[i];
        }
        return plain;
    }
};

quint64 valueOf(const Exposition &all, const char *family, const Labels &labels)
{
    for (const auto &[found, value] : all.families[QLatin1String(family)].samples) {
        if (found == labels)
            return value;
    }
    return ~quint64{0};
}

} // namespace

class TestPrometheus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deviceFamily_withoutDevices_isLeftOut();
    void text_isWellFormed();
    void leaf_isCounterOrGauge();
    void aggregate_isThreeFamilies();
    void devices_areSamplesOfOneFamily();
    void labelValues_areEscaped();
    void everyLeafOfTheDocument_isThere();
    void reading_changesNothing();
};

void TestPrometheus::deviceFamily_withoutDevices_isLeftOut()
{
    const Exposition all(prometheusMetrics("i"));
    for (auto family = all.families.cbegin(); family != all.families.cend(); ++family)
        QVERIFY2(!family.key().startsWith(QStringLiteral("sparkler_block_")), qPrintable(family.key()));
}

void TestPrometheus::text_isWellFormed()
{
    const Exposition all(prometheusMetrics("vm-1"));
    QVERIFY(all.families.size() > 100);
    for (auto family = all.families.cbegin(); family != all.families.cend(); ++family) {
        QVERIFY2(family.key().startsWith(QStringLiteral("sparkler_")), qPrintable(family.key()));
        QVERIFY2(!family->help.trimmed().isEmpty(), qPrintable(family.key()));
        QVERIFY2(!family->samples.isEmpty(), qPrintable(family.key()));
        // The suffix tells what it is, both ways.
        QCOMPARE(family.key().endsWith(QStringLiteral("_total")), family->type == QStringLiteral("counter"));
        for (const auto &sample : family->samples)
            QCOMPARE(sample.first[QStringLiteral("instance_id")], QStringLiteral("vm-1"));
    }
}

void TestPrometheus::leaf_isCounterOrGauge()
{
    const Labels labels{{QStringLiteral("instance_id"), QStringLiteral("i")}};
    metrics().uart.writeCount.add(5);
    metrics().latencies.pauseVm.set(77);
    metrics().putRequests.drive.count.add(2);
    const Exposition all(prometheusMetrics("i"));
    QCOMPARE(valueOf(all, "sparkler_uart_write_count_total", labels), 5u);
    QCOMPARE(valueOf(all, "sparkler_latencies_us_pause_vm", labels), 77u);
    QCOMPARE(valueOf(all, "sparkler_put_api_requests_drive_count_total", labels), 2u);
    QCOMPARE(all.families[QStringLiteral("sparkler_uart_write_count_total")].help,
             QStringLiteral("Bytes the guest wrote"));
}

void TestPrometheus::aggregate_isThreeFamilies()
{
    const Labels labels{{QStringLiteral("instance_id"), QStringLiteral("i")}};
    metrics().vcpu.exitIoInAgg.record(3);
    metrics().vcpu.exitIoInAgg.record(9);
    const Exposition all(prometheusMetrics("i"));
    QCOMPARE(valueOf(all, "sparkler_vcpu_exit_io_in_min_us", labels), 3u);
    QCOMPARE(valueOf(all, "sparkler_vcpu_exit_io_in_max_us", labels), 9u);
    QCOMPARE(valueOf(all, "sparkler_vcpu_exit_io_in_us_total", labels), 12u);
}

void TestPrometheus::devices_areSamplesOfOneFamily()
{
    blockMetrics("rootfs").readBytes.add(100);
    blockMetrics("data").readBytes.add(20);
    netMetrics("eth0").txBytesCount.add(7);
    const Exposition all(prometheusMetrics("i"));
    const auto drive = [](const char *id) {
        return Labels{{QStringLiteral("instance_id"), QStringLiteral("i")},
                      {QStringLiteral("drive"), QLatin1String(id)}};
    };
    QCOMPARE(valueOf(all, "sparkler_block_read_bytes_total", drive("rootfs")), 100u);
    QCOMPARE(valueOf(all, "sparkler_block_read_bytes_total", drive("data")), 20u);
    QCOMPARE(all.families[QStringLiteral("sparkler_block_read_bytes_total")].samples.size(), 2); // no sum
    QCOMPARE(valueOf(all, "sparkler_net_tx_bytes_count_total",
                     {{QStringLiteral("instance_id"), QStringLiteral("i")},
                      {QStringLiteral("iface"), QStringLiteral("eth0")}}),
             7u);
    QVERIFY(all.families.contains(QStringLiteral("sparkler_net_tap_write_us_total")));
}

void TestPrometheus::labelValues_areEscaped()
{
    blockMetrics("q\"\\\n,}").flushCount.add(4);
    const Exposition all(prometheusMetrics("a\"b"));
    QCOMPARE(valueOf(all, "sparkler_block_flush_count_total",
                     {{QStringLiteral("instance_id"), QStringLiteral("a\"b")},
                      {QStringLiteral("drive"), QStringLiteral("q\"\\\n,}")}}),
             4u);
}

void TestPrometheus::everyLeafOfTheDocument_isThere()
{
    blockMetrics("one");
    netMetrics("one");
    const Exposition all(prometheusMetrics("i"));
    const QJsonObject document =
        QJsonDocument::fromJson(QByteArray::fromStdString(metricsSink().totals().value())).object();
    qsizetype leaves = 0;
    for (auto group = document.begin(); group != document.end(); ++group) {
        const QJsonObject members = group.value().toObject();
        if (group.key().startsWith(QStringLiteral("block_")) || group.key().startsWith(QStringLiteral("net_")))
            continue; // the same leaves as the sum's
        for (auto member = members.begin(); member != members.end(); ++member) {
            QString name = QStringLiteral("sparkler_%1_%2").arg(group.key(), member.key());
            if (member.value().isObject())
                name = name.chopped(4) + QStringLiteral("_us_total");
            else if (!all.families.contains(name))
                name += QStringLiteral("_total");
            QVERIFY2(all.families.contains(name), qPrintable(name));
            leaves += member.value().isObject() ? 3 : 1;
        }
    }
    QCOMPARE(all.families.size(), leaves);
}

void TestPrometheus::reading_changesNothing()
{
    metrics().uart.readCount.add(3);
    const std::string first = prometheusMetrics("i");
    QCOMPARE(prometheusMetrics("i"), first);
    QCOMPARE(metrics().uart.readCount.takeDelta(), 3u); // the increase is still there for the next flush
}

QTEST_APPLESS_MAIN(TestPrometheus)
#include "tst_prometheus.moc"
