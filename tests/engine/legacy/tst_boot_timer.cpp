#include "legacy/boot_timer.h"
#include "telemetry/logger.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler;

class TestBootTimer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void write_logsTheTimeSinceZero_data();
    void write_logsTheTimeSinceZero();
    void write_anythingElse_isIgnored_data();
    void write_anythingElse_isIgnored();
    void read_leavesZeros();

private:
    QByteArray log() const
    {
        QFile file(m_directory->filePath(QStringLiteral("log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestBootTimer::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    LoggerSettings settings;
    settings.path = m_directory->filePath(QStringLiteral("log")).toStdString();
    QVERIFY(configureLogger(settings).has_value());
}

void TestBootTimer::write_logsTheTimeSinceZero_data()
{
    QTest::addColumn<quint64>("wallUs");
    QTest::addColumn<quint64>("cpuUs");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("padded") << quint64{1500} << quint64{999}
                            << QByteArray("] Guest-boot-time =   1500 us 1 ms,    999 CPU us 0 CPU ms\n");
    QTest::newRow("wide") << quint64{12345678} << quint64{7654321}
                          << QByteArray("] Guest-boot-time = 12345678 us 12345 ms, 7654321 CPU us 7654 CPU ms\n");
}

void TestBootTimer::write_logsTheTimeSinceZero()
{
    QFETCH(quint64, wallUs);
    QFETCH(quint64, cpuUs);
    QFETCH(QByteArray, text);
    BootTimer timer({1000, 10}, [wallUs, cpuUs] { return BootTime{1000 + wallUs, 10 + cpuUs}; });
    const std::array data{std::byte{123}};
    timer.write(0, data);
    QVERIFY2(log().endsWith(text), log().constData());
}

void TestBootTimer::write_anythingElse_isIgnored_data()
{
    QTest::addColumn<quint64>("offset");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("other value") << quint64{0} << QByteArray("\x7a");
    QTest::newRow("other offset") << quint64{1} << QByteArray("\x7b");
    QTest::newRow("two bytes") << quint64{0} << QByteArray("\x7b\x7b");
    QTest::newRow("nothing") << quint64{0} << QByteArray();
}

void TestBootTimer::write_anythingElse_isIgnored()
{
    QFETCH(quint64, offset);
    QFETCH(QByteArray, data);
    BootTimer timer({});
    timer.write(offset, std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size()))));
    QCOMPARE(log(), QByteArray());
}

void TestBootTimer::read_leavesZeros()
{
    BootTimer timer({});
    std::array<std::byte, 4> data{};
    timer.read(0, data);
    QCOMPARE(data, (std::array<std::byte, 4>{}));
}

QTEST_APPLESS_MAIN(TestBootTimer)
#include "tst_boot_timer.moc"
