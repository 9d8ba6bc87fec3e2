// An engine for the supervisor's tests: it takes the real one's command line, serves the API's few requests that the
// manager makes, runs no guest, and misbehaves on demand. FAKE_ENGINE holds a JSON object:
//   "refuse":  ["PUT /drives/rootfs", …]  these requests are answered with a fault
//   "fault":   "Invalid block device path: /a"  its words; without: "The fake engine refuses."
//   "refuseAction": ["SendCtrlAltDel", …]  the same for these actions
//   "exitOn":  {"PUT /boot-source": 7}    exits with that code instead of answering; negative: dies by that signal
//   "answers": {"GET /balloon": {…}}      answers these with that document
//   "hangOn":  ["GET /", …]               never answers these
//   "exitAtOnce": 3                       exits before it listens
//   "noSocket": true                      never listens
//   "ignoreTerm": true                    SIGTERM does nothing
//   "ignoreCtrlAltDel": true              the guest does not power off
//   "sleepOn": {"PUT /snapshot/create": 500}  stands still for so many milliseconds before the answer
//   "fullDisk": true                      snapshots are written half, then refused
// Its guest's memory is what it writes into snapshots: each snapshot finds one more page written than the one before,
// page n with the byte 'a' + n. One that cannot be loaded ends it with status 152 after the answer, as the API has it.
// Each request is written to requests.log beside the log file, as one line "METHOD PATH BODY".

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>

#include <QMap>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

class FakeEngine {
public:
    FakeEngine(QHash<QString, QString> options, QJsonObject script)
        : m_options(std::move(options)), m_script(std::move(script)), m_log(m_options.value(u"--log-path"_s)),
          m_requests(QFileInfo(m_log).path() + u"/requests.log"_s)
    {
        m_log.open(QIODevice::WriteOnly | QIODevice::Append);
        m_requests.open(QIODevice::WriteOnly | QIODevice::Append);
        QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] { accept(); });
    }

    void log(const QByteArray &level, const QByteArray &text)
    {
        m_log.write("2026-01-02T03:04:05.678901234 [" + m_options.value(u"--id"_s).toUtf8() + ":main:" + level + "] " +
                    text + "\n");
        m_log.flush();
    }

    [[noreturn]] void leave(int code)
    {
        if (code == 0)
            log("INFO", "Firecracker exiting successfully. exit_code=0");
        else
            log("ERROR", "Firecracker exiting with error. exit_code=" + QByteArray::number(code));
        std::_Exit(code);
    }

    bool listen()
    {
        log("INFO", "Running Firecracker v1.4.0");
        if (m_script.contains(u"exitAtOnce"_s))
            leave(m_script.value(u"exitAtOnce"_s).toInt());
        return m_script.value(u"noSocket"_s).toBool() || m_server.listen(m_options.value(u"--api-sock"_s));
    }

