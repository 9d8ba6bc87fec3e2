#include "widgets/terminal/terminal_keys.h"
#include "widgets/terminal/terminal_palette.h"
#include "widgets/terminal/terminal_surface.h"

#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;

class TestTerminalSurface : public QObject {
    Q_OBJECT
private slots:
    void write_colours_keepTheNameTheGuestGave();
    void write_attributes_areKept();
    void write_cursorMoves_placeText();
    void write_splitAtEveryByte_sameScreen();
    void write_wideCharacter_takesTwoCells();
    void write_combiningMark_joinsTheCell();
    void write_lineDrawing_isTranslated();
    void write_repeat_repeatsTheCharacter();
    void scrollback_overLimit_dropsOldest();
    void scrollback_clearedByGuest_keepsScreen();
    void scrollback_rowNumbers_stayWithTheirLines();
    void alternateScreen_isNotScrolledIntoHistory();
    void resize_narrowerAndBack_keepsText();
    void resize_fewerRowsAndBack_restoresHistory();
    void resize_sendsNothing();
    void query_isAnswered();
    void text_range_skipsWideSecondCells();
    void text_all_hasNoTrailingBlanks();
    void wordAt_pathsAndWideText_areWhole();
    void find_directionsAndCase_data();
    void find_directionsAndCase();
    void find_afterMatch_goesOn();
    void paste_bracketed_isWrappedAndCleaned();
    void paste_plain_turnsLineEnds();
    void key_table_data();
    void key_table();
    void mouse_sgrMode_reports();
    void mouse_off_sendsNothing();
    void title_isReported();
    void bell_manyInOneSlice_ringsOnce();
    void clear_resetsEverything();
    void palette_namedColours_areReadable_data();
    void palette_namedColours_areReadable();

private:
    static QString screen(const TerminalSurface &surface) { return surface.allText(); }
};

void TestTerminalSurface::write_colours_keepTheNameTheGuestGave()
{
    TerminalSurface surface(3, 20);
    surface.write("\x1b[31mA\x1b[92mB\x1b[38;5;200mC\x1b[38;2;1;2;3;44mD\x1b[0mE");
    const TerminalLine line = surface.line(surface.screenRow());
    using Kind = TerminalColor::Kind;
    QCOMPARE(line.cells[0].style.foreground, (TerminalColor{Kind::Indexed, 1, 0, 0}));
    QCOMPARE(line.cells[1].style.foreground, (TerminalColor{Kind::Indexed, 10, 0, 0}));
    QCOMPARE(line.cells[2].style.foreground, (TerminalColor{Kind::Indexed, 200, 0, 0}));
    QCOMPARE(line.cells[3].style.foreground, (TerminalColor{Kind::Rgb, 1, 2, 3}));
    QCOMPARE(line.cells[3].style.background, (TerminalColor{Kind::Indexed, 4, 0, 0}));
    QCOMPARE(line.cells[4].style, TerminalStyle{});
}

void TestTerminalSurface::write_attributes_areKept()
{
    TerminalSurface surface(3, 20);
    surface.write("\x1b[1mB\x1b[0;3mI\x1b[0;4mU\x1b[0;7mR\x1b[0;9mS");
    const TerminalLine line = surface.line(surface.screenRow());
    QVERIFY(line.cells[0].style.bold && !line.cells[1].style.bold);
    QVERIFY(line.cells[1].style.italic);
    QVERIFY(line.cells[2].style.underline);
    QVERIFY(line.cells[3].style.reverse);
    QVERIFY(line.cells[4].style.strike);
}

void TestTerminalSurface::write_cursorMoves_placeText()
{
    TerminalSurface surface(5, 20);
    surface.write("\x1b[3;5Hhere\x1b[1;1Htop\x1b[2Bx\r\n\x1b[s12\x1b[u3");
    QCOMPARE(screen(surface), QStringLiteral("top\n\n   xhere\n32\n"));
    QCOMPARE(surface.cursor(), (TerminalPosition{surface.screenRow() + 3, 1}));
}

