#include "widgets/terminal/terminal_widget.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace sparkler::gui;

namespace {

/// Counts paint events of a widget.
class PaintCounter : public QObject {
public:
    explicit PaintCounter(QObject *watched) { watched->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

QByteArray joined(const QSignalSpy &spy)
{
    QByteArray all;
    for (const QList<QVariant> &call : spy)
        all += call.at(0).toByteArray();
    return all;
}

} // namespace

class TestTerminalView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void typing_keys_sendsBytes();
    void typing_tabAndControlKeys_goToTheGuest();
    void typing_readOnly_sendsNothing();
    void typing_whileScrolledBack_jumpsToTheEnd();
    void leaveKey_movesFocus();
    void inputMethod_commit_isSent();
    void selection_drag_copies();
    void selection_doubleAndTripleClick_takeWordAndLine();
    void selection_shiftClick_extends();
    void selection_survivesNewOutput();
    void paste_shortcut_sendsClipboard();
    void output_scrolledBack_staysPut();
    void output_flood_repaintsAreCoalesced();
    void zoom_keys_changeFontAndGrid();
    void menu_hasEveryAction();
    void paint_colours_areOnTheScreenshot_data();
    void paint_colours_areOnTheScreenshot();
    void search_findsWrapsAndReports();
    void message_showsAndHides();
    void saveText_writesEverything();
    void saveText_badPlace_saysSo();
    void accessibility_focusableWidgets_haveNames();
    void accessibility_terminal_readsTheScreen();

private:
    QPoint cellCentre(int row, int column) const
    {
        return m_terminal->view()->cellRect({m_terminal->view()->topRow() + row, column}).center();
    }
    QWidget *viewport() const { return m_terminal->view()->viewport(); }

    std::unique_ptr<QWidget> m_window;
    TerminalWidget *m_terminal = nullptr;
    QPushButton *m_before = nullptr;
};

void TestTerminalView::initTestCase()
{
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
}

void TestTerminalView::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->setWindowTitle(QStringLiteral("Terminal test"));
    m_before = new QPushButton(QStringLiteral("Before"), m_window.get());
    m_terminal = new TerminalWidget(m_window.get());
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_before);
    layout->addWidget(m_terminal);
    m_window->resize(720, 480);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_terminal->view()->setFocus();
    QVERIFY(m_terminal->view()->hasFocus());
}

void TestTerminalView::cleanup()
{
    m_window.reset();
}

void TestTerminalView::typing_keys_sendsBytes()
{
    QSignalSpy typed(m_terminal, &TerminalWidget::typed);
    QTest::keyClicks(m_terminal->view(), QStringLiteral("ls -l"));
    QTest::keyClick(m_terminal->view(), Qt::Key_Return);
    QTest::keyClick(m_terminal->view(), Qt::Key_Up);
    QCOMPARE(joined(typed), QByteArray("ls -l\r\x1b[A"));
}

