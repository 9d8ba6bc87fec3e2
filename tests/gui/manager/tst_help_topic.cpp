// docs/troubleshooting.md against the program: whether it has what is pointed to, and quotes what is really said.
#include "manager/failure.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// A source as it speaks: neighbouring literals put together, escapes undone, "…" for every placeholder.
QString spoken(QString source)
{
    static const QRegularExpression seam(u"\"\\s*\\n\\s*\""_s);
    static const QRegularExpression placeholder(u"%[0-9n]|\\{[^{}\\n]{0,12}\\}|\"?\\$\\*\"?|'?\\$\\{?[a-z]+\\}?'?"_s);
    source.remove(seam).replace(placeholder, u"…"_s);
    return source.replace(u"\\\""_s, u"\""_s);
}

QStringList spokenSources()
{
    QStringList sources;
    for (const QString &room :
         {u"gui"_s, u"engine"_s, u"jailer"_s, u"resources/guest"_s, u"resources/kvm-probe"_s, u"resources/network"_s}) {
        QDirIterator files(QStringLiteral(SOURCE_TREE "/") + room,
                           {u"*.cpp"_s, u"*.h"_s, u"*.c"_s, u"build-guest"_s, u"make-tap"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext())
            // Tables of known words, which would confirm themselves.
            if (const QString file = files.next(); !file.endsWith("help_topic.cpp"_L1))
                sources << spoken(contentOf(file));
    }
    return sources;
}

/// The lines of the section's blocks that are marked as messages.
QStringList messagesOf(const QString &section)
{
    QStringList messages;
    bool inside = false;
    for (const QString &line : section.split(u'\n')) {
        if (line.startsWith("```"_L1))
            inside = line == "```message"_L1;
        else if (inside)
            messages << line;
    }
    return messages;
}

} // namespace

class TestHelpTopic : public QObject {
    Q_OBJECT

    const QString m_path = QStringLiteral(SOURCE_TREE "/docs/troubleshooting.md");

private Q_SLOTS:
    void everyTopic_hasItsSection()
    {
        QSet<QString> anchors;
        for (int number = 1; number < kHelpTopics; ++number) {
            const auto topic = static_cast<HelpTopic>(number);
            const QString section = helpSection(m_path, topic);
            QVERIFY2(section.startsWith("## "_L1), qPrintable(helpAnchor(topic)));
            QVERIFY2(!messagesOf(section).isEmpty(), qPrintable(helpAnchor(topic)));
            for (const QString &part : {u"\n**Cause.** "_s, u"\n**Remedy.** "_s})
                QVERIFY2(section.contains(part), qPrintable(helpAnchor(topic) + part));
            anchors << helpAnchor(topic);
        }
        QCOMPARE(anchors.size(), kHelpTopics - 1);
        QVERIFY(helpAnchor(HelpTopic::None).isEmpty());
    }

    void everySection_isATopic_andListed()
    {
        const QString document = contentOf(m_path);
        static const QRegularExpression anchor(u"<a id=\"([a-z-]+)\"></a>\\n## (.+)\\n"_s);
        int sections = 0;
        for (auto found = anchor.globalMatch(document); found.hasNext(); ++sections) {
            const QRegularExpressionMatch match = found.next();
            QVERIFY2(document.contains(u"["_s + match.captured(2) + u"](#"_s + match.captured(1) + u")"_s),
                     qPrintable(match.captured(2)));
        }
        QCOMPARE(sections, kHelpTopics - 1);
        QCOMPARE(document.count(u"<a id="_s), sections);
    }