void TestTerminalSurface::write_splitAtEveryByte_sameScreen()
{
    const QByteArray bytes(
        "\x1b[1;31mred\x1b[0m \xe4\xb8\xad\xe2\x82\xac \x1b]0;t\x07\x1b[2;3Hx\x1b(0q\x1b(B\xf0\x9f\x98\x80");
    TerminalSurface whole(4, 20);
    whole.write(bytes);
    TerminalSurface split(4, 20);
    for (const char byte : bytes)
        split.write(QByteArray(1, byte));
    QCOMPARE(screen(split), screen(whole));
    QCOMPARE(split.title(), QStringLiteral("t"));
    QVERIFY(screen(whole).startsWith(QStringLiteral("red \u4e2d\u20ac\n  x\u2500")));
}

void TestTerminalSurface::write_wideCharacter_takesTwoCells()
{
    TerminalSurface surface(3, 5);
    surface.write("abcd\xe4\xb8\xad");
    QCOMPARE(screen(surface), QStringLiteral("abcd\n\u4e2d\n"));
    const TerminalLine line = surface.line(surface.screenRow() + 1);
    QCOMPARE(int(line.cells[0].width), 2);
    QCOMPARE(int(line.cells[1].width), 0);
}

void TestTerminalSurface::write_combiningMark_joinsTheCell()
{
    TerminalSurface surface(3, 10);
    surface.write("e\xcc\x81x");
    QCOMPARE(surface.rowText(surface.screenRow()), QStringLiteral("e\u0301x"));
    QCOMPARE(surface.cursor().column, 2);
}

void TestTerminalSurface::write_lineDrawing_isTranslated()
{
    TerminalSurface surface(3, 10);
    surface.write("\x1b)0\x0elqk\x0flqk");
    QCOMPARE(surface.rowText(surface.screenRow()), QStringLiteral("\u250c\u2500\u2510lqk"));
}

void TestTerminalSurface::write_repeat_repeatsTheCharacter()
{
    TerminalSurface surface(3, 10);
    surface.write("=\x1b[4b");
    QCOMPARE(surface.rowText(surface.screenRow()), QStringLiteral("====="));
}

void TestTerminalSurface::scrollback_overLimit_dropsOldest()
{
    TerminalSurface surface(4, 20);
    surface.setScrollbackLimit(10);
    for (int i = 0; i < 100; ++i)
        surface.write("line " + QByteArray::number(i) + "\r\n");
    QCOMPARE(surface.scrollbackLines(), 10);
    QCOMPARE(surface.rowText(surface.firstRow()), QStringLiteral("line 87"));
    QCOMPARE(surface.firstRow(), 87);
    QVERIFY(surface.rowText(surface.firstRow() - 1).isEmpty());
}

void TestTerminalSurface::scrollback_clearedByGuest_keepsScreen()
{
    TerminalSurface surface(3, 20);
    surface.write("1\r\n2\r\n3\r\n4\r\n5");
    QCOMPARE(surface.scrollbackLines(), 2);
    QSignalSpy cleared(&surface, &TerminalSurface::scrollbackCleared);
    surface.write("\x1b[3J");
    QCOMPARE(surface.scrollbackLines(), 0);
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(screen(surface), QStringLiteral("3\n4\n5\n"));
}

void TestTerminalSurface::scrollback_rowNumbers_stayWithTheirLines()
{
    TerminalSurface surface(3, 20);
    surface.setScrollbackLimit(20);
    surface.write("first\r\nmarked\r\n");
    const qint64 marked = surface.screenRow() + 1;
    for (int i = 0; i < 15; ++i)
        surface.write("more\r\n");
    QCOMPARE(surface.rowText(marked), QStringLiteral("marked"));
    surface.resize(10, 20);
    QCOMPARE(surface.rowText(marked), QStringLiteral("marked"));
}

void TestTerminalSurface::alternateScreen_isNotScrolledIntoHistory()
{
    TerminalSurface surface(3, 20);
    QSignalSpy alternate(&surface, &TerminalSurface::alternateScreenChanged);
    surface.write("shell\x1b[?1049h\x1b[H1\r\n2\r\n3\r\n4\r\n");
    QVERIFY(surface.isAlternateScreen());
    QCOMPARE(surface.scrollbackLines(), 0);
    surface.write("\x1b[?1049l");
    QVERIFY(!surface.isAlternateScreen());
    QCOMPARE(alternate.size(), 2);
    QCOMPARE(screen(surface), QStringLiteral("shell\n"));
}

