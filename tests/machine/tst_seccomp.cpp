// System call filters of whole engines: who is under which, and what a violation looks like from outside.
#include "harness/api_client.h"
#include "harness/boot_plan.h"
#include "harness/engine_process.h"
#include "seccomp/container.h"
#include "seccompiler/compile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLocalSocket>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace harness;

namespace {

constexpr int kPatience = 10000; // ms
constexpr int kBadSyscall = 148;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// JSON of filters whose threads all have `filter`.
QByteArray forAll(const QByteArray &filter)
{
    return R"({"Vmm": )" + filter + R"(, "API": )" + filter + R"(, "vcpu": )" + filter + "}";
}

const QByteArray kAllowAll = R"({"default_action": "allow", "filter_action": "trap", "filter": []})";

/// All but the calls of this name, for one kind of thread.
QByteArray allBut(const QByteArray &kind, const QByteArray &syscall)
{
    QByteArray json = "{";
    for (const char *name : {"vmm", "api", "vcpu"}) {
        QByteArray filter = kAllowAll;
        if (kind == name)
            filter.replace("[]", R"([{"syscall": ")" + syscall + R"("}])");
        json += (json.size() > 1 ? ", \"" : "\"") + QByteArray(name) + "\": " + filter;
    }
    return json + "}";
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true;
#else
constexpr bool kSanitized = false;
#endif

/// The source of the built-in filters; a rule that sanitizers add stands for all of its call.
QJsonObject filtersOfThisBuild()
{
    QJsonObject filters = QJsonDocument::fromJson(contentOf(QStringLiteral(SHIPPED_FILTERS ".json"))).object();
    if (!kSanitized)
        return filters;
    const QJsonObject more =
        QJsonDocument::fromJson(contentOf(QStringLiteral(SHIPPED_FILTERS "-sanitizers.json"))).object();
    for (const QString &kind : filters.keys()) {
        QJsonArray rules = more[kind][QStringLiteral("filter")].toArray();
        QStringList added;
        for (const QJsonValue &rule : rules)
            added += rule[QStringLiteral("syscall")].toString();
        for (const QJsonValue &rule : filters[kind][QStringLiteral("filter")].toArray()) {
            if (!added.contains(rule[QStringLiteral("syscall")].toString()))
                rules.append(rule);
        }
        QJsonObject filter = filters[kind].toObject();
        filter[QStringLiteral("filter")] = rules;
        filters[kind] = filter;
    }
    return filters;
}

/// The value of a line in a thread's /proc status.
QByteArray statusOf(const QString &task, const QByteArray &key)
{
    for (const QByteArray &line : contentOf(task + QStringLiteral("/status")).split('\n')) {
        if (line.startsWith(key + ":"))
            return line.mid(key.size() + 1).trimmed();
    }
    return {};
}

} // namespace

class TestSeccomp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everyThread_showsItsLevel_data();
    void everyThread_showsItsLevel();
    void configFile_withoutApi_isFilteredToo();
    void customFilter_forbiddenCall_endsTheEngine_data();
    void customFilter_forbiddenCall_endsTheEngine();
    void shippedFilter_lackingOneRule_reportsTheViolation_data();
    void shippedFilter_lackingOneRule_reportsTheViolation();
    void customFilter_withoutNewProcesses_letsTheEngineWork();
    void otherActions_doNotReachTheHandler_data();
    void otherActions_doNotReachTheHandler();
    void badFilterFile_isToldAndEndsTheEngine_data();
    void badFilterFile_isToldAndEndsTheEngine();
    void filterThatIsTooLong_isToldByItsThread_data();
    void filterThatIsTooLong_isToldByItsThread();
    void stoppedAndContinued_goesOn();
    void targetsThatChange_areReopened();
    void snapshotOntoALink_isMade();
    void test_map_private_seccomp_regression();

private:
    QString path(const char *name) const { return m_directory->path() + QLatin1Char('/') + QLatin1String(name); }
    /// Compiles filters into a file; the options that name it.
    QStringList withFilters(const QByteArray &json) const;
    static bool startGuest(EngineProcess &engine, const char *guest, int vcpus = 1);
    static QByteArrayList violationsOf(const EngineProcess &engine, const QByteArray &thread);
    static QByteArrayList expectedViolations(int syscall);
    void verifyViolation(EngineProcess &engine, int syscall, const QByteArray &thread) const;
    QScopedPointer<QTemporaryDir> m_directory;
};

void TestSeccomp::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
}

void TestSeccomp::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/seccomp-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

