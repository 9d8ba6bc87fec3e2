#include "manager/supervisor_fixture.h"
#include "models/counter_model.h"
#include "pages/limits_view.h"
#include "pages/metrics_page.h"
#include "support/window_driver.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/inline_message.h"
#include "widgets/live_plot.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSlider>
#include <QToolButton>
#include <QTreeView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject totals(qint64 n, qint64 fails = 0)
{
    return {{u"block"_s, QJsonObject{{u"read_bytes"_s, n * 4096}}},
            {u"block_rootfs"_s,
             QJsonObject{{u"read_bytes"_s, n * 4096},
                         {u"write_bytes"_s, 0},
                         {u"read_count"_s, n},
                         {u"execute_fails"_s, fails},
                         {u"rate_limiter_throttled_events"_s, n * 2},
                         {u"read_agg"_s, QJsonObject{{u"min_us"_s, 3}, {u"max_us"_s, 900}, {u"sum_us"_s, n * 50}}}}},
            {u"net_eth0"_s, QJsonObject{{u"rx_bytes_count"_s, n * 100}, {u"tx_bytes_count"_s, 0}}}};
}

QJsonObject bucket(qint64 size)
{
    return {{u"size"_s, size}, {u"one_time_burst"_s, 100}, {u"refill_time"_s, 1000}};
}

QJsonObject configuration(const QJsonValue &limiter)
{
    return {{u"drives"_s, QJsonArray{QJsonObject{{u"drive_id"_s, u"rootfs"_s}, {u"rate_limiter"_s, limiter}}}},
            {u"machine-config"_s, QJsonObject{{u"mem_size_mib"_s, 192}}}};
}

} // namespace

class TestMetricsPage : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void visible_watchesOnlyThen();
    void hidden_samplesAreNotTaken();
    void overview_samples_fillPlots();
    void device_chosen_plotsAreFilledFromTheRecord();
    void device_latencies_areTold();
    void failures_areSaid();
    void anotherMachine_hasItsOwnRecord();
    void counters_ticked_arePlotted();
    void counters_search_byKeyboard();
    void limits_liveShareOfTheLimit();
    void limits_none_saysSo();
    void limits_engineRefuses_isToldWordForWord();
    void memory_plotHasGuestBalloonAndResident();
    void memory_noBalloon_saysHowToGetOne();
    void memory_emulated_saysWhatIsCounted();
    void export_writesWhatIsInSight();
    void export_impossible_saysWhy();
    void export_dialog_byShortcut();
    void copy_byShortcut_isOnTheClipboard();
    void everyPart_everyFocusableHasAName();

private:
    void sample(qint64 n, qint64 fails = 0);
    /// A running machine with these answers, shown.
    void start(const QJsonObject &answers);
    bool part(const QString &title)
    {
        return driver::clickTab(driver::find<QTabBar>(m_page.get(), u"Parts of the metrics"_s), title);
    }
    bool plots(const QString &what);
    LivePlot *plot(const QString &title) const;
    bool says(const QString &text) const;

    std::unique_ptr<SupervisorFixture> m_fixture;
    std::unique_ptr<MetricsPage> m_page;
    Machine *m_machine = nullptr;
    QDateTime m_now;
};

void TestMetricsPage::init()
{
    m_fixture = std::make_unique<SupervisorFixture>();
    m_page = std::make_unique<MetricsPage>(Paths());
    m_page->resize(1000, 800);
    m_machine = m_fixture->addDefault();
    m_now = QDateTime::currentDateTimeUtc();
}

void TestMetricsPage::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void TestMetricsPage::sample(qint64 n, qint64 fails)
{
    m_now = m_now.addSecs(1);
    emit m_machine->metricsSampled(m_now, totals(n, fails));
}

