#include "manager/jailed_runner.h"

#include "manager/process_step.h"

#include <QCoreApplication>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct JailedRunnerText {
    Q_DECLARE_TR_FUNCTIONS(JailedRunnerText)
};

Failure notJailed(const QString &why, const QString &remedy, HelpTopic help = HelpTopic::None)
{
    Failure failure;
    failure.what = JailedRunnerText::tr("The engine could not be started.");
    failure.why = why;
    failure.remedy = remedy;
    failure.help = help;
    return failure;
}

/// Whether the engine sees `file` already, through the last of `shown` that it lies below, as it is to be seen.
bool isShownAlready(const QList<ShownPath> &shown, const ShownPath &file)
{
    const auto holds = [&](const ShownPath &folder) {
        return file.path.startsWith(folder.path + u'/') && file.inside.startsWith(folder.inside + u'/') &&
               file.path.mid(folder.path.size()) == file.inside.mid(folder.inside.size());
    };
    const auto found = std::find_if(shown.rbegin(), shown.rend(), holds);
    return found != shown.rend() && found->writable == file.writable;
}

QString showArgument(const ShownPath &shown)
{
    return shown.path + u'=' + shown.inside + (shown.writable ? u":rw"_s : u":ro"_s);
}

/// --show takes PATH=INSIDE:MODE apart at the last "=/".
bool canBeShown(const ShownPath &shown)
{
    return !shown.inside.contains("=/"_L1);
}

Outcome<QStringList> networkArguments(const MachineDirectory &directory, const QList<NetworkInterface> &interfaces)
{
    const auto user = std::ranges::find_if(interfaces, &NetworkInterface::userMode);
    if (user == interfaces.end())
        return QStringList{u"--network"_s, interfaces.isEmpty() ? u"none"_s : u"host"_s};
    if (interfaces.size() > 1)
        return std::unexpected(notJailed(
            JailedRunnerText::tr("A machine with a user-mode network can have no other network interface yet."),
            JailedRunnerText::tr("Remove the other interfaces, or use TAP devices for all of them.")));
    const QString passt = systemProgram(u"passt"_s);
    if (passt.isEmpty())
        return std::unexpected(
            notJailed(JailedRunnerText::tr("The program passt, which makes user-mode networks, was not found."),
                      JailedRunnerText::tr("Install the package passt, or use a TAP device."), HelpTopic::Passt));
    QStringList arguments{u"--network"_s, u"user"_s, u"--passt-socket"_s, directory.userNetworkSocket(user->ifaceId),
                          u"--passt"_s,   passt};
    for (const PortForward &forward : user->forwards)
        arguments << u"--forward"_s << forwardArgument(forward);
    return arguments;
}

QStringList limitArguments(const JailSettings &jail)
{
    QStringList arguments;
    if (jail.openFiles > 0)
        arguments << u"--resource-limit"_s << u"no-file=%1"_s.arg(jail.openFiles);
    if (jail.fileSizeMib > 0)
        arguments << u"--resource-limit"_s << u"fsize=%1"_s.arg(jail.fileSizeMib << 20);
    return arguments;
}

} // namespace

QList<ShownPath> jailFolders(const MachineDirectory &directory, const QString &seenAs)
{
    QList<ShownPath> folders;
    for (const QString &path : {directory.run(), directory.logs(), directory.files(), directory.exchange()})
        folders.append({path, seenAs + path.mid(directory.root().size()), true});
    folders.append({directory.snapshots(), seenAs + u"/snapshots"_s, false});
    return folders;
}

QList<ShownPath> shownBeside(const QList<ShownPath> &folders, const QList<ShownPath> &files)
{
    QList<ShownPath> wanted;
    for (const ShownPath &file : files) {
        const auto other = std::ranges::find(wanted, file.inside, &ShownPath::inside);
        if (other == wanted.end())
            wanted.append(file);
        else
            other->writable = other->writable || file.writable; // two drives that are one file
    }
    // What lies in another one is put over it.
    std::ranges::stable_sort(wanted, {}, [](const ShownPath &one) { return one.inside.count(u'/'); });
    QList<ShownPath> all = folders;
    for (const ShownPath &file : std::as_const(wanted)) {
        if (!isShownAlready(all, file))
            all.append(file);
    }
    return all.mid(folders.size());
}

