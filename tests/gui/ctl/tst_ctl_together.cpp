// A manager and calls of sparklectl on the same folders, at the same time.

#include "ctl_fixture.h"

#include "manager/workspace.h"

#include <QDir>
#include <QFile>
#include <QSet>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLimitMs = 30'000;
constexpr int kRounds = 6;

} // namespace

class TestCtlTogether : public QObject {
    Q_OBJECT

    std::unique_ptr<CtlFixture> m_user;
    std::unique_ptr<Workspace> m_manager;
    QList<Failure> m_failures; ///< that the manager's machines told

    Machine *machine(const QString &id) const { return m_manager->supervisor()->find(id); }
    bool waitForState(const QString &id, MachineState state) const
    {
        return QTest::qWaitFor([&] { return machine(id) && machine(id)->state() == state; }, kLimitMs);
    }
    QString failures() const
    {
        QString text;
        for (const Failure &failure : m_failures)
            text += failure.report();
        return text;
    }
    std::vector<std::unique_ptr<QProcess>> begin(int count, const QStringList &arguments)
    {
        std::vector<std::unique_ptr<QProcess>> all;
        for (int i = 0; i < count; ++i)
            all.push_back(m_user->begin(arguments));
        return all;
    }

private slots:
    void init()
    {
        m_user = std::make_unique<CtlFixture>();
        m_failures.clear();
        m_manager = std::make_unique<Workspace>(m_user->paths());
        connect(m_manager->supervisor(), &Supervisor::added, m_manager.get(), [this](Machine *machine) {
            connect(machine, &Machine::failed, m_manager.get(),
                    [this](const Failure &failure) { m_failures.append(failure); });
        });
        m_manager->open();
    }
    void cleanup()
    {
        m_manager.reset();
        m_user.reset();
    }

    void whatOneDoes_theOtherSees()
    {
        const QString id = m_user->create(u"one"_s);
        QVERIFY(QTest::qWaitFor([&] { return machine(id) != nullptr; }, kLimitMs));
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QVERIFY(waitForState(id, MachineState::Running));
        machine(id)->pause();
        QVERIFY(waitForState(id, MachineState::Paused));
        QCOMPARE(m_user->state(id), u"paused"_s);
        VERIFY_CODE(m_user->run({u"resume"_s, id}), 0);
        QVERIFY(waitForState(id, MachineState::Running));
        VERIFY_CODE(m_user->run({u"stop"_s, id}), 0);
        QVERIFY(waitForState(id, MachineState::Stopped));
        machine(id)->start();
        QVERIFY(waitForState(id, MachineState::Running));
        QCOMPARE(m_user->state(id), u"running"_s);
        VERIFY_CODE(m_user->run({u"start"_s, id}), 4);
        VERIFY_CODE(m_user->run({u"stop"_s, u"--force"_s, id}), 0);
        QVERIFY(waitForState(id, MachineState::Stopped)); // nothing unexpected about it
        VERIFY_CODE(m_user->run({u"delete"_s, id}), 0);
        QVERIFY(QTest::qWaitFor([&] { return !machine(id); }, kLimitMs));
        VERIFY_CODE(m_user->run({u"undelete"_s, id}), 0);
        QVERIFY(QTest::qWaitFor([&] { return machine(id) != nullptr; }, kLimitMs));
        QVERIFY2(m_failures.isEmpty(), qPrintable(failures()));
    }

    /// Scripts do not wait in between, and the manager looks at every end and every beginning.
    void stopAndStart_withoutAPause_beneathAManager()
    {
        const QString id = m_user->create(u"one"_s);
        for (int round = 0; round < kRounds; ++round) {
            VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
            if (round % 2 == 0)
                QVERIFY(waitForState(id, MachineState::Running));
            VERIFY_CODE(m_user->run({u"stop"_s, u"--force"_s, id}), 0);
        }
        QVERIFY(QTest::qWaitFor([&] { return machine(id) != nullptr; }, kLimitMs));
        QVERIFY(waitForState(id, MachineState::Stopped));
        QVERIFY2(m_failures.isEmpty(), qPrintable(failures()));
    }

