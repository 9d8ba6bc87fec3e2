#include "manager/log_tail.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestLogTail : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_path;

    void append(const QByteArray &bytes)
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QStringList texts(const LogTail &tail) { return tail.lastLines(1'000'000); }

private slots:
    void init()
    {
        static int count = 0;
        m_path = m_directory.filePath(u"log%1"_s.arg(++count));
    }

    void parse_engineLine_hasItsParts()
    {
        const LogLine line = LogTail::parse(u"2026-03-04T05:06:07.123456789 [my-id:fc_vcpu 0:WARN] It [is] so: yes"_s);
        QCOMPARE(line.at, QDateTime(QDate(2026, 3, 4), QTime(5, 6, 7, 123)));
        QVERIFY(line.level == LogLevel::Warn);
        QCOMPARE(line.origin, u"fc_vcpu 0"_s);
        QCOMPARE(line.text, u"It [is] so: yes"_s);
        QVERIFY(line.whole.startsWith(u"2026-"_s));
    }

    void parse_withSource_originIsTheSource()
    {
        const LogLine line = LogTail::parse(u"2026-03-04T05:06:07.1 [i:main:ERROR:engine/api/x.cpp:52] broken"_s);
        QVERIFY(line.level == LogLevel::Error);
        QCOMPARE(line.origin, u"engine/api/x.cpp:52"_s);
    }

    void parse_withoutLevel_hasNone()
    {
        const LogLine line = LogTail::parse(u"2026-03-04T05:06:07.123456789 [i:main] text"_s);
        QVERIFY(line.at.isValid());
        QVERIFY(!line.level);
        QCOMPARE(line.origin, u"main"_s);
    }

    void parse_anythingElse_isPlainText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("words") << u"Kernel panic - not syncing"_s;
        QTest::newRow("stamp only") << u"2026-03-04T05:06:07.123456789"_s;
        QTest::newRow("no bracket") << u"2026-03-04T05:06:07.123456789 hello"_s;
        QTest::newRow("open bracket") << u"2026-03-04T05:06:07.123456789 [hello"_s;
    }
    void parse_anythingElse_isPlainText()
    {
        QFETCH(QString, text);
        const LogLine line = LogTail::parse(text);
        QVERIFY(!line.at.isValid());
        QVERIFY(!line.level);
        QCOMPARE(line.text, text);
        QCOMPARE(line.whole, text);
    }

    void follow_existingAndAdded_areRead()
    {
        append("a\nb\n");
        LogTail tail;
        QSignalSpy changed(&tail, &LogTail::linesChanged);
        tail.follow(m_path);
        QTRY_COMPARE(texts(tail), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(changed.first(), (QVariantList{0, 2}));
        append("c\n");
        QTRY_COMPARE(texts(tail), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(changed.last(), (QVariantList{0, 1}));
        QCOMPARE(tail.lastLines(2), (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(tail.lastLines(0), QStringList());
    }

    void follow_fileComesLater_isRead()
    {
        LogTail tail;
        tail.follow(m_path);
        QTest::qWait(0);
        QVERIFY(texts(tail).isEmpty());
        append("here\n");
        QTRY_COMPARE(texts(tail), QStringList{u"here"_s});
    }

    void follow_unfinishedLineAndSplitCharacter_waitForTheRest()
    {
        append("first\nhalf \xe2\x82");
        LogTail tail;
        tail.follow(m_path);
        QTRY_COMPARE(texts(tail), QStringList{u"first"_s});
        append("\xac end\r\n");
        QTRY_COMPARE(texts(tail), (QStringList{u"first"_s, u"half € end"_s}));
    }

    void follow_truncation_startsOver()
    {
        append("one\ntwo\nthree\n");
        LogTail tail;
        QSignalSpy cleared(&tail, &LogTail::cleared);
        tail.follow(m_path);
        QTRY_COMPARE(texts(tail).size(), 3);
        QVERIFY(QFile::resize(m_path, 0));
        append("new\n");
        QTRY_COMPARE(texts(tail), QStringList{u"new"_s});
        QCOMPARE(cleared.size(), 1);
    }

    void follow_replacement_readsTheNewFile()
    {
        append("old\n");
        LogTail tail;
        QSignalSpy cleared(&tail, &LogTail::cleared);
        tail.follow(m_path);
        QTRY_COMPARE(texts(tail).size(), 1);
        QVERIFY(QFile::rename(m_path, m_path + u".1"_s));
        append("new one that is longer\n");
        QTRY_COMPARE(texts(tail), QStringList{u"new one that is longer"_s});
        QCOMPARE(cleared.size(), 1);
    }

    void follow_hugeLine_isCut()
    {
        append(QByteArray(1'000'000, 'x') + "\nnext\n");
        LogTail tail;
        tail.follow(m_path);
        QTRY_COMPARE(tail.lines().size(), std::size_t(2));
        QVERIFY(tail.lines()[0].whole.size() <= 8 * 1024 + 1);
        QVERIFY(tail.lines()[0].whole.endsWith(QChar(0x2026)));
        QCOMPARE(tail.lines()[1].whole, u"next"_s);
    }

    void follow_cutInsideCharacter_leavesNoRubbish()
    {
        append(QByteArray(8 * 1024 - 1, 'x') + "\xe2\x82\xac\n");
        LogTail tail;
        tail.follow(m_path);
        QTRY_COMPARE(tail.lines().size(), std::size_t(1));
        QVERIFY(!tail.lines()[0].whole.contains(QChar::ReplacementCharacter));
    }

    void follow_manyLines_areBounded()
    {
        QByteArray many;
        for (int at = 0; at < 30'000; ++at)
            many += QByteArray::number(at) + '\n';
        append(many);
        LogTail tail;
        int balance = 0;
        connect(&tail, &LogTail::linesChanged, &tail,
                [&balance](int dropped, int appended) { balance += appended - dropped; });
        tail.follow(m_path);
        QTRY_VERIFY(!tail.lines().empty() && tail.lines().back().whole == u"29999"_s);
        QCOMPARE(tail.lines().size(), std::size_t(20'000));
        QCOMPARE(tail.lines().front().whole, u"10000"_s);
        QCOMPARE(balance, 20'000);
    }

    void follow_longFile_readsItsEnd()
    {
        QByteArray filler;
        for (int at = 0; at < 6000; ++at)
            filler += QByteArray(1000, 'y') + '\n';
        append(filler + "the end\n");
        LogTail tail;
        tail.follow(m_path);
        QTRY_VERIFY(!tail.lines().empty() && tail.lines().back().whole == u"the end"_s);
        QVERIFY(tail.lines().size() < 6000);
        QCOMPARE(tail.lines().front().whole.size(), 1000); // no half line
    }

    void stop_keepsLinesAndReadsNoMore()
    {
        append("a\n");
        LogTail tail;
        tail.follow(m_path);
        QTRY_COMPARE(texts(tail).size(), 1);
        tail.stop();
        LogTail other;
        other.follow(m_path);
        append("b\n");
        QTRY_COMPARE(texts(other).size(), 2); // by now the stopped one would have it, too
        QCOMPARE(texts(tail), QStringList{u"a"_s});
    }

    void readLastLines_file_hasTheLast()
    {
        append("1\n2\n3\n");
        QCOMPARE(LogTail::readLastLines(m_path, 2), (QStringList{u"2"_s, u"3"_s}));
        QCOMPARE(LogTail::readLastLines(u"/nowhere"_s, 2), QStringList());
    }

    void readLastLines_namedPipe_doesNotBlock()
    {
        const QString pipe = m_path + QStringLiteral(".pipe");
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QCOMPARE(LogTail::readLastLines(pipe, 2), QStringList());
        QVERIFY(QFile::remove(pipe));
    }
};

QTEST_GUILESS_MAIN(TestLogTail)
#include "tst_log_tail.moc"
