#include "models/snapshot_tree_model.h"
#include "pages/edit/shown_names.h"
#include "pages/findings_view.h"
#include "pages/snapshot_delegate.h"
#include "pages/snapshot_details.h"
#include "pages/snapshot_space.h"
#include "pages/take_snapshot_dialog.h"
#include "pages/verification_dialog.h"
#include "support/help_testing.h"
#include "widgets/console_thumbnail.h"
#include "widgets/copy_block.h"
#include "widgets/theme.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QString shownText(const QWidget &root)
{
    QStringList texts;
    for (const QLabel *label : root.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&root))
            texts << label->text();
    }
    return texts.join(u'\n');
}

QAbstractButton *button(const QWidget &root, const QString &text)
{
    for (QAbstractButton *found : root.findChildren<QAbstractButton *>()) {
        if (found->text().remove(u'&') == text)
            return found;
    }
    return nullptr;
}

SnapshotDetails::Shown shown(const QString &id, const QString &name)
{
    SnapshotDetails::Shown made;
    Snapshot &snapshot = made.entry.snapshot;
    snapshot.id = id;
    snapshot.name = name;
    snapshot.note = u"note of "_s + name;
    snapshot.createdAt = QDateTime::currentDateTimeUtc();
    snapshot.pause = std::chrono::milliseconds(35);
    snapshot.memoryMib = 512;
    snapshot.vcpus = 2;
    snapshot.engine = {u"1.4.0"_s, u"0.1.0"_s};
    snapshot.drives = {
        {.driveId = u"rootfs"_s, .path = u"/a/b.img"_s, .copy = SnapshotDrive::Copy::Full, .bytes = 1 << 20}};
    snapshot.consoleText = u"login: root\n# "_s;
    return made;
}

} // namespace

