// The helper that pkexec starts: whom it serves, what it trusts, and that of root's rights one alone is lent, for one
// moment. A whole jail by it, on a host that keeps user namespaces to root, is a test of the lab (tst_lab_rootless).
#include "base/os_error.h"
#include "jailer/helper/lend.h"
#include "jailer/rootless/lent_privilege.h"
#include "support/temp_files.h"

#include <QProcess>
#include <QTest>

#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sparkler;
using namespace sparkler::jail;
using namespace sparkler::test;

namespace {

constexpr uid_t kNobody = 65534; // that is in Debian's /etc/passwd
constexpr const char *kNone = "0000000000000000";
constexpr const char *kSysAdmin = "0000000000200000";

/// A value of this process's /proc/self/status.
std::string statusOf(std::string_view key)
{
    const auto text = readWholeFile("/proc/self/status", 65536);
    if (!text)
        return {};
    const std::string start = "\n" + std::string(key) + ":\t";
    const std::size_t at = text->find(start);
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + start.size();
    return text->substr(begin, text->find('\n', begin) - begin);
}

std::string capabilities()
{
    std::string all;
    for (const char *set : {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"})
        all += std::string(set) + "=" + statusOf(set) + " ";
    return all;
}

std::string sets(const char *inheritable, const char *permitted, const char *effective, const char *bounding,
                 const char *ambient)
{
    return std::string("CapInh=") + inheritable + " CapPrm=" + permitted + " CapEff=" + effective +
           " CapBnd=" + bounding + " CapAmb=" + ambient + " ";
}

/// What `work`, done in a process of its own, has to say.
QByteArray inAnotherProcess(const std::function<std::string()> &work)
{
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return "no pipe";
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string text = work();
        (void)!::write(ends[1], text.data(), text.size());
        ::_exit(0);
    }
    ::close(ends[1]);
    QByteArray said;
    char buffer[512];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;)
        said.append(buffer, got);
    ::close(ends[0]);
    ::waitpid(child, nullptr, 0);
    return said;
}

/// Becomes nobody as the helper does; what the kernel says of it then, or the error.
std::string afterBecomingNobody(const std::function<std::string()> &then)
{
    const auto groups = groupsOf(kNobody);
    if (!groups)
        return groups.error().text;
    if (const auto became = becomeUser(kNobody, *groups); !became)
        return became.error().text;
    return then();
}

struct Said {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Said helper(const QStringList &arguments, const char *caller)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PKEXEC_UID"));
    if (caller)
        environment.insert(QStringLiteral("PKEXEC_UID"), QString::fromLatin1(caller));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SPARKLER_TEST_HELPER), arguments);
    if (!process.waitForFinished(30000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

const QStringList kDryRun{QStringLiteral("--id"),          QStringLiteral("m"),
                          QStringLiteral("--exec-file"),   QStringLiteral("/usr/bin/engine"),
                          QStringLiteral("--machine-dir"), QStringLiteral("/home/m"),
                          QStringLiteral("--dry-run")};

} // namespace

#define NEEDS_ROOT()                                                                                                   \
    if (::geteuid() != 0)                                                                                              \
    QSKIP("only root can lend anything")

class TestJailHelper : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void caller_data();
    void caller();
    void groups_ofUnknownUser();
    void groups_primaryFirst();
    void program_thatOthersCanChange_data();
    void program_thatOthersCanChange();
    void user_hasOneCapabilityOfRoots();
    void privilege_isInForceForOneMoment();
    void privilege_isNotTakenFromRoot();
    void helper_refuses_data();
    void helper_refuses();
    void helper_becomesTheJailerAsTheUser();
    void jailer_withoutHelperHasNothingLent();
};

void TestJailHelper::caller_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const QByteArray number = "PKEXEC_UID is no user's number: ";
    QTest::newRow("a user") << QByteArray("1000") << QByteArray();
    QTest::newRow("none") << QByteArray() << QByteArray("This program is started by pkexec, for the manager.");
    QTest::newRow("empty") << QByteArray("") << number;
    for (const char *bad : {"-1", "+1", " 1", "1 ", "0x10", "1e3", "4294967295", "4294967296", "99999999999999999999"})
        QTest::newRow(bad) << QByteArray(bad) << number + bad;
    QTest::newRow("root") << QByteArray("0") << QByteArray("Root needs no leave to make a jail: call sparkler-jailer.");
}

void TestJailHelper::caller()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    const auto user = parseCaller(text.isNull() ? nullptr : text.constData());
    QCOMPARE(user.has_value(), error.isEmpty());
    if (user)
        QCOMPARE(*user, uid_t{1000});
    else
        QCOMPARE(QByteArray::fromStdString(user.error().text), error);
}

void TestJailHelper::groups_ofUnknownUser()
{
    const auto groups = groupsOf(123456789);
    QVERIFY(!groups);
    QCOMPARE(groups.error().kind, ErrorKind::NotFound);
    QCOMPARE(groups.error().text, std::string("This host knows no user with the number 123456789."));
}

void TestJailHelper::groups_primaryFirst()
{
    const auto groups = groupsOf(kNobody);
    QVERIFY(groups);
    QCOMPARE(*groups, std::vector<gid_t>{kNobody});
}

void TestJailHelper::program_thatOthersCanChange_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("error");
    const QByteArray changeable = " is not root's alone to change.";
    QTest::newRow("good") << QByteArray("good") << QByteArray();
    QTest::newRow("missing") << QByteArray("missing") << QByteArray("No such file or directory (os error 2)");
    for (const char *kind : {"group may write", "others may write", "another's", "a link", "a folder", "a fifo"})
        QTest::newRow(kind) << QByteArray(kind) << changeable;
}

