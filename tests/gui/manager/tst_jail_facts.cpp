#include "manager/jail_facts.h"

#include <QLocale>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <unistd.h>

using namespace sparkler::gui;
using Verdict = JailFact::Verdict;

using namespace Qt::Literals::StringLiterals;

class TestJailFacts : public QObject {
    Q_OBJECT

    static QByteArray status(const QByteArray &seccomp = "2", const QByteArray &privileges = "1",
                             const QByteArray &capabilities = "0000000000000000")
    {
        QByteArray text = "Name:\tfc_vcpu 0\nUmask:\t0077\nState:\tS (sleeping)\n";
        for (const char *key : {"CapInh", "CapPrm", "CapEff", "CapAmb"})
            text += QByteArray(key) + ":\t" + capabilities + '\n';
        return text + "CapBnd:\t000001ffffffffff\nNoNewPrivs:\t" + privileges + "\nSeccomp:\t" + seccomp +
               "\nSeccomp_filters:\t3\n";
    }
    static QByteArray limits()
    {
        return "Limit                     Soft Limit           Hard Limit           Units     \n"
               "Max file size             1048576              1048576              bytes     \n"
               "Max core file size        0                    unlimited            bytes     \n"
               "Max open files            2048                 2048                 files     \n"
               "Max locked memory         unlimited            unlimited            bytes     \n";
    }
    /// As a good jail is.
    static ProcTexts texts()
    {
        ProcTexts made;
        made.limits = limits();
        made.threads = {{101, status()}, {102, status()}};
        for (const auto name : {"user"_L1, "mnt"_L1, "pid"_L1, "net"_L1, "ipc"_L1, "uts"_L1, "cgroup"_L1}) {
            made.namespaces.insert(name, QString(name) + u":[2]"_s);
            made.ours.insert(name, QString(name) + u":[1]"_s);
        }
        made.namespaces[u"cgroup"_s] = made.ours[u"cgroup"_s];
        made.securityModules = "lockdown,landlock,yama";
        return made;
    }
    static const JailFact &find(const QList<JailFact> &facts, const QString &what)
    {
        for (const JailFact &fact : facts) {
            if (fact.what == what)
                return fact;
        }
        qFatal("no such fact");
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void thread_goodText_isRead()
    {
        const ThreadFacts facts = threadFrom(status());
        QCOMPARE(facts.name, u"fc_vcpu 0"_s);
        QCOMPARE(facts.seccomp, std::optional(2));
        QCOMPARE(facts.filters, std::optional(3));
        QCOMPARE(facts.noNewPrivileges, std::optional(true));
        QCOMPARE(facts.capabilities, std::optional<quint64>(0));
    }

    void thread_capabilities_anySetCounts()
    {
        QByteArray text = status();
        text.replace("CapAmb:\t0000000000000000", "CapAmb:\t0000000000001000");
        QCOMPARE(threadFrom(text).capabilities, std::optional<quint64>(0x1000));
    }

    void thread_badTexts_areUnknown_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no values") << QByteArray("Seccomp:\nNoNewPrivs:\nCapEff:\n");
        QTest::newRow("not numbers") << QByteArray("Seccomp:\ttwo\nNoNewPrivs:\tyes\nCapEff:\txyz\n");
        QTest::newRow("out of range") << QByteArray("Seccomp:\t99\nNoNewPrivs:\t-1\nCapEff:\t1ffffffffffffffff\n");
        QTest::newRow("in another line") << QByteArray("Name:\tSeccomp:\t2\nXSeccomp:\t2\n");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
    }
    void thread_badTexts_areUnknown()
    {
        QFETCH(QByteArray, text);
        const ThreadFacts facts = threadFrom(text);
        QVERIFY(!facts.seccomp && !facts.noNewPrivileges && !facts.capabilities);
    }

    void thread_name_isMadeHarmless()
    {
        const ThreadFacts facts = threadFrom("Name:\t\x1b[31m" + QByteArray(500, 'x') + "\n");
        QVERIFY(facts.name.size() <= 64);
        QVERIFY(!facts.name.contains(QChar(0x1b)));
    }

