// Plans: performed in order until a step fails; shown without being performed.
#include "jailer/step.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::jail;

class TestStep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void perform_inOrder_untilOneFails();
    void describe_performsNothing();
};

void TestStep::perform_inOrder_untilOneFails()
{
    std::string done;
    const auto step = [&](std::string_view name, bool fails) {
        return Step{name, {}, [&done, name, fails]() -> Result<> {
                        done += name;
                        if (fails)
                            return fail(ErrorKind::Host, "the disk is full");
                        return {};
                    }};
    };
    QVERIFY(perform({step("a", false), step("b", false)}).has_value());
    QCOMPARE(done, "ab");
    const auto failed = perform({step("c", false), step("d", true), step("e", false)});
    QVERIFY(!failed);
    QCOMPARE(failed.error().text, "the disk is full");
    QCOMPARE(done, "abcd");
}

void TestStep::describe_performsNothing()
{
    bool performed = false;
    const Plan plan{Step{"mount something", {{"source", "/a b"}, {"flags", "ro"}, {"options", ""}}, [&]() -> Result<> {
                             performed = true;
                             return {};
                         }}};
    QCOMPARE(describe(plan), "mount something  source=\"/a b\"  flags=ro  options=\"\"\n");
    QVERIFY(!performed);
}

QTEST_APPLESS_MAIN(TestStep)
#include "tst_step.moc"
