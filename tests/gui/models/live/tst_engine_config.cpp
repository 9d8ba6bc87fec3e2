#include "models/engine_config.h"

#include "support/stub_engine.h"

#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestEngineConfig : public QObject {
    Q_OBJECT
private slots:
    void watch_asksOnlyThen();
    void error_isToldAndLeaves();
    void anotherEngine_replacesWhatIsKnown();
};

void TestEngineConfig::watch_asksOnlyThen()
{
    stub::Engine engine;
    engine.model().machineConfig.insert(u"mem_size_mib"_s, 640);
    EngineClient client(engine.socketPath());
    EngineConfig config;
    config.setClient(&client);
    QVERIFY(!config.document());
    QCOMPARE(config.memoryMib(), 0u);
    QCOMPARE(client.connection()->pending(), 0);
    QSignalSpy changed(&config, &EngineConfig::changed);
    config.watch(true);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(config.memoryMib(), 640u);
    QCOMPARE(engine.requestLines(), QList<QByteArray>{"GET /vm/config"});
}

void TestEngineConfig::error_isToldAndLeaves()
{
    stub::Engine engine;
    engine.setFault("GET /vm/config", u"Not now."_s);
    EngineClient client(engine.socketPath());
    EngineConfig config;
    config.setClient(&client);
    config.watch(true);
    QTRY_VERIFY(config.error());
    QCOMPARE(config.error()->fault, u"Not now."_s);
    engine.clearAnswers();
    config.watch(false);
    config.watch(true);
    QTRY_VERIFY(!config.error());
    QVERIFY(config.document());
}

void TestEngineConfig::anotherEngine_replacesWhatIsKnown()
{
    stub::Engine one, two;
    one.model().machineConfig.insert(u"mem_size_mib"_s, 1);
    two.model().machineConfig.insert(u"mem_size_mib"_s, 2);
    EngineClient first(one.socketPath()), second(two.socketPath());
    EngineConfig config;
    config.setClient(&first);
    config.watch(true);
    QTRY_COMPARE(config.memoryMib(), 1u);
    config.setClient(nullptr); // ended: what is known stays
    QCOMPARE(config.memoryMib(), 1u);
    config.setClient(&second);
    QCOMPARE(config.memoryMib(), 0u);
    QTRY_COMPARE(config.memoryMib(), 2u);
}

QTEST_GUILESS_MAIN(TestEngineConfig)
#include "tst_engine_config.moc"