    void allStartAtOnce_oneEngineRuns()
    {
        const QString id = m_user->create(u"one"_s);
        QVERIFY(QTest::qWaitFor([&] { return machine(id) != nullptr; }, kLimitMs));
        for (int round = 0; round < kRounds; ++round) {
            auto others = begin(3, {u"start"_s, id});
            machine(id)->start();
            int started = 0;
            for (const auto &other : others) {
                const auto result = CtlFixture::end(*other);
                started += result.code == 0 ? 1 : 0;
                QVERIFY2(result.code == 0 || result.code == 1 || result.code == 4, result.err.constData());
            }
            QVERIFY(waitForState(id, MachineState::Running));
            QVERIFY(started <= 1);
            QCOMPARE(m_user->engines(id), 1);
            VERIFY_CODE(m_user->run({u"stop"_s, u"--force"_s, id}), 0);
            QCOMPARE(m_user->engines(id), 0);
            QVERIFY(waitForState(id, MachineState::Stopped));
        }
    }

    void allStopAtOnce_nothingIsLeft()
    {
        const QString id = m_user->create(u"one"_s);
        QVERIFY(QTest::qWaitFor([&] { return machine(id) != nullptr; }, kLimitMs));
        for (int round = 0; round < kRounds; ++round) {
            VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
            QVERIFY(waitForState(id, MachineState::Running));
            auto others = begin(3, {u"stop"_s, id});
            machine(id)->stop();
            for (const auto &other : others) {
                const auto result = CtlFixture::end(*other);
                QVERIFY2(result.code == 0 || result.code == 1 || result.code == 4, result.err.constData());
            }
            QVERIFY(waitForState(id, MachineState::Stopped));
            QCOMPARE(m_user->engines(id), 0);
            QVERIFY(m_user->runRecord(id).isEmpty());
        }
    }

    void allMakeMachines_namesAreDifferentAndNoneIsLost()
    {
        auto others = begin(6, {u"create"_s, u"--json"_s, u"same"_s, u"--kernel"_s, m_user->kernel()});
        QStringList ids;
        for (int i = 0; i < 6; ++i) {
            MachineDefinition made;
            made.name = u"same"_s;
            made.config.bootSource.kernelImagePath = m_user->kernel();
            const auto id = m_manager->store()->create(made);
            QVERIFY2(id, id ? "" : qPrintable(id.error().report()));
            ids << *id;
            QCoreApplication::processEvents();
        }
        for (const auto &other : others) {
            const auto result = CtlFixture::end(*other);
            VERIFY_CODE(result, 0);
            ids << result.object().value("id"_L1).toString();
        }
        QVERIFY(QTest::qWaitFor([&] { return m_manager->store()->ids().size() == 12; }, kLimitMs));
        QSet<QString> names;
        for (const QString &id : std::as_const(ids)) {
            QVERIFY(m_manager->store()->find(id));
            names << m_manager->store()->find(id)->name;
        }
        QCOMPARE(names.size(), 12);
    }

    /// A change is either refused or there.
    void bothChangeADefinition_nothingIsLostInSilence()
    {
        const QString id = m_user->create(u"one"_s, {u"--drive"_s, m_user->file(u"root.img"_s)});
        QVERIFY(QTest::qWaitFor([&] { return machine(id) != nullptr; }, kLimitMs));
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QVERIFY(waitForState(id, MachineState::Running));
        QString notes;
        QString limit;
        for (int round = 1; round <= kRounds; ++round) {
            const QString bytes = QString::number(round * 1000);
            const auto other = m_user->begin({u"drive"_s, u"limit"_s, id, u"rootfs"_s, u"--bandwidth"_s, bytes});
            for (int change = 0; other->state() != QProcess::NotRunning; ++change) {
                MachineDefinition changed = machine(id)->definition();
                changed.notes = u"%1/%2"_s.arg(round).arg(change);
                std::optional<Outcome<QStringList>> outcome;
                machine(id)->apply(changed, this, [&](const Outcome<QStringList> &done) { outcome = done; });
                QVERIFY(QTest::qWaitFor([&] { return outcome.has_value(); }, kLimitMs));
                if (*outcome)
                    notes = changed.notes;
                QTest::qWait(1);
            }
            const auto result = CtlFixture::end(*other);
            QVERIFY2(result.code == 0 || result.code == 1, result.err.constData());
            if (result.code == 0)
                limit = bytes;
            const QJsonObject shown = m_user->show(id);
            QCOMPARE(shown.value("notes"_L1).toString(), notes);
            const auto has = [&shown](const QString &config) {
                const QJsonObject drive = shown.value(config).toObject().value("drives"_L1).toArray()[0].toObject();
                const qint64 size = drive.value("rate_limiter"_L1)
                                        .toObject()
                                        .value("bandwidth"_L1)
                                        .toObject()
                                        .value("size"_L1)
                                        .toInteger();
                return size == 0 ? QString() : QString::number(size);
            };
            QCOMPARE(has(u"config"_s), limit);
            QCOMPARE(has(u"running_config"_s), limit); // and the engine has it, as the record knows
        }
        QVERIFY(!notes.isEmpty() || !limit.isEmpty());
    }

