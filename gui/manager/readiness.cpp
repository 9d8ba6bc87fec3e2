#include "manager/readiness.h"

#include "manager/background.h"
#include "manager/jail_checks.h"
#include "manager/process_step.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStorageInfo>
#include <QTimer>

#include <cerrno>
#include <unistd.h>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;
using State = ReadinessCheck::State;
using Remedy = ReadinessCheck::Remedy;

constexpr int kProgramLimitMs = 10'000;
constexpr qsizetype kMaxSocketPathBytes = 106;
constexpr qint64 kLittleSpace = qint64{2} * 1024 * 1024 * 1024;
constexpr qint64 kTooLittleSpace = qint64{256} * 1024 * 1024;

struct ProgramEnd {
    bool started = false;
    bool timedOut = false;
    int code = -1; ///< -1: by a signal
    QString output, errors;
};

/// Runs a program; `done` is called once from the event loop unless `context` goes first.
void runProgram(const QString &program, const QStringList &arguments, QObject *context,
                std::function<void(const ProgramEnd &)> done)
{
    auto *process = new QProcess(context);
    auto *limit = new QTimer(process);
    limit->setSingleShot(true);
    process->setProgram(program);
    process->setArguments(arguments);
    process->setStandardInputFile(QProcess::nullDevice());
    auto end = std::make_shared<ProgramEnd>();
    QObject::connect(limit, &QTimer::timeout, process, [process, end] {
        end->timedOut = true;
        process->kill();
    });
    QObject::connect(process, &QProcess::started, process, [end] { end->started = true; });
    QObject::connect(process, &QProcess::errorOccurred, process, [=](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return; // finished() follows
        end->errors = process->errorString();
        process->deleteLater();
        done(*end);
    });
    QObject::connect(process, &QProcess::finished, process, [=](int code, QProcess::ExitStatus status) {
        end->code = status == QProcess::NormalExit ? code : -1;
        end->output = QString::fromUtf8(process->readAllStandardOutput());
        end->errors = QString::fromUtf8(process->readAllStandardError()).trimmed();
        process->deleteLater();
        done(*end);
    });
    limit->start(kProgramLimitMs);
    process->start();
}

/// Ends the programs of a round that nobody wants any more. A QProcess that is deleted while it runs waits for its end
/// and still tells it, so they are deleted when they have ended.
void forget(QObject *round)
{
    const QList<QProcess *> processes = round->findChildren<QProcess *>();
    for (QProcess *process : processes) {
        process->disconnect();
        if (process->state() == QProcess::NotRunning)
            continue;
        process->setParent(nullptr);
        QObject::connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    }
}

/// The deepest folder of `path` that exists.
QString existingPart(const QString &path)
{
    QString folder = path;
    while (!QFileInfo::exists(folder) && folder != "/"_L1)
        folder = QFileInfo(folder).path();
    return folder;
}

} // namespace

struct Readiness::Private {
    Private(Readiness *owner, Paths where) : q(owner), paths(std::move(where)) {}

    Readiness *q;
    Paths paths;
    QObject *round = nullptr; ///< context of what runs; replaced to forget it
    QList<ReadinessCheck> checks;
    std::optional<bool> kvm;
    std::optional<bool> emulator;
    std::optional<bool> jailer;
    std::optional<bool> namespaces;
    QString version;
    bool completedTold = false;

    ReadinessCheck &check(QLatin1StringView id)
    {
        return *std::find_if(checks.begin(), checks.end(),
                             [id](const ReadinessCheck &entry) { return entry.id == id; });
    }
    void set(QLatin1StringView id, State state, const QString &reason);
    /// `judge` is not called any more when the checks have begun anew.
    void run(const QString &program, const QStringList &arguments, const std::function<void(const ProgramEnd &)> &judge)
    {
        runProgram(program, arguments, round, [this, mine = round, judge](const ProgramEnd &end) {
            if (mine == round)
                judge(end);
        });
    }
    void tell();
    void checkKvm();
    void judgeProbe(const ProgramEnd &end);
    void noKvm(const QString &reason);
    void checkEngine();
    void checkJailer();
    void checkNamespaces();
    void checkPasst();
    void checkControlGroups();
    void checkSpace();
    void checkSocketPath();
    void checkEmulator();
    void weighKvmAndEmulator();
    void weighJail();
};

void Readiness::Private::set(QLatin1StringView id, State state, const QString &reason)
{
    ReadinessCheck &entry = check(id);
    entry.state = state;
    entry.reason = reason;
}