void TestMetricsPage::start(const QJsonObject &answers)
{
    m_fixture->script({{u"answers"_s, answers}});
    m_machine->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->state(), MachineState::Running, 20000);
    m_page->setMachine(m_machine);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY_WITH_TIMEOUT(driver::find<QTabBar>(m_page.get(), u"Parts of the metrics"_s), 10000);
}

bool TestMetricsPage::plots(const QString &what)
{
    auto *box = driver::find<QComboBox>(m_page.get(), u"Plots of"_s);
    const int at = box ? box->findText(what) : -1;
    if (at >= 0)
        box->setCurrentIndex(at);
    return at >= 0;
}

LivePlot *TestMetricsPage::plot(const QString &title) const
{
    return driver::find<LivePlot>(m_page.get(), title);
}

bool TestMetricsPage::says(const QString &text) const
{
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    for (const ElidedLabel *label : m_page->findChildren<ElidedLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

void TestMetricsPage::visible_watchesOnlyThen()
{
    QSignalSpy samples(m_machine, &Machine::metricsSampled);
    m_machine->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->state(), MachineState::Running, 20000);
    m_page->setMachine(m_machine);
    QVERIFY(!m_fixture->requests(m_machine).contains(u"GET /metrics"_s));
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(samples.count() > 0, 10000);
    const QStringList asked = m_fixture->requests(m_machine);
    QVERIFY(asked.contains(u"GET /metrics"_s));
    // The other parts ask only when they are in sight.
    QVERIFY(!asked.contains(u"GET /balloon"_s));
    QVERIFY(!asked.contains(u"GET /vm/config"_s));
    QTRY_VERIFY(part(u"Memory and balloon"_s));
    QTRY_VERIFY(m_fixture->requests(m_machine).contains(u"GET /balloon"_s));
}

void TestMetricsPage::hidden_samplesAreNotTaken()
{
    m_page->setMachine(m_machine);
    sample(1);
    m_page->show();
    QVERIFY(says(u"No metrics yet"_s));
}

void TestMetricsPage::overview_samples_fillPlots()
{
    m_page->setMachine(m_machine);
    m_page->show();
    QVERIFY(says(u"No metrics yet"_s));
    sample(10);
    sample(30);
    QVERIFY(!says(u"No metrics yet"_s));
    const LivePlot *drives = plot(u"Drive throughput, all drives"_s);
    QVERIFY(drives);
    QCOMPARE(drives->series(0).latest().value, 20.0 * 4096);
    QVERIFY(plot(u"Processor"_s));
    QVERIFY(!plot(u"vCPU exits"_s)); // this engine does not count them
}

void TestMetricsPage::device_chosen_plotsAreFilledFromTheRecord()
{
    m_page->setMachine(m_machine);
    m_page->show();
    for (const qint64 n : {1, 3, 6})
        sample(n);
    QVERIFY(plots(u"Drive rootfs"_s));
    const LivePlot *throughput = plot(u"Throughput"_s);
    QVERIFY(throughput);
    QCOMPARE(throughput->series(0).size(), std::size_t{3}); // also what was before it was chosen
    QCOMPARE(throughput->series(0).latest().value, 3.0 * 4096);
    QCOMPARE(plot(u"Held back"_s)->series(0).latest().value, 6.0);
    sample(8);
    QCOMPARE(throughput->series(0).latest().value, 2.0 * 4096);
    QCOMPARE(plot(u"Latency, average"_s)->series(0).latest().value, 50.0);
    QVERIFY(plots(u"Network interface eth0"_s));
    QCOMPARE(plot(u"Throughput"_s)->series(0).latest().value, 200.0);
}

void TestMetricsPage::device_latencies_areTold()
{
    m_page->setMachine(m_machine);
    m_page->show();
    sample(1);
    sample(3);
    QVERIFY(plots(u"Drive rootfs"_s));
    QTRY_VERIFY(says(u"now 50 µs on average"_s));
    QVERIFY(says(u"shortest 3 µs, longest 900 µs"_s));
    QVERIFY(plots(u"Network interface eth0"_s));
    QVERIFY(!says(u"on average"_s));
}

void TestMetricsPage::failures_areSaid()
{
    m_page->setMachine(m_machine);
    m_page->show();
    sample(1);
    QVERIFY(!says(u"Failures were counted"_s));
    sample(2, 4);
    QVERIFY(says(u"block_rootfs.execute_fails: 4"_s));
    QVERIFY(plots(u"Network interface eth0"_s));
    QVERIFY(!says(u"Failures were counted"_s));
}

void TestMetricsPage::anotherMachine_hasItsOwnRecord()
{
    Machine *const other = m_fixture->add(m_fixture->definition(u"other"_s));
    m_page->setMachine(m_machine);
    m_page->show();
    sample(1);
    sample(5);
    m_page->setMachine(other);
    QVERIFY(says(u"No metrics yet"_s));
    m_page->setMachine(m_machine);
    QCOMPARE(plot(u"Drive throughput, all drives"_s)->series(0).latest().value, 4.0 * 4096);
}

void TestMetricsPage::counters_ticked_arePlotted()
{
    m_page->setMachine(m_machine);
    m_page->show();
    sample(1);
    sample(3);
    QVERIFY(part(u"All counters"_s));
    QVERIFY(!driver::find<QToolButton>(m_page.get(), u"Plot ticked"_s)->isEnabled());
    auto *tree = driver::find<QTreeView>(m_page.get(), u"Counters"_s);
    QModelIndex row;
    for (int group = 0; group < tree->model()->rowCount(); ++group) {
        if (tree->model()->index(group, 0).data().toString() == u"Drive rootfs")
            row = driver::findRow(tree, u"read_bytes"_s, tree->model()->index(group, 0));
    }
    QVERIFY(row.isValid());
    tree->setFocus();
    tree->setCurrentIndex(row);
    QTest::keyClick(tree, Qt::Key_Space);
    QCOMPARE(row.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Checked));
    QVERIFY(driver::clickButton(m_page.get(), u"Plot ticked"_s));
    const LivePlot *chosen = plot(u"Bytes per second"_s);
    QVERIFY(chosen);
    QVERIFY(chosen->valuesText().contains(u"block_rootfs.read_bytes"));
    QCOMPARE(chosen->series(0).latest().value, 2.0 * 4096);
}

