// The command line: what it means, and the sentence when it means nothing.
#include "jailer/rootless/options.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::jail;

namespace {

using Words = std::vector<const char *>;

/// The options, or the sentence.
std::expected<RootlessOptions, std::string> read(Words more, const char *engine = "/usr/bin/engine")
{
    Words words{"--rootless", "--id", "a", "--exec-file", engine, "--machine-dir", "/m/one"};
    words.insert(words.end(), more.begin(), more.end());
    const auto parsed = ArgumentGrammar(rootlessArgumentSpecs()).parse(words);
    if (!parsed)
        return std::unexpected(parsed.error().text());
    auto options = interpretRootless(*parsed);
    if (!options)
        return std::unexpected(options.error().text);
    return std::move(*options);
}

std::string refusal(Words more, const char *engine = "/usr/bin/engine")
{
    const auto options = read(std::move(more), engine);
    return options ? "accepted" : options.error();
}

} // namespace

class TestRootlessOptions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void little_hasDefaults();
    void everything_isKept();
    void show_parts();
    void show_refused();
    void show_order();
    void isBelow_wholeNamesOnly();
    void isPlainPath_noDots();
    void forward_forms();
    void forward_refused_data();
    void forward_refused();
    void network_belongsTogether();
    void values_refused();
};

void TestRootlessOptions::little_hasDefaults()
{
    const auto options = read({});
    QVERIFY(options.has_value());
    QCOMPARE(options->engineName(), "engine");
    QVERIFY(options->shows.empty());
    QVERIFY(options->network == NetworkMode::None);
    QCOMPARE(options->limits.openFiles, 2048U);
    QVERIFY(!options->limits.fileSizeBytes);
    QVERIFY(!options->dryRun);
}

void TestRootlessOptions::everything_isKept()
{
    const auto options = read({"--show",           "/m/one/run:rw",
                               "--network",        "user",
                               "--passt-socket",   "/m/one/run/n.sock",
                               "--passt",          "/opt/passt",
                               "--forward",        "tcp:8080:80",
                               "--resource-limit", "no-file=64",
                               "--resource-limit", "fsize=5",
                               "--cgroup",         "memory.max=1G",
                               "--dry-run",        "--",
                               "--api-sock",       "/machine/run/api.sock"});
    QVERIFY2(options.has_value(), options ? "" : options.error().c_str());
    QCOMPARE(options->shows.size(), 1U);
    QVERIFY(options->network == NetworkMode::User);
    QCOMPARE(options->passtProgram, "/opt/passt");
    QCOMPARE(options->passtSocket, "/m/one/run/n.sock");
    QVERIFY((options->forwards == std::vector{Forward{Transport::Tcp, "127.0.0.1", 8080, 80}}));
    QCOMPARE(options->limits.openFiles, 64U);
    QVERIFY(options->limits.fileSizeBytes == 5U);
    QVERIFY((options->cgroups == std::vector{std::pair<std::string, std::string>{"memory.max", "1G"}}));
    QVERIFY(options->dryRun);
    QVERIFY((options->engineArguments == std::vector<std::string>{"--api-sock", "/machine/run/api.sock"}));
}

void TestRootlessOptions::show_parts()
{
    const auto show = [](const char *text) { return parseShow(text, "/m/one").value_or(Show{}); };
    using enum ShowMode;
    QVERIFY((show("/m/one/run") == Show{"/m/one/run", "/machine/run", ReadOnly}));
    QVERIFY((show("/m/one/a/b:rw") == Show{"/m/one/a/b", "/machine/a/b", ReadWrite}));
    QVERIFY((show("/x/kernel=/machine/files/kernel:ro") == Show{"/x/kernel", "/machine/files/kernel", ReadOnly}));
    QVERIFY((show("/x/a=b=/c:rw") == Show{"/x/a=b", "/c", ReadWrite}));
    QVERIFY((show("/m/one/a=b:c") == Show{"/m/one/a=b:c", "/machine/a=b:c", ReadOnly}));
}

void TestRootlessOptions::show_refused()
{
    for (const char *text : {"", "relative", "/", "/m/one/../x", "/m/one//x", "/m/one/", "/m/one/run=/", "/x=/a/../b",
                             "/m/one", "/m", "/m=/x", "/other"})
        QVERIFY2(!parseShow(text, "/m/one"), text);
    for (const char *place :
         {"/x=/dev", "/x=/dev/kvm", "/x=/proc/1", "/x=/tmp/a", "/x=/engine", "/x=/engine/a", "/x=/machine"})
        QVERIFY2(refusal({"--show", place}).find("belongs to the jail itself") != std::string::npos, place);
    QVERIFY(refusal({"--show", "/m/one/a", "--show", "/x=/machine/a"}).find("shows /m/one/a already") !=
            std::string::npos);
}

