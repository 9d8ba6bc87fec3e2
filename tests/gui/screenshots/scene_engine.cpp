// The engine of the pictures: it answers the API, prints what a guest prints, uses processor and memory in a pattern of
// its own (which depends on the machine's id alone), and runs nothing.
#include "support/stub_console.h"
#include "support/stub_engine.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QTimer>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace {

class Scene {
public:
    Scene(const QString &id, const QString &log, stub::Engine &engine, stub::Console &console)
        : m_id(id), m_log(log), m_engine(engine), m_console(console)
    {
        for (const QChar letter : id)
            m_seed = m_seed * 31 + letter.unicode();
        m_seed %= 97;
        m_log.open(QIODevice::WriteOnly | QIODevice::Append);
        m_engine.model().id = id;
        m_engine.setHandler([this](const stub::Request &request) { return look(request); });
        m_clock.start();
        m_load.setInterval(kSliceMs);
        m_load.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_load, &QTimer::timeout, &m_load, [this] { work(); });
        log_("INFO", "Running Firecracker v1.4.0");
        log_("INFO", "Listening on API socket.");
    }

private:
    static constexpr int kSliceMs = 40;

    void log_(const char *level, const QByteArray &text)
    {
        const QByteArray at = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-ddTHH:mm:ss.zzz000000"_s).toLatin1();
        m_log.write(at + " [" + m_id.toLatin1() + ":main:" + level + "] " + text + '\n');
        m_log.flush();
    }

    std::optional<stub::Answer> look(const stub::Request &request)
    {
        if (request.method == "GET" && request.path == "/metrics")
            return stub::Answer::document(metrics());
        if (request.method != "GET")
            log_("INFO", "The API server received a " + request.method.left(1) + request.method.mid(1).toLower() +
                             " request on \"" + request.path + "\" with body " + request.body + '.');
        if (request.json().value(u"action_type"_s).toString() == u"InstanceStart"_s)
            QTimer::singleShot(0, &m_load, [this] { start(); });
        return std::nullopt;
    }

    /// The web servers have every device, so that there is something to see of each.
    void addDevices()
    {
        if (!m_id.startsWith(u"web"_s))
            return;
        const auto bucket = [](qint64 size) { return QJsonObject{{u"size"_s, size}, {u"refill_time"_s, 1000}}; };
        const QJsonObject limiter{{u"bandwidth"_s, bucket(8 << 20)}, {u"ops"_s, bucket(6000)}};
        const QJsonObject eth0{{u"iface_id"_s, u"eth0"_s},
                               {u"host_dev_name"_s, u"tap0"_s},
                               {u"guest_mac"_s, u"06:00:ac:10:00:02"_s},
                               {u"rx_rate_limiter"_s, QJsonValue::Null},
                               {u"tx_rate_limiter"_s, limiter}};
        m_engine.model().otherSections = {
            {u"network-interfaces"_s, QJsonArray{eth0}},
            {u"entropy"_s, QJsonObject{{u"rate_limiter"_s, QJsonObject{{u"bandwidth"_s, bucket(2048)}}}}}};
        m_engine.model().balloon = {{u"amount_mib"_s, 96},
                                    {u"deflate_on_oom"_s, true},
                                    {u"stats_polling_interval_s"_s, 1},
                                    {u"free_page_hinting"_s, true},
                                    {u"free_page_reporting"_s, true}};
    }

    /// The guest's driver: it follows the target in steps, and reports its memory.
    void breathe(double level)
    {
        stub::Model &model = m_engine.model();
        if (model.balloon.isEmpty())
            return;
        const int target = model.balloon.value(u"amount_mib"_s).toInt();
        const int gap = target - model.balloonActualMib;
        model.balloonActualMib += gap == 0 ? 0 : gap / std::abs(gap);
        const qint64 mib = 1 << 20;
        const qint64 total = (model.machineConfig.value(u"mem_size_mib"_s).toInt() - 24) * mib;
        const qint64 used = static_cast<qint64>((90 + 120 * level) * static_cast<double>(mib));
        const qint64 caches = static_cast<qint64>((60 + 30 * (1 - level)) * static_cast<double>(mib));
        const qint64 free = total - model.balloonActualMib * mib - used - caches;
        model.balloonStatistics = {{u"swap_in"_s, 0},
                                   {u"swap_out"_s, 0},
                                   {u"major_faults"_s, 3112},
                                   {u"minor_faults"_s, static_cast<qint64>(m_exits * 3)},
                                   {u"free_memory"_s, free},
                                   {u"total_memory"_s, total - model.balloonActualMib * mib},
                                   {u"available_memory"_s, free + caches},
                                   {u"disk_caches"_s, caches},
                                   {u"hugetlb_allocations"_s, 0},
                                   {u"hugetlb_failures"_s, 0},
                                   {u"oom_kill"_s, 0},
                                   {u"direct_reclaim"_s, 0}};
    }

    void start()
    {
        addDevices();
        if (m_id.startsWith(u"crash"_s)) {
            QTimer::singleShot(4000, &m_load, [this] {
                log_("ERROR", "Shutting down VM after intercepting a bad syscall (41).");
                log_("ERROR", "Firecracker exiting with error. exit_code=148");
                std::_Exit(148);
            });
        }
        QFile text(QStringLiteral(SCENE_CONSOLE));
        if (text.open(QIODevice::ReadOnly))
            m_console.print(text.readAll().replace("\n", "\r\n"));
        // Resident, as a guest's memory becomes.
        m_memory = std::vector<char>(static_cast<std::size_t>(24 + m_seed % 40) << 20, 'x');
        m_load.start();
    }

    double wave(double seconds, double period, double shift) const
    {
        return 0.5 + 0.5 * std::sin((seconds + static_cast<double>(m_seed)) / period * 6.2831853 + shift);
    }

    /// 0..1, in bursts.
    double activity(double seconds) const
    {
        const double slow = wave(seconds, 23, 0);
        const double quick = wave(seconds, 5.3, 1);
        return 0.15 + 0.45 * slow * slow + 0.4 * quick * slow * wave(seconds, 11, 2);
    }

    void work()
    {
        if (m_engine.model().state != u"Running"_s)
            return;
        const double level = activity(static_cast<double>(m_clock.elapsed()) / 1000);
        QElapsedTimer slice;
        slice.start();
        const auto limit = static_cast<qint64>(kSliceMs * 1e6 * 0.3 * level);
        while (slice.nsecsElapsed() < limit) {
        }
        const std::size_t step = m_memory.size() / 400;
        if (m_grown < 400 && level > 0.5) {
            m_more.emplace_back(step, 'y');
            ++m_grown;
        }
        breathe(level);
        const double seconds = kSliceMs / 1000.0;
        m_rx += seconds * level * 5200;
        m_tx += seconds * level * level * 8100;
        m_held += seconds * (level > 0.7 ? 40 * level : 0);
        m_random += seconds * 700 * level;
        m_reads += seconds * level * level * 900;
        m_writes += seconds * (0.2 + level) * 160;
        m_exits += seconds * (400 + 5000 * level);
        m_console_bytes += seconds * 180 * level * level;
    }

    /// A duration whose average is around `us`.
    static QJsonObject duration(qint64 count, double us)
    {
        return {{u"min_us"_s, static_cast<qint64>(us / 4)},
                {u"max_us"_s, static_cast<qint64>(us * 37)},
                {u"sum_us"_s, static_cast<qint64>(static_cast<double>(count) * us)}};
    }

    QJsonObject net() const
    {
        const auto rx = static_cast<qint64>(m_rx), tx = static_cast<qint64>(m_tx);
        return {{u"rx_bytes_count"_s, rx * 840},
                {u"rx_packets_count"_s, rx},
                {u"rx_count"_s, rx},
                {u"rx_fails"_s, 0},
                {u"tx_bytes_count"_s, tx * 1180},
                {u"tx_packets_count"_s, tx},
                {u"tx_count"_s, tx},
                {u"tx_fails"_s, 0},
                {u"tap_write_agg"_s, duration(tx, 18)},
                {u"tap_write_fails"_s, 3},
                {u"no_rx_avail_buffer"_s, rx / 900},
                {u"rx_rate_limiter_throttled"_s, 0},
                {u"tx_rate_limiter_throttled"_s, static_cast<qint64>(m_held)}};
    }

    QJsonObject metrics() const
    {
        const auto reads = static_cast<qint64>(m_reads);
        const auto writes = static_cast<qint64>(m_writes);
        const QJsonObject block{{u"read_bytes"_s, reads * 24576},
                                {u"read_count"_s, reads},
                                {u"write_bytes"_s, writes * 12288},
                                {u"write_count"_s, writes},
                                {u"flush_count"_s, writes / 9},
                                {u"queue_event_count"_s, reads + writes},
                                {u"rate_limiter_throttled_events"_s, writes / 40},
                                {u"io_engine_throttled_events"_s, 0},
                                {u"execute_fails"_s, 0},
                                {u"read_agg"_s, duration(reads, 210)},
                                {u"write_agg"_s, duration(writes, 480)}};
        const auto exits = static_cast<qint64>(m_exits);
        QJsonObject all = {
            {u"block"_s, block},
            {u"block_rootfs"_s, block},
            {u"vcpu"_s, QJsonObject{{u"exit_io_in"_s, exits / 12},
                                    {u"exit_io_out"_s, exits / 7},
                                    {u"exit_mmio_read"_s, exits / 5},
                                    {u"exit_mmio_write"_s, exits / 3}}},
            {u"uart"_s, QJsonObject{{u"write_count"_s, static_cast<qint64>(m_console_bytes)}, {u"read_count"_s, 42}}},
            {u"interrupts"_s, QJsonObject{{u"triggers"_s, reads + writes}}}};
        if (m_engine.model().balloon.isEmpty())
            return all;
        all.insert(u"net"_s, net());
        all.insert(u"net_eth0"_s, net());
        all.insert(u"balloon"_s, QJsonObject{{u"inflate_count"_s, 120}, {u"deflate_count"_s, 8}});
        all.insert(u"entropy"_s, QJsonObject{{u"entropy_bytes"_s, static_cast<qint64>(m_random)},
                                             {u"entropy_event_count"_s, static_cast<qint64>(m_random / 64)},
                                             {u"entropy_rate_limiter_throttled"_s, static_cast<qint64>(m_held / 20)},
                                             {u"host_rng_fails"_s, 0}});
        all.insert(u"signals"_s, QJsonObject{{u"sigpipe"_s, 0}, {u"sigbus"_s, 0}});
        return all;
    }

    QString m_id;
    QFile m_log;
    stub::Engine &m_engine;
    stub::Console &m_console;
    QElapsedTimer m_clock;
    QTimer m_load;
    unsigned m_seed = 7;
    std::vector<char> m_memory;
    std::vector<std::vector<char>> m_more;
    int m_grown = 0;
    double m_reads = 1200;
    double m_writes = 300;
    double m_exits = 90000;
    double m_rx = 4000;
    double m_tx = 9000;
    double m_held = 0;
    double m_random = 4096;
    double m_console_bytes = 5000;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QHash<QString, QString> options;
    const QStringList arguments = QCoreApplication::arguments();
    for (qsizetype at = 1; at + 1 < arguments.size(); ++at)
        options.insert(arguments[at], arguments[at + 1]);
    if (arguments.contains(u"--version"_s)) {
        std::puts("Firecracker v1.4.0\nSparkler v0.1.0");
        return 0;
    }
    stub::Console console(options.value(u"--console-sock"_s));
    stub::Engine engine(options.value(u"--api-sock"_s));
    const Scene scene(options.value(u"--id"_s), options.value(u"--log-path"_s), engine, console);
    QObject::connect(&engine, &stub::Engine::requested, &app, [&](const stub::Request &) {
        if (engine.model().ctrlAltDels > 0)
            QTimer::singleShot(50, &app, [] { std::_Exit(0); });
    });
    return app.exec();
}
