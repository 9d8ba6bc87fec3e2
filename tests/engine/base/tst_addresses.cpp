#include <QTest> // first: moc stumbles over <concepts> otherwise

#include "base/ipv4_address.h"
#include "base/mac_address.h"

using namespace sparkler;

class TestAddresses : public QObject {
    Q_OBJECT
private slots:
    void mac_data();
    void mac();
    void ipv4_data();
    void ipv4();
    void linkLocal_data();
    void linkLocal();
};

void TestAddresses::mac_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // empty: refused
    QTest::newRow("lower") << "06:00:ac:10:00:02"
                           << "06:00:ac:10:00:02";
    QTest::newRow("upper") << "06:00:AC:10:00:FF"
                           << "06:00:ac:10:00:ff";
    QTest::newRow("empty") << ""
                           << "";
    QTest::newRow("short") << "06:00:ac:10:00"
                           << "";
    QTest::newRow("long") << "06:00:ac:10:00:02:03"
                          << "";
    QTest::newRow("one digit") << "6:00:ac:10:00:002"
                               << "";
    QTest::newRow("dash") << "06-00-ac-10-00-02"
                          << "";
    QTest::newRow("no digit") << "06:00:ac:10:00:0g"
                              << "";
    QTest::newRow("sign") << "06:00:ac:10:00:-2"
                          << "";
    QTest::newRow("blank") << "06:00:ac:10:00: 2"
                           << "";
}

void TestAddresses::mac()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const auto address = parseMacAddress(text.toStdString());
    QCOMPARE(address.has_value(), !shown.isEmpty());
    if (address)
        QCOMPARE(QString::fromStdString(toString(*address)), shown);
}

void TestAddresses::ipv4_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << "169.254.169.254" << true;
    QTest::newRow("zeros") << "0.0.0.0" << true;
    QTest::newRow("most") << "255.255.255.255" << true;
    QTest::newRow("256") << "256.0.0.1" << false;
    QTest::newRow("three") << "1.2.3" << false;
    QTest::newRow("five") << "1.2.3.4.5" << false;
    QTest::newRow("leading zero") << "1.2.3.04" << false;
    QTest::newRow("empty part") << "1..2.3" << false;
    QTest::newRow("end dot") << "1.2.3.4." << false;
    QTest::newRow("letter") << "a" << false;
    QTest::newRow("empty") << "" << false;
    QTest::newRow("sign") << "+1.2.3.4" << false;
    QTest::newRow("blank") << " 1.2.3.4" << false;
}

void TestAddresses::ipv4()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    const auto address = parseIpv4Address(text.toStdString());
    QCOMPARE(address.has_value(), good);
    if (address)
        QCOMPARE(QString::fromStdString(toString(*address)), text);
}

void TestAddresses::linkLocal_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("usable");
    QTest::newRow("first") << "169.254.1.0" << true;
    QTest::newRow("last") << "169.254.254.255" << true;
    QTest::newRow("below") << "169.254.0.255" << false;
    QTest::newRow("above") << "169.254.255.0" << false;
    QTest::newRow("other") << "10.254.1.1" << false;
    QTest::newRow("other second") << "169.253.1.1" << false;
}

void TestAddresses::linkLocal()
{
    QFETCH(QString, text);
    QFETCH(bool, usable);
    QCOMPARE(isLinkLocal(parseIpv4Address(text.toStdString()).value()), usable);
}

QTEST_APPLESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