QStringList TestSeccomp::withFilters(const QByteArray &json) const
{
    using namespace sparkler::seccomp;
    const auto filters = parseFilters(std::string_view(json.constData(), static_cast<std::size_t>(json.size())));
    if (!filters)
        qFatal("%s", filters.error().text.c_str());
    const auto programs = compile(*filters, Target::X86_64);
    const auto bytes =
        programs ? encodeContainer(*programs) : sparkler::Result<std::string>(std::unexpected(programs.error()));
    QFile file(path("filters"));
    if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(*bytes)) < 0)
        qFatal("no filters");
    return {QStringLiteral("--seccomp-filter"), file.fileName()};
}

bool TestSeccomp::startGuest(EngineProcess &engine, const char *guest, int vcpus)
{
    ApiClient api(engine.socketPath(), 5000);
    const auto put = [&](const char *where, const QJsonObject &body) { return api.put(where, body).status == 204; };
    return put("/machine-config", {{QStringLiteral("vcpu_count"), vcpus}, {QStringLiteral("mem_size_mib"), 8}}) &&
           put("/boot-source",
               {{QStringLiteral("kernel_image_path"), QStringLiteral(TINY_GUEST_DIR "/") + QLatin1String(guest)}}) &&
           put("/actions", startAction());
}

void TestSeccomp::everyThread_showsItsLevel_data()
{
    QTest::addColumn<QByteArray>("filters");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("level");
    QTest::newRow("built in") << QByteArray() << QStringList{} << QByteArray("2");
    QTest::newRow("none") << QByteArray() << QStringList{QStringLiteral("--no-seccomp")} << QByteArray("0");
    QTest::newRow("all is allowed") << forAll(kAllowAll) << QStringList{} << QByteArray("2");
}

void TestSeccomp::everyThread_showsItsLevel()
{
    QFETCH(QByteArray, filters);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, level);
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start(filters.isEmpty() ? options : withFilters(filters)));
    QVERIFY(engine.waitForSocket());
    VERIFY_GUEST(startGuest(engine, "spin", 2), engine);
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(engine.pid()));
    QByteArrayList names;
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        names += contentOf(tasks.filePath(task) + QStringLiteral("/comm")).trimmed();
        // A vCPU thread is there a little before it has its filter.
        QTRY_COMPARE(statusOf(tasks.filePath(task), "Seccomp"), level);
        QCOMPARE(statusOf(tasks.filePath(task), "NoNewPrivs"), QByteArray(level == "0" ? "0" : "1"));
    }
    // Newer kernels show a worker of KVM's own among them.
    for (const char *name : {"fc_api", "fc_vcpu 0", "fc_vcpu 1"})
        QVERIFY2(names.contains(name), names.join(' ').constData());
    QVERIFY(names.size() >= 4);
}

void TestSeccomp::configFile_withoutApi_isFilteredToo()
{
    QFile file(path("config.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"drives": [], "boot-source": {"kernel_image_path": ")" TINY_GUEST_DIR R"(/hello"}})");
    file.close();
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.startWith({QStringLiteral("--no-api"), QStringLiteral("--config-file"), file.fileName()}));
    const auto end = engine.waitForExit(kPatience);
    QVERIFY2(end && end->code == 0, engine.console().constData());
    // The same with a filter that refuses what starts a machine: so it was in force by then.
    EngineProcess refused(m_directory->path());
    QVERIFY(
        refused.startWith(QStringList{QStringLiteral("--no-api"), QStringLiteral("--config-file"), file.fileName()} +
                          withFilters(allBut("vmm", "ioctl"))));
    const auto refusedEnd = refused.waitForExit(kPatience);
    QVERIFY2(refusedEnd && refusedEnd->code == kBadSyscall, refused.console().constData());
}

/// What a thread has logged as errors, in order; other threads may go on logging meanwhile.
QByteArrayList TestSeccomp::violationsOf(const EngineProcess &engine, const QByteArray &thread)
{
    const QByteArray origin = "[anonymous-instance:" + thread + ":ERROR] ";
    QByteArrayList found;
    for (const QByteArray &line : engine.log().split('\n')) {
        if (const qsizetype at = line.indexOf(origin); at >= 0)
            found += line.mid(at + origin.size());
    }
    return found;
}

QByteArrayList TestSeccomp::expectedViolations(int syscall)
{
    return {"Shutting down VM after intercepting signal 31, code 1.",
            "Shutting down VM after intercepting a bad syscall (" + QByteArray::number(syscall) + ")."};
}

