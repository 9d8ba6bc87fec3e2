#pragma once

#include "manager/paths.h"
#include "manager/process_identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sparkler::gui {

/// Folders of a user who has sparklectl and fake engines. At its end no engine is left, whatever the test has come to.
class CtlFixture {
public:
    CtlFixture();
    ~CtlFixture();
    CtlFixture(const CtlFixture &) = delete;
    CtlFixture &operator=(const CtlFixture &) = delete;

    struct Result {
        int code = -1; ///< -1: by a signal
        QByteArray out, err;
        QJsonDocument json() const { return QJsonDocument::fromJson(out); }
        QJsonObject object() const { return json().object(); }
        QJsonArray array() const { return json().array(); }
    };
    /// Runs it to its end; this process's events go on meanwhile.
    Result run(const QStringList &arguments, const QByteArray &input = {});
    /// Begins it.
    std::unique_ptr<QProcess> begin(const QStringList &arguments);
    static Result end(QProcess &process);

    /// How the next fake engines behave, see tests/gui/manager/fake_engine.cpp.
    void script(const QJsonObject &object);
    QProcessEnvironment environment() const { return m_environment; }
    /// As the manager of this user finds them.
    Paths paths() const;
    QString file(const QString &name, qint64 bytes = 4096) const;
    QString kernel() const; ///< passes for one
    QString home() const { return m_home.path(); }

    /// A stopped machine that runs locally without a jail; its id.
    QString create(const QString &name, const QStringList &more = {});
    QString directory(const QString &id) const { return paths().machines() + u'/' + id; }
    QJsonObject show(const QString &machine)
    {
        return run({QStringLiteral("show"), QStringLiteral("--json"), machine}).object();
    }
    QString state(const QString &machine) { return show(machine).value(u"state").toString(); }
    QJsonObject runRecord(const QString &id) const; ///< state.json
    /// Requests that the engine of the last start got, "METHOD PATH BODY".
    QStringList requests(const QString &id) const;
    /// Processes of this host whose command line names the machine's API socket.
    int engines(const QString &id) const;

private:
    void guard();

    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QList<ProcessIdentity> m_processes;
};

/// QCOMPARE of the exit code, with what was said.
#define VERIFY_CODE(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto &ending = (result);                                                                                 \
        const QByteArray said = QByteArray::number(ending.code) + ' ' + ending.out + ending.err;                       \
        QVERIFY2(ending.code == (expected), said.constData());                                                         \
    } while (false)

} // namespace sparkler::gui
