#pragma once

// What the rootless jail needs of this host. Facts are read, then judged: judging is pure.

#include "manager/readiness.h"

#include <QByteArray>

#include <optional>

namespace sparkler::gui {

/// Whether ordinary users may make namespaces here.
struct UserNamespaceFacts {
    // The kernel's switches; null: it has none such.
    QByteArray mostNamespaces; ///< /proc/sys/user/max_user_namespaces
    QByteArray unprivileged;   ///< /proc/sys/kernel/unprivileged_userns_clone (Debian, Ubuntu)
    QByteArray appArmor;       ///< /proc/sys/kernel/apparmor_restrict_unprivileged_userns (Ubuntu)

    enum class Step { None, Fork, Namespaces, Identity, Mount };
    Step failed = Step::None; ///< of the attempt
    int error = 0;            ///< errno of it

    /// Reads the switches below `proc` ("/proc"), and makes namespaces in a child process that ends at once. Takes
    /// milliseconds; any thread.
    static UserNamespaceFacts ofThisHost(const QString &proc = QStringLiteral("/proc"));
};
/// Fills state, reason and remedy of `check`.
void judge(const UserNamespaceFacts &facts, ReadinessCheck &check);

/// Whether this session may make control groups, with which a machine's memory and processors can be limited.
struct ControlGroupFacts {
    QByteArray ownGroups; ///< /proc/self/cgroup
    bool unified = false; ///< version 2 alone
    bool writable = false;
    QByteArray controllers; ///< of our own group, as cgroup.controllers has them

    static ControlGroupFacts ofThisHost(const QString &proc = QStringLiteral("/proc"),
                                        const QString &groups = QStringLiteral("/sys/fs/cgroup"));
};
/// The path of the process's group in the hierarchy of version 2. Nothing: `text` has no such line.
std::optional<QString> unifiedGroup(const QByteArray &text);
void judge(const ControlGroupFacts &facts, ReadinessCheck &check);

} // namespace sparkler::gui
