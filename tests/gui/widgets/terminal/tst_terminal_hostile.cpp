// Bytes of a hostile guest: nothing may crash, hang or grow without bound.
#include "widgets/terminal/terminal_surface.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <random>

using namespace sparkler::gui;

class TestTerminalHostile : public QObject {
    Q_OBJECT
private slots:
    void surface_randomSequencesAndResizes_staysConsistent_data();
    void surface_randomSequencesAndResizes_staysConsistent();
    void surface_endlessOsc_givesTextBack();
    void surface_hugeParameters_areHarmless();
    void surface_wideCharactersInNarrowestGrid_areHarmless();
    void surface_c1HiddenInUtf8_isReplaced();
    void surface_endlessCombining_isCapped();
    void surface_queryFlood_repliesAreCapped();
    void surface_inputFlood_isBoundedAndSaysSo();
    void surface_titleWithControls_isCleaned();
};

namespace {

class Guest {
public:
    explicit Guest(unsigned seed) : m_random(seed) {}

    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    QByteArray next()
    {
        switch (below(10)) {
        case 0:
        case 1:
        case 2:
            return csi();
        case 3:
            return QByteArray("\x1b").append(pick({"7",  "8",  "D", "E", "M", "c", "H", "(0", "(B", ")0", "#3",
                                                   "#6", "#8", "=", ">", "N", "O", "n", "|",  "~",  "Z"}));
        case 4:
            return QByteArray("\xe4\xb8\xad").repeated(below(200));
        case 5:
            return QByteArray("e").append(QByteArray("\xcc\x81").repeated(below(50)));
        case 6: {
            QByteArray bytes;
            for (int i = below(80); i > 0; --i)
                bytes.append(static_cast<char>(below(256)));
            return bytes;
        }
        case 7: {
            QByteArray bytes;
            for (int i = below(150); i > 0; --i)
                bytes.append(below(12) == 0 ? '\n' : static_cast<char>(32 + below(95)));
            return bytes;
        }
        case 8:
            return QByteArray(below(2) ? "\x1b]2;" : "\x1bP$q")
                .append(QByteArray(below(6000), 'a'))
                .append(below(2) ? "\x07" : "");
        default:
            return pick({"\b\b\b\b", "\t\t\t", "\r\n", "\v\f", "\x0e\x0f", "\xc2\x85\xc2\x8d", "\x84\x8d\x9b",
                         "\xf4\x90\x80\x80"});
        }
    }

private:
    QByteArray pick(std::initializer_list<const char *> all)
    {
        return all.begin()[below(static_cast<int>(all.size()))];
    }

    QByteArray csi()
    {
        QByteArray bytes("\x1b[");
        bytes.append(pick({"", "?", ">", "!", "", "", ""}));
        for (int i = below(5); i > 0; --i) {
            bytes.append(below(3) ? QByteArray::number(below(40))
                                  : pick({"", "0", "47", "69", "1000", "1047", "1049", "2004", "38;5;200",
                                          "48:2::1:2:3", "2147483647", "99999999999999999999", "4294967295"}));
            bytes.append(below(8) ? ';' : ':');
        }
        bytes.append(pick({"", "", " ", "\"", "'", "$"}));
        return bytes.append(static_cast<char>(0x40 + below(0x3f)));
    }

    std::mt19937 m_random;
};

} // namespace

void TestTerminalHostile::surface_randomSequencesAndResizes_staysConsistent_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 60; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTerminalHostile::surface_randomSequencesAndResizes_staysConsistent()
{
    QFETCH(unsigned, seed);
    Guest guest(seed);
    TerminalSurface surface(2 + guest.below(30), 4 + guest.below(90));
    surface.setScrollbackLimit(50);
    for (int i = 0; i < 400; ++i) {
        surface.write(guest.next());
        if (guest.below(12) == 0)
            surface.resize(guest.below(40), guest.below(120));
        if (guest.below(20) == 0)
            surface.sendMouseButton(guest.below(300), guest.below(300), 1 + guest.below(5), true, Qt::ShiftModifier);
        if (guest.below(10) == 0) {
            QVERIFY(surface.cursor().row >= surface.screenRow() && surface.cursor().row < surface.endRow());
            QVERIFY(surface.cursor().column >= 0 && surface.cursor().column < surface.columns());
            QVERIFY(surface.scrollbackLines() <= 50);
            QVERIFY(surface.allText().size() < 10'000'000);
        }
    }
    surface.flush();
    surface.clear();
    surface.write("live");
    QCOMPARE(surface.allText(), QStringLiteral("live\n"));
}

