#include "client/engine_client.h"
#include "client/json.h"
#include "client/snippets.h"

#include "support/stub_engine.h"

#include <QJsonArray>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Ran {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

/// Runs a program while this thread's event loop goes on, so that the stub can answer.
Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    bool finished = false;
    QObject::connect(&process, &QProcess::finished, &process, [&] { finished = true; });
    process.start(program, arguments);
    if (!process.waitForStarted())
        return {};
    process.write(input);
    process.closeWriteChannel();
    const bool ended = finished || QTest::qWaitFor([&] { return finished; }, 20000);
    return {ended ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
}

Exchange exchangeOf(const QByteArray &method, const QString &path, const QByteArray &body = {})
{
    Exchange exchange;
    exchange.method = method;
    exchange.path = path;
    exchange.requestBody = body;
    return exchange;
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return bytes + "tail\n";
}

VmConfig fullConfig()
{
    VmConfig config;
    config.bootSource = {
        .kernelImagePath = u"/k \"1\"\\x"_s, .initrdPath = u"/i"_s, .bootArgs = u"a=\t\n$x `y` \u00e4\ufeff"_s};
    config.machine = {
        .vcpuCount = 4, .memSizeMib = 1024, .smt = true, .hugePages = HugePages::TwoMiB, .cpuTemplate = u"T2"_s};
    const TokenBucket bucket{.size = 100, .oneTimeBurst = 5, .refillTimeMs = 10};
    config.drives = {Drive{.driveId = u"root"_s,
                           .pathOnHost = u"/r.img"_s,
                           .isRootDevice = true,
                           .partuuid = u"0eaa"_s,
                           .isReadOnly = true,
                           .cacheType = CacheType::Writeback,
                           .ioEngine = IoEngine::Async,
                           .rateLimiter = RateLimiter{.bandwidth = bucket, .ops = bucket}},
                     Drive{.driveId = u"d"_s, .pathOnHost = u"/d.img"_s}};
    config.vsock = Vsock{3, u"v.sock"_s};
    config.otherSections = {
        {u"cpu-config"_s, QJsonValue::Null}, {u"bad\nname"_s, 1}, {u"pmem"_s, QJsonArray()}};
    return config;
}

} // namespace

class TestSnippets : public QObject {
    Q_OBJECT
private slots:
    void curl_simple_isReadable();
    void curl_anyExchange_sendsExactlyThat_data();
    void curl_anyExchange_sendsExactlyThat();
    void curl_controlCharacters_areNotOnTheLine();
    void curl_oddSocketPath_isQuoted();
    void script_exchanges_runInOrder();
    void configurationFile_full_roundTrips();
    void goProgram_simple_isThis();
    void goProgram_full_isGo();
};

void TestSnippets::curl_simple_isReadable()
{
    QCOMPARE(curlCommand(exchangeOf("GET", u"/vm/config"_s), u"/run/a.sock"_s),
             u"curl --unix-socket /run/a.sock http://localhost/vm/config"_s);
    QCOMPARE(curlCommand(exchangeOf("PUT", u"/actions"_s, R"({"action_type":"InstanceStart"})"), u"/run/a b"_s),
             u"curl --unix-socket '/run/a b' -X PUT http://localhost/actions -H 'Content-Type: application/json' "
             "--data-raw '{\"action_type\":\"InstanceStart\"}'"_s);
    QCOMPARE(curlCommand(exchangeOf("PUT", u"/actions"_s), u"/s"_s),
             u"curl --unix-socket /s -X PUT http://localhost/actions"_s);
}