void TestTerminalView::typing_tabAndControlKeys_goToTheGuest()
{
    QAction quit(QStringLiteral("Quit"));
    quit.setShortcut(Qt::CTRL | Qt::Key_Q);
    m_window->addAction(&quit);
    QSignalSpy triggered(&quit, &QAction::triggered);
    QSignalSpy typed(m_terminal, &TerminalWidget::typed);
    QTest::keyClick(m_terminal->view(), Qt::Key_Tab);
    QTest::keyClick(m_terminal->view(), Qt::Key_Backtab, Qt::ShiftModifier);
    QTest::keyClick(m_terminal->view(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(joined(typed), QByteArray("\t\x1b[Z\x11"));
    QCOMPARE(triggered.size(), 0);
    QVERIFY(m_terminal->view()->hasFocus());
}

void TestTerminalView::typing_readOnly_sendsNothing()
{
    m_terminal->setReadOnly(true);
    QSignalSpy typed(m_terminal, &TerminalWidget::typed);
    m_terminal->feed("\x1b[?1000h\x1b[?1004h");
    QTest::keyClicks(m_terminal->view(), QStringLiteral("rm"));
    QApplication::clipboard()->setText(QStringLiteral("pasted"));
    m_terminal->view()->paste();
    QTest::mouseClick(viewport(), Qt::LeftButton, {}, cellCentre(1, 1));
    QCOMPARE(typed.size(), 0);
}

void TestTerminalView::typing_whileScrolledBack_jumpsToTheEnd()
{
    m_terminal->feed(QByteArray("line\r\n").repeated(200));
    TerminalView *view = m_terminal->view();
    QTRY_COMPARE(view->verticalScrollBar()->maximum(), m_terminal->surface().scrollbackLines());
    QTest::keyClick(view, Qt::Key_PageUp, Qt::ShiftModifier);
    QVERIFY(!view->isFollowing());
    QTest::keyClick(view, Qt::Key_A);
    QVERIFY(view->isFollowing());
    QCOMPARE(view->verticalScrollBar()->value(), view->verticalScrollBar()->maximum());
}

void TestTerminalView::leaveKey_movesFocus()
{
    QSignalSpy typed(m_terminal, &TerminalWidget::typed);
    QTest::keyClick(m_terminal->view(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_before->hasFocus());
    QCOMPARE(typed.size(), 0);
    QVERIFY(m_terminal->view()->accessibleDescription().contains(QStringLiteral("Ctrl+Shift+Tab")));
}

void TestTerminalView::inputMethod_commit_isSent()
{
    QSignalSpy typed(m_terminal, &TerminalWidget::typed);
    QInputMethodEvent event;
    event.setCommitString(QStringLiteral("\u4e2d"));
    QApplication::sendEvent(m_terminal->view(), &event);
    QCOMPARE(joined(typed), QByteArray("\xe4\xb8\xad"));
}

void TestTerminalView::selection_drag_copies()
{
    m_terminal->feed("hello \xe4\xb8\xad world\r\nsecond line");
    QTest::mousePress(viewport(), Qt::LeftButton, {}, cellCentre(0, 6));
    QTest::mouseMove(viewport(), cellCentre(1, 6));
    QTest::mouseRelease(viewport(), Qt::LeftButton, {}, cellCentre(1, 6));
    QCOMPARE(m_terminal->view()->selectedText(), QStringLiteral("\u4e2d world\nsecond"));
    QTest::keyClick(m_terminal->view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("\u4e2d world\nsecond"));
}

void TestTerminalView::selection_doubleAndTripleClick_takeWordAndLine()
{
    m_terminal->feed("cat /etc/hosts now");
    QTest::mouseDClick(viewport(), Qt::LeftButton, {}, cellCentre(0, 7));
    QCOMPARE(m_terminal->view()->selectedText(), QStringLiteral("/etc/hosts"));
    QTest::mouseClick(viewport(), Qt::LeftButton, {}, cellCentre(0, 7));
    QCOMPARE(m_terminal->view()->selectedText(), QStringLiteral("cat /etc/hosts now\n"));
}

void TestTerminalView::selection_shiftClick_extends()
{
    m_terminal->feed("0123456789");
    QTest::mousePress(viewport(), Qt::LeftButton, {}, cellCentre(0, 2));
    QTest::mouseMove(viewport(), cellCentre(0, 4));
    QTest::mouseRelease(viewport(), Qt::LeftButton, {}, cellCentre(0, 4));
    QTest::mouseClick(viewport(), Qt::LeftButton, Qt::ShiftModifier, cellCentre(0, 7));
    QCOMPARE(m_terminal->view()->selectedText(), QStringLiteral("23456"));
    QTest::mouseClick(viewport(), Qt::LeftButton, {}, cellCentre(0, 9));
    QVERIFY(!m_terminal->view()->hasSelection());
}

void TestTerminalView::selection_survivesNewOutput()
{
    m_terminal->feed("keep me\r\n");
    QTest::mouseDClick(viewport(), Qt::LeftButton, {}, cellCentre(0, 1));
    m_terminal->feed(QByteArray("more\r\n").repeated(100));
    QCOMPARE(m_terminal->view()->selectedText(), QStringLiteral("keep"));
}

void TestTerminalView::paste_shortcut_sendsClipboard()
{
    QApplication::clipboard()->setText(QStringLiteral("echo 1\n"));
    QSignalSpy typed(m_terminal, &TerminalWidget::typed);
    QTest::keyClick(m_terminal->view(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(joined(typed), QByteArray("echo 1\r"));
}

void TestTerminalView::output_scrolledBack_staysPut()
{
    m_terminal->surface().setScrollbackLimit(300);
    for (int i = 0; i < 250; ++i)
        m_terminal->feed("line " + QByteArray::number(i) + "\r\n");
    TerminalView *view = m_terminal->view();
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > 200);
    view->verticalScrollBar()->setValue(200);
    const QString before = view->visibleText();
    QVERIFY(before.startsWith(QStringLiteral("line 200\n")));
    for (int i = 0; i < 150; ++i)
        m_terminal->feed("more\r\n");
    QTRY_COMPARE(view->verticalScrollBar()->maximum(), 300); // a repaint has taken place
    QVERIFY(view->visibleText().startsWith(QStringLiteral("line 200\n")));
    QVERIFY(!view->isFollowing());
}

void TestTerminalView::output_flood_repaintsAreCoalesced()
{
    PaintCounter paints(viewport());
    QSignalSpy changed(&m_terminal->surface(), &TerminalSurface::changed);
    const QByteArray chunk = QByteArray("the quick brown fox\r\n").repeated(50);
    for (int i = 0; i < 2000; ++i)
        m_terminal->feed(chunk);
    QCOMPARE(paints.count, 0); // feeding never paints
    QTRY_COMPARE_WITH_TIMEOUT(m_terminal->surface().pendingBytes(), 0, 30'000);
    QTRY_VERIFY(paints.count > 0);
    QVERIFY2(paints.count < changed.size(), qPrintable(QString::number(paints.count)));
}

void TestTerminalView::zoom_keys_changeFontAndGrid()
{
    TerminalView *view = m_terminal->view();
    const int size = view->pointSize();
    const int columns = m_terminal->surface().columns();
    QSignalSpy typed(m_terminal, &TerminalWidget::typed);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(view, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(view->pointSize(), size + 4);
    QVERIFY(m_terminal->surface().columns() < columns);
    QTest::keyClick(view, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(view->pointSize(), size + 3);
    QTest::keyClick(view, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(view->pointSize(), size);
    QCOMPARE(m_terminal->surface().columns(), columns);
    QCOMPARE(typed.size(), 0);
}

void TestTerminalView::menu_hasEveryAction()
{
    const std::unique_ptr<QMenu> menu(m_terminal->view()->makeContextMenu());
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts += action->text().remove(u'&');
    for (const QString &wanted :
         {QStringLiteral("Copy"), QStringLiteral("Paste"), QStringLiteral("Select all"), QStringLiteral("Find…"),
          QStringLiteral("Clear scrollback"), QStringLiteral("Save log…")})
        QVERIFY2(texts.contains(wanted), qPrintable(wanted));
    QVERIFY(!menu->actions().at(0)->isEnabled()); // nothing is selected
}

void TestTerminalView::paint_colours_areOnTheScreenshot_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("base");
    QTest::newRow("light") << QColor(0x1f, 0x23, 0x28) << QColor(Qt::white);
    QTest::newRow("dark") << QColor(0xdc, 0xe0, 0xe6) << QColor(0x1b, 0x1e, 0x23);
}

void TestTerminalView::paint_colours_areOnTheScreenshot()
{
    QFETCH(QColor, text);
    QFETCH(QColor, base);
    QPalette palette = m_terminal->palette();
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    m_terminal->view()->setPalette(palette);
    m_terminal->feed(
        "plain \x1b[31mred \x1b[1;32mbold green \x1b[0;44m blue \x1b[0m\x1b[48;2;200;10;90m true \x1b[0m\r\n"
        "\x1b[4munderline\x1b[0m \x1b[7mreverse\x1b[0m \x1b[9mstrike\x1b[0m \x1b[3mitalic\x1b[0m \xe4\xb8\xad\r\n");
    const QImage image = viewport()->grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    QVERIFY2(colours.contains(base.rgb()), "background");
    QVERIFY2(colours.contains(text.rgb()), "underline and cursor");
    QVERIFY2(colours.contains(QColor(200, 10, 90).rgb()), "true colour");
    QVERIFY2(colours.size() > 20, "antialiased text");
}

void TestTerminalView::search_findsWrapsAndReports()
{
    m_terminal->feed("alpha one\r\nbeta\r\nalpha two\r\n" + QByteArray("filler\r\n").repeated(200));
    m_terminal->openSearch();
    TerminalSearchBar *bar = m_terminal->searchBar();
    QVERIFY(bar->isVisible());
    auto *edit = bar->findChild<QLineEdit *>();
    QTest::keyClicks(edit, QStringLiteral("ALPHA"));
    QCOMPARE(m_terminal->view()->selection().start, (TerminalPosition{2, 0}));
    QVERIFY(m_terminal->view()->visibleText().contains(QStringLiteral("alpha two")));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_terminal->view()->selection().start, (TerminalPosition{0, 0}));
    QCOMPARE(bar->resultText(), QString());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(m_terminal->view()->selection().start, (TerminalPosition{2, 0}));
    QVERIFY(!bar->resultText().isEmpty());
    QTest::keyClick(edit, Qt::Key_X);
    QCOMPARE(bar->resultText(), QStringLiteral("Not found"));
    QVERIFY(!m_terminal->view()->hasSelection());
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(m_terminal->view()->hasFocus());
}

void TestTerminalView::message_showsAndHides()
{
    m_terminal->setMessage(QStringLiteral("Not connected"));
    QCOMPARE(m_terminal->message(), QStringLiteral("Not connected"));
    auto *label = m_terminal->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(label->isVisible());
    m_terminal->setMessage({});
    QVERIFY(!label->isVisible());
}

void TestTerminalView::saveText_writesEverything()
{
    const QTemporaryDir dir;
    m_terminal->feed(QByteArray("row \xc3\xa9\r\n").repeated(300));
    const QString path = dir.filePath(QStringLiteral("console.log"));
    QVERIFY(m_terminal->saveText(path).has_value());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("row \xc3\xa9\n").repeated(300));
}

void TestTerminalView::saveText_badPlace_saysSo()
{
    const auto saved = m_terminal->saveText(QStringLiteral("/nowhere/at/all/console.log"));
    QVERIFY(!saved.has_value());
    QVERIFY(saved.error().contains(QStringLiteral("/nowhere/at/all/console.log")));
}

void TestTerminalView::accessibility_focusableWidgets_haveNames()
{
    m_terminal->openSearch();
    int seen = 0;
    for (QWidget *widget : m_terminal->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget == m_terminal->view()->viewport() ||
            widget->inherits("QLineEditIconButton"))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible != nullptr && !accessible->text(QAccessible::Name).isEmpty(),
                 widget->metaObject()->className());
        ++seen;
    }
    QVERIFY(seen >= 5);
}

void TestTerminalView::accessibility_terminal_readsTheScreen()
{
    m_terminal->feed("login: root");
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_terminal->view());
    QVERIFY(accessible != nullptr);
    QCOMPARE(accessible->role(), QAccessible::Terminal);
    QVERIFY(accessible->text(QAccessible::Value).startsWith(QStringLiteral("login: root\n")));
    QAccessibleTextInterface *text = accessible->textInterface();
    QVERIFY(text != nullptr);
    QCOMPARE(text->text(0, 5), QStringLiteral("login"));
    QCOMPARE(text->cursorPosition(), 11);
    QVERIFY(text->characterCount() > 11);
}

QTEST_MAIN(TestTerminalView)
#include "tst_terminal_view.moc"
