// The engine as a library, through its public header alone, with hand-written guests.
#include <sparkler/engine.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>
#include <unistd.h>

class TestLibrary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void version_isTheProjects();
    void start_wrongSettings_saysWhy_data();
    void start_wrongSettings_saysWhy();
    void start_afterAFailure_works();
    void run_returnsWhenTheGuestEnds_oneMachineAfterAnother();
    void start_whileAnotherExists_isRefused();
    void assignment_endsWhatWasThere();
    void stop_fromAnotherThread_endsRun();
    void stop_beforeRun_endsItAtOnce();

private:
    sparkler::MicroVm::Settings settings(const char *guest) const;
    QTemporaryDir m_directory;
};

void TestLibrary::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    QVERIFY(m_directory.isValid());
}

/// A machine whose log and console are in the test's directory.
sparkler::MicroVm::Settings TestLibrary::settings(const char *guest) const
{
    const std::string directory = m_directory.path().toStdString();
    return {.configuration = R"({"drives": [], "logger": {"log_path": ")" + directory + R"(/log"}, )" +
                             R"("boot-source": {"kernel_image_path": ")" TINY_GUEST_DIR "/" + guest + R"("}})",
            .instanceId = "embedded",
            .consoleSocket = directory + "/console"};
}

void TestLibrary::version_isTheProjects()
{
    QCOMPARE(sparkler::engineVersion(), SPARKLER_VERSION_TEXT);
}

void TestLibrary::start_wrongSettings_saysWhy_data()
{
    QTest::addColumn<QString>("configuration");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("words");
    const QString good = QString::fromStdString(settings("hello").configuration);
    QTest::newRow("no JSON") << "{"
                             << "x"
                             << "Invalid JSON: ";
    QTest::newRow("no kernel") << R"({"drives": [], "boot-source": {"kernel_image_path": "/nonexistent"}})"
                               << "x"
                               << "The kernel file cannot be opened";
    QTest::newRow("id") << good << "under_score"
                        << "Invalid instance ID: Invalid char (_) at position 5";
    QTest::newRow("empty id") << good << ""
                              << "Invalid instance ID: Invalid len (0)";
}

void TestLibrary::start_wrongSettings_saysWhy()
{
    QFETCH(QString, configuration);
    QFETCH(QString, id);
    QFETCH(QString, words);
    const auto machine =
        sparkler::MicroVm::start({.configuration = configuration.toStdString(), .instanceId = id.toStdString()});
    QVERIFY(!machine);
    QVERIFY2(QString::fromStdString(machine.error()).contains(words), machine.error().c_str());
}

void TestLibrary::start_afterAFailure_works()
{
    QVERIFY(!sparkler::MicroVm::start({.configuration = "{}"}));
    QVERIFY(sparkler::MicroVm::start(settings("spin")).has_value());
}

void TestLibrary::run_returnsWhenTheGuestEnds_oneMachineAfterAnother()
{
    for (int round = 0; round < 3; ++round) {
        auto machine = sparkler::MicroVm::start(settings("hello"));
        QVERIFY2(machine, machine.error().c_str());
        const auto ended = machine->run();
        QVERIFY2(ended, ended.error().c_str());
        QCOMPARE(*ended, 0);
    }
    QFile log(m_directory.filePath("log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("[embedded:"));
}

void TestLibrary::start_whileAnotherExists_isRefused()
{
    const auto first = sparkler::MicroVm::start(settings("spin"));
    QVERIFY2(first, first.error().c_str());
    const auto second = sparkler::MicroVm::start(settings("spin"));
    QVERIFY(!second);
    QCOMPARE(QString::fromStdString(second.error()), "There is a microVM in this process already.");
}

void TestLibrary::assignment_endsWhatWasThere()
{
    auto machine = sparkler::MicroVm::start(settings("spin"));
    QVERIFY2(machine, machine.error().c_str());
    sparkler::MicroVm other(std::move(*machine));
    *machine = std::move(other); // there and back
    {
        sparkler::MicroVm empty(std::move(*machine));
        other = std::move(empty);
    }
    *machine = std::move(*machine); // of nothing to nothing
    other = std::move(*machine);    // of nothing: the machine ends
    QVERIFY(sparkler::MicroVm::start(settings("spin")).has_value());
}

void TestLibrary::stop_fromAnotherThread_endsRun()
{
    auto machine = sparkler::MicroVm::start(settings("spin"));
    QVERIFY2(machine, machine.error().c_str());
    std::jthread stopper([&machine] { machine->stop(); });
    QCOMPARE(machine->run().value_or(-1), 0);
}

void TestLibrary::stop_beforeRun_endsItAtOnce()
{
    auto machine = sparkler::MicroVm::start(settings("spin"));
    QVERIFY2(machine, machine.error().c_str());
    machine->stop();
    QCOMPARE(machine->run().value_or(-1), 0);
}

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
