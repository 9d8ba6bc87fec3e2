#include "pages/balloon_card.h"
#include "support/stub_engine.h"
#include "support/window_driver.h"
#include "widgets/inline_message.h"
#include "widgets/live_plot.h"
#include "widgets/plot_controls.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestBalloonCard : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void noMachine_saysSo();
    void noBalloon_saysWhyAndHow();
    void target_sliderByKeys_isSentOnce();
    void target_spinBox_isSentOnReturn();
    void target_changedElsewhere_isShown();
    void target_refused_faultIsShownAndControlsGoBack();
    void wheel_overTheSlider_changesNothing();
    void statistics_areListedAndPlotted();
    void statistics_newerFields_areShown();
    void interval_isSentAndZeroIsNotOffered();
    void statisticsOff_isExplainedBeforeAsking();
    void hinting_enabled_startsAndStops();
    void hinting_notEnabled_isNotShown();
    void everyField_hasANameAndIsReachable();

private:
    template <typename T>
    T *find(const QString &name)
    {
        return driver::find<T>(m_card.get(), name);
    }
    /// Shows the card and waits until it knows the balloon.
    void open();
    QString shown(const QString &part) const;

    std::unique_ptr<stub::Engine> m_engine;
    std::unique_ptr<EngineClient> m_client;
    std::unique_ptr<BalloonMonitor> m_monitor;
    std::unique_ptr<PlotControls> m_controls;
    std::unique_ptr<BalloonCard> m_card;
};

void TestBalloonCard::init()
{
    m_engine = std::make_unique<stub::Engine>();
    m_engine->model().state = u"Running"_s;
    m_engine->model().machineConfig.insert(u"mem_size_mib"_s, 256);
    m_engine->model().balloon = {{u"amount_mib"_s, 16},
                                 {u"deflate_on_oom"_s, false},
                                 {u"stats_polling_interval_s"_s, 2},
                                 {u"free_page_hinting"_s, true}};
    m_engine->model().balloonActualMib = 12;
    m_engine->model().balloonStatistics = {{u"free_memory"_s, 3 << 20}, {u"minor_faults"_s, 123456}};
    m_client = std::make_unique<EngineClient>(m_engine->socketPath());
    m_monitor = std::make_unique<BalloonMonitor>();
    m_controls = std::make_unique<PlotControls>();
    m_card = std::make_unique<BalloonCard>(m_controls.get(), Paths());
    m_card->resize(900, 900);
}

void TestBalloonCard::cleanup()
{
    m_card.reset();
    m_controls.reset();
    m_monitor.reset();
    m_client.reset();
    m_engine.reset();
}

void TestBalloonCard::open()
{
    m_monitor->setClient(m_client.get());
    m_card->setMonitor(m_monitor.get(), {});
    m_card->setMemoryMib(256);
    m_card->show();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
    m_monitor->watch(true);
    QTRY_VERIFY(m_monitor->state() != BalloonMonitor::State::Unknown);
    QTRY_COMPARE(m_client->connection()->pending(), 0);
}

QString TestBalloonCard::shown(const QString &part) const
{
    for (const QLabel *label : m_card->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(part))
            return label->text();
    }
    return {};
}

void TestBalloonCard::noMachine_saysSo()
{
    m_card->setMonitor(nullptr, u"The machine is stopped."_s);
    m_card->show();
    QVERIFY(shown(u"The machine is stopped."_s).contains(u"while it runs"));
    QVERIFY(!find<QSlider>(u"Target of the balloon in MiB"_s));
}

void TestBalloonCard::noBalloon_saysWhyAndHow()
{
    m_engine->model().balloon = {};
    open();
    const QString text = shown(u"without a balloon"_s);
    QVERIFY2(text.contains(u"from the next start"), qPrintable(text));
    QVERIFY2(text.contains(u"Internal VMM error: Failed perform action on device: Device not found"), qPrintable(text));
    QVERIFY(!find<QSlider>(u"Target of the balloon in MiB"_s));
}

