// GET /events as it is read: an answer that goes on, from whoever listens.

#include "ctl/event_stream.h"

#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestCtlEvents : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory{u"/tmp/sp-ev-XXXXXX"_s};
    QLocalServer m_server;

    /// Connects and takes the request; the engine's end.
    QLocalSocket *accept()
    {
        if (!QTest::qWaitFor([this] { return m_server.hasPendingConnections(); }))
            return nullptr;
        QLocalSocket *engine = m_server.nextPendingConnection();
        QByteArray request;
        const bool whole = QTest::qWaitFor([&] {
            request += engine->readAll();
            return request.endsWith("\r\n\r\n");
        });
        return whole && request.startsWith("GET /events HTTP/1.1\r\n") ? engine : nullptr;
    }
    static QByteArray chunk(const QByteArray &bytes)
    {
        return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
    }

    static inline const QByteArray kHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

private slots:
    void initTestCase() { QVERIFY(m_server.listen(m_directory.filePath(u"s"_s))); }

    void lines_cutAnywhere_areTheSame_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 7, 1000})
            QTest::addRow("%d", piece) << piece;
    }

    void lines_cutAnywhere_areTheSame()
    {
        QFETCH(const int, piece);
        EventStream stream(m_server.fullServerName(), QCoreApplication::applicationPid());
        QSignalSpy lines(&stream, &EventStream::line);
        QLocalSocket *engine = accept();
        QVERIFY(engine);
        const QByteArray all =
            kHead + chunk("{\"event\":\"state\"}\n{\"ev") + chunk("ent\":\"paused\"}\n") + "0\r\n\r\n";
        for (qsizetype at = 0; at < all.size(); at += piece) {
            engine->write(all.mid(at, piece));
            engine->flush();
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(stream.ended());
        QCOMPARE(stream.error(), QString());
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0][0].toByteArray(), QByteArray("{\"event\":\"state\"}"));
        QCOMPARE(lines[1][0].toByteArray(), QByteArray("{\"event\":\"paused\"}"));
    }

    void answers_thatAreNone_endIt_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("error");
        const QString nonsense = u"The engine's answer is not valid."_s;
        const QByteArray fault = "{\"fault_message\":\"Too many\"}";
        QTest::newRow("refusal") << "HTTP/1.1 400 Bad Request\r\nContent-Length: " + QByteArray::number(fault.size()) +
                                        "\r\n\r\n" + fault
                                 << u"Too many"_s;
        QTest::newRow("no chunks") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}") << nonsense;
        QTest::newRow("not a number") << kHead + "zz\r\n" << nonsense;
        QTest::newRow("negative") << kHead + "-5\r\n" << nonsense;
        QTest::newRow("huge") << kHead + "fffffff\r\n" << nonsense;
        QTest::newRow("endless head") << QByteArray(200'000, 'x') << nonsense;
        QTest::newRow("endless size") << kHead + QByteArray(200, '1') << nonsense;
        QTest::newRow("endless line") << kHead + chunk(QByteArray(70'000, 'x')) << nonsense;
    }

    void answers_thatAreNone_endIt()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, error);
        EventStream stream(m_server.fullServerName(), QCoreApplication::applicationPid());
        QLocalSocket *engine = accept();
        QVERIFY(engine);
        engine->write(answer);
        QTRY_VERIFY(stream.ended());
        QCOMPARE(stream.error(), error);
    }

    void anotherProcess_isAskedNothing()
    {
        EventStream stream(m_server.fullServerName(), 1);
        QTRY_VERIFY(stream.ended());
        QVERIFY(stream.error().startsWith(u"Another process"_s));
        QTRY_VERIFY(m_server.hasPendingConnections());
        QLocalSocket *engine = m_server.nextPendingConnection();
        QTRY_VERIFY(engine->state() == QLocalSocket::UnconnectedState);
        QCOMPARE(engine->readAll(), QByteArray());
    }

    void nobodyListens_isTold()
    {
        EventStream stream(m_directory.filePath(u"none"_s), 1);
        QTRY_VERIFY(stream.ended());
        QCOMPARE(stream.error(), u"The engine cannot be reached."_s);
    }
};

QTEST_GUILESS_MAIN(TestCtlEvents)
#include "tst_ctl_events.moc"
