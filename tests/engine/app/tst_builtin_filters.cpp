// The filters that ship: what their source says is what they do, and what must never pass does not.
#include "app/builtin_filters.h"
#include "seccomp/install.h"
#include "shipped_filters.h"
#include "support/bpf_interpreter.h"

#include <QTest>

#include <algorithm>
#include <cstring>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <random>
#include <seccomp.h>
#include <sys/syscall.h>

using namespace sparkler;
using namespace sparkler::seccomp;
using namespace sparkler::test;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kSanitized = true; // the built-in filters have more rules then
#else
constexpr bool kSanitized = false;
#endif

using Arguments = std::array<std::uint64_t, 6>;

std::uint32_t verdict(const std::vector<sock_filter> &program, int call, const Arguments &arguments)
{
    seccomp_data data{.nr = call, .arch = AUDIT_ARCH_X86_64, .instruction_pointer = 0, .args = {}};
    std::ranges::copy(arguments, std::begin(data.args));
    return runFilter(program, data).value;
}

bool holds(const Condition &condition, std::uint64_t argument)
{
    const std::uint64_t mask = condition.comparison == Comparison::MaskedEq ? condition.mask : 0xFFFFFFFF;
    return ((argument ^ condition.value) & mask) == 0; // shipped rules know nothing else; see rules_areOfTheKnownKind()
}

bool matches(const Rule &rule, const std::string &call, const Arguments &arguments)
{
    return rule.syscall == call && std::ranges::all_of(rule.conditions, [&](const Condition &condition) {
               return holds(condition, arguments[condition.index]);
           });
}

int numberOf(const std::string &call)
{
    return ::seccomp_syscall_resolve_name_arch(SCMP_ARCH_X86_64, call.c_str());
}

std::uint32_t expectedVerdict(const Filter &filter, const std::string &call, const Arguments &arguments)
{
    for (const Rule &rule : filter.rules) {
        if (matches(rule, call, arguments))
            return rule.action ? SECCOMP_RET_ERRNO | rule.action->data : SECCOMP_RET_ALLOW;
    }
    return SECCOMP_RET_TRAP;
}

void eachFilter()
{
    QTest::addColumn<QString>("name");
    for (const std::string_view name : kThreadKindNames)
        QTest::newRow(name.data()) << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

class TestBuiltinFilters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void engine_hasTheShippedFilters();
    void rules_areOfTheKnownKindAndHaveReasons();
    void rule_matchesItsArgumentsOnly_data() { eachFilter(); }
    void rule_matchesItsArgumentsOnly();
    void callsWithoutARule_areTrapped_data() { eachFilter(); }
    void callsWithoutARule_areTrapped();
    void nothing_becomesExecutable_data() { eachFilter(); }
    void nothing_becomesExecutable();
    void busyCalls_areDecidedInFewSteps_data();
    void busyCalls_areDecidedInFewSteps();
};

void TestBuiltinFilters::engine_hasTheShippedFilters()
{
    const FilterSet builtin = builtinFilters();
    for (std::size_t kind = 0; kind < kThreadKindNames.size(); ++kind) {
        const Program program = builtin[static_cast<ThreadKind>(kind)];
        const auto &source = shipped(kThreadKindNames[kind]).program;
        QVERIFY(!program.empty() && program.size() <= kMostInstructions);
        if (!kSanitized)
            QVERIFY(program.size() == source.size() &&
                    std::memcmp(program.data(), source.data(), source.size() * sizeof(sock_filter)) == 0);
    }
}

void TestBuiltinFilters::rules_areOfTheKnownKindAndHaveReasons()
{
    QCOMPARE(shipped().size(), kThreadKindNames.size());
    for (const Shipped &one : shipped()) {
        QVERIFY(one.source.filter.defaultAction == (Action{Action::Kind::Trap, 0}));
        QVERIFY(one.source.filter.filterAction == (Action{Action::Kind::Allow, 0}));
        for (const Rule &rule : one.source.filter.rules) {
            QVERIFY2(rule.comment.size() > 2, rule.syscall.c_str());
            QVERIFY2(!rule.action || rule.action->kind == Action::Kind::Errno, rule.syscall.c_str());
            for (const Condition &condition : rule.conditions) {
                QVERIFY(condition.width == ArgumentWidth::Dword);
                QVERIFY(condition.comparison == Comparison::Eq || condition.comparison == Comparison::MaskedEq);
            }
        }
    }
}

