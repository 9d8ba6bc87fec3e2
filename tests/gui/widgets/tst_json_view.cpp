#include "accessible_names.h"
#include "widgets/json_view.h"
#include "widgets/line_numbers.h"
#include "widgets/theme.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QColor colourAt(const JsonView &view, int line, int column)
{
    for (const auto &range : view.document()->findBlockByNumber(line).layout()->formats()) {
        if (column >= range.start && column < range.start + range.length)
            return range.format.foreground().color();
    }
    return {};
}

} // namespace

class TestJsonView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QApplication::setPalette(Theme::palette(false)); }

    void setRaw_json_isIndented()
    {
        JsonView view(JsonView::Mode::ReadOnly);
        view.setRaw(R"({"a":[1,2]})");
        QVERIFY(view.toPlainText().contains(u'\n'));
        QCOMPARE(view.json()->object().value(u"a"_s).toArray().size(), 2);
        QVERIFY(view.isReadOnly());
    }

    void setRaw_anythingElse_isShownAsItCame()
    {
        JsonView view(JsonView::Mode::ReadOnly);
        view.setRaw("<html>\xff");
        QCOMPARE(view.toPlainText(), u"<html>\uFFFD"_s);
        QCOMPARE(view.json(), std::nullopt);
    }

    void lineNumbers_on_takeTheirPlaceAndAreDrawn()
    {
        JsonView view(JsonView::Mode::Editable);
        view.resize(300, 200);
        view.setPlainText(u"{\n  \"a\": x\n}"_s);
        view.show();
        const int before = view.viewport()->x();
        view.setLineNumbers(true);
        auto *numbers = view.findChild<LineNumbers *>();
        QVERIFY(numbers && numbers->isVisible());
        QVERIFY(view.viewport()->x() >= before + numbers->width());
        QVERIFY(numbers->width() > 0);
        const auto distinct = [&] {
            const QImage image = numbers->grab().toImage();
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    colours.insert(image.pixel(x, y));
            }
            return colours.size();
        };
        QVERIFY(distinct() > 2); // background, and numbers in more than one colour
        const int narrow = numbers->width();
        view.setPlainText(QString(2000, u'\n'));
        QVERIFY(numbers->width() > narrow); // four digits
        view.setLineNumbers(false);
        QVERIFY(!view.findChild<LineNumbers *>());
        QCOMPARE(view.viewport()->x(), before);
    }

    void error_position_isLineAndColumn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("missing colon") << u"{\n  \"a\": 1,\n  \"b\" 2\n}"_s << 3;
        QTest::newRow("after non-ASCII text") << u"{\"ä\": 1,\n\"€\": x}"_s << 2;
        QTest::newRow("unclosed") << u"{\"a\": [1"_s << 1;
        QTest::newRow("garbage") << u"{}\nx"_s << 2;
    }
    void error_position_isLineAndColumn()
    {
        QFETCH(QString, text);
        QFETCH(int, line);
        JsonView view(JsonView::Mode::Editable);
        QSignalSpy validity(&view, &JsonView::validityChanged);
        view.setPlainText(text);
        QVERIFY(view.error());
        QCOMPARE(view.error()->line, line);
        QVERIFY(view.error()->column >= 1);
        QVERIFY(!view.error()->reason.isEmpty());
        QCOMPARE(view.accessibleDescription(), view.errorText());
        QCOMPARE(view.extraSelections().size(), 1);
        QCOMPARE(validity.count(), 1);
        view.goToError();
        QCOMPARE(view.textCursor().blockNumber(), line - 1);
        view.setPlainText(u"{}"_s);
        QVERIFY(!view.error());
        QCOMPARE(view.extraSelections().size(), 0);
        QCOMPARE(view.errorText(), QString());
    }

    void column_afterWideCharacters_countsCharacters()
    {
        JsonView view(JsonView::Mode::Editable);
        view.setPlainText(u"[\"€€€€\" 1]"_s);
        QVERIFY(view.error());
        QVERIFY2(view.error()->column >= 7 && view.error()->column <= 10, qPrintable(view.errorText()));
    }

    void empty_text_isNoError()
    {
        JsonView view(JsonView::Mode::Editable);
        view.setPlainText(u"  \n"_s);
        QVERIFY(!view.error());
        QCOMPARE(view.json(), std::nullopt);
    }

    void reformat_valid_canBeUndone()
    {
        JsonView view(JsonView::Mode::Editable);
        view.setPlainText(u"{\"a\":1}"_s);
        view.reformat();
        QCOMPARE(view.document()->blockCount(), 3);
        view.undo();
        QCOMPARE(view.toPlainText(), u"{\"a\":1}"_s);
        view.setPlainText(u"{\"a\":"_s);
        view.reformat();
        QCOMPARE(view.toPlainText(), u"{\"a\":"_s);
    }

    void return_afterBrace_indents()
    {
        JsonView view(JsonView::Mode::Editable);
        QTest::keyClicks(&view, u"{"_s);
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::keyClicks(&view, u"x"_s);
        QTest::keyClick(&view, Qt::Key_Return);
        QTest::keyClicks(&view, u"y"_s);
        QCOMPARE(view.toPlainText(), u"{\n    x\n    y"_s);
    }

    void colours_kinds_differAndFollowThePalette()
    {
        JsonView view(JsonView::Mode::ReadOnly);
        view.setPlainText(u"{ \"key\" : \"a \\\" b\", \"n\": -1.5e3, \"t\": true }"_s);
        const QColor key = colourAt(view, 0, 3);
        const QColor string = colourAt(view, 0, 12);
        QCOMPARE(key, Theme::colour(ColourRole::Series1, view.palette()));
        QCOMPARE(string, Theme::colour(ColourRole::Success, view.palette()));
        QCOMPARE(colourAt(view, 0, 16), string); // beyond the escaped quote
        QCOMPARE(colourAt(view, 0, 28), Theme::colour(ColourRole::Series2, view.palette()));
        QCOMPARE(colourAt(view, 0, 41), Theme::colour(ColourRole::Series4, view.palette()));
        view.setPalette(Theme::palette(true));
        QCOMPARE(colourAt(view, 0, 3), Theme::colour(ColourRole::Series1, Theme::palette(true)));
        QVERIFY(colourAt(view, 0, 3) != key);
    }

    void focusableChildren_all_haveNames()
    {
        JsonView view(JsonView::Mode::Editable);
        QCOMPARE(namelessFocusableWidgets(view), QStringList());
    }
};

QTEST_MAIN(TestJsonView)
#include "tst_json_view.moc"