void TestTerminalSurface::resize_narrowerAndBack_keepsText()
{
    TerminalSurface surface(4, 40);
    surface.write("one two\r\nthree");
    surface.resize(4, 20);
    QCOMPARE(screen(surface), QStringLiteral("one two\nthree\n"));
    surface.resize(4, 80);
    QCOMPARE(screen(surface), QStringLiteral("one two\nthree\n"));
    QCOMPARE(surface.cursor().column, 5);
}

void TestTerminalSurface::resize_fewerRowsAndBack_restoresHistory()
{
    TerminalSurface surface(6, 20);
    surface.write("1\r\n\x1b[31m2\x1b[0m\r\n\xe4\xb8\xad\r\n4\r\n5\r\n6");
    const QString before = screen(surface);
    surface.resize(3, 20);
    QCOMPARE(surface.scrollbackLines(), 3);
    QCOMPARE(screen(surface), before);
    surface.resize(6, 20);
    QCOMPARE(surface.scrollbackLines(), 0);
    QCOMPARE(screen(surface), before);
    QCOMPARE(int(surface.line(surface.screenRow() + 1).cells[0].style.foreground.red), 1);
    QCOMPARE(int(surface.line(surface.screenRow() + 2).cells[0].width), 2);
    surface.write("x");
    QVERIFY(screen(surface).endsWith(QStringLiteral("6x\n")));
}

void TestTerminalSurface::resize_sendsNothing()
{
    TerminalSurface surface(6, 20);
    QSignalSpy output(&surface, &TerminalSurface::output);
    surface.write("text\r\n\x1b[3");
    surface.resize(10, 30);
    surface.resize(3, 10);
    surface.write("Cx"); // the sequence goes on where the resize came in between
    QCOMPARE(output.size(), 0);
    QCOMPARE(screen(surface), QStringLiteral("text\n   x\n"));
}

void TestTerminalSurface::query_isAnswered()
{
    TerminalSurface surface(6, 20);
    QSignalSpy output(&surface, &TerminalSurface::output);
    surface.write("\x1b[3;4H\x1b[6n");
    QCOMPARE(output.size(), 1);
    QCOMPARE(output.at(0).at(0).toByteArray(), QByteArray("\x1b[3;4R"));
}

void TestTerminalSurface::text_range_skipsWideSecondCells()
{
    TerminalSurface surface(4, 20);
    surface.write("a\xe4\xb8\xad\xe6\x96\x87z\r\nnext");
    const qint64 row = surface.screenRow();
    QCOMPARE(surface.text({{row, 0}, {row, 6}}), QStringLiteral("a\u4e2d\u6587z"));
    QCOMPARE(surface.text({{row, 3}, {row + 1, 2}}), QStringLiteral("\u6587z\nne"));
    QCOMPARE(surface.text(surface.rowRange(row)), QStringLiteral("a\u4e2d\u6587z\n"));
}

void TestTerminalSurface::text_all_hasNoTrailingBlanks()
{
    TerminalSurface surface(10, 20);
    QCOMPARE(surface.allText(), QString());
    surface.write("a   \r\n\r\nb");
    QCOMPARE(surface.allText(), QStringLiteral("a\n\nb\n"));
}

void TestTerminalSurface::wordAt_pathsAndWideText_areWhole()
{
    TerminalSurface surface(4, 40);
    surface.write("see /etc/os-release, ok \xe4\xb8\xad\xe6\x96\x87");
    const qint64 row = surface.screenRow();
    QCOMPARE(surface.text(surface.wordAt({row, 9})), QStringLiteral("/etc/os-release"));
    QCOMPARE(surface.text(surface.wordAt({row, 19})), QStringLiteral(","));
    QCOMPARE(surface.text(surface.wordAt({row, 25})), QStringLiteral("\u4e2d\u6587"));
    QCOMPARE(surface.wordAt({row, 35}), (TerminalRange{{row, 35}, {row, 36}}));
}

