// From the JSON of filters to programs, whose verdicts an interpreter of our own gives.
#include "seccomp/container.h"
#include "seccompiler/compile.h"
#include "support/bpf_interpreter.h"

#include <QTest>

#include <algorithm>
#include <linux/audit.h>
#include <random>
#include <sys/syscall.h>

using namespace sparkler;
using namespace sparkler::seccomp;

namespace {

constexpr std::uint32_t kData = SECCOMP_RET_DATA;

std::string oneFilter(const std::string &rules, const std::string &defaultAction = "\"trap\"",
                      const std::string &filterAction = "\"allow\"")
{
    return R"({"vmm": {"default_action": )" + defaultAction + R"(, "filter_action": )" + filterAction +
           R"(, "filter": [)" + rules + "]}}";
}

std::string rule(const std::string &syscall, const std::string &arguments)
{
    return R"({"syscall": ")" + syscall + R"(", "args": [)" + arguments + "]}";
}

std::string condition(int index, const std::string &type, const std::string &op, std::uint64_t value)
{
    return R"({"index": )" + std::to_string(index) + R"(, "type": ")" + type + R"(", "op": )" + op + R"(, "val": )" +
           std::to_string(value) + "}";
}

Result<std::vector<NamedProgram>> compileText(const std::string &json, Target target = Target::X86_64,
                                              Conditions conditions = Conditions::Kept)
{
    const auto filters = TRY(parseFilters(json));
    return compile(filters, target, conditions);
}

using Arguments = std::array<std::uint64_t, 6>;

std::uint32_t verdict(const std::vector<sock_filter> &program, int syscall, const Arguments &arguments = {},
                      std::uint32_t architecture = AUDIT_ARCH_X86_64)
{
    seccomp_data call{.nr = syscall, .arch = architecture, .instruction_pointer = 0, .args = {}};
    std::ranges::copy(arguments, std::begin(call.args));
    return runFilter(program, call).value;
}

QByteArray errorOf(const std::string &json)
{
    const auto programs = compileText(json);
    return programs ? QByteArray("no error") : QByteArray::fromStdString(programs.error().text);
}

/// What a condition means, said once more and differently.
bool holds(const Condition &condition, const Arguments &arguments)
{
    const std::uint64_t argument = arguments[condition.index];
    switch (condition.comparison) {
    case Comparison::Eq:
        return condition.width == ArgumentWidth::Dword ? static_cast<std::uint32_t>(argument) == condition.value
                                                       : argument == condition.value;
    case Comparison::Ge:
        return argument >= condition.value;
    case Comparison::Gt:
        return argument > condition.value;
    case Comparison::Le:
        return argument <= condition.value;
    case Comparison::Lt:
        return argument < condition.value;
    case Comparison::Ne:
        return argument != condition.value;
    case Comparison::MaskedEq:
        return ((argument ^ condition.value) & condition.mask) == 0;
    }
    return false;
}

} // namespace

class TestSeccompiler : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void action_isTheVerdict_data();
    void action_isTheVerdict();
    void comparison_seesTheWholeArgument_data();
    void comparison_seesTheWholeArgument();
    void rules_areAlternatives_conditionsHoldTogether();
    void randomFilters_sayWhatTheirRulesSay();
    void foreignCalls_endTheProcess();
    void emptyFilter_hasTheDefault();
    void rule_mayHaveItsOwnAction();
    void basic_dropsConditions();
    void aarch64_hasItsOwnNumbers();
    void output_isReproducible();
    void target_isAWordInAnyCase();
    void error_isClear_data();
    void error_isClear();
    void filter_thatIsTooLong_isRefused();
};

void TestSeccompiler::action_isTheVerdict_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<quint32>("expected");
    QTest::newRow("trap") << "\"trap\"" << quint32{SECCOMP_RET_TRAP};
    QTest::newRow("log") << "\"log\"" << quint32{SECCOMP_RET_LOG};
    QTest::newRow("kill_thread") << "\"kill_thread\"" << quint32{SECCOMP_RET_KILL_THREAD};
    QTest::newRow("kill_process") << "\"kill_process\"" << quint32{SECCOMP_RET_KILL_PROCESS};
    QTest::newRow("errno") << R"({"errno": 38})" << quint32{SECCOMP_RET_ERRNO | 38};
    QTest::newRow("trace") << R"({"trace": 4660})" << quint32{SECCOMP_RET_TRACE | 4660};
}

