#include "pages/change_bar.h"
#include "pages/device_forms.h"
#include "pages/edit/page_test.h"
#include "pages/edit/shown_names.h"
#include "pages/hardware_page.h"
#include "widgets/byte_size_field.h"
#include "widgets/copy_block.h"
#include "widgets/path_field.h"
#include "widgets/rate_limiter_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// Balloon, vsock, entropy and serial port on the hardware page.
class TestDeviceForms : public PageTest<HardwarePage> {
    Q_OBJECT

    bool barIsShown() const { return m_page->findChild<ChangeBar *>()->isVisible(); }
    template <typename Form>
    Form *form() const
    {
        return m_page->findChild<Form *>();
    }
    template <typename Form>
    void turn() const
    {
        form<Form>()->template findChild<QCheckBox *>(QString(), Qt::FindDirectChildrenOnly)->click();
    }
    void apply()
    {
        QVERIFY2(button(u"Apply"_s)->isEnabled(), qPrintable(button(u"Apply"_s)->toolTip()));
        button(u"Apply"_s)->click();
        QTRY_VERIFY(!barIsShown());
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init()
    {
        setUp([](Workspace *workspace) { return std::make_unique<HardwarePage>(workspace); });
    }
    void cleanup() { tearDown(); }

    void everything_off_isOneSwitchEach()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        QVERIFY(!field<QPlainTextEdit>(u"Socket of the vsock"_s)->isVisible());
        QVERIFY(!field<QSpinBox>(u"Statistics every"_s)->isVisible());
        QVERIFY(!form<EntropyForm>()->findChild<RateLimiterEditor *>()->isVisible());
        QVERIFY(!field<QComboBox>(u"Output goes to"_s)->isVisible());
        QVERIFY(!barIsShown());
    }