void TestTerminalSurface::find_directionsAndCase_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("forward");
    QTest::addColumn<bool>("caseSensitive");
    QTest::addColumn<int>("row");
    QTest::addColumn<int>("column");
    QTest::newRow("first from the top") << "error" << true << false << 1 << 4;
    QTest::newRow("case matters") << "error" << true << true << 7 << 2;
    QTest::newRow("last from the end") << "ERROR" << false << false << 7 << 2;
    QTest::newRow("last, case matters") << "Error" << false << true << 1 << 4;
    QTest::newRow("after a wide character") << "z" << true << true << 3 << 3;
    QTest::newRow("missing") << "nothing" << true << false << -1 << 0;
    QTest::newRow("empty") << "" << true << false << -1 << 0;
}

void TestTerminalSurface::find_directionsAndCase()
{
    QFETCH(QString, needle);
    QFETCH(bool, forward);
    QFETCH(bool, caseSensitive);
    QFETCH(int, row);
    QFETCH(int, column);
    TerminalSurface surface(3, 20); // rows 0 to 4 end up in the scrollback
    surface.write("boot\r\nan: Error\r\n\r\na\xe4\xb8\xadz\r\n4\r\n5\r\n6\r\n- error");
    const TerminalPosition from = forward ? TerminalPosition{0, 0} : TerminalPosition{surface.endRow(), 0};
    const auto match =
        surface.find(needle, from, forward ? TerminalSearchDirection::Forward : TerminalSearchDirection::Backward,
                     caseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
    QCOMPARE(match.has_value(), row >= 0);
    if (match)
        QCOMPARE(match->start, (TerminalPosition{row, column}));
}

void TestTerminalSurface::find_afterMatch_goesOn()
{
    TerminalSurface surface(3, 20);
    surface.write("aa aa");
    const auto next = [&](int column, TerminalSearchDirection direction) {
        return surface.find(QStringLiteral("aa"), {surface.screenRow(), column}, direction, Qt::CaseSensitive);
    };
    QCOMPARE(next(2, TerminalSearchDirection::Forward)->start.column, 3);
    QVERIFY(!next(4, TerminalSearchDirection::Forward));
    QCOMPARE(next(3, TerminalSearchDirection::Backward)->start.column, 0);
    QVERIFY(!next(1, TerminalSearchDirection::Backward));
}

void TestTerminalSurface::paste_bracketed_isWrappedAndCleaned()
{
    TerminalSurface surface(3, 20);
    QSignalSpy output(&surface, &TerminalSurface::output);
    surface.write("\x1b[?2004h");
    surface.paste(QStringLiteral("ls\x1b[201~rm\n\u00e9\t"));
    QCOMPARE(output.at(0).at(0).toByteArray(), QByteArray("\x1b[200~ls[201~rm\r\xc3\xa9\t\x1b[201~"));
    surface.write("\x1b[?2004l");
    surface.paste(QStringLiteral("x"));
    QCOMPARE(output.at(1).at(0).toByteArray(), QByteArray("x"));
}

void TestTerminalSurface::paste_plain_turnsLineEnds()
{
    QCOMPARE(terminalPasteBytes(QStringLiteral("a\r\nb\nc\rd"), {}), QByteArray("a\rb\rc\rd"));
    QCOMPARE(terminalPasteBytes(QString(), {.bracketedPaste = true}), QByteArray());
}

void TestTerminalSurface::key_table_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("setUp"); // what the guest sent before
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, int key, int modifiers, const QString &text, const QByteArray &setUp,
                        const QByteArray &expected) {
        QTest::newRow(name) << key << modifiers << text << setUp << expected;
    };
    const int none = Qt::NoModifier;
    const int shift = Qt::ShiftModifier;
    const int control = Qt::ControlModifier;
    const int alt = Qt::AltModifier;
    row("letter", Qt::Key_A, none, QStringLiteral("a"), "", "a");
    row("umlaut", Qt::Key_Udiaeresis, none, QStringLiteral("\u00fc"), "", "\xc3\xbc");
    row("Ctrl+C", Qt::Key_C, control, QStringLiteral("\x03"), "", "\x03");
    row("Ctrl+I", Qt::Key_I, control, QStringLiteral("\t"), "", "\t");
    row("Ctrl+Space", Qt::Key_Space, control, QStringLiteral(" "), "", QByteArray(1, '\0'));
    row("Ctrl+[", Qt::Key_BracketLeft, control, {}, "", "\x1b");
    row("Ctrl+backslash", Qt::Key_Backslash, control, {}, "", "\x1c");
    row("Ctrl+]", Qt::Key_BracketRight, control, {}, "", "\x1d");
    row("Ctrl+/", Qt::Key_Slash, control, {}, "", "\x1f");
    row("Alt+B", Qt::Key_B, alt, QStringLiteral("b"), "",
        "\x1b"
        "b");
    row("Alt+Ctrl+C", Qt::Key_C, alt | control, {}, "", "\x1b\x03");
    row("AltGr as Ctrl+Alt", Qt::Key_At, alt | control, QStringLiteral("@"), "", "@");
    row("Return", Qt::Key_Return, none, QStringLiteral("\r"), "", "\r");
    row("Return in line mode", Qt::Key_Return, none, QStringLiteral("\r"), "\x1b[20h", "\r\n");
    row("keypad Enter", Qt::Key_Enter, Qt::KeypadModifier, QStringLiteral("\r"), "", "\r");
    row("Backspace", Qt::Key_Backspace, none, {}, "", "\x7f");
    row("Ctrl+Backspace", Qt::Key_Backspace, control, {}, "", "\b");
    row("Tab", Qt::Key_Tab, none, QStringLiteral("\t"), "", "\t");
    row("Shift+Tab", Qt::Key_Backtab, shift, {}, "", "\x1b[Z");
    row("Escape", Qt::Key_Escape, none, {}, "", "\x1b");
    row("Up", Qt::Key_Up, none, {}, "", "\x1b[A");
    row("Up, application", Qt::Key_Up, none, {}, "\x1b[?1h", "\x1bOA");
    row("Up, reset", Qt::Key_Up, none, {},
        "\x1b[?1h\x1b"
        "c",
        "\x1b[A");
    row("Ctrl+Right", Qt::Key_Right, control, {}, "\x1b[?1h", "\x1b[1;5C");
    row("Home", Qt::Key_Home, none, {}, "", "\x1b[H");
    row("End", Qt::Key_End, none, {}, "", "\x1b[F");
    row("Insert", Qt::Key_Insert, none, {}, "", "\x1b[2~");
    row("Delete", Qt::Key_Delete, none, {}, "", "\x1b[3~");
    row("Page up", Qt::Key_PageUp, none, {}, "", "\x1b[5~");
    row("Alt+Page down", Qt::Key_PageDown, alt, {}, "", "\x1b[6;3~");
    row("F1", Qt::Key_F1, none, {}, "", "\x1bOP");
    row("Shift+F3", Qt::Key_F3, shift, {}, "", "\x1b[1;2R");
    row("F5", Qt::Key_F5, none, {}, "", "\x1b[15~");
    row("F12", Qt::Key_F12, none, {}, "", "\x1b[24~");
    row("keypad 5", Qt::Key_5, Qt::KeypadModifier, QStringLiteral("5"), "", "5");
    row("keypad 5, application", Qt::Key_5, Qt::KeypadModifier, QStringLiteral("5"), "\x1b=", "\x1bOu");
    row("Shift alone", Qt::Key_Shift, shift, {}, "", "");
}

