// The way from a failure to docs/troubleshooting.md.
#include "manager/failure.h"
#include "pages/help_dialog.h"
#include "pages/help_link.h"
#include "support/help_testing.h"
#include "widgets/inline_message.h"

#include <QAction>
#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<QPushButton *> helpButtons(const QWidget &message)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QList<QPushButton *> buttons = message.findChildren<QPushButton *>();
    erase_if(buttons, [](const QPushButton *button) { return button->text() != u"More about this"_s; });
    return buttons;
}

Failure driveFailure()
{
    Failure failure;
    failure.what = u"The machine could not be configured."_s;
    failure.fault = u"Drive config error: Invalid block device path: /gone"_s;
    return failure;
}

} // namespace

class TestHelpDialog : public QObject {
    Q_OBJECT

    Paths m_paths;

private Q_SLOTS:
    void init()
    {
        m_paths = Paths();
        m_paths.troubleshooting = QStringLiteral(TROUBLESHOOTING);
    }

    void failure_withATopic_hasOneButton_andItsOtherButtonsStay()
    {
        InlineMessage message;
        QAction other(u"Undo"_s);
        message.addAction(&other);
        for (int round = 0; round < 3; ++round)
            showFailure(&message, driveFailure(), m_paths);
        QCOMPARE(message.text(), u"The machine could not be configured."_s);
        QVERIFY(message.detail().contains(u"Invalid block device path"_s));
        QCOMPARE(helpButtons(message).size(), 1);
        const auto buttons = message.findChildren<QPushButton *>();
        QVERIFY(std::ranges::any_of(buttons, [](const QPushButton *button) { return button->text() == u"Undo"_s; }));
    }

    void nextFailure_withoutATopic_hasNoButton()
    {
        InlineMessage message;
        showFailure(&message, driveFailure(), m_paths);
        Failure unknown;
        unknown.what = u"It failed."_s;
        showFailure(&message, unknown, m_paths);
        QVERIFY(helpButtons(message).isEmpty());
    }

    void documentNotFound_noButton()
    {
        InlineMessage message;
        for (const QString &path : {QString(), u"/nowhere/troubleshooting.md"_s}) {
            m_paths.troubleshooting = path;
            showFailure(&message, driveFailure(), m_paths);
            QVERIFY(helpButtons(message).isEmpty());
        }
    }

    void messageThatIsUsedAgain_afterItsButtonsWereCleared()
    {
        InlineMessage message;
        showFailure(&message, driveFailure(), m_paths);
        message.clearActions();
        QVERIFY(helpButtons(message).isEmpty());
        showFailure(&message, driveFailure(), m_paths);
        QCOMPARE(helpButtons(message).size(), 1);
    }

    void nextMessage_hasNoHelpOfTheFormer_andTheSameAgainKeepsItsButton()
    {
        QWidget window;
        auto *message = new InlineMessage(&window);
        window.show();
        showFailure(message, driveFailure(), m_paths);
        QPushButton *button = helpButtons(*message).constFirst();
        showFailure(message, driveFailure(), m_paths); // as a page does that shows its state anew
        QCOMPARE(helpButtons(*message), QList{button});
        message->setMessage(InlineMessage::Kind::Success, u"It works."_s);
        QVERIFY(helpButtons(*message).isEmpty());
    }

    void link_showsTheSection_orIsHidden()
    {
        QWidget window;
        auto *link = new HelpLink(m_paths, &window);
        window.show();
        QVERIFY(!link->isVisible());
        link->setTopic(HelpTopic::Tap, u"Make tap0"_s);
        QCOMPARE(link->accessibleName(), u"More about this: Make tap0"_s);
        QCOMPARE(help_testing::sectionBehindLink(window), u"The TAP device cannot be used"_s);
        link->setTopic(HelpTopic::None);
        QVERIFY(!link->isVisible());
        auto *elsewhere = new HelpLink(Paths(), &window);
        elsewhere->setTopic(HelpTopic::Tap);
        QVERIFY(!elsewhere->isVisible());
    }

    void note_hasItsLinkBesideItsWords()
    {
        QWidget window;
        auto *note = new HelpedNote(m_paths, &window);
        window.show();
        note->tell({Validity::Level::Warning, u"It does not fit."_s}, HelpTopic::CpuTemplate);
        QCOMPARE(help_testing::sectionBehindLink(window), u"The CPU template does not fit"_s);
        note->tell({Validity::Level::Error, u"It is wrong."_s});
        QVERIFY(note->isVisible());
        QVERIFY(help_testing::links(window).isEmpty());
    }

    void button_opensTheSection_alone()
    {
        QWidget window;
        auto *message = new InlineMessage(&window);
        showFailure(message, driveFailure(), m_paths);
        window.show();
        QTest::mouseClick(helpButtons(*message).constFirst(), Qt::LeftButton);
        auto *dialog = window.findChild<HelpDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const QString text = dialog->findChild<QTextBrowser *>()->toPlainText();
        QVERIFY2(text.startsWith("A drive cannot be opened"_L1), qPrintable(text));
        QVERIFY(text.contains(u"Invalid block device path: …"_s));
        QVERIFY(!text.contains("The TAP device cannot be used"_L1));
        dialog->close();
    }
};

QTEST_MAIN(TestHelpDialog)
#include "tst_help_dialog.moc"
