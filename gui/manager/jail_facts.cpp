#include "manager/jail_facts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Verdict = JailFact::Verdict;

constexpr qint64 kMostBytes = 16384;
constexpr quint64 kDefaultOpenFiles = 2048; ///< sparkler-jailer's
constexpr qsizetype kMostName = 64;

struct JailFactText {
    Q_DECLARE_TR_FUNCTIONS(JailFactText)
};

QByteArray textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(kMostBytes) : QByteArray();
}

/// The links in /proc/PID/ns lead nowhere; only what they are called matters.
QHash<QString, QString> namespacesOf(const QString &folder)
{
    QHash<QString, QString> found;
    for (const auto name : {"user"_L1, "mnt"_L1, "pid"_L1, "net"_L1, "ipc"_L1, "uts"_L1, "cgroup"_L1, "time"_L1}) {
        QByteArray target(64, '\0');
        const QByteArray path = QFile::encodeName(folder + u'/' + name);
        const ssize_t bytes = ::readlink(path.constData(), target.data(), static_cast<std::size_t>(target.size()));
        if (bytes > 0)
            found.insert(name, QString::fromLatin1(target.first(bytes)));
    }
    return found;
}

/// The value behind "Key:" in a text of such lines; null: it has none.
QByteArray field(const QByteArray &text, const QByteArray &key)
{
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(QByteArray(key + ':'))) {
            const QByteArray value = line.mid(key.size() + 1).trimmed();
            return value.isNull() ? QByteArray("") : value;
        }
    }
    return {};
}

std::optional<int> smallNumber(const QByteArray &text)
{
    bool good = false;
    const int value = text.toInt(&good);
    return good && value >= 0 ? std::optional(value) : std::nullopt;
}

std::optional<quint64> capabilitiesFrom(const QByteArray &status)
{
    quint64 all = 0;
    for (const char *key : {"CapEff", "CapPrm", "CapInh", "CapAmb"}) {
        bool good = false;
        all |= field(status, key).toULongLong(&good, 16);
        if (!good)
            return std::nullopt;
    }
    return all;
}

QString printable(const QByteArray &name)
{
    QString text = QString::fromUtf8(name.left(kMostName));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u'?';
    }
    return text;
}

JailFact separate(const ProcTexts &texts, QLatin1StringView name, const QString &title, bool promised)
{
    const QString theirs = texts.namespaces.value(name);
    JailFact fact{title, theirs, Verdict::Note, {}};
    if (theirs.isEmpty()) {
        fact.value = JailFactText::tr("not told");
        fact.verdict = promised ? Verdict::Unknown : Verdict::Note;
        return fact;
    }
    const bool own = theirs != texts.ours.value(name);
    if (promised)
        fact.verdict = own ? Verdict::Proven : Verdict::Weaker;
    fact.note = own ? JailFactText::tr("its own, not ours") : JailFactText::tr("the same as ours");
    return fact;
}

QList<JailFact> judgeNamespaces(const ProcTexts &texts, const JailPromise &promise)
{
    const bool jailed = promise.settings.choice != JailChoice::None;
    QList<JailFact> facts{
        separate(texts, "user"_L1, JailFactText::tr("Users and rights"), jailed),
        separate(texts, "mnt"_L1, JailFactText::tr("Files"), jailed),
        separate(texts, "pid"_L1, JailFactText::tr("Processes"), jailed),
        separate(texts, "net"_L1, JailFactText::tr("Network"), jailed && !promise.hostNetwork),
        separate(texts, "ipc"_L1, JailFactText::tr("Shared memory and queues"), jailed),
        separate(texts, "uts"_L1, JailFactText::tr("Host name"), jailed),
        separate(texts, "cgroup"_L1, JailFactText::tr("Control groups"), false),
    };
    if (jailed && promise.hostNetwork)
        facts[3].note += JailFactText::tr("; its TAP devices are the host's");
    return facts;
}

QString limitText(quint64 limit, bool bytes)
{
    if (limit == kNoLimit)
        return JailFactText::tr("no limit");
    return bytes ? QLocale().formattedDataSize(static_cast<qint64>(std::min<quint64>(limit, INT64_MAX)))
                 : QLocale().toString(limit);
}

/// `most`: as promised; nothing: no limit was.
JailFact judgeLimit(const QByteArray &limits, const QByteArray &row, const QString &title, std::optional<quint64> most)
{
    const bool bytes = row != "Max open files";
    const auto found = limitFrom(limits, row);
    JailFact fact{title, found ? limitText(*found, bytes) : JailFactText::tr("not told"), Verdict::Note, {}};
    if (!most)
        return fact;
    fact.verdict = !found ? Verdict::Unknown : *found <= *most ? Verdict::Proven : Verdict::Weaker;
    if (fact.verdict == Verdict::Weaker)
        fact.note = JailFactText::tr("%1 were promised").arg(limitText(*most, bytes));
    return fact;
}