private:
    void accept()
    {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QLocalSocket::readyRead, socket, [this, socket] { read(socket); });
            QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QLocalSocket *socket)
    {
        QByteArray &input = m_inputs[socket];
        input += socket->readAll();
        for (;;) {
            const qsizetype head = input.indexOf("\r\n\r\n");
            if (head < 0)
                return;
            const QByteArray lower = input.first(head).toLower();
            const qsizetype mark = lower.indexOf("content-length:");
            const qsizetype length = mark < 0 ? 0 : lower.mid(mark + 15).split('\r').first().trimmed().toLongLong();
            if (input.size() < head + 4 + length)
                return;
            const QByteArray line = input.first(input.indexOf(" HTTP/"));
            const QByteArray body = input.mid(head + 4, length);
            input.remove(0, head + 4 + length);
            handle(socket, QString::fromUtf8(line), body);
        }
    }

    bool listed(const QString &key, const QString &request) const
    {
        return m_script.value(key).toArray().contains(request);
    }

    void handle(QLocalSocket *socket, const QString &request, const QByteArray &body)
    {
        if (request != u"GET /"_s) {
            m_requests.write(request.toUtf8() + ' ' + body + '\n');
            m_requests.flush();
        }
        const QJsonObject exits = m_script.value(u"exitOn"_s).toObject();
        if (exits.contains(request)) {
            const int code = exits.value(request).toInt();
            if (code < 0)
                ::raise(-code);
            leave(code);
        }
        if (listed(u"hangOn"_s, request))
            return;
        if (listed(u"refuse"_s, request)) {
            refuse(socket, m_script.value(u"fault"_s).toString(u"The fake engine refuses."_s));
            return;
        }
        if (const QJsonObject answers = m_script.value(u"answers"_s).toObject(); answers.contains(request)) {
            answer(socket, "200 OK", QJsonDocument(answers.value(request).toObject()).toJson(QJsonDocument::Compact));
            return;
        }
        const QJsonObject object = QJsonDocument::fromJson(body).object();
        if (request == u"GET /"_s) {
            answer(socket, "200 OK", R"({"id":"x","state":")" + m_state + R"(","vmm_version":"1.4.0","app_name":"F"})");
            return;
        }
        if (request == u"GET /version"_s) {
            answer(socket, "200 OK", R"({"firecracker_version":"1.4.0","sparkler_version":"9.8.7"})");
            return;
        }
        if (request == u"GET /metrics"_s) {
            answer(socket, "200 OK", R"({"api_server":{"process_startup_time_us":5}})");
            return;
        }
        if (request == u"GET /mmds"_s) {
            answer(socket, "200 OK", R"({"from":"the engine"})");
            return;
        }
        if (request == u"PUT /machine-config"_s)
            m_machine = object;
        if (const int ms = m_script.value(u"sleepOn"_s).toObject().value(request).toInt(); ms > 0)
            QThread::msleep(static_cast<unsigned long>(ms));
        if (request == u"PUT /snapshot/create"_s) {
            if (const QString fault = createSnapshot(object); fault.isEmpty())
                answer(socket, "204 No Content", {});
            else
                refuse(socket, fault);
            return;
        }
        if (request == u"PUT /snapshot/load"_s) {
            const QString fault = loadSnapshot(object);
            if (fault.isEmpty()) {
                answer(socket, "204 No Content", {});
                return;
            }
            refuse(socket, u"Load microVM snapshot error: Failed to restore from snapshot: "_s + fault);
            socket->waitForBytesWritten();
            leave(152);
        }
        const QString action = object.value(u"action_type"_s).toString();
        if (listed(u"refuseAction"_s, action)) {
            answer(socket, "400 Bad Request", R"({"fault_message":"No such action."})");
            return;
        }
        if (action == u"InstanceStart"_s)
            m_state = "Running";
        if (request == u"PATCH /vm"_s)
            m_state = object.value(u"state"_s).toString() == u"Paused"_s ? "Paused" : "Running";
        answer(socket, "204 No Content", {});
        if (action == u"SendCtrlAltDel"_s && !m_script.value(u"ignoreCtrlAltDel"_s).toBool()) {
            socket->waitForBytesWritten();
            leave(0);
        }
    }

    static void refuse(QLocalSocket *socket, const QString &fault)
    {
        const QJsonObject body{{u"fault_message"_s, fault}};
        answer(socket, "400 Bad Request", QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    /// Behind fake-jailer it is told paths as in a jail, and is in none.
    static QString hostPath(const QString &path)
    {
        const QString root = qEnvironmentVariable("FAKE_ENGINE_ROOT");
        return root.isEmpty() || !path.startsWith(u"/machine/"_s) ? path : root + path.mid(8);
    }

    qint64 memoryBytes() const { return m_machine.value(u"mem_size_mib"_s).toInteger() << 20; }

    QString createSnapshot(const QJsonObject &call)
    {
        if (m_state != "Paused")
            return u"Cannot save the microVM state: Operation not allowed: save/restore unavailable while running"_s;
        const qint64 fresh = m_memory.isEmpty() ? 0 : m_memory.lastKey() + 1;
        m_memory.insert(fresh, static_cast<char>('a' + fresh));
        m_dirty.append(fresh);
        QFile state(hostPath(call.value(u"snapshot_path"_s).toString()));
        QFile memory(hostPath(call.value(u"mem_file_path"_s).toString()));
        if (!state.open(QIODevice::WriteOnly) || !memory.open(QIODevice::WriteOnly))
            return u"Cannot perform open on the memory backing file: "_s + memory.errorString();
        state.write(QJsonDocument(QJsonObject{{u"fake"_s, m_machine}}).toJson());
        memory.resize(memoryBytes());
        const bool diff = call.value(u"snapshot_type"_s).toString() == u"Diff"_s;
        for (auto page = m_memory.begin(); page != m_memory.end(); ++page) {
            if (diff && !m_dirty.contains(page.key()))
                continue;
            memory.seek(page.key() * kPage);
            memory.write(QByteArray(kPage, page.value()));
        }
        if (m_script.value(u"fullDisk"_s).toBool())
            return u"Cannot write memory file: No space left on device (os error 28)"_s;
        m_dirty.clear();
        return {};
    }

    QString loadSnapshot(const QJsonObject &call)
    {
        QFile state(hostPath(call.value(u"snapshot_path"_s).toString()));
        if (!state.open(QIODevice::ReadOnly))
            return u"Failed to get snapshot state from file: Failed to open snapshot file: "_s + state.errorString();
        const QJsonObject saved = QJsonDocument::fromJson(state.readAll()).object();
        if (!saved.contains(u"fake"_s))
            return u"Failed to get snapshot state from file: Failed to load snapshot state from file: CRC64 validation "
                   "failed"_s;
        m_machine = saved.value(u"fake"_s).toObject();
        QFile memory(hostPath(call.value(u"mem_backend"_s).toObject().value(u"backend_path"_s).toString()));
        if (!memory.open(QIODevice::ReadOnly) || memory.size() != memoryBytes())
            return u"Failed to load guest memory: Error creating guest memory from file"_s;
        for (qint64 page = 0; page < memory.size() / kPage; ++page) {
            memory.seek(page * kPage);
            if (char byte = 0; memory.getChar(&byte) && byte != 0)
                m_memory.insert(page, byte);
        }
        m_state = call.value(u"resume_vm"_s).toBool() ? "Running" : "Paused";
        return {};
    }

    static void answer(QLocalSocket *socket, const QByteArray &status, const QByteArray &body)
    {
        QByteArray bytes = "HTTP/1.1 " + status + "\r\nServer: fake\r\nConnection: keep-alive\r\n";
        if (!body.isEmpty())
            bytes += "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
        socket->write(bytes + "\r\n" + body);
        socket->flush();
    }

    QHash<QString, QString> m_options;
    QJsonObject m_script;
    QFile m_log;
    QFile m_requests;
    QLocalServer m_server;
    QHash<QLocalSocket *, QByteArray> m_inputs;
    static constexpr qint64 kPage = 4096;
    QByteArray m_state = "Not started";
    QJsonObject m_machine;
    QMap<qint64, char> m_memory; ///< pages that were ever written, and with what
    QList<qint64> m_dirty;       ///< since the last snapshot
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
        std::puts("Firecracker v1.4.0\nSparkler v9.8.7");
        return 0;
    }
    const QJsonObject script = QJsonDocument::fromJson(qgetenv("FAKE_ENGINE")).object();
    if (script.value(u"ignoreTerm"_s).toBool())
        ::signal(SIGTERM, SIG_IGN);
    FakeEngine engine(options, script);
    if (!engine.listen()) {
        engine.log("ERROR", "Failed to open the API socket");
        return 1;
    }
    return app.exec();
}