void TestSnippets::curl_anyExchange_sendsExactlyThat_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("body");
    const QByteArray put = "PUT";
    QTest::newRow("get") << QByteArray("GET") << u"/"_s << QByteArray();
    QTest::newRow("get with body") << QByteArray("GET") << u"/mmds"_s << QByteArray("{}");
    QTest::newRow("put without body") << put << u"/actions"_s << QByteArray();
    QTest::newRow("quotes") << put << u"/drives/a"_s << QByteArray(R"({"a":"it's \"x\" '' \\ $HOME `id` $(id) !x"})");
    QTest::newRow("at sign") << put << u"/a"_s << QByteArray("@/etc/passwd");
    QTest::newRow("lines") << put << u"/a"_s << QByteArray("{\n\t\"a\": 1\n}\n\n");
    QTest::newRow("umlauts") << put << u"/drives/\u00e4"_s << QByteArray("{\"a\":\"\xc3\xa4\"}");
    QTest::newRow("every byte") << put << u"/a"_s << everyByte();
    QTest::newRow("bad utf-8") << put << u"/a"_s << QByteArray("\xff\xfe");
    QTest::newRow("path quotes") << put << u"/drives/it's;id>x&y|z"_s << QByteArray("{}");
    QTest::newRow("path globs") << put << u"/a{1,2}[3-4]#part?q=1"_s << QByteArray("{}");
    QTest::newRow("path dots") << put << u"/a/../b/./c"_s << QByteArray("{}");
    QTest::newRow("path space") << put << u"/a b\nc"_s << QByteArray("{}");
    QTest::newRow("path dash") << QByteArray("PATCH") << u"-X"_s << QByteArray("{}");
}

void TestSnippets::curl_anyExchange_sendsExactlyThat()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QByteArray, body);
    stub::Engine engine;
    engine.setHandler([](const stub::Request &) { return stub::Answer{}; });
    // What the manager itself sends is what the command must send.
    EngineClient client(engine.socketPath());
    client.raw({.method = method, .path = path, .body = body}, nullptr, {});
    QTRY_COMPARE(engine.requests().size(), 1);
    const QString command = curlCommand(exchangeOf(method, path, body), engine.socketPath());
    for (const QString &shell : {u"sh"_s, u"bash"_s}) {
        if (QStandardPaths::findExecutable(shell).isEmpty())
            continue;
        const Ran syntax = run(shell, {u"-n"_s}, command.toUtf8());
        QVERIFY2(syntax.code == 0, syntax.errors);
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
            QSKIP("curl is not installed");
        engine.clearRequests();
        const Ran ran = run(shell, {u"-c"_s, command});
        QVERIFY2(ran.code == 0, ran.errors);
        QCOMPARE(engine.requests().size(), 1);
        const stub::Request request = engine.requests().first();
        QCOMPARE(request.method, method);
        QCOMPARE(request.body, body);
        QByteArray target = path.toUtf8();
        target.replace(' ', "%20").replace('\n', "%0A");
        QCOMPARE(request.path, target);
    }
}

void TestSnippets::curl_controlCharacters_areNotOnTheLine()
{
    const QString command = curlCommand(exchangeOf("PUT", u"/a"_s, "\x1b[201~rm\r"), u"/s"_s);
    QVERIFY(command.startsWith(u"printf '\\033\\133\\062"_s));
    for (const QChar c : command)
        QVERIFY(c.unicode() >= 0x20 && c.unicode() < 0x7f);
}

void TestSnippets::curl_oddSocketPath_isQuoted()
{
    QTemporaryDir directory;
    stub::Engine engine(directory.filePath(u"it's $(id) \"x\".sock"_s));
    QVERIFY(engine.isListening());
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    const Ran ran = run(u"sh"_s, {u"-c"_s, curlCommand(exchangeOf("GET", u"/version"_s), engine.socketPath())});
    QVERIFY2(ran.code == 0, ran.errors);
    QCOMPARE(ran.output, QByteArray(R"({"firecracker_version":"1.4.0","sparkler_version":"0.1.0"})"));
}

