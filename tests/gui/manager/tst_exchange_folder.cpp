#include "manager/snapshots/exchange_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <unistd.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

/// The engine of these tests is hostile.
class TestExchangeFolder : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString &name) const { return m_dir->filePath(name); }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("no test file");
    }
    QByteArray content(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    ExchangeFolder make() const
    {
        auto made = ExchangeFolder::create(path(u"exchange"_s), u"one"_s, {u"state"_s, u"memory"_s});
        if (!made)
            qFatal("%s", qPrintable(made.error()));
        return *std::move(made);
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(path(u"work"_s)));
        write(u"victim"_s, "mine");
    }

    void take_files_areMoved_andTheFolderGoes()
    {
        {
            ExchangeFolder folder = make();
            write(u"exchange/one/state"_s, "s");
            write(u"exchange/one/memory"_s, "m");
            write(u"exchange/one/.left.tmp"_s, "?");
            QVERIFY(folder.take(path(u"work"_s)));
        }
        QCOMPARE(content(u"work/state"_s), "s");
        QCOMPARE(content(u"work/memory"_s), "m");
        QVERIFY(!QFile::exists(path(u"exchange/one"_s)));
    }

    void take_linkInPlaceOfAFile_isRefused_data()
    {
        QTest::addColumn<bool>("hard");
        QTest::newRow("symbolic") << false;
        QTest::newRow("hard") << true;
    }
    void take_linkInPlaceOfAFile_isRefused()
    {
        QFETCH(bool, hard);
        {
            ExchangeFolder folder = make();
            const QString link = path(u"exchange/one/state"_s);
            if (hard)
                QCOMPARE(::link(QFile::encodeName(path(u"victim"_s)).constData(), QFile::encodeName(link).constData()),
                         0);
            else
                QVERIFY(QFile::link(path(u"victim"_s), link));
            write(u"exchange/one/memory"_s, "m");
            QVERIFY(!folder.take(path(u"work"_s)));
        }
        QVERIFY(!QFileInfo(path(u"work/state"_s)).exists());
        QCOMPARE(content(u"victim"_s), "mine");
    }

    void take_missingFile_isRefused()
    {
        ExchangeFolder folder = make();
        write(u"exchange/one/state"_s, "s");
        QVERIFY(!folder.take(path(u"work"_s)));
    }

    void remove_folderReplacedByALink_touchesNothingElsewhere()
    {
        write(u"work/state"_s, "kept");
        {
            ExchangeFolder folder = make();
            QVERIFY(QDir().rename(path(u"exchange/one"_s), path(u"exchange/moved"_s)));
            QVERIFY(QFile::link(path(u"work"_s), path(u"exchange/one"_s)));
        }
        QCOMPARE(content(u"work/state"_s), "kept");
    }

    void create_linkInPlaceOfTheExchange_isRefused()
    {
        QVERIFY(QFile::link(path(u"work"_s), path(u"exchange"_s)));
        QVERIFY(!ExchangeFolder::create(path(u"exchange"_s), u"one"_s, {}));
        QVERIFY(QDir(path(u"work"_s)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestExchangeFolder)
#include "tst_exchange_folder.moc"
