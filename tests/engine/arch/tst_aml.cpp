#include "arch/x86_64/aml.h"

#include <QtTest>

#include <string>

using namespace sparkler::x86_64;

namespace {

QByteArray bytesOf(std::span<const std::byte> bytes)
{
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
}

} // namespace

class TestAml : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void name_integer_isShortest_data();
    void name_integer_isShortest();
    void name_string_endsInNul();
    void eisaId_knownIds_areCompressed_data();
    void eisaId_knownIds_areCompressed();
    void resources_buffer_endsInTag();
    void packageLength_size_usesFewestBytes_data();
    void packageLength_size_usesFewestBytes();
    void scope_root_hasPrefix();
    void method_event_matchesSpecification();
};

void TestAml::name_integer_isShortest_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("0") << quint64(0) << QByteArray::fromHex("00");
    QTest::newRow("1") << quint64(1) << QByteArray::fromHex("01");
    QTest::newRow("2") << quint64(2) << QByteArray::fromHex("0a02");
    QTest::newRow("255") << quint64(255) << QByteArray::fromHex("0aff");
    QTest::newRow("256") << quint64(256) << QByteArray::fromHex("0b0001");
    QTest::newRow("65536") << quint64(65536) << QByteArray::fromHex("0c00000100");
    QTest::newRow("2^32") << quint64(1ull << 32) << QByteArray::fromHex("0e0000000001000000");
}

void TestAml::name_integer_isShortest()
{
    QFETCH(quint64, value);
    QFETCH(QByteArray, encoding);
    AmlBlock block;
    block.addName("_UID", value);
    QCOMPARE(bytesOf(block.bytes()), QByteArray("\x08_UID") + encoding);
}

void TestAml::name_string_endsInNul()
{
    AmlBlock block;
    block.addName("_HID", "LNRO0005");
    QCOMPARE(bytesOf(block.bytes()), QByteArray("\x08_HID\x0dLNRO0005\0", 15));
}

void TestAml::eisaId_knownIds_areCompressed_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("PNP0501") << QByteArray("PNP0501") << QByteArray::fromHex("0c41d00501");
    QTest::newRow("PNP0303") << QByteArray("PNP0303") << QByteArray::fromHex("0c41d00303");
    QTest::newRow("PNP0A08") << QByteArray("PNP0A08") << QByteArray::fromHex("0c41d00a08");
}

void TestAml::eisaId_knownIds_areCompressed()
{
    QFETCH(QByteArray, id);
    QFETCH(QByteArray, encoding);
    AmlBlock block;
    block.addEisaId("_HID", id.toStdString());
    QCOMPARE(bytesOf(block.bytes()), QByteArray("\x08_HID") + encoding);
}

void TestAml::resources_buffer_endsInTag()
{
    AmlResources resources;
    resources.addPorts(0x3f8, 8);
    AmlBlock block;
    block.addName("_CRS", resources);
    // Buffer, package length 13, size 10, I/O descriptor, end tag
    QCOMPARE(bytesOf(block.bytes()), QByteArray("\x08_CRS") + QByteArray::fromHex("110d0a0a"
                                                                                  "4701f803f8030108"
                                                                                  "7900"));
}

void TestAml::packageLength_size_usesFewestBytes_data()
{
    QTest::addColumn<qsizetype>("text"); // length of a string that fills the device
    QTest::addColumn<QByteArray>("length");
    // A device holds its name (4), a Name (5) and a string (text + 2); the length counts itself.
    QTest::newRow("largest of 1 byte") << qsizetype(63 - 1 - 11) << QByteArray::fromHex("3f");
    QTest::newRow("smallest of 2 bytes") << qsizetype(65 - 2 - 11) << QByteArray::fromHex("4104");
    QTest::newRow("largest of 2 bytes") << qsizetype(0xfff - 2 - 11) << QByteArray::fromHex("4fff");
    QTest::newRow("smallest of 3 bytes") << qsizetype(0x1001 - 3 - 11) << QByteArray::fromHex("810001");
    QTest::newRow("largest of 3 bytes") << qsizetype(0xfffff - 3 - 11) << QByteArray::fromHex("8fffff");
    QTest::newRow("smallest of 4 bytes") << qsizetype(0x100001 - 4 - 11) << QByteArray::fromHex("c1000001");
}

void TestAml::packageLength_size_usesFewestBytes()
{
    QFETCH(qsizetype, text);
    QFETCH(QByteArray, length);
    AmlBlock body;
    body.addName("_DDN", std::string(static_cast<std::size_t>(text), 'x'));
    AmlBlock block;
    block.addDevice("COM1", body);
    const QByteArray bytes = bytesOf(block.bytes());
    QCOMPARE(bytes.first(2), QByteArray::fromHex("5b82"));
    QCOMPARE(bytes.mid(2, length.size()), length);
    QCOMPARE(bytes.mid(2 + length.size(), 4), QByteArray("COM1"));
}

void TestAml::scope_root_hasPrefix()
{
    AmlBlock block;
    block.addRootScope("_SB_", AmlBlock());
    QCOMPARE(bytesOf(block.bytes()), QByteArray("\x10\x06\\_SB_"));
}

void TestAml::method_event_matchesSpecification()
{
    AmlBlock notify;
    notify.addNotify("VGEN", 0x80);
    AmlBlock condition;
    condition.addIfArgumentIs(3, notify);
    AmlBlock block;
    block.addEventMethod("_EVT", condition);
    // Method (_EVT, 1, Serialized) { If (LEqual (Arg0, 3)) { Notify (VGEN, 0x80) } }
    QCOMPARE(bytesOf(block.bytes()), QByteArray::fromHex("1413") + "_EVT" + QByteArray::fromHex("09a00c93680a0386") +
                                         "VGEN" + QByteArray::fromHex("0a80"));
}

QTEST_APPLESS_MAIN(TestAml)
#include "tst_aml.moc"
