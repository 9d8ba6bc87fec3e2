#include "manager/snapshots/memory_image.h"

#include <QDir>
#include <QFile>
#include <QMap>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestSnapshotMemory : public QObject {
    Q_OBJECT

    static constexpr qint64 kPage = 4096;
    using Pages = QMap<qint64, char>;

    QTemporaryDir m_home;

    QString write(const QString &name, qint64 pages, const Pages &content) const
    {
        QFile file(m_home.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(pages * kPage))
            qFatal("no test file");
        for (auto page = content.begin(); page != content.end(); ++page) {
            file.seek(page.key() * kPage);
            file.write(QByteArray(kPage, page.value()));
        }
        return file.fileName();
    }

    static bool goOn(qint64 done, qint64 total) { return done >= 0 && done <= total; }

    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void chain_ofTen_isWhatWasWrittenLast()
    {
        constexpr qint64 kPages = 256;
        QRandomGenerator random(7);
        Pages memory;
        QStringList chain;
        for (int layer = 0; layer <= 10; ++layer) {
            Pages written;
            for (int i = 0; i < 30; ++i) // zeros, too: a page may have been cleared
                written.insert(random.bounded(static_cast<int>(kPages)), static_cast<char>(random.bounded(4)));
            memory.insert(written);
            chain << write(u"layer%1"_s.arg(layer), kPages, written);
        }
        const QString to = m_home.filePath(u"whole"_s);
        const auto made = layerMemory(chain, to, goOn);
        QVERIFY2(made, made ? "" : qPrintable(made.error()));
        QCOMPARE(content(to), content(write(u"expected"_s, kPages, memory)));
        // What was never written takes no space.
        struct stat info = {};
        QVERIFY(::stat(QFile::encodeName(to).constData(), &info) == 0);
        QVERIFY(info.st_blocks * 512 <= (memory.size() + 1) * kPage);
        // The base is as it was.
        QVERIFY(content(chain[0]) != content(to));
        // A whole one over its own base is itself.
        const QString again = m_home.filePath(u"again"_s);
        QVERIFY(layerMemory({chain[0], to}, again, goOn));
        QCOMPARE(content(again), content(to));
    }

    void progress_countsUpToTheEnd()
    {
        const QStringList chain{write(u"p0"_s, 512, {{0, 'a'}, {300, 'b'}}), write(u"p1"_s, 512, {{1, 'c'}})};
        qint64 last = 0;
        qint64 all = 0;
        QVERIFY(layerMemory(chain, m_home.filePath(u"progress"_s), [&](qint64 done, qint64 total) {
            const bool up = done >= last;
            last = done;
            all = total;
            return up;
        }));
        QCOMPARE(last, all);
    }

    void otherSizes_missingFiles_andTakenNames_areRefused()
    {
        const QString base = write(u"base"_s, 4, {{0, 'a'}});
        const QString longer = write(u"longer"_s, 5, {});
        const QString to = m_home.filePath(u"refused"_s);
        QVERIFY(layerMemory({base, longer}, to, goOn).error().contains(u"longer"_s));
        QVERIFY(layerMemory({base, m_home.filePath(u"nothing"_s)}, to, goOn).error().contains(u"nothing"_s));
        QVERIFY(layerMemory({m_home.path()}, to, goOn).error().contains(u"regular"_s));
        QVERIFY(!QFile::exists(to));
        QVERIFY(!layerMemory({base}, longer, goOn));
        QCOMPARE(QFile(longer).size(), 5 * kPage);
    }

    void stopped_leavesNothing()
    {
        const QStringList chain{write(u"s0"_s, 64, {{0, 'a'}}), write(u"s1"_s, 64, {{1, 'b'}, {5, 'c'}})};
        const QStringList before = QDir(m_home.path()).entryList(QDir::Files | QDir::Hidden);
        for (int stopAt = 0; stopAt < 4; ++stopAt) {
            int calls = 0;
            const auto made =
                layerMemory(chain, m_home.filePath(u"stopped"_s), [&](qint64, qint64) { return calls++ < stopAt; });
            QVERIFY(!made);
            QCOMPARE(made.error(), QString());
            QCOMPARE(QDir(m_home.path()).entryList(QDir::Files | QDir::Hidden), before);
        }
    }
};

QTEST_GUILESS_MAIN(TestSnapshotMemory)
#include "tst_snapshot_memory.moc"