    void limit_rows_areRead()
    {
        QCOMPARE(limitFrom(limits(), "Max open files"), std::optional<quint64>(2048));
        QCOMPARE(limitFrom(limits(), "Max locked memory"), std::optional(kNoLimit));
        QVERIFY(!limitFrom(limits(), "Max"));
        QVERIFY(!limitFrom(limits(), "Max pending signals"));
        QVERIFY(!limitFrom("Max open files            many  2 files\n", "Max open files"));
        QVERIFY(!limitFrom("Max open files", "Max open files"));
    }

    void judge_goodJail_isProven()
    {
        const JailFacts facts = judge(texts(), {});
        QCOMPARE(facts.count(Verdict::Weaker), 0);
        QCOMPARE(facts.count(Verdict::Unknown), 0);
        QCOMPARE(facts.count(Verdict::Proven), 6 + 2 + 2);
        QCOMPARE(find(facts.namespaces, u"Processes"_s).value, u"pid:[2]"_s);
        QVERIFY(facts.threads[0].what.contains(u"fc_vcpu 0"_s));
        QVERIFY(facts.threads[0].value.contains(u"Seccomp: 2"_s));
    }

    void judge_weaknesses_areFound_data()
    {
        QTest::addColumn<QString>("which");
        for (const char *name : {"network of the host", "same users", "no filter", "new privileges", "capabilities",
                                 "more open files", "larger files"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void judge_weaknesses_areFound()
    {
        QFETCH(QString, which);
        ProcTexts made = texts();
        JailPromise promise;
        if (which == u"network of the host"_s)
            made.namespaces[u"net"_s] = made.ours[u"net"_s];
        else if (which == u"same users"_s)
            made.namespaces[u"user"_s] = made.ours[u"user"_s];
        else if (which == u"no filter"_s)
            made.threads[1].status = status("0");
        else if (which == u"new privileges"_s)
            made.threads[1].status = status("2", "0");
        else if (which == u"capabilities"_s)
            made.threads[1].status = status("2", "1", "0000000000001000");
        else if (which == u"more open files"_s)
            promise.settings.openFiles = 100;
        else {
            made.limits.replace("size             1048576", "size             9999999");
            promise.settings.fileSizeMib = 1;
        }
        QCOMPARE(judge(made, promise).count(Verdict::Weaker), 1);
    }

    void judge_hostNetwork_isNoWeaknessWithTaps()
    {
        ProcTexts made = texts();
        made.namespaces[u"net"_s] = made.ours[u"net"_s];
        QCOMPARE(judge(made, {.settings = {}, .hostNetwork = true}).count(Verdict::Weaker), 0);
    }

    void judge_withoutAJail_promisesFiltersOnly()
    {
        ProcTexts made = texts();
        made.namespaces = made.ours;
        JailPromise promise;
        promise.settings.choice = JailChoice::None;
        QCOMPARE(judge(made, promise).count(Verdict::Weaker), 0);
        made.threads[0].status = status("0");
        QCOMPARE(judge(made, promise).count(Verdict::Weaker), 1);
    }

    void judge_nothingReadable_isUnknownNotProven()
    {
        ProcTexts made;
        made.threads = {{7, {}}};
        const JailFacts facts = judge(made, {});
        QCOMPARE(facts.count(Verdict::Proven), 0);
        QVERIFY(facts.count(Verdict::Unknown) >= 7);
    }

    void read_thisProcess_hasThreadsAndLimits()
    {
        const ProcTexts made = ProcTexts::ofProcess(::getpid());
        QVERIFY(!made.threads.isEmpty());
        QVERIFY(limitFrom(made.limits, "Max open files"));
        QCOMPARE(made.namespaces, made.ours);
        QVERIFY(ProcTexts::ofProcess(0).threads.isEmpty());
    }

    void judge_randomBytes_survives()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 300; ++round) {
            ProcTexts made = texts();
            for (QByteArray *text : {&made.limits, &made.threads[0].status, &made.securityModules}) {
                for (int change = 0; change < 20; ++change)
                    (*text)[random.bounded(text->size())] = static_cast<char>(random.bounded(256));
                text->truncate(random.bounded(text->size() + 1));
            }
            QCOMPARE(judge(made, {}).threads.size(), 2);
        }
    }
};

QTEST_GUILESS_MAIN(TestJailFacts)
#include "tst_jail_facts.moc"