void TestSnippets::script_exchanges_runInOrder()
{
    QTemporaryDir directory;
    stub::Engine engine(directory.filePath(u"it's.sock"_s));
    const QList<Exchange> exchanges{
        exchangeOf("PUT", u"/machine-config"_s, R"({"vcpu_count":2,"mem_size_mib":64})"),
        exchangeOf("PUT", u"/boot-source"_s, R"({"kernel_image_path":"/k"})"),
        exchangeOf("PUT", u"/actions"_s, R"({"action_type":"InstanceStart"})"),
    };
    const QString script = curlScript(exchanges, engine.socketPath());
    QVERIFY(script.startsWith(u"#!/bin/sh\n"_s));
    const Ran syntax = run(u"sh"_s, {u"-n"_s}, script.toUtf8());
    QVERIFY2(syntax.code == 0, syntax.errors);
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    const Ran ran = run(u"sh"_s, {u"-c"_s, script});
    QVERIFY2(ran.code == 0, ran.errors);
    QCOMPARE(engine.requestLines(), QList<QByteArray>({"PUT /machine-config", "PUT /boot-source", "PUT /actions"}));
    QCOMPARE(engine.model().state, u"Running"_s);
}

void TestSnippets::configurationFile_full_roundTrips()
{
    const QString file = configurationFile(fullConfig());
    QVERIFY(file.contains(u"\n    \"boot-source\": {"_s));
    QVERIFY(file.endsWith(u'\n'));
    const auto object = parseObject(file.toUtf8());
    QVERIFY(object);
    const auto config = vmConfigFromJson(*object);
    QVERIFY(config);
    QVERIFY(*config == fullConfig());
}

void TestSnippets::goProgram_simple_isThis()
{
    VmConfig config;
    config.bootSource.kernelImagePath = u"/k"_s;
    config.bootSource.bootArgs = u"quiet"_s;
    config.drives = {Drive{.driveId = u"r"_s, .pathOnHost = u"/r"_s, .isRootDevice = true}};
    const QString program = goSdkProgram(config, u"/run/a.sock"_s);
    const QString literal = uR"(	config := firecracker.Config{
		SocketPath:      "/run/a.sock",
		KernelImagePath: "/k",
		KernelArgs:      "quiet",
		Drives: []models.Drive{
			{
				DriveID:      firecracker.String("r"),
				PathOnHost:   firecracker.String("/r"),
				IsRootDevice: firecracker.Bool(true),
				IsReadOnly:   firecracker.Bool(false),
			},
		},
		MachineCfg: models.MachineConfiguration{
			VcpuCount:       firecracker.Int64(1),
			MemSizeMib:      firecracker.Int64(128),
			Smt:             firecracker.Bool(false),
			TrackDirtyPages: firecracker.Bool(false),
		},
	}
)"_s;
    QVERIFY2(program.contains(literal), qPrintable(program));
    QVERIFY(!program.contains(u"Not carried over"_s));
}

void TestSnippets::goProgram_full_isGo()
{
    const QString program = goSdkProgram(fullConfig(), u"/run/a\"b\n.sock"_s);
    QVERIFY(program.contains(uR"(SocketPath:      "/run/a\"b\n.sock",)"_s));
    QVERIFY(program.contains(uR"(KernelImagePath: "/k \"1\"\\x",)"_s));
    QVERIFY(program.contains(u"KernelArgs:      \"a=\\u0009\\n$x `y` \u00e4\\ufeff\","_s));
    QVERIFY(program.contains(u"// Not carried over: \"machine-config.huge_pages\"\n"_s));
    QVERIFY(program.contains(u"// Not carried over: \"vsock\"\n"_s));
    QVERIFY(program.contains(u"// Not carried over: \"bad\\nname\"\n"_s));
    QVERIFY(!program.contains(u"entropy"_s));
    QVERIFY(!program.contains(u"network"_s));
    const QString gofmt = QStandardPaths::findExecutable(u"gofmt"_s);
    if (gofmt.isEmpty())
        QSKIP("gofmt is not installed");
    const Ran ran = run(gofmt, {u"-e"_s}, program.toUtf8());
    QVERIFY2(ran.code == 0, ran.errors);
    QCOMPARE(QString::fromUtf8(ran.output), program); // and laid out as gofmt would
}

QTEST_GUILESS_MAIN(TestSnippets)
#include "tst_snippets.moc"
