#include "base/result.h"

#include <QTest>

#include <memory>

using namespace sparkler;

namespace {

Result<std::unique_ptr<int>> produce(bool works)
{
    if (!works)
        return fail(ErrorKind::NotFound, "nothing there", 2);
    return std::make_unique<int>(7);
}

Result<> check(bool works)
{
    if (!works)
        return fail(ErrorKind::TooLarge, "too large");
    return {};
}

Result<std::string> through(bool first, bool second)
{
    const auto value = TRY(produce(first)); // move-only values pass
    TRY(check(second));
    return std::to_string(*value);
}

Result<std::string> changed(bool works)
{
    auto inner = produce(works);
    if (!inner)
        return propagate(std::move(inner));
    return "fine";
}

} // namespace

class TestResult : public QObject {
    Q_OBJECT
private slots:
    void try_success_givesValue();
    void try_failure_returnsTheError();
    void propagate_movesTheError();
};

void TestResult::try_success_givesValue()
{
    QCOMPARE(through(true, true).value(), std::string("7"));
}

void TestResult::try_failure_returnsTheError()
{
    const auto first = through(false, true);
    QCOMPARE(first.error().kind, ErrorKind::NotFound);
    QCOMPARE(first.error().text, std::string("nothing there"));
    QCOMPARE(first.error().hostErrno, 2);
    QCOMPARE(through(true, false).error().kind, ErrorKind::TooLarge);
}

void TestResult::propagate_movesTheError()
{
    QCOMPARE(changed(true).value(), std::string("fine"));
    QCOMPARE(changed(false).error().text, std::string("nothing there"));
}

QTEST_APPLESS_MAIN(TestResult)
#include "tst_result.moc"