void TestBalloonCard::target_sliderByKeys_isSentOnce()
{
    open();
    auto *slider = find<QSlider>(u"Target of the balloon in MiB"_s);
    QVERIFY(slider);
    QCOMPARE(slider->maximum(), 256);
    QTRY_COMPARE(slider->value(), 16);
    QVERIFY(!shown(u"12 MiB of 16 MiB"_s).isEmpty());
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_PageUp);
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(find<QSpinBox>(u"Target of the balloon"_s)->value(), 33);
    QVERIFY(!shown(u"Asking for 33 MiB"_s).isEmpty());
    QTRY_COMPARE(m_engine->model().balloon.value(u"amount_mib"_s).toInt(), 33);
    QCOMPARE(m_engine->requestLines().count("PATCH /balloon"), 1);
    QTRY_VERIFY(!shown(u"12 MiB of 33 MiB"_s).isEmpty());
}

void TestBalloonCard::target_spinBox_isSentOnReturn()
{
    open();
    auto *field = find<QSpinBox>(u"Target of the balloon"_s);
    QVERIFY(driver::type(field, u"64"_s));
    QCOMPARE(m_engine->requestLines().count("PATCH /balloon"), 0);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(m_engine->model().balloon.value(u"amount_mib"_s).toInt(), 64);
    QCOMPARE(find<QSlider>(u"Target of the balloon in MiB"_s)->value(), 64);
}

void TestBalloonCard::target_changedElsewhere_isShown()
{
    open();
    m_engine->model().balloon.insert(u"amount_mib"_s, 100);
    QTRY_COMPARE(find<QSlider>(u"Target of the balloon in MiB"_s)->value(), 100);
    QCOMPARE(find<QSpinBox>(u"Target of the balloon"_s)->value(), 100);
    QCOMPARE(m_engine->requestLines().count("PATCH /balloon"), 0);
}

void TestBalloonCard::target_refused_faultIsShownAndControlsGoBack()
{
    open();
    m_engine->setFault("PATCH /balloon", u"Error creating the balloon device: DeviceNotActive"_s);
    auto *field = find<QSpinBox>(u"Target of the balloon"_s);
    QVERIFY(driver::type(field, u"64"_s));
    QTest::keyClick(field, Qt::Key_Return);
    auto *message = m_card->findChild<InlineMessage *>();
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->text().contains(u"Error creating the balloon device: DeviceNotActive"),
             qPrintable(message->text()));
    QCOMPARE(field->value(), 16);
    QCOMPARE(find<QSlider>(u"Target of the balloon in MiB"_s)->value(), 16);
    m_engine->clearAnswers();
    QVERIFY(driver::type(field, u"65"_s));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!message->isVisible());
}

void TestBalloonCard::wheel_overTheSlider_changesNothing()
{
    open();
    auto *slider = find<QSlider>(u"Target of the balloon in MiB"_s);
    find<QSpinBox>(u"Interval of the statistics"_s)->setFocus();
    const QPointF middle = slider->rect().center();
    QWheelEvent wheel(middle, slider->mapToGlobal(middle), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(slider, &wheel);
    QCOMPARE(slider->value(), 16);
    QVERIFY(!m_monitor->wantedMib());
}

void TestBalloonCard::statistics_areListedAndPlotted()
{
    open();
    auto *table = m_card->findChild<QTableWidget *>();
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"Minor page faults"_s);
    QCOMPARE(table->item(0, 1)->text(), QLocale().toString(123456));
    QCOMPARE(table->item(1, 0)->text(), u"Free memory"_s);
    QCOMPARE(table->item(1, 1)->text(), u"3 MiB"_s);
    QVERIFY(table->item(1, 0)->toolTip().startsWith(u"free_memory"));
    const auto *plot = m_card->findChild<LivePlot *>();
    QCOMPARE(plot->series(2).latest().value, 3.0 * 1048576);
    QVERIFY(plot->valuesText().contains(u"3 MiB"));
}

void TestBalloonCard::statistics_newerFields_areShown()
{
    m_engine->model().balloonStatistics = {{u"oom_kill"_s, 2}, {u"direct_reclaim"_s, 7}};
    open();
    auto *table = m_card->findChild<QTableWidget *>();
    QTRY_COMPARE(table->rowCount(), 2);
    QCOMPARE(table->item(0, 0)->text(), u"Killed for lack of memory"_s);
    QCOMPARE(table->item(1, 1)->text(), u"7"_s);
}