QList<JailFact> judgeLimits(const QByteArray &limits, const JailSettings &settings)
{
    const bool jailed = settings.choice != JailChoice::None;
    std::optional<quint64> files;
    std::optional<quint64> bytes;
    std::optional<quint64> dump;
    if (jailed) {
        files = settings.openFiles > 0 ? settings.openFiles : kDefaultOpenFiles;
        dump = 0; // it would have the guest's memory
    }
    if (jailed && settings.fileSizeMib > 0)
        bytes = settings.fileSizeMib << 20;
    return {judgeLimit(limits, "Max open files", JailFactText::tr("Open files"), files),
            judgeLimit(limits, "Max file size", JailFactText::tr("Size of a file"), bytes),
            judgeLimit(limits, "Max core file size", JailFactText::tr("Size of a memory dump"), dump)};
}

QString seccompText(const ThreadFacts &thread)
{
    if (!thread.seccomp)
        return JailFactText::tr("system calls: not told");
    if (*thread.seccomp != 2)
        return JailFactText::tr("system calls: no filter");
    const QString number = thread.filters ? u" (%1)"_s.arg(*thread.filters) : QString();
    return JailFactText::tr("system calls: filtered") + number + u" · Seccomp: 2"_s;
}

JailFact judgeThread(const ProcTexts::Thread &source, bool jailed)
{
    const ThreadFacts thread = threadFrom(source.status);
    JailFact fact;
    fact.what =
        thread.name.isEmpty() ? QString::number(source.id) : u"%1 (%2)"_s.arg(thread.name, QString::number(source.id));
    const QString capabilities =
        !thread.capabilities ? JailFactText::tr("capabilities: not told")
        : *thread.capabilities == 0
            ? JailFactText::tr("no capabilities")
            : JailFactText::tr("capabilities: %1").arg(QString::number(*thread.capabilities, 16));
    const QString privileges = !thread.noNewPrivileges   ? JailFactText::tr("new privileges: not told")
                               : *thread.noNewPrivileges ? u"NoNewPrivs: 1"_s
                                                         : u"NoNewPrivs: 0"_s;
    fact.value = QStringList{seccompText(thread), capabilities, privileges}.join(u" · "_s);
    const bool unknown = !thread.seccomp || !thread.noNewPrivileges || (jailed && !thread.capabilities);
    const bool weaker = thread.seccomp.value_or(2) != 2 || !thread.noNewPrivileges.value_or(true) ||
                        (jailed && thread.capabilities.value_or(0) != 0);
    fact.verdict = weaker ? Verdict::Weaker : unknown ? Verdict::Unknown : Verdict::Proven;
    return fact;
}

} // namespace

ProcTexts ProcTexts::ofProcess(qint64 pid, const QString &proc)
{
    const QString folder = proc + u'/' + QString::number(pid);
    ProcTexts texts;
    texts.limits = textOf(folder + u"/limits"_s);
    const QStringList threads =
        QDir(folder + u"/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).mid(0, kMostThreads);
    for (const QString &thread : threads)
        texts.threads.append({thread.toLongLong(), textOf(folder + u"/task/"_s + thread + u"/status"_s)});
    std::ranges::sort(texts.threads, {}, &Thread::id);
    texts.namespaces = namespacesOf(folder + u"/ns"_s);
    texts.ours = namespacesOf(proc + u"/self/ns"_s);
    texts.securityModules = textOf(u"/sys/kernel/security/lsm"_s);
    return texts;
}

ThreadFacts threadFrom(const QByteArray &status)
{
    ThreadFacts facts;
    facts.name = printable(field(status, "Name"));
    if (const auto flag = smallNumber(field(status, "NoNewPrivs")); flag && *flag <= 1)
        facts.noNewPrivileges = *flag == 1;
    if (const auto mode = smallNumber(field(status, "Seccomp")); mode && *mode <= 2)
        facts.seccomp = mode;
    facts.filters = smallNumber(field(status, "Seccomp_filters"));
    facts.capabilities = capabilitiesFrom(status);
    return facts;
}

std::optional<quint64> limitFrom(const QByteArray &limits, const QByteArray &row)
{
    const QList<QByteArray> lines = limits.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.startsWith(QByteArray(row + ' ')))
            continue;
        const QByteArray soft = line.mid(row.size()).simplified().split(' ').first();
        bool good = false;
        const quint64 value = soft.toULongLong(&good);
        return soft == "unlimited" ? std::optional(kNoLimit) : good ? std::optional(value) : std::nullopt;
    }
    return std::nullopt;
}

int JailFacts::count(JailFact::Verdict verdict) const
{
    qsizetype found = 0;
    for (const QList<JailFact> *list : {&namespaces, &limits, &threads, &others})
        found += std::ranges::count(*list, verdict, &JailFact::verdict);
    return static_cast<int>(found);
}

JailFacts judge(const ProcTexts &texts, const JailPromise &promise)
{
    const bool jailed = promise.settings.choice != JailChoice::None;
    JailFacts facts;
    facts.namespaces = judgeNamespaces(texts, promise);
    facts.limits = judgeLimits(texts.limits, promise.settings);
    for (const ProcTexts::Thread &thread : texts.threads)
        facts.threads.append(judgeThread(thread, jailed));
    const bool landlock = texts.securityModules.split(',').contains("landlock");
    facts.others = {{JailFactText::tr("Landlock"),
                     texts.securityModules.isNull() ? JailFactText::tr("not told")
                     : landlock                     ? JailFactText::tr("this kernel has it")
                                                    : JailFactText::tr("this kernel does not have it"),
                     Verdict::Note, JailFactText::tr("the kernel does not tell whom it holds")}};
    return facts;
}

} // namespace sparkler::gui