void TestMetricsPage::counters_search_byKeyboard()
{
    m_page->setMachine(m_machine);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    sample(1);
    QVERIFY(part(u"All counters"_s));
    auto *tree = driver::find<QTreeView>(m_page.get(), u"Counters"_s);
    tree->setFocus();
    QVERIFY(m_page->focusSearch());
    auto *search = driver::find<QLineEdit>(m_page.get(), u"Filter counters by name or meaning"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"execute"_s);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(tree->model()->rowCount(), 1);
    QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 1);
    QVERIFY(says(u"1 counter"_s));
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(tree->hasFocus());
}

void TestMetricsPage::limits_liveShareOfTheLimit()
{
    const QJsonObject limiter{{u"bandwidth"_s, bucket(40960)}, {u"ops"_s, QJsonValue::Null}};
    start({{u"GET /vm/config"_s, configuration(limiter)}, {u"GET /metrics"_s, totals(1)}});
    QVERIFY(part(u"Rate limits"_s));
    QTRY_VERIFY(m_page->findChild<LimiterCard *>());
    QVERIFY(says(u"40 KiB/s: 40 KiB each 1 s, and 100 B once"_s));
    const LivePlot *bandwidth = plot(u"Bandwidth"_s);
    QCOMPARE(bandwidth->limit(), std::optional(40960.0));
    QVERIFY(bandwidth->scale().top >= 40960);
    QVERIFY(bandwidth->valuesText().contains(u"Limit"));
    m_now = QDateTime::currentDateTimeUtc().addSecs(60); // after what the engine was asked for
    sample(10);
    sample(15);
    const auto *bar = driver::find<QProgressBar>(m_page.get(), u"Bandwidth used of the limit, Drive rootfs"_s);
    QVERIFY(bar);
    QCOMPARE(bar->value(), 50); // 5 reads of 4 KiB a second
    QVERIFY(bar->text().contains(u"50 %"));
    QCOMPARE(plot(u"Held back"_s)->series(0).latest().value, 10.0);
    sample(45);
    QCOMPARE(bar->value(), 100);
    QVERIFY(bar->text().contains(u"300 %")); // a burst
}