void TestTerminalSurface::key_table()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(QString, text);
    QFETCH(QByteArray, setUp);
    QFETCH(QByteArray, expected);
    TerminalSurface surface(3, 20);
    surface.write(setUp);
    QSignalSpy output(&surface, &TerminalSurface::output);
    QCOMPARE(surface.sendKey(key, Qt::KeyboardModifiers(modifiers), text), !expected.isEmpty());
    QCOMPARE(output.isEmpty() ? QByteArray() : output.at(0).at(0).toByteArray(), expected);
}

void TestTerminalSurface::mouse_sgrMode_reports()
{
    TerminalSurface surface(10, 20);
    surface.write("\x1b[?1000h\x1b[?1006h");
    QCOMPARE(surface.mouseMode(), TerminalMouseMode::Click);
    QSignalSpy output(&surface, &TerminalSurface::output);
    surface.sendMouseButton(2, 3, 1, true, Qt::NoModifier);
    surface.sendMouseButton(2, 3, 1, false, Qt::NoModifier);
    QCOMPARE(output.size(), 2);
    QCOMPARE(output.at(0).at(0).toByteArray(), QByteArray("\x1b[<0;4;3M"));
    QCOMPARE(output.at(1).at(0).toByteArray(), QByteArray("\x1b[<0;4;3m"));
}

