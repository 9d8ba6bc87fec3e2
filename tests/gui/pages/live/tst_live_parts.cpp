#include "pages/live_parts.h"
#include "pages/machine_surfaces.h"
#include "pages/overview_cards.h"

#include <QPointer>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestLiveParts : public QObject {
    Q_OBJECT
private slots:
    void uptime_variousSpans_useTwoUnits();
    void stoppedHint_missingParts_tellsWhatIsMissing();
    void driveNote_properties_areListed();
    void surfaces_overTheLimit_dropTheLeastRecentlyShown();
};

void TestLiveParts::uptime_variousSpans_useTwoUnits()
{
    using std::chrono::seconds;
    QCOMPARE(uptimeText(seconds(-5)), u"0 s"_s);
    QCOMPARE(uptimeText(seconds(59)), u"59 s"_s);
    QCOMPARE(uptimeText(seconds(200)), u"3 min 20 s"_s);
    QCOMPARE(uptimeText(seconds(3600 * 2 + 300)), u"2 h 5 min"_s);
    QCOMPARE(uptimeText(seconds(86400 * 4 + 3600 * 3)), u"4 d 3 h"_s);
}

void TestLiveParts::stoppedHint_missingParts_tellsWhatIsMissing()
{
    MachineDefinition definition;
    QVERIFY(stoppedHint(definition, {}).contains(u"kernel"));
    definition.config.bootSource.kernelImagePath = u"/vmlinux"_s;
    QVERIFY(stoppedHint(definition, {}).contains(u"root drive"));
    QCOMPARE(stoppedHint(definition, u"The engine was not found."_s), u"The engine was not found."_s);
    Drive root;
    root.isRootDevice = true;
    definition.config.drives.append(root);
    QVERIFY(stoppedHint(definition, {}).contains(u"Ready"));
}

void TestLiveParts::driveNote_properties_areListed()
{
    Drive drive;
    QCOMPARE(driveNote(drive, -1), u"file missing"_s);
    drive.isRootDevice = true;
    drive.isReadOnly = true;
    drive.rateLimiter = RateLimiter{};
    const QString note = driveNote(drive, 1 << 20);
    QVERIFY(note.startsWith(u"root, read-only, rate-limited"));
    QVERIFY(note.contains(u"MiB"));
}

void TestLiveParts::surfaces_overTheLimit_dropTheLeastRecentlyShown()
{
    MachineSurfaces surfaces(2);
    const QPointer<QWidget> a = new QWidget, b = new QWidget, c = new QWidget;
    surfaces.add(u"a"_s, a);
    surfaces.add(u"b"_s, b);
    QCOMPARE(surfaces.showFor(u"a"_s), a.data());
    surfaces.add(u"c"_s, c);
    QVERIFY(a);
    QVERIFY(!b);
    QCOMPARE(surfaces.find(u"b"_s), nullptr);
    QCOMPARE(surfaces.kept(), 2);
    QCOMPARE(surfaces.currentWidget(), c.data());
    surfaces.drop(u"c"_s);
    QVERIFY(!c);
}

QTEST_MAIN(TestLiveParts)
#include "tst_live_parts.moc"