/// Log lines, metric and status of a violation (reference 4.2).
void TestSeccomp::verifyViolation(EngineProcess &engine, int syscall, const QByteArray &thread) const
{
    const auto end = engine.waitForExit(kPatience);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->signal, 0);
    QCOMPARE(end->code, kBadSyscall);
    VERIFY_GUEST(violationsOf(engine, thread) == expectedViolations(syscall), engine);
    QCOMPARE(metricTotal(path("metrics"), "seccomp", "num_faults"), 1);
}

void TestSeccomp::customFilter_forbiddenCall_endsTheEngine_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("thread");
    QTest::newRow("vcpu") << QByteArray("vcpu") << QByteArray("ioctl") << 16 << QByteArray("fc_vcpu 0");
    QTest::newRow("vmm") << QByteArray("vmm") << QByteArray("ioctl") << 16 << QByteArray("main");
    QTest::newRow("api") << QByteArray("api") << QByteArray("accept4") << 288 << QByteArray("fc_api");
}

void TestSeccomp::customFilter_forbiddenCall_endsTheEngine()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, call);
    QFETCH(int, number);
    QFETCH(QByteArray, thread);
    EngineProcess engine(m_directory->path());
    QVERIFY(
        engine.start(withFilters(allBut(kind, call)) + QStringList{QStringLiteral("--metrics-path"), path("metrics")}));
    if (kind == "api") {
        QTRY_VERIFY(QFile::exists(engine.socketPath()));
        (void)ApiClient(engine.socketPath(), 5000).get("/");
    } else {
        QVERIFY(engine.waitForSocket());
        (void)startGuest(engine, "spin"); // the answer may be lost with the engine
    }
    STEP(verifyViolation(engine, number, thread));
}

void TestSeccomp::shippedFilter_lackingOneRule_reportsTheViolation_data()
{
    customFilter_forbiddenCall_endsTheEngine_data();
}

/// The handler itself must get by with what each filter allows: with a listener for events, and metrics in a pipe.
void TestSeccomp::shippedFilter_lackingOneRule_reportsTheViolation()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, call);
    QFETCH(int, number);
    QFETCH(QByteArray, thread);
    QJsonObject shipped = filtersOfThisBuild();
    QJsonObject filter = shipped[QString::fromLatin1(kind)].toObject();
    QJsonArray kept;
    for (const QJsonValue &rule : filter[QStringLiteral("filter")].toArray()) {
        if (rule[QStringLiteral("syscall")].toString() != QString::fromLatin1(call))
            kept.append(rule);
    }
    QVERIFY(kept.size() < filter[QStringLiteral("filter")].toArray().size());
    filter[QStringLiteral("filter")] = kept;
    shipped[QString::fromLatin1(kind)] = filter;

    const QString fifo = path("metrics");
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    const int metrics = ::open(QFile::encodeName(fifo).constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    QVERIFY(metrics >= 0);
    const auto closing = qScopeGuard([metrics] { ::close(metrics); });
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start(withFilters(QJsonDocument(shipped).toJson()) +
                         QStringList{QStringLiteral("--metrics-path"), fifo}));
    QLocalSocket listener;
    if (kind == "api") {
        QTRY_VERIFY(QFile::exists(engine.socketPath()));
        (void)ApiClient(engine.socketPath(), 5000).get("/");
    } else {
        QVERIFY(engine.waitForSocket());
        listener.connectToServer(engine.socketPath());
        QVERIFY(listener.waitForConnected());
        listener.write("GET /events HTTP/1.1\r\n\r\n");
        QVERIFY(listener.waitForReadyRead(kPatience));
        (void)startGuest(engine, "spin");
    }
    const auto end = engine.waitForExit(kPatience);
    VERIFY_GUEST(end && end->code == kBadSyscall, engine);
    VERIFY_GUEST(violationsOf(engine, thread) == expectedViolations(number), engine);
    QByteArray written(1 << 16, '\0');
    written.resize(std::max<qsizetype>(::read(metrics, written.data(), static_cast<std::size_t>(written.size())), 0));
    QVERIFY2(written.contains(R"("seccomp":{"num_faults":1})"), written.constData());
    if (kind != "api") {
        QByteArray events;
        while (listener.waitForReadyRead(500))
            events += listener.readAll();
        QVERIFY2(events.contains(R"("event":"stopping")") && events.contains(R"("exit_code":148)"), events.constData());
    }
}

/// The custom filter of the reference's own tests: no process is made, no program started.
void TestSeccomp::customFilter_withoutNewProcesses_letsTheEngineWork()
{
    if (kSanitized)
        QSKIP("a sanitizer makes a process of its own at the end");
    const QByteArray filter = R"({"default_action": "allow", "filter_action": "trap", "filter": [
        {"syscall": "clone"}, {"syscall": "execve", "args": [{"index": 1, "type": "qword", "op": "eq", "val": 123}]}]})";
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start(withFilters(forAll(filter))));
    QVERIFY(engine.waitForSocket());
    VERIFY_GUEST(startGuest(engine, "hello"), engine);
    const auto end = engine.waitForExit(kPatience);
    VERIFY_GUEST(end && end->code == 0, engine);
}

