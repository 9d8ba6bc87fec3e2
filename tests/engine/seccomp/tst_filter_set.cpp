// The file of compiled filters, and what the engine makes of it.
#include "seccomp/container.h"
#include "support/temp_files.h"

#include <QTest>

#include <linux/seccomp.h>
#include <sys/stat.h>

using namespace sparkler;
using namespace sparkler::seccomp;
using namespace sparkler::test;

namespace {

NamedProgram program(std::string name, std::size_t instructions = 1)
{
    const sock_filter load = BPF_STMT(BPF_LD | BPF_W | BPF_ABS, 0);
    const sock_filter allow = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    NamedProgram made{.name = std::move(name), .instructions = std::vector<sock_filter>(instructions, load)};
    if (instructions > 0)
        made.instructions.back() = allow;
    return made;
}

std::string threeKinds()
{
    const std::vector<NamedProgram> programs{program("vmm", 3), program("api"), program("vcpu", 2)};
    return *encodeContainer(programs);
}

bool same(const sock_filter &a, const sock_filter &b)
{
    return a.code == b.code && a.jt == b.jt && a.jf == b.jf && a.k == b.k;
}

QByteArray textOf(const Result<FilterSet> &set)
{
    return set ? QByteArray("no error") : QByteArray::fromStdString(set.error().text);
}

} // namespace

class TestFilterSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void container_comesBack();
    void container_hasItsDocumentedBytes();
    void container_cutAnywhere_isRefused();
    void container_changedAnywhere_isReadOrRefused();
    void container_thatIsMalformed_isRefused_data();
    void container_thatIsMalformed_isRefused();
    void container_largerThanItMayBe_isNotWritten();
    void set_hasAProgramForEachKind();
    void set_outlivesItsOrigin();
    void set_thatIsIncomplete_isRefused_data();
    void set_thatIsIncomplete_isRefused();
    void load_failures_areToldInTheReferencesWords();
};

void TestFilterSet::container_comesBack()
{
    std::vector<NamedProgram> programs{program("vmm", 4096), program("", 0), program(std::string(255, 'x'), 0)};
    programs[1].name = "other";
    programs[0].instructions[7] = {.code = 0xFEDC, .jt = 0xBA, .jf = 0x98, .k = 0x76543210};
    const auto bytes = encodeContainer(programs);
    QVERIFY(bytes);
    const auto read = decodeContainer(*bytes);
    QVERIFY(read);
    QCOMPARE(read->size(), programs.size());
    for (std::size_t i = 0; i < programs.size(); ++i) {
        QCOMPARE((*read)[i].name, programs[i].name);
        QVERIFY(std::ranges::equal((*read)[i].instructions, programs[i].instructions, same));
    }
}

void TestFilterSet::container_hasItsDocumentedBytes()
{
    const std::vector<NamedProgram> programs{
        {.name = "api", .instructions = {{.code = 0x0102, .jt = 3, .jf = 4, .k = 0x05060708}}}};
    QCOMPARE(
        QByteArray::fromStdString(*encodeContainer(programs)).toHex(' '),
        QByteArray("53 50 4b 4c 42 50 46 31 01 00 00 00 03 00 00 00 61 70 69 01 00 00 00 02 01 03 04 08 07 06 05"));
}

void TestFilterSet::container_cutAnywhere_isRefused()
{
    const std::string whole = threeKinds();
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(!decodeContainer(std::string_view(whole).substr(0, length)), qPrintable(QString::number(length)));
    QVERIFY(!decodeContainer(whole + '\0'));
    QVERIFY(decodeContainer(whole));
}

void TestFilterSet::container_changedAnywhere_isReadOrRefused()
{
    const std::string whole = threeKinds();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char value : {'\0', '\x01', '\x7F', '\xFF'}) {
            std::string changed = whole;
            changed[at] = value;
            // Whatever is read is as long as its bytes say: nothing is made up.
            if (const auto read = decodeContainer(changed)) {
                const auto again = encodeContainer(*read);
                QVERIFY(again);
                QCOMPARE(*again, changed);
            }
        }
    }
}

void TestFilterSet::container_thatIsMalformed_isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    const auto u32 = [](quint32 value) {
        QByteArray made;
        for (int i = 0; i < 4; ++i)
            made += static_cast<char>(value >> (8 * i) & 0xFF);
        return made;
    };
    const QByteArray start = "SPKLBPF1";
    QTest::newRow("empty") << QByteArray() << QByteArray("this is not a file of compiled filters");
    QTest::newRow("text") << QByteArray("Invalid BPF!") << QByteArray("this is not a file of compiled filters");
    QTest::newRow("another version") << QByteArray("SPKLBPF2") + u32(0)
                                     << QByteArray("this is not a file of compiled filters");
    QTest::newRow("no count") << start + "\1" << QByteArray("the file ends before its first filter");
    QTest::newRow("more programs than there are")
        << start + u32(0xFFFFFFFF) << QByteArray("a filter's name is missing, empty or too long");
    QTest::newRow("empty name") << start + u32(1) + u32(0) + u32(0)
                                << QByteArray("a filter's name is missing, empty or too long");
    QTest::newRow("long name") << start + u32(1) + u32(256) + QByteArray(256, 'x') + u32(0)
                               << QByteArray("a filter's name is missing, empty or too long");
    QTest::newRow("name that ends the file")
        << start + u32(1) + u32(8) + "vmm" << QByteArray("the file ends in a filter's name");
    QTest::newRow("more instructions than there are")
        << start + u32(1) + u32(3) + "vmm" + u32(0x20000001) + QByteArray(8, '\0')
        << QByteArray("the file ends in a filter's instructions");
    QTest::newRow("something behind") << start + u32(0) + "x" << QByteArray("there are bytes behind the last filter");
    QTest::newRow("too large") << start + QByteArray(100000, '\0')
                               << QByteArray("Input size 100008 exceeds limit of 100000 bytes");
}