void TestMetricsPage::limits_none_saysSo()
{
    start({{u"GET /vm/config"_s, configuration(QJsonValue::Null)}});
    QVERIFY(part(u"Rate limits"_s));
    QTRY_VERIFY(says(u"Nothing is limited"_s));
}

void TestMetricsPage::limits_engineRefuses_isToldWordForWord()
{
    m_fixture->script({{u"refuse"_s, QJsonArray{u"GET /vm/config"_s}}});
    m_machine->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->state(), MachineState::Running, 20000);
    m_page->setMachine(m_machine);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(part(u"Rate limits"_s), 10000);
    const auto told = [this] {
        const auto messages = m_page->findChildren<InlineMessage *>();
        return std::any_of(messages.begin(), messages.end(), [](const InlineMessage *message) {
            return message->isVisible() && message->detail().contains(u"The fake engine refuses.");
        });
    };
    QTRY_VERIFY(told());
}

void TestMetricsPage::memory_plotHasGuestBalloonAndResident()
{
    start({{u"GET /vm/config"_s, configuration(QJsonValue::Null)},
           {u"GET /balloon"_s,
            QJsonObject{{u"amount_mib"_s, 64}, {u"deflate_on_oom"_s, false}, {u"stats_polling_interval_s"_s, 1}}},
           {u"GET /balloon/statistics"_s,
            QJsonObject{
                {u"target_pages"_s, 16384}, {u"actual_pages"_s, 8192}, {u"target_mib"_s, 64}, {u"actual_mib"_s, 32}}}});
    QVERIFY(part(u"Memory and balloon"_s));
    const LivePlot *memory = plot(u"Memory"_s);
    QVERIFY(memory);
    QCOMPARE(memory->seriesCount(), 4);
    QTRY_VERIFY(!memory->series(2).isEmpty());
    QCOMPARE(memory->series(1).latest().value, 64.0 * 1048576);
    QCOMPARE(memory->series(2).latest().value, 32.0 * 1048576);
    QTRY_VERIFY_WITH_TIMEOUT(!memory->series(3).isEmpty() && memory->series(3).latest().value > 0, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(memory->series(0).latest().value == 192.0 * 1048576, 10000);
    QVERIFY(memory->valuesText().contains(u"Resident on the host"));
    QTRY_COMPARE(driver::find<QSlider>(m_page.get(), u"Target of the balloon in MiB"_s)->maximum(), 192);
}

void TestMetricsPage::memory_noBalloon_saysHowToGetOne()
{
    m_fixture->script({{u"refuse"_s, QJsonArray{u"GET /balloon"_s}}});
    m_machine->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_machine->state(), MachineState::Running, 20000);
    m_page->setMachine(m_machine);
    m_page->show();
    QTRY_VERIFY_WITH_TIMEOUT(part(u"Memory and balloon"_s), 10000);
    QTRY_VERIFY(says(u"without a balloon"_s));
    QVERIFY(says(u"The fake engine refuses."_s));
}

