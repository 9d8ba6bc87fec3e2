#include "manager/supervisor_fixture.h"
#include "pages/jail_page.h"
#include "support/help_testing.h"
#include "widgets/inline_message.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QSpinBox>
#include <QTableWidget>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// With fake-jailer, which makes no jail: what the page says of it must say so.
class TestJailPage : public QObject {
    Q_OBJECT

    static QString shownText(const QWidget &page)
    {
        QStringList texts;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }
    static Machine *jailed(SupervisorFixture &f)
    {
        f.useJailer(QStringLiteral(FAKE_JAILER_PROGRAM));
        return f.add(f.jailedDefinition());
    }
    static void show(JailPage &page, Machine *machine)
    {
        page.resize(1000, 900);
        page.show();
        page.setMachine(machine);
    }
    static QSpinBox *box(const JailPage &page, int which) { return page.findChildren<QSpinBox *>()[which]; }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void noMachine_isEmpty()
    {
        JailPage page({});
        show(page, nullptr);
        QVERIFY(!page.findChild<QComboBox *>()->isEnabled());
        QVERIFY(!shownText(page).contains(u"proven"_s));
    }

    void choice_whileStopped_isKept()
    {
        SupervisorFixture f;
        Machine *machine = jailed(f);
        JailPage page({});
        show(page, machine);
        auto *choice = page.findChild<QComboBox *>();
        QVERIFY(choice->isEnabled());
        QCOMPARE(choice->currentText(), u"Rootless jail"_s);
        QCOMPARE(choice->findText(u"root:"_s, Qt::MatchContains), -1); // no helper, no offer
        box(page, 0)->setValue(512);
        emit box(page, 0)->editingFinished();
        QTRY_COMPARE(machine->definition().jail.openFiles, 512U);
        choice->setCurrentIndex(1);
        emit choice->activated(1);
        QTRY_COMPARE(machine->definition().jail.choice, JailChoice::None);
        QTRY_VERIFY(shownText(page).contains(u"Without a jail a guest"_s));
        QVERIFY(!box(page, 0)->isEnabled());
        // As it is on disk.
        f.newSupervisor();
        QCOMPARE(f.machine()->definition().jail.choice, JailChoice::None);
        QCOMPARE(f.machine()->definition().jail.openFiles, 512U);
    }

    void whatKeepsItFromBeingJailed_leadsToTheSection()
    {
        SupervisorFixture f;
        Machine *machine = jailed(f);
        Paths paths;
        paths.troubleshooting = QStringLiteral(TROUBLESHOOTING);
        JailPage page(paths);
        show(page, machine);
        QVERIFY(help_testing::links(page).isEmpty());
        const auto choose = [&](JailChoice choice) {
            MachineDefinition wanted = machine->definition();
            wanted.jail.choice = choice;
            if (const auto saved = f.store().save(wanted); !saved)
                qFatal("%s", qPrintable(saved.error().report()));
        };
        choose(JailChoice::Privileged); // written by hand: there is no helper, so it was not offered
        QTRY_VERIFY(shownText(page).contains(u"A start will fail"_s));
        QCOMPARE(help_testing::sectionBehindLink(page), u"No jail without user namespaces"_s);
        choose(JailChoice::None);
        QTRY_VERIFY(shownText(page).contains(u"Without a jail"_s));
        QCOMPARE(help_testing::sectionBehindLink(page), u"No jail without user namespaces"_s);
        choose(JailChoice::Rootless);
        QTRY_VERIFY(help_testing::links(page).isEmpty());
    }

    void change_cannotBeKept_isTold()
    {
        SupervisorFixture f;
        Machine *machine = jailed(f);
        Paths paths;
        paths.troubleshooting = QStringLiteral(TROUBLESHOOTING);
        JailPage page(paths);
        show(page, machine);
        QVERIFY(QDir(machine->directory().root()).removeRecursively());
        box(page, 0)->setValue(512);
        emit box(page, 0)->editingFinished();
        auto *message = page.findChild<InlineMessage *>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY2(message->text().contains(u"The settings of “one” were not saved."_s), qPrintable(message->text()));
        QVERIFY(help_testing::links(page).isEmpty()); // of that the document has nothing
    }

    void running_showsWhatIsSeenAndWhatIsWeaker()
    {
        SupervisorFixture f;
        Machine *machine = jailed(f);
        JailPage page({});
        show(page, machine);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(!page.findChild<QComboBox *>()->isEnabled());
        auto *table = page.findChild<QTableWidget *>();
        QTRY_COMPARE(table->rowCount(), static_cast<int>(machine->shownPaths().size()));
        QCOMPARE(table->item(0, 0)->text(), u"/machine/run"_s);
        QCOMPARE(table->item(0, 2)->text(), u"Read and write"_s);
        // The fake makes no namespaces and no filters.
        QTRY_VERIFY(shownText(page).contains(u"weaker than promised. See the red rows."_s));
        QTRY_VERIFY(shownText(page).contains(u"system calls: no filter"_s));
        QVERIFY(shownText(page).contains(u"the same as ours"_s));
        machine->forceStop();
        QTRY_COMPARE(machine->state(), MachineState::Stopped);
        QTRY_VERIFY(!shownText(page).contains(u"weaker than promised"_s));
        QVERIFY(!table->isVisible());
    }

    void running_goodTexts_areProven()
    {
        SupervisorFixture f;
        Machine *machine = jailed(f);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        // A /proc that says what a good jail's would.
        const QTemporaryDir proc;
        const QString folder = proc.filePath(QString::number(machine->enginePid()));
        const auto write = [](const QString &path, const QByteArray &text) {
            QDir().mkpath(QFileInfo(path).path());
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
                qFatal("no test file");
        };
        write(folder + u"/limits"_s, "Max open files            2048      2048      files\n"
                                     "Max core file size        0         0         bytes\n");
        write(folder + u"/task/7/status"_s, "Name:\tfc_api\nCapInh:\t0\nCapPrm:\t0\nCapEff:\t0\nCapAmb:\t0\n"
                                            "NoNewPrivs:\t1\nSeccomp:\t2\nSeccomp_filters:\t1\n");
        for (const char *name : {"user", "mnt", "pid", "net", "ipc", "uts"}) {
            for (const QString &process : {folder, proc.filePath(u"self"_s)}) {
                QDir().mkpath(process + u"/ns"_s);
                QFile::link(process == folder ? u"x:[2]"_s : u"x:[1]"_s,
                            process + u"/ns/"_s + QString::fromLatin1(name));
            }
        }
        JailPage page({}, proc.path());
        show(page, machine);
        QTRY_VERIFY(shownText(page).contains(u"All that /proc tells of the engine is as promised."_s));
        QTRY_VERIFY(shownText(page).contains(u"fc_api (7)"_s));
        QVERIFY(!shownText(page).contains(u"weaker"_s));
    }

    void otherMachine_nothingOfTheFormerStays()
    {
        SupervisorFixture f;
        Machine *machine = jailed(f);
        machine->start();
        QTRY_COMPARE(machine->state(), MachineState::Running);
        JailPage page({});
        show(page, machine);
        QTRY_VERIFY(shownText(page).contains(u"no filter"_s));
        Machine *other = f.add(f.definition(u"two"_s));
        page.setMachine(other);
        QVERIFY(!shownText(page).contains(u"no filter"_s));
        QVERIFY(shownText(page).contains(u"Without a jail"_s));
        QTest::qWait(2500);
        QVERIFY(!shownText(page).contains(u"no filter"_s));
    }
};

QTEST_MAIN(TestJailPage)
#include "tst_jail_page.moc"