class TestSnapshotParts : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;

    Drive drive(const QString &id, qint64 written, qint64 size, bool readOnly = false) const
    {
        QFile file(m_directory.filePath(id + u".img"_s));
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(QByteArray(static_cast<qsizetype>(written), 'x')) != written || !file.resize(size))
            qFatal("no test file");
        Drive made;
        made.driveId = id;
        made.pathOnHost = file.fileName();
        made.isReadOnly = readOnly;
        return made;
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English));
        QApplication::setPalette(Theme::palette(false));
    }

    void space_holesTakeNothing_readOnlyIsNotCopied()
    {
        const QList<Drive> drives{drive(u"rootfs"_s, 1 << 20, 64 << 20), drive(u"tools"_s, 1 << 20, 1 << 20, true)};
        Drive gone;
        gone.driveId = u"gone"_s;
        gone.pathOnHost = m_directory.filePath(u"gone.img"_s);
        const QStringList before = QDir(m_directory.path()).entryList(QDir::AllEntries | QDir::Hidden);
        const SnapshotSpace space = measureSnapshotSpace(drives + QList{gone}, m_directory.path());
        QCOMPARE(space.drives.size(), 3);
        QCOMPARE(space.drives[0].bytes, qint64(64 << 20));
        QVERIFY(space.drives[0].allocated >= 1 << 20 && space.drives[0].allocated < 8 << 20);
        QVERIFY(space.drives[0].copied && !space.drives[1].copied);
        QCOMPARE(space.drives[2].bytes, qint64(-1));
        QCOMPARE(space.needed(), space.drives[0].shared ? 0 : space.drives[0].allocated);
        QVERIFY(space.free > 0);
        QCOMPARE(QDir(m_directory.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
        QCOMPARE(measureSnapshotSpace({}, u"/nowhere/at/all"_s).free, qint64(-1));
    }

    void take_saysBeforehandWhatItTakes()
    {
        TakeSnapshotDialog::Context context;
        context.name = u"Snapshot of today"_s;
        context.running = true;
        context.memoryMib = 512;
        context.drives = {drive(u"rootfs"_s, 1 << 20, 64 << 20), drive(u"tools"_s, 1 << 20, 1 << 20, true)};
        context.directory = m_directory.path();
        context.from = u"base"_s;
        TakeSnapshotDialog dialog(context, nullptr);
        dialog.show();
        QVERIFY(shownText(dialog).contains(u"The guest stands still while"_s));
        QTRY_VERIFY(shownText(dialog).contains(u"tools: read-only, is not copied"_s));
        QVERIFY(shownText(dialog).contains(u"rootfs: copied"_s));
        QVERIFY2(shownText(dialog).contains(u"Needs at most 512 MiB for the memory"_s), qPrintable(shownText(dialog)));
        QVERIFY(shownText(dialog).contains(u"are free."_s));
        QVERIFY(shownText(dialog).contains(u"of no use without “base”"_s));
        QCOMPARE(dialog.name(), u"Snapshot of today"_s);
        QCOMPARE(dialog.kind(), SnapshotKind::Full);
        QTest::mouseClick(button(dialog, u"Diff: only what has changed"_s), Qt::LeftButton, {}, {8, 8});
        QCOMPARE(dialog.kind(), SnapshotKind::Diff);
        QVERIFY(shownText(dialog).contains(u"usually far less"_s));
        dialog.findChild<QLineEdit *>()->selectAll();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(), u"  mine "_s);
        QCOMPARE(dialog.name(), u"mine"_s);
        dialog.findChild<QPlainTextEdit *>()->setPlainText(u"why"_s);
        QCOMPARE(dialog.note(), u"why"_s);
        QCOMPARE(namelessShownWidgets(dialog), QString());
    }

    void take_whatIsNotPossible_isOffWithTheReason()
    {
        TakeSnapshotDialog::Context context;
        context.whyNotDiff = u"There is no snapshot to come from."_s;
        context.memoryMib = quint64(1) << 40;
        context.directory = m_directory.path();
        TakeSnapshotDialog dialog(context, nullptr);
        dialog.show();
        auto *diff = button(dialog, u"Diff: only what has changed"_s);
        QVERIFY(!diff->isEnabled());
        QCOMPARE(diff->toolTip(), context.whyNotDiff);
        QVERIFY(shownText(dialog).contains(context.whyNotDiff));
        QVERIFY(shownText(dialog).contains(u"stays paused"_s));
        QTRY_VERIFY(shownText(dialog).contains(u"The space may not be enough."_s));
        QVERIFY(button(dialog, u"Take snapshot"_s)->isEnabled()); // it is only a guess
        context.whyNotFull = u"The engine does not answer."_s;
        TakeSnapshotDialog none(context, nullptr);
        QVERIFY(!button(none, u"Take snapshot"_s)->isEnabled());
        QCOMPARE(button(none, u"Take snapshot"_s)->toolTip(), context.whyNotFull);
    }

    void findings_comeWithRemedyAndCommand()
    {
        FindingsView view({});
        view.show();
        view.setLooking();
        QTRY_VERIFY(shownText(view).contains(u"Looking whether"_s));
        view.setFindings({{Finding::Severity::Problem, u"The device <i>tap0</i> is missing."_s, u"Make it."_s,
                           u"ip tuntap add tap0"_s}},
                         u"Fine."_s);
        QTRY_COMPARE(view.findChildren<CopyBlock *>().size(), 1);
        QTRY_VERIFY(shownText(view).contains(u"The device <i>tap0</i> is missing.\nMake it."_s));
        QVERIFY(!shownText(view).contains(u"Fine."_s));
        QCOMPARE(view.findChild<CopyBlock *>()->text(), u"ip tuntap add tap0"_s);
        for (const QLabel *label : view.findChildren<QLabel *>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
        QCOMPARE(namelessShownWidgets(view), QString());
        view.setFindings({}, u"Fine."_s);
        QTRY_COMPARE(view.findChildren<CopyBlock *>().size(), 0);
        QTRY_VERIFY(shownText(view).contains(u"Fine."_s));
        view.setFindings({{Finding::Severity::Note, u"By the way."_s, {}, {}}}, u"Fine."_s); // no objection
        QTRY_VERIFY(shownText(view).contains(u"Fine."_s) && shownText(view).contains(u"By the way."_s));
    }

    void findings_inTheWay_leadToTheSection()
    {
        Paths paths;
        paths.troubleshooting = QStringLiteral(TROUBLESHOOTING);
        FindingsView view(paths);
        view.show();
        for (const auto &[severity, stands] : {std::pair(Finding::Severity::Note, false),
                                               {Finding::Severity::Warning, false},
                                               {Finding::Severity::Risk, true},
                                               {Finding::Severity::Problem, true}}) {
            view.setFindings({{severity, u"Something."_s, {}, {}}}, u"Fine."_s);
            QTRY_COMPARE(help_testing::links(view).size(), stands ? 1 : 0);
            if (stands)
                QCOMPARE(help_testing::sectionBehindLink(view), u"A snapshot cannot be restored"_s);
        }
    }

    void space_tooLittle_leadsToTheSection()
    {
        TakeSnapshotDialog::Context context;
        context.name = u"base"_s;
        context.memoryMib = quint64(1) << 40; // more than any file system has
        context.directory = QDir::tempPath();
        context.paths.troubleshooting = QStringLiteral(TROUBLESHOOTING);
        TakeSnapshotDialog dialog(context, nullptr);
        dialog.show();
        QTRY_VERIFY(shownText(dialog).contains(u"The space may not be enough."_s));
        QCOMPARE(help_testing::sectionBehindLink(dialog), u"There is too little disk space"_s);
    }

    void details_editInPlace_savedWhenTheFieldIsLeft()
    {
        SnapshotDetails details({});
        details.resize(800, 600);
        details.show();
        details.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&details));
        QSignalSpy described(&details, &SnapshotDetails::describeRequested);
        details.showSnapshot(shown(u"aaaaaaaa"_s, u"first"_s));
        auto *name = details.findChild<QLineEdit *>();
        auto *note = details.findChild<QPlainTextEdit *>(); // the console is one, too, and comes later
        QCOMPARE(name->text(), u"first"_s);
        QCOMPARE(note->accessibleName(), u"Note"_s);
        QCOMPARE(details.findChild<ConsoleThumbnail *>()->toPlainText(), u"login: root\n#"_s);
        details.editName();
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, u"other"_s);
        details.showSnapshot(shown(u"aaaaaaaa"_s, u"first"_s)); // a refresh meanwhile
        QCOMPARE(name->text(), u"other"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QCOMPARE(described.size(), 1);
        QCOMPARE(described[0], QVariantList({u"aaaaaaaa"_s, u"other"_s, u"note of first"_s}));
        details.showSnapshot(shown(u"aaaaaaaa"_s, u"other"_s));
        described.clear();
        note->setFocus();
        note->setPlainText(u"words"_s);
        name->setFocus();
        QCOMPARE(described.size(), 1);
        QCOMPARE(described[0], QVariantList({u"aaaaaaaa"_s, u"other"_s, u"words"_s}));
        described.clear();
        name->clear();
        QTest::keyClick(name, Qt::Key_Return); // not without a name
        QCOMPARE(name->text(), u"other"_s);
        details.showSnapshot(shown(u"bbbbbbbb"_s, u"second"_s));
        QCOMPARE(name->text(), u"second"_s);
        QCOMPARE(note->toPlainText(), u"note of second"_s);
        described.clear();
        details.showWords(u"Heading"_s, {u"One."_s, u"Two."_s}, u"Go"_s);
        details.saveWords();
        QVERIFY(described.isEmpty());
        QVERIFY(shownText(details).contains(u"Heading\nOne.\nTwo."_s));
        QSignalSpy acted(&details, &SnapshotDetails::actionRequested);
        QTest::mouseClick(button(details, u"Go"_s), Qt::LeftButton);
        QCOMPARE(acted.size(), 1);
    }

    void details_everythingHasAName_narrowAndWide()
    {
        SnapshotDetails details({});
        details.resize(360, 500);
        details.show();
        details.showSnapshot(shown(u"aaaaaaaa"_s, u"first"_s));
        details.setFindings({});
        QCOMPARE(namelessShownWidgets(details), QString());
        auto *console = details.findChild<ConsoleThumbnail *>();
        auto *name = details.findChild<QLineEdit *>();
        QVERIFY(console->mapTo(&details, QPoint()).x() < name->mapTo(&details, QPoint()).x() + 20);
        details.resize(900, 500);
        QTRY_VERIFY(console->mapTo(&details, QPoint()).x() > 300);
    }

    void verification_isToldFileByFile()
    {
        const Verification good{QDateTime::currentDateTimeUtc(), {{u"state"_s, VerifiedFile::State::Good, {}}}};
        VerificationDialog fine(u"base"_s, good, {}, nullptr);
        fine.show();
        QVERIFY(shownText(fine).contains(u"all files are as they were"_s));
        Verification bad = good;
        bad.files << VerifiedFile{u"memory"_s, VerifiedFile::State::Changed, u"It has another checksum."_s};
        VerificationDialog broken(u"base"_s, bad, {}, nullptr);
        broken.show();
        QVERIFY(shownText(broken).contains(u"Do not restore it"_s));
        auto *table = broken.findChild<QTableWidget *>();
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->item(1, 1)->text(), u"Changed"_s);
        QCOMPARE(table->item(1, 2)->text(), u"It has another checksum."_s);
        QCOMPARE(namelessShownWidgets(broken), QString());
    }

    /// A dot and a line where the lanes say, in the middle of the row; nothing at the right of the text.
    void delegate_drawsLanes()
    {
        MachineSnapshots all;
        all.machineId = u"m"_s;
        for (const auto &[id, parent] :
             {std::pair(u"a"_s, QString()), std::pair(u"b"_s, u"a"_s), std::pair(u"c"_s, u"a"_s)}) {
            SnapshotEntry entry;
            entry.snapshot.id = id;
            entry.snapshot.parent = parent;
            entry.snapshot.name = u"."_s;
            all.entries << entry;
        }
        SnapshotTreeModel model;
        model.setContent(std::make_shared<const MachineSnapshots>(all), std::make_shared<const Lineage>(all), {});
        QTreeView view;
        SnapshotDelegate delegate;
        view.setModel(&model);
        QStyleOptionViewItem option;
        option.palette = Theme::palette(false);
        option.fontMetrics = view.fontMetrics();
        option.rect = QRect(0, 0, 200, 28);
        const auto inkedColumns = [&](int row) {
            QImage image(option.rect.size(), QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            delegate.paint(&painter, option, model.index(row, 0));
            painter.end();
            QList<int> columns;
            for (int x = 0; x < 60; ++x) {
                if (image.pixelColor(x, 2).lightness() < 220)
                    columns << x;
            }
            return columns;
        };
        QVERIFY(inkedColumns(0).isEmpty()); // the root: no line comes from above
        QCOMPARE(model.index(1, 0).data(SnapshotTreeModel::LaneRole).value<LaneRow>().lane, 1);
        QVERIFY(!inkedColumns(1).isEmpty());
        QCOMPARE(model.index(2, 0).data(SnapshotTreeModel::LaneRole).value<LaneRow>().lane, 0);
        QVERIFY(!inkedColumns(2).isEmpty());
        delegate.setLinesShown(false);
        QVERIFY(inkedColumns(2).isEmpty());
    }
};

QTEST_MAIN(TestSnapshotParts)
#include "tst_snapshot_parts.moc"