void TestTerminalSurface::mouse_off_sendsNothing()
{
    TerminalSurface surface(10, 20);
    QSignalSpy output(&surface, &TerminalSurface::output);
    surface.sendMouseButton(2, 3, 1, true, Qt::NoModifier);
    surface.sendMouseMove(4, 4, Qt::NoModifier);
    surface.setFocused(true);
    QCOMPARE(output.size(), 0);
    surface.write("\x1b[?1004h");
    surface.setFocused(true);
    QCOMPARE(output.size(), 1);
    QCOMPARE(output.at(0).at(0).toByteArray(), QByteArray("\x1b[I"));
}

void TestTerminalSurface::title_isReported()
{
    TerminalSurface surface(3, 20);
    QSignalSpy titles(&surface, &TerminalSurface::titleChanged);
    surface.write("\x1b]2;root@vm: ~\x1b\\");
    QCOMPARE(titles.size(), 1);
    QCOMPARE(surface.title(), QStringLiteral("root@vm: ~"));
    QCOMPARE(screen(surface), QString());
}

void TestTerminalSurface::bell_manyInOneSlice_ringsOnce()
{
    TerminalSurface surface(3, 20);
    QSignalSpy bell(&surface, &TerminalSurface::bell);
    surface.write(QByteArray(1000, '\a'));
    QCOMPARE(bell.size(), 1);
}

void TestTerminalSurface::clear_resetsEverything()
{
    TerminalSurface surface(3, 20);
    surface.write("1\r\n2\r\n3\r\n4\x1b[31m\x1b[?1049h\x1b[?1000h\x1b[?2004h\x1b[2;3r\x1b]2;half");
    surface.clear();
    QVERIFY(!surface.isAlternateScreen());
    QCOMPARE(surface.mouseMode(), TerminalMouseMode::None);
    QCOMPARE(surface.inputModes(), TerminalInputModes{});
    QCOMPARE(surface.scrollbackLines(), 0);
    QCOMPARE(screen(surface), QString());
    surface.write("x");
    QCOMPARE(surface.line(surface.screenRow()).cells[0].style, TerminalStyle{});
}

void TestTerminalSurface::palette_namedColours_areReadable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::newRow("light") << QColor(Qt::black) << QColor(Qt::white);
    QTest::newRow("dark") << QColor(0xe6, 0xe6, 0xe6) << QColor(0x1e, 0x20, 0x24);
}

void TestTerminalSurface::palette_namedColours_areReadable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, base);
    QPalette widgetPalette;
    widgetPalette.setColor(QPalette::Text, text);
    widgetPalette.setColor(QPalette::Base, base);
    const TerminalPalette palette = TerminalPalette::fromWidgetPalette(widgetPalette);
    for (int background = -1; background < 16; ++background) {
        for (int foreground = 0; foreground < 16; ++foreground) {
            TerminalStyle style;
            style.foreground = {TerminalColor::Kind::Indexed, static_cast<quint8>(foreground), 0, 0};
            if (background >= 0)
                style.background = {TerminalColor::Kind::Indexed, static_cast<quint8>(background), 0, 0};
            const TerminalPalette::Pair pair = palette.resolve(style);
            if (foreground != background) // text in the colour of its background is hidden on purpose
                QVERIFY2(TerminalPalette::contrast(pair.foreground, pair.background) >= 3.9,
                         qPrintable(QStringLiteral("%1 on %2").arg(foreground).arg(background)));
        }
    }
}

QTEST_GUILESS_MAIN(TestTerminalSurface)
#include "tst_terminal_surface.moc"