void TestSeccomp::otherActions_doNotReachTheHandler_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("code");
    QTest::newRow("kill_process") << QByteArray("\"kill_process\"") << SIGSYS << -1;
    QTest::newRow("errno") << QByteArray(R"({"errno": 5})") << 0 << 1;
}

void TestSeccomp::otherActions_doNotReachTheHandler()
{
    QFETCH(QByteArray, action);
    QFETCH(int, signal);
    QFETCH(int, code);
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start(withFilters(allBut("vcpu", "ioctl").replace("\"trap\"", action))));
    QVERIFY(engine.waitForSocket());
    (void)startGuest(engine, "spin");
    const auto end = engine.waitForExit(kPatience);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->signal, signal);
    QCOMPARE(end->code, code);
    QVERIFY(!engine.log().contains("intercepting"));
}

void TestSeccomp::badFilterFile_isToldAndEndsTheEngine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("no filters") << QByteArray("Invalid BPF!") << QByteArray()
                                << QByteArray("Seccomp error: Filter deserialization failed: ");
    QTest::newRow("no file") << QByteArray() << QByteArray()
                             << QByteArray(
                                    "Seccomp error: Filter file open error: No such file or directory (os error 2)\n");
    QTest::newRow("too large") << QByteArray(100001, 'x') << QByteArray()
                               << QByteArray("Seccomp error: Filter deserialization failed: Input size 100001 exceeds "
                                             "limit of 100000 bytes\n");
    QTest::newRow("a kind is missing") << QByteArray() << QByteArray(R"({"vmm": )" + kAllowAll + "}")
                                       << QByteArray("Seccomp error: Missing thread category: api\n");
    QTest::newRow("unknown kinds") << QByteArray()
                                   << QByteArray(R"({"thread 2": )" + kAllowAll + R"(, "Thread1": )" + kAllowAll + "}")
                                   << QByteArray("Seccomp error: Invalid thread categories: thread 2,thread1\n");
}

void TestSeccomp::badFilterFile_isToldAndEndsTheEngine()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, error);
    if (!content.isEmpty()) {
        QFile file(path("filters"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    const QStringList options =
        json.isEmpty() ? QStringList{QStringLiteral("--seccomp-filter"), path("filters")} : withFilters(json);
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start(options));
    const auto end = engine.waitForExit(kPatience);
    VERIFY_GUEST(end && end->code == 1, engine);
    VERIFY_GUEST(engine.log().contains(error), engine);
    QVERIFY(!QFile::exists(engine.socketPath())); // found before anybody could connect
}

void TestSeccomp::filterThatIsTooLong_isToldByItsThread_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("vmm") << 0 << 1 << QByteArray("Failed to install vmm seccomp filter: ");
    QTest::newRow("api") << 1 << -1 << QByteArray("Failed to set the requested seccomp filters on the API thread: ");
    QTest::newRow("vcpu") << 2 << -1 << QByteArray("Failed to set the requested seccomp filters on vCPU 0: Error: ");
}

void TestSeccomp::filterThatIsTooLong_isToldByItsThread()
{
    QFETCH(int, kind);
    QFETCH(int, code);
    QFETCH(QByteArray, text);
    using namespace sparkler::seccomp;
    const sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    std::vector<NamedProgram> programs;
    for (const std::string_view name : kThreadKindNames)
        programs.push_back({std::string(name), std::vector<sock_filter>(1, allow)});
    programs[static_cast<std::size_t>(kind)].instructions.assign(4097, allow);
    QFile file(path("filters"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(*encodeContainer(programs))) > 0);
    file.close();
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start({QStringLiteral("--seccomp-filter"), file.fileName()}));
    if (kind == 2) {
        QVERIFY(engine.waitForSocket());
        (void)startGuest(engine, "spin");
    }
    const auto end = engine.waitForExit(kPatience);
    VERIFY_GUEST(end.has_value(), engine);
    QCOMPARE(end->code, code);
    QCOMPARE(end->signal, code < 0 ? SIGABRT : 0);
    VERIFY_GUEST(engine.log().contains(text + "Filter length exceeds the maximum size of 4096 instructions\n"), engine);
}