void TestJailHelper::program_thatOthersCanChange()
{
    NEEDS_ROOT();
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, error);
    const TempDir folder;
    const std::string path = folder.file("jailer");
    if (kind == "a folder")
        QCOMPARE(::mkdir(path.c_str(), 0755), 0);
    else if (kind == "a fifo")
        QCOMPARE(::mkfifo(path.c_str(), 0644), 0);
    else if (kind == "a link")
        QCOMPARE(::symlink("/bin/true", path.c_str()), 0);
    else if (kind != "missing")
        writeFile(path, std::string_view("program"));
    if (kind == "another's")
        QCOMPARE(::chown(path.c_str(), kNobody, 0), 0);
    if (kind == "good" || kind.endsWith("write"))
        QCOMPARE(::chmod(path.c_str(), kind == "good" ? 0755 : kind == "group may write" ? 0775 : 0757), 0);
    const auto program = openTrustedProgram(path.c_str());
    QCOMPARE(program.has_value(), error.isEmpty());
    if (!program)
        QVERIFY2(QByteArray::fromStdString(program.error().text).endsWith(error), program.error().text.c_str());
}

void TestJailHelper::user_hasOneCapabilityOfRoots()
{
    NEEDS_ROOT();
    const QByteArray said = inAnotherProcess([] {
        return afterBecomingNobody([] {
            return statusOf("Uid") + " | " + statusOf("Gid") + " | " + statusOf("Groups") + "| " + capabilities();
        });
    });
    QCOMPARE(said, QByteArray("65534\t65534\t65534\t65534 | 65534\t65534\t65534\t65534 | 65534 | ") +
                       QByteArray::fromStdString(sets(kSysAdmin, kSysAdmin, kSysAdmin, kSysAdmin, kSysAdmin)));
}

void TestJailHelper::privilege_isInForceForOneMoment()
{
    NEEDS_ROOT();
    const QByteArray said = inAnotherProcess([] {
        return afterBecomingNobody([] {
            const auto lent = LentPrivilege::take();
            if (!lent || !lent->lent())
                return std::string("not taken");
            std::string all = capabilities() + "| ";
            if (!lent->raise())
                return std::string("not raised");
            all += capabilities() + "| ";
            if (!lent->drop())
                return std::string("not dropped");
            all += capabilities() + "| ";
            return all + (lent->raise() ? "came back" : "gone");
        });
    });
    QCOMPARE(said, QByteArray::fromStdString(sets(kNone, kSysAdmin, kNone, kSysAdmin, kNone) + "| " +
                                             sets(kNone, kSysAdmin, kSysAdmin, kSysAdmin, kNone) + "| " +
                                             sets(kNone, kNone, kNone, kSysAdmin, kNone) + "| gone"));
}

void TestJailHelper::privilege_isNotTakenFromRoot()
{
    NEEDS_ROOT();
    const QByteArray said = inAnotherProcess([] {
        const std::string before = capabilities();
        const auto lent = LentPrivilege::take();
        if (!lent || lent->lent() || !lent->raise() || !lent->drop())
            return std::string("taken");
        return std::string(capabilities() == before ? "as before" : "changed");
    });
    QCOMPARE(said, QByteArray("as before"));
}

void TestJailHelper::helper_refuses_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("by hand") << QByteArray() << QByteArray("This program is started by pkexec, for the manager.\n");
    QTest::newRow("root") << QByteArray("0")
                          << QByteArray("Root needs no leave to make a jail: call sparkler-jailer.\n");
    QTest::newRow("nobody known") << QByteArray("123456789")
                                  << QByteArray("This host knows no user with the number 123456789.\n");
}

void TestJailHelper::helper_refuses()
{
    NEEDS_ROOT();
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, error);
    const Said said = helper(kDryRun, user.isNull() ? nullptr : user.constData());
    QCOMPARE(said.err, error);
    QCOMPARE(said.out, QByteArray());
    QCOMPARE(said.exitCode, 1);
}

void TestJailHelper::helper_becomesTheJailerAsTheUser()
{
    NEEDS_ROOT();
    const Said said = helper(kDryRun, "65534");
    QCOMPARE(said.err, QByteArray());
    QCOMPARE(said.exitCode, 0);
    QVERIFY2(said.out.contains("leave=\"lent by root\""), said.out);
    QVERIFY2(said.out.contains("map the user  user=65534  group=65534\n"), said.out);
    // A second --rootless is one too many, as on the jailer's own command line.
    QCOMPARE(helper(QStringList(QStringLiteral("--rootless")) + kDryRun, "65534").exitCode, 1);
}

void TestJailHelper::jailer_withoutHelperHasNothingLent()
{
    NEEDS_ROOT();
    QProcess process;
    process.start(QStringLiteral("setpriv"),
                  QStringList{QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
                              QStringLiteral("--clear-groups"), QStringLiteral(SPARKLER_TEST_JAILER),
                              QStringLiteral("--rootless")} +
                      kDryRun);
    QVERIFY(process.waitForFinished(30000));
    const QByteArray out = process.readAllStandardOutput();
    QVERIFY2(out.contains("start the first process") && !out.contains("leave="), out);
}

QTEST_GUILESS_MAIN(TestJailHelper)
#include "tst_jail_helper.moc"
