#include "accessible_names.h"
#include "widgets/empty_state.h"
#include "widgets/error_details.h"
#include "widgets/fold.h"
#include "widgets/inline_message.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
T *withText(QWidget &root, const QString &text)
{
    for (T *child : root.findChildren<T *>()) {
        if (child->text() == text || child->accessibleName() == text)
            return child;
    }
    return nullptr;
}

} // namespace

class TestMessages : public QObject {
    Q_OBJECT
private slots:
    void message_set_showsTextAndFoldsDetail()
    {
        InlineMessage message;
        QVERIFY(message.isHidden());
        message.setMessage(InlineMessage::Kind::Error, u"It failed"_s, u"PUT /drives"_s);
        QVERIFY(!message.isHidden());
        QCOMPARE(message.accessibleName(), u"It failed"_s);
        auto *fold = message.findChild<Fold *>();
        QVERIFY(!fold->isHidden());
        QVERIFY(!fold->isOpen());
        message.setMessage(InlineMessage::Kind::Info, u"Fine"_s);
        QVERIFY(fold->isHidden());
    }

    void message_copy_putsEverythingOnTheClipboard()
    {
        InlineMessage message;
        message.setMessage(InlineMessage::Kind::Warning, u"Text"_s, u"Detail"_s);
        QTest::keyClick(withText<QToolButton>(message, u"Copy message"_s), Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Text\n\nDetail"_s);
    }

    void message_close_hidesAndTells()
    {
        InlineMessage message;
        message.setMessage(InlineMessage::Kind::Info, u"Text"_s);
        QSignalSpy closed(&message, &InlineMessage::closed);
        auto *close = withText<QToolButton>(message, u"Close message"_s);
        QTest::keyClick(close, Qt::Key_Space);
        QCOMPARE(closed.count(), 1);
        QVERIFY(message.isHidden());
        message.setClosable(false);
        QVERIFY(close->isHidden());
    }

    void message_action_isAButtonThatFollowsIt()
    {
        InlineMessage message;
        auto action = std::make_unique<QAction>(u"Try again"_s);
        QSignalSpy triggered(action.get(), &QAction::triggered);
        message.addAction(action.get());
        auto *button = withText<QPushButton>(message, u"Try again"_s);
        QVERIFY(button);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(triggered.count(), 1);
        action->setEnabled(false);
        QVERIFY(!button->isEnabled());
        QPointer<QPushButton> watched = button;
        action.reset();
        QTRY_VERIFY(watched.isNull());
    }

    void message_hostileText_isPlain()
    {
        InlineMessage message;
        message.setMessage(InlineMessage::Kind::Error, u"<img src='x'><b>hi</b>"_s);
        QCOMPARE(withText<QLabel>(message, message.text())->textFormat(), Qt::PlainText);
    }

    void message_colours_differByKindAndTheme()
    {
        const auto corner = [](InlineMessage::Kind kind, bool dark) {
            InlineMessage message;
            message.setPalette(Theme::palette(dark));
            message.setMessage(kind, u"x"_s);
            message.resize(200, 60);
            return message.grab().toImage().pixelColor(100, 50).rgb();
        };
        QSet<QRgb> seen;
        for (const bool dark : {false, true}) {
            for (const auto kind : {InlineMessage::Kind::Info, InlineMessage::Kind::Success,
                                    InlineMessage::Kind::Warning, InlineMessage::Kind::Error})
                seen << corner(kind, dark);
        }
        QCOMPARE(seen.size(), 8);
    }

    void fold_keys_openAndClose()
    {
        Fold fold(u"Details"_s);
        auto *content = new QLabel(u"x"_s);
        fold.setContent(content);
        QSignalSpy changed(&fold, &Fold::openChanged);
        auto *header = fold.findChild<QToolButton *>();
        QVERIFY(content->isHidden());
        QTest::keyClick(header, Qt::Key_Return);
        QVERIFY(!content->isHidden());
        QCOMPARE(header->accessibleDescription(), u"Expanded"_s);
        QTest::keyClick(header, Qt::Key_Left);
        QVERIFY(content->isHidden());
        QTest::keyClick(header, Qt::Key_Left);
        QTest::keyClick(header, Qt::Key_Right);
        QTest::keyClick(header, Qt::Key_Space);
        QVERIFY(!fold.isOpen());
        QCOMPARE(changed.count(), 4);
    }

    void errorReport_parts_areLeftOutWhenEmpty()
    {
        QCOMPARE((ErrorReport{u"S"_s, {}, u"400"_s, {}, {}}).toText(), u"S\nStatus: 400"_s);
        QCOMPARE((ErrorReport{u"S"_s, u"R"_s, u"400"_s, u"F"_s, {u"a"_s, u"b"_s}}).toText(),
                 u"S\nRequest: R\nStatus: 400\nFault: F\nLog:\na\nb"_s);
    }

    void errorDetails_report_isFoldedAndCopyable()
    {
        ErrorDetails details;
        details.setReport({u"It failed."_s, u"PUT /x"_s, u"400"_s, u"no"_s, {u"line"_s}});
        QCOMPARE(details.findChild<InlineMessage *>()->text(), u"It failed."_s);
        QVERIFY(details.findChild<QPlainTextEdit *>()->toPlainText().contains(u"Fault: no"_s));
        QTest::keyClick(withText<QPushButton>(details, u"Copy all"_s), Qt::Key_Space);
        QCOMPARE(QGuiApplication::clipboard()->text(), details.report().toText());
        details.setReport({u"Only this."_s, {}, {}, {}, {}});
        auto *fold = details.findChild<Fold *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(fold->isHidden());
        QCOMPARE(namelessFocusableWidgets(details), QStringList());
    }

    void emptyState_longText_isNotCut()
    {
        EmptyState state(Icon::Machine, u"No machines"_s, u"Short"_s);
        QPushButton *first = state.addButton(u"Create…"_s, Icon::Add);
        state.addButton(u"Import…"_s, Icon::Import);
        const int shortHeight = withText<QLabel>(state, u"Short"_s)->height();
        const QString text = u"A machine needs a kernel and a drive. "_s.repeated(8);
        state.setText(text);
        QVERIFY(withText<QLabel>(state, text)->height() > 2 * shortHeight);
        QSignalSpy clicked(first, &QPushButton::clicked);
        QTest::keyClick(first, Qt::Key_Space);
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(state.accessibleName(), u"No machines"_s);
        QCOMPARE(namelessFocusableWidgets(state), QStringList());
    }
};

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
