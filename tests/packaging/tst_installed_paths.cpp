// Whether what is installed finds its parts, wherever the prefix is.
#include "manager/paths.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;

class TestInstalledPaths : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void program_isFoundInThePrefix_data();
    void program_isFoundInThePrefix();
    void resources_areThoseOfThePrefix();
    void otherNames_areTheirFiles_data();
    void otherNames_areTheirFiles();

private:
    QTemporaryDir m_directory;
    QString m_prefix;
    Paths m_paths;
};

void TestInstalledPaths::initTestCase()
{
    QVERIFY(m_directory.isValid());
    const QString first = m_directory.filePath(QStringLiteral("first"));
    QProcess install;
    install.setProcessChannelMode(QProcess::MergedChannels);
    install.start(QStringLiteral("cmake"),
                  {QStringLiteral("--install"), QStringLiteral(BUILD_TREE), QStringLiteral("--prefix"), first});
    QVERIFY(install.waitForFinished(-1));
    QVERIFY2(install.exitCode() == 0, install.readAll().constData());
    // Moved, so that nothing can hold on to where it was installed.
    m_prefix = QFileInfo(m_directory.path()).canonicalFilePath() + QStringLiteral("/moved");
    QVERIFY(QDir().rename(first, m_prefix));
    // An environment in which nothing is found by accident.
    m_paths = Paths::find(m_prefix + QStringLiteral("/bin"), QProcessEnvironment());
}

void TestInstalledPaths::program_isFoundInThePrefix_data()
{
    QTest::addColumn<QString>("found");
    QTest::addColumn<QString>("file");
    QTest::newRow("engine") << m_paths.engine << "lib/sparkler/sparkler-engine";
    QTest::newRow("jailer") << m_paths.jailer << "lib/sparkler/sparkler-jailer";
    QTest::newRow("jail helper") << m_paths.jailHelper << "lib/sparkler/sparkler-jail-helper";
    QTest::newRow("emulator") << m_paths.emulator << "bin/sparkler-emulator";
    QTest::newRow("tools") << m_paths.tools << "bin/sparkler-tools";
    QTest::newRow("KVM probe") << m_paths.kvmProbe << "bin/sparkler-kvm-probe";
}

void TestInstalledPaths::program_isFoundInThePrefix()
{
    QFETCH(QString, found);
    QFETCH(QString, file);
    QCOMPARE(QFileInfo(found).canonicalFilePath(), m_prefix + u'/' + file);
    QVERIFY(QFileInfo(found).isExecutable());
}

void TestInstalledPaths::resources_areThoseOfThePrefix()
{
    QCOMPARE(m_paths.resources, m_prefix + QStringLiteral("/share/sparkler"));
    QCOMPARE(m_paths.troubleshooting, m_prefix + QStringLiteral("/share/sparkler/troubleshooting.md"));
    for (const char *script :
         {"guest/build-guest", "guest/fetch-package", "emulator/build-emulator", "network/make-tap"}) {
        QProcess help;
        help.start(m_paths.resources + u'/' + QLatin1String(script), {QStringLiteral("--help")});
        QVERIFY2(help.waitForFinished(-1) && help.exitCode() == 0, script);
    }
}

void TestInstalledPaths::otherNames_areTheirFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("firecracker") << "lib/sparkler/firecracker"
                                 << "Firecracker v";
    QTest::newRow("jailer") << "lib/sparkler/jailer"
                            << "Jailer v";
    QTest::newRow("snapshot-editor") << "bin/snapshot-editor"
                                     << "snapshot-editor v";
    QTest::newRow("rebase-snap") << "bin/rebase-snap"
                                 << "Rebase_snap v";
    QTest::newRow("seccompiler-bin") << "bin/seccompiler-bin"
                                     << "seccompiler-bin v";
    QTest::newRow("cpu-template-helper") << "bin/cpu-template-helper"
                                         << "cpu-template-helper v";
}

void TestInstalledPaths::otherNames_areTheirFiles()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    QProcess program;
    program.start(m_prefix + u'/' + name, {QStringLiteral("--version")});
    QVERIFY(program.waitForFinished(-1));
    const QString said = QString::fromUtf8(program.readAllStandardOutput());
    QVERIFY2(said.startsWith(words), qPrintable(said));
    // A jailer follows links and names the jail after what it finds.
    if (name.startsWith(QStringLiteral("lib/")))
        QVERIFY(!QFileInfo(m_prefix + u'/' + name).isSymLink());
}

QTEST_GUILESS_MAIN(TestInstalledPaths)
#include "tst_installed_paths.moc"