void TestSeccompiler::action_isTheVerdict()
{
    QFETCH(QString, action);
    QFETCH(quint32, expected);
    const auto asDefault = compileText(oneFilter(R"({"syscall": "read"})", action.toStdString()));
    QVERIFY2(asDefault, asDefault ? "" : asDefault.error().text.c_str());
    QCOMPARE(verdict(asDefault->front().instructions, SYS_read), quint32{SECCOMP_RET_ALLOW});
    QCOMPARE(verdict(asDefault->front().instructions, SYS_write), expected);
    const auto asRule = compileText(oneFilter(R"({"syscall": "read"})", "\"allow\"", action.toStdString()));
    QVERIFY2(asRule, asRule ? "" : asRule.error().text.c_str());
    QCOMPARE(verdict(asRule->front().instructions, SYS_read), expected);
    QCOMPARE(verdict(asRule->front().instructions, SYS_write), quint32{SECCOMP_RET_ALLOW});
}

void TestSeccompiler::comparison_seesTheWholeArgument_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("op");
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QList<quint64>>("matching");
    QTest::addColumn<QList<quint64>>("others");
    const quint64 high = quint64{1} << 40;
    const auto row = [](const char *type, const char *op, quint64 value, QList<quint64> matching,
                        QList<quint64> others) {
        QTest::addRow("%s %s", type, op) << type << op << value << matching << others;
    };
    row("qword", "\"eq\"", high + 5, {high + 5}, {5, high + 4, high + 6, 2 * high + 5});
    row("qword", "\"ne\"", high + 5, {5, high + 4}, {high + 5});
    row("qword", "\"ge\"", high + 5, {high + 5, high + 6, 2 * high}, {high + 4, 6, 0});
    row("qword", "\"gt\"", high + 5, {high + 6, 2 * high}, {high + 5, 6, 0});
    row("qword", "\"le\"", high + 5, {high + 5, high + 4, 7, 0}, {high + 6, 2 * high});
    row("qword", "\"lt\"", high + 5, {high + 4, 7, 0}, {high + 5, high + 6, 2 * high});
    row("qword", R"({"masked_eq": 1099511627780})", high + 1, {high, high + 8, 3 * high}, {0, high + 4, 2 * high});
    row("dword", "\"eq\"", 5, {5, high + 5}, {4, high + 4});
    row("dword", R"({"masked_eq": 6})", 4, {4, 5, high + 12}, {6, 2, 0});
    // Like the reference's current compiler: these have no view of half an argument.
    row("dword", "\"gt\"", 5, {6, high}, {5, 4});
    row("dword", "\"le\"", 5, {5, 0}, {6, high + 1});
}

void TestSeccompiler::comparison_seesTheWholeArgument()
{
    QFETCH(QString, type);
    QFETCH(QString, op);
    QFETCH(quint64, value);
    QFETCH(QList<quint64>, matching);
    QFETCH(QList<quint64>, others);
    for (int index = 0; index < 6; ++index) {
        const auto programs =
            compileText(oneFilter(rule("ioctl", condition(index, type.toStdString(), op.toStdString(), value))));
        QVERIFY2(programs, programs ? "" : programs.error().text.c_str());
        Arguments arguments{};
        for (const quint64 argument : matching) {
            arguments[static_cast<std::size_t>(index)] = argument;
            QCOMPARE(verdict(programs->front().instructions, SYS_ioctl, arguments), quint32{SECCOMP_RET_ALLOW});
            QCOMPARE(verdict(programs->front().instructions, SYS_read, arguments), quint32{SECCOMP_RET_TRAP});
        }
        for (const quint64 argument : others) {
            arguments[static_cast<std::size_t>(index)] = argument;
            QCOMPARE(verdict(programs->front().instructions, SYS_ioctl, arguments), quint32{SECCOMP_RET_TRAP});
        }
    }
}

void TestSeccompiler::rules_areAlternatives_conditionsHoldTogether()
{
    const auto programs = compileText(oneFilter(
        rule("socket", condition(0, "dword", "\"eq\"", 1) + "," + condition(1, "dword", "\"eq\"", 2)) + "," +
        rule("socket", condition(1, "dword", "\"eq\"", 3)) + "," + R"({"syscall": "close", "comment": "why"})"));
    QVERIFY(programs);
    const auto allowed = [&](std::uint64_t first, std::uint64_t second) {
        return verdict(programs->front().instructions, SYS_socket, {first, second}) == SECCOMP_RET_ALLOW;
    };
    QVERIFY(allowed(1, 2) && allowed(0, 3) && allowed(1, 3));
    QVERIFY(!allowed(1, 4) && !allowed(2, 2) && !allowed(0, 0));
    QCOMPARE(verdict(programs->front().instructions, SYS_close), quint32{SECCOMP_RET_ALLOW});
}