void Readiness::Private::tell()
{
    weighKvmAndEmulator();
    weighJail();
    emit q->changed();
    if (q->complete() && !std::exchange(completedTold, true))
        emit q->completed();
}

void Readiness::Private::noKvm(const QString &reason)
{
    kvm = false;
    set("kvm"_L1, State::Problem, reason);
    ReadinessCheck &entry = check("kvm"_L1);
    const QString device = u"/dev/kvm"_s;
    if (QFileInfo::exists(device) && ::access("/dev/kvm", R_OK | W_OK) != 0) {
        entry.reason = tr("You may not use /dev/kvm.");
        entry.help = HelpTopic::KvmPermission;
        entry.remedy = Remedy::CopyCommand;
        entry.remedyText = tr("Join the group “kvm”, then log out and in again.");
        entry.remedyCommand = u"sudo usermod -aG kvm $USER"_s;
    } else if (!QFileInfo::exists(device)) {
        entry.help = HelpTopic::KvmMissing;
        entry.remedyText =
            tr("Switch on virtualisation in the firmware (VT-x or AMD-V), or nested virtualisation if this "
               "host is a virtual machine itself. Without it machines run emulated, slowly.");
        entry.remedy = Remedy::InstallEmulator;
    } else {
        entry.help = HelpTopic::KvmStockKernel;
        entry.remedyText = tr("Machines can run emulated instead, slowly.");
        entry.remedy = Remedy::InstallEmulator;
    }
}

void Readiness::Private::judgeProbe(const ProgramEnd &end)
{
    if (end.code == 0) {
        kvm = true;
        set("kvm"_L1, State::Good, tr("KVM can run stock kernels."));
    } else if (end.timedOut) {
        noKvm(tr("KVM did not answer within %n second(s).", nullptr, kProgramLimitMs / 1000));
    } else if (end.code == 1) {
        // The probe begins with the same words.
        noKvm(tr("KVM is there, but cannot run a stock kernel: %1")
                  .arg(QString(end.errors).remove(u"this KVM cannot run a stock kernel, "_s)));
    } else if (end.code == 2) {
        noKvm(tr("KVM cannot be used: %1").arg(end.errors));
    } else {
        noKvm(tr("Whether KVM works could not be found out: sparkler-kvm-probe failed. %1").arg(end.errors));
    }
}

void Readiness::Private::checkKvm()
{
    if (!paths.kvmProbe.isEmpty()) {
        run(paths.kvmProbe, {}, [this](const ProgramEnd &end) {
            judgeProbe(end);
            tell();
        });
        return;
    }
    if (!QFileInfo::exists(u"/dev/kvm"_s)) {
        noKvm(tr("There is no /dev/kvm on this host."));
    } else if (::access("/dev/kvm", R_OK | W_OK) != 0) {
        noKvm(tr("You may not use /dev/kvm."));
    } else {
        kvm = true;
        set("kvm"_L1, State::Warning,
            tr("KVM is there. Whether it can run stock kernels is not known: sparkler-kvm-probe was not found."));
    }
}

void Readiness::Private::checkEngine()
{
    const auto problem = [this](const QString &reason) {
        version.clear();
        set("engine"_L1, State::Problem, reason);
        check("engine"_L1).remedy = Remedy::ChooseEngine;
        check("engine"_L1).help = HelpTopic::Installation;
        check("engine"_L1).remedyText = tr("Install Sparkler completely, or choose the engine.");
    };
    if (paths.engine.isEmpty()) {
        problem(tr("The program sparkler-engine was not found."));
        return;
    }
    run(paths.engine, {u"--version"_s}, [this, problem](const ProgramEnd &end) {
        static const QRegularExpression kOurs(u"^Sparkler v(\\S+)$"_s, QRegularExpression::MultilineOption);
        static const QRegularExpression kTheirs(u"^Firecracker v(\\S+)$"_s, QRegularExpression::MultilineOption);
        const QString ours = kOurs.match(end.output).captured(1);
        const QString level = kTheirs.match(end.output).captured(1);
        if (end.code == 0 && !ours.isEmpty()) {
            version = ours;
            set("engine"_L1, State::Good, tr("Version %1, API level %2: %3").arg(ours, level, paths.engine));
        } else if (end.code == 0 && !level.isEmpty()) {
            version = level;
            set("engine"_L1, State::Warning,
                tr("%1 is Firecracker %2, not Sparkler’s engine: machines have no console here.")
                    .arg(paths.engine, level));
        } else {
            problem(tr("%1 does not run: %2").arg(paths.engine, end.errors.section(u'\n', -1)));
        }
        tell();
    });
}

