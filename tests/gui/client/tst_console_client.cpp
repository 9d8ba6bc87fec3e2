#include "client/console_client.h"

#include "support/stub_console.h"

#include <QSignalSpy>
#include <QTest>

using sparkler::gui::ConsoleClient;
using Link = ConsoleClient::Link;
using namespace Qt::Literals::StringLiterals;

class TestConsoleClient : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void attach_console_replaysThenGoesOn();
    void attach_withWhatWasBefore_beginsWithIt();
    void attach_beforeTheEngine_connectsWhenItComes();
    void attach_anotherConsole_leavesTheFirst();
    void lostConnection_comesBack_startsAfresh();
    void write_connected_reachesTheGuest();
    void write_unconnected_isRefused();
    void write_peerDoesNotRead_isRefusedInTime();
    void received_flood_keepsTheNewest();
    void detach_always_staysDetached();
    void detach_inAnySlot_isSafe_data();
    void detach_inAnySlot_isSafe();
    void destroy_inAnySlot_isSafe_data() { detach_inAnySlot_isSafe_data(); }
    void destroy_inAnySlot_isSafe();
};

void TestConsoleClient::attach_console_replaysThenGoesOn()
{
    stub::Console console;
    console.print("boot\r\n");
    ConsoleClient client;
    QSignalSpy links(&client, &ConsoleClient::linkChanged);
    QSignalSpy restarts(&client, &ConsoleClient::restarted);
    QByteArray seen;
    connect(&client, &ConsoleClient::data, this, [&](const QByteArray &bytes) { seen += bytes; });
    QVERIFY(client.link() == Link::Detached);
    client.attach(console.socketPath());
    QVERIFY(client.link() == Link::Connecting);
    QTRY_COMPARE(seen, QByteArray("boot\r\n"));
    console.print("login: ");
    QTRY_COMPARE(seen, QByteArray("boot\r\nlogin: "));
    QCOMPARE(client.received(), seen);
    QCOMPARE(restarts.size(), 1);
    QCOMPARE(links.size(), 2);
    QVERIFY(client.link() == Link::Connected);
}

void TestConsoleClient::attach_withWhatWasBefore_beginsWithIt()
{
    stub::Console console;
    console.print("new");
    ConsoleClient client;
    QByteArray seen;
    connect(&client, &ConsoleClient::restarted, this, [&] { seen.clear(); });
    connect(&client, &ConsoleClient::data, this, [&](const QByteArray &bytes) { seen += bytes; });
    client.attach(console.socketPath(), "old\r\n");
    QTRY_COMPARE(seen, QByteArray("old\r\nnew"));
    QCOMPARE(client.received(), seen);
    // Also after a break, once.
    console.stop();
    QTRY_VERIFY(client.link() == Link::Connecting);
    QVERIFY(console.listen());
    QTRY_COMPARE(seen, QByteArray("old\r\nnew"));
    QCOMPARE(client.received(), seen);
    // Another engine's console has its own.
    client.attach(console.socketPath());
    QTRY_COMPARE(seen, QByteArray("new"));
}

void TestConsoleClient::attach_beforeTheEngine_connectsWhenItComes()
{
    stub::Console console;
    console.stop();
    ConsoleClient client;
    client.attach(console.socketPath());
    QTest::qWait(0);
    QVERIFY(client.link() == Link::Connecting);
    QVERIFY(console.listen());
    QTRY_VERIFY(client.link() == Link::Connected);
}

void TestConsoleClient::attach_anotherConsole_leavesTheFirst()
{
    stub::Console first;
    first.print("first");
    stub::Console second;
    second.print("second");
    ConsoleClient client;
    client.attach(first.socketPath());
    QTRY_COMPARE(client.received(), QByteArray("first"));
    client.attach(second.socketPath());
    QCOMPARE(client.received(), QByteArray());
    QTRY_COMPARE(client.received(), QByteArray("second"));
    QTRY_COMPARE(first.viewers(), 0);
}

void TestConsoleClient::lostConnection_comesBack_startsAfresh()
{
    stub::Console console;
    console.print("one ");
    ConsoleClient client;
    QSignalSpy restarts(&client, &ConsoleClient::restarted);
    client.attach(console.socketPath());
    QTRY_COMPARE(client.received(), QByteArray("one "));
    console.disconnectViewers();
    QTRY_VERIFY(client.link() == Link::Connecting);
    console.print("two");
    QTRY_COMPARE(client.received(), QByteArray("one two")); // replayed once, not appended to what was there
    QCOMPARE(restarts.size(), 2);
    console.stop();
    QTRY_VERIFY(client.link() == Link::Connecting);
    QCOMPARE(client.received(), QByteArray("one two")); // a stopped machine's last words stay readable
    QVERIFY(console.listen());
    QTRY_COMPARE(restarts.size(), 3);
}