void TestTerminalHostile::surface_endlessOsc_givesTextBack()
{
    TerminalSurface surface(5, 40);
    surface.write("\x1b]0;");
    for (int i = 0; i < 64; ++i)
        surface.write(QByteArray(16 * 1024, 'x'));
    surface.write("\r\nlogin:");
    surface.flush();
    QVERIFY2(surface.allText().endsWith(QStringLiteral("login:\n")), qPrintable(surface.allText()));
    QVERIFY(surface.title().isEmpty());
}

void TestTerminalHostile::surface_hugeParameters_areHarmless()
{
    TerminalSurface surface(5, 20);
    for (char final = '@'; final <= '~'; ++final) {
        surface.write(QByteArray("\x1b[99999999999999999999;99999999999999999999") + final);
        surface.write(QByteArray("\x1b[") + QByteArray("1;").repeated(5000) + final);
    }
    surface.write("\x1b"
                  "cok");
    QCOMPARE(surface.rowText(surface.screenRow()), QStringLiteral("ok"));
}

void TestTerminalHostile::surface_wideCharactersInNarrowestGrid_areHarmless()
{
    TerminalSurface surface(1, 1);
    QCOMPARE(surface.columns(), TerminalSurface::kMinColumns);
    surface.write(QByteArray("a\xe4\xb8\xad").repeated(100));
    surface.write(QByteArray("\x1b#6") + QByteArray("\xe4\xb8\xad").repeated(10));
    surface.write(QByteArray("\x1b[1;4H\xe4\xb8\xad\x1b[?7l\x1b[1;4H\xe4\xb8\xad"));
    for (qint64 row = surface.screenRow(); row < surface.endRow(); ++row)
        QVERIFY(surface.rowText(row).size() <= 4);
}

void TestTerminalHostile::surface_c1HiddenInUtf8_isReplaced()
{
    TerminalSurface surface(3, 20);
    surface.write(QByteArray("\xc2\x9b") + "31mA" + QByteArray("\xc2\x85\xed\xa0\x80\xff") + "B");
    const QString text = surface.rowText(surface.screenRow());
    QVERIFY2(text.startsWith(QStringLiteral("\ufffd31mA\ufffd")), qPrintable(text));
    QVERIFY2(text.endsWith(u'B'), qPrintable(text));
}

void TestTerminalHostile::surface_endlessCombining_isCapped()
{
    TerminalSurface surface(3, 20);
    surface.write("e");
    for (int i = 0; i < 1000; ++i)
        surface.write(QByteArray("\xcc\x81").repeated(100));
    surface.write("X");
    surface.flush();
    const QString text = surface.rowText(surface.screenRow());
    QVERIFY(text.size() <= 2 + TerminalFilter::kMaxMarks);
    QVERIFY(text.endsWith(u'X'));
}

void TestTerminalHostile::surface_queryFlood_repliesAreCapped()
{
    TerminalSurface surface(3, 20);
    QSignalSpy output(&surface, &TerminalSurface::output);
    surface.write(QByteArray("\x1b[c").repeated(20'000));
    QCOMPARE(output.size(), 1);
    QVERIFY(output.at(0).at(0).toByteArray().size() <= TerminalSurface::kMaxReply);
    QVERIFY(output.at(0).at(0).toByteArray().startsWith("\x1b[?"));
}

void TestTerminalHostile::surface_inputFlood_isBoundedAndSaysSo()
{
    TerminalSurface surface(5, 60);
    surface.setScrollbackLimit(1000);
    QSignalSpy dropped(&surface, &TerminalSurface::inputDropped);
    const QByteArray chunk = QByteArray("flood flood flood flood\r\n").repeated(40'000);
    for (int i = 0; i < 10; ++i) {
        surface.write(chunk);
        QVERIFY(surface.pendingBytes() <= TerminalSurface::kMaxPending);
    }
    surface.write("the end");
    QTRY_COMPARE_WITH_TIMEOUT(surface.pendingBytes(), 0, 30'000);
    QVERIFY(!dropped.isEmpty());
    QVERIFY(surface.rowText(surface.cursor().row) == QStringLiteral("the end"));
    QVERIFY(surface.scrollbackLines() <= 1000);
}

void TestTerminalHostile::surface_titleWithControls_isCleaned()
{
    TerminalSurface surface(3, 20);
    QSignalSpy titles(&surface, &TerminalSurface::titleChanged);
    surface.write(QByteArray("\x1b]2;a\xe2\x80\xae"
                             "b\x01 \xc2\x9b"
                             "c\x07"));
    QCOMPARE(titles.size(), 1);
    QCOMPARE(surface.title(), QStringLiteral("ab c"));
    surface.write("\x1b]0;" + QByteArray(3000, 'y') + "\x1b\\");
    QCOMPARE(surface.title().size(), TerminalFilter::kMaxTitle);
}

QTEST_GUILESS_MAIN(TestTerminalHostile)
#include "tst_terminal_hostile.moc"