    /// Pieces between "…" must be said by one source, in the order of the line.
    void everyMessage_isSaid()
    {
        const QStringList sources = spokenSources();
        QVERIFY(sources.size() > 300);
        int messages = 0;
        for (const QString &message : messagesOf(contentOf(m_path))) {
            const QStringList pieces = message.split(u"…"_s, Qt::SkipEmptyParts);
            const auto longest = std::ranges::max_element(pieces, {}, &QString::size);
            QVERIFY2(longest != pieces.end() && longest->trimmed().size() >= 10, qPrintable(message));
            const bool said = std::ranges::any_of(sources, [&pieces](const QString &source) {
                qsizetype at = 0;
                return std::ranges::all_of(pieces, [&](const QString &piece) {
                    const qsizetype found = source.indexOf(piece, at);
                    at = found + piece.size();
                    return found >= 0;
                });
            });
            QVERIFY2(said, qPrintable(message));
            ++messages;
        }
        QVERIFY(messages >= 50);
    }

    /// What is known of the engine's words is in the section that it leads to.
    void everyMessageWithKnownWords_leadsToItsSection()
    {
        int known = 0;
        for (int number = 1; number < kHelpTopics; ++number) {
            const auto topic = static_cast<HelpTopic>(number);
            for (const QString &message : messagesOf(helpSection(m_path, topic))) {
                const HelpTopic found = helpTopicOf(message);
                QVERIFY2(found == topic || found == HelpTopic::None, qPrintable(message));
                known += found == topic;
            }
        }
        QVERIFY(known >= 18);
        for (const QString &words : helpKnownWords())
            QVERIFY2(messagesOf(contentOf(m_path)).join(u'\n').contains(words), qPrintable(words));
    }

    void failure_ownTopicFirst_thenFaultThenReasonThenLog()
    {
        Failure failure;
        QCOMPARE(helpTopicOf(failure), HelpTopic::None);
        failure.logLines = {u"something"_s, u"Open tap device failed: Resource busy"_s};
        QCOMPARE(helpTopicOf(failure), HelpTopic::Tap);
        failure.why = u"Jailer error: Cannot show /a: it is a symbolic link."_s;
        QCOMPARE(helpTopicOf(failure), HelpTopic::JailFile);
        failure.fault = u"Load snapshot error: Failed to restore from snapshot: bad"_s;
        QCOMPARE(helpTopicOf(failure), HelpTopic::SnapshotRestore);
        failure.help = HelpTopic::NoAnswer;
        QCOMPARE(helpTopicOf(failure), HelpTopic::NoAnswer);
    }

    void noSpace_isKnownInTheSystemsWords_inAnyLanguage()
    {
        /// As Qt's own translations do it.
        class Full : public QTranslator {
        public:
            QString translate(const char *, const char *source, const char *, int) const override
            {
                return qstrcmp(source, "No space left on device") == 0 ? u"Kein Platz mehr"_s : QString();
            }
            bool isEmpty() const override { return false; }
        };
        QCOMPARE(helpTopicOf(u"/a: No space left on device"_s), HelpTopic::DiskSpace);
        QCOMPARE(helpTopicOf(u"/a: Kein Platz mehr"_s), HelpTopic::None);
        Full full;
        QCoreApplication::installTranslator(&full);
        QCOMPARE(helpTopicOf(u"/a: Kein Platz mehr"_s), HelpTopic::DiskSpace);
        QCoreApplication::removeTranslator(&full);
        QCOMPARE(helpTopicOf(QString()), HelpTopic::None);
    }

    void answerThatIsMissing_isATopicOfItsOwn()
    {
        ApiError error;
        error.kind = ApiError::Kind::TimedOut;
        QCOMPARE(helpTopicOf(Failure::fromApi(u"It failed."_s, error)), HelpTopic::NoAnswer);
        error.kind = ApiError::Kind::ConnectionLost;
        QCOMPARE(helpTopicOf(Failure::fromApi(u"It failed."_s, error)), HelpTopic::None);
    }

    void document_missing_noSection()
    {
        QVERIFY(helpSection({}, HelpTopic::Drive).isEmpty());
        QVERIFY(helpSection(u"/nowhere/troubleshooting.md"_s, HelpTopic::Drive).isEmpty());
        QVERIFY(helpSection(m_path, HelpTopic::None).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHelpTopic)
#include "tst_help_topic.moc"