void TestBalloonCard::interval_isSentAndZeroIsNotOffered()
{
    open();
    auto *interval = find<QSpinBox>(u"Interval of the statistics"_s);
    QTRY_COMPARE(interval->value(), 2);
    QCOMPARE(interval->minimum(), 1);
    QVERIFY(!shown(u"cannot be switched off"_s).isEmpty());
    QVERIFY(driver::type(interval, u"30"_s));
    QTest::keyClick(interval, Qt::Key_Return);
    QTRY_COMPARE(m_engine->model().balloon.value(u"stats_polling_interval_s"_s).toInt(), 30);
    QCOMPARE(m_engine->requestLines().count("PATCH /balloon/statistics"), 1);
}

void TestBalloonCard::statisticsOff_isExplainedBeforeAsking()
{
    m_engine->model().balloon.insert(u"stats_polling_interval_s"_s, 0);
    open();
    QTRY_VERIFY(!shown(u"cannot be switched on while it runs"_s).isEmpty());
    auto *interval = find<QSpinBox>(u"Interval of the statistics"_s);
    QVERIFY(!interval->isEnabled());
    QVERIFY(interval->toolTip().contains(u"stats_polling_interval_s"));
    QVERIFY(!m_card->findChild<QTableWidget *>()->isVisible());
    QVERIFY(!shown(u"the statistics are off"_s).isEmpty());
    QCOMPARE(m_engine->requestLines().count("PATCH /balloon/statistics"), 0);
}

void TestBalloonCard::hinting_enabled_startsAndStops()
{
    open();
    auto *stop = find<QPushButton>(u"Stop hinting"_s);
    QTRY_VERIFY(!shown(u"Not started"_s).isEmpty());
    QVERIFY(!stop->isEnabled());
    QVERIFY(driver::clickMark(find<QCheckBox>(u"Acknowledge at the end"_s)));
    QVERIFY(driver::clickButton(m_card.get(), u"Start a run"_s));
    QTRY_VERIFY(!shown(u"Run 2 is under way"_s).isEmpty());
    const auto requests = m_engine->requests();
    const auto start = std::find_if(requests.begin(), requests.end(), [](const stub::Request &request) {
        return request.path == "/balloon/hinting/start";
    });
    QVERIFY(start != requests.end());
    QCOMPARE(start->body, QByteArray(R"({"acknowledge_on_stop":false})"));
    m_engine->model().hintingGuest = 2;
    QTRY_VERIFY(!shown(u"the guest is at it"_s).isEmpty());
    QVERIFY(driver::clickButton(m_card.get(), u"Stop hinting"_s));
    QTRY_VERIFY(!shown(u"Done"_s).isEmpty());
}

void TestBalloonCard::hinting_notEnabled_isNotShown()
{
    m_engine->model().balloon.insert(u"free_page_hinting"_s, false);
    open();
    QVERIFY(find<QSlider>(u"Target of the balloon in MiB"_s));
    QVERIFY(!find<QPushButton>(u"Start a run"_s));
    QCOMPARE(m_engine->requestLines().count("GET /balloon/hinting/status"), 0);
}

void TestBalloonCard::everyField_hasANameAndIsReachable()
{
    open();
    QStringList nameless;
    for (QWidget *widget : m_card->findChildren<QWidget *>()) {
        const bool inner = widget->parentWidget()->inherits("QAbstractSpinBox");
        if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !inner &&
            driver::nameOf(widget).isEmpty())
            nameless.append(QString::fromLatin1(widget->metaObject()->className()));
    }
    QCOMPARE(nameless.join(u' '), QString());
    // By Tab from the slider.
    find<QSlider>(u"Target of the balloon in MiB"_s)->setFocus();
    QSet<QString> reached;
    for (int step = 0; step < 12; ++step) {
        if (QWidget *focus = QApplication::focusWidget())
            reached.insert(driver::nameOf(focus));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name : {u"Target of the balloon"_s, u"Interval of the statistics"_s, u"Start a run"_s,
                                u"Acknowledge at the end"_s, u"Statistics of the guest's memory"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

QTEST_MAIN(TestBalloonCard)
#include "tst_balloon_card.moc"