void Readiness::Private::checkJailer()
{
    jailer = !paths.jailer.isEmpty() && QFileInfo(paths.jailer).isExecutable();
    if (*jailer) {
        set("jailer"_L1, State::Good, tr("Found: %1").arg(paths.jailer));
        return;
    }
    set("jailer"_L1, State::Problem,
        paths.jailer.isEmpty() ? tr("The program sparkler-jailer was not found.")
                               : tr("%1 is no program.").arg(paths.jailer));
    check("jailer"_L1).help = HelpTopic::Installation;
    check("jailer"_L1).remedyText = tr("Install Sparkler completely.");
}

void Readiness::Private::checkNamespaces()
{
    const auto look = [] { return UserNamespaceFacts::ofThisHost(); };
    runInBackground(round, look, [this, mine = round](const UserNamespaceFacts &facts) {
        if (mine != round)
            return;
        judge(facts, check("user-namespaces"_L1));
        namespaces = facts.failed == UserNamespaceFacts::Step::None;
        tell();
    });
}

void Readiness::Private::checkPasst()
{
    const QString passt = systemProgram(u"passt"_s);
    if (!passt.isEmpty()) {
        set("passt"_L1, State::Good, tr("Found: %1").arg(passt));
        return;
    }
    set("passt"_L1, State::Warning, tr("The program passt was not found; machines can have no user-mode network."));
    check("passt"_L1).help = HelpTopic::Passt;
    check("passt"_L1).remedy = Remedy::CopyCommand;
    check("passt"_L1).remedyText = tr("Install passt.");
    check("passt"_L1).remedyCommand = u"sudo apt install passt"_s;
}

void Readiness::Private::checkControlGroups()
{
    const auto look = [] { return ControlGroupFacts::ofThisHost(); };
    runInBackground(round, look, [this, mine = round](const ControlGroupFacts &facts) {
        if (mine != round)
            return;
        judge(facts, check("cgroups"_L1));
        tell();
    });
}

/// Where machines run emulated a lack of the jail is none: the helper machine is theirs.
void Readiness::Private::weighJail()
{
    if (!kvm || *kvm)
        return;
    for (const auto id : {"jailer"_L1, "user-namespaces"_L1}) {
        if (check(id).state == State::Problem)
            check(id).state = State::Warning;
    }
}

void Readiness::Private::checkSpace()
{
    struct Space {
        bool valid;
        qint64 bytes;
    };
    // A network file system may take its time.
    const auto look = [folder = paths.data] {
        const QStorageInfo storage(existingPart(folder));
        return Space{storage.isValid() && storage.isReady(), storage.bytesAvailable()};
    };
    runInBackground(round, look, [this, mine = round](const Space &space) {
        if (mine != round)
            return;
        const QString size = QLocale().formattedDataSize(space.bytes);
        if (!space.valid)
            set("space"_L1, State::Warning, tr("The free space for %1 is not known.").arg(paths.data));
        else if (space.bytes < kTooLittleSpace)
            set("space"_L1, State::Problem, tr("Only %1 are free for machines in %2.").arg(size, paths.data));
        else if (space.bytes < kLittleSpace)
            set("space"_L1, State::Warning, tr("Only %1 are free for machines in %2.").arg(size, paths.data));
        else
            set("space"_L1, State::Good, tr("%1 are free for machines.").arg(size));
        if (check("space"_L1).state != State::Good) {
            check("space"_L1).help = HelpTopic::DiskSpace;
            check("space"_L1).remedyText = tr("Free some space, or set XDG_DATA_HOME to a folder on a larger disk.");
        }
        tell();
    });
}

void Readiness::Private::checkSocketPath()
{
    const QString longest = paths.machines() + u"/xxxxxxxx/run/console.sock"_s;
    const qsizetype bytes = QFile::encodeName(longest).size();
    if (bytes <= kMaxSocketPathBytes) {
        set("socket-path"_L1, State::Good, tr("The paths of the sockets are short enough."));
        return;
    }
    set("socket-path"_L1, State::Problem,
        tr("The paths of the machines’ sockets in %1 are %n byte(s) too long for the system.", nullptr,
           static_cast<int>(bytes - kMaxSocketPathBytes))
            .arg(paths.machines()));
    check("socket-path"_L1).help = HelpTopic::SocketPath;
    check("socket-path"_L1).remedyText = tr("Set XDG_DATA_HOME to a folder with a shorter path.");
}

