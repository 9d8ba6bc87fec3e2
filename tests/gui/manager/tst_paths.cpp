#include "manager/paths.h"

#include "store_testing.h"

#include <QTemporaryDir>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class PathsTest : public QObject {
    Q_OBJECT

    static void makeProgram(const QString &path)
    {
        store_testing::write(path, "#!/bin/sh\n");
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

private slots:
    void xdg_variablesAreUsed_relativeOnesAreNot()
    {
        QProcessEnvironment environment;
        environment.insert(u"HOME"_s, u"/home/me"_s);
        environment.insert(u"XDG_DATA_HOME"_s, u"/data"_s);
        environment.insert(u"XDG_CACHE_HOME"_s, u"relative"_s);
        const Paths paths = Paths::find(u"/nowhere/bin"_s, environment);
        QCOMPARE(paths.data, u"/data/sparkler"_s);
        QCOMPARE(paths.machines(), u"/data/sparkler/machines"_s);
        QCOMPARE(paths.cache, u"/home/me/.cache/sparkler"_s);
        QCOMPARE(paths.state, u"/home/me/.local/state/sparkler"_s);
    }

    void programs_order_variableThenBesideThenLibThenPath()
    {
        const QTemporaryDir dir;
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, dir.filePath(u"path"_s));
        const QString bin = dir.filePath(u"bin"_s);
        const auto engine = [&] { return Paths::find(bin, environment).engine; };
        QVERIFY(engine().isEmpty());
        makeProgram(dir.filePath(u"path/sparkler-engine"_s));
        QCOMPARE(engine(), dir.filePath(u"path/sparkler-engine"_s));
        makeProgram(dir.filePath(u"lib/sparkler/sparkler-engine"_s));
        QVERIFY(QDir().mkpath(bin));
        QCOMPARE(engine(), dir.filePath(u"lib/sparkler/sparkler-engine"_s));
        makeProgram(bin + u"/sparkler-engine"_s);
        QCOMPARE(engine(), bin + u"/sparkler-engine"_s);
        environment.insert(u"SPARKLER_ENGINE"_s, u"/wrong/engine"_s);
        QCOMPARE(engine(), u"/wrong/engine"_s);
        QVERIFY(Paths::find(bin, environment).jailer.isEmpty());
    }

    void resources_buildTreeAndInstalled()
    {
        const QTemporaryDir dir;
        QProcessEnvironment environment;
        const QString bin = dir.filePath(u"build/release/bin"_s);
        QVERIFY(QDir().mkpath(bin));
        QVERIFY(Paths::find(bin, environment).resources.isEmpty());
        makeProgram(dir.filePath(u"resources/guest/build-guest"_s));
        QCOMPARE(Paths::find(bin, environment).resources, dir.filePath(u"resources"_s));
        QVERIFY(Paths::find(bin, environment).troubleshooting.isEmpty());
        makeProgram(dir.filePath(u"docs/troubleshooting.md"_s));
        QCOMPARE(Paths::find(bin, environment).troubleshooting, dir.filePath(u"docs/troubleshooting.md"_s));
        makeProgram(dir.filePath(u"build/release/share/sparkler/guest/build-guest"_s));
        QCOMPARE(Paths::find(bin, environment).resources, dir.filePath(u"build/release/share/sparkler"_s));
        environment.insert(u"SPARKLER_RESOURCES"_s, u"/elsewhere"_s);
        QCOMPARE(Paths::find(bin, environment).resources, u"/elsewhere"_s);
    }
};

QTEST_GUILESS_MAIN(PathsTest)
#include "tst_paths.moc"
