#pragma once

// What the tests of control groups share: the jailer in a lab of a certain kind. The kind is compiled in
// (SPARKLER_LAB_CGROUP), so that a lab of the wrong kind is a failure.

#include "jailer/privileged/jail_runner.h"

#include "support/eventually.h"

#include <QTest>

#include <filesystem>

namespace jailerlab {

using namespace sparkler::test;

inline const std::string kTop = "/sys/fs/cgroup";

inline bool labIs(std::string_view kind)
{
    return kind == SPARKLER_LAB_CGROUP;
}

/// Whether the group has the process, by its file "tasks" or "cgroup.procs".
inline bool holds(const std::string &group, const char *file, pid_t process)
{
    return contentOf(group + '/' + file).split('\n').contains(QByteArray::number(process));
}

/// Ends the engine and takes its group away, as drivers do.
inline bool removesGroup(const JailRunner &runner, pid_t engine, const std::string &group)
{
    runner.kill(engine);
    return eventually([&] {
        std::error_code busy;
        return std::filesystem::remove(group, busy);
    });
}

} // namespace jailerlab

#define COMPARE_FAILURE(end, text)                                                                                     \
    do {                                                                                                               \
        const JailerEnd got = (end);                                                                                   \
        QCOMPARE(got.errors, QByteArray("Jailer error: ") + (text) + '\n');                                            \
        QCOMPARE(got.code, 1);                                                                                         \
        QCOMPARE(got.output, "");                                                                                      \
    } while (false)