/// With arguments that just match, and with each of them just not.
void TestBuiltinFilters::rule_matchesItsArgumentsOnly()
{
    QFETCH(QString, name);
    const Shipped &filter = shipped(name.toStdString());
    std::mt19937_64 random(7);
    int refused = 0;
    for (const Rule &rule : filter.source.filter.rules) {
        const int number = numberOf(rule.syscall);
        for (int round = 0; round < 20; ++round) {
            Arguments arguments{};
            for (std::uint64_t &argument : arguments)
                argument = random();
            for (const Condition &condition : rule.conditions) {
                const std::uint64_t mask = condition.comparison == Comparison::MaskedEq ? condition.mask : 0xFFFFFFFF;
                std::uint64_t &argument = arguments[condition.index];
                argument = (argument & ~mask) | (condition.value & mask);
            }
            QVERIFY(matches(rule, rule.syscall, arguments));
            QCOMPARE(verdict(filter.program, number, arguments),
                     expectedVerdict(filter.source.filter, rule.syscall, arguments));
            for (const Condition &condition : rule.conditions) {
                const std::uint64_t mask = condition.comparison == Comparison::MaskedEq ? condition.mask : 0xFFFFFFFF;
                Arguments wrong = arguments;
                do
                    wrong[condition.index] ^= std::uint64_t{1} << (random() % 32) & mask;
                while (holds(condition, wrong[condition.index]));
                const std::uint32_t expected = expectedVerdict(filter.source.filter, rule.syscall, wrong);
                QCOMPARE(verdict(filter.program, number, wrong), expected);
                refused += expected == SECCOMP_RET_TRAP;
            }
        }
    }
    QVERIFY(refused > 100);
}

void TestBuiltinFilters::callsWithoutARule_areTrapped()
{
    QFETCH(QString, name);
    const Shipped &filter = shipped(name.toStdString());
    int without = 0;
    for (int number = 0; number < 600; ++number) {
        const auto isThis = [&](const Rule &rule) { return numberOf(rule.syscall) == number; };
        if (std::ranges::any_of(filter.source.filter.rules, isThis))
            continue;
        QCOMPARE(verdict(filter.program, number, {}), std::uint32_t{SECCOMP_RET_TRAP});
        ++without;
    }
    QVERIFY(without > 450);
}

void TestBuiltinFilters::nothing_becomesExecutable()
{
    QFETCH(QString, name);
    const Shipped &filter = shipped(name.toStdString());
    for (const std::uint64_t protection : {4u, 5u, 6u, 7u, 0x0100'0007u}) {
        for (std::uint64_t flags = 0; flags < 0x80000; ++flags)
            QCOMPARE(verdict(filter.program, SYS_mmap, {0, 4096, protection, flags}), std::uint32_t{SECCOMP_RET_TRAP});
        QCOMPARE(verdict(filter.program, SYS_mprotect, {0, 4096, protection}), std::uint32_t{SECCOMP_RET_TRAP});
    }
}

/// What a thread does all the time must not be at the end of a long list. Both filters of a vCPU are asked.
void TestBuiltinFilters::busyCalls_areDecidedInFewSteps_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("number");
    QTest::addColumn<quint64>("second");
    QTest::addColumn<int>("most");
    constexpr quint64 kRun = 0xAE80;
    QTest::newRow("vcpu: KVM_RUN") << "vcpu" << int{SYS_ioctl} << kRun << 40;
    QTest::newRow("vmm: KVM_RUN") << "vmm" << int{SYS_ioctl} << kRun << 100;
    QTest::newRow("vmm: readv") << "vmm" << int{SYS_readv} << quint64{0} << 20;
    QTest::newRow("vmm: futex") << "vmm" << int{SYS_futex} << quint64{129} << 30;
    QTest::newRow("api: recvfrom") << "api" << int{SYS_recvfrom} << quint64{0} << 20;
}

void TestBuiltinFilters::busyCalls_areDecidedInFewSteps()
{
    QFETCH(QString, filter);
    QFETCH(int, number);
    QFETCH(quint64, second);
    QFETCH(int, most);
    const seccomp_data data{
        .nr = number, .arch = AUDIT_ARCH_X86_64, .instruction_pointer = 0, .args = {0, second, 0, 0, 0, 0}};
    const BpfVerdict found = runFilter(shipped(filter.toStdString()).program, data);
    QCOMPARE(found.value, std::uint32_t{SECCOMP_RET_ALLOW});
    QVERIFY2(found.executed <= static_cast<std::size_t>(most), qPrintable(QString::number(found.executed)));
}

QTEST_APPLESS_MAIN(TestBuiltinFilters)
#include "tst_builtin_filters.moc"