void TestFilterSet::container_thatIsMalformed_isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    const auto read = decodeContainer({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    QVERIFY(!read);
    QCOMPARE(QByteArray::fromStdString(read.error().text), text);
}

void TestFilterSet::container_largerThanItMayBe_isNotWritten()
{
    std::vector<NamedProgram> programs(4, program("vmm", 4096));
    const auto bytes = encodeContainer(programs);
    QVERIFY(!bytes);
    QCOMPARE(bytes.error().kind, ErrorKind::TooLarge);
    programs.resize(3);
    QVERIFY(encodeContainer(programs));
    programs[0].name.assign(256, 'x');
    QVERIFY(!encodeContainer(programs));
}

void TestFilterSet::set_hasAProgramForEachKind()
{
    const auto set = FilterSet::of({
        program("VCPU", 2),
        program("Api"),
        program("vMM", 3),
    });
    QVERIFY(set);
    QCOMPARE((*set)[ThreadKind::Vmm].size(), std::size_t{3});
    QCOMPARE((*set)[ThreadKind::Api].size(), std::size_t{1});
    QCOMPARE((*set)[ThreadKind::Vcpu].size(), std::size_t{2});
    QVERIFY(FilterSet()[ThreadKind::Vmm].empty());
}

void TestFilterSet::set_outlivesItsOrigin()
{
    FilterSet copy;
    {
        const auto set = FilterSet::of({program("vmm", 3), program("api"), program("vcpu")});
        QVERIFY(set);
        copy = *set;
    }
    QVERIFY(same(copy[ThreadKind::Vmm].back(), program("vmm").instructions.back()));
}

void TestFilterSet::set_thatIsIncomplete_isRefused_data()
{
    QTest::addColumn<QList<QByteArray>>("names");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QList<QByteArray>{} << QByteArray("Missing thread category: vmm");
    QTest::newRow("no api") << QList<QByteArray>{"vcpu", "vmm"} << QByteArray("Missing thread category: api");
    QTest::newRow("no vcpu") << QList<QByteArray>{"api", "vmm"} << QByteArray("Missing thread category: vcpu");
    QTest::newRow("unknown ones") << QList<QByteArray>{"vmm", "Thread1", "api", "vcpu", "thread2"}
                                  << QByteArray("Invalid thread categories: thread1,thread2");
    QTest::newRow("unknown before missing") << QList<QByteArray>{"x"} << QByteArray("Invalid thread categories: x");
    QTest::newRow("one twice") << QList<QByteArray>{"vmm", "api", "vcpu", "VMM"}
                               << QByteArray("Filter deserialization failed: a thread category comes twice");
}

void TestFilterSet::set_thatIsIncomplete_isRefused()
{
    QFETCH(QList<QByteArray>, names);
    QFETCH(QByteArray, text);
    std::vector<NamedProgram> programs;
    for (const QByteArray &name : names)
        programs.push_back(program(name.toStdString()));
    QCOMPARE(textOf(FilterSet::of(std::move(programs))), text);
}

void TestFilterSet::load_failures_areToldInTheReferencesWords()
{
    TempDir directory;
    const std::string path = directory.file("filters");
    QCOMPARE(textOf(FilterSet::load(path)),
             QByteArray("Filter file open error: No such file or directory (os error 2)"));
    QCOMPARE(textOf(FilterSet::load(directory.file(""))),
             QByteArray("Filter deserialization failed: Failed to read input: Is a directory (os error 21)"));
    writeFile(path, "Invalid BPF!");
    QCOMPARE(textOf(FilterSet::load(path)),
             QByteArray("Filter deserialization failed: this is not a file of compiled filters"));
    writeFile(path, std::string(100001, 'x'));
    QCOMPARE(textOf(FilterSet::load(path)),
             QByteArray("Filter deserialization failed: Input size 100001 exceeds limit of 100000 bytes"));
    writeFile(path, threeKinds());
    const auto set = FilterSet::load(path);
    QVERIFY2(set, textOf(set).constData());
    QCOMPARE((*set)[ThreadKind::Vmm].size(), std::size_t{3});
}

QTEST_APPLESS_MAIN(TestFilterSet)
#include "tst_filter_set.moc"