/// libseccomp builds a tree of comparisons, and loses some rules in it when they compare by order; whatever is shared
/// between rules, their meaning must come out.
void TestSeccompiler::randomFilters_sayWhatTheirRulesSay()
{
    std::mt19937_64 random(20240607);
    const auto below = [&](std::uint64_t bound) { return random() % bound; };
    const std::array<std::uint64_t, 8> values{0, 1, 2, 3, 0xFFFFFFFF, 0x100000000, 0x100000001, 0xFFFFFFFF00000002};
    const std::array<std::string, 6> names{"ioctl", "mmap", "socket", "futex", "fcntl", "prctl"};
    const std::array<int, 6> numbers{SYS_ioctl, SYS_mmap, SYS_socket, SYS_futex, SYS_fcntl, SYS_prctl};
    for (int round = 0; round < 400; ++round) {
        NamedFilter filter{"vmm", {{Action::Kind::Trap, 0}, {Action::Kind::Allow, 0}, {}}};
        for (std::uint64_t left = 1 + below(12); left > 0; --left) {
            Rule made{.syscall = names[below(names.size())], .conditions = {}, .action = {}, .comment = {}};
            std::array<std::uint8_t, 6> indices{0, 1, 2, 3, 4, 5};
            std::ranges::shuffle(indices, random);
            const std::size_t count = 1 + below(3);
            for (std::size_t at = 0; at < count; ++at) {
                Condition one{.index = static_cast<std::uint8_t>(indices[at] % 3),
                              .width = below(2) ? ArgumentWidth::Dword : ArgumentWidth::Qword,
                              .comparison = static_cast<Comparison>(below(7)),
                              .mask = 0,
                              .value = values[below(values.size())],
                              .comment = {}};
                if (std::ranges::find(made.conditions, one.index, &Condition::index) != made.conditions.end())
                    continue;
                if (one.comparison == Comparison::MaskedEq)
                    one.mask = 1 + below(0x1FFFFFFFF);
                if (one.width == ArgumentWidth::Dword) {
                    one.value &= 0xFFFFFFFF;
                    one.mask &= 0xFFFFFFFF;
                }
                made.conditions.push_back(one);
            }
            filter.filter.rules.push_back(std::move(made));
        }
        const auto programs = compile(std::span(&filter, 1), Target::X86_64);
        QVERIFY2(programs, programs ? "" : programs.error().text.c_str());
        for (int call = 0; call < 200; ++call) {
            const std::size_t which = below(names.size());
            Arguments arguments{};
            for (std::uint64_t &argument : arguments)
                argument = values[below(values.size())];
            const bool expected = std::ranges::any_of(filter.filter.rules, [&](const Rule &one) {
                return one.syscall == names[which] &&
                       std::ranges::all_of(one.conditions,
                                           [&](const Condition &condition) { return holds(condition, arguments); });
            });
            const bool found = verdict(programs->front().instructions, numbers[which], arguments) == SECCOMP_RET_ALLOW;
            QVERIFY2(expected == found, qPrintable(QStringLiteral("round %1, call %2").arg(round).arg(call)));
        }
    }
}

/// 32-bit calls and those of x32 have other numbers and would pass as something else.
void TestSeccompiler::foreignCalls_endTheProcess()
{
    const auto programs = compileText(oneFilter(R"({"syscall": "read"})"));
    QVERIFY(programs);
    const auto &program = programs->front().instructions;
    QCOMPARE(verdict(program, SYS_read, {}, AUDIT_ARCH_I386), quint32{SECCOMP_RET_KILL_PROCESS});
    QCOMPARE(verdict(program, SYS_read | 0x40000000), quint32{SECCOMP_RET_KILL_PROCESS});
}

void TestSeccompiler::emptyFilter_hasTheDefault()
{
    const auto programs = compileText(oneFilter("", "\"allow\"", "\"trap\""));
    QVERIFY(programs);
    QVERIFY(!programs->front().instructions.empty()); // also a filter that allows all is one
    QCOMPARE(verdict(programs->front().instructions, SYS_execve), quint32{SECCOMP_RET_ALLOW});
}