void TestConsoleClient::write_connected_reachesTheGuest()
{
    stub::Console console;
    ConsoleClient client;
    client.attach(console.socketPath());
    QTRY_VERIFY(client.link() == Link::Connected);
    const QByteArray typed("ls\n\x03\x00\xff", 6);
    QVERIFY(client.write(typed));
    QTRY_COMPARE(console.typed(), typed);
    QTRY_COMPARE(client.received(), typed); // the echo
    QVERIFY(client.write({}));
}

void TestConsoleClient::write_unconnected_isRefused()
{
    ConsoleClient client;
    QVERIFY(!client.write("x"));
    stub::Console console;
    client.attach(console.socketPath());
    QVERIFY(!client.write("x"));
    QTRY_VERIFY(client.link() == Link::Connected);
    client.detach();
    QVERIFY(!client.write("x"));
    QCOMPARE(console.typed(), QByteArray());
}

void TestConsoleClient::write_peerDoesNotRead_isRefusedInTime()
{
    stub::Console console;
    console.setReading(false);
    ConsoleClient client;
    client.attach(console.socketPath());
    QTRY_VERIFY(client.link() == Link::Connected);
    QTRY_COMPARE(console.viewers(), 1);
    const QByteArray block(16 * 1024, 'x');
    int taken = 0;
    for (int i = 0; i < 1000 && client.write(block); ++i) {
        ++taken;
        QTest::qWait(0);
    }
    QVERIFY(taken >= 4);   // 64 KiB may wait
    QVERIFY(taken < 1000); // and what the kernel takes is finite
    QVERIFY(!client.write(block));
    QVERIFY(client.link() == Link::Connected);
    QVERIFY(!client.write(QByteArray(65537, 'x')));
}

void TestConsoleClient::received_flood_keepsTheNewest()
{
    stub::Console console;
    ConsoleClient client;
    client.attach(console.socketPath());
    QTRY_VERIFY(client.link() == Link::Connected);
    qsizetype seen = 0;
    connect(&client, &ConsoleClient::data, this, [&](const QByteArray &bytes) { seen += bytes.size(); });
    QByteArray all;
    for (int i = 0; i < 300000; ++i)
        all += QByteArray::number(i) + ' ';
    console.print(all);
    QTRY_COMPARE(seen, all.size());
    QCOMPARE(client.received().size(), 1024 * 1024);
    QVERIFY(all.endsWith(client.received()));
}

void TestConsoleClient::detach_always_staysDetached()
{
    stub::Console console;
    ConsoleClient client;
    client.detach();
    QVERIFY(client.link() == Link::Detached);
    client.attach(console.socketPath());
    client.detach(); // before the first attempt
    QTest::qWait(20);
    QVERIFY(client.link() == Link::Detached);
    QCOMPARE(console.viewers(), 0);
    console.print("x");
    client.attach(console.socketPath());
    QTRY_COMPARE(client.received(), QByteArray("x"));
    client.detach();
    QVERIFY(client.link() == Link::Detached);
    QTRY_COMPARE(console.viewers(), 0);
    QCOMPARE(client.received(), QByteArray("x"));
}

void TestConsoleClient::detach_inAnySlot_isSafe_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("linkChanged") << 0;
    QTest::newRow("restarted") << 1;
    QTest::newRow("data") << 2;
}

namespace {

template <typename Slot>
void connectTo(int signal, ConsoleClient *client, QObject *context, Slot slot)
{
    if (signal == 0)
        QObject::connect(client, &ConsoleClient::linkChanged, context, [=](Link link) {
            if (link == Link::Connected)
                slot();
        });
    else if (signal == 1)
        QObject::connect(client, &ConsoleClient::restarted, context, slot);
    else
        QObject::connect(client, &ConsoleClient::data, context, slot);
}

} // namespace

void TestConsoleClient::detach_inAnySlot_isSafe()
{
    QFETCH(int, signal);
    stub::Console console;
    console.print("x");
    ConsoleClient client;
    bool reached = false;
    bool *flag = &reached;
    ConsoleClient *target = &client;
    connectTo(signal, target, this, [=] {
        *flag = true;
        target->detach();
    });
    client.attach(console.socketPath());
    QTRY_VERIFY(reached);
    QTRY_COMPARE(console.viewers(), 0);
    QVERIFY(client.link() == Link::Detached);
}

void TestConsoleClient::destroy_inAnySlot_isSafe()
{
    QFETCH(int, signal);
    stub::Console console;
    console.print("x");
    QPointer<ConsoleClient> client = new ConsoleClient;
    connectTo(signal, client, this, [client] { delete client.data(); });
    client->attach(console.socketPath());
    QTRY_VERIFY(!client);
    QTRY_COMPARE(console.viewers(), 0);
}

QTEST_GUILESS_MAIN(TestConsoleClient)
#include "tst_console_client.moc"