void TestRootlessOptions::show_order()
{
    const auto options =
        read({"--show", "/m/one/a/b", "--show", "/m/one/a-b", "--show", "/m/one/a:rw", "--show", "/m/one/c"});
    QVERIFY(options.has_value());
    std::string order;
    for (const Show &show : options->shows)
        order += show.inside + (show.nested ? "! " : " ");
    QCOMPARE(order, "/machine/a /machine/a-b /machine/a/b! /machine/c ");
}

void TestRootlessOptions::isBelow_wholeNamesOnly()
{
    QVERIFY(isBelow("/a/b", "/a"));
    QVERIFY(isBelow("/a/b/c", "/a"));
    QVERIFY(isBelow("/a", "/"));
    QVERIFY(!isBelow("/a", "/a"));
    QVERIFY(!isBelow("/ab", "/a"));
    QVERIFY(!isBelow("/a/", "/a"));
    QVERIFY(!isBelow("/", "/"));
}

void TestRootlessOptions::isPlainPath_noDots()
{
    for (const char *path : {"/a", "/a/b", "/a..b/.c/..d"})
        QVERIFY2(isPlainPath(path), path);
    for (const char *path : {"", "/", "a", "/a/", "//a", "/a//b", "/.", "/a/..", "/../a", "/a/./b"})
        QVERIFY2(!isPlainPath(path), path);
    QVERIFY(!isPlainPath(std::string_view("/a\0b", 4)));
}

void TestRootlessOptions::forward_forms()
{
    const auto forward = [](const char *text) { return parseForward(text).value_or(Forward{}); };
    QVERIFY((forward("tcp:80") == Forward{Transport::Tcp, "127.0.0.1", 80, 80}));
    QVERIFY((forward("udp:5353:53") == Forward{Transport::Udp, "127.0.0.1", 5353, 53}));
    QVERIFY((forward("tcp:0.0.0.0/8080:80") == Forward{Transport::Tcp, "0.0.0.0", 8080, 80}));
    QVERIFY((forward("tcp:::1/8080:80") == Forward{Transport::Tcp, "::1", 8080, 80}));
}

void TestRootlessOptions::forward_refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "80", "sctp:80", "tcp:", "tcp:0", "tcp:65536", "tcp:80:", "tcp:80:0", "tcp:80:x", "tcp:80-90", "tcp: 80",
          "tcp:-1", "tcp:host/80", "tcp:/80", "tcp:127.0.0.1%eth0/80", "tcp:80,81", "TCP:80"})
        QTest::newRow(text) << QByteArray(text);
}

void TestRootlessOptions::forward_refused()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseForward(text.toStdString()));
}

void TestRootlessOptions::network_belongsTogether()
{
    QVERIFY(refusal({"--network", "bridge"}).starts_with("Unknown network bridge"));
    QVERIFY(refusal({"--network", "user"}).contains("needs --passt-socket"));
    QVERIFY(refusal({"--network", "user", "--passt-socket", "run/x"}).contains("absolute path"));
    QVERIFY(refusal({"--passt-socket", "/m/x"}).contains("need --network user"));
    QVERIFY(refusal({"--network", "host", "--forward", "tcp:80"}).contains("need --network user"));
}

void TestRootlessOptions::values_refused()
{
    QCOMPARE(refusal({"--resource-limit", "no-file"}), "Invalid format for resources limits: no-file");
    QCOMPARE(refusal({"--resource-limit", "no-file=x"}),
             "Invalid limit value for resource: x: invalid digit found in string");
    QCOMPARE(refusal({"--resource-limit", "cpu=1"}), "Invalid resource argument: cpu");
    QCOMPARE(refusal({"--cgroup", "pids.max"}), "Invalid format for cgroups: pids.max");
    QCOMPARE(refusal({"--cgroup", "a=b=c"}), "Invalid format for cgroups: a=b=c");
    QCOMPARE(refusal({"--cgroup", "../pids.max=1"}), "Cgroup invalid file: ../pids.max");
    QCOMPARE(refusal({"--cgroup", "cgroup.procs=1"}), "Cgroup invalid file: cgroup.procs");
    QCOMPARE(refusal({}, "/usr/bin/"), "Failed to extract filename from path /usr/bin/");
    QVERIFY(refusal({}, "/usr/bin/proc").starts_with("The engine cannot be named proc"));
    QCOMPARE(refusal({"--id", "b"}), "The argument 'id' was provided more than once.");
    const auto relative =
        ArgumentGrammar(rootlessArgumentSpecs()).parse(Words{"--id", "a_b", "--exec-file", "/e", "--machine-dir", "m"});
    QVERIFY(relative.has_value());
    QCOMPARE(interpretRootless(*relative).error().text, "Invalid instance ID: Invalid char (_) at position 1");
}

QTEST_APPLESS_MAIN(TestRootlessOptions)
#include "tst_rootless_options.moc"
