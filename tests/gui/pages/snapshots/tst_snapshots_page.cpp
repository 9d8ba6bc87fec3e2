#include "models/snapshot_tree_model.h"
#include "pages/clone_snapshot_dialog.h"
#include "pages/edit/page_test.h"
#include "pages/edit/shown_names.h"
#include "pages/remove_snapshot_dialog.h"
#include "pages/restore_snapshot_dialog.h"
#include "pages/snapshot_details.h"
#include "pages/snapshots_page.h"
#include "pages/take_snapshot_dialog.h"
#include "pages/verification_dialog.h"
#include "widgets/inline_message.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotsPage : public PageTest<SnapshotsPage> {
    Q_OBJECT

    static constexpr int kLongMs = 20'000;

    SnapshotLibrary *library() const { return m_workspace->snapshots(); }
    QTreeView *tree() const { return m_page->findChild<QTreeView *>(); }
    QString message() const
    {
        const auto *shown = m_page->findChild<InlineMessage *>(QString(), Qt::FindDirectChildrenOnly);
        return shown->isVisible() ? shown->text() : QString();
    }

    /// "A B !": the names of all rows; "!" is "you are here".
    QString rows() const
    {
        QStringList all;
        for (int row = 0; row < tree()->model()->rowCount(); ++row) {
            const QString name = tree()->model()->index(row, 0).data().toString();
            all << (name == u"You are here"_s ? u"!"_s : name);
        }
        return all.join(u' ');
    }
    QString cell(const QString &name, int column) const
    {
        for (int row = 0; row < tree()->model()->rowCount(); ++row) {
            if (tree()->model()->index(row, 0).data().toString() == name)
                return tree()->model()->index(row, column).data().toString();
        }
        return {};
    }
    bool pick(const QString &name)
    {
        for (int row = 0; row < tree()->model()->rowCount(); ++row) {
            const QModelIndex index = tree()->model()->index(row, 0);
            if (index.data().toString() != name)
                continue;
            tree()->scrollTo(index);
            QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(index).center());
            return tree()->currentIndex() == index;
        }
        return false;
    }
    QToolButton *tool(const QString &name) const { return field<QToolButton>(name); }
    bool press(const QString &name)
    {
        QToolButton *found = tool(name);
        if (!found || !found->isEnabled())
            return false;
        QTest::mouseClick(found, Qt::LeftButton);
        return true;
    }
    bool idle() const { return m_workspace->tasks()->running() == 0; }

    /// By clicking, as people do.
    void take(const QString &name, SnapshotKind kind = SnapshotKind::Full)
    {
        QVERIFY2(press(u"Take snapshot…"_s), qPrintable(tool(u"Take snapshot…"_s)->toolTip()));
        auto *form = dialog<TakeSnapshotDialog>();
        QVERIFY(form);
        auto *field = form->findChild<QLineEdit *>();
        field->selectAll();
        QTest::keyClicks(field, name);
        if (kind == SnapshotKind::Diff) {
            QAbstractButton *diff = button(u"Diff: only what has changed"_s, form);
            QVERIFY2(diff->isEnabled(), qPrintable(diff->toolTip()));
            diff->click();
        }
        QTest::mouseClick(button(u"Take snapshot"_s, form), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"“%1” is taken."_s.arg(name)), kLongMs);
        QTRY_VERIFY(idle());
    }
    Machine *started(const QString &name, bool network = false)
    {
        MachineDefinition made = definition(name);
        made.config.machine.memSizeMib = 1; // the fake engine writes all of it
        made.config.machine.trackDirtyPages = true;
        if (network)
            made.config.networkInterfaces = {{.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s}};
        Machine *machine = add(made);
        m_page->setMachine(machine);
        start(machine);
        if (!QTest::qWaitFor([this] { return tool(u"Take snapshot…"_s)->isEnabled(); }))
            qWarning("No snapshot can be taken: %s", qPrintable(tool(u"Take snapshot…"_s)->toolTip()));
        return machine;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init()
    {
        setUp([](Workspace *workspace) { return std::make_unique<SnapshotsPage>(workspace, workspace->snapshots()); });
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }
    void cleanup() { tearDown(); }

    void nothing_isExplained()
    {
        QVERIFY(shownText().contains(u"Select a machine to see its snapshots."_s));
        QVERIFY(!tool(u"Take snapshot…"_s)->isEnabled());
        QVERIFY(tool(u"Import…"_s)->isEnabled());
        Machine *machine = add(definition(u"one"_s));
        m_page->setMachine(machine);
        QTRY_VERIFY(shownText().contains(u"No snapshots yet"_s));
        QVERIFY(shownText().contains(u"A snapshot keeps a machine's memory"_s));
        // A stopped machine has no memory: the button says so.
        auto *take = tool(u"Take snapshot…"_s);
        QVERIFY(!take->isEnabled());
        QVERIFY2(take->toolTip().startsWith(u"Take snapshot…: "_s), qPrintable(take->toolTip()));
        QCOMPARE(take->toolTip(), u"Take snapshot…: "_s + library()->whyNotCreate(machine->id(), SnapshotKind::Full));
        QCOMPARE(take->accessibleDescription(), library()->whyNotCreate(machine->id(), SnapshotKind::Full));
        QVERIFY(tool(u"Restore…"_s)->toolTip().contains(u"Select a snapshot first."_s));
        QCOMPARE(namelessShownWidgets(*m_page), QString());
    }

    void processorThatDoesNotFit_isTriedKnowinglyOnly()
    {
        tearDown();
        // The engine's tool says that something is missing, on a processor like this host's.
        const QTemporaryDir folder;
        m_tools = folder.filePath(u"tools"_s);
        QFile script(m_tools);
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write(QByteArray("#!/bin/sh\ntest \"$1\" = cpu || exit 1\necho '{\"vendor\":\"") +
                     HostCpu::ofThisHost().vendor.toUtf8() +
                     "\",\"warnings\":[],\"problems\":[{\"kind\":\"feature\",\"name\":\"avx512f\"}]}'\n");
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        script.close();
        init();
        m_tools.clear();
        Machine *machine = started(u"one"_s);
        take(u"first"_s);
        QVERIFY(pick(u"first"_s));
        QTRY_VERIFY(shownText().contains(u"The guest was given what this host does not offer"_s));
        QVERIFY(press(u"New machine…"_s));
        auto *clone = dialog<CloneSnapshotDialog>();
        auto *consent = button(u"Try it nevertheless: the guest may crash, or not go on at all"_s, clone);
        QVERIFY(consent);
        QTRY_VERIFY(consent->isVisible());
        QVERIFY(!button(u"Make and start"_s, clone)->isEnabled());
        QVERIFY(!clone->request().acceptRisk);
        consent->click();
        QVERIFY(button(u"Make and start"_s, clone)->isEnabled());
        QVERIFY(clone->request().acceptRisk);
        clone->reject();

        QVERIFY(press(u"Restore…"_s));
        auto *restore = dialog<RestoreSnapshotDialog>();
        auto *accept = button(u"Restore"_s, restore);
        consent = button(u"Try it nevertheless: the guest may crash, or not go on at all"_s, restore);
        QTRY_VERIFY(consent->isVisible());
        QTRY_VERIFY(shownText(restore).contains(u"avx512f"_s));
        QVERIFY(!accept->isEnabled());
        QVERIFY(accept->toolTip().contains(u"Decide first"_s));
        QCOMPARE(namelessShownWidgets(*restore), QString());
        button(u"Take a snapshot of the present state first"_s, restore)->click();
        consent->click();
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"The machine is back at “first”"_s), kLongMs);
        QTRY_COMPARE(machine->state(), MachineState::Running);
    }

    void twoSnapshots_restoreTheFirst_cloneTheSecond_browse_delete()
    {
        Machine *machine = started(u"one"_s);
        take(u"first"_s);
        QVERIFY2(message().contains(u"The guest stood still for "_s), qPrintable(message()));
        QCOMPARE(rows(), u"first !"_s);
        take(u"second"_s);
        QCOMPARE(rows(), u"first second !"_s);
        QCOMPARE(tree()->currentIndex().data().toString(), u"second"_s); // what was made is what is shown
        QCOMPARE(cell(u"second"_s, SnapshotTreeModel::KindColumn), u"Full"_s);
        QCOMPARE(cell(u"You are here"_s, SnapshotTreeModel::KindColumn), u"Running"_s);

        // Back to the first; what is there now is kept before.
        QVERIFY(pick(u"first"_s));
        QTRY_VERIFY(shownText().contains(u"It can be restored here"_s));
        QVERIFY(press(u"Restore…"_s));
        auto *restore = dialog<RestoreSnapshotDialog>();
        QVERIFY(restore);
        auto *accept = button(u"Restore"_s, restore);
        QTRY_VERIFY(accept->isEnabled());
        QVERIFY2(!library()->of(machine->id())->here.isEmpty() && shownText(restore).contains(u"• "_s),
                 qPrintable(shownText(restore)));
        auto *keep = static_cast<QCheckBox *>(button(u"Take a snapshot of the present state first"_s, restore));
        QVERIFY(keep->isVisible() && keep->isChecked());
        QCOMPARE(namelessShownWidgets(*restore), QString());
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"The machine is back at “first”"_s), kLongMs);
        QTRY_COMPARE(rows(), u"first second Before going back to “first” !"_s);
        QTRY_COMPARE(machine->state(), MachineState::Running);
        // That is noted a moment later.
        QTRY_COMPARE(library()->lineage(machine->id())->childrenOf(library()->of(machine->id())->here).size(), 1);

        // A machine of its own from the second.
        QVERIFY(pick(u"second"_s));
        QVERIFY(press(u"New machine…"_s));
        auto *clone = dialog<CloneSnapshotDialog>();
        QVERIFY(clone);
        QCOMPARE(namelessShownWidgets(*clone), QString());
        QCOMPARE(clone->names(), QStringList{u"one clone"_s});
        accept = button(u"Make and start"_s, clone);
        QTRY_VERIFY2(accept->isEnabled(), qPrintable(shownText(clone)));
        QTest::mouseClick(accept, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"1 machine(s) made from the snapshot."_s), kLongMs);
        QTRY_COMPARE(m_workspace->store()->ids().size(), 2);
        const QString made = m_workspace->store()->ids().constLast();
        QTRY_COMPARE(m_workspace->supervisor()->find(made)->state(), MachineState::Running);
        QTRY_VERIFY(rows().contains(u"one clone"_s));

        // Browse: the machine is a row, and a way to it.
        QVERIFY(pick(u"one clone"_s));
        QSignalSpy asked(m_page.get(), &SnapshotsPage::machineRequested);
        QTest::mouseClick(button(u"Go to the machine"_s, m_page->findChild<SnapshotDetails *>()), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), made);
        QVERIFY(tool(u"Restore…"_s)->toolTip().contains(u"Select a snapshot first."_s));
        QVERIFY(pick(u"You are here"_s));
        QVERIFY(shownText().contains(u"It comes from “first”"_s));
        m_page->setMachine(m_workspace->supervisor()->find(made));
        QTRY_VERIFY(shownText().contains(u"This machine was made from “second” of “one”."_s));
        auto *search = field<QLineEdit>(u"Search snapshots"_s);
        m_page->setMachine(machine);
        QVERIFY(pick(u"You are here"_s));
        QTest::keyClicks(search, u"here"_s); // shown by its search when the machine changes
        m_page->setMachine(nullptr);
        m_page->setMachine(machine);
        QVERIFY(search->text().isEmpty());

        // Delete, by key. After the dialogs, and the field that went, no window is active any more.
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QVERIFY(pick(u"second"_s));
        QTRY_VERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_Delete);
        auto *remove = dialog<RemoveSnapshotDialog>();
        QVERIFY(remove);
        QVERIFY(shownText(remove).contains(u"Deleted: “second”."_s));
        QCOMPARE(namelessShownWidgets(*remove), QString());
        QTest::mouseClick(button(u"Delete"_s, remove), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"“second” is deleted."_s), kLongMs);
        QTRY_VERIFY(!rows().contains(u"second"_s));
        QVERIFY(rows().startsWith(u"first"_s));
    }

    void diff_deletingItsBase_isAChoice()
    {
        Machine *machine = started(u"one"_s);
        take(u"base"_s);
        take(u"diff"_s, SnapshotKind::Diff);
        QCOMPARE(cell(u"diff"_s, SnapshotTreeModel::KindColumn), u"Diff"_s);
        QVERIFY(pick(u"base"_s));
        QVERIFY(shownText().contains(u"Needed by"_s));
        QVERIFY(!tool(u"Make full"_s)->isEnabled()); // it is
        QVERIFY(press(u"Delete…"_s));
        auto *remove = dialog<RemoveSnapshotDialog>();
        QVERIFY2(shownText(remove).contains(u"of no use without it: “diff”."_s), qPrintable(shownText(remove)));
        QCOMPARE(remove->mode(), RemovalMode::MergeDiffs);
        QVERIFY(shownText(remove).contains(u"Made full first: “diff”."_s));
        button(u"Delete them, too"_s, remove)->click();
        QVERIFY2(shownText(remove).contains(u"Deleted: “base”, “diff”."_s), qPrintable(shownText(remove)));
        button(u"Keep them: make them full first"_s, remove)->click();
        QTest::mouseClick(button(u"Delete"_s, remove), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"“base” is deleted."_s), kLongMs);
        QTRY_COMPARE(rows(), u"diff !"_s);
        QCOMPARE(cell(u"diff"_s, SnapshotTreeModel::KindColumn), u"Full"_s);
        Q_UNUSED(machine)
    }

    void merge_makesADiffFull()
    {
        started(u"one"_s);
        take(u"base"_s);
        take(u"diff"_s, SnapshotKind::Diff);
        QVERIFY(press(u"Make full"_s));
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"“diff” is full now"_s), kLongMs);
        QTRY_COMPARE(cell(u"diff"_s, SnapshotTreeModel::KindColumn), u"Full"_s);
    }

    void words_areEditedInPlace_andFound()
    {
        Machine *machine = started(u"one"_s);
        take(u"first"_s);
        take(u"second"_s);
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        tree()->setFocus();
        QTRY_VERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_F2);
        auto *name = field<QLineEdit>(u"Name of the snapshot"_s);
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, u"renamed"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(rows(), u"first renamed !"_s);
        auto *note = field<QPlainTextEdit>(u"Note"_s);
        note->setFocus();
        QTest::keyClicks(note, u"kept for the audit"_s);
        name->setFocus();
        QTRY_COMPARE(library()->of(machine->id())->entries[1].snapshot.note, u"kept for the audit"_s);
        auto *search = field<QLineEdit>(u"Search snapshots"_s);
        QVERIFY(m_page->focusSearch());
        QVERIFY(search->hasFocus());
        QTest::keyClicks(search, u"AUDIT"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(rows(), u"renamed"_s);
        QTest::keyClicks(search, u"nothing"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(shownText().contains(u"Nothing matches"_s));
        QTest::keyClick(search, Qt::Key_Escape);
        QCOMPARE(rows(), u"first renamed !"_s);
        auto *show = field<QComboBox>(u"Show"_s);
        show->setCurrentIndex(show->findText(u"Diffs"_s));
        QCOMPARE(rows(), QString());
        show->setCurrentIndex(0);
        QCOMPARE(namelessShownWidgets(*m_page), QString());
    }

    void clones_namesAndDevices_areShownBefore()
    {
        started(u"one"_s, true);
        take(u"first"_s);
        add(definition(u"one clone 2"_s));
        QVERIFY(press(u"Start clones…"_s));
        auto *form = dialog<CloneSnapshotDialog>();
        QVERIFY(form);
        auto *count = form->findChild<QSpinBox *>();
        QVERIFY(count->isVisible());
        count->setValue(2);
        // A name that is taken is passed over.
        QCOMPARE(form->names(), QStringList({u"one clone"_s, u"one clone 3"_s}));
        auto *machines = form->findChild<QTableWidget *>();
        QCOMPARE(machines->rowCount(), 2);
        QTRY_VERIFY2(machines->item(1, 1)->text().startsWith(u"eth0: tap"_s), qPrintable(machines->item(1, 1)->text()));
        QVERIFY(machines->item(0, 1)->text() != machines->item(1, 1)->text());
        // The devices are not there: said before it is tried. (A problem only to who may not make them.)
        QTRY_VERIFY2(shownText(form).contains(u"There is no device tap"_s), qPrintable(shownText(form)));
        auto *name = form->findChild<QLineEdit *>();
        name->selectAll();
        QTest::keyClicks(name, u" "_s);
        QVERIFY(button(u"Start clones"_s, form)->toolTip().contains(u"needs a name"_s));
        QCOMPARE(namelessShownWidgets(*form), QString());
        form->reject();
    }

    void verify_tellsFileByFile()
    {
        Machine *machine = started(u"one"_s);
        take(u"first"_s);
        QVERIFY(press(u"Verify"_s));
        QTRY_VERIFY_WITH_TIMEOUT(dialog<VerificationDialog>(), kLongMs);
        dialog<VerificationDialog>()->close();
        QTRY_VERIFY(!dialog<VerificationDialog>());
        const QString id = library()->of(machine->id())->entries[0].snapshot.id;
        QTRY_VERIFY(library()->verification(machine->id(), id) && idle());
        QFile memory(machine->directory().root() + u"/snapshots/"_s + id + u"/memory"_s);
        QVERIFY(memory.open(QIODevice::ReadWrite) && memory.seek(5) && memory.write("!") == 1);
        memory.close();
        QTRY_VERIFY(tool(u"Verify"_s)->isEnabled());
        QVERIFY(press(u"Verify"_s));
        QTRY_VERIFY_WITH_TIMEOUT(dialog<VerificationDialog>(), kLongMs);
        QVERIFY(shownText(dialog<VerificationDialog>()).contains(u"not all files are as they were"_s));
        dialog<VerificationDialog>()->close();
    }

    void exportAndImport_throughTheFileDialogs()
    {
        started(u"one"_s);
        take(u"first"_s);
        const QString path = m_directory->filePath(u"first.tar.zst"_s);
        QVERIFY(press(u"Export…"_s));
        auto *save = dialog<QFileDialog>();
        QVERIFY(save);
        QVERIFY2(save->selectedFiles().constFirst().endsWith(u"one-first.tar.zst"_s),
                 qPrintable(save->selectedFiles().constFirst()));
        emit save->fileSelected(path);
        save->reject();
        QTRY_VERIFY_WITH_TIMEOUT(message().contains(u"exported to"_s), kLongMs);
        QVERIFY(QFile::exists(path));
        // Nothing is overwritten.
        QTRY_VERIFY(tool(u"Export…"_s)->isEnabled());
        QVERIFY(press(u"Export…"_s));
        emit dialog<QFileDialog>()->fileSelected(path);
        dialog<QFileDialog>()->reject();
        auto *shown = m_page->findChild<InlineMessage *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY_WITH_TIMEOUT(shown->isVisible() && shown->kind() == InlineMessage::Kind::Error, kLongMs);

        QTRY_VERIFY(tool(u"Import…"_s)->isEnabled());
        QVERIFY(press(u"Import…"_s));
        emit dialog<QFileDialog>()->fileSelected(path);
        dialog<QFileDialog>()->reject();
        if (!QTest::qWaitFor([this] { return message().contains(u"is imported with its snapshot"_s); }, kLongMs))
            QFAIL(qPrintable(shown->copyText()));
        QSignalSpy asked(m_page.get(), &SnapshotsPage::machineRequested);
        QTest::mouseClick(button(u"Go to the machine"_s, shown), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), m_workspace->store()->ids().constLast());
    }

    void failure_isToldWithTheEnginesWords_nothingStays()
    {
        qputenv("FAKE_ENGINE", R"({"fullDisk":true})");
        Machine *machine = started(u"one"_s);
        QVERIFY(press(u"Take snapshot…"_s));
        QTest::mouseClick(button(u"Take snapshot"_s, dialog<TakeSnapshotDialog>()), Qt::LeftButton);
        auto *shown = m_page->findChild<InlineMessage *>(QString(), Qt::FindDirectChildrenOnly);
        QTRY_VERIFY_WITH_TIMEOUT(shown->isVisible(), kLongMs);
        QCOMPARE(shown->kind(), InlineMessage::Kind::Error);
        QVERIFY2(shown->copyText().contains(u"No space left on device"_s), qPrintable(shown->copyText()));
        QTRY_COMPARE(machine->state(), MachineState::Running);
        QVERIFY(shownText().contains(u"No snapshots yet"_s));
    }

    void damaged_isShownAndCanOnlyBeDeleted()
    {
        Machine *machine = started(u"one"_s);
        take(u"first"_s);
        const QString id = library()->of(machine->id())->entries[0].snapshot.id;
        QVERIFY(QFile::remove(machine->directory().root() + u"/snapshots/"_s + id + u"/memory"_s));
        library()->refresh(machine->id());
        QTRY_COMPARE(cell(u"first"_s, SnapshotTreeModel::KindColumn), u"Damaged"_s);
        QVERIFY(pick(u"first"_s));
        QVERIFY(shownText().contains(u"This snapshot is damaged"_s));
        for (const QString &name : {u"Restore…"_s, u"New machine…"_s, u"Start clones…"_s, u"Verify"_s, u"Export…"_s})
            QVERIFY2(!tool(name)->isEnabled(), qPrintable(name));
        QVERIFY(tool(u"Delete…"_s)->isEnabled());
    }

    void contextMenu_byKeyboard_offersTheSame()
    {
        started(u"one"_s);
        take(u"first"_s);
        QStringList texts;
        QTimer look;
        connect(&look, &QTimer::timeout, this, [&texts] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return; // not yet
            for (const QAction *action : menu->actions())
                texts << action->text().remove(u'&');
            menu->close();
        });
        look.start(50);
        const QPoint place = tree()->visualRect(tree()->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, place, tree()->viewport()->mapToGlobal(place));
        QApplication::sendEvent(tree()->viewport(), &event);
        texts.removeAll(QString());
        QCOMPARE(texts, QStringList({u"Restore…"_s, u"New machine…"_s, u"Start clones…"_s, u"Rename"_s, u"Verify"_s,
                                     u"Make full"_s, u"Export…"_s, u"Delete…"_s, u"Take snapshot…"_s, u"Import…"_s}));
    }

    void layout_besideWhenThereIsRoom()
    {
        started(u"one"_s);
        take(u"first"_s);
        auto *details = m_page->findChild<SnapshotDetails *>();
        m_page->resize(760, 700);
        QTRY_VERIFY(details->mapTo(m_page.get(), QPoint()).y() > tree()->mapTo(m_page.get(), QPoint()).y() + 50);
        QVERIFY(m_page->minimumSizeHint().width() <= 700);
        m_page->resize(1400, 700);
        QTRY_VERIFY(details->mapTo(m_page.get(), QPoint()).x() > 500);
    }
};

QTEST_MAIN(TestSnapshotsPage)
#include "tst_snapshots_page.moc"