void Readiness::Private::checkEmulator()
{
    const bool qemu = !QStandardPaths::findExecutable(u"qemu-system-x86_64"_s).isEmpty();
    const bool script =
        !paths.resources.isEmpty() && QFileInfo::exists(paths.resources + u"/emulator/build-emulator"_s);
    emulator = qemu && script && !paths.emulator.isEmpty();
    if (*emulator)
        set("emulator"_L1, State::Good, tr("Machines can run emulated."));
    else if (!qemu)
        set("emulator"_L1, State::Warning, tr("The program qemu-system-x86_64 was not found."));
    else
        set("emulator"_L1, State::Warning, tr("Sparkler’s emulator was not found."));
    if (!*emulator)
        check("emulator"_L1).help = HelpTopic::Emulator;
    if (!qemu) {
        check("emulator"_L1).remedy = Remedy::CopyCommand;
        check("emulator"_L1).remedyText = tr("Install QEMU to run machines without KVM.");
        check("emulator"_L1).remedyCommand = u"sudo apt install qemu-system-x86 seabios"_s;
    } else if (!*emulator) {
        check("emulator"_L1).remedyText = tr("Install Sparkler completely.");
    }
}

/// One of the two is enough: a lack weighs according to the other.
void Readiness::Private::weighKvmAndEmulator()
{
    if (!kvm || !emulator)
        return;
    ReadinessCheck &kvmCheck = check("kvm"_L1);
    ReadinessCheck &emulatorCheck = check("emulator"_L1);
    if (!*kvm) {
        kvmCheck.state = *emulator ? State::Warning : State::Problem;
        emulatorCheck.state = *emulator ? State::Good : State::Problem;
    } else if (!*emulator) {
        emulatorCheck.state = State::Good;
        emulatorCheck.reason = tr("Not needed, since KVM can be used.");
        emulatorCheck.help = HelpTopic::None;
        emulatorCheck.remedy = Remedy::None;
        emulatorCheck.remedyText.clear();
        emulatorCheck.remedyCommand.clear();
    }
}

Readiness::Readiness(Paths paths, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(paths)))
{
}

Readiness::~Readiness()
{
    if (d->round) {
        forget(d->round);
        delete d->round;
    }
}

void Readiness::check()
{
    if (d->round) {
        forget(d->round);
        d->round->deleteLater(); // it may be one of its own that asks
    }
    d->round = new QObject(this);
    d->kvm.reset();
    d->emulator.reset();
    d->jailer.reset();
    d->namespaces.reset();
    d->completedTold = false;
    const auto begin = [](const QString &id, const QString &title) {
        ReadinessCheck check;
        check.id = id;
        check.title = title;
        return check;
    };
    d->checks = {begin(u"kvm"_s, tr("Hardware virtualisation")),
                 begin(u"engine"_s, tr("Engine")),
                 begin(u"jailer"_s, tr("Jailer")),
                 begin(u"user-namespaces"_s, tr("User namespaces")),
                 begin(u"passt"_s, tr("User-mode network")),
                 begin(u"cgroups"_s, tr("Control groups")),
                 begin(u"space"_s, tr("Disk space")),
                 begin(u"socket-path"_s, tr("Socket paths")),
                 begin(u"emulator"_s, tr("Emulator"))};
    d->checkKvm();
    d->checkEngine();
    d->checkJailer();
    d->checkNamespaces();
    d->checkPasst();
    d->checkControlGroups();
    d->checkSpace();
    d->checkSocketPath();
    d->checkEmulator();
    d->tell();
}

QList<ReadinessCheck> Readiness::checks() const
{
    return d->checks;
}

bool Readiness::complete() const
{
    return !d->checks.isEmpty() &&
           std::ranges::none_of(d->checks, [](const ReadinessCheck &entry) { return entry.state == State::Checking; });
}

std::optional<bool> Readiness::kvmUsable() const
{
    return d->kvm;
}

std::optional<bool> Readiness::emulatorUsable() const
{
    return d->emulator;
}

std::optional<bool> Readiness::jailUsable() const
{
    if (d->jailer == false || d->namespaces == false)
        return false;
    return d->jailer && d->namespaces ? std::optional(true) : std::nullopt;
}

ReadinessCheck Readiness::jailProblem() const
{
    if (d->checks.isEmpty())
        return {};
    return d->check(d->jailer == false ? "jailer"_L1 : "user-namespaces"_L1);
}

QString Readiness::engineVersion() const
{
    return d->version;
}

} // namespace sparkler::gui
