#include "accessible_names.h"
#include "widgets/search_field.h"

#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestSearchField : public QObject {
    Q_OBJECT
private slots:
    void typing_severalKeys_searchesOnce()
    {
        SearchField field;
        QSignalSpy search(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, u"web"_s);
        QTRY_COMPARE(search.count(), 1);
        QCOMPARE(search.at(0).at(0).toString(), u"web"_s);
    }

    void return_pressed_searchesAtOnce()
    {
        SearchField field;
        QSignalSpy search(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, u"w"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(search.count(), 1);
        QTest::keyClick(&field, Qt::Key_Return); // nothing new
        QCOMPARE(search.count(), 1);
    }

    void escape_withText_clearsAndSearchesAtOnce()
    {
        SearchField field;
        field.setText(u"web"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QSignalSpy search(&field, &SearchField::searchChanged);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
        QCOMPARE(search.count(), 1);
        QCOMPARE(search.at(0).at(0).toString(), QString());
    }

    void down_pressed_searchesAndMovesOn()
    {
        SearchField field;
        QSignalSpy search(&field, &SearchField::searchChanged);
        QSignalSpy move(&field, &SearchField::moveToResults);
        QTest::keyClicks(&field, u"a"_s);
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(search.count(), 1);
        QCOMPARE(move.count(), 1);
    }

    void focusableChildren_all_haveNames()
    {
        SearchField field;
        QCOMPARE(namelessFocusableWidgets(field), QStringList());
    }
};

QTEST_MAIN(TestSearchField)
#include "tst_search_field.moc"
