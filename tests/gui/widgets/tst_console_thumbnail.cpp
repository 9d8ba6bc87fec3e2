#include "widgets/console_thumbnail.h"

#include <QScrollBar>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestConsoleThumbnail : public QObject {
    Q_OBJECT
private slots:
    void output_escapeSequences_leaveNoTrace()
    {
        ConsoleThumbnail thumbnail;
        thumbnail.setOutput("\x1b[1;32mroot\x1b[0m# ls\r\nbin\tdev\n\x1b]0;title\x07# \x1b[?25l");
        QCOMPARE(thumbnail.toPlainText(), u"root# ls\nbin     dev\n#"_s);
        thumbnail.setOutput("first line\x1b[2J\x1b[Hsecond"); // cleared, as on a console
        QCOMPARE(thumbnail.toPlainText(), u"second"_s);
        thumbnail.setOutput({});
        QVERIFY(thumbnail.toPlainText().isEmpty());
    }

    void output_long_isBoundedAndItsEndIsInSight()
    {
        ConsoleThumbnail thumbnail;
        thumbnail.resize(500, 200);
        thumbnail.show();
        QByteArray output;
        for (int line = 0; line < 5000; ++line)
            output += "line " + QByteArray::number(line) + '\n';
        thumbnail.setOutput(output);
        QVERIFY(thumbnail.toPlainText().endsWith(u"line 4999"_s));
        QVERIFY(thumbnail.blockCount() < 300);
        QCOMPARE(thumbnail.verticalScrollBar()->value(), thumbnail.verticalScrollBar()->maximum());
        QVERIFY(thumbnail.verticalScrollBar()->maximum() > 0);
    }

    void font_shrinksToFitAScreen_butStaysReadable()
    {
        ConsoleThumbnail thumbnail;
        thumbnail.resize(1400, 300);
        thumbnail.show();
        const double natural = thumbnail.font().pointSizeF();
        thumbnail.resize(520, 300);
        const double small = thumbnail.font().pointSizeF();
        QVERIFY(small < natural);
        QVERIFY(QFontMetricsF(thumbnail.font()).horizontalAdvance(u'M') * ConsoleThumbnail::kColumns <= 510);
        thumbnail.resize(120, 300);
        QVERIFY(thumbnail.font().pointSizeF() >= 6);
        thumbnail.resize(1400, 300);
        QCOMPARE(thumbnail.font().pointSizeF(), natural);
    }

    void keyboard_canLeaveIt()
    {
        ConsoleThumbnail thumbnail;
        thumbnail.setAccessibleName(u"Console"_s);
        QVERIFY(thumbnail.isReadOnly());
        QVERIFY(thumbnail.tabChangesFocus());
        QVERIFY(thumbnail.textInteractionFlags() & Qt::TextSelectableByKeyboard);
    }
};

QTEST_MAIN(TestConsoleThumbnail)
#include "tst_console_thumbnail.moc"