void TestMetricsPage::memory_emulated_saysWhatIsCounted()
{
    MachineDefinition definition = m_fixture->definition(u"emulated"_s);
    definition.runner = RunnerChoice::Emulated;
    m_machine = m_fixture->add(definition);
    m_page->setMachine(m_machine);
    m_page->show();
    sample(1);
    QVERIFY(part(u"Memory and balloon"_s));
    QVERIFY(plot(u"Memory"_s)->valuesText().contains(u"QEMU, resident on the host"));
    QVERIFY(says(u"QEMU with all of that helper machine"_s));
    QVERIFY(says(u"The machine is stopped."_s)); // of the balloon
}

void TestMetricsPage::export_writesWhatIsInSight()
{
    m_page->setMachine(m_machine);
    m_page->show();
    sample(1);
    sample(3);
    QVERIFY(plots(u"Drive rootfs"_s));
    const QString path = m_fixture->file(u"out.csv"_s, 0);
    m_page->exportTo(path);
    QVERIFY(!driver::find<QToolButton>(m_page.get(), u"Export"_s)->isEnabled());
    QTRY_VERIFY(says(u"The metrics were written to %1."_s.arg(path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    QVERIFY2(lines[0].startsWith("time,block_rootfs.read_bytes per second,"), lines[0]);
    QVERIFY2(lines[0].contains("block_rootfs.read_agg.avg_us"), lines[0]);
    QCOMPARE(lines.size(), 4); // header, two samples, nothing after the last
    const QByteArray time = m_now.toString(Qt::ISODateWithMs).toLatin1();
    QVERIFY2(time.endsWith('Z') && lines[2].startsWith(QByteArray(time + ",8192,0,")), lines[2]);
    QVERIFY(driver::find<QToolButton>(m_page.get(), u"Export"_s)->isEnabled());
}

void TestMetricsPage::export_impossible_saysWhy()
{
    m_page->setMachine(m_machine);
    m_page->show();
    sample(1);
    m_page->exportTo(u"/nowhere/at/all.csv"_s);
    QTRY_VERIFY(says(u"were not written to /nowhere/at/all.csv: No such file or directory"_s));
}

void TestMetricsPage::export_dialog_byShortcut()
{
    m_page->setMachine(m_machine);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    sample(1);
    QVERIFY(part(u"All counters"_s));
    m_page->focusContent();
    const QString path = m_fixture->file(u"dialog.csv"_s, 0);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    auto *dialog = m_page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"one-metrics.csv"));
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->selectFile(path);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY(says(u"The metrics were written to %1."_s.arg(path)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray header = file.readLine(); // none is ticked: all that are shown
    QVERIFY2(header.contains(",block.read_bytes,block.read_bytes per second,"), header);
    QVERIFY2(header.contains(",net_eth0.tx_bytes_count,"), header);
}

void TestMetricsPage::copy_byShortcut_isOnTheClipboard()
{
    m_page->setMachine(m_machine);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    sample(1);
    QVERIFY(plots(u"Network interface eth0"_s));
    m_page->focusContent();
    QTest::keySequence(QApplication::focusWidget(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    QTRY_VERIFY(says(u"on the clipboard"_s));
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"time,net_eth0.rx_bytes_count per second,"));
}

void TestMetricsPage::everyPart_everyFocusableHasAName()
{
    const QJsonObject limiter{{u"bandwidth"_s, bucket(40960)}, {u"ops"_s, bucket(10)}};
    start({{u"GET /vm/config"_s, configuration(limiter)}, {u"GET /metrics"_s, totals(1)}});
    for (const QString &title : {u"Plots"_s, u"Memory and balloon"_s, u"Rate limits"_s, u"All counters"_s}) {
        QVERIFY(part(title));
        QStringList nameless;
        for (QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool inner = widget->parentWidget()->inherits("QAbstractSpinBox");
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy() && !inner &&
                driver::nameOf(widget).isEmpty())
                nameless.append(QString::fromLatin1(widget->metaObject()->className()));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(title + u": "_s + nameless.join(u' ')));
    }
}

QTEST_MAIN(TestMetricsPage)
#include "tst_metrics_page.moc"