void TestSeccompiler::rule_mayHaveItsOwnAction()
{
    const auto programs =
        compileText(oneFilter(R"({"syscall": "read"}, {"syscall": "clone3", "action": {"errno": 38}})"));
    QVERIFY(programs);
    QCOMPARE(verdict(programs->front().instructions, SYS_clone3) & ~kData, quint32{SECCOMP_RET_ERRNO});
    QCOMPARE(verdict(programs->front().instructions, SYS_clone3) & kData, quint32{38});
    QCOMPARE(verdict(programs->front().instructions, SYS_read), quint32{SECCOMP_RET_ALLOW});
}

void TestSeccompiler::basic_dropsConditions()
{
    const std::string json = oneFilter(rule("ioctl", condition(1, "dword", "\"eq\"", 7)) + "," +
                                       rule("ioctl", condition(1, "dword", "\"eq\"", 8)));
    const auto programs = compileText(json, Target::X86_64, Conditions::Dropped);
    QVERIFY(programs);
    QCOMPARE(verdict(programs->front().instructions, SYS_ioctl, {0, 9}), quint32{SECCOMP_RET_ALLOW});
    QCOMPARE(verdict(programs->front().instructions, SYS_read), quint32{SECCOMP_RET_TRAP});
}

void TestSeccompiler::aarch64_hasItsOwnNumbers()
{
    const auto programs = compileText(oneFilter(R"({"syscall": "read"})"), Target::Aarch64);
    QVERIFY(programs);
    constexpr int kReadOnAarch64 = 63;
    QCOMPARE(verdict(programs->front().instructions, kReadOnAarch64, {}, AUDIT_ARCH_AARCH64),
             quint32{SECCOMP_RET_ALLOW});
    QCOMPARE(verdict(programs->front().instructions, SYS_read, {}, AUDIT_ARCH_AARCH64), quint32{SECCOMP_RET_TRAP});
    QCOMPARE(verdict(programs->front().instructions, kReadOnAarch64), quint32{SECCOMP_RET_KILL_PROCESS});
    const auto foreign = compileText(oneFilter(R"({"syscall": "open"})"), Target::Aarch64);
    QVERIFY(!foreign);
    QCOMPARE(QByteArray::fromStdString(foreign.error().text),
             QByteArray("Invalid syscall name: open for given arch: aarch64. (filter `vmm`, rule 1)"));
}

/// The order of rules and of the conditions in them is not the programs'.
void TestSeccompiler::output_isReproducible()
{
    const std::string a = rule("socket", condition(0, "dword", "\"eq\"", 1) + "," + condition(1, "dword", "\"eq\"", 2));
    const std::string b = rule("socket", condition(1, "dword", "\"eq\"", 2) + "," + condition(0, "dword", "\"eq\"", 1));
    const std::string c = R"({"syscall": "read"})";
    const auto bytes = [](const std::string &rules) {
        const auto programs = compileText(oneFilter(rules));
        return programs ? encodeContainer(*programs) : Result<std::string>(std::unexpected(programs.error()));
    };
    const auto first = bytes(a + "," + c);
    QVERIFY(first);
    QCOMPARE(*bytes(c + "," + b), *first);
    QCOMPARE(*bytes(c + "," + a + "," + b + "," + c), *first);
}

void TestSeccompiler::target_isAWordInAnyCase()
{
    QCOMPARE(parseTarget("X86_64"), Target::X86_64);
    QCOMPARE(parseTarget("aArch64"), Target::Aarch64);
    QVERIFY(!parseTarget("riscv64") && !parseTarget("") && !parseTarget("x86_64 "));
}