    void balloon_onAndOff_isInTheFile()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        turn<BalloonForm>();
        field<ByteSizeField>(u"Target at the start"_s)->setValue(64 * kMiB);
        field<QSpinBox>(u"Statistics every"_s)->setValue(5);
        button(u"The guest tells which pages are free"_s)->click();
        apply();
        QVERIFY(machine->definition().config.balloon == (Balloon{64, true, 5, false, true}));
        turn<BalloonForm>();
        QVERIFY(barIsShown());
        turn<BalloonForm>(); // and on again: as it was
        QVERIFY(!barIsShown());
        turn<BalloonForm>();
        apply();
        QVERIFY(!machine->definition().config.balloon);
    }

    void balloon_largerThanMemory_isRefusedWithTheEnginesWords()
    {
        m_page->setMachine(add(definition(u"one"_s)));
        turn<BalloonForm>();
        field<ByteSizeField>(u"Target at the start"_s)->setValue(129 * kMiB);
        QVERIFY(shownText().contains(u"Amount of pages requested is too large."_s));
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        field<ByteSizeField>(u"Memory"_s)->setValue(256 * kMiB); // then it fits
        QVERIFY(!shownText().contains(u"Amount of pages requested is too large."_s));
        apply();
        field<ByteSizeField>(u"Memory"_s)->setValue(128 * kMiB);
        QVERIFY(!button(u"Apply"_s)->isEnabled());
    }

    void vsock_on_showsSocketAndCommands()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        turn<VsockForm>();
        const QString path = machine->directory().vsockSocket();
        QCOMPARE(field<CopyBlock>(u"Socket of the vsock"_s)->text(), path);
        const QString commands = field<CopyBlock>(u"Commands for a connection to the guest"_s)->text();
        QVERIFY(commands.contains(u"echo CONNECT 52"_s) && commands.contains(u"UNIX-CONNECT:'"_s + path + u'\''));
        QVERIFY(field<CopyBlock>(u"Commands for a connection from the guest"_s)->text().contains(path + u"_52"_s));
        auto *cid = field<QLineEdit>(u"Guest's context ID"_s);
        for (const QString &bad : {u"2"_s, u"x"_s, u"4294967295"_s}) {
            cid->selectAll();
            QTest::keyClicks(cid, bad);
            QVERIFY2(!button(u"Apply"_s)->isEnabled(), qPrintable(bad));
        }
        cid->selectAll();
        QTest::keyClicks(cid, u"42"_s);
        apply();
        QVERIFY(machine->definition().config.vsock == (Vsock{42, u"vsock.sock"_s}));
    }

    void entropy_withLimits_isInTheFile()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        turn<EntropyForm>();
        apply();
        QVERIFY(machine->definition().config.entropy == Entropy{});
        auto *limits = form<EntropyForm>()->findChild<RateLimiterEditor *>();
        button(u"Limit bandwidth"_s, limits)->click();
        QVERIFY(barIsShown());
        apply();
        QVERIFY(machine->definition().config.entropy->rateLimiter->bandwidth);
    }

    void serial_places_areInTheFile()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        turn<SerialForm>();
        auto *place = field<QComboBox>(u"Output goes to"_s);
        QCOMPARE(field<CopyBlock>(u"File of the serial port"_s)->text(), machine->directory().serialOutput());
        QVERIFY(field<CopyBlock>(u"File of the serial port"_s)->isVisible());
        apply();
        QCOMPARE(machine->definition().config.serial->serialOutPath, u"serial.out"_s);
        place->setCurrentIndex(2);
        QVERIFY(!field<CopyBlock>(u"File of the serial port"_s)->isVisible());
        auto *path = field<QLineEdit>(u"File or named pipe"_s);
        QVERIFY(path->isVisible());
        QVERIFY(!button(u"Apply"_s)->isEnabled()); // no path yet
        QTest::keyClicks(path, u"/nowhere/at/all"_s);
        QVERIFY(!button(u"Apply"_s)->isEnabled());
        path->selectAll();
        QTest::keyClicks(path, file(u"output"_s));
        apply();
        QCOMPARE(machine->definition().config.serial->serialOutPath, m_directory->filePath(u"output"_s));
        place->setCurrentIndex(0);
        apply();
        QCOMPARE(machine->definition().config.serial->serialOutPath, QString());
    }

    void running_changes_needARestart()
    {
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        start(machine);
        turn<EntropyForm>();
        QVERIFY(shownText().contains(u"At the next start: Entropy device"_s));
        button(u"Apply"_s)->click();
        QTRY_VERIFY(shownText().contains(u"Some need a restart: Entropy device"_s));
    }

    void startRefused_isToldBesideItsSection_data()
    {
        QTest::addColumn<QString>("request");
        for (const char *request : {"PUT /vsock", "PUT /balloon", "PUT /entropy", "PUT /serial"})
            QTest::newRow(request) << QString::fromLatin1(request);
    }
    void startRefused_isToldBesideItsSection()
    {
        QFETCH(QString, request);
        qputenv("FAKE_ENGINE", "{\"refuse\":[\"" + request.toUtf8() + "\"]}");
        MachineDefinition made = definition(u"one"_s);
        made.config.vsock = Vsock{3, u"vsock.sock"_s};
        made.config.balloon = Balloon{};
        made.config.entropy = Entropy{};
        made.config.serial = Serial{};
        Machine *machine = add(made);
        m_page->setMachine(machine);
        machine->start();
        const QHash<QString, DeviceForm *> forms{{u"PUT /vsock"_s, form<VsockForm>()},
                                                 {u"PUT /balloon"_s, form<BalloonForm>()},
                                                 {u"PUT /entropy"_s, form<EntropyForm>()},
                                                 {u"PUT /serial"_s, form<SerialForm>()}};
        auto *message = forms.value(request)->findChild<InlineMessage *>();
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->copyText().contains(u"The fake engine refuses."_s));
        QTRY_COMPARE(machine->state(), MachineState::Crashed);
    }

    void emulated_vsock_isWarnedOf()
    {
        MachineDefinition made = definition(u"one"_s);
        made.runner = RunnerChoice::Emulated;
        made.config.vsock = Vsock{3, u"vsock.sock"_s};
        m_page->setMachine(add(made));
        QVERIFY(shownText().contains(u"The machine runs emulated"_s));
    }

    void everything_on_focusableHasAName()
    {
        MachineDefinition made = definition(u"one"_s);
        made.config.vsock = Vsock{3, u"vsock.sock"_s};
        made.config.balloon = Balloon{};
        made.config.entropy = Entropy{};
        made.config.serial = Serial{file(u"out"_s), {}};
        m_page->setMachine(add(made));
        QCOMPARE(namelessShownWidgets(*m_page), QString());
    }
};

QTEST_MAIN(TestDeviceForms)
#include "tst_device_forms.moc"
