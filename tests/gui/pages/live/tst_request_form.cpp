#include "pages/request_form.h"
#include "widgets/json_view.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestRequestForm : public QObject {
    Q_OBJECT
private slots:
    void path_malformed_isRefused();
    void target_absent_disablesSendAndSaysWhy();
    void body_brokenJson_disablesSend();
    void get_hasNoBody();
};

void TestRequestForm::path_malformed_isRefused()
{
    QVERIFY(RequestForm::pathProblem(u"/drives/rootfs"_s).isEmpty());
    QVERIFY(!RequestForm::pathProblem({}).isEmpty());
    QVERIFY(!RequestForm::pathProblem(u"drives"_s).isEmpty());
    QVERIFY(!RequestForm::pathProblem(u"/a b"_s).isEmpty());
    QVERIFY(!RequestForm::pathProblem(u"/a\r\nHost: x"_s).isEmpty());
    QVERIFY(!RequestForm::pathProblem(u"/ä"_s).isEmpty());
}

void TestRequestForm::target_absent_disablesSendAndSaysWhy()
{
    RequestForm form;
    form.setTarget(nullptr, u"No engine runs."_s);
    const auto *send = form.findChild<QPushButton *>();
    QVERIFY(!send->isEnabled());
    QCOMPARE(send->toolTip(), u"No engine runs."_s);
    EngineClient client(u"/nowhere.sock"_s);
    form.setTarget(&client, {});
    QVERIFY(send->isEnabled());
}

void TestRequestForm::body_brokenJson_disablesSend()
{
    EngineClient client(u"/nowhere.sock"_s);
    RequestForm form;
    form.setTarget(&client, {});
    form.setRequest("PUT", u"/machine-config"_s, "{}");
    const auto *send = form.findChild<QPushButton *>();
    QVERIFY(send->isEnabled());
    form.findChild<JsonView *>()->setPlainText(u"{\"a\":"_s);
    QVERIFY(!send->isEnabled());
    QVERIFY(!send->toolTip().isEmpty());
    form.findChild<QComboBox *>()->setCurrentIndex(0); // GET: the body does not count
    QVERIFY(send->isEnabled());
}

void TestRequestForm::get_hasNoBody()
{
    RequestForm form;
    auto *method = form.findChild<QComboBox *>();
    const auto *body = form.findChild<JsonView *>();
    QCOMPARE(method->currentText(), u"GET"_s);
    QVERIFY(!body->isEnabled());
    method->setCurrentText(u"PUT"_s);
    QVERIFY(body->isEnabled());
}

QTEST_MAIN(TestRequestForm)
#include "tst_request_form.moc"
