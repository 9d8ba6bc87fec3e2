#include "accessible_names.h"
#include "widgets/tag_editor.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestTagEditor : public QObject {
    Q_OBJECT

    static QToolButton *chip(TagEditor &editor, const QString &tag)
    {
        for (QToolButton *button : editor.findChildren<QToolButton *>()) {
            if (button->text() == tag && !button->isHidden())
                return button;
        }
        return nullptr;
    }

private slots:
    void typing_returnAndComma_addTags()
    {
        TagEditor editor;
        QSignalSpy changed(&editor, &TagEditor::tagsChanged);
        QTest::keyClicks(editor.lineEdit(), u"web,"_s);
        QTest::keyClicks(editor.lineEdit(), u"  blue   green "_s);
        QTest::keyClick(editor.lineEdit(), Qt::Key_Return);
        QCOMPARE(editor.tags(), (QStringList{u"web"_s, u"blue green"_s}));
        QCOMPARE(changed.count(), 2);
        QCOMPARE(editor.lineEdit()->text(), QString());
    }

    void adding_knownOrEmpty_changesNothing()
    {
        TagEditor editor;
        editor.setTags({u"web"_s, u"WEB"_s, u" "_s});
        QCOMPARE(editor.tags(), QStringList{u"web"_s});
        QSignalSpy changed(&editor, &TagEditor::tagsChanged);
        QTest::keyClicks(editor.lineEdit(), u"Web,,"_s);
        QCOMPARE(editor.tags(), QStringList{u"web"_s});
        QCOMPARE(changed.count(), 0);
    }

    void setTags_overlong_areCut()
    {
        TagEditor editor;
        editor.setTags({QString(500, u'x')});
        QCOMPARE(editor.tags().constFirst().size(), TagEditor::kMaxLength);
    }

    void backspace_inEmptyField_removesTheLast()
    {
        TagEditor editor;
        editor.setTags({u"a"_s, u"b"_s});
        QTest::keyClick(editor.lineEdit(), Qt::Key_Backspace);
        QCOMPARE(editor.tags(), QStringList{u"a"_s});
    }

    void chips_keys_moveAndRemove()
    {
        TagEditor editor;
        editor.setTags({u"a"_s, u"b"_s, u"c"_s});
        editor.show();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        chip(editor, u"a"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget(), chip(editor, u"b"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
        QCOMPARE(editor.tags(), (QStringList{u"a"_s, u"c"_s}));
        QCOMPARE(QApplication::focusWidget(), chip(editor, u"c"_s)); // the one that took its place
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(QApplication::focusWidget(), editor.lineEdit());
        chip(editor, u"c"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
        QCOMPARE(editor.tags(), QStringList());
        QCOMPARE(QApplication::focusWidget(), editor.lineEdit());
    }

    void chip_click_removesIt()
    {
        TagEditor editor;
        editor.setTags({u"a"_s, u"b"_s});
        QSignalSpy changed(&editor, &TagEditor::tagsChanged);
        QTest::mouseClick(chip(editor, u"a"_s), Qt::LeftButton);
        QCOMPARE(editor.tags(), QStringList{u"b"_s});
        QCOMPARE(changed.count(), 1);
    }

    void manyTags_narrow_wrapIntoRows()
    {
        TagEditor editor;
        editor.setTags({u"first tag"_s, u"second tag"_s, u"third tag"_s, u"fourth tag"_s});
        QVERIFY(editor.heightForWidth(220) > editor.heightForWidth(2000) * 2);
        editor.resize(220, editor.heightForWidth(220));
        editor.show();
        QVERIFY(chip(editor, u"fourth tag"_s)->y() > chip(editor, u"first tag"_s)->y());
        QVERIFY(editor.lineEdit()->geometry().right() <= 220);
    }

    void focusableChildren_all_haveNames()
    {
        TagEditor editor;
        editor.setTags({u"a"_s});
        editor.setSuggestions({u"alpha"_s});
        QCOMPARE(namelessFocusableWidgets(editor), QStringList());
    }
};

QTEST_MAIN(TestTagEditor)
#include "tst_tag_editor.moc"