void TestSeccompiler::error_isClear_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const std::string &json, const char *text) {
        QTest::newRow(name) << QString::fromStdString(json) << QByteArray(text);
    };
    row("no object", "[]", "invalid type: sequence, expected a map at line 1 column 0");
    row("cut off", "{\"vmm\": ", "EOF while parsing a value at line 1 column 8");
    row("something behind", "{} x", "trailing characters at line 1 column 4");
    row("unknown key of a filter", R"({"vmm": {"actions": 1}})",
        "unknown field `actions`, expected one of `default_action`, `filter_action`, `filter` at line 1 column 18");
    row("no rules", R"({"vmm": {"default_action": "trap", "filter_action": "allow"}})",
        "missing field `filter` at line 1 column 60");
    row("twice the same name", R"({"a": {"default_action": "trap", "filter_action": "allow", "filter": []},
 "a": 1})",
        "duplicate filter key: a at line 2 column 4");
    row("equal actions", oneFilter("", "\"allow\""),
        "`filter_action` and `default_action` are equal. at line 1 column 75");
    row("equal errors", oneFilter("", R"({"errno": 1})", R"({"errno": 1})"),
        "`filter_action` and `default_action` are equal. at line 1 column 85");
    row("equal action of a rule", oneFilter(R"({"syscall": "read", "action": "trap"})"),
        "`filter_action` and `default_action` are equal. at line 1 column 111");
    row("unknown action", oneFilter("", "\"forbid\""),
        "unknown variant `forbid`, expected one of `allow`, `trap`, `log`, `kill_thread`, `kill_process`, `errno`, "
        "`trace` at line 1 column 35");
    row("error without a number", oneFilter("", "\"errno\""), "`errno` needs a number at line 1 column 34");
    row("number without an error", oneFilter("", R"({"trap": 1})"), "`trap` takes no number at line 1 column 34");
    row("error out of range", oneFilter("", R"({"errno": 65536})"),
        "invalid value: integer `65536`, expected u16 at line 1 column 42");
    row("two variants", oneFilter("", R"({"errno": 1, "trace": 2})"), "expected only one variant at line 1 column 47");
    row("unknown type", oneFilter(rule("read", condition(0, "word", "\"eq\"", 1))),
        "unknown variant `word`, expected `dword` or `qword` at line 1 column 128");
    row("unknown operator", oneFilter(rule("read", condition(0, "dword", "\"is\"", 1))),
        "unknown variant `is`, expected one of `eq`, `ge`, `gt`, `le`, `lt`, `ne`, `masked_eq` at line 1 column 141");
    row("negative value", oneFilter(rule("read", R"({"index": 0, "type": "dword", "op": "eq", "val": -1})")),
        "invalid value: integer `-1`, expected u64 at line 1 column 152");
    row("argument 6", oneFilter(rule("read", condition(6, "dword", "\"eq\"", 1))),
        "The seccomp rule contains an invalid argument number. at line 1 column 152");
    row("too large for a dword", oneFilter(rule("read", condition(0, "dword", "\"eq\"", 0x100000000))),
        "A dword has 32 bits: the condition could never hold. at line 1 column 161");
    row("unknown call", oneFilter(R"({"syscall": "close"}, {"syscall": "frobnicate"})"),
        "Invalid syscall name: frobnicate for given arch: x86_64. (filter `vmm`, rule 2)");
    row("another processor's call", oneFilter(R"({"syscall": "socketcall"})"),
        "Invalid syscall name: socketcall for given arch: x86_64. (filter `vmm`, rule 1)");
    row("with and without conditions",
        oneFilter(R"({"syscall": "read"},)" + rule("read", condition(0, "dword", "\"eq\"", 1))),
        "Syscall 0 has conflicting rules. (filter `vmm`, rule 2)");
    row("without and with conditions",
        oneFilter(rule("read", condition(0, "dword", "\"eq\"", 1)) + R"(,{"syscall": "read"})"),
        "Syscall 0 has conflicting rules. (filter `vmm`, rule 2)");
    row("two actions for one call", oneFilter(R"({"syscall": "read"}, {"syscall": "read", "action": {"errno": 1}})"),
        "Syscall 0 has conflicting rules. (filter `vmm`, rule 2)");
    row("one argument twice",
        oneFilter(rule("read", condition(2, "dword", "\"ge\"", 1) + "," + condition(2, "dword", "\"le\"", 4))),
        "Syscall 0 has two conditions for one argument in one rule, which cannot be compiled. (filter `vmm`, rule 1)");
}

void TestSeccompiler::error_isClear()
{
    QFETCH(QString, json);
    QFETCH(QByteArray, text);
    QCOMPARE(errorOf(json.toStdString()), text);
}

void TestSeccompiler::filter_thatIsTooLong_isRefused()
{
    std::string rules;
    for (int value = 0; value < 5000; ++value)
        rules += (value == 0 ? "" : ",") +
                 rule("ioctl", condition(1, "qword", "\"eq\"", static_cast<std::uint64_t>(value) << 20));
    QCOMPARE(errorOf(oneFilter(rules)),
             QByteArray("The seccomp filter contains too many BPF instructions. (filter `vmm`)"));
}

QTEST_APPLESS_MAIN(TestSeccompiler)
#include "tst_seccompiler.moc"