QString forwardArgument(const PortForward &forward)
{
    const QString protocol = forward.protocol == PortForward::Protocol::Udp ? u"udp"_s : u"tcp"_s;
    return u"%1:%2/%3:%4"_s.arg(protocol, forward.address).arg(forward.hostPort).arg(forward.guestPort);
}

bool JailedRunner::offered() const
{
    return m_leave == Leave::Own || (!m_paths.jailHelper.isEmpty() && !systemProgram(u"pkexec"_s).isEmpty());
}

QString JailedRunner::name() const
{
    return m_leave == Leave::Own ? u"rootless"_s : u"privileged"_s;
}

QString JailedRunner::explainExit(int code) const
{
    if (m_leave == Leave::Own)
        return {};
    switch (code) { // of pkexec(1)
    case 126:
        return JailedRunnerText::tr("The question for root’s leave was dismissed.");
    case 127:
        return JailedRunnerText::tr("Root’s leave to make the jail was not given.");
    default:
        return {};
    }
}

/// The program that makes the jail, and its first arguments.
Outcome<Runner::Launch> JailedRunner::start() const
{
    Launch launch;
    if (m_leave == Leave::Own) {
        launch.program = m_paths.jailer;
        launch.arguments = {u"--rootless"_s};
        return launch;
    }
    if (!offered())
        return std::unexpected(
            notJailed(JailedRunnerText::tr("The helper that asks for root’s leave is not installed."),
                      JailedRunnerText::tr("Install pkexec and Sparkler completely, or choose another "
                                           "jail on the machine’s Jail page."),
                      HelpTopic::UserNamespaces));
    launch.program = systemProgram(u"pkexec"_s);
    // Its own agent asks on a terminal, which we are none.
    launch.arguments = {u"--disable-internal-agent"_s, m_paths.jailHelper};
    return launch;
}

Outcome<Runner::Launch> JailedRunner::launch(const MachineDirectory &directory, const MachineDefinition &definition,
                                             const QList<ShownPath> &files) const
{
    if (m_paths.engine.isEmpty())
        return std::unexpected(engineNotFound());
    if (m_paths.jailer.isEmpty())
        return std::unexpected(notJailed(JailedRunnerText::tr("The program sparkler-jailer was not found."),
                                         JailedRunnerText::tr("Install Sparkler completely."),
                                         HelpTopic::Installation));
    const QString seenAs = directoryAsSeen(directory);
    auto made = start();
    if (!made)
        return std::unexpected(made.error());
    Launch launch = *std::move(made);
    launch.shown = jailFolders(directory, seenAs);
    launch.shown += shownBeside(launch.shown, files);

    launch.arguments << u"--id"_s << definition.id << u"--exec-file"_s << m_paths.engine << u"--machine-dir"_s
                     << directory.root();
    for (const ShownPath &shown : std::as_const(launch.shown)) {
        if (!canBeShown(shown))
            return std::unexpected(
                notJailed(JailedRunnerText::tr("The path %1 has a folder that ends with an equals sign, so it cannot "
                                               "be shown in a jail.")
                              .arg(shown.path),
                          JailedRunnerText::tr("Rename the folder.")));
        launch.arguments << u"--show"_s << showArgument(shown);
    }
    const auto network = networkArguments(directory, definition.config.networkInterfaces);
    if (!network)
        return std::unexpected(network.error());
    launch.arguments += *network + limitArguments(definition.jail);
    launch.arguments << u"--"_s;
    for (const auto &[option, path] : {std::pair(u"--api-sock"_s, directory.apiSocket()),
                                       std::pair(u"--console-sock"_s, directory.consoleSocket())}) {
        const auto seen = directory.enginePath(path, seenAs);
        if (!seen)
            return std::unexpected(seen.error());
        launch.arguments << option << *seen;
    }
    const auto log = directory.enginePath(directory.engineLog(), seenAs);
    if (!log)
        return std::unexpected(log.error());
    launch.arguments += commonEngineArguments(definition, *log);
    return launch;
}

} // namespace sparkler::gui