    /// Those who come and look clean up; what is being written is none of theirs.
    void recordsAreWritten_whileOthersCome_noneIsLost()
    {
        const QString id = m_user->create(u"one"_s);
        QVERIFY(QTest::qWaitFor([&] { return machine(id) != nullptr; }, kLimitMs));
        machine(id)->start();
        QVERIFY(waitForState(id, MachineState::Running));
        auto others = begin(8, {u"list"_s});
        int written = 0;
        const auto busy = [&] {
            return std::ranges::any_of(others,
                                       [](const auto &other) { return other->state() != QProcess::NotRunning; });
        };
        while (busy()) {
            const auto saved = machine(id)->setMemoryBase(QString::number(++written));
            QVERIFY2(saved, saved ? "" : qPrintable(saved.error().report()));
            QCOMPARE(m_user->runRecord(id).value("memoryBase"_L1).toString(), QString::number(written));
            QCoreApplication::processEvents();
        }
        QVERIFY(written > 1);
        const QStringList left = QDir(m_user->directory(id)).entryList({u".*partial*"_s}, QDir::Files | QDir::Hidden);
        QCOMPARE(left, QStringList());
    }

    void bothWorkOnSnapshots_oneAtATime()
    {
        const QString id = m_user->create(u"one"_s, {u"--memory"_s, u"1"_s});
        m_user->script({{u"sleepOn"_s, QJsonObject{{u"PUT /snapshot/create"_s, 300}}}});
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        QVERIFY(QTest::qWaitFor([&] { return machine(id) && m_manager->snapshots()->loaded(id); }, kLimitMs));
        QVERIFY(waitForState(id, MachineState::Running));
        auto others = begin(2, {u"snapshot"_s, u"create"_s, id});
        Task *task = m_manager->snapshots()->create({id, SnapshotKind::Full, {}, {}, {}});
        int made = 0;
        for (const auto &other : others)
            made += CtlFixture::end(*other).code == 0 ? 1 : 0;
        QVERIFY(QTest::qWaitFor([&] { return task->ended(); }, kLimitMs));
        made += task->state() == Task::State::Done ? 1 : 0;
        QVERIFY(made >= 1);
        const auto all = m_user->run({u"snapshot"_s, u"list"_s, u"--json"_s, id}).array();
        QCOMPARE(all.size(), made);
        for (const QJsonValue &one : all)
            QCOMPARE(one["problem"_L1].toString(), QString());
        QCOMPARE(m_user->state(id), u"running"_s); // whoever paused it has resumed it
    }

    void restoreOfTheManager_keepsOthersFromStarting()
    {
        const QString id = m_user->create(
            u"one"_s, {u"--memory"_s, u"1"_s, u"--drive"_s, m_user->file(u"root.img"_s), u"--copy-root"_s});
        VERIFY_CODE(m_user->run({u"start"_s, id}), 0);
        const auto taken = m_user->run({u"snapshot"_s, u"create"_s, u"--json"_s, id});
        VERIFY_CODE(taken, 0);
        const QString snapshot = taken.object().value("id"_L1).toString();
        SnapshotLibrary *library = m_manager->snapshots();
        QVERIFY(QTest::qWaitFor([&] { return machine(id) && library->loaded(id); }, kLimitMs));
        library->refresh(id);
        QVERIFY(QTest::qWaitFor([&] { return library->upToDate(id) && library->of(id)->find(snapshot); }, kLimitMs));
        QVERIFY(waitForState(id, MachineState::Running));
        QVERIFY(QTest::qWaitFor([&] { return m_manager->readiness()->complete(); }, kLimitMs));
        for (int round = 0; round < kRounds; ++round) {
            Task *task = library->restore({id, snapshot, true, false});
            while (!task->ended()) {
                auto others = begin(2, {u"start"_s, id});
                for (const auto &other : others)
                    QVERIFY(CtlFixture::end(*other).code != 0);
            }
            QVERIFY2(task->state() == Task::State::Done, task->failure() ? qPrintable(task->failure()->report()) : "");
            QVERIFY(waitForState(id, MachineState::Running));
            QCOMPARE(m_user->engines(id), 1);
            QVERIFY(QTest::qWaitFor([&] { return library->upToDate(id) && !library->busy(id); }, kLimitMs));
        }
    }
};

QTEST_GUILESS_MAIN(TestCtlTogether)
#include "tst_ctl_together.moc"
