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

    void start()
    {
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
        const double seconds = kSliceMs / 1000.0;
        m_reads += seconds * level * level * 900;
        m_writes += seconds * (0.2 + level) * 160;
        m_exits += seconds * (400 + 5000 * level);
        m_console_bytes += seconds * 180 * level * level;
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
                                {u"io_engine_throttled_events"_s, 0}};
        const auto exits = static_cast<qint64>(m_exits);
        return {
            {u"block"_s, block},
            {u"block_rootfs"_s, block},
            {u"vcpu"_s, QJsonObject{{u"exit_io_in"_s, exits / 12},
                                    {u"exit_io_out"_s, exits / 7},
                                    {u"exit_mmio_read"_s, exits / 5},
                                    {u"exit_mmio_write"_s, exits / 3}}},
            {u"uart"_s, QJsonObject{{u"write_count"_s, static_cast<qint64>(m_console_bytes)}, {u"read_count"_s, 42}}},
            {u"interrupts"_s, QJsonObject{{u"triggers"_s, reads + writes}}}};
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