/// The kernel then goes on with waits by a call of its own.
void TestSeccomp::stoppedAndContinued_goesOn()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start());
    QVERIFY(engine.waitForSocket());
    VERIFY_GUEST(startGuest(engine, "ticker"), engine);
    VERIFY_GUEST(engine.waitForConsole("TICKING\n..", kPatience), engine);
    for (int round = 0; round < 20; ++round) {
        engine.kill(SIGSTOP);
        QTest::qWait(5);
        engine.kill(SIGCONT);
        QCOMPARE(ApiClient(engine.socketPath()).get("/").status, 200);
    }
    VERIFY_GUEST(engine.waitForConsole("...", kPatience, engine.console().size()), engine);
}

/// Large bodies make the API thread and the main thread allocate by mmap(MAP_PRIVATE|MAP_ANONYMOUS) and mremap; the
/// memory of a restored guest is its file by mmap(MAP_PRIVATE).
void TestSeccomp::targetsThatChange_areReopened()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start());
    QVERIFY(engine.waitForSocket());
    ApiClient api(engine.socketPath());
    for (const char *name : {"first.log", "second.log", "third.log"})
        QCOMPARE(api.put("/logger", {{QStringLiteral("log_path"), path(name)}}).status, 204);
    QCOMPARE(api.get("/version").status, 200);
    QVERIFY(contentOf(path("third.log")).contains("/version"));
}

void TestSeccomp::snapshotOntoALink_isMade()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start());
    QVERIFY(engine.waitForSocket());
    ApiClient api(engine.socketPath());
    VERIFY_GUEST(startGuest(engine, "ticker"), engine);
    QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status, 204);
    QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("there")));
    for (const char *name : {"state", "memory"}) {
        QFile target(path("there/") + QLatin1String(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(QStringLiteral("there/") + QLatin1String(name), path(name)));
    }
    // Once by absolute paths, once by paths from the working directory.
    for (const QString &prefix : {m_directory->path() + QLatin1Char('/'),
                                  QDir(QDir::currentPath()).relativeFilePath(m_directory->path()) + QLatin1Char('/')}) {
        const Response created =
            api.put("/snapshot/create", {{QStringLiteral("snapshot_path"), prefix + QStringLiteral("state")},
                                         {QStringLiteral("mem_file_path"), prefix + QStringLiteral("memory")}});
        QVERIFY2(created.status == 204, created.body);
        QVERIFY(QFileInfo(path("state")).isSymLink());
        QVERIFY(QFileInfo(path("there/state")).size() > 0);
    }
}

void TestSeccomp::test_map_private_seccomp_regression()
{
    const QStringList largeBodies{QStringLiteral("--http-api-max-payload-size"), QStringLiteral("2097152")};
    const QJsonObject metadata{
        {QStringLiteral("latest"),
         QJsonObject{{QStringLiteral("meta-data"),
                      QJsonObject{{QStringLiteral("ami-id"), QString(1 << 20, QLatin1Char('b'))}}}}}};
    {
        EngineProcess engine(m_directory->path());
        QVERIFY(engine.start(largeBodies));
        QVERIFY(engine.waitForSocket());
        ApiClient api(engine.socketPath());
        QCOMPARE(api.get("/mmds").body, QByteArray("{}"));
        QCOMPARE(api.put("/mmds", metadata).status, 204);
        QCOMPARE(api.get("/mmds").json(), metadata);
        VERIFY_GUEST(startGuest(engine, "ticker"), engine);
        VERIFY_GUEST(engine.waitForConsole("TICKING\n..", kPatience), engine);
        QCOMPARE(api.patch("/vm", {{QStringLiteral("state"), QStringLiteral("Paused")}}).status, 204);
        QCOMPARE(api.put("/snapshot/create", {{QStringLiteral("snapshot_path"), path("state")},
                                              {QStringLiteral("mem_file_path"), path("memory")}})
                     .status,
                 204);
    }
    QVERIFY(QFile::remove(path("api.sock")));
    EngineProcess next(m_directory->path());
    QVERIFY(next.start(largeBodies));
    QVERIFY(next.waitForSocket());
    ApiClient api(next.socketPath());
    const Response loaded =
        api.put("/snapshot/load",
                {{QStringLiteral("snapshot_path"), path("state")},
                 {QStringLiteral("mem_backend"), QJsonObject{{QStringLiteral("backend_type"), QStringLiteral("File")},
                                                             {QStringLiteral("backend_path"), path("memory")}}},
                 {QStringLiteral("resume_vm"), true}});
    QVERIFY2(loaded.status == 204, loaded.body);
    VERIFY_GUEST(next.waitForConsole("...", kPatience), next);
}

QTEST_GUILESS_MAIN(TestSeccomp)
#include "tst_seccomp.moc"
