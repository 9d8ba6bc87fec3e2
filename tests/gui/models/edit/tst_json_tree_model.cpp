#include "models/json_tree_model.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestJsonTreeModel : public QObject {
    Q_OBJECT

    static QJsonObject parsed(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }
    /// All rows as "path=value", depth first.
    static QStringList rows(const JsonTreeModel &model, const QModelIndex &below = {})
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(below); ++row) {
            const QModelIndex index = model.index(row, JsonTreeModel::NameColumn, below);
            all << index.data(JsonTreeModel::PathRole).toString() + u'=' +
                       index.siblingAtColumn(JsonTreeModel::ValueColumn).data().toString();
            all << rows(model, index);
        }
        return all;
    }

private slots:
    void document_everyKind_isShown()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(parsed(R"({"a":{"b":"text","c/d":1},"e":[true,null,{"f":2.5}],"big":9007199254740993})"));
        QCOMPARE(rows(model), QStringList({u"/a={ 2 member(s) }"_s, u"/a/b=text"_s, u"/a/c~1d=1"_s,
                                           u"/big=9007199254740993"_s, u"/e=[ 3 element(s) ]"_s, u"/e/0=true"_s,
                                           u"/e/1=null"_s, u"/e/2={ 1 member(s) }"_s, u"/e/2/f=2.5"_s}));
        QCOMPARE(model.find(u"/a/c~1d"_s).data().toString(), u"c/d"_s);
        QCOMPARE(model.find(u"/e/2/f"_s).data(JsonTreeModel::PathRole).toString(), u"/e/2/f"_s);
        QVERIFY(!model.find(u"/a/x"_s).isValid());
        QCOMPARE(model.index(0, 1).data(Qt::AccessibleTextRole).toString(), u"a: { 2 member(s) }"_s);
    }

    void change_onlyWhatDiffers_isTouched()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setDocument(parsed(R"({"a":{"x":1},"b":{"y":{"z":1}},"c":[1,2,3]})"));
        const QPersistentModelIndex kept = model.find(u"/b/y/z"_s);
        const QPersistentModelIndex gone = model.find(u"/a/x"_s);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setDocument(parsed(R"({"aa":7,"b":{"w":0,"y":{"z":2}},"c":[1,5],"d":"new"})"));
        QVERIFY(kept.isValid() && !gone.isValid());
        QCOMPARE(kept.data(JsonTreeModel::PathRole).toString(), u"/b/y/z"_s);
        QCOMPARE(kept.sibling(0, 1).data().toString(), u"2"_s);
        QCOMPARE(inserted.size(), 3); // aa, w, d
        QCOMPARE(removed.size(), 2);  // a, the last of c
        QCOMPARE(rows(model),
                 QStringList({u"/aa=7"_s, u"/b={ 2 member(s) }"_s, u"/b/w=0"_s, u"/b/y={ 1 member(s) }"_s,
                              u"/b/y/z=2"_s, u"/c=[ 2 element(s) ]"_s, u"/c/0=1"_s, u"/c/1=5"_s, u"/d=new"_s}));
    }

    void change_ofKind_replacesTheChildren()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const char *text : {R"({"a":{"0":1,"1":2}})", R"({"a":[3,4]})", R"({"a":"x"})", R"({"a":[{"b":[[]]}]})",
                                 R"({"a":null})", "{}", R"({"a":{"b":{}}})"}) {
            model.setDocument(parsed(text));
            JsonTreeModel fresh;
            fresh.setDocument(parsed(text));
            QCOMPARE(rows(model), rows(fresh));
        }
    }

    void deepDocument_isNoProblem()
    {
        QByteArray text;
        for (int depth = 0; depth < 400; ++depth)
            text += R"({"a":)";
        text += "1" + QByteArray(400, '}');
        JsonTreeModel model;
        model.setDocument(parsed(text));
        QCOMPARE(rows(model).size(), 400);
        QCOMPARE(rows(model).constLast().count(u"/a"_s), 400);
    }
};

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_json_tree_model.moc"
