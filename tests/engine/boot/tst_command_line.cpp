#include "boot/command_line.h"

#include <QtTest>

using namespace sparkler;

class TestCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void append_token_goesBeforeInitArgs_data();
    void append_token_goesBeforeInitArgs();
    void create_length_limitIs2048WithNul();
    void create_character_mustBePrintable_data();
    void create_character_mustBePrintable();
    void append_overflow_isRefusedAndChangesNothing();
    void append_unprintable_isRefused();
    void defaultArgs_valid_fit();
    void virtioMmioToken_device_isFormatted();
};

void TestCommandLine::append_token_goesBeforeInitArgs_data()
{
    QTest::addColumn<std::string>("bootArgs");
    QTest::addColumn<std::string>("expected");
    QTest::newRow("empty") << std::string() << std::string("pci=off");
    QTest::newRow("kernel only") << std::string("console=ttyS0 quiet") << std::string("console=ttyS0 quiet pci=off");
    QTest::newRow("with init") << std::string("quiet -- --flag -x") << std::string("quiet pci=off -- --flag -x");
    QTest::newRow("two separators") << std::string("a -- b -- c") << std::string("a pci=off -- b -- c");
    QTest::newRow("dashes inside a word") << std::string("a--b --c") << std::string("a--b --c pci=off");
    QTest::newRow("blanks around") << std::string("  a   --   b ") << std::string("a pci=off -- b");
    QTest::newRow("nothing for init") << std::string("a -- ") << std::string("a pci=off");
    QTest::newRow("only init") << std::string(" -- b") << std::string("pci=off -- b");
}

void TestCommandLine::append_token_goesBeforeInitArgs()
{
    QFETCH(std::string, bootArgs);
    QFETCH(std::string, expected);
    auto line = KernelCommandLine::create(bootArgs);
    QVERIFY(line);
    QVERIFY(line->append("pci=off"));
    QCOMPARE(line->text(), expected);
}

void TestCommandLine::create_length_limitIs2048WithNul()
{
    QVERIFY(KernelCommandLine::create(std::string(2047, 'x')));
    const auto tooLong = KernelCommandLine::create(std::string(2048, 'x'));
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().text,
             std::string("The kernel command line is invalid: Inserting string would make command "
                         "line too long."));
}

void TestCommandLine::create_character_mustBePrintable_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("newline") << QByteArray("a\nb");
    QTest::newRow("tab") << QByteArray("a\tb");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("DEL") << QByteArray("a\x7f");
    QTest::newRow("UTF-8") << QByteArray("\xc3\xa9");
}

void TestCommandLine::create_character_mustBePrintable()
{
    QFETCH(QByteArray, text);
    const auto line = KernelCommandLine::create(text.toStdString());
    QVERIFY(!line);
    QCOMPARE(line.error().text,
             std::string("The kernel command line is invalid: String contains a non-printable ASCII character."));
}

void TestCommandLine::append_overflow_isRefusedAndChangesNothing()
{
    auto line = KernelCommandLine::create(std::string(2030, 'x') + " -- init"); // 2038 characters
    QVERIFY(line);
    const std::string before = line->text();
    const auto refused = line->append("123456789"); // 2048 with its blank, and the NUL does not fit
    QVERIFY(!refused);
    QCOMPARE(refused.error().text,
             std::string("Invalid kernel command line: Inserting string would make command line too long."));
    QCOMPARE(line->text(), before);
    QVERIFY(line->append("12345678"));
    QCOMPARE(line->text().size(), KernelCommandLine::kMaxBytes - 1);
}

void TestCommandLine::append_unprintable_isRefused()
{
    auto line = KernelCommandLine::create("quiet");
    QVERIFY(line);
    QVERIFY(!line->append("root=\n"));
    QCOMPARE(line->text(), std::string("quiet"));
}

void TestCommandLine::defaultArgs_valid_fit()
{
    const auto line = KernelCommandLine::create(kDefaultBootArgs);
    QVERIFY(line);
    QCOMPARE(line->text(),
             std::string("reboot=k panic=1 nomodule 8250.nr_uarts=0 i8042.noaux i8042.nomux i8042.dumbkbd "
                         "swiotlb=noforce"));
}

void TestCommandLine::virtioMmioToken_device_isFormatted()
{
    QCOMPARE(virtioMmioToken(GuestAddress(0xc000'1000), 5), std::string("virtio_mmio.device=4K@0xc0001000:5"));
}

QTEST_APPLESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
